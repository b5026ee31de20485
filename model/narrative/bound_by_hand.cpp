#include "model/narrative/bound_by_hand.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Narrative)
};

constexpr qsizetype contextBefore = 40;
constexpr qsizetype contextAfter = 20;
constexpr qsizetype nearest = 4;  // must be the same as they were
constexpr size_t mostBindings = 2'000;
constexpr size_t mostAlike = 200;

bool isDigit(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９'); }

/// Without white space, with # for each number.
QString wordsOf(QStringView text)
{
    QString words;
    words.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool inside = QStringView(u".,，．").contains(c) && i > 0 && isDigit(text[i - 1])
            && i + 1 < text.size() && isDigit(text[i + 1]);
        if (isDigit(c) || inside) {
            if (!words.endsWith(u'#'))
                words += u'#';
        } else if (!c.isSpace()) {
            words += c;
        }
    }
    return words;
}

QString keyOf(const NumberBinding &binding)
{
    return binding.section + u'\n' + binding.before.right(nearest);
}

qsizetype sharedEnd(QStringView a, QStringView b)
{
    qsizetype count = 0;
    while (
        count < a.size() && count < b.size() && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

qsizetype sharedStart(QStringView a, QStringView b)
{
    qsizetype count = 0;
    while (count < a.size() && count < b.size() && a[count] == b[count])
        ++count;
    return count;
}

bool isNumber(const Claim &claim)
{
    return claim.role != ClaimRole::Relation && claim.role != ClaimRole::Same;
}

void apply(const NumberBinding &binding, const Handbook &handbook, Claim &claim)
{
    claim.byHand = true;
    claim.figure = binding.figure;
    claim.phase = binding.phase;
    claim.role = binding.role;
    claim.whole
        = binding.role == ClaimRole::Share ? naturalWhole(handbook, binding.figure) : QString();
    claim.freeProse = false;
    const bool none = binding.figure.isEmpty();
    claim.verdict = none ? Claim::Verdict::Unbound : Claim::Verdict::Stated;
    claim.reason = none ? Say::tr("it was marked as saying nothing of the report") : QString();
}

}  // namespace

QString naturalWhole(const Handbook &handbook, const QString &figure)
{
    if (figure.startsWith(u"general.class[") || figure.startsWith(u"general.item["))
        return QStringLiteral("general.expenditure");
    if (figure.startsWith(u"expenditure.class["))
        return QStringLiteral("expenditure.year");
    if (figure.startsWith(u"econ["))
        return QStringLiteral("general.basic");
    if (figure.startsWith(u"funds.item["))
        return QStringLiteral("funds.expenditure");
    if (figure.startsWith(u"capital.item["))
        return QStringLiteral("capital.expenditure");
    const Figure *known = handbook.figures().find(figure);
    return known ? known->whole : QString();
}

NumberBinding bindingAt(const Report &report, const TextPlace &place)
{
    const Section &section = report.sections[size_t(place.section)];
    const QStringView text
        = place.block < 0 ? section.title : section.blocks[size_t(place.block)].text;
    // Twice as much as is kept: white space does not count.
    const qsizetype from = qMax<qsizetype>(0, place.start - 3 * contextBefore);
    NumberBinding binding;
    binding.section = section.title;
    binding.before = wordsOf(text.mid(from, place.start - from)).right(contextBefore);
    binding.after
        = wordsOf(text.mid(place.start + place.length, 3 * contextAfter)).left(contextAfter);
    binding.number = withoutSpaces(text.mid(place.start, place.length));
    return binding;
}

void applyNumberBindings(const Report &report, const Handbook &handbook, NarrativeReading &reading)
{
    if (report.numberBindings.empty())
        return;
    QHash<QString, std::vector<const NumberBinding *>> wanted;
    QSet<QString> titles;
    for (size_t i = 0; i < report.numberBindings.size() && i < mostBindings; ++i) {
        wanted[keyOf(report.numberBindings[i])].push_back(&report.numberBindings[i]);
        titles.insert(report.numberBindings[i].section);
    }
    struct Candidate
    {
        size_t claim;
        NumberBinding is;
    };
    QHash<QString, std::vector<Candidate>> found;
    for (size_t i = 0; i < reading.claims.size(); ++i) {
        const TextPlace &place = reading.claims[i].place;
        if (!isNumber(reading.claims[i])
            || !titles.contains(report.sections[size_t(place.section)].title))
            continue;
        NumberBinding is = bindingAt(report, place);
        const QString key = keyOf(is);
        if (wanted.contains(key) && found[key].size() < mostAlike)
            found[key].push_back({i, std::move(is)});
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        for (const NumberBinding *binding : wanted[it.key()]) {
            // The same number counts less than one more character around it.
            const auto likeness = [binding](const NumberBinding &is) {
                return 2
                    * (sharedEnd(is.before, binding->before)
                        + sharedStart(is.after, binding->after))
                    + (is.number == binding->number ? 1 : 0);
            };
            const auto best = std::max_element(
                it->begin(), it->end(), [&](const Candidate &a, const Candidate &b) {
                    return likeness(a.is) < likeness(b.is);
                });
            const auto alike = std::count_if(it->begin(), it->end(),
                [&](const Candidate &one) { return likeness(one.is) == likeness(best->is); });
            if (alike == 1)
                apply(*binding, handbook, reading.claims[best->claim]);
        }
    }
}

}  // namespace mz
