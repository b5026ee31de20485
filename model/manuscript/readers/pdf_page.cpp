#include "model/manuscript/readers/pdf_page.h"

#include "model/manuscript/readers/pdf_bounds.h"
#include "model/manuscript/readers/plain_ideographs.h"
#include <Error.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <Stream.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace mz {

namespace {

/// Texts for the user.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PdfFile)
};

constexpr int mostPages = 5000;
constexpr size_t mostGlyphs = 200'000;  // of one page; a full one has some 3,000
constexpr size_t mostRules = 100'000;
constexpr int mostForms = 10'000;
constexpr int mostSaved = 10'000;       // states in each other
constexpr qint64 longestPage = 10'000;  // milliseconds
constexpr double widestRule = 3.5;      // points
constexpr double steepest = 0.2;        // of a line of text that was scanned askew

/// The way that text runs on the page.
enum class Direction { Right, Down, Left, Up };

struct Box
{
    double left, top, right, bottom;
};

/// What one page draws, in the page's own coordinates.
class PageCollector final : public OutputDev
{
public:
    struct Glyph
    {
        char32_t character;
        double x, y, advance, size;
        Direction direction;
        bool slanted;
    };

    PageCollector(double width, double height) : m_width(width), m_height(height)
    {
        m_clock.start();
    }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    void saveState(GfxState *) override { cutShort = cutShort || ++m_saved > mostSaved; }
    void restoreState(GfxState *) override { --m_saved; }
    // Drawings that draw each other multiply: then the others are left out.
    bool useDrawForm() override { return ++m_forms > mostForms || shouldStop(this); }
    // Patterns and shades hold no text; they are not painted.
    bool useTilingPatternFill() override { return true; }
    bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int,
        int, int, int, double, double) override
    {
        return true;
    }
    bool useShadedFills(int) override { return true; }
    bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
    bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
    bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override
    {
        return true;
    }
    bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX,
        double originY, CharCode, int, const Unicode *unicode, int length) override
    {
        if (glyphs.size() >= mostGlyphs) {
            cutShort = true;
            return;
        }
        double px, py, vx, vy, width, height;
        state->transform(x - originX, y - originY, &px, &py);
        state->transformDelta(dx, dy, &width, &height);
        double tx, ty;
        state->textTransformDelta(1, 0, &tx, &ty);
        state->transformDelta(tx, ty, &vx, &vy);
        double size = state->getTransformedFontSize();
        const double advance = std::hypot(width, height);
        if (!std::isfinite(px + py + advance + size) || std::fabs(px) > 1e5 || std::fabs(py) > 1e5)
            return;
        size = std::clamp(size, 1.0, 400.0);
        const Direction direction = std::fabs(vx) >= std::fabs(vy)
            ? (vx >= 0 ? Direction::Right : Direction::Left)
            : (vy >= 0 ? Direction::Down : Direction::Up);
        const bool vertical = std::fabs(vx) >= std::fabs(vy) ? std::fabs(height) > std::fabs(width)
                                                             : std::fabs(width) > std::fabs(height);
        // The space between characters belongs to none of them.
        double sx, sy, spaceX, spaceY;
        state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &sx, &sy);
        state->transformDelta(sx, sy, &spaceX, &spaceY);
        const double bare = advance - std::hypot(spaceX, spaceY) * (state->getCharSpace() > 0);
        const bool slanted = std::min(std::fabs(vx), std::fabs(vy))
            > steepest * std::max(std::fabs(vx), std::fabs(vy));
        Glyph glyph{0xFFFD, px, py, vertical ? size : (bare > 0 ? bare : advance), size, direction,
            slanted};
        if (length == 0) {
            glyphs.push_back(glyph);
            return;
        }
        // A ligature: its characters share the place.
        const double share = glyph.advance / length;
        for (int i = 0; i < length && i < 8; ++i) {
            glyph.character = plainIdeograph(unicode[i] ? char32_t(unicode[i]) : char32_t(0xFFFD));
            glyph.advance = share;
            glyphs.push_back(glyph);
            glyph.x += direction == Direction::Right ? share : 0;
        }
    }

    void stroke(GfxState *state) override
    {
        GfxRGB colour;
        state->getStrokeRGB(&colour);
        if (isPaper(colour) || state->getStrokeOpacity() < 0.05)
            return;
        const double width = std::clamp(state->getTransformedLineWidth(), 0.0, 1000.0);
        forEachSubpath(state, [&](const std::vector<std::pair<double, double>> &points, bool) {
            for (size_t i = 1; i < points.size(); ++i) {
                const auto [x0, y0] = points[i - 1];
                const auto [x1, y1] = points[i];
                if (std::fabs(x1 - x0) > 0.6 && std::fabs(y1 - y0) > 0.6)
                    continue;  // slanted
                const bool flat = std::fabs(x1 - x0) >= std::fabs(y1 - y0);
                const double half = width / 2;
                add(state,
                    {std::min(x0, x1) - (flat ? 0 : half), std::min(y0, y1) - (flat ? half : 0),
                        std::max(x0, x1) + (flat ? 0 : half),
                        std::max(y0, y1) + (flat ? half : 0)});
            }
        });
    }
    void fill(GfxState *state) override { fillRules(state); }
    void eoFill(GfxState *state) override { fillRules(state); }

    void drawImage(GfxState *state, Object *, Stream *stream, int width, int height,
        GfxImageColorMap *colours, bool, const int *, bool inlined) override
    {
        picture(state);
        if (inlined)
            skip(*stream,
                qint64(height)
                    * ((qint64(width) * colours->getNumPixelComps() * colours->getBits() + 7) / 8));
    }
    void drawImageMask(GfxState *state, Object *, Stream *stream, int width, int height, bool, bool,
        bool inlined) override
    {
        picture(state);
        if (inlined)
            skip(*stream, qint64(height) * ((qint64(width) + 7) / 8));
    }

    static bool shouldStop(void *collector)
    {
        auto *page = static_cast<PageCollector *>(collector);
        if (page->m_clock.elapsed() > longestPage)
            page->cutShort = true;
        return page->cutShort;
    }

    std::vector<Glyph> glyphs;
    std::vector<Box> strips;  ///< Thin boxes: the rules.
    double pictured = 0;
    bool cutShort = false;

