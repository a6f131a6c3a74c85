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
    if ((outer.speaker.actor >= 0 || !outer.speaker.name.empty()) && !holds_voice(statement.via, outer.speaker)) statement.via.push_back(outer.speaker);
    for (const Voice& voice : outer.via)
      if (!holds_voice(statement.via, voice) && !same_speaker(voice, statement.speaker)) statement.via.push_back(voice);
  }
}

// A state has many mouths; a person, a body or one unnamed source that is quoted again is quoted by the same carrier.
bool speaks_with_one_mouth(const Voice& voice, const std::vector<Actor>& actors) {
  if (voice.actor < 0) return voice.anonymous && !voice.name.empty();
  const ActorKind kind = actors[static_cast<size_t>(voice.actor)].kind;
  return voice.anonymous || kind == ActorKind::kPerson;
}

void carry_on(std::vector<Statement>& statements, const std::vector<Actor>& actors) {
  static constexpr int kMostSentences = 2;
  for (size_t i = 0; i < statements.size(); ++i) {
    Statement& later = statements[i];
    if (!later.via.empty() || later.parent >= 0 || !speaks_with_one_mouth(later.speaker, actors)) continue;
    for (size_t k = i; k-- > 0;) {
      const Statement& earlier = statements[k];
      if (earlier.sentence + kMostSentences < later.sentence) break;
      if (earlier.parent >= 0 || !same_speaker(earlier.speaker, later.speaker)) continue;
      later.via = earlier.via;
      break;
    }
  }
}

}  // namespace

bool same_speaker(const Voice& a, const Voice& b) {
  if (a.actor >= 0 || b.actor >= 0) return a.actor == b.actor && a.anonymous == b.anonymous;
  return a.name == b.name && a.span == b.span;
}

void link_chains(std::vector<Statement>& statements, const std::vector<Actor>& actors) {
  find_parents(statements);
  for (Statement& statement : statements) add_speakers_outward(statements, statement);
  carry_on(statements, actors);
}

}  // namespace hearsay
