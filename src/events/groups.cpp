// SPDX-License-Identifier: Apache-2.0
#include "events/groups.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr int kDeepest = 8;              // heads within heads
constexpr uint32_t kNothing = ~0u;       // a path that ends nowhere

void append(std::pmr::vector<Symbol>& all, std::span<const Symbol> more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Groups::Groups(const ReportView& report, size_t sentence)
    : report_(report), keys_(report.keys), sentence_(report.sentences[sentence]), clauses_(report.clauses[sentence]), index_(static_cast<int>(sentence)),
      head_known_(lattice().edge_count(), 0, lattice().memory()), actors_known_(lattice().edge_count(), 0, lattice().memory()), heads_(lattice().memory()),
      actors_(lattice().memory()), ends_(lattice().memory()) {}

bool Groups::is_verb(int32_t group) const {
  const Node* node = node_at(group);
  return node && node->category == keys_.vg;
}

Span Groups::span(int32_t group) const { return lattice().span(lattice().edge(group).start, lattice().edge(group).end); }

const Node* Groups::node_at(int32_t edge) const {
  return lattice().edge(edge).kind == EdgeKind::kNode ? &lattice().node(lattice().edge(edge)) : nullptr;
}

// The token range of the word that heads a group.
std::pair<uint16_t, uint16_t> Groups::head_word(int32_t group) const {
  const Edge* edge = &lattice().edge(group);
  for (int depth = 0; depth < kDeepest && edge->kind == EdgeKind::kNode; ++depth) {
    const Node& node = lattice().node(*edge);
    const Part* word = node.part(node.category == keys_.vg ? keys_.verb : keys_.head);
    if (!word) return {edge->start, edge->start};
    if (word->edge < 0 || lattice().edge(word->edge).kind != EdgeKind::kNode) return {word->start, word->end};
    edge = &lattice().edge(word->edge);
  }
  return {edge->start, edge->end};
}

const Groups::Head& Groups::head_of(int32_t group) const {
  uint32_t& known = head_known_[static_cast<size_t>(group)];
  if (known != 0) return heads_[known - 1];
  Head& head = heads_.emplace_back(lattice().memory());
  known = static_cast<uint32_t>(heads_.size());
  const auto [start, end] = head_word(group);
  if (start < end)
    for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
      const Edge& edge = lattice().edge(at);
      if (edge.kind == EdgeKind::kEntry && edge.end == end) append(head.symbols, lattice().symbols(edge));
    }
  head.spelled = head.symbols.size();
  append(head.symbols, lattice().symbols(lattice().edge(group)));
  add_mention_symbols(group, head.symbols);
  for (Symbol symbol : head.symbols) head.mask.add(symbol);
  return head;
}

std::span<const Symbol> Groups::head_symbols(int32_t group) const {
  const Head& head = head_of(group);
  return std::span(head.symbols).first(head.spelled);
}

bool Groups::head_has(int32_t group, std::span<const Symbol> wanted) const {
  const Head& head = head_of(group);
  return std::any_of(wanted.begin(), wanted.end(), [&](Symbol symbol) {
    return head.mask.may_have(symbol) && std::find(head.symbols.begin(), head.symbols.end(), symbol) != head.symbols.end();
  });
}

bool Groups::is_act(int32_t group, std::string_view classes) const {
  const auto [start, end] = head_word(group);
  if (start >= end) return false;
  for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
    const Edge& edge = lattice().edge(at);
    if (edge.kind != EdgeKind::kEntry || edge.end != end || lattice().entry(edge).lexicon != keys_.act) continue;
    if (shares_value(report_.text(lattice().entry_attr(lattice().entry(edge), keys_.verb)), classes)) return true;
  }
  return false;
}

