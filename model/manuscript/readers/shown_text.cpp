#include "model/manuscript/readers/shown_text.h"

#include "model/manuscript/readers/plain_ideographs.h"
#include <algorithm>

namespace mz {

namespace {

bool isUnseen(QChar character) { return character.category() == QChar::Other_Format; }

/// What may have another form lies at or above it, but for the soft hyphen.
bool mayDiffer(QChar character)
{
    constexpr char16_t softHyphen = 0xAD, firstFormat = 0x200B;
    return character.unicode() == softHyphen || character.unicode() >= firstFormat;
}

void keepShown(QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), mayDiffer))
        return;
    text.removeIf(isUnseen);
    for (QChar &character : text) {
        const char32_t plain
            = character.isSurrogate() ? character.unicode() : plainIdeograph(character.unicode());
        if (plain != character.unicode() && plain <= 0xFFFF)
            character = QChar(char16_t(plain));
    }
}

}  // namespace

void keepShownText(Manuscript &manuscript)
{
    for (ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph()) {
            keepShown(std::get<QString>(block.content));
            continue;
        }
        for (auto &row : std::get<TextGrid>(block.content).rows) {
            for (GridCell &cell : row)
                keepShown(cell.text);
        }
    }
}

}  // namespace mz
