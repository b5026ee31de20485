#include "model/compose/composer.h"
#include "model/manuscript/readers/text_reader.h"
#include "model/manuscript/writers/text_writer.h"
#include "model/recognize/recognizer.h"
#include "tests/model/recognize/sample_report.h"
#include "tests/support/hunan.h"
#include "tests/support/thinning.h"

#include <QTest>
#include <algorithm>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using Doubt = UncertainPoint::Kind;

Report sample() { return sampleReport(context().handbook, 1); }

/// The document with the text of one cell, or of one paragraph, replaced.
Manuscript with(
    Manuscript manuscript, const QString &before, const QString &after, const QString &inTable = {})
{
    bool inside = inTable.isEmpty();
    for (ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            inside = inside || block.paragraph() == inTable;
            QString text = block.paragraph();
            if (inside && text.contains(before)) {
                block.content = text.replace(before, after);
                return manuscript;
            }
            continue;
        }
        for (auto &row : std::get<TextGrid>(block.content).rows) {
            for (GridCell &cell : row) {
                if (inside && cell.text == before) {
                    cell.text = after;
                    return manuscript;
                }
            }
        }
    }
    qFatal("“%s” is not in the document", qPrintable(before));
}

Recognition read(const Manuscript &manuscript, const RecognitionChoices &choices = {})
{
    Result<Recognition> result
        = recognizeWith(manuscript, context().handbook, context().words, choices);
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *std::move(result);
}

int tableOf(const Recognition &recognition, QStringView kind)
{
    for (size_t i = 0; i < recognition.tables.size(); ++i) {
        if (recognition.tables[i].form && recognition.tables[i].form->kind == kind)
            return int(i);
    }
    return -1;
}

int columnTitled(const FoundTable &table, QStringView title)
{
    for (size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].title.endsWith(title))
            return int(i);
    }
    return -1;
}

int rowOf(const FoundTable &table, const QString &key)
{
    for (size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].keys.contains(key))
            return int(i);
    }
    return -1;
}

QString graveTexts(const Recognition &recognition)
{
    QStringList texts;
    for (const UncertainPoint &point : recognition.points) {
        if (point.grave)
            texts << point.text;
    }
    return texts.join(u'\n');
}

bool isGrave(const Recognition &recognition, Doubt kind)
{
    return std::any_of(recognition.points.begin(), recognition.points.end(),
        [kind](const UncertainPoint &point) { return point.grave && point.kind == kind; });
}

bool notes(const Report &report, QStringView text)
{
    return std::any_of(report.notes.begin(), report.notes.end(),
        [text](const Note &note) { return note.text.contains(text); });
}

const Sheet &sheetOf(const Recognition &recognition, QStringView kind)
{
    return recognition.report.sheets[size_t(recognition.report.sheetOf(kind))];
}

QString firstPrinted(const Sheet &sheet, QStringView column)
{
    const int at = sheet.columnOf(column);
    for (int row = 0; at >= 0 && row < sheet.rowCount(); ++row) {
        if (sheet.cell(row, at).amount.isNumber())
            return sheet.printed(row, at);
    }
    return {};
}

const QString incomeTitle = u"收入决算表"_s;

}  // namespace

class TestRecognitionChoices : public QObject
{
    Q_OBJECT
private slots:
    void aDocumentOfAKnownFormIsCertain()
    {
        const Recognition found = read(compose(sample()));
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
        const int income = tableOf(found, u"T02");
        QVERIFY(income >= 0);
        const FoundTable &table = found.tables[size_t(income)];
        QCOMPARE(table.family, u"F1"_s);
        QCOMPARE(table.columns[size_t(columnTitled(table, u"财政拨款收入"))].target, u"fiscal@0"_s);
        QVERIFY(rowOf(table, u"total"_s) > 0);
        QVERIFY(table.unitPrinted);
    }

