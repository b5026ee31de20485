#include "model/checks/text_material.h"

#include "model/domain/text.h"
#include "model/narrative/annex_words.h"

namespace mz {

QRegularExpression compiled(const QString &pattern, QRegularExpression::PatternOptions options)
{
    constexpr qsizetype most = 500;
    thread_local QHash<std::pair<QString, int>, QRegularExpression> known;
    if (known.size() > most)
        known.clear();
    QRegularExpression &expression = known[{pattern, int(options)}];
    if (expression.pattern().isEmpty()) {
        expression = QRegularExpression(pattern, options);
        expression.optimize();
    }
    return expression;
}

QString withAmounts(QString pattern)
{
    return pattern.replace(u'N', QStringLiteral("(\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)"));
}

bool isTextOfReport(const Section &section)
{
    return section.kind == Section::Kind::Annex || section.kind == Section::Kind::Narrative
        || section.kind == Section::Kind::Overview || section.kind == Section::Kind::Other;
}

const std::vector<AnnexTable> &TextMaterial::annexes() const
{
    if (!m_annexes)
        m_annexes = readAnnexTables(m_report, AnnexWords::builtIn());
    return *m_annexes;
}

const std::vector<QualityText> &TextMaterial::texts() const
{
    using Kind = QualityText::Kind;
    if (m_texts)
        return *m_texts;
    std::vector<QualityText> &texts = m_texts.emplace();
    const auto add
        = [&texts](Kind kind, size_t section, int block, int sheet, const QString &text) {
              if (!text.trimmed().isEmpty())
                  texts.push_back({kind, int(section), block, sheet, text.left(longestParagraph)});
          };
    for (size_t s = 0; s < m_report.sections.size(); ++s) {
        const Section &section = m_report.sections[s];
        add(Kind::Title, s, -1, -1, section.title);
        for (size_t b = 0; b < section.blocks.size(); ++b) {
            const Block &block = section.blocks[b];
            if (block.kind == Block::Kind::Paragraph)
                add(Kind::Paragraph, s, int(b), -1, block.text);
            for (const auto &row : block.grid.rows) {
                for (const GridCell &cell : row)
                    add(Kind::Cell, s, int(b), -1, cell.text);
            }
            if (block.kind != Block::Kind::Table)
                continue;
            for (const QString &note : m_report.sheets[size_t(block.sheet)].notes)
                add(Kind::Note, s, -1, block.sheet, note);
        }
    }
    return texts;
}

const std::vector<SaidInText> &TextMaterial::places(const QString &pattern, bool annexOnly) const
{
    constexpr size_t most = 100;
    QHash<QString, std::vector<SaidInText>> &known = m_places[annexOnly ? 1 : 0];
    const auto found = known.constFind(pattern);
    if (found != known.constEnd())
        return *found;
    const QRegularExpression expression = compiled(withAmounts(pattern));
    std::vector<SaidInText> places;
    for (size_t s = 0; s < m_report.sections.size(); ++s) {
        const Section &section = m_report.sections[s];
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
    return *known.insert(pattern, places);
}

const std::vector<PatternMatch> &TextMaterial::matches(
    const QString &rule, const std::vector<QRegularExpression> &patterns, const QString &text) const
{
    // Years of edits would fill it; a report has some thousand pieces.
    constexpr qsizetype most = 20'000;
    QHash<QString, std::vector<PatternMatch>> &known = m_matches[rule];
    const auto kept = known.constFind(text);
    if (kept != known.constEnd())
        return *kept;
    if (known.size() > most)
        known.clear();
    std::vector<PatternMatch> found;
    for (size_t i = 0; i < patterns.size(); ++i) {
        auto all = patterns[i].globalMatch(text);
        while (all.hasNext()) {
            const auto match = all.next();
            if (match.capturedLength() == 0)
                break;
            found.push_back(
                {int(i), match.capturedStart(), match.capturedLength(), match.captured(1)});
        }
    }
    return *known.insert(text, found);
}

void TextMaterial::reread()
{
    m_annexes.reset();
    m_texts.reset();
    m_places[0].clear();
    m_places[1].clear();
}

}  // namespace mz
