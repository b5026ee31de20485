#include "model/document/report_json.h"

#include "model/document/narrative_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(ReportJson)
};

QString unitText(Money::Unit unit)
{
    return unit == Money::Unit::Yuan ? QStringLiteral("元") : QStringLiteral("万元");
}

constexpr std::pair<QStringView, Section::Kind> sectionKinds[] = {{u"front", Section::Kind::Front},
    {u"overview", Section::Kind::Overview}, {u"tables", Section::Kind::Tables},
    {u"narrative", Section::Kind::Narrative}, {u"glossary", Section::Kind::Glossary},
    {u"annex", Section::Kind::Annex}, {u"other", Section::Kind::Other}};
constexpr std::pair<QStringView, FindingMark::Kind> markKinds[]
    = {{u"falseAlarm", FindingMark::Kind::FalseAlarm}, {u"verified", FindingMark::Kind::Verified},
        {u"exception", FindingMark::Kind::Exception}};
constexpr std::pair<QStringView, Identity::Scope> scopes[]
    = {{u"unknown", Identity::Scope::Unknown}, {u"department", Identity::Scope::Department},
        {u"unit", Identity::Scope::Unit}};

template <typename T, size_t N>
QString nameOf(const std::pair<QStringView, T> (&names)[N], T value)
{
    for (const auto &[name, known] : names) {
        if (known == value)
            return name.toString();
    }
    return names[0].first.toString();
}

template <typename T, size_t N>
std::optional<T> valueOf(const std::pair<QStringView, T> (&names)[N], const QString &text)
{
    for (const auto &[name, value] : names) {
        if (name == text)
            return value;
    }
    return std::nullopt;
}

/// Writes members of one object; keys in the order of the calls, then the
/// unknown ones in alphabetical order.
class Line
{
public:
    Line &add(const char *key, const QJsonValue &value)
    {
        m_text += m_text.isEmpty() ? "{" : ",";
        m_text += text(QString::fromLatin1(key)) + ':' + text(value);
        return *this;
    }
    Line &addRaw(const char *key, const QByteArray &json)
    {
        m_text += m_text.isEmpty() ? "{" : ",";
        m_text += text(QString::fromLatin1(key)) + ':' + json;
        return *this;
    }
    Line &addUnknown(const QJsonObject &unknown)
    {
        for (auto it = unknown.begin(); it != unknown.end(); ++it) {
            m_text += m_text.isEmpty() ? "{" : ",";
            m_text += text(it.key()) + ':' + text(it.value());
        }
        return *this;
    }
    QByteArray finish() const { return m_text.isEmpty() ? QByteArray("{}") : m_text + '}'; }

    static QByteArray text(const QJsonValue &value)
    {
        // Qt writes only arrays and objects: one value between brackets.
        const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return array.sliced(1, array.size() - 2);
    }

private:
    QByteArray m_text;
};

QByteArray lines(const std::vector<QByteArray> &entries)
{
    if (entries.empty())
        return "[]";
    QByteArray text = "[\n";
    for (size_t i = 0; i < entries.size(); ++i)
        text += entries[i] + (i + 1 < entries.size() ? ",\n" : "\n");
    return text + ']';
}

QJsonValue cellValue(const Sheet &sheet, int row, int column)
{
    const Amount &amount = sheet.cell(row, column).amount;
    const QString printed = sheet.printed(row, column);
    if (amount.state() != Amount::State::NotPrinted)
        return printed;
    return printed.isEmpty() ? QJsonValue() : QJsonObject{{QStringLiteral("word"), printed}};
}

QJsonArray rowValues(const Sheet &sheet, int row)
{
    QJsonArray values;
    for (int column = 0; column < sheet.columnCount(); ++column)
        values.append(cellValue(sheet, row, column));
    return values;
}

QByteArray writeRow(const Sheet &sheet, int row)
{
    const SheetRow &line = sheet.rows[size_t(row)];
    Line text;
    text.add("key", line.key).add("label", line.label);
    if (line.lane > 0)
        text.add("lane", line.lane);
    const QJsonArray values = rowValues(sheet, row);
    text.add("values", values);
    if (sheet.published) {
        if (line.publishedRow < 0) {
            text.add("new", true);
        } else {
            const QJsonArray published = rowValues(*sheet.published, line.publishedRow);
            if (published != values)
                text.add("published", published);
        }
    }
    return text.addUnknown(line.unknown).finish();
}

