#include "model/recognize/recognizer.h"
#include "tests/model/document/report_cells.h"
#include "tests/support/hunan.h"

#include <QTest>
#include <random>

using namespace mz;
using namespace mz::test;
using namespace Qt::StringLiterals;

namespace {

/// Does what a user may do, at random but repeatably.
class RandomUser
{
public:
    RandomUser(ReportDocument &document, unsigned seed) : m_document(document), m_random(seed) { }

    /// One step: what was done, and whether the document refused it.
    std::pair<QString, Done> step()
    {
        const unsigned what = below(100);
        QUndoStack &stack = m_document.undoStack();
        if (what < 30) {
            const CellRef at = anyCell();
            const QString text = anyText();
            return {u"type "_s + name(at) + u' ' + text, m_document.type(at, text)};
        }
        if (what < 40) {
            std::vector<CellRef> cells;
            for (unsigned i = 0; i < 1 + below(6); ++i)
                cells.push_back(anyCell());
            return {u"clear "_s + name(cells.front()), m_document.clear(cells)};
        }
        if (what < 52) {
            std::vector<CellEntry> entries;
            for (unsigned i = 0; i < 1 + below(9); ++i)
                entries.push_back({anyCell(), anyText()});
            int skipped = 0;
            return {u"paste "_s + name(entries.front().at), m_document.paste(entries, &skipped)};
        }
        if (what < 60) {
            const CellRef at = anyCell();
            const QString text = anyText();
            return {u"pin "_s + name(at) + u' ' + text, m_document.pin(at, text)};
        }
        if (what < 66) {
            const CellRef at = anyCell();
            return {u"release "_s + name(at), m_document.release(at)};
        }
        if (what < 74) {
            const int sheet = int(below(unsigned(report().sheets.size())));
            const AccountCode code = anyAccount(report().sheets[size_t(sheet)].form->accounts);
            return {
                u"add %1 to %2"_s.arg(code.toString(), report().sheets[size_t(sheet)].form->kind),
                m_document.addAccount(sheet, code, below(2) ? u"自定"_s : QString())};
        }
        if (what < 78) {
            const CellRef at = anyCell();
            std::vector<int> rows{at.row};
            if (below(3) == 0)
                rows.push_back(int(below(unsigned(report().sheets[size_t(at.sheet)].rowCount()))));
            return {u"remove "_s + name(at), m_document.removeRows(at.sheet, rows)};
        }
        if (what < 92) {
            stack.undo();
            return {u"undo"_s, done()};
        }
        stack.redo();
        return {u"redo"_s, done()};
    }

private:
    const Report &report() const { return m_document.report(); }
    unsigned below(unsigned bound) { return unsigned(m_random() % bound); }

    CellRef anyCell()
    {
        const int sheet = int(below(unsigned(report().sheets.size())));
        const Sheet &table = report().sheets[size_t(sheet)];
        return {sheet, int(below(unsigned(table.rowCount()))),
            int(below(unsigned(table.columnCount())))};
    }

    QString anyText()
    {
        static const QStringList texts{QString(), u"—"_s, u"0"_s, u"0.00"_s, u"1.5"_s, u"-3.2"_s,
            u"922.207"_s, u"1,234.56"_s, u"（7.10）"_s, u"12000元"_s, u"3万"_s, u"0.000001"_s,
            u"２０．５"_s, u"9000000000"_s, u"-9000000000"_s, u"4500000000"_s, u"1,23.4"_s,
            u"无"_s};
        // Mostly amounts that fit.
        return texts[qsizetype(below(3) ? below(13) : below(unsigned(texts.size())))];
    }

    AccountCode anyAccount(TableForm::Accounts which)
    {
        static const std::vector<Account> functional = context().handbook.functional().ofYear(2023);
        static const std::vector<Account> economic = context().handbook.economic().ofYear(2023);
        const auto &list = which == TableForm::Accounts::Economic ? economic : functional;
        // From few accounts, so that they meet as parents, kids and duplicates.
        return list[below(which == TableForm::Accounts::Economic ? unsigned(list.size()) : 60)]
            .code;
    }

    QString name(CellRef at) const
    {
        const Sheet &sheet = report().sheets[size_t(at.sheet)];
        return u"%1[%2].%3"_s.arg(
            sheet.form->kind, sheet.rows[size_t(at.row)].key, sheet.columns[size_t(at.column)].id);
    }

