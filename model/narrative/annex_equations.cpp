#include "model/narrative/annex_equations.h"

#include <algorithm>

namespace mz {

namespace {

using Kind = AnnexEquation::Kind;
using Part = AnnexLine::Part;
using Outcome = AnnexJudgement::Outcome;

constexpr qint64 hundred = 100'000'000;  // in millionths, as numbers are kept

/// Collects the equations of one table.
class Equations
{
public:
    explicit Equations(const AnnexTable &table) : m_table(table) { }

    std::vector<AnnexEquation> all()
    {
        for (int line = 0; line < int(m_table.lines.size()); ++line)
            addRates(line);
        addFunds();
        addScores();
        addLevels();
        addList();
        return std::move(m_equations);
    }

private:
    const AnnexLine &line(int at) const { return m_table.lines[size_t(at)]; }
    int lineOf(Part part, QStringView id) const
    {
        for (size_t i = 0; i < m_table.lines.size(); ++i) {
            if (m_table.lines[i].part == part && m_table.lines[i].id == id)
                return int(i);
        }
        return -1;
    }
    /// The number in a column of a line; not valid where nothing is printed there.
    AnnexRef ref(int at, QStringView column) const
    {
        if (at < 0)
            return {};
        const std::vector<AnnexField> &fields = line(at).fields;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].column == column && fields[i].meaning != AnnexField::Meaning::Text)
                return {at, int(i)};
        }
        return {};
    }
    bool isNumber(const AnnexRef &at) const
    {
        return at.line >= 0 && fieldOf(m_table, at).number.isNumber();
    }
    void add(Kind kind, const AnnexRef &result, std::vector<AnnexRef> terms)
    {
        if (isNumber(result)
            && std::any_of(terms.begin(), terms.end(),
                [this](const AnnexRef &term) { return isNumber(term); }))
            m_equations.push_back({kind, result, std::move(terms)});
    }
    void addRate(Kind kind, int at, QStringView rate, QStringView above, QStringView below)
    {
        const AnnexRef actual = ref(at, above);
        const AnnexRef base = ref(at, below);
        if (isNumber(actual) && isNumber(base))
            add(kind, ref(at, rate), {actual, base});
    }
    void addRates(int at)
    {
        if (line(at).part == Part::Funds) {
            const bool full = ref(at, u"full").line >= 0;
            addRate(Kind::ExecutionRate, at, u"rate", u"actual", full ? u"full" : u"initial");
        }
        addRate(Kind::ControlRate, at, u"rate", u"staff", u"quota");
        addRate(Kind::ControlRate, at, u"size_rate", u"built", u"approved");
        addRate(Kind::ControlRate, at, u"cost_rate", u"invested", u"estimate");
    }
    void addFunds()
    {
        const int total = lineOf(Part::Funds, u"total");
        for (const QStringView column : {u"initial", u"full", u"actual"}) {
            std::vector<AnnexRef> parts;
            std::vector<AnnexRef> kinds;
            for (const QStringView id : {u"current", u"carried", u"other"}) {
                if (const AnnexRef part = ref(lineOf(Part::Funds, id), column); part.line >= 0)
                    parts.push_back(part);
            }
            for (const QStringView id : {u"basic", u"project"}) {
                if (const AnnexRef part = ref(lineOf(Part::Funds, id), column); isNumber(part))
                    kinds.push_back(part);
            }
            // One part alone may be one of several.
            if (lineOf(Part::Funds, u"current") >= 0 && parts.size() >= 2)
                add(Kind::FundColumn, ref(total, column), parts);
            if (kinds.size() == 2)
                add(Kind::ExpenditureKinds, ref(total, column), kinds);
        }
        for (const auto &[part, kind] : {std::pair{Part::Income, Kind::IncomeKinds},
                 std::pair{Part::Expenditure, Kind::ExpenditureKinds}}) {
            std::vector<AnnexRef> kinds;
            for (int at = 0; at < int(m_table.lines.size()); ++at) {
                if (line(at).part == part)
                    kinds.push_back(ref(at, u"amount"));
            }
            addNearest(kind, total, kinds);
        }
    }
    /// Kinds of money that are printed in one cell do not say of which column they
    /// are: the one whose total they are, else what was spent.
    void addNearest(Kind kind, int total, const std::vector<AnnexRef> &kinds)
    {
        if (kinds.size() < 2)
            return;
        for (const QStringView column : {u"actual", u"full", u"initial"}) {
            const AnnexEquation equation{kind, ref(total, column), kinds};
            if (isNumber(equation.result)
                && judgeAnnexEquation(m_table, equation).outcome == Outcome::Holds) {
                add(kind, equation.result, kinds);
                return;
            }
        }
        add(kind, ref(total, u"actual"), kinds);
    }
    void addScores()
    {
        std::vector<AnnexRef> scores;
        std::vector<AnnexRef> points;
        bool everyPoint = true;
        for (int at = 0; at < int(m_table.lines.size()); ++at) {
            if (line(at).part != Part::Funds && line(at).part != Part::Indicator)
                continue;
            const AnnexRef score = ref(at, u"score");
            const AnnexRef point = ref(at, u"points");
            if (isNumber(score)) {
                scores.push_back(score);
                everyPoint = everyPoint && isNumber(point);
            }
            if (isNumber(point))
                points.push_back(point);
            if (isNumber(score) && isNumber(point))
                add(Kind::PointsWithin, point, {score});
        }
        for (int group = 0; group < int(m_table.lines.size()); ++group) {
            std::vector<AnnexRef> rows;
            for (int at = group + 1; at < int(m_table.lines.size()); ++at) {
                if (line(group).part == Part::Group && line(at).parent == group
                    && isNumber(ref(at, u"score")))
                    rows.push_back(ref(at, u"score"));
            }
            add(Kind::GroupScore, ref(group, u"score"), rows);
        }
        const int total = lineOf(Part::Total, u"total");
        add(Kind::TotalScore, ref(total, u"score"), scores);
        if (everyPoint)
            add(Kind::TotalPoints, ref(total, u"points"), points);
        if (!isNumber(ref(total, u"score")) && scores.size() >= 3)
            m_equations.push_back({Kind::Hundred, {}, scores});
    }
    /// The cells that stand for a line in a column: its own, or where that is blank
    /// those of the lines below it.
    void standFor(int at, QStringView column, std::vector<AnnexRef> &cells) const
    {
        const AnnexRef own = ref(at, column);
        if (isNumber(own)) {
            cells.push_back(own);
            return;
        }
        for (int kid = at + 1; kid < int(m_table.lines.size()); ++kid) {
            if (line(kid).part == Part::Base && line(kid).parent == at)
                standFor(kid, column, cells);
        }
    }
    void addLevels()
    {
        for (int at = 0; at < int(m_table.lines.size()); ++at) {
            if (line(at).part != Part::Base)
                continue;
            for (const QStringView column : {u"last", u"budget", u"actual"}) {
                std::vector<AnnexRef> kids;
                for (int kid = at + 1; kid < int(m_table.lines.size()); ++kid) {
                    if (line(kid).part == Part::Base && line(kid).parent == at)
                        standFor(kid, column, kids);
                }
                add(Kind::Level, ref(at, column), kids);
            }
        }
    }
    void addList()
    {
        std::vector<AnnexRef> rows;
        for (int at = 0; at < int(m_table.lines.size()); ++at) {
            if (line(at).part == Part::Project)
                rows.push_back(ref(at, u"amount"));
        }
        std::erase_if(rows, [this](const AnnexRef &row) { return !isNumber(row); });
        add(Kind::ListTotal, ref(lineOf(Part::Total, u"total"), u"amount"), rows);
    }

    const AnnexTable &m_table;
    std::vector<AnnexEquation> m_equations;
};

