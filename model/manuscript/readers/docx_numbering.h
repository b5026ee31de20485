#pragma once

#include "model/manuscript/readers/xml_part.h"
#include <QHash>
#include <QSet>
#include <array>
#include <limits>

namespace mz {

/// Whether the element belongs to a Word document (its strict form, too).
bool isWord(const XmlPart &xml);

/// What a paragraph or a style says of its automatic number.
struct DocxListPlace
{
    std::optional<int> list;  ///< 0: none, though its style may have one.
    std::optional<int> level;
};

/// Reads a w:numPr; the element is left.
DocxListPlace readListPlace(XmlPart &xml);

/// Counts the automatic numbers of a Word document: "一、", "（二）", "3.1".
class DocxNumbering
{
public:
    void readStyles(XmlPart &xml);
    void readLists(XmlPart &xml);

    /// The number of the next paragraph with the gap behind it; empty where it
    /// has none. A bullet is no number.
    QString next(const QString &style, const DocxListPlace &place);

private:
    static constexpr int levelCount = 9;
    static constexpr qint64 unused = std::numeric_limits<qint64>::min();

    struct Level
    {
        qint64 start = 1;
        QString format = QStringLiteral("decimal");
        QString text;
        QString style;  ///< The paragraph style that goes with it.
        QString gap = QStringLiteral("tab");
        int restart = -1;     ///< The level that lets it begin anew; -1: any above it.
        bool arabic = false;  ///< All numbers in it are decimal.
    };
    struct Scheme
    {
        std::array<Level, levelCount> levels;
        QString link;  ///< A numbering style, whose scheme stands in for this one.
    };
    struct List
    {
        int scheme = -1;
        std::array<std::optional<qint64>, levelCount> starts;
        std::array<std::optional<Level>, levelCount> own;
    };
    struct Style
    {
        DocxListPlace place;
        QString basedOn;
    };
    using Counts = std::array<qint64, levelCount>;

    static Level readLevel(XmlPart &xml);
    static void readStyle(XmlPart &xml, Style &style);
    void readScheme(XmlPart &xml);
    void readList(XmlPart &xml);

    DocxListPlace placeOf(const QString &style, const DocxListPlace &place) const;
    int schemeOf(const List &list) const;
    const Level &level(const List &list, const Scheme &scheme, int index) const;
    QString label(const List &list, const Scheme &scheme, const Counts &counts, int index) const;

    QHash<QString, Style> m_styles;
    QString m_defaultStyle;
    QHash<int, Scheme> m_schemes;
    QHash<int, List> m_lists;
    QHash<int, Counts> m_counts;  // by scheme: lists that share one go on counting
    QSet<int> m_begun;            // lists whose own starts have been used
};

}  // namespace mz
