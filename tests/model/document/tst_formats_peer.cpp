#include "model/compose/composer.h"
#include "model/manuscript/readers/formats.h"
#include "model/recognize/recognizer.h"
#include "tests/support/real_reports.h"
#include "tests/support/written_files.h"
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace mz;

namespace {

struct Made
{
    const char *name;
    const char *source;  ///< The ending of the file that we write.
    const char *target;  ///< The ending of the file that LibreOffice makes of it.
    QByteArray (*write)(const Manuscript &);
    bool turned = false;     ///< qpdf turns its pages.
    bool onlyFirst = false;  ///< Tried with the first report only.
};

const Made conversions[] = {
    {"doc", "docx", "doc",
        [](const Manuscript &manuscript) { return test::writtenDocx(manuscript); }},
    {"xls", "xlsx", "xls",
        [](const Manuscript &manuscript) { return test::writtenXlsx(manuscript, false); }},
    {"xls of one sheet", "xlsx", "xls",
        [](const Manuscript &manuscript) { return test::writtenXlsx(manuscript, true); }},
    {"xlsx", "xlsx", "xlsx",
        [](const Manuscript &manuscript) { return test::writtenXlsx(manuscript, false); }},
    {"docx of html", "html", "docx:MS Word 2007 XML", &test::writtenHtml},
    {"pdf", "docx", "pdf",
        [](const Manuscript &manuscript) { return test::writtenDocx(manuscript); }},
    {"pdf, turned pages", "docx", "pdf",
        [](const Manuscript &manuscript) { return test::writtenDocx(manuscript); }, true, true},
    {"pdf of low pages", "docx", "pdf",
        [](const Manuscript &manuscript) {
            return test::writtenDocx(manuscript, {16838, 6000, 0, true});
        },
        false, false},
    {"pdf of low pages, headings repeated", "docx", "pdf",
        [](const Manuscript &manuscript) {
            return test::writtenDocx(manuscript, {16838, 7000, 2, true, true});
        },
        false, false},
    {"pdf of tall pages", "docx", "pdf",
        [](const Manuscript &manuscript) {
            return test::writtenDocx(manuscript, {16838, 23811, 0, true});
        },
        false, true},
};

}  // namespace

/// What LibreOffice makes of our files says the same as they do.
class TestFormatsPeer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (m_office.isEmpty())
            QSKIP("LibreOffice is not installed.");
        QVERIFY(m_folder.isValid());
        int number = 0;
        for (const test::RealReport &source : test::realReports()) {
            if (!QFile::exists(source.path))
                continue;
            const auto opened = openReport(source.path, test::context());
            QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
            const Manuscript manuscript = compose(opened->report);
            for (const Made &made : conversions) {
                // Their forms differ, the paper does not: one report tries it all.
                if (number >= int(std::size(conversions)) && made.onlyFirst)
                    continue;
                const QString name = QStringLiteral("r%1").arg(number++);
                QFile file(m_folder.filePath(name + u'.' + QLatin1String(made.source)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(made.write(manuscript));
                m_files.push_back({source, &made, name, opened->report});
            }
        }
        // One start a format: each takes seconds.
        QMap<QString, QStringList> wanted;
        for (const File &file : m_files)
            wanted[QLatin1String(file.made->target)]
                << file.name + u'.' + QLatin1String(file.made->source);
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
            QCOMPARE(run(m_office,
                         QStringList{QStringLiteral("-env:UserInstallation=file://")
                                 + m_folder.filePath("profile"),
                             QStringLiteral("--headless"), QStringLiteral("--convert-to"), it.key(),
                             QStringLiteral("--outdir"), m_folder.filePath("made")}
                             + it.value()),
                QString());
    }

    void aConvertedReportIsTheSame_data()
    {
        QTest::addColumn<int>("file");
        if (m_files.empty())
            QSKIP("LibreOffice or the real reports of ../shared/reports are not here.");
        for (size_t i = 0; i < m_files.size(); ++i)
            QTest::addRow("%s, %s", m_files[i].source.name, m_files[i].made->name) << int(i);
    }
    void aConvertedReportIsTheSame()
    {
        QFETCH(const int, file);
        const File &made = m_files[size_t(file)];
        const QString ending = QString::fromLatin1(made.made->target).section(u':', 0, 0);
        QString path = m_folder.filePath("made/" + made.name + u'.' + ending);
        if (made.made->turned) {
            const QString turner = QStandardPaths::findExecutable(QStringLiteral("qpdf"));
            if (turner.isEmpty())
                QSKIP("qpdf is not installed.");
            const QString turned = m_folder.filePath(made.name + u'.' + ending);
            QCOMPARE(run(turner, {path, turned, QStringLiteral("--rotate=+90")}), QString());
            path = turned;
        }
        QFile read(path);
        QVERIFY2(read.open(QIODevice::ReadOnly), qPrintable(path));
        const auto manuscript = readManuscript(read.readAll(), path);
        QVERIFY2(manuscript, qPrintable(manuscript ? QString() : manuscript.error().text()));
        const auto again = recognize(*manuscript, test::context().handbook, test::context().words);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
        QCOMPARE(
            test::tablesDiffer(test::withWholeNames(made.report), test::withWholeNames(*again)),
            QString());
        QCOMPARE(test::notesOf(*again), QString());
    }

private:
    struct File
    {
        test::RealReport source;
        const Made *made;
        QString name;
        Report report;
    };

    /// What the program said where it failed.
    QString run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        if (!process.waitForStarted() || !process.waitForFinished(300'000))
            return process.errorString();
        return process.exitCode() == 0 ? QString()
                                       : QString::fromUtf8(process.readAllStandardError());
    }

    QTemporaryDir m_folder;
    QString m_office;
    std::vector<File> m_files;
};

QTEST_GUILESS_MAIN(TestFormatsPeer)
#include "tst_formats_peer.moc"
