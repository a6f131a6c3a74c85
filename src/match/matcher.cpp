// Captures are found as packrat parsers and RE2's bit-state engine do: pairs of state and position depth first in order of
// preference, each pair once, until the match's known end. The ease of backtracking, the cost of an automaton.
// SPDX-License-Identifier: Apache-2.0
#include "match/matcher.h"

#include <algorithm>
#include <memory>

namespace hearsay {

bool Matcher::symbol_at(uint16_t position, Symbol symbol) const {
  if (!lattice_->mask(position).may_have(symbol)) return false;
  for (int32_t at = lattice_->first_edge(position); at >= 0; at = lattice_->edge(at).next) {
    const Edge& edge = lattice_->edge(at);
    if (edge.active && lattice_->has(edge, symbol)) return true;
  }
  return false;
}

bool Matcher::reaches_end(uint32_t state, uint16_t position) {
  const uint32_t width = end_ - start_ + 1u;
  uint32_t& seen = seen_[state * width + (position - start_)];
  if (seen == generation_) return false;
  seen = generation_;
  ++steps_;
  const State& here = program_->states[rule_->state_first + state];
  if (here.accepts && position == end_) return true;
  for (const Transition& step : program_->transitions.subspan(here.first, here.count)) {
    bool reached = false;
    switch (step.kind) {
      case StepKind::kConsume: reached = position < end_ && lattice_->mask(position).may_have(step.symbol) && steps_over(step, position); break;
      case StepKind::kOpen:
      case StepKind::kClose:
        trail_.push_back({step.kind, step.capture, position, -1});
        reached = reaches_end(step.target, position);
        if (!reached) trail_.pop_back();
        break;
      case StepKind::kNot: reached = (position >= lattice_->size() || !symbol_at(position, step.symbol)) && reaches_end(step.target, position); break;
      case StepKind::kStart: reached = position == 0 && reaches_end(step.target, position); break;
      case StepKind::kEnd: reached = position == lattice_->size() && reaches_end(step.target, position); break;
      case StepKind::kEmpty: break;
    }
    if (reached) return true;
  }
  return false;
}

// Over any edge from the position that has the step's symbol.
bool Matcher::steps_over(const Transition& step, uint16_t position) {
  for (int32_t at = lattice_->first_edge(position); at >= 0;) {
    const Edge& edge = lattice_->edge(at);
    if (edge.active && edge.end <= end_ && lattice_->has(edge, step.symbol)) {
      trail_.push_back({StepKind::kConsume, 0, position, at});
      if (reaches_end(step.target, edge.end)) return true;
      trail_.pop_back();
    }
    at = edge.next;
  }
  return false;
}

Match Matcher::match_of(const Program& program, const Lattice& lattice, uint16_t start, Scanner::Hit hit) {
  program_ = &program;
  lattice_ = &lattice;
  rule_ = &program.rules[hit.rule];
  start_ = start;
  end_ = hit.end;
  Match match;
  match.rule = rule_;
  match.start = start;
  match.end = hit.end;
  if (rule_->capture_count == 0) return match;
  trail_.clear();
  const size_t needed = size_t{rule_->state_count} * (end_ - start_ + 1u);
  if (seen_.size() < needed) seen_.resize(needed, 0);
  if (++generation_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0);
    generation_ = 1;
  }
  reaches_end(0, start);
  captures_.clear();
  for (size_t i = 0; i < trail_.size(); ++i) {
    if (trail_[i].kind != StepKind::kOpen) continue;
    Capture capture{trail_[i].capture, trail_[i].position, trail_[i].position, -1};
    int edges = 0;
    for (size_t k = i + 1; k < trail_.size(); ++k) {
      const Trail& step = trail_[k];
      if (step.kind == StepKind::kClose && step.capture == capture.index) {
        capture.end = step.position;
        break;
      }
      if (step.kind == StepKind::kConsume && ++edges == 1) capture.edge = step.edge;
    }
    if (edges != 1) capture.edge = -1;
    if (capture.end > capture.start) captures_.push_back(capture);
  }
  if (captures_.empty()) return match;
  const size_t bytes = captures_.size() * sizeof(Capture);
  Capture* kept = static_cast<Capture*>(lattice.memory()->allocate(bytes, alignof(Capture)));
  std::uninitialized_copy(captures_.begin(), captures_.end(), kept);
  match.captures = {kept, captures_.size()};
  return match;
}

Scanner& Matcher::scanner(const Program& program, const Lattice& lattice) {
  auto& held = scanners_[&program];
  if (!held) held = std::make_unique<Scanner>(program);
  held->enter(lattice);
  return *held;
}

std::shared_ptr<SymbolSets> Matcher::sets_of(const Language& language) {
  constexpr size_t kMostSets = 1 << 17;
  std::shared_ptr<SymbolSets>& held = sets_[&language];
  if (!held || held->size() > kMostSets) held = std::make_shared<SymbolSets>(language);
  return held;
}

uint64_t Matcher::steps() const {
  uint64_t all = steps_;
  for (const auto& [_, scanner] : scanners_) all += scanner->steps();
  return all;
}

