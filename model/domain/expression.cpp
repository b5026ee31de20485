#include "model/domain/expression.h"

#include <QCoreApplication>
#include <optional>

namespace mz {

namespace {

/// A hand-written descent over the few forms that the language has.
class Parser
{
public:
    explicit Parser(const QString &text) : m_text(text) { }

    Result<std::vector<ExpressionTerm>> expression()
    {
        std::vector<ExpressionTerm> terms;
        int sign = 1;
        skipSpaces();
        if (accept(u'-'))
            sign = -1;
        while (true) {
            std::optional<Error> error = operand(sign, terms);
            if (error)
                return *error;
            skipSpaces();
            if (atEnd())
                return terms;
            if (accept(u'+'))
                sign = 1;
            else if (accept(u'-') || accept(u'−'))
                sign = -1;
            else
                return unexpected();
        }
    }

    Result<CellSelector> cells()
    {
        CellSelector selector;
        if (const std::optional<Error> error = cell(selector, true))
            return *error;
        skipSpaces();
        if (!atEnd())
            return unexpected();
        return selector;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    void skipSpaces()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool accept(QChar c)
    {
        skipSpaces();
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    Error unexpected() const
    {
        const QString found = atEnd() ? QCoreApplication::translate("Expression", "the end")
                                      : u'“' + m_text.sliced(m_at, 1) + u'”';
        return {QCoreApplication::translate(
                    "Expression", "Formula “%1”: %2 was not expected at character %3.")
                    .arg(m_text, found)
                    .arg(m_at + 1),
            {}};
    }
    static bool isWordCharacter(QChar c)
    {
        return c.isLetterOrNumber() || c == u'_' || c == u'{' || c == u'}' || c == u'（'
            || c == u'）' || c == u'“' || c == u'”';
    }
    QString word()
    {
        skipSpaces();
        const qsizetype first = m_at;
        while (!atEnd() && isWordCharacter(peek()))
            ++m_at;
        return m_text.sliced(first, m_at - first);
    }
    /// A column id: words joined by points ("actual.reception").
    QString columnId()
    {
        QString id = word();
        while (!id.isEmpty() && peek() == u'.' && m_at + 1 < m_text.size()
            && isWordCharacter(m_text[m_at + 1])) {
            ++m_at;
            id += u'.' + word();
        }
        return id;
    }
    static bool isTable(const QString &word)
    {
        return word.size() >= 2 && word.front() == u'T' && word[1].isDigit();
    }

    std::optional<Error> operand(int sign, std::vector<ExpressionTerm> &terms)
    {
        skipSpaces();
        const qsizetype start = m_at;
        const QString name = word();
        if (name == u"sum" && accept(u'(')) {
            do {
                ExpressionTerm term;
                term.sign = sign;
                if (std::optional<Error> error = cell(term.cells, true))
                    return error;
                terms.push_back(term);
            } while (accept(u','));
            if (!accept(u')'))
                return unexpected();
            return std::nullopt;
        }
        m_at = start;
        ExpressionTerm term;
        term.sign = sign;
        if (std::optional<Error> error = cell(term.cells, false))
            return error;
        terms.push_back(term);
        return std::nullopt;
    }

    /// [table [. side]] [ "[" rows "]" ] [ "." column ]  or a bare column id,
    /// or (inside a sum) a bare set of rows such as kids.
    std::optional<Error> cell(CellSelector &selector, bool sets)
    {
        skipSpaces();
        if (peek() != u'[') {
            const qsizetype start = m_at;
            QString name = word();
            if (name.isEmpty())
                return unexpected();
            if (isTable(name)) {
                selector.table = name;
                if (peek() == u'.') {
                    ++m_at;
                    selector.side = word();
                    if (selector.side.isEmpty())
                        return unexpected();
                }
                if (peek() != u'[')
                    return unexpected();
            } else if (peek() == u'[') {
                selector.side = name;
            } else if (sets && keyword(name) && peek() != u'.') {
                selector.rows.push_back({*keyword(name), {}, {}});
                return std::nullopt;
            } else {
                m_at = start;
                selector.column = columnId();
                return std::nullopt;
            }
        }
        if (!accept(u'['))
            return unexpected();
        do {
            RowSelector rows;
            if (std::optional<Error> error = rowSelector(rows, sets))
                return error;
            selector.rows.push_back(rows);
        } while (accept(u','));
        if (!accept(u']'))
            return unexpected();
        if (peek() == u'.') {
            ++m_at;
            if (peek() == u'*') {
                ++m_at;
                selector.column = QStringLiteral("*");
            } else {
                selector.column = columnId();
                if (selector.column.isEmpty())
                    return unexpected();
            }
        }
        return std::nullopt;
    }

    static std::optional<RowSelector::Kind> keyword(const QString &word)
    {
        using Kind = RowSelector::Kind;
        static const std::pair<QStringView, Kind> words[]
            = {{u"same", Kind::Same}, {u"kids", Kind::Kids}, {u"top", Kind::Top},
                {u"branch", Kind::Branch}, {u"leaf", Kind::Leaf}, {u"class", Kind::Class},
                {u"group", Kind::Group}, {u"item", Kind::Item}, {u"lines", Kind::Lines}};
        for (const auto &[name, kind] : words) {
            if (word == name)
                return kind;
        }
        return std::nullopt;
    }

    std::optional<Error> rowSelector(RowSelector &rows, bool sets)
    {
        skipSpaces();
        if (accept(u'*')) {
            rows.kind = RowSelector::Kind::All;
            return std::nullopt;
        }
        const qsizetype start = m_at;
        const QString name = word();
        if (name.isEmpty())
            return unexpected();
        if (const auto kind = keyword(name)) {
            if (!sets && *kind != RowSelector::Kind::Same) {
                m_at = start;
                return unexpected();  // several rows need sum(..)
            }
            rows.kind = *kind;
            if (*kind == RowSelector::Kind::Kids)
                rows.key = word();
            return std::nullopt;
        }
        rows.kind = RowSelector::Kind::Key;
        rows.key = name;
        skipSpaces();
        if (m_text.mid(m_at, 2) == u"..") {
            if (!sets)
                return unexpected();
            m_at += 2;
            rows.kind = RowSelector::Kind::Range;
            rows.lastKey = word();
            if (rows.lastKey.isEmpty())
                return unexpected();
        }
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

}  // namespace

Result<Expression> Expression::parse(const QString &text)
{
    Parser parser(text);
    Result<std::vector<ExpressionTerm>> terms = parser.expression();
    if (!terms)
        return terms.error();
    Expression expression;
    expression.m_terms = *std::move(terms);
    expression.m_text = text;
    return expression;
}

Result<CellSelector> Expression::parseCells(const QString &text) { return Parser(text).cells(); }

}  // namespace mz
