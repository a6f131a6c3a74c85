// SPDX-License-Identifier: Apache-2.0
#include "match/scanner.h"

#include <algorithm>
#include <iterator>

namespace hearsay {

namespace {

constexpr Symbol kAtStart = 0xFFFE, kAtEnd = 0xFFFF;   // stand beside symbols in the classes of places
constexpr size_t kMostConfigs = 1 << 15, kMostSteps = 1 << 19;   // then the automaton is made anew
constexpr size_t kMostNeeds = 8;
constexpr size_t kMostClasses = 1 << 15;

}  // namespace

Scanner::Scanner(const Program& program) : program_(program), rule_of_state_(program.states.size()), closed_(program.states.size(), 0), hit_of_rule_(program.rules.size(), 0) {
  auto mark = [](std::vector<bool>& set, Symbol symbol) {
    if (set.size() <= symbol) set.resize(symbol + 1u, false);
    set[symbol] = true;
  };
  for (const Transition& step : program.transitions) {
    if (step.kind == StepKind::kConsume) mark(consumed_, step.symbol);
    if (step.kind == StepKind::kNot) mark(tested_, step.symbol), tested_mask_.add(step.symbol);
    tests_start_ |= step.kind == StepKind::kStart;
    tests_end_ |= step.kind == StepKind::kEnd;
  }
  for (uint32_t rule = 0; rule < program.rules.size(); ++rule)
    for (uint32_t i = 0; i < program.rules[rule].state_count; ++i) rule_of_state_[program.rules[rule].state_first + i] = rule;
  forget();
}

void Scanner::forget() {
  classes_ = {}, places_ = {}, states_ = {};
  class_masks_.assign(1, 0);
  if (sets_) sets_->clear_notes(program_);
  configs_.assign(1, {});   // [0] leads nowhere
  moves_.clear(), accepts_.clear(), needs_.clear();
  first_step_.clear(), asked_.clear();
  tested_config_ = {}, narrowed_ = {}, next_ = {};
  std::vector<uint32_t> first;
  for (const Rule& rule : program_.rules) first.push_back(rule.state_first);
  std::sort(first.begin(), first.end());
  first_states_ = states_.intern(first);
}

bool Scanner::preferred(uint32_t a, uint32_t b) const {
  const Rule &x = program_.rules[a], &y = program_.rules[b];
  if (x.priority != y.priority) return x.priority > y.priority;
  if (x.specificity != y.specificity) return x.specificity > y.specificity;
  return a < b;
}

// ---- the sentence

SymbolSets::Note Scanner::classify(SetId set) {
  std::vector<Symbol> consumed, tested;
  for (Symbol symbol : sets_->items(set)) {
    if (symbol < consumed_.size() && consumed_[symbol]) consumed.push_back(symbol);
    if (symbol < tested_.size() && tested_[symbol]) tested.push_back(symbol);
  }
  for (auto* symbols : {&consumed, &tested}) {
    std::sort(symbols->begin(), symbols->end());
    symbols->erase(std::unique(symbols->begin(), symbols->end()), symbols->end());
  }
  const uint32_t edge_class = classes_.intern(consumed);
  if (edge_class >= class_masks_.size()) class_masks_.resize(edge_class + 1u, 0);
  for (Symbol symbol : consumed) class_masks_[edge_class] |= uint64_t{1} << (symbol & 63);
  const SymbolSets::Note note{static_cast<uint16_t>(edge_class + 1), static_cast<uint16_t>(places_.intern(tested)), first_step(edge_class)};
  return sets_->note(set, program_) = note;
}

// The edges that the program can step over from a place, and what its tests can tell of it: the symbols there, the sentence's ends.
void Scanner::look(uint16_t at, Place& place) {
  place = {visit_, step_count_, 0, 0};
  if (tests_start_ && at == 0) place.tests = places_.intern(std::span(&kAtStart, 1));
  if (at == lattice_->size()) {
    if (tests_end_) place.tests = places_.unite(place.tests, places_.intern(std::span(&kAtEnd, 1)));
    return;
  }
  const bool tests = lattice_->mask(at).may_share(tested_mask_);
  const SymbolSets::Notes notes = sets_->notes(program_);
  for (int32_t e = lattice_->first_edge(at); e >= 0;) {
    const Edge& edge = lattice_->edge(e);
    e = edge.next;
    if (!edge.active) continue;
    SymbolSets::Note note = notes[edge.set];
    if (note.edge_class == 0) note = classify(edge.set);
    if (const uint32_t edge_class = note.edge_class - 1u) sentence_steps_[step_count_++] = {class_masks_[edge_class], edge_class, edge.end};
    if (tests && note.tests != 0) place.tests = places_.unite(place.tests, note.tests);
  }
  place.step_count = step_count_ - place.step_first;
}

void Scanner::enter(const Lattice& lattice) {
  lattice_ = &lattice;
  if (sets_ != lattice.sets() || configs_.size() > kMostConfigs || next_.size() > kMostSteps || classes_.size() > kMostClasses || places_.size() > kMostClasses) {
    sets_ = lattice.sets();
    forget();
  }
  if (places_seen_.size() < lattice.size() + 1u) places_seen_.resize(lattice.size() + 1u), pending_.resize(lattice.size() + 1u, 0);
  if (++visit_ == 0) places_seen_.assign(places_seen_.size(), {}), visit_ = 1;
  if (sentence_steps_.size() < lattice.edge_count()) sentence_steps_.resize(lattice.edge_count());
  step_count_ = 0;
}

// ---- the automaton

inline const Scanner::Asked& Scanner::asked(SetId states) { return states < asked_.size() && asked_[states].known ? asked_[states] : ask(states); }

inline uint32_t Scanner::config_at(SetId states, SetId tests) {
  const Asked& asked = this->asked(states);
  const uint32_t known = tests != 0 && asked.tests != 0 ? tested_config_(states, tests) : asked.plain;
  return known != 0 ? known - 1 : new_config(states, asked.tests != 0 ? tests : 0);
}

uint32_t Scanner::new_config(SetId states, SetId tests) {
  if (tests == 0) {
    const uint32_t config = make_config(states, 0);
    asked_[states].plain = config + 1;
    return config;
  }
  const SetId telling = narrow(tests, asked(states).tests);
  const uint32_t config = telling == tests ? make_config(states, tests) : config_at(states, telling);
  tested_config_(states, tests) = config + 1;
  return config;
}

// Most sets ask little of a place, and places differ in much else.
const Scanner::Asked& Scanner::ask(SetId states) {
  if (states >= asked_.size()) asked_.resize(states + 1u);
  Asked all;
  all.known = true;
  std::vector<uint32_t>& open = open_;
  open.assign(states_.items(states).begin(), states_.items(states).end());
  std::vector<Symbol>& tests = symbols_;
  tests.clear();
  ++closure_;
  for (uint32_t at : open) closed_[at] = closure_;
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    const State& state = program_.states[at];
    all.ends |= state.accepts != 0;
    for (const Transition& step : program_.transitions.subspan(state.first, state.count)) {
      if (step.kind == StepKind::kConsume) {
        all.moves.add(step.symbol);
        continue;
      }
      if (step.kind == StepKind::kNot) tests.push_back(step.symbol);
      if (step.kind == StepKind::kStart) tests.push_back(kAtStart);
      if (step.kind == StepKind::kEnd) tests.push_back(kAtEnd);
      const uint32_t target = program_.rules[rule_of_state_[at]].state_first + step.target;
      if (closed_[target] != closure_) closed_[target] = closure_, open.push_back(target);
    }
  }
  std::sort(tests.begin(), tests.end());
  tests.erase(std::unique(tests.begin(), tests.end()), tests.end());
  all.tests = places_.intern(tests);
  return asked_[states] = all;
}

