#include "model/manuscript/readers/docx_reader.h"
#include "model/manuscript/readers/xlsx_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;

namespace {

/// Debian's own, which has Debian's modules.
const QString python = QStringLiteral("/usr/bin/python3");

/// Nine tables of a header over two rows and ten lines; beside the document, what
/// each table says, as python-docx reads it (a cell that spans is repeated there).
const char *const makeDocument = R"(
import json, random
from docx import Document
r = random.Random(1); d = Document(); said = []
for k in range(9):
    d.add_heading('表%d 收入决算表' % (k + 1), 1); d.add_paragraph('单位：万元')
    t = d.add_table(rows=12, cols=5)
    t.cell(0, 0).text = '项目'; t.cell(0, 0).merge(t.cell(1, 0))
    t.cell(0, 1).text = '本年收入'; t.cell(0, 1).merge(t.cell(0, 4))
    for c, h in enumerate(['合计', '财政拨款', '事业收入', '其他\n收入']): t.cell(1, c + 1).text = h
    for i in range(2, 12):
        t.cell(i, 0).text = '%d科目' % (2010000 + i)
        for c in range(1, 5):
            if r.random() < .8: t.cell(i, c).text = '{:,.2f}'.format(r.randrange(10**7) / 100)
    said.append([[c.text for c in row.cells] for row in t.rows])
d.save('peer.docx'); json.dump(said, open('docx.json', 'w'))
)";

/// Nine sheets with sums, products and rounding, none with a stored result.
const char *const makeWorkbook = R"(
import random
from openpyxl import Workbook
r = random.Random(2); w = Workbook(); w.remove(w.active)
for k in range(9):
    s = w.create_sheet('表%d' % (k + 1))
    s.append(['编码', '合计', '基本', '项目', '占比'])
    s.append(['合计'] + ['=SUM(%s3:%s12)' % (c, c) for c in 'BCD'] + ['=ROUND(C2/B2*100,2)'])
    for i in range(3, 13):
        s.append([2010000 + i, '=C%d+D%d' % (i, i), r.randrange(10**11) / 100, r.randrange(10**7) / 100,
                  '=C%d/B%d' % (i, i)])
        s.cell(i, 5).number_format = '0.00%'
    for row in s.iter_rows(min_row=2, min_col=2, max_col=4):
        for c in row: c.number_format = '#,##0.00' if k % 2 else '0.00'
    s.merge_cells('A14:E14'); s['A14'] = '注：本表反映部门本年度取得的各项收入情况。'
w.save('peer.xlsx')
)";

/// Runs a program in a folder; what it said where it failed.
QString failure(const QString &folder, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(300'000))
        return process.errorString();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

bool hasModules(const QString &modules)
{
    return QFile::exists(python)
        && failure(QString(), python, {QStringLiteral("-c"), QStringLiteral("import ") + modules})
               .isEmpty();
}

QByteArray content(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Each place of a grid with the text of the cell that covers it.
std::vector<QStringList> spread(const TextGrid &grid, qsizetype columns)
{
    std::vector<QStringList> texts(grid.rows.size());
    std::vector<std::vector<bool>> taken(grid.rows.size(), std::vector<bool>(size_t(columns)));
    for (QStringList &row : texts)
        row.resize(columns);
    for (size_t row = 0; row < grid.rows.size(); ++row) {
        size_t column = 0;
        for (const GridCell &cell : grid.rows[row]) {
            while (column < size_t(columns) && taken[row][column])
                ++column;
            for (size_t r = row; r < row + size_t(cell.rowSpan) && r < texts.size(); ++r) {
                for (size_t c = column; c < column + size_t(cell.columnSpan); ++c) {
                    if (c >= size_t(columns))
                        continue;
                    texts[r][qsizetype(c)] = cell.text;
                    taken[r][c] = true;
                }
            }
        }
    }
    return texts;
}

}  // namespace

class TestOfficePeer : public QObject
{
    Q_OBJECT

private slots:
    void everyCellOfAWordDocumentIsAsPythonReadsIt()
    {
        if (!hasModules(QStringLiteral("docx")))
            QSKIP("/usr/bin/python3 with python3-docx is not installed.");
        const QTemporaryDir folder;
        QCOMPARE(failure(folder.path(), python, {QStringLiteral("-c"), makeDocument}), QString());
        const auto manuscript = readDocx(content(folder.filePath("peer.docx")));
        QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
        const QJsonArray tables
            = QJsonDocument::fromJson(content(folder.filePath("docx.json"))).array();
        QCOMPARE(tables.size(), qsizetype(9));
        QCOMPARE(manuscript->blocks.size(), size_t(27));
        for (qsizetype k = 0; k < tables.size(); ++k) {
            const ManuscriptBlock &title = manuscript->blocks[size_t(3 * k)];
            QCOMPARE(title.paragraph(), QStringLiteral("表%1 收入决算表").arg(k + 1));
            const TextGrid &grid = manuscript->blocks[size_t(3 * k + 2)].grid();
            const QJsonArray rows = tables[k].toArray();
            QCOMPARE(qsizetype(grid.rows.size()), rows.size());
            const auto texts = spread(grid, 5);
            for (qsizetype row = 0; row < rows.size(); ++row)
                for (qsizetype column = 0; column < 5; ++column)
                    QCOMPARE(texts[size_t(row)][column], rows[row].toArray()[column].toString());
            QCOMPARE(grid.rows[0][0].rowSpan, 2);
            QCOMPARE(grid.rows[0][1].columnSpan, 4);
        }
    }

    void everyFormulaGivesWhatLibreOfficeGives()
    {
        const QString soffice = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (!hasModules(QStringLiteral("openpyxl")) || soffice.isEmpty())
            QSKIP("python3-openpyxl or LibreOffice is not installed.");
        const QTemporaryDir folder;
        QCOMPARE(failure(folder.path(), python, {QStringLiteral("-c"), makeWorkbook}), QString());
        const QString profile
            = QStringLiteral("-env:UserInstallation=file://") + folder.filePath("profile");
        QCOMPARE(failure(folder.path(), soffice,
                     {profile, QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                         QStringLiteral("xlsx"), QStringLiteral("--outdir"),
                         folder.filePath("stored"), QStringLiteral("peer.xlsx")}),
            QString());
        const auto computed = readXlsx(content(folder.filePath("peer.xlsx")));
        const auto stored = readXlsx(content(folder.filePath("stored/peer.xlsx")));
        QVERIFY2(computed, qPrintable(computed ? QString() : computed.error().text()));
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().text()));
        QVERIFY(computed->notes.empty());
        QCOMPARE(computed->blocks.size(), size_t(9));
        QCOMPARE(stored->blocks.size(), size_t(9));
        for (size_t k = 0; k < computed->blocks.size(); ++k) {
            QCOMPARE(computed->blocks[k].place, stored->blocks[k].place);
            QCOMPARE(computed->blocks[k].rowPlaces, stored->blocks[k].rowPlaces);
            const auto ours = spread(computed->blocks[k].grid(), 5);
            const auto theirs = spread(stored->blocks[k].grid(), 5);
            QCOMPARE(ours.size(), size_t(14));
            QCOMPARE(ours, theirs);
            QVERIFY(!ours[1][1].isEmpty() && !ours[1][4].isEmpty() && ours[2][4].endsWith(u'%'));
            QCOMPARE(ours[13][4], QStringLiteral("注：本表反映部门本年度取得的各项收入情况。"));
        }
    }
};

QTEST_GUILESS_MAIN(TestOfficePeer)
#include "tst_office_peer.moc"
