// SPDX-License-Identifier: Apache-2.0
#include "statements/reference.h"

#include <algorithm>

#include "pack/world.h"

namespace hearsay {

bool Reference::points_back(Span content) const {
  uint16_t first = 0;
  while (first < lattice_.size() && lattice_.token(first).start < content.start) ++first;
  if (first == lattice_.size()) return false;
  const auto inside = [&](int32_t group) {
    const Edge& edge = lattice_.edge(group);
    return edge.start >= first && lattice_.token(edge.start).start < content.end;
  };
  if (std::any_of(clauses_.verbs().begin(), clauses_.verbs().end(), inside)) return false;
  const int32_t top = clauses_.top_at(first);
  if (top < 0 || lattice_.edge(top).kind != EdgeKind::kNode || lattice_.edge(top).start != first) return false;
  const Node& group = lattice_.node(lattice_.edge(top));
  return is_neutral_pronoun(group) || has_demonstrative(group) || is_word_of_saying(group);
}

bool Reference::is_neutral_pronoun(const Node& group) const {
  const Part* mention = group.part(strings_.find("mention"));
  if (!mention || mention->edge < 0 || lattice_.edge(mention->edge).kind != EdgeKind::kNode) return false;
  const Node& node = lattice_.node(lattice_.edge(mention->edge));
  const std::string_view refers = strings_[node.attr(strings_.find("refers"))];
  if (strings_[node.attr(strings_.find("as"))] != "pronoun" || group.part(strings_.find("head"))) return false;
  return shares_value(refers, "thing|document") || (refers == "collective" && strings_[node.attr(strings_.find("number"))] != "plural");
}

bool Reference::has_demonstrative(const Node& group) const {
  return part_is(group, "demonstrative", "demonstratives", "kind", "near|far|mentioned") || part_is(group, "det", "determiners", "kind", "demonstrative");
}

bool Reference::is_word_of_saying(const Node& group) const {
  return part_is(group, "det", "determiners", "kind", "definite") && part_is(group, "head", "cues", "pos", "noun") && !group.part(strings_.find("modifier")) &&
         clauses_.parts(group.edge, strings_.find("of")).empty();
}

bool Reference::part_is(const Node& group, std::string_view name, std::string_view lexicon, std::string_view key, std::string_view values) const {
  const Part* part = group.part(strings_.find(name));
  if (!part) return false;
  for (int32_t e = lattice_.first_edge(part->start); e >= 0; e = lattice_.edge(e).next) {
    const Edge& edge = lattice_.edge(e);
    if (edge.kind != EdgeKind::kEntry || edge.end != part->end) continue;
    const Entry& entry = lattice_.entry(edge);
    if (strings_[entry.lexicon] == lexicon && shares_value(strings_[lattice_.entry_attr(entry, strings_.find(key))], values)) return true;
  }
  return false;
}

}  // namespace hearsay
