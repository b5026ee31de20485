#include "model/checks/annex_prose.h"

#include "model/domain/text.h"
#include <QRegularExpression>

namespace mz {

QString withAmounts(QString pattern)
{
    return pattern.replace(u'N', QStringLiteral("(\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)"));
}

bool isTextOfReport(const Section &section)
{
    return section.kind == Section::Kind::Annex || section.kind == Section::Kind::Narrative
        || section.kind == Section::Kind::Overview || section.kind == Section::Kind::Other;
}

std::vector<SaidInText> placesOf(const Report &report, const QString &pattern, bool annexOnly)
{
    constexpr size_t most = 100;
    const QRegularExpression expression(withAmounts(pattern));
    std::vector<SaidInText> places;
    for (size_t s = 0; s < report.sections.size(); ++s) {
        const Section &section = report.sections[s];
        if (annexOnly ? section.kind != Section::Kind::Annex : !isTextOfReport(section))
            continue;
        for (const Block &block : section.blocks) {
            if (block.text.size() > longestParagraph)
                continue;
            // Half-width forms keep the length, so that the quotation is verbatim.
            auto matches = expression.globalMatch(toHalfWidth(block.text));
            while (matches.hasNext() && places.size() < most) {
                const auto match = matches.next();
                places.push_back(
                    {int(s), block.text.mid(match.capturedStart(), match.capturedLength()),
                        match.capturedTexts().mid(1)});
            }
        }
    }
    return places;
}

std::optional<Amount> amountInText(QString text)
{
    const auto amount = Amount::parsePrinted(text.remove(u','), textUnit);
    return amount && amount->isNumber() ? std::optional(*amount) : std::nullopt;
}

QString settingText(const TestContext &context, const QString &name)
{
    return context.rule.settings.value(name).toString();
}

}  // namespace mz
