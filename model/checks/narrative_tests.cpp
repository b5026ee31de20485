#include "model/checks/cell_tests.h"
#include "model/domain/text.h"
#include <QCoreApplication>
#include <QSet>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(NarrativeTests)
};

constexpr std::pair<QStringView, ClaimRole> roleNames[] = {{u"amount", ClaimRole::Amount},
    {u"count", ClaimRole::Count}, {u"share", ClaimRole::Share}, {u"change", ClaimRole::Change},
    {u"rate", ClaimRole::Rate}, {u"completion", ClaimRole::Completion},
    {u"relation", ClaimRole::Relation}, {u"same", ClaimRole::Same},
    {u"budget-difference", ClaimRole::BudgetDifference}, {u"part-change", ClaimRole::PartChange}};

/// Which claims the rule judges: by section, role, figure and phase.
struct MeantClaims
{
    QStringList sections, figures, except;
    std::vector<ClaimRole> roles;
    QString phase;

    explicit MeantClaims(const QJsonObject &settings)
        : sections(settingTexts(settings.value(u"sections")))
        , figures(settingTexts(settings.value(u"figures")))
        , except(settingTexts(settings.value(u"except")))
        , phase(settings.value(u"phase").toString())
    {
        const QStringList names = settingTexts(settings.value(u"roles"));
        for (const auto &[name, role] : roleNames) {
            if (names.isEmpty() || names.contains(name))
                roles.push_back(role);
        }
    }

    bool contains(const Claim &claim) const
    {
        const auto startsWith = [&claim](const QStringList &starts) {
            return std::any_of(starts.begin(), starts.end(),
                [&claim](const QString &start) { return claim.figure.startsWith(start); });
        };
        // Parts of a list that no dictionary knows have a rule of their own.
        if (figures.isEmpty() && claim.figure.startsWith(u"listed."))
            return false;
        return !claim.figure.isEmpty()
            && std::find(roles.begin(), roles.end(), claim.role) != roles.end()
            && (sections.isEmpty() || sections.contains(claim.section))
            && (phase.isEmpty() || (phase == u"budget") == isBudget(claim.phase))
            && (figures.isEmpty() || startsWith(figures)) && !startsWith(except);
    }
};

Finding findingOfClaim(const TestContext &context, const Claim &claim, const QString &message)
{
    const QString quote = quoteOf(context.report, claim.place);
    Finding finding = findingOfText(context,
        QStringLiteral("%1/%2")
            .arg(claim.figure.isEmpty() ? claim.printed : claim.figure)
            .arg(int(claim.role)),
        claim.place.section, quote, message);
    finding.texts.front().published = claim.printed + (claim.unit == u"%" ? claim.unit : QString());
    finding.texts.front().expected = claim.expected;
    for (const CellRef &at : claim.cells)
        finding.cells.push_back(
            {at, context.report.sheets[size_t(at.sheet)].printed(at.row, at.column), {}, 0});
    return finding;
}

/// What the text says of a figure agrees with the tables, or with itself.
TestResult claimsAgree(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const MeantClaims meant(context.rule.settings);
    const bool zeroBase = context.rule.settings.value(u"zeroBase").toBool();
    int uncompared = 0;
    for (const Claim &claim : context.reading->claims) {
        if (!meant.contains(claim))
            continue;
        const bool zero = claim.verdict == Claim::Verdict::ZeroBase;
        if (zeroBase != (zero && claim.zeroBase) && (zeroBase || zero))
            continue;
        result.instances += claim.isChecked() ? 1 : 0;
        uncompared += claim.isChecked() ? 0 : 1;
        if (claim.verdict != Claim::Verdict::Disagrees && !zero)
            continue;
        Finding finding = findingOfClaim(context, claim,
            Say::tr("The text says %1: %2.").arg(claim.printed + claim.unit, claim.reason));
        // One last digit: rounded otherwise, or from other figures.
        if (claim.nearly && claim.role != ClaimRole::Relation)
            finding.severity = std::max(finding.severity, Severity::Warning);
        result.findings.push_back(std::move(finding));
    }
    if (result.instances == 0 && uncompared > 0) {
        result.state = LedgerEntry::State::LacksData;
        result.reason = Say::tr("something to compare the text's numbers with");
    }
    return result;
}