private:
    static bool isPaper(const GfxRGB &colour)
    {
        return colToDbl(colour.r) > 0.97 && colToDbl(colour.g) > 0.97 && colToDbl(colour.b) > 0.97;
    }

    /// The bytes of a picture that stands in the text, as many as there are.
    static void skip(Stream &stream, qint64 bytes)
    {
        stream.reset();
        while (bytes > 0 && stream.getChar() != EOF)
            --bytes;
        stream.close();
    }

    template <typename Use>
    void forEachSubpath(GfxState *state, Use use)
    {
        const GfxPath *path = state->getPath();
        std::vector<std::pair<double, double>> points;
        for (int i = 0; i < path->getNumSubpaths(); ++i) {
            const GfxSubpath *sub = path->getSubpath(i);
            points.clear();
            bool curved = false;
            for (int j = 0; j < sub->getNumPoints(); ++j) {
                curved = curved || sub->getCurve(j);
                double x, y;
                state->transform(sub->getX(j), sub->getY(j), &x, &y);
                points.emplace_back(x, y);
            }
            if (!curved)
                use(points, sub->isClosed());
        }
    }

    void fillRules(GfxState *state)
    {
        GfxRGB colour;
        state->getFillRGB(&colour);
        if (isPaper(colour) || state->getFillOpacity() < 0.05)
            return;
        forEachSubpath(state, [&](const std::vector<std::pair<double, double>> &points, bool) {
            // A shape as thin as a rule is one, however its corners are drawn.
            if (points.size() < 3 || points.size() > 64)
                return;
            Box box{points[0].first, points[0].second, points[0].first, points[0].second};
            for (const auto &[x, y] : points)
                box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                    std::max(box.bottom, y)};
            add(state, box);
        });
    }

    void add(GfxState *state, Box box)
    {
        double left, top, right, bottom;
        state->getClipBBox(&left, &top, &right, &bottom);
        box = {std::max(box.left, left - 1), std::max(box.top, top - 1),
            std::min(box.right, right + 1), std::min(box.bottom, bottom + 1)};
        const double width = box.right - box.left, height = box.bottom - box.top;
        if (!(width >= 0 && height >= 0) || std::min(width, height) > widestRule)
            return;
        if (strips.size() >= mostRules) {
            cutShort = true;
            return;
        }
        strips.push_back(box);
    }

    void picture(GfxState *state)
    {
        double x[4], y[4];
        state->transform(0, 0, &x[0], &y[0]);
        state->transform(1, 0, &x[1], &y[1]);
        state->transform(0, 1, &x[2], &y[2]);
        state->transform(1, 1, &x[3], &y[3]);
        Box box{std::max(0.0, *std::min_element(x, x + 4)),
            std::max(0.0, *std::min_element(y, y + 4)),
            std::min(m_width, *std::max_element(x, x + 4)),
            std::min(m_height, *std::max_element(y, y + 4))};
        if (!(box.right > box.left && box.bottom > box.top))
            return;
        add(state, box);
        const double area = (box.right - box.left) * (box.bottom - box.top);
        if (m_width * m_height > 0)
            pictured = std::max(pictured, area / (m_width * m_height));
    }

    double m_width, m_height;
    int m_forms = 0;
    int m_saved = 0;
    QElapsedTimer m_clock;
};

/// Turns what was drawn so that most of the text runs to the right.
class Turn
{
public:
    Turn(Direction direction, double width, double height)
        : m_direction(direction)
        , m_width(width)
        , m_height(height)
    {
    }
    std::pair<double, double> at(double x, double y) const
    {
        switch (m_direction) {
        case Direction::Right:
            return {x, y};
        case Direction::Down:
            return {y, m_width - x};
        case Direction::Left:
            return {m_width - x, m_height - y};
        case Direction::Up:
            return {m_height - y, x};
        }
        return {x, y};
    }
    bool isSideways() const
    {
        return m_direction == Direction::Down || m_direction == Direction::Up;
    }

private:
    Direction m_direction;
    double m_width, m_height;
};