Amount printedAs(qint64 fen, const Amount &like, Money::Unit unit, int least)
{
    const Money money = Money::fromFen(fen);
    const int needed = money.neededDecimals(unit);
    return Amount::number(
        money, std::max(std::min(needed, least), like.decimals()), like.isGrouped());
}

AnnexJudgement judgeRate(const AnnexTable &table, const AnnexEquation &equation)
{
    const AnnexField &rate = fieldOf(table, equation.result);
    const AnnexField &above = fieldOf(table, equation.terms[0]);
    const AnnexField &below = fieldOf(table, equation.terms[1]);
    const __int128 a = above.number.money().fen();
    const __int128 b = below.number.money().fen();
    if (a < 0 || b <= 0)
        return {};
    AnnexJudgement judgement;
    const __int128 exact = (a * hundred * 2 + b) / (b * 2);
    if (exact > Money::limit)
        return {};
    const qint64 tail = 10'000;  // two decimals of a percentage
    const qint64 rounded = (qint64(exact) + tail / 2) / tail * tail;
    judgement.expected = printedAs(rounded, rate.number, Money::Unit::TenThousandYuan, 2);
    // Twice everything, so that half a digit is whole.
    const __int128 da = lastDigitOf(table, above);
    const __int128 db = lastDigitOf(table, below);
    const auto holds = [&](__int128 printed, __int128 digit) {
        const __int128 low = 2 * printed - digit;
        const __int128 high = 2 * printed + digit;
        const __int128 least = 2 * a - da;
        const __int128 most = 2 * a + da;
        return 2 * hundred * least <= high * (2 * b + db)
            && 2 * hundred * most >= low * (2 * b - db);
    };
    const __int128 printed = rate.number.money().fen();
    const __int128 digit = rate.number.lastDigitFen(Money::Unit::TenThousandYuan);
    // Without a sign it may be a share of one: 0.68.
    const bool fraction = printed <= hundred / 50 && holds(printed * 100, digit * 100);
    judgement.outcome = fraction || holds(printed, digit) ? Outcome::Holds : Outcome::Fails;
    if (judgement.outcome == Outcome::Fails)
        judgement.difference
            = Money::fromFen(qint64(printed) - rounded).toString(Money::Unit::TenThousandYuan, 2);
    return judgement;
}

}  // namespace

