#include "model/domain/money.h"

#include <QCoreApplication>
#include <array>

namespace mz {

namespace {

constexpr std::array<qint64, 8> powersOfTen{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000};

Error moneyError(const char *message)
{
    return {QCoreApplication::translate("Money", message), {}};
}

}  // namespace

Result<Money> Money::parse(QStringView text, Unit unit)
{
    const int scale = maxDecimals(unit);
    bool negative = false;
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'+')) {
        negative = text.front() == u'-';
        text = text.mid(1);
    }
    qint64 fen = 0;
    int decimals = -1;  // -1 until the point
    bool anyDigit = false;
    for (const QChar c : text) {
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return moneyError(QT_TRANSLATE_NOOP("Money", "This is not an amount."));
        anyDigit = true;
        const int digit = c.unicode() - u'0';
        if (decimals >= scale) {
            if (digit != 0)
                return moneyError(
                    QT_TRANSLATE_NOOP("Money", "The amount is finer than one fen (0.01 yuan)."));
            continue;
        }
        if (decimals >= 0)
            ++decimals;
        if (__builtin_mul_overflow(fen, qint64(10), &fen)
            || __builtin_add_overflow(fen, qint64(digit), &fen))
            return moneyError(QT_TRANSLATE_NOOP("Money", "The amount is too large."));
    }
    if (!anyDigit)
        return moneyError(QT_TRANSLATE_NOOP("Money", "This is not an amount."));
    if (__builtin_mul_overflow(fen, powersOfTen[size_t(scale - qMax(decimals, 0))], &fen)
        || fen > limit)
        return moneyError(QT_TRANSLATE_NOOP("Money", "The amount is too large."));
    return Money(negative ? -fen : fen);
}

std::optional<Money> Money::plus(Money other) const
{
    qint64 sum = 0;
    if (__builtin_add_overflow(m_fen, other.m_fen, &sum) || !Money(sum).isInRange())
        return std::nullopt;
    return Money(sum);
}

int Money::neededDecimals(Unit unit) const
{
    int decimals = maxDecimals(unit);
    qint64 rest = m_fen;
    while (decimals > 0 && rest % 10 == 0) {
        rest /= 10;
        --decimals;
    }
    return decimals;
}

QString Money::toString(Unit unit, int decimals, bool grouped) const
{
    const int scale = maxDecimals(unit);
    quint64 magnitude = m_fen < 0 ? quint64(-(m_fen + 1)) + 1 : quint64(m_fen);
    int shown = decimals;
    if (decimals < scale) {
        const auto divisor = quint64(powersOfTen[size_t(scale - decimals)]);
        magnitude = magnitude / divisor + (magnitude % divisor * 2 >= divisor ? 1 : 0);
    } else {
        shown = scale;
    }
    // Written from the last digit to the first.
    std::array<char16_t, 48> digits;
    size_t at = digits.size();
    for (int extra = shown; extra < decimals; ++extra)
        digits[--at] = u'0';
    for (int i = 0; i < shown; ++i, magnitude /= 10)
        digits[--at] = char16_t(u'0' + magnitude % 10);
    if (decimals > 0)
        digits[--at] = u'.';
    bool nonZero = magnitude != 0;
    for (int i = 0; i == 0 || magnitude != 0; ++i, magnitude /= 10) {
        if (grouped && i > 0 && i % 3 == 0)
            digits[--at] = u',';
        digits[--at] = char16_t(u'0' + magnitude % 10);
    }
    if (!nonZero) {
        for (size_t i = at; i < digits.size(); ++i)
            nonZero = nonZero || (digits[i] >= u'1' && digits[i] <= u'9');
    }
    if (m_fen < 0 && nonZero)
        digits[--at] = u'-';
    return QString::fromUtf16(digits.data() + at, qsizetype(digits.size() - at));
}

}  // namespace mz
