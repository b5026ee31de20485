#include "model/checks/annex_tests.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AnnexTests)
};

using Part = AnnexLine::Part;

/// 执行率 of 67 % and full points: by most rules the points follow the rate.
TestResult pointsFollowRate(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    for (const AnnexTable &table : tables) {
        const AnnexRef rate = refOf(table, Part::Funds, u"total", u"rate");
        const AnnexRef score = refOf(table, Part::Funds, u"total", u"score");
        const AnnexRef points = refOf(table, Part::Funds, u"total", u"points");
        if (rate.line < 0 || score.line < 0 || points.line < 0)
            continue;
        const auto fen = [&table](const AnnexRef &at) {
            return qint64(fieldOf(table, at).number.money().fen());
        };
        constexpr qint64 one = 1'000'000;
        if (!fieldOf(table, rate).number.isNumber() || !fieldOf(table, points).number.isNumber()
            || fen(rate) < 2 * one || fen(score) <= 0 || fen(score) > 100 * one)
            continue;
        ++result.instances;
        const qint64 due = fen(score) / 100 * qMin<qint64>(fen(rate), 100 * one) / one;
        // Points are often rounded to whole ones.
        if (qAbs(due - fen(points)) <= one / 2)
            continue;
        result.findings.push_back(findingOfAnnex(context, table, points,
            Say::tr("%1: %2 are given; the printed rate of %3 would give %4.")
                .arg(nameOfAnnexField(table, points), fieldOf(table, points).printed,
                    fieldOf(table, rate).printed,
                    Money::fromFen(due).toString(Money::Unit::TenThousandYuan, 2))));
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// "≥95%", "小于1177.97万", "5次".
struct Need
{
    enum class Kind : quint8 { AtLeast, AtMost, Above, Below, Plain };
    Kind kind = Kind::Plain;
    qint64 value = 0;
    QString unit;
};

std::optional<Need> needOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(≥|>=|≧|不低于|不少于|不小于|大于等于|大于或等于|≤|<=|≦|不高于|不超过|不大于|小于等于|"
        "小于或等于|"
        ">|大于|高于|超过|<|小于|低于|=|等于)?(-?\\d{1,12}(?:\\.\\d{1,6})?)([^\\d.,~-]{0,4})$"));
    static const std::pair<QStringView, Need::Kind> signs[] = {{u"不低于", Need::Kind::AtLeast},
        {u"不少于", Need::Kind::AtLeast}, {u"不小于", Need::Kind::AtLeast},
        {u"不高于", Need::Kind::AtMost}, {u"不超过", Need::Kind::AtMost},
        {u"不大于", Need::Kind::AtMost}, {u"≥", Need::Kind::AtLeast}, {u">=", Need::Kind::AtLeast},
        {u"≧", Need::Kind::AtLeast}, {u"大于等于", Need::Kind::AtLeast},
        {u"大于或等于", Need::Kind::AtLeast}, {u"≤", Need::Kind::AtMost},
        {u"<=", Need::Kind::AtMost}, {u"≦", Need::Kind::AtMost}, {u"小于等于", Need::Kind::AtMost},
        {u"小于或等于", Need::Kind::AtMost}, {u">", Need::Kind::Above},
        {u"大于", Need::Kind::Above}, {u"高于", Need::Kind::Above}, {u"超过", Need::Kind::Above},
        {u"<", Need::Kind::Below}, {u"小于", Need::Kind::Below}, {u"低于", Need::Kind::Below}};
    constexpr qsizetype longest = 30;
    const auto match = pattern.match(normalized(text.left(longest)));
    if (text.size() > longest || !match.hasMatch())
        return {};
    const auto value = Money::parse(match.captured(2), Money::Unit::TenThousandYuan);
    if (!value)
        return {};
    Need need;
    need.value = value->fen();
    need.unit = match.captured(3);
    if (need.unit.endsWith(u'元'))
        need.unit.chop(1);
    for (const auto &[sign, kind] : signs) {
        if (match.captured(1) == sign)
            need.kind = kind;
    }
    return need;
}

