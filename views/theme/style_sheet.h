#pragma once

#include <QString>

namespace mz {

struct Theme;

/// The window's tools, panels and scroll bars in the theme's colours: thin lines,
/// nothing raised.
QString windowStyleSheet(const Theme &theme);

}  // namespace mz
