#include "model/manuscript/readers/aligned_text.h"

#include <algorithm>
#include <set>

namespace mz {

namespace {

constexpr qsizetype longestLine = 400;
constexpr qsizetype mostLines = 5000;  // a report has some thousand
constexpr size_t mostRows = 1000;      // of one table
constexpr size_t mostPieces = 60;      // of one line

/// A text of a line that wide gaps part from the others.
struct Piece
{
    int from = 0, to = 0;  ///< Columns; `to` is behind the last.
    QString text;

    bool meets(const Piece &other) const { return from < other.to && other.from < to; }
};

struct Line
{
    int number = 0;
    std::vector<Piece> pieces;
};

int widthOf(QChar character)
{
    constexpr char16_t firstIdeograph = 0x2E80;
    const char16_t code = character.unicode();
    const bool mark = code == u'“' || code == u'”' || code == u'—' || code == u'…';
    return code >= firstIdeograph || mark ? 2 : 1;
}

Line lineOf(QStringView text, int number)
{
    constexpr int gap = 2;
    Line line{number, {}};
    int column = 0;
    int space = gap;
    for (const QChar character : text.left(longestLine)) {
        const int width = widthOf(character);
        if (character.isSpace()) {
            space += width;
        } else {
            if (space >= gap)
                line.pieces.push_back({column, 0, {}});
            else if (space > 0)
                line.pieces.back().text += u' ';
            line.pieces.back().text += character;
            line.pieces.back().to = column + width;
            space = 0;
        }
        column += width;
    }
    return line;
}

/// Lines that follow each other, each of several pieces.
class AlignedRows
{
public:
    explicit AlignedRows(std::vector<Line> lines) : m_lines(std::move(lines)) { }

    /// The lines as a grid, or as paragraphs where they are too few. False where their
    /// columns are not clear.
    bool addTo(Manuscript &manuscript) const
    {
        constexpr size_t fewestRows = 3;
        const std::vector<Piece> columns = columnsOf();
        TextGrid grid;
        grid.spansKnown = false;
        std::vector<SourcePlace> places;
        bool crowded = false;
        for (const Line &line : m_lines) {
            std::vector<GridCell> row(columns.size());
            for (const Piece &piece : line.pieces) {
                const auto column = std::find_if(columns.begin(), columns.end(),
                    [&piece](const Piece &place) { return place.meets(piece); });
                if (column == columns.end())
                    continue;
                QString &text = row[size_t(column - columns.begin())].text;
                crowded = crowded || !text.isEmpty();
                text += text.isEmpty() ? piece.text : u' ' + piece.text;
            }
            grid.rows.push_back(std::move(row));
            places.push_back({line.number, 0});
        }
        if (m_lines.size() < fewestRows || columns.size() < 2) {
            addLines(manuscript);
            return true;
        }
        // Two texts in one place, or names among numbers: the columns are not what they
        // were taken for.
        if (crowded || isMixed(grid))
            return false;
        const SourcePlace first = places.front();
        manuscript.blocks.push_back({std::move(grid), first, std::move(places)});
        return true;
    }

private:
    static bool isNumber(const QString &text)
    {
        return std::all_of(text.begin(), text.end(), [](QChar character) {
            return character.isDigit() || QStringView(u",.-—%").contains(character);
        });
    }

    /// Whether a column has names as well as numbers, below the headings.
    static bool isMixed(const TextGrid &grid)
    {
        constexpr int few = 2;
        const auto numbered = [](const std::vector<GridCell> &row) {
            return std::any_of(row.begin() + 1, row.end(), [](const GridCell &cell) {
                return cell.text.contains(u'.') && isNumber(cell.text);
            });
        };
        const auto first = std::find_if(grid.rows.begin(), grid.rows.end(), numbered);
        for (size_t column = 0; column < grid.rows.front().size(); ++column) {
            int numbers = 0;
            int names = 0;
            for (auto row = first; row != grid.rows.end(); ++row) {
                const QString &text = (*row)[column].text;
                numbers += !text.isEmpty() && isNumber(text) ? 1 : 0;
                names += isNumber(text) ? 0 : 1;
            }
            if (numbers >= few && names >= few)
                return true;
        }
        return false;
    }

