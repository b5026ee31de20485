#include "model/manuscript/readers/text_reader.h"

#include "model/manuscript/readers/aligned_text.h"
#include "model/manuscript/readers/reading.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TextReader)
};

Error textError(const char *message)
{
    return {QCoreApplication::translate("TextReader", message), {}};
}

bool looksLikeText(QStringView text)
{
    qsizetype controls = 0;
    for (const QChar c : text) {
        if (c.unicode() == 0)
            return false;
        if (c < u' ' && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f' && c != u'\v')
            ++controls;
    }
    return controls * 1000 <= text.size();
}

std::optional<QString> decodeStrictly(const QByteArray &bytes, QStringDecoder decoder)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

/// Collects rows and paragraphs; a grid ends where a paragraph begins.
class Collector
{
public:
    /// The cells of a line, which begin or continue a row.
    void cells(QStringView line, int number)
    {
        if (m_row.empty())
            m_rowPlace.line = number;
        for (const QStringView cell : line.split(u'\t')) {
            if (m_row.size() >= ReadingLimits::columns)
                return leaveOut({number, 0});
            m_row.push_back({cell.toString(), 1, 1});
        }
        m_cells += line.count(u'\t') + 1;
        if (m_cells > ReadingLimits::cells)
            leaveOut({number, 0});
    }
    /// More text of the cell that stands last in the row, or in the last row.
    bool continueCell(QStringView text)
    {
        if (m_row.empty())
            return false;
        m_row.back().text += u'\n' + text.toString();
        return true;
    }
    void reopenRow()
    {
        m_row = std::move(m_grid.rows.back());
        m_rowPlace = m_places.back();
        m_grid.rows.pop_back();
        m_places.pop_back();
    }
    bool hasOpenRow() const { return !m_row.empty(); }
    bool hasRows() const { return !m_grid.rows.empty(); }
    void endRow()
    {
        if (m_row.empty())
            return;
        m_grid.rows.push_back(std::exchange(m_row, {}));
        m_places.push_back(m_rowPlace);
        if (++m_lines > mostTextLines)
            leaveOut(m_rowPlace);
    }
    /// Whether the file is longer than any report.
    bool isFull() const { return !m_manuscript.notes.empty(); }
    void paragraph(const QString &text, int line)
    {
        endGrid();
        if (++m_lines > mostTextLines)
            leaveOut({line, 0});
        m_manuscript.blocks.push_back({text, {line, 0}, {}});
    }
    Manuscript finish()
    {
        endGrid();
        return std::move(m_manuscript);
    }

private:
    void leaveOut(const SourcePlace &place)
    {
        if (!isFull())
            m_manuscript.notes.push_back(restLeftOut(place));
    }
    void endGrid()
    {
        endRow();
        if (m_grid.rows.empty())
            return;
        m_grid.spansKnown = false;
        const SourcePlace place = m_places.front();
        m_manuscript.blocks.push_back(
            {std::exchange(m_grid, {}), place, std::exchange(m_places, {})});
    }

    Manuscript m_manuscript;
    TextGrid m_grid;
    std::vector<SourcePlace> m_places;
    std::vector<GridCell> m_row;
    SourcePlace m_rowPlace;
    qint64 m_cells = 0;
    int m_lines = 0;  ///< Rows and paragraphs.
};

/// The lines of a text, as far as they may be those of a report: most are blank where
/// a converter wrote it.
QList<QStringView> linesOf(QStringView text)
{
    constexpr qsizetype mostLines = 20LL * mostTextLines;
    qsizetype end = -1;
    for (qsizetype count = 0; count < mostLines; ++count) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0)
            return text.split(u'\n');
    }
    return text.first(end).split(u'\n');
}

constexpr qsizetype fewestTabs = 2;  // one may stand between department and unit

/// Whether rows stand in one line each, as they are copied out of a spreadsheet.
bool hasRowsInLines(const QList<QStringView> &lines)
{
    constexpr int fewestRows = 3;
    int rows = 0;
    int cells = 0;
    for (const QStringView line : lines) {
        const bool cell = line.startsWith(u'\t');
        cells += cell ? 1 : 0;
        rows += !cell && line.count(u'\t') >= fewestTabs ? 1 : 0;
    }
    return rows >= fewestRows && rows > cells;
}

