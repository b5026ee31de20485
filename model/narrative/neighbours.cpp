#include "model/narrative/neighbours.h"

#include <QRegularExpression>

namespace mz {

namespace {

/// 省级财政拨款收入, 下属单位公用经费: money of the same name that is only a part, or of others.
bool isOfOthers(const QString &before)
{
    static const QRegularExpression units(
        QStringLiteral("(?<![及和与])(?:下属|所属|二级|其他)[^,。;、及和]{0,6}单位$"));
    const bool level = before.endsWith(u'级') && !before.endsWith(u"本级");
    return level || before.endsWith(u"中央") || units.match(before).hasMatch();
}

}  // namespace

bool mayBegin(const QString &before, const QString &label)
{
    constexpr qsizetype tellsEnough = 8;
    static constexpr QStringView ends
        = u",。;:、()年度局部委会厅办院校站所队位门中心关社党组处园馆台司府区县市"
          u"含底末排生加为是共的和及与较比我本级将用年总额款支";
    if (isOfOthers(before))
        return false;
    // 办公费等公用经费, but not: 社会保障等支出.
    constexpr qsizetype isName = 4;
    static constexpr QStringView listEnds = u"等目";
    return before.isEmpty() || ends.contains(before.back()) || label.size() >= tellsEnough
        || (listEnds.contains(before.back()) && label.size() >= isName);
}

bool sameFamily(const QString &a, const QString &b)
{
    static constexpr QStringView families[]
        = {u"abroad", u"foreign", u"reception", u"meeting", u"training"};
    for (const QStringView family : families) {
        const bool first = a.contains(family);
        if (first || b.contains(family))
            return first && b.contains(family);
    }
    const auto bought = [](const QString &figure) {
        return figure.endsWith(u"vehicle_purchase") || figure.endsWith(u"vehicles_bought");
    };
    const auto held = [](const QString &figure) {
        return figure.endsWith(u"vehicle_operation") || figure.endsWith(u"vehicles_held");
    };
    return (bought(a) && bought(b)) || (held(a) && held(b));
}

}  // namespace mz
