#include "model/narrative/narrative_reader.h"
#include "tests/model/document/consistent_report.h"

#include <QRandomGenerator>
#include <QTest>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

using Verdict = Claim::Verdict;

/// One table amount of the report whose text is read.
void set(Report &report, QStringView kind, QStringView row, QStringView column, double amount,
    int lane = -1)
{
    const CellRef at = cellOf(report, kind, row, column, lane);
    QVERIFY2(at.isValid(),
        qPrintable(kind.toString() + u'/' + row.toString() + u'/' + column.toString()));
    report.sheets[size_t(at.sheet)].setPrinted(
        at.row, at.column, Amount::number(Money::fromFen(qRound64(amount * 1'000'000)), 2));
}

Report withText(const QString &title, const QStringList &paragraphs)
{
    Report report = newReport(context().handbook);
    report.isPublication = true;
    set(report, u"T01", u"total", u"amount", 200, 0);
    set(report, u"T01", u"total", u"amount", 200, 1);
    set(report, u"T02", u"total", u"total", 180);
    set(report, u"T02", u"total", u"fiscal", 150);
    set(report, u"T02", u"total", u"other", 30);
    set(report, u"T03", u"total", u"total", 190);
    set(report, u"T03", u"total", u"basic", 120);
    set(report, u"T03", u"total", u"project", 70);
    set(report, u"T05", u"total", u"total", 150);
    set(report, u"T05", u"total", u"basic", 100);
    set(report, u"T05", u"total", u"project", 50);
    set(report, u"T06", u"personnel", u"amount", 80);
    set(report, u"T06", u"public", u"amount", 20);
    const Sheet &three = *report.sheet(u"T09");
    const QString only = three.rows.front().key;
    for (const auto &[column, amount] : {std::pair{u"budget.total"_s, 10.}, {u"actual.total"_s, 8.},
             {u"actual.vehicles"_s, 6.}, {u"actual.vehicle_operation"_s, 6.},
             {u"actual.reception"_s, 2.}, {u"budget.reception"_s, 4.}, {u"budget.vehicles"_s, 6.},
             {u"budget.vehicle_operation"_s, 6.}})
        set(report, u"T09", only, column, amount);
    Section section;
    section.kind = Section::Kind::Narrative;
    section.level = 1;
    section.number = u"一、"_s;
    section.title = title;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    report.sections = {section};
    return report;
}

QString letter(Verdict verdict)
{
    static const std::pair<Verdict, QString> letters[]
        = {{Verdict::Agrees, u"="_s}, {Verdict::AgreesBySum, u"="_s}, {Verdict::Rounding, u"~"_s},
            {Verdict::Disagrees, u"!"_s}, {Verdict::Follows, u"f"_s}, {Verdict::ZeroBase, u"0"_s},
            {Verdict::Stated, u"."_s}, {Verdict::OtherScope, u"o"_s}, {Verdict::Unbound, u"?"_s}};
    for (const auto &[known, text] : letters) {
        if (known == verdict)
            return text;
    }
    return {};
}

/// What became of each number, in the order of the text.
QString verdicts(const QString &title, const QStringList &paragraphs)
{
    const Report report = withText(title, paragraphs);
    QString text;
    for (const Claim &claim : readNarrative(report, context().handbook).claims)
        text += letter(claim.verdict);
    return text;
}

}  // namespace

class tst_narrative : public QObject
{
    Q_OBJECT
private slots:
    void sentencesAreRead_data();
    void sentencesAreRead();
    void plantedDigitsAreFound();
    void noRightNumberOfARealReportIsCalledWrong();
};

