#include "model/narrative/judge.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

/// One budget word may mean the other where only one of them says which.
bool mayBe(Phase said, Phase asked)
{
    return said == asked
        || (isBudget(said) && isBudget(asked) && (said == Phase::Budget || asked == Phase::Budget));
}

/// The figure whose cell prints this phase, or "".
QString figureOfPhase(const QString &figure, Phase phase)
{
    if (phase == Phase::Actual)
        return figure;
    const QString actual = QStringLiteral("three_public.actual.");
    if (isBudget(phase) && figure.startsWith(actual))
        return QStringLiteral("three_public.budget.") + figure.mid(actual.size());
    return {};
}

}  // namespace

QString printedNumber(qint64 millionths, int decimals)
{
    const qint64 step = qMax<qint64>(1, 2 * halfOf(decimals));
    const qint64 size = (qAbs(millionths) + step / 2) / step;
    const qint64 whole = 1'000'000 / step;
    QString text = QString::number(size / whole);
    if (decimals > 0)
        text += u'.' + QString::number(size % whole).rightJustified(decimals, u'0');
    return millionths < 0 && size > 0 ? u'-' + text : text;
}

Judge::Judge(const Report &report, const Handbook &handbook, const CellResolver &resolver,
    const std::vector<WordList::Sum> &sums, NarrativeReading &reading)
    : m_report(report)
    , m_handbook(handbook)
    , m_resolver(resolver)
    , m_sums(sums)
    , m_reading(reading)
{
    int amounts = 0;
    int two = 0;
    // 20 where the table prints 20.00: without its zeros.
    const auto isTrimmed = [this](const Claim &claim) {
        const std::vector<Source> &printed = homes(figureOfPhase(claim.figure, claim.phase));
        return std::any_of(printed.begin(), printed.end(),
            [&claim](const Source &home) { return home.value.value == claim.value; });
    };
    for (size_t i = 0; i < reading.claims.size(); ++i) {
        const Claim &claim = reading.claims[i];
        if (!claim.figure.isEmpty())
            m_claimsOf[claim.figure].push_back(int(i));
        // A bare 0 says nothing of how the others are printed.
        const bool amount
            = claim.role == ClaimRole::Amount && !claim.figure.isEmpty() && claim.value != 0;
        amounts += amount ? 1 : 0;
        two += amount && (claim.decimals >= 2 || isTrimmed(claim)) ? 1 : 0;
    }
    constexpr int most = 60;
    m_twoDecimals = amounts > 0 && two * 100 >= amounts * most;
    const auto &others = m_handbook.words().otherHomes;
    bool chapterHas = false;
    for (size_t s = 0; s < reading.topics.size(); ++s) {
        const bool has = report.sections[s].title.contains(others.without);
        chapterHas = report.sections[s].level <= 1 ? has : chapterHas;
        if (reading.topics[s] == others.section && !has && !chapterHas)
            m_otherHomes.insert(int(s));
    }
    const auto all = homes(QStringLiteral("expenditure.year"));
    bool readable = false;
    const auto fiscal = Expression::parse(QStringLiteral("T04.expenditure[year].total"));
    const Source part = fiscal ? sourceOf(*fiscal, &readable) : Source{};
    m_allFiscal = readable && !all.empty() && all.front().value.value == part.value.value;
}

Judge::Source Judge::sourceOf(const Expression &expression, bool *readable) const
{
    Source source;
    std::vector<CellResolver::Term> terms;
    *readable = m_resolver.resolve(expression, {}, terms) && !terms.empty();
    for (const CellResolver::Term &term : terms) {
        const Amount &amount = m_report.cell(term.cell).amount;
        *readable = *readable && (amount.isNumber() || amount.isBlank());
        source.value.value += term.sign * amount.money().fen();
        if (!amount.money().isZero())
            source.value.half
                += amount.lastDigitFen(m_report.sheets[size_t(term.cell.sheet)].unit) / 2;
        source.cells.push_back(term.cell);
    }
    return source;
}

