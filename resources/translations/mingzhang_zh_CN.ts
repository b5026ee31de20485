<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountList</name>
    <message>
        <source>A line needs five fields: code, name, from_year, to_year, evidence.</source>
        <translation>每行应有五个字段：code, name, from_year, to_year, evidence。</translation>
    </message>
    <message>
        <source>“%1” is not an account code of 3, 5 or 7 digits with a name.</source>
        <translation>“%1”不是带名称的 3、5 或 7 位科目编码。</translation>
    </message>
    <message>
        <source>“%1” is not a year.</source>
        <translation>“%1”不是年份。</translation>
    </message>
</context>
<context>
    <name>AccountRows</name>
    <message>
        <source>The table takes no account with the code %1.</source>
        <translation>本表不能添加编码为 %1 的科目。</translation>
    </message>
    <message>
        <source>The table has the account %1 already.</source>
        <translation>本表已有科目 %1。</translation>
    </message>
</context>
<context>
    <name>Amount</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
</context>
<context>
    <name>AnnexEdit</name>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>AnnexTests</name>
    <message>
        <source>the explanation (情况说明)</source>
        <translation>决算情况说明</translation>
    </message>
    <message>
        <source>The report says nothing of the performance (绩效) of its budget.</source>
        <translation>报告没有说明预算绩效情况。</translation>
    </message>
    <message>
        <source>The text on performance does not tell: %1</source>
        <translation>绩效说明缺少：%1</translation>
    </message>
    <message>
        <source>the amount of procurement in the text</source>
        <translation>文中的政府采购金额</translation>
    </message>
    <message>
        <source>%1: %2 is printed; the text says %3.</source>
        <translation>%1：表中为 %2，文中为 %3。</translation>
    </message>
    <message>
        <source>the staff in the text</source>
        <translation>文中的人员数</translation>
    </message>
    <message>
        <source>The text says %1; its kinds add up to %2.</source>
        <translation>文中为 %1，各类合计为 %2。</translation>
    </message>
    <message>
        <source>the number of projects is not told twice</source>
        <translation>项目个数在文中未出现两次</translation>
    </message>
    <message numerus="yes">
        <source>Projects with goals: the text says %1; %n form(s) are attached.</source>
        <translation>
            <numerusform>编报绩效目标的项目：文中为 %1；所附自评表 %n 份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Projects with goals: the text says %1.</source>
        <translation>编报绩效目标的项目：文中分别为 %1。</translation>
    </message>
    <message>
        <source>the text does not tell the money with goals</source>
        <translation>文中没有绩效目标涉及的资金</translation>
    </message>
    <message>
        <source>Goals are set for %1; the projects spent %2 in all.</source>
        <translation>绩效目标涉及资金 %1；项目支出合计 %2。</translation>
    </message>
    <message>
        <source>no self-evaluation tells basic and project expenditure</source>
        <translation>自评报告没有写明基本支出和项目支出</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <translation>%1为 %2</translation>
    </message>
    <message>
        <source>Basic and project expenditure are told as %1 and %2, together %3; %4 says %5%6.</source>
        <translation>文中基本支出 %1、项目支出 %2，合计 %3；%4为 %5%6。</translation>
    </message>
    <message>
        <source>%1 is told; the list behind it adds up to %2.</source>
        <translation>文中为 %1，其后所列各项合计为 %2。</translation>
    </message>
    <message>
        <source>no list of amounts with its total</source>
        <translation>没有带总额的分项列举</translation>
    </message>
    <message>
        <source>basic figures %1</source>
        <translation>基础数据表 %1</translation>
    </message>
    <message>
        <source>forms of the projects %1</source>
        <translation>项目自评表 %1</translation>
    </message>
    <message>
        <source>text %1</source>
        <translation>文中 %1</translation>
    </message>
    <message>
        <source>The projects&apos; budget is told as: %1. Are these the same projects, and the same budget?</source>
        <translation>项目预算的数字不一：%1。是否为同一批项目、同一预算版本？</translation>
    </message>
    <message>
        <source>%1: %2 are given; the printed rate of %3 would give %4.</source>
        <translation>%1：得分 %2；按所列执行率 %3 应得 %4。</translation>
    </message>
    <message>
        <source>%1: %2 was asked for, %3 reached, %4 points given, and no reason told.</source>
        <translation>%1：指标值 %2，完成值 %3，得分 %4，未说明偏差原因。</translation>
    </message>
    <message>
        <source>%1: %2 is printed; the basic figures print %3 for “%4”.</source>
        <translation>%1：此处为 %2；基础数据表“%4”为 %3。</translation>
    </message>
    <message>
        <source>%1: %2 is printed; %3 says %4.</source>
        <translation>%1：此处为 %2；%3为 %4。</translation>
    </message>
    <message>
        <source>%1: %2 is printed; %3 ÷ %4 is %5 %.</source>
        <translation>%1：此处为 %2；%3 ÷ %4 = %5%。</translation>
    </message>
    <message>
        <source>%1: %2 points are given, of %3.</source>
        <translation>%1：得分 %2，超过分值 %3。</translation>
    </message>
    <message>
        <source>%1: the scores of its indicators add up to %2.</source>
        <translation>%1：各指标分值合计为 %2。</translation>
    </message>
    <message>
        <source>The scores add up to %1, not to 100.</source>
        <translation>分值合计为 %1，不是 100。</translation>
    </message>
    <message>
        <source>%1: %2 is printed; its parts add up to %3.</source>
        <translation>%1：此处为 %2，各分项合计为 %3。</translation>
    </message>
    <message>
        <source>no performance annex in the report</source>
        <translation>报告没有绩效附表</translation>
    </message>
    <message>
        <source>the annexes print no such number</source>
        <translation>附表没有这个数字</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>决算</translation>
    </message>
    <message>
        <source>initial budget</source>
        <translation>年初预算</translation>
    </message>
    <message>
        <source>full budget</source>
        <translation>全年预算</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>执行率</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>the sum of %1</source>
        <translation>%1合计</translation>
    </message>
    <message>
        <source>%1: %2 is printed, more than %3, which says %4.</source>
        <translation>%1：此处为 %2，大于%3的 %4。</translation>
    </message>
</context>
<context>
    <name>AnnexWords</name>
    <message>
        <source>The list “%1” is missing.</source>
        <translation>缺少列表“%1”。</translation>
    </message>
</context>
<context>
    <name>BatchRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 处）</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>not checked: %1 – %2</source>
        <translation>未核对：%1 – %2</translation>
    </message>
</context>
<context>
    <name>CellTests</name>
    <message>
        <source>A negative amount stands where none is expected.</source>
        <translation>此处不应为负数。</translation>
    </message>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>%1 has %2 decimals; the table prints %3.</source>
        <translation>%1 有 %2 位小数，本表应为 %3 位。</translation>
    </message>
    <message>
        <source>Printed without decimals: %1.</source>
        <translation>未写小数：%1。</translation>
    </message>
    <message>
        <source>Thousands commas are printed in %1 of %2 amounts that could have one.</source>
        <translation>千分位写法不一：%2 个可用千分位的金额中只有 %1 个用了。</translation>
    </message>
    <message>
        <source>“%1” is no account code of 3, 5 or 7 digits.</source>
        <translation>“%1”不是 3、5 或 7 位科目编码。</translation>
    </message>
    <message>
        <source>Economic accounts have 3 or 5 digits.</source>
        <translation>经济分类科目编码应为 3 或 5 位。</translation>
    </message>
    <message>
        <source>The code %1 stands twice.</source>
        <translation>编码 %1 出现两次。</translation>
    </message>
    <message>
        <source>The row of %1 above it is missing.</source>
        <translation>缺少上级科目 %1 的行。</translation>
    </message>
    <message>
        <source>The code stands behind %1, which is larger.</source>
        <translation>编码排在更大的 %1 之后，顺序有误。</translation>
    </message>
    <message>
        <source>the year of the report</source>
        <translation>报告年度</translation>
    </message>
    <message>
        <source>The account list of %1 calls this account “%2”.</source>
        <translation>%1 年科目表中此科目名称为“%2”。</translation>
    </message>
    <message>
        <source>Our account list does not have this code (it is known to be incomplete).</source>
        <translation>本程序的科目表中没有此编码（该表尚不完整）。</translation>
    </message>
    <message>
        <source>Nothing is printed in several ways (blank, 0, 0.00): %1.</source>
        <translation>零值写法不一（空白、0、0.00）：%1。</translation>
    </message>
    <message>
        <source>nothing in the report that it looks at</source>
        <translation>报告中没有需要此规则核对的内容</translation>
    </message>
    <message>
        <source>the report is not published yet</source>
        <translation>报告尚未公开</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>The dictionary has no figure “%1”.</source>
        <translation>指标表中没有“%1”。</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2: %3, share %4</source>
        <translation>%1，%2：%3，占 %4</translation>
    </message>
    <message>
        <source>%1, total: %2</source>
        <translation>%1，合计：%2</translation>
    </message>
</context>
<context>
    <name>Checker</name>
    <message>
        <source>an amount that the form does not print</source>
        <translation>报表样式中未列出的金额</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message numerus="yes">
        <source> + %n more</source>
        <translation>
            <numerusform> + 另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>rounding could explain it, but hardly</source>
        <translation>可能是尾差，但可能性不大</translation>
    </message>
    <message numerus="yes">
        <source>The rows %1 to %2 look displaced by %n row(s).</source>
        <translation>
            <numerusform>%1 至 %2 各行疑似错位 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n equation(s) fail because of it</source>
        <translation>
            <numerusform>由此引起 %n 个等式不成立</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>most likely wrong: %1; with %2 all %n equation(s) hold</source>
        <translation>
            <numerusform>最可能错在 %1：改为 %2 则 %n 个等式全部成立</numerusform>
        </translation>
    </message>
    <message>
        <source>the equations cannot tell which is wrong: %1</source>
        <translation>仅凭等式无法判断哪个有错：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) differ by rounding only.</source>
        <translation>
            <numerusform>%n 处合计数仅有尾差。</numerusform>
        </translation>
    </message>
    <message>
        <source>holds for other forms</source>
        <translation>仅适用于其他报表样式</translation>
    </message>
    <message>
        <source>only when %1</source>
        <translation>仅当 %1 时适用</translation>
    </message>
    <message>
        <source>amounts that can be read</source>
        <translation>可识别的金额</translation>
    </message>
    <message>
        <source>no amounts in it</source>
        <translation>没有金额</translation>
    </message>
    <message>
        <source>rows that may stand on a page that could not be read</source>
        <translation>可能在未能读取的页上的行</translation>
    </message>
    <message>
        <source>a table that has no amounts yet</source>
        <translation>尚未填列的表</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>A cell is named KIND/ROW/COLUMN, not “%1”.</source>
        <translation>单元格应写作“表/行/列”（KIND/ROW/COLUMN），不能是“%1”。</translation>
    </message>
    <message>
        <source>The report has no table “%1”.</source>
        <translation>报告中没有表“%1”。</translation>
    </message>
    <message>
        <source>The table has no side “%1”.</source>
        <translation>表中没有“%1”一侧。</translation>
    </message>
    <message>
        <source>The table has no row “%1”.</source>
        <translation>表中没有行“%1”。</translation>
    </message>
    <message>
        <source>The row has no column “%1”.</source>
        <translation>该行没有列“%1”。</translation>
    </message>
    <message>
        <source>what the report holds</source>
        <translation>显示报告内容</translation>
    </message>
    <message>
        <source>edits cells; totals follow</source>
        <translation>修改单元格，合计数自动更新</translation>
    </message>
    <message>
        <source>writes the report in another format</source>
        <translation>将报告转换为其他格式</translation>
    </message>
    <message>
        <source>Usage: mingzhang-cli COMMAND ...</source>
        <translation>用法：mingzhang-cli 命令 ...</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>%1 rows, %2 figures</source>
        <translation>%1 行，%2 个数据</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>show takes one file.</source>
        <translation>show 需要且只需要一个文件。</translation>
    </message>
    <message>
        <source>set takes a file, one or more KIND/ROW/COLUMN=VALUE, and --out NEW.mzr.</source>
        <translation>set 需要一个文件、至少一项 KIND/ROW/COLUMN=VALUE，以及 --out NEW.mzr。</translation>
    </message>
    <message>
        <source>“%1” is not of the form KIND/ROW/COLUMN=VALUE.</source>
        <translation>“%1”不符合 KIND/ROW/COLUMN=VALUE 的写法。</translation>
    </message>
    <message>
        <source>convert takes a file, --to FORMAT and --out PATH.</source>
        <translation>convert 需要一个文件、--to FORMAT 和 --out PATH。</translation>
    </message>
    <message>
        <source>The formats to write are csv, mzr and txt; “%1” is none of them.</source>
        <translation>可输出的格式为 csv、mzr 和 txt，不支持“%1”。</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>待人工核实</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>有错</translation>
    </message>
    <message>
        <source>not fully checked</source>
        <translation>未查全</translation>
    </message>
    <message>
        <source>%1: not read: %2</source>
        <translation>%1：未能读取：%2</translation>
    </message>
    <message>
        <source>%1: %2 · errors %3 · warnings %4 · hints %5</source>
        <translation>%1：%2 · 错误 %3 · 警告 %4 · 提示 %5</translation>
    </message>
    <message>
        <source>  difference %1</source>
        <translation>  差额 %1</translation>
    </message>
    <message>
        <source>Rules: %1 · done %2 · do not apply %3 · lack data %4</source>
        <translation>规则：应检 %1 · 已检 %2 · 不适用 %3 · 缺数据 %4</translation>
    </message>
    <message>
        <source>check takes one or more files or folders.</source>
        <translation>check 需要至少一个文件或文件夹。</translation>
    </message>
    <message>
        <source>what does not add up, and why</source>
        <translation>核对勾稽关系，指出问题和原因</translation>
    </message>
    <message>
        <source>%1 of %2 files checked</source>
        <translation>已核对 %1/%2 个文件</translation>
    </message>
    <message>
        <source>Numbers in the text: %1 · agree %2 · disagree %3 · not checked %4</source>
        <translation>文中数字 %1 · 相符 %2 · 不符 %3 · 未核对 %4</translation>
    </message>
    <message>
        <source>writes the narrative from the figures; what only a person can say is left open and listed</source>
        <translation>根据数字撰写决算情况说明；只能由人填写的内容留空并列出</translation>
    </message>
    <message>
        <source>“%1” is not of the form FIGURE[@PHASE]=VALUE.</source>
        <translation>“%1”的格式应为 指标[@口径]=数值。</translation>
    </message>
    <message>
        <source>“%1” is none of actual, initial, full, budget, last.</source>
        <translation>“%1”不是 actual、initial、full、budget、last 之一。</translation>
    </message>
    <message>
        <source>There is no figure “%1”.</source>
        <translation>没有指标“%1”。</translation>
    </message>
    <message>
        <source>write takes a file, figures that no table holds, and --out NEW.mzr.</source>
        <translation>write 需要一个文件、表外数字和 --out NEW.mzr。</translation>
    </message>
    <message>
        <source>%1: still missing: %2 (%3)</source>
        <translation>%1：尚缺：%2（%3）</translation>
    </message>
    <message>
        <source>Places of the text that are still to be filled in: %1. They stand in it as 〔..〕.</source>
        <translation>正文中尚有 %1 处待填写，以〔…〕标出。</translation>
    </message>
