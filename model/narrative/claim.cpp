#include "model/narrative/claim.h"

namespace mz {

bool Claim::isChecked() const
{
    switch (verdict) {
    case Verdict::Agrees:
    case Verdict::AgreesBySum:
    case Verdict::Rounding:
    case Verdict::Disagrees:
    case Verdict::Follows:
    case Verdict::ZeroBase:
        return true;
    case Verdict::Stated:
    case Verdict::OtherScope:
    case Verdict::Unbound:
        break;
    }
    return false;
}

QString quoteOf(const Report &report, const TextPlace &place)
{
    const Section &section = report.sections[size_t(place.section)];
    const QString &text
        = place.block < 0 ? section.title : section.blocks[size_t(place.block)].text;
    constexpr int before = 30;
    constexpr int after = 12;
    int start = qMax(0, place.start - before);
    int end = qMin(int(text.size()), place.start + place.length + after);
    static constexpr QStringView stops = u"。；;\n";
    for (int i = place.start - 1; i >= start; --i) {
        if (stops.contains(text[i])) {
            start = i + 1;
            break;
        }
    }
    const auto cuts = [&text](int at) {
        const auto isPart = [&text](int i) {
            return i >= 0 && i < text.size() && (text[i].isDigit() || text[i] == u'.');
        };
        return isPart(at - 1) && isPart(at);
    };
    while (cuts(start))
        --start;
    while (cuts(end))
        ++end;
    return text.mid(start, end - start).trimmed();
}

}  // namespace mz
