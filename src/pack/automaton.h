// Turns patterns into automata and collects the symbols they ask for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "match/program.h"
#include "pack/pattern.h"

namespace hearsay {

// A set of lexicon entries that some rule asks for: a lexicon's name and tests of its attributes.
struct EntryClass {
  std::string lexicon;
  std::vector<Pattern::Test> tests;
  Symbol symbol = 0;
};

// The symbols of one language, numbered as they are first asked for.
class SymbolTable {
 public:
  SymbolTable(StringCollector& strings, std::function<FormId(std::string_view)> form) : strings_(strings), form_(std::move(form)) {}
  Symbol literal(std::string_view folded);
  Symbol entry_class(const Pattern& lexicon);
  Symbol node(const Pattern& node, Diagnostics& diagnostics, const std::string& file);
  Symbol predicate(const Pattern& predicate, Diagnostics& diagnostics, const std::string& file);
  size_t size() const { return next_; }

  const std::map<FormId, Symbol>& literals() const { return literals_; }
  const std::vector<EntryClass>& classes() const { return classes_; }
  const std::vector<Predicate>& predicates() const { return predicates_; }
  std::vector<NodeSymbol> nodes;
  std::vector<NodeCondition> conditions;
  std::vector<uint32_t> values;

 private:
  StringCollector& strings_;
  std::function<FormId(std::string_view)> form_;
  uint32_t next_ = 1;
  std::map<FormId, Symbol> literals_;
  std::map<std::string, Symbol> by_text_;
  std::vector<EntryClass> classes_;
  std::vector<Predicate> predicates_;
};

// One rule's automaton, states counted from 0; [0] is where it starts.
struct Automaton {
  std::vector<std::vector<Transition>> states;
  std::vector<bool> accepts;
  std::vector<std::string> captures;
  uint32_t specificity = 0;
  Symbol required = 0;
};
using Words = std::function<std::vector<std::string>(std::string_view)>;   // a literal's folded tokens
Automaton build_automaton(const RuleSource& rule, SymbolTable& symbols, const Words& words, Diagnostics& diagnostics);
// Symbols that a match of the automaton can begin with.
std::vector<Symbol> first_symbols(const Automaton& automaton);

}  // namespace hearsay
