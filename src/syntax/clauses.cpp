// A cascade of finite-state grammars (Abney 1996): each level builds on the last, none recurses. Attachment is left to
// competing relations, settled greedily: the stronger rule first, then the nearer pair; one subject and one object a verb.
// SPDX-License-Identifier: Apache-2.0
#include "syntax/clauses.h"

#include <algorithm>

namespace hearsay {

SyntaxKeys::SyntaxKeys(const Strings& strings)
    : np(strings.find("np")), vg(strings.find("vg")), subject(strings.find("subject")), object(strings.find("object")), oblique(strings.find("oblique")),
      complement(strings.find("complement")), content(strings.find("content")), coordinated(strings.find("coordinated")), relative(strings.find("relative")),
      adverbial(strings.find("adverbial")), auxiliary(strings.find("auxiliary")), tense(strings.find("tense")), polarity(strings.find("polarity")), modality(strings.find("modality")),
      head(strings.find("head")), voice(strings.find("voice")), passive(strings.find("passive")), by(strings.find("by")),
      verb(strings.find("verb")), of(strings.find("of")), modifier(strings.find("modifier")), governor(strings.find("governor")),
      antecedent(strings.find("antecedent")), role(strings.find("role")), shared(strings.find("shared")), purpose(strings.find("purpose")) {}

Clauses::Clauses(const Lattice& lattice, std::shared_ptr<const SyntaxKeys> keys, std::vector<Relation> found) : lattice_(&lattice), keys_(std::move(keys)), relations_(lattice.memory()), first_from_(lattice.memory()), first_to_(lattice.memory()), next_from_(lattice.memory()),
      next_to_(lattice.memory()), verbs_(lattice.memory()), nouns_(lattice.memory()) {
  for (const Node& node : lattice.nodes()) {
    if (!lattice.edge(node.edge).active) continue;
    if (node.category == keys_->vg) verbs_.push_back(node.edge);
    if (node.category == keys_->np) nouns_.push_back(node.edge);
  }
  auto by_start = [&](int32_t a, int32_t b) { return lattice.edge(a).start < lattice.edge(b).start; };
  std::sort(verbs_.begin(), verbs_.end(), by_start);
  std::sort(nouns_.begin(), nouns_.end(), by_start);
  settle(std::move(found));
  index_relations();
}

void Clauses::index_relations() {
  first_from_.assign(lattice_->edge_count(), 0);
  first_to_.assign(lattice_->edge_count(), 0);
  next_from_.resize(relations_.size());
  next_to_.resize(relations_.size());
  for (size_t i = relations_.size(); i-- > 0;) {   // from behind, so that chains are in order
    uint16_t& from = first_from_[static_cast<size_t>(relations_[i].from)];
    uint16_t& to = first_to_[static_cast<size_t>(relations_[i].to)];
    next_from_[i] = from, next_to_[i] = to;
    from = to = static_cast<uint16_t>(i + 1);
  }
}

template <class Test>
const Relation* Clauses::relation_from(int32_t edge, Test test) const {
  for (uint16_t at = first_from_[static_cast<size_t>(edge)]; at != 0; at = next_from_[at - 1u])
    if (test(relations_[at - 1u])) return &relations_[at - 1u];
  return nullptr;
}

template <class Test>
const Relation* Clauses::relation_to(int32_t edge, Test test) const {
  for (uint16_t at = first_to_[static_cast<size_t>(edge)]; at != 0; at = next_to_[at - 1u])
    if (test(relations_[at - 1u])) return &relations_[at - 1u];
  return nullptr;
}

void Clauses::settle(std::vector<Relation> found) {
  auto gap = [&](const Relation& r) {
    const Edge &a = lattice_->edge(r.from), &b = lattice_->edge(r.to);
    return a.end <= b.start ? b.start - a.end : a.start - b.end;
  };
  std::stable_sort(found.begin(), found.end(), [&](const Relation& a, const Relation& b) {
    if (a.priority != b.priority) return a.priority > b.priority;
    return gap(a) < gap(b);
  });
  // Few stand in one sentence: a list is quicker than a tree.
  auto add = [](auto& all, auto item) {
    if (std::find(all.begin(), all.end(), item) != all.end()) return false;
    all.push_back(item);
    return true;
  };
  std::pmr::vector<std::pair<int32_t, StrId>> filled(lattice_->memory());   // (group, slot): one filler
  std::pmr::vector<int32_t> used(lattice_->memory());                       // noun groups that have their place
  std::pmr::vector<std::pair<int32_t, int32_t>> linked(lattice_->memory()); // verb pairs that are related already
  filled.reserve(found.size());
  used.reserve(found.size());
  relations_.reserve(found.size());
  for (const Relation& relation : found) {
    const bool nominal = relation.label == keys_->subject || relation.label == keys_->object || relation.label == keys_->oblique;
    if (nominal) {
      if (!relation.shared && std::find(used.begin(), used.end(), relation.to) != used.end()) continue;
      if (relation.label != keys_->oblique && !add(filled, std::pair(relation.from, relation.label))) continue;
      if (!relation.shared) used.push_back(relation.to);
    } else if (relation.label == keys_->relative) {
      if (!add(filled, std::pair(relation.to, relation.label))) continue;
    } else {
      // A verb hangs on one governor.
      if (!add(filled, std::pair(relation.to, keys_->governor))) continue;
      if (!add(linked, std::pair(relation.from, relation.to))) continue;
    }
    relations_.push_back(relation);
  }
}

std::vector<int32_t> Clauses::related(int32_t from, StrId label, StrId role) const {
  std::vector<int32_t> out;
  relation_from(from, [&](const Relation& relation) {
    if (relation.label == label && (role == 0 || relation.role == role)) out.push_back(relation.to);
    return false;
  });
  return out;
}

int32_t Clauses::first_related(int32_t from, StrId label, StrId role) const {
  const Relation* found = relation_from(from, [&](const Relation& relation) { return relation.label == label && (role == 0 || relation.role == role); });
  return found ? found->to : -1;
}

bool Clauses::passive(int32_t verb) const {
  const Edge& edge = lattice_->edge(verb);
  return edge.kind == EdgeKind::kNode && lattice_->node(edge).attr(keys_->voice) == keys_->passive && keys_->passive != 0;
}

const Relation* Clauses::governing(int32_t verb) const {
  return relation_to(verb, [&](const Relation& relation) {
    return relation.label == keys_->complement || relation.label == keys_->content || relation.label == keys_->coordinated || relation.label == keys_->adverbial;
  });
}

int32_t Clauses::governor(int32_t verb) const {
  const Relation* relation = governing(verb);
  return relation ? relation->from : -1;
}

int32_t Clauses::surface_subject(int32_t verb, int depth) const {
  if (const int32_t own = first_related(verb, keys_->subject); own >= 0) return own;
  if (depth > 6) return -1;
  const Relation* up = governing(verb);
  if (!up || up->label == keys_->content) return -1;
  const Edge& edge = lattice_->edge(up->from);
  if (edge.kind != EdgeKind::kNode) return -1;
  if (lattice_->node(edge).category == keys_->vg) return surface_subject(up->from, depth + 1);
  // A noun's complement ("his effort to keep", "by stopping"): the noun's owner does it, else who does what the noun belongs to.
  for (StrId owner : {keys_->of, keys_->modifier})
    for (int32_t found : parts(up->from, owner)) return found;
  const Relation* holder = relation_to(up->from, [&](const Relation& relation) {
    return (relation.label == keys_->object || relation.label == keys_->oblique) && lattice_->node(lattice_->edge(relation.from)).category == keys_->vg;
  });
  return holder ? surface_subject(holder->from, depth + 1) : -1;
}

int32_t Clauses::subject(int32_t verb, int depth) const {
  if (passive(verb) && depth == 0) {
    // A passive with its agent before the verb has that agent as subject already, and the one acted on as object.
    const int32_t before = first_related(verb, keys_->subject);
    return before >= 0 && first_related(verb, keys_->object) >= 0 ? before : first_related(verb, keys_->oblique, keys_->by);
  }
  return surface_subject(verb, depth);
}

std::vector<int32_t> Clauses::parts(int32_t group, StrId name) const {
  if (group < 0) return {};
  const Edge& edge = lattice_->edge(group);
  if (edge.kind != EdgeKind::kNode || name == 0) return {};
  if (lattice_->node(edge).category == keys_->vg) {
    if (name == keys_->subject) {
      const int32_t found = subject(group, 0);
      return found < 0 ? std::vector<int32_t>{} : std::vector<int32_t>{found};
    }
    if (name == keys_->object) {
      auto found = related(group, keys_->object, 0);
      if (passive(group) && found.empty())
        if (const int32_t turned = surface_subject(group, 0); turned >= 0) found.push_back(turned);
      return found;
    }
    if (name == keys_->complement) {
      auto found = related(group, keys_->complement, 0);
      if (found.empty()) found = related(group, keys_->content, 0);
      return found;
    }
    if (name == keys_->governor) {
      const int32_t up = governor(group);
      return up < 0 ? std::vector<int32_t>{} : std::vector<int32_t>{up};
    }
    if (name == keys_->antecedent) {
      const Relation* found = relation_to(group, [&](const Relation& relation) { return relation.label == keys_->relative; });
      return found ? std::vector<int32_t>{found->from} : std::vector<int32_t>{};
    }
    return related(group, keys_->oblique, name);
  }
  if (name == keys_->relative) return related(group, keys_->relative, 0);
  if (name == keys_->complement) return related(group, keys_->complement, 0);
  if (name == keys_->governor) {
    const Relation* found = relation_to(group, [&](const Relation& relation) {
      return relation.label == keys_->object || relation.label == keys_->subject || relation.label == keys_->oblique;
    });
    return found ? std::vector<int32_t>{found->from} : std::vector<int32_t>{};
  }
  std::vector<int32_t> found;
  int32_t at = group;
  for (int depth = 0; at >= 0 && depth < 8; ++depth) {
    const Edge& here = lattice_->edge(at);
    if (here.kind != EdgeKind::kNode) break;
    int32_t inner = -1;
    for (const Part& part : lattice_->node(here).parts) {
      if (part.name == name && part.edge >= 0) found.push_back(part.edge);
      if (part.name == keys_->head) inner = part.edge;
    }
    if (!found.empty()) return found;
    at = inner;
  }
  return related(group, keys_->oblique, name);
}

int32_t Clauses::top_at(uint16_t position) const {
  for (const auto* groups : {&verbs_, &nouns_})
    for (int32_t group : *groups) {
      const Edge& edge = lattice_->edge(group);
      if (edge.start <= position && position < edge.end) return group;
    }
  return -1;
}

namespace {

bool is_relation_level(const Program& program) { return !program.emits.empty() && program.emits[0].relation != 0; }

void add_relations(const Program& program, const Match& match, const Lattice& lattice, const SyntaxKeys& keys, std::vector<Relation>& out) {
  for (const Emit& emit : program.emits_of(*match.rule)) {
    Relation relation;
    relation.label = emit.label;
    relation.rule = match.rule->id;
    relation.priority = match.rule->priority;
    for (const Capture& capture : match.captures) {
      if (capture.index == emit.from) relation.from = capture.edge;
      if (capture.index == emit.to) relation.to = capture.edge;
    }
    if (relation.from < 0 || relation.to < 0 || relation.label == keys.auxiliary) continue;
    relation.role = emit_id(program, emit, match, lattice, keys.role);
    relation.shared = emit_id(program, emit, match, lattice, keys.shared) != 0;
    relation.purpose = emit_id(program, emit, match, lattice, keys.purpose) != 0;
    out.push_back(relation);
  }
}

// Tense, polarity and modality for verbs from words that stand apart from them, with who acts between: what is negated before a passive counts for the verb behind its agent. Only of matches whose other relations hold.
class Auxiliaries {
 public:
  explicit Auxiliaries(const SyntaxKeys& keys) : keys_(keys) {}

