// The attributions of a sentence: which matches of a pack's rules hold, and how they bound one another.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statements/content.h"

namespace hearsay {

// Reads the attributions of one sentence. Cheap to make; refers to what it is made of.
//   Tested by tests/statements.
class AttributionReader {
 public:
  // The words by which rules, groups and lexicons are asked, looked up once for a pack.
  struct Keys {
    explicit Keys(const Strings& strings);
    StrId cue, speaker, carrier, cue2, content, verb, head, subject, polarity, tense, modality, effect;
    StrId form, takes, group, pos, kind, infl, relative, mention, refers, cues, verbs, conjunctions, prepositions, opens, adjectives, demonstratives, role, act;
  };
  AttributionReader(const LanguagePack& language, const Strings& strings, const Keys& keys, const Sentence& sentence, const Clauses& clauses,
                    const std::vector<Quotation>& quotations, const std::vector<Actor>& actors);

  // A match of a rule of the `statements` room, and what it captured as its cue.
  struct Candidate {
    Match match;
    const Program* program;
    const Emit* emit;
    Capture cue;
    std::string_view where;   // the side of the cue on which the content stands, as in schema.h
  };
  struct Attribution {
    Candidate candidate;
    uint16_t limit = 0;     // the token where its words end at the latest
    int32_t carried = -1;   // the noun group of whoever speaks on without being named again; -1 if the cue has a subject of its own
    int32_t source = -1;    // the noun group of whoever a medium cites; -1 if it cites nobody
  };
  // In order of the text.
  std::vector<Attribution> read(Matcher& matcher) const;

  // What kind of saying a cue is, by the lexicon of cues.
  std::string_view group_of(const Candidate& candidate) const;
  const Entry* cue_entry(const Capture& cue) const;
  Span cue_span(const Capture& cue) const;
  uint16_t shorter_cue_end(const Capture& cue) const;
  // What is to be said or is kept from being said has not been said; nor has what may be said, but in words that are given.
  bool is_unsaid(const Capture& cue) const;
  bool is_possible(const Capture& cue) const;
  bool takes_clause(const Candidate& candidate) const;
  bool wants_clause(const Capture& cue) const;
  bool is_setting(Span content) const;
  bool opens_hanging() const;
  int32_t speaker_of(int32_t cue) const;
  bool is_medium(int32_t group) const;

 private:
  static constexpr int kLongestConjunction = 3;

  bool is_duty(const Capture& cue) const;
  bool is_asked(int32_t governor, int32_t verb) const;
  std::vector<Candidate> chosen_of(const std::vector<Candidate>& candidates) const;
  void drop_those_with_nothing_before(std::vector<Candidate>& candidates) const;
  bool has_speaker(const Candidate& candidate) const;
  bool names_source_of(const Candidate& a, const Candidate& b) const;
  bool only_cites(const Candidate& a, const Candidate& b) const;
  bool reports(const Candidate& candidate) const;
  bool opens_content_of(const Candidate& a, const Candidate& b) const;
  bool is_taken_in(const Candidate& a, const Candidate& b) const;
  bool is_same_act(const Candidate& a, const Candidate& b) const;
  bool follows_on(const Candidate& a, const Candidate& b) const;
  bool resumes(const Candidate& a, const Candidate& b) const;
  bool follows_conjunction(uint16_t start, std::string_view kinds) const;
  int32_t subject_carried_over(const std::vector<Candidate>& chosen, size_t i) const;
  uint16_t limit_of(const std::vector<Candidate>& chosen, size_t i) const;
  bool begins_preposition(uint16_t at, std::string_view roles) const;
  bool goes_on_with_noun(uint16_t at) const;
  uint16_t group_start(const Capture& cue) const;
  uint16_t own_clause_start(const Candidate& a, const Candidate& b) const;
  bool begins_conjunction(uint16_t at, std::string_view kinds) const;
  bool opens_conceding(uint16_t at) const;
  bool is_opened_by_noun(int32_t cue) const;
  uint16_t main_clause_start(const Candidate& candidate) const;
  std::string_view subordination_before(uint16_t start) const;
  uint16_t relative_clause_end(const Candidate& candidate) const;
  bool is_expletive(int32_t cue, int32_t subject) const;
  int32_t subject_before_relative(int32_t cue, int32_t subject) const;
  const Node* verb_group(const Capture& cue) const;
  const Entry* word_entry(const Node& group, StrId lexicon) const;
  bool is_quoted(const Capture& cue) const;
  bool is_mark_at(uint16_t at, std::string_view marks) const;

  const LanguagePack& language_;
  const Strings& strings_;
  const Sentence& sentence_;
  const Clauses& clauses_;
  const Lattice& lattice_;
  const std::vector<Quotation>& quotations_;
  const std::vector<Actor>& actors_;
  const Keys& k_;
};

}  // namespace hearsay