void tst_narrative::sentencesAreRead_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("verdicts");
    const auto row
        = [](const char *name, const QString &title, const QString &text, const QString &verdicts) {
              QTest::newRow(name) << title << text << verdicts;
          };
    const QString overall = u"收入支出决算总体情况说明"_s;
    row("total and change", overall,
        u"2023年度收、支总计200.00万元。与上年相比，增加100.00万元，增长100.00%。"_s, u"==="_s);
    row("total in one sentence", overall,
        u"某局2023年度收入支出总计200.00万元，比2022年减少50.00万元，下降20.00%，主要原因是项目减少3.00万元。"_s,
        u"===?"_s);
    row("a wrong total", overall, u"2023年度收、支总计208.00万元。"_s, u"!"_s);
    row("a wrong rate", overall,
        u"2023年度收、支总计200.00万元。与上年相比，增加100.00万元，增长50.00%。"_s, u"=.!"_s);
    row("a rate of nothing", overall,
        u"2023年度收、支总计200.00万元。与上年相比，增加200.00万元，增长100.00%。"_s, u"=.0"_s);
    row("income and shares", u"收入决算情况说明"_s,
        u"本年收入合计180.00万元，其中：财政拨款收入150.00万元，占83.33%；其他收入30.00万元，占16.67%。"_s,
        u"====="_s);
    row("a wrong share", u"收入决算情况说明"_s,
        u"本年收入合计180万元，其中：财政拨款收入150.00万元，占83.38%。"_s, u"==!"_s);
    row("expenditure", u"支出决算情况说明"_s,
        u"本年支出合计190.00万元，其中：基本支出120.00万元，占63.16%；项目支出70.00万元，占36.84%。"_s,
        u"====="_s);
    row("basic expenditure of all funds", u"一般公共预算财政拨款基本支出决算情况说明"_s,
        u"财政拨款基本支出120.00万元，其中：人员经费80.00万元，占基本支出80.00%，主要包括：基本工资5.00万元；公用经费20.00万元，占基本支出的20.00%。"_s,
        u"!==?=="_s);
    row("three public expenses", u"“三公”经费支出决算情况说明"_s,
        u"“三公”经费支出预算为10.00万元，支出决算为8.00万元，完成预算的80.00%，其中：公务接待费支出决算为2.00万元，完成预算的50.00%；公务用车购置及运行维护费支出决算为6.00万元，完成预算的100.00%。"_s,
        u"======="_s);
    row("completion of nothing", u"“三公”经费支出决算情况说明"_s,
        u"因公出国（境）费支出预算为0.00万元，支出决算为0.00万元，完成预算的0%。"_s, u"==="_s);
    row("another's operating costs", u"预算绩效情况的说明"_s,
        u"全市机关运行经费64336.98万元，同比去年减少2328.79万元，下降3.49%。"_s, u"???"_s);
    row("years, documents and thresholds", overall,
        u"根据《关于2019年度50万元的办法》（〔2019〕10号），截至2023年12月31日，100万元以上的不计。"_s,
        u""_s);
    row("percentage points", overall, u"收、支总计200.00万元，与上年相比提高3.2个百分点。"_s,
        u"=?"_s);
    row("purchases", u"政府采购支出说明"_s,
        u"政府采购支出总额30.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出5.00万元、政府采购服务支出15.00万元。"_s,
        u"===="_s);
    row("purchases that do not add up", u"政府采购支出说明"_s,
        u"政府采购支出总额30.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出5.00万元、政府采购服务支出16.00万元。"_s,
        u"!..."_s);
    row("words that are not known", overall, u"甲乙丙丁戊己庚辛壬癸为12.00万元，占3.00%。"_s,
        u"??"_s);
    row("a change of an unknown base", overall, u"收、支总计200.00万元，增加100.00万元。"_s,
        u"=?"_s);
}

void tst_narrative::sentencesAreRead()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, verdicts);
    QCOMPARE(::verdicts(title, {text}), verdicts);
}

/// Every digit of a right number, changed: found, or at least nothing else is accused.
void tst_narrative::plantedDigitsAreFound()
{
    MZ_NEEDS_HUNAN();
    const Report original = openReport(hunanPath(), context())->report;
    const NarrativeReading before = readNarrative(original, context().handbook);
    QRandomGenerator random(7);
    int planted = 0;
    int found = 0;
    const CellResolver resolver(original);
    for (int trial = 0; trial < 400; ++trial) {
        const size_t pick = size_t(random.bounded(quint32(before.claims.size())));
        const Claim &claim = before.claims[pick];
        if (claim.verdict != Verdict::Agrees || claim.place.length == 0
            || claim.role == ClaimRole::Relation)
            continue;
        Report report = original;
        QString &text
            = report.sections[size_t(claim.place.section)].blocks[size_t(claim.place.block)].text;
        const int at = claim.place.start + random.bounded(claim.place.length);
        if (!text[at].isDigit())
            continue;
        text[at] = QChar(u'0' + (text[at].digitValue() + 1 + random.bounded(9)) % 10);
        ++planted;
        const NarrativeReading after = readNarrative(report, context().handbook);
        bool told = false;
        for (size_t i = 0; i < after.claims.size(); ++i) {
            const bool wrong = after.claims[i].verdict == Verdict::Disagrees
                || after.claims[i].verdict == Verdict::ZeroBase;
            const bool already
                = i < before.claims.size() && before.claims[i].verdict == after.claims[i].verdict;
            told = told || (wrong && !already);
        }
        found += told ? 1 : 0;
    }
    qInfo("planted %d, found %d", planted, found);
    QVERIFY(planted > 100);
    QVERIFY2(found * 100 >= planted * 85, qPrintable(u"%1 of %2"_s.arg(found).arg(planted)));
}

void tst_narrative::noRightNumberOfARealReportIsCalledWrong()
{
    MZ_NEEDS_HUNAN();
    const Report report = openReport(hunanPath(), context())->report;
    QStringList wrong;
    for (const Claim &claim : readNarrative(report, context().handbook).claims) {
        if (claim.verdict == Verdict::Disagrees)
            wrong << claim.figure + u' ' + claim.printed;
    }
    // Section six prints the total where the basic expenditure belongs, and the
    // shares beside it are of that total.
    QVERIFY2(wrong.contains(u"general.basic 3,618.79"_s), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_narrative)
#include "tst_narrative.moc"
