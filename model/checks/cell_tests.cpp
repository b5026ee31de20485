#include "model/checks/cell_tests.h"

#include "model/checks/annex_tests.h"
#include "model/checks/lost_pages.h"
#include "model/domain/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(CellTests)
};

/// Calls `visit` for every cell that the form has.
template <typename Visit>
void forEachCell(const Report &report, Visit visit)
{
    for (size_t s = 0; s < report.sheets.size(); ++s) {
        const Sheet &sheet = report.sheets[s];
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                if (sheet.hasCell(row, column))
                    visit(CellRef{int(s), row, column}, sheet.cell(row, column).amount);
            }
        }
    }
}

TestResult noNegative(const TestContext &context)
{
    TestResult result;
    std::vector<CellRef> allowed;
    for (const QJsonValue &value : context.rule.settings.value(u"except").toArray()) {
        const auto selector = Expression::parseCells(value.toString());
        if (!selector)
            continue;
        const std::vector<CellRef> cells = context.resolver.cells(*selector);
        allowed.insert(allowed.end(), cells.begin(), cells.end());
    }
    forEachCell(context.report, [&](CellRef at, const Amount &amount) {
        if (!amount.isNumber())
            return;
        ++result.instances;
        if (amount.money().fen() < 0
            && std::find(allowed.begin(), allowed.end(), at) == allowed.end())
            result.findings.push_back(findingAt(
                context, at, Say::tr("A negative amount stands where none is expected.")));
    });
    return result;
}

TestResult readable(const TestContext &context)
{
    TestResult result;
    forEachCell(context.report, [&](CellRef at, const Amount &amount) {
        ++result.instances;
        const Sheet &sheet = context.report.sheets[size_t(at.sheet)];
        const bool known = size_t(at.column) < sheet.form->columns.size();
        if (amount.state() == Amount::State::Unreadable && known)
            result.findings.push_back(findingAt(context, at,
                Say::tr("“%1” is not an amount.").arg(sheet.printed(at.row, at.column))));
    });
    return result;
}

/// Decimals of one table: what most of it prints, and who departs from that.
void decimalsOfTable(const TestContext &context, int index, TestResult &result)
{
    const Sheet &sheet = context.report.sheets[size_t(index)];
    std::map<int, int> counts;
    int grouped = 0;
    int thousands = 0;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const Amount &amount = sheet.cell(row, column).amount;
            if (!amount.isNumber())
                continue;
            ++counts[amount.decimals()];
            const bool large = qAbs(amount.money().fen()) >= 1000 * qint64(sheet.unit);
            thousands += large ? 1 : 0;
            grouped += amount.isGrouped() ? 1 : 0;
        }
    }
    if (counts.empty())
        return;
    ++result.instances;
    const auto usual = std::max_element(counts.begin(), counts.end(),
        [](const auto &a, const auto &b) { return a.second < b.second; });
    QStringList whole;
    CellRef firstWhole;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const Amount &amount = sheet.cell(row, column).amount;
            if (!amount.isNumber())
                continue;
            const CellRef at{index, row, column};
            if (amount.decimals() > usual->first && usual->first > 0) {
                result.findings.push_back(findingAt(context, at,
                    Say::tr("%1 has %2 decimals; the table prints %3.")
                        .arg(sheet.printed(row, column))
                        .arg(amount.decimals())
                        .arg(usual->first)));
                result.findings.back().severity = Severity::Warning;
            } else if (amount.decimals() == 0 && usual->first >= 2 && !amount.money().isZero()) {
                whole << sheet.printed(row, column);
                if (!firstWhole.isValid())
                    firstWhole = at;
            }
        }
    }
    if (!whole.isEmpty()) {
        result.findings.push_back(findingAt(context, firstWhole,
            Say::tr("Printed without decimals: %1.").arg(whole.mid(0, 6).join(u'、'))));
        result.findings.back().severity = Severity::Info;
    }
    if (grouped > 0 && grouped < thousands) {
        result.findings.push_back(findingOfTable(context, index,
            Say::tr("Thousands commas are printed in %1 of %2 amounts that could have one.")
                .arg(grouped)
                .arg(thousands)));
        result.findings.back().severity = Severity::Info;
    }
}

