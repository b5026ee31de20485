#include "model/checks/checker.h"
#include "model/recognize/recognizer.h"
#include "tests/model/document/consistent_report.h"
#include "tests/support/small_report.h"
#include "tests/support/thinning.h"
#include "tests/support/typed_report.h"

#include <QSet>
#include <QTest>
#include <random>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using State = LedgerEntry::State;

CheckResult checked(const Report &report)
{
    return Checker(report, context().handbook, context().rules).check();
}

const Report &hunanReport()
{
    static const Report report = [] {
        const Result<OpenedReport> opened = openReport(hunanPath(), context());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return opened->report;
    }();
    return report;
}

const LedgerEntry &entryOf(const CheckResult &result, QStringView rule)
{
    for (const LedgerEntry &entry : result.ledger) {
        if (entry.rule == rule)
            return entry;
    }
    qFatal("the ledger does not have %s", qPrintable(rule.toString()));
}

/// The finding that stands on its own and whose fix has this cell.
const Finding *findingThatFixes(const CheckResult &result, CellRef at)
{
    for (const Finding &finding : result.findings) {
        for (const auto &[fixed, amount] : finding.fix) {
            if (finding.causedBy < 0 && fixed == at)
                return &finding;
        }
    }
    return nullptr;
}

QStringList errorPlaces(const CheckResult &result)
{
    QStringList places;
    for (const Finding &finding : result.findings) {
        if (finding.severity == Severity::Error && finding.causedBy < 0 && finding.texts.empty())
            places << finding.place;
    }
    places.sort();
    return places;
}

/// Keeps a checker up to date with a document, the way a window does.
class Follower : public QObject
{
public:
    explicit Follower(ReportDocument &document)
        : m_document(document)
        , m_checker(document.report(), context().handbook, context().rules)
        , m_result(m_checker.check())
    {
        connect(&document, &ReportDocument::cellsChanged, this,
            [this](const std::vector<CellRef> &cells) { m_result = m_checker.recheck(cells); });
        connect(&document, &ReportDocument::sheetsChanged, this, [this] {
            m_checker.rebuild();
            m_result = m_checker.check();
        });
    }

