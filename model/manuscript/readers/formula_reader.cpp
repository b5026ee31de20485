#include "model/manuscript/readers/formula_reader.h"

#include <algorithm>

namespace mz {

namespace {

/// What a spreadsheet takes.
constexpr qsizetype longestFormula = 8192;
constexpr int deepestFormula = 64;
/// A double goes no further.
constexpr int mostDecimals = 320;

bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isInName(char c) { return isLetter(c) || isDigit(c) || c == '$' || c == '.' || c == '_'; }

/// Reads and computes at once. A value that is not known is zero for the time
/// being, and the formula as a whole has no result.
class Reader
{
public:
    Reader(const SheetFormula &formula, FormulaCells &cells)
        : m_formula(formula)
        , m_text(formula.text.constData(), size_t(formula.text.size()))
        , m_cells(cells)
    {
    }

    std::optional<Decimal> read()
    {
        if (m_formula.text.isEmpty() || m_formula.text.size() > longestFormula)
            return std::nullopt;
        const Decimal result = readSum().toDecimal();
        skipSpaces();
        if (!m_plain || !m_known || m_at != m_text.size()
            || std::abs(result.decimals) > mostDecimals)
            return std::nullopt;
        return result;
    }

private:
    void skipSpaces()
    {
        while (m_at < m_text.size()
            && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    ExactNumber fail()
    {
        m_plain = false;
        m_at = m_text.size();
        return {};
    }
    ExactNumber known(const std::optional<ExactNumber> &number)
    {
        m_known = m_known && number.has_value();
        return number.value_or(ExactNumber());
    }

    ExactNumber readSum()
    {
        if (++m_depth > deepestFormula)
            return fail();
        ExactNumber value = readProduct();
        for (;;) {
            if (take('+'))
                value = known(value.plus(readProduct()));
            else if (take('-'))
                value = known(value.minus(readProduct()));
            else
                break;
        }
        --m_depth;
        return value;
    }

    ExactNumber readProduct()
    {
        ExactNumber value = readSigned();
        for (;;) {
            if (take('*'))
                value = known(value.times(readSigned()));
            else if (take('/'))
                value = known(value.over(readSigned()));
            else
                return value;
        }
    }

    ExactNumber readSigned()
    {
        bool negative = false;
        for (;;) {
            if (take('-'))
                negative = !negative;
            else if (!take('+'))
                break;
        }
        ExactNumber value = readValue();
        while (take('%'))
            value.decimals += 2;
        return negative ? value.negated() : value;
    }

    ExactNumber readValue()
    {
        if (take('(')) {
            const ExactNumber value = readSum();
            return take(')') ? value : fail();
        }
        if (m_at >= m_text.size())
            return fail();
        if (isDigit(m_text[m_at]) || m_text[m_at] == '.')
            return readNumber();
        const std::string_view name = readName();
        if (take('('))
            return readFunction(name);
        if (m_at < m_text.size() && m_text[m_at] == ':')
            return fail();
        const auto cell = moved(name);
        if (!cell)
            return fail();
        ExactNumber value;
        m_known = m_cells.value(cell->first, cell->second, value) && m_known;
        return value;
    }

    ExactNumber readNumber()
    {
        const size_t from = m_at;
        while (m_at < m_text.size() && (isDigit(m_text[m_at]) || m_text[m_at] == '.'))
            ++m_at;
        if (m_at + 1 < m_text.size() && (m_text[m_at] == 'E' || m_text[m_at] == 'e')) {
            m_at += m_text[m_at + 1] == '-' || m_text[m_at + 1] == '+' ? 2 : 1;
            while (m_at < m_text.size() && isDigit(m_text[m_at]))
                ++m_at;
        }
        const auto number = Decimal::parse(m_text.substr(from, m_at - from));
        return number ? ExactNumber(*number) : fail();
    }

    std::string_view readName()
    {
        const size_t from = m_at;
        while (m_at < m_text.size() && isInName(m_text[m_at]))
            ++m_at;
        return m_text.substr(from, m_at - from);
    }

    ExactNumber readFunction(std::string_view name)
    {
        const auto is = [name](std::string_view word) {
            return name.size() == word.size()
                && std::equal(name.begin(), name.end(), word.begin(),
                    [](char a, char b) { return char(a & ~0x20) == b; });
        };
        if (is("SUM"))
            return readSumFunction();
        if (!is("ROUND"))
            return fail();
        const ExactNumber value = readSum();
        if (!take(','))
            return fail();
        const Decimal places = readSum().toDecimal().rounded(0);
        if (!take(')') || places.decimals != 0 || places.digits < -18 || places.digits > 18)
            return fail();
        return value.rounded(int(places.digits));
    }

    ExactNumber readSumFunction()
    {
        ExactNumber total;
        do {
            skipSpaces();
            const size_t from = m_at;
            if (const auto range = readRange()) {
                m_known = m_cells.sum(*range, total) && m_known;
            } else {
                m_at = from;
                total = known(total.plus(readSum()));
            }
        } while (m_plain && take(','));
        return take(')') ? total : fail();
    }

    /// An argument that is nothing but a range or a cell; a text in it counts
    /// nothing then.
    std::optional<CellRange> readRange()
    {
        const auto from = moved(readName());
        if (!from)
            return std::nullopt;
        CellRange range{from->first, from->second, from->first, from->second};
        if (take(':')) {
            skipSpaces();
            const auto to = moved(readName());
            if (!to)
                return std::nullopt;
            range = CellRange::between(*from, *to);
        }
        skipSpaces();
        if (m_at >= m_text.size() || (m_text[m_at] != ',' && m_text[m_at] != ')'))
            return std::nullopt;
        return range;
    }

    /// The cell of a name, moved with the cell that shares the formula.
    std::optional<std::pair<int, int>> moved(std::string_view name) const
    {
        auto cell = readCellName(name);
        if (!cell)
            return cell;
        const bool columnFixed = name.front() == '$';
        const bool rowFixed = name.find('$', 1) != std::string_view::npos;
        cell->first += rowFixed ? 0 : m_formula.rowShift;
        cell->second += columnFixed ? 0 : m_formula.columnShift;
        if (cell->first < 1 || cell->first > SheetCells::mostRows || cell->second < 1
            || cell->second > SheetCells::mostColumns)
            return std::nullopt;
        return cell;
    }

    const SheetFormula &m_formula;
    std::string_view m_text;
    FormulaCells &m_cells;
    size_t m_at = 0;
    int m_depth = 0;
    bool m_plain = true;
    bool m_known = true;
};

}  // namespace

std::optional<Decimal> computeFormula(const SheetFormula &formula, FormulaCells &cells)
{
    return Reader(formula, cells).read();
}

}  // namespace mz