</context>
<context>
    <name>CsvFolder</name>
    <message>
        <source>The folder could not be made.</source>
        <translation>无法建立该文件夹。</translation>
    </message>
    <message>
        <source>The tables of one folder were read as one report: %1.</source>
        <translation>同一文件夹中的各表已作为一份报告读取：%1。</translation>
    </message>
</context>
<context>
    <name>DocReader</name>
    <message>
        <source>The file is of Word 6 or 95, which is not read. Save it with a newer program first.</source>
        <translation>这是 Word 6 或 95 的文件，无法读取。请先用较新的程序另存。</translation>
    </message>
    <message>
        <source>The file is not a Word document.</source>
        <translation>文件不是 Word 文档。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>The file is damaged: it does not tell where its text stands.</source>
        <translation>文件已损坏：无法确定正文的位置。</translation>
    </message>
    <message>
        <source>The text is longer than %1 million characters; no report is.</source>
        <translation>文本超过 %1 百万字符，决算报告不会这么长。</translation>
    </message>
    <message>
        <source>The document holds more than %1 cells and paragraphs; no report does.</source>
        <translation>文档的单元格和段落超过 %1 个，决算报告不会有这么多。</translation>
    </message>
    <message>
        <source>The document nests more than %1 tables in each other; no report does.</source>
        <translation>文档中表格嵌套超过 %1 层，决算报告不会这样。</translation>
    </message>
    <message>
        <source>The file is damaged: some of its text could not be read.</source>
        <translation>文件已损坏：部分文字无法读取。</translation>
    </message>
</context>
<context>
    <name>DocxReader</name>
    <message>
        <source>A file of another format is embedded here; it cannot be read.</source>
        <translation>此处嵌入了另一种格式的文件，无法读取。</translation>
    </message>
    <message>
        <source>A picture stands here; what is written in it cannot be read.</source>
        <translation>此处是图片，图中的文字无法读取。</translation>
    </message>
    <message>
        <source>The document has more than %1 million characters.</source>
        <translation>文档超过 %1 百万字符。</translation>
    </message>
    <message>
        <source>The file is an office document, but not a Word document.</source>
        <translation>文件是办公文档，但不是 Word 文档。</translation>
    </message>
    <message>
        <source>The document has a table of more than %1 columns.</source>
        <translation>文档中有超过 %1 列的表格。</translation>
    </message>
    <message>
        <source>The tables of the document have more than %1 cells together.</source>
        <translation>文档中各表合计超过 %1 个单元格。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>ExplanationTests</name>
    <message>
        <source>the report&apos;s year</source>
        <translation>本报告的年度</translation>
    </message>
    <message>
        <source>%1 is named where %2 should stand.</source>
        <translation>此处写的是 %1 年，应为 %2 年。</translation>
    </message>
    <message>
        <source>No reason follows these words.</source>
        <translation>“原因”之后没有内容。</translation>
    </message>
    <message>
        <source>The section tells of a difference and gives no reason.</source>
        <translation>本节有增减或差异，没有说明原因。</translation>
    </message>
    <message>
        <source>The explanation tells of the parts, but not of %1.</source>
        <translation>说明列出了各部分，没有列出 %1。</translation>
    </message>
    <message>
        <source>%1% has more than two decimals.</source>
        <translation>%1% 多于两位小数。</translation>
    </message>
    <message>
        <source>%1% is printed with other decimals than the rates beside it.</source>
        <translation>%1% 的小数位与同章其他百分比不同。</translation>
    </message>
    <message>
        <source>The text says 本部门 (%1 times) and 本单位 (%2 times) of itself.</source>
        <translation>文中“本部门”（%1 处）与“本单位”（%2 处）混用。</translation>
    </message>
    <message>
        <source>named without an amount in the table: %1</source>
        <translation>列出而表中无数：%1</translation>
    </message>
    <message>
        <source>not named: %1</source>
        <translation>表中有数而未列出：%1</translation>
    </message>
    <message>
        <source>The list differs from the table; %1.</source>
        <translation>列举的科目与表不符；%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>No word says that %1% is a share.</source>
        <translation>%1% 前没有“占”字。</translation>
    </message>
</context>
<context>
    <name>Expression</name>
    <message>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Formula “%1”: %2 was not expected at character %3.</source>
        <translation>公式“%1”：第 %3 个字符处不应是%2。</translation>
    </message>
</context>
<context>
    <name>FigureDictionary</name>
    <message>
        <source>A line needs ten fields.</source>
        <translation>每行应有十个字段。</translation>
    </message>
</context>
<context>
    <name>FormParser</name>
    <message>
        <source>The key “%1” is not known here.</source>
        <translation>此处不能使用键“%1”。</translation>
    </message>
    <message>
        <source>“%1” must be a text.</source>
        <translation>“%1”应为文本。</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>“%1”应为文本列表。</translation>
    </message>
    <message>
        <source>The unit must be 元 or 万元.</source>
        <translation>单位应为元或万元。</translation>
    </message>
    <message>
        <source>The decimals are outside what the unit allows.</source>
        <translation>小数位数超出该单位允许的范围。</translation>
    </message>
    <message>
        <source>“accounts” must be functional or economic.</source>
        <translation>“accounts”应为 functional 或 economic。</translation>
    </message>
    <message>
        <source>A form needs at least one lane.</source>
        <translation>报表样式至少要有一个并列栏（lane）。</translation>
    </message>
    <message>
        <source>A lane needs at least one amount column.</source>
        <translation>每个并列栏（lane）至少要有一个金额列。</translation>
    </message>
    <message>
        <source>A heading needs a list of one or more cells, at most 8 levels deep.</source>
        <translation>表头应为至少含一个单元格的列表，最多 8 层。</translation>
    </message>
    <message>
        <source>A heading without others below it needs “column”, or “shows” with code, label or line.</source>
        <translation>没有下级的表头需要“column”，或值为 code、label、line 的“shows”。</translation>
    </message>
    <message>
        <source>The key “%1” stands twice in one lane.</source>
        <translation>同一并列栏（lane）中键“%1”出现两次。</translation>
    </message>
    <message>
        <source>“%1” is not an account code of 3, 5 or 7 digits.</source>
        <translation>“%1”不是 3、5 或 7 位科目编码。</translation>
    </message>
    <message>
        <source>No account list has a name for the code “%1”; give it a label.</source>
        <translation>科目表中查不到编码“%1”的名称，请给出 label。</translation>
    </message>
    <message>
        <source>The form has no side “%1”.</source>
        <translation>报表样式中没有“%1”一侧。</translation>
    </message>
    <message>
        <source>The form has no column “%1”.</source>
        <translation>报表样式中没有列“%1”。</translation>
    </message>
    <message>
        <source>The file holds no object.</source>
        <translation>文件内容不是 JSON 对象。</translation>
    </message>
    <message>
        <source>A family needs an id, a title and a list of forms.</source>
        <translation>报表样式集需要 id、title 和报表清单。</translation>
    </message>
    <message>
        <source>“%1” must be true or false.</source>
        <translation>“%1”应为 true 或 false。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”应为整数。</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>“%1”应为列表。</translation>
    </message>
    <message>
        <source>The side “%1” stands twice in the form.</source>
        <translation>报表样式中“%1”一侧出现两次。</translation>
    </message>
    <message>
        <source>The column “%1” stands twice in one lane.</source>
        <translation>同一并列栏（lane）中列“%1”出现两次。</translation>
    </message>
    <message>
        <source>The row spans more lanes than the form has there, or none.</source>
        <translation>该行所跨并列栏（lane）数超出报表样式，或不足一栏。</translation>
    </message>
    <message>
        <source>Words are an object: a word for each column id.</source>
        <translation>“words”应为对象：每个栏目标识对应一个词。</translation>
    </message>
    <message>
        <source>The form has no column “%1” to put a word in.</source>
        <translation>表样没有可以填词的栏目“%1”。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>The file is a zip file, but no document of Word or Excel.</source>
        <translation>文件是 zip 文件，但不是 Word 或 Excel 文档。</translation>
    </message>
    <message>
        <source>The text is larger than %1 MB; no report is that large.</source>
        <translation>文本超过 %1 MB，决算报告不会这么大。</translation>
    </message>
    <message>
        <source>The file is damaged: it is named .%1, but it is none.</source>
        <translation>文件已损坏：扩展名是 .%1，内容却不是。</translation>
    </message>
</context>
<context>
    <name>HtmlReader</name>
    <message>
        <source>The page nests more than %1 elements in each other; no page does.</source>
        <translation>网页元素嵌套超过 %1 层，正常网页不会这样。</translation>
    </message>
    <message>
        <source>The page holds more than %1 cells and lines; no report does.</source>
        <translation>网页的单元格和行超过 %1 个，决算报告不会有这么多。</translation>
    </message>
    <message>
        <source>A table has more than %1 columns; no report has.</source>
        <translation>有表格超过 %1 列，决算报告不会这样。</translation>
    </message>
    <message>
        <source>The page only frames other files, which hold the tables: open those.</source>
        <translation>该网页只是其他文件的框架，表格在那些文件里：请打开那些文件。</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>网页没有内容。</translation>
    </message>
    <message>
        <source>The page is larger than %1 MB; no report is that large.</source>
        <translation>网页超过 %1 MB，决算报告不会这么大。</translation>
    </message>
    <message>
        <source>A tag of the page has more than %1 attributes; no page does.</source>
        <translation>网页中有标签的属性超过 %1 个，正常网页不会这样。</translation>
    </message>
