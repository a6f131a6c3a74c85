// Whether a clause tells its act as happened, planned, possible, cancelled or not happened: by its own verb group and by all that governs it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/clauses.h"

namespace hearsay {

class StatusReader {
 public:
  StatusReader(const Clauses& clauses, const Strings& strings);
  // `ignore_negation`: the group's own negation is part of what happened ("did not accept the letter").
  EventStatus read(int32_t group, bool ignore_negation) const;

 private:
  struct Signs {
    bool negative = false, possible = false, planned = false, cancelled = false, any = false;
  };
  void own_signs(int32_t group, bool ignore_negation, Signs& signs) const;
  void counted_signs(int32_t group, Signs& signs) const;
  void effect_of(int32_t group, Signs& signs) const;
  // The attribute of the entries that spell a word or a group's head, of the first that has it; of one lexicon, if it is named.
  std::string_view word_value(const Part& word, StrId attribute, StrId lexicon) const;
  std::string_view entry_value(int32_t group, StrId attribute, StrId lexicon = 0) const;
  bool conditional(int32_t group) const;

  const Clauses& clauses_;
  const Lattice& lattice_;
  const Strings& strings_;
  StrId act_, verb_, head_, effect_, tense_, polarity_, modality_, kind_, vg_, purpose_, object_, about_, of_, det_, classifier_;
};

}  // namespace hearsay
