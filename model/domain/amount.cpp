#include "model/domain/amount.h"

#include "model/domain/text.h"
#include <QCoreApplication>

namespace mz {

namespace {

struct Cleaned
{
    QString digits;  ///< With a sign and a point at most.
    int decimals = 0;
    bool grouped = false;
    bool blank = false;
    bool negative = false;
};

Error notAnAmount(QStringView text)
{
    return {QCoreApplication::translate("Amount", "“%1” is not an amount.")
                .arg(shortened(text.toString(), 24)),
        {}};
}

/// A comma is a thousands comma only before exactly three digits.
bool commasStandRight(QStringView digits)
{
    const qsizetype point = digits.indexOf(u'.');
    const QStringView whole = point < 0 ? digits : digits.first(point);
    const auto parts = whole.split(u',');
    if (parts.front().isEmpty() || (parts.size() > 1 && parts.front().size() > 3))
        return false;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (parts[i].size() != 3)
            return false;
    }
    return point < 0 || !digits.mid(point).contains(u',');
}

Result<Cleaned> clean(QStringView text)
{
    Cleaned cleaned;
    QString bare = toHalfWidth(withoutSpaces(text));
    if (bare.isEmpty() || bare == u"-" || bare == u"—" || bare == u"——" || bare == u"－"
        || bare == u"–") {
        cleaned.blank = true;
        return cleaned;
    }
    bare.replace(QChar(u'−'), u'-');
    if (bare.startsWith(u'(') && bare.endsWith(u')')) {
        cleaned.negative = true;
        bare = bare.sliced(1, bare.size() - 2);
    }
    if (bare.contains(u',')) {
        const bool hasSign = bare.startsWith(u'-') || bare.startsWith(u'+');
        const QStringView unsignedPart = QStringView(bare).mid(hasSign ? 1 : 0);
        if (!commasStandRight(unsignedPart))
            return notAnAmount(text);
        cleaned.grouped = true;
        bare.remove(u',');
    }
    const qsizetype point = bare.indexOf(u'.');
    cleaned.decimals = point < 0 ? 0 : int(bare.size() - point - 1);
    cleaned.digits = bare;
    return cleaned;
}

Result<Amount> amountOf(const Cleaned &cleaned, QStringView text, Money::Unit unit)
{
    const Result<Money> money = Money::parse(cleaned.digits, unit);
    if (!money) {
        for (const QChar c : cleaned.digits) {
            if (!(c >= u'0' && c <= u'9') && c != u'.' && c != u'-' && c != u'+')
                return notAnAmount(text);
        }
        return money.error();
    }
    const bool bothSigns = cleaned.negative && cleaned.digits.startsWith(u'-');
    if (bothSigns || cleaned.decimals > 9)
        return notAnAmount(text);
    const Money value = cleaned.negative ? Money::fromFen(-money->fen()) : *money;
    return Amount::number(value, cleaned.decimals, cleaned.grouped);
}

}  // namespace

Result<Amount> Amount::parsePrinted(QStringView text, Money::Unit unit)
{
    const Result<Cleaned> cleaned = clean(text);
    if (!cleaned)
        return cleaned.error();
    if (cleaned->blank)
        return Amount();
    return amountOf(*cleaned, text, unit);
}

Result<Amount> Amount::parseTyped(QStringView text, Money::Unit unit, int decimals)
{
    QString bare = withoutSpaces(text);
    struct Suffix
    {
        QStringView word;
        Money::Unit unit;
        int shift;  // further powers of ten: 亿元 is 10^4 万元
    };
    static constexpr Suffix suffixes[]
        = {{u"亿元", Money::Unit::TenThousandYuan, 4}, {u"亿", Money::Unit::TenThousandYuan, 4},
            {u"万元", Money::Unit::TenThousandYuan, 0}, {u"万", Money::Unit::TenThousandYuan, 0},
            {u"元", Money::Unit::Yuan, 0}, {u"圆", Money::Unit::Yuan, 0}};
    Money::Unit typedUnit = unit;
    int shift = 0;
    bool hasUnit = false;
    for (const Suffix &suffix : suffixes) {
        if (bare.endsWith(suffix.word)) {
            typedUnit = suffix.unit;
            shift = suffix.shift;
            bare.chop(suffix.word.size());
            hasUnit = true;
            break;
        }
    }
    Result<Cleaned> cleaned = clean(bare);
    if (!cleaned || (cleaned->blank && hasUnit))
        return notAnAmount(text);
    if (cleaned->blank)
        return Amount();
    if (shift > 0) {
        QString &digits = cleaned->digits;
        qsizetype point = digits.indexOf(u'.');
        if (point < 0) {
            point = digits.size();
            digits += u'.';
        }
        digits.remove(point, 1);
        while (digits.size() < point + shift)
            digits += u'0';
        digits.insert(point + shift, u'.');
        cleaned->decimals = qMax(0, cleaned->decimals - shift);
    }
    const Result<Amount> amount = amountOf(*cleaned, text, typedUnit);
    if (!amount)
        return amount.error();
    const Money money = amount->money();
    const int typedDecimals = typedUnit == unit ? cleaned->decimals : 0;
    const int shown = qMax(qMax(decimals, typedDecimals), money.neededDecimals(unit));
    return number(money, shown, false);
}

qint64 Amount::lastDigitFen(Money::Unit unit) const
{
    qint64 fen = 1;
    for (int i = m_decimals; i < maxDecimals(unit); ++i)
        fen *= 10;
    return fen;
}

QString Amount::toString(Money::Unit unit) const
{
    return isNumber() ? m_money.toString(unit, m_decimals, m_grouped) : QString();
}

}  // namespace mz