</context>
<context>
    <name>LastYear</name>
    <message>
        <source>The report is of “%1”, not of “%2”.</source>
        <translation>该报告属于“%1”，不是“%2”。</translation>
    </message>
    <message>
        <source>The report is of %1; last year is %2.</source>
        <translation>该报告是 %1 年的；上年应为 %2 年。</translation>
    </message>
</context>
<context>
    <name>LastYearTests</name>
    <message>
        <source>Last year carried over %1.</source>
        <translation>上年年末结转和结余为 %1。</translation>
    </message>
    <message>
        <source>Last year left %1 of other money than fiscal money.</source>
        <translation>上年年末非财政拨款结转和结余为 %1。</translation>
    </message>
</context>
<context>
    <name>LostPages</name>
    <message numerus="yes">
        <source>%n page(s) or piece(s) of the file are pictures or could not be read; what stands there was not checked.</source>
        <translation>
            <numerusform>文件有 %n 处是图片或未能读取，其中的内容未核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>A scan: there is no text to read; nothing could be checked.</source>
        <translation>扫描件：没有可读取的文字，无法核对。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) or piece(s) that could not be read</source>
        <translation>
            <numerusform>未能读取的 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Write a picture of the window and end.</source>
        <translation>将窗口保存为图片后退出。</translation>
    </message>
    <message>
        <source>Appearance: light, dark or contrast.</source>
        <translation>外观：light（浅色）、dark（深色）或 contrast（高对比度）。</translation>
    </message>
    <message>
        <source>Size of the window, as 1280x800.</source>
        <translation>窗口大小，如 1280x800。</translation>
    </message>
    <message>
        <source>The table to show, as T05.</source>
        <translation>要显示的表，如 T05。</translation>
    </message>
    <message>
        <source>The section to show: words of its title, or its number, counted from 0.</source>
        <translation>要显示的章节：标题中的文字，或序号（从 0 起）。</translation>
    </message>
    <message>
        <source>The report to open, or a folder to check.</source>
        <translation>要打开的报告，或要核对的文件夹。</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>This is not an amount.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>The amount is finer than one fen (0.01 yuan).</source>
        <translation>金额最小到分（0.01 元）。</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>金额过大。</translation>
    </message>
</context>
<context>
    <name>MzrFile</name>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>无法写入文件：%1。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>The file could not be opened: %1.</source>
        <translation>无法打开文件：%1。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB; no report is that large.</source>
        <translation>文件超过 %1 MB，不像是决算报告。</translation>
    </message>
    <message>
        <source>The target is no ordinary file.</source>
        <translation>目标不是普通文件。</translation>
    </message>
</context>
<context>
    <name>Narrative</name>
    <message>
        <source>no row of the table bears this account&apos;s name</source>
        <translation>表中没有以此科目名称的行</translation>
    </message>
    <message>
        <source>the words before it are not understood</source>
        <translation>前面的文字未能识别</translation>
    </message>
    <message>
        <source>the number is too long</source>
        <translation>数字过长</translation>
    </message>
    <message>
        <source>the section states no figures of the report</source>
        <translation>该章节不说明本报告的数字</translation>
    </message>
    <message>
        <source>it stands in a reason</source>
        <translation>在原因说明中</translation>
    </message>
    <message>
        <source>it is of others, or of another time</source>
        <translation>属于其他单位或其他时期</translation>
    </message>
    <message>
        <source>percentage points are no rate</source>
        <translation>百分点不是比率</translation>
    </message>
    <message>
        <source>no word says which figure it is</source>
        <translation>没有文字说明是哪个指标</translation>
    </message>
    <message>
        <source>the words before it do not say what it is of the figure</source>
        <translation>前面的文字没有说明它是该指标的什么数</translation>
    </message>
    <message>
        <source>it is a change, but not said against what</source>
        <translation>是增减数，但没有说明与什么相比</translation>
    </message>
    <message>
        <source>no word says of what it is a share</source>
        <translation>没有文字说明占什么的比重</translation>
    </message>
    <message>
        <source>it differs from the tables, but may be of others: %1</source>
        <translation>与表不同，但口径可能不同：%1</translation>
    </message>
    <message>
        <source>no table has it</source>
        <translation>没有表列出此数</translation>
    </message>
    <message>
        <source>no table of the report has it</source>
        <translation>本报告没有表列出此数</translation>
    </message>
    <message>
        <source>the table has this amount in 万元</source>
        <translation>表中此金额的单位是万元</translation>
    </message>
    <message>
        <source>the table has %1</source>
        <translation>表中为 %1</translation>
    </message>
    <message>
        <source>the table has %1; the printed amount is that of %2</source>
        <translation>表中为 %1；文中的金额是%2的</translation>
    </message>
    <message>
        <source>the table only bounds it</source>
        <translation>表只能给出上下限</translation>
    </message>
    <message>
        <source>it cannot be more than %1</source>
        <translation>不能大于 %1</translation>
    </message>
    <message>
        <source>it cannot be less than %1</source>
        <translation>不能小于 %1</translation>
    </message>
    <message>
        <source>what it is computed from is not stated</source>
        <translation>文中没有写明计算所用的数</translation>
    </message>
    <message>
        <source>there is nothing that it could be a rate of: the base is 0</source>
        <translation>基数为 0，不应有比率</translation>
    </message>
    <message>
        <source>; it fits another budget of the same item</source>
        <translation>；与同一项目的另一预算数相符</translation>
    </message>
    <message>
        <source>last year&apos;s figure is not stated</source>
        <translation>没有写明上年数</translation>
    </message>
    <message>
        <source>the increase is larger than the figure itself, %1</source>
        <translation>增加额大于该数本身（%1）</translation>
    </message>
    <message>
        <source>; amount and rate go in different directions</source>
        <translation>；金额与比率方向不一致</translation>
    </message>
    <message>
        <source>the budget is not stated</source>
        <translation>没有写明预算数</translation>
    </message>
    <message>
        <source>final accounts %1, budget %2</source>
        <translation>决算 %1，预算 %2</translation>
    </message>
    <message>
        <source>the same section says %1</source>
        <translation>同一章节写为 %1</translation>
    </message>
    <message>
        <source>the parts stated add up to %1</source>
        <translation>所列各部分合计为 %1</translation>
    </message>
    <message>
        <source>it was marked as saying nothing of the report</source>
        <translation>已标记为与本报告无关</translation>
    </message>
    <message>
        <source>it is the change of a part</source>
        <translation>是其中一部分的增减</translation>
    </message>
    <message>
        <source>it fits a number that is wrong itself</source>
        <translation>与一个本身有误的数相符</translation>
    </message>
    <message>
        <source>no table of this report has last year&apos;s figure</source>
        <translation>本报告各表没有上年数</translation>
    </message>
    <message>
        <source>this year&apos;s figure and the change make it %1</source>
        <translation>按本年数与增减额推算，应为 %1</translation>
    </message>
    <message>
        <source>the section also tells of a change of %1</source>
        <translation>本节另述增减额为 %1</translation>
    </message>
    <message>
        <source>many rows of the table differ; they may be displaced</source>
        <translation>该表多行不符，可能整体错位</translation>
    </message>
    <message>
        <source>a number that it is computed with is wrong</source>
        <translation>计算所用的数有误</translation>
    </message>
    <message numerus="yes">
        <source>%n computation(s) with it fail</source>
        <translation>
            <numerusform>由它推算的 %n 处不成立</numerusform>
        </translation>
    </message>
    <message>
        <source>the changes of the parts add up to %1</source>
        <translation>各部分增减额合计为 %1</translation>
    </message>
    <message>
        <source>it is not certain which number belongs to which figure</source>
        <translation>不能确定各数字分别属于哪个指标</translation>
    </message>
    <message>
        <source>it is not certain which figure is meant</source>
        <translation>不能确定说的是哪个指标</translation>
    </message>
    <message>
        <source>it is of the account named before</source>
        <translation>它属于前面说明的科目</translation>
    </message>
    <message>
        <source>the table has another budget of it, which the text states, too</source>
        <translation>表中是文中写明的另一预算数</translation>
    </message>
    <message>
        <source>last year&apos;s budget is in no table</source>
        <translation>各表没有上年预算数</translation>
    </message>
    <message>
        <source>there was no budget that could be completed</source>
        <translation>没有可供完成的预算</translation>
    </message>
    <message>
        <source>this year&apos;s and last year&apos;s figures make it %1</source>
        <translation>按本年数和上年数应为 %1</translation>
    </message>
    <message>
        <source>amount and rate go in different directions</source>
        <translation>增减额与增减率方向不一致</translation>
    </message>
    <message>
        <source>the completion is %1</source>
        <translation>完成率为 %1</translation>
    </message>
    <message>
        <source>the other side changes by %1</source>
        <translation>收、支另一方的增减额为 %1</translation>
    </message>
</context>
<context>
    <name>NarrativeSections</name>
    <message>
        <source>No template is about what this section says.</source>
        <translation>没有与该章节内容对应的模板。</translation>
    </message>
</context>
<context>
    <name>NarrativeTemplates</name>
    <message>
        <source>The template “%1” is not understood.</source>
        <translation>模板“%1”未能识别。</translation>
    </message>
    <message>
        <source>The file could not be opened.</source>
        <translation>文件无法打开。</translation>
    </message>
</context>
<context>
    <name>NarrativeTests</name>
    <message>
        <source>The text says %1: %2.</source>
        <translation>文中为 %1：%2。</translation>
    </message>
    <message>
        <source>something to compare the text&apos;s numbers with</source>
        <translation>可与文中数字比较的数据</translation>
    </message>
    <message>
        <source>The text names the account otherwise than the table: %1 %2.</source>
        <translation>文中的科目名称与表不同：%1 %2。</translation>
    </message>
    <message>
        <source>The text does not tell of %1 %2.</source>
        <translation>文中没有说明 %1 %2。</translation>
    </message>
    <message>
        <source>The share %1 has no “%”.</source>
        <translation>占比 %1 缺少“%”。</translation>
    </message>
    <message>
        <source>The amount is %1, the number beside it %2.</source>
        <translation>金额为 %1，相应的数量为 %2。</translation>
    </message>
    <message>
        <source>There are fewer persons (%1) than groups (%2).</source>
        <translation>人次（%1）少于批次或团组（%2）。</translation>
    </message>
    <message>
        <source>the numbers beside the amounts</source>
        <translation>与金额相应的数量</translation>
    </message>
    <message numerus="yes">
        <source>%n amount(s) of the text could not be checked.</source>
        <translation>
            <numerusform>文中有 %n 个金额未能核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>The share %1 is not between 0 and 100 %.</source>
        <translation>占比 %1 不在 0 与 100% 之间。</translation>
    </message>
    <message>
        <source>both numbers</source>
        <translation>两处的数</translation>
    </message>
    <message>
        <source>It is %1, but another section has %2 of them.</source>
        <translation>此处为 %1，另一节却为 %2。</translation>
    </message>
    <message>
        <source>The text tells of %1 in two paragraphs.</source>
        <translation>文中有两段说明 %1。</translation>
    </message>
</context>
<context>
    <name>OfficePackage</name>
    <message>
        <source>The file has more relations than any document has.</source>
        <translation>文件内的关联数量超出任何正常文档。</translation>
    </message>
    <message>
        <source>The file is a zip file, but not an office document.</source>
        <translation>文件是 zip 文件，但不是办公文档。</translation>
    </message>
</context>
<context>
    <name>OleFile</name>
    <message>
        <source>The file is damaged: it is not a complete Office file.</source>
        <translation>文件已损坏：不是完整的 Office 文件。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>The file lacks a part that every such file has.</source>
        <translation>文件缺少这类文件必有的部分。</translation>
    </message>
    <message>
        <source>A part of the file is larger than %1 MB; no report is that large.</source>
        <translation>文件的一个部分超过 %1 MB，决算报告不会这么大。</translation>
    </message>