// False only if the states come to nothing at a place, whatever its tests say.
inline bool Scanner::may_lead_on(SetId states, uint16_t at) {
  const Asked& asked = this->asked(states);
  return asked.ends || asked.moves.may_share(lattice_->mask(at));
}

SetId Scanner::narrow(SetId place, SetId asked) {
  if (asked == 0) return 0;
  uint32_t& known = narrowed_(place, asked);
  if (known == 0) {
    const auto there = places_.items(place), wanted = places_.items(asked);
    std::vector<Symbol>& both = symbols_;
    both.clear();
    std::set_intersection(there.begin(), there.end(), wanted.begin(), wanted.end(), std::back_inserter(both));
    known = places_.intern(both) + 1;
  }
  return known - 1;
}

uint32_t Scanner::make_config(SetId states, SetId tests) {
  const auto there = places_.items(tests);
  auto holds = [&](Symbol symbol) { return std::binary_search(there.begin(), there.end(), symbol); };
  std::vector<uint32_t>& open = open_;
  open.assign(states_.items(states).begin(), states_.items(states).end());
  ++closure_;
  for (uint32_t at : open) closed_[at] = closure_;
  Config config;
  config.move_first = static_cast<uint32_t>(moves_.size());
  config.accept_first = static_cast<uint32_t>(accepts_.size());
  config.need_first = static_cast<uint32_t>(needs_.size());
  std::vector<Symbol>& needs = symbols_;
  needs.clear();
  bool asks = true;
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    const State& state = program_.states[at];
    const uint32_t rule = rule_of_state_[at];
    if (program_.rules[rule].required == 0) asks = false;
    else needs.push_back(program_.rules[rule].required);
    if (state.accepts) accepts_.push_back(rule);
    for (const Transition& step : program_.transitions.subspan(state.first, state.count)) {
      const uint32_t target = program_.rules[rule].state_first + step.target;
      bool goes = true;
      switch (step.kind) {
        case StepKind::kConsume: moves_.push_back({step.symbol, target}); goes = false; break;
        case StepKind::kNot: goes = !holds(step.symbol); break;
        case StepKind::kStart: goes = holds(kAtStart); break;
        case StepKind::kEnd: goes = holds(kAtEnd); break;
        case StepKind::kOpen:
        case StepKind::kClose: break;
        case StepKind::kEmpty: goes = false; break;
      }
      if (goes && closed_[target] != closure_) closed_[target] = closure_, open.push_back(target);
    }
  }
  auto tidy = [](auto& all, uint32_t first, auto before, auto same) {
    const auto begin = all.begin() + first;
    std::sort(begin, all.end(), before);
    all.erase(std::unique(begin, all.end(), same), all.end());
    return static_cast<uint32_t>(all.size()) - first;
  };
  config.move_count = tidy(moves_, config.move_first, [](const Move& a, const Move& b) { return a.symbol != b.symbol ? a.symbol < b.symbol : a.target < b.target; },
                           [](const Move& a, const Move& b) { return a.symbol == b.symbol && a.target == b.target; });
  for (const Move& move : std::span(moves_).subspan(config.move_first)) config.mask |= uint64_t{1} << (move.symbol & 63);
  config.accept_count = tidy(accepts_, config.accept_first, std::less<>(), std::equal_to<>());
  if (config.move_count + config.accept_count == 0) return 0;
  for (uint32_t rule : std::span(accepts_).subspan(config.accept_first, config.accept_count))
    if (config.best < 0 || preferred(rule, static_cast<uint32_t>(config.best))) config.best = static_cast<int32_t>(rule);
  std::sort(needs.begin(), needs.end());
  needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  if (asks && needs.size() <= kMostNeeds) {
    const auto all = sets_->language().needed;
    for (Symbol symbol : needs) needs_.push_back(static_cast<uint16_t>(std::lower_bound(all.begin(), all.end(), symbol) - all.begin()));
    config.need_count = static_cast<uint32_t>(needs.size());
  }
  configs_.push_back(config);
  return static_cast<uint32_t>(configs_.size() - 1);
}

