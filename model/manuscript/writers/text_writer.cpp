#include "model/manuscript/writers/text_writer.h"

namespace mz {

namespace {

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
            // A blank line inside a cell would end its row.
            QString written = cell.text;
            while (written.contains(QStringLiteral("\n\n")))
                written.replace(QStringLiteral("\n\n"), QStringLiteral("\n"));
            text += u'\t' + written + u'\n';
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
