#pragma once

#include "model/domain/handbook.h"
#include "model/recognize/table_recognizer.h"
#include <optional>

namespace mz {

/// One line or one grid row of a document, in order.
struct DocumentItem
{
    bool isRow = false;
    SourceRow row;
    QString line;
    SourcePlace place;
};

/// The document as lines and rows. A cell that holds a table's title, alone in
/// its row, is told as lines.
std::vector<DocumentItem> documentItems(
    const Manuscript &manuscript, const Handbook &handbook, const RecognitionWords &words);

/// The table kind that a line is the title of, or "": by the titles of all forms,
/// else by the words that such a title has.
QString titleKind(const QString &line, const Handbook &handbook, const RecognitionWords &words);

/// What a heading line says: 第一部分 .., 一、.., （一）..
struct HeadingLine
{
    int level = -1;
    int ordinal = 0;
    QString number;  ///< As printed.
    QString title;
};
std::optional<HeadingLine> readHeading(const QString &line);

/// Parts the items into tables and the rest. `owner[i]` is the table that item i
/// belongs to, or -1.
std::vector<TableRegion> findTables(const std::vector<DocumentItem> &items,
    const Handbook &handbook, const RecognitionWords &words, std::vector<int> &owner);

}  // namespace mz
