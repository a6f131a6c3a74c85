// Whom a noun group names or stands for.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "statements/statements.h"

namespace hearsay {

namespace {

// Walks from a group to the mentions in it that it stands for.
class ActorsOfGroup {
 public:
  ActorsOfGroup(const Lattice& lattice, const Sentence& sentence, const Strings& strings)
      : lattice_(lattice), sentence_(sentence), strings_(strings), mention_(strings.find("mention")), modifier_(strings.find("modifier")),
        head_(strings.find("head")), and_(strings.find("and")), of_(strings.find("of")), kind_(strings.find("kind")) {}

  std::vector<int> found(int32_t group) {
    visit(group, 0);
    return std::move(out_);
  }

 private:
  static constexpr int kMostDepth = 8;

  void add_mention(int32_t edge) {
    for (const Found& found : sentence_.mentions)
      if (found.edge == edge && std::find(out_.begin(), out_.end(), found.index) == out_.end()) out_.push_back(found.index);
  }

  void visit(int32_t edge, int depth) {
    if (edge < 0 || depth > kMostDepth) return;
    const Edge& here = lattice_.edge(edge);
    if (here.kind != EdgeKind::kNode) return;
    const Node& node = lattice_.node(here);
    if (node.category == mention_) return add_mention(edge);
    if (const Part* named = node.part(mention_)) return add_mention(named->edge);
    const size_t before = out_.size();
    const Part* inner = node.part(head_);
    if (inner)   // a classified title that the mention layer has resolved
      for (const Found& found : sentence_.mentions)
        if (lattice_.edge(found.edge).start == inner->start && lattice_.edge(found.edge).end >= inner->end && lattice_.edge(found.edge).end <= node.end) add_mention(found.edge);
    if (out_.size() == before && inner && is_node(inner->edge)) visit(inner->edge, depth + 1);
    for (const Part& part : node.parts)
      if (part.name == and_) visit(part.edge, depth + 1);
    if (out_.size() > before || !inner || !stands_for_actor(*inner)) return;
    for (StrId name : {modifier_, of_})
      for (const Part& part : node.parts)
        if (part.name == name) visit(part.edge, depth + 1);
  }

  bool is_node(int32_t edge) const { return edge >= 0 && lattice_.edge(edge).kind == EdgeKind::kNode; }

  // A noun that denotes people or bodies stands for the actor that modifies it.
  bool stands_for_actor(const Part& head) const {
    for (int32_t at = lattice_.first_edge(head.start); at >= 0; at = lattice_.edge(at).next) {
      const Edge& candidate = lattice_.edge(at);
      if (candidate.kind == EdgeKind::kEntry && candidate.end == head.end && is_personal(lattice_.entry(candidate))) return true;
    }
    if (!is_node(head.edge)) return false;
    const Entry* entry = lattice_.head_entry(head.edge, head_);
    return entry && is_personal(*entry);
  }
  bool is_personal(const Entry& entry) const {
    const std::string_view lexicon = strings_[entry.lexicon];
    if (lexicon == "titles" || lexicon == "sources" || lexicon == "descriptions" || lexicon == "org_heads") return true;
    const std::string_view what = strings_[lattice_.entry_attr(entry, kind_)];
    return lexicon == "nouns" && (what == "person" || what == "group" || what == "institution");
  }

  const Lattice& lattice_;
  const Sentence& sentence_;
  const Strings& strings_;
  StrId mention_, modifier_, head_, and_, of_, kind_;
  std::vector<int> out_;
};

}  // namespace

std::vector<int> actors_of(const Clauses& clauses, const Sentence& sentence, const Strings& strings, int32_t group) {
  return ActorsOfGroup(clauses.lattice(), sentence, strings).found(group);
}

}  // namespace hearsay
