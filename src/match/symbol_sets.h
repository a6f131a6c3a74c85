// The sets of symbols that edges of one language carry. Few differ: each is kept once, and what a program makes of it is worked out once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "match/interned_sets.h"
#include "match/program.h"

namespace hearsay {

class SymbolSets {
 public:
  explicit SymbolSets(const Language& language) : language_(language), of_entry_(language.entries.size(), 0), masks_(1, 0), starts_(1, 0) {}

  const Language& language() const { return language_; }
  SetId intern(std::span<const Symbol> symbols) {
    const SetId id = sets_.intern(symbols);
    if (id == masks_.size()) add_masks(symbols);
    return id;
  }
  SetId of_entry(uint32_t entry) {
    SetId& known = of_entry_[entry];
    if (known == 0) known = intern(language_.symbols_of(language_.entries[entry]));
    return known;
  }
  std::span<const Symbol> items(SetId id) const { return sets_.items(id); }
  // The symbols modulo 64.
  uint64_t mask(SetId id) const { return masks_[id]; }
  // The programs, by slot, that can begin with one of them.
  uint64_t starts(SetId id) const { return starts_[id]; }
  size_t size() const { return sets_.size(); }

 private:
  void add_masks(std::span<const Symbol> symbols) {
    uint64_t mask = 0, starts = 0;
    for (Symbol symbol : symbols) {
      mask |= uint64_t{1} << (symbol & 63);
      if (symbol < language_.starts.size()) starts |= language_.starts[symbol];
    }
    masks_.push_back(mask);
    starts_.push_back(starts);
  }

  const Language& language_;
  InternedSets<Symbol> sets_;
  std::vector<SetId> of_entry_;
  std::vector<uint64_t> masks_, starts_;   // by set
};

}  // namespace hearsay
