#include "model/checks/checker.h"
#include "model/checks/root_cause.h"
#include "tests/model/document/consistent_report.h"
#include "tests/support/small_report.h"
#include "tests/support/thinning.h"

#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// A fault that was put into a consistent report: the cells and what they were.
using Planted = std::vector<std::pair<CellRef, qint64>>;

constexpr unsigned reports = 250 / thinning;
constexpr int faultsEach = 4;

/// Plants one fault at a time in consistent reports and counts what was named.
class Trial
{
public:
    enum class Fault : quint8 { Digit, Copied, WithTotals, FromZero };

    explicit Trial(unsigned seed)
        : m_random(seed)
        , m_report(m_random.make())
        , m_resolver(m_report)
        , m_checker(m_report, context().handbook, context().rules)
    {
    }

    Report &report() { return m_report; }
    const Report &report() const { return m_report; }
    ConsistentReport &random() { return m_random; }
    const CellResolver &resolver() const { return m_resolver; }

    /// Nothing where the report has no place for such a fault.
    Planted plant(Fault fault)
    {
        switch (fault) {
        case Fault::Digit: {
            const CellRef at = anyLeaf({u"T02"_s, u"T03"_s, u"T05"_s, u"T06"_s, u"T07"_s}, true);
            return at.isValid() ? change({at}, otherDigit(at)) : Planted();
        }
        case Fault::Copied: {
            const CellRef at = anyLeaf({u"T05"_s}, true);
            if (!at.isValid())
                return {};
            const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
            const CellRef twin = cellOf(m_report, u"T03", sheet.rows[size_t(at.row)].key,
                sheet.columns[size_t(at.column)].id);
            if (fen(twin) != fen(at))
                return {};
            return change({at, twin}, otherDigit(at));
        }
        case Fault::WithTotals: {
            const CellRef at = anyLeaf({u"T02"_s, u"T03"_s, u"T05"_s}, true);
            if (!at.isValid())
                return {};
            std::vector<CellRef> cells{at};
            const RowIndex &rows = m_resolver.rows(at.sheet);
            for (int row = rows.parentOf(at.row); row >= 0; row = rows.parentOf(row))
                cells.push_back({at.sheet, row, at.column});
            cells.push_back({at.sheet, rows.rowOf(u"total", -1), at.column});
            return change(cells, otherDigit(at));
        }
        case Fault::FromZero: {
            const CellRef at = anyLeaf({u"T02"_s, u"T03"_s, u"T05"_s}, false);
            return at.isValid() ? change({at}, m_random.amount()) : Planted();
        }
        }
        return {};
    }

    CheckResult check() { return m_checker.check(); }
    const std::vector<Equation> &equations() const { return m_checker.equations(); }

    void takeBack(const Planted &planted)
    {
        for (const auto &[at, before] : planted)
            print(at, before);
    }

    qint64 fen(CellRef at) const { return m_report.cell(at).amount.money().fen(); }

    void print(CellRef at, qint64 amount)
    {
        m_report.sheets[size_t(at.sheet)].setPrinted(
            at.row, at.column, Amount::number(Money::fromFen(amount), 2));
    }

    QString name(CellRef at) const
    {
        const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
        return u"%1[%2].%3"_s.arg(
            sheet.form->kind, sheet.rows[size_t(at.row)].key, sheet.columns[size_t(at.column)].id);
    }

private:
    /// An input of an account row without kids, zero or not.
    CellRef anyLeaf(const QStringList &kinds, bool withAmount)
    {
        std::vector<CellRef> leaves;
        for (const CellRef &at : allCells(m_report)) {
            const Sheet &sheet = m_report.sheets[size_t(at.sheet)];
            const bool leaf = !sheet.rows[size_t(at.row)].code.isEmpty()
                && !m_resolver.rows(at.sheet).hasKids(at.row);
            if (leaf && kinds.contains(sheet.form->kind)
                && sheet.columns[size_t(at.column)].id != u"total"
                && sheet.columns[size_t(at.column)].id != u"closing"
                && (fen(at) != 0) == withAmount)
                leaves.push_back(at);
        }
        return leaves.empty() ? CellRef() : leaves[m_random.below(leaves.size())];
    }

    /// What changing one digit adds.
    qint64 otherDigit(CellRef at)
    {
        const qint64 cents = fen(at) / cent;
        qint64 place = 1;
        for (auto digits = m_random.below(size_t(QString::number(cents).size())); digits > 0;
             --digits)
            place *= 10;
        const qint64 digit = cents / place % 10;
        const qint64 other = (digit + 1 + m_random.below(9)) % 10;
        return (other - digit) * place * cent;
    }

    Planted change(const std::vector<CellRef> &cells, qint64 delta)
    {
        Planted planted;
        for (const CellRef &at : cells) {
            planted.emplace_back(at, fen(at));
            print(at, fen(at) + delta);
        }
        return planted;
    }

    ConsistentReport m_random;
    Report m_report;
    CellResolver m_resolver;
    Checker m_checker;
};

