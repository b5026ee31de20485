#include "model/recognize/table_taker.h"

#include "model/domain/text.h"
#include "model/recognize/turned_table.h"

#include <QCoreApplication>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Recognizer)
};

}  // namespace

bool isTooWide(const TableRegion &region)
{
    constexpr size_t widest = 120;
    return std::any_of(region.rows.begin(), region.rows.end(),
        [](const SourceRow &row) { return row.cells.size() > widest; });
}

TableTaker::TableTaker(Recognition &recognition, const Handbook &handbook,
    const RecognitionWords &words, const RecognitionChoices &choices, const FormFamily *family,
    const std::vector<TableRegion> &regions)
    : m_recognition(recognition)
    , m_handbook(handbook)
    , m_words(words)
    , m_choices(choices)
    , m_family(family)
{
    for (const auto &[table, choice] : choices.tables) {
        const bool exists = table >= 0 && size_t(table) < regions.size();
        if (exists && choice.kind && !choice.kind->isEmpty())
            m_chosenKinds.insert({*choice.kind, table});
    }
    preferFitting(regions);
}

/// How well a table fits its kind: by its headings, and by its title where that is the form's.
int TableTaker::fitOf(const TableRegion &region) const
{
    constexpr int ownTitle = 20;
    int best = 0;
    for (const FormFamily &family : m_handbook.families()) {
        const auto form = family.form(region.kind);
        if (!form)
            continue;
        const bool own = normalized(region.title).endsWith(normalized(form->title));
        best = std::max(best, headingScore(region, form, m_words) + (own ? ownTitle : 0));
    }
    return best;
}

/// A report may have tables of one kind under different titles, as its income by account
/// and by unit: the one that fits is it.
void TableTaker::preferFitting(const std::vector<TableRegion> &regions)
{
    std::map<QString, std::vector<size_t>> tables;
    for (size_t i = 0; i < regions.size(); ++i) {
        if (!regions[i].kind.isEmpty() && !isTooWide(regions[i]))
            tables[regions[i].kind].push_back(i);
    }
    for (const auto &[kind, those] : tables) {
        const QString &title = regions[those.front()].title;
        const bool differ = std::any_of(those.begin(), those.end(),
            [&](size_t i) { return normalized(regions[i].title) != normalized(title); });
        if (!differ || m_chosenKinds.count(kind) > 0)
            continue;
        std::vector<int> fits;
        for (const size_t table : those)
            fits.push_back(fitOf(regions[table]));
        const auto best = std::max_element(fits.begin(), fits.end());
        m_fitting.insert({kind, int(those[size_t(best - fits.begin())])});
    }
}

void TableTaker::take(const TableRegion &region)
{
    const int index = int(m_recognition.tables.size());
    static const TableChoice none;
    const auto chosen = m_choices.tables.find(index);
    const TableChoice &choice = chosen == m_choices.tables.end() ? none : chosen->second;
    if (region.kind.isEmpty()) {
        if (choice.kind)
            note(Say::tr("“%1” is kept as text, as chosen.").arg(region.title), region);
        return keep(region);
    }
    if (isTooWide(region)) {
        note(Say::tr("“%1” has more columns than any table of a report; it is kept as text.")
                 .arg(region.title),
            region);
        return keep(region);
    }
    const auto fitting = m_fitting.find(region.kind);
    if (fitting != m_fitting.end() && fitting->second != index) {
        note(Say::tr("“%1” is kept as it is printed: another table fits this place better.")
                 .arg(region.title),
            region);
        return keep(region);
    }
    // Of two tables of one kind, the one that the user named is it.
    const auto claimed = m_chosenKinds.find(region.kind);
    const bool named = claimed != m_chosenKinds.end();
    if (m_recognition.report.sheetOf(region.kind) >= 0 || (named && claimed->second != index)) {
        const QString text
            = Say::tr("The table “%1” stands twice; the second is kept as text.").arg(region.title);
        note(text, region);
        if (!named)
            m_recognition.points.push_back(
                {UncertainPoint::Kind::Table, true, text, region.place, index});
        return keep(region);
    }
    read(region, choice);
}

void TableTaker::note(const QString &text, const TableRegion &region)
{
    m_recognition.report.notes.push_back({text, placeText(region.place)});
}

void TableTaker::keep(const TableRegion &region)
{
    m_recognition.tables.push_back(printedTable(region));
}

/// The family's form, or that of another one which fits clearly better: authorities
/// mix the forms of several years.
std::pair<std::shared_ptr<const TableForm>, std::optional<TableRegion>> TableTaker::formOf(
    const TableRegion &region) const
{
    std::shared_ptr<const TableForm> best = m_family ? m_family->form(region.kind) : nullptr;
    constexpr int clearly = 15;
    constexpr int mostScore = 100;
    int bestScore = best ? headingScore(region, best, m_words) : -1;
    const bool chosen = best && m_choices.family;
    for (const FormFamily &other : m_handbook.families()) {
        const auto form = other.form(region.kind);
        const bool beyond = bestScore + clearly > mostScore;
        if (!form || form == best || chosen || (best && beyond))
            continue;
        const int score = headingScore(region, form, m_words);
        if (!best || score >= bestScore + clearly) {
            best = form;
            bestScore = score;
        }
    }
    constexpr int fits = 80;
    for (const FormFamily &other : m_handbook.families()) {
        const auto form = bestScore < fits ? other.form(region.kind) : nullptr;
        if (!form)
            continue;
        if (std::optional<TableRegion> turned = turnedRegion(region, *form))
            return {form, std::move(turned)};
    }
    return {best, std::nullopt};
}

void TableTaker::read(const TableRegion &region, const TableChoice &choice)
{
    Report &report = m_recognition.report;
    const auto [form, turned] = formOf(region);
    if (!form)
        return keep(region);
    RecognizedTable table
        = recognizeTable(turned ? *turned : region, form, m_words, choice, m_choices.unit);
    if (turned)
        note(
            Say::tr("“%1” is printed with its items as rows; it is shown in the order of the form.")
                .arg(region.title),
            region);
    table.sheet.agency = table.agency;
    if (!table.agency.isEmpty())
        m_agencies.add(table.agency);
    report.notes.insert(report.notes.end(), table.notes.begin(), table.notes.end());
    for (UncertainPoint &point : table.points) {
        point.table = int(m_recognition.tables.size());
        m_recognition.points.push_back(std::move(point));
    }
    table.found.family = form->family;
    table.found.sheet = int(report.sheets.size());
    report.sheets.push_back(std::move(table.sheet));
    m_recognition.tables.push_back(std::move(table.found));
}

}  // namespace mz