TestResult decimals(const TestContext &context)
{
    TestResult result;
    for (size_t i = 0; i < context.report.sheets.size(); ++i)
        decimalsOfTable(context, int(i), result);
    return result;
}

/// Every row of a table that takes account codes.
template <typename Visit>
void forEachAccountRow(const TestContext &context, Visit visit)
{
    for (size_t s = 0; s < context.report.sheets.size(); ++s) {
        const Sheet &sheet = context.report.sheets[s];
        if (sheet.form->accounts == TableForm::Accounts::None)
            continue;
        for (int row = 0; row < sheet.rowCount(); ++row)
            visit(int(s), row, sheet.rows[size_t(row)]);
    }
}

/// Whether no table of functional accounts prints rows of a level: then the report's form
/// leaves it out.
bool leavesOut(const Report &report, AccountCode::Level level)
{
    return std::none_of(report.sheets.begin(), report.sheets.end(), [level](const Sheet &sheet) {
        return sheet.form->accounts == TableForm::Accounts::Functional && sheet.form->hasTree()
            && std::any_of(sheet.rows.begin(), sheet.rows.end(), [level](const SheetRow &row) {
                   return !row.code.isEmpty() && row.code.level() == level;
               });
    });
}

TestResult codes(const TestContext &context)
{
    TestResult result;
    const bool noClasses = leavesOut(context.report, AccountCode::Level::Class);
    const bool noGroups = leavesOut(context.report, AccountCode::Level::Group);
    static const QRegularExpression digits(QStringLiteral("^\\d[\\d\\s]*\\b"));
    std::map<std::pair<int, int>, AccountCode> last;  // of each table and lane
    forEachAccountRow(context, [&](int s, int row, const SheetRow &line) {
        const auto report = [&](const QString &message) {
            result.findings.push_back(findingAt(context, {s, row, -1}, message));
        };
        if (line.code.isEmpty()) {
            const auto match = digits.match(line.label);
            if (match.hasMatch())
                report(Say::tr("“%1” is no account code of 3, 5 or 7 digits.")
                           .arg(match.captured().trimmed()));
            return;
        }
        ++result.instances;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const bool economic = sheet.form->accounts == TableForm::Accounts::Economic;
        if (economic && line.code.level() == AccountCode::Level::Item)
            return report(Say::tr("Economic accounts have 3 or 5 digits."));
        if (line.key.contains(u'#'))
            return report(Say::tr("The code %1 stands twice.").arg(line.code.toString()));
        const RowIndex &rows = context.resolver.rows(s);
        for (AccountCode parent = line.code.parent(); !parent.isEmpty(); parent = parent.parent()) {
            // A 类 of the economic accounts may go on in the block beside it.
            const bool leftOut
                = !economic && (parent.level() == AccountCode::Level::Class ? noClasses : noGroups);
            if (!leftOut && rows.rowOf(parent.toString(), economic ? -1 : line.lane) < 0) {
                report(Say::tr("The row of %1 above it is missing.").arg(parent.toString()));
                break;
            }
        }
        AccountCode &before = last[{s, line.lane}];
        if (!before.isEmpty() && line.code < before)
            report(Say::tr("The code stands behind %1, which is larger.").arg(before.toString()));
        before = line.code;
    });
    return result;
}

/// Names and codes against the official list: hints, since the list is known to
/// be incomplete.
TestResult codeNames(const TestContext &context)
{
    TestResult result;
    const int year = context.report.identity.year;
    if (year == 0) {
        result.state = LedgerEntry::State::LacksData;
        result.reason = Say::tr("the year of the report");
        return result;
    }
    forEachAccountRow(context, [&](int s, int row, const SheetRow &line) {
        if (line.code.isEmpty() || line.label.isEmpty())
            return;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        const auto account = context.handbook.accounts(sheet.form->accounts).find(line.code, year);
        if (!account || !account->confirmed)
            return;
        ++result.instances;
        const QString printed = normalized(line.label);
        const QString official = normalized(account->name);
        if (!printed.contains(official) && !official.contains(printed))
            result.findings.push_back(findingAt(context, {s, row, -1},
                Say::tr("The account list of %1 calls this account “%2”.")
                    .arg(year)
                    .arg(account->name)));
    });
    return result;
}