  void gather(const Program& program, const Match& match) {
    for (const Emit& emit : program.emits_of(*match.rule)) {
      if (emit.label != keys_.auxiliary) continue;
      int32_t verb = -1;
      for (const Capture& capture : match.captures)
        if (capture.index == emit.from) verb = capture.edge;
      for (const Capture& capture : match.captures)
        if (capture.index == emit.to && verb >= 0 && capture.edge >= 0) found_.push_back({verb, capture.edge, match.rule->id});
    }
  }

  void give(Lattice& lattice, const Clauses& clauses) {
    // The nearest word counts.
    std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) { return lattice.edge(a.word).end > lattice.edge(b.word).end; });
    for (const Found& one : found_) {
      const Edge& word = lattice.edge(one.word);
      const bool holds = std::any_of(clauses.relations().begin(), clauses.relations().end(), [&](const Relation& relation) { return relation.rule == one.rule && relation.from == one.verb; });
      if (!holds || word.kind != EdgeKind::kEntry) continue;
      for (StrId key : {keys_.tense, keys_.polarity, keys_.modality})
        if (const StrId value = lattice.entry_attr(lattice.entry(word), key)) lattice.add_attr(one.verb, {key, value});
    }
  }

 private:
  struct Found {
    int32_t verb, word;                  // edges
    StrId rule;
  };
  const SyntaxKeys& keys_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Clauses> read_clauses(const Pack& pack, const LanguagePack& language, std::vector<Sentence>& sentences, Matcher& matcher) {
  std::vector<Clauses> clauses;
  clauses.reserve(sentences.size());
  const auto keys = std::make_shared<const SyntaxKeys>(pack.strings());
  for (Sentence& sentence : sentences) {
    Lattice& lattice = *sentence.lattice;
    lattice.segment();
    std::vector<Relation> relations;
    Auxiliaries auxiliaries(*keys);
    for (int level = 1; level <= kLevels; ++level) {
      const Program& program = language.program("syntax", level);
      if (program.rules.empty()) continue;
      if (is_relation_level(program)) {
        for (const Match& match : matcher.find_all(program, lattice)) {
          add_relations(program, match, lattice, *keys, relations);
          auxiliaries.gather(program, match);
        }
      } else {
        for (const Match& match : matcher.find_best(program, lattice))
          lattice.add_node(make_node(program, program.emits_of(*match.rule)[0], match, lattice, pack.strings()));
      }
    }
    auxiliaries.give(lattice, clauses.emplace_back(lattice, keys, std::move(relations)));
  }
  return clauses;
}

}  // namespace hearsay
