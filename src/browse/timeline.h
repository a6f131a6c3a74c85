// Happenings along time, in lanes: counted in bins where they are many, one by one where they are few.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "browse/sieve.h"

namespace hearsay::browse {

inline constexpr size_t kStandings = static_cast<size_t>(Standing::kWithdrawn) + 1;
using StandingCounts = std::array<uint32_t, kStandings>;

enum class LaneKind { kNone, kDyad, kKind, kStory };

struct TimelineOptions {
  LaneKind lanes = LaneKind::kNone;
  int bins = 120;
  size_t most_lanes = 12;
  size_t most_marks = 1500;
};

struct Timeline {
  struct Lane {
    uint32_t a = 0, b = 0;               // texts: two parties in the order of their numbers, or a kind, or a story
    uint32_t total = 0;
    std::vector<std::pair<int, StandingCounts>> bins;          // those that are not empty, in order
  };
  struct Mark {
    uint32_t row = 0;                    // of the index
    int lane = -1;                       // -1: of none that is shown
  };
  size_t total = 0, undated = 0, rest = 0;           // rest: dated, in no lane shown
  std::vector<DayNumber> edges;          // bins + 1, each the first day of a bin; the last one is behind the last day
  std::vector<Lane> lanes;               // most happenings first
  std::optional<std::vector<Mark>> marks;            // nullopt: more than asked for
};

// Of rows that pass. The days shown are those asked for, else those on which something happened. What took several days counts in the bin of its first one.
Timeline timeline(const Index& index, const Sieve& sieve, const std::vector<uint32_t>& rows, const TimelineOptions& options);

// A party as a lane names it: the country, where it is of one, else the actor: a number of texts.
uint32_t side_of(const Index::Party& party);

}  // namespace hearsay::browse