TestResult codeExists(const TestContext &context)
{
    TestResult result;
    QSet<AccountCode> told;
    forEachAccountRow(context, [&](int s, int row, const SheetRow &line) {
        if (line.code.isEmpty())
            return;
        ++result.instances;
        const Sheet &sheet = context.report.sheets[size_t(s)];
        if (!context.handbook.accounts(sheet.form->accounts).contains(line.code)
            && !told.contains(line.code)) {
            told.insert(line.code);
            result.findings.push_back(findingAt(context, {s, row, -1},
                Say::tr(
                    "Our account list does not have this code (it is known to be incomplete).")));
        }
    });
    return result;
}

/// Blank, 0 and 0.00 mixed in one column: one line a table.
TestResult zeroStyle(const TestContext &context)
{
    if (!context.report.isPublication)
        return notPublished();
    TestResult result;
    for (size_t s = 0; s < context.report.sheets.size(); ++s) {
        const Sheet &sheet = context.report.sheets[s];
        QStringList columns;
        for (int column = 0; column < int(sheet.form->columns.size()); ++column) {
            QSet<QString> styles;
            bool anyPrinted = false;
            for (int row = 0; row < sheet.rowCount(); ++row) {
                if (!sheet.hasCell(row, column))
                    continue;
                const Amount &amount = sheet.cell(row, column).amount;
                anyPrinted = anyPrinted || amount.isNumber();
                if (amount.isBlank() || (amount.isNumber() && amount.money().isZero()))
                    styles.insert(amount.toString(sheet.unit));
            }
            if (anyPrinted && styles.size() > 1)
                columns << sheet.columns[size_t(column)].title;
        }
        ++result.instances;
        if (!columns.isEmpty())
            result.findings.push_back(findingOfTable(context, int(s),
                Say::tr("Nothing is printed in several ways (blank, 0, 0.00): %1.")
                    .arg(columns.join(u'、'))));
    }
    return result;
}

}  // namespace

NamedTest cellTest(QStringView name)
{
    static const std::pair<QStringView, NamedTest> tests[] = {{u"no-negative", noNegative},
        {u"readable", readable}, {u"decimals", decimals}, {u"codes", codes},
        {u"code-names", codeNames}, {u"code-exists", codeExists}, {u"zero-style", zeroStyle}};
    for (const auto &[known, test] : tests) {
        if (known == name)
            return test;
    }
    return nullptr;
}

namespace {

NamedTest namedTest(QStringView name)
{
    for (const auto tests : {cellTest, tableTest, textTest, outlineTest, statementTest, rowTest,
             annexTest, qualityTest, narrativeTest, explanationTest, lastYearTest, pageTest}) {
        if (const NamedTest test = tests(name))
            return test;
    }
    return nullptr;
}

}  // namespace

bool isCellTest(const QString &name) { return namedTest(name) != nullptr; }

bool readsAmounts(const QString &test)
{
    static const QSet<QString> tests{"no-negative", "readable", "decimals", "zero-style", "nonzero",
        "detail-level", "empty-both-or-neither", "empty-note", "not-empty-after-all",
        "repeated-amount", "none-but-amounts", "amounts-but-none", "annex-figures",
        "annex-economic", "annex-prose-sum", "annex-prose-limit"};
    return tests.contains(test) || narrativeTest(test) || explanationTest(test)
        || lastYearTest(test);
}

bool readsTextOnly(const QString &test)
{
    static const QSet<QString> tests{
        "years-agree", "reasons-given", "percent-style", "one-self", "share-words"};
    return tests.contains(test);
}

TestResult runCellTest(const TestContext &context)
{
    const NamedTest test = namedTest(context.rule.test);
    TestResult result = test(context);
    if (context.report.lost.count > 0)
        leaveOutLost(context, result);
    if (result.instances == 0 && result.findings.empty()
        && result.state == LedgerEntry::State::Passed) {
        result.state = LedgerEntry::State::NotApplicable;
        result.reason = Say::tr("nothing in the report that it looks at");
    }
    return result;
}

