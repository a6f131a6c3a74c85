// SPDX-License-Identifier: Apache-2.0
#include "actors/antecedents.h"

#include <algorithm>

namespace hearsay {

// Where the words before the subject end, if a comma sets them off: "In talks with A, B said ...", "A's son, B, ...". The
// subject stands right behind the comma. 0: the sentence begins with a mention, or says at once whose word it is.
uint32_t Antecedents::opening_of(const Sentence& sentence) const {
  const Lattice& lattice = *sentence.lattice;
  const auto begins_at = [&](int token) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Found& found) {
      return lattice.edge(found.edge).start == token && cast_.actor(found.index).kind == ActorKind::kPerson;
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
  struct Ranked {
    size_t back;
    bool opening;
    int actor;
  };
  std::vector<Ranked> ranked;
  for (size_t back = 0; back <= sentences_back && back <= sentence_; ++back) {
    const Sentence& sentence = sentences_[sentence_ - back];
    const uint32_t opening = sentence.mentions.size() < 2 ? 0 : opening_of(sentence);
    for (const Found& found : sentence.mentions) {
      const Edge& edge = sentence.lattice->edge(found.edge);
      const uint32_t at = sentence.lattice->span(edge.start, edge.end).start;
      if (at >= here || !fits(found.index)) continue;
      ranked.push_back({back, at < opening && cast_.actor(found.index).kind == ActorKind::kPerson, found.index});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.back != b.back ? a.back < b.back : a.opening < b.opening; });
  std::vector<int> out;
  for (const Ranked& one : ranked)
    if (std::find(out.begin(), out.end(), one.actor) == out.end()) out.push_back(one.actor);
  return out;
}

std::vector<int> Antecedents::nearest(uint32_t here, const Fits& fits) const {
  int best = -1;
  uint32_t last = 0;
  for (size_t back = 0; back <= 3 && back <= sentence_ && best < 0; ++back)
    for (const Found& found : sentences_[sentence_ - back].mentions) {
      const Edge& edge = sentences_[sentence_ - back].lattice->edge(found.edge);
      const uint32_t at = sentences_[sentence_ - back].lattice->span(edge.start, edge.end).start;
      if (at < here && at >= last && fits(found.index)) best = found.index, last = at;
    }
  return best < 0 ? std::vector<int>{} : std::vector<int>{best};
}

}  // namespace hearsay