const std::vector<Judge::Source> &Judge::homes(const QString &figure, bool others)
{
    const QString key = others ? figure + u'*' : figure;
    const auto known = m_homes.constFind(key);
    if (known != m_homes.constEnd())
        return *known;
    std::vector<Expression> places;
    const auto add = [&places](const QString &text) {
        if (const auto expression = Expression::parse(text))
            places.push_back(*expression);
    };
    const qsizetype open = figure.indexOf(u'[');
    if (open > 0) {
        const QString code = figure.mid(open + 1).chopped(1);
        const QString row = u'[' + code + QStringLiteral("].total");
        if (figure.startsWith(u"funds")) {
            add(QStringLiteral("T07") + row);
        } else if (figure.startsWith(u"capital")) {
            add(QStringLiteral("T08") + row);
        } else if (figure.startsWith(u"expenditure.class")) {
            add(QStringLiteral("T03") + row);
            add(QStringLiteral("T01.expenditure[%1]").arg(code));
        } else if (figure.startsWith(u"econ")) {
            add(QStringLiteral("T06[%1]").arg(code));
        } else {
            add(QStringLiteral("T05") + row);
            if (code.size() == 3)
                add(QStringLiteral("T04.expenditure[%1].general").arg(code));
            if (m_allFiscal)
                add(QStringLiteral("T03%1 - T07%1 - T08%1").arg(row));
        }
    } else if (const Figure *entry = m_handbook.figures().find(figure)) {
        places = entry->homes;
    }
    if (others) {
        const QString more = m_handbook.words().otherHomes.homes.value(figure);
        for (const QString &home : more.split(u';', Qt::SkipEmptyParts))
            add(home.trimmed());
        if (figure.startsWith(u"general.class["))
            add(QStringLiteral("T04.expenditure[%1].total").arg(figure.mid(open + 1).chopped(1)));
    }
    std::vector<Source> sources;
    for (const Expression &place : places) {
        bool readable = false;
        Source source = sourceOf(place, &readable);
        if (readable)
            sources.push_back(std::move(source));
    }
    return *m_homes.insert(key, sources);
}

StatedValue Judge::stated(const Claim &claim) const
{
    const bool amount = claim.role == ClaimRole::Amount || claim.role == ClaimRole::Change
        || claim.role == ClaimRole::BudgetDifference;
    int decimals = amount && m_twoDecimals ? qMax(2, claim.decimals) : claim.decimals;
    if (amount && claim.unit == u"元")
        decimals = 6;
    qint64 half = halfOf(decimals);
    if (claim.unit == u"亿元")
        half = halfOf(claim.decimals) * 10'000;
    return {claim.value, half};
}

/// Where a figure's amount is printed: in tables first, then in this section's text,
/// the nearest first.
std::vector<Judge::Source> Judge::sources(const QString &figure, Phase phase, int near)
{
    std::vector<Source> result;
    const QString home = figureOfPhase(figure, phase);
    if (!home.isEmpty())
        result = homes(home, leavesOpen(m_reading.claims[size_t(near)]));
    for (const SideFigure &side : m_report.sideFigures) {
        if (side.figure == figure && side.phase == phase && phase != Phase::Actual && !side.count)
            result.push_back({{side.amount.money().fen(), 0}, {}, -1});
    }
    const Claim &here = m_reading.claims[size_t(near)];
    std::vector<int> texts;
    for (const int i : m_claimsOf.value(figure)) {
        const Claim &claim = m_reading.claims[size_t(i)];
        if (claim.role == ClaimRole::Amount && mayBe(claim.phase, phase)
            && claim.section == here.section)
            texts.push_back(i);
    }
    std::stable_sort(texts.begin(), texts.end(),
        [near](int a, int b) { return qAbs(a - near) < qAbs(b - near); });
    const std::vector<Source> printed = result;
    for (const int i : texts) {
        Source said{stated(m_reading.claims[size_t(i)]), {}, i};
        // 20 where the table prints 20.00 is no rounded number.
        for (const Source &table : printed) {
            if (table.value.value == said.value.value)
                said.value.half = table.value.half;
        }
        result.push_back(std::move(said));
    }
    return result;
}