Manuscript readRowsInLines(const QList<QStringView> &lines)
{
    Collector collector;
    for (qsizetype i = 0; i < lines.size() && !collector.isFull(); ++i) {
        QStringView line = lines[i];
        if (line.endsWith(u'\r'))
            line.chop(1);
        const int number = int(i) + 1;
        if (line.count(u'\t') >= fewestTabs) {
            collector.cells(line, number);
            collector.endRow();
        } else if (!line.trimmed().isEmpty()) {
            collector.paragraph(line.toString(), number);
        }
    }
    return collector.finish();
}

}  // namespace

Result<QString> decodeText(const QByteArray &bytes)
{
    if (bytes.trimmed().isEmpty())
        return textError(QT_TRANSLATE_NOOP("TextReader", "The file is empty."));
    std::optional<QString> text;
    if (const auto marked = QStringConverter::encodingForData(bytes); marked)
        text = decodeStrictly(bytes, QStringDecoder(*marked));
    if (!text)
        text = decodeStrictly(bytes, QStringDecoder(QStringConverter::Utf8));
    if (!text)
        text = decodeStrictly(bytes, QStringDecoder("GB18030"));
    if (text && looksLikeText(*text))
        return *text;
    if (bytes.left(4096).contains('\0') || text)
        return textError(QT_TRANSLATE_NOOP("TextReader", "The file is not text."));
    return textError(
        QT_TRANSLATE_NOOP("TextReader", "The text is neither in UTF-8 nor in GB18030."));
}

ManuscriptNote restLeftOut(const SourcePlace &place)
{
    return {Say::tr("The file is longer or wider than any report; what stands behind this place "
                    "was left out."),
        place, true};
}

Manuscript readText(QStringView text)
{
    static const QRegularExpression noise(QStringLiteral("\\[bookmark:[^\\]\\n]{0,120}\\]"));
    const QList<QStringView> lines = linesOf(text);
    if (hasRowsInLines(lines))
        return readRowsInLines(lines);
    if (hasAlignedRows(lines)) {
        if (auto aligned = readAlignedText(lines))
            return *std::move(aligned);
    }
    Collector collector;
    int number = 0;
    int blankLines = 0;
    for (qsizetype i = 0; i < lines.size() && !collector.isFull(); ++i) {
        ++number;
        QString line = lines[i].toString();
        if (line.endsWith(u'\r'))
            line.chop(1);
        const bool hadNoise = line.contains(u"[bookmark:");
        if (hadNoise)
            line.remove(noise);
        const bool blank = QStringView(line).trimmed().isEmpty();
        if (line.startsWith(u'\t')) {
            // Blank lines inside a cell stay inside its row only while the row
            // is open; a tab after a blank line begins the next row.
            collector.cells(QStringView(line).sliced(1), number);
            blankLines = 0;
            continue;
        }
        if (blank) {
            // An ideographic space alone is text of the cell, not a parting line.
            if (!line.isEmpty() && line.contains(QChar(0x3000)) && collector.hasOpenRow()
                && blankLines == 0) {
                collector.continueCell(line);
                continue;
            }
            collector.endRow();
            ++blankLines;
            continue;
        }
        if (collector.hasOpenRow()) {
            collector.continueCell(line);
            continue;
        }
        // One blank line before and a cell right behind: the rest of a cell that
        // holds a blank line ("批复规模", "", "（㎡）").
        const bool cellFollows = i + 1 < lines.size() && lines[i + 1].startsWith(u'\t');
        const bool fragment = line.size() <= 6 || line.startsWith(u'（') || line.startsWith(u'(');
        if (blankLines == 1 && cellFollows && fragment && collector.hasRows()) {
            collector.reopenRow();
            collector.continueCell(line);
        } else if (!hadNoise || !line.trimmed().isEmpty()) {
            collector.paragraph(line, number);
        }
        blankLines = 0;
    }
    return collector.finish();
}

}  // namespace mz
