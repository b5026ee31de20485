#include "app/gui/main_window.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QStyleFactory>
#include <QTimer>
#include <QTranslator>
#include <cstdio>

using namespace mz;

namespace {

/// Chinese, unless the system speaks English.
void installLanguage(QTranslator &own, QTranslator &qt)
{
    const QLocale system = QLocale::system();
    if (system.language() == QLocale::English && system != QLocale::c()) {
        if (own.load(QStringLiteral(":/i18n/mingzhang_en.qm")))
            QCoreApplication::installTranslator(&own);
        return;
    }
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    if (own.load(QStringLiteral(":/i18n/mingzhang_zh_CN.qm")))
        QCoreApplication::installTranslator(&own);
    if (qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

Theme::Kind themeNamed(const QString &name)
{
    return name == u"dark"    ? Theme::Kind::Dark
        : name == u"contrast" ? Theme::Kind::HighContrast
                              : Theme::Kind::Light;
}

Result<ChartFigures> loadCharts(const Handbook &handbook)
{
    QFile file(QStringLiteral(":/charts/charts.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), QStringLiteral("charts.json")};
    return ChartFigures::parse(file.readAll(), QStringLiteral("charts.json"), handbook.figures());
}

}  // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("mingzhang"));
    QCoreApplication::setApplicationName(QStringLiteral("mingzhang"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MINGZHANG_VERSION));
    QTranslator own, qt;
    installLanguage(own, qt);

    QCommandLineParser parser;
    const QCommandLineOption picture(QStringLiteral("picture"),
        QCoreApplication::translate("Main", "Write a picture of the window and end."),
        QStringLiteral("PNG"));
    const QCommandLineOption theme(QStringLiteral("theme"),
        QCoreApplication::translate("Main", "Appearance: light, dark or contrast."),
        QStringLiteral("NAME"));
    const QCommandLineOption size(QStringLiteral("size"),
        QCoreApplication::translate("Main", "Size of the window, as 1280x800."),
        QStringLiteral("SIZE"));
    const QCommandLineOption table(QStringLiteral("table"),
        QCoreApplication::translate("Main", "The table to show, as T05."), QStringLiteral("KIND"));
    const QCommandLineOption section(QStringLiteral("section"),
        QCoreApplication::translate(
            "Main", "The section to show: words of its title, or its number, counted from 0."),
        QStringLiteral("TITLE"));
    parser.addOptions({picture, theme, size, table, section});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QCoreApplication::translate("Main", "The report to open, or a folder to check."),
        QStringLiteral("[FILE]"));
    parser.process(app);

    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(uiFont());
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    const QString wanted
        = parser.isSet(theme) ? parser.value(theme) : QSettings().value("theme").toString();
    setCurrentTheme(themeNamed(wanted));

    const Result<ReadingContext> context = ReadingContext::load();
    const Result<ChartFigures> charts
        = context ? loadCharts(context->handbook) : Result<ChartFigures>(context.error());
    if (!charts) {
        if (parser.isSet(picture))
            std::fputs((charts.error().text() + u'\n').toUtf8().constData(), stderr);
        else
            QMessageBox::critical(
                nullptr, QCoreApplication::applicationName(), charts.error().text());
        return 2;
    }
    MainWindow window(*context, *charts);
    const QStringList parts = parser.value(size).split(u'x');
    if (parts.size() == 2)
        window.resize(parts[0].toInt(), parts[1].toInt());
    if (parser.isSet(picture)) {
        window.setAsking(false);
        const auto draw = [&] {
            window.showTable(parser.value(table));
            if (parser.isSet(section))
                window.showSection(parser.value(section));
            // One turn of the event loop lays everything out.
            QTimer::singleShot(100, &app, [&] {
                const bool written = window.grab().save(parser.value(picture));
                if (!written)
                    std::fputs("mingzhang: the picture could not be written\n", stderr);
                QCoreApplication::exit(written ? 0 : 2);
            });
        };
        QObject::connect(&window, &MainWindow::folderFinished, &app, draw);
        QObject::connect(&window, &MainWindow::openFinished, &app, [draw](bool opened) {
            if (!opened)
                return QCoreApplication::exit(2);
            draw();
        });
    }
    window.show();
    const QStringList files = parser.positionalArguments();
    if (!files.isEmpty())
        window.openPath(files.front());
    else if (parser.isSet(picture))
        QTimer::singleShot(0, &window, [&window] { emit window.openFinished(true); });
    return QApplication::exec();
}