    void thePublishedReportsAreCertain_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"huaihua-jiguan-2023.txt", "putuo-caizhengju-2024.pdf",
                 "putuo-shehuigongzuobu-2024.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void thePublishedReportsAreCertain()
    {
        QFETCH(QString, file);
        const QString path = QStringLiteral(MINGZHANG_SHARED "/reports/") + file;
        if (!QFile::exists(path))
            QSKIP("needs the published reports of ../shared/reports, which are not here");
        const Result<OpenedReport> opened = openReport(path, context());
        QVERIFY(opened.has_value());
        QVERIFY2(!opened->uncertain, "something in it is uncertain");
    }

    void anUnknownHeadingIsAskedForAndItsAmountsArriveOnceItIsNamed()
    {
        const Manuscript document = compose(sample());
        const QString expected = firstPrinted(sheetOf(read(document), u"T02"), u"fiscal");
        // Two strange headings beside each other, in a table of another column count.
        Manuscript strange = with(document, u"财政拨款收入"_s, u"甲"_s, incomeTitle);
        strange = with(strange, u"其他收入"_s, u"乙"_s, incomeTitle);
        RecognitionChoices choices;
        Recognition found = read(strange);
        const int table = tableOf(found, u"T02");
        QVERIFY(isGrave(found, Doubt::Column));

        const int column = columnTitled(found.tables[size_t(table)], u"甲");
        choices.tables[table].columns[column] = u"other@0"_s;
        found = read(strange, choices);
        QCOMPARE(firstPrinted(sheetOf(found, u"T02"), u"other"), expected);
        choices.tables[table].columns[column] = u"fiscal@0"_s;
        choices.tables[table].columns[columnTitled(found.tables[size_t(table)], u"乙")]
            = u"other@0"_s;
        found = read(strange, choices);
        QCOMPARE(firstPrinted(sheetOf(found, u"T02"), u"fiscal"), expected);
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
        QVERIFY(notes(found.report, u"甲"));
    }

    void aColumnCanBeLeftOutOrKeptAsItIs()
    {
        const Manuscript document = compose(sample());
        const int table = tableOf(read(document), u"T02");
        const int column = columnTitled(read(document).tables[size_t(table)], u"附属单位上缴收入");
        RecognitionChoices choices;
        choices.tables[table].columns[column] = TableChoice::leftOut.toString();
        Recognition found = read(document, choices);
        QCOMPARE(firstPrinted(sheetOf(found, u"T02"), u"affiliated"), QString());
        QCOMPARE(sheetOf(found, u"T02").columnOf(u"extra1"), -1);
        choices.tables[table].columns[column] = QString();
        found = read(document, choices);
        QVERIFY(sheetOf(found, u"T02").columnOf(u"extra1") >= 0);
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
    }

