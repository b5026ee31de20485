#pragma once

#include "model/domain/report.h"
#include <QJsonArray>

namespace mz {

/// The written paragraphs of a section, as the .mzr file has them.
QJsonObject writtenJson(const WrittenParagraph &paragraph);
/// Errors: what is missing or of the wrong kind.
Result<WrittenParagraph> readWritten(const QJsonObject &json);

QJsonObject sideFigureJson(const SideFigure &figure, Money::Unit unit);
Result<SideFigure> readSideFigure(const QJsonObject &json, Money::Unit unit);

QJsonObject numberBindingJson(const NumberBinding &binding);
Result<NumberBinding> readNumberBinding(const QJsonObject &json);

}  // namespace mz