    void addLines(Manuscript &manuscript) const
    {
        for (const Line &line : m_lines) {
            QString text;
            for (const Piece &piece : line.pieces)
                text += (text.isEmpty() ? QString() : QStringLiteral("    ")) + piece.text;
            manuscript.blocks.push_back({text, {line.number, 0}, {}});
        }
    }

    /// A heading over several columns: other lines have two texts below it.
    bool isOverSeveral(const Piece &piece) const
    {
        size_t parted = 0;
        for (const Line &line : m_lines) {
            const auto below = std::count_if(line.pieces.begin(), line.pieces.end(),
                [&piece](const Piece &other) { return other.meets(piece); });
            parted += below > 1 ? 1 : 0;
        }
        return parted >= 3 && parted * 4 >= m_lines.size();
    }

    std::vector<Piece> columnsOf() const
    {
        // In a table the same places come again and again.
        constexpr size_t mostPlaces = 2000;
        std::set<std::pair<int, int>> places;
        for (const Line &line : m_lines) {
            for (const Piece &piece : line.pieces)
                places.insert({piece.from, piece.to});
            if (places.size() > mostPlaces)
                return {};
        }
        std::vector<Piece> pieces;
        for (const auto &[from, to] : places) {
            const Piece piece{from, to, {}};
            if (!isOverSeveral(piece))
                pieces.push_back(piece);
        }
        std::vector<Piece> columns;
        for (const Piece &piece : pieces) {
            if (!columns.empty() && columns.back().meets(piece))
                columns.back().to = std::max(columns.back().to, piece.to);
            else
                columns.push_back(piece);
        }
        return columns;
    }

    std::vector<Line> m_lines;
};

/// "部门：某局      单位：万元" stands over a table, not in its columns.
bool saysSomething(const Line &line)
{
    return std::any_of(line.pieces.begin(), line.pieces.end(),
        [](const Piece &piece) { return piece.text.contains(u'：') || piece.text.contains(u':'); });
}

}  // namespace

bool hasAlignedRows(const QList<QStringView> &lines)
{
    constexpr int fewestRows = 5;
    constexpr size_t fewestPieces = 3;
    if (lines.size() > mostLines)
        return false;
    int rows = 0;
    for (const QStringView line : lines) {
        if (line.contains(u'\t'))
            return false;
        const std::vector<Piece> pieces = lineOf(line, 0).pieces;
        const bool numbered = pieces.size() >= fewestPieces
            && std::any_of(pieces.begin() + 1, pieces.end(),
                [](const Piece &piece) { return piece.text.back().isDigit(); });
        rows += numbered ? 1 : 0;
    }
    return rows >= fewestRows;
}

std::optional<Manuscript> readAlignedText(const QList<QStringView> &lines)
{
    Manuscript manuscript;
    std::vector<Line> rows;
    const auto endRows
        = [&] { return rows.empty() || AlignedRows(std::exchange(rows, {})).addTo(manuscript); };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Line line = lineOf(lines[i], int(i) + 1);
        const bool row = line.pieces.size() > 1 && line.pieces.size() <= mostPieces
            && !(rows.empty() && saysSomething(line));
        const bool ended = rows.size() >= mostRows || (!row && !line.pieces.empty());
        if (ended && !endRows())
            return std::nullopt;
        if (row)
            rows.push_back(std::move(line));
        else if (!line.pieces.empty())
            manuscript.blocks.push_back({lines[i].trimmed().toString(), {line.number, 0}, {}});
    }
    if (!endRows())
        return std::nullopt;
    return manuscript;
}

}  // namespace mz
