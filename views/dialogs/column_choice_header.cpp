#include "views/dialogs/column_choice_header.h"

#include "model/tables/printed_table_model.h"
#include "views/theme/theme.h"
#include <QComboBox>
#include <QEvent>
#include <QPainter>

namespace mz {

ColumnChoiceHeader::ColumnChoiceHeader(ImportDraft &draft, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_draft(draft)
{
    connect(this, &QHeaderView::sectionResized, this, &ColumnChoiceHeader::placeChoices);
    connect(&draft, &ImportDraft::changed, this, [this] { showTable(m_table); });
}

void ColumnChoiceHeader::showTable(int table)
{
    const auto &tables = m_draft.tables();
    const bool exists = table >= 0 && size_t(table) < tables.size();
    const TableForm *form = exists ? tables[size_t(table)].form.get() : nullptr;
    const size_t columns = form ? tables[size_t(table)].columns.size() : 0;
    if (table != m_table || form != m_form || columns != m_choices.size()) {
        // One of them may be what called us.
        for (QComboBox *old : m_choices) {
            old->hide();
            old->deleteLater();
        }
        m_choices.clear();
        m_table = table;
        m_form = form;
        if (form)
            makeChoices(tables[size_t(table)]);
    }
    showChoices();
    updateGeometry();
    placeChoices();
    viewport()->update();
}

void ColumnChoiceHeader::makeChoices(const FoundTable &table)
{
    const std::vector<FormLeaf> leaves = formLeaves(*table.form);
    m_choices.reserve(table.columns.size());
    for (size_t column = 0; column < table.columns.size(); ++column) {
        auto *choice = new QComboBox(viewport());
        choice->setObjectName(QStringLiteral("columnChoice%1").arg(column));
        for (const FormLeaf &leaf : leaves)
            choice->addItem(leaf.name, leaf.id);
        choice->insertSeparator(choice->count());
        choice->addItem(tr("Not in the form"), QString());
        choice->addItem(tr("Leave out"), TableChoice::leftOut.toString());
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(1);
        choice->setFocusPolicy(Qt::StrongFocus);
        choice->installEventFilter(this);
        const QString title = table.columns[column].title;
        choice->setAccessibleName(tr("What the printed column “%1” is")
                                      .arg(title.isEmpty() ? QString::number(column + 1) : title));
        connect(choice, &QComboBox::activated, this, [this, choice, column] {
            m_draft.setColumn(m_table, int(column), choice->currentData().toString());
        });
        m_choices.push_back(choice);
    }
}

void ColumnChoiceHeader::showChoices()
{
    if (m_choices.empty())
        return;
    const FoundTable &table = m_draft.tables()[size_t(m_table)];
    const auto &decided = m_draft.choices().tables;
    const auto ofTable = decided.find(m_table);
    for (size_t column = 0; column < m_choices.size(); ++column) {
        QString target = table.columns[column].target;
        if (ofTable != decided.end()) {
            const auto chosen = ofTable->second.columns.find(int(column));
            if (chosen != ofTable->second.columns.end())
                target = chosen->second;
        }
        QComboBox &choice = *m_choices[column];
        choice.setCurrentIndex(choice.findData(target));
        choice.setToolTip(choice.currentText());
    }
}

QComboBox *ColumnChoiceHeader::choice(int printed) const
{
    return printed >= 0 && size_t(printed) < m_choices.size() ? m_choices[size_t(printed)]
                                                              : nullptr;
}

int ColumnChoiceHeader::choiceHeight() const
{
    return m_choices.empty() ? 0 : m_choices.front()->sizeHint().height() + 4;
}

QSize ColumnChoiceHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 8 + choiceHeight()};
}

void ColumnChoiceHeader::placeChoices()
{
    const int height = choiceHeight();
    for (size_t column = 0; column < m_choices.size(); ++column) {
        const int section = PrintedTableModel::modelColumn(int(column));
        if (section >= count())
            break;
        m_choices[column]->setGeometry(sectionViewportPosition(section) + 2,
            viewport()->height() - height + 1, sectionSize(section) - 5, height - 4);
        m_choices[column]->show();
    }
}

void ColumnChoiceHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = currentTheme();
    const bool open
        = model()->headerData(section, orientation(), PrintedTableModel::OpenRole).toBool();
    painter->save();
    painter->fillRect(rect, open ? theme.errorBack : theme.heading);
    painter->setPen(theme.lines);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(open ? theme.error : theme.text);
    const QRect room = rect.adjusted(8, 0, -8, -choiceHeight());
    painter->drawText(room, section == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter,
        QFontMetrics(font).elidedText(
            model()->headerData(section, orientation()).toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

void ColumnChoiceHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    placeChoices();
}

void ColumnChoiceHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeChoices();
}

bool ColumnChoiceHeader::eventFilter(QObject *object, QEvent *event)
{
    // The wheel scrolls the table; it must not change what a column is.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(object)) {
        event->ignore();
        return true;
    }
    return QHeaderView::eventFilter(object, event);
}

}  // namespace mz