    ReportDocument &m_document;
    std::mt19937 m_random;
};

/// A publication with every way to print an amount, right and wrong.
Report oddPublication(unsigned seed)
{
    ReportDocument document(context().handbook);
    document.setReport(newReport(context().handbook));
    for (const char16_t *kind : {u"T02", u"T03", u"T05", u"T07", u"T08"})
        addAccounts(document, kind,
            {u"2010101"_s, u"2010102"_s, u"20103"_s, u"2080505"_s, u"2080506"_s, u"229"_s});
    Report report = document.report();
    std::mt19937 random(seed);
    const QStringList texts{u"—"_s, u"-"_s, u"0"_s, u"0.00"_s, u"1.5"_s, u"（1.50）"_s,
        u"1,500.00"_s, u"２０．５"_s, u"约三万"_s, QString()};
    for (const CellRef &at : allCells(report)) {
        Sheet &sheet = report.sheets[size_t(at.sheet)];
        const bool zero = random() % 3 != 0;
        const QString text = texts[qsizetype(random() % size_t(zero ? 4 : texts.size()))];
        const auto amount = Amount::parsePrinted(text, sheet.unit);
        sheet.setPrinted(at.row, at.column, amount ? *amount : Amount::unreadable(), text);
    }
    report.isPublication = true;
    markPublished(report);
    Totals(report).pinDifferences();
    return report;
}

/// "" where no input is pinned and every total is in the range of Money.
QString impossibleCell(const ReportDocument &document)
{
    for (const CellRef &at : allCells(document.report())) {
        const Totals &totals = document.totals();
        const bool pinnedInput = document.report().cell(at).pinned && !totals.isTotal(at);
        if (pinnedInput || !totals.value(at).isInRange())
            return u"%1 row %2 column %3 %4"_s
                .arg(document.report().sheets[size_t(at.sheet)].form->kind)
                .arg(at.row)
                .arg(at.column)
                .arg(pinnedInput ? u"is a pinned input"_s : u"is out of range"_s);
    }
    return {};
}

}  // namespace

class TestRandomEdits : public QObject
{
    Q_OBJECT

private slots:
    void anySequenceOfChangesKeepsTotalsRightAndCanBeTakenBack_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 3; ++seed) {
            for (const QString &kind : {u"new"_s, u"Hunan"_s, u"odd"_s})
                QTest::addRow("%s report, seed %u", qPrintable(kind), seed) << kind << seed;
        }
    }

    void anySequenceOfChangesKeepsTotalsRightAndCanBeTakenBack()
    {
        QFETCH(QString, kind);
        QFETCH(unsigned, seed);
        ReportDocument document(context().handbook);
        if (kind == u"Hunan") {
            MZ_NEEDS_HUNAN();
            const Result<OpenedReport> opened = openReport(hunanPath(), context());
            QVERIFY(opened.has_value());
            document.setReport(opened->report);
            document.setEditable(true);
        } else {
            document.setReport(
                kind == u"new" ? newReport(context().handbook) : oddPublication(seed));
            document.setEditable(true);
        }
        const Report initial = document.report();
        QCOMPARE(differenceFromNothing(document), QString());

        RandomUser user(document, seed);
        int refused = 0, changed = 0;
        for (int step = 0; step < 1'000; ++step) {
            const Report before = document.report();
            const int index = document.undoStack().index();
            const auto [what, result] = user.step();
            const QString where = u"step %1, %2"_s.arg(step).arg(what);
            if (!result) {
                ++refused;
                QVERIFY2(!result.error().message.isEmpty(), qPrintable(where));
                QVERIFY2(document.report() == before, qPrintable(where + u": refused"_s));
                QVERIFY2(document.undoStack().index() == index, qPrintable(where));
            }
            if (!(document.report() == before)) {
                ++changed;
                QVERIFY2(document.undoStack().index() != index, qPrintable(where));
            }
            const QString wrong = differenceFromNothing(document);
            QVERIFY2(wrong.isEmpty(), qPrintable(where + u": "_s + wrong));
            const QString impossible = impossibleCell(document);
            QVERIFY2(impossible.isEmpty(), qPrintable(where + u": "_s + impossible));
        }
        QVERIFY(refused > 50 && changed > 300);

        QUndoStack &stack = document.undoStack();
        while (stack.canRedo())
            stack.redo();
        const Report last = document.report();
        while (stack.canUndo())
            stack.undo();
        QCOMPARE(difference(document.report(), initial), QString());
        QCOMPARE(differenceFromNothing(document), QString());
        while (stack.canRedo())
            stack.redo();
        QCOMPARE(difference(document.report(), last), QString());
        QCOMPARE(differenceFromNothing(document), QString());
    }

    void eachStepIsTakenBackExactly()
    {
        ReportDocument document(context().handbook);
        document.setReport(newReport(context().handbook));
        RandomUser user(document, 77);
        QUndoStack &stack = document.undoStack();
        int checked = 0;
        for (int step = 0; step < 600; ++step) {
            const Report before = document.report();
            const int index = stack.index();
            const QString what = user.step().first;
            if (stack.index() != index + 1)
                continue;
            ++checked;
            const Report after = document.report();
            stack.undo();
            QVERIFY2(document.report() == before, qPrintable(what));
            stack.redo();
            QVERIFY2(document.report() == after, qPrintable(what));
        }
        QVERIFY(checked > 150);
    }
};

QTEST_GUILESS_MAIN(TestRandomEdits)

#include "tst_random_edits.moc"