/// `family` is the report's: a table in the form of another one says so.
QByteArray writeTable(const Sheet &sheet, const QString &family)
{
    Line text;
    text.add("kind", sheet.form->kind);
    if (sheet.form->family != family)
        text.add("family", sheet.form->family);
    text.add("title", sheet.title).add("number", sheet.number);
    text.add("unit", unitText(sheet.unit));
    if (!sheet.agency.isEmpty())
        text.add("agency", sheet.agency);
    if (sheet.minimumBodyRows > 0)
        text.add("bodyRows", sheet.minimumBodyRows);
    if (!sheet.printedColumnNumbers.isEmpty())
        text.add("columnNumbers", QJsonArray::fromStringList(sheet.printedColumnNumbers));
    const bool anyLines = std::any_of(sheet.printedLines.begin(), sheet.printedLines.end(),
        [](const QStringList &numbers) { return !numbers.isEmpty(); });
    if (anyLines) {
        QJsonArray lanes;
        for (const QStringList &numbers : sheet.printedLines)
            lanes.append(QJsonArray::fromStringList(numbers));
        text.add("lineNumbers", lanes);
    }
    QJsonArray columns;
    for (size_t i = 0; i < sheet.columns.size(); ++i) {
        const SheetColumn &column = sheet.columns[i];
        if (i < sheet.form->columns.size())
            columns.append(column.id);
        else
            columns.append(QJsonObject{
                {QStringLiteral("id"), column.id}, {QStringLiteral("title"), column.title}});
    }
    text.add("columns", columns);
    text.add("notes", QJsonArray::fromStringList(sheet.notes));
    std::vector<QByteArray> rows;
    QSet<int> kept;
    for (int row = 0; row < sheet.rowCount(); ++row) {
        rows.push_back(writeRow(sheet, row));
        kept.insert(sheet.rows[size_t(row)].publishedRow);
    }
    text.addRaw("rows", lines(rows));
    if (sheet.published) {
        std::vector<QByteArray> removed;
        for (int row = 0; row < sheet.published->rowCount(); ++row) {
            if (kept.contains(row))
                continue;
            const SheetRow &line = sheet.published->rows[size_t(row)];
            Line entry;
            entry.add("at", row).add("key", line.key).add("label", line.label);
            if (line.lane > 0)
                entry.add("lane", line.lane);
            removed.push_back(entry.add("values", rowValues(*sheet.published, row)).finish());
        }
        if (!removed.empty())
            text.addRaw("removed", lines(removed));
    }
    return text.addUnknown(sheet.unknown).finish();
}

QByteArray writeGrid(const TextGrid &grid)
{
    std::vector<QByteArray> rows;
    for (const auto &row : grid.rows) {
        QJsonArray cells;
        for (const GridCell &cell : row) {
            if (cell.rowSpan == 1 && cell.columnSpan == 1)
                cells.append(cell.text);
            else
                cells.append(QJsonArray{cell.text, cell.rowSpan, cell.columnSpan});
        }
        rows.push_back(Line::text(cells));
    }
    return Line().add("spans", grid.spansKnown).addRaw("grid", lines(rows)).finish();
}

Money::Unit unitOf(const Report &report)
{
    return report.sheets.empty() ? Money::Unit::TenThousandYuan : report.sheets.front().unit;
}

