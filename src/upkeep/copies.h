// Copies as they are kept: which reports are compared, what they share, who is a copy of whom; and what records of happenings ask of that.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story/copies.h"
#include "upkeep/desk.h"

namespace hearsay {

// The last that any report can be.
inline constexpr Rank kLastRank{Rank::kUndated, INT64_MAX};
// The reports with all that copies lead to from them, over none that comes after `last`.
std::set<Rank> with_copies(Desk& desk, const std::set<Rank>& reports, Rank last = kLastRank);
// Of each report, in whose lists any stand before it: those that it is to be compared with.
std::map<Rank, std::set<Rank>> to_compare(Desk& desk, const std::set<Rank>& reports);
// What two reports share, the earlier one first; nothing, if no passage.
std::optional<Shelves::Pair> compare_reports(Desk& desk, Rank a, Rank b);
// A report with all that copies lead to from it.
struct Kin {
  std::vector<Rank> reports;             // in order
  std::vector<Rank> family;              // of each, as Report::family
  std::vector<uint64_t> copies;          // of each, as Report::copies
};
Kin kin_of(Desk& desk, Rank report);
// What find_copies finds of documents in order, of which all copies are among them.
Copies copies_among(Desk& desk, const std::vector<Rank>& reports);

}  // namespace hearsay
