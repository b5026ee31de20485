#pragma once

#include <QString>

namespace mz {

/// 1234 -> 一千二百三十四, 10 -> 十, 0 -> 零 (below 10^16; else in digits).
QString chineseCounting(qint64 number);
/// As it is written on a cheque: 1234 -> 壹仟贰佰叁拾肆.
QString chineseFormal(qint64 number);
/// Digit by digit: 2024 -> 二〇二四. Other characters stay.
QString chineseDigits(QStringView digits);
/// 4 -> IV (1 to 3999; else in digits).
QString romanNumeral(qint64 number);
/// 1 -> A, 26 -> Z, 27 -> AA, 28 -> BB, as Word counts (1 to 780; else in digits).
QString letterNumeral(qint64 number);

}  // namespace mz
