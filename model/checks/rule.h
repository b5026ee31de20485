#pragma once

#include "model/domain/expression.h"
#include <QJsonObject>
#include <optional>

namespace mz {

enum class Severity : quint8 { Error, Warning, Info, Manual };

/// "left = right", "left >= right", "left <= right".
struct Relation
{
    enum class Kind : quint8 { Equal, AtLeast, AtMost };
    Expression left;
    Kind kind = Kind::Equal;
    std::optional<Expression> right;  ///< Nothing is 0.

    static Result<Relation> parse(const QString &text);
};

/// One check, as data (resources/rules; README, "Formulas and rules").
struct Rule
{
    /// What a difference may be: a sum of printed figures (CHECKS 0.5), the same
    /// figure printed twice, or a printed line against the items below a class.
    enum class Tolerance : quint8 { Sum, Exact, Items };

    QString id;
    QString name, english;
    QString group;  ///< "table", "between", "text", "three_public", "structure", "empty" ..
    Severity severity = Severity::Error;
    QString explanation, explanationEnglish;
    QString source;
    QStringList families;  ///< Empty: every family.

    // An equation over cells ..
    std::vector<CellSelector> cells;  ///< One instance for each cell they name.
    std::optional<Relation> relation;
    std::vector<Relation> conditions;  ///< Must hold exactly, or the rule does not apply.
    QString conditionText;
    Tolerance tolerance = Tolerance::Sum;
    bool parts = false;  ///< The cells are a set of parts of one whole (not each a total).

    // .. or a named test with its own settings, or data that no report alone has.
    QString test;
    QJsonObject settings;
    QString needs;  ///< Why the rule cannot run on one report alone.
};

/// The rules in use: ours, then the user's own.
class RuleSet
{
public:
    /// Errors: the first fault, with the file and its line.
    static Result<RuleSet> parse(const QByteArray &json, const QString &fileName);
    void append(const RuleSet &other);

    const std::vector<Rule> &rules() const { return m_rules; }
    const Rule *find(QStringView id) const;

private:
    std::vector<Rule> m_rules;
};

}  // namespace mz
