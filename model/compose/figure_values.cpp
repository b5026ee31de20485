#include "model/compose/figure_values.h"

namespace mz {

namespace {

/// A figure of one account: "general.item[2010301]".
struct AccountFigure
{
    QString family;
    QString code;
};

std::optional<AccountFigure> accountFigure(const QString &figure)
{
    const qsizetype open = figure.indexOf(u'[');
    if (open < 0 || !figure.endsWith(u']'))
        return std::nullopt;
    return AccountFigure{figure.first(open), figure.sliced(open + 1).chopped(1)};
}

struct FamilyTable
{
    QStringView family;
    QStringView table;
    QStringView column;
};
constexpr FamilyTable familyTables[]
    = {{u"general.class", u"T05", u"total"}, {u"general.item", u"T05", u"total"},
        {u"funds.item", u"T07", u"total"}, {u"capital.item", u"T08", u"total"},
        {u"econ", u"T06", u"amount"}, {u"expenditure.class", u"T03", u"total"}};

const FamilyTable *tableOf(const QString &family)
{
    for (const FamilyTable &table : familyTables) {
        if (family == table.family)
            return &table;
    }
    return nullptr;
}

constexpr QStringView threePublicActual = u"three_public.actual.";
constexpr QStringView threePublicBudget = u"three_public.budget.";

}  // namespace

QStringList accountFigures(const Report &report)
{
    QStringList figures;
    for (const FamilyTable &table : familyTables) {
        // Classes of all money are read in a text, but never written.
        if (table.family == u"expenditure.class")
            continue;
        const Sheet *sheet = report.sheet(table.table);
        for (size_t row = 0; sheet && row < sheet->rows.size(); ++row) {
            const AccountCode code = sheet->rows[row].code;
            // The general budget's classes are figures of a kind of their own.
            const bool ofClass = code.level() == AccountCode::Level::Class;
            const bool general = table.table == u"T05";
            if (!code.isEmpty() && (!general || ofClass == (table.family == u"general.class")))
                figures << QStringLiteral("%1[%2]").arg(table.family, code.toString());
        }
    }
    figures.removeDuplicates();
    return figures;
}

std::optional<CellRef> rowOfAccountFigure(const Report &report, const QString &figure)
{
    const auto account = accountFigure(figure);
    const FamilyTable *table = account ? tableOf(account->family) : nullptr;
    const int sheet = table ? report.sheetOf(table->table) : -1;
    const int row = sheet < 0 ? -1 : report.sheets[size_t(sheet)].rowOf(account->code);
    return row < 0 ? std::nullopt : std::optional(CellRef{sheet, row, -1});
}

std::optional<QString> percentText(Money part, Money whole)
{
    if (whole.isZero())
        return std::nullopt;
    const bool negative = (part.fen() < 0) != (whole.fen() < 0) && !part.isZero();
    const qint64 divisor = qAbs(whole.fen());
    const qint64 dividend = qAbs(part.fen());
    if (dividend / divisor > Money::limit / 10'000)
        return std::nullopt;
    // Digit by digit: no product leaves 64 bits.
    qint64 hundredths = dividend / divisor;
    qint64 rest = dividend % divisor;
    for (int digit = 0; digit < 4; ++digit) {
        rest *= 10;
        hundredths = hundredths * 10 + rest / divisor;
        rest %= divisor;
    }
    if (rest * 2 >= divisor)
        ++hundredths;
    return QStringLiteral("%1%2.%3%")
        .arg(negative ? QStringLiteral("-") : QString())
        .arg(hundredths / 100)
        .arg(hundredths % 100, 2, 10, QLatin1Char('0'));
}

FigureValues::FigureValues(const Report &report, const Handbook &handbook)
    : m_report(report)
    , m_handbook(handbook)
    , m_cells(report)
{
    if (!report.sheets.empty())
        m_unit = report.sheets.front().unit;
}

const Figure *FigureValues::known(const QString &figure) const
{
    const auto account = accountFigure(figure);
    return m_handbook.figures().find(
        account ? QString(account->family + QStringLiteral("[code]")) : figure);
}

std::optional<Amount> FigureValues::entered(const QString &figure, Phase phase) const
{
    for (const SideFigure &side : m_report.sideFigures) {
        if (side.figure == figure && side.phase == phase && side.amount.isNumber())
            return side.amount;
    }
    return std::nullopt;
}

QStringList FigureValues::parts(const QString &figure) const
{
    if (figure == u"purchase.total")
        return {QStringLiteral("purchase.goods"), QStringLiteral("purchase.works"),
            QStringLiteral("purchase.services")};
    if (figure == u"three_public.actual.total")
        return {QStringLiteral("three_public.actual.abroad"),
            QStringLiteral("three_public.actual.vehicle_purchase"),
            QStringLiteral("three_public.actual.vehicle_operation"),
            QStringLiteral("three_public.actual.reception")};
    QStringList parts;
    if (figure == u"assets.vehicles") {
        for (const Figure &use : m_handbook.figures().figures()) {
            if (use.id.startsWith(u"assets.v_"))
                parts << use.id;
        }
    }
    return parts;
}

std::optional<Amount> FigureValues::sum(const QString &figure, Phase phase) const
{
    const bool uses = figure == u"assets.vehicles" && phase == Phase::Actual;
    const bool budgets = figure == u"general.expenditure" && phase != Phase::Last;
    const QStringList terms = budgets ? list(QStringLiteral("items")) : parts(figure);
    Money sum;
    int decimals = 0;
    bool any = false;
    for (const QString &term : terms) {
        const auto part = entered(term, phase);
        // A use that is not named has no vehicles; no other part may be missing.
        if (!part && !uses)
            return std::nullopt;
        const auto next = sum.plus(part.value_or(Amount()).money());
        if (!next)
            return std::nullopt;
        any = any || part.has_value();
        decimals = qMax(decimals, part.value_or(Amount()).decimals());
        sum = *next;
    }
    return any ? std::optional(Amount::number(sum, decimals)) : std::nullopt;
}

std::optional<Amount> FigureValues::tables(const QString &figure, Phase phase) const
{
    if (phase == Phase::Budget && figure.startsWith(threePublicActual))
        return tables(
            threePublicBudget.toString() + figure.sliced(threePublicActual.size()), Phase::Actual);
    if (phase != Phase::Actual && !figure.startsWith(threePublicBudget))
        return std::nullopt;
    std::optional<Amount> amount;
    const auto account = accountFigure(figure);
    if (const FamilyTable *table = account ? tableOf(account->family) : nullptr) {
        const int sheet = m_report.sheetOf(table->table);
        const int row = sheet < 0 ? -1 : m_cells.rows(sheet).rowOf(account->code, -1);
        const int column = sheet < 0 ? -1 : m_report.sheets[size_t(sheet)].columnOf(table->column);
        if (row >= 0 && column >= 0)
            amount = m_report.cell({sheet, row, column}).amount;
    } else if (const Figure *known = this->known(figure)) {
        if (const auto home = evaluateFigure(*known, m_report, m_cells))
            amount = home->amount;
    }
    if (!amount || amount->state() == Amount::State::Unreadable)
        return std::nullopt;
    return amount->isNumber() ? amount : Amount::number({}, 2);
}

std::optional<Amount> FigureValues::value(const QString &figure, Phase phase) const
{
    if (const auto printed = tables(figure, phase))
        return printed;
    if (phase == Phase::Budget && figure.startsWith(threePublicActual))
        return value(threePublicBudget.toString() + figure.sliced(threePublicActual.size()), phase);
    const auto typed = entered(figure, phase);
    return typed ? typed : sum(figure, phase);
}

QString FigureValues::amountText(const Amount &amount) const { return amount.toString(m_unit); }

std::optional<QString> FigureValues::printed(
    const QString &figure, Phase phase, ClaimRole role, const QString &whole) const
{
    const auto amount = value(figure, phase);
    switch (role) {
    case ClaimRole::Amount:
        return amount ? std::optional(amountText(*amount)) : std::nullopt;
    case ClaimRole::Count:
        return amount ? std::optional(amount->money().toString(Money::Unit::Yuan, 0))
                      : std::nullopt;
    case ClaimRole::Share: {
        const auto all = value(whole, phase);
        return amount && all ? percentText(amount->money(), all->money()) : std::nullopt;
    }
    case ClaimRole::Completion: {
        const auto actual = value(figure, Phase::Actual);
        return amount && actual ? percentText(actual->money(), amount->money()) : std::nullopt;
    }
    case ClaimRole::Change:
    case ClaimRole::Rate:
    case ClaimRole::BudgetDifference: {
        const bool budget = role == ClaimRole::BudgetDifference;
        const auto now = value(figure, Phase::Actual);
        const auto base = value(figure, budget ? phase : Phase::Last);
        const auto change = now && base ? now->money().minus(base->money()) : std::nullopt;
        if (!change)
            return std::nullopt;
        const Money size = Money::fromFen(qAbs(change->fen()));
        if (role == ClaimRole::Rate)
            return base->money().fen() > 0 ? percentText(size, base->money()) : std::nullopt;
        return amountText(
            Amount::number(size, qMax(now->decimals(), base->decimals()), now->isGrouped()));
    }
    case ClaimRole::Relation:
    case ClaimRole::Same:
    case ClaimRole::PartChange:
        break;
    }
    return std::nullopt;
}

QString FigureValues::word(const QString &figure, Phase phase, ClaimRole role) const
{
    const auto now = value(figure, Phase::Actual);
    const auto base = value(figure, role == ClaimRole::Relation ? phase : Phase::Last);
    if (!now || !base)
        return {};
    const auto order = now->money() <=> base->money();
    if (role == ClaimRole::Relation)
        return order > 0 ? QStringLiteral("大于")
            : order < 0  ? QStringLiteral("小于")
                         : QStringLiteral("等于");
    if (order == 0)
        return QStringLiteral("持平");
    if (role == ClaimRole::Rate)
        return order > 0 ? QStringLiteral("增长") : QStringLiteral("下降");
    return order > 0 ? QStringLiteral("增加") : QStringLiteral("减少");
}

bool FigureValues::isZero(const QString &figure) const
{
    const auto amount = value(figure, Phase::Actual);
    return !amount || amount->money().isZero();
}

QString FigureValues::unit() const
{
    return m_unit == Money::Unit::Yuan ? QStringLiteral("元") : QStringLiteral("万元");
}

bool FigureValues::isCount(const QString &figure) const
{
    const Figure *known = this->known(figure);
    return known && known->kind == u"count";
}

QString FigureValues::label(const Sheet &sheet, AccountCode code) const
{
    const int row = sheet.rowOf(code.toString());
    const bool economic = sheet.form->kind == u"T06";
    const QString listed = (economic ? m_handbook.economic() : m_handbook.functional())
                               .name(code, m_report.identity.year);
    const QString printed
        = row < 0 ? QString() : sheet.rows[size_t(row)].label.simplified().remove(u' ');
    return printed.isEmpty() ? listed : printed;
}

QString FigureValues::name(const QString &figure) const
{
    if (const auto account = accountFigure(figure)) {
        const FamilyTable *table = tableOf(account->family);
        const Sheet *sheet = table ? m_report.sheet(table->table) : nullptr;
        return sheet ? label(*sheet, AccountCode::parse(account->code)) : account->code;
    }
    const Figure *known = this->known(figure);
    if (!known)
        return figure;
    // An alias that only marks where the number stands is no name; what is counted is
    // called by words of its sentence, which alone do not say what they count.
    const bool named = known->kind != u"count" && !known->aliases.isEmpty()
        && known->aliases.front() != QStringLiteral("◎");
    return named ? known->aliases.front() : known->name;
}

QString FigureValues::path(const QString &figure) const
{
    const auto account = accountFigure(figure);
    const FamilyTable *table = account ? tableOf(account->family) : nullptr;
    const Sheet *sheet = table ? m_report.sheet(table->table) : nullptr;
    if (!sheet)
        return name(figure);
    static const QString levels[]
        = {{}, QStringLiteral("（类）"), QStringLiteral("（款）"), QStringLiteral("（项）")};
    QString path;
    for (AccountCode code = AccountCode::parse(account->code); !code.isEmpty();
         code = code.parent())
        path.prepend(label(*sheet, code) + levels[size_t(code.level())]);
    return path;
}

QStringList FigureValues::listed(const QStringList &figures) const
{
    static const QStringList lists{QStringLiteral("classes"), QStringLiteral("items"),
        QStringLiteral("funds.items"), QStringLiteral("capital.items"), QStringLiteral("personnel"),
        QStringLiteral("public")};
    return figures.size() == 1 && lists.contains(figures.front()) ? list(figures.front()) : figures;
}

QStringList FigureValues::list(const QString &name) const
{
    struct List
    {
        QStringView name;
        QStringView family;
        AccountCode::Level level;
    };
    using Level = AccountCode::Level;
    static constexpr List lists[] = {{u"classes", u"general.class", Level::Class},
        {u"items", u"general.item", Level::Item}, {u"funds.items", u"funds.item", Level::Item},
        {u"capital.items", u"capital.item", Level::Item}, {u"personnel", u"econ", Level::Group},
        {u"public", u"econ", Level::Group}};
    QStringList figures;
    for (const List &list : lists) {
        if (name != list.name)
            continue;
        const Sheet *sheet = m_report.sheet(tableOf(list.family.toString())->table);
        for (int row = 0; sheet && row < sheet->rowCount(); ++row) {
            const AccountCode code = sheet->rows[size_t(row)].code;
            if (code.level() != list.level)
                continue;
            const QString group = code.classCode().toString();
            const bool person = group == u"301" || group == u"303";
            if (list.family == u"econ" && person != (name == u"personnel"))
                continue;
            const QString figure = list.family.toString() + u'[' + code.toString() + u']';
            if (!isZero(figure) && !figures.contains(figure))
                figures << figure;
        }
    }
    return figures;
}

}  // namespace mz
