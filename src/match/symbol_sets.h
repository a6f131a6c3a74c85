// The sets of symbols that edges of one language carry. Few differ: each is kept once, and what a program makes of it is worked out once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "match/interned_sets.h"
#include "match/node_symbols.h"
#include "match/part_conditions.h"
#include "match/program.h"
#include "match/symbol_mask.h"
#include "text/tokens.h"

namespace hearsay {

class SymbolSets {
 public:
  explicit SymbolSets(const Language& language);

  const Language& language() const { return language_; }
  SetId intern(std::span<const Symbol> symbols);
  struct EntrySet {
    SetId set = 0;
    bool is_name = false;                // is spelled with capitals
  };
  EntrySet of_entry(uint32_t entry) {
    uint32_t& known = of_entry_[entry];
    if (known == 0) known = (intern(language_.symbols_of(language_.entries[entry])) + 1) << 1 | ((language_.entries[entry].flags & kNameFlags) != 0 ? 1 : 0);
    return {(known >> 1) - 1, (known & 1) != 0};
  }
  // `proper`: its capital means something.
  SetId of_token(const Token& token, bool proper);

  std::span<const Symbol> items(SetId id) const { return sets_.items(id); }
  const SymbolMask& mask(SetId id) const { return facts_[id].mask; }
  bool has(SetId id, Symbol symbol) const {
    if (!facts_[id].mask.may_have(symbol)) return false;
    const auto symbols = items(id);
    return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
  }
  // The programs, by slot, that can begin with one of them.
  uint64_t starts(SetId id) const { return facts_[id].starts; }
  // Those of Language::needed, by place there.
  const std::vector<uint16_t>& needed(SetId id) const { return facts_[id].needed; }
  size_t size() const { return sets_.size(); }
  PartConditions& part_conditions() { return part_conditions_; }
  NodeSymbols& node_symbols() { return node_symbols_; }
  // The set as it is known there.
  SetId as_part(SetId id) {
    uint32_t& known = facts_[id].as_part;
    if (known == 0) known = part_conditions_.of(items(id)) + 1;
    return known - 1;
  }

  // What a program has worked out for a set; nothing at first. All programs' notes on a set lie side by side, since they come to an edge one after another.
  struct Note {
    uint16_t edge_class = 0;             // + 1: the symbols it steps over
    uint16_t tests = 0;                  // those it tests for
    uint32_t first_states = 0;           // where its rules stand behind such an edge at their beginning, if no test forbids it
  };
  Note& note(SetId id, const Program& program) { return notes_[id * note_width_ + note_column_[program.slot]]; }
  // The program's column of them, to be read; good until a set is added.
  struct Notes {
    const Note* first;
    size_t width;
    const Note& operator[](SetId id) const { return first[id * width]; }
  };
  Notes notes(const Program& program) const { return {notes_.data() + note_column_[program.slot], note_width_}; }
  void clear_notes(const Program& program) {
    for (SetId id = 0; id < size(); ++id) note(id, program) = {};
  }

 private:
  struct Facts {
    SymbolMask mask;
    uint64_t starts = 0;
    uint32_t as_part = 0;                // + 1
    std::vector<uint16_t> needed;
  };
  const Language& language_;
  InternedSets<Symbol> sets_;
  PartConditions part_conditions_;
  NodeSymbols node_symbols_;
  std::vector<Facts> facts_;             // by set
  std::vector<uint32_t> of_entry_;       // set + 1, and a bit for names
  PairTable of_token_;                   // by form and shape: set + 1
  std::vector<Note> notes_;              // by set, then by column
  std::array<uint8_t, 64> note_column_{};
  size_t note_width_ = 0;
  std::vector<Symbol> scratch_;
};

}  // namespace hearsay
