#pragma once

#include "model/checks/checker.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <random>

namespace mz::test {

/// The printed unit of the tables here: 0.01 万元.
constexpr qint64 cent = 10'000;

/// A new F1 report with random accounts and amounts that a department could
/// have: every table agrees with every other. The same seed, the same report.
class ConsistentReport
{
public:
    explicit ConsistentReport(unsigned seed) : m_random(seed) { }

    Report make()
    {
        m_fiscalOnly = below(2) == 0;
        m_balances = below(2) == 0;
        m_projects = below(6) != 0;
        ReportDocument document(context().handbook);
        document.setReport(newReport(context().handbook));
        const std::vector<AccountCode> general = someAccounts(2 + below(12));
        const std::vector<AccountCode> funds = someAccounts(below(2) ? below(4) : 0);
        const std::vector<AccountCode> capital = someAccounts(below(3) ? 0 : 1 + below(2));
        const std::vector<AccountCode> others = someAccounts(m_fiscalOnly ? 0 : 1 + below(4));
        add(document, {u"T02", u"T03", u"T05"}, general);
        add(document, {u"T02", u"T03", u"T07"}, funds);
        add(document, {u"T02", u"T03", u"T08"}, capital);
        add(document, {u"T02", u"T03"}, others);
        m_report = document.report();
        fillFiscal(general, funds, capital);
        fillOthers(others);
        fillSummaries();
        fillEconomic();
        Totals(m_report).recompute();
        for (Sheet &sheet : m_report.sheets) {
            if (!sheet.form->emptyNote.isEmpty() && isEmpty(sheet))
                sheet.notes << sheet.form->emptyNote.arg(m_report.identity.agency);
        }
        return std::move(m_report);
    }

