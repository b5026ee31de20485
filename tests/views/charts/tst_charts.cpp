#include "views/charts/bar_chart_view.h"
#include "views/charts/chart_card.h"
#include "views/charts/chart_pane.h"
#include "views/charts/chart_table.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QXmlStreamReader>

#include <cmath>

using namespace mz;

namespace {

ChartValue value(qint64 fen, const QString &amount, const QString &share = {})
{
    return {fen, amount, share, -1};
}

/// 怀化市机关事务管理局, 2023.
ChartData basicProject()
{
    ChartData data;
    data.title = "基本支出与项目支出";
    data.subtitle = "一般公共预算财政拨款 · 3,618.79 万元";
    data.series = QStringList{"基本支出", "项目支出"};
    data.shortSeries = QStringList{"基本", "项目"};
    const ChartValue none = value(0, "0.00");
    data.rows = {
        {{},
            {value(1'939'120'000, "1,939.12", "53.59%"),
                value(1'679'670'000, "1,679.67", "46.41%")},
            {}, true},
        {"一般公共服务支出", {value(1'694'610'000, "1,694.61"), value(1'679'670'000, "1,679.67")},
            "3,374.28"},
        {"社会保障和就业支出", {value(202'070'000, "202.07"), none}, "202.07"},
        {"卫生健康支出", {value(42'440'000, "42.44"), none}, "42.44"},
    };
    return data;
}

ChartData threePublic()
{
    ChartData data;
    data.style = ChartData::Style::Grouped;
    data.title = "“三公”经费";
    data.subtitle = "决算 74.85 万元 · 预算 4.00 万元";
    data.series = QStringList{"预算数", "决算数"};
    const ChartValue none = value(0, "0.00");
    data.rows = {
        {"因公出国（境）费", {none, none}, {}},
        {"公务用车购置费", {none, none}, {}},
        {"公务用车运行维护费", {value(2'000'000, "2.00"), value(73'430'000, "73.43")}, {}},
        {"公务接待费", {value(2'000'000, "2.00"), value(1'420'000, "1.42")}, {}},
    };
    return data;
}

ChartData hugeAmounts(ChartData data)
{
    const ChartValue huge = value(1'234'567'890'123, "12,345,678,901.23", "99.99%");
    for (int i = 0; i < 12; ++i) {
        ChartRow row{"国有资本经营预算支出以及用国有土地使用权出让收入安排的其他各项专门支出",
            {huge, value(3, "0.03")}, "12,345,678,901.26"};
        data.rows.push_back(row);
    }
    data.rows.front().values = {huge, huge};
    return data;
}

ChartData negative(ChartData data)
{
    data.rows[1].values[1] = value(-300'000'000, "-300.00");
    data.rows[2].values = {value(-1'000'000, "-1.00"), value(-500'500'000, "-500.50")};
    return data;
}

ChartData allZero(ChartData data)
{
    for (ChartRow &row : data.rows) {
        for (ChartValue &amount : row.values)
            amount = value(0, "0.00");
    }
    return data;
}

QString withoutSpaces(QString text) { return text.remove(' '); }

QFont fontAt(double factor) { return uiFont(9.75 * factor); }

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

/// Sent directly: QTest::mouseMove() goes through a screen that may be too small.
void moveMouse(QWidget &widget, const QPoint &place)
{
    QMouseEvent event(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton,
        Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void show(QWidget &widget, int width)
{
    widget.resize(width, 700);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

}  // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle("Fusion");
        setCurrentTheme(Theme::Kind::Light);
        QApplication::setFont(uiFont());
    }

    void everyWordIsPrintedInFullAndNothingOverlaps_data()
    {
        QTest::addColumn<ChartData>("data");
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("fontFactor");
        const std::pair<const char *, ChartData> charts[] = {
            {"basic", basicProject()},
            {"public", threePublic()},
            {"huge basic", hugeAmounts(basicProject())},
            {"huge public", hugeAmounts(threePublic())},
            {"negative basic", negative(basicProject())},
            {"negative public", negative(threePublic())},
            {"zero basic", allZero(basicProject())},
            {"zero public", allZero(threePublic())},
        };
        for (const auto &[name, data] : charts) {
            for (const int width : {248, 280, 328, 600}) {
                for (const double factor : {0.8, 1.0, 1.5, 2.0})
                    QTest::addRow("%s, %d px, font x%.1f", name, width, factor)
                        << data << width << factor;
            }
        }
    }

    void everyWordIsPrintedInFullAndNothingOverlaps()
    {
        QFETCH(ChartData, data);
        QFETCH(int, width);
        QFETCH(double, fontFactor);
        const auto arrangement = arrangeChart(data, fontAt(fontFactor), width);
        const QRectF page({}, arrangement.size);
        const auto &texts = arrangement.texts;
        QString printed;
        std::vector<QString> labels(data.rows.size());
        for (size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(page.contains(texts[i].rect), qPrintable(texts[i].text));
            for (size_t j = i + 1; j < texts.size(); ++j)
                QVERIFY2(!texts[i].rect.intersects(texts[j].rect),
                    qPrintable(texts[i].text + " / " + texts[j].text));
            for (const ChartBar &bar : arrangement.bars)
                QVERIFY2(texts[i].role == ChartText::Role::OnBar
                        ? !texts[i].rect.intersects(bar.rect)
                            || (bar.rect.contains(texts[i].rect) && bar.series == texts[i].series)
                        : !texts[i].rect.intersects(bar.rect),
                    qPrintable(texts[i].text));
            if (texts[i].role == ChartText::Role::Label)
                labels[static_cast<size_t>(texts[i].row)] += texts[i].text;
            printed += withoutSpaces(texts[i].text) + "\n";
        }
        for (size_t row = 0; row < data.rows.size(); ++row) {
            QCOMPARE(withoutSpaces(labels[row]), withoutSpaces(data.rows[row].label));
            QVERIFY(printed.contains(data.rows[row].total));
            for (const ChartValue &amount : data.rows[row].values) {
                if (amount.fen != 0 || data.style == ChartData::Style::Grouped)
                    QVERIFY2(printed.contains(amount.amount), qPrintable(amount.amount));
                if (data.rows[row].whole)
                    QVERIFY(printed.contains(amount.amount) && printed.contains(amount.share));
            }
        }
        for (const ChartBar &bar : arrangement.bars)
            QVERIFY(page.contains(bar.area) || bar.area.width() < 30);
    }

    void barsAreAsLongAsTheirAmounts()
    {
        const auto arrangement = arrangeChart(threePublic(), uiFont(), 360);
        const auto length = [&](size_t bar) { return arrangement.bars[bar].rect.width(); };
        QCOMPARE(length(0), 0.0);
        QVERIFY(std::abs(length(4) / length(5) - 2.00 / 73.43) < 0.001);
        const auto tiny = arrangeChart(hugeAmounts(threePublic()), uiFont(), 360);
        QVERIFY(tiny.bars.back().rect.width() >= 1);  // 0.03 is not nothing
    }

    void negativeBarsGoToTheLeftOfTheBaseline()
    {
        const auto arrangement = arrangeChart(negative(basicProject()), uiFont(), 360);
        const qreal zero = arrangement.baselines.front().x1();
        for (const ChartBar &bar : arrangement.bars) {
            if (bar.rect.width() == 0)
                continue;
            const bool left = (bar.row == 1 && bar.series == 1) || bar.row == 2;
            QVERIFY(left ? bar.rect.right() < zero + 1 : bar.rect.left() > zero - 1);
        }
    }

    void barsAreDrawnWhereTheMouseFindsThem_data()
    {
        QTest::addColumn<ChartData>("data");
        QTest::newRow("basic") << basicProject();
        QTest::newRow("public") << threePublic();
        QTest::newRow("negative") << negative(basicProject());
    }

    void barsAreDrawnWhereTheMouseFindsThem()
    {
        QFETCH(ChartData, data);
        BarChartView view;
        view.setData(data);
        view.resize(400, view.heightForWidth(400));
        const QImage picture = view.grab().toImage();
        const qreal ratio = picture.devicePixelRatio();
        const auto seen = [&](const QPointF &point) {
            return picture.pixelColor((point * ratio).toPoint()).rgb();
        };
        const QRgb page = seen({395, 1});
        int drawn = 0;
        for (const ChartBar &bar : view.arrangement().bars) {
            if (bar.rect.width() < 8)
                continue;
            const QRgb color = chartBarColor(data.style, bar.series, currentTheme()).rgb();
            QCOMPARE(seen(bar.rect.topLeft() + QPointF(3, 2)), color);
            QCOMPARE(seen(bar.rect.bottomRight() - QPointF(3, 2)), color);
            QCOMPARE(seen(bar.rect.bottomRight() + QPointF(-3, 2)), page);
            ++drawn;
        }
        QVERIFY(drawn >= 2);
    }

    void heightFollowsTheContent()
    {
        ChartPane pane;
        pane.setBasicProject(hugeAmounts(basicProject()));
        pane.setThreePublic(threePublic());
        for (const double factor : {1.0, 2.0}) {
            pane.setFont(fontAt(factor));
            for (const int width : {280, 360, 600}) {
                show(pane, width);
                QApplication::processEvents();
                QCOMPARE(pane.widget()->width(), pane.viewport()->width());
                for (const auto chart :
                    {ChartPane::Chart::BasicProject, ChartPane::Chart::ThreePublic}) {
                    auto &view = dynamic_cast<BarChartView &>(pane.card(chart).view());
                    QCOMPARE(view.height(), int(view.arrangement().size.height()));
                    QCOMPARE(view.arrangement().size.width(), view.width());
                }
            }
        }
    }

    void tableShowsTheNumbersOfTheChart()
    {
        ChartCard card;
        card.setData(basicProject());
        card.showAsTable(true);
        show(card, 600);
        QVERIFY(card.table().isVisible());
        QVERIFY(!card.view().isVisible());
        const QString text = card.table().tabSeparated();
        QCOMPARE(text.section('\n', 1, 1), QString("Total\t1,939.12\t53.59%\t1,679.67\t46.41%\t"));
        QCOMPARE(text.section('\n', 2, 2),
            QString("一般公共服务支出\t1,694.61\t\t1,679.67\t\t3,374.28"));
        QCOMPARE(card.table().rowCount(), 4);

        card.table().item(1, 1)->setSelected(true);
        QTest::keyClick(&card.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QString("1,694.61\n"));

        card.setData(threePublic());
        QCOMPARE(card.table().columnCount(), 3);
        card.showAsTable(false);
        QVERIFY(card.view().isVisible());
    }

    void clickOnABarTellsRowAndSeries()
    {
        ChartPane pane;
        pane.setBasicProject(basicProject());
        pane.setThreePublic(threePublic());
        show(pane, 360);
        QSignalSpy requested(&pane, &ChartPane::cellRequested);
        for (const auto chart : {ChartPane::Chart::BasicProject, ChartPane::Chart::ThreePublic}) {
            auto &view = dynamic_cast<BarChartView &>(pane.card(chart).view());
            for (const ChartBar &bar : view.arrangement().bars) {
                const QPoint place = (bar.rect.isEmpty() ? bar.area : bar.rect).center().toPoint();
                if (!bar.area.contains(place) || bar.area.width() < 8)
                    continue;
                moveMouse(view, place);
                QTest::mouseClick(&view, Qt::LeftButton, {}, place);
                QCOMPARE(requested.count(), 1);
                const auto arguments = requested.takeFirst();
                QCOMPARE(arguments[0].value<ChartPane::Chart>(), chart);
                QCOMPARE(arguments[1].toInt(), bar.row);
                QCOMPARE(arguments[2].toInt(), bar.series);
                QCOMPARE(view.cursor().shape(), Qt::PointingHandCursor);
            }
            QTest::mouseClick(&view, Qt::LeftButton, {}, {view.width() / 2, 1});
            QCOMPARE(requested.count(), 0);
        }
    }

    void keyboardReachesEveryBar()
    {
        for (const ChartData &data : {basicProject(), threePublic()}) {
            BarChartView view;
            view.setData(data);
            show(view, 360);
            QSignalSpy activated(&view, &ChartView::valueActivated);
            QTest::keyClick(&view, Qt::Key_Home);
            for (const ChartBar &bar : view.arrangement().bars) {
                QTest::keyClick(&view, Qt::Key_Return);
                const auto arguments = activated.takeFirst();
                QCOMPARE(arguments, QVariantList({bar.row, bar.series}));
                const auto &amounts = data.rows[size_t(bar.row)].values;
                QVERIFY(view.accessibleName().contains(amounts[size_t(bar.series)].amount));
                QTest::keyClick(&view, Qt::Key_Right);
            }
            QCOMPARE(view.currentBar(), int(view.arrangement().bars.size()) - 1);
            QTest::keyClick(&view, Qt::Key_Up);
            QVERIFY(view.currentBar() < int(view.arrangement().bars.size()) - 1);
        }
    }

    void focusMarkIsSeen()
    {
        BarChartView view;
        view.setData(basicProject());
        show(view, 360);
        const QImage before = view.grab().toImage();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(view.grab().toImage() != before);
    }

    void svgKeepsAllWordsAsText()
    {
        BarChartView view;
        for (ChartData data : {basicProject(), hugeAmounts(threePublic())}) {
            data.footnote = "上年 110.00 < 减少 35.15 & (31.95%)";
            view.setData(data);
            QXmlStreamReader xml(view.svg());
            QString words;
            int rects = 0;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement() && xml.name() == QString("text"))
                    words += withoutSpaces(xml.readElementText());
                else if (xml.isStartElement() && xml.name() == QString("rect"))
                    ++rects;
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            for (const ChartRow &row : data.rows)
                QVERIFY(words.contains(row.label) && words.contains(row.total));
            QVERIFY(words.contains(data.title));
            QVERIFY(words.contains(withoutSpaces(data.footnote)));
            QVERIFY(rects > int(view.arrangement().bars.size()));
        }
    }

    void reasonIsShownWhenThereIsNothingToDraw()
    {
        ChartData data;
        data.title = "“三公”经费";
        data.emptyReason = "本报告没有“三公”经费决算表。";
        ChartCard card;
        card.setData(data);
        show(card, 360);
        auto *reason = card.findChild<QLabel *>("chartEmptyReason");
        QVERIFY(reason->isVisible());
        QCOMPARE(reason->text(), data.emptyReason);
        QVERIFY(!card.view().isVisible());
        QVERIFY(!card.findChild<QToolButton *>("chartMenu")->isVisible());
        card.setData(threePublic());
        QVERIFY(!reason->isVisible());
        QVERIFY(card.view().isVisible());
    }

    void chartTellsAllItsNumbersToAScreenReader()
    {
        ChartCard card;
        card.setData(basicProject());
        QCOMPARE(card.view().accessibleName(), basicProject().title);
        for (const ChartRow &row : basicProject().rows) {
            QVERIFY(card.view().accessibleDescription().contains(row.total));
            for (const ChartValue &amount : row.values)
                QVERIFY(card.view().accessibleDescription().contains(amount.amount));
        }
        QVERIFY(!card.findChild<QToolButton *>("chartMenu")->accessibleName().isEmpty());
    }

    void pictureIsSavedAndAFailureIsTold()
    {
        QTemporaryDir folder;
        ChartCard card;
        card.setData(basicProject());
        card.resize(360, 400);
        QVERIFY(card.saveTo(folder.filePath("chart.png")));
        const QImage picture(folder.filePath("chart.png"));
        QVERIFY(picture.width() >= 720);
        QVERIFY(card.saveTo(folder.filePath("chart.svg")));

        bool told = false;
        QTimer::singleShot(0, &card, [&] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            told = box && box->text().contains("nowhere");
            if (box)
                box->reject();
        });
        QVERIFY(!card.saveTo(folder.filePath("nowhere/chart.png")));
        QVERIFY(told);
    }

    void themeIsFollowed()
    {
        ChartPane pane;
        pane.setBasicProject(basicProject());
        pane.setThreePublic(threePublic());
        show(pane, 360);
        auto &view = dynamic_cast<BarChartView &>(pane.card(ChartPane::Chart::BasicProject).view());
        for (const auto kind : {Theme::Kind::Dark, Theme::Kind::HighContrast, Theme::Kind::Light}) {
            setCurrentTheme(kind);
            QApplication::processEvents();
            const QImage picture = pane.grab().toImage();
            QCOMPARE(picture.pixelColor(3, 3), Theme::of(kind).page);
            const QPoint onBar = view.mapTo(
                &pane, view.arrangement().bars.front().rect.topLeft().toPoint() + QPoint(3, 3));
            QCOMPARE(picture.pixelColor(onBar * picture.devicePixelRatio()), Theme::of(kind).basic);
        }
    }

    void textIsReadableInEveryTheme_data()
    {
        QTest::addColumn<Theme::Kind>("kind");
        QTest::newRow("light") << Theme::Kind::Light;
        QTest::newRow("dark") << Theme::Kind::Dark;
        QTest::newRow("high contrast") << Theme::Kind::HighContrast;
    }

    void textIsReadableInEveryTheme()
    {
        QFETCH(Theme::Kind, kind);
        const Theme &theme = Theme::of(kind);
        const QPalette palette = theme.palette();
        const std::pair<QColor, QColor> pairs[] = {
            {theme.text, theme.page},
            {theme.text, theme.window},
            {theme.text, theme.heading},
            {theme.text, theme.totalBack},
            {theme.text, theme.selectionBack},
            {theme.muted, theme.page},
            {theme.accent, theme.page},
            {theme.accent, theme.selectionBack},
            {theme.error, theme.page},
            {theme.error, theme.errorBack},
            {theme.pinned, theme.pinnedBack},
            {theme.good, theme.page},
            {theme.onBasic, theme.basic},
            {theme.onProject, theme.project},
            {palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)},
            {palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)},
            {palette.color(QPalette::ButtonText), palette.color(QPalette::Button)},
            {palette.color(QPalette::Link), palette.color(QPalette::Base)},
        };
        for (const auto &[ink, paper] : pairs)
            QVERIFY2(contrast(ink, paper) >= (kind == Theme::Kind::HighContrast ? 7 : 4.5),
                qPrintable(ink.name() + " on " + paper.name()));
    }
};

QTEST_MAIN(TestCharts)

#include "tst_charts.moc"
