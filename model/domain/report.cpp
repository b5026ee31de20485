#include "model/domain/report.h"

namespace mz {

// By hand: a section holds sections, and Clang 14 does not get to the end of that.
bool Section::operator==(const Section &other) const
{
    return kind == other.kind && level == other.level && number == other.number
        && title == other.title && blocks == other.blocks && topic == other.topic
        && fills == other.fills && written == other.written && published == other.published
        && unknown == other.unknown;
}

Report Report::fromFamily(const FormFamily &family, Identity identity)
{
    Report report;
    report.identity = std::move(identity);
    report.identity.family = family.id;
    Section tables;
    tables.kind = Section::Kind::Tables;
    tables.number = QStringLiteral("第二部分");
    tables.title
        = QStringLiteral("%1年度%2决算表")
              .arg(report.identity.year)
              .arg(report.identity.scope == Identity::Scope::Unit ? QStringLiteral("单位")
                                                                  : QStringLiteral("部门"));
    for (const auto &form : family.forms) {
        Block block;
        block.kind = Block::Kind::Table;
        block.sheet = int(report.sheets.size());
        tables.blocks.push_back(block);
        report.sheets.push_back(Sheet::fromForm(form));
    }
    report.sections.push_back(tables);
    return report;
}

int Report::sheetOf(QStringView kind) const
{
    for (size_t i = 0; i < sheets.size(); ++i) {
        if (sheets[i].form->kind == kind)
            return int(i);
    }
    return -1;
}

const Sheet *Report::sheet(QStringView kind) const
{
    const int index = sheetOf(kind);
    return index < 0 ? nullptr : &sheets[size_t(index)];
}

}  // namespace mz
