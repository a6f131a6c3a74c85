// What stands inside another statement's content was passed on by that statement's speaker: that is the chain. It also reaches over
// sentences: who quotes a person goes on quoting that person in the sentences that follow.
// SPDX-License-Identifier: Apache-2.0
#include "statements/chains.h"

#include <algorithm>

#include "statements/statements.h"

namespace hearsay {

namespace {

bool holds_voice(const std::vector<Voice>& voices, const Voice& wanted) {
  return std::any_of(voices.begin(), voices.end(), [&](const Voice& voice) { return same_speaker(voice, wanted); });
}

void find_parents(std::vector<Statement>& statements) {
  for (size_t i = 0; i < statements.size(); ++i) {
    Statement& inner = statements[i];
    const Span here = inner.cue && !inner.cue->empty() ? *inner.cue : inner.span;
    uint32_t smallest = UINT32_MAX;
    for (size_t k = 0; k < statements.size(); ++k) {
      const Statement& outer = statements[k];
      if (k == i || !outer.content || !outer.content->contains(here) || outer.content->length() >= smallest) continue;
      if (inner.content && inner.content->contains(outer.cue ? *outer.cue : outer.span)) continue;   // each inside the other: a loop
      smallest = outer.content->length();
      inner.parent = static_cast<int>(k);
    }
  }
}

void add_speakers_outward(std::vector<Statement>& statements, Statement& statement) {
  int depth = 0;
  for (int up = statement.parent; up >= 0 && depth < kMaxChainDepth; up = statements[static_cast<size_t>(up)].parent, ++depth) {
    const Statement& outer = statements[static_cast<size_t>(up)];
    if (same_speaker(outer.speaker, statement.speaker)) continue;
    // Who denies what somebody says does not pass it on.
    const bool carries = outer.act != Act::kDeny && (outer.speaker.actor >= 0 || !outer.speaker.name.empty());
    if (carries && !holds_voice(statement.via, outer.speaker)) statement.via.push_back(outer.speaker);
    for (const Voice& voice : outer.via)
      if (!holds_voice(statement.via, voice) && !same_speaker(voice, statement.speaker)) statement.via.push_back(voice);
  }
}

// A state has many mouths; a person, a body or one unnamed source that is quoted again is quoted by the same carrier.
class Carriers {
 public:
  Carriers(std::vector<Statement>& statements, const std::vector<Actor>& actors, const std::vector<Sentence>& sentences)
      : statements_(statements), actors_(actors), sentences_(sentences) {}

  void go_on() {
    for (size_t i = 0; i < statements_.size(); ++i) {
      if (!wants_carrier(statements_[i])) continue;
      for (size_t k = i; k-- > 0 && reaches(statements_[k], statements_[i]);)
        if (same_mouth(statements_[k], statements_[i]) && (statements_[k].parent < 0 || only_media_carry(statements_[k]))) {
          statements_[i].via = statements_[k].via;
          break;
        }
    }
  }

  // "X said A. X also said B, according to Reuters": what is named at the end holds for the sentence before, too.
  void reach_back() {
    for (size_t i = statements_.size(); i-- > 0;) {
      Statement& earlier = statements_[i];
      if (!wants_carrier(earlier)) continue;
      for (size_t k = i + 1; k < statements_.size() && statements_[k].sentence <= earlier.sentence + 1; ++k)
        if (same_mouth(earlier, statements_[k]) && in_one_paragraph(earlier, statements_[k]) && named_at_end(statements_[k])) {
          earlier.via = statements_[k].via;
          break;
        }
    }
  }

 private:
  bool wants_carrier(const Statement& statement) const {
    return statement.via.empty() && statement.parent < 0 && (speaks_with_one_mouth(statement.speaker) || is_body(statement.speaker));
  }

  bool speaks_with_one_mouth(const Voice& voice) const {
    if (voice.actor < 0) return voice.anonymous && !voice.name.empty();
    return voice.anonymous || actors_[static_cast<size_t>(voice.actor)].kind == ActorKind::kPerson;
  }
  bool is_body(const Voice& voice) const {
    if (voice.actor < 0 || actors_[static_cast<size_t>(voice.actor)].outlet) return false;
    const ActorKind kind = actors_[static_cast<size_t>(voice.actor)].kind;
    return kind == ActorKind::kOrganisation || kind == ActorKind::kGroup;
  }

  // How far a carrier's words are taken to go on: of a body, which speaks to many, no farther than the next sentence of the paragraph.
  bool reaches(const Statement& earlier, const Statement& later) const {
    static constexpr int kMostSentences = 2;
    if (!speaks_with_one_mouth(later.speaker)) return earlier.sentence + 1 >= first_sentence(later) && in_one_paragraph(earlier, later);
    return earlier.sentence + kMostSentences >= first_sentence(later);
  }
  // A quotation may begin sentences before its cue.
  int first_sentence(const Statement& statement) const {
    int at = statement.sentence;
    while (at > 0 && sentences_[static_cast<size_t>(at)].range.span.start > statement.span.start) --at;
    return at;
  }
  bool in_one_paragraph(const Statement& a, const Statement& b) const {
    return sentences_[static_cast<size_t>(a.sentence)].paragraph == sentences_[static_cast<size_t>(b.sentence)].paragraph;
  }

  // One who is unnamed and goes on is called by the same words.
  static bool same_mouth(const Statement& a, const Statement& b) {
    if (same_speaker(a.speaker, b.speaker)) return true;
    return a.speaker.actor < 0 && b.speaker.actor < 0 && a.speaker.anonymous && b.speaker.anonymous && !a.speaker.name.empty() && a.speaker.name == b.speaker.name;
  }

  bool only_media_carry(const Statement& statement) const {
    auto is_medium = [&](const Voice& voice) { return voice.actor >= 0 && actors_[static_cast<size_t>(voice.actor)].outlet; };
    return !statement.via.empty() && std::all_of(statement.via.begin(), statement.via.end(), is_medium);
  }
  bool named_at_end(const Statement& statement) const {
    if (statement.parent < 0 || !only_media_carry(statement)) return false;
    const Statement& outer = statements_[static_cast<size_t>(statement.parent)];
    return outer.cue && outer.content && outer.content->end <= outer.cue->start;
  }

  std::vector<Statement>& statements_;
  const std::vector<Actor>& actors_;
  const std::vector<Sentence>& sentences_;
};

}  // namespace

bool same_speaker(const Voice& a, const Voice& b) {
  if (a.actor >= 0 || b.actor >= 0) return a.actor == b.actor && a.anonymous == b.anonymous;
  return a.name == b.name && a.span == b.span;
}

void link_chains(std::vector<Statement>& statements, const std::vector<Actor>& actors, const std::vector<Sentence>& sentences) {
  find_parents(statements);
  for (Statement& statement : statements) add_speakers_outward(statements, statement);
  Carriers carriers(statements, actors, sentences);
  carriers.go_on();
  carriers.reach_back();
}

int innermost_statement(const std::vector<Statement>& statements, Span span) {
  int best = -1;
  uint32_t smallest = UINT32_MAX;
  for (size_t i = 0; i < statements.size(); ++i) {
    const Statement& statement = statements[i];
    if (!statement.content || statement.content->length() >= smallest) continue;
    if (statement.content->start <= span.start && span.start < statement.content->end) {
      best = static_cast<int>(i);
      smallest = statement.content->length();
    }
  }
  return best;
}

}  // namespace hearsay
