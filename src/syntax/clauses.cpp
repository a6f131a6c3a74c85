// A cascade of finite-state grammars (Abney 1996): each level builds on the last, none recurses. Attachment is left to
// competing relations, settled greedily: the stronger rule first, then the nearer pair; one subject and one object a verb.
// SPDX-License-Identifier: Apache-2.0
#include "syntax/clauses.h"

#include <algorithm>
#include <set>

namespace hearsay {

Clauses::Clauses(const Lattice& lattice, const Strings& strings, std::vector<Relation> found) : lattice_(&lattice), strings_(&strings) {
  auto key = [&](std::string_view text) { return strings.find(text); };
  np_ = key("np"), vg_ = key("vg"), subject_ = key("subject"), object_ = key("object"), oblique_ = key("oblique");
  complement_ = key("complement"), content_ = key("content"), coordinated_ = key("coordinated"), relative_ = key("relative");
  head_ = key("head"), voice_ = key("voice"), passive_ = key("passive"), by_ = key("by"), control_ = key("control"), verb_ = key("verb");
  adverbial_ = key("adverbial"), of_ = key("of"), modifier_ = key("modifier");
  governor_ = key("governor"), antecedent_ = key("antecedent");
  for (const Node& node : lattice.nodes()) {
    if (!lattice.edge(node.edge).active) continue;
    if (node.category == vg_) verbs_.push_back(node.edge);
    if (node.category == np_) nouns_.push_back(node.edge);
  }
  auto by_start = [&](int32_t a, int32_t b) { return lattice.edge(a).start < lattice.edge(b).start; };
  std::sort(verbs_.begin(), verbs_.end(), by_start);
  std::sort(nouns_.begin(), nouns_.end(), by_start);
  settle(std::move(found));
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
  std::set<std::pair<int32_t, StrId>> filled;   // (group, slot): one filler
  std::set<int32_t> used;                       // noun groups that have their place
  std::set<std::pair<int32_t, int32_t>> linked; // verb pairs that are related already
  for (const Relation& relation : found) {
    const bool nominal = relation.label == subject_ || relation.label == object_ || relation.label == oblique_;
    if (nominal) {
      const StrId slot = relation.label == oblique_ ? relation.role : relation.label;
      if (!relation.shared && used.contains(relation.to)) continue;
      if (relation.label != oblique_ && !filled.insert({relation.from, slot}).second) continue;
      if (!relation.shared) used.insert(relation.to);
    } else if (relation.label == relative_) {
      if (!filled.insert({relation.to, relation.label}).second) continue;
    } else {
      // A verb hangs on one governor.
      if (!filled.insert({relation.to, governor_}).second) continue;
      if (!linked.insert({relation.from, relation.to}).second) continue;
    }
    relations_.push_back(relation);
  }
}

std::vector<int32_t> Clauses::related(int32_t from, StrId label, StrId role) const {
  std::vector<int32_t> out;
  for (const Relation& relation : relations_)
    if (relation.from == from && relation.label == label && (role == 0 || relation.role == role)) out.push_back(relation.to);
  return out;
}

bool Clauses::passive(int32_t verb) const {
  const Edge& edge = lattice_->edge(verb);
  return edge.kind == EdgeKind::kNode && lattice_->node(edge).attr(voice_) == passive_ && passive_ != 0;
}

const Relation* Clauses::governing(int32_t verb) const {
  for (const Relation& relation : relations_)
    if (relation.to == verb && (relation.label == complement_ || relation.label == content_ || relation.label == coordinated_ || relation.label == adverbial_)) return &relation;
  return nullptr;
}

int32_t Clauses::governor(int32_t verb) const {
  const Relation* relation = governing(verb);
  return relation ? relation->from : -1;
}

int32_t Clauses::surface_subject(int32_t verb, int depth) const {
  const auto own = related(verb, subject_, 0);
  if (!own.empty()) return own.front();
  if (depth > 6) return -1;
  const Relation* up = governing(verb);
  if (!up || up->label == content_) return -1;
  const Edge& edge = lattice_->edge(up->from);
  if (edge.kind != EdgeKind::kNode) return -1;
  if (lattice_->node(edge).category == vg_) return surface_subject(up->from, depth + 1);
  // A noun's complement ("his effort to keep", "by stopping"): the noun's owner does it, else who does what the noun belongs to.
  for (StrId owner : {of_, modifier_})
    for (int32_t found : parts(up->from, owner)) return found;
  for (const Relation& relation : relations_)
    if (relation.to == up->from && (relation.label == object_ || relation.label == oblique_) && lattice_->node(lattice_->edge(relation.from)).category == vg_)
      return surface_subject(relation.from, depth + 1);
  return -1;
}

int32_t Clauses::subject(int32_t verb, int depth) const {
  if (passive(verb) && depth == 0) {
    const auto by = related(verb, oblique_, by_);
    // A passive with its agent before the verb has that agent as subject already, and the one acted on as object.
    if (!related(verb, object_, 0).empty() && !related(verb, subject_, 0).empty()) return related(verb, subject_, 0).front();
    return by.empty() ? -1 : by.front();
  }
  return surface_subject(verb, depth);
}

std::vector<int32_t> Clauses::parts(int32_t group, StrId name) const {
  if (group < 0) return {};
  const Edge& edge = lattice_->edge(group);
  if (edge.kind != EdgeKind::kNode || name == 0) return {};
  if (lattice_->node(edge).category == vg_) {
    if (name == subject_) {
      const int32_t found = subject(group, 0);
      return found < 0 ? std::vector<int32_t>{} : std::vector<int32_t>{found};
    }
    if (name == object_) {
      auto found = related(group, object_, 0);
      if (passive(group) && found.empty())
        if (const int32_t turned = surface_subject(group, 0); turned >= 0) found.push_back(turned);
      return found;
    }
    if (name == complement_) {
      auto found = related(group, complement_, 0);
      if (found.empty()) found = related(group, content_, 0);
      return found;
    }
    if (name == governor_) {
      const int32_t up = governor(group);
      return up < 0 ? std::vector<int32_t>{} : std::vector<int32_t>{up};
    }
    if (name == antecedent_) {
      for (const Relation& relation : relations_)
        if (relation.label == relative_ && relation.to == group) return {relation.from};
      return {};
    }
    return related(group, oblique_, name);
  }
  if (name == relative_) return related(group, relative_, 0);
  if (name == complement_) return related(group, complement_, 0);
  if (name == governor_) {
    for (const Relation& relation : relations_)
      if (relation.to == group && (relation.label == object_ || relation.label == subject_ || relation.label == oblique_)) return {relation.from};
    return {};
  }
  std::vector<int32_t> found;
  int32_t at = group;
  for (int depth = 0; at >= 0 && depth < 8; ++depth) {
    const Edge& here = lattice_->edge(at);
    if (here.kind != EdgeKind::kNode) break;
    int32_t inner = -1;
    for (const Part& part : lattice_->node(here).parts) {
      if (part.name == name && part.edge >= 0) found.push_back(part.edge);
      if (part.name == head_) inner = part.edge;
    }
    if (!found.empty()) return found;
    at = inner;
  }
  return related(group, oblique_, name);
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

void add_relations(const Program& program, const Match& match, const Lattice& lattice, const Strings& strings, std::vector<Relation>& out) {
  const StrId role = strings.find("role"), shared = strings.find("shared"), purpose = strings.find("purpose");
  for (const Emit& emit : program.emits_of(*match.rule)) {
    Relation relation;
    relation.label = emit.label;
    relation.rule = match.rule->id;
    relation.priority = match.rule->priority;
    for (const Capture& capture : match.captures) {
      if (capture.index == emit.from) relation.from = capture.edge;
      if (capture.index == emit.to) relation.to = capture.edge;
    }
    if (relation.from < 0 || relation.to < 0) continue;
    if (role) relation.role = strings.find(emit_text(program, emit, match, lattice, strings, role));
    relation.shared = shared && !emit_text(program, emit, match, lattice, strings, shared).empty();
    relation.purpose = purpose && !emit_text(program, emit, match, lattice, strings, purpose).empty();
    out.push_back(relation);
  }
}

}  // namespace

std::vector<Clauses> read_clauses(const Pack& pack, const LanguagePack& language, std::vector<Sentence>& sentences, Matcher& matcher) {
  std::vector<Clauses> clauses;
  clauses.reserve(sentences.size());
  for (Sentence& sentence : sentences) {
    Lattice& lattice = *sentence.lattice;
    lattice.segment();
    std::vector<Relation> relations;
    for (int level = 1; level <= kLevels; ++level) {
      const Program& program = language.program("syntax", level);
      if (program.rules.empty()) continue;
      if (is_relation_level(program)) {
        for (const Match& match : matcher.find_all(program, lattice)) add_relations(program, match, lattice, pack.strings(), relations);
      } else {
        for (const Match& match : matcher.find_best(program, lattice))
          lattice.add_node(make_node(program, program.emits_of(*match.rule)[0], match, lattice, pack.strings()));
      }
    }
    clauses.emplace_back(lattice, pack.strings(), std::move(relations));
  }
  return clauses;
}

}  // namespace hearsay
