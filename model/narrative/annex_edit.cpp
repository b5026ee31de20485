#include "model/narrative/annex_edit.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AnnexEdit)
};

// Lines of basic figures have three levels; a rate follows a column's total.
constexpr int mostRounds = 8;

/// The grid's cells while numbers change in them.
class Cells
{
public:
    Cells(const TextGrid &grid, AnnexTable &table) : m_grid(grid), m_table(table) { }

    void print(const AnnexRef &at, const Amount &number)
    {
        AnnexField &field = m_table.lines[size_t(at.line)].fields[size_t(at.field)];
        QString &text = textOf(field);
        QString digits = number.toString(unitOf(m_table, field));
        const bool whole = field.start == 0 && field.length == 0;
        if (whole) {
            // A dash, or nothing, gives way to the number.
            text = field.meaning == AnnexField::Meaning::Percent && !digits.isEmpty()
                ? digits + u'%'
                : digits;
        } else if (digits.isEmpty() && isAlone(field)) {
            text.clear();
        } else {
            text.replace(field.start, field.length, digits);
        }
        const int longer = int(digits.size()) - field.length;
        for (AnnexLine &line : m_table.lines) {
            for (AnnexField &other : line.fields) {
                if (other.row == field.row && other.cell == field.cell && other.start > field.start)
                    other.start += longer;
            }
        }
        field.number = number;
        field.length = text.isEmpty() ? 0 : int(digits.size());
        field.start = text.isEmpty() ? 0 : field.start;
        field.printed = text.trimmed();
    }

    std::vector<AnnexText> changed() const
    {
        std::vector<AnnexText> texts;
        texts.reserve(m_texts.size());
        for (const auto &[place, text] : m_texts) {
            if (m_grid.rows[size_t(place.first)][size_t(place.second)].text != text)
                texts.push_back({place.first, place.second, text});
        }
        return texts;
    }

private:
    QString &textOf(const AnnexField &field)
    {
        const std::pair place{field.row, field.cell};
        const auto known = m_texts.find(place);
        if (known != m_texts.end())
            return known->second;
        return m_texts[place] = m_grid.rows[size_t(field.row)][size_t(field.cell)].text;
    }
    /// The cell holds a number, and no label in front of it.
    static bool isAlone(const AnnexField &field)
    {
        return field.column != u"amount" && field.start < 8;
    }

    const TextGrid &m_grid;
    AnnexTable &m_table;
    std::map<std::pair<int, int>, QString> m_texts;
};

/// 其中 need not be all of its heading: such a heading follows where it did before.
bool follows(const AnnexTable &table, const AnnexEquation &equation)
{
    if (!equation.isFollowed())
        return false;
    const bool among = equation.kind == AnnexEquation::Kind::Level
        && std::any_of(table.lines.begin(), table.lines.end(), [&equation](const AnnexLine &line) {
               return line.parent == equation.result.line && line.isAmong;
           });
    return !among || judgeAnnexEquation(table, equation).outcome == AnnexJudgement::Outcome::Holds;
}

}  // namespace

QString editedNumber(const AnnexTable &table, const AnnexField &field)
{
    return field.number.toString(unitOf(table, field));
}

Result<std::vector<AnnexText>> typeAnnexNumber(
    const TextGrid &grid, AnnexTable table, const AnnexRef &at, const QString &typed)
{
    const AnnexField field = fieldOf(table, at);
    int start = 0;
    int length = 0;
    const auto read = readAnnexNumber(typed, unitOf(table, field), &start, &length);
    if (!read || field.meaning == AnnexField::Meaning::Text)
        return Error{Say::tr("“%1” is not a number.").arg(typed.trimmed()), {}};
    Amount number = *read;
    if (number.isNumber()) {
        const int decimals = std::max(number.decimals(), std::min(field.number.decimals(), 2));
        number = Amount::number(
            number.money(), decimals, number.isGrouped() || field.number.isGrouped());
    }
    std::vector<AnnexEquation> followed;
    for (const AnnexEquation &equation : annexEquations(table)) {
        if (follows(table, equation))
            followed.push_back(equation);
    }
    Cells cells(grid, table);
    cells.print(at, number);
    std::vector<AnnexRef> open{at};
    for (int round = 0; round < mostRounds && !open.empty(); ++round) {
        std::vector<AnnexRef> next;
        for (const AnnexEquation &equation : followed) {
            const bool touched
                = std::any_of(open.begin(), open.end(), [&](const AnnexRef &changed) {
                      return std::find(equation.terms.begin(), equation.terms.end(), changed)
                          != equation.terms.end();
                  });
            if (!touched)
                continue;
            const AnnexJudgement judgement = judgeAnnexEquation(table, equation);
            const Amount &before = fieldOf(table, equation.result).number;
            if (judgement.outcome == AnnexJudgement::Outcome::NoNumbers
                || judgement.expected.money() == before.money())
                continue;
            cells.print(equation.result, judgement.expected);
            next.push_back(equation.result);
        }
        open = std::move(next);
    }
    return cells.changed();
}

}  // namespace mz
