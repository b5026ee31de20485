#include "model/checks/text_material.h"

#include "model/domain/text.h"
#include "model/narrative/annex_words.h"

namespace mz {

namespace {

std::vector<std::pair<int, Section>> sectionsWithGrids(const Report &report)
{
    std::vector<std::pair<int, Section>> sections;
    for (size_t s = 0; s < report.sections.size(); ++s) {
        const std::vector<Block> &blocks = report.sections[s].blocks;
        const bool grids = std::any_of(blocks.begin(), blocks.end(),
            [](const Block &block) { return block.kind == Block::Kind::Grid; });
        if (grids)
            sections.emplace_back(int(s), report.sections[s]);
    }
    return sections;
}

}  // namespace

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
    if (!m_annexes) {
        m_annexes = readAnnexTables(m_report, AnnexWords::builtIn());
        m_annexSections = sectionsWithGrids(m_report);
    }
    return *m_annexes;
}

int TextMaterial::idOf(const QString &text) const
{
    const auto known = m_ids.constFind(text);
    return known == m_ids.constEnd() ? *m_ids.insert(text, int(m_ids.size())) : *known;
}

template <typename Found, typename Find>
const std::vector<Found> &TextMaterial::ofPiece(FoundById<Found> &found, int id, Find find)
{
    if (found.size() <= size_t(id))
        found.resize(size_t(id) + 1);
    std::optional<std::vector<Found>> &piece = found[size_t(id)];
    if (!piece)
        piece = find();
    return *piece;
}

const std::vector<QualityText> &TextMaterial::texts() const
{
    using Kind = QualityText::Kind;
    if (m_texts)
        return *m_texts;
    std::vector<QualityText> &texts = m_texts.emplace();
    const auto add
        = [this, &texts](Kind kind, size_t section, int block, int sheet, const QString &text) {
              if (!text.trimmed().isEmpty())
                  texts.push_back({kind, int(section), block, sheet, text.left(longestParagraph),
                      idOf(text.left(longestParagraph))});
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
    FoundById<Said> &said = m_said[pattern];
    std::vector<SaidInText> places;
    for (const QualityText &text : texts()) {
        const Section &section = m_report.sections[size_t(text.section)];
        if (text.kind != QualityText::Kind::Paragraph || text.text.size() >= longestParagraph
            || (annexOnly ? section.kind != Section::Kind::Annex : !isTextOfReport(section)))
            continue;
        const auto find = [&] {
            std::vector<Said> here;
            // Half-width forms keep the length, so that the quotation is verbatim.
            auto matches = expression.globalMatch(toHalfWidth(text.text));
            while (matches.hasNext() && here.size() < most) {
                const auto match = matches.next();
                here.push_back({text.text.mid(match.capturedStart(), match.capturedLength()),
                    match.capturedTexts().mid(1)});
            }
            return here;
        };
        for (const Said &one : ofPiece(said, text.id, find)) {
            if (places.size() < most)
                places.push_back({text.section, one.quote, one.values});
        }
    }
    return *m_places[annexOnly ? 1 : 0].insert(pattern, places);
}

std::vector<const std::vector<PatternMatch> *> TextMaterial::matches(
    const QString &key, const std::vector<QRegularExpression> &patterns) const
{
    FoundById<PatternMatch> &found = m_matches[key];
    const std::vector<QualityText> &pieces = texts();
    // Room for all first: what is given out stays where it is.
    found.resize(qMax(found.size(), size_t(m_ids.size())));
    std::vector<const std::vector<PatternMatch> *> matches;
    matches.reserve(pieces.size());
    for (const QualityText &piece : pieces) {
        const auto find = [&] {
            std::vector<PatternMatch> matched;
            for (size_t i = 0; i < patterns.size(); ++i) {
                auto all = patterns[i].globalMatch(piece.text);
                while (all.hasNext()) {
                    const auto match = all.next();
                    if (match.capturedLength() == 0)
                        break;
                    matched.push_back(
                        {int(i), match.capturedStart(), match.capturedLength(), match.captured(1)});
                }
            }
            return matched;
        };
        matches.push_back(&ofPiece(found, piece.id, find));
    }
    return matches;
}

void TextMaterial::reread()
{
    // Years of edits would fill it; a report has some thousand pieces.
    constexpr qsizetype mostPieces = 20'000;
    if (m_annexes && m_annexSections != sectionsWithGrids(m_report))
        m_annexes.reset();
    m_texts.reset();
    m_places[0].clear();
    m_places[1].clear();
    if (m_ids.size() > mostPieces) {
        m_ids.clear();
        m_said.clear();
        m_matches.clear();
    }
}

}  // namespace mz
