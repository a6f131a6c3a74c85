// What the words of a node's parts say to the conditions of nodes: `verb=<cues takes=clause>` asks whether any reading of
// the verb's words is such an entry. Words repeat, so what a set of symbols answers to all conditions is worked out once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "match/interned_sets.h"
#include "match/program.h"

namespace hearsay {

class PartConditions {
 public:
  explicit PartConditions(const Language& language);

  // Sets as they are known here: sorted.
  SetId of(std::span<const Symbol> symbols);
  SetId unite(SetId a, SetId b) { return sets_.unite(a, b); }
  // Whether the set has one of the symbols that the condition, of kind kPartSymbol, names. `condition` is its place in
  // Language::conditions.
  bool met(SetId set, size_t condition) {
    if (set >= known_.size() || !known_[set]) work_out(set);
    return met_[set * width_ + condition / 64] >> (condition & 63) & 1;
  }

 private:
  void work_out(SetId set);

  size_t width_;                                   // words of 64 bits to a set
  std::vector<std::vector<uint32_t>> asked_by_;    // by symbol: the conditions that name it
  InternedSets<Symbol> sets_;
  std::vector<bool> known_;
  std::vector<uint64_t> met_;
  std::vector<Symbol> scratch_;
};

}  // namespace hearsay
