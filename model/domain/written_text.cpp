#include "model/domain/written_text.h"

namespace mz {

QString WrittenParagraph::text() const
{
    QString text;
    for (const WrittenSpan &span : spans) {
        if (span.kind == WrittenSpan::Kind::Gap && span.text.isEmpty())
            text += u'〔' + span.hint + u'〕';
        else
            text += span.text;
    }
    return text;
}

}  // namespace mz
