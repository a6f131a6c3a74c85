// Thompson's construction: each piece of a pattern is a few states between an entrance and an exit.
// SPDX-License-Identifier: Apache-2.0
#include "pack/automaton.h"

#include <algorithm>

namespace hearsay {

namespace {

std::string test_text(const Pattern::Test& test) {
  std::string text = (test.negated ? "!" : "") + test.part + "." + test.key + "=";
  for (const std::string& value : test.values) text += value + "|";
  for (const Pattern& inner : test.inner) {
    text += "<" + inner.text;
    for (const Pattern::Test& nested : inner.tests) text += " " + test_text(nested);
    text += ">";
  }
  return text;
}

std::string symbol_text(char mark, const Pattern& pattern) {
  std::string text = mark + pattern.text;
  for (const Pattern::Test& test : pattern.tests) text += " " + test_text(test);
  return text;
}

}  // namespace

Symbol SymbolTable::literal(std::string_view folded) {
  const FormId form = form_(folded);
  auto [at, fresh] = literals_.emplace(form, static_cast<Symbol>(next_));
  if (fresh) ++next_;
  return at->second;
}

Symbol SymbolTable::entry_class(const Pattern& lexicon) {
  const std::string text = symbol_text('<', lexicon);
  auto [at, fresh] = by_text_.emplace(text, static_cast<Symbol>(next_));
  if (fresh) {
    ++next_;
    classes_.push_back({lexicon.text, lexicon.tests, at->second});
  }
  return at->second;
}

Symbol SymbolTable::node(const Pattern& pattern, Diagnostics&, const std::string&) {
  const std::string text = symbol_text('@', pattern);
  auto found = by_text_.find(text);
  if (found != by_text_.end()) return found->second;
  std::vector<NodeCondition> made;
  for (const Pattern::Test& test : pattern.tests) {
    NodeCondition condition;
    condition.negated = test.negated;
    std::vector<uint32_t> wanted;
    if (!test.inner.empty()) {
      condition.kind = ConditionKind::kPartSymbol;
      condition.part = strings_.add(test.part);
      for (const Pattern& inner : test.inner) wanted.push_back(entry_class(inner));
    } else {
      condition.kind = test.part.empty() ? ConditionKind::kAttr : ConditionKind::kPartAttr;
      condition.part = strings_.add(test.part);
      condition.key = strings_.add(test.key);
      for (const std::string& value : test.values) wanted.push_back(strings_.add(value));
      // A bare key asks for an attribute or a part of that name.
      if (wanted.empty() && test.key.starts_with("has-")) {
        condition.kind = ConditionKind::kPartPresent;
        condition.part = strings_.add(std::string_view(test.key).substr(4));
      }
    }
    condition.value_first = static_cast<uint32_t>(values.size());
    condition.value_count = static_cast<uint32_t>(wanted.size());
    values.insert(values.end(), wanted.begin(), wanted.end());
    made.push_back(condition);
  }
  const Symbol symbol = static_cast<Symbol>(next_++);
  by_text_.emplace(text, symbol);
  nodes.push_back({strings_.add(pattern.text), static_cast<uint32_t>(conditions.size()), static_cast<uint16_t>(made.size()), symbol});
  conditions.insert(conditions.end(), made.begin(), made.end());
  return symbol;
}

Symbol SymbolTable::predicate(const Pattern& pattern, Diagnostics& diagnostics, const std::string& file) {
  static const std::map<std::string, PredicateKind> kKinds = {
      {"any", PredicateKind::kAny},         {"word", PredicateKind::kWord},     {"num", PredicateKind::kNumber},
      {"punct", PredicateKind::kPunct},     {"cap", PredicateKind::kCapital},   {"caps", PredicateKind::kAllCapitals},
      {"proper", PredicateKind::kProper},   {"joined", PredicateKind::kJoined}, {"unknown", PredicateKind::kUnknown},
      {"lower", PredicateKind::kLower},     {"mixed", PredicateKind::kMixed}};
  auto kind = kKinds.find(pattern.text);
  if (kind == kKinds.end()) {
    std::vector<std::string> known;
    for (const auto& [name, _] : kKinds) known.push_back(name);
    const std::string near = nearest(pattern.text, known);
    diagnostics.error(file, pattern.line, pattern.column,
                      "no test \"#" + pattern.text + "\"" + (near.empty() ? "" : "; did you mean \"#" + near + "\"?"));
    return 0;
  }
  const std::string text = "#" + pattern.text + std::to_string(pattern.low) + "-" + std::to_string(pattern.high);
  auto [at, fresh] = by_text_.emplace(text, static_cast<Symbol>(next_));
  if (fresh) {
    ++next_;
    predicates_.push_back({kind->second, pattern.low, pattern.high, at->second, 0});
  }
  return at->second;
}

namespace {

class Builder {
 public:
  Builder(const RuleSource& rule, SymbolTable& symbols, const Words& words, Diagnostics& diagnostics)
      : rule_(rule), symbols_(symbols), words_(words), diagnostics_(diagnostics) {}