    /// "" where the running result is the one that a check from nothing gives.
    QString differenceFromNothing() const
    {
        const QString running = everything(m_document.report(), m_result);
        const QString anew = everything(m_document.report(), checked(m_document.report()));
        if (running == anew)
            return {};
        const QStringList a = running.split(u'\n');
        const QStringList b = anew.split(u'\n');
        qsizetype line = 0;
        while (a.value(line) == b.value(line))
            ++line;
        return u"running “%1”, from nothing “%2”"_s.arg(a.value(line), b.value(line));
    }

private:
    ReportDocument &m_document;
    Checker m_checker;
    CheckResult m_result;
};

}  // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    /// What a column means that the form does not know is not known either.
    void anUnknownColumnIsComparedWithNothing()
    {
        Report report = smallReport();
        QCOMPARE(checked(report).count(Severity::Error), 0);
        Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T01"))];
        sheet.addColumn({u"extra1"_s, u"年初预算数"_s});
        const int extra = sheet.columnCount() - 1;
        for (int row = 0; row < sheet.rowCount(); ++row) {
            if (sheet.hasCell(row, extra))
                sheet.cell(row, extra).amount = Amount::number(Money::fromFen(7'000'000), 2);
        }
        const CheckResult result = checked(report);
        QVERIFY2(result.count(Severity::Error) == 0, qPrintable(told(result, {Severity::Error})));
    }

    void theBalancesOfTwoYearsAreCompared()
    {
        Report report = smallReport();
        const auto stateOf = [](const CheckResult &result, const char *rule) {
            return entryOf(result, QString(rule)).state;
        };
        const CheckResult alone = checked(report);
        for (const char *rule : {"X0Y-1", "X0Y-2", "X0Y-3"}) {
            QCOMPARE(stateOf(alone, rule), State::LacksData);
            QVERIFY(entryOf(alone, QString(rule)).otherReport);
        }
        const auto lastYear = [&report](const char *figure, qint64 cents) {
            SideFigure side;
            side.figure = QString(figure);
            side.phase = Phase::Last;
            side.amount = Amount::number(Money::fromFen(cents * 10'000), 2);
            report.sideFigures.push_back(side);
        };
        lastYear("expenditure.closing", 3'500);
        lastYear("fiscal.closing", 3'200);
        const CheckResult right = checked(report);
        QCOMPARE(stateOf(right, "X0Y-1"), State::Passed);
        QCOMPARE(entryOf(right, u"X0Y-1"_s).instances, 2);
        QCOMPARE(stateOf(right, "X0Y-3"), State::Passed);
        report.sideFigures.front().amount = Amount::number(Money::fromFen(36'000'000), 2);
        const CheckResult wrong = checked(report);
        QCOMPARE(stateOf(wrong, "X0Y-1"), State::Failed);
        const auto finding = std::find_if(wrong.findings.begin(), wrong.findings.end(),
            [](const Finding &one) { return one.rule == u"X0Y-1"; });
        QVERIFY(finding != wrong.findings.end());
        QCOMPARE(finding->difference, u"-1.00"_s);
        QVERIFY2(finding->place.startsWith(u"01"), qPrintable(finding->place));

        // More of other money is used than was left.
        Sheet &sheet = report.sheets[size_t(report.sheetOf(u"T01"))];
        sheet.cell(sheet.rowOf(u"use_surplus"), 0).amount
            = Amount::number(Money::fromFen(5'000'000), 2);
        QCOMPARE(stateOf(checked(report), "X0Y-3"), State::Failed);
    }

    void aFormMayPrintItemsOnly()
    {
        Report report = smallReport();
        for (Sheet &sheet : report.sheets) {
            const bool tree
                = sheet.form->accounts == TableForm::Accounts::Functional && sheet.form->hasTree();
            for (int row = sheet.rowCount() - 1; row >= 0 && tree; --row) {
                const AccountCode code = sheet.rows[size_t(row)].code;
                if (!code.isEmpty() && code.level() != AccountCode::Level::Item)
                    sheet.removeRow(row);
            }
        }
        const CheckResult result = checked(report);
        QVERIFY2(result.count(Severity::Error) == 0, qPrintable(told(result, {Severity::Error})));
    }

    void theHunanReportHasItsFiveErrorsAndNoOther()
    {
        MZ_NEEDS_HUNAN();
        const Report &report = hunanReport();
        const CheckResult result = checked(report);
        const QString all = told(result, {Severity::Error});
        const QStringList places = errorPlaces(result);
        QVERIFY2(places.size() == 5, qPrintable(all));
        for (const QString &place :
            {u"02 · "_s, u"05 · 2101301"_s, u"06 · 301"_s, u"06 · 302"_s, u"09 · "_s}) {
            const auto stands = [&place](const QString &text) { return text.startsWith(place); };
            QVERIFY2(std::count_if(places.begin(), places.end(), stands) == 1,
                qPrintable(place + u'\n' + all));
        }
        QCOMPARE(result.verdict(), CheckResult::Verdict::Faulty);
    }

    void theHunanErrorsNameWhatIsMostLikelyWrong_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("amount");
        QTest::newRow("T02") << u"T02"_s << u"20199"_s << u"fiscal"_s << u"826.17"_s;
        QTest::newRow("T05") << u"T05"_s << u"2101301"_s << u"project"_s << u"0.00"_s;
        QTest::newRow("T06") << u"T06"_s << u"302"_s << u"amount"_s << u"998.87"_s;
        QTest::newRow("T09") << u"T09"_s << u"total"_s << u"actual.vehicles"_s << u"73.43"_s;
    }

    void theHunanErrorsNameWhatIsMostLikelyWrong()
    {
        MZ_NEEDS_HUNAN();
        QFETCH(QString, kind);
        QFETCH(QString, row);
        QFETCH(QString, column);
        QFETCH(QString, amount);
        const Report &report = hunanReport();
        const CheckResult result = checked(report);
        const Finding *finding = findingThatFixes(result, cellOf(report, kind, row, column));
        QVERIFY(finding);
        QCOMPARE(finding->severity, Severity::Error);
        const Money expected = *Money::parse(amount, Money::Unit::TenThousandYuan);
        for (const auto &[at, fixed] : finding->fix) {
            QCOMPARE(fixed.money(), expected);
            QVERIFY(!report.cell(at).amount.isBlank());
        }
        QVERIFY(finding->repairs >= 2);
        const auto index = int(finding - result.findings.data());
        const auto consequences = std::count_if(
            result.findings.begin(), result.findings.end(), [index](const Finding &other) {
                return other.causedBy == index && other.texts.empty();
            });
        QCOMPARE(int(consequences), finding->repairs - 1);
    }

    void acceptingTheHunanFixesLeavesOneError()
    {
        MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        document.setReport(hunanReport());
        document.setEditable(true);
        for (const Finding &finding : checked(hunanReport()).findings) {
            if (!finding.fix.empty())
                QVERIFY(document.applyFix(finding.fix, u"fix"_s).has_value());
        }
        const CheckResult after = checked(document.report());
        QVERIFY2(errorPlaces(after).size() <= 1, qPrintable(told(after, {Severity::Error})));
    }

    void consequencesStandBehindTheirCause()
    {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            Report report = consistentReport(seed);
            ConsistentReport random(seed);
            const std::vector<CellRef> cells = allCells(report);
            for (int fault = 0; fault < 4; ++fault) {
                const CellRef at = cells[random.below(cells.size())];
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(random.amount()), 2));
            }
            const CheckResult result = checked(report);
            QSet<QString> keys;
            for (size_t i = 0; i < result.findings.size(); ++i) {
                const Finding &finding = result.findings[i];
                QVERIFY(!finding.key.isEmpty() && !finding.message.isEmpty());
                QVERIFY2(!keys.contains(finding.key), qPrintable(finding.key));
                keys.insert(finding.key);
                QVERIFY(finding.causedBy < int(i));
                if (finding.causedBy >= 0)
                    QCOMPARE(result.findings[size_t(finding.causedBy)].causedBy, -1);
            }
        }
    }

    void aTypedReportHasNoErrorOfItsTables()
    {
        const CheckResult result = checked(typedReport());
        for (const char *rule : {"IN02-1", "IN02-2", "IN02-3", "IN02-4", "IN03-1", "IN05-1",
                 "IN05-4", "X45-1", "X35-4-total", "IN09-2-actual"})
            QCOMPARE(entryOf(result, QString::fromLatin1(rule)).state, State::Passed);
        // What was not typed: basic expenditure by T06.
        QCOMPARE(entryOf(result, u"X56-1").state, State::LacksData);
    }

    void aConsistentReportHasNoErrorAndNoWarning()
    {
        for (unsigned seed = 1; seed <= 400; seed += thinning) {
            const CheckResult result = checked(consistentReport(seed));
            const QString faults = told(result, {Severity::Error, Severity::Warning});
            QVERIFY2(faults.isEmpty(), qPrintable(u"seed %1: "_s.arg(seed) + faults));
            for (const LedgerEntry &entry : result.ledger) {
                // F1 prints no balances in T08: the form lacks them, not the report.
                const bool lacking = entry.state == State::LacksData && !entry.otherReport;
                QVERIFY2(!lacking || entry.rule == u"IN08-2-balance", qPrintable(entry.rule));
            }
        }
    }

    void aCompleteReportPasses()
    {
        const CheckResult result = checked(consistentReport(1));
        QCOMPARE(result.verdict(), CheckResult::Verdict::Passed);
    }

    void roundedFiguresGiveNoError()
    {
        // Exact amounts in yuan, every figure rounded for itself: sums are off by cents.
        int tails = 0;
        for (unsigned seed = 1; seed <= 200; seed += thinning) {
            ConsistentReport random(seed);
            Report report = random.make();
            // Yuan behind the cents: leaves get them, totals are summed, then all are rounded.
            Totals totals(report);
            for (const CellRef &at : allCells(report)) {
                const QString &kind = report.sheets[size_t(at.sheet)].form->kind;
                const SheetRow &row = report.sheets[size_t(at.sheet)].rows[size_t(at.row)];
                Cell &cell = report.sheets[size_t(at.sheet)].cell(at.row, at.column);
                if (kind == u"T06" && row.code.level() == AccountCode::Level::Group
                    && cell.amount.money().fen() > cent)
                    cell.amount = Amount::number(
                        Money::fromFen(cell.amount.money().fen() + random.below(4'000)), 6);
            }
            totals.recompute();
            const int sheet = report.sheetOf(u"T06");
            for (int row = 0; row < report.sheets[size_t(sheet)].rowCount(); ++row) {
                Cell &cell = report.sheets[size_t(sheet)].cell(row, 0);
                if (cell.amount.isNumber())
                    cell.amount = Amount::number(
                        Money::fromFen((cell.amount.money().fen() + cent / 2) / cent * cent), 2);
            }
            const CheckResult result = checked(report);
            tails += entryOf(result, u"IN06-1").tails;
            for (const QString &rule : {u"IN06-1"_s, u"IN06-2"_s, u"IN06-3"_s})
                QVERIFY2(entryOf(result, rule).state != State::Failed,
                    qPrintable(u"seed %1 "_s.arg(seed) + rule));
        }
        QVERIFY(tails > 50 / thinning);
    }

    void theLedgerHasEveryRuleOnce()
    {
        std::vector<Report> reports{
            Report(), newReport(context().handbook), typedReport(), consistentReport(7)};
        if (QFile::exists(hunanPath()))
            reports.push_back(hunanReport());
        for (const Report &report : reports) {
            const CheckResult result = checked(report);
            QCOMPARE(result.ledger.size(), context().rules.rules().size());
            QSet<QString> rules;
            for (const LedgerEntry &entry : result.ledger) {
                QVERIFY2(!rules.contains(entry.rule), qPrintable(entry.rule));
                rules.insert(entry.rule);
                QVERIFY2(context().rules.find(entry.rule), qPrintable(entry.rule));
                const bool done = entry.state == State::Passed || entry.state == State::Failed;
                QVERIFY2(done || !entry.reason.isEmpty(), qPrintable(entry.rule));
                if (entry.state == State::Passed)
                    QVERIFY2(entry.instances > 0, qPrintable(entry.rule));
            }
        }
    }

    void whatIsNotTypedYetContradictsNothing()
    {
        ReportDocument document(context().handbook);
        document.setReport(newReport(context().handbook));
        QCOMPARE(checked(document.report()).count(Severity::Error), 0);
        QCOMPARE(addAccounts(document, u"T05", {u"2010301"_s}), QString());
        QCOMPARE(checked(document.report()).count(Severity::Error), 0);
        const CellRef at = cellOf(document.report(), u"T05"_s, u"2010301"_s, u"basic"_s);
        QVERIFY(document.type(at, u"100.00"_s));
        for (const Finding &finding : checked(document.report()).findings)
            QVERIFY2(finding.severity != Severity::Error || !finding.rule.startsWith(u'X'),
                qPrintable(finding.rule + u' ' + finding.message));
        // Once the other table is begun, both must agree.
        QCOMPARE(addAccounts(document, u"T03", {u"2010301"_s}), QString());
        const CellRef other = cellOf(document.report(), u"T03"_s, u"2010301"_s, u"basic"_s);
        QVERIFY(document.type(other, u"90.00"_s));
        QCOMPARE(entryOf(checked(document.report()), u"X35-1-total"_s).state, State::Failed);
        QVERIFY(document.type(other, u"100.00"_s));
        QCOMPARE(entryOf(checked(document.report()), u"X35-1-total"_s).state, State::Passed);
    }

    void everyErrorHasAFailedRule()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            Report report = consistentReport(seed);
            ConsistentReport random(seed);
            const std::vector<CellRef> cells = allCells(report);
            for (int fault = 0; fault < 3; ++fault) {
                const CellRef at = cells[random.below(cells.size())];
                report.sheets[size_t(at.sheet)].setPrinted(
                    at.row, at.column, Amount::number(Money::fromFen(random.amount()), 2));
            }
            const CheckResult result = checked(report);
            QSet<QString> failed;
            for (const LedgerEntry &entry : result.ledger) {
                if (entry.state == State::Failed)
                    failed.insert(entry.rule);
            }
            QSet<QString> found;
            for (const Finding &finding : result.findings) {
                if (finding.severity == Severity::Error)
                    QVERIFY2(failed.contains(finding.rule), qPrintable(finding.rule));
                found.insert(finding.rule);
            }
            for (const QString &rule : failed)
                QVERIFY2(found.contains(rule), qPrintable(rule));
        }
    }

    void aTableThatIsNotThereLacksDataAndIsNoErrorOfAnEquation()
    {
        for (const QString &kind : {u"T01"_s, u"T02"_s, u"T03"_s, u"T04"_s, u"T05"_s, u"T06"_s,
                 u"T07"_s, u"T08"_s, u"T09"_s}) {
            Report report = consistentReport(11);
            report.sheets.erase(report.sheets.begin() + report.sheetOf(kind));
            report.sections.clear();
            const CheckResult result = checked(report);
            for (const Finding &finding : result.findings) {
                if (finding.severity <= Severity::Warning)
                    QVERIFY2(finding.rule == u"ST-4"_s || finding.rule == u"X35-3"_s,
                        qPrintable(kind + u' ' + finding.rule + finding.message));
            }
            int lacking = 0;
            for (const LedgerEntry &entry : result.ledger)
                lacking += entry.state == State::LacksData && !entry.otherReport;
            QVERIFY2(lacking > 0, qPrintable(kind));
            QVERIFY2(result.verdict() != CheckResult::Verdict::Passed, qPrintable(kind));
        }
    }

    void aCellThatCannotBeReadIsNoErrorOfAnEquation()
    {
        for (unsigned seed = 1; seed <= 30; ++seed) {
            Report report = consistentReport(seed);
            ConsistentReport random(seed);
            const std::vector<CellRef> cells = allCells(report);
            const CellRef at = cells[random.below(cells.size())];
            report.sheets[size_t(at.sheet)].setPrinted(
                at.row, at.column, Amount::unreadable(), u"约三万"_s);
            const CheckResult result = checked(report);
            for (const Finding &finding : result.findings) {
                if (finding.severity == Severity::Error)
                    QVERIFY2(finding.rule == u"IN-ALL-2"_s || finding.rule == u"XM-1"_s,
                        qPrintable(u"seed %1: "_s.arg(seed) + finding.rule + u' ' + finding.place
                            + u' ' + finding.message));
            }
            QCOMPARE(entryOf(result, u"IN-ALL-2").state, State::Failed);
        }
    }

    void aTableThatCannotBeReadLacksData()
    {
        Report report = consistentReport(3);
        const int sheet = report.sheetOf(u"T09");
        for (int column = 0; column < report.sheets[size_t(sheet)].columnCount(); ++column)
            report.sheets[size_t(sheet)].setPrinted(0, column, Amount::unreadable(), u"？"_s);
        const CheckResult result = checked(report);
        for (const QString &rule : {u"IN09-1-actual"_s, u"IN09-2-budget"_s})
            QCOMPARE(entryOf(result, rule).state, State::LacksData);
    }

    void anAmountWhereTheFormPrintsNoneIsRecheckedAtOnce()
    {
        for (const QString &kind : {u"T07"_s, u"T08"_s}) {
            unsigned seed = 1;
            while (isEmptyTable(*consistentReport(seed).sheet(kind)))
                ++seed;
            Report report = consistentReport(seed);
            const int sheet = report.sheetOf(kind);
            const int total = report.sheets[size_t(sheet)].rowOf(u"total");
            for (int column = 0; column < report.sheets[size_t(sheet)].columnCount(); ++column)
                report.sheets[size_t(sheet)].setPrinted(
                    total, column, Amount::notPrinted(), u"合计"_s);
            report.isPublication = true;
            markPublished(report);
            ReportDocument document(context().handbook);
            document.setReport(report);
            document.setEditable(true);
            Follower follower(document);
            QVERIFY2(follower.differenceFromNothing().isEmpty(), "before");
            const auto state = [&] {
                return document.report()
                    .cell(cellOf(document.report(), kind, u"total", u"basic"))
                    .amount.state();
            };
            QCOMPARE(state(), Amount::State::NotPrinted);
            const CellRef at = cellOf(document.report(), kind, u"total", u"basic");
            const Done typed = document.totals().isTotal(at) ? document.pin(at, u"77777.77"_s)
                                                             : document.type(at, u"77777.77"_s);
            QVERIFY2(typed.has_value(), typed ? "" : qPrintable(typed.error().text()));
            QCOMPARE(state(), Amount::State::Number);
            const QString after = follower.differenceFromNothing();
            QVERIFY2(after.isEmpty(), qPrintable(after));
            document.undoStack().undo();
            const QString undone = follower.differenceFromNothing();
            QVERIFY2(undone.isEmpty(), qPrintable(undone));
        }
    }

    void recheckAfterAnyEditEqualsACheckFromNothing_data()
    {
        QTest::addColumn<bool>("hunan");
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed)
            QTest::addRow("consistent report, seed %u", seed) << false << seed;
        for (unsigned seed = 1; seed <= 2; ++seed)
            QTest::addRow("Hunan report, seed %u", seed) << true << seed;
    }

    void recheckAfterAnyEditEqualsACheckFromNothing()
    {
        QFETCH(bool, hunan);
        QFETCH(unsigned, seed);
        if (hunan)
            MZ_NEEDS_HUNAN();
        ReportDocument document(context().handbook);
        document.setReport(hunan ? hunanReport() : consistentReport(seed));
        document.setEditable(true);
        Follower follower(document);
        ConsistentReport random(seed + 100);
        static const QStringList texts{
            u"0"_s, u"0.00"_s, QString(), u"—"_s, u"12.5"_s, u"-3"_s, u"922.207"_s, u"1,234.56"_s};
        int steps = 0;
        for (int step = 0; step < 120 / thinning; ++step) {
            const std::vector<CellRef> cells = allCells(document.report());
            const CellRef at = cells[random.below(cells.size())];
            const QString text = texts[qsizetype(random.below(size_t(texts.size())))];
            const unsigned what = random.below(10);
            if (what < 5)
                steps += document.totals().isTotal(at) ? document.pin(at, text).has_value()
                                                       : document.type(at, text).has_value();
            else if (what < 6)
                steps += document.release(at).has_value();
            else if (what < 7)
                steps += document.clear({at, cells[random.below(cells.size())]}).has_value();
            else if (what < 8)
                document.undoStack().undo();
            else if (what < 9)
                document.undoStack().redo();
            else
                steps += document
                             .addAccount(document.report().sheetOf(u"T03"),
                                 AccountCode::parse(u"20199%1"_s.arg(random.below(30) + 10)), {})
                             .has_value();
            const QString wrong = follower.differenceFromNothing();
            QVERIFY2(wrong.isEmpty(),
                qPrintable(u"step %1 kind %2 %3[%4].%5 “%6”: %7"_s.arg(step)
                               .arg(what)
                               .arg(document.report().sheets[size_t(at.sheet)].form->kind)
                               .arg(at.row)
                               .arg(at.column)
                               .arg(text, wrong)));
        }
        QVERIFY(steps > 40 / thinning);
    }
};

QTEST_GUILESS_MAIN(TestChecks)

#include "tst_checks.moc"
