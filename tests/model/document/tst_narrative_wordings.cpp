#include "model/checks/checker.h"
#include "tests/support/narrative_text.h"
#include "tests/support/small_report.h"

#include <QDir>
#include <QRandomGenerator>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

using Verdict = Claim::Verdict;

namespace {

bool isOfTheSections(const Claim &claim)
{
    return claim.section != u"S10" && claim.section != u"S16" && claim.section != u"S17"
        && !isWordOnly(claim);
}

Report withText(const QString &text)
{
    static const Report small = smallReport();
    Report report = small;
    setText(report, text);
    return report;
}

QString textOf(const QString &file)
{
    QFile input(file);
    return input.open(QIODevice::ReadOnly) ? QString::fromUtf8(input.readAll()) : QString();
}

NarrativeReading read(const Report &report) { return readNarrative(report, context().handbook); }

}  // namespace

/// Whole explanations in the manner of several provinces, over one small report: all
/// that they say is right.
class NarrativeWordingsTest : public QObject
{
    Q_OBJECT
private slots:
    void theTablesAgree();
    void rightNumbersAreBoundAndNoneIsCalledWrong_data() { files(); }
    void rightNumbersAreBoundAndNoneIsCalledWrong();
    void nothingIsMissedInThem_data() { files(); }
    void nothingIsMissedInThem();
    void oneWrongDigitIsFoundAndAccusesNoOther_data() { files(); }
    void oneWrongDigitIsFoundAndAccusesNoOther();

private:
    static void files()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MINGZHANG_SOURCE "/tests/data/narratives"));
        for (const QString &name : folder.entryList({u"*.txt"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
};

void NarrativeWordingsTest::theTablesAgree()
{
    const Report report = withText({});
    Checker checker(report, context().handbook, context().rules);
    for (const Finding &finding : checker.check().findings)
        QVERIFY2(!finding.rule.startsWith(u"IN") && !finding.rule.startsWith(u'X'),
            qPrintable(finding.rule + u' ' + finding.message));
}

void NarrativeWordingsTest::rightNumbersAreBoundAndNoneIsCalledWrong()
{
    QFETCH(QString, file);
    const Report report = withText(textOf(file));
    QStringList wrong, open;
    int numbers = 0, bound = 0, checked = 0;
    for (const Claim &claim : read(report).claims) {
        if (isWrong(claim) || claim.verdict == Verdict::Follows)
            wrong << told(report, claim);
        if (!isOfTheSections(claim))
            continue;
        ++numbers;
        bound += claim.figure.isEmpty() ? 0 : 1;
        checked += claim.isChecked() ? 1 : 0;
        if (!claim.isChecked())
            open << told(report, claim);
        QVERIFY2(claim.isChecked() || !claim.reason.isEmpty(), qPrintable(told(report, claim)));
    }
    qInfo("%d numbers, %d bound, %d checked", numbers, bound, checked);
    if (qEnvironmentVariableIsSet("MZ_TELL"))
        qInfo("%s", qPrintable(open.join(u'\n')));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(bound * 100 >= numbers * 93, qPrintable(open.join(u'\n')));
}

void NarrativeWordingsTest::nothingIsMissedInThem()
{
    QFETCH(QString, file);
    const Report report = withText(textOf(file));
    Checker checker(report, context().handbook, context().rules);
    QStringList told;
    for (const Finding &finding : checker.check().findings) {
        if (QStringList{u"TX2-3"_s, u"TX3-3"_s, u"TX5-9"_s, u"TX6-4"_s, u"TI-14"_s, u"TI-20"_s}
                .contains(finding.rule))
            told << finding.rule + u' ' + finding.message;
    }
    QVERIFY2(told.isEmpty(), qPrintable(told.join(u'\n')));
}

void NarrativeWordingsTest::oneWrongDigitIsFoundAndAccusesNoOther()
{
    QFETCH(QString, file);
    const Report original = withText(textOf(file));
    const NarrativeReading before = read(original);
    QRandomGenerator random(11);
    int planted = 0, found = 0, accused = 0;
    QStringList missed, extra;
    for (size_t pick = 0; pick < before.claims.size(); ++pick) {
        const Claim &claim = before.claims[pick];
        if (!claim.isChecked() || isWordOnly(claim))
            continue;
        Report report = original;
        QString &text
            = report.sections[size_t(claim.place.section)].blocks[size_t(claim.place.block)].text;
        int at = claim.place.start + random.bounded(claim.place.length);
        while (!text[at].isDigit())
            at = claim.place.start + random.bounded(claim.place.length);
        text[at] = QChar(u'0' + (text[at].digitValue() + 1 + random.bounded(9)) % 10);
        ++planted;
        const NarrativeReading after = read(report);
        int told = 0;
        for (const Claim &one : after.claims)
            told += isWrong(one) ? 1 : 0;
        found += told > 0 ? 1 : 0;
        accused += told > 1 ? 1 : 0;
        if (told == 0)
            missed << mz::test::told(original, claim);
        if (told > 1) {
            extra << mz::test::told(original, claim);
            for (const Claim &one : after.claims) {
                if (isWrong(one))
                    extra << u"    "_s + mz::test::told(report, one);
            }
        }
    }
    qInfo("planted %d, found %d, more than one accused %d", planted, found, accused);
    if (qEnvironmentVariableIsSet("MZ_TELL"))
        qInfo(
            "missed\n%s\nmore\n%s", qPrintable(missed.join(u'\n')), qPrintable(extra.join(u'\n')));
    // Amounts are small here: many a last digit of a rate stays inside its interval.
    QVERIFY2(found * 100 >= planted * 90, qPrintable(missed.join(u'\n')));
    QVERIFY2(accused * 100 <= planted * 3, qPrintable(extra.join(u'\n')));
}

QTEST_GUILESS_MAIN(NarrativeWordingsTest)
#include "tst_narrative_wordings.moc"