// A group that is all mention has its word there: "diplomats" in "23 Russian diplomats", "accusation" in what stands for "this accusation".
void Groups::add_mention_symbols(int32_t group, std::pmr::vector<Symbol>& symbols) const {
  const Node* node = node_at(group);
  for (int depth = 0; node && node->category != keys_.mention && depth < kDeepest; ++depth) {
    const Part* inner = node->part(keys_.head) ? node->part(keys_.head) : node->part(keys_.mention);
    node = inner && inner->edge >= 0 ? node_at(inner->edge) : nullptr;
  }
  if (!node || node->category != keys_.mention) return;
  for (const Part& part : node->parts) {
    const bool stands_for = part.name == keys_.p;
    if (!stands_for && part.name != keys_.what && part.name != keys_.head && part.name != keys_.title && part.name != keys_.who) continue;
    for (uint16_t from = part.start; from < (stands_for ? part.end : part.start + 1); ++from)
      for (int32_t at = lattice().first_edge(from); at >= 0; at = lattice().edge(at).next) {
        const Edge& edge = lattice().edge(at);
        if (edge.kind != EdgeKind::kEntry || edge.end > part.end) continue;
        if (stands_for ? lattice().entry(edge).lexicon == keys_.act : edge.end == part.end) append(symbols, lattice().symbols(edge));
      }
  }
}

std::span<const int32_t> Groups::follow(int32_t group, const FramePath& path, bool verbal) const {
  uint32_t& known = path_known_(static_cast<uint32_t>(group) + 1, path.step_first * 2 + (verbal ? 1 : 0));
  if (known == 0) {
    std::pmr::vector<int32_t> found = walk(group, path, verbal);
    if (found.empty()) return known = kNothing, std::span<const int32_t>();
    ends_.push_back(std::move(found));
    known = static_cast<uint32_t>(ends_.size());
  }
  return known == kNothing ? std::span<const int32_t>() : std::span<const int32_t>(ends_[known - 1]);
}

// A verb's preposition may hang on its object, beside one of the verb's own that names nobody: "resumed attacks in Israel in an escalation".
bool Groups::may_hang_on_object(int32_t group, StrId step, std::span<const int32_t> own) const {
  if (!is_verb(group) || step == keys_.subject || step == keys_.object) return false;
  return std::all_of(own.begin(), own.end(), [&](int32_t at) { return !is_verb(at) && actors_at(at).empty(); });
}

std::pmr::vector<int32_t> Groups::walk(int32_t group, const FramePath& path, bool verbal) const {
  std::pmr::vector<int32_t> here({group}, lattice().memory());
  for (StrId step : report_.frames.steps.subspan(path.step_first, path.step_count)) {
    if (step == keys_.actor) {
      std::erase_if(here, [&](int32_t g) { return actors_at(g).empty(); });
      continue;
    }
    if (step == keys_.self) continue;
    std::pmr::vector<int32_t> next(lattice().memory());
    for (int32_t at : here) {
      auto found = clauses_.parts(at, step);
      if (found.empty() && step == keys_.object && verbal && is_verb(at)) found = clauses_.parts(at, keys_.complement);
      if (may_hang_on_object(at, step, found))
        for (int32_t object : clauses_.parts(at, keys_.object)) {
          const auto hung = clauses_.parts(object, step);
          found.insert(found.end(), hung.begin(), hung.end());
          if (!hung.empty()) break;
        }
      next.insert(next.end(), found.begin(), found.end());
    }
    here = std::move(next);
  }
  return here;
}

const std::vector<int>& Groups::actors_at(int32_t group) const {
  uint32_t& known = actors_known_[static_cast<size_t>(group)];
  if (known == 0) {
    actors_.push_back(find_actors(group));
    known = static_cast<uint32_t>(actors_.size());
  }
  return actors_[known - 1];
}

std::vector<int> Groups::find_actors(int32_t group) const {
  std::vector<int> out = actors_of(clauses_, sentence_, report_.strings(), group);
  if (out.empty()) out = speaker_of(group);
  if (out.empty()) return apposed_to(group);
  if (const Node* node = node_at(group))
    for (const Part& part : node->parts)
      if (part.name == keys_.and_ && part.edge >= 0)
        for (int actor : actors_of(clauses_, sentence_, report_.strings(), part.edge))
          if (std::find(out.begin(), out.end(), actor) == out.end()) out.push_back(actor);
  return out;
}