  Automaton run() {
    const uint32_t start = state();
    final_ = add(rule_.pattern, start);
    int rank = 0;
    for (const auto& [symbol, telling] : required(rule_.pattern))
      if (telling > rank) rank = telling, out_.required = symbol;
    skip_empty_steps();
    return std::move(out_);
  }

 private:
  uint32_t state() {
    out_.states.emplace_back();
    return static_cast<uint32_t>(out_.states.size() - 1);
  }
  void link(uint32_t from, uint32_t to, StepKind kind = StepKind::kEmpty, Symbol symbol = 0, uint8_t capture = 0) {
    Transition transition;
    transition.target = to;
    transition.symbol = symbol;
    transition.kind = kind;
    transition.capture = capture;
    out_.states[from].push_back(transition);
  }
  uint32_t consume(uint32_t from, Symbol symbol) {
    const uint32_t to = state();
    link(from, to, StepKind::kConsume, symbol);
    return to;
  }

  // The symbols that every match of a pattern steps over, with how telling each is: words, then lexicons, then nodes.
  std::map<Symbol, int> required(const Pattern& pattern) {
    std::map<Symbol, int> out;
    switch (pattern.kind) {
      case Pattern::Kind::kWords:
        for (const std::string& token : words_(pattern.text)) out[symbols_.literal(token)] = 4;
        break;
      case Pattern::Kind::kLexicon: out[single(pattern)] = pattern.tests.empty() ? 2 : 3; break;
      case Pattern::Kind::kNode: out[single(pattern)] = pattern.tests.empty() ? 1 : 2; break;
      case Pattern::Kind::kSequence:
        for (const Pattern& part : pattern.parts) out.merge(required(part));
        break;
      case Pattern::Kind::kCapture: return required(pattern.parts[0]);
      case Pattern::Kind::kRepeat:
        if (pattern.low > 0) return required(pattern.parts[0]);
        break;
      case Pattern::Kind::kChoice: {
        out = required(pattern.parts[0]);
        for (const Pattern& part : std::span(pattern.parts).subspan(1)) {
          const auto other = required(part);
          std::erase_if(out, [&](const auto& item) { return !other.contains(item.first); });
        }
        break;
      }
      default: break;
    }
    return out;
  }

  // Takes out empty steps: each state gets the steps of all states it reaches by them. Then drops what is not reached any more.
  void skip_empty_steps() {
    const size_t count = out_.states.size();
    std::vector<std::vector<Transition>> states(count);
    out_.accepts.assign(count, false);
    for (uint32_t from = 0; from < count; ++from) {
      std::vector<bool> seen(count, false);
      std::vector<uint32_t> open{from};
      while (!open.empty()) {
        const uint32_t at = open.back();
        open.pop_back();
        if (seen[at]) continue;
        seen[at] = true;
        if (at == final_) out_.accepts[from] = true;
        for (auto step = out_.states[at].rbegin(); step != out_.states[at].rend(); ++step)
          if (step->kind == StepKind::kEmpty) open.push_back(step->target);
        for (const Transition& step : out_.states[at])
          if (step.kind != StepKind::kEmpty) states[from].push_back(step);
      }
    }
    std::vector<uint32_t> order{0};
    std::vector<int> place(count, -1);
    place[0] = 0;
    for (size_t i = 0; i < order.size(); ++i)
      for (const Transition& step : states[order[i]])
        if (place[step.target] < 0) {
          place[step.target] = static_cast<int>(order.size());
          order.push_back(step.target);
        }
    std::vector<std::vector<Transition>> kept;
    std::vector<bool> accepts;
    for (uint32_t old : order) {
      for (Transition& step : states[old]) step.target = static_cast<uint32_t>(place[step.target]);
      kept.push_back(std::move(states[old]));
      accepts.push_back(out_.accepts[old]);
    }
    out_.states = std::move(kept);
    out_.accepts = std::move(accepts);
  }

  // The symbol of a pattern that stands for exactly one step; 0 if it does not.
  Symbol single(const Pattern& pattern) {
    switch (pattern.kind) {
      case Pattern::Kind::kWords: {
        const auto tokens = words_(pattern.text);
        return tokens.size() == 1 ? symbols_.literal(tokens[0]) : Symbol{0};
      }
      case Pattern::Kind::kLexicon: return symbols_.entry_class(pattern);
      case Pattern::Kind::kNode: return symbols_.node(pattern, diagnostics_, rule_.file);
      case Pattern::Kind::kPredicate: return symbols_.predicate(pattern, diagnostics_, rule_.file);
      case Pattern::Kind::kSequence: return pattern.parts.size() == 1 ? single(pattern.parts[0]) : Symbol{0};
      default: return 0;
    }
  }

