#include "model/checks/rule.h"

#include "model/checks/cell_tests.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

constexpr std::pair<QStringView, Severity> severities[] = {{u"error", Severity::Error},
    {u"warning", Severity::Warning}, {u"info", Severity::Info}, {u"manual", Severity::Manual}};
constexpr std::pair<QStringView, Rule::Tolerance> tolerances[] = {{u"sum", Rule::Tolerance::Sum},
    {u"exact", Rule::Tolerance::Exact}, {u"items", Rule::Tolerance::Items}};

template <typename T, size_t N>
std::optional<T> valueOf(const std::pair<QStringView, T> (&names)[N], const QString &text)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

class RuleParser
{
public:
    Result<Rule> parse(const QJsonObject &json)
    {
        static const QSet<QString> known{"id", "name", "english", "group", "severity",
            "explanation", "explanationEnglish", "source", "families", "for", "holds", "when",
            "tolerance", "test", "settings", "needs"};
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (!known.contains(it.key()))
                return fail(Say::tr("The key “%1” is not known in a rule.").arg(it.key()));
        }
        Rule rule;
        rule.id = json.value(u"id").toString();
        rule.name = json.value(u"name").toString();
        rule.english = json.value(u"english").toString();
        rule.group = json.value(u"group").toString();
        rule.explanation = json.value(u"explanation").toString();
        rule.explanationEnglish = json.value(u"explanationEnglish").toString();
        rule.source = json.value(u"source").toString();
        rule.test = json.value(u"test").toString();
        rule.settings = json.value(u"settings").toObject();
        rule.needs = json.value(u"needs").toString();
        for (const QString &list : {QStringLiteral("families"), QStringLiteral("when")}) {
            if (json.contains(list) && !json.value(list).isArray())
                return fail(Say::tr("“%1” of a rule must be a list.").arg(list));
        }
        if (json.contains(u"settings") && !json.value(u"settings").isObject())
            return fail(Say::tr("“settings” of a rule must be an object."));
        for (const QJsonValue &family : json.value(u"families").toArray())
            rule.families << family.toString();
        if (rule.id.isEmpty() || rule.name.isEmpty())
            return fail(Say::tr("A rule needs an id and a name."));
        static const QSet<QString> groups{"table", "between", "text", "three_public", "structure",
            "empty", "quality", "performance"};
        if (!groups.contains(rule.group))
            return fail(Say::tr("Rule %1: the group “%2” is not known.").arg(rule.id, rule.group));
        const auto severity = valueOf(severities, json.value(u"severity").toString());
        if (!severity)
            return fail(Say::tr("Rule %1: the severity must be error, warning, info or manual.")
                            .arg(rule.id));
        rule.severity = *severity;
        const auto tolerance
            = valueOf(tolerances, json.value(u"tolerance").toString(QStringLiteral("sum")));
        if (!tolerance)
            return fail(
                Say::tr("Rule %1: the tolerance must be sum, exact or items.").arg(rule.id));
        rule.tolerance = *tolerance;
        return readBody(json, std::move(rule));
    }

private:
    static Error fail(const QString &message) { return {message, {}}; }

    static Result<Rule> readBody(const QJsonObject &json, Rule rule)
    {
        const int kinds
            = int(json.contains(u"holds")) + int(!rule.test.isEmpty() || !rule.needs.isEmpty());
        if (kinds != 1)
            return fail(Say::tr("Rule %1 needs “holds”, “test” or “needs”.").arg(rule.id));
        if (!rule.test.isEmpty() && !isCellTest(rule.test))
            return fail(Say::tr("Rule %1: there is no test “%2”.").arg(rule.id, rule.test));
        if (!json.contains(u"holds"))
            return rule;
        const auto relation = Relation::parse(json.value(u"holds").toString());
        if (!relation)
            return fail(Say::tr("Rule %1: %2").arg(rule.id, relation.error().message));
        rule.relation = *relation;
        const QJsonValue cells = json.value(u"for");
        const QJsonArray list = cells.isArray() ? cells.toArray() : QJsonArray{cells};
        for (const QJsonValue &value : list) {
            const auto selector = Expression::parseCells(value.toString());
            if (!selector || selector->table.isEmpty())
                return fail(
                    Say::tr("Rule %1: “for” must name cells of a table: %2")
                        .arg(rule.id, selector ? value.toString() : selector.error().message));
            rule.cells.push_back(*selector);
        }
        QStringList conditions;
        for (const QJsonValue &value : json.value(u"when").toArray()) {
            const auto condition = Relation::parse(value.toString());
            if (!condition)
                return fail(Say::tr("Rule %1: %2").arg(rule.id, condition.error().message));
            rule.conditions.push_back(*condition);
            conditions << value.toString();
        }
        rule.conditionText = conditions.join(QStringLiteral("; "));
        return rule;
    }
};

/// The line on which the n-th rule of the file begins: the n-th object inside the
/// outermost one.
qsizetype lineOfRule(const QByteArray &json, int number)
{
    int depth = 0;
    int rule = -1;
    bool quoted = false;
    qsizetype line = 1;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        line += c == '\n' ? 1 : 0;
        if (quoted) {
            if (c == '\\')
                ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' && depth++ == 1 && ++rule == number) {
            return line;
        } else if (c == '}') {
            --depth;
        }
    }
    return line;
}

}  // namespace

Result<Relation> Relation::parse(const QString &text)
{
    static const std::pair<QString, Kind> signs[] = {{QStringLiteral(">="), Kind::AtLeast},
        {QStringLiteral("<="), Kind::AtMost}, {QStringLiteral("="), Kind::Equal}};
    for (const auto &[sign, kind] : signs) {
        const qsizetype at = text.indexOf(sign);
        if (at < 0)
            continue;
        Relation relation;
        relation.kind = kind;
        const auto left = Expression::parse(text.first(at).trimmed());
        if (!left)
            return left.error();
        relation.left = *left;
        const QString rest = text.mid(at + sign.size()).trimmed();
        if (rest != u"0") {
            const auto right = Expression::parse(rest);
            if (!right)
                return right.error();
            relation.right = *right;
        }
        return relation;
    }
    return Error{Say::tr("“%1” is no comparison: =, >= or <= is missing.").arg(text), {}};
}

Result<RuleSet> RuleSet::parse(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{error.errorString(),
            QStringLiteral("%1:%2").arg(fileName).arg(json.first(error.offset).count('\n') + 1)};
    RuleSet set;
    const QJsonArray rules = document.object().value(u"rules").toArray();
    if (rules.isEmpty())
        return Error{Say::tr("The file holds no rules."), fileName};
    for (int i = 0; i < rules.size(); ++i) {
        const Result<Rule> rule = RuleParser().parse(rules[i].toObject());
        const bool twice = rule && set.find(rule->id);
        if (!rule || twice)
            return Error{
                twice ? Say::tr("The rule %1 stands twice.").arg(rule->id) : rule.error().message,
                QStringLiteral("%1:%2").arg(fileName).arg(lineOfRule(json, i))};
        set.m_rules.push_back(*rule);
    }
    return set;
}

void RuleSet::append(const RuleSet &other)
{
    for (const Rule &rule : other.m_rules) {
        // A user's own rule replaces ours of the same id.
        std::erase_if(m_rules, [&rule](const Rule &known) { return known.id == rule.id; });
        m_rules.push_back(rule);
    }
}

const Rule *RuleSet::find(QStringView id) const
{
    for (const Rule &rule : m_rules) {
        if (rule.id == id)
            return &rule;
    }
    return nullptr;
}

}  // namespace mz
