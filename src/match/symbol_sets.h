// The sets of symbols that edges of one language carry. Few differ: each is kept once, and what a program makes of it is worked out once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "match/interned_sets.h"
#include "match/program.h"
#include "text/tokens.h"

namespace hearsay {

class SymbolSets {
 public:
  explicit SymbolSets(const Language& language);

  const Language& language() const { return language_; }
  SetId intern(std::span<const Symbol> symbols);
  SetId of_entry(uint32_t entry) {
    SetId& known = of_entry_[entry];
    if (known == 0) known = intern(language_.symbols_of(language_.entries[entry]));
    return known;
  }
  // `proper`: its capital means something.
  SetId of_token(const Token& token, bool proper);

  std::span<const Symbol> items(SetId id) const { return sets_.items(id); }
  // The symbols modulo 64.
  uint64_t mask(SetId id) const { return facts_[id].mask; }
  // The programs, by slot, that can begin with one of them.
  uint64_t starts(SetId id) const { return facts_[id].starts; }
  // Those of Language::needed, by place there.
  const std::vector<uint16_t>& needed(SetId id) const { return facts_[id].needed; }
  size_t size() const { return sets_.size(); }

 private:
  struct Facts {
    uint64_t mask = 0, starts = 0;
    std::vector<uint16_t> needed;
  };
  const Language& language_;
  InternedSets<Symbol> sets_;
  std::vector<Facts> facts_;             // by set
  std::vector<SetId> of_entry_;
  PairTable of_token_;                   // by form and shape: set + 1
  std::vector<Symbol> scratch_;
};

}  // namespace hearsay
