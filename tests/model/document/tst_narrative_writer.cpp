#include "model/compose/last_year.h"
#include "model/compose/narrative_writer.h"
#include "model/document/report_json.h"
#include "model/document/stated_figures.h"
#include "tests/model/document/consistent_report.h"

using namespace mz;
using namespace mz::test;

namespace {

QString textOf(const Report &report)
{
    QStringList lines;
    for (const Section &section : report.sections) {
        for (const WrittenParagraph &paragraph : section.written)
            lines << paragraph.text();
    }
    return lines.join(u'\n');
}

QString textOf(const Report &report, QStringView topic)
{
    QStringList lines;
    for (const Section &section : report.sections) {
        for (const WrittenParagraph &paragraph : section.written) {
            if (section.topic == topic)
                lines << paragraph.text();
        }
    }
    return lines.join(u'\n');
}

int sectionOf(const Report &report, QStringView topic)
{
    for (size_t i = 0; i < report.sections.size(); ++i) {
        if (report.sections[i].topic == topic)
            return int(i);
    }
    return -1;
}

void set(ReportDocument &document, const char *figure, Phase phase, const QString &text)
{
    const QString name = QLatin1String(figure);
    const auto amount = document.readSideFigure(name, text);
    QVERIFY2(amount.has_value(), figure);
    SideFigure side;
    side.figure = name;
    side.phase = phase;
    side.amount = *amount;
    QVERIFY(document.setSideFigures({side}));
}

void write(ReportDocument &document, Report report)
{
    document.setReport(std::move(report));
    const Done written = document.writeNarrative();
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
}

/// An empty report with one account of the general budget.
Report smallReport()
{
    ReportDocument document(context().handbook);
    document.setReport(newReport(context().handbook));
    if (const QString refused = addAccounts(document, u"T05", {QStringLiteral("2010301")});
        !refused.isEmpty())
        qFatal("%s", qPrintable(refused));
    const Done typed = document.type(
        cellOf(document.report(), u"T05", u"2010301", u"basic"), QStringLiteral("12.50"));
    if (!typed)
        qFatal("%s", qPrintable(typed.error().text()));
    return document.report();
}

}  // namespace

