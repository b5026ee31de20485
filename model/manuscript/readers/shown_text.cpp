#include "model/manuscript/readers/shown_text.h"

#include <algorithm>

namespace mz {

namespace {

bool isUnseen(QChar character) { return character.category() == QChar::Other_Format; }

void keepShown(QString &text)
{
    if (std::any_of(text.cbegin(), text.cend(), isUnseen))
        text.removeIf(isUnseen);
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
