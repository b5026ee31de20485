#pragma once

#include "model/manuscript/manuscript.h"
#include "model/manuscript/readers/doc_properties.h"

namespace mz {

/// A table while its text passes by: cells end with a mark, rows with another
/// one, which tells where the cells' edges stand.
class DocTable
{
public:
    void addParagraph(QString text);
    void addBlocks(std::vector<ManuscriptBlock> blocks);
    void endCell();
    void endRow(DocRow layout);
    /// The row that ends here is a tracked deletion.
    void dropRow() { m_row.clear(); }

    /// The grid; where a cell holds a table, the cells' contents in their order,
    /// because the outer table only lays out the page.
    std::vector<ManuscriptBlock> finish();

private:
    struct Cell
    {
        std::vector<ManuscriptBlock> blocks;
        QString text() const;
    };
    struct Row
    {
        std::vector<Cell> cells;
        DocRow layout;
    };

    bool isTold() const;
    TextGrid alignedGrid() const;
    TextGrid plainGrid() const;

    std::vector<Row> m_rows;
    std::vector<Cell> m_row;
    Cell m_cell;
    bool m_laysOut = false;
};

}  // namespace mz