struct Count
{
    int right = 0, partly = 0, wrong = 0, silent = 0, unseen = 0;
    qint64 largestUnseen = 0;
    QStringList wrongOnes;

    void add(
        const Trial &trial, const Planted &planted, const CheckResult &result, const QString &where)
    {
        size_t found = 0;
        QStringList wrongHere;
        // One wrong figure is no displaced block.
        for (const Cause &cause :
            RootCause(trial.report(), trial.resolver(), trial.equations()).find()) {
            if (cause.displacedSheet >= 0)
                wrongHere << u"rows %1 to %2 displaced"_s.arg(cause.firstRow).arg(cause.lastRow);
        }
        for (const Finding &finding : result.findings) {
            for (const auto &[at, amount] : finding.fix) {
                const auto is = [&at = at, &amount = amount](const auto &fault) {
                    return fault.first == at && fault.second == amount.money().fen();
                };
                if (std::any_of(planted.begin(), planted.end(), is))
                    ++found;
                else
                    wrongHere << trial.name(at)
                            + u" → %1"_s.arg(amount.toString(Money::Unit::TenThousandYuan));
            }
        }
        if (!wrongHere.isEmpty()) {
            ++wrong;
            QStringList cells;
            for (const auto &[at, before] : planted)
                cells << u"%1 %2 (was %3)"_s.arg(trial.name(at))
                             .arg(double(trial.fen(at)) / 1e6)
                             .arg(double(before) / 1e6);
            wrongOnes << where + u": planted "_s + cells.join(u", "_s) + u"; named "_s
                    + wrongHere.join(u", "_s) + u'\n'
                    + told(result, {Severity::Error, Severity::Warning, Severity::Info});
        } else if (found == planted.size()) {
            ++right;
        } else if (found > 0) {
            ++partly;
        } else if (result.count(Severity::Error) + result.count(Severity::Warning) > 0) {
            ++silent;
        } else {
            // Rounding explains it.
            ++unseen;
            for (const auto &[at, before] : planted)
                largestUnseen = qMax(largestUnseen, qAbs(trial.fen(at) - before));
        }
    }

    int all() const { return right + partly + wrong + silent + unseen; }
};

}  // namespace