std::pmr::vector<Match> Matcher::find_all(const Program& program, const Lattice& lattice) {
  std::pmr::vector<Match> matches(lattice.memory());
  if (!lattice.may_start(program)) return matches;
  Scanner& scanner = this->scanner(program, lattice);
  for (uint16_t start = 0; start < lattice.size(); ++start) {
    if (!lattice.may_start(program, start)) continue;
    const size_t before = matches.size();
    for (Scanner::Hit hit : scanner.scan(start)) matches.push_back(match_of(program, lattice, start, hit));
    std::sort(matches.begin() + static_cast<std::ptrdiff_t>(before), matches.end(), [](const Match& a, const Match& b) {
      if (a.rule->priority != b.rule->priority) return a.rule->priority > b.rule->priority;
      if (a.end != b.end) return a.end > b.end;
      if (a.rule->specificity != b.rule->specificity) return a.rule->specificity > b.rule->specificity;
      return a.rule < b.rule;
    });
  }
  return matches;
}

std::pmr::vector<Match> Matcher::find_best(const Program& program, const Lattice& lattice) {
  std::pmr::vector<Match> best(lattice.memory());
  if (!lattice.may_start(program)) return best;
  Scanner& scanner = this->scanner(program, lattice);
  for (uint16_t start = 0; start < lattice.size();) {
    Scanner::Hit hit;
    if (lattice.may_start(program, start) && scanner.scan_best(start, hit)) {
      best.push_back(match_of(program, lattice, start, hit));
      start = hit.end;
    } else {
      ++start;
    }
  }
  return best;
}

const Capture* capture_named(const Program& program, const Match& match, StrId name) {
  for (const Capture& capture : match.captures)
    if (program.capture_name(*match.rule, capture.index) == name) return &capture;
  return nullptr;
}

namespace {

// Of what a capture holds, by name; 0 for words.
StrId held_attr(const Lattice& lattice, const Capture& capture, StrId key) {
  if (capture.edge < 0) return 0;
  const Edge& edge = lattice.edge(capture.edge);
  if (edge.kind == EdgeKind::kEntry) return lattice.entry_attr(lattice.entry(edge), key);
  return edge.kind == EdgeKind::kNode ? lattice.node(edge).attr(key) : 0;
}

}  // namespace

StrId emit_id(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, StrId key) {
  if (key == 0) return 0;
  for (const EmitValue& value : program.values_of(emit)) {
    if (value.key != key) continue;
    if (value.kind == ValueKind::kLiteral) return value.value;
    if (value.kind != ValueKind::kAttr) continue;
    for (const Capture& capture : match.captures)
      if (capture.index == value.capture)
        if (const StrId found = held_attr(lattice, capture, value.value)) return found;
  }
  return 0;
}

std::string emit_text(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings,
                      StrId key) {
  for (const EmitValue& value : program.values_of(emit))
    if (value.key == key && value.kind == ValueKind::kText)
      for (const Capture& capture : match.captures)
        if (capture.index == value.capture) return std::string(lattice.words(capture.start, capture.end));
  return std::string(strings[emit_id(program, emit, match, lattice, key)]);
}

namespace {

void add_attr(Node& node, Attr attr) {
  if (attr.value != 0 && node.attr(attr.key) == 0) node.attrs.push_back(attr);
}

// Attributes of what a capture held: an entry's or a node's own.
void inherit(Node& node, const Lattice& lattice, const Capture& capture) {
  if (capture.edge < 0) return;
  const Edge& edge = lattice.edge(capture.edge);
  if (edge.kind == EdgeKind::kEntry) {
    const Entry& entry = lattice.entry(edge);
    for (const Attr& attr : lattice.language().attrs.subspan(entry.attr_first, entry.attr_count)) add_attr(node, attr);
  } else if (edge.kind == EdgeKind::kNode) {
    for (const Attr& attr : lattice.node(edge).attrs) add_attr(node, attr);
  }
}

}  // namespace

Node make_node(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings) {
  Node node(lattice.memory());
  node.category = emit.label;
  node.rule = match.rule->id;
  node.start = match.start;
  node.end = match.end;
  node.parts.reserve(match.captures.size());
  node.attrs.reserve(program.values_of(emit).size());
  for (const Capture& capture : match.captures) {
    const StrId name = program.capture_name(*match.rule, capture.index);
    if (strings[name] == "it") {
      node.start = capture.start;
      node.end = capture.end;
      if (match.captures.size() > 1) continue;
    }
    node.parts.push_back({name, capture.start, capture.end, capture.edge});
  }
  for (const EmitValue& value : program.values_of(emit)) {
    if (value.kind == ValueKind::kLiteral) {
      add_attr(node, {value.key, value.value});
      continue;
    }
    for (const Capture& capture : match.captures) {
      if (capture.index != value.capture) continue;
      if (value.kind == ValueKind::kInherit) {
        inherit(node, lattice, capture);
      } else if (value.kind == ValueKind::kAttr) {
        add_attr(node, {value.key, held_attr(lattice, capture, value.value)});
      }
    }
  }
  return node;
}

}  // namespace hearsay
