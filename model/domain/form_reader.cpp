#include "model/domain/form_reader.h"

#include "model/domain/text.h"
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

/// Walks the JSON of one form; remembers the first fault and where it is.
class FormParser
{
    Q_DECLARE_TR_FUNCTIONS(FormParser)
public:
    FormParser(QString fileName, const AccountList &functional, const AccountList &economic)
        : m_file(std::move(fileName))
        , m_functional(functional)
        , m_economic(economic)
    {
    }

    Result<std::shared_ptr<const TableForm>> parse(const QJsonObject &json)
    {
        static const QSet<QString> known{QStringLiteral("kind"), QStringLiteral("title"),
            QStringLiteral("english"), QStringLiteral("aliases"), QStringLiteral("number"),
            QStringLiteral("unit"), QStringLiteral("decimals"), QStringLiteral("zero"),
            QStringLiteral("accounts"), QStringLiteral("columnNumbers"),
            QStringLiteral("agencyPrefix"), QStringLiteral("unitPrefix"), QStringLiteral("lanes"),
            QStringLiteral("formulas"), QStringLiteral("notes"), QStringLiteral("emptyNote")};
        checkKeys(json, known, {});
        m_form.kind = text(json, "kind", {}, true);
        m_form.title = text(json, "title", {}, true);
        m_form.english = text(json, "english", {}, true);
        m_form.aliases = texts(json, "aliases", {});
        for (const QString &title : QStringList{m_form.title} + m_form.aliases)
            m_form.names << normalized(title);
        m_form.number = text(json, "number", {});
        m_form.notes = texts(json, "notes", {});
        m_form.emptyNote = text(json, "emptyNote", {});
        m_form.agencyPrefix = text(json, "agencyPrefix", {});
        m_form.unitPrefix = text(json, "unitPrefix", {});
        m_form.columnNumbers = flag(json, "columnNumbers", {});
        readUnit(json);
        readLanes(json);
        nameColumns();
        readFormulas(json);
        if (m_error)
            return *m_error;
        return std::make_shared<const TableForm>(std::move(m_form));
    }

private:
    void fail(const QString &message, const QString &path)
    {
        if (!m_error)
            m_error = Error{
                message, path.isEmpty() ? m_file : QStringLiteral("%1: %2").arg(m_file, path)};
    }
    void checkKeys(const QJsonObject &object, const QSet<QString> &known, const QString &path)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()))
                fail(tr("The key “%1” is not known here.").arg(it.key()), path);
        }
    }
    static QString join(const QString &path, const QString &key)
    {
        return path.isEmpty() ? key : path + u'.' + key;
    }
    QString text(
        const QJsonObject &object, const char *key, const QString &path, bool required = false)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        if (value.isString() && !(required && value.toString().isEmpty()))
            return value.toString();
        if (required || !value.isUndefined())
            fail(tr("“%1” must be a text.").arg(QLatin1String(key)), path);
        return {};
    }
    QStringList texts(const QJsonObject &object, const char *key, const QString &path)
    {
        QStringList result;
        const QJsonValue value = object.value(QLatin1String(key));
        if (value.isUndefined())
            return result;
        if (!value.isArray())
            fail(tr("“%1” must be a list of texts.").arg(QLatin1String(key)), path);
        for (const QJsonValue &entry : value.toArray()) {
            if (!entry.isString())
                fail(tr("“%1” must be a list of texts.").arg(QLatin1String(key)), path);
            result << entry.toString();
        }
        return result;
    }
    bool flag(const QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isBool() && !value.isUndefined())
            fail(tr("“%1” must be true or false.").arg(QLatin1String(key)),
                join(path, QLatin1String(key)));
        return value.toBool();
    }
    int number(const QJsonObject &object, const char *key, const QString &path, int absent)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        // What is no whole number gives either default.
        if (!value.isUndefined() && value.toInt(0) != value.toInt(1))
            fail(tr("“%1” must be a whole number.").arg(QLatin1String(key)),
                join(path, QLatin1String(key)));
        return value.toInt(absent);
    }
    QJsonArray list(const QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.value(QLatin1String(key));
        if (!value.isArray() && !value.isUndefined())
            fail(
                tr("“%1” must be a list.").arg(QLatin1String(key)), join(path, QLatin1String(key)));
        return value.toArray();
    }

    void readUnit(const QJsonObject &json)
    {
        const QString unit = text(json, "unit", {}, true);
        if (unit == u"元")
            m_form.unit = Money::Unit::Yuan;
        else if (unit != u"万元")
            fail(tr("The unit must be 元 or 万元."), QStringLiteral("unit"));
        m_form.decimals = number(json, "decimals", {}, 2);
        if (m_form.decimals < 0 || m_form.decimals > maxDecimals(m_form.unit))
            fail(tr("The decimals are outside what the unit allows."), QStringLiteral("decimals"));
        m_form.blankZero = json.value(u"zero").toString(QStringLiteral("0.00")).isEmpty();
        const QString accounts = text(json, "accounts", {});
        if (accounts == u"functional")
            m_form.accounts = TableForm::Accounts::Functional;
        else if (accounts == u"economic")
            m_form.accounts = TableForm::Accounts::Economic;
        else if (!accounts.isEmpty())
            fail(tr("“accounts” must be functional or economic."), QStringLiteral("accounts"));
    }

    void readLanes(const QJsonObject &json)
    {
        const QJsonArray lanes = json.value(u"lanes").toArray();
        if (lanes.isEmpty())
            fail(tr("A form needs at least one lane."), QStringLiteral("lanes"));
        for (qsizetype i = 0; i < lanes.size() && !m_error; ++i) {
            const QString path = QStringLiteral("lanes[%1]").arg(i);
            const QJsonObject object = lanes[i].toObject();
            checkKeys(object,
                {QStringLiteral("side"), QStringLiteral("classes"), QStringLiteral("heading"),
                    QStringLiteral("rows")},
                path);
            FormLane lane;
            lane.side = text(object, "side", path);
            if (!lane.side.isEmpty() && m_form.laneIndex(lane.side) >= 0)
                fail(tr("The side “%1” stands twice in the form.").arg(lane.side), path);
            for (const QString &code : texts(object, "classes", path)) {
                lane.classes.push_back(AccountCode::parse(code));
                if (lane.classes.back().isEmpty())
                    fail(notACode(code), join(path, QStringLiteral("classes")));
            }
            lane.heading
                = headings(object.value(u"heading"), join(path, QStringLiteral("heading")), 0);
            for (const Heading &heading : lane.heading)
                collectColumns(heading, nullptr, {}, lane, path);
            readRows(list(object, "rows", path), lane, int(lanes.size() - i),
                join(path, QStringLiteral("rows")));
            if (lane.columns.empty())
                fail(tr("A lane needs at least one amount column."), path);
            m_form.lanes.push_back(std::move(lane));
        }
    }

    std::vector<Heading> headings(const QJsonValue &value, const QString &path, int depth)
    {
        std::vector<Heading> result;
        const QJsonArray array = value.toArray();
        if (array.isEmpty() || depth > 8)
            fail(tr("A heading needs a list of one or more cells, at most 8 levels deep."), path);
        for (qsizetype i = 0; i < array.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1[%2]").arg(path).arg(i);
            const QJsonObject object = array[i].toObject();
            checkKeys(object,
                {QStringLiteral("title"), QStringLiteral("english"), QStringLiteral("aliases"),
                    QStringLiteral("shows"), QStringLiteral("column"), QStringLiteral("below"),
                    QStringLiteral("level")},
                at);
            Heading heading;
            heading.title = text(object, "title", at, true);
            heading.english = text(object, "english", at);
            heading.aliases = texts(object, "aliases", at);
            heading.column = text(object, "column", at);
            heading.codeLevel = number(object, "level", at, 0);
            const QString shows = text(object, "shows", at);
            if (object.contains(u"below"))
                heading.below = headings(
                    object.value(u"below"), join(at, QStringLiteral("below")), depth + 1);
            else if (!heading.column.isEmpty())
                heading.shows = Heading::Shows::Amount;
            else if (shows == u"code")
                heading.shows = Heading::Shows::Code;
            else if (shows == u"label")
                heading.shows = Heading::Shows::Label;
            else if (shows == u"line")
                heading.shows = Heading::Shows::Line;
            else
                fail(tr("A heading without others below it needs “column”, or “shows” with "
                        "code, label or line."),
                    at);
            result.push_back(std::move(heading));
        }
        return result;
    }

    void collectColumns(const Heading &heading, const Heading *above, QStringList titles,
        FormLane &lane, const QString &path)
    {
        titles << heading.title;
        for (const Heading &below : heading.below)
            collectColumns(below, &heading, titles, lane, path);
        if (heading.shows != Heading::Shows::Amount)
            return;
        int index = m_form.columnIndex(heading.column);
        if (index < 0) {
            index = int(m_form.columns.size());
            m_form.columns.push_back({heading.column, heading.title, heading.english, titles});
            m_aboveColumn.push_back(
                above ? std::pair{above->title, above->english} : std::pair<QString, QString>());
        }
        if (std::find(lane.columns.begin(), lane.columns.end(), index) != lane.columns.end())
            fail(tr("The column “%1” stands twice in one lane.").arg(heading.column), path);
        lane.columns.push_back(index);
    }

    /// Where many columns have one title (预算数 under every item), the heading
    /// above tells them apart.
    void nameColumns()
    {
        QHash<QString, int> count;
        for (const FormColumn &column : m_form.columns)
            ++count[column.title];
        for (size_t i = 0; i < m_form.columns.size(); ++i) {
            FormColumn &column = m_form.columns[i];
            if (count.value(column.title) < 3)
                continue;
            column.title = m_aboveColumn[i].first + u' ' + column.title;
            column.english = m_aboveColumn[i].second + u' ' + column.english;
        }
    }

    /// `lanesLeft` counts the lane itself and those behind it.
    void readRows(const QJsonArray &rows, FormLane &lane, int lanesLeft, const QString &path)
    {
        QSet<QString> keys;
        for (qsizetype i = 0; i < rows.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1[%2]").arg(path).arg(i);
            const QJsonObject object = rows[i].toObject();
            checkKeys(object,
                {QStringLiteral("key"), QStringLiteral("code"), QStringLiteral("label"),
                    QStringLiteral("english"), QStringLiteral("aliases"), QStringLiteral("indent"),
                    QStringLiteral("foot"), QStringLiteral("lanes"), QStringLiteral("strong"),
                    QStringLiteral("tree"), QStringLiteral("words"), QStringLiteral("insteadOf")},
                at);
            FormRow row;
            row.tree = flag(object, "tree", at);
            row.label = text(object, "label", at);
            row.english = text(object, "english", at);
            row.aliases = texts(object, "aliases", at);
            row.indent = number(object, "indent", at, 0);
            row.foot = flag(object, "foot", at);
            row.strong = flag(object, "strong", at);
            row.lanes = number(object, "lanes", at, 1);
            row.insteadOf = texts(object, "insteadOf", at);
            readWords(object.value(u"words"), row, join(at, QStringLiteral("words")));
            if (row.lanes < 1 || row.lanes > lanesLeft)
                fail(tr("The row spans more lanes than the form has there, or none."), at);
            if (object.contains(u"code"))
                readCode(object, row, at);
            else if (!row.tree)
                row.key = text(object, "key", at, true);
            if (!row.tree && keys.contains(row.key))
                fail(tr("The key “%1” stands twice in one lane.").arg(row.key), at);
            keys.insert(row.key);
            lane.rows.push_back(std::move(row));
        }
    }

    void readWords(const QJsonValue &json, FormRow &row, const QString &path)
    {
        if (json.isUndefined())
            return;
        if (!json.isObject())
            return fail(tr("Words are an object: a word for each column id."), path);
        const QJsonObject words = json.toObject();
        for (auto it = words.begin(); it != words.end(); ++it) {
            if (m_form.columnIndex(it.key()) < 0 || !it->isString())
                fail(tr("The form has no column “%1” to put a word in.").arg(it.key()), path);
            row.words[it.key()] = it->toString();
        }
    }

    static QString notACode(const QString &code)
    {
        return tr("“%1” is not an account code of 3, 5 or 7 digits.").arg(code);
    }

    void readCode(const QJsonObject &object, FormRow &row, const QString &path)
    {
        const QString code = text(object, "code", path, true);
        row.code = AccountCode::parse(code);
        if (row.code.isEmpty())
            fail(notACode(code), path);
        row.key = code;
        const bool economic = m_form.accounts == TableForm::Accounts::Economic;
        if (row.label.isEmpty())
            row.label = (economic ? m_economic : m_functional).name(row.code, yearOfNames);
        if (row.label.isEmpty())
            fail(tr("No account list has a name for the code “%1”; give it a label.").arg(code),
                path);
        if (economic) {
            row.indent = int(row.code.level()) - 1;
            row.strong = row.code.level() == AccountCode::Level::Class;
        }
    }

    void readFormulas(const QJsonObject &json)
    {
        const QJsonArray formulas = list(json, "formulas", {});
        for (qsizetype i = 0; i < formulas.size() && !m_error; ++i) {
            const QString path = QStringLiteral("formulas[%1]").arg(i);
            const QJsonObject object = formulas[i].toObject();
            checkKeys(object, {QStringLiteral("cells"), QStringLiteral("formula")}, path);
            const auto cells = Expression::parseCells(text(object, "cells", path, true));
            const auto expression = Expression::parse(text(object, "formula", path, true));
            if (!cells || !expression) {
                fail(cells ? expression.error().message : cells.error().message, path);
                return;
            }
            checkCells(*cells, path);
            for (const ExpressionTerm &term : expression->terms()) {
                if (term.cells.table.isEmpty() || term.cells.table == m_form.kind)
                    checkCells(term.cells, path);
            }
            m_form.formulas.push_back({*cells, *expression});
        }
    }

    void checkCells(const CellSelector &cells, const QString &path)
    {
        if (!cells.side.isEmpty() && m_form.laneIndex(cells.side) < 0)
            fail(tr("The form has no side “%1”.").arg(cells.side), path);
        const QString &column = cells.column;
        if (!column.isEmpty() && column != u"*" && m_form.columnIndex(column) < 0)
            fail(tr("The form has no column “%1”.").arg(column), path);
    }

    static constexpr int yearOfNames = 2023;  // the year of the official list we hold

    std::vector<std::pair<QString, QString>> m_aboveColumn;  ///< Title and English name.
    TableForm m_form;
    QString m_file;
    const AccountList &m_functional;
    const AccountList &m_economic;
    std::optional<Error> m_error;
};

