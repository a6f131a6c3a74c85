// SPDX-License-Identifier: Apache-2.0
#include "actors/antecedents.h"

#include <algorithm>

namespace hearsay {

void Antecedents::add(const Node& mention, int actor, bool place) { told_[sentence_].push_back({mention.start, actor, place}); }

// Where the words before the subject end, if a comma sets them off: "In talks with A, B said ...", "A's son, B, ...". The
// subject stands right behind the comma. 0: the sentence begins with a mention, or says at once whose word it is.
uint32_t Antecedents::opening_of(size_t index) const {
  const Lattice& lattice = *sentences_[index].lattice;
  const auto begins_at = [&](int token) {
    return std::any_of(told_[index].begin(), told_[index].end(), [&](const Told& told) {
      return told.start == token && cast_.actor(told.actor).kind == ActorKind::kPerson && !cast_.character(told.actor).described;
    });
  };
  if (begins_at(0)) return 0;
  for (int32_t e = lattice.first_edge(0); e >= 0; e = lattice.edge(e).next)
    if (lattice.edge(e).kind == EdgeKind::kEntry && cast_.strings()[lattice.entry(lattice.edge(e)).lexicon] == "cues") return 0;
  for (uint16_t at = 1; at + 1 < lattice.size(); ++at)
    if (lattice.words(at, static_cast<uint16_t>(at + 1)) == "," && begins_at(at + 1)) return lattice.token(at).start;
  return 0;
}

std::vector<int> Antecedents::before(uint32_t here, const Fits& fits, size_t sentences_back) const {
  return told_before(here, [&](const Told& told) { return fits(told.actor); }, sentences_back);
}

std::vector<int> Antecedents::not_places_before(uint32_t here, const Fits& fits, size_t sentences_back) const {
  return told_before(here, [&](const Told& told) { return !(told.place && cast_.actor(told.actor).kind == ActorKind::kState) && fits(told.actor); }, sentences_back);
}

std::vector<int> Antecedents::told_before(uint32_t here, const std::function<bool(const Told&)>& fits, size_t sentences_back) const {
  struct Ranked {
    size_t back;
    bool opening;
    int actor;
  };
  std::vector<Ranked> ranked;
  for (size_t back = 0; back <= sentences_back && back <= sentence_; ++back) {
    const std::vector<Told>& told = told_[sentence_ - back];
    const Lattice& lattice = *sentences_[sentence_ - back].lattice;
    const uint32_t opening = told.size() < 2 ? 0 : opening_of(sentence_ - back);
    for (const Told& one : told) {
      const uint32_t at = lattice.token(one.start).start;
      if (at < here && fits(one)) ranked.push_back({back, at < opening && cast_.actor(one.actor).kind == ActorKind::kPerson, one.actor});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.back != b.back ? a.back < b.back : a.opening < b.opening; });
  std::vector<int> out;
  for (const Ranked& one : ranked)
    if (std::find(out.begin(), out.end(), one.actor) == out.end()) out.push_back(one.actor);
  return out;
}

std::vector<std::string> Antecedents::countries(uint32_t here, size_t back) const {
  std::vector<std::string> out;
  if (back > sentence_) return out;
  for (const Told& told : told_[sentence_ - back]) {
    const Actor& actor = cast_.actor(told.actor);
    if (actor.country.empty() || actor.kind == ActorKind::kPlace || actor.outlet || sentences_[sentence_ - back].lattice->token(told.start).start >= here) continue;
    if (std::find(out.begin(), out.end(), actor.country) == out.end()) out.push_back(actor.country);
  }
  return out;
}

std::vector<int> Antecedents::nearest(uint32_t here, const Fits& fits) const {
  int best = -1;
  uint32_t last = 0;
  for (size_t back = 0; back <= 3 && back <= sentence_ && best < 0; ++back)
    for (const Told& told : told_[sentence_ - back]) {
      const uint32_t at = sentences_[sentence_ - back].lattice->token(told.start).start;
      if (at < here && at >= last && fits(told.actor)) best = told.actor, last = at;
    }
  return best < 0 ? std::vector<int>{} : std::vector<int>{best};
}

}  // namespace hearsay
