#include "model/domain/money.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

constexpr Money::Unit yuan = Money::Unit::Yuan;
constexpr Money::Unit wan = Money::Unit::TenThousandYuan;

}  // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void readsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inWan");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("yuan and fen") << u"1234.50"_s << false << 123'450LL;
        QTest::newRow("whole yuan") << u"7"_s << false << 700LL;
        QTest::newRow("one fen") << u"0.01"_s << false << 1LL;
        QTest::newRow("negative") << u"-3"_s << false << -300LL;
        QTest::newRow("plus sign") << u"+3.1"_s << false << 310LL;
        QTest::newRow("one fen in 万元") << u"0.000001"_s << true << 1LL;
        QTest::newRow("three decimals") << u"922.207"_s << true << 922'207'000LL;
        QTest::newRow("0.1 is exact") << u"0.1"_s << true << 100'000LL;
        QTest::newRow("0.29 is exact") << u"0.29"_s << false << 29LL;
        QTest::newRow("no digit after the point") << u"5."_s << true << 5'000'000LL;
        QTest::newRow("no digit before the point") << u".5"_s << true << 500'000LL;
        QTest::newRow("zeros below a fen") << u"1.2300"_s << false << 123LL;
        QTest::newRow("leading zeros") << u"000000000000000000000012"_s << false << 1'200LL;
        QTest::newRow("minus zero") << u"-0.00"_s << true << 0LL;
        QTest::newRow("limit in 元") << u"90000000000000"_s << false << Money::limit;
        QTest::newRow("limit in 万元") << u"9000000000.000000"_s << true << Money::limit;
        QTest::newRow("negative limit") << u"-90000000000000.00"_s << false << -Money::limit;
    }

    void readsExactly()
    {
        QFETCH(QString, text);
        QFETCH(bool, inWan);
        QFETCH(qint64, fen);
        const Result<Money> money = Money::parse(text, inWan ? wan : yuan);
        QVERIFY2(money, qPrintable(money ? QString() : money.error().text()));
        QCOMPARE(money->fen(), fen);
        QVERIFY(money->isInRange());
        QCOMPARE(money->isZero(), fen == 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const QString no = u"not an amount"_s;
        const QString fine = u"finer than one fen"_s;
        const QString large = u"too large"_s;
        QTest::newRow("nothing") << QString() << no;
        QTest::newRow("a sign alone") << u"-"_s << no;
        QTest::newRow("a point alone") << u"."_s << no;
        QTest::newRow("two signs") << u"--5"_s << no;
        QTest::newRow("sign behind") << u"5-"_s << no;
        QTest::newRow("two points") << u"1.2.3"_s << no;
        QTest::newRow("letters") << u"12a"_s << no;
        QTest::newRow("exponent") << u"1e5"_s << no;
        QTest::newRow("hexadecimal") << u"0x10"_s << no;
        QTest::newRow("infinity") << u"inf"_s << no;
        QTest::newRow("not a number") << u"nan"_s << no;
        QTest::newRow("thousands comma") << u"1,234"_s << no;
        QTest::newRow("space") << u"1 2"_s << no;
        QTest::newRow("full-width digit") << u"１"_s << no;
        QTest::newRow("arabic digit") << QString(QChar(0x0663)) << no;
        QTest::newRow("a tenth of a fen") << u"0.001"_s << fine;
        QTest::newRow("deep below a fen") << u"0.00000000000000000000001"_s << fine;
        QTest::newRow("one fen over the limit") << u"90000000000000.01"_s << large;
        QTest::newRow("one fen under the negative limit") << u"-90000000000000.01"_s << large;
        QTest::newRow("just over 64 bits") << u"92233720368547758.08"_s << large;
        QTest::newRow("wraps to something small in 64 bits") << u"184467440737095516.17"_s << large;
        QTest::newRow("hundred digits") << QString(100, u'9') << large;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const Result<Money> money = Money::parse(text, yuan);
        QVERIFY(!money);
        QVERIFY2(money.error().message.contains(why), qPrintable(money.error().message));
    }

    void aPrintedAmountReadsBackTheSame()
    {
        std::mt19937_64 random(20230901);
        for (int i = 0; i < 20'000; ++i) {
            const int bits = int(random() % 54);
            qint64 fen = qint64(random() >> (64 - bits - 1)) % (Money::limit + 1);
            if (random() % 2)
                fen = -fen;
            const Money::Unit unit = random() % 2 ? wan : yuan;
            const Money money = Money::fromFen(fen);
            const int needed = money.neededDecimals(unit);
            QVERIFY(needed >= 0 && needed <= maxDecimals(unit));
            const int decimals = needed + int(random() % 4);
            const QString text = money.toString(unit, decimals);
            QCOMPARE(text.contains(u'.') ? int(text.size() - text.indexOf(u'.')) - 1 : 0, decimals);
            const Result<Money> back = Money::parse(text, unit);
            QVERIFY2(back, qPrintable(text));
            QCOMPARE(back->fen(), fen);
            if (needed > 0) {
                const Result<Money> less = Money::parse(money.toString(unit, needed - 1), unit);
                QVERIFY2(less && less->fen() != fen, "fewer decimals than needed are not exact");
            }
        }
    }

    void printsInItsUnit_data()
    {
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<bool>("inWan");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<bool>("grouped");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero without decimals") << 0LL << true << 0 << false << u"0"_s;
        QTest::newRow("zero with decimals") << 0LL << true << 2 << false << u"0.00"_s;
        QTest::newRow("one fen") << 1LL << false << 2 << false << u"0.01"_s;
        QTest::newRow("more decimals than a fen has")
            << 150LL << false << 5 << false << u"1.50000"_s;
        QTest::newRow("grouped") << 123'456'789LL << false << 2 << true << u"1,234,567.89"_s;
        QTest::newRow("grouped below a thousand") << 99'900LL << false << 2 << true << u"999.00"_s;
        QTest::newRow("grouped at a thousand") << 100'000LL << false << 0 << true << u"1,000"_s;
        QTest::newRow("negative grouped")
            << -100'000'000LL << false << 2 << true << u"-1,000,000.00"_s;
        QTest::newRow("limit grouped")
            << Money::limit << false << 2 << true << u"90,000,000,000,000.00"_s;
        QTest::newRow("limit with nine decimals")
            << -Money::limit << true << 9 << true << u"-9,000,000,000.000000000"_s;
        QTest::newRow("half goes up") << 1'234'565'000LL << true << 2 << false << u"1234.57"_s;
        QTest::newRow("below half goes down")
            << 1'234'564'999LL << true << 2 << false << u"1234.56"_s;
        QTest::newRow("half goes up in magnitude")
            << -1'234'565'000LL << true << 2 << false << u"-1234.57"_s;
        QTest::newRow("carries over") << 999'995'000LL << true << 2 << true << u"1,000.00"_s;
        QTest::newRow("rounds to whole") << 500'000LL << true << 0 << false << u"1"_s;
        QTest::newRow("nothing is left, so no minus")
            << -4'999LL << true << 2 << false << u"0.00"_s;
        QTest::newRow("half of the last digit keeps its minus")
            << -5'000LL << true << 2 << false << u"-0.01"_s;
    }

    void printsInItsUnit()
    {
        QFETCH(qint64, fen);
        QFETCH(bool, inWan);
        QFETCH(int, decimals);
        QFETCH(bool, grouped);
        QFETCH(QString, text);
        QCOMPARE(Money::fromFen(fen).toString(inWan ? wan : yuan, decimals, grouped), text);
    }

    void roundingIsNeverFurtherThanHalfADigit()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 20'000; ++i) {
            const qint64 fen = qint64(random() % quint64(Money::limit)) - Money::limit / 2;
            const int decimals = int(random() % 6);
            qint64 digit = 1;
            for (int d = decimals; d < 6; ++d)
                digit *= 10;
            const Result<Money> shown
                = Money::parse(Money::fromFen(fen).toString(wan, decimals), wan);
            QVERIFY(shown.has_value());
            const qint64 away = shown->fen() < 0 ? fen - shown->fen() : shown->fen() - fen;
            // Half up in magnitude: the rounded amount may lie half a digit further
            // from zero, but must lie less than half a digit nearer to it.
            QVERIFY2(away * 2 <= digit && away * 2 > -digit, qPrintable(QString::number(fen)));
        }
    }

    void neededDecimalsAreTheFewestThatAreExact()
    {
        QCOMPARE(Money::fromFen(0).neededDecimals(wan), 0);
        QCOMPARE(Money::fromFen(1'000'000).neededDecimals(wan), 0);
        QCOMPARE(Money::fromFen(922'207'000).neededDecimals(wan), 3);
        QCOMPARE(Money::fromFen(-1).neededDecimals(wan), 6);
        QCOMPARE(Money::fromFen(110).neededDecimals(yuan), 1);
        QCOMPARE(Money::fromFen(101).neededDecimals(yuan), 2);
    }

    void aSumThatLeavesTheRangeIsNothing()
    {
        const Money limit = Money::fromFen(Money::limit);
        const Money fen = Money::fromFen(1);
        QCOMPARE(limit.plus(Money()), std::optional(limit));
        QCOMPARE(limit.plus(fen), std::optional<Money>());
        QCOMPARE(Money::fromFen(-Money::limit).minus(fen), std::optional<Money>());
        QCOMPARE(limit.minus(limit), std::optional(Money()));
        const Money farOutside = Money::fromFen(std::numeric_limits<qint64>::max());
        QCOMPARE(farOutside.plus(farOutside), std::optional<Money>());
        QVERIFY(!farOutside.isInRange());
    }

    void amountsCompareBySize()
    {
        QVERIFY(Money::fromFen(-5) < Money::fromFen(3));
        QVERIFY(Money::fromFen(3) == Money::fromFen(3));
        QVERIFY(Money::fromFen(4) > Money::fromFen(3));
    }
};

QTEST_APPLESS_MAIN(TestMoney)

#include "tst_money.moc"
