#include "model/checks/checker.h"
#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "tests/support/hunan.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using State = LedgerEntry::State;

CheckResult checked(const Report &report)
{
    return Checker(report, context().handbook, context().rules).check();
}

LedgerEntry entryOf(const CheckResult &result, QStringView rule)
{
    for (const LedgerEntry &entry : result.ledger) {
        if (entry.rule == rule)
            return entry;
    }
    return {};
}

/// A PDF whose pages are pictures.
QByteArray scan(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageMargins({});
    QPainter painter(&writer);
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::gray);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), image);
    }
    painter.end();
    return bytes;
}

/// The Hunan report, some of whose lines stood on pages that are pictures: those
/// from the one that contains `first` up to the one that contains `next`.
Result<Report> withoutLines(const QString &first, const QString &next)
{
    QFile file(hunanPath());
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), {}};
    Result<Manuscript> manuscript = readManuscript(file.readAll(), hunanPath());
    if (!manuscript)
        return manuscript.error();
    int page = 1;
    const auto turn = [&](const QString &text) {
        if (page == 1 && text.contains(first))
            page = 2;
        else if (page == 2 && text.contains(next))
            page = 3;
        return page;
    };
    std::vector<ManuscriptBlock> kept;
    for (ManuscriptBlock &block : manuscript->blocks) {
        if (block.isParagraph()) {
            block.place.page = turn(block.paragraph());
            if (page != 2)
                kept.push_back(std::move(block));
            continue;
        }
        TextGrid grid = block.grid();
        grid.rows.clear();
        block.rowPlaces.clear();
        for (const auto &row : block.grid().rows) {
            QString text;
            for (const GridCell &cell : row)
                text += cell.text + u' ';
            if (turn(text) == 2)
                continue;
            grid.rows.push_back(row);
            block.rowPlaces.push_back({0, page, {}});
        }
        if (grid.rows.empty())
            continue;
        block.place.page = block.rowPlaces.front().page;
        block.content = std::move(grid);
        kept.push_back(std::move(block));
    }
    manuscript->blocks = std::move(kept);
    manuscript->notes.push_back({u"The page is a picture."_s, {0, 2, {}}, true});
    return recognize(*manuscript, context().handbook, context().words);
}

}  // namespace

class TestLostPages : public QObject
{
    Q_OBJECT

private slots:
    void aScanIsOneSentenceAndNoError()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("scan.pdf");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(scan(3));
        file.close();

        const auto refused = openReport(path, context());
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"scan"));

        const auto opened = openReport(path, context(), {}, Scans::Accept);
        QVERIFY(opened);
        QCOMPARE(opened->report.lost.count, 3);
        const CheckResult result = checked(opened->report);
        QVERIFY(result.verdict() == CheckResult::Verdict::Incomplete);
        QCOMPARE(result.count(Severity::Error), 0);
        QCOMPARE(result.findings.size(), size_t(1));
        QCOMPARE(result.findings.front().rule, u"DQ-14"_s);
        QVERIFY(result.findings.front().severity == Severity::Manual);
        for (const Rule &rule : context().rules.rules()) {
            if (rule.relation && rule.conditions.empty() && rule.families.isEmpty())
                QVERIFY2(entryOf(result, rule.id).state == State::LacksData, qPrintable(rule.id));
        }
    }

    void aFileThatWasReadWholeIsNotAcceptedAsAScan()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("letter.txt");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing of a report\n");
        file.close();
        QVERIFY(!openReport(path, context(), {}, Scans::Accept));
    }

    void aTableOnALostPageLacksData()
    {
        MZ_NEEDS_HUNAN();
        const auto report = withoutLines(u"国有资本经营预算财政拨款支出决算表"_s, u"第三部分"_s);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().text()));
        QCOMPARE(report->lost.count, 1);
        const CheckResult result = checked(*report);
        QVERIFY(entryOf(result, u"ST-4").state == State::LacksData);
        QVERIFY(entryOf(result, u"DQ-13").state == State::Failed);
        Report whole = *report;
        whole.lost = {};
        QVERIFY(entryOf(checked(whole), u"ST-4").state == State::Failed);
    }

    void chaptersOnALostPageLackData()
    {
        MZ_NEEDS_HUNAN();
        const auto report = withoutLines(u"关于政府采购支出说明"_s, u"关于2023年度预算绩效情况"_s);
        QVERIFY(report);
        const CheckResult result = checked(*report);
        for (const QStringView rule : {u"ST-7", u"ST-11"})
            QVERIFY2(entryOf(result, rule).state != State::Failed, rule.toUtf8().constData());
        Report whole = *report;
        whole.lost = {};
        QVERIFY(entryOf(checked(whole), u"ST-7").state == State::Failed);
    }

    void rowsThatMayStandOnALostPageAreNoErrors()
    {
        MZ_NEEDS_HUNAN();
        auto opened = openReport(hunanPath(), context());
        QVERIFY(opened);
        Report report = opened->report;
        Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T03"))];
        while (sheet.rowCount() > 6)
            sheet.removeRow(sheet.rowCount() - 1);
        QVERIFY(checked(report).count(Severity::Error) > 5);
        report.lost = {1, {u"T03"_s}};
        const CheckResult result = checked(report);
        for (const Finding &finding : result.findings) {
            for (const FindingCell &cell : finding.cells)
                QVERIFY2(!finding.texts.empty() || finding.severity != Severity::Error
                        || cell.at.sheet != report.sheetOf(u"T03"),
                    qPrintable(finding.rule + u' ' + finding.message));
        }
        QVERIFY(entryOf(result, u"IN03-4").state == State::LacksData);
    }
};

QTEST_MAIN(TestLostPages)
#include "tst_lost_pages.moc"