</context>
<context>
    <name>PdfFile</name>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>The file is damaged: it is not a complete PDF.</source>
        <translation>文件已损坏：不是完整的 PDF。</translation>
    </message>
    <message>
        <source>The file has more than %1 pages; no report has.</source>
        <translation>文件超过 %1 页，决算报告不会这么长。</translation>
    </message>
</context>
<context>
    <name>PdfReader</name>
    <message>
        <source>The page is a scan: there is no text in it to read.</source>
        <translation>该页是扫描件：没有可读取的文字。</translation>
    </message>
    <message>
        <source>The page holds more than can be read of one page.</source>
        <translation>该页内容超出单页可读取的上限。</translation>
    </message>
    <message>
        <source>%1 characters have no meaning in the file; they cannot be read.</source>
        <translation>有 %1 个字符在文件中没有对应的文字，无法读取。</translation>
    </message>
    <message>
        <source>The file holds more text than any report.</source>
        <translation>文件的文字比任何决算报告都多。</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>There is no text in the file.</source>
        <translation>文件中没有文字。</translation>
    </message>
</context>
<context>
    <name>QualityTests</name>
    <message>
        <source>The bracket “%1” has no counterpart.</source>
        <translation>括号“%1”不成对。</translation>
    </message>
    <message>
        <source>A quotation mark is turned the wrong way round.</source>
        <translation>引号方向有误。</translation>
    </message>
    <message>
        <source>A quotation mark has no counterpart.</source>
        <translation>引号不成对。</translation>
    </message>
    <message>
        <source>the pattern “%1”, which is faulty: %2</source>
        <translation>样式“%1”有误：%2</translation>
    </message>
    <message>
        <source>“%1” should not be left in the text.</source>
        <translation>文中不应留有“%1”。</translation>
    </message>
    <message>
        <source>“%1” should read “%2”.</source>
        <translation>“%1”应为“%2”。</translation>
    </message>
    <message>
        <source>the text was put together from printed lines</source>
        <translation>文本由印刷行拼接而成</translation>
    </message>
    <message>
        <source>“%1” stands twice in a row.</source>
        <translation>“%1”重复。</translation>
    </message>
    <message>
        <source>Amounts of one chapter are printed with a thousands comma and without.</source>
        <translation>同一章节的金额有的带千分位、有的不带。</translation>
    </message>
    <message>
        <source>The paragraph does not end with a full stop.</source>
        <translation>段末缺少句号。</translation>
    </message>
    <message numerus="yes">
        <source>It stands in %n place(s).</source>
        <translation>
            <numerusform>共 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
</context>
<context>
    <name>RecognitionWords</name>
    <message>
        <source>The list “%1” is missing.</source>
        <translation>缺少词表“%1”。</translation>
    </message>
</context>
<context>
    <name>Recognizer</name>
    <message>
        <source>No table of a final-accounts report was found in it.</source>
        <translation>文件中没有找到决算公开表。</translation>
    </message>
    <message>
        <source>The table “%1” stands twice; the second is kept as text.</source>
        <translation>表“%1”出现两次，第二张按原文保留。</translation>
    </message>
    <message>
        <source>The table “%1” was not found.</source>
        <translation>没有找到表“%1”。</translation>
    </message>
    <message>
        <source>“%1” has more columns than any table of a report; it is kept as text.</source>
        <translation>“%1”的列数超过决算公开的任何一张表，按原文保留。</translation>
    </message>
    <message>
        <source>This is a budget (预算), not final accounts (决算).</source>
        <translation>这是预算，不是决算。</translation>
    </message>
    <message>
        <source>No table of a final-accounts report was found in it. %1</source>
        <translation>文件中没有找到决算公开表。%1</translation>
    </message>
    <message>
        <source>This is an empty form: there is not one amount in its tables.</source>
        <translation>这是空白表样：各表中没有一个金额。</translation>
    </message>
    <message>
        <source>“%1” is kept as text, as chosen.</source>
        <translation>“%1”按选择保留为文本。</translation>
    </message>
    <message>
        <source>The file is a scan: there is no text in it to read.</source>
        <translation>文件是扫描件：没有可读取的文字。</translation>
    </message>
    <message>
        <source>“%1” is printed with its items as rows; it is shown in the order of the form.</source>
        <translation>“%1”按行列示各项，这里按报表样式的顺序显示。</translation>
    </message>
    <message>
        <source>“%1” is kept as it is printed: another table fits this place better.</source>
        <translation>“%1”按原样保留：另一张表更适合此处。</translation>
    </message>
</context>
<context>
    <name>ReportDoubts</name>
    <message>
        <source>The document does not say which department it is of.</source>
        <translation>文档没有写明是哪个部门的。</translation>
    </message>
    <message>
        <source>The document does not say of which year it is.</source>
        <translation>文档没有写明是哪一年的。</translation>
    </message>
    <message>
        <source>The document does not say whether it is of a department or of a single unit.</source>
        <translation>文档没有写明是部门决算还是单位决算。</translation>
    </message>
    <message>
        <source>No table prints its unit; %1 is assumed.</source>
        <translation>各表都没有写明单位，按%1处理。</translation>
    </message>
    <message>
        <source>The table “%1” does not print its unit; %2 is assumed.</source>
        <translation>“%1”没有写明单位，按%2处理。</translation>
    </message>
    <message>
        <source>The forms are of no known family; “%1” fits best, %2 % of its headings are found.</source>
        <translation>表样不属于已知的任何一套；“%1”最接近，找到了其中 %2% 的栏目。</translation>
    </message>
    <message>
        <source>This table has the headings of “%1”, and another title.</source>
        <translation>此表的栏目与“%1”相同，但标题不同。</translation>
    </message>
</context>
<context>
    <name>ReportJson</name>
    <message>
        <source>This is not a report file of this program.</source>
        <translation>这不是本程序的报告文件。</translation>
    </message>
    <message>
        <source>The file was written by a newer version of the program (format %1); this one reads up to format %2.</source>
        <translation>文件由更新版本的程序保存（格式版本 %1），本程序最高支持格式版本 %2。</translation>
    </message>
    <message>
        <source>The family of forms “%1” is not known here.</source>
        <translation>没有报表样式“%1”。</translation>
    </message>
    <message>
        <source>A text was expected.</source>
        <translation>此处应为文本。</translation>
    </message>
    <message>
        <source>A list was expected.</source>
        <translation>此处应为列表。</translation>
    </message>
    <message>
        <source>No form describes the table “%1”.</source>
        <translation>没有与表“%1”对应的报表样式。</translation>
    </message>
    <message>
        <source>The form of “%1” has no column “%2” here.</source>
        <translation>表“%1”的样式在此处没有列“%2”。</translation>
    </message>
    <message>
        <source>The table has too many columns.</source>
        <translation>表的列数过多。</translation>
    </message>
    <message>
        <source>The form has no such lane.</source>
        <translation>报表样式中没有这一并列栏（lane）。</translation>
    </message>
    <message>
        <source>The row needs %1 values.</source>
        <translation>该行应有 %1 个值。</translation>
    </message>
    <message>
        <source>Amounts are written as texts.</source>
        <translation>金额应写成文本。</translation>
    </message>
    <message>
        <source>The form has no amount there.</source>
        <translation>此处不填金额。</translation>
    </message>
    <message>
        <source>The text names a table that the file does not hold.</source>
        <translation>正文引用的表不在文件中。</translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation>文件已损坏：%1。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>A mark needs a finding and a kind.</source>
        <translation>标记需要指明问题和类型。</translation>
    </message>
    <message>
        <source>A whole number was expected.</source>
        <translation>此处应为整数。</translation>
    </message>
    <message>
        <source>An object was expected.</source>
        <translation>此处应为对象。</translation>
    </message>
    <message>
        <source>True or false was expected.</source>
        <translation>此处应为 true 或 false。</translation>
    </message>
    <message>
        <source>The unit must be 元 or 万元.</source>
        <translation>单位应为元或万元。</translation>
    </message>
    <message>
        <source>“at” must be the published place of the removed row.</source>
        <translation>“at”应为已删除行在公开表中的位置。</translation>
    </message>
    <message>
        <source>A column needs an “id”.</source>
        <translation>列需要“id”。</translation>
    </message>
    <message>
        <source>A text, a table or a grid was expected.</source>
        <translation>此处应为文本、表或表格（grid）。</translation>
    </message>
    <message>
        <source>A cell is a text, or a text with its rows and columns.</source>
        <translation>单元格应为文本，或带行数、列数的文本。</translation>
    </message>
    <message>
        <source>A field of the text needs a figure, a phase and a role.</source>
        <translation>文中的字段应有指标、口径和作用。</translation>
    </message>
    <message>
        <source>A figure beside the tables needs a figure, a phase and a value.</source>
        <translation>表外数字应有指标、口径和数值。</translation>
    </message>
    <message>
        <source>A published section cannot be a written one.</source>
        <translation>公开的原文不能同时是撰写的章节。</translation>
    </message>
    <message>
        <source>A number that was bound by hand needs its digits, and a figure with its phase and role where it has one.</source>
        <translation>人工指定的数须有原文数字；指定了指标的，还须有口径和含义。</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The key “%1” is not known in a rule.</source>
        <translation>规则中不能使用键“%1”。</translation>
    </message>
    <message>
        <source>A rule needs an id and a name.</source>
        <translation>规则需要 id 和名称（name）。</translation>
    </message>
    <message>
        <source>Rule %1: the group “%2” is not known.</source>
        <translation>规则 %1：没有分组“%2”。</translation>
    </message>
    <message>
        <source>Rule %1: the severity must be error, warning, info or manual.</source>
        <translation>规则 %1：severity 应为 error、warning、info 或 manual。</translation>
    </message>
    <message>
        <source>Rule %1: the tolerance must be sum, exact or items.</source>
        <translation>规则 %1：tolerance 应为 sum、exact 或 items。</translation>
    </message>
    <message>
        <source>Rule %1: there is no test “%2”.</source>
        <translation>规则 %1：没有检查项（test）“%2”。</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>规则 %1：%2</translation>
    </message>
    <message>
        <source>Rule %1: “for” must name cells of a table: %2</source>
        <translation>规则 %1：“for”应指明某张表的单元格：%2</translation>
    </message>
    <message>
        <source>“%1” is no comparison: =, &gt;= or &lt;= is missing.</source>
        <translation>“%1”不是比较式，缺少 =、&gt;= 或 &lt;=。</translation>
    </message>
    <message>
        <source>The file holds no rules.</source>
        <translation>文件中没有规则。</translation>
    </message>
    <message>
        <source>The rule %1 stands twice.</source>
        <translation>规则 %1 出现两次。</translation>
    </message>
    <message>
        <source>“%1” of a rule must be a list.</source>
        <translation>规则的“%1”必须是列表。</translation>
    </message>
    <message>
        <source>“settings” of a rule must be an object.</source>
        <translation>规则的“settings”必须是对象。</translation>
    </message>
    <message>
        <source>Rule %1 needs “holds”, “test” or “needs”.</source>
        <translation>规则 %1 应有“holds”、“test”或“needs”。</translation>
    </message>
