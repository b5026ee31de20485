#pragma once

#include "model/narrative/annex_equations.h"
#include "model/narrative/annex_words.h"

#include <QRegularExpression>

namespace mz::test {

/// A grid of lines with cells between bars. "text→2" spans two columns, "text↓3"
/// three rows: the spans are known where `spans` is set.
inline TextGrid gridOf(const QString &lines, bool spans = false)
{
    static const QRegularExpression span(QStringLiteral("([→↓])(\\d+)"));
    TextGrid grid;
    grid.spansKnown = spans;
    for (const QString &line : lines.trimmed().split(u'\n')) {
        std::vector<GridCell> row;
        for (QString text : line.trimmed().split(u'|')) {
            GridCell cell;
            auto matches = span.globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                (match.captured(1) == u"→" ? cell.columnSpan : cell.rowSpan)
                    = match.captured(2).toInt();
            }
            cell.text = text.remove(span);
            row.push_back(cell);
        }
        grid.rows.push_back(row);
    }
    return grid;
}

/// What a grid below this title is; fails hard where it is no annex.
inline AnnexTable annexOf(const TextGrid &grid, const QString &title)
{
    const auto table = readAnnexTable(grid, {title}, AnnexWords::builtIn());
    if (!table)
        qFatal("%s is not read", qPrintable(title));
    return *table;
}

/// A project's form as other provinces print it: no points in the groups' names,
/// scores as "10分", percentages without a sign.
inline QString projectForm()
{
    return QStringLiteral(R"(
项目名称|档案数字化
主管部门|示例市档案馆|实施单位|示例市档案馆
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100.00|80.00|60.00|10分|75|7.5分
|其中：当年财政拨款|90.00|70.00|60.00|—||—
|上年结转资金|10.00|10.00||—||—
|其他资金||||—||—
年度总体目标|预期目标|实际完成情况
|建成|建成
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|扫描页数|≥5000页|5200页|30分|30分|
||质量指标|合格率|≥98%|98.5%|20分|20分|
|效益指标|社会效益|查询便利|明显|明显|30分|30分|
|满意度指标|服务对象|满意度|≥90%|88%|10分|8分|样本偏少
总分|100分|95.5分|
)");
}

/// The basic figures of a department, with two projects.
inline QString baseForm()
{
    return QStringLiteral(R"(
财政供养人员情况（人）|编制数|2023年实际在职人数|控制率
|40|38|95%
经费控制情况（万元）|2022年决算数|2023年预算数|2023年决算数
三公经费|3.00|4.00|1.42
1、公务用车购置和维护经费|||
其中：公车购置|||
公车运行维护|2.00|2.00|
2、出国经费|||
3、公务接待|1.00|2.00|1.42
项目支出：|20.00|50.00|30.00
1、业务工作经费|20.00|30.00|10.00
专项业务经费||20.00|6.00
活动经费|20.00|10.00|4.00
2、运行维护经费||20.00|20.00
公用经费|8.00|9.00|10.00
其中：办公经费|5.00|5.00|5.00
会议费、培训费|1.00|1.00|1.00
政府采购金额|——|6.00|5.00
部门基本支出预算调整||0.50|0.50
楼堂馆所控制情况（2022年完工项目）|批复规模（㎡）|实际规模（㎡）|规模控制率|预算投资（万元）|实际投资（万元）|投资概算控制率
||||||
厉行节约保障措施|按制度执行
)");
}

}  // namespace mz::test
