#include "model/manuscript/readers/doc_reader.h"

#include <QFile>
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
d.save(sys.argv[1])
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
             << "完";
    QCOMPARE(outline(*manuscript), expected);
}

QTEST_GUILESS_MAIN(TestOldOfficePeer)
#include "tst_old_office_peer.moc"