</context>
<context>
    <name>TableRecognizer</name>
    <message>
        <source>The heading “%1” was taken for “%2”.</source>
        <translation>表头“%1”按“%2”识别。</translation>
    </message>
    <message>
        <source>The column “%1” is not in the form; it is kept as it is.</source>
        <translation>报表样式中没有列“%1”，按原样保留。</translation>
    </message>
    <message>
        <source>The column “%1” was not found.</source>
        <translation>没有找到列“%1”。</translation>
    </message>
    <message>
        <source>The row %1 is torn apart in the file; “%2” was left out.</source>
        <translation>行 %1 在文件中被拆散，“%2”未能归位。</translation>
    </message>
    <message>
        <source>The code %1 stands twice.</source>
        <translation>编码 %1 出现两次。</translation>
    </message>
    <message>
        <source>The line “%1” is not in the form; it is kept as it is.</source>
        <translation>报表样式中没有“%1”一行，按原样保留。</translation>
    </message>
    <message>
        <source>The line “%1” was taken for “%2”.</source>
        <translation>“%1”一行按“%2”识别。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表中没有数据行。</translation>
    </message>
    <message>
        <source>“%1” stands where the form has no amount.</source>
        <translation>不填金额的位置出现了“%1”。</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Row “%1”, column “%2”: %3</source>
        <translation>行“%1”、列“%2”：%3</translation>
    </message>
    <message>
        <source>sheet “%1”, line %2</source>
        <translation>工作表“%1”第 %2 行</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>工作表“%1”</translation>
    </message>
    <message>
        <source>The row “%1” was left out, as chosen.</source>
        <translation>“%1”一行按选择未导入。</translation>
    </message>
    <message>
        <source>The column “%1” was left out, as chosen.</source>
        <translation>“%1”一栏按选择未导入。</translation>
    </message>
</context>
<context>
    <name>TableTests</name>
    <message>
        <source>The total is zero.</source>
        <translation>合计数为零。</translation>
    </message>
    <message>
        <source>Line %1 is numbered “%2”.</source>
        <translation>第 %1 行的行次写作“%2”。</translation>
    </message>
    <message>
        <source>Column %1 is numbered “%2”.</source>
        <translation>第 %1 列的栏次写作“%2”。</translation>
    </message>
    <message>
        <source>The line stands behind one that comes later in the form.</source>
        <translation>该行顺序与报表样式不符，应在前面。</translation>
    </message>
    <message>
        <source>The table has no row “%1”.</source>
        <translation>表中没有行“%1”。</translation>
    </message>
    <message>
        <source>The table has %1 rows “%2”.</source>
        <translation>表中有 %1 行“%2”。</translation>
    </message>
    <message>
        <source>a family of forms that fits the report</source>
        <translation>与报告相符的报表样式</translation>
    </message>
    <message>
        <source>The table “%1” is missing or was not recognised.</source>
        <translation>缺少表“%1”，或未能识别。</translation>
    </message>
    <message>
        <source>The table “%1” stands before one that comes first in the form.</source>
        <translation>表“%1”顺序与报表样式不符，应在后面。</translation>
    </message>
    <message>
        <source>the note under the table</source>
        <translation>表下注释</translation>
    </message>
    <message>
        <source>The form also prints: %1.</source>
        <translation>报表样式中还应有：%1。</translation>
    </message>
    <message>
        <source>The amount is not broken down further.</source>
        <translation>金额未细分到下级科目。</translation>
    </message>
    <message>
        <source>The column “%1” is not printed.</source>
        <translation>未列出列“%1”。</translation>
    </message>
    <message>
        <source>“%1” does not have this code.</source>
        <translation>“%1”中没有此编码。</translation>
    </message>
    <message>
        <source>“%1” calls it “%2”.</source>
        <translation>“%1”中名称为“%2”。</translation>
    </message>
    <message>
        <source>The table is empty, but “%1” has amounts of it.</source>
        <translation>本表为空，但“%1”中有相应金额。</translation>
    </message>
    <message>
        <source>The table has amounts, but “%1” shows none of it.</source>
        <translation>本表有金额，但“%1”中没有相应金额。</translation>
    </message>
    <message>
        <source>the form&apos;s own sentence is printed under an empty table</source>
        <translation>空表下自动写入规定的说明</translation>
    </message>
    <message>
        <source>the lines under the tables</source>
        <translation>表下说明</translation>
    </message>
    <message>
        <source>The table is empty, and no line under it says so.</source>
        <translation>本表为空，但表下没有空表说明。</translation>
    </message>
    <message>
        <source>The line under it speaks of something else: “%1”</source>
        <translation>表下说明与本表不符：“%1”</translation>
    </message>
    <message>
        <source>A line under it says that there are no data, but it has amounts.</source>
        <translation>表下说明称无数据，但表中有金额。</translation>
    </message>
    <message>
        <source>The table is printed without its rows.</source>
        <translation>本表只有表头，没有数据行。</translation>
    </message>
    <message>
        <source>Some tables are in yuan, others in 万元.</source>
        <translation>各表单位不一致，有的是元，有的是万元。</translation>
    </message>
    <message>
        <source>The table names another department: “%1”.</source>
        <translation>本表的部门名称不一致：“%1”。</translation>
    </message>
    <message>
        <source>No chapter on “%1” was found.</source>
        <translation>没有找到“%1”部分。</translation>
    </message>
    <message>
        <source>the total of its column</source>
        <translation>本栏合计</translation>
    </message>
    <message>
        <source>%1 is also the amount of %2: pasted into the wrong row?</source>
        <translation>%1 与%2的金额相同：是否粘贴错行？</translation>
    </message>
</context>
<context>
    <name>TextGaps</name>
    <message>
        <source>Edited by hand, but what it tells is zero now: still wanted?</source>
        <translation>此段曾手工修改，而所述数额现为零：还需要吗？</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Initial budget</source>
        <translation>年初预算</translation>
    </message>
    <message>
        <source>Full budget</source>
        <translation>全年预算</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Added budget</source>
        <translation>追加预算</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>上年</translation>
    </message>
</context>
<context>
    <name>TextReader</name>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The file is not text.</source>
        <translation>这不是文本文件。</translation>
    </message>
    <message>
        <source>The text is neither in UTF-8 nor in GB18030.</source>
        <translation>文本编码既不是 UTF-8 也不是 GB18030。</translation>
    </message>
    <message>
        <source>The file is longer or wider than any report; what stands behind this place was left out.</source>
        <translation>文件比任何决算报告都长或宽；此处以后的内容未读入。</translation>
    </message>
</context>
<context>
    <name>TextTests</name>
    <message>
        <source>“%1” stands behind “%2”: the numbers do not run on.</source>
        <translation>“%1”排在“%2”之后：编号不连续。</translation>
    </message>
    <message>
        <source>“%1” is numbered in another way than its neighbours.</source>
        <translation>“%1”的编号样式与前后不同。</translation>
    </message>
    <message>
        <source>Cover and titles call the report %1: which one is it?</source>
        <translation>封面与标题分别称本报告为%1：究竟是哪一种？</translation>
    </message>
    <message>
        <source>the chapter on %1</source>
        <translation>关于%1的章节</translation>
    </message>
    <message>
        <source>The explanation says that there is none of it, but the tables have amounts.</source>
        <translation>说明称没有该项收支，但表中有金额。</translation>
    </message>
    <message>
        <source>The explanation gives amounts of it, but the tables have none.</source>
        <translation>说明中有该项金额，但表中没有。</translation>
    </message>
    <message>
        <source>The table is of %1, the explanation speaks of %2.</source>
        <translation>表的口径是%1，说明的口径是%2。</translation>
    </message>
    <message>
        <source>the numbers of vehicles in the explanation</source>
        <translation>说明中的车辆数</translation>
    </message>
    <message>
        <source>%1 vehicles are kept on fiscal money, but the department has %2.</source>
        <translation>财政拨款开支的公务用车保有量为 %1 辆，而部门共有车辆 %2 辆。</translation>
    </message>
    <message>
        <source>a cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>the department</source>
        <translation>部门名称</translation>
    </message>
    <message>
        <source>the year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>the kind of document (决算)</source>
        <translation>文种（决算）</translation>
    </message>
    <message>
        <source>The cover does not name %1.</source>
        <translation>封面没有写明%1。</translation>
    </message>
    <message>
        <source>a list of contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>The list of contents names what was not found in the report: %1</source>
        <translation>目录所列而报告中没有找到：%1</translation>
    </message>
    <message>
        <source>a glossary (名词解释)</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>the explanation (情况说明)</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>The explanation uses words that the glossary does not explain: %1</source>
        <translation>情况说明用到而名词解释没有解释：%1</translation>
    </message>
    <message>
        <source>the annexes</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>The annex “%1” is announced, but not in the report.</source>
        <translation>提到了附件“%1”，但报告中没有。</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>A total would become too large to be exact.</source>
        <translation>合计数过大，无法精确计算。</translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message>
        <source>“%1” is not known</source>
        <translation>“%1”不认识</translation>
    </message>
</context>
<context>
    <name>XlsReader</name>
    <message>
        <source>A hidden sheet is left out.</source>
        <translation>隐藏的工作表未读入。</translation>
    </message>
    <message>
        <source>The file is of Excel 95 or older, which is not read. Save it with a newer program first.</source>
        <translation>这是 Excel 95 或更早版本的文件，无法读取。请先用较新的程序另存。</translation>
    </message>
    <message>
        <source>The file is damaged: a sheet is not where it ought to be.</source>
        <translation>文件已损坏：工作表不在应在的位置。</translation>
    </message>
    <message>
        <source>The workbook has more than %1 cells; no report has.</source>
        <translation>工作簿超过 %1 个单元格，决算报告不会有这么多。</translation>
    </message>
    <message>
        <source>The workbook has more than %1 million characters; no report has.</source>
        <translation>工作簿超过 %1 百万字符，决算报告不会有这么多。</translation>
    </message>
    <message>
        <source>The file is not a workbook.</source>
        <translation>文件不是工作簿。</translation>
    </message>
    <message>
        <source>The file is damaged: its list of sheets is missing.</source>
        <translation>文件已损坏：缺少工作表清单。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
    <message>
        <source>The workbook has more than %1 texts; no report has.</source>
        <translation>工作簿的文本超过 %1 条，决算报告不会有这么多。</translation>
    </message>
</context>
<context>
    <name>XlsxReader</name>
    <message>
        <source>A hidden sheet is left out.</source>
        <translation>隐藏的工作表未读入。</translation>
    </message>
    <message>
        <source>%1 cells hold formulas without stored results; open and save the file once in a spreadsheet program.</source>
        <translation>有 %1 个单元格的公式没有存储结果；请用电子表格程序打开并保存一次。</translation>
    </message>
    <message>
        <source>The sheet has more than %1 columns.</source>
        <translation>工作表超过 %1 列。</translation>
    </message>
    <message>
        <source>The workbook has more than %1 cells.</source>
        <translation>工作簿超过 %1 个单元格。</translation>
    </message>
    <message>
        <source>Hidden rows (%1) and columns (%2) of this sheet hold text; they are left out.</source>
        <translation>本工作表有含文字的隐藏行（%1）和隐藏列（%2），未读入。</translation>
    </message>
    <message>
        <source>The file holds more text than any report.</source>
        <translation>文件的文字比任何决算报告都多。</translation>
    </message>
    <message>
        <source>The file is damaged: its rows and cells are not in order.</source>
        <translation>文件已损坏：行和单元格次序错乱。</translation>
    </message>
    <message>
        <source>The file is an office document, but not a workbook.</source>
        <translation>文件是办公文档，但不是工作簿。</translation>
    </message>
    <message>
        <source>The workbook has more than %1 sheets.</source>
        <translation>工作簿超过 %1 张工作表。</translation>
    </message>
    <message>
        <source>The workbook is in the binary form (xlsb); save it as xlsx.</source>
        <translation>工作簿是二进制格式（xlsb），请另存为 xlsx。</translation>
    </message>
</context>
<context>
    <name>XmlPart</name>
    <message>
        <source>The file declares a document type, which office documents do not.</source>
        <translation>文件含有文档类型声明，办公文档不应有。</translation>
    </message>
    <message>
        <source>The file holds an element with more attributes than any document has.</source>
        <translation>文件中有元素的属性数量超出任何正常文档。</translation>
    </message>
    <message>
        <source>The file is damaged: line %1 of a part cannot be read.</source>
        <translation>文件已损坏：某部分的第 %1 行无法读取。</translation>
    </message>
    <message>
        <source>The file is damaged: a part of it is not text.</source>
        <translation>文件已损坏：某部分不是文本。</translation>
    </message>
    <message>
        <source>The file nests its elements deeper than any document does.</source>
        <translation>文件的元素嵌套过深。</translation>
    </message>
