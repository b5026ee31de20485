#include "model/manuscript/readers/pdf_reader.h"
#include "model/manuscript/readers/plain_ideographs.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QTest>

using namespace mz;
using namespace Qt::StringLiterals;

namespace {

/// Draws pages in points from the upper left corner.
class Pages
{
public:
    Pages() : m_buffer(&m_bytes), m_writer(open())
    {
        m_painter.begin(&m_writer);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(10);
        m_painter.setFont(font);
    }
    void text(double x, double y, const QString &text) { m_painter.drawText(QPointF(x, y), text); }
    /// By -90 degrees it runs up the page.
    void turned(double x, double y, double degrees, const QString &text)
    {
        m_painter.save();
        m_painter.translate(x, y);
        m_painter.rotate(degrees);
        m_painter.drawText(QPointF(0, 0), text);
        m_painter.restore();
    }
    void line(double x0, double y0, double x1, double y1)
    {
        m_painter.drawLine(QPointF(x0, y0), QPointF(x1, y1));
    }
    void grid(const QList<double> &xs, const QList<double> &ys)
    {
        for (const double x : xs)
            line(x, ys.front(), x, ys.back());
        for (const double y : ys)
            line(xs.front(), y, xs.back(), y);
    }
    void picture(const QRectF &place)
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::gray);
        m_painter.drawImage(place, image);
    }
    void nextPage() { m_writer.newPage(); }
    QByteArray finish()
    {
        m_painter.end();
        m_buffer.close();
        return m_bytes;
    }

private:
    QBuffer *open()
    {
        m_buffer.open(QIODevice::WriteOnly);
        return &m_buffer;
    }
    struct Writer : QPdfWriter
    {
        explicit Writer(QIODevice *device) : QPdfWriter(device)
        {
            setResolution(72);
            setPageSize(QPageSize(QPageSize::A4));
            setPageMargins({});
        }
    };

    QByteArray m_bytes;
    QBuffer m_buffer;
    Writer m_writer;
    QPainter m_painter;
};

const TextGrid *gridOf(const Manuscript &manuscript, int which = 0)
{
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (!block.isParagraph() && which-- == 0)
            return &block.grid();
    }
    return nullptr;
}

QStringList paragraphsOf(const Manuscript &manuscript)
{
    QStringList paragraphs;
    for (const ManuscriptBlock &block : manuscript.blocks) {
        if (block.isParagraph())
            paragraphs << block.paragraph();
    }
    return paragraphs;
}

QStringList textsOf(const std::vector<GridCell> &row)
{
    QStringList texts;
    for (const GridCell &cell : row)
        texts << cell.text;
    return texts;
}

}  // namespace

