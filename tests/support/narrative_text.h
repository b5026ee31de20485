#pragma once

#include "model/narrative/claim.h"
#include <QStringList>

namespace mz::test {

/// The report's text: a line with "# " begins a section, "## " one inside it.
inline void setText(Report &report, const QString &text)
{
    report.isPublication = true;
    report.sections.clear();
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const bool inner = line.startsWith(u"## ");
        if (inner || line.startsWith(u"# ")) {
            Section section;
            section.kind = Section::Kind::Narrative;
            section.level = inner ? 2 : 1;
            const QString title = line.mid(inner ? 3 : 2);
            const qsizetype mark = inner ? title.indexOf(u'）') : title.indexOf(u'、');
            section.number = title.left(mark + 1);
            section.title = title.mid(mark + 1);
            report.sections.push_back(std::move(section));
            continue;
        }
        Block block;
        block.text = line;
        report.sections.back().blocks.push_back(std::move(block));
    }
}

/// = agrees, ~ rounded, ! wrong, f follows a wrong one, 0 a rate of nothing, . bound but with
/// nothing to compare with, o perhaps of others, ? not bound.
inline QChar letter(Claim::Verdict verdict)
{
    switch (verdict) {
    case Claim::Verdict::Agrees:
    case Claim::Verdict::AgreesBySum:
        return u'=';
    case Claim::Verdict::Rounding:
        return u'~';
    case Claim::Verdict::Disagrees:
        return u'!';
    case Claim::Verdict::Follows:
        return u'f';
    case Claim::Verdict::ZeroBase:
        return u'0';
    case Claim::Verdict::Stated:
        return u'.';
    case Claim::Verdict::OtherScope:
        return u'o';
    case Claim::Verdict::Unbound:
        break;
    }
    return u'?';
}

inline bool isWrong(const Claim &claim)
{
    return claim.verdict == Claim::Verdict::Disagrees || claim.verdict == Claim::Verdict::ZeroBase;
}

inline bool isWordOnly(const Claim &claim)
{
    return claim.role == ClaimRole::Relation || claim.role == ClaimRole::Same;
}

/// One line a claim, to be read where a test fails.
inline QString told(const Report &report, const Claim &claim)
{
    return QStringLiteral("%1 %2 %3 %4%5 | %6 | %7")
        .arg(letter(claim.verdict))
        .arg(claim.section, claim.figure, claim.printed, claim.unit, claim.reason,
            quoteOf(report, claim.place));
}

}  // namespace mz::test
