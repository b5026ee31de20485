#pragma once

#include "model/manuscript/manuscript.h"
#include <QString>
#include <optional>
#include <vector>

namespace mz {

/// What an HTML page shows, gathered while its elements pass by: lines of text
/// and tables. The caller knows the elements' names; here are only their parts.
///
/// A table that only lays out the page (one of its cells holds a table) is not
/// kept: what its cells hold stands there in its place. Text in a table, but in
/// no cell, stands before the table, as browsers show it.
class HtmlBlocks
{
public:
    HtmlBlocks();

    /// White space folds as in a browser, unless it is `preformatted`; a line
    /// break between two Chinese characters is none.
    void addText(QStringView text, bool preformatted);
    /// What follows begins a new line.
    void breakLine();

    void beginTable();
    void endTable();
    void beginRow();
    void endRow();
    /// Spans as the page has them: 0 is "all that follow".
    void beginCell(int rowSpan, int columnSpan);
    void endCell();

    /// Told as soon as the page holds more than a reader takes.
    bool isFull() const;
    bool isTooWide() const { return m_tooWide; }

    /// Closes what is open.
    std::vector<ManuscriptBlock> finish();

private:
    struct Flow
    {
        std::vector<ManuscriptBlock> blocks;
        QString line;
        bool pendingSpace = false;
        bool pendingBreak = false;  ///< The space that is pending holds a line break.
        bool holdsTable = false;
    };
    struct Cell
    {
        Flow flow;
        int rowSpan = 1;
        int columnSpan = 1;
    };
    struct Table
    {
        std::vector<std::vector<Cell>> rows;
        bool rowOpen = false;
        bool cellOpen = false;  ///< The last one of the last row.
    };

    Flow &flow();
    void append(Flow &to, std::vector<ManuscriptBlock> blocks);
    std::optional<TextGrid> grid(Table &table);

    Flow m_page;
    std::vector<Table> m_tables;
    qint64 m_parts = 0;  ///< Lines, rows and cells.
    bool m_tooWide = false;
};

}  // namespace mz
