#include "model/domain/amount.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

constexpr Money::Unit yuan = Money::Unit::Yuan;
constexpr Money::Unit wan = Money::Unit::TenThousandYuan;

}  // namespace

class TestAmount : public QObject
{
    Q_OBJECT

private slots:
    void nothingPrintedIsBlank_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("space") << u"   "_s;
        QTest::newRow("tab and line break") << u"\t\n"_s;
        QTest::newRow("ideographic space") << u"　"_s;
        QTest::newRow("no-break space") << QString(QChar(0x00A0));
        QTest::newRow("zero-width space") << QString(QChar(0x200B));
        QTest::newRow("hyphen") << u"-"_s;
        QTest::newRow("full-width hyphen") << u"－"_s;
        QTest::newRow("en dash") << u"–"_s;
        QTest::newRow("dash") << u"—"_s;
        QTest::newRow("two dashes") << u"——"_s;
        QTest::newRow("dash in spaces") << u" — 　"_s;
    }

    void nothingPrintedIsBlank()
    {
        QFETCH(QString, text);
        const Result<Amount> amount = Amount::parsePrinted(text, wan);
        QVERIFY(amount.has_value());
        QVERIFY(amount->isBlank());
        QVERIFY(!amount->isNumber());
        QCOMPARE(amount->toString(wan), QString());
        QVERIFY(amount->money().isZero());
    }

    void readsWhatIsPrinted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("fen");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<bool>("grouped");
        QTest::addColumn<QString>("printed");
        QTest::newRow("0") << u"0"_s << 0LL << 0 << false << u"0"_s;
        QTest::newRow("0.00") << u"0.00"_s << 0LL << 2 << false << u"0.00"_s;
        QTest::newRow("two decimals")
            << u"3618.79"_s << 3'618'790'000LL << 2 << false << u"3618.79"_s;
        QTest::newRow("three decimals")
            << u"922.207"_s << 922'207'000LL << 3 << false << u"922.207"_s;
        QTest::newRow("one decimal") << u"922.2"_s << 922'200'000LL << 1 << false << u"922.2"_s;
        QTest::newRow("trailing zeros")
            << u"1.200000"_s << 1'200'000LL << 6 << false << u"1.200000"_s;
        QTest::newRow("thousands comma")
            << u"20,323.21"_s << 20'323'210'000LL << 2 << true << u"20,323.21"_s;
        QTest::newRow("thousands comma, whole")
            << u"14,206"_s << 14'206'000'000LL << 0 << true << u"14,206"_s;
        QTest::newRow("two commas")
            << u"-1,234,567.80"_s << -1'234'567'800'000LL << 2 << true << u"-1,234,567.80"_s;
        QTest::newRow("full-width")
            << u"１，２３４．５０"_s << 1'234'500'000LL << 2 << true << u"1,234.50"_s;
        QTest::newRow("full-width minus")
            << u"－３．２"_s << -3'200'000LL << 1 << false << u"-3.2"_s;
        QTest::newRow("minus sign") << u"−1.2"_s << -1'200'000LL << 1 << false << u"-1.2"_s;
        QTest::newRow("brackets") << u"(1.2)"_s << -1'200'000LL << 1 << false << u"-1.2"_s;
        QTest::newRow("full-width brackets")
            << u"（1,200.00）"_s << -1'200'000'000LL << 2 << true << u"-1,200.00"_s;
        QTest::newRow("spaces around")
            << u" 　12.30\t"_s << 12'300'000LL << 2 << false << u"12.30"_s;
        QTest::newRow("no-break space behind")
            << u"12.30"_s + QChar(0x00A0) << 12'300'000LL << 2 << false << u"12.30"_s;
        QTest::newRow("space for thousands")
            << u"1 234.50"_s << 1'234'500'000LL << 2 << false << u"1234.50"_s;
        QTest::newRow("plus sign and comma")
            << u"+100,000.00"_s << 100'000'000'000LL << 2 << true << u"100,000.00"_s;
    }

    void readsWhatIsPrinted()
    {
        QFETCH(QString, text);
        QFETCH(qint64, fen);
        QFETCH(int, decimals);
        QFETCH(bool, grouped);
        QFETCH(QString, printed);
        const Result<Amount> amount = Amount::parsePrinted(text, wan);
        QVERIFY2(amount, qPrintable(amount ? QString() : amount.error().text()));
        QVERIFY(amount->isNumber());
        QCOMPARE(amount->money().fen(), fen);
        QCOMPARE(amount->decimals(), decimals);
        QCOMPARE(amount->isGrouped(), grouped);
        QCOMPARE(amount->toString(wan), printed);
    }

    void blankZeroAndZeroWithDecimalsDiffer()
    {
        const auto read = [](const QString &text) { return *Amount::parsePrinted(text, wan); };
        QVERIFY(read(QString()) != read(u"0"_s));
        QVERIFY(read(u"0"_s) != read(u"0.00"_s));
        QVERIFY(read(QString()) != read(u"0.00"_s));
        QVERIFY(Amount() != Amount::notPrinted());
        QVERIFY(Amount() != Amount::unreadable());
        QVERIFY(Amount::notPrinted() != Amount::unreadable());
        QCOMPARE(Amount::notPrinted().toString(wan), QString());
        QCOMPARE(Amount::unreadable().toString(wan), QString());
    }

    void refusesWhatIsNoAmount_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const QString no = u"not an amount"_s;
        QTest::newRow("comma before two digits") << u"1,23.4"_s << no;
        QTest::newRow("comma before four digits") << u"1,2345"_s << no;
        QTest::newRow("four digits before a comma") << u"1234,567"_s << no;
        QTest::newRow("comma in front") << u",123"_s << no;
        QTest::newRow("comma behind") << u"123,"_s << no;
        QTest::newRow("comma among decimals") << u"1.234,567"_s << no;
        QTest::newRow("two commas in a row") << u"1,,234"_s << no;
        QTest::newRow("two points") << u"1.2.3"_s << no;
        QTest::newRow("letters") << u"abc"_s << no;
        QTest::newRow("a word") << u"合计"_s << no;
        QTest::newRow("unit behind") << u"1.2万元"_s << no;
        QTest::newRow("empty brackets") << u"()"_s << no;
        QTest::newRow("dash in brackets") << u"(-)"_s << no;
        QTest::newRow("minus in brackets") << u"(-1.2)"_s << no;
        QTest::newRow("open bracket") << u"(1.2"_s << no;
        QTest::newRow("three dashes") << u"---"_s << no;
        QTest::newRow("percent") << u"12%"_s << no;
        QTest::newRow("exponent") << u"1e5"_s << no;
        QTest::newRow("ten decimals") << u"1.0000000000"_s << no;
        QTest::newRow("finer than a fen") << u"0.0000001"_s << u"finer than one fen"_s;
        QTest::newRow("over the limit") << u"9000000000.000001"_s << u"too large"_s;
        QTest::newRow("over the limit, grouped") << u"9,000,000,001"_s << u"too large"_s;
        QTest::newRow("over the limit, negative") << u"(9000000001)"_s << u"too large"_s;
        QTest::newRow("thirty digits") << QString(30, u'8') << u"too large"_s;
    }

    void refusesWhatIsNoAmount()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const Result<Amount> amount = Amount::parsePrinted(text, wan);
        QVERIFY(!amount);
        QVERIFY2(amount.error().message.contains(why), qPrintable(amount.error().message));
    }

    void aRefusalQuotesWhatWasPrinted()
    {
        const Result<Amount> amount = Amount::parsePrinted(u"1,23.4", wan);
        QVERIFY(!amount && amount.error().message.contains(u"1,23.4"_s));
        const Result<Amount> longText = Amount::parsePrinted(QString(5'000, u'甲'), wan);
        QVERIFY(!longText);
        QVERIFY2(longText.error().message.size() < 80, "a long text is shortened");
    }

    void whatIsPrintedReadsBackTheSame()
    {
        std::mt19937_64 random(4711);
        for (int i = 0; i < 20'000; ++i) {
            const Money::Unit unit = random() % 2 ? wan : yuan;
            qint64 fen = qint64(random() >> (random() % 53 + 10)) % (Money::limit + 1);
            if (random() % 3 == 0)
                fen = -fen;
            const Money money = Money::fromFen(fen);
            const int needed = money.neededDecimals(unit);
            const int decimals = needed + int(random() % size_t(10 - needed));
            // A comma shows only from a thousand on.
            const qint64 thousand = 1'000 * qint64(unit);
            const bool grouped = (fen >= thousand || fen <= -thousand) && random() % 2;
            const Amount amount = Amount::number(money, decimals, grouped);
            const QString text = amount.toString(unit);
            const Result<Amount> back = Amount::parsePrinted(text, unit);
            QVERIFY2(back, qPrintable(text));
            QVERIFY2(*back == amount, qPrintable(text));
        }
    }

    void readsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("inWan");
        QTest::addColumn<QString>("printed");
        QTest::newRow("plain") << u"1.2"_s << true << u"1.20"_s;
        QTest::newRow("more decimals stay") << u"922.207"_s << true << u"922.207"_s;
        QTest::newRow("typed zeros stay") << u"1.2000"_s << true << u"1.2000"_s;
        QTest::newRow("zero") << u"0"_s << true << u"0.00"_s;
        QTest::newRow("万元") << u"1.2万元"_s << true << u"1.20"_s;
        QTest::newRow("万") << u"1.2万"_s << true << u"1.20"_s;
        QTest::newRow("元 into 万元") << u"12000元"_s << true << u"1.20"_s;
        QTest::newRow("元 and fen into 万元") << u"12000.01元"_s << true << u"1.200001"_s;
        QTest::newRow("圆") << u"100圆"_s << true << u"0.01"_s;
        QTest::newRow("亿元, full-width") << u"３亿元"_s << true << u"30000.00"_s;
        QTest::newRow("亿 with decimals") << u"1.23456亿"_s << true << u"12345.60"_s;
        QTest::newRow("亿 down to the fen") << u"0.0000000001亿"_s << true << u"0.000001"_s;
        QTest::newRow("negative 亿") << u"-1.5亿元"_s << true << u"-15000.00"_s;
        QTest::newRow("brackets and 亿") << u"（1）亿元"_s << true << u"-10000.00"_s;
        QTest::newRow("万元 into 元") << u"1.2万元"_s << false << u"12000.00"_s;
        QTest::newRow("亿元 into 元") << u"0.5亿"_s << false << u"50000000.00"_s;
        QTest::newRow("comma and unit") << u"1,234.5元"_s << false << u"1234.50"_s;
        QTest::newRow("space before the unit") << u"1.2 万 元"_s << true << u"1.20"_s;
        QTest::newRow("blank") << u"  "_s << true << QString();
        QTest::newRow("dash") << u"—"_s << true << QString();
    }

    void readsWhatIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(bool, inWan);
        QFETCH(QString, printed);
        const Money::Unit unit = inWan ? wan : yuan;
        const Result<Amount> amount = Amount::parseTyped(text, unit, 2);
        QVERIFY2(amount, qPrintable(amount ? QString() : amount.error().text()));
        QCOMPARE(amount->toString(unit), printed);
        QCOMPARE(amount->isBlank(), printed.isEmpty());
    }

    void refusesWhatCannotBeTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("unit alone") << u"万元"_s;
        QTest::newRow("dash with a unit") << u"-元"_s;
        QTest::newRow("two units") << u"1万2千元"_s;
        QTest::newRow("two points and 亿") << u"1.2.3亿"_s;
        QTest::newRow("point point 亿") << u"1..2亿"_s;
        QTest::newRow("comma and 亿") << u"1,2亿"_s;
        QTest::newRow("finer than a fen") << u"0.001元"_s;
        QTest::newRow("finer than a fen in 亿") << u"0.00000000001亿"_s;
        QTest::newRow("over the limit in 亿") << u"900001亿"_s;
        QTest::newRow("over the limit in 元") << u"90000000000001元"_s;
        QTest::newRow("letters") << u"twelve"_s;
        QTest::newRow("letters and 亿") << u"abc亿"_s;
        QTest::newRow("formula") << u"=1+2"_s;
        QTest::newRow("sum") << u"1+2"_s;
    }

    void refusesWhatCannotBeTyped()
    {
        QFETCH(QString, text);
        const Result<Amount> amount = Amount::parseTyped(text, wan, 2);
        QVERIFY2(!amount, qPrintable(amount ? amount->toString(wan) : QString()));
        QVERIFY(!amount.error().message.isEmpty());
    }

    void theLastDigitIsWorthItsPlace()
    {
        const auto digit = [](const QString &text, Money::Unit unit) {
            return Amount::parsePrinted(text, unit)->lastDigitFen(unit);
        };
        QCOMPARE(digit(u"1.20"_s, wan), 10'000);
        QCOMPARE(digit(u"922.207"_s, wan), 1'000);
        QCOMPARE(digit(u"7"_s, wan), 1'000'000);
        QCOMPARE(digit(u"7"_s, yuan), 100);
        QCOMPARE(digit(u"7.00"_s, yuan), 1);
        QCOMPARE(digit(u"7.0000"_s, yuan), 1);
    }
};

QTEST_APPLESS_MAIN(TestAmount)

#include "tst_amount.moc"
