#pragma once

#include "model/domain/handbook.h"

namespace mz {

/// Something in a written section that only a person can say, or decide.
struct TextGap
{
    enum class Kind : quint8 {
        Words,
        Number,  ///< A figure that no table holds; entered, it closes the gap everywhere.
        /// A paragraph that the user edited stays, though what it tells is zero now.
        Idle
    };
    Kind kind = Kind::Words;
    int section = -1;
    int paragraph = -1;  ///< The first that has it.
    QString gap;         ///< Its name, unique in the section.
    QString hint;
    QString text;  ///< What it was filled with; of an idle paragraph its words.
    QString figure;
    Phase phase = Phase::Actual;
    bool operator==(const TextGap &) const = default;
};

/// All gaps of the written sections, filled ones too, each once, and the
/// paragraphs that ought to be looked at, in the order of the text.
std::vector<TextGap> textGaps(const Report &report, const Handbook &handbook);
/// How many of them wait for somebody.
int missingTexts(const std::vector<TextGap> &gaps);

/// 本年, 上年, 年初预算 ..: as the user calls the phase.
QString phaseTitle(Phase phase);

}  // namespace mz