QByteArray writeSection(const Section &section, const Report &report)
{
    std::vector<QByteArray> blocks;
    for (const Block &block : section.blocks) {
        switch (block.kind) {
        case Block::Kind::Paragraph:
            blocks.push_back(Line::text(block.text));
            break;
        case Block::Kind::Table:
            blocks.push_back(
                Line().add("table", report.sheets[size_t(block.sheet)].form->kind).finish());
            break;
        case Block::Kind::Grid:
            blocks.push_back(writeGrid(block.grid));
            break;
        }
    }
    Line text;
    text.add("kind", nameOf(sectionKinds, section.kind))
        .add("level", section.level)
        .add("number", section.number)
        .add("title", section.title)
        .addRaw("blocks", lines(blocks));
    if (section.isWritten()) {
        std::vector<QByteArray> written, published;
        for (const WrittenParagraph &paragraph : section.written)
            written.push_back(Line::text(writtenJson(paragraph)));
        for (const Section &before : section.published)
            published.push_back(writeSection(before, report));
        text.add("topic", section.topic);
        QJsonObject fills;
        for (auto it = section.fills.begin(); it != section.fills.end(); ++it)
            fills.insert(it.key(), it.value());
        text.add("fills", fills).addRaw("written", lines(written));
        text.addRaw("published", lines(published));
    }
    return text.addUnknown(section.unknown).finish();
}

/// Reads the objects of the file; remembers the first fault and its path.
class Reader
{
public:
    explicit Reader(const Handbook &handbook) : m_handbook(handbook) { }

    Result<Report> read(QJsonObject json)
    {
        const QJsonValue version = json.take(QStringLiteral("mzr"));
        if (!version.isDouble() || version.toInt() < 1)
            return Error{Say::tr("This is not a report file of this program."), {}};
        if (version.toInt() > mzrVersion)
            return Error{Say::tr("The file was written by a newer version of the program (format "
                                 "%1); this one reads up to format %2.")
                             .arg(version.toInt())
                             .arg(mzrVersion),
                {}};
        Report report;
        report.identity.agency = text(json, "agency", {});
        report.identity.year = integer(json, "year", {});
        report.identity.family = text(json, "family", {});
        report.isPublication = boolean(json, "publication", {});
        report.hasPrintedLines = boolean(json, "printedLines", {});
        const QJsonObject lost = json.take(QStringLiteral("lost")).toObject();
        report.lost.count = qBound(0, lost.value(u"pages").toInt(), 1'000'000);
        for (const QJsonValue &kind : lost.value(u"tables").toArray())
            report.lost.tables << kind.toString();
        const auto scope = valueOf(scopes, text(json, "scope", {}));
        report.identity.scope = scope.value_or(Identity::Scope::Unknown);
        const FormFamily *family = m_handbook.family(report.identity.family);
        if (!family)
            return Error{
                Say::tr("The family of forms “%1” is not known here.").arg(report.identity.family),
                QStringLiteral("family")};
        const QJsonArray notes = array(json, "notes", {});
        for (qsizetype i = 0; i < notes.size() && !m_error; ++i) {
            const QString path = QStringLiteral("notes[%1]").arg(i);
            QJsonObject note = objectOf(notes[i], path);
            report.notes.push_back({text(note, "text", path), text(note, "place", path)});
        }
        for (const QJsonValue &value : array(json, "marks", {})) {
            const QJsonObject mark = value.toObject();
            const auto kind = valueOf(markKinds, mark.value(u"kind").toString());
            if (!kind || mark.value(u"finding").toString().isEmpty())
                fail(Say::tr("A mark needs a finding and a kind."), QStringLiteral("marks"));
            report.marks.push_back({mark.value(u"finding").toString(),
                kind.value_or(FindingMark::Kind::Verified), mark.value(u"reason").toString()});
        }
        const QJsonArray tables = array(json, "tables", {});
        for (qsizetype i = 0; i < tables.size() && !m_error; ++i) {
            const QString path = QStringLiteral("tables[%1]").arg(i);
            readTable(objectOf(tables[i], path), path, *family, report);
        }
        const QJsonArray sections = array(json, "sections", {});
        for (qsizetype i = 0; i < sections.size() && !m_error; ++i) {
            const QString path = QStringLiteral("sections[%1]").arg(i);
            report.sections.push_back(readSection(objectOf(sections[i], path), path, report, 0));
        }
        const QJsonArray figures = array(json, "sideFigures", {});
        for (qsizetype i = 0; i < figures.size() && !m_error; ++i) {
            const QString path = QStringLiteral("sideFigures[%1]").arg(i);
            const auto figure = mz::readSideFigure(objectOf(figures[i], path), unitOf(report));
            if (!figure)
                fail(figure.error().message, path);
            else
                report.sideFigures.push_back(*figure);
        }
        const QJsonArray bindings = array(json, "numberBindings", {});
        for (qsizetype i = 0; i < bindings.size() && !m_error; ++i) {
            const QString path = QStringLiteral("numberBindings[%1]").arg(i);
            const auto binding = readNumberBinding(objectOf(bindings[i], path));
            if (!binding)
                fail(binding.error().message, path);
            else
                report.numberBindings.push_back(*binding);
        }
        report.unknown = json;
        if (m_error)
            return *m_error;
        return report;
    }

private:
    void fail(const QString &message, const QString &path)
    {
        if (!m_error)
            m_error = Error{message, path};
    }
    static QString join(const QString &path, const char *key)
    {
        return path.isEmpty() ? QString::fromLatin1(key) : path + u'.' + QString::fromLatin1(key);
    }