class TestPdfReader : public QObject
{
    Q_OBJECT

private slots:
    void ruledTableKeepsItsMergedCells()
    {
        Pages pages;
        pages.text(250, 40, u"Title of it"_s);
        // The heading spans two columns, the name two rows.
        pages.line(50, 60, 350, 60);
        pages.line(150, 80, 350, 80);
        for (const double y : {100.0, 120.0, 140.0})
            pages.line(50, y, 350, y);
        for (const double x : {50.0, 150.0, 350.0})
            pages.line(x, 60, x, 140);
        pages.line(250, 80, 250, 140);
        pages.text(60, 84, u"Name"_s);
        pages.text(220, 75, u"Amounts"_s);
        pages.text(180, 95, u"Basic"_s);
        pages.text(280, 95, u"Project"_s);
        pages.text(60, 115, u"Heating"_s);
        pages.text(200, 115, u"1,234.50"_s);
        pages.text(60, 135, u"Water"_s);
        pages.text(300, 135, u"0.00"_s);
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        QCOMPARE(paragraphsOf(*read), QStringList{u"Title of it"_s});
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(4));
        QCOMPARE(textsOf(grid->rows[0]), (QStringList{u"Name"_s, u"Amounts"_s}));
        QCOMPARE(grid->rows[0][0].rowSpan, 2);
        QCOMPARE(grid->rows[0][1].columnSpan, 2);
        QCOMPARE(textsOf(grid->rows[2]), (QStringList{u"Heating"_s, u"1,234.50"_s, QString()}));
        QCOMPARE(textsOf(grid->rows[3]), (QStringList{u"Water"_s, QString(), u"0.00"_s}));
    }

    void tableGoesOnOverThePage()
    {
        Pages pages;
        pages.grid({50, 150, 350}, {700, 720, 740});
        pages.text(60, 715, u"first"_s);
        pages.text(60, 735, u"second"_s);
        pages.text(297, 830, u"1"_s);
        pages.nextPage();
        pages.grid({50, 150, 350}, {60, 80});
        pages.text(60, 75, u"third"_s);
        pages.text(297, 830, u"2"_s);
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        QVERIFY2(paragraphsOf(*read).isEmpty(), "page numbers are no text");
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(3));
        QVERIFY(!gridOf(*read, 1));
        const auto &block = read->blocks.front();
        QCOMPARE(block.rowPlaces[2].page, 2);
    }

    void numbersInColumnsAreATableWithoutRules()
    {
        Pages pages;
        pages.text(200, 60, u"Basic"_s);
        pages.text(300, 60, u"Project"_s);
        const QStringList names{u"Heat"_s, u"Water"_s, u"Light"_s, u"Post"_s};
        for (int i = 0; i < 4; ++i) {
            pages.text(50, 80 + 20 * i, names[i]);
            pages.text(205, 80 + 20 * i, QString::number(10 + i) + u".50"_s);
            if (i != 2)
                pages.text(305, 80 + 20 * i, QString::number(20 + i) + u".00"_s);
        }
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(5));
        QCOMPARE(textsOf(grid->rows[2]), (QStringList{u"Water"_s, u"11.50"_s, u"21.00"_s}));
        QCOMPARE(textsOf(grid->rows[3]), (QStringList{u"Light"_s, u"12.50"_s, QString()}));
    }

    void headingsStandOverTheirColumnsWithoutRules()
    {
        // Headings in the middle of their columns, names at the left, figures at the right.
        Pages pages;
        pages.text(95, 60, u"项目"_s);
        pages.text(300, 60, u"本年支出"_s);
        pages.text(55, 80, u"编码"_s);
        pages.text(120, 80, u"名称"_s);
        pages.text(225, 80, u"小计"_s);
        pages.text(305, 80, u"基本支出"_s);
        pages.text(395, 80, u"项目支出"_s);
        for (int i = 0; i < 3; ++i) {
            const double y = 100 + 20 * i;
            pages.text(50, y, QString::number(201 + i));
            pages.text(90, y, u"公共安全支出"_s);
            pages.text(240, y, u"1%1.00"_s.arg(i));
            pages.text(400, y, u"1%1.00"_s.arg(i));
        }
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(5));
        QCOMPARE(textsOf(grid->rows[0]), (QStringList{u"项目"_s, u"本年支出"_s}));
        QCOMPARE(grid->rows[0][0].columnSpan, 2);
        QCOMPARE(grid->rows[0][1].columnSpan, 3);
        QCOMPARE(textsOf(grid->rows[1]),
            (QStringList{u"编码"_s, u"名称"_s, u"小计"_s, u"基本支出"_s, u"项目支出"_s}));
        QVERIFY2(textsOf(grid->rows[2]).at(3).isEmpty(), "a column may be blank");
        QCOMPARE(textsOf(grid->rows[2]).at(4), u"10.00"_s);
    }

    void nameOfTwoLinesIsOneRowWithoutRules()
    {
        Pages pages;
        pages.text(60, 60, u"编码"_s);
        pages.text(130, 60, u"名称"_s);
        pages.text(250, 60, u"金额"_s);
        for (int i = 0; i < 3; ++i) {
            const double y = 85 + 30 * i;
            pages.text(50, y, QString::number(2040201 + i));
            pages.text(110, y - 7, u"其他公安支出及"_s);
            pages.text(110, y + 7, u"管理事务"_s);
            pages.text(240, y, u"1%1.00"_s.arg(i));
        }
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(4));
        QCOMPARE(textsOf(grid->rows[3]),
            (QStringList{u"2040203"_s, u"其他公安支出及\n管理事务"_s, u"12.00"_s}));
    }

    void tableWithoutRulesHasTheSameColumnsOnItsNextPage()
    {
        Pages pages;
        for (int page = 0; page < 2; ++page) {
            if (page == 0) {
                pages.text(60, 60, u"名称"_s);
                pages.text(200, 60, u"基本"_s);
                pages.text(300, 60, u"项目"_s);
            } else {
                pages.nextPage();
            }
            for (int i = 0; i < 3; ++i) {
                pages.text(50, 80 + 20 * i, u"名字"_s + QString(i + 1, u'长'));
                pages.text(page == 0 ? 200 : 300, 80 + 20 * i, u"1%1.00"_s.arg(i));
            }
        }
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QVERIFY(!gridOf(*read, 1));
        QCOMPARE(grid->rows.size(), size_t(7));
        QCOMPARE(textsOf(grid->rows[1]), (QStringList{u"名字长"_s, u"10.00"_s, QString()}));
        QCOMPARE(textsOf(grid->rows[4]), (QStringList{u"名字长"_s, QString(), u"10.00"_s}));
    }

    void rulesAlongTheRowsTellWhatARowIs()
    {
        Pages pages;
        for (const double y : {50.0, 70.0, 110.0, 130.0, 150.0})
            pages.line(50, y, 350, y);
        pages.text(80, 64, u"名称"_s);
        pages.text(200, 64, u"基本"_s);
        pages.text(300, 64, u"项目"_s);
        pages.text(60, 84, u"一般公共"_s);
        pages.text(60, 104, u"服务"_s);
        pages.text(60, 124, u"国防"_s);
        pages.text(60, 144, u"外交"_s);
        for (const double y : {84.0, 124.0, 144.0})
            pages.text(200, y, u"10.00"_s);
        pages.text(300, 84, u"20.00"_s);
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(grid->rows.size(), size_t(4));
        QCOMPARE(
            textsOf(grid->rows[1]), (QStringList{u"一般公共\n服务"_s, u"10.00"_s, u"20.00"_s}));
    }

    void sidewaysHeadingIsReadInItsCell()
    {
        Pages pages;
        pages.grid({50, 150, 350}, {60, 160, 180, 200, 220});
        pages.turned(100, 140, -90, u"名称"_s);
        pages.text(200, 100, u"一般公共预算财政拨款"_s);
        pages.text(60, 175, u"一般公共服务"_s);
        pages.text(60, 195, u"国防支出"_s);
        pages.text(60, 215, u"外交支出"_s);
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(textsOf(grid->rows[0]), (QStringList{u"名称"_s, u"一般公共预算财政拨款"_s}));
    }

    void slantedWatermarkIsNoText()
    {
        Pages pages;
        pages.grid({50, 150, 350}, {60, 80, 100, 120});
        pages.text(60, 75, u"国防"_s);
        pages.text(60, 95, u"外交"_s);
        pages.text(60, 115, u"教育"_s);
        pages.text(200, 75, u"10.00"_s);
        pages.turned(160, 118, -30, u"仅供内部使用"_s);
        const Result<Manuscript> read = readPdf(pages.finish());
        QVERIFY(read);
        const TextGrid *grid = gridOf(*read);
        QVERIFY(grid);
        QCOMPARE(textsOf(grid->rows[0]), (QStringList{u"国防"_s, u"10.00"_s}));
        QCOMPARE(textsOf(grid->rows[1]), (QStringList{u"外交"_s, QString()}));
        QCOMPARE(textsOf(grid->rows[2]), (QStringList{u"教育"_s, QString()}));
    }

    void scannedPageIsToldAsSuch()
    {
        Pages scan;
        scan.picture({0, 0, 595, 842});
        const Result<Manuscript> read = readPdf(scan.finish());
        QVERIFY(read);
        QVERIFY(read->blocks.empty());
        QCOMPARE(read->notes.size(), size_t(1));
        QVERIFY(read->notes.front().lost);
        QVERIFY(read->notes.front().message.contains(u"scan"));

        Pages mixed;
        mixed.text(50, 50, u"a page of text before it"_s);
        mixed.nextPage();
        mixed.picture({0, 0, 595, 842});
        const Result<Manuscript> both = readPdf(mixed.finish());
        QVERIFY(both);
        QCOMPARE(both->notes.size(), size_t(1));
        QVERIFY(both->notes.front().lost);
        QCOMPARE(both->notes.front().place.page, 2);
    }

    void readingCanBeStopped()
    {
        Pages pages;
        pages.text(50, 50, u"a page of text"_s);
        const Result<Manuscript> read = readPdf(pages.finish(), [](int, int) { return false; });
        QVERIFY(!read);
        QCOMPARE(read.error(), readingStopped());
    }

    void radicalsBecomeIdeographs()
    {
        QCOMPARE(plainIdeograph(U'\u2F0A'), U'入');
        QCOMPARE(plainIdeograph(U'\u2ED4'), U'门');
        QCOMPARE(plainIdeograph(U'出'), U'出');
        QCOMPARE(plainIdeograph(U'7'), U'7');
    }

    void damagedFilesDoNotCrash()
    {
        Pages pages;
        pages.grid({50, 150, 350}, {60, 80, 100});
        pages.text(60, 75, u"some text"_s);
        const QByteArray whole = pages.finish();
        for (qsizetype size = 0; size < whole.size(); size += 97)
            static_cast<void>(readPdf(whole.first(size)));
        QRandomGenerator random(20241124);
        for (int i = 0; i < 200; ++i) {
            QByteArray changed = whole;
            for (int k = 0; k < 8; ++k)
                changed[qsizetype(random.bounded(int(whole.size())))] = char(random.bounded(256));
            static_cast<void>(readPdf(changed));
        }
        QVERIFY(!readPdf("%PDF-1.4\n"));
        QVERIFY(!readPdf({}));
    }
};

QTEST_MAIN(TestPdfReader)
#include "tst_pdf_reader.moc"
