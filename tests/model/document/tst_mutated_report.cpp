#include "model/document/check_session.h"
#include "model/document/report_json.h"
#include "model/recognize/recognizer.h"
#include "tests/model/document/consistent_report.h"
#include "tests/support/thinning.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

const Report &original()
{
    static const Report report = [] {
        const Result<OpenedReport> opened = openReport(hunanPath(), context());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return opened->report;
    }();
    return report;
}

CheckResult checked(const Report &report)
{
    return Checker(report, context().handbook, context().rules).check();
}

QSet<QString> keysOf(const CheckResult &result)
{
    QSet<QString> keys;
    for (const Finding &finding : result.findings)
        keys.insert(finding.key + u'|' + finding.message);
    return keys;
}

/// Calls `visit` for every finding that the unchanged report does not have.
template <typename Visit>
void forEachNew(const CheckResult &result, Visit visit)
{
    static const QSet<QString> known = keysOf(checked(original()));
    for (const Finding &finding : result.findings) {
        // Sentences that tell of the changed cell differ from it too: not looked at here.
        if (finding.texts.empty() && !known.contains(finding.key + u'|' + finding.message))
            visit(finding);
    }
}

bool contains(const Finding &finding, CellRef at)
{
    return std::any_of(finding.cells.begin(), finding.cells.end(),
        [at](const FindingCell &cell) { return cell.at == at; });
}

bool contains(const Finding &finding, int sheet)
{
    return std::any_of(finding.cells.begin(), finding.cells.end(),
        [sheet](const FindingCell &cell) { return cell.at.sheet == sheet; });
}

QString textOf(const Finding &finding)
{
    return finding.rule + u' ' + finding.place + u": "_s + finding.message + u" → "_s
        + finding.cause;
}

/// Another digit for one of those that the cell prints; false where it prints none.
bool changeDigit(Report &report, CellRef at, ConsistentReport &random)
{
    QString text = printed(report, at);
    std::vector<qsizetype> digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isDigit())
            digits.push_back(i);
    }
    if (digits.empty())
        return false;
    const qsizetype place = digits[random.below(digits.size())];
    text[place] = QChar(u'0' + (text[place].digitValue() + 1 + int(random.below(9))) % 10);
    Sheet &sheet = report.sheets[size_t(at.sheet)];
    const auto amount = Amount::parsePrinted(text, sheet.unit);
    if (!amount)
        return false;
    sheet.setPrinted(at.row, at.column, *amount);
    return true;
}

Amount amountOf(double wan) { return Amount::number(Money::fromFen(qRound64(wan * 1e6)), 2); }

/// Whether the rule names the table anywhere.
bool speaksOf(const QString &rule, const QString &kind)
{
    const Rule *known = context().rules.find(rule);
    if (!known)
        return false;
    const auto side = [&kind](const Expression &expression) {
        return std::any_of(expression.terms().begin(), expression.terms().end(),
            [&kind](const ExpressionTerm &term) { return term.cells.table == kind; });
    };
    const bool condition = std::any_of(known->conditions.begin(), known->conditions.end(),
        [&side](const Relation &relation) { return side(relation.left); });
    return condition
        || (known->relation
            && (side(known->relation->left)
                || (known->relation->right && side(*known->relation->right))))
        || QJsonDocument(known->settings).toJson().contains(kind.toUtf8());
}

}  // namespace

class TestMutatedReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { MZ_NEEDS_HUNAN(); }

    void aChangedDigitIsToldAtItsCellAndNowhereElse()
    {
        const std::vector<CellRef> cells = allCells(original());
        std::vector<std::pair<CellRef, Money>> fixes;
        for (const Finding &finding : checked(original()).findings) {
            for (const auto &[cell, amount] : finding.fix)
                fixes.emplace_back(cell, amount.money());
        }
        int told = 0, named = 0, wrong = 0, unseen = 0;
        for (unsigned seed = 1; seed <= 300; seed += thinning) {
            ConsistentReport random(seed);
            Report report = original();
            const CellRef at = cells[random.below(cells.size())];
            if (!changeDigit(report, at, random))
                continue;
            bool any = false, fixed = false;
            forEachNew(checked(report), [&](const Finding &finding) {
                any = true;
                const bool here = contains(finding, at)
                    || (finding.cells.front().at.row < 0
                        && (contains(finding, at.sheet)
                            || speaksOf(finding.rule, report.sheets[size_t(at.sheet)].form->kind)));
                QVERIFY2(here || finding.rule == u"ROUNDING",
                    qPrintable(
                        u"seed %1, %2 %3 instead of %4: "_s.arg(seed).arg(
                            placeOf(report, at), printed(report, at), printed(original(), at))
                        + textOf(finding)));
                for (const auto &[cell, amount] : finding.fix) {
                    const bool right
                        = cell == at && amount.money() == original().cell(at).amount.money();
                    fixed = fixed || right;
                    if (!right && original().cell(cell).amount.money() != amount.money()
                        && std::find(fixes.begin(), fixes.end(), std::pair(cell, amount.money()))
                            == fixes.end()) {
                        ++wrong;
                        qInfo("seed %u: %s %s instead of %s: %s", seed,
                            qPrintable(placeOf(report, at)), qPrintable(printed(report, at)),
                            qPrintable(printed(original(), at)), qPrintable(textOf(finding)));
                    }
                }
            });
            if (QTest::currentTestFailed())
                return;
            (fixed ? named : any ? told : unseen) += 1;
        }
        qInfo("changed digits: put right %d, told %d, named wrongly %d, not seen %d", named, told,
            wrong, unseen);
        QCOMPARE(wrong, 0);
        QVERIFY(named + told > 6 * unseen);
    }

    void aDisplacedBlockIsToldInItsTable_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("T03") << u"T03"_s;
        QTest::newRow("T05") << u"T05"_s;
    }

    void aDisplacedBlockIsToldInItsTable()
    {
        QFETCH(QString, kind);
        const int s = original().sheetOf(kind);
        const Sheet &before = original().sheets[size_t(s)];
        int displaced = 0, otherwise = 0;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            ConsistentReport random(seed);
            Report report = original();
            Sheet &sheet = report.sheets[size_t(s)];
            const int shift = random.below(2) ? 1 : -1;
            const int length = 4 + int(random.below(size_t(before.rowCount() - 9)));
            const int first = 2 + int(random.below(size_t(before.rowCount() - length - 3)));
            for (int row = first; row < first + length; ++row) {
                for (int column = 0; column < before.columnCount(); ++column)
                    sheet.cell(row, column) = before.cell(row - shift, column);
            }
            if (sheet == before)
                continue;
            bool named = false;
            forEachNew(checked(report), [&](const Finding &finding) {
                const bool inBlock = std::any_of(
                    finding.cells.begin(), finding.cells.end(), [&](const FindingCell &cell) {
                        return cell.at.sheet == s
                            && (cell.at.row < 0
                                || (cell.at.row >= first - 1 && cell.at.row <= first + length));
                    });
                QVERIFY2(inBlock || finding.rule == u"ROUNDING",
                    qPrintable(u"seed %1: "_s.arg(seed) + textOf(finding)));
                // A block is no fix, and no figure of it is.
                named = named
                    || (finding.difference.isEmpty() && finding.fix.empty() && finding.causedBy < 0
                        && !finding.cause.isEmpty());
            });
            if (QTest::currentTestFailed())
                return;
            (named ? displaced : otherwise) += 1;
        }
        qInfo("blocks displaced in %s: said so %d, told otherwise %d", qPrintable(kind), displaced,
            otherwise);
        QVERIFY(displaced > otherwise);
    }

    void aDroppedRowIsToldInItsTableOrByItsCode()
    {
        for (const QString &kind : {u"T02"_s, u"T03"_s, u"T05"_s}) {
            const int s = original().sheetOf(kind);
            int seen = 0, unseen = 0;
            for (int row = 1; row < original().sheets[size_t(s)].rowCount(); ++row) {
                Report report = original();
                const QString code = report.sheets[size_t(s)].rows[size_t(row)].key;
                report.sheets[size_t(s)].removeRow(row);
                int count = 0;
                forEachNew(checked(report), [&](const Finding &finding) {
                    ++count;
                    const bool byCode = std::any_of(
                        finding.cells.begin(), finding.cells.end(), [&](const FindingCell &cell) {
                            return cell.at.row >= 0
                                && report.sheets[size_t(cell.at.sheet)]
                                       .rows[size_t(cell.at.row)]
                                       .code.toString()
                                       .startsWith(code);
                        });
                    QVERIFY2(contains(finding, s) || byCode || finding.rule == u"ROUNDING",
                        qPrintable(kind + u" without "_s + code + u": "_s + textOf(finding)));
                });
                if (QTest::currentTestFailed())
                    return;
                (count > 0 ? seen : unseen) += 1;
            }
            // No other table needs a row that is the only one of its group.
            qInfo("rows dropped from %s: told %d, not seen %d", qPrintable(kind), seen, unseen);
            QVERIFY(kind == u"T05" ? unseen == 0 : seen > unseen);
        }
    }

    void aBlankTableIsToldWhereItIsNeeded()
    {
        for (int s = 0; s < int(original().sheets.size()); ++s) {
            Report report = original();
            Sheet &sheet = report.sheets[size_t(s)];
            const QString kind = sheet.form->kind;
            const bool wasEmpty = isEmptyTable(sheet);
            for (int row = 0; row < sheet.rowCount(); ++row) {
                for (int column = 0; column < sheet.columnCount(); ++column) {
                    if (sheet.hasCell(row, column))
                        sheet.setPrinted(row, column, {});
                }
            }
            int count = 0;
            const CheckResult result = checked(report);
            forEachNew(result, [&](const Finding &finding) {
                count += finding.severity == Severity::Error ? 1 : 0;
                QVERIFY2(contains(finding, s) || speaksOf(finding.rule, kind)
                        || finding.rule == u"ROUNDING",
                    qPrintable(kind + u": "_s + textOf(finding)));
                // A table that is blank names no single figure.
                if (contains(finding, s))
                    QVERIFY2(finding.fix.size() != 1 || finding.fix.front().first.sheet == s,
                        qPrintable(textOf(finding)));
            });
            if (QTest::currentTestFailed())
                return;
            QVERIFY2(wasEmpty || count > 0, qPrintable(kind));
        }
    }

    void theSameClassMayDifferByRoundingAcrossTables_data()
    {
        QTest::addColumn<double>("amount");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("the same") << 42.44 << false;
        QTest::newRow("0.01 more") << 42.45 << false;
        QTest::newRow("0.01 less") << 42.43 << false;
        QTest::newRow("0.05 more") << 42.49 << true;
        QTest::newRow("0.05 less") << 42.39 << true;
    }

    void theSameClassMayDifferByRoundingAcrossTables()
    {
        QFETCH(double, amount);
        QFETCH(bool, wrong);
        Report report = original();
        const CellRef at = cellOf(report, u"T01", u"210", u"amount");
        QVERIFY(at.isValid());
        report.sheets[size_t(at.sheet)].setPrinted(at.row, at.column, amountOf(amount));
        int errors = 0;
        forEachNew(checked(report),
            [&](const Finding &finding) { errors += finding.severity == Severity::Error ? 1 : 0; });
        QCOMPARE(errors > 0, wrong);
    }

    void marksSurviveSavingARecheckAndACorrectedVersion()
    {
        ReportDocument document(context().handbook);
        document.setReport(original());
        document.setEditable(true);
        CheckSession session(document, context().rules);
        const auto find = [](const CheckSession &checks, QStringView rule, QStringView place) {
            for (const Finding &finding : checks.result().findings) {
                if (finding.rule == rule && finding.place.startsWith(place))
                    return finding;
            }
            return Finding();
        };
        const Finding error = find(session, u"IN09-1-actual", u"09");
        const Finding hint = find(session, u"ST-11", u"9、");
        QVERIFY(!error.key.isEmpty() && !hint.key.isEmpty());
        document.setMark({error.key, FindingMark::Kind::Exception, u"见说明"_s});
        document.setMark({hint.key, FindingMark::Kind::FalseAlarm, u"自动编号"_s});
        const auto holds = [&](const CheckSession &checks) {
            const FindingMark *first = checks.markOf(find(checks, u"IN09-1-actual", u"09"));
            const FindingMark *second = checks.markOf(find(checks, u"ST-11", u"9、"));
            return first && first->kind == FindingMark::Kind::Exception
                && first->reason == u"见说明" && second
                && second->kind == FindingMark::Kind::FalseAlarm;
        };
        QVERIFY(holds(session));
        // A re-check: the finding before it goes, all others move up.
        const CellRef fixed = cellOf(document.report(), u"T05", u"2101301", u"project");
        QVERIFY(document.type(fixed, u"0.00"_s).has_value());
        QVERIFY(holds(session));
        const Result<Report> saved
            = readReportJson(writeReportJson(document.report()), context().handbook);
        QVERIFY(saved.has_value());
        // The corrected version lacks a row and has its sections in other places.
        Report corrected = *saved;
        corrected.sections.insert(corrected.sections.begin(), Section());
        const int t02 = corrected.sheetOf(u"T02");
        corrected.sheets[size_t(t02)].removeRow(corrected.sheets[size_t(t02)].rowOf(u"2010104"));
        ReportDocument other(context().handbook);
        other.setReport(corrected);
        const CheckSession again(other, context().rules);
        QVERIFY(holds(again));
        QVERIFY(!again.markOf(find(again, u"IN06-1", u"06")));
    }
};

QTEST_GUILESS_MAIN(TestMutatedReport)

#include "tst_mutated_report.moc"
