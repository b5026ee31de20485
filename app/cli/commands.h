#pragma once

#include "model/document/report_file.h"
#include <QStringList>

namespace mz {

/// What a command ends with: the exit status of the program.
enum ExitStatus { Fine = 0, Findings = 1, Failed = 2 };

/// The options that a command line may carry.
struct CommandOptions
{
    QStringList arguments;  ///< Files and assignments.
    QString to;             ///< --to
    QString out;            ///< --out
    QString last;           ///< --last: last year's report.
    bool json = false;
    bool progress = false;     ///< --progress: tell on standard error how far it is.
    bool figuresOnly = false;  ///< --figures-only: without the publication's sentences.
};

int runShow(const CommandOptions &options, const ReadingContext &context);
int runCheck(const CommandOptions &options, const ReadingContext &context);
int runSet(const CommandOptions &options, const ReadingContext &context);
int runWrite(const CommandOptions &options, const ReadingContext &context);
int runConvert(const CommandOptions &options, const ReadingContext &context);

/// One line on standard error; the status Failed.
int fail(const Error &error);
void printOut(const QByteArray &bytes);

/// "T05/2010303/project", "T01/income/total/amount", "T09/*/actual.reception":
/// rows and columns by key or by what they say.
/// Errors: the part of the address that the report does not have.
Result<CellRef> findCell(const Report &report, const QString &address);

}  // namespace mz
