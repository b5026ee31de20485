#include "model/compose/narrative_writer.h"
#include "model/compose/text_gaps.h"
#include "model/narrative/narrative_reader.h"
#include "tests/model/document/consistent_report.h"

#include <QTest>

using namespace mz;
using namespace mz::test;

namespace {

/// The same money in the tables of another family. A 款 that its table does not
/// print counts as other goods and services.
Report inFamily(const Report &report, const QString &id)
{
    Identity identity = report.identity;
    identity.family = id;
    ReportDocument document(context().handbook);
    document.setReport(Report::fromFamily(*context().handbook.family(id), identity));
    for (const Sheet &from : report.sheets) {
        const int sheet = document.report().sheetOf(from.form->kind);
        for (const SheetRow &row : from.rows) {
            const Sheet &to = document.report().sheets[size_t(sheet)];
            if (!row.code.isEmpty() && to.form->accounts != TableForm::Accounts::None
                && to.rowOf(row.key) < 0 && from.form->kind != u"T06")
                static_cast<void>(document.addAccount(sheet, row.code, row.label));
        }
    }
    Report copy = document.report();
    for (const Sheet &from : report.sheets) {
        Sheet &to = copy.sheets[size_t(copy.sheetOf(from.form->kind))];
        for (int row = 0; row < from.rowCount(); ++row) {
            const SheetRow &line = from.rows[size_t(row)];
            const bool economic = from.form->kind == u"T06";
            const int lane = economic ? -1 : line.lane;
            int at = to.rowOf(line.key, lane);
            const bool other = economic && at < 0 && line.code.level() == AccountCode::Level::Group;
            if (other)
                at = to.rowOf(u"30299");
            for (int column = 0; at >= 0 && column < from.columnCount(); ++column) {
                const int into = to.columnOf(from.columns[size_t(column)].id);
                const Amount &amount = from.cell(row, column).amount;
                if (into < 0 || !amount.isNumber() || !to.hasCell(at, into))
                    continue;
                Amount &target = to.cell(at, into).amount;
                target = other ? Amount::number(*target.money().plus(amount.money()), 2) : amount;
            }
        }
    }
    Totals(copy).recompute();
    return copy;
}

class Filler
{
public:
    Filler(ReportDocument &document, unsigned seed) : m_document(document), m_random(seed) { }

    /// Every figure that the text asks for, as a department could have it, and
    /// words in every gap.
    void fill()
    {
        for (int round = 0; round < 4; ++round) {
            std::vector<SideFigure> sides;
            const FigureValues values(m_document.report(), context().handbook);
            for (const AskedFigure &asked : askedFigures(values, *m_document.templates())) {
                // Totals follow their parts.
                const bool total = asked.figure == u"purchase.total"
                    || asked.figure == u"assets.vehicles"
                    || asked.figure == u"three_public.actual.total"
                    || (asked.figure == u"general.expenditure" && asked.phase != Phase::Last);
                if (total || values.value(asked.figure, asked.phase))
                    continue;
                SideFigure side;
                side.figure = asked.figure;
                side.phase = asked.phase;
                side.amount = values.isCount(asked.figure)
                    ? Amount::number(Money::fromFen(count(asked.figure) * 100), 0)
                    : Amount::number(Money::fromFen(amount(values, asked)), 2);
                sides.push_back(side);
            }
            if (sides.empty())
                break;
            const Done set = m_document.setSideFigures(sides);
            QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().text()));
        }
        for (const TextGap &gap : textGaps(m_document.report(), context().handbook)) {
            if (gap.kind == TextGap::Kind::Words && gap.text.isEmpty())
                QVERIFY(m_document.fillGap(gap.section, gap.gap, QStringLiteral("按工作需要安排"))
                            .has_value());
        }
    }

