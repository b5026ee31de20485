#include "model/document/csv_folder.h"

#include "model/compose/composer.h"
#include "model/document/mzr_file.h"
#include "model/manuscript/readers/formats.h"
#include "model/manuscript/writers/csv_writer.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(CsvFolder)
};

/// "某局2023年度部门决算", as far as it is known.
QString reportTitle(const Identity &identity)
{
    QString title = identity.agency;
    if (identity.year > 0)
        title += QStringLiteral("%1年度").arg(identity.year);
    switch (identity.scope) {
    case Identity::Scope::Department:
        title += QStringLiteral("部门");
        break;
    case Identity::Scope::Unit:
        title += QStringLiteral("单位");
        break;
    case Identity::Scope::Unknown:
        break;
    }
    return title + QStringLiteral("决算");
}

/// The report's title stands in every file; of the whole document it is said once.
void leaveOutTitle(Manuscript &manuscript, const QString &title)
{
    for (ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph())
            continue;
        auto &rows = std::get<TextGrid>(block.content).rows;
        if (!rows.empty() && !rows.front().empty() && rows.front().front().text == title) {
            rows.erase(rows.begin());
            if (!block.rowPlaces.empty())
                block.rowPlaces.erase(block.rowPlaces.begin());
        }
        return;
    }
}

QString firstText(const Manuscript &manuscript)
{
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph())
            continue;
        const auto &rows = block.grid().rows;
        return rows.empty() || rows.front().empty() ? QString() : rows.front().front().text;
    }
    return {};
}

}  // namespace

Done writeCsvFolder(const Report &report, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{Say::tr("The folder could not be made."), folder};
    for (int i = 0; i < int(report.sheets.size()); ++i) {
        Manuscript table = composeTable(report, i);
        table.blocks.insert(table.blocks.begin(), {reportTitle(report.identity), {}, {}});
        const QString kind = report.sheets[size_t(i)].form->kind;
        const QString file = QDir(folder).filePath(kind + QStringLiteral(".csv"));
        if (const Done written = writeWhole(file, writeCsvDocument(table)); !written)
            return written;
    }
    return done();
}

QStringList csvTables(const QString &folder)
{
    const QDir dir(folder);
    QStringList files;
    for (const QString &name :
        dir.entryList({QStringLiteral("T0?.csv")}, QDir::Files | QDir::Readable, QDir::Name)) {
        if (name[2].isDigit())
            files << dir.filePath(name);
    }
    return files;
}

QStringList csvTablesBeside(const QString &file)
{
    const QFileInfo info(file);
    const QStringList files = csvTables(info.path());
    return files.size() > 1 && files.contains(QDir(info.path()).filePath(info.fileName()))
        ? files
        : QStringList();
}

Result<Manuscript> readCsvTables(
    const QStringList &files, qint64 largest, const ReadingProgress &progress)
{
    Manuscript whole;
    QString title;
    QStringList names;
    for (const QString &file : files) {
        const QString name = QFileInfo(file).fileName();
        const Result<QByteArray> bytes = readBounded(file, largest);
        if (!bytes)
            return bytes.error();
        Result<Manuscript> table = readManuscript(*bytes, file, progress);
        if (!table)
            return Error{table.error().message, name};
        if (title.isEmpty())
            title = firstText(*table);
        else
            leaveOutTitle(*table, title);
        for (ManuscriptBlock &block : table->blocks) {
            block.place.sheet = name;
            for (SourcePlace &place : block.rowPlaces)
                place.sheet = name;
            whole.blocks.push_back(std::move(block));
        }
        for (ManuscriptNote &note : table->notes) {
            note.place.sheet = name;
            whole.notes.push_back(std::move(note));
        }
        names << name;
    }
    whole.notes.push_back(
        {Say::tr("The tables of one folder were read as one report: %1.").arg(names.join(u'、')),
            {}});
    return whole;
}

}  // namespace mz