</context>
<context>
    <name>ZipArchive</name>
    <message>
        <source>The file is damaged: a part of it cannot be unpacked.</source>
        <translation>文件已损坏：某部分无法解压。</translation>
    </message>
    <message>
        <source>Unpacked, the file is larger than %1 MB; no report is that large.</source>
        <translation>解压后超过 %1 MB，决算报告不会这么大。</translation>
    </message>
    <message>
        <source>The file is protected by a password, or it is of an older format than its name says.</source>
        <translation>文件有密码保护，或其格式比扩展名所示的更旧。</translation>
    </message>
    <message>
        <source>The file is damaged: it is not a complete zip file.</source>
        <translation>文件已损坏：不是完整的 zip 文件。</translation>
    </message>
    <message>
        <source>The file holds more than %1 parts; no document does.</source>
        <translation>文件超过 %1 个部分，正常文档不会这样。</translation>
    </message>
    <message>
        <source>The file lacks a part that every such file has.</source>
        <translation>文件缺少这类文件必有的部分。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件有密码保护。</translation>
    </message>
</context>
<context>
    <name>mz::AddAccountDialog</name>
    <message>
        <source>Add account</source>
        <translation>添加科目</translation>
    </message>
    <message>
        <source>Code, or a part of the name, of the account to add to “%1”. A code that is not listed may be followed by its name.</source>
        <translation>输入要添加到“%1”的科目编码，或名称中的几个字。科目表中没有的编码，可在其后接着写名称。</translation>
    </message>
    <message>
        <source>2010301, or part of the name</source>
        <translation>2010301，或名称中的几个字</translation>
    </message>
    <message>
        <source>Accounts found</source>
        <translation>找到的科目</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>The account list of %1 does not have this code; it is added as you name it.</source>
        <translation>%1 年科目表中没有此编码，将按您写的名称添加。</translation>
    </message>
</context>
<context>
    <name>mz::AnnexModel</name>
    <message>
        <source>The other numbers give %1.</source>
        <translation>按其他数字应为 %1。</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>mz::AnnexPage</name>
    <message>
        <source>Annex: %1</source>
        <translation>附件：%1</translation>
    </message>
</context>
<context>
    <name>mz::BatchModel</name>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>有错</translation>
    </message>
    <message>
        <source>Not fully checked</source>
        <translation>未查全</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表样</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Total (10,000 yuan)</source>
        <translation>收支总计（万元）</translation>
    </message>
    <message>
        <source>What failed and why</source>
        <translation>未通过之处和原因</translation>
    </message>
</context>
<context>
    <name>mz::BatchPage</name>
    <message>
        <source>How many files are checked</source>
        <translation>核对进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Search files</source>
        <translation>搜索文件</translation>
    </message>
    <message>
        <source>Files of the folder</source>
        <translation>文件夹中的文件</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>打开报告(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>正在查找文件…</translation>
    </message>
    <message>
        <source>The folder holds no file that can be read.</source>
        <translation>文件夹中没有可读取的文件。</translation>
    </message>
    <message>
        <source>%1 of %2 files checked</source>
        <translation>已核对 %1/%2 个文件</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 files</source>
        <translation>已停止：核对了 %1/%2 个文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked</source>
        <translation>
            <numerusform>已核对 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>What failed and why</source>
        <translation>未通过之处和原因</translation>
    </message>
    <message>
        <source>Double click or Enter opens a report; Alt+Left comes back to the list.</source>
        <translation>双击或按回车打开报告；Alt+← 返回列表。</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>mz::BindNumberDialog</name>
    <message>
        <source>It is this &amp;figure:</source>
        <translation>它是这项指标(&amp;F)：</translation>
    </message>
    <message>
        <source>It says &amp;nothing of this report</source>
        <translation>与本报告无关(&amp;N)</translation>
    </message>
    <message>
        <source>What is this number?</source>
        <translation>这个数是什么？</translation>
    </message>
    <message>
        <source>As the words &amp;say</source>
        <translation>按文字判断(&amp;S)</translation>
    </message>
</context>
<context>
    <name>mz::CellDelegate</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>mz::ChartCard</name>
    <message>
        <source>Copy, save or show as table</source>
        <translation>复制、保存或以表格显示</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>复制为图片(&amp;C)</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>另存为 PNG(&amp;P)…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>另存为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation>“%1”图表菜单</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>The chart could not be saved to %1: %2.</source>
        <translation>图表无法保存到 %1：%2。</translation>
    </message>
</context>
<context>
    <name>mz::ChartPane</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>mz::ChartTable</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>mz::ClaimsModel</name>
    <message>
        <source>Agrees</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Agrees as a sum</source>
        <translation>按合计相符</translation>
    </message>
    <message>
        <source>Agrees but for rounding</source>
        <translation>相符（尾差）</translation>
    </message>
    <message>
        <source>Disagrees</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Follows from a wrong number</source>
        <translation>由另一处错误引起</translation>
    </message>
    <message>
        <source>Not checked: a rate of zero</source>
        <translation>未核对：基数为零的比率</translation>
    </message>
    <message>
        <source>Not checked: no counterpart</source>
        <translation>未核对：没有对应的数</translation>
    </message>
    <message>
        <source>Not checked: of others</source>
        <translation>未核对：口径不同</translation>
    </message>
    <message>
        <source>Not checked: not understood</source>
        <translation>未核对：未能识别</translation>
    </message>
    <message>
        <source>final account</source>
        <translation>决算</translation>
    </message>
    <message>
        <source>budget at the beginning of the year</source>
        <translation>年初预算</translation>
    </message>
    <message>
        <source>adjusted budget</source>
        <translation>全年预算</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>added to the budget</source>
        <translation>追加预算</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>of another time</source>
        <translation>其他时期</translation>
    </message>
    <message>
        <source>%1 as a share of %2</source>
        <translation>%1占%2的比重</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>文中</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Not checked: settled by hand</source>
        <translation>未核对：已人工认定</translation>
    </message>
</context>
<context>
    <name>mz::ColumnChoiceHeader</name>
    <message>
        <source>Not in the form</source>
        <translation>表样中没有</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>What the printed column “%1” is</source>
        <translation>印刷栏“%1”对应的栏目</translation>
    </message>
</context>
<context>
    <name>mz::ContentsModel</name>
    <message>
        <source>Before the first part</source>
        <translation>卷首</translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) differ from what they sum</source>
        <translation>
            <numerusform>%n 处合计数与明细之和不符</numerusform>
        </translation>
    </message>
    <message>
        <source>No amounts in this table</source>
        <translation>本表无数据</translation>
    </message>
    <message>
        <source>Figures for the text</source>
        <translation>正文所需数据</translation>
    </message>
    <message>
        <source>Still missing in the text</source>
        <translation>正文待补内容</translation>
    </message>
</context>
<context>
    <name>mz::ContentsPanel</name>
    <message>
        <source>Contents of the report</source>
        <translation>报告目录</translation>
    </message>
</context>
<context>
    <name>mz::ExplanationLine</name>
    <message>
        <source>Explanation of the current cell</source>
        <translation>当前单元格的说明</translation>
    </message>
    <message>
        <source>Choose an amount to see what it is made of.</source>
        <translation>选中一个金额，可查看其构成。</translation>
    </message>
    <message numerus="yes">
        <source> … (%n more)</source>
        <translation>
            <numerusform> …（还有 %n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>published %1 · computed %2 · difference %3</source>
        <translation>公开 %1 · 应为 %2 · 差 %3</translation>
    </message>
    <message>
        <source>published %1 · now %2</source>
        <translation>公开 %1 · 现为 %2</translation>
    </message>
    <message>
        <source>goes into %1</source>
        <translation>汇入 %1</translation>
    </message>
    <message>
        <source>fixed at %1 · computed %2 · difference %3</source>
        <translation>已固定为 %1 · 计算应为 %2 · 相差 %3</translation>
    </message>
    <message>
        <source>nothing to sum yet</source>
        <translation>下级尚无可汇总的数据</translation>
    </message>
</context>
<context>
    <name>mz::FieldDialog</name>
    <message>
        <source>Insert a field</source>
        <translation>插入数据项</translation>
    </message>
    <message>
        <source>What does this field say?</source>
        <translation>该数据项取什么数?</translation>
    </message>
    <message>
        <source>Choose a figure.</source>
        <translation>请选择数据项。</translation>
    </message>
    <message>
        <source>It is not known what it would be a share of.</source>
        <translation>不知道是占哪一项的比重。</translation>
    </message>
    <message>
        <source>Nothing can be said of it now; a dash stands there until it can.</source>
        <translation>目前无法得出该数;在能得出之前显示为“—”。</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>显示为:%1</translation>
    </message>
</context>
<context>
    <name>mz::FigureChoice</name>
    <message>
        <source>Part of the name, or a code</source>
        <translation>名称的一部分，或科目编码</translation>
    </message>
    <message>
        <source>Search figures</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>Figures found</source>
        <translation>找到的指标</translation>
    </message>
    <message>
        <source>What it says of the figure</source>
        <translation>该数表示指标的什么</translation>
    </message>
    <message>
        <source>Of which account or budget</source>
        <translation>决算或何种预算</translation>
    </message>
    <message>
        <source>its amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>its count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>its share, in %</source>
        <translation>占比（%）</translation>
    </message>
    <message>
        <source>the word 增加 or 减少</source>
        <translation>“增加”或“减少”</translation>
    </message>
    <message>
        <source>its change against last year</source>
        <translation>比上年增减额</translation>
    </message>
    <message>
        <source>the word 增长 or 下降</source>
        <translation>“增长”或“下降”</translation>
    </message>
    <message>
        <source>the rate of that change, in %</source>
        <translation>比上年增减率（%）</translation>
    </message>
    <message>
        <source>how much of the budget was used, in %</source>
        <translation>完成预算的比例（%）</translation>
    </message>
    <message>
        <source>the word 大于, 小于 or 等于</source>
        <translation>“大于”“小于”或“等于”</translation>
    </message>
    <message>
        <source>the difference from the budget</source>
        <translation>与预算的差额</translation>
    </message>
    <message>
        <source>the word 持平</source>
        <translation>“持平”</translation>
    </message>
</context>
<context>
    <name>mz::FigureSearchModel</name>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>mz::FindingsModel</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待人工核实</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>follows from the finding above</source>
        <translation>由上一条引起</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>可能原因</translation>
    </message>
</context>
<context>
    <name>mz::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Explanation of the finding</source>
        <translation>问题说明</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Set the figure that is most likely wrong to what the equations ask for</source>
        <translation>将最可能有错的数改为等式要求的数</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>False alarm…</source>
        <translation>误报…</translation>
    </message>
    <message>
        <source>Verified…</source>
        <translation>已核实…</translation>
    </message>
    <message>
        <source>Exception…</source>
        <translation>例外…</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Within a table</source>
        <translation>表内</translation>
    </message>
    <message>
        <source>Between tables</source>
        <translation>表间</translation>
    </message>
    <message>
        <source>Three public</source>
        <translation>三公</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Empty tables</source>
        <translation>空表说明</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>披露质量</translation>
    </message>
    <message>
        <source>Group of rules</source>
        <translation>规则类别</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Search findings</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <source>Consequences</source>
        <translation>连带问题</translation>
    </message>
    <message>
        <source>Also list what follows from another finding</source>
        <translation>同时列出由其他问题引起的连带问题</translation>
    </message>
    <message>
        <source>All tables</source>
        <translation>全部表</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Errors %1</source>
        <translation>错误 %1</translation>
    </message>
    <message>
        <source>Warnings %1</source>
        <translation>警告 %1</translation>
    </message>
    <message>
        <source>Hints %1</source>
        <translation>提示 %1</translation>
    </message>
    <message>
        <source>rules %1 · done %2 · do not apply %3 · lack data %4</source>
        <translation>应检 %1 · 已检 %2 · 不适用 %3 · 缺数据 %4</translation>
    </message>
    <message>
        <source>Lack data:
%1</source>
        <translation>取数不足：
