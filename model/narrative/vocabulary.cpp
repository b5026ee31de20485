#include "model/narrative/vocabulary.h"

#include "model/domain/text.h"

namespace mz {

namespace {

/// 类 names with and without 支出 and （类）.
QStringList classAliases(const QString &label)
{
    QString name = normalized(withoutOrdinal(label));
    if (name.endsWith(u"支出"))
        name.chop(2);
    if (name.size() < 2)
        return {};
    return choices(name + QStringLiteral("[支出(类)|(类)支出|(类)|支出|]"));
}

/// Classes and accounts of a fund: 其中：征地和拆迁补偿支出 a. A name that two rows bear is none.
void addFundRows(const Sheet *sheet, const QString &figure, Vocabulary &vocabulary)
{
    if (!sheet)
        return;
    QHash<QString, QString> codes;
    for (const SheetRow &row : sheet->rows) {
        const QString code = row.code.toString();
        const QString name = normalized(withoutOrdinal(inOneLine(row.label)));
        constexpr qsizetype shortest = 4;
        if (code.size() == 3) {
            for (const QString &alias : classAliases(row.label))
                codes.insert(alias, code);
        } else if (name.size() >= shortest && (code.size() == 5 || code.size() == 7)) {
            codes.insert(name, codes.contains(name) ? QString() : code);
        }
    }
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) {
        if (!it.value().isEmpty())
            vocabulary.add({it.key(), Word::Kind::Label, figure.arg(it.value()), {}, 0});
    }
}

}  // namespace

NarrativeWords::NarrativeWords(const WordList &words, const Report &report) : m_list(words)
{
    if (const Sheet *sheet = report.sheet(u"T05")) {
        for (const SheetRow &row : sheet->rows) {
            const QString code = row.code.toString();
            if (code.size() == 5)
                m_classes.add({normalized(withoutOrdinal(row.label)) + QStringLiteral("(款)"),
                    Word::Kind::Label, QStringLiteral("general.item[%1]").arg(code), {}, 0});
            if (code.size() != 3)
                continue;
            for (const QString &alias : classAliases(row.label))
                m_classes.add({alias, Word::Kind::Label,
                    QStringLiteral("general.class[%1]").arg(code), {}, 0});
        }
    }
    // Classes that the general budget has nothing of.
    if (const Sheet *sheet = report.sheet(u"T03")) {
        for (const SheetRow &row : sheet->rows) {
            const QString code = row.code.toString();
            const Sheet *general = report.sheet(u"T05");
            if (code.size() != 3 || !general)
                continue;
            for (const QString &alias : classAliases(row.label)) {
                m_allClasses.add({alias, Word::Kind::Label,
                    QStringLiteral("expenditure.class[%1]").arg(code), {}, 0});
                if (general->rowOf(code) < 0)
                    m_classes.add({alias, Word::Kind::Label,
                        QStringLiteral("general.class[%1]").arg(code), {}, 0});
            }
        }
    }
    addFundRows(report.sheet(u"T07"), QStringLiteral("funds.item[%1]"), m_fundRows);
    addFundRows(report.sheet(u"T08"), QStringLiteral("capital.item[%1]"), m_capitalRows);
    if (const Sheet *sheet = report.sheet(u"T06")) {
        constexpr qsizetype shortest = 2;
        for (const SheetRow &row : sheet->rows) {
            const QString name = normalized(inOneLine(row.label));
            const qsizetype digits = row.code.toString().size();
            if ((digits == 5 || digits == 3) && name.size() >= shortest)
                m_accounts.add({name, Word::Kind::Label,
                    QStringLiteral("econ[%1]").arg(row.code.toString()), {}, 0});
        }
    }
    const QString last = QString::number(report.identity.year - 1);
    for (Word word : m_list.lastYearMarkers()) {
        word.text = normalized(word.text.replace(QStringLiteral("{last}"), last));
        m_lastYear.add(std::move(word));
    }
    m_classes.finish();
    m_allClasses.finish();
    m_accounts.finish();
    m_fundRows.finish();
    m_capitalRows.finish();
    m_lastYear.finish();
}

const Word *NarrativeWords::match(const QString &section, QStringView text, qsizetype at) const
{
    const Vocabulary *labels = m_list.labels(section);
    if (!labels)
        return nullptr;
    const Word *best = labels->match(text, at);
    const auto take = [&](const Vocabulary &vocabulary) {
        const Word *word = vocabulary.match(text, at);
        if (word && (!best || word->text.size() > best->text.size()))
            best = word;
    };
    if (section == u"S05")
        take(m_classes);
    if (section == u"S03" || section == u"S01")
        take(m_allClasses);
    if (section == u"S08")
        take(m_fundRows);
    if (section == u"S09")
        take(m_capitalRows);
    if (section == u"S06" || section == u"S11" || section == u"S16")
        take(m_accounts);
    take(m_list.markers());
    take(m_lastYear);
    return best;
}

}  // namespace mz