    // A value that must be there.
    QString textOf(const QJsonValue &value, const QString &path)
    {
        if (!value.isString())
            fail(Say::tr("A text was expected."), path);
        return value.toString();
    }
    int integerOf(const QJsonValue &value, const QString &path)
    {
        // What is no whole number gives either default.
        if (value.toInt(0) != value.toInt(1))
            fail(Say::tr("A whole number was expected."), path);
        return value.toInt();
    }
    QJsonArray arrayOf(const QJsonValue &value, const QString &path)
    {
        if (!value.isArray())
            fail(Say::tr("A list was expected."), path);
        return value.toArray();
    }
    QJsonObject objectOf(const QJsonValue &value, const QString &path)
    {
        if (!value.isObject())
            fail(Say::tr("An object was expected."), path);
        return value.toObject();
    }
    QStringList textsOf(const QJsonArray &values, const QString &path)
    {
        QStringList result;
        for (const QJsonValue &value : values)
            result << textOf(value, path);
        return result;
    }

    // A member that may be absent; what stays in the object is unknown.
    QString text(QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.take(QLatin1String(key));
        return value.isUndefined() ? QString() : textOf(value, join(path, key));
    }
    int integer(QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.take(QLatin1String(key));
        return value.isUndefined() ? 0 : integerOf(value, join(path, key));
    }
    bool boolean(QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.take(QLatin1String(key));
        if (!value.isBool() && !value.isUndefined())
            fail(Say::tr("True or false was expected."), join(path, key));
        return value.toBool();
    }
    QJsonArray array(QJsonObject &object, const char *key, const QString &path)
    {
        const QJsonValue value = object.take(QLatin1String(key));
        return value.isUndefined() ? QJsonArray() : arrayOf(value, join(path, key));
    }
    QStringList texts(QJsonObject &object, const char *key, const QString &path)
    {
        return textsOf(array(object, key, path), join(path, key));
    }

