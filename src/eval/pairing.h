// Which found thing is which that was expected: one to one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

namespace hearsay {

// A found thing that may be the expected one. The best come first: the more alike, then what is required, then the nearer.
struct Likely {
  double unlike = 0;
  bool optional = false;                 // what is expected may be missing
  int distance = 0;
  size_t expected = 0, found = 0;
  friend auto operator<=>(const Likely&, const Likely&) = default;
};

// For each of `expected` things its find, if it has one. The best go first; then what is required and has none is given one that an
// optional thing holds, or that its holder can do without. Sorts what is likely.
std::vector<std::optional<size_t>> pair_up(size_t expected, size_t found, std::vector<Likely>& likely);

}  // namespace hearsay
