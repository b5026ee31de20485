#include "model/manuscript/readers/number_format.h"
#include "model/manuscript/readers/numerals.h"

#include <QTest>
#include <limits>
#include <random>

using namespace mz;

namespace {

const QString accounting = QStringLiteral("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"?\?_ ;_ @_ ");

/// 2024-12-31 18:30:05, counted from 1900.
constexpr double newYearsEve = 45657 + (18 * 3600 + 30 * 60 + 5) / 86400.0;

}  // namespace

class TestNumberFormat : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatASpreadsheetShows_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("shown");
        const auto row = [](double value, const char *code, const char *shown) {
            QTest::addRow("%.15g by %s", value, code)
                << value << QString::fromUtf8(code) << QString::fromUtf8(shown);
        };
        row(922.207, "General", "922.207");
        row(0, "General", "0");
        row(-0.0, "", "0");
        row(-12.5, "General", "-12.5");
        row(0.1 + 0.2, "General", "0.3");
        row(1.0 / 3, "General", "0.333333333");
        row(200.0 / 3, "General", "66.66666667");
        row(3.14159265358979, "General", "3.141592654");
        row(1234567890.123, "General", "1234567890");
        row(12345678901.0, "General", "12345678901");
        row(2368438836.6599999943, "General", "2368438836.66");
        row(428.519999999999999, "General", "428.52");
        row(90000000000.01, "General", "90000000000.01");
        row(1e15, "General", "1E+15");
        row(123456789012.3456, "General", "1.23457E+11");
        row(5e20, "General", "5E+20");
        row(0.0001234567, "General", "0.000123457");
        row(0.00001, "General", "0.00001");
        row(0.0000123456789, "General", "1.23457E-05");
        row(1e-300, "General", "1E-300");
        row(12, "General\"元\"", "12元");
        row(-12, "G/通用格式\"元\"", "-12元");
        row(7, "@", "7");

        row(1234.5, "0", "1235");
        row(0.125, "0.00", "0.13");
        row(-0.125, "0.00", "-0.13");
        row(1.005, "0.00", "1.01");
        row(2.675, "0.00", "2.68");
        row(0.285, "0.00", "0.29");
        row(1234567.895, "#,##0.00", "1,234,567.90");
        row(999.995, "#,##0.00", "1,000.00");
        row(0, "0.00", "0.00");
        row(0.4, "0", "0");
        row(0, "#", "");
        row(0, "#,##0", "0");
        row(0.5, "#.00", ".50");
        row(5, "0.##", "5.");
        row(5.1, "0.0#", "5.1");
        row(5.123, "0.0#", "5.12");
        row(7, "000", "007");
        row(1234, "0,000", "1,234");
        row(12, "0,000", "0,012");
        row(123456, "0000-000", "0123-456");
        row(13800138000.0, "000-0000-0000", "138-0013-8000");
        row(5.5, "?\?0.0?", "5.5");
        row(0.1234, "0%", "12%");
        row(0.12345, "0.00%", "12.35%");
        row(1.005, "0.0%", "100.5%");
        row(-0.5, "0%", "-50%");
        row(1234567, "#,##0,", "1,235");
        row(1234567, "0.0,,\"百万\"", "1.2百万");
        row(12345, "0!.0,\"万\"", "1.2万");
        row(1e300, "0", nullptr);
        row(12345.678, "0.00E+00", "1.23E+04");
        row(99996, "0.00E+00", "1.00E+05");
        row(0.00012, "0.00E+00", "1.20E-04");
        row(0, "0.00E+00", "0.00E+00");
        row(12345, "##0.0E+0", "12.3E+3");
        row(0.5, "0.00E-00", "5.00E-01");
        row(0.5, "# ?/?", "0.5");
        row(2, "0\"元/人\"", "2元/人");

        row(-3, "0.00;-0.00;", "-3.00");
        row(0, "0.00;-0.00;", "");
        row(0, "0.00;-0.00;\"-\"", "-");
        row(-3, "0.00;0.00", "3.00");
        row(-1234.5, "#,##0.00_);(#,##0.00)", "(1,234.50)");
        row(-3, ";;;", "");
        row(1, "\"有\";\"无\"", "有");
        row(-1, "\"有\";\"无\"", "无");
        row(12.3, "[Red]0.00", "12.30");
        row(-12.3, "0.00_ ;[Red]-0.00 ", "-12.30");
        row(12.3, "[颜色 3]0.00", "12.30");
        row(999, "[<1000]0;[>=1000]0.0,\"千\"", "999");
        row(1500, "[<1000]0;[>=1000]0.0,\"千\"", "1.5千");
        row(-5, "[<0]\"负\"0;0", "负5");
        row(0, "[=0]\"零\";0.00", "零");
        row(8, "[=0]\"零\";0.00", "8.00");
        row(-8, "[=0]\"零\";0.00", "-8.00");
        row(12.5, "[$¥-804]#,##0.00", "¥12.50");
        row(-12.5, "\"¥\"#,##0.00;\"¥\"-#,##0.00", "¥-12.50");
        row(12.5, "[$€-2]\\ 0.0", "€ 12.5");
        row(123, "[DBNum1][$-804]General", "一百二十三");
        row(1024, "[DBNum2][$-804]General\"元整\"", "壹仟零贰拾肆元整");
        row(12.5, "0.00\"万元\"", "12.50万元");
        row(12.5, "0.00万元", "12.50万元");