/// The amount that the text prints of that account, where the paragraph begins with it.
const Claim *amountOf(const NarrativeReading &reading, const NamedAccount &account)
{
    constexpr int ordinal = 8;
    if (account.place.start > ordinal)
        return nullptr;
    const QString end = QStringLiteral("item[%1]").arg(account.code);
    const auto claim
        = std::find_if(reading.claims.begin(), reading.claims.end(), [&](const Claim &one) {
              return one.role == ClaimRole::Amount && one.phase == Phase::Actual
                  && one.place.section == account.place.section
                  && one.place.block == account.place.block && one.figure.endsWith(end);
          });
    return claim == reading.claims.end() ? nullptr : &*claim;
}

/// Every account with an amount is told of once, under the name of the table.
TestResult accountsNamed(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    const int s = context.report.sheetOf(context.rule.settings.value(u"table").toString());
    const QString section = context.rule.settings.value(u"section").toString();
    const bool names = context.rule.settings.value(u"names").toBool();
    if (!context.reading || s < 0)
        return s < 0 ? lacking(context.rule.settings.value(u"table").toString()) : result;
    QSet<QString> told;
    QSet<QString> paragraphs;
    bool understood = true;
    for (const NamedAccount &account : context.reading->accounts) {
        if (account.section != section)
            continue;
        const Claim *amount
            = names || account.code.isEmpty() ? nullptr : amountOf(*context.reading, account);
        if (amount && told.contains(account.code) && paragraphs.contains(account.code))
            result.findings.push_back(findingOfClaim(context, *amount,
                Say::tr("The text tells of %1 in two paragraphs.").arg(account.path)));
        if (amount)
            paragraphs.insert(account.code);
        told.insert(account.code);
        understood = understood && !account.code.isEmpty();
        ++result.instances;
        if (!names || account.exact || account.code.isEmpty())
            continue;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const int row = sheet.rowOf(account.code);
        const QString label = row < 0 ? QString() : inOneLine(sheet.rows[size_t(row)].label);
        Finding finding = findingOfText(context, account.code, account.place.section, account.path,
            Say::tr("The text names the account otherwise than the table: %1 %2.")
                .arg(account.code, label));
        finding.texts.front().expected = label;
        result.findings.push_back(std::move(finding));
    }
    // A name that was not understood may be the one that is missing.
    if (names || told.isEmpty() || !understood)
        return result;
    const Sheet &sheet = context.report.sheets[size_t(s)];
    const int column = sheet.columnOf(u"total");
    for (int row = 0; row < sheet.rowCount() && column >= 0; ++row) {
        const QString code = sheet.rows[size_t(row)].code.toString();
        if (code.size() != 7 || told.contains(code)
            || sheet.cell(row, column).amount.money().isZero())
            continue;
        result.findings.push_back(findingAt(context, {s, row, column},
            Say::tr("The text does not tell of %1 %2.")
                .arg(code, inOneLine(sheet.rows[size_t(row)].label))));
    }
    return result;
}

/// 占 with a number that has no %.
TestResult percentMarks(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    for (const Claim &claim : context.reading->claims) {
        if (claim.role != ClaimRole::Share || claim.figure.isEmpty())
            continue;
        ++result.instances;
        if (claim.unit.isEmpty())
            result.findings.push_back(findingOfClaim(
                context, claim, Say::tr("The share %1 has no “%”.").arg(claim.printed)));
    }
    return result;
}

/// A share is a part of a whole. Shares that follow from wrong amounts are told of
/// where those are.
TestResult sharesInRange(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    constexpr qint64 all = 100'000'000;
    for (const Claim &claim : context.reading->claims) {
        if (claim.role != ClaimRole::Share || claim.figure.isEmpty() || claim.freeProse)
            continue;
        ++result.instances;
        if ((claim.value < 0 || claim.value > all) && claim.verdict != Claim::Verdict::Disagrees)
            result.findings.push_back(findingOfClaim(context, claim,
                Say::tr("The share %1 is not between 0 and 100 %.").arg(claim.printed)));
    }
    return result;
}

