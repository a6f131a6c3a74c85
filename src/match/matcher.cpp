// The matcher visits (state, position) pairs depth first in order of preference, each pair once; the first way to a pair
// keeps it. This is the memoised backtracking of packrat parsers and of RE2's bit-state engine: the ease of
// backtracking with captures, the cost of an automaton.
// SPDX-License-Identifier: Apache-2.0
#include "match/matcher.h"

#include <algorithm>

namespace hearsay {

bool Matcher::symbol_at(uint16_t position, Symbol symbol) const {
  if (!lattice_->may_have(position, symbol)) return false;
  for (int32_t at = lattice_->first_edge(position); at >= 0; at = lattice_->edge(at).next) {
    const Edge& edge = lattice_->edge(at);
    if (edge.active && edge.has(symbol)) return true;
  }
  return false;
}

void Matcher::visit(uint32_t state, uint16_t position) {
  const uint32_t width = lattice_->size() + 1u;
  uint32_t& seen = seen_[state * width + (position - start_)];
  if (seen == generation_) return;
  seen = generation_;
  ++steps_;
  const State& here = program_->states[rule_->state_first + state];
  if (here.accepts && position > start_ && position > best_end_) {
    best_end_ = position;
    best_trail_ = trail_;
  }
  for (const Transition& step : program_->transitions.subspan(here.first, here.count)) {
    switch (step.kind) {
      case StepKind::kConsume:
        if (position >= lattice_->size() || !lattice_->may_have(position, step.symbol)) break;
        for (int32_t at = lattice_->first_edge(position); at >= 0;) {
          const Edge& edge = lattice_->edge(at);
          if (edge.active && edge.has(step.symbol)) {
            trail_.push_back({StepKind::kConsume, 0, position, at});
            visit(step.target, edge.end);
            trail_.pop_back();
          }
          at = edge.next;
        }
        break;
      case StepKind::kEmpty: break;
      case StepKind::kOpen:
      case StepKind::kClose:
        trail_.push_back({step.kind, step.capture, position, -1});
        visit(step.target, position);
        trail_.pop_back();
        break;
      case StepKind::kNot:
        if (position >= lattice_->size() || !symbol_at(position, step.symbol)) visit(step.target, position);
        break;
      case StepKind::kStart:
        if (position == 0) visit(step.target, position);
        break;
      case StepKind::kEnd:
        if (position == lattice_->size()) visit(step.target, position);
        break;
    }
  }
}

int Matcher::run(const Program& program, const Lattice& lattice, const Rule& rule, uint16_t start) {
  program_ = &program;
  lattice_ = &lattice;
  rule_ = &rule;
  start_ = start;
  best_end_ = -1;
  trail_.clear();
  const size_t needed = size_t{rule.state_count} * (lattice.size() + 1u);
  if (seen_.size() < needed) seen_.resize(needed, 0);
  if (++generation_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0);
    generation_ = 1;
  }
  visit(0, start);
  return best_end_;
}

Match Matcher::match_of(const Rule& rule, uint16_t start, int end) const {
  Match match;
  match.rule = &rule;
  match.start = start;
  match.end = static_cast<uint16_t>(end);
  for (size_t i = 0; i < best_trail_.size(); ++i) {
    if (best_trail_[i].kind != StepKind::kOpen) continue;
    Capture capture{best_trail_[i].capture, best_trail_[i].position, best_trail_[i].position, -1};
    int edges = 0;
    for (size_t k = i + 1; k < best_trail_.size(); ++k) {
      const Trail& step = best_trail_[k];
      if (step.kind == StepKind::kClose && step.capture == capture.index) {
        capture.end = step.position;
        break;
      }
      if (step.kind == StepKind::kConsume && ++edges == 1) capture.edge = step.edge;
    }
    if (edges != 1) capture.edge = -1;
    if (capture.end > capture.start) match.captures.push_back(capture);
  }
  return match;
}