private:
    qint64 below(qint64 bound) { return qint64(m_random() % quint64(bound)); }
    qint64 count(const QString &figure)
    {
        // More people than groups, all cars among the vehicles.
        if (figure.endsWith(u"persons"))
            return 50 + below(400);
        if (figure == u"three_public.vehicles_held" || figure == u"three_public.vehicles_bought")
            return 1 + below(3);
        return figure == u"assets.v_other" ? 20 + below(9) : 1 + below(9);
    }
    qint64 amount(const FigureValues &values, const AskedFigure &asked)
    {
        const qint64 some = (1 + below(99'999)) * cent;
        const auto printed = [&values](const char *figure) {
            const auto amount = values.value(QLatin1String(figure), Phase::Actual);
            return amount ? amount->money().fen() : 0;
        };
        if (asked.figure == u"operating.expenditure" && asked.phase == Phase::Actual)
            return printed("general.public");
        if (asked.figure == u"general.meeting" || asked.figure == u"general.training") {
            const auto cell
                = values.value(asked.figure == u"general.meeting" ? QStringLiteral("econ[30215]")
                                                                  : QStringLiteral("econ[30216]"),
                    Phase::Actual);
            return cell ? cell->money().fen() + below(2) * some : below(2) * some;
        }
        if (asked.figure == u"purchase.sme_contract")
            return printed("purchase.goods");
        if (asked.figure == u"purchase.micro_contract")
            return printed("purchase.goods") / cent / 2 * cent;
        // Now and then nothing, and the same as this year's.
        switch (below(5)) {
        case 0:
            return 0;
        case 1:
            if (const auto now = values.value(asked.figure, Phase::Actual))
                return now->money().fen();
            [[fallthrough]];
        default:
            return some;
        }
    }

    ReportDocument &m_document;
    std::mt19937 m_random;
};

bool isRead(const Claim &claim)
{
    using Verdict = Claim::Verdict;
    return claim.verdict != Verdict::Unbound && claim.verdict != Verdict::OtherScope
        && claim.verdict != Verdict::Disagrees && claim.verdict != Verdict::Follows;
}

}  // namespace

/// What the program writes it reads back.
class TestWrittenReadback : public QObject
{
    Q_OBJECT
private slots:
    void everyNumberIsBoundAndNothingIsFound_data()
    {
        QTest::addColumn<QString>("family");
        for (const char *family : {"F1", "F2a", "F2b"})
            QTest::newRow(family) << QString::fromLatin1(family);
    }
    void everyNumberIsBoundAndNothingIsFound()
    {
        QFETCH(QString, family);
        for (unsigned seed = 1; seed <= 25; ++seed) {
            const Report tables = consistentReport(seed);
            ReportDocument document(context().handbook);
            document.setReport(family == u"F1" ? tables : inFamily(tables, family));
            QVERIFY(document.writeNarrative().has_value());
            Filler(document, seed).fill();
            const Report &report = document.report();
            const QString where = QStringLiteral("%1, seed %2: ").arg(family).arg(seed);
            const std::vector<OpenGap> open = openGaps(report);
            QVERIFY2(open.empty(), qPrintable(where + (open.empty() ? QString() : open[0].gap)));

            Checker checker(report, context().handbook, context().rules);
            const CheckResult result = checker.check();
            for (const Finding &finding : result.findings)
                QVERIFY2(finding.texts.empty(),
                    qPrintable(
                        where + finding.rule + u' ' + finding.place + u' ' + finding.message));
            int numbers = 0;
            for (const Claim &claim : result.reading.claims) {
                const Section &section = report.sections[size_t(claim.place.section)];
                if (!section.isWritten())
                    continue;
                ++numbers;
                QVERIFY2(isRead(claim),
                    qPrintable(where + section.title + u' ' + claim.printed + u' ' + claim.reason
                        + u' ' + section.blocks[size_t(qMax(0, claim.place.block))].text));
            }
            QVERIFY2(numbers > 30, qPrintable(where + QString::number(numbers)));
            // Each field is a number that was read, and what it was read as.
            for (size_t s = 0; s < report.sections.size(); ++s)
                fieldsAreRead(report, int(s), result.reading, where);
        }
    }

private:
    static void fieldsAreRead(
        const Report &report, int section, const NarrativeReading &reading, const QString &where)
    {
        const auto &written = report.sections[size_t(section)].written;
        for (size_t block = 0; block < written.size(); ++block) {
            int at = 0;
            for (const WrittenSpan &span : written[block].spans) {
                const auto claim = std::find_if(
                    reading.claims.begin(), reading.claims.end(), [&](const Claim &known) {
                        return known.place.section == section && known.place.block == int(block)
                            && known.place.start >= at
                            && known.place.start < at + int(span.text.size());
                    });
                if (span.kind == WrittenSpan::Kind::Field)
                    QVERIFY2(claim != reading.claims.end(),
                        qPrintable(
                            where + span.figure + u' ' + span.text + u' ' + written[block].text()));
                at += int(span.text.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWrittenReadback)
#include "tst_written_readback.moc"
