#pragma once

#include "model/narrative/annex_grid.h"
#include "model/narrative/annex_tables.h"
#include "model/narrative/annex_words.h"

#include <functional>

namespace mz {

/// Reads the pieces of one annex: rows by their labels, values by their headings.
class AnnexReading
{
public:
    using Place = AnnexGrid::Place;
    struct Heading
    {
        QString id;
        Place place;
    };
    using Headings = std::vector<Heading>;

    AnnexReading(const TextGrid &grid, const AnnexWords &words) : words(words), grid(grid) { }

    /// The columns that a row names, if it is a heading: no numbers in it.
    Headings headingsIn(int row, QStringView list) const;
    /// The first row that names at least so many columns; -1 where there is none.
    int headingRow(QStringView list, size_t atLeast, int from, Headings *headings) const;
    static const Heading *find(const Headings &headings, QStringView id);
    QString label(const Place &place) const;
    /// The field of a cell; nothing for an amount that is none.
    std::optional<AnnexField> field(
        const Place &place, const QString &column, AnnexField::Meaning meaning) const;
    /// Adds the fields of a row that stand below the headings.
    void addFields(AnnexLine &line, const Headings &headings, int row,
        const std::function<AnnexField::Meaning(const QString &)> &meaning) const;

    const AnnexWords &words;
    AnnexGrid grid;
    Money::Unit unit = Money::Unit::TenThousandYuan;
};

/// Staff, lines of money with their levels, buildings. False where the grid is
/// no table of basic figures.
bool readBaseTable(const AnnexReading &reading, AnnexTable &table);
/// Money, kinds of money, indicators, totals. False where it is no self-evaluation.
bool readScoreTable(const AnnexReading &reading, AnnexTable &table);
/// Names and amounts.
bool readArrivedTable(const AnnexReading &reading, AnnexTable &table);

}  // namespace mz
