#include "model/manuscript/readers/doc_reader.h"
#include "model/manuscript/readers/xls_reader.h"

#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;

namespace {

/// Paragraphs as they are, rows as [a|b|c]; spans as "text@rows,columns".
QStringList outline(const Manuscript &manuscript)
{
    QStringList lines;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            lines << block.paragraph();
            continue;
        }
        for (const auto &row : block.grid().rows) {
            QStringList cells;
            for (const GridCell &cell : row) {
                const QString spans = cell.rowSpan == 1 && cell.columnSpan == 1
                    ? QString()
                    : QStringLiteral("@%1,%2").arg(cell.rowSpan).arg(cell.columnSpan);
                cells << cell.text + spans;
            }
            lines << u'[' + cells.join(u'|').replace(u'\n', u'/') + u']';
        }
    }
    return lines;
}

const char *makeDocument = R"(
import sys, docx
from docx.shared import Cm
from docx.oxml.ns import qn
from docx.oxml import OxmlElement
d = docx.Document()
d.add_paragraph('第一部分 部门概况')
p = d.add_paragraph('2023年度')
p.add_run('，单位：万元')
r = p.add_run('隐藏'); r.font.hidden = True
t = d.add_table(rows=4, cols=6); t.style = 'Table Grid'
for i in range(4):
    for j in range(6):
        t.cell(i, j).text = '%d%d' % (i, j)
t.cell(0, 0).merge(t.cell(1, 1)).text = '项目'
t.cell(0, 2).merge(t.cell(0, 4)).text = '本年支出'
c = t.cell(0, 5).merge(t.cell(1, 5)); c.text = '年末'; c.add_paragraph('结转')
t.cell(2, 1).text = ''
t.cell(3, 0).merge(t.cell(3, 5)).text = '注：本表反映\n情况'
p = d.add_paragraph('共 ')
for kind, text in (('begin', None), (None, 'PAGE'), ('separate', None), ('', '1'), ('end', None)):
    run = p.add_run()
    if kind:
        e = OxmlElement('w:fldChar'); e.set(qn('w:fldCharType'), kind)
    elif kind is None:
        e = OxmlElement('w:instrText'); e.text = text
    else:
        e = OxmlElement('w:t'); e.text = text
    run._r.append(e)
p.add_run(' 页')
t = d.add_table(rows=60, cols=10); t.style = 'Table Grid'
for i in range(60):
    for j in range(10):
        t.cell(i, j).text = '%d.%02d' % (i, j)
d.add_paragraph('外')
t = d.add_table(rows=1, cols=2)
t.cell(0, 0).text = '左'
n = t.cell(0, 1).add_table(2, 2); n.cell(0, 0).text = '内'; n.cell(1, 1).text = '层'
d.add_paragraph('完')
s = d.part.numbering_part.element
def level(n, kind, text):
    l = OxmlElement('w:lvl'); l.set(qn('w:ilvl'), str(n))
    for name, value in (('start', '1'), ('numFmt', kind), ('lvlText', text)):
        e = OxmlElement('w:' + name); e.set(qn('w:val'), value); l.append(e)
    return l
a = OxmlElement('w:abstractNum'); a.set(qn('w:abstractNumId'), '900')
for n, (kind, text) in enumerate((('chineseCountingThousand', '%1、'), ('chineseCountingThousand', '（%2）'),
                                  ('decimal', '%3.'), ('decimal', '%3.%4'))):
    a.append(level(n, kind, text))
s.insert(0, a)
u = OxmlElement('w:num'); u.set(qn('w:numId'), '900')
e = OxmlElement('w:abstractNumId'); e.set(qn('w:val'), '900'); u.append(e); s.append(u)
def numbered(text, level, element=None):
    p = d.add_paragraph(text) if element is None else element
    q = (p._p if element is None else p.element).get_or_add_pPr().get_or_add_numPr()
    q.get_or_add_ilvl().val = level; q.get_or_add_numId().val = 900
    return p
numbered('', 0, d.styles['Heading 1'])
d.add_paragraph('职责', style='Heading 1')
numbered('收入', 1); numbered('其中', 2); numbered('甲', 3); numbered('乙', 3); numbered('支出', 1)
d.add_paragraph('机构', style='Heading 1')
numbered('人员', 1)
d.save(sys.argv[1])
)";

const char *makeWorkbook = R"(
import sys, datetime, openpyxl
w = openpyxl.Workbook()
s = w.active
s.title = '收入支出决算总表'
s['A1'] = '收入支出决算总表'
s.merge_cells('A1:D1')
s['A2'] = '项目'; s.merge_cells('A2:A3')
s['B2'] = '本年支出'; s.merge_cells('B2:D2')
s['B3'], s['C3'], s['D3'] = '合计', '基本\n支出', '项目支出'
for r in range(4, 40):
    s.cell(r, 1, '2%06d' % r)
    s.cell(r, 2, '=C%d+D%d' % (r, r)).number_format = '#,##0.00'
    s.cell(r, 3, r * 1000.25).number_format = '#,##0.00'
    s.cell(r, 4, r * 0.5).number_format = '0.00'
