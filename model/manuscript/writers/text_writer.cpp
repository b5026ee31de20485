#include "model/manuscript/writers/text_writer.h"

#include <QStringList>

namespace mz {

namespace {

/// The text of a cell, so that it ends neither its row nor itself: a blank line
/// would be the first, a tab the second. A line of ideographic spaces is text.
QString cellText(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = lines.size() - 1; i > 0; --i) {
        if (QStringView(lines[i]).trimmed().isEmpty() && !lines[i].contains(QChar(0x3000)))
            lines.removeAt(i);
    }
    return lines.join(u'\n').replace(u'\t', u' ');
}

void writeGrid(const TextGrid &grid, QString &text)
{
    // Columns that a cell from a row above still covers, with the rows left.
    std::vector<int> covered;
    for (const auto &row : grid.rows) {
        size_t column = 0;
        const auto writeCovered = [&] {
            while (column < covered.size() && covered[column] > 0) {
                text += QStringLiteral("\t\n");
                --covered[column++];
            }
        };
        for (const GridCell &cell : row) {
            writeCovered();
            text += u'\t' + cellText(cell.text) + u'\n';
            covered.resize(qMax(covered.size(), column + size_t(cell.columnSpan)), 0);
            // The lower part of a merged cell is one blank cell a column.
            for (int i = 0; i < cell.columnSpan; ++i)
                covered[column + size_t(i)] = cell.rowSpan - 1;
            column += size_t(cell.columnSpan);
        }
        writeCovered();
        text += u'\n';
    }
}

}  // namespace

QString writeText(const Manuscript &manuscript)
{
    QString text;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            // Not to be taken for a part of the cell before it.
            text += u'\n' + block.paragraph() + u'\n';
        } else {
            text += u'\n';
            writeGrid(block.grid(), text);
        }
    }
    return text;
}

}  // namespace mz
