// SPDX-License-Identifier: Apache-2.0
#include "match/lattice.h"

#include <algorithm>

namespace hearsay {

Lattice::Lattice(std::shared_ptr<SymbolSets> sets, std::string_view text, std::span<const Token> tokens)
    : sets_(std::move(sets)), language_(sets_->language()), text_(text), tokens_(tokens), places_(tokens.size() + 1), present_(language_.needed.size() / 64 + 1, 0) {
  edges_.reserve(tokens.size() * 4);
  add_tokens();
  add_entries();
}

int32_t Lattice::push(Edge edge, SetId set) {
  const int32_t index = static_cast<int32_t>(edges_.size());
  edge.set = set;
  edges_.push_back(edge);
  count_in(edge);
  Place& place = places_[edge.start];
  for (uint16_t needed : sets_->needed(set)) present_[needed / 64u] |= uint64_t{1} << (needed & 63);
  (place.last < 0 ? place.first : edges_[static_cast<size_t>(place.last)].next) = index;
  place.last = index;
  return index;
}

void Lattice::add_tokens() {
  for (uint16_t at = 0; at < size(); ++at) {
    const Token& token = tokens_[at];
    // A capital at a sentence's start proves nothing unless no lexicon knows the word.
    const bool opens = at == 0 || (at == 1 && tokens_[0].kind == TokenKind::kPunct);
    const bool proper = token.has(kCapital) && (!opens || token.form == 0 || language_.child(0, token.form) == 0);
    Edge edge;
    edge.start = at;
    edge.end = static_cast<uint16_t>(at + 1);
    edge.ref = at;
    push(edge, sets_->of_token(token, proper));
  }
}

// Whether capitals stand where the name has them: "Lao Dong" is a newspaper, "lao dong" is labour.
bool Lattice::spelled_as_name(const Entry& entry, uint16_t first, uint16_t last) const {
  if ((entry.flags & kNeedsAllCapitals) && !tokens_[first].has(kAllCapitals) && !tokens_[first].has(kAbbreviation)) return false;
  const uint32_t mask = entry.flags >> kCapitalMaskShift;
  if (mask == 0) return true;
  bool any = false;
  for (uint16_t at = first; at <= last && at - first < 24; ++at) {
    if (!(mask >> (at - first) & 1)) continue;
    const bool capital = tokens_[at].has(kCapital);
    any |= capital;
    if (!capital && (entry.flags & kNeedsEachCapital)) return false;
  }
  return any;
}

void Lattice::add_entries() {
  for (uint16_t start = 0; start < size(); ++start) {
    uint32_t node = 0;
    for (uint16_t at = start; at < size() && tokens_[at].form != 0; ++at) {
      node = language_.child(node, tokens_[at].form);
      if (node == 0) break;
      const TrieNode& here = language_.trie_nodes[node];
      for (uint32_t index : language_.trie_entries.subspan(here.entry_first, here.entry_count)) {
        const SymbolSets::EntrySet entry = sets_->of_entry(index);
        if (entry.is_name && !spelled_as_name(language_.entries[index], start, at)) continue;
        Edge edge;
        edge.start = start;
        edge.end = static_cast<uint16_t>(at + 1);
        edge.kind = EdgeKind::kEntry;
        edge.ref = index;
        push(edge, entry.set);
      }
    }
  }
}

// The symbols of the edge and, if it is no node, of all other readings of the same words: a verb may be a cue and an act too.
SetId Lattice::readings(int32_t index) const {
  const Edge& edge = this->edge(index);
  if (edge.kind == EdgeKind::kNode) return sets_->as_part(edge.set);
  if (static_cast<size_t>(index) >= readings_.size()) readings_.resize(edges_.size(), 0);
  SetId& known = readings_[static_cast<size_t>(index)];
  if (known != 0) return known - 1;
  SetId all = sets_->as_part(edge.set);
  for (int32_t at = first_edge(edge.start); at >= 0; at = this->edge(at).next) {
    const Edge& twin = this->edge(at);
    if (twin.kind == EdgeKind::kEntry && twin.end == edge.end) all = sets_->part_conditions().unite(all, sets_->as_part(twin.set));
  }
  known = all + 1;
  return all;
}

bool Lattice::holds(const NodeCondition& condition, const Node& node) const {
  const auto values = language_.values.subspan(condition.value_first, condition.value_count);
  auto among = [&](uint32_t value) { return value != 0 && std::find(values.begin(), values.end(), value) != values.end(); };
  switch (condition.kind) {
    case ConditionKind::kAttr:
      return values.empty() ? node.attr(condition.key) != 0 : among(node.attr(condition.key));
    case ConditionKind::kPartPresent: return node.part(condition.part) != nullptr;
    case ConditionKind::kPartAttr: {
      const Part* part = node.part(condition.part);
      if (!part || part->edge < 0) return false;
      const Edge& edge = this->edge(part->edge);
      if (edge.kind == EdgeKind::kNode && among(this->node(edge).attr(condition.key))) return true;
      for (int32_t at = first_edge(part->start); at >= 0; at = this->edge(at).next) {
        const Edge& twin = this->edge(at);
        if (twin.kind == EdgeKind::kEntry && twin.end == part->end && among(entry_attr(entry(twin), condition.key))) return true;
      }
      return false;
    }
    case ConditionKind::kPartSymbol: {
      const SetId symbols = part_readings(node, condition.part);
      return symbols != 0 && sets_->part_conditions().met(symbols, static_cast<size_t>(&condition - language_.conditions.data()));
    }
  }
  return false;
}

// The symbols of a part's words, of their head, of its head, ...; worked out once a node.
SetId Lattice::part_readings(const Node& node, StrId name) const {
  for (const auto& [known, symbols] : part_readings_)
    if (known == name) return symbols;
  SetId all = 0;
  for (const Part& candidate : node.parts) {
    if (candidate.name != name) continue;
    int32_t at = candidate.edge;
    for (int depth = 0; at >= 0 && depth < 8; ++depth) {
      all = sets_->part_conditions().unite(all, readings(at));
      if (edge(at).kind != EdgeKind::kNode) break;
      const Part* head = this->node(edge(at)).part(name);
      at = head ? head->edge : -1;
    }
  }
  part_readings_.emplace_back(name, all);
  return all;
}

// What makes nodes of a category alike in all that rules ask of them.
uint32_t Lattice::likeness(const NodeSymbols::Asked& asked, const Node& node) const {
  NodeSymbols& known = sets_->node_symbols();
  uint32_t likeness = known.begin(asked);
  // As many steps for each node of the category, then odd ones for attributes and even ones for parts: no two ways are confused.
  constexpr size_t kTogether = 24;
  for (size_t first = 0; first < asked.part_attrs.size(); first += kTogether) {
    uint32_t held = 1;
    for (const NodeCondition* condition : std::span(asked.part_attrs).subspan(first, std::min(kTogether, asked.part_attrs.size() - first)))
      held = held << 1 | (holds(*condition, node) ? 1u : 0u);
    likeness = known.with(likeness, held);
  }
  for (const Attr& attr : node.attrs)
    if (std::find(asked.keys.begin(), asked.keys.end(), attr.key) != asked.keys.end()) likeness = known.with(likeness, known.finding(attr) * 2 + 1);
  const uint32_t parts = static_cast<uint32_t>(asked.parts.size());
  for (uint32_t i = 0; i < parts; ++i)
    if (node.part(asked.parts[i])) likeness = known.with(likeness, (part_readings(node, asked.parts[i]) * parts + i + 1) * 2);
  return likeness;
}

SetId Lattice::symbols_of(const Node& node) {
  const NodeSymbols::Asked* asked = sets_->node_symbols().asked(node.category);
  if (!asked) return 0;
  part_readings_.clear();
  uint32_t& known = sets_->node_symbols().set_of(likeness(*asked, node));
  if (known != 0) return known - 1;
  scratch_.clear();
  for (const NodeSymbol& symbol : asked->symbols) {
    const auto conditions = language_.conditions.subspan(symbol.condition_first, symbol.condition_count);
    if (std::all_of(conditions.begin(), conditions.end(), [&](const NodeCondition& condition) { return holds(condition, node) != (condition.negated != 0); }))
      scratch_.push_back(symbol.symbol);
  }
  const SetId set = sets_->intern(scratch_);
  known = set + 1;
  return set;
}

int32_t Lattice::add_node(Node node) {
  for (uint16_t start = node.start; start < node.end; ++start)
    for (int32_t at = places_[start].first_node; at >= 0; at = edges_[static_cast<size_t>(at)].next) {
      Edge& edge = edges_[static_cast<size_t>(at)];
      if (edge.end <= node.end) edge.active = false;
    }
  Edge edge;
  edge.start = node.start;
  edge.end = node.end;
  edge.kind = EdgeKind::kNode;
  edge.ref = static_cast<uint32_t>(nodes_.size());
  const int32_t index = push(edge, symbols_of(node));
  if (places_[node.start].first_node < 0) places_[node.start].first_node = index;
  node.edge = index;
  nodes_.push_back(std::move(node));
  return index;
}

void Lattice::add_attr(int32_t index, Attr attr) {
  Edge& edge = edges_[static_cast<size_t>(index)];
  Node& node = nodes_[edge.ref];
  if (node.attr(attr.key) != 0) return;
  node.attrs.push_back(attr);
  edge.set = symbols_of(node);
  count_in(edge);
  for (uint16_t needed : sets_->needed(edge.set)) present_[needed / 64u] |= uint64_t{1} << (needed & 63);
}

void Lattice::segment() {
  // Costs: a word is 20, an unknown token 23, a node 12, so that fewer and known words win; the square of a word's
  // length breaks ties towards one long and one short word over two middling ones.
  constexpr int kWord = 20'000, kUnknown = 23'000, kNode = 12'000, kNever = 1 << 30;
  std::pmr::vector<int> cost(size() + 1u, kNever, &memory_);
  std::pmr::vector<uint16_t> from(size() + 1u, 0, &memory_);
  cost[0] = 0;
  for (uint16_t at = 0; at < size(); ++at) {
    for (int32_t index = first_edge(at); index >= 0; index = edges_[static_cast<size_t>(index)].next) {
      const Edge& edge = edges_[static_cast<size_t>(index)];
      if (!edge.active || (edge.kind == EdgeKind::kEntry && (entry(edge).flags & kNotAWord))) continue;
      const int length = edge.end - edge.start;
      int step = edge.kind == EdgeKind::kToken ? kUnknown : edge.kind == EdgeKind::kEntry ? kWord : kNode;
      step -= std::min(length * length, 100);
      if (cost[at] + step < cost[edge.end]) {
        cost[edge.end] = cost[at] + step;
        from[edge.end] = at;
      }
    }
  }
  segments_.clear();
  segments_.reserve(size());
  for (uint16_t at = size(); at > 0; at = from[at]) segments_.push_back({from[at], at});
  std::reverse(segments_.begin(), segments_.end());
  std::pmr::vector<uint16_t> end_of(size(), 0, &memory_);
  for (auto [start, end] : segments_) end_of[start] = end;
  // Many places have no word of their own any more: no scan needs to look there.
  starts_ = 0;
  for (Place& place : places_) place.mask = {}, place.starts = 0;
  for (Edge& edge : edges_) {
    if (edge.kind != EdgeKind::kNode && end_of[edge.start] != edge.end) edge.active = false;
    if (edge.active) count_in(edge);
  }
}

// A place has its edges' symbols.
void Lattice::count_in(const Edge& edge) {
  Place& place = places_[edge.start];
  place.mask |= sets_->mask(edge.set);
  place.starts |= sets_->starts(edge.set);
  starts_ |= sets_->starts(edge.set);
}

const Entry* Lattice::head_entry(int32_t at, StrId head) const {
  for (int depth = 0; at >= 0 && depth < 8; ++depth) {
    const Edge& edge = this->edge(at);
    if (edge.kind == EdgeKind::kEntry) return &entry(edge);
    if (edge.kind == EdgeKind::kToken) return nullptr;
    const Part* part = node(edge).part(head);
    at = part ? part->edge : -1;
  }
  return nullptr;
}

}  // namespace hearsay
