#include "model/document/check_session.h"
#include "model/document/report_json.h"
#include "tests/support/hunan.h"

#include <QSignalSpy>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

Report withParagraphs(const QStringList &paragraphs)
{
    Report report = Report::fromFamily(
        context().handbook.families().front(), {u"示例市档案馆"_s, 2023, {}, {}});
    report.isPublication = true;
    Section section;
    section.kind = Section::Kind::Narrative;
    section.title = u"情况说明"_s;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    report.sections.push_back(section);
    return report;
}

/// What the first paragraph says after all certain corrections, or why not.
QString corrected(const QString &text)
{
    ReportDocument document(context().handbook);
    document.setReport(withParagraphs({text}));
    document.setEditable(true);
    CheckSession session(document, context().rules);
    for (int step = 0; step < 10; ++step) {
        const auto &findings = session.result().findings;
        const auto fix = std::find_if(findings.begin(), findings.end(),
            [](const Finding &finding) { return !finding.textFix.empty(); });
        if (fix == findings.end())
            break;
        const auto edits = fix->textFix;
        if (const Done applied = document.replaceText(edits, u"fix"_s); !applied)
            return applied.error().message;
    }
    return document.report().sections.back().blocks.front().text;
}

}  // namespace

class TestTextFixes : public QObject
{
    Q_OBJECT

private slots:
    void aCertainFaultIsCorrected_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("right");
        QTest::newRow("doubled punctuation")
            << u"支出5万元，，增加。。"_s << u"支出5万元，增加。"_s;
        QTest::newRow("doubled word") << u"部门决算决算，增加增加。"_s << u"部门决算，增加。"_s;
        QTest::newRow("half width") << u"占25.93%,主要是;其中:水费1,000.72万元。"_s
                                    << u"占25.93%，主要是；其中：水费1,000.72万元。"_s;
        QTest::newRow("quotation mark") << u"“三公“经费和“两会”"_s << u"“三公”经费和“两会”"_s;
        QTest::newRow("first quotation mark") << u"”三公”经费"_s << u"“三公”经费"_s;
        QTest::newRow("misspelt") << u"专帐核算，截止2023年12月31日财政拔款"_s
                                  << u"专账核算，截至2023年12月31日财政拨款"_s;
        QTest::newRow("missing word")
            << u"上年相比无变化，上年相比持平。"_s << u"与上年相比无变化，与上年相比持平。"_s;
        QTest::newRow("nothing") << u"XX局（境费"_s << u"XX局（境费"_s;
    }

    void aCertainFaultIsCorrected()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, right);
        QCOMPARE(corrected(wrong), right);
    }

    void anotherYearIsCheckedAtOnce()
    {
        ReportDocument document(context().handbook);
        document.setReport(withParagraphs({u"医疗卫生与计划生育支出3.00万元。"_s}));
        document.setEditable(true);
        CheckSession session(document, context().rules);
        const auto oldNames = [&session] {
            return std::count_if(session.result().findings.begin(), session.result().findings.end(),
                [](const Finding &finding) { return finding.message.contains(u"卫生健康支出"); });
        };
        QCOMPARE(oldNames(), 1);
        Identity identity = document.report().identity;
        identity.year = 2018;
        QVERIFY(document.setIdentity(identity));
        QCOMPARE(oldNames(), 0);
        document.undoStack().undo();
        QCOMPARE(oldNames(), 1);
    }

    void aCorrectionIsOneStepAndUndoRestores()
    {
        ReportDocument document(context().handbook);
        document.setReport(withParagraphs({u"部门决算决算，收支决算决算"_s, u"单位决算决算"_s}));
        document.setEditable(true);
        CheckSession session(document, context().rules);
        const Report before = document.report();
        const auto &findings = session.result().findings;
        const auto doubled = std::find_if(findings.begin(), findings.end(),
            [](const Finding &finding) { return finding.rule == u"DQ-3"; });
        QVERIFY(doubled != findings.end());
        QSignalSpy changed(&document, &ReportDocument::textChanged);
        const auto edits = doubled->textFix;
        QVERIFY(document.replaceText(edits, u"fix"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(document.undoStack().count(), 1);
        const auto &blocks = document.report().sections.back().blocks;
        QCOMPARE(blocks[0].text, u"部门决算，收支决算"_s);
        QCOMPARE(blocks[1].text, u"单位决算"_s);
        QVERIFY(std::none_of(session.result().findings.begin(), session.result().findings.end(),
            [](const Finding &finding) { return finding.rule == u"DQ-3"; }));

        document.undoStack().undo();
        QVERIFY(document.report() == before);
        document.undoStack().redo();
        QCOMPARE(document.report().sections.back().blocks[1].text, u"单位决算"_s);
    }

    void aPublicationOpenForBrowsingIsNotChanged()
    {
        ReportDocument document(context().handbook);
        document.setReport(withParagraphs({u"部门决算决算"_s}));
        const int section = int(document.report().sections.size()) - 1;
        QVERIFY(!document.replaceText({{section, 0, 0, 2, u"单位"_s}}, u"fix"_s));
        QCOMPARE(document.report().sections.back().blocks.front().text, u"部门决算决算"_s);
    }

    void aPlaceThatTheTextDoesNotHaveIsRefused()
    {
        ReportDocument document(context().handbook);
        document.setReport(withParagraphs({u"部门决算"_s}));
        document.setEditable(true);
        const int section = int(document.report().sections.size()) - 1;
        const QList<TextEdit> wrong{{-1, 0, 0, 1, {}}, {section + 1, 0, 0, 1, {}},
            {section, -1, 0, 1, {}}, {section, 1, 0, 1, {}}, {section, 0, -1, 1, {}},
            {section, 0, 3, 2, {}}, {section, 0, 1, -1, {}}, {0, 0, 0, 0, {}}};
        for (const TextEdit &edit : wrong)
            QVERIFY(!document.replaceText({edit}, u"fix"_s));
        // Places that overlap.
        QVERIFY(!document.replaceText(
            {{section, 0, 0, 2, u"x"_s}, {section, 0, 1, 2, u"y"_s}}, u"fix"_s));
        QCOMPARE(document.undoStack().count(), 0);
        QCOMPARE(document.report().sections.back().blocks.front().text, u"部门决算"_s);
    }

    void whatWasCorrectedIsSaved()
    {
        ReportDocument document(context().handbook);
        Report report = withParagraphs({u"部门决算决算"_s});
        report.hasPrintedLines = true;
        report.lost = {2, {u"T03"_s}};
        document.setReport(report);
        document.setEditable(true);
        const int section = int(report.sections.size()) - 1;
        QVERIFY(document.replaceText({{section, 0, 2, 4, u"决算"_s}}, u"fix"_s));
        const auto read = readReportJson(writeReportJson(document.report()), context().handbook);
        QVERIFY(read);
        QCOMPARE(read->sections.back().blocks.front().text, u"部门决算"_s);
        QVERIFY(read->hasPrintedLines);
        QVERIFY(read->lost == report.lost);
        QVERIFY(read->unknown.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTextFixes)
#include "tst_text_fixes.moc"
