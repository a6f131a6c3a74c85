// Whether what somebody denies or confirms is only pointed to: "denied it", "confirmed this report".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "syntax/clauses.h"

namespace hearsay {

class Reference {
 public:
  Reference(const Clauses& clauses, const Strings& strings) : clauses_(clauses), lattice_(clauses.lattice()), strings_(strings) {}

  // True for a pronoun that stands for no person, a noun group with a demonstrative, and a definite one headed by a noun of saying; only without a verb.
  bool points_back(Span content) const;

 private:
  bool is_neutral_pronoun(const Node& group) const;
  bool has_demonstrative(const Node& group) const;
  bool is_word_of_saying(const Node& group) const;
  // Whether an entry of the lexicon with the part's words has one of the values ("a|b").
  bool part_is(const Node& group, std::string_view part, std::string_view lexicon, std::string_view key, std::string_view values) const;

  const Clauses& clauses_;
  const Lattice& lattice_;
  const Strings& strings_;
};

}  // namespace hearsay