  uint8_t capture(const std::string& name) {
    auto at = std::find(out_.captures.begin(), out_.captures.end(), name);
    if (at == out_.captures.end()) at = out_.captures.insert(at, name);
    return static_cast<uint8_t>(at - out_.captures.begin());
  }

  uint32_t add(const Pattern& pattern, uint32_t from) {
    switch (pattern.kind) {
      case Pattern::Kind::kWords:
        for (const std::string& token : words_(pattern.text)) {
          from = consume(from, symbols_.literal(token));
          out_.specificity += 3;
        }
        return from;
      case Pattern::Kind::kLexicon: out_.specificity += 2; return consume(from, single(pattern));
      case Pattern::Kind::kNode: out_.specificity += pattern.tests.empty() ? 1 : 2; return consume(from, single(pattern));
      case Pattern::Kind::kPredicate: return consume(from, single(pattern));
      case Pattern::Kind::kSequence:
        for (const Pattern& part : pattern.parts) from = add(part, from);
        return from;
      case Pattern::Kind::kChoice: {
        const uint32_t exit = state();
        const uint32_t before = out_.specificity;
        uint32_t most = before;
        for (const Pattern& part : pattern.parts) {   // as telling as its most telling way
          const uint32_t entrance = state();
          link(from, entrance);
          out_.specificity = before;
          link(add(part, entrance), exit);
          most = std::max(most, out_.specificity);
        }
        out_.specificity = most;
        return exit;
      }
      case Pattern::Kind::kRepeat: return add_repeat(pattern, from);
      case Pattern::Kind::kCapture: {
        const uint8_t index = capture(pattern.text);
        const uint32_t inside = state();
        link(from, inside, StepKind::kOpen, 0, index);
        const uint32_t end = add(pattern.parts[0], inside);
        const uint32_t exit = state();
        link(end, exit, StepKind::kClose, 0, index);
        return exit;
      }
      case Pattern::Kind::kNot: return add_not(pattern, from);
      case Pattern::Kind::kStart:
      case Pattern::Kind::kEnd: {
        const uint32_t to = state();
        link(from, to, pattern.kind == Pattern::Kind::kStart ? StepKind::kStart : StepKind::kEnd);
        return to;
      }
    }
    return from;
  }

  uint32_t add_repeat(const Pattern& pattern, uint32_t from) {
    const uint32_t before = out_.specificity;
    const uint32_t exit = add_times(pattern, from);
    if (pattern.low != pattern.high) out_.specificity = before;   // what may be absent or go on tells nothing
    return exit;
  }

  uint32_t add_times(const Pattern& pattern, uint32_t from) {
    const Pattern& inner = pattern.parts[0];
    for (int i = 0; i < pattern.low; ++i) from = add(inner, from);
    if (pattern.high < 0) {
      const uint32_t loop = state();
      link(from, loop);
      const uint32_t entrance = state();
      link(loop, entrance);
      link(add(inner, entrance), loop);
      const uint32_t exit = state();
      link(loop, exit);
      return exit;
    }
    const uint32_t exit = state();
    for (int i = pattern.low; i < pattern.high; ++i) {
      const uint32_t entrance = state();
      link(from, entrance);
      link(from, exit);
      from = add(inner, entrance);
    }
    link(from, exit);
    return exit;
  }

  // Each alternative has to be a single step: a pattern looks one edge ahead, no further.
  uint32_t add_not(const Pattern& pattern, uint32_t from) {
    const Pattern* inner = &pattern.parts[0];
    while (inner->kind == Pattern::Kind::kSequence && inner->parts.size() == 1) inner = &inner->parts[0];
    std::vector<const Pattern*> ways{inner};
    if (inner->kind == Pattern::Kind::kChoice) {
      ways.clear();
      for (const Pattern& part : inner->parts) ways.push_back(&part);
    }
    for (const Pattern* way : ways) {
      const Symbol symbol = single(*way);
      if (symbol == 0) {
        diagnostics_.error(rule_.file, pattern.line, pattern.column, "\"!\" looks at one word, lexicon entry or node, not at more");
        continue;
      }
      const uint32_t to = state();
      link(from, to, StepKind::kNot, symbol);
      from = to;
    }
    return from;
  }

  const RuleSource& rule_;
  SymbolTable& symbols_;
  const Words& words_;
  Diagnostics& diagnostics_;
  Automaton out_;
  uint32_t final_ = 0;
};

}  // namespace

Automaton build_automaton(const RuleSource& rule, SymbolTable& symbols, const Words& words, Diagnostics& diagnostics) {
  return Builder(rule, symbols, words, diagnostics).run();
}

std::vector<Symbol> first_symbols(const Automaton& automaton) {
  std::vector<Symbol> symbols;
  std::vector<bool> seen(automaton.states.size());
  std::vector<uint32_t> open{0};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    for (const Transition& step : automaton.states[at]) {
      if (step.kind == StepKind::kConsume) symbols.push_back(step.symbol);
      else open.push_back(step.target);
    }
  }
  return symbols;
}

}  // namespace hearsay