// "Putin, (a) man who ...", "Germany, (a) state that ...": a bare noun of persons or states behind a comma says more of whom the name before means.
std::vector<int> Groups::apposed_to(int32_t group) const {
  const Edge& edge = lattice().edge(group);
  if (is_verb(group) || edge.start < 2 || lattice().words(static_cast<uint16_t>(edge.start - 1), edge.start) != ",") return {};
  const auto [start, end] = head_word(group);
  if (start != edge.start || end != edge.end) return {};
  std::optional<ActorKind> wanted;
  for (int32_t at = lattice().first_edge(start); at >= 0; at = lattice().edge(at).next) {
    const Edge& word = lattice().edge(at);
    if (word.kind != EdgeKind::kEntry || word.end != end || lattice().entry(word).lexicon != keys_.nouns) continue;
    const std::string_view kind = report_.text(lattice().entry_attr(lattice().entry(word), keys_.kind));
    if (kind == "person") wanted = ActorKind::kPerson;
    if (kind == "place") wanted = ActorKind::kState;
  }
  for (const Found& found : sentence_.mentions)
    if (lattice().edge(found.edge).end + 1 == edge.start && report_.actor(found.index).kind == wanted) return {found.index};
  return {};
}

// The mention that a group is all of; nullptr if it is none.
const Node* Groups::mention_of(int32_t group) const {
  const Node* node = node_at(group);
  for (int depth = 0; node && node->category != keys_.mention && depth < kDeepest; ++depth) {
    const Part* inner = node->part(keys_.mention) ? node->part(keys_.mention) : node->part(keys_.head);
    node = inner && inner->edge >= 0 ? node_at(inner->edge) : nullptr;
  }
  return node;
}

bool Groups::is_mutual(int32_t group) const {
  const Node* mention = mention_of(group);
  return mention && report_.text(mention->attr(keys_.refers)) == "reflexive" && report_.text(mention->attr(keys_.number)) == "plural";
}

// "We will not yield": whoever says so, and speaks for others if they are several.
std::vector<int> Groups::speaker_of(int32_t group) const {
  const Node* mention = mention_of(group);
  if (!mention || report_.text(mention->attr(keys_.refers)) != "self") return {};
  const Statement* innermost = nullptr;
  for (const Statement& said : report_.statements)
    if (said.content && said.content->contains(span(group)) && (!innermost || innermost->content->contains(*said.content))) innermost = &said;
  return innermost && innermost->speaker.actor >= 0 ? std::vector{innermost->speaker.actor} : std::vector<int>();
}

int Groups::described_at(int32_t group) const {
  if (is_verb(group)) return -1;
  const auto [start, end] = head_word(group);
  const Edge& whole = lattice().edge(group);
  for (const Found& found : sentence_.described) {
    const Edge& words = lattice().edge(found.edge);
    const bool is_head = start < end ? words.start <= start && end <= words.end : words.start >= whole.start && words.end <= whole.end;
    if (is_head) return found.index;
  }
  return -1;
}

std::vector<int> Groups::mentioned_in(int32_t group) const {
  std::vector<int> out;
  const Edge& edge = lattice().edge(group);
  for (const Found& found : sentence_.mentions) {
    const Edge& mention = lattice().edge(found.edge);
    if (mention.start >= edge.start && mention.end <= edge.end) out.push_back(found.index);
  }
  return out;
}

int Groups::land_of(int32_t group) const {
  const auto [start, end] = head_word(group);
  if (start >= end || is_verb(group)) return -1;
  bool place = false;
  for (int32_t at = lattice().first_edge(start); at >= 0 && !place; at = lattice().edge(at).next) {
    const Edge& edge = lattice().edge(at);
    if (edge.kind != EdgeKind::kEntry || edge.end != end || lattice().entry(edge).lexicon != keys_.nouns) continue;
    place = report_.text(lattice().entry_attr(lattice().entry(edge), keys_.kind)) == "place";
  }
  if (!place) return -1;
  for (int actor : mentioned_in(group))
    if (const ActorKind kind = report_.actor(actor).kind; kind == ActorKind::kState || kind == ActorKind::kPlace) return actor;
  return -1;
}

