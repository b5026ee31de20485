#pragma once

#include "model/domain/result.h"
#include "model/manuscript/readers/byte_view.h"
#include <QString>
#include <vector>

namespace mz {

/// What the beginning of a Word document tells (the file information block).
struct DocHeader
{
    /// Errors: not a Word document; of Word 6 or 95; protected by a password.
    static Result<DocHeader> read(ByteView document);

    bool firstTable = false;  ///< Its tables stand in stream "1Table", not "0Table".
    qint64 textLength = 0;    ///< Of the main text, without notes and headers.
    ByteView pieces(ByteView table) const { return part(table, 33); }
    ByteView characterPages(ByteView table) const { return part(table, 12); }
    ByteView paragraphPages(ByteView table) const { return part(table, 13); }
    ByteView styles(ByteView table) const { return part(table, 1); }
    /// To the end of the stream: the levels of lists stand behind them.
    ByteView listSchemes(ByteView table) const { return partFrom(table, 73); }
    ByteView lists(ByteView table) const { return partFrom(table, 74); }

private:
    ByteView part(ByteView table, int index) const;
    ByteView partFrom(ByteView table, int index) const;
    ByteView m_document;
};

/// The main text. A document that was saved fast has its pieces in any order of
/// the stream; each piece has one or two bytes a character.
class DocText
{
public:
    struct Piece
    {
        qint64 start = 0;   ///< Of its first character in the text.
        qint64 offset = 0;  ///< Of the same in the stream.
        int width = 1;      ///< Bytes a character.
        ByteView changes;   ///< Properties over those of the stream's tables.
    };

    /// Errors: no table of pieces; longer than a reader takes.
    static Result<DocText> read(const DocHeader &header, ByteView document, ByteView table);

    const QString &text() const { return m_text; }
    const std::vector<Piece> &pieces() const { return m_pieces; }
    /// Some of the text that the file counts is not there.
    bool isCut() const { return m_cut; }
    /// The piece that holds the character.
    size_t pieceOf(qint64 character) const;
    static qint64 offsetOf(const Piece &piece, qint64 character)
    {
        return piece.offset + (character - piece.start) * piece.width;
    }

private:
    QString m_text;
    std::vector<Piece> m_pieces;
    bool m_cut = false;
};

}  // namespace mz