    void columnsThatNoTableHasAreIgnored()
    {
        const Manuscript document = compose(sample());
        RecognitionChoices choices;
        choices.tables[1].columns = {{-3, u"fiscal@0"_s}, {4000, u"total@0"_s}};
        choices.tables[1].droppedRows = {-1, 100'000};
        choices.tables[999].kind = u"T03"_s;
        choices.tables[-1].kind = u"T03"_s;
        choices.family = u"none"_s;
        QCOMPARE(read(document, choices).report.sheets.size(), read(document).report.sheets.size());
    }

    void aRowThatIsNotUnderstoodIsAskedForAndCanBeDropped()
    {
        const Manuscript document
            = with(compose(sample()), u"八、其他收入"_s, u"一串怪字"_s, u"收入支出决算总表"_s);
        Recognition found = read(document);
        const int table = tableOf(found, u"T01");
        QVERIFY(isGrave(found, Doubt::Row));
        const int row = rowOf(found.tables[size_t(table)], u"extra1"_s);
        QVERIFY(row > 0);
        QVERIFY(!found.tables[size_t(table)].rows[size_t(row)].understood);

        RecognitionChoices choices;
        choices.tables[table].droppedRows.insert(row);
        found = read(document, choices);
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
        QVERIFY(found.tables[size_t(table)].rows[size_t(row)].dropped);
        QCOMPARE(sheetOf(found, u"T01").rowOf(u"extra1"), -1);
        QVERIFY(notes(found.report, u"一串怪字"));
    }

    void aTableOfAnUnknownTitleIsAskedForAndCanBeNamed()
    {
        const Manuscript plain = compose(sample());
        const Manuscript document = with(plain, incomeTitle, u"本年各项进账一览"_s);
        Recognition found = read(document);
        QCOMPARE(found.report.sheetOf(u"T02"), -1);
        const auto point = std::find_if(
            found.points.begin(), found.points.end(), [](const UncertainPoint &candidate) {
                return candidate.grave && candidate.kind == Doubt::Table;
            });
        QVERIFY2(point != found.points.end(), qPrintable(graveTexts(found)));

        RecognitionChoices choices;
        choices.tables[point->table].kind = u"T02"_s;
        found = read(document, choices);
        QVERIFY(found.report.sheetOf(u"T02") >= 0);
        QCOMPARE(firstPrinted(sheetOf(found, u"T02"), u"total"),
            firstPrinted(sheetOf(read(plain), u"T02"), u"total"));
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
    }

    void aTableCanBeKeptAsText()
    {
        const Manuscript document = compose(sample());
        RecognitionChoices choices;
        const int table = tableOf(read(document), u"T03");
        choices.tables[table].kind = QString();
        const Recognition found = read(document, choices);
        QCOMPARE(found.report.sheetOf(u"T03"), -1);
        QVERIFY(!found.tables[size_t(table)].form);
        bool kept = false;
        for (const Section &section : found.report.sections) {
            for (const Block &block : section.blocks)
                kept = kept || (block.kind == Block::Kind::Grid && block.grid.rows.size() > 3);
        }
        QVERIFY(kept);
    }

    void ofTwoTablesOfOneKindTheNamedOneIsTaken()
    {
        const Manuscript document = with(compose(sample()), u"支出决算表"_s, incomeTitle);
        Recognition found = read(document);
        QVERIFY(!found.tables.empty());
        RecognitionChoices choices;
        choices.tables[2].kind = u"T02"_s;
        found = read(document, choices);
        QCOMPARE(tableOf(found, u"T02"), 2);
    }

    void whoAndWhenAreAskedForAndTaken()
    {
        Report nameless = sample();
        nameless.identity.agency.clear();
        nameless.identity.year = 0;
        for (Sheet &sheet : nameless.sheets)
            sheet.agency.clear();
        nameless.sections.erase(nameless.sections.begin(), nameless.sections.begin() + 2);
        for (Section &section : nameless.sections) {
            section.title.remove(u"2023年度"_s);
            std::erase_if(section.blocks,
                [](const Block &block) { return block.kind == Block::Kind::Paragraph; });
        }
        const Manuscript document = compose(nameless);
        Recognition found = read(document);
        QVERIFY(isGrave(found, Doubt::Agency));
        QVERIFY(isGrave(found, Doubt::Year));
        RecognitionChoices choices;
        choices.agency = u"示例市档案馆"_s;
        choices.year = 2022;
        choices.scope = Identity::Scope::Unit;
        found = read(document, choices);
        QCOMPARE(found.report.identity.agency, u"示例市档案馆"_s);
        QCOMPARE(found.report.identity.year, 2022);
        QCOMPARE(found.report.identity.scope, Identity::Scope::Unit);
        QVERIFY2(found.isCertain(), qPrintable(graveTexts(found)));
    }

    void theFamilyAndTheUnitAreTakenAsChosen()
    {
        const Manuscript document = compose(sample());
        RecognitionChoices choices;
        choices.family = u"F2a"_s;
        choices.unit = Money::Unit::Yuan;
        const Recognition found = read(document, choices);
        QCOMPARE(found.report.identity.family, u"F2a"_s);
        QCOMPARE(found.tables.front().family, u"F2a"_s);
        for (const Sheet &sheet : found.report.sheets)
            QCOMPARE(sheet.unit, Money::Unit::Yuan);
    }

    void aMissingUnitIsAskedFor()
    {
        Manuscript document = compose(sample());
        for (ManuscriptBlock &block : document.blocks) {
            if (!block.isParagraph())
                continue;
            QString text = block.paragraph();
            block.content = text.remove(u"单位：万元"_s);
        }
        QVERIFY(isGrave(read(document), Doubt::Unit));
        RecognitionChoices choices;
        choices.unit = Money::Unit::TenThousandYuan;
        QVERIFY(!isGrave(read(document, choices), Doubt::Unit));
    }

    void anyChoicesGiveAReportOrAReason()
    {
        const Manuscript spans = compose(sample());
        const Manuscript text = readText(writeText(spans));
        QRandomGenerator random(7);
        const Recognition plainSpans = read(spans), plainText = read(text);
        for (int trial = 0; trial < 60; trial += thinning) {
            const Manuscript &document = trial % 2 == 0 ? spans : text;
            const Recognition &plain = trial % 2 == 0 ? plainSpans : plainText;
            const RecognitionChoices choices = anyChoices(plain, random);
            const Result<Recognition> found
                = recognizeWith(document, context().handbook, context().words, choices);
            if (!found) {
                QVERIFY(!found.error().message.isEmpty());
                continue;
            }
            QCOMPARE(found->tables.size(), plain.tables.size());
            for (size_t i = 0; i < plain.tables.size(); ++i) {
                QCOMPARE(found->tables[i].rows.size(), plain.tables[i].rows.size());
                QVERIFY(found->tables[i].sheet < int(found->report.sheets.size()));
            }
            verifyPlaces(*found);
        }
    }

    void everyPointLeadsToAPlaceThatExists()
    {
        Manuscript document = with(compose(sample()), u"财政拨款收入"_s, u"甲"_s, incomeTitle);
        document = with(document, u"八、其他收入"_s, u"一串怪字"_s, u"收入支出决算总表"_s);
        const Recognition found = read(document);
        QVERIFY(!found.points.empty());
        verifyPlaces(found);
    }

private:
    static void verifyPlaces(const Recognition &found)
    {
        for (const UncertainPoint &point : found.points) {
            QVERIFY(point.table < int(found.tables.size()));
            if (point.table < 0)
                continue;
            const FoundTable &table = found.tables[size_t(point.table)];
            QVERIFY(point.row < int(table.rows.size()));
            QVERIFY(point.column < int(table.columns.size()));
        }
    }
    static RecognitionChoices anyChoices(const Recognition &plain, QRandomGenerator &random)
    {
        const QStringList targets{u"label@0"_s, u"code@0"_s, u"total@0"_s, u"amount@1"_s,
            u"basic@0"_s, u"none@9"_s, TableChoice::leftOut.toString(), QString()};
        RecognitionChoices choices;
        for (int i = 0; i < 6; ++i) {
            const int table = random.bounded(int(plain.tables.size()));
            const FoundTable &found = plain.tables[size_t(table)];
            TableChoice &choice = choices.tables[table];
            if (random.bounded(4) == 0)
                choice.kind
                    = random.bounded(3) == 0 ? QString() : u"T0%1"_s.arg(random.bounded(11));
            for (int j = 0; j < random.bounded(5); ++j)
                choice.columns[random.bounded(int(found.columns.size()) + 2)]
                    = targets[random.bounded(targets.size())];
            for (int j = 0; j < random.bounded(10); ++j)
                choice.droppedRows.insert(random.bounded(int(found.rows.size()) + 2));
        }
        if (random.bounded(3) == 0)
            choices.family = u"F2b"_s;
        if (random.bounded(3) == 0)
            choices.unit = Money::Unit::Yuan;
        return choices;
    }
};

QTEST_GUILESS_MAIN(TestRecognitionChoices)
#include "tst_recognition_choices.moc"