std::pair<int32_t, int32_t> Groups::owner_and_owned(int32_t group) const {
  std::pair<int32_t, int32_t> both{-1, -1};
  const uint16_t word = head_word(group).first;
  for (int depth = 0; group >= 0 && depth < kDeepest; ++depth) {
    const Node* node = node_at(group);
    if (!node) break;
    group = -1;
    for (const Part& part : node->parts) {
      if (part.name == keys_.head) group = part.edge;
      if (part.edge < 0 || (part.name != keys_.of && part.name != keys_.modifier)) continue;
      const bool before = lattice().edge(part.edge).end <= word;
      if (before && (part.name == keys_.of || both.first < 0)) both.first = part.edge;
      if (!before && part.name == keys_.of) both.second = part.edge;
    }
  }
  return both;
}

std::vector<int32_t> Groups::inner_nouns() const {
  std::vector<int32_t> inner;
  for (const Node& node : lattice().nodes()) {
    if (node.category == keys_.vg || node.category == keys_.mention || lattice().edge(node.edge).active) continue;
    const Part* head = node.part(keys_.head);
    if (!head) continue;
    bool is_head = false;   // of a larger group, which has been tried
    for (const Node& outer : lattice().nodes())
      if (const Part* held = outer.part(keys_.head); held && held->edge == node.edge) is_head = true;
    if (!is_head) inner.push_back(node.edge);
  }
  return inner;
}

bool Groups::is_counted(int32_t group) const {
  for (const Node* node = node_at(group); node;) {
    if (const Part* word = node->part(keys_.det)) {
      for (int32_t at = lattice().first_edge(word->start); at >= 0; at = lattice().edge(at).next) {
        const Edge& edge = lattice().edge(at);
        if (edge.kind != EdgeKind::kEntry || edge.end != word->end) continue;
        if (shares_value(report_.text(lattice().entry_attr(lattice().entry(edge), keys_.kind)), "definite|demonstrative|possessive")) return false;
      }
      return true;
    }
    const Part* head = node->part(keys_.head);
    node = head && head->edge >= 0 ? node_at(head->edge) : nullptr;
  }
  return false;
}

bool Groups::opens_behind_preposition(int32_t group) const {
  const uint16_t start = lattice().edge(group).start;
  for (uint16_t at = start > 3 ? static_cast<uint16_t>(start - 3) : uint16_t{0}; at < start; ++at) {
    if (at > 0 && lattice().words(static_cast<uint16_t>(at - 1), at) != ",") continue;
    for (int32_t e = lattice().first_edge(at); e >= 0; e = lattice().edge(e).next) {
      const Edge& edge = lattice().edge(e);
      if (edge.kind == EdgeKind::kEntry && edge.end == start && report_.text(lattice().entry(edge).lexicon) == "prepositions") return true;
    }
  }
  return false;
}

bool Groups::behind_passive(int32_t group) const {
  if (group < 0 || lattice().edge(group).start == 0) return false;
  const uint16_t start = lattice().edge(group).start;
  for (int32_t at = lattice().first_edge(static_cast<uint16_t>(start - 1)); at >= 0; at = lattice().edge(at).next) {
    const Edge& word = lattice().edge(at);
    if (word.kind == EdgeKind::kEntry && word.end == start && report_.text(lattice().entry_attr(lattice().entry(word), keys_.voice)) == "passive") return true;
  }
  return false;
}

bool Groups::is_place(const Found& mention) const {
  const uint16_t start = lattice().edge(mention.edge).start;
  for (uint16_t at = start > 3 ? static_cast<uint16_t>(start - 3) : uint16_t{0}; at < start; ++at)
    for (int32_t e = lattice().first_edge(at); e >= 0; e = lattice().edge(e).next) {
      const Edge& edge = lattice().edge(e);
      if (edge.kind != EdgeKind::kEntry || edge.end != start || report_.text(lattice().entry(edge).lexicon) != "prepositions") continue;
      const std::string_view role = report_.text(lattice().entry_attr(lattice().entry(edge), keys_.role));
      if (role == "in" || role == "on") return true;
    }
  return false;
}

}  // namespace hearsay
