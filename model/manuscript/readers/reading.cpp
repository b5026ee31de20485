#include "model/manuscript/readers/reading.h"

#include <QCoreApplication>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Reading)
};

}  // namespace

Error readingStopped() { return {Say::tr("Reading was stopped."), {}}; }

}  // namespace mz
