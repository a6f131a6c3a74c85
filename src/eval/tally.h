// Figures: how much of what was expected was found, and how right it is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "eval/finding.h"

namespace hearsay {

struct Share {
  int right = 0, of = 0;
  std::optional<double> rate() const { return of ? std::optional(static_cast<double>(right) / of) : std::nullopt; }
  Share& operator+=(const Share& other) { return right += other.right, of += other.of, *this; }
};

// Of one layer. Optional entries count where they were found.
struct Tally {
  int expected = 0, found = 0, right = 0;
  Share hard;                            // of those that need more than their sentence
  std::map<Attribute, Share> attributes; // of those that are right
  std::optional<double> precision() const;
  std::optional<double> recall() const { return Share{right, expected}.rate(); }
  std::optional<double> f1() const { return Share{2 * right, expected + found}.rate(); }
  Tally& operator+=(const Tally& other);
};

}  // namespace hearsay