%1</translation>
    </message>
    <message>
        <source>Nothing was found by the rules that could run.</source>
        <translation>已检规则未发现问题。</translation>
    </message>
    <message>
        <source>Choose a finding to see why; double click goes to its cell.</source>
        <translation>选中一条问题可查看原因，双击转到对应单元格。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>difference %1, rounding explains at most %2</source>
        <translation>差额 %1，尾差最多 %2</translation>
    </message>
    <message>
        <source>Fix %1</source>
        <translation>更正 %1</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Mark finding</source>
        <translation>标记问题</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>原因：</translation>
    </message>
    <message>
        <source>in the text: “%1”</source>
        <translation>文中：“%1”</translation>
    </message>
    <message>
        <source>To be looked at %1</source>
        <translation>待人工 %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>绩效</translation>
    </message>
    <message>
        <source>Correct the text in every place of this finding that is certain</source>
        <translation>在此项的每个确定之处改正文字</translation>
    </message>
    <message>
        <source>No report is open.</source>
        <translation>尚未打开报告。</translation>
    </message>
    <message>
        <source>No finding fits the filter.</source>
        <translation>没有符合筛选条件的问题。</translation>
    </message>
    <message>
        <source>difference %1</source>
        <translation>差额 %1</translation>
    </message>
</context>
<context>
    <name>mz::FormView</name>
    <message>
        <source>The report is open for browsing; switch to editing (F4) to change it.</source>
        <translation>当前为浏览状态，如需修改请切换到编辑（F4）。</translation>
    </message>
    <message>
        <source>Nothing was pasted. %1</source>
        <translation>未粘贴任何内容。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n total(s) were left as they are.</source>
        <translation>
            <numerusform>%n 个合计数保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a total; it follows the cells that it sums. To print another amount, use Report › Fix total.</source>
        <translation>这是合计数，随明细自动计算。如需另填金额，请用“报告 › 固定合计数”。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the block do not fit below the current cell.</source>
        <translation>
            <numerusform>粘贴内容比表格多出 %n 行，当前单元格以下放不下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) of the block do not fit beside the current cell.</source>
        <translation>
            <numerusform>粘贴内容比表格多出 %n 列，当前单元格右侧放不下。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::FoundTablesModel</name>
    <message>
        <source>Table without a title</source>
        <translation>无标题的表</translation>
    </message>
    <message>
        <source>Taken for “%1”</source>
        <translation>识别为“%1”</translation>
    </message>
    <message>
        <source>Kept as text</source>
        <translation>保留为文本</translation>
    </message>