        row(1234.5, accounting.toUtf8().constData(), "1,234.50");
        row(-1234.5, accounting.toUtf8().constData(), "-1,234.50");
        row(0, accounting.toUtf8().constData(), "-");

        row(newYearsEve, "yyyy\"年\"m\"月\"d\"日\"", "2024年12月31日");
        row(newYearsEve, "yyyy-mm-dd", "2024-12-31");
        row(newYearsEve, "yyyy/m/d h:mm", "2024/12/31 18:30");
        row(newYearsEve, "yyyy\\-mm\\-dd\\ hh:mm:ss", "2024-12-31 18:30:05");
        row(newYearsEve, "yyyy.m.d", "2024.12.31");
        row(newYearsEve, "yy", "24");
        row(newYearsEve, "e\"年\"", "2024年");
        row(newYearsEve, "h:mm AM/PM", "6:30 PM");
        row(newYearsEve, "上午/下午h\"时\"mm\"分\"", "下午6时30分");
        row(newYearsEve, "mm:ss", "30:05");
        row(newYearsEve, "d-mmm-yy", "31-Dec-24");
        row(newYearsEve, "dddd", "Tuesday");
        row(newYearsEve, "[$-804]aaaa", "星期二");
        row(newYearsEve, "[$-804]dddd", "星期二");
        row(newYearsEve, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二四年十二月三十一日");
        row(newYearsEve, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Tuesday, December 31, 2024");
        row(1.5, "[h]:mm:ss", "36:00:00");
        row(0.5, "h:mm", "12:00");
        row(0.000011574, "mm:ss.0", "00:01.0");
        row(1, "yyyy-mm-dd", "1900-01-01");
        row(0, "yyyy-mm-dd", "1900-01-00");
        row(59, "yyyy-mm-dd", "1900-02-28");
        row(60, "yyyy-mm-dd", "1900-02-29");
        row(61, "yyyy-mm-dd", "1900-03-01");
        row(45657.9999999, "yyyy-mm-dd hh:mm:ss", "2025-01-01 00:00:00");
        row(-1, "yyyy-mm-dd", "-1");
        row(3e9, "yyyy-mm-dd", "3000000000");
        row(1e300, "yyyy-mm-dd", "1E+300");

        row(12, "\"unclosed", "12");
        row(12, "[Red", "12");
        row(12, "0\\", "12");
        row(12, "0;0;0;0;0", "12");
        row(std::numeric_limits<double>::infinity(), "0.00", "#NUM!");
        row(std::numeric_limits<double>::quiet_NaN(), "General", "#NUM!");
    }

    void showsWhatASpreadsheetShows()
    {
        QFETCH(double, value);
        QFETCH(QString, code);
        QFETCH(QString, shown);
        if (shown.isEmpty() && value == 1e300)
            shown = u'1' + QString(300, u'0');
        QCOMPARE(shownNumber(value, code), shown);
    }

    void datesBeginIn1904WhereTheFileSaysSo()
    {
        QCOMPARE(shownNumber(0, u"yyyy-mm-dd", true), QStringLiteral("1904-01-01"));
        QCOMPARE(shownNumber(45657 - 1462, u"yyyy-mm-dd aaaa", true),
            QStringLiteral("2024-12-31 星期二"));
    }

    void builtInFormatsAreThoseOfAChineseSpreadsheet()
    {
        const auto shown
            = [](double value, int id) { return shownNumber(value, builtInFormatCode(id)); };
        QCOMPARE(shown(12.5, 0), QStringLiteral("12.5"));
        QCOMPARE(shown(12.5, 2), QStringLiteral("12.50"));
        QCOMPARE(shown(1234.5, 4), QStringLiteral("1,234.50"));
        QCOMPARE(shown(0.5, 10), QStringLiteral("50.00%"));
        QCOMPARE(shown(newYearsEve, 14), QStringLiteral("2024/12/31"));
        QCOMPARE(shown(newYearsEve, 22), QStringLiteral("2024/12/31 18:30"));
        QCOMPARE(shown(newYearsEve, 31), QStringLiteral("2024年12月31日"));
        QCOMPARE(shown(newYearsEve, 57), QStringLiteral("2024年12月"));
        QCOMPARE(shown(newYearsEve, 58), QStringLiteral("12月31日"));
        QCOMPARE(shown(0, 43), QStringLiteral("-"));
        QCOMPARE(shown(-1234.5, 43), QStringLiteral("-1,234.50"));
        QCOMPARE(shown(36.5, 46), QStringLiteral("876:00:00"));
        QCOMPARE(shown(12345, 48), QStringLiteral("12.3E+3"));
        QCOMPARE(shown(12.5, 49), QStringLiteral("12.5"));
        QVERIFY(builtInFormatCode(25).isEmpty());
        QVERIFY(builtInFormatCode(-1).isEmpty());
        QVERIFY(builtInFormatCode(1'000'000).isEmpty());
    }

    void textsKeepToTheFourthSection()
    {
        QCOMPARE(NumberFormat(u"0.00").shownText("合计"), QStringLiteral("合计"));
        QCOMPARE(NumberFormat(u";;;").shownText("合计"), QString());
        QCOMPARE(NumberFormat(u"0;0;0;\"甲：\"@").shownText("乙"), QStringLiteral("甲：乙"));
        QCOMPARE(NumberFormat(accounting).shownText("合计").trimmed(), QStringLiteral("合计"));
    }

    void decimalsAreReadAsAFileWritesThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("number");
        QTest::newRow("plain") << QByteArray("1234.50") << "1234.5";
        QTest::newRow("seventeen digits") << QByteArray("922.20699999999999") << "922.207";
        QTest::newRow("seventeen digits up") << QByteArray("428.51999999999998") << "428.52";
        QTest::newRow("exponent") << QByteArray("1.5E-3") << "0.0015";
        QTest::newRow("large") << QByteArray("5E+2") << "500";
        QTest::newRow("no whole") << QByteArray("-.5") << "-0.5";
        QTest::newRow("minus zero") << QByteArray("-0.00") << "0";
        QTest::newRow("spaces") << QByteArray(" 7 ") << "7";
        QTest::newRow("nothing") << QByteArray("") << QString();
        QTest::newRow("a word") << QByteArray("abc") << QString();
        QTest::newRow("two points") << QByteArray("1.2.3") << QString();
        QTest::newRow("a point") << QByteArray(".") << QString();
        QTest::newRow("not finite") << QByteArray("1e999") << QString();
        QTest::newRow("not a number") << QByteArray("nan") << QString();
        QTest::newRow("very long") << QByteArray(500, '1') << QString();
    }