s['A40'] = '=IF(B4>0,"有","无")'
s['B40'] = 0.256; s['B40'].number_format = '0.00%'
s['C40'] = datetime.date(2023, 12, 31); s['C40'].number_format = 'yyyy-mm-dd'
s['D40'] = 922.207
s['A41'] = '隐藏'; s.row_dimensions[41].hidden = True
s['A42'] = True
s['E5'] = '列'; s.column_dimensions['E'].hidden = True
h = w.create_sheet('隐藏表'); h['A1'] = 1; h.sheet_state = 'hidden'
t = w.create_sheet('长文')
t['B2'] = '说明' * 6000
for i in range(3, 1500):
    t.cell(i, 2, '第%d项 abc' % i)
w.save(sys.argv[1])
)";

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(180'000) && process.exitCode() == 0)
        return true;
    qWarning().noquote() << program << process.readAll();
    return false;
}

}  // namespace

class TestOldOfficePeer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aDocumentOfLibreOfficeIsReadCellByCell();
    void aWorkbookOfLibreOfficeIsReadCellByCell();

private:
    QByteArray converted(const char *script, const QString &name, const QString &filter);
    QTemporaryDir m_folder;
};

void TestOldOfficePeer::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty())
        QSKIP("LibreOffice (soffice) is not installed.");
    if (!run(QStringLiteral("/usr/bin/python3"), {"-c", "import docx, openpyxl"}))
        QSKIP("The Python modules docx and openpyxl are not installed.");
    QVERIFY(m_folder.isValid());
}

/// What LibreOffice makes of the file that the script writes.
QByteArray TestOldOfficePeer::converted(
    const char *script, const QString &name, const QString &filter)
{
    const QString source = m_folder.filePath(name);
    if (!run(QStringLiteral("/usr/bin/python3"), {"-c", QString::fromUtf8(script), source})
        || !run(QStringLiteral("soffice"),
            {"--headless", "-env:UserInstallation=file://" + m_folder.filePath("profile"),
                "--convert-to", filter, "--outdir", m_folder.path(), source}))
        return {};
    QFile file(source.chopped(1));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestOldOfficePeer::aDocumentOfLibreOfficeIsReadCellByCell()
{
    const QByteArray bytes
        = converted(makeDocument, QStringLiteral("report.docx"), QStringLiteral("doc:MS Word 97"));
    QVERIFY(!bytes.isEmpty());
    const auto manuscript = readDoc(bytes);
    QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
    QVERIFY(manuscript->notes.empty());
    QStringList expected{"第一部分 部门概况", "2023年度，单位：万元",
        "[项目@2,2|本年支出@1,3|年末/结转@2,1]", "[12|13|14]", "[20||22|23|24|25]",
        "[注：本表反映/情况@1,6]", "共 1 页"};
    for (int row = 0; row < 60; ++row) {
        QStringList cells;
        for (int column = 0; column < 10; ++column)
            cells << QStringLiteral("%1.0%2").arg(row).arg(column);
        expected << u'[' + cells.join(u'|') + u']';
    }
    expected << "外"
             << "左"
             << "[内|]"
             << "[|层]"
             << "完"
             << "一、职责"
             << "（一）收入"
             << "1. 其中"
             << "1.1 甲"
             << "1.2 乙"
             << "（二）支出"
             << "二、机构"
             << "（一）人员";
    QCOMPARE(outline(*manuscript), expected);
}

void TestOldOfficePeer::aWorkbookOfLibreOfficeIsReadCellByCell()
{
    const QByteArray bytes
        = converted(makeWorkbook, QStringLiteral("report.xlsx"), QStringLiteral("xls:MS Excel 97"));
    QVERIFY(!bytes.isEmpty());
    const auto manuscript = readXls(bytes);
    QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
    QStringList expected{
        "[收入支出决算总表@1,4]", "[项目@2,1|本年支出@1,3]", "[合计|基本/支出|项目支出]"};
    const QLocale plain(QLocale::English);
    for (int row = 4; row < 40; ++row)
        expected << QStringLiteral("[2%1|%2|%3|%4]")
                        .arg(row, 6, 10, QChar(u'0'))
                        .arg(plain.toString(row * 1000.75, 'f', 2),
                            plain.toString(row * 1000.25, 'f', 2),
                            QString::number(row * 0.5, 'f', 2));
    expected << "[有|25.60%|2023-12-31|922.207]"
             << "[TRUE|||]";
    expected << u'[' + QStringLiteral("说明").repeated(6000) + u']';
    for (int row = 3; row < 1500; ++row)
        expected << QStringLiteral("[第%1项 abc]").arg(row);
    QCOMPARE(outline(*manuscript), expected);
    QCOMPARE(manuscript->notes.size(), size_t(2));
    QCOMPARE(manuscript->blocks.back().place.sheet, QString("长文"));
    QCOMPARE(manuscript->blocks.back().place.line, 2);
}

QTEST_GUILESS_MAIN(TestOldOfficePeer)
#include "tst_old_office_peer.moc"
