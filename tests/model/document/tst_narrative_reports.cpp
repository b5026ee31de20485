#include "model/checks/checker.h"
#include "model/document/check_session.h"
#include "model/document/report_json.h"
#include "model/narrative/bound_by_hand.h"
#include "tests/support/narrative_text.h"
#include "tests/support/real_reports.h"

#include <QRandomGenerator>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

using Verdict = Claim::Verdict;

namespace {

NarrativeReading read(const Report &report) { return readNarrative(report, context().handbook); }

/// Claims that are called wrong in the one reading, but not in the other.
int newlyWrong(const NarrativeReading &after, const NarrativeReading &before)
{
    int count = 0;
    for (size_t i = 0; i < after.claims.size(); ++i) {
        const bool known = i < before.claims.size() && isWrong(before.claims[i]);
        count += isWrong(after.claims[i]) && !known ? 1 : 0;
    }
    return count;
}

std::vector<RealReport> reportsWithText()
{
    std::vector<RealReport> reports = realReports();
    reports.front().path = hunanPath();
    return reports;
}

}  // namespace

/// The explanations of the real reports, and numbers bound by hand in a document.
class NarrativeReportsTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyRealFaultsAreTold_data();
    void onlyRealFaultsAreTold();
    void plantedDigitsAreFound_data() { reports(); }
    void plantedDigitsAreFound();
    void aBindingIsKeptInTheFileAndUndone();

private:
    static void reports()
    {
        QTest::addColumn<QString>("path");
        for (const RealReport &report : reportsWithText())
            QTest::newRow(report.name) << report.path;
    }
};

void NarrativeReportsTest::onlyRealFaultsAreTold_data() { reports(); }

/// Verified by hand: section six of the Hunan report prints the total where the basic
/// expenditure belongs; no other number of it, and none of the others, is wrong.
void NarrativeReportsTest::onlyRealFaultsAreTold()
{
    QFETCH(QString, path);
    if (!QFile::exists(path))
        QSKIP("needs ../shared/reports, which is not here");
    const Report report = openReport(path, context())->report;
    const NarrativeReading reading = read(report);
    int bound = 0, checked = 0, numbers = 0;
    QStringList wrong, open;
    for (const Claim &claim : reading.claims) {
        QVERIFY2(claim.isChecked() || !claim.reason.isEmpty(), qPrintable(told(report, claim)));
        if (isWrong(claim))
            wrong << told(report, claim);
        if (isWordOnly(claim))
            continue;
        const bool mine
            = claim.section < u"S10" || (claim.section > u"S10" && claim.section < u"S15");
        if (mine && !claim.section.isEmpty()) {
            ++numbers;
            bound += claim.figure.isEmpty() ? 0 : 1;
            checked += claim.isChecked() ? 1 : 0;
            if (!claim.isChecked())
                open << told(report, claim);
        }
    }
    qInfo("%d in all; of the sections %d numbers, %d bound, %d checked, %d wrong",
        int(reading.claims.size()), numbers, bound, checked, int(wrong.size()));
    if (qEnvironmentVariableIsSet("MZ_TELL"))
        qInfo("%s\n--\n%s", qPrintable(wrong.join(u'\n')), qPrintable(open.join(u'\n')));
    QVERIFY(bound * 100 >= numbers * 95);
}

void NarrativeReportsTest::plantedDigitsAreFound()
{
    QFETCH(QString, path);
    if (!QFile::exists(path))
        QSKIP("needs ../shared/reports, which is not here");
    const Report original = openReport(path, context())->report;
    const NarrativeReading before = read(original);
    QRandomGenerator random(7);
    int planted = 0, found = 0, accused = 0;
    QStringList missed, extra;
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        for (const Claim &claim : before.claims) {
            if (!claim.isChecked() || isWrong(claim) || isWordOnly(claim) || claim.freeProse
                || claim.verdict == Verdict::Follows || claim.place.block < 0)
                continue;
            Report report = original;
            QString &text = report.sections[size_t(claim.place.section)]
                                .blocks[size_t(claim.place.block)]
                                .text;
            int at = claim.place.start + random.bounded(claim.place.length);
            while (!text[at].isDigit())
                at = claim.place.start + random.bounded(claim.place.length);
            text[at] = QChar(u'0' + (text[at].digitValue() + 1 + random.bounded(9)) % 10);
            ++planted;
            const NarrativeReading after = read(report);
            const int more = newlyWrong(after, before);
            found += more > 0 ? 1 : 0;
            accused += more > 1 ? 1 : 0;
            if (more <= 0)
                missed << told(original, claim);
            if (more > 1)
                extra << told(original, claim);
        }
    }
    qInfo("planted %d, found %d, more than one accused %d", planted, found, accused);
    if (qEnvironmentVariableIsSet("MZ_TELL"))
        qInfo("%s\n--\n%s", qPrintable(missed.join(u'\n')), qPrintable(extra.join(u'\n')));
    QVERIFY2(found * 100 >= planted * 95, qPrintable(missed.join(u'\n')));
    QVERIFY2(accused * 100 <= planted * 2, qPrintable(extra.join(u'\n')));
}

void NarrativeReportsTest::aBindingIsKeptInTheFileAndUndone()
{
    MZ_NEEDS_HUNAN();
    ReportDocument document(context().handbook);
    document.setReport(openReport(hunanPath(), context())->report);
    CheckSession session(document, context().rules);
    const std::vector<Claim> &claims = session.result().reading.claims;
    const auto unbound = std::find_if(claims.begin(), claims.end(), [](const Claim &claim) {
        return claim.verdict == Verdict::Unbound && claim.unit == u"万元";
    });
    QVERIFY(unbound != claims.end());
    const auto index = size_t(unbound - claims.begin());
    NumberBinding binding = bindingAt(document.report(), unbound->place);
    binding.figure = u"expenditure.basic"_s;
    document.bindNumber(binding);
    QVERIFY(session.result().reading.claims[index].byHand);
    QCOMPARE(session.result().reading.claims[index].figure, binding.figure);

    const Result<Report> again
        = readReportJson(writeReportJson(document.report()), context().handbook);
    QVERIFY(again.has_value());
    QCOMPARE(again->numberBindings, document.report().numberBindings);
    QVERIFY(writeReportJson(*again) == writeReportJson(document.report()));

    document.undoStack().undo();
    QVERIFY(document.report().numberBindings.empty());
    QVERIFY(!session.result().reading.claims[index].byHand);
    document.undoStack().redo();
    QCOMPARE(document.report().numberBindings.size(), size_t(1));
    document.unbindNumber(binding);
    QVERIFY(document.report().numberBindings.empty());

    binding.figure.clear();
    document.bindNumber(binding);
    const Result<Report> nothing
        = readReportJson(writeReportJson(document.report()), context().handbook);
    QVERIFY(nothing.has_value());
    QCOMPARE(nothing->numberBindings, document.report().numberBindings);
    QByteArray broken = writeReportJson(document.report());
    broken.replace("\"number\":", "\"nomber\":");
    QVERIFY(!readReportJson(broken, context().handbook).has_value());
}

QTEST_GUILESS_MAIN(NarrativeReportsTest)
#include "tst_narrative_reports.moc"