Direction mainDirection(const std::vector<PageCollector::Glyph> &glyphs)
{
    std::array<size_t, 4> counts{};
    for (const PageCollector::Glyph &glyph : glyphs)
        ++counts[size_t(glyph.direction)];
    return Direction(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

void addSideways(
    const PageCollector::Glyph &glyph, Direction main, double x, double y, PdfPage &page)
{
    const auto quarters = (int(glyph.direction) - int(main) + 4) % 4;
    const double half = glyph.advance / 2, centre = 0.36 * glyph.size;
    if (quarters == int(Direction::Down))
        page.sideways.push_back(
            {{glyph.character, y, y + glyph.advance, -x, glyph.size}, x + centre, y + half});
    else if (quarters == int(Direction::Up))
        page.sideways.push_back(
            {{glyph.character, -y, -y + glyph.advance, x, glyph.size}, x - centre, y - half});
}

}  // namespace

struct PdfFile::Handle
{
    std::unique_ptr<PDFDoc> document;
    std::unique_ptr<PdfBounds> bounds;
};

PdfFile::PdfFile(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) { }
PdfFile::PdfFile(PdfFile &&) noexcept = default;
PdfFile &PdfFile::operator=(PdfFile &&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::open(const QByteArray &bytes)
{
    static std::once_flag started;
    std::call_once(started, [] {
        globalParams = std::make_unique<GlobalParams>();
        setErrorCallback([](ErrorCategory, Goffset, const char *) {});
    });
    auto handle = std::make_unique<Handle>();
    // The document owns the stream, the stream does not own the bytes.
    auto *stream = new MemStream(bytes.constData(), 0, bytes.size(), Object(objNull));
    handle->document = std::make_unique<PDFDoc>(stream);
    if (!handle->document->isOk()) {
        if (handle->document->getErrorCode() == errEncrypted)
            return Error{Say::tr("The file is protected by a password."), {}};
        return Error{Say::tr("The file is damaged: it is not a complete PDF."), {}};
    }
    handle->bounds = std::make_unique<PdfBounds>(*handle->document);
    if (handle->bounds->isPageTreeTooDeep())
        return Error{Say::tr("The file is damaged: it is not a complete PDF."), {}};
    const int pages = handle->document->getNumPages();
    if (pages > mostPages)
        return Error{Say::tr("The file has more than %1 pages; no report has.").arg(mostPages), {}};
    return PdfFile(std::move(handle));
}

int PdfFile::pageCount() const { return std::max(0, m_handle->document->getNumPages()); }

PdfPage PdfFile::page(int number)
{
    PdfPage result;
    PDFDoc &document = *m_handle->document;
    Page *page = document.getPage(number);
    if (!page)
        return result;
    if (m_handle->bounds->isTooLarge(*page)) {
        result.cutShort = true;
        return result;
    }
    double width = document.getPageCropWidth(number);
    double height = document.getPageCropHeight(number);
    const int rotation = document.getPageRotate(number);
    if (rotation == 90 || rotation == 270)
        std::swap(width, height);
    PageCollector collector(width, height);
    document.displayPage(
        &collector, number, 72, 72, 0, false, true, false, &PageCollector::shouldStop, &collector,
        [](Annot *, void *) { return false; }, nullptr);

    const Direction direction = mainDirection(collector.glyphs);
    const Turn turn(direction, width, height);
    result.width = turn.isSideways() ? height : width;
    result.height = turn.isSideways() ? width : height;
    result.pictured = collector.pictured;
    result.cutShort = collector.cutShort;
    result.glyphs.reserve(collector.glyphs.size());
    for (const PageCollector::Glyph &glyph : collector.glyphs) {
        const auto [x, y] = turn.at(glyph.x, glyph.y);
        if (glyph.slanted)
            continue;  // a watermark
        if (glyph.direction != direction) {
            addSideways(glyph, direction, x, y, result);
            continue;
        }
        const PageGlyph placed{glyph.character, x, x + glyph.advance, y, glyph.size};
        const bool onPage = placed.middle() > -1 && placed.middle() < result.width + 1
            && placed.centre() > -1 && placed.centre() < result.height + 1;
        if (onPage)
            result.glyphs.push_back(placed);
    }
    result.rules.reserve(collector.strips.size());
    for (const Box &box : collector.strips) {
        const auto [x0, y0] = turn.at(box.left, box.top);
        const auto [x1, y1] = turn.at(box.right, box.bottom);
        const double left = std::min(x0, x1), right = std::max(x0, x1);
        const double top = std::min(y0, y1), bottom = std::max(y0, y1);
        if (right - left >= bottom - top)
            result.rules.push_back({true, (top + bottom) / 2, left, right});
        else
            result.rules.push_back({false, (left + right) / 2, top, bottom});
    }
    return result;
}

}  // namespace mz
