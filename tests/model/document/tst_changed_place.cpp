#include "model/document/changed_place.h"

#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

Section section(const QStringList &paragraphs)
{
    Section section;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    return section;
}

}  // namespace

class TestChangedPlace : public QObject
{
    Q_OBJECT
private slots:
    void sameTextsDifferNowhere()
    {
        const std::vector<Section> sections{section({u"a"_s}), section({})};
        QCOMPARE(changedText(sections, sections).place.section, -1);
        QCOMPARE(changedText({}, {}).place.section, -1);
    }

    void theCharactersThatAreNewAreFound_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("length");
        QTest::newRow("put in") << u"abef"_s << u"abcdef"_s << 2 << 2;
        QTest::newRow("taken out") << u"abcdef"_s << u"abef"_s << 2 << 0;
        QTest::newRow("at the end") << u"ab"_s << u"abc"_s << 2 << 1;
        QTest::newRow("a letter again") << u"aa"_s << u"aaa"_s << 2 << 1;
        QTest::newRow("all of it") << u"abc"_s << u"xy"_s << 0 << 2;
        QTest::newRow("to nothing") << u"abc"_s << QString() << 0 << 0;
    }
    void theCharactersThatAreNewAreFound()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const ChangedText changed
            = changedText({section({u"x"_s}), section({u"y"_s, before, before})},
                {section({u"x"_s}), section({u"y"_s, after, before})});
        QCOMPARE(changed.place.section, 1);
        QCOMPARE(changed.place.block, 1);
        QTEST(changed.place.start, "start");
        QTEST(changed.place.length, "length");
    }

    void aParagraphOrASectionThatIsGoneLeadsToWhatIsLeft()
    {
        const ChangedText shorter = changedText({section({u"a"_s, u"b"_s})}, {section({u"a"_s})});
        QCOMPARE(shorter.place.section, 0);
        QCOMPARE(shorter.place.block, 0);
        const ChangedText emptied = changedText({section({u"a"_s})}, {section({})});
        QCOMPARE(emptied.place.section, 0);
        QCOMPARE(emptied.place.block, -1);
        const ChangedText fewer
            = changedText({section({u"a"_s}), section({u"b"_s})}, {section({u"a"_s})});
        QCOMPARE(fewer.place.section, 0);
        QCOMPARE(changedText({section({})}, {}).place.section, -1);
    }

    void aCellAndAGapAreNamed()
    {
        Section grid = section({});
        Block block;
        block.kind = Block::Kind::Grid;
        GridCell cell;
        cell.text = u"1"_s;
        block.grid.rows = {{cell, cell}, {cell, cell}};
        grid.blocks = {block};
        Section typed = grid;
        typed.blocks[0].grid.rows[1][1].text = u"2"_s;
        const ChangedText inGrid = changedText({grid}, {typed});
        QCOMPARE(inGrid.row, 1);
        QCOMPARE(inGrid.cell, 1);
        Section filled = section({u"a"_s});
        Section open = filled;
        filled.fills.insert(u"reason"_s, u"words"_s);
        QCOMPARE(changedText({open}, {filled}).gap, u"reason"_s);
        QCOMPARE(changedText({filled}, {open}).gap, u"reason"_s);
    }

    void theEntryThatIsOnlyInOneListIsFound()
    {
        const std::vector<int> few{1, 2}, more{1, 3, 2};
        QCOMPARE(changedEntry(few, more), std::optional(3));
        QCOMPARE(changedEntry(more, few), std::optional(3));
        QVERIFY(!changedEntry(few, few).has_value());
    }
};

QTEST_GUILESS_MAIN(TestChangedPlace)
#include "tst_changed_place.moc"
