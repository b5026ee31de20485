#include "model/document/narrative_json.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ReportJson)
};

constexpr std::pair<QStringView, Phase> phases[]
    = {{u"actual", Phase::Actual}, {u"budget.initial", Phase::BudgetInitial},
        {u"budget.full", Phase::BudgetFull}, {u"budget", Phase::Budget},
        {u"budget.added", Phase::BudgetAdded}, {u"last", Phase::Last}, {u"other", Phase::Other}};
constexpr std::pair<QStringView, ClaimRole> roles[] = {{u"amount", ClaimRole::Amount},
    {u"count", ClaimRole::Count}, {u"share", ClaimRole::Share}, {u"change", ClaimRole::Change},
    {u"rate", ClaimRole::Rate}, {u"completion", ClaimRole::Completion},
    {u"relation", ClaimRole::Relation}, {u"same", ClaimRole::Same},
    {u"budget.diff", ClaimRole::BudgetDifference}, {u"change.part", ClaimRole::PartChange}};

template <typename T, size_t N>
QString nameOf(const std::pair<QStringView, T> (&names)[N], T value)
{
    for (const auto &[name, known] : names) {
        if (known == value)
            return name.toString();
    }
    return {};
}

template <typename T, size_t N>
std::optional<T> valueOf(const std::pair<QStringView, T> (&names)[N], const QString &text)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

QJsonValue spanJson(const WrittenSpan &span)
{
    QJsonObject json;
    switch (span.kind) {
    case WrittenSpan::Kind::Text:
        return span.text;
    case WrittenSpan::Kind::Gap:
        return QJsonObject{{QStringLiteral("gap"), span.gap}, {QStringLiteral("hint"), span.hint},
            {QStringLiteral("text"), span.text}};
    case WrittenSpan::Kind::Field:
    case WrittenSpan::Kind::Word:
        break;
    }
    json.insert(QStringLiteral("figure"), span.figure);
    json.insert(QStringLiteral("phase"), nameOf(phases, span.phase));
    json.insert(QStringLiteral("role"), nameOf(roles, span.role));
    json.insert(QStringLiteral("text"), span.text);
    if (!span.whole.isEmpty())
        json.insert(QStringLiteral("whole"), span.whole);
    if (span.kind == WrittenSpan::Kind::Word)
        json.insert(QStringLiteral("word"), true);
    return json;
}

}  // namespace

QJsonObject writtenJson(const WrittenParagraph &paragraph)
{
    QJsonArray spans;
    for (const WrittenSpan &span : paragraph.spans)
        spans.append(spanJson(span));
    QJsonObject json{{QStringLiteral("id"), paragraph.id}, {QStringLiteral("spans"), spans}};
    if (paragraph.own)
        json.insert(QStringLiteral("own"), true);
    return json;
}

Result<WrittenParagraph> readWritten(const QJsonObject &json)
{
    WrittenParagraph paragraph;
    paragraph.id = json.value(u"id").toString();
    paragraph.own = json.value(u"own").toBool();
    const QJsonArray spans = json.value(u"spans").toArray();
    paragraph.spans.reserve(size_t(spans.size()));
    for (const QJsonValue &value : spans) {
        const QJsonObject object = value.toObject();
        WrittenSpan span;
        if (value.isString()) {
            span.text = value.toString();
        } else if (object.value(u"gap").isString()) {
            span.kind = WrittenSpan::Kind::Gap;
            span.gap = object.value(u"gap").toString();
            span.hint = object.value(u"hint").toString();
            span.text = object.value(u"text").toString();
        } else {
            const auto phase = valueOf(phases, object.value(u"phase").toString());
            const auto role = valueOf(roles, object.value(u"role").toString());
            span.figure = object.value(u"figure").toString();
            if (!phase || !role || span.figure.isEmpty())
                return Error{Say::tr("A field of the text needs a figure, a phase and a role."),
                    QStringLiteral("spans")};
            const bool word = object.value(u"word").toBool();
            span.kind = word ? WrittenSpan::Kind::Word : WrittenSpan::Kind::Field;
            span.phase = *phase;
            span.role = *role;
            span.whole = object.value(u"whole").toString();
            span.text = object.value(u"text").toString();
        }
        paragraph.spans.push_back(std::move(span));
    }
    return paragraph;
}

QJsonObject sideFigureJson(const SideFigure &figure, Money::Unit unit)
{
    const bool count = figure.count;
    QJsonObject json{{QStringLiteral("figure"), figure.figure},
        {QStringLiteral("phase"), nameOf(phases, figure.phase)},
        {count ? QStringLiteral("count") : QStringLiteral("value"),
            figure.amount.toString(count ? Money::Unit::Yuan : unit)}};
    if (!figure.source.isEmpty())
        json.insert(QStringLiteral("source"), figure.source);
    return json;
}

Result<SideFigure> readSideFigure(const QJsonObject &json, Money::Unit unit)
{
    SideFigure figure;
    figure.figure = json.value(u"figure").toString();
    figure.source = json.value(u"source").toString();
    const auto phase = valueOf(phases, json.value(u"phase").toString());
    const bool count = json.contains(u"count");
    const Result<Amount> amount = Amount::parsePrinted(
        json.value(count ? u"count" : u"value").toString(), count ? Money::Unit::Yuan : unit);
    if (figure.figure.isEmpty() || !phase || !amount || !amount->isNumber())
        return Error{Say::tr("A figure beside the tables needs a figure, a phase and a value."),
            QStringLiteral("sideFigures")};
    figure.phase = *phase;
    figure.amount = *amount;
    figure.count = count;
    return figure;
}

QJsonObject numberBindingJson(const NumberBinding &binding)
{
    QJsonObject json{{QStringLiteral("section"), binding.section},
        {QStringLiteral("before"), binding.before}, {QStringLiteral("number"), binding.number},
        {QStringLiteral("after"), binding.after}};
    if (binding.figure.isEmpty())
        return json;
    json.insert(QStringLiteral("figure"), binding.figure);
    json.insert(QStringLiteral("phase"), nameOf(phases, binding.phase));
    json.insert(QStringLiteral("role"), nameOf(roles, binding.role));
    return json;
}

Result<NumberBinding> readNumberBinding(const QJsonObject &json)
{
    NumberBinding binding;
    binding.section = json.value(u"section").toString();
    binding.before = json.value(u"before").toString();
    binding.after = json.value(u"after").toString();
    binding.number = json.value(u"number").toString();
    binding.figure = json.value(u"figure").toString();
    const bool none = binding.figure.isEmpty();
    const auto phase = valueOf(phases, json.value(u"phase").toString());
    const auto role = valueOf(roles, json.value(u"role").toString());
    if (binding.number.isEmpty() || (!none && (!phase || !role)))
        return Error{
            Say::tr("A number that was bound by hand needs its digits, and a figure with its "
                    "phase and role where it has one."),
            QStringLiteral("numberBindings")};
    if (!none) {
        binding.phase = *phase;
        binding.role = *role;
    }
    return binding;
}

}  // namespace mz
