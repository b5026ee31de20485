#include "model/domain/csv.h"

#include <algorithm>
#include <utility>

namespace mz {

std::vector<QStringList> parseCsv(QStringView text)
{
    std::vector<QStringList> lines;
    QStringList fields;
    QString field;
    bool quoted = false;
    if (text.startsWith(QChar(0xFEFF)))
        text = text.mid(1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == u'"' && field.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            fields << std::exchange(field, {});
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            fields << std::exchange(field, {});
            lines.push_back(std::exchange(fields, {}));
        } else {
            field += c;
        }
    }
    if (!field.isEmpty() || !fields.isEmpty()) {
        fields << field;
        lines.push_back(fields);
    }
    return lines;
}

QString spreadsheetText(const QString &text)
{
    if (text.isEmpty())
        return text;
    const QChar first = text.front();
    const bool number = std::all_of(text.begin() + 1, text.end(),
        [](QChar c) { return c.isDigit() || c == u'.' || c == u',' || c == u'%'; });
    // Some spreadsheets take the full-width signs for formulas too.
    static constexpr QStringView signs = u"=+@＝＋＠\t\r";
    const bool formula = signs.contains(first) || (first == u'-' && !number);
    return formula ? u'\'' + text : text;
}

QString csvLine(const QStringList &fields)
{
    QStringList written;
    written.reserve(fields.size());
    for (QString field : fields) {
        field = spreadsheetText(field);
        if (field.contains(u',') || field.contains(u'"') || field.contains(u'\n')
            || field.contains(u'\r')) {
            field.replace(u'"', QStringLiteral("\"\""));
            field = u'"' + field + u'"';
        }
        written << field;
    }
    return written.join(u',');
}

}  // namespace mz
