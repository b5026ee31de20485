#pragma once

#include "tests/model/manuscript/ole_maker.h"

#include <algorithm>
#include <map>

namespace mz {

struct DocRun
{
    QString text;
    QByteArray properties = {};
};

/// Its last run ends with the mark ('\r', cell mark 7, page break '\f').
struct DocTestParagraph
{
    std::vector<DocRun> runs;
    QByteArray properties = {};
};

/// The streams of a Word 97 document. Every paragraph is a piece; the pieces
/// stand in the stream in reverse order, as after fast saving, and have one byte
/// a character where that is enough.
struct DocMaker
{
    QByteArray document;
    QByteArray table;
    QByteArray data;

    explicit DocMaker(const std::vector<DocTestParagraph> &paragraphs)
    {
        constexpr int textStart = 2048;
        std::map<quint32, std::pair<quint32, QByteArray>> paragraphRuns;
        std::map<quint32, std::pair<quint32, QByteArray>> characterRuns;
        std::vector<quint32> places(paragraphs.size());
        QByteArray text;
        quint32 length = 0;
        for (size_t i = paragraphs.size(); i-- > 0;) {
            const DocTestParagraph &paragraph = paragraphs[i];
            const bool narrow
                = std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [](const DocRun &run) {
                      return std::all_of(run.text.begin(), run.text.end(),
                          [](QChar c) { return c.unicode() < 0x80; });
                  });
            const quint32 start = textStart + quint32(text.size());
            places[i] = narrow ? (start * 2) | 0x40000000 : start;
            for (const DocRun &run : paragraph.runs) {
                const quint32 runStart = textStart + quint32(text.size());
                text += narrow ? run.text.toLatin1() : utf16(run.text);
                length += quint32(run.text.size());
                characterRuns[runStart] = {textStart + quint32(text.size()), run.properties};
            }
            paragraphRuns[start] = {textStart + quint32(text.size()), paragraph.properties};
            text.append(text.size() % 2, '\0');
        }

        document = QByteArray(textStart, '\0') + text;
        document.replace(0, 4, u16(0xA5EC) + u16(0xC1));
        document.replace(10, 2, u16(0x0200));
        document.replace(0x4C, 4, u32(length));
        addPages(12, characterRuns, false);
        addPages(13, paragraphRuns, true);

        QByteArray starts = u32(0);
        QByteArray descriptors;
        quint32 at = 0;
        for (size_t i = 0; i < paragraphs.size(); ++i) {
            for (const DocRun &run : paragraphs[i].runs)
                at += quint32(run.text.size());
            starts += u32(at);
            descriptors += u16(0) + u32(places[i]) + u16(0);
        }
        addPart(
            33, u8(2) + u32(quint32(starts.size() + descriptors.size())) + starts + descriptors);
    }

    QByteArray file() const
    {
        return oleFile({{QStringLiteral("WordDocument"), document},
            {QStringLiteral("1Table"), table}, {QStringLiteral("Data"), data}});
    }

    /// Behind what is there, with its place in the document's header.
    void addPart(int index, const QByteArray &bytes)
    {
        document.replace(
            0x9A + 8 * index, 8, u32(quint32(table.size())) + u32(quint32(bytes.size())));
        table += bytes;
    }

private:
    /// One page a run: this is what the format allows, not what Word does.
    void addPages(
        int index, const std::map<quint32, std::pair<quint32, QByteArray>> &runs, bool paragraphs)
    {
        QByteArray starts;
        QByteArray numbers;
        for (const auto &[start, run] : runs) {
            document.append((512 - document.size() % 512) % 512, '\0');
            numbers += u32(quint32(document.size() / 512));
            QByteArray page(512, '\0');
            page.replace(0, 8, u32(start) + u32(run.first));
            QByteArray list = run.second;
            if (paragraphs) {
                page[8] = char(32);
                list.prepend(u16(0));
                page.replace(64, list.size() + 2, u8(0) + u8(int(list.size() + 1) / 2) + list);
            } else if (!list.isEmpty()) {
                page[8] = char(32);
                page.replace(64, list.size() + 1, u8(int(list.size())) + list);
            }
            page[511] = char(1);
            document += page;
            starts += u32(start);
        }
        addPart(index, starts + u32(runs.empty() ? 0 : runs.rbegin()->second.first) + numbers);
    }
};

inline const QByteArray inTable = u16(0x2416) + u8(1);
inline const QByteArray endsRow = inTable + u16(0x2417) + u8(1);

/// sprmTDefTable: edges in twips, and the merge flags of some cells.
inline QByteArray rowCells(const std::vector<int> &edges, const std::vector<int> &flags = {})
{
    QByteArray bytes = u8(int(edges.size()) - 1);
    for (const int edge : edges)
        bytes += u16(edge);
    for (const int flag : flags)
        bytes += u16(flag) + QByteArray(18, '\0');
    return u16(0xD608) + u16(int(bytes.size()) + 1) + bytes;
}

}  // namespace mz