    void readTable(QJsonObject json, const QString &path, const FormFamily &family, Report &report)
    {
        Sheet sheet;
        const QString kind = text(json, "kind", path);
        const QString own = text(json, "family", path);
        const FormFamily *named = own.isEmpty() ? &family : m_handbook.family(own);
        if (!named)
            return fail(Say::tr("The family of forms “%1” is not known here.").arg(own), path);
        sheet.form = named->form(kind);
        for (const FormFamily &other : m_handbook.families()) {
            if (!sheet.form)
                sheet.form = other.form(kind);
        }
        if (!sheet.form)
            return fail(Say::tr("No form describes the table “%1”.").arg(kind), path);
        sheet.title = text(json, "title", path);
        sheet.number = text(json, "number", path);
        sheet.agency = text(json, "agency", path);
        const QString unit = text(json, "unit", path);
        sheet.unit = unit == u"元" ? Money::Unit::Yuan : Money::Unit::TenThousandYuan;
        if (unit != unitText(sheet.unit))
            fail(Say::tr("The unit must be 元 or 万元."), join(path, "unit"));
        sheet.minimumBodyRows = qBound(0, integer(json, "bodyRows", path), 100'000);
        sheet.printedColumnNumbers = texts(json, "columnNumbers", path);
        const QString linesPath = join(path, "lineNumbers");
        for (const QJsonValue &lane : array(json, "lineNumbers", path))
            sheet.printedLines.push_back(textsOf(arrayOf(lane, linesPath), linesPath));
        sheet.printedLines.resize(report.isPublication ? sheet.form->lanes.size() : 0);
        readColumns(array(json, "columns", path), join(path, "columns"), sheet);
        sheet.notes = texts(json, "notes", path);
        Sheet published = sheet;
        const QJsonArray rows = array(json, "rows", path);
        const QJsonArray removed = array(json, "removed", path);
        qsizetype nextRemoved = 0;
        const auto removedPath
            = [&] { return QStringLiteral("%1.removed[%2]").arg(path).arg(nextRemoved); };
        const auto addRemoved = [&] {
            while (nextRemoved < removed.size()
                && removed[nextRemoved].toObject().value(u"at").toInt(-1) == published.rowCount()) {
                QJsonObject entry = removed[nextRemoved].toObject();
                const QString at = removedPath();
                const QJsonArray values = array(entry, "values", at);
                addRow(published, entry, at);
                readValues(published, published.rowCount() - 1, values, at);
                ++nextRemoved;
            }
        };
        for (qsizetype i = 0; i < rows.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1.rows[%2]").arg(path).arg(i);
            QJsonObject row = objectOf(rows[i], at);
            const QJsonArray values = array(row, "values", at);
            const bool hasPublished = row.contains(u"published");
            const QJsonArray before = hasPublished ? array(row, "published", at) : values;
            const bool isNew = boolean(row, "new", at);
            QJsonObject copy = row;
            addRow(sheet, row, at);
            sheet.rows.back().unknown = row;
            readValues(sheet, sheet.rowCount() - 1, values, at);
            if (!report.isPublication || isNew)
                continue;
            addRemoved();
            sheet.rows.back().publishedRow = published.rowCount();
            addRow(published, copy, at);
            published.rows.back().unknown = copy;
            readValues(published, published.rowCount() - 1, before, at);
        }
        addRemoved();
        if (nextRemoved < removed.size())
            fail(Say::tr("“at” must be the published place of the removed row."), removedPath());
        if (report.isPublication) {
            for (int row = 0; row < published.rowCount(); ++row)
                published.rows[size_t(row)].publishedRow = row;
            sheet.published = std::make_shared<const Sheet>(std::move(published));
        }
        sheet.unknown = json;
        report.sheets.push_back(std::move(sheet));
    }

    void readColumns(const QJsonArray &columns, const QString &path, Sheet &sheet)
    {
        for (const FormColumn &column : sheet.form->columns)
            sheet.columns.push_back({column.id, column.title});
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i].isObject()) {
                QJsonObject extra = columns[i].toObject();
                sheet.addColumn({text(extra, "id", path), text(extra, "title", path)});
                if (sheet.columns.back().id.isEmpty())
                    fail(Say::tr("A column needs an “id”."), path);
            } else if (size_t(i) >= sheet.form->columns.size()
                || sheet.form->columns[size_t(i)].id != columns[i].toString()) {
                fail(Say::tr("The form of “%1” has no column “%2” here.")
                         .arg(sheet.form->kind, columns[i].toString()),
                    path);
            }
        }
        if (sheet.columns.size() > 250)
            fail(Say::tr("The table has too many columns."), path);
    }

    void addRow(Sheet &sheet, QJsonObject &json, const QString &path)
    {
        SheetRow row;
        row.key = text(json, "key", path);
        row.label = text(json, "label", path);
        row.lane = integer(json, "lane", path);
        json.remove(QStringLiteral("values"));
        json.remove(QStringLiteral("at"));
        if (row.lane < 0 || size_t(row.lane) >= sheet.form->lanes.size()) {
            fail(Say::tr("The form has no such lane."), path);
            row.lane = 0;
        }
        row.code = AccountCode::parse(row.key.section(u'#', 0, 0));
        const auto &lines = sheet.form->lanes[size_t(row.lane)].rows;
        const auto line = std::find_if(lines.begin(), lines.end(),
            [&row](const FormRow &known) { return !known.tree && known.key == row.key; });
        if (line != lines.end()) {
            row.indent = line->indent;
            row.foot = line->foot;
            row.strong = line->strong;
            row.lanes = line->lanes;
        } else if (!row.code.isEmpty()) {
            row.indent = int(row.code.level()) - 1;
            row.strong = row.code.level() == AccountCode::Level::Class;
        }
        sheet.insertRow(sheet.rowCount(), std::move(row));
    }

    void readValues(Sheet &sheet, int row, const QJsonArray &values, const QString &path)
    {
        if (values.size() != sheet.columnCount())
            return fail(Say::tr("The row needs %1 values.").arg(sheet.columnCount()), path);
        for (int column = 0; column < sheet.columnCount(); ++column) {
            const QJsonValue value = values[column];
            if (value.isNull()) {
                sheet.setPrinted(row, column, Amount::notPrinted());
            } else if (value.isObject()) {
                sheet.setPrinted(row, column, Amount::notPrinted(),
                    textOf(value.toObject().value(u"word"), path));
            } else if (!value.isString()) {
                fail(Say::tr("Amounts are written as texts."), path);
            } else if (!sheet.hasCell(row, column)) {
                fail(Say::tr("The form has no amount there."), path);
            } else {
                const auto amount = Amount::parsePrinted(value.toString(), sheet.unit);
                sheet.setPrinted(
                    row, column, amount ? *amount : Amount::unreadable(), value.toString());
            }
        }
    }

    /// `depth` counts the published sections inside written ones.
    Section readSection(QJsonObject json, const QString &path, const Report &report, int depth)
    {
        Section section;
        const auto kind = valueOf(sectionKinds, text(json, "kind", path));
        section.kind = kind.value_or(Section::Kind::Other);
        section.level = qBound(0, integer(json, "level", path), 9);
        section.number = text(json, "number", path);
        section.title = text(json, "title", path);
        const QJsonArray blocks = array(json, "blocks", path);
        for (qsizetype i = 0; i < blocks.size() && !m_error; ++i) {
            Block block;
            const QString at = QStringLiteral("%1.blocks[%2]").arg(path).arg(i);
            const QJsonValue value = blocks[i];
            QJsonObject object = value.toObject();
            if (value.isString()) {
                block.text = value.toString();
            } else if (object.contains(u"table")) {
                block.kind = Block::Kind::Table;
                block.sheet = report.sheetOf(text(object, "table", at));
                if (block.sheet < 0)
                    fail(Say::tr("The text names a table that the file does not hold."), at);
            } else if (object.contains(u"grid")) {
                block.kind = Block::Kind::Grid;
                readGrid(object, block.grid, at);
            } else {
                fail(Say::tr("A text, a table or a grid was expected."), at);
            }
            section.blocks.push_back(std::move(block));
        }
        section.topic = text(json, "topic", path);
        if (section.isWritten())
            readWrittenText(json, path, report, depth, section);
        section.unknown = json;
        return section;
    }

    void readWrittenText(
        QJsonObject &json, const QString &path, const Report &report, int depth, Section &section)
    {
        const QJsonValue fills = json.take(QStringLiteral("fills"));
        const QJsonObject filled = fills.isUndefined() ? QJsonObject() : objectOf(fills, path);
        for (auto it = filled.begin(); it != filled.end(); ++it)
            section.fills.insert(it.key(), textOf(it.value(), path));
        const QJsonArray written = array(json, "written", path);
        for (qsizetype i = 0; i < written.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1.written[%2]").arg(path).arg(i);
            const auto paragraph = readWritten(objectOf(written[i], at));
            if (paragraph)
                section.written.push_back(*paragraph);
            else
                fail(paragraph.error().message, at);
        }
        const QJsonArray published = array(json, "published", path);
        if (depth > 0 && !published.isEmpty())
            fail(Say::tr("A published section cannot be a written one."), path);
        for (qsizetype i = 0; i < published.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1.published[%2]").arg(path).arg(i);
            section.published.push_back(
                readSection(objectOf(published[i], at), at, report, depth + 1));
        }
    }

    void readGrid(QJsonObject json, TextGrid &grid, const QString &path)
    {
        grid.spansKnown = boolean(json, "spans", path);
        const QJsonArray rows = array(json, "grid", path);
        for (qsizetype i = 0; i < rows.size() && !m_error; ++i) {
            const QString at = QStringLiteral("%1.grid[%2]").arg(path).arg(i);
            std::vector<GridCell> cells;
            for (const QJsonValue &cell : arrayOf(rows[i], at)) {
                if (cell.isString()) {
                    cells.push_back({cell.toString(), 1, 1});
                    continue;
                }
                const QJsonArray parts = cell.toArray();
                if (parts.size() != 3)
                    fail(Say::tr("A cell is a text, or a text with its rows and columns."), at);
                cells.push_back(
                    {textOf(parts.at(0), at), qBound(1, integerOf(parts.at(1), at), 10'000),
                        qBound(1, integerOf(parts.at(2), at), 250)});
            }
            grid.rows.push_back(std::move(cells));
        }
    }

    const Handbook &m_handbook;
    std::optional<Error> m_error;
};

}  // namespace

