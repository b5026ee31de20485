#include "model/domain/expression.h"

#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

using Kind = RowSelector::Kind;

RowSelector key(const QString &name) { return {Kind::Key, name, {}}; }
RowSelector kind(Kind kind) { return {kind, {}, {}}; }

CellSelector column(const QString &id) { return {{}, {}, {}, id}; }

}  // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private slots:
    void namesColumnsOfTheSameRow()
    {
        const auto read = Expression::parse(u"fiscal + superior - budget.total"_s);
        QVERIFY(read.has_value());
        QCOMPARE(read->terms().size(), size_t(3));
        QVERIFY(read->terms()[0] == (ExpressionTerm{column(u"fiscal"_s), 1}));
        QVERIFY(read->terms()[1] == (ExpressionTerm{column(u"superior"_s), 1}));
        QVERIFY(read->terms()[2] == (ExpressionTerm{column(u"budget.total"_s), -1}));
        QCOMPARE(read->text(), u"fiscal + superior - budget.total"_s);
        QVERIFY(!read->isEmpty());
    }

    void namesRowsOfTheSameColumn()
    {
        const auto read = Expression::parse(u"-[301] + [本年收入合计] − income[year]"_s);
        QVERIFY(read.has_value());
        QCOMPARE(read->terms().size(), size_t(3));
        QVERIFY(read->terms()[0] == (ExpressionTerm{{{}, {}, {key(u"301"_s)}, {}}, -1}));
        QVERIFY(read->terms()[1] == (ExpressionTerm{{{}, {}, {key(u"本年收入合计"_s)}, {}}, 1}));
        QVERIFY(read->terms()[2] == (ExpressionTerm{{{}, u"income"_s, {key(u"year"_s)}, {}}, -1}));
    }

    void namesCellsOfAnotherTable()
    {
        const auto read
            = Expression::parse(u"T03[same].total + T04.expenditure[year].actual.reception"_s);
        QVERIFY(read.has_value());
        QCOMPARE(read->terms().size(), size_t(2));
        QVERIFY(read->terms()[0]
            == (ExpressionTerm{{u"T03"_s, {}, {kind(Kind::Same)}, u"total"_s}, 1}));
        QVERIFY(read->terms()[1]
            == (ExpressionTerm{
                {u"T04"_s, u"expenditure"_s, {key(u"year"_s)}, u"actual.reception"_s}, 1}));
    }

    void sumsSetsOfRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("kids") << u"sum(kids)"_s << int(Kind::Kids);
        QTest::newRow("top") << u"sum( top )"_s << int(Kind::Top);
        QTest::newRow("branch") << u"sum([branch])"_s << int(Kind::Branch);
        QTest::newRow("leaf") << u"sum([leaf].total)"_s << int(Kind::Leaf);
        QTest::newRow("class") << u"sum(T05[class])"_s << int(Kind::Class);
        QTest::newRow("group") << u"sum(group)"_s << int(Kind::Group);
        QTest::newRow("item") << u"sum(item)"_s << int(Kind::Item);
        QTest::newRow("lines") << u"sum(expenditure[lines])"_s << int(Kind::Lines);
        QTest::newRow("all") << u"sum([*])"_s << int(Kind::All);
    }

    void sumsSetsOfRows()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        const auto read = Expression::parse(text);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->terms().size(), size_t(1));
        QCOMPARE(read->terms()[0].cells.rows.size(), size_t(1));
        QCOMPARE(int(read->terms()[0].cells.rows[0].kind), expected);
    }

    void sumsRangesAndLists()
    {
        const auto range = Expression::parse(u"sum(income[general .. other])"_s);
        QVERIFY(range.has_value());
        QVERIFY(range->terms()[0].cells
            == (CellSelector{{}, u"income"_s, {{Kind::Range, u"general"_s, u"other"_s}}, {}}));

        const auto kids = Expression::parse(u"sum([kids 301, 302])"_s);
        QVERIFY(kids.has_value());
        QVERIFY(kids->terms()[0].cells.rows
            == (std::vector<RowSelector>{{Kind::Kids, u"301"_s, {}}, key(u"302"_s)}));

        const auto two = Expression::parse(u"total - sum(kids, [303])"_s);
        QVERIFY(two.has_value());
        QCOMPARE(two->terms().size(), size_t(3));
        QCOMPARE(two->terms()[1].sign, -1);
        QCOMPARE(two->terms()[2].sign, -1);
        QVERIFY(two->terms()[2].cells.rows == std::vector<RowSelector>{key(u"303"_s)});
    }

    void aColumnMayHaveTheNameOfASet()
    {
        const auto read = Expression::parse(u"sum + total"_s);
        QVERIFY(read.has_value());
        QVERIFY(read->terms()[0].cells == column(u"sum"_s));
    }

    void namesTheCellsOfAFormula()
    {
        const auto branch = Expression::parseCells(u"[branch].*"_s);
        QVERIFY(branch.has_value());
        QVERIFY(*branch == (CellSelector{{}, {}, {kind(Kind::Branch)}, u"*"_s}));
        const auto side = Expression::parseCells(u"income[year]"_s);
        QVERIFY(side.has_value());
        QVERIFY(*side == (CellSelector{{}, u"income"_s, {key(u"year"_s)}, {}}));
        const auto all = Expression::parseCells(u"[*].budget.vehicles"_s);
        QVERIFY(all.has_value());
        QVERIFY(*all == (CellSelector{{}, {}, {kind(Kind::All)}, u"budget.vehicles"_s}));
    }

    void aFaultIsNamedWithItsCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::addColumn<int>("at");
        const QString end = u"the end"_s;
        QTest::newRow("nothing") << QString() << end << 1;
        QTest::newRow("spaces") << u"  "_s << end << 3;
        QTest::newRow("operator behind") << u"a + "_s << end << 5;
        QTest::newRow("two operators") << u"a + + b"_s << u"“+”"_s << 5;
        QTest::newRow("no operator") << u"a b"_s << u"“b”"_s << 3;
        QTest::newRow("product") << u"a * b"_s << u"“*”"_s << 3;
        QTest::newRow("quotient") << u"a / b"_s << u"“/”"_s << 3;
        QTest::newRow("brackets") << u"(a + b)"_s << u"“(”"_s << 1;
        QTest::newRow("open bracket") << u"[301"_s << end << 5;
        QTest::newRow("empty bracket") << u"[]"_s << u"“]”"_s << 2;
        QTest::newRow("no column behind the point") << u"[301]."_s << end << 7;
        QTest::newRow("open sum") << u"sum(kids"_s << end << 9;
        QTest::newRow("empty sum") << u"sum()"_s << u"“)”"_s << 5;
        QTest::newRow("comma at the end of a sum") << u"sum(kids,)"_s << u"“)”"_s << 10;
        QTest::newRow("several rows without a sum") << u"[kids]"_s << u"“k”"_s << 2;
        QTest::newRow("range without a sum") << u"[a .. b]"_s << u"“.”"_s << 4;
        QTest::newRow("range without an end") << u"sum([a .. ])"_s << u"“]”"_s << 11;
        QTest::newRow("table alone") << u"T03"_s << end << 4;
        QTest::newRow("table without rows") << u"T03.total"_s << end << 10;
        QTest::newRow("table and point") << u"T03."_s << end << 5;
        QTest::newRow("strange character") << u"a ± b"_s << u"“±”"_s << 3;
    }

    void aFaultIsNamedWithItsCharacter()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QFETCH(int, at);
        const auto read = Expression::parse(text);
        QVERIFY(!read);
        const QString message = read.error().message;
        QVERIFY2(message.contains(u'“' + text + u'”'), qPrintable(message));
        QVERIFY2(message.contains(found + u" was not expected"_s), qPrintable(message));
        QVERIFY2(message.contains(u"at character %1."_s.arg(at)), qPrintable(message));
    }

    void faultyCellsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
            {u""_s, u"[branch].* x"_s, u"[branch] + [leaf]"_s, u"[branch"_s, u"[leaf]."_s})
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text;
    }

    void faultyCellsAreRefused()
    {
        QFETCH(QString, text);
        const auto read = Expression::parseCells(text);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"at character "_s));
    }

    void aLongFormulaIsReadWhole()
    {
        QStringList keys;
        for (int i = 0; i < 5'000; ++i)
            keys << u"[%1]"_s.arg(100 + i);
        const auto read = Expression::parse(keys.join(u" + "_s));
        QVERIFY(read.has_value());
        QCOMPARE(read->terms().size(), size_t(5'000));
    }
};

QTEST_APPLESS_MAIN(TestExpression)

#include "tst_expression.moc"