class TestNarrativeWriter : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldPrintsWhatItsTablePrints()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            ReportDocument document(context().handbook);
            write(document, consistentReport(seed));
            const FigureValues values(document.report(), context().handbook);
            int amounts = 0;
            for (const Section &section : document.report().sections) {
                for (const WrittenParagraph &paragraph : section.written) {
                    for (const WrittenSpan &span : paragraph.spans) {
                        if (span.kind != WrittenSpan::Kind::Field || span.role != ClaimRole::Amount)
                            continue;
                        const Figure *figure = context().handbook.figures().find(span.figure);
                        if (!figure || figure->homes.empty())
                            continue;
                        const auto home = evaluateFigure(
                            *figure, document.report(), CellResolver(document.report()));
                        if (!home || span.phase != Phase::Actual)
                            continue;
                        const CellRef at = home->cells.front();
                        const QString cell = printed(document.report(), at);
                        QVERIFY2(span.text == cell || (cell.isEmpty() && span.text == u"0.00"),
                            qPrintable(span.figure + u' ' + span.text + u' ' + cell));
                        ++amounts;
                    }
                }
            }
            QVERIFY(amounts > 4);
            // Whatever is not zero is named.
            for (const QString &item : values.list(QStringLiteral("items")))
                QVERIFY(textOf(document.report(), u"general").contains(values.path(item)));
        }
    }

    void noSentenceNamesAFigureThatIsNotThere()
    {
        ReportDocument document(context().handbook);
        write(document, newReport(context().handbook));
        QCOMPARE(textOf(document.report(), u"funds"),
            QStringLiteral("本年度没有政府性基金预算财政拨款收支。"));
        QCOMPARE(textOf(document.report(), u"capital"),
            QStringLiteral("本年度没有国有资本经营预算财政拨款收支。"));
        QCOMPARE(textOf(document.report(), u"three_public"),
            QStringLiteral("本年度没有财政拨款“三公”经费预算和支出。"));
        QCOMPARE(textOf(document.report(), u"income"), QStringLiteral("本年度没有收入。"));
    }

    void sharesAndRatesAreRoundedHalfUp_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a third") << 1LL << 3LL << "33.33%";
        QTest::newRow("two thirds") << 2LL << 3LL << "66.67%";
        QTest::newRow("half of the last digit") << 12345LL << 1000000LL << "1.23%";
        QTest::newRow("exactly half") << 125LL << 100000LL << "0.13%";
        QTest::newRow("negative") << -125LL << 100000LL << "-0.13%";
        QTest::newRow("whole") << 7LL << 7LL << "100.00%";
        QTest::newRow("largest") << Money::limit << Money::limit << "100.00%";
        QTest::newRow("more than the whole") << 300LL << 100LL << "300.00%";
        QTest::newRow("of nothing") << 5LL << 0LL << QString();
    }
    void sharesAndRatesAreRoundedHalfUp()
    {
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QFETCH(QString, expected);
        QCOMPARE(
            percentText(Money::fromFen(part), Money::fromFen(whole)).value_or(QString()), expected);
    }

    void wordsFollowFromTheNumbers_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("expected");
        QTest::newRow("more") << "10.00"
                              << "与上年相比增加2.50万元，增长25.00%";
        QTest::newRow("less") << "20.00"
                              << "与上年相比减少7.50万元，下降37.50%";
        QTest::newRow("the same") << "12.50"
                                  << "与上年持平";
        QTest::newRow("a zero base") << "0"
                                     << "与上年相比增加12.50万元，上年无此项收支";
        QTest::newRow("unknown") << ""
                                 << "与上年相比〔增加或减少的金额和比例〕";
    }
    void wordsFollowFromTheNumbers()
    {
        QFETCH(QString, last);
        QFETCH(QString, expected);
        ReportDocument document(context().handbook);
        write(document, smallReport());
        set(document, "general.expenditure", Phase::Last, last);
        const QString text = textOf(document.report(), u"general");
        QVERIFY2(text.contains(expected), qPrintable(text));
    }

    void whatWasSpentAYearAgoIsToldOfTheThreePublicExpenses()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        QVERIFY(!textOf(document.report(), u"three_public").contains(QStringLiteral("出国")));
        set(document, "three_public.actual.abroad", Phase::Last, QStringLiteral("5"));
        QVERIFY2(textOf(document.report(), u"three_public")
                     .contains(QStringLiteral("决算0.00万元，与上年相比减少5.00万元，下降100.00%")),
            qPrintable(textOf(document.report(), u"three_public")));
        // Last year's total is the sum of its parts, once all of them are entered.
        const auto total = [&document] {
            return FigureValues(document.report(), context().handbook)
                .value(QStringLiteral("three_public.actual.total"), Phase::Last);
        };
        for (const char *part : {"vehicle_purchase", "vehicle_operation"})
            set(document, qPrintable(QStringLiteral("three_public.actual.") + QLatin1String(part)),
                Phase::Last, QStringLiteral("1.25"));
        QVERIFY(!total().has_value());
        set(document, "three_public.actual.reception", Phase::Last, QStringLiteral("0"));
        QVERIFY(total().has_value());
        QCOMPARE(total()->toString(Money::Unit::TenThousandYuan), QStringLiteral("7.50"));
    }

    void aBudgetOfZeroHasNoCompletion()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        const auto text = [&] { return textOf(document.report(), u"general"); };
        set(document, "general.item[2010301]", Phase::BudgetInitial, QStringLiteral("25"));
        QVERIFY2(text().contains(QStringLiteral("年初预算为25.00万元，支出决算为12.50万元，完成年初"
                                                "预算的50.00%，决算数小于预算数")),
            qPrintable(text()));
        set(document, "general.item[2010301]", Phase::BudgetInitial, QStringLiteral("12.5"));
        QVERIFY(text().contains(QStringLiteral("100.00%，决算数等于预算数。")));
        set(document, "general.item[2010301]", Phase::BudgetInitial, QStringLiteral("0"));
        QVERIFY(text().contains(QStringLiteral("支出决算为12.50万元，决算数大于预算数")));
        QVERIFY(!text().contains(QStringLiteral("完成年初预算")));
    }

    void sumsOfWhatWasEnteredAreComputed()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        set(document, "purchase.goods", Phase::Actual, QStringLiteral("1.2"));
        set(document, "purchase.works", Phase::Actual, QStringLiteral("0"));
        QVERIFY(textOf(document.report(), u"purchase").contains(u'〔'));
        set(document, "purchase.services", Phase::Actual, QStringLiteral("3"));
        QVERIFY(textOf(document.report(), u"purchase")
                    .startsWith(QStringLiteral("政府采购支出总额4.20万元，")));
        set(document, "assets.v_other", Phase::Actual, QStringLiteral("3"));
        set(document, "assets.v_law", Phase::Actual, QStringLiteral("2"));
        QVERIFY2(textOf(document.report(), u"assets")
                     .startsWith(
                         QStringLiteral("年末共有车辆5辆，其中：执法执勤用车2辆、其他用车3辆；")),
            qPrintable(textOf(document.report(), u"assets")));
        QVERIFY(!document.readSideFigure(QStringLiteral("assets.v_law"), QStringLiteral("1.5")));
        QVERIFY(!document.readSideFigure(QStringLiteral("assets.v_law"), QStringLiteral("-1")));
    }

    void gapsAreListedAndFilled()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        const size_t before = openGaps(document.report()).size();
        QVERIFY(before > 5);
        const int section = sectionOf(document.report(), u"general");
        QVERIFY(document.fillGap(
            section, QStringLiteral("reason general.item[2010301]"), QStringLiteral("项目推迟")));
        QCOMPARE(openGaps(document.report()).size(), before - 1);
        QVERIFY(textOf(document.report()).contains(QStringLiteral("主要原因：项目推迟。")));

        // The item goes, its reason waits; the item comes back, so does the reason.
        const CellRef cell = cellOf(document.report(), u"T05", u"2010301", u"basic");
        QVERIFY(document.type(cell, QStringLiteral("0")));
        QVERIFY(!textOf(document.report()).contains(QStringLiteral("项目推迟")));
        document.undoStack().undo();
        QVERIFY(textOf(document.report()).contains(QStringLiteral("主要原因：项目推迟。")));
    }

    void theTextFollowsEveryEditAndUndo()
    {
        ReportDocument document(context().handbook);
        write(document, consistentReport(3));
        const Report written = document.report();
        const CellRef cell = cellOf(document.report(), u"T01", u"opening", u"amount");
        QVERIFY(document.type(cell, QStringLiteral("777.77")));
        const Report edited = document.report();
        QVERIFY(textOf(edited) != textOf(written));
        document.undoStack().undo();
        QVERIFY(document.report() == written);
        document.undoStack().redo();
        QVERIFY(document.report() == edited);
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.report().sections != written.sections);
        document.undoStack().redo();
        QVERIFY(document.report() == written);
    }

    void anEditedParagraphKeepsItsWordsAndItsFieldsFollow()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        const int section = sectionOf(document.report(), u"general");
        std::vector<WrittenSpan> spans
            = document.report().sections[size_t(section)].written.front().spans;
        spans.front().text = QStringLiteral("我局");
        QVERIFY(document.editParagraph(section, 0, spans));
        const CellRef cell = cellOf(document.report(), u"T05", u"2010301", u"basic");
        QVERIFY(document.type(cell, QStringLiteral("13.75")));
        const QString text = textOf(document.report(), u"general");
        QVERIFY2(text.startsWith(QStringLiteral("我局13.75万元")), qPrintable(text));
    }

    void whatIsSavedIsReadBack()
    {
        ReportDocument document(context().handbook);
        write(document, consistentReport(5));
        set(document, "general.expenditure", Phase::Last, QStringLiteral("10"));
        set(document, "assets.v_law", Phase::Actual, QStringLiteral("2"));
        QVERIFY(document.fillGap(sectionOf(document.report(), u"overall"), QStringLiteral("reason"),
            QStringLiteral("人员增加")));
        const QByteArray json = writeReportJson(document.report());
        const auto read = readReportJson(json, context().handbook);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().text()));
        QVERIFY(read->sections == document.report().sections);
        QVERIFY(read->sideFigures == document.report().sideFigures);
        QCOMPARE(writeReportJson(*read), json);
    }

    void aFileWithoutTheNewKeysOpensAndStaysTheSame()
    {
        const QByteArray json = writeReportJson(consistentReport(2));
        QVERIFY(!json.contains("sideFigures"));
        QVERIFY(!json.contains("\"topic\""));
        const auto read = readReportJson(json, context().handbook);
        QVERIFY(read.has_value());
        QCOMPARE(writeReportJson(*read), json);
    }

    void damagedTextsAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::newRow("a field without a figure") << QByteArray(
            "{\"topic\":\"funds\",\"written\":[{\"spans\":[{\"role\":\"amount\"}]}]}");
        QTest::newRow("written is no list") << QByteArray("{\"topic\":\"funds\",\"written\":3}");
        QTest::newRow("a fill is no text")
            << QByteArray("{\"topic\":\"funds\",\"fills\":{\"reason\":3}}");
        QTest::newRow("published in published")
            << QByteArray("{\"topic\":\"funds\",\"published\":[{\"topic\":\"funds\","
                          "\"published\":[{}]}]}");
    }
    void damagedTextsAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, section);
        const auto read = readReportJson(
            "{\"mzr\":1,\"family\":\"F1\",\"sections\":[" + section + "]}", context().handbook);
        QVERIFY(!read.has_value());
        QVERIFY(read.error().place.startsWith(u"sections[0]"));
    }

    void whatWasPublishedStaysAndComesBack()
    {
        MZ_NEEDS_HUNAN();
        const auto opened = openReport(hunanPath(), context());
        QVERIFY(opened.has_value());
        ReportDocument document(context().handbook);
        document.setReport(opened->report);
        QVERIFY(!document.writeNarrative());
        document.setEditable(true);
        QVERIFY(document.writeNarrative());
        int written = 0;
        for (const Section &section : document.report().sections)
            written += section.isWritten() ? 1 : 0;
        QVERIFY2(written >= 10, qPrintable(QString::number(written)));
        for (int i = int(document.report().sections.size()) - 1; i >= 0; --i) {
            if (document.report().sections[size_t(i)].isWritten())
                QVERIFY(document.publishSection(i));
        }
        QVERIFY(document.report().sections == opened->report.sections);
    }

    void lastYearsFiguresComeFromLastYearsReport()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        Report last = smallReport();
        QVERIFY(!document.takeLastYear(last, QStringLiteral("a.mzr")));
        last.identity.year = 2022;
        last.identity.agency = QStringLiteral("另一个局");
        QVERIFY(!document.takeLastYear(last, QStringLiteral("a.mzr")));
        last.identity.agency = document.report().identity.agency;
        QVERIFY(document.takeLastYear(last, QStringLiteral("a.mzr")));
        QVERIFY(textOf(document.report(), u"general").contains(QStringLiteral("与上年持平")));
        QCOMPARE(document.report().sideFigures.front().source, QStringLiteral("a.mzr"));
        document.undoStack().undo();
        QVERIFY(document.report().sideFigures.empty());
    }

    void whatOnlyLastYearsTextStatesIsTakenFromIt()
    {
        ReportDocument document(context().handbook);
        write(document, smallReport());
        ReportDocument last(context().handbook);
        Report before = smallReport();
        before.identity.year = 2022;
        write(last, before);
        QVERIFY(
            last.type(cellOf(last.report(), u"T06", u"30201", u"amount"), QStringLiteral("12.50")));
        set(last, "operating.expenditure", Phase::Actual, QStringLiteral("7.25"));
        // As it is read from a file: only the words are left.
        Report published = asPublished(last.report());
        for (Section &section : published.sections) {
            section.topic.clear();
            section.written.clear();
        }
        published.sideFigures.clear();
        QVERIFY(document.takeLastYear(published, QStringLiteral("last.docx")));
        const auto &sides = document.report().sideFigures;
        const auto side = std::find_if(sides.begin(), sides.end(), [](const SideFigure &figure) {
            return figure.figure == u"operating.expenditure" && figure.phase == Phase::Last;
        });
        QVERIFY(side != sides.end());
        QCOMPARE(side->amount.toString(Money::Unit::TenThousandYuan), QStringLiteral("7.25"));
        QVERIFY2(side->source.startsWith(QStringLiteral("last.docx · "))
                && side->source.contains(QStringLiteral("机关运行经费")),
            qPrintable(side->source));
        QCOMPARE(side->count, false);
    }

    void missingFiguresAreTakenFromThePublishedText()
    {
        ReportDocument maker(context().handbook);
        write(maker, smallReport());
        QVERIFY(maker.type(
            cellOf(maker.report(), u"T06", u"30201", u"amount"), QStringLiteral("12.50")));
        set(maker, "operating.expenditure", Phase::Actual, QStringLiteral("7.25"));
        set(maker, "assets.equipment100", Phase::Actual, QStringLiteral("3"));
        set(maker, "general.item[2010301]", Phase::BudgetInitial, QStringLiteral("11.00"));
        Report published = maker.report();
        for (Section &section : published.sections) {
            section.topic.clear();
            section.written.clear();
        }
        published.sideFigures.clear();
        // An annex tells of others.
        Section annex;
        annex.kind = Section::Kind::Annex;
        annex.title = QStringLiteral("部门整体支出绩效自评报告");
        Block prose;
        prose.text = QStringLiteral("年末共有车辆9辆。编报绩效目标的项目8个。");
        annex.blocks = {prose};
        published.sections.push_back(annex);
        ReportDocument document(context().handbook);
        document.setReport(published);
        QVERIFY(document.writeNarrative());
        QVERIFY(document.hasPublishedText());
        QVERIFY(document.report().sideFigures.empty());
        QVERIFY(document.takePublished());
        const FigureValues values(document.report(), context().handbook);
        const auto entered = [&values](const char *figure, Phase phase) {
            const auto amount = values.entered(QLatin1String(figure), phase);
            return amount ? amount->money().fen() : -1;
        };
        QCOMPARE(entered("operating.expenditure", Phase::Actual), 7'250'000);
        QCOMPARE(entered("assets.equipment100", Phase::Actual), 300);
        QCOMPARE(entered("general.item[2010301]", Phase::BudgetInitial), 11'000'000);
        QCOMPARE(entered("performance.goal_projects", Phase::Actual), -1);
        for (const SideFigure &side : document.report().sideFigures)
            QVERIFY(!side.source.isEmpty());
        document.undoStack().undo();
        QVERIFY(document.report().sideFigures.empty());
    }

    void faultyTemplatesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no json") << QByteArray("{");
        QTest::newRow("an unknown word")
            << QByteArray("{\"phrases\":{\"relation\":\"{amount x}\"}}");
        QTest::newRow("an open brace") << QByteArray("{\"phrases\":{\"relation\":\"{change\"}}");
        QTest::newRow("a section without a topic") << QByteArray("{\"sections\":[{}]}");
        QTest::newRow("an unknown phase")
            << QByteArray("{\"sections\":[{\"topic\":\"a\",\"words\":\"b\",\"paragraphs\":[{\"id\":"
                          "\"c\",\"clauses\":[\"{amount d never}\"]}]}]}");
    }
    void faultyTemplatesAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!NarrativeTemplates::parse(json, QStringLiteral("own.json")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestNarrativeWriter)
#include "tst_narrative_writer.moc"
