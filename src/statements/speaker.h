// Who speaks where a noun group stands as the speaker: named, an office, or one whose name is kept back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "syntax/clauses.h"

namespace hearsay {

// A noun group as the speaker of a statement. Cheap to make; refers to what it is made of.
//   Tested by tests/statements.
class Speaker {
 public:
  Speaker(const Clauses& clauses, const Sentence& sentence, const Strings& strings, const std::vector<Actor>& actors, int32_t group)
      : clauses_(clauses), sentence_(sentence), strings_(strings), actors_(actors), lattice_(clauses.lattice()), group_(group), edge_(lattice_.edge(group)) {}

  // Persons, bodies and documents speak; "a sign shows" is nobody's word, nor is "I" within a quotation a new speaker.
  bool can_speak() const;
  // "He", "this official".
  bool is_personal_pronoun() const;
  // The actor if one is known, the group's words for him, whether he is unnamed, and how many speak.
  Voice voice() const;

 private:
  bool mentioned_unnamed() const;
  int served() const;
  const Node* mention() const;
  bool has_lexicon(std::string_view lexicon, const Entry** found = nullptr) const;
  bool word_speaks(const Entry& word) const;
  int issuer() const;
  bool names_person(int actor, bool source) const;
  bool is_anothers(int actor) const;
  bool stands_beside_head(const Edge& mention) const;
  const Entry* head_noun() const;
  bool is_acronym(uint16_t start, uint16_t end) const;
  bool headed_by_institution() const;
  bool is_people() const;
  int how_many(const Entry* source) const;
  std::string_view attr(const Entry& entry, std::string_view key) const { return strings_[lattice_.entry_attr(entry, strings_.find(key))]; }

  const Clauses& clauses_;
  const Sentence& sentence_;
  const Strings& strings_;
  const std::vector<Actor>& actors_;
  const Lattice& lattice_;
  int32_t group_;
  const Edge& edge_;
};

}  // namespace hearsay