</context>
<context>
    <name>mz::ImportIdentity</name>
    <message>
        <source>Full name of the department</source>
        <translation>部门全称</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Single unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>部门(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Scope</source>
        <translation>范围(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>表样(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>金额单位(&amp;U)</translation>
    </message>
    <message>
        <source>as printed</source>
        <translation>按所印</translation>
    </message>
    <message>
        <source>%1, as printed</source>
        <translation>%1（按所印）</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未印出</translation>
    </message>
</context>
<context>
    <name>mz::ImportPreview</name>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Not everything in this file was understood. Decide what is marked, or open it as it is: what is not in the form is kept as printed.</source>
        <translation>文件中有未能识别的内容。请处理标出的各处，或直接打开：表样以外的内容照原样保留。</translation>
    </message>
    <message>
        <source>&amp;Open the report</source>
        <translation>打开报告(&amp;O)</translation>
    </message>
    <message>
        <source>Tables found</source>
        <translation>找到的表</translation>
    </message>
    <message>
        <source>What is uncertain</source>
        <translation>不确定之处</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>&amp;Taken for</source>
        <translation>识别为(&amp;T)</translation>
    </message>
    <message>
        <source>D&amp;rop row</source>
        <translation>去掉此行(&amp;R)</translation>
    </message>
    <message>
        <source>Leave the selected rows out of the report (Space)</source>
        <translation>选中的行不导入报告（空格键）</translation>
    </message>
    <message>
        <source>The table as it is printed</source>
        <translation>原表</translation>
    </message>
    <message>
        <source>As it comes into the report</source>
        <translation>导入后的表</translation>
    </message>
    <message>
        <source>This table is kept as text, in its place in the report.</source>
        <translation>此表在报告原位保留为文本。</translation>
    </message>
    <message>
        <source>Kept as text</source>
        <translation>保留为文本</translation>
    </message>
    <message>
        <source>Take &amp;row back</source>
        <translation>恢复此行(&amp;R)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to decide</source>
        <translation>
            <numerusform>待确认 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>没有待确认之处。</translation>
    </message>
</context>
<context>
    <name>mz::MainWindow</name>
    <message>
        <source>What was not understood in the file</source>
        <translation>文件中未能识别的内容</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>识别提示</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>The report has changes that are not saved.</source>
        <translation>报告有未保存的修改。</translation>
    </message>
    <message>
        <source>Save them before going on?</source>
        <translation>是否先保存再继续？</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Reports (%1);;All files (*)</source>
        <translation>决算报告 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Report files (*.mzr)</source>
        <translation>明账报告 (*.mzr)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Fix total</source>
        <translation>固定合计数</translation>
    </message>
    <message>
        <source>%1
Amount to print instead of the computed one:</source>
        <translation>%1
用以代替计算结果的金额：</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2 年度</translation>
    </message>
    <message>
        <source>Mingzhang</source>
        <translation>明账</translation>
    </message>
    <message>
        <source>%1[*] – Mingzhang</source>
        <translation>%1[*] – 明账</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>%1 · year %2 · %3</source>
        <translation>%1 · %2 年度 · %3</translation>
    </message>
    <message>
        <source>department not known</source>
        <translation>部门未知</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown form</source>
        <translation>样式未知</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Sum %1 · count %2</source>
        <translation>求和 %1 · 计数 %2</translation>
    </message>
    <message>
        <source>%1 · average %2</source>
        <translation>%1 · 平均 %2</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;About Mingzhang</source>
        <translation>关于明账(&amp;A)</translation>
    </message>
    <message>
        <source>About Mingzhang</source>
        <translation>关于明账</translation>
    </message>
    <message>
        <source>Mingzhang %1
Final accounts of departments: typed, computed, checked.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>明账 %1
部门决算公开：录入、计算、核对。
自由软件，按 GNU 通用公共许可证第 3 版或更新版本授权。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New report…</source>
        <translation>新建报告(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Look only: nothing can be changed by accident (F4)</source>
        <translation>只看不改，避免误操作（F4）</translation>
    </message>
    <message>
        <source>Change amounts and rows (F4)</source>
        <translation>修改金额和行（F4）</translation>
    </message>
    <message>
        <source>&amp;Department and year…</source>
        <translation>部门和年度(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>添加科目(&amp;A)…</translation>
    </message>
    <message>
        <source>Re&amp;move rows</source>
        <translation>删除行(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Fix total…</source>
        <translation>固定合计数(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Let total follow its sum</source>
        <translation>恢复自动合计(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Previous table</source>
        <translation>上一张表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next table</source>
        <translation>下一张表(&amp;N)</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加科目</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on reading</source>
        <translation>
            <numerusform>识别提示 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核对(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一条问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一条问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Trace the current cell</source>
        <translation>追踪当前单元格(&amp;T)</translation>
    </message>
    <message>
        <source>Close the &amp;other side</source>
        <translation>收起对方表(&amp;O)</translation>
    </message>
    <message>
        <source>Try a &amp;rule file…</source>
        <translation>试用规则文件(&amp;R)…</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>有错</translation>
    </message>
    <message>
        <source>Not fully checked</source>
        <translation>未查全</translation>
    </message>
    <message>
        <source>%1: errors %2 · warnings %3 · hints %4</source>
        <translation>%1：错误 %2 · 警告 %3 · 提示 %4</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>由以下各项合计</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>汇入</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核对规则</translation>
    </message>
    <message>
        <source>Try a rule file</source>
        <translation>试用规则文件</translation>
    </message>
    <message>
        <source>Rule files (*.json)</source>
        <translation>规则文件 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) ran.</source>
        <translation>
            <numerusform>已检规则 %n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s).</source>
        <translation>
            <numerusform>发现问题 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>How far the file is read</source>
        <translation>文件读取进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading the file</source>
        <translation>停止读取文件</translation>
    </message>
    <message>
        <source>&amp;Check a folder…</source>
        <translation>核对文件夹(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>返回列表(&amp;B)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Back to the files of the folder (Alt+Left)</source>
        <translation>返回文件夹的文件列表（Alt+←）</translation>
    </message>
    <message>
        <source>Check a folder</source>
        <translation>核对文件夹</translation>
    </message>
    <message>
        <source>check of %1.csv</source>
        <translation>%1 核对结果.csv</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Type to replace, F2 to edit, Enter and Tab to move on, Esc to leave.
Del clears; on a fixed total it lets the total follow its sum again.
F4 switches between browsing and editing.
F8 and Shift+F8 go from finding to finding, F9 traces a cell.
F7 and Shift+F7 go to numbers of the text that are not checked or disagree;
Shift+F9 goes from a cell to the sentences that use it.
Ctrl+PgUp and Ctrl+PgDn go to the table before and after.
Ctrl+Shift+Ins adds an account, Ctrl+Shift+Del removes rows.
Ctrl++ and Ctrl+- change the size, Ctrl+0 resets it.
F6 goes from panel to panel.</source>
        <translation>直接键入替换金额，F2 修改，回车和 Tab 移到下一格，Esc 取消。
Del 清除；在固定合计上按 Del 恢复按公式计算。
F4 在浏览与编辑之间切换。
F8、Shift+F8 逐条查看核对结果，F9 追溯单元格。
F7、Shift+F7 逐个查看文中未核对或不符的数字；
Shift+F9 从单元格转到使用它的句子。
Ctrl+PgUp、Ctrl+PgDn 转到上一张、下一张表。
Ctrl+Shift+Ins 增加科目，Ctrl+Shift+Del 删除行。
Ctrl++、Ctrl+- 缩放，Ctrl+0 恢复。
F6 在各面板间移动。</translation>
    </message>
    <message>
        <source>Numbers of the text</source>
        <translation>文中数字</translation>
    </message>
    <message>
        <source>Previous number to look at</source>
        <translation>上一个待查数字</translation>
    </message>
    <message>
        <source>Sentences that use this &amp;cell</source>
        <translation>使用此单元格的句子(&amp;C)</translation>
    </message>
    <message>
        <source>No number of the text uses this cell.</source>
        <translation>文中没有数字使用此单元格。</translation>
    </message>
    <message>
        <source>&amp;What is this number? …</source>
        <translation>这个数是什么(&amp;W)？…</translation>
    </message>
    <message>
        <source>Choose a number of the text first (F7).</source>
        <translation>请先选定文中的一个数（F7）。</translation>
    </message>
    <message>
        <source>Last year&apos;s report</source>
        <translation>上年报告</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>正文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Write the whole narrative</source>
        <translation>撰写全部情况说明(&amp;W)</translation>
    </message>
    <message>
        <source>Write this section from the &amp;figures</source>
        <translation>按数据撰写本节(&amp;F)</translation>
    </message>
    <message>
        <source>Show this section as &amp;published again</source>
        <translation>本节恢复公开原文(&amp;P)</translation>
    </message>
    <message>
        <source>Figures for the &amp;text</source>
        <translation>正文所需数据(&amp;T)</translation>
    </message>
    <message>
        <source>What is still &amp;missing</source>
        <translation>待补内容(&amp;M)</translation>
    </message>
    <message>
        <source>No section is written from the figures yet.</source>
        <translation>还没有按数据撰写的章节。</translation>
    </message>
    <message>
        <source>Switch to editing first (F4).</source>
        <translation>请先切换到编辑状态(F4)。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Last year&apos;s figures are those of %1.</source>
        <translation>上年数据取自 %1。</translation>
    </message>
    <message>
        <source>&amp;Edit this section</source>
        <translation>编辑本节(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Insert a field…</source>
        <translation>插入数据项(&amp;I)…</translation>
    </message>
    <message>
        <source>What does the field &amp;say? …</source>
        <translation>该数据项取什么数(&amp;S)…</translation>
    </message>
    <message>
        <source>Make the &amp;number a field</source>
        <translation>把该数字转为数据项(&amp;N)</translation>
    </message>
    <message>
        <source>Say what the temp&amp;lates say again</source>
        <translation>恢复模板文字(&amp;L)</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>%1 · set aside %2</source>
        <translation>%1 · 已标记排除 %2</translation>
    </message>
    <message>
        <source>Next n&amp;umber to look at</source>
        <translation>下一个待查数字(&amp;U)</translation>
    </message>
    <message>
        <source>What is being typed cannot be taken as it is. Go back and correct it, or go on without it?</source>
        <translation>正在输入的内容无法采用。请返回改正，或放弃该内容继续。</translation>
    </message>
</context>
<context>
    <name>mz::NewReportDialog</name>
    <message>
        <source>New report</source>
        <translation>新建报告</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Full name of the department</source>
        <translation>部门全称</translation>
    </message>
    <message>
        <source>Department (with the units below it)</source>
        <translation>部门决算（含所属单位）</translation>
    </message>
    <message>
        <source>Single unit</source>
        <translation>单位决算</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>报表样式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>部门名称(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Scope</source>
        <translation>决算范围(&amp;S)</translation>
    </message>
    <message>
        <source>Department and year</source>
        <translation>部门和年度</translation>
    </message>
</context>
<context>
    <name>mz::NumbersPanel</name>
    <message>
        <source>and %1 more cells</source>
        <translation>另有 %1 个单元格</translation>
    </message>
    <message>
        <source>printed %1</source>
        <translation>文中 %1</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>Search numbers</source>
        <translation>搜索数字</translation>
    </message>
    <message>
        <source>How the number was read</source>
        <translation>数字的解读</translation>
    </message>
    <message>
        <source>Show beside</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Show the table beside the text, at the cell</source>
        <translation>在文字旁显示该表的单元格</translation>
    </message>
    <message>
        <source>Numbers of the text</source>
        <translation>文中数字</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Agree %1</source>
        <translation>相符 %1</translation>
    </message>
    <message>
        <source>Disagree %1</source>
        <translation>不符 %1</translation>
    </message>
    <message>
        <source>Not checked %1</source>
        <translation>未核对 %1</translation>
    </message>
    <message>
        <source>The text holds no number that was read.</source>
        <translation>文中没有读到数字。</translation>
    </message>
    <message>
        <source>Choose a number to see how it was read; F7 goes to the next one that is not checked or disagrees.</source>
        <translation>选择一个数字查看其解读；F7 转到下一个未核对或不符的数字。</translation>
    </message>
    <message>
        <source>bound by hand</source>
        <translation>人工指定</translation>
    </message>
    <message>
        <source>What is it? …</source>
        <translation>这是什么？…</translation>
    </message>
    <message>
        <source>Say by hand which figure the number is, or that it is none</source>
        <translation>人工指定这个数是哪项指标，或与本报告无关</translation>
    </message>
</context>
<context>
    <name>mz::PrintedTableModel</name>
    <message>
        <source>dropped</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>above the table</source>
        <translation>表前</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>column numbers</source>
        <translation>栏次</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>识别为</translation>
    </message>
</context>
<context>
    <name>mz::ReportCharts</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of names in data files</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Basic and project expenditure</source>
        <translation>基本支出与项目支出</translation>
    </message>
    <message>
        <source>Basic expenditure</source>
        <translation>基本支出</translation>
    </message>
    <message>
        <source>Project expenditure</source>
        <translation>项目支出</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The report has no table that parts basic from project expenditure.</source>
        <translation>报告中没有区分基本支出与项目支出的表。</translation>
    </message>
    <message>
        <source>No expenditure has been entered yet.</source>
        <translation>尚未录入支出。</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>Three public expenses</source>
        <translation>“三公”经费</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算数</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>决算数</translation>
    </message>
    <message>
        <source>The report has no table of the three public expenses.</source>
        <translation>报告中没有“三公”经费支出决算表。</translation>
    </message>
    <message>
        <source>All three public expenses are zero.</source>
        <translation>“三公”经费均为零。</translation>
    </message>
    <message>
        <source>ten thousand yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>Actual %1 · budget %2 · in %3</source>
        <translation>决算 %1 %3 · 预算 %2 %3</translation>
    </message>
    <message>
        <source>Last year %1 · the same</source>
        <translation>上年 %1 · 持平</translation>
    </message>
    <message>
        <source>Last year %1 · less by %2</source>
        <translation>上年 %1 · 减少 %2</translation>
    </message>
    <message>
        <source>Last year %1 · more by %2</source>
        <translation>上年 %1 · 增加 %2</translation>
    </message>
</context>
<context>
    <name>mz::ReportDocument</name>
    <message>
        <source>The report is open for browsing; switch to editing to change it.</source>
        <translation>当前为浏览状态，如需修改请切换到编辑。</translation>
    </message>
    <message>
        <source>The form has no amount there.</source>
        <translation>此处不填金额。</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>录入 %1</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n cell(s)</source>
        <translation>
            <numerusform>粘贴 %n 个单元格</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Fix total %1</source>
        <translation>固定合计数 %1</translation>
    </message>
    <message>
        <source>Release total %1</source>
        <translation>恢复自动合计 %1</translation>
    </message>
    <message>
        <source>Add account %1</source>
        <translation>添加科目 %1</translation>
    </message>
    <message>
        <source>Lines of the form itself cannot be removed.</source>
        <translation>报表固定的行不能删除。</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Change department and year</source>
        <translation>修改部门和年度</translation>
    </message>
    <message>
        <source>This is a total; it follows the cells that it sums.</source>
        <translation>这是合计数，随明细自动计算。</translation>
    </message>
    <message>
        <source>%1 is an account of another list; the table takes none of it.</source>
        <translation>%1 属于另一套科目，不能添加到本表。</translation>
    </message>
    <message>
        <source>A total would become too large to be exact.</source>
        <translation>合计数过大，无法精确计算。</translation>
    </message>
    <message>
        <source>Mark finding</source>
        <translation>标记问题</translation>
    </message>
    <message>
        <source>Remove mark</source>
        <translation>取消标记</translation>
    </message>
    <message>
        <source>The table has no such cell.</source>
        <translation>表中没有这个单元格。</translation>
    </message>
    <message>
        <source>Write the narrative</source>
        <translation>撰写情况说明</translation>
    </message>
    <message>
        <source>Write the section from the figures</source>
        <translation>根据数字撰写本节</translation>
    </message>
    <message>
        <source>The section was not published; it can only be written.</source>
        <translation>本节没有公开原文，只能撰写。</translation>
    </message>
    <message>
        <source>Show the section as published</source>
        <translation>恢复本节公开原文</translation>
    </message>
    <message>
        <source>Fill a gap of the text</source>
        <translation>填写文中空缺</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>编辑文本</translation>
    </message>
    <message>
        <source>Enter a figure</source>
        <translation>填写数字</translation>
    </message>
    <message>
        <source>A whole number was expected.</source>
        <translation>应为整数。</translation>
    </message>
    <message>
        <source>The text has changed; the correction does not fit any more.</source>
        <translation>文字已改动，此改正不再适用。</translation>
    </message>
    <message>
        <source>Bind number</source>
        <translation>指定数字的含义</translation>
    </message>
    <message>
        <source>Unbind number</source>
        <translation>取消数字的指定</translation>
    </message>
    <message>
        <source>The section is not written from the figures.</source>
        <translation>本节不是按数据撰写的。</translation>
    </message>
    <message>
        <source>No section of the text is shown.</source>
        <translation>当前没有显示正文章节。</translation>
    </message>
    <message>
        <source>The section is written from the figures already.</source>
        <translation>本节已按数据撰写。</translation>
    </message>
    <message>
        <source>No template is about what this section says.</source>
        <translation>没有与本节内容相应的模板。</translation>
    </message>
    <message>
        <source>The section has no such paragraph.</source>
        <translation>本节没有这个段落。</translation>
    </message>
    <message>
        <source>Say what the templates say</source>
        <translation>恢复模板文字</translation>
    </message>
    <message>
        <source>The paragraphs say what their templates say.</source>
        <translation>各段落与模板一致。</translation>
    </message>
    <message>
        <source>The published text states none of the missing figures.</source>
        <translation>公开原文中没有所缺的数据。</translation>
    </message>
</context>
<context>
    <name>mz::SectionEditor</name>
    <message>
        <source>Text of the section</source>
        <translation>本节正文</translation>
    </message>
</context>
<context>
    <name>mz::SheetModel</name>
    <message>
        <source>Published %1 · computed %2 · difference %3</source>
        <translation>公开 %1 · 应为 %2 · 差 %3</translation>
    </message>
    <message>
        <source>Published %1 · now %2</source>
        <translation>公开 %1 · 现为 %2</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空白）</translation>
    </message>
    <message>
        <source>Fixed at %1 · computed %2 · difference %3</source>
        <translation>已固定为 %1 · 计算应为 %2 · 相差 %3</translation>
    </message>
</context>
<context>
    <name>mz::SideFiguresModel</name>
    <message>
        <source>Sum of its parts</source>
        <translation>各项之和</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1,%2:%3</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据项</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>These are too many lines.</source>
        <translation>行数过多。</translation>
    </message>
    <message>
        <source>The text asks for no such figure.</source>
        <translation>正文不需要这项数据。</translation>
    </message>
    <message>
        <source>There are more lines than figures.</source>
        <translation>行数多于数据项。</translation>
    </message>
</context>
<context>
    <name>mz::SideFiguresPage</name>
    <message>
        <source>Figures for the text</source>
        <translation>正文所需数据</translation>
    </message>
    <message>
        <source>Take &amp;last year&apos;s from a report…</source>
        <translation>从上年报告取数(&amp;L)…</translation>
    </message>
    <message>
        <source>Nothing was pasted. %1</source>
        <translation>没有粘贴任何内容。%1</translation>
    </message>
    <message>
        <source>Take what the &amp;published text states</source>
        <translation>从公开原文取数(&amp;P)</translation>
    </message>
    <message>
        <source>Missing figures are those of the published text.</source>
        <translation>缺少的数据已取自公开原文。</translation>
    </message>
</context>
<context>
    <name>mz::TextGapsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>待补内容</translation>
    </message>
</context>
<context>
    <name>mz::TextGapsPage</name>
    <message>
        <source>What is still missing in the text</source>
        <translation>正文待补内容</translation>
    </message>
    <message>
        <source>Nothing is missing in the text</source>
        <translation>正文没有待补内容</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the text are empty</source>
        <translation>
            <numerusform>正文有 %n 处待补</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mz::TextPage</name>
    <message>
        <source>Text of the report</source>
        <translation>报告正文</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>公开原文</translation>
    </message>
    <message>
        <source>Beside each other</source>
        <translation>并排对照</translation>
    </message>
    <message>
        <source>Edit (F2)</source>
        <translation>编辑(F2)</translation>
    </message>
    <message>
        <source>Edit as a table</source>
        <translation>按表编辑</translation>
    </message>
    <message>
        <source>Open as a table</source>
        <translation>按表查看</translation>
    </message>
</context>
<context>
    <name>mz::TypingDelegate</name>
    <message>
        <source>“%1” was not taken. %2</source>
        <translation>“%1”未被采用。%2</translation>
    </message>
</context>
<context>
    <name>mz::WelcomePage</name>
    <message>
        <source>Mingzhang</source>
        <translation>明账</translation>
    </message>
    <message>
        <source>Final accounts of departments: every figure entered once, everything that can be computed, computed.</source>
        <translation>部门决算公开：每个数只录一次，能算的都自动算。</translation>
    </message>
    <message>
        <source>Open a report…</source>
        <translation>打开报告…</translation>
    </message>
    <message>
        <source>New report…</source>
        <translation>新建报告…</translation>
    </message>
    <message>
        <source>Or drop a file here.</source>
        <translation>也可以把文件拖到这里。</translation>
    </message>
</context>
<context>
    <name>mz::WritingPage</name>
    <message>
        <source>Make it a field</source>
        <translation>转为数据项</translation>
    </message>
    <message>
        <source>Ctrl+Enter: the number follows its figure from now on</source>
        <translation>Ctrl+Enter:该数字以后随数据变动</translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation>插入数据项…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 is also: %2 (and %n more)</source>
        <translation>
            <numerusform>%1 也是:%2(另有 %n 项)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is also: %2</source>
        <translation>%1 也是:%2</translation>
    </message>
    <message>
        <source>What stands on a tint follows the figures. Esc: done.</source>
        <translation>带底色的内容随数据变动。按 Esc 完成。</translation>
    </message>
</context>
</TS>
