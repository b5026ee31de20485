#include "app/cli/commands.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <cstdio>
#include <functional>

using namespace mz;

namespace {

struct Command
{
    const char *name;
    const char *usage;
    const char *help;
    std::function<int(const CommandOptions &, const ReadingContext &)> run;
};

const Command commands[] = {
    {"show", "FILE [--json]", QT_TRANSLATE_NOOP("Cli", "what the report holds"), runShow},
    {"check", "FILE|FOLDER ... [--json] [--progress]",
        QT_TRANSLATE_NOOP("Cli", "what does not add up, and why"), runCheck},
    {"set", "FILE KIND/ROW/COLUMN=VALUE ... --out NEW.mzr",
        QT_TRANSLATE_NOOP("Cli", "edits cells; totals follow"), runSet},
    {"write", "FILE [FIGURE[@PHASE]=VALUE ...] [--last FILE] --out NEW.mzr",
        QT_TRANSLATE_NOOP("Cli",
            "writes the narrative from the figures; what only a person can "
            "say is left open and listed"),
        runWrite},
    {"convert", "FILE --to csv|mzr|txt [--figures-only] --out PATH",
        QT_TRANSLATE_NOOP("Cli", "writes the report in another format"), runConvert},
};

QString usage()
{
    QString text = QCoreApplication::translate("Cli", "Usage: mingzhang-cli COMMAND ...") + u'\n';
    for (const Command &command : commands) {
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(QLatin1String(command.name), QLatin1String(command.usage),
                        QCoreApplication::translate("Cli", command.help));
    }
    return text;
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    // The same folders for own forms and rules as the window has.
    QCoreApplication::setOrganizationName(QStringLiteral("mingzhang"));
    QCoreApplication::setApplicationName(QStringLiteral("mingzhang"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MINGZHANG_VERSION));
    QTranslator translator;
    const bool english
        = QLocale::system().language() == QLocale::English && QLocale::system() != QLocale::c();
    if (translator.load(english ? QStringLiteral(":/i18n/mingzhang_en.qm")
                                : QStringLiteral(":/i18n/mingzhang_zh_CN.qm")))
        QCoreApplication::installTranslator(&translator);

    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("json"), QString()}, {QStringLiteral("progress"), QString()},
        {QStringLiteral("figures-only"), QString()},
        {QStringLiteral("to"), QString(), QStringLiteral("FORMAT")},
        {QStringLiteral("last"), QString(), QStringLiteral("FILE")},
        {QStringLiteral("out"), QString(), QStringLiteral("PATH")}});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(QCoreApplication::arguments()))
        return fail({parser.errorText(), {}});
    if (parser.isSet(version)) {
        printOut(QByteArray("mingzhang-cli ") + MINGZHANG_VERSION + '\n');
        return Fine;
    }
    QStringList arguments = parser.positionalArguments();
    if (parser.isSet(help) || arguments.isEmpty()) {
        if (parser.isSet(help))
            printOut(usage().toUtf8());
        else
            std::fputs(usage().toUtf8().constData(), stderr);
        return parser.isSet(help) ? Fine : Failed;
    }
    const QString name = arguments.takeFirst();
    for (const Command &command : commands) {
        if (name != QLatin1String(command.name))
            continue;
        const Result<ReadingContext> context = ReadingContext::load();
        if (!context)
            return fail(context.error());
        return command.run(
            {arguments, parser.value(QStringLiteral("to")), parser.value(QStringLiteral("out")),
                parser.value(QStringLiteral("last")), parser.isSet(QStringLiteral("json")),
                parser.isSet(QStringLiteral("progress")),
                parser.isSet(QStringLiteral("figures-only"))},
            *context);
    }
    return fail({QCoreApplication::translate("Cli", "There is no command “%1”.").arg(name), {}});
}
