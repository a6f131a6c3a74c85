// Greedy, then augmenting paths (Kuhn 1955) for what is required.
// SPDX-License-Identifier: Apache-2.0
#include "eval/pairing.h"

#include <algorithm>

namespace hearsay {

namespace {

class Pairing {
 public:
  Pairing(size_t expected, size_t found, const std::vector<Likely>& likely)
      : likely_(likely), choices_(expected), optional_(expected, false), pairs_(expected), owner_(found) {
    for (const Likely& one : likely) {
      choices_[one.expected].push_back(one.found);
      optional_[one.expected] = one.optional;
    }
  }

  std::vector<std::optional<size_t>> run() {
    for (const Likely& one : likely_)
      if (!pairs_[one.expected] && !owner_[one.found]) settle(one.expected, one.found);
    for (size_t i = 0; i < pairs_.size(); ++i) {
      if (pairs_[i] || optional_[i]) continue;
      std::vector<bool> tried(owner_.size(), false);
      claim(i, tried);
    }
    // What was given up may have left something for an optional thing.
    std::vector<bool> taken(owner_.size(), false);
    for (const auto& pair : pairs_)
      if (pair) taken[*pair] = true;
    for (const Likely& one : likely_)
      if (!pairs_[one.expected] && !taken[one.found]) {
        pairs_[one.expected] = one.found;
        taken[one.found] = true;
      }
    return std::move(pairs_);
  }

 private:
  void settle(size_t expected, size_t found) {
    owner_[found] = expected;
    pairs_[expected] = found;
  }

  bool claim(size_t expected, std::vector<bool>& tried) {
    for (size_t found : choices_[expected]) {
      if (tried[found]) continue;
      tried[found] = true;
      const std::optional<size_t> holder = owner_[found];
      if (holder && !optional_[*holder] && !claim(*holder, tried)) continue;
      if (holder && pairs_[*holder] == found) pairs_[*holder].reset();
      settle(expected, found);
      return true;
    }
    return false;
  }

  const std::vector<Likely>& likely_;
  std::vector<std::vector<size_t>> choices_;             // by expected, the best first
  std::vector<bool> optional_;
  std::vector<std::optional<size_t>> pairs_;             // by expected
  std::vector<std::optional<size_t>> owner_;             // by found
};

}  // namespace

std::vector<std::optional<size_t>> pair_up(size_t expected, size_t found, std::vector<Likely>& likely) {
  std::sort(likely.begin(), likely.end());
  return Pairing(expected, found, likely).run();
}

}  // namespace hearsay