QByteArray writeReportJson(const Report &report)
{
    std::vector<QByteArray> notes, tables, sections;
    for (const Note &note : report.notes)
        notes.push_back(Line().add("place", note.place).add("text", note.text).finish());
    for (const Sheet &sheet : report.sheets)
        tables.push_back(writeTable(sheet, report.identity.family));
    for (const Section &section : report.sections)
        sections.push_back(writeSection(section, report));
    QByteArray text = "{\n\"mzr\":" + QByteArray::number(mzrVersion);
    const auto add = [&text](const char *key, const QByteArray &json) {
        text += ",\n\"" + QByteArray(key) + "\":" + json;
    };
    add("agency", Line::text(report.identity.agency));
    add("year", QByteArray::number(report.identity.year));
    add("scope", Line::text(nameOf(scopes, report.identity.scope)));
    add("family", Line::text(report.identity.family));
    add("publication", report.isPublication ? "true" : "false");
    if (report.lost.count > 0)
        add("lost",
            Line::text(QJsonObject{{QStringLiteral("pages"), report.lost.count},
                {QStringLiteral("tables"), QJsonArray::fromStringList(report.lost.tables)}}));
    if (report.hasPrintedLines)
        add("printedLines", "true");
    add("notes", lines(notes));
    if (!report.marks.empty()) {
        std::vector<QByteArray> marks;
        for (const FindingMark &mark : report.marks)
            marks.push_back(Line()
                                .add("finding", mark.finding)
                                .add("kind", nameOf(markKinds, mark.kind))
                                .add("reason", mark.reason)
                                .finish());
        add("marks", lines(marks));
    }
    add("tables", lines(tables));
    add("sections", lines(sections));
    if (!report.sideFigures.empty()) {
        std::vector<QByteArray> figures;
        for (const SideFigure &figure : report.sideFigures)
            figures.push_back(Line::text(sideFigureJson(figure, unitOf(report))));
        add("sideFigures", lines(figures));
    }
    if (!report.numberBindings.empty()) {
        std::vector<QByteArray> bindings;
        bindings.reserve(report.numberBindings.size());
        for (const NumberBinding &binding : report.numberBindings)
            bindings.push_back(Line::text(numberBindingJson(binding)));
        add("numberBindings", lines(bindings));
    }
    for (auto it = report.unknown.begin(); it != report.unknown.end(); ++it)
        text += ",\n" + Line::text(it.key()) + ':' + Line::text(it.value());
    return text + "\n}\n";
}

Result<Report> readReportJson(const QByteArray &json, const Handbook &handbook)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(qMin<qsizetype>(error.offset, json.size())).count('\n') + 1;
        return Error{Say::tr("The file is damaged: %1.").arg(error.errorString()),
            Say::tr("line %1").arg(line)};
    }
    return Reader(handbook).read(document.object());
}

}  // namespace mz
