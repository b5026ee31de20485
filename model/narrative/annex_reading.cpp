#include "model/narrative/annex_reading.h"

#include "model/domain/text.h"
#include <QRegularExpression>

namespace mz {

std::optional<Amount> readAnnexNumber(
    const QString &text, Money::Unit unit, int *start, int *length)
{
    constexpr qsizetype longest = 40;
    *start = *length = 0;
    if (text.size() > 2 * longest)
        return {};
    static const QString space = QStringLiteral("[\\s\\x{3000}\\x{00A0}]*");
    static const QRegularExpression blank(
        u'^' + space + QStringLiteral("[-—–－/／]*") + space + u'$');
    static const QRegularExpression number(u'^' + space
        + QStringLiteral("(-?\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)") + space
        + QStringLiteral("(?:%|分|万元|万|元|人|个)?") + space + u'$');
    if (blank.match(text).hasMatch())
        return Amount();
    const auto match = number.match(toHalfWidth(text));
    if (!match.hasMatch())
        return {};
    const Result<Amount> amount = Amount::parsePrinted(match.captured(1), unit);
    if (!amount || !amount->isNumber())
        return {};
    *start = int(match.capturedStart(1));
    *length = int(match.capturedLength(1));
    return *amount;
}

QString AnnexReading::label(const Place &place) const
{
    return inOneLine(grid.text(place)).simplified();
}

AnnexReading::Headings AnnexReading::headingsIn(int row, QStringView list) const
{
    Headings headings;
    for (const Place &place : grid.row(row)) {
        const QString text = normalized(grid.text(place));
        if (const QString id = words.find(list, text); !id.isEmpty())
            headings.push_back({id, place});
    }
    return headings;
}

int AnnexReading::headingRow(QStringView list, size_t atLeast, int from, Headings *headings) const
{
    for (int row = from; row < grid.rowCount(); ++row) {
        *headings = headingsIn(row, list);
        if (headings->size() >= atLeast)
            return row;
    }
    headings->clear();
    return -1;
}

const AnnexReading::Heading *AnnexReading::find(const Headings &headings, QStringView id)
{
    for (const Heading &heading : headings) {
        if (heading.id == id)
            return &heading;
    }
    return nullptr;
}

std::optional<AnnexField> AnnexReading::field(
    const Place &place, const QString &column, AnnexField::Meaning meaning) const
{
    const QString &text = grid.text(place);
    AnnexField field;
    field.meaning = meaning;
    field.column = column;
    field.row = place.row;
    field.cell = place.cell;
    field.printed = text.trimmed();
    if (meaning == AnnexField::Meaning::Text) {
        field.length = int(text.size());
        return field;
    }
    const bool money = meaning == AnnexField::Meaning::Amount;
    const auto number = readAnnexNumber(
        text, money ? unit : Money::Unit::TenThousandYuan, &field.start, &field.length);
    if (!number)
        return {};
    field.number = *number;
    return field;
}

void AnnexReading::addFields(AnnexLine &line, const Headings &headings, int row,
    const std::function<AnnexField::Meaning(const QString &)> &meaning) const
{
    line.fields.reserve(line.fields.size() + headings.size());
    for (const Heading &heading : headings) {
        const Place *place = grid.under(heading.place, row);
        if (!place || line.field(heading.id))
            continue;
        if (auto read = field(*place, heading.id, meaning(heading.id)))
            line.fields.push_back(*std::move(read));
    }
}

}  // namespace mz