    void decimalsAreReadAsAFileWritesThem()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, number);
        const auto decimal = Decimal::parse({text.constData(), size_t(text.size())});
        QCOMPARE(decimal ? decimal->toString() : QString(), number);
    }

    void decimalsAreWrittenWithTheirPlaces()
    {
        QCOMPARE((Decimal{5, 2}.toString()), QStringLiteral("0.05"));
        QCOMPARE((Decimal{-5, 2}.toString(4)), QStringLiteral("-0.0500"));
        QCOMPARE((Decimal{7, 0}.toString(2)), QStringLiteral("7.00"));
        QCOMPARE((Decimal{5, -2}.toString()), QStringLiteral("500"));
        QCOMPARE((Decimal{5, -2}.toString(1)), QStringLiteral("500.0"));
        QCOMPARE((Decimal{0, 0}.toString()), QStringLiteral("0"));
        QCOMPARE((Decimal{0, 3}.toString()), QStringLiteral("0.000"));
        QCOMPARE((Decimal{1234567, 3}.toString(2)), QStringLiteral("1234.567"));
    }

    void centsSurviveTheBinaryNumber()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 20'000; ++i) {
            const Decimal cents{qint64(random() % 1'000'000'000'000'000), 2};
            const QString text = cents.toString(2);
            QCOMPARE(shownNumber(text.toDouble(), u"0.00"), text);
        }
    }

    void hostileCodesEndQuietly()
    {
        std::mt19937 random(11);
        static constexpr QStringView letters = u"0#?.,%E+-;[]\"\\_*@/yMdhsaeg<>=$1 年GeneralAM/PM";
        for (int i = 0; i < 50'000; ++i) {
            QString code;
            for (unsigned n = random() % 24; n > 0; --n)
                code += letters[qsizetype(random() % unsigned(letters.size()))];
            const double value = (double(random()) - 2e9) * std::pow(10, int(random() % 40) - 20);
            QVERIFY(shownNumber(value, code).size() < 2000);
        }
        QCOMPARE(shownNumber(1, QString(2000, u'0')), QStringLiteral("1"));
    }

    void numeralsAreCountedInChinese()
    {
        QCOMPARE(chineseCounting(0), QStringLiteral("零"));
        QCOMPARE(chineseCounting(10), QStringLiteral("十"));
        QCOMPARE(chineseCounting(23), QStringLiteral("二十三"));
        QCOMPARE(chineseCounting(105), QStringLiteral("一百零五"));
        QCOMPARE(chineseCounting(110), QStringLiteral("一百一十"));
        QCOMPARE(chineseCounting(1005), QStringLiteral("一千零五"));
        QCOMPARE(chineseCounting(20'000), QStringLiteral("二万"));
        QCOMPARE(chineseCounting(100'020'003), QStringLiteral("一亿零二万零三"));
        QCOMPARE(chineseFormal(1200), QStringLiteral("壹仟贰佰"));
        QCOMPARE(chineseDigits(u"2024"), QStringLiteral("二〇二四"));
        QCOMPARE(romanNumeral(1994), QStringLiteral("MCMXCIV"));
        QCOMPARE(letterNumeral(28), QStringLiteral("BB"));
    }
};

QTEST_APPLESS_MAIN(TestNumberFormat)
#include "tst_number_format.moc"
