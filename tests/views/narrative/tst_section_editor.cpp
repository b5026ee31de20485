#include "model/narrative/claim.h"
#include "model/tables/claims_model.h"
#include "tests/support/typed_report.h"
#include "views/dialogs/field_dialog.h"
#include "views/dialogs/figure_choice.h"
#include "views/narrative/writing_page.h"
#include "views/narrative/written_document.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

class TestSectionEditor : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_document = std::make_unique<ReportDocument>(context().handbook);
        m_document->setReport(typedReport());
        QVERIFY(m_document->writeNarrative());
        m_document->undoStack().clear();
        m_claims = std::make_unique<ClaimsModel>(*m_document);
        m_page = std::make_unique<WritingPage>(*m_document, *m_claims);
        m_page->resize(900, 600);
        m_page->show();
        m_section = sectionAbout(u"一般公共预算"_s);
        QVERIFY(m_section >= 0);
        m_page->showSection(m_section);
        m_page->editor().setFocus();
    }
    void cleanup()
    {
        m_page.reset();
        m_claims.reset();
        m_document.reset();
    }

    void paragraphsGoThroughTheEditorUnchanged()
    {
        for (const Section &section : m_document->report().sections) {
            if (!section.isWritten())
                continue;
            QTextDocument document;
            showParagraphs(document, section.written);
            const std::vector<WrittenParagraph> read = paragraphsOf(document);
            QCOMPARE(read.size(), section.written.size());
            for (size_t i = 0; i < read.size(); ++i) {
                QCOMPARE(read[i].id, section.written[i].id);
                QVERIFY(read[i].spans == section.written[i].spans);
            }
        }
    }

    void typedWordsStayWhileTheFieldsFollow()
    {
        moveTo(QTextCursor::Start);
        QTest::keyClicks(&m_page->editor(), u"Our words "_s);
        QVERIFY(text().startsWith(u"Our words "_s));
        QVERIFY(written().front().own);
        const QString field = firstField().text;
        const CellRef cell = cellOfExpenditure();
        QVERIFY(m_document->type(cell, u"9876.54"_s));
        QVERIFY(text().startsWith(u"Our words "_s));
        QVERIFY(firstField().text != field);
        QCOMPARE(shown(), text());
    }

    void whatIsTypedInARowIsOneStep()
    {
        moveTo(QTextCursor::Start);
        const QString before = text();
        QTest::keyClicks(&m_page->editor(), u"abc"_s);
        QCOMPARE(m_document->undoStack().count(), 1);
        m_document->undoStack().undo();
        QCOMPARE(text(), before);
        QCOMPARE(shown(), before);
        // After a walk of the cursor another step begins.
        QTest::keyClicks(&m_page->editor(), u"a"_s);
        QTest::keyClick(&m_page->editor(), Qt::Key_End);
        QTest::keyClicks(&m_page->editor(), u"b"_s);
        QCOMPARE(m_document->undoStack().count(), 2);
    }

    void aFieldIsOneCharacterAndGoesAsAWhole()
    {
        const int at = firstPiece();
        QTextCursor cursor = m_page->editor().textCursor();
        cursor.setPosition(at);
        m_page->editor().setTextCursor(cursor);
        QVERIFY(m_page->editor().currentPiece().has_value());
        const size_t fields = countFields();
        QTest::keyClick(&m_page->editor(), Qt::Key_Right);
        QCOMPARE(m_page->editor().textCursor().position(), at + 1);
        QTest::keyClicks(&m_page->editor(), u"x"_s);
        QCOMPARE(countFields(), fields);
        QVERIFY(text().contains(u"x"_s));
        QTest::keyClick(&m_page->editor(), Qt::Key_Backspace);
        QTest::keyClick(&m_page->editor(), Qt::Key_Backspace);
        QCOMPARE(countFields(), fields - 1);
    }

    void whatTakesTheFieldsPlaceIsText()
    {
        QTextCursor cursor = m_page->editor().textCursor();
        cursor.setPosition(firstPiece());
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
        m_page->editor().setTextCursor(cursor);
        const size_t fields = countFields();
        QTest::keyClicks(&m_page->editor(), u"12"_s);
        QCOMPARE(countFields(), fields - 1);
        QVERIFY(text().contains(u"12"_s));
    }

    void aParagraphIsDividedTakenOutAndComesBack()
    {
        const size_t before = written().size();
        QTextCursor cursor = m_page->editor().textCursor();
        cursor.setPosition(3);
        m_page->editor().setTextCursor(cursor);
        QTest::keyClick(&m_page->editor(), Qt::Key_Return);
        QCOMPARE(written().size(), before + 1);
        QCOMPARE(written()[0].text().size(), 3);
        QVERIFY(written()[1].id.isEmpty());
        m_page->editor().selectAll();
        QTest::keyClick(&m_page->editor(), Qt::Key_Delete);
        QCOMPARE(text(), QString());
        // The figures change: what was taken out stays out.
        QVERIFY(m_document->type(cellOfExpenditure(), u"1.00"_s));
        QCOMPARE(text(), QString());
        QVERIFY(m_document->followTemplates(m_section));
        QCOMPARE(written().size(), before);
        QVERIFY(!written().front().own);
        QCOMPARE(shown(), text());
    }

    void paragraphsOfTheUserKeepTheirOrder()
    {
        m_page->editor().moveCursor(QTextCursor::End);
        for (const QString &word : {u"one"_s, u"two"_s, u"three"_s}) {
            QTest::keyClick(&m_page->editor(), Qt::Key_Return);
            QTest::keyClicks(&m_page->editor(), word);
        }
        QVERIFY(m_document->type(cellOfExpenditure(), u"2.00"_s));
        QVERIFY(text().endsWith(u"one\ntwo\nthree"_s));
    }

    void aFieldIsCopiedAsAField()
    {
        const size_t fields = countFields();
        m_page->editor().selectAll();
        m_page->editor().copy();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QChar::ObjectReplacementCharacter));
        m_page->editor().moveCursor(QTextCursor::End);
        m_page->editor().paste();
        QCOMPARE(countFields(), 2 * fields);
        QGuiApplication::clipboard()->setText(u"5￼6"_s);
        m_page->editor().paste();
        QCOMPARE(countFields(), 2 * fields);
        QVERIFY(text().endsWith(u"56"_s));
    }

    void aGapIsFilledWhereItStands()
    {
        m_section = sectionWithGap();
        QVERIFY(m_section >= 0);
        m_page->showSection(m_section);
        int at = -1;
        for (int i = 0; at < 0 && i < document().characterCount(); ++i) {
            const auto piece = pieceAt(document(), i);
            if (piece && piece->kind == WrittenSpan::Kind::Gap)
                at = i;
        }
        QVERIFY(at >= 0);
        const QString gap = pieceAt(document(), at)->gap;
        QTextCursor cursor = m_page->editor().textCursor();
        cursor.setPosition(at + 1);
        m_page->editor().setTextCursor(cursor);
        QTest::keyClicks(&m_page->editor(), u"because"_s);
        const Section &section = m_document->report().sections[size_t(m_section)];
        QCOMPARE(section.fills.value(gap), u"because"_s);
        QVERIFY(std::none_of(section.written.begin(), section.written.end(),
            [](const WrittenParagraph &paragraph) { return paragraph.own; }));
        QCOMPARE(pieceAt(document(), at)->text, u"because"_s);
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(&m_page->editor(), Qt::Key_Backspace);
        QVERIFY(m_document->report().sections[size_t(m_section)].fills.value(gap).isEmpty());
        QCOMPARE(pieceAt(document(), at)->text, QString());
    }

    void ofManyFiguresTheOneThatIsNamedIsOffered()
    {
        // The same amount is the income, the total, the general budget's expenditure ..
        const QString amount = firstField().text;
        auto *line = m_page->findChild<QLabel *>(u"writingLine"_s);
        moveTo(QTextCursor::End);
        QTest::keyClick(&m_page->editor(), Qt::Key_Return);
        m_page->editor().insertPlainText(u"另有"_s + amount);
        m_page->acceptOffer();
        const auto own = m_page->editor().currentPiece();
        QVERIFY(own.has_value());
        QCOMPARE(own->figure, u"general.expenditure"_s);
        m_page->editor().insertPlainText(u"，财政拨款收入"_s + amount);
        m_page->acceptOffer();
        const auto named = m_page->editor().currentPiece();
        QVERIFY(named.has_value());
        QCOMPARE(named->figure, u"income.fiscal"_s);
        QVERIFY(!line->text().isEmpty());
    }

    void aNumberThatWasTypedIntoAGapBecomesItsFigure()
    {
        const auto gap = [this] {
            for (const WrittenParagraph &paragraph : written()) {
                for (const WrittenSpan &span : paragraph.spans) {
                    if (span.kind == WrittenSpan::Kind::Gap && span.gap.endsWith(u"@initial"_s)
                        && span.gap.startsWith(u"general.item"_s))
                        return span.gap;
                }
            }
            return QString();
        };
        const QString name = gap();
        QVERIFY(!name.isEmpty());
        QVERIFY(m_document->fillGap(m_section, name, u"200"_s).has_value());
        const int steps = m_document->undoStack().index();
        QSignalSpy left(m_page.get(), &WritingPage::left);
        QTest::keyClick(&m_page->editor(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QCOMPARE(m_document->undoStack().index(), steps + 1);
        QCOMPARE(m_document->report().sideFigures.size(), size_t(1));
        QVERIFY(gap() != name);
        QVERIFY2(text().contains(u"完成年初预算的"_s), qPrintable(text()));
        m_document->undoStack().undo();
        QVERIFY(m_document->report().sideFigures.empty());
        QCOMPARE(m_document->report().sections[size_t(m_section)].fills.value(name), u"200"_s);
        // Words stay words.
        QVERIFY(m_document->fillGap(m_section, name, u"未安排"_s).has_value());
        m_document->takeTypedNumbers(m_section);
        QVERIFY(m_document->report().sideFigures.empty());
    }

    void aNumberThatIsAFigureIsOffered()
    {
        const QString number = firstField().text;
        m_page->editor().moveCursor(QTextCursor::End);
        auto *offer = m_page->findChild<QToolButton *>(u"writingOffer"_s);
        QVERIFY(!offer->isVisible());
        QTest::keyClicks(&m_page->editor(), QString(number).remove(u','));
        QVERIFY(offer->isVisible());
        const size_t fields = countFields();
        m_page->acceptOffer();
        QCOMPARE(countFields(), fields + 1);
        QCOMPARE(written().back().spans.back().text, number);
        QTest::keyClicks(&m_page->editor(), u"123456789.12"_s);
        QVERIFY(!offer->isVisible());
    }

    void theDialogSaysWhatAFieldReads()
    {
        FieldDialog dialog(*m_document, {});
        auto *search = dialog.findChild<QLineEdit *>(u"figureSearch"_s);
        search->setText(u"财政拨款"_s);
        const WrittenSpan chosen = dialog.field();
        QVERIFY(!chosen.figure.isEmpty());
        QCOMPARE(chosen.kind, WrittenSpan::Kind::Field);
        QVERIFY(dialog.findChild<QLabel *>(u"fieldText"_s)->text().contains(chosen.text));
        auto *role = dialog.findChild<QComboBox *>(u"figureRole"_s);
        role->setCurrentIndex(role->count() - 1);
        QCOMPARE(dialog.field().kind, WrittenSpan::Kind::Word);
        QCOMPARE(dialog.field().role, ClaimRole::Relation);
        FieldDialog again(*m_document, firstField());
        QCOMPARE(again.field().figure, firstField().figure);
        QCOMPARE(again.field().text, firstField().text);
    }

    void aFieldIsBoundToAnotherFigure()
    {
        QTextCursor cursor = m_page->editor().textCursor();
        cursor.setPosition(firstPiece());
        m_page->editor().setTextCursor(cursor);
        WrittenSpan other;
        other.kind = WrittenSpan::Kind::Field;
        other.figure = u"expenditure.basic"_s;
        other.text = u"?"_s;
        m_page->editor().replacePiece(other);
        QCOMPARE(firstField().figure, u"expenditure.basic"_s);
        // It says what the figure says, whatever it was inserted with.
        QVERIFY(firstField().text != u"?"_s);
        QCOMPARE(shown(), text());
    }

    void browsingChangesNothing()
    {
        m_document->setEditable(false);
        const QString before = text();
        QTest::keyClicks(&m_page->editor(), u"abc"_s);
        QTest::keyClick(&m_page->editor(), Qt::Key_Delete);
        QCOMPARE(text(), before);
        QCOMPARE(shown(), before);
    }

    void theEditorIsLeftWhenItsSectionIs()
    {
        m_document->undoStack().clear();
        QVERIFY(m_document->writeNarrative());
        bool left = false;
        connect(m_page.get(), &WritingPage::left, this, [&left] { left = true; });
        m_document->setReport(typedReport());
        QCOMPARE(m_page->section(), -1);
        QTest::keyClicks(&m_page->editor(), u"abc"_s);
        m_document->setReport(typedReport());
        QVERIFY(m_document->writeNarrative());
        m_page->showSection(m_section);
        QTest::keyClick(&m_page->editor(), Qt::Key_Escape);
        QVERIFY(left);
    }

private:
    int sectionAbout(const QString &title) const
    {
        const auto &sections = m_document->report().sections;
        for (size_t i = 0; i < sections.size(); ++i) {
            if (sections[i].isWritten() && sections[i].title.contains(title))
                return int(i);
        }
        return -1;
    }
    int sectionWithGap() const
    {
        const auto &sections = m_document->report().sections;
        for (size_t i = 0; i < sections.size(); ++i) {
            for (const WrittenParagraph &paragraph : sections[i].written) {
                for (const WrittenSpan &span : paragraph.spans) {
                    if (span.kind == WrittenSpan::Kind::Gap)
                        return int(i);
                }
            }
        }
        return -1;
    }
    CellRef cellOfExpenditure() const
    {
        const int sheet = m_document->report().sheetOf(u"T05");
        const Sheet &table = m_document->report().sheets[size_t(sheet)];
        return {sheet, table.rowOf(u"2012601"), table.columnOf(u"basic")};
    }
    QTextDocument &document() const
    {
        return *static_cast<QTextEdit &>(m_page->editor()).document();
    }
    const std::vector<WrittenParagraph> &written() const
    {
        return m_document->report().sections[size_t(m_section)].written;
    }
    static QString joined(const std::vector<WrittenParagraph> &paragraphs)
    {
        QStringList lines;
        for (const WrittenParagraph &paragraph : paragraphs) {
            if (!paragraph.spans.empty())
                lines << paragraph.text();
        }
        return lines.join(u'\n');
    }
    QString text() const { return joined(written()); }
    QString shown() const { return joined(paragraphsOf(document())); }
    WrittenSpan firstField() const
    {
        for (const WrittenParagraph &paragraph : written()) {
            for (const WrittenSpan &span : paragraph.spans) {
                if (span.kind == WrittenSpan::Kind::Field)
                    return span;
            }
        }
        return {};
    }
    int firstPiece() const
    {
        for (int at = 0; at < document().characterCount(); ++at) {
            const auto piece = pieceAt(document(), at);
            if (piece && piece->kind == WrittenSpan::Kind::Field)
                return at;
        }
        return -1;
    }
    size_t countFields() const
    {
        size_t count = 0;
        for (const WrittenParagraph &paragraph : written()) {
            for (const WrittenSpan &span : paragraph.spans)
                count += span.kind == WrittenSpan::Kind::Field ? 1 : 0;
        }
        return count;
    }
    void moveTo(QTextCursor::MoveOperation place) { m_page->editor().moveCursor(place); }

    std::unique_ptr<ReportDocument> m_document;
    std::unique_ptr<ClaimsModel> m_claims;
    std::unique_ptr<WritingPage> m_page;
    int m_section = -1;
};

QTEST_MAIN(TestSectionEditor)
#include "tst_section_editor.moc"
