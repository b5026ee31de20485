#pragma once

#include "model/manuscript/readers/zip_archive.h"
#include <vector>

namespace mz {

/// What one part of an office document says of another.
struct PartRelation
{
    QString id;
    QString type;  ///< The last word of its address: "worksheet", "styles".
    QString part;  ///< The name of the other part.
};

/// The relations of a part; of the whole file where the name is empty. Those
/// that lead out of the file are left out. A part need not have any.
/// Errors: damaged; more than any document has.
Result<std::vector<PartRelation>> readRelations(ZipArchive &archive, const QString &part);

/// The part that holds the document itself.
/// Errors: the file names none, so it is no office document.
Result<QString> mainPart(ZipArchive &archive);

/// The part of the first relation of a type; empty where there is none.
QString partOfType(const std::vector<PartRelation> &relations, QStringView type);

}  // namespace mz
