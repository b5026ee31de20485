#pragma once

#include "model/manuscript/readers/byte_view.h"
#include <QString>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace mz {

/// Counts the automatic numbers of a Word document ("一、", "（二）", "3.1"),
/// which are no part of its text.
class DocLists
{
public:
    /// `schemes` begins at the list of schemes, whose levels stand behind it;
    /// `lists` are the uses of schemes in the text.
    DocLists(ByteView schemes, ByteView lists);

    /// The number of the next paragraph of a list (from 1) and level (from 0),
    /// with the gap behind it; empty where it has none. A bullet is no number.
    QString next(int list, int level);

private:
    static constexpr int levelCount = 9;

    struct Level
    {
        qint64 start = 1;
        int format = 0;
        QString text;         ///< A character below nine stands for a level's number.
        int gap = 0;          ///< 2: none
        int restart = -1;     ///< Levels that let it begin anew; -1: any above it.
        bool arabic = false;  ///< All numbers in it are decimal.
    };
    using Levels = std::array<Level, levelCount>;
    struct List
    {
        quint32 scheme = 0;
        std::array<std::optional<qint64>, levelCount> starts;
        std::array<std::optional<Level>, levelCount> own;
        bool begun = false;
    };
    using Counts = std::array<std::optional<qint64>, levelCount>;

    static Level readLevel(ByteView bytes, qint64 &at);
    void readSchemes(ByteView bytes);
    void readLists(ByteView bytes);
    static const Level &level(const List &list, const Levels &levels, int index);
    static QString label(const List &list, const Levels &levels, const Counts &counts, int index);

    std::map<quint32, Levels> m_schemes;
    std::vector<List> m_lists;
    std::map<quint32, Counts> m_counts;  ///< By scheme: lists that share one go on counting.
};

}  // namespace mz
