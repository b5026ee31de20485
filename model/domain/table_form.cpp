#include "model/domain/table_form.h"

#include <algorithm>

namespace mz {

int TableForm::columnIndex(QStringView id) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].id == id)
            return int(i);
    }
    return -1;
}

QString TableForm::columnPlace(int column) const
{
    const FormColumn &at = columns[size_t(column)];
    const bool shared = std::all_of(columns.begin(), columns.end(),
        [&at](const FormColumn &other) { return other.path.front() == at.path.front(); });
    return at.path.size() > 1 && !shared ? at.path.front() + u' ' + at.title : at.title;
}

int TableForm::laneIndex(QStringView side) const
{
    for (size_t i = 0; i < lanes.size(); ++i) {
        if (lanes[i].side == side)
            return int(i);
    }
    return -1;
}

bool TableForm::hasTree() const
{
    return std::any_of(lanes.begin(), lanes.end(), [](const FormLane &lane) {
        return std::any_of(
            lane.rows.begin(), lane.rows.end(), [](const FormRow &row) { return row.tree; });
    });
}

std::shared_ptr<const TableForm> FormFamily::form(QStringView kind) const
{
    for (const auto &form : forms) {
        if (form->kind == kind)
            return form;
    }
    return nullptr;
}

}  // namespace mz