/// Of two counts the one is never smaller than the other.
TestResult countAtLeast(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const auto countOf = [&context](const QString &setting) -> const Claim * {
        for (const Claim &claim : context.reading->claims) {
            if (claim.role == ClaimRole::Count && !claim.freeProse
                && claim.figure == context.rule.settings.value(setting).toString())
                return &claim;
        }
        return nullptr;
    };
    const Claim *more = countOf(QStringLiteral("more"));
    const Claim *fewer = countOf(QStringLiteral("fewer"));
    if (!more || !fewer)
        return lacking(Say::tr("both numbers"));
    ++result.instances;
    if (more->value < fewer->value)
        result.findings.push_back(findingOfClaim(context, *more,
            Say::tr("It is %1, but another section has %2 of them.")
                .arg(more->printed, fewer->printed)));
    return result;
}

/// A count and the amount that it belongs to: both, or neither, are zero.
TestResult countsBesideAmounts(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const auto claimOf = [&context](const QString &figure, ClaimRole role) -> const Claim * {
        const Claim *found = nullptr;
        for (const Claim &claim : context.reading->claims) {
            if (claim.figure != figure || claim.role != role || claim.section != u"S07"
                || claim.phase != Phase::Actual)
                continue;
            if (found && found->value != claim.value)
                return nullptr;
            found = &claim;
        }
        return found;
    };
    const Claim *amount
        = claimOf(context.rule.settings.value(u"amount").toString(), ClaimRole::Amount);
    const QStringList counts = settingTexts(context.rule.settings.value(u"counts"));
    const bool oneWay = context.rule.settings.value(u"onlyPositive").toBool();
    const Claim *previous = nullptr;
    for (const QString &figure : counts) {
        const Claim *count = claimOf(figure, ClaimRole::Count);
        if (!count)
            continue;
        if (amount) {
            ++result.instances;
            const bool missing = amount->value > 0 && count->value == 0;
            const bool surplus = amount->value == 0 && count->value > 0 && !oneWay;
            if (missing || surplus)
                result.findings.push_back(findingOfClaim(context, *count,
                    Say::tr("The amount is %1, the number beside it %2.")
                        .arg(amount->printed, count->printed)));
        }
        if (previous && count->value < previous->value)
            result.findings.push_back(findingOfClaim(context, *count,
                Say::tr("There are fewer persons (%1) than groups (%2).")
                    .arg(count->printed, previous->printed)));
        previous = count;
    }
    return result.instances == 0 ? lacking(Say::tr("the numbers beside the amounts")) : result;
}

/// What was read, but could not be compared: never counted as passed.
TestResult uncheckedNumbers(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    if (!context.reading)
        return result;
    const Claim *first = nullptr;
    int unchecked = 0;
    for (const Claim &claim : context.reading->claims) {
        if (claim.freeProse || claim.section.isEmpty() || claim.role == ClaimRole::Same)
            continue;
        ++result.instances;
        const bool open = !claim.isChecked() && (claim.unit.endsWith(u'元') || claim.unit == u"万");
        unchecked += open ? 1 : 0;
        first = open && !first ? &claim : first;
    }
    if (unchecked > 0)
        result.findings.push_back(findingOfText(context, QStringLiteral("unchecked"),
            first->place.section, quoteOf(context.report, first->place),
            Say::tr("%n amount(s) of the text could not be checked.", nullptr, unchecked)));
    return result;
}

}  // namespace

NamedTest narrativeTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[] = {{u"claims-agree", claimsAgree},
        {u"accounts-named", accountsNamed}, {u"percent-marks", percentMarks},
        {u"shares-in-range", sharesInRange}, {u"count-at-least", countAtLeast},
        {u"counts-beside-amounts", countsBesideAmounts}, {u"unchecked-numbers", uncheckedNumbers}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

}  // namespace mz