class TestRootCause : public QObject
{
    Q_OBJECT

private slots:
    void plantedFaultsAreNamedRightOrNotAtAll_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("leastRight");  // per cent of the trials
        QTest::addColumn<int>("wrong");
        QTest::newRow("one digit of a leaf") << int(Trial::Fault::Digit) << 70 << 0;
        QTest::newRow("the same in T03 and T05") << int(Trial::Fault::Copied) << 40 << 0;
        QTest::newRow("a leaf with its totals") << int(Trial::Fault::WithTotals) << 80 << 0;
        QTest::newRow("an amount for nothing") << int(Trial::Fault::FromZero) << 95 << 0;
    }

    void plantedFaultsAreNamedRightOrNotAtAll()
    {
        QFETCH(int, fault);
        QFETCH(int, leastRight);
        QFETCH(int, wrong);
        Count count;
        for (unsigned seed = 1; seed <= reports; ++seed) {
            Trial trial(seed);
            for (int i = 0; i < faultsEach; ++i) {
                const Planted planted = trial.plant(Trial::Fault(fault));
                if (planted.empty())
                    continue;
                count.add(trial, planted, trial.check(), u"seed %1.%2"_s.arg(seed).arg(i));
                trial.takeBack(planted);
            }
        }
        qInfo("%s: %d trials, named right %d, in part %d, wrong %d, not named %d, not seen %d "
              "(the largest by %s)",
            QTest::currentDataTag(), count.all(), count.right, count.partly, count.wrong,
            count.silent, count.unseen,
            qPrintable(
                Money::fromFen(count.largestUnseen).toString(Money::Unit::TenThousandYuan, 2)));
        for (const QString &line : count.wrongOnes)
            qInfo("  %s", qPrintable(line));
        QCOMPARE(count.wrong, wrong);
        // Fewer trials spread more.
        const int spread = thinning > 1 ? 10 : 0;
        QVERIFY(count.right * 100 >= count.all() * (leastRight - spread));
    }

    void aWrongClassIsOneErrorWhereOtherMoneyIsSpentToo()
    {
        Report report = smallReport();
        const CellRef at = cellOf(report, u"T03"_s, u"201"_s, u"total"_s);
        Amount &amount = report.sheets[size_t(at.sheet)].cell(at.row, at.column).amount;
        const Money right = amount.money();
        amount = Amount::number(Money::fromFen(right.fen() + 10'000'000), 2);
        Checker checker(report, context().handbook, context().rules);
        const CheckResult result = checker.check();
        QCOMPARE(result.count(Severity::Error), 1);
        QVERIFY(!result.findings.front().fix.empty());
        QVERIFY(result.findings.front().fix.front().first == at);
        QVERIFY(result.findings.front().fix.front().second.money() == right);
    }

    void aDisplacedBlockOfALaneIsNeverNamedElsewhere()
    {
        int right = 0, wrong = 0, silent = 0, unseen = 0, fixedWrongly = 0;
        for (unsigned seed = 1; seed <= 1'000 / thinning; ++seed) {
            Trial trial(seed);
            Report &report = trial.report();
            const int sheet = report.sheetOf(u"T06");
            const Sheet before = report.sheets[size_t(sheet)];
            const int lane = int(trial.random().below(3));
            std::vector<int> rows;
            for (int row = 0; row < before.rowCount(); ++row) {
                if (before.rows[size_t(row)].lane == lane
                    && !before.rows[size_t(row)].code.isEmpty())
                    rows.push_back(row);
            }
            const int shift = (trial.random().below(2) ? 1 : -1) * int(1 + trial.random().below(2));
            const auto length = 3 + int(trial.random().below(rows.size() - 7));
            const int first = 2 + int(trial.random().below(rows.size() - size_t(length) - 4));
            for (int i = first; i < first + length; ++i)
                report.sheets[size_t(sheet)].cell(rows[size_t(i)], 0)
                    = before.cell(rows[size_t(i - shift)], 0);
            if (report.sheets[size_t(sheet)] == before)
                continue;
            const CheckResult result = trial.check();
            bool named = false, elsewhere = false;
            for (const Finding &finding : result.findings) {
                for (const auto &[at, amount] : finding.fix) {
                    const Sheet &original
                        = at.sheet == sheet ? before : report.sheets[size_t(at.sheet)];
                    if (original.cell(at.row, at.column).amount.money() == amount.money())
                        continue;
                    ++fixedWrongly;
                    qInfo("seed %u: lane %d rows %d to %d by %d: %s %s", seed, lane,
                        rows[size_t(first)], rows[size_t(first + length - 1)], shift,
                        qPrintable(finding.place), qPrintable(finding.message));
                }
            }
            for (const Cause &cause :
                RootCause(report, trial.resolver(), trial.equations()).find()) {
                if (cause.displacedSheet < 0)
                    continue;
                const bool here = cause.displacedSheet == sheet && cause.displacedBy == shift
                    && cause.firstRow <= rows[size_t(first + length - 1)]
                    && cause.lastRow >= rows[size_t(first)];
                named = named || here;
                elsewhere = elsewhere || !here;
                if (!here)
                    qInfo("seed %u: lane %d rows %d to %d by %d is said to be rows %d to %d by %d",
                        seed, lane, rows[size_t(first)], rows[size_t(first + length - 1)], shift,
                        cause.firstRow, cause.lastRow, cause.displacedBy);
            }
            (elsewhere                                  ? wrong
                    : named                             ? right
                    : result.count(Severity::Error) > 0 ? silent
                                                        : unseen)
                += 1;
        }
        qInfo(
            "displaced blocks of T06: named right %d, elsewhere %d, not named %d, no sum fails %d",
            right, wrong, silent, unseen);
        qInfo("figures named wrongly: %d", fixedWrongly);
        QCOMPARE(wrong, 0);
        QCOMPARE(fixedWrongly, 0);
        QVERIFY(right > 0);
    }

    void aDisplacedBlockIsNeverNamedElsewhere()
    {
        int right = 0, wrong = 0, silent = 0;
        for (unsigned seed = 1; seed <= 1'000 / thinning; ++seed) {
            Trial trial(seed);
            Report &report = trial.report();
            const QString kind = trial.random().below(2) ? u"T05"_s : u"T03"_s;
            const int sheet = report.sheetOf(kind);
            const Sheet before = report.sheets[size_t(sheet)];
            const int rows = before.rowCount();
            const int shift = trial.random().below(2) ? 1 : -1;
            if (rows < 8)
                continue;
            const int length = 3 + int(trial.random().below(size_t(rows - 7)));
            const int first = 2 + int(trial.random().below(size_t(rows - length - 3)));
            for (int row = first; row < first + length; ++row) {
                for (int column = 0; column < before.columnCount(); ++column)
                    report.sheets[size_t(sheet)].cell(row, column)
                        = before.cell(row - shift, column);
            }
            if (report.sheets[size_t(sheet)] == before)
                continue;
            const CheckResult result = trial.check();
            bool named = false, elsewhere = false;
            for (const Cause &cause :
                RootCause(report, trial.resolver(), trial.equations()).find()) {
                if (cause.displacedSheet < 0)
                    continue;
                const bool here = cause.displacedSheet == sheet && cause.displacedBy == shift
                    && cause.firstRow < first + length && cause.lastRow >= first;
                named = named || here;
                elsewhere = elsewhere || !here;
            }
            if (elsewhere)
                qInfo("seed %u: %s rows %d to %d by %d is said to be elsewhere", seed,
                    qPrintable(kind), first, first + length - 1, shift);
            (elsewhere ? wrong : named ? right : silent) += 1;
            QVERIFY(result.count(Severity::Error) > 0);
        }
        qInfo("displaced blocks: named right %d, elsewhere %d, not named %d", right, wrong, silent);
        QCOMPARE(wrong, 0);
        QVERIFY(right > silent);
    }
};

QTEST_GUILESS_MAIN(TestRootCause)

#include "tst_root_cause.moc"
