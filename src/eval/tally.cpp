// SPDX-License-Identifier: Apache-2.0
#include "eval/tally.h"

namespace hearsay {

std::optional<double> Tally::precision() const { return found == 0 && expected > 0 ? std::optional(0.0) : Share{right, found}.rate(); }

Tally& Tally::operator+=(const Tally& other) {
  expected += other.expected;
  found += other.found;
  right += other.right;
  hard += other.hard;
  for (const auto& [attribute, share] : other.attributes) attributes[attribute] += share;
  return *this;
}

}  // namespace hearsay