/// Nothing where the two cannot be compared.
std::optional<bool> isMet(const AnnexLine &indicator)
{
    const AnnexField *target = indicator.field(u"target");
    const AnnexField *done = indicator.field(u"done");
    if (!target || !done)
        return {};
    const auto need = needOf(target->printed);
    const auto value = needOf(done->printed);
    if (!need || !value || need->unit != value->unit || value->kind != Need::Kind::Plain)
        return {};
    switch (need->kind) {
    case Need::Kind::AtLeast:
        return value->value >= need->value;
    case Need::Kind::AtMost:
        return value->value <= need->value;
    // "More than 95 %" is written for "at least" too: equal counts as met.
    case Need::Kind::Above:
        return value->value >= need->value;
    case Need::Kind::Below:
        return value->value <= need->value;
    case Need::Kind::Plain:
        break;
    }
    // A number of things without a sign: fewer is less than was planned.
    if (indicator.second.contains(QStringLiteral("数量")))
        return value->value >= need->value;
    return {};
}

/// What was not reached has a reason, or no points.
TestResult needsMet(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    TestResult result;
    for (const AnnexTable &table : tables) {
        for (size_t i = 0; i < table.lines.size(); ++i) {
            const AnnexLine &line = table.lines[i];
            const std::optional<bool> met
                = line.part == Part::Indicator ? isMet(line) : std::nullopt;
            if (!met)
                continue;
            ++result.instances;
            const AnnexField *reason = line.field(u"reason");
            const AnnexField *points = line.field(u"points");
            const bool explained = reason && !normalized(reason->printed).isEmpty()
                && normalized(reason->printed) != u"无" && reason->printed != u"-";
            if (*met || explained || !points || points->number.money().isZero())
                continue;
            const AnnexRef at{int(i), int(line.field(u"done") - line.fields.data())};
            result.findings.push_back(findingOfAnnex(context, table, at,
                Say::tr("%1: %2 was asked for, %3 reached, %4 points given, and no reason told.")
                    .arg(nameOfAnnexField(table, at), line.field(u"target")->printed,
                        line.field(u"done")->printed, points->printed)));
        }
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// A line of basic figures with what is said of the same project.
struct Match
{
    int line = -1;
    int shared = 0;  ///< Amounts that agree.
    int alike = 0;
};

Match rowOfProject(const AnnexTable &base, const AnnexTable &project)
{
    Match best;
    const QString name = normalized(project.name);
    for (size_t i = 0; i < base.lines.size(); ++i) {
        if (base.lines[i].part != Part::Base || base.lines[i].level == 0)
            continue;
        Match match{int(i), 0, likeness(name, normalized(base.lines[i].label))};
        for (const auto &[there, here] :
            {std::pair{u"budget", u"initial"}, {u"actual", u"actual"}}) {
            const AnnexField *row = base.lines[i].field(there);
            const AnnexField *own = project.field(Part::Funds, u"total", here);
            if (row && own && row->number.isNumber() && own->number.isNumber()
                && row->number.money().toString(base.unit, 2)
                    == own->number.money().toString(base.unit, 2))
                ++match.shared;
        }
        if (std::pair(match.shared, match.alike) > std::pair(best.shared, best.alike))
            best = match;
    }
    return best;
}

/// A project's budget and spending are those of its line in the basic figures.
TestResult projectsAgree(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    const auto base = std::find_if(tables.begin(), tables.end(),
        [](const AnnexTable &table) { return table.kind == AnnexTable::Kind::Base; });
    TestResult result;
    for (const AnnexTable &table : tables) {
        if (base == tables.end() || table.kind != AnnexTable::Kind::Project)
            continue;
        const Match match = rowOfProject(*base, table);
        // Another name and another amount: another project, as far as one can tell.
        if (match.line < 0 || (match.shared < 2 && match.alike < 70))
            continue;
        ++result.instances;
        for (const auto &[there, here] :
            {std::pair{u"budget", u"initial"}, {u"actual", u"actual"}}) {
            const AnnexRef own = refOf(table, Part::Funds, u"total", here);
            const AnnexField *row = base->lines[size_t(match.line)].field(there);
            if (own.line < 0 || !row || !row->number.isNumber()
                || !fieldOf(table, own).number.isNumber() || table.unit != base->unit)
                continue;
            const Money money = fieldOf(table, own).number.money();
            const int common
                = qMin(2, qMin(row->number.decimals(), fieldOf(table, own).number.decimals()));
            if (money.toString(table.unit, common)
                == row->number.money().toString(table.unit, common))
                continue;
            result.findings.push_back(findingOfAnnex(context, table, own,
                Say::tr("%1: %2 is printed; the basic figures print %3 for “%4”.")
                    .arg(nameOfAnnexField(table, own), fieldOf(table, own).printed, row->printed,
                        base->lines[size_t(match.line)].label)));
        }
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

/// "水费、电费、差旅费" of the basic figures is the sum of those accounts.
TestResult economicAgree(const TestContext &context)
{
    const std::vector<AnnexTable> &tables = context.material.annexes();
    const int sheetIndex = context.report.sheetOf(context.rule.settings.value(u"table").toString());
    if (sheetIndex < 0)
        return lacking(context.rule.settings.value(u"table").toString());
    const Sheet &sheet = context.report.sheets[size_t(sheetIndex)];
    TestResult result;
    for (const AnnexTable &table : tables) {
        for (size_t i = 0; i < table.lines.size(); ++i) {
            const AnnexLine &line = table.lines[i];
            const AnnexRef at{int(i),
                int(line.field(u"actual") ? line.field(u"actual") - line.fields.data() : -1)};
            if (line.part != Part::Base || line.parent < 0 || at.field < 0
                || table.lines[size_t(line.parent)].id != u"public"
                || !fieldOf(table, at).number.isNumber())
                continue;
            TableFigure figure;
            QStringList places;
            bool all = true;
            for (const QString &name : line.label.split(u'、')) {
                bool found = false;
                for (int row = 0; row < sheet.rowCount(); ++row) {
                    if (sheet.rows[size_t(row)].code.isEmpty()
                        || normalized(sheet.rows[size_t(row)].label) != name)
                        continue;
                    found = true;
                    const Amount &amount = sheet.cell(row, 0).amount;
                    figure.terms.push_back({{sheetIndex, row, 0}, 1});
                    figure.digits += amount.money().isZero() ? 0 : amount.lastDigitFen(sheet.unit);
                    figure.decimals = qMax(figure.decimals, amount.decimals());
                    figure.money = figure.money.plus(amount.money()).value_or(figure.money);
                    places << placeOf(context.report, {sheetIndex, row, 0});
                }
                all = all && found;
            }
            if (!all || figure.terms.empty())
                continue;
            ++result.instances;
            if (figure.agrees(fieldOf(table, at).number, table.unit))
                continue;
            Finding finding = findingOfAnnex(context, table, at,
                Say::tr("%1: %2 is printed; %3 says %4.")
                    .arg(nameOfAnnexField(table, at), fieldOf(table, at).printed,
                        places.join(QStringLiteral(" + ")), figure.printed(table.unit)));
            figure.addTo(context, finding);
            result.findings.push_back(std::move(finding));
        }
    }
    return result.instances > 0 ? result : lackingAnnex(tables);
}

}  // namespace

NamedTest annexScoreTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[]
        = {{u"annex-points-follow-rate", pointsFollowRate}, {u"annex-needs", needsMet},
            {u"annex-projects", projectsAgree}, {u"annex-economic", economicAgree}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
