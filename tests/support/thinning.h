#pragma once

namespace mz::test {

/// The sanitizers make every step some ten times slower: there, long series of
/// trials take every tenth one.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int thinning = 10;
#else
inline constexpr int thinning = 1;
#endif

}  // namespace mz::test