QString placeOf(const Report &report, CellRef at)
{
    if (at.sheet < 0)
        return {};
    const Sheet &sheet = report.sheets[size_t(at.sheet)];
    static const QRegularExpression number(QStringLiteral("(\\d{1,2})\\s*表"));
    const auto match = number.match(sheet.number);
    QStringList parts{
        match.hasMatch() ? match.captured(1).rightJustified(2, u'0') : sheet.form->kind.mid(1)};
    if (at.row >= 0) {
        const SheetRow &row = sheet.rows[size_t(at.row)];
        const QString label = inOneLine(withoutOrdinal(row.label).trimmed().toString());
        const bool tree = sheet.form->accounts != TableForm::Accounts::None;
        const QString name
            = row.code.isEmpty() || !tree ? label : row.code.toString() + u' ' + label;
        if (!name.isEmpty())
            parts << name.simplified();
    }
    if (at.column >= 0) {
        const bool form = size_t(at.column) < sheet.form->columns.size();
        const bool single = sheet.form->lanes.size() == 1 && sheet.rowCount() == 1;
        parts << (form && single ? sheet.form->columnPlace(at.column)
                                 : sheet.columns[size_t(at.column)].title);
    }
    return parts.join(QStringLiteral(" · "));
}

Finding findingAt(const TestContext &context, CellRef at, const QString &message)
{
    Finding finding;
    finding.rule = context.rule.id;
    finding.severity = context.rule.severity;
    finding.group = context.rule.group;
    finding.message = message;
    finding.place = placeOf(context.report, at);
    FindingCell cell;
    cell.at = at;
    const Sheet &sheet = context.report.sheets[size_t(at.sheet)];
    if (at.row >= 0 && at.column >= 0)
        cell.published = sheet.printed(at.row, at.column);
    finding.cells.push_back(cell);
    const QString row = at.row < 0 ? QString() : sheet.rows[size_t(at.row)].key;
    const QString column = at.column < 0 ? QString() : sheet.columns[size_t(at.column)].id;
    const QString side
        = at.row < 0 ? QString() : sheet.form->lanes[size_t(sheet.rows[size_t(at.row)].lane)].side;
    finding.key = QStringList{finding.rule, sheet.form->kind, side, row, column}.join(u'/');
    return finding;
}

Finding findingOfTable(const TestContext &context, int sheet, const QString &message)
{
    return findingAt(context, {sheet, -1, -1}, message);
}

Finding findingOfReport(const TestContext &context, const QString &what, const QString &message)
{
    Finding finding;
    finding.rule = context.rule.id;
    finding.severity = context.rule.severity;
    finding.group = context.rule.group;
    finding.message = message;
    finding.key = finding.rule + u'/' + what;
    return finding;
}

Finding findingOfText(const TestContext &context, const QString &what, int section,
    const QString &quote, const QString &message)
{
    Finding finding = findingOfReport(context, what, message);
    const Section &place = context.report.sections[size_t(section)];
    finding.place = shortened((place.number + place.title).simplified(), 20);
    finding.texts.push_back({section, quote});
    finding.standsInText = true;
    return finding;
}

QStringList settingTexts(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &entry : value.toArray())
        result << entry.toString();
    return result;
}

std::vector<int> settingTables(const TestContext &context)
{
    std::vector<int> sheets;
    for (const QString &kind : settingTexts(context.rule.settings.value(u"tables"))) {
        if (const int sheet = context.report.sheetOf(kind); sheet >= 0)
            sheets.push_back(sheet);
    }
    return sheets;
}

TestResult lacking(const QString &what)
{
    TestResult result;
    result.state = LedgerEntry::State::LacksData;
    result.reason = what;
    return result;
}

TestResult notPublished()
{
    TestResult result;
    result.state = LedgerEntry::State::NotApplicable;
    result.reason = Say::tr("the report is not published yet");
    return result;
}

bool isEmptyTable(const Sheet &sheet)
{
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const Amount &amount = sheet.cell(row, column).amount;
            if (!amount.money().isZero() || amount.state() == Amount::State::Unreadable)
                return false;
        }
    }
    return true;
}

}  // namespace mz
