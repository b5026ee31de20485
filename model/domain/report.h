#pragma once

#include "model/domain/number_binding.h"
#include "model/domain/sheet.h"
#include "model/domain/text_grid.h"
#include "model/domain/written_text.h"
#include <QMap>

namespace mz {

/// Where one amount of a report is.
struct CellRef
{
    int sheet = -1;
    int row = -1;
    int column = -1;
    bool isValid() const { return sheet >= 0 && row >= 0 && column >= 0; }
    bool operator==(const CellRef &) const = default;
};

/// A paragraph, one of the report's tables, or a grid that is kept verbatim.
struct Block
{
    enum class Kind : quint8 { Paragraph, Table, Grid };
    Kind kind = Kind::Paragraph;
    QString text;    ///< Of a paragraph, verbatim.
    int sheet = -1;  ///< Of a table: its index in Report::sheets.
    TextGrid grid;
    bool operator==(const Block &) const = default;
};

/// A piece of the report under one heading, in the order of the document. The
/// outline is flat: `level` 0 is a part (第一部分), 1 一、, 2 （一）.
struct Section
{
    enum class Kind : quint8 { Front, Overview, Tables, Narrative, Glossary, Annex, Other };
    Kind kind = Kind::Other;  ///< Of the part that it stands in.
    int level = 0;
    QString number;  ///< "第一部分", "一、", as printed.
    QString title;
    std::vector<Block> blocks;
    /// Of a section that is written from the figures: what it is about. Its
    /// blocks are then the text of `written`.
    QString topic;
    QMap<QString, QString> fills;  ///< By the gap's name; kept while no paragraph asks for it.
    std::vector<WrittenParagraph> written;
    std::vector<Section> published;  ///< What a written section stands in place of.
    QJsonObject unknown;

    bool isWritten() const { return !topic.isEmpty(); }
    bool operator==(const Section &other) const;
};

/// Characters of a paragraph, and what to write instead.
struct TextEdit
{
    int section = -1;
    int block = -1;
    int start = 0;
    int length = 0;
    QString replacement;
    bool operator==(const TextEdit &) const = default;
};

/// Something that the user should know: what was not understood, and where.
struct Note
{
    QString text;
    QString place;
    bool operator==(const Note &) const = default;
};

/// What the user said of one finding: it is a false alarm, was verified, or is
/// an accepted exception. Kept by the finding's key, so that it survives a
/// re-check and a corrected version.
struct FindingMark
{
    enum class Kind : quint8 { FalseAlarm, Verified, Exception };
    QString finding;
    Kind kind = Kind::Verified;
    QString reason;
    bool operator==(const FindingMark &) const = default;
};

/// Who and when: what the cover says.
struct Identity
{
    enum class Scope : quint8 { Unknown, Department, Unit };  ///< 部门决算 or 单位决算.
    QString agency;
    int year = 0;  ///< 0 where it is not known.
    Scope scope = Scope::Unknown;
    QString family;  ///< "F1", or "" where no family of forms fits.
    bool operator==(const Identity &) const = default;
};

/// What a person sees in the published file and a reader could not read: pages
/// and pieces that are only pictures. What was not found may stand on them.
struct LostPages
{
    int count = 0;
    QStringList tables;  ///< Kinds of tables whose rows may run on there.
    bool operator==(const LostPages &) const = default;
};

/// One department's final accounts of one year.
class Report
{
public:
    Identity identity;
    std::vector<Sheet> sheets;
    std::vector<Section> sections;
    std::vector<Note> notes;
    std::vector<FindingMark> marks;
    std::vector<SideFigure> sideFigures;  ///< In the order in which they were entered.
    std::vector<NumberBinding> numberBindings;
    bool isPublication = false;  ///< Came from a published file: has a baseline.
    /// The text was put together from the lines of printed pages: where its
    /// paragraphs end, and how wide its punctuation was, is a guess.
    bool hasPrintedLines = false;
    LostPages lost;
    QJsonObject unknown;

    /// The family's tables, blank.
    static Report fromFamily(const FormFamily &family, Identity identity);

    int sheetOf(QStringView kind) const;
    const Sheet *sheet(QStringView kind) const;
    const Cell &cell(const CellRef &at) const
    {
        return sheets[size_t(at.sheet)].cell(at.row, at.column);
    }
    bool operator==(const Report &) const = default;
};

}  // namespace mz
