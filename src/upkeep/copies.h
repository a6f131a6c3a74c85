// Copies as they are kept: what records of happenings ask of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story/copies.h"
#include "upkeep/desk.h"

namespace hearsay {

// The last that any report can be.
inline constexpr Rank kLastRank{Rank::kUndated, INT64_MAX};
// The reports with all that copies lead to from them, over none that comes after `last`.
std::set<Rank> with_copies(Desk& desk, const std::set<Rank>& reports, Rank last = kLastRank);
// What find_copies finds of documents in order, of which all copies are among them.
Copies copies_among(Desk& desk, const std::vector<Rank>& reports);

}  // namespace hearsay
