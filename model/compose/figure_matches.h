#pragma once

#include "model/compose/figure_values.h"
#include "model/domain/written_text.h"
#include <QHash>

namespace mz {

/// The dictionary's figures, then those of the accounts of the report's tables
/// ("general.item[2010301]"), each once.
QStringList figuresOf(const Report &report, const Handbook &handbook);

/// What a field or word says now; "—" where its figure says nothing of the kind.
QString saidNow(const FigureValues &values, const WrittenSpan &span);
/// What a share of the figure is a share of; "" where nobody prints one.
QString wholeOf(const QString &figure, const Handbook &handbook);

/// Finds what a typed number may be: the figures that would print just this.
/// As the report was when it was made.
class FigureMatches
{
public:
    FigureMatches(const Report &report, const Handbook &handbook);

    /// Fields that say the number ("1,939.12", "71.65%"), those of the dictionary
    /// first, this year's before others. Nothing for zero and for the whole: too
    /// many figures say it.
    std::vector<WrittenSpan> find(const QString &number) const;

private:
    void add(const FigureValues &values, const QString &figure, Phase phase, ClaimRole role,
        const QString &whole = {});

    QHash<QString, std::vector<WrittenSpan>> m_fields;  ///< By the number without commas.
};

}  // namespace mz
