// The days something may have happened on, with open ends.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "hearsay/hearsay.h"

namespace hearsay {

inline constexpr Day kNoStart = Day::min();
inline constexpr Day kNoEnd = Day::max();

// Both days included.
struct Period {
  Day from = kNoStart, to = kNoEnd;
  bool closed() const { return from != kNoStart && to != kNoEnd; }
  // Days between the ends; only of a closed period.
  int width() const { return static_cast<int>((to - from).count()); }
  friend bool operator==(const Period&, const Period&) = default;
};

inline bool meet(const Period& a, const Period& b) { return a.from <= b.to && b.from <= a.to; }
inline Period common(const Period& a, const Period& b) { return {std::max(a.from, b.from), std::min(a.to, b.to)}; }
inline std::string in_words(const Period& p) { return p.from == p.to ? iso(p.from) : iso(p.from) + ".." + iso(p.to); }

// A day that may be unknown, unknown after all others.
inline Day or_last(const std::optional<Day>& day) { return day.value_or(kNoEnd); }

}  // namespace hearsay