void Matcher::propose_rules(const Program& program, const Lattice& lattice, uint16_t start) {
  candidates_.clear();
  if ((program.first_mask & lattice.mask(start)) == 0) return;
  if (rule_seen_.size() < program.rules.size()) rule_seen_.resize(program.rules.size(), 0);
  ++rule_generation_;
  for (int32_t at = lattice.first_edge(start); at >= 0; at = lattice.edge(at).next) {
    const Edge& edge = lattice.edge(at);
    if (!edge.active) continue;
    for (uint16_t i = 0; i < edge.symbol_count; ++i) {
      const Symbol symbol = edge.symbols[i];
      if (!(program.first_mask >> (symbol & 63) & 1) || symbol + 1u >= program.first_offset.size()) continue;
      for (uint32_t k = program.first_offset[symbol]; k < program.first_offset[symbol + 1u]; ++k) {
        const uint32_t rule = program.first_rule[k];
        if (rule_seen_[rule] == rule_generation_) continue;
        rule_seen_[rule] = rule_generation_;
        if (program.rules[rule].required == 0 || lattice.present(program.rules[rule].required)) candidates_.push_back(rule);
      }
    }
  }
}

namespace {

// The order of preference: priority, length, specificity, place in the pack.
bool preferred(const Rule& a, int a_end, const Rule& b, int b_end) {
  if (a.priority != b.priority) return a.priority > b.priority;
  if (a_end != b_end) return a_end > b_end;
  if (a.specificity != b.specificity) return a.specificity > b.specificity;
  return &a < &b;
}

}  // namespace

std::vector<Match> Matcher::find_all(const Program& program, const Lattice& lattice) {
  std::vector<Match> matches;
  if (program.rules.empty()) return matches;
  for (uint16_t start = 0; start < lattice.size(); ++start) {
    const size_t before = matches.size();
    propose_rules(program, lattice, start);
    for (uint32_t rule : candidates_)
      if (const int end = run(program, lattice, program.rules[rule], start); end >= 0) matches.push_back(match_of(program.rules[rule], start, end));
    std::stable_sort(matches.begin() + static_cast<std::ptrdiff_t>(before), matches.end(),
                     [](const Match& a, const Match& b) { return preferred(*a.rule, a.end, *b.rule, b.end); });
  }
  return matches;
}

std::vector<Match> Matcher::find_best(const Program& program, const Lattice& lattice) {
  std::vector<Match> best;
  if (program.rules.empty()) return best;
  for (uint16_t start = 0; start < lattice.size();) {
    propose_rules(program, lattice, start);
    const Rule* winner = nullptr;
    int end = -1;
    std::swap(winner_trail_, best_trail_);
    for (uint32_t index : candidates_) {
      const Rule& rule = program.rules[index];
      if (winner && rule.priority < winner->priority) continue;
      const int found = run(program, lattice, rule, start);
      if (found < 0 || (winner && !preferred(rule, found, *winner, end))) continue;
      winner = &rule;
      end = found;
      winner_trail_ = best_trail_;
    }
    if (!winner) {
      ++start;
      continue;
    }
    std::swap(winner_trail_, best_trail_);
    best.push_back(match_of(*winner, start, end));
    start = static_cast<uint16_t>(end);
  }
  return best;
}

const Capture* capture_named(const Program& program, const Match& match, StrId name) {
  for (const Capture& capture : match.captures)
    if (program.capture_name(*match.rule, capture.index) == name) return &capture;
  return nullptr;
}

std::string emit_text(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings,
                      StrId key) {
  for (const EmitValue& value : program.values_of(emit)) {
    if (value.key != key) continue;
    if (value.kind == ValueKind::kLiteral) return std::string(strings[value.value]);
    for (const Capture& capture : match.captures) {
      if (capture.index != value.capture) continue;
      if (value.kind == ValueKind::kText) return std::string(lattice.words(capture.start, capture.end));
      if (capture.edge < 0) continue;
      const Edge& edge = lattice.edge(capture.edge);
      const StrId found = edge.kind == EdgeKind::kEntry  ? lattice.entry_attr(lattice.entry(edge), value.value)
                          : edge.kind == EdgeKind::kNode ? lattice.node(edge).attr(value.value)
                                                         : 0;
      if (found) return std::string(strings[found]);
    }
  }
  return {};
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
  Node node;
  node.category = emit.label;
  node.rule = match.rule->id;
  node.start = match.start;
  node.end = match.end;
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
      } else if (value.kind == ValueKind::kAttr && capture.edge >= 0) {
        const Edge& edge = lattice.edge(capture.edge);
        if (edge.kind == EdgeKind::kEntry) add_attr(node, {value.key, lattice.entry_attr(lattice.entry(edge), value.value)});
        if (edge.kind == EdgeKind::kNode) add_attr(node, {value.key, lattice.node(edge).attr(value.value)});
      }
    }
  }
  return node;
}

}  // namespace hearsay
