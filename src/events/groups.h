// The groups of one sentence as frames ask about them: the words that head them, what lies at the end of a path, whom they name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "events/report_view.h"

namespace hearsay {

class Groups {
 public:
  Groups(const ReportView& report, size_t sentence);
  const Clauses& clauses() const { return clauses_; }
  const Lattice& lattice() const { return clauses_.lattice(); }
  const Sentence& sentence() const { return sentence_; }
  int index() const { return index_; }   // of the sentence

  bool is_verb(int32_t group) const;
  Span span(int32_t group) const;
  // The node of an edge; nullptr for words.
  const Node* node_at(int32_t edge) const;
  // The symbols of all entries that spell the head, some perhaps more than once.
  std::span<const Symbol> head_symbols(int32_t group) const;
  bool head_has(int32_t group, std::span<const Symbol> wanted) const;
  // The groups at a path's end. A verb's preposition may hang on its object instead: "signed an agreement with"; `self` is the group.
  // `verbal`: a verb may stand where the object's noun does ("stop negotiating with", "demand to reform").
  std::span<const int32_t> follow(int32_t group, const FramePath& path, bool verbal = false) const;
  // Whom a group names, all of them: "the US and South Korea".
  const std::vector<int>& actors_at(int32_t group) const;
  // The person whom the noun that heads a group only describes: "three suspects"; -1 if it is none.
  int described_at(int32_t group) const;
  // Whom the words of a group mention, in order.
  std::vector<int> mentioned_in(int32_t group) const;
  // "The Eritrean town of Senafe": the state or place that a noun of place names; -1 if it names none.
  int land_of(int32_t group) const;
  // "Iraq's invasion of Kuwait", "the Iraqi invasion of Kuwait": whose a noun is before its head, and whose behind; -1 where that is not said.
  std::pair<int32_t, int32_t> owner_and_owned(int32_t group) const;
  // Noun groups inside noun groups: "the letter" in "the refusal of the letter".
  std::vector<int32_t> inner_nouns() const;
  // Whether the word that heads a group is of one of these classes of verbs (`act`, column `verb`).
  bool is_act(int32_t group, std::string_view classes) const;
  // Whether a noun is counted or indefinite, as what is told for the first time is: "a raid", "two raids".
  bool is_counted(int32_t group) const;
  // Whether a preposition stands before a group, and nothing before that in its sentence or behind a comma.
  bool opens_behind_preposition(int32_t group) const;
  // Whether the word before a group makes a passive, as in Vietnamese before whoever acts.
  bool behind_passive(int32_t group) const;
  // Whether a group says "each other".
  bool is_mutual(int32_t group) const;
  // Whether a mention is named as where something was: "in Singapore".
  bool is_place(const Found& mention) const;

 private:
  // What is known of the word that heads a group.
  struct Head {
    explicit Head(std::pmr::memory_resource* memory) : symbols(memory) {}
    std::pmr::vector<Symbol> symbols;    // of the entries that spell it, then of the group itself and of a mention that fills it
    size_t spelled = 0;                  // how many are of the entries
    SymbolMask mask;
  };
  std::pair<uint16_t, uint16_t> head_word(int32_t group) const;
  const Head& head_of(int32_t group) const;
  void add_mention_symbols(int32_t group, std::pmr::vector<Symbol>& symbols) const;
  std::pmr::vector<int32_t> walk(int32_t group, const FramePath& path, bool verbal) const;
  bool may_hang_on_object(int32_t group, StrId step, std::span<const int32_t> own) const;
  std::vector<int> find_actors(int32_t group) const;
  std::vector<int> apposed_to(int32_t group) const;
  const Node* mention_of(int32_t group) const;
  std::vector<int> speaker_of(int32_t group) const;

  const ReportView& report_;
  const EventKeys& keys_;
  const Sentence& sentence_;
  const Clauses& clauses_;
  int index_;
  // Frames ask the same things again and again; answers are kept, by number + 1.
  mutable std::pmr::vector<uint32_t> head_known_, actors_known_;   // by edge
  mutable PairTable path_known_;                              // by edge, path and kind of walk
  mutable std::pmr::deque<Head> heads_;
  mutable std::pmr::deque<std::vector<int>> actors_;
  mutable std::pmr::deque<std::pmr::vector<int32_t>> ends_;
};

}  // namespace hearsay