void Judge::disagree(Claim &claim, const QString &reason)
{
    // Other populations are told of in free prose: a difference there proves nothing.
    claim.verdict = claim.freeProse ? Claim::Verdict::OtherScope : Claim::Verdict::Disagrees;
    claim.reason = claim.freeProse
        ? Say::tr("it differs from the tables, but may be of others: %1").arg(reason)
        : reason;
}

QString Judge::otherFigure(const Claim &claim)
{
    if (claim.value == 0)
        return {};
    for (const Figure &figure : m_handbook.figures().figures()) {
        if (figure.kind != u"amount" || figure.id == claim.figure)
            continue;
        for (const Source &home : homes(figure.id)) {
            if (home.value.value == claim.value)
                return figure.name;
        }
    }
    return {};
}

void Judge::amount(Claim &claim)
{
    const QString figure = figureOfPhase(claim.figure, claim.phase);
    if (figure.isEmpty()) {
        claim.reason = Say::tr("no table has it");
        return;
    }
    const Figure *entry = m_handbook.figures().find(figure);
    if (entry && !entry->bounds.empty()) {
        bound(claim, *entry);
        return;
    }
    const std::vector<Source> &places = homes(figure, leavesOpen(claim));
    if (places.empty()) {
        claim.reason = Say::tr("no table of the report has it");
        return;
    }
    const StatedValue said = stated(claim);
    claim.cells = places.front().cells;
    for (const Source &home : places) {
        const qint64 off = qAbs(said.value - home.value.value);
        if (off <= said.half) {
            claim.cells = home.cells;
            claim.verdict = Claim::Verdict::Agrees;
            return;
        }
    }
    constexpr qint64 mostLastDigit = 10'000;
    qint64 lastDigit = mostLastDigit;
    for (const CellRef &cell : places.front().cells) {
        const qint64 printed
            = m_report.cell(cell).amount.lastDigitFen(m_report.sheets[size_t(cell.sheet)].unit);
        lastDigit = qMin(lastDigit, qMax<qint64>(1, printed));
    }
    const qint64 off = qAbs(said.value - places.front().value.value);
    claim.expected = printedNumber(places.front().value.value, qMax(2, claim.decimals));
    const bool isLastDigit = figure.contains(u'[') && off <= lastDigit && claim.decimals >= 2;
    if (isLastDigit && !figure.startsWith(u"econ[")) {
        claim.verdict = Claim::Verdict::Rounding;
        return;
    }
    claim.nearly = isLastDigit;
    if (claim.unit == u"元" && qAbs(said.value * 10'000 - places.front().value.value) <= 5'000) {
        disagree(claim, Say::tr("the table has this amount in 万元"));
        return;
    }
    if (isOtherBudget(claim, places)) {
        claim.cells.clear();
        claim.expected.clear();
        claim.reason = Say::tr("the table has another budget of it, which the text states, too");
        return;
    }
    const QString other = otherFigure(claim);
    disagree(claim,
        other.isEmpty() ? Say::tr("the table has %1").arg(claim.expected)
                        : Say::tr("the table has %1; the printed amount is that of %2")
                              .arg(claim.expected, other));
}

/// 年初预算 a，调整预算 b: the table has only one of them.
bool Judge::isOtherBudget(const Claim &claim, const std::vector<Source> &places) const
{
    if (!isBudget(claim.phase))
        return false;
    const std::vector<int> said = m_claimsOf.value(claim.figure);
    return std::any_of(said.begin(), said.end(), [&](int i) {
        const Claim &other = m_reading.claims[size_t(i)];
        return other.role == ClaimRole::Amount && isBudget(other.phase)
            && other.phase != claim.phase && other.section == claim.section
            && std::any_of(places.begin(), places.end(), [&](const Source &home) {
                   return qAbs(home.value.value - other.value) <= stated(other).half;
               });
    });
}

/// A cell that is only a part of the figure, or holds more than it.
void Judge::bound(Claim &claim, const Figure &figure)
{
    bool readable = false;
    const Source limit = sourceOf(figure.bounds.front(), &readable);
    if (!readable) {
        claim.reason = Say::tr("no table of the report has it");
        return;
    }
    claim.cells = limit.cells;
    const StatedValue said = stated(claim);
    const qint64 off = said.value - limit.value.value;
    if (qAbs(off) <= said.half) {
        claim.verdict = Claim::Verdict::Agrees;
    } else if ((off < 0) == figure.boundAbove) {
        claim.reason = Say::tr("the table only bounds it");
    } else {
        claim.expected = printedNumber(limit.value.value, qMax(2, claim.decimals));
        disagree(claim,
            figure.boundAbove ? Say::tr("it cannot be more than %1").arg(claim.expected)
                              : Say::tr("it cannot be less than %1").arg(claim.expected));
    }
}

/// 办公费增加 a 万元: not more than there is of it.
void Judge::partChange(Claim &claim)
{
    claim.reason = Say::tr("it is the change of a part");
    if (claim.sign <= 0 || claim.freeProse)
        return;
    const std::vector<Source> &now = homes(claim.figure);
    if (now.empty() || claim.value <= now.front().value.value + stated(claim).half)
        return;
    claim.cells = now.front().cells;
    disagree(claim,
        Say::tr("the increase is larger than the figure itself, %1")
            .arg(printedNumber(now.front().value.value, 2)));
}

void Judge::judge()
{
    m_reading.sums.clear();
    m_doubts.clear();
    m_fits.clear();
    for (Claim &claim : m_reading.claims) {
        if (claim.figure.isEmpty())
            continue;
        claim.verdict = Claim::Verdict::Stated;
        claim.zeroBase = false;
        claim.expected.clear();
        claim.arithmetic.clear();
        claim.cells.clear();
        claim.reason.clear();
    }
    for (Claim &claim : m_reading.claims) {
        if (!claim.figure.isEmpty() && claim.role == ClaimRole::Amount
            && claim.phase != Phase::Last)
            amount(claim);
        else if (claim.role == ClaimRole::Count && !claim.figure.isEmpty())
            claim.reason = Say::tr("no table has it");
    }
    repeated();
    for (const WordList::Sum &known : m_sums)
        sum(known.total, known.parts);
    itemBudgets();
    partsByFund();
    listedParts();
    repeatedInProse();
    displacedAccounts();
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        const Claim &claim = m_reading.claims[i];
        if (claim.figure.isEmpty())
            continue;
        switch (claim.role) {
        case ClaimRole::Share:
            share(int(i));
            break;
        case ClaimRole::Completion:
            completion(int(i));
            break;
        case ClaimRole::Rate:
            if (isBudget(claim.phase)) {
                budgetRate(int(i));
                break;
            }
            [[fallthrough]];
        case ClaimRole::Change:
            if (claim.phase == Phase::Other)
                m_reading.claims[i].reason = Say::tr("last year's budget is in no table");
            else
                change(int(i));
            break;
        case ClaimRole::Relation:
        case ClaimRole::BudgetDifference:
            relation(int(i));
            break;
        case ClaimRole::Same:
            same(int(i));
            break;
        case ClaimRole::PartChange:
            partChange(m_reading.claims[i]);
            break;
        case ClaimRole::Amount:
        case ClaimRole::Count:
            break;
        }
    }
    for (size_t i = 0; i < m_reading.claims.size(); ++i) {
        const Claim &claim = m_reading.claims[i];
        if (!claim.figure.isEmpty() && claim.role == ClaimRole::Amount
            && claim.phase == Phase::Last)
            lastYear(int(i));
    }
    for (const QStringList &sides : m_handbook.words().pairs)
        changesOfSides(sides[0], sides[1]);
    const QString three = QStringLiteral("three_public.actual.");
    changesOfParts(three + QStringLiteral("vehicles"),
        {three + QStringLiteral("vehicle_purchase"), three + QStringLiteral("vehicle_operation")});
    changesOfParts(three + QStringLiteral("total"),
        {three + QStringLiteral("abroad"), three + QStringLiteral("vehicles"),
            three + QStringLiteral("reception")});
    changesOfParts(three + QStringLiteral("total"),
        {three + QStringLiteral("abroad"), three + QStringLiteral("vehicle_purchase"),
            three + QStringLiteral("vehicle_operation"), three + QStringLiteral("reception")});
    findSuspects();
}

}  // namespace mz
