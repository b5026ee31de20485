#pragma once

#include "model/domain/handbook.h"
#include "model/domain/report.h"
#include <QRandomGenerator>

namespace mz::test {

/// How the amounts of a made-up report are printed.
struct SampleStyle
{
    int leastDecimals = 2;
    int mostDecimals = 2;
    int blanksInHundred = 0;
    bool grouped = false;  ///< Some amounts have thousands commas.
    bool negative = false;
};

inline Amount sampleAmount(QRandomGenerator &random, const SampleStyle &style)
{
    if (random.bounded(100) < style.blanksInHundred)
        return {};
    const int decimals = random.bounded(style.leastDecimals, style.mostDecimals + 1);
    qint64 step = 1;
    for (int i = decimals; i < 6; ++i)
        step *= 10;
    qint64 count = random.bounded(random.bounded(2) == 0 ? 100 : 40'000'000);
    if (style.negative && random.bounded(10) == 0)
        count = -count;
    const bool grouped
        = style.grouped && random.bounded(2) == 0 && qAbs(count * step) >= 1'000'000'000;
    return Amount::number(Money::fromFen(count * step), decimals, grouped);
}

inline void fillSheet(Sheet &sheet, QRandomGenerator &random, const SampleStyle &style)
{
    for (int row = 0; row < sheet.rowCount(); ++row) {
        for (int column = 0; column < sheet.columnCount(); ++column) {
            if (sheet.hasCell(row, column))
                sheet.setPrinted(row, column, sampleAmount(random, style));
        }
    }
}

/// Some functional accounts of that year with the accounts above them.
inline std::vector<Account> sampleAccounts(
    const AccountList &accounts, int year, QRandomGenerator &random, int oneIn)
{
    QSet<AccountCode> wanted;
    const std::vector<Account> all = accounts.ofYear(year);
    for (const Account &account : all) {
        if (account.code.level() != AccountCode::Level::Item || random.bounded(oneIn) != 0)
            continue;
        for (AccountCode code = account.code; !code.isEmpty(); code = code.parent())
            wanted.insert(code);
    }
    std::vector<Account> chosen;
    for (const Account &account : all) {
        if (wanted.contains(account.code) && (chosen.empty() || chosen.back().code != account.code))
            chosen.push_back(account);
    }
    return chosen;
}

inline void addAccountRows(Sheet &sheet, const std::vector<Account> &accounts)
{
    for (const Account &account : accounts) {
        SheetRow row;
        row.code = account.code;
        row.key = account.code.toString();
        row.label = account.name;
        row.indent = int(account.code.level()) - 1;
        row.strong = account.code.level() == AccountCode::Level::Class;
        sheet.insertRow(sheet.rowCount(), row);
    }
}

inline Section sampleSection(Section::Kind kind, int level, const QString &number,
    const QString &title, const QStringList &paragraphs)
{
    Section section;
    section.kind = kind;
    section.level = level;
    section.number = number;
    section.title = title;
    for (const QString &text : paragraphs) {
        Block block;
        block.text = text;
        section.blocks.push_back(block);
    }
    return section;
}

/// A report of the family with figures that are made up (they do not add up)
/// and with text of every kind around its tables.
inline Report sampleReport(const Handbook &handbook, quint32 seed, const SampleStyle &style = {})
{
    QRandomGenerator random(seed);
    using Kind = Section::Kind;
    Report report = Report::fromFamily(handbook.families().front(),
        {QStringLiteral("试点县数据局"), 2023, Identity::Scope::Department, {}});
    const std::vector<Account> accounts
        = sampleAccounts(handbook.functional(), 2023, random, 1 + random.bounded(40));
    for (Sheet &sheet : report.sheets) {
        const QString &kind = sheet.form->kind;
        if (kind == u"T02" || kind == u"T03" || kind == u"T05")
            addAccountRows(sheet, accounts);
        else if ((kind == u"T07" || kind == u"T08") && random.bounded(3) == 0)
            addAccountRows(sheet, sampleAccounts(handbook.functional(), 2023, random, 80));
        fillSheet(sheet, random, style);
    }
    std::vector<Section> sections{
        sampleSection(Kind::Front, 0, {}, {}, {"试点县数据局2023年度部门决算"}),
        sampleSection(Kind::Overview, 0, "第一部分", "试点县数据局概况", {}),
        sampleSection(
            Kind::Overview, 1, "一、", "部门职责", {"（一）负责全县数据工作，汇总各单位的数据。"}),
        report.sections.front(),
        sampleSection(Kind::Narrative, 0, "第三部分", "2023年度部门决算情况说明", {}),
        sampleSection(Kind::Narrative, 1, "一、", "收入支出决算总体情况说明",
            {"2023年度收、支总计100.00万元。与上年相比，增加1.00万元，增长1.01%。"}),
        sampleSection(
            Kind::Narrative, 1, "二、", "收入决算情况说明", {"2023年度收入合计100.00万元。"}),
        sampleSection(Kind::Glossary, 0, "第四部分", "名词解释",
            {"一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。"}),
        sampleSection(Kind::Annex, 0, "附件1", "项目支出绩效自评表", {}),
    };
    Block grid;
    grid.kind = Block::Kind::Grid;
    grid.grid.spansKnown = false;
    grid.grid.rows = {{{"年度资金总额"}, {"　50"}, {"　"}}, {{"公务用车\n运行费"}, {"100%"}}};
    sections.back().blocks.push_back(grid);
    report.sections = sections;
    return report;
}

/// The first difference of what two tables print, or "".
inline QString difference(const Sheet &a, const Sheet &b)
{
    const QString &kind = a.form->kind;
    const auto differs = [&kind](const QString &what, const QString &x, const QString &y) {
        return QStringLiteral("%1 %2: “%3” and “%4”").arg(kind, what, x, y);
    };
    if (a.form != b.form)
        return differs("form", a.form->kind, b.form->kind);
    if (a.title != b.title)
        return differs("title", a.title, b.title);
    if (a.number != b.number)
        return differs("number", a.number, b.number);
    if (a.unit != b.unit)
        return differs("unit", QString::number(qint64(a.unit)), QString::number(qint64(b.unit)));
    if (a.notes != b.notes)
        return differs("notes", a.notes.join(u'|'), b.notes.join(u'|'));
    if (a.columns != b.columns)
        return differs(
            "columns", QString::number(a.columnCount()), QString::number(b.columnCount()));
    if (a.rowCount() != b.rowCount())
        return differs("rows", QString::number(a.rowCount()), QString::number(b.rowCount()));
    for (int row = 0; row < a.rowCount(); ++row) {
        const SheetRow &x = a.rows[size_t(row)];
        const SheetRow &y = b.rows[size_t(row)];
        if (x.key != y.key || x.code != y.code || x.lane != y.lane)
            return differs(QStringLiteral("row %1").arg(row), x.key, y.key);
        if (x.label != y.label)
            return differs("label of " + x.key, x.label, y.label);
        if (x.foot != y.foot || x.indent != y.indent || x.strong != y.strong || x.lanes != y.lanes)
            return differs("place of " + x.key, x.label, y.label);
        for (int column = 0; column < a.columnCount(); ++column) {
            const QString at = x.key + u'/' + a.columns[size_t(column)].id;
            if (a.printed(row, column) != b.printed(row, column))
                return differs(at, a.printed(row, column), b.printed(row, column));
            if (a.cell(row, column).amount != b.cell(row, column).amount)
                return differs(at, "amounts", "are not the same");
        }
    }
    return {};
}

/// The first difference of what two reports print, or "".
inline QString difference(const Report &a, const Report &b)
{
    if (a.identity != b.identity)
        return QStringLiteral("identity: %1 %2, %3 %4")
            .arg(a.identity.agency, b.identity.agency)
            .arg(a.identity.year)
            .arg(b.identity.year);
    if (a.sheets.size() != b.sheets.size())
        return QStringLiteral("%1 and %2 tables").arg(a.sheets.size()).arg(b.sheets.size());
    for (const Sheet &sheet : a.sheets) {
        const Sheet *other = b.sheet(sheet.form->kind);
        if (!other)
            return sheet.form->kind + QStringLiteral(" is missing");
        if (const QString found = difference(sheet, *other); !found.isEmpty())
            return found;
    }
    if (a.sections.size() != b.sections.size())
        return QStringLiteral("%1 and %2 sections").arg(a.sections.size()).arg(b.sections.size());
    for (size_t i = 0; i < a.sections.size(); ++i) {
        if (!(a.sections[i] == b.sections[i]))
            return QStringLiteral("section %1 %2").arg(a.sections[i].number, a.sections[i].title);
    }
    return {};
}

inline QString notesOf(const Report &report)
{
    QStringList notes;
    for (const Note &note : report.notes)
        notes << note.place + QStringLiteral(": ") + note.text;
    return notes.join(u'\n');
}

}  // namespace mz::test
