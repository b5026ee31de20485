#include "model/domain/account_list.h"
#include "model/domain/handbook.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

AccountCode code(const char *digits) { return AccountCode::parse(QString::fromLatin1(digits)); }

}  // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void readsThreeFiveAndSevenDigits()
    {
        QCOMPARE(code("201").level(), AccountCode::Level::Class);
        QCOMPARE(code("20103").level(), AccountCode::Level::Group);
        QCOMPARE(code("2010301").level(), AccountCode::Level::Item);
        QCOMPARE(code("2010301").toString(), u"2010301"_s);
    }

    void anythingElseIsNoCode_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u"20"_s, u"2010"_s, u"201030"_s, u"20103011"_s, u"20a"_s,
                 u"２０１"_s, u" 201"_s, u"-01"_s, u"001"_s, u"0010301"_s, u"合计"_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }

    void anythingElseIsNoCode()
    {
        QFETCH(QString, text);
        const AccountCode read = AccountCode::parse(text);
        QVERIFY(read.isEmpty());
        QCOMPARE(read.level(), AccountCode::Level::None);
        QCOMPARE(read.toString(), QString());
    }

    void parentsLeadUpToTheClass()
    {
        QCOMPARE(code("2010301").parent(), code("20103"));
        QCOMPARE(code("20103").parent(), code("201"));
        QVERIFY(code("201").parent().isEmpty());
        QCOMPARE(code("2010301").classCode(), code("201"));
        QCOMPARE(code("201").classCode(), code("201"));
        QVERIFY(AccountCode().classCode().isEmpty());
    }

    void anAncestorIsNotTheCodeItself()
    {
        QVERIFY(code("201").isAncestorOf(code("2010301")));
        QVERIFY(code("20103").isAncestorOf(code("2010301")));
        QVERIFY(!code("2010301").isAncestorOf(code("2010301")));
        QVERIFY(!code("20103").isAncestorOf(code("201")));
        QVERIFY(!code("20104").isAncestorOf(code("2010301")));
        QVERIFY(!AccountCode().isAncestorOf(code("201")));
    }

    void codesSortAsTheOfficialListDoes()
    {
        const std::vector<AccountCode> inOrder{code("201"), code("20101"), code("2010101"),
            code("2010199"), code("20102"), code("2010201"), code("20199"), code("2019999"),
            code("202"), code("20201"), code("229"), code("22999")};
        std::vector<AccountCode> shuffled = inOrder;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(3));
        QVERIFY(shuffled != inOrder);
        std::sort(shuffled.begin(), shuffled.end());
        QVERIFY(shuffled == inOrder);
        QVERIFY(AccountCode() < code("201"));
    }

    void aParentSortsJustBeforeItsKids()
    {
        std::mt19937 random(11);
        for (int i = 0; i < 5'000; ++i) {
            const AccountCode item
                = AccountCode::parse(QString::number(1'000'000 + random() % 9'000'000));
            const AccountCode other
                = AccountCode::parse(QString::number(1'000'000 + random() % 9'000'000));
            QVERIFY(item.parent() < item);
            QVERIFY(item.classCode() < item.parent());
            if (!item.parent().isAncestorOf(other))
                QCOMPARE(other < item.parent(), other < item);
        }
    }

    void aNameHoldsInItsYears()
    {
        const Result<Handbook> handbook = Handbook::load(u":"_s);
        QVERIFY2(handbook, qPrintable(handbook ? QString() : handbook.error().text()));
        const AccountList &list = handbook->functional();
        QCOMPARE(list.name(code("2013804"), 2023), u"市场主体管理"_s);
        QCOMPARE(list.name(code("2013804"), 2024), u"经营主体管理"_s);
        QCOMPARE(list.name(code("20805"), 2019), u"行政事业单位离退休"_s);
        QCOMPARE(list.name(code("20805"), 2020), u"行政事业单位养老支出"_s);
        QCOMPARE(list.name(code("201"), 2018), u"一般公共服务支出"_s);
        QVERIFY(list.find(code("2010308"), 2023).has_value());
        QVERIFY(!list.find(code("2010308"), 2024).has_value());
        QVERIFY(!list.find(code("20140"), 2023).has_value());
        QCOMPARE(list.name(code("20140"), 2024), u"信访事务"_s);
        QVERIFY2(list.contains(code("20140")), "contains() asks for any year");
        QVERIFY(!list.contains(code("299")));
        QCOMPARE(list.name(code("299"), 2023), QString());
        QCOMPARE(handbook->economic().name(code("30311"), 2019), QString());
        QCOMPARE(handbook->economic().name(code("30311"), 2020), u"代缴社会保险费"_s);
    }

    void theListOfAYearIsInOrderAndHasEachCodeOnce()
    {
        const Result<Handbook> handbook = Handbook::load(u":"_s);
        QVERIFY(handbook.has_value());
        for (const AccountList *list : {&handbook->functional(), &handbook->economic()}) {
            for (int year = 2018; year <= 2025; ++year) {
                const std::vector<Account> accounts = list->ofYear(year);
                QVERIFY(accounts.size() > 50);
                for (size_t i = 1; i < accounts.size(); ++i)
                    QVERIFY2(accounts[i - 1].code < accounts[i].code,
                        qPrintable(accounts[i].code.toString()));
                for (const Account &account : accounts) {
                    const AccountCode parent = account.code.parent();
                    QVERIFY2(parent.isEmpty() || list->find(parent, year).has_value(),
                        qPrintable(account.code.toString() + u" has no parent in "_s
                            + QString::number(year)));
                }
            }
        }
    }

    void everyClassIsListedOnce()
    {
        const Result<Handbook> handbook = Handbook::load(u":"_s);
        QVERIFY(handbook.has_value());
        const std::vector<AccountCode> classes = handbook->economic().classes();
        QVERIFY(std::is_sorted(classes.begin(), classes.end()));
        QVERIFY(std::adjacent_find(classes.begin(), classes.end()) == classes.end());
        for (const char *known : {"301", "302", "303", "307", "309", "310", "399"})
            QVERIFY2(
                std::find(classes.begin(), classes.end(), code(known)) != classes.end(), known);
    }

    void readsOpenAndClosedYears()
    {
        const Result<AccountList> list = AccountList::parse("code,name,from_year,to_year,evidence\n"
                                                            "201,旧名,,2019,printed\n"
                                                            "201,新名,2020,,older-list\n",
            u"list.csv"_s);
        QVERIFY(list.has_value());
        QCOMPARE(list->name(code("201"), 1), u"旧名"_s);
        QCOMPARE(list->name(code("201"), 2019), u"旧名"_s);
        QCOMPARE(list->name(code("201"), 2020), u"新名"_s);
        QVERIFY(list->find(code("201"), 2019)->confirmed);
        QVERIFY(!list->find(code("201"), 2020)->confirmed);
        QCOMPARE(list->classes().size(), size_t(1));
    }

    void aFaultyLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("too few fields") << QByteArray("202,外交支出,,");
        QTest::newRow("too many fields") << QByteArray("202,外交支出,,,printed,x");
        QTest::newRow("no code") << QByteArray("2x2,外交支出,,,printed");
        QTest::newRow("four digits") << QByteArray("2020,外交支出,,,printed");
        QTest::newRow("no name") << QByteArray("202,,,,printed");
        QTest::newRow("year is a word") << QByteArray("202,外交支出,since,,printed");
        QTest::newRow("last year is a word") << QByteArray("202,外交支出,,never,printed");
    }

    void aFaultyLineIsNamed()
    {
        QFETCH(QByteArray, line);
        const Result<AccountList> list = AccountList::parse(
            "code,name,from_year,to_year,evidence\n201,一般公共服务支出,,,printed\n" + line
                + "\n203,国防支出,,,printed\n",
            u"list.csv"_s);
        QVERIFY(!list);
        QCOMPARE(list.error().place, u"list.csv:3"_s);
        QVERIFY(!list.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccounts)

#include "tst_accounts.moc"
