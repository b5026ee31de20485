#include "model/manuscript/writers/csv_writer.h"

#include "model/domain/csv.h"

namespace mz {

namespace {

constexpr auto byteOrderMark = "\xEF\xBB\xBF";

QByteArray csvLines(const TextGrid &grid)
{
    QByteArray bytes;
    std::vector<int> covered;
    for (const auto &row : grid.rows) {
        QStringList fields;
        const auto skipCovered = [&] {
            while (size_t(fields.size()) < covered.size() && covered[size_t(fields.size())] > 0) {
                --covered[size_t(fields.size())];
                fields << QString();
            }
        };
        for (const GridCell &cell : row) {
            skipCovered();
            const auto first = size_t(fields.size());
            covered.resize(qMax(covered.size(), first + size_t(cell.columnSpan)), 0);
            for (int i = 0; i < cell.columnSpan; ++i) {
                covered[first + size_t(i)] = cell.rowSpan - 1;
                fields << (i == 0 ? cell.text : QString());
            }
        }
        skipCovered();
        bytes += csvLine(fields).toUtf8() + "\r\n";
    }
    return bytes;
}

}  // namespace

QByteArray writeCsv(const TextGrid &grid) { return byteOrderMark + csvLines(grid); }

QByteArray writeCsvDocument(const Manuscript &manuscript)
{
    QByteArray bytes(byteOrderMark);
    for (const ManuscriptBlock &block : manuscript.blocks)
        bytes += block.isParagraph() ? csvLine({block.paragraph()}).toUtf8() + "\r\n"
                                     : csvLines(block.grid());
    return bytes;
}

}  // namespace mz
