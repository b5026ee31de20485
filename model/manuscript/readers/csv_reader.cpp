#include "model/manuscript/readers/csv_reader.h"

#include "model/domain/csv.h"
#include "model/manuscript/readers/reading.h"
#include "model/manuscript/readers/text_reader.h"
#include <map>

namespace mz {

namespace {

/// Takes a text apart, line by line.
class FieldReader
{
public:
    FieldReader(QStringView text, QChar separator) : m_text(text), m_separator(separator) { }

    bool atEnd() const { return m_at >= m_text.size(); }
    /// Of what is read next, from 1.
    int line() const { return m_line; }

    /// The fields of one line, which quoted line breaks make longer.
    QStringList next()
    {
        QStringList fields;
        QString field;
        while (!atEnd()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && field.isEmpty() && readQuoted(field))
                continue;
            if (c == u'\n' || c == u'\r') {
                if (c == u'\r' && !atEnd() && m_text[m_at] == u'\n')
                    ++m_at;
                ++m_line;
                break;
            }
            if (c == m_separator)
                fields << std::exchange(field, {});
            else
                field += c;
        }
        fields << field;
        return fields;
    }

private:
    /// From behind the opening quote to behind the closing one.
    bool readQuoted(QString &field)
    {
        qsizetype at = m_at;
        while (!m_noMoreQuotes) {
            const qsizetype quote = m_text.indexOf(u'"', at);
            if (quote < 0) {
                m_noMoreQuotes = true;
                break;
            }
            field += m_text.sliced(at, quote - at);
            at = quote + 1;
            if (at < m_text.size() && m_text[at] == u'"') {
                field += u'"';
                ++at;
                continue;
            }
            field.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
            m_line += int(m_text.sliced(m_at, at - m_at).count(u'\n'));
            m_at = at;
            return true;
        }
        field.clear();
        return false;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_noMoreQuotes = false;
};

/// The one that parts the most lines into one and the same number of fields.
QChar likelySeparator(QStringView text)
{
    constexpr int linesToSee = 200;
    const QStringView head = text.first(std::min<qsizetype>(text.size(), 64 * 1024));
    QChar best = u',';
    std::pair<int, qsizetype> bestFit{0, 0};
    for (const QChar separator : {u',', u'\t', u';'}) {
        FieldReader reader(head, separator);
        std::map<qsizetype, int> linesOfCount;
        for (int i = 0; i < linesToSee && !reader.atEnd(); ++i) {
            const qsizetype count = reader.next().size();
            if (count > 1)
                ++linesOfCount[count];
        }
        for (const auto &[count, lines] : linesOfCount) {
            if (std::pair(lines, count) > bestFit) {
                bestFit = {lines, count};
                best = separator;
            }
        }
    }
    return best;
}

/// As it was before a spreadsheet, or csvLine(), saw to it that it is text.
QString plainText(QString field)
{
    if (field.startsWith(u"=\"") && field.endsWith(u'"') && field.size() > 2)
        return field.sliced(2, field.size() - 3);
    if (field.startsWith(u'\'') && spreadsheetText(field.sliced(1)) == field)
        return field.sliced(1);
    return field;
}

}  // namespace

Manuscript readCsv(QStringView text)
{
    if (text.startsWith(QChar(0xFEFF)))
        text = text.sliced(1);
    const bool named = text.startsWith(u"sep=") && text.size() > 4 && text[4] > u' ';
    const QChar separator = named ? text[4] : likelySeparator(text);
    FieldReader reader(text, separator);
    if (named)
        static_cast<void>(reader.next());

    Manuscript manuscript;
    TextGrid grid;
    grid.spansKnown = false;
    std::vector<SourcePlace> places;
    qint64 cells = 0;
    bool cut = false;
    while (!reader.atEnd()) {
        const SourcePlace place{reader.line(), 0};
        QStringList fields = reader.next();
        cut = fields.size() > ReadingLimits::columns;
        if (cut)
            fields.resize(ReadingLimits::columns);
        cells += fields.size();
        cut = cut || cells > ReadingLimits::cells || int(grid.rows.size()) >= mostTextLines;
        if (cut) {
            manuscript.notes.push_back(restLeftOut(place));
            break;
        }
        std::vector<GridCell> row;
        row.reserve(size_t(fields.size()));
        for (QString &field : fields)
            row.push_back({plainText(std::move(field)), 1, 1});
        grid.rows.push_back(std::move(row));
        places.push_back(place);
    }
    const auto isBlank
        = [](const std::vector<GridCell> &row) { return row.size() == 1 && row[0].text.isEmpty(); };
    while (!grid.rows.empty() && isBlank(grid.rows.back())) {
        grid.rows.pop_back();
        places.pop_back();
    }
    if (!grid.rows.empty()) {
        const SourcePlace first = places.front();
        manuscript.blocks.push_back({std::move(grid), first, std::move(places)});
    }
    return manuscript;
}

}  // namespace mz
