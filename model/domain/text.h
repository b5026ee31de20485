#pragma once

#include <QString>
#include <QStringView>

namespace mz {

/// Without white space of any kind: ideographic, no-break, zero-width, tabs.
QString withoutSpaces(QStringView text);

/// Full-width digits, letters and brackets as half-width ones ("１，２（３）" -> "1,2(3)").
QString toHalfWidth(QStringView text);

/// For comparing what is printed with what a form says: no white space, no
/// quotation marks, brackets and punctuation in one form, confusable radicals
/// (U+2E80..2FDF) as ordinary characters. Never shown.
QString normalized(QStringView text);

/// A name that its cell broke into lines, as one: no space between ideographs.
QString inOneLine(const QString &text);

/// A line's text without the ordinal in front: "二十三、其他支出" -> "其他支出".
QStringView withoutOrdinal(QStringView text);

/// The text, or its beginning and "…" where it is longer.
QString shortened(const QString &text, qsizetype length);

/// How alike two normalized texts are: 0 (nothing shared) to 100 (equal), by
/// the pairs of neighbouring characters that they share.
int likeness(QStringView a, QStringView b);

/// 1 -> 一, 23 -> 二十三 (1 to 99).
QString chineseNumber(int number);

}  // namespace mz
