#pragma once

#include "model/domain/result.h"
#include "model/manuscript/readers/reading.h"
#include <QByteArray>
#include <memory>
#include <vector>

namespace mz {

/// One character as it lies on a page. All measures in points (1/72 inch), from
/// the upper left corner of the page as a person holds it.
struct PageGlyph
{
    char32_t character = 0;  ///< U+FFFD where the file does not tell which.
    double left = 0, right = 0;
    double baseline = 0;
    double size = 0;  ///< Of its font.

    double middle() const { return (left + right) / 2; }
    /// Half the height of an ideograph above the baseline. The boxes that fonts
    /// tell are not to be trusted; the baseline is.
    double centre() const { return baseline - 0.36 * size; }
};

/// A character that stands sideways, as headings of narrow columns may.
struct SidewaysGlyph
{
    PageGlyph upright;    ///< As who turns the sheet sees it; the origin is another one.
    double x = 0, y = 0;  ///< Its middle on the page.
};

/// A straight line along the page: a stroke, or a filled rectangle as thin as one.
struct PageRule
{
    bool horizontal = true;
    double at = 0;  ///< Its y where it is horizontal, else its x.
    double from = 0, to = 0;
};

struct PdfPage
{
    double width = 0, height = 0;
    std::vector<PageGlyph> glyphs;
    std::vector<SidewaysGlyph> sideways;
    std::vector<PageRule> rules;
    double pictured = 0;    ///< The share of the page that its largest picture covers.
    bool cutShort = false;  ///< More is on it than is read of one page.
};

/// A PDF file held in memory; only it and its bounds know poppler. No script of
/// the file is run, no other file is opened, no picture is unpacked.
class PdfFile
{
public:
    /// `bytes` must live as long as the file.
    /// Errors: damaged; protected by a password; too many pages.
    static Result<PdfFile> open(const QByteArray &bytes);

    PdfFile(PdfFile &&) noexcept;
    PdfFile &operator=(PdfFile &&) noexcept;
    ~PdfFile();

    int pageCount() const;
    /// Pages count from 1. Rotated pages and pages whose text runs sideways are
    /// turned upright.
    PdfPage page(int number);

private:
    struct Handle;
    explicit PdfFile(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

}  // namespace mz