bool AnnexEquation::isFollowed() const
{
    return kind != Kind::PointsWithin && kind != Kind::Hundred && kind != Kind::IncomeKinds
        && kind != Kind::ExpenditureKinds && kind != Kind::GroupScore;
}

std::vector<AnnexEquation> annexEquations(const AnnexTable &table)
{
    return Equations(table).all();
}

AnnexJudgement judgeAnnexEquation(const AnnexTable &table, const AnnexEquation &equation)
{
    if (equation.isRate())
        return judgeRate(table, equation);
    __int128 sum = 0;
    __int128 worst = 0;
    for (const AnnexRef &term : equation.terms) {
        if (term.line < 0)
            continue;
        const AnnexField &field = fieldOf(table, term);
        sum += field.number.money().fen();
        if (!field.number.money().isZero())
            worst += lastDigitOf(table, field);
    }
    if (sum > Money::limit || sum < -Money::limit)
        return {};
    AnnexJudgement judgement;
    const bool printed = equation.result.line >= 0;
    const Amount like
        = printed ? fieldOf(table, equation.result).number : Amount::number(Money(), 0);
    const Money::Unit unit
        = printed ? unitOf(table, fieldOf(table, equation.result)) : Money::Unit::TenThousandYuan;
    judgement.expected = printedAs(qint64(sum), like, unit, maxDecimals(unit));
    const __int128 result = printed ? like.money().fen() : hundred;
    const __int128 difference = result - sum;
    if (printed)
        worst += lastDigitOf(table, fieldOf(table, equation.result));
    const __int128 twice = difference < 0 ? -2 * difference : 2 * difference;
    const bool holds = equation.kind == Kind::PointsWithin ? difference <= 0 : twice <= worst;
    judgement.outcome = holds ? Outcome::Holds : Outcome::Fails;
    if (!holds)
        judgement.difference
            = printedAs(qint64(difference), like, unit, maxDecimals(unit)).toString(unit);
    return judgement;
}

const AnnexField &fieldOf(const AnnexTable &table, const AnnexRef &at)
{
    return table.lines[size_t(at.line)].fields[size_t(at.field)];
}

Money::Unit unitOf(const AnnexTable &table, const AnnexField &field)
{
    return field.meaning == AnnexField::Meaning::Amount ? table.unit : Money::Unit::TenThousandYuan;
}

QString printedNumber(const AnnexTable &table, const AnnexField &field)
{
    const QString text = field.number.toString(unitOf(table, field));
    return text.isEmpty() ? QStringLiteral("0") : text;
}

qint64 lastDigitOf(const AnnexTable &table, const AnnexField &field)
{
    if (field.meaning != AnnexField::Meaning::Amount || !field.number.isNumber())
        return 0;
    int fine = 0;
    int coarse = 0;
    for (const AnnexLine &line : table.lines) {
        for (const AnnexField &other : line.fields) {
            if (other.meaning == AnnexField::Meaning::Amount && !other.number.money().isZero())
                ++(other.number.decimals() >= 2 ? fine : coarse);
        }
    }
    const int decimals
        = fine >= coarse ? std::max(2, field.number.decimals()) : field.number.decimals();
    return Amount::number(Money(), decimals).lastDigitFen(table.unit);
}

}  // namespace mz