SetId Scanner::make_step(uint32_t from, uint32_t edge_class) {
  const Config& config = configs_[from];
  const auto moves = std::span(moves_).subspan(config.move_first, config.move_count);
  std::vector<uint32_t>& reached = open_;
  reached.clear();
  for (Symbol symbol : classes_.items(edge_class)) {
    auto at = std::lower_bound(moves.begin(), moves.end(), symbol, [](const Move& move, Symbol wanted) { return move.symbol < wanted; });
    for (; at != moves.end() && at->symbol == symbol; ++at) reached.push_back(at->target);
  }
  std::sort(reached.begin(), reached.end());
  reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
  return states_.intern(reached);
}

SetId Scanner::step(uint32_t from, uint32_t edge_class) {
  uint32_t& known = next_(from, edge_class);
  if (known == 0) known = make_step(from, edge_class) + 1;
  return known - 1;
}

// Of the first states where no test tells.
SetId Scanner::first_step(uint32_t edge_class) {
  if (edge_class >= first_step_.size()) first_step_.resize(edge_class + 1u, 0);
  if (first_step_[edge_class] == 0) first_step_[edge_class] = make_step(config_at(first_states_, 0), edge_class) + 1;
  return first_step_[edge_class] - 1;
}

bool Scanner::may_finish(const Config& config) const {
  if (config.need_count == 0) return true;
  for (uint16_t needed : std::span(needs_).subspan(config.need_first, config.need_count))
    if (lattice_->present(needed)) return true;
  return false;
}

