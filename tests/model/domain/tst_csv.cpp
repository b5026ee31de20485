#include "model/domain/csv.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

using Lines = std::vector<QStringList>;
Q_DECLARE_METATYPE(Lines)

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void readsLinesAndFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Lines>("lines");
        QTest::newRow("nothing") << QString() << Lines{};
        QTest::newRow("one field") << u"a"_s << Lines{{u"a"_s}};
        QTest::newRow("two lines") << u"a,b\nc,d\n"_s << Lines{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("no last line break")
            << u"a,b\nc,d"_s << Lines{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("empty fields") << u",,\n"_s << Lines{{QString(), QString(), QString()}};
        QTest::newRow("empty last field") << u"a,"_s << Lines{{u"a"_s, QString()}};
        QTest::newRow("Windows line breaks") << u"a\r\nb\r\n"_s << Lines{{u"a"_s}, {u"b"_s}};
        QTest::newRow("carriage returns alone") << u"a\rb\r"_s << Lines{{u"a"_s}, {u"b"_s}};
        QTest::newRow("byte order mark") << QChar(0xFEFF) + u"a"_s << Lines{{u"a"_s}};
        QTest::newRow("quoted comma") << u"\"1,234.50\",b"_s << Lines{{u"1,234.50"_s, u"b"_s}};
        QTest::newRow("doubled quote") << u"\"a \"\"b\"\" c\""_s << Lines{{u"a \"b\" c"_s}};
        QTest::newRow("quoted line break") << u"\"a\nb\",c"_s << Lines{{u"a\nb"_s, u"c"_s}};
        QTest::newRow("quoted nothing") << u"\"\",b"_s << Lines{{QString(), u"b"_s}};
        QTest::newRow("quote inside a field") << u"5\" x,b"_s << Lines{{u"5\" x"_s, u"b"_s}};
        QTest::newRow("spaces stay") << u" a , b"_s << Lines{{u" a "_s, u" b"_s}};
    }

    void readsLinesAndFields()
    {
        QFETCH(QString, text);
        QFETCH(Lines, lines);
        const Lines read = parseCsv(text);
        QCOMPARE(read.size(), lines.size());
        for (size_t i = 0; i < lines.size(); ++i)
            QCOMPARE(read[i], lines[i]);
    }

    void whatIsWrittenReadsBackTheSame()
    {
        static constexpr QStringView alphabet = u"ab1.5 ,\"\n；，“合计万";
        std::mt19937 random(99);
        for (int i = 0; i < 5'000; ++i) {
            Lines lines;
            QString text;
            for (unsigned line = 0; line < 1 + random() % 4; ++line) {
                QStringList fields;
                for (unsigned field = 0; field < 1 + random() % 5; ++field) {
                    QString value;
                    for (unsigned c = random() % 6; c > 0; --c)
                        value += alphabet[qsizetype(random() % unsigned(alphabet.size()))];
                    fields << value;
                }
                lines.push_back(fields);
                text += csvLine(fields) + (i % 2 ? u"\r\n"_s : u"\n"_s);
            }
            const Lines back = parseCsv(text);
            QCOMPARE(back.size(), lines.size());
            for (size_t line = 0; line < lines.size(); ++line)
                QVERIFY2(back[line] == lines[line], qPrintable(text));
        }
    }

    void aSpreadsheetRunsNothing_data()
    {
        QTest::addColumn<QString>("field");
        for (const QString &field :
            {u"=1+2"_s, u"=HYPERLINK(\"http://x\")"_s, u"+1+2"_s, u"@SUM(A1)"_s, u"-A1"_s,
                u"-1+2"_s, u"-2+3+cmd|' /C calc'!A0"_s, u"--1"_s, u"\t=1+2"_s, u"\r=1+2"_s})
            QTest::newRow(qPrintable(field)) << field;
    }

    void aSpreadsheetRunsNothing()
    {
        QFETCH(QString, field);
        const Lines back = parseCsv(csvLine({u"a"_s, field, u"b"_s}));
        QCOMPARE(back.size(), size_t(1));
        QCOMPARE(back.front().size(), 3);
        QCOMPARE(back.front()[1], u'\'' + field);
    }

    void numbersAndWordsStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("field");
        for (const QString &field : {u"-1.5"_s, u"-1,234.50"_s, u"-.5"_s, u"-"_s, u"-12%"_s,
                 u"0.00"_s, u"1,234.50"_s, u"2010301"_s, u"合计"_s, u"a=b"_s, u"—"_s, u""_s})
            QTest::newRow(qPrintable(u'"' + field + u'"')) << field;
    }

    void numbersAndWordsStayAsTheyAre()
    {
        QFETCH(QString, field);
        const Lines back = parseCsv(csvLine({field, u"b"_s}));
        QCOMPARE(back.size(), size_t(1));
        QCOMPARE(back.front().front(), field);
    }

    void onlyWhatNeedsQuotesGetsThem()
    {
        QCOMPARE(csvLine({u"a b"_s, u"1.50"_s, QString()}), u"a b,1.50,"_s);
        QCOMPARE(csvLine({u"1,234.50"_s, u"say \"x\""_s}), u"\"1,234.50\",\"say \"\"x\"\"\""_s);
    }
};

QTEST_APPLESS_MAIN(TestCsv)

#include "tst_csv.moc"