Result<QJsonObject> readObject(const QByteArray &json, const QString &fileName)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{error.errorString(), QStringLiteral("%1: %2").arg(fileName).arg(error.offset)};
    if (!document.isObject())
        return Error{
            QCoreApplication::translate("FormParser", "The file holds no object."), fileName};
    return document.object();
}

}  // namespace

Result<std::shared_ptr<const TableForm>> readTableForm(const QByteArray &json,
    const QString &fileName, const AccountList &functional, const AccountList &economic)
{
    const Result<QJsonObject> object = readObject(json, fileName);
    if (!object)
        return object.error();
    return FormParser(fileName, functional, economic).parse(*object);
}

Result<FormFamily> readFormFamily(
    const QDir &folder, const AccountList &functional, const AccountList &economic)
{
    const auto read = [&](const QString &name) -> Result<QByteArray> {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{file.errorString(), name};
        return file.readAll();
    };
    const QString familyFile = QStringLiteral("family.json");
    const Result<QByteArray> bytes = read(familyFile);
    if (!bytes)
        return bytes.error();
    const Result<QJsonObject> object = readObject(*bytes, familyFile);
    if (!object)
        return object.error();
    FormFamily family;
    family.id = object->value(u"id").toString();
    family.title = object->value(u"title").toString();
    family.english = object->value(u"english").toString();
    const QJsonArray kinds = object->value(u"forms").toArray();
    if (family.id.isEmpty() || family.title.isEmpty() || kinds.isEmpty())
        return Error{QCoreApplication::translate(
                         "FormParser", "A family needs an id, a title and a list of forms."),
            familyFile};
    for (const QJsonValue &kind : kinds) {
        const QString name = kind.toString() + QStringLiteral(".json");
        const Result<QByteArray> form = read(name);
        if (!form)
            return form.error();
        const auto parsed = readTableForm(*form, name, functional, economic);
        if (!parsed)
            return parsed.error();
        auto own = std::make_shared<TableForm>(**parsed);
        own->family = family.id;
        family.forms.push_back(std::move(own));
    }
    return family;
}

}  // namespace mz