// ---- scanning

// Places in order, so that all ways to a place have come together before it is left.
// False only if nothing of the program comes further than an edge from here. Two in five starts end so; the place need not be looked at.
bool Scanner::may_begin(uint16_t start) {
  if (start == 0 || places_seen_[start].visit == visit_) return true;
  const SymbolSets::Notes notes = sets_->notes(program_);
  for (int32_t e = lattice_->first_edge(start); e >= 0;) {
    const Edge& edge = lattice_->edge(e);
    e = edge.next;
    if (!edge.active) continue;
    SymbolSets::Note note = notes[edge.set];
    if (note.edge_class == 0) note = classify(edge.set);
    if (note.first_states != 0 && may_lead_on(note.first_states, edge.end)) return true;
  }
  return false;
}

template <class Visit>
void Scanner::run(uint16_t start, Visit visit) {
  if (!may_begin(start)) return;
  uint16_t furthest = start;
  pending_[start] = first_states_;
  for (uint16_t at = start; at <= furthest; ++at) {
    const SetId states = pending_[at];
    if (states == 0) continue;
    pending_[at] = 0;
    Place& place = places_seen_[at];
    if (place.visit != visit_) look(at, place);
    const uint32_t here = config_at(states, place.tests);
    const Config& config = configs_[here];
    if (here == 0 || !may_finish(config)) continue;
    if (at > start && config.best >= 0) visit(config, at);
    const bool first = at == start && place.tests == 0;
    steps_ += place.step_count;
    const uint64_t wanted = config.mask;
    for (const Step& edge : std::span(sentence_steps_).subspan(place.step_first, place.step_count)) {
      if ((edge.mask & wanted) == 0) continue;
      const SetId next = first ? first_step(edge.edge_class) : step(here, edge.edge_class);
      if (next == 0 || !may_lead_on(next, edge.end)) continue;
      pending_[edge.end] = states_.unite(pending_[edge.end], next);
      furthest = std::max(furthest, edge.end);
    }
  }
}

const std::vector<Scanner::Hit>& Scanner::scan(uint16_t start) {
  for (const Hit& hit : hits_) hit_of_rule_[hit.rule] = 0;
  hits_.clear();
  run(start, [&](const Config& config, uint16_t at) {
    for (uint32_t rule : std::span(accepts_).subspan(config.accept_first, config.accept_count)) {
      uint32_t& known = hit_of_rule_[rule];
      if (known == 0) hits_.push_back({rule, at}), known = static_cast<uint32_t>(hits_.size());
      else hits_[known - 1].end = at;
    }
  });
  return hits_;
}

bool Scanner::scan_best(uint16_t start, Hit& best) {
  bool any = false;
  run(start, [&](const Config& config, uint16_t at) {
    const uint32_t rule = static_cast<uint32_t>(config.best);
    // A later place is a longer match: only a higher priority stands against it.
    if (any && program_.rules[best.rule].priority > program_.rules[rule].priority) return;
    best = {rule, at};
    any = true;
  });
  return any;
}

}  // namespace hearsay