    unsigned below(size_t bound) { return unsigned(m_random() % bound); }
    /// Of any size that a department prints, in whole cents.
    qint64 amount()
    {
        static constexpr qint64 sizes[]{99, 9'999, 99'999, 999'999};
        return (1 + qint64(m_random()) % sizes[below(4)]) * cent;
    }

private:
    static bool isEmpty(const Sheet &sheet)
    {
        for (int row = 0; row < sheet.rowCount(); ++row) {
            for (int column = 0; column < sheet.columnCount(); ++column) {
                if (!sheet.cell(row, column).amount.money().isZero())
                    return false;
            }
        }
        return true;
    }

    std::vector<AccountCode> someAccounts(size_t count)
    {
        static const std::vector<AccountCode> items = [] {
            std::vector<AccountCode> codes;
            for (const Account &account : context().handbook.functional().ofYear(2023)) {
                const Report report = newReport(context().handbook);
                if (account.code.level() == AccountCode::Level::Item
                    && report.sheet(u"T01")->rowOf(account.code.classCode().toString()) >= 0)
                    codes.push_back(account.code);
            }
            return codes;
        }();
        std::vector<AccountCode> chosen;
        // Runs of neighbours, so that some groups have several items.
        while (chosen.size() < count) {
            size_t at = below(items.size());
            for (size_t run = 1 + below(3); run > 0 && at < items.size(); --run, ++at) {
                if (chosen.size() < count
                    && std::find(chosen.begin(), chosen.end(), items[at]) == chosen.end())
                    chosen.push_back(items[at]);
            }
        }
        return chosen;
    }

    void add(ReportDocument &document, const std::vector<QStringView> &kinds,
        const std::vector<AccountCode> &codes)
    {
        for (const QStringView kind : kinds) {
            const int sheet = document.report().sheetOf(kind);
            for (const AccountCode code : codes) {
                if (document.report().sheets[size_t(sheet)].rowOf(code.toString()) >= 0)
                    continue;
                if (const Done added = document.addAccount(sheet, code, {}); !added)
                    qFatal("%s", qPrintable(added.error().text()));
            }
        }
    }

    Cell &cell(QStringView kind, QStringView key, QStringView column, QStringView side = {})
    {
        Sheet &sheet = m_report.sheets[size_t(m_report.sheetOf(kind))];
        const int lane = side.isEmpty() ? -1 : sheet.form->laneIndex(side);
        const int row = sheet.rowOf(key, lane);
        const int at = sheet.columnOf(column);
        if (row < 0 || at < 0)
            qFatal("there is no %s[%s].%s", qPrintable(kind.toString()), qPrintable(key.toString()),
                qPrintable(column.toString()));
        return sheet.cell(row, at);
    }

    qint64 get(QStringView kind, QStringView key, QStringView column, QStringView side = {})
    {
        return cell(kind, key, column, side).amount.money().fen();
    }

    void set(
        QStringView kind, QStringView key, QStringView column, qint64 fen, QStringView side = {})
    {
        cell(kind, key, column, side).amount = Amount::number(Money::fromFen(fen), 2);
    }

    void more(QStringView kind, QStringView key, QStringView column, qint64 fen)
    {
        set(kind, key, column, get(kind, key, column) + fen);
    }

    /// Basic or project money, or both: of the table, and of all money.
    qint64 spend(QStringView kind, const QString &key)
    {
        const bool both = m_projects && below(4) == 0;
        const bool project = m_projects && below(2) == 0;
        qint64 sum = 0;
        for (const QStringView column : {u"basic", u"project"}) {
            if (!both && project != (column == u"project"))
                continue;
            const qint64 fen = amount();
            set(kind, key, column, fen);
            more(u"T03", key, column, fen);
            sum += fen;
        }
        return sum;
    }

    void fillFiscal(const std::vector<AccountCode> &general, const std::vector<AccountCode> &funds,
        const std::vector<AccountCode> &capital)
    {
        for (const AccountCode code : general) {
            const QString key = code.toString();
            const qint64 spent = spend(u"T05", key);
            more(u"T02", key, u"fiscal", spent);
            m_general += spent;
        }
        if (m_balances) {
            m_generalOpening = amount();
            // What is left over came in as well, under the first account.
            const qint64 left = amount();
            more(u"T02", general.front().toString(), u"fiscal", left);
            m_generalClosing = m_generalOpening + left;
            m_general += left;
        }
        for (const AccountCode code : funds) {
            const QString key = code.toString();
            const qint64 opening = m_balances && below(2) ? amount() : 0;
            const qint64 closing = opening > 0 && below(2) ? amount() : 0;
            const qint64 spent = spend(u"T07", key) + closing;
            // Without income enough the rest stays for the next year.
            const qint64 income = spent > opening ? spent - opening : 0;
            set(u"T07", key, u"opening", opening);
            set(u"T07", key, u"income", income);
            more(u"T02", key, u"fiscal", income);
            m_funds += income;
        }
        for (const AccountCode code : capital) {
            const QString key = code.toString();
            const qint64 spent = spend(u"T08", key);
            more(u"T02", key, u"fiscal", spent);
            m_capital += spent;
        }
    }

    void fillOthers(const std::vector<AccountCode> &others)
    {
        static constexpr QStringView spent[]{
            u"basic", u"project", u"remitted", u"business", u"affiliated"};
        static constexpr QStringView got[]{
            u"superior", u"operating", u"business", u"affiliated", u"other"};
        for (const AccountCode code : others) {
            const qint64 fen = amount();
            const unsigned column = below(5);
            more(u"T03", code.toString(), spent[column], fen);
            const qint64 income = below(3) ? fen : amount();
            more(u"T02", code.toString(), got[below(5)], income);
            m_otherLeft += income - fen;
        }
    }

    void fillSummaries()
    {
        set(u"T01", u"general", u"amount", m_general, u"income");
        set(u"T01", u"funds", u"amount", m_funds, u"income");
        set(u"T01", u"capital", u"amount", m_capital, u"income");
        set(u"T04", u"opening_general", u"amount", m_generalOpening, u"income");
        set(u"T04", u"closing", u"general", m_generalClosing, u"expenditure");
        Report sums = m_report;
        Totals(sums).recompute();
        const auto sum = [&sums](QStringView kind, QStringView key, QStringView column) {
            return sums.cell(cellOf(sums, kind, key, column)).amount.money().fen();
        };
        qint64 opening = m_generalOpening + sum(u"T07", u"total", u"opening");
        qint64 closing = m_generalClosing + sum(u"T07", u"total", u"closing");
        qint64 surplus = 0;
        if (!m_fiscalOnly) {
            const qint64 otherOpening
                = (m_otherLeft < 0 ? -m_otherLeft : 0) + (below(2) ? amount() : 0);
            surplus = below(3) ? 0 : amount();
            const qint64 distribution = below(2) ? surplus : 0;
            set(u"T01", u"distribution", u"amount", distribution, u"expenditure");
            opening += otherOpening;
            closing += otherOpening + m_otherLeft + surplus - distribution;
        }
        set(u"T01", u"use_surplus", u"amount", surplus, u"income");
        set(u"T01", u"opening", u"amount", opening, u"income");
        set(u"T01", u"closing", u"amount", closing, u"expenditure");
        m_basic = sum(u"T05", u"total", u"basic");
        m_anyProject = sum(u"T05", u"total", u"project") + sum(u"T07", u"total", u"project")
                + sum(u"T08", u"total", u"project")
            > 0;
    }

    void fillEconomic()
    {
        const Sheet &sheet = *m_report.sheet(u"T06");
        QStringList groups;
        for (const SheetRow &row : sheet.rows) {
            if (row.code.level() == AccountCode::Level::Group)
                groups << row.key;
        }
        qint64 rest = m_basic;
        for (unsigned left = 3 + below(20); rest > 0; --left) {
            const qint64 part = left == 1 ? rest : qMin(rest, amount());
            more(u"T06", groups[qsizetype(below(size_t(groups.size())))], u"amount", part);
            rest -= part;
        }
        static constexpr std::pair<QStringView, QStringView> expenses[]{{u"abroad", u"30212"},
            {u"vehicle_purchase", u"31013"}, {u"vehicle_operation", u"30231"},
            {u"reception", u"30217"}};
        for (const auto &[column, code] : expenses) {
            const qint64 actual
                = get(u"T06", code, u"amount") + (m_anyProject && below(2) ? amount() : 0);
            const QString name = column.toString();
            set(u"T09", u"total", QStringLiteral("actual.") + name, actual);
            set(u"T09", u"total", QStringLiteral("budget.") + name,
                actual + (below(2) ? amount() : 0));
        }
    }

    std::mt19937 m_random;
    Report m_report;
    bool m_fiscalOnly = false, m_balances = false, m_projects = true, m_anyProject = false;
    qint64 m_general = 0, m_funds = 0, m_capital = 0, m_otherLeft = 0, m_basic = 0;
    qint64 m_generalOpening = 0, m_generalClosing = 0;
};

inline Report consistentReport(unsigned seed) { return ConsistentReport(seed).make(); }

/// One line a finding that stands on its own: rule, place and what it says.
inline QString told(const CheckResult &result, std::initializer_list<Severity> severities)
{
    QStringList lines;
    for (const Finding &finding : result.findings) {
        if (finding.causedBy < 0
            && std::find(severities.begin(), severities.end(), finding.severity)
                != severities.end())
            lines << finding.rule + u' ' + finding.place + QStringLiteral(": ") + finding.message;
    }
    return lines.join(u'\n');
}

/// All that the result says, to compare two of them.
inline QString everything(const Report &report, const CheckResult &result)
{
    QString text;
    for (const Finding &finding : result.findings) {
        text += QStringLiteral("%1 %2 %3 | %4 | %5 | %6 | %7 | %8 | %9\n")
                    .arg(finding.key)
                    .arg(int(finding.severity))
                    .arg(finding.causedBy)
                    .arg(finding.message, finding.place, finding.difference, finding.tolerance,
                        finding.cause)
                    .arg(finding.repairs);
        for (const FindingCell &cell : finding.cells)
            text += QStringLiteral("  %1/%2/%3 %4 → %5\n")
                        .arg(cell.at.sheet)
                        .arg(cell.at.row)
                        .arg(cell.at.column)
                        .arg(cell.published, cell.expected);
        for (const auto &[at, amount] : finding.fix)
            text += QStringLiteral("  fix %1/%2/%3 %4\n")
                        .arg(at.sheet)
                        .arg(at.row)
                        .arg(at.column)
                        .arg(amount.toString(report.sheets[size_t(at.sheet)].unit));
    }
    for (const LedgerEntry &entry : result.ledger)
        text += QStringLiteral("%1 %2 %3 %4 %5\n")
                    .arg(entry.rule)
                    .arg(int(entry.state))
                    .arg(entry.reason)
                    .arg(entry.instances)
                    .arg(entry.tails);
    return text;
}

}  // namespace mz::test
