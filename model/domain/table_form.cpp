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
