// What a pack compiles to: lexicons as tries, rules as automata, all flat arrays that are used where they lie.
//
// A rule's pattern is a small non-deterministic automaton (Thompson 1968). It steps over the edges of a sentence's
// lattice (lattice.h): a token, a lexicon entry of several tokens, or a node that an earlier level made. An edge carries
// symbols; a transition asks for one. Only this header is known to both the pack compiler and the matcher.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/strings.h"
#include "text/vocabulary.h"

namespace hearsay {

// Something a transition can ask for. Numbered per language; 0 is never asked for.
using Symbol = uint16_t;

struct Attr {
  StrId key = 0;
  StrId value = 0;
};

// One reading of one form of a lexicon.
struct Entry {
  StrId lexicon = 0;
  StrId text = 0;               // the form as the lexicon writes it
  StrId file = 0;
  uint32_t line = 0;
  uint32_t attr_first = 0;
  uint32_t symbol_first = 0;
  uint16_t attr_count = 0;
  uint16_t symbol_count = 0;
  int32_t actor = -1;           // index into the world's actors, -1 for plain words
  uint32_t flags = 0;           // kNeedsACapital ...; from bit 8: which tokens have a capital in the lexicon
};
inline constexpr uint32_t kNeedsACapital = 1;       // at one of the tokens that have one in the lexicon
inline constexpr uint32_t kNeedsAllCapitals = 2;
inline constexpr uint32_t kNeedsEachCapital = 4;
inline constexpr uint32_t kNotAWord = 8;            // of a lexicon that word segmentation leaves out
inline constexpr uint32_t kNameFlags = 7 | ~0xFFu;  // those that ask for capitals
inline constexpr uint32_t kCapitalMaskShift = 8;

struct TrieNode {
  uint32_t entry_first = 0;
  uint32_t edge_first = 0;
  uint16_t entry_count = 0;
  uint16_t edge_bits = 0;       // of the size of its table; 0: no word goes on
};
// A slot of a node's own table, at least a third empty: what follows a frequent word lies together. Form 0 is an empty slot.
struct TrieEdge {
  FormId form = 0;
  uint32_t child = 0;
};
inline size_t trie_slot(FormId form, unsigned bits) { return form * 0x9E3779B9u >> (32 - bits); }

enum class PredicateKind : uint32_t {
  kAny, kWord, kNumber, kPunct, kCapital, kAllCapitals, kProper, kJoined, kUnknown, kLower, kMixed
};
// A test of a single token: `#num(1-31)`.
struct Predicate {
  PredicateKind kind = PredicateKind::kAny;
  int32_t low = 0;
  int32_t high = -1;            // below low: any
  Symbol symbol = 0;
  uint16_t padding = 0;
};

struct Literal {
  FormId form = 0;
  Symbol symbol = 0;
  uint16_t padding = 0;
};

// A test of a node: `@vg[verb=<cue> tense=past]`.
struct NodeSymbol {
  StrId category = 0;
  uint32_t condition_first = 0;
  uint16_t condition_count = 0;
  Symbol symbol = 0;
};
enum class ConditionKind : uint32_t { kAttr, kPartAttr, kPartSymbol, kPartPresent };
struct NodeCondition {
  ConditionKind kind = ConditionKind::kAttr;
  uint32_t negated = 0;
  StrId part = 0;
  StrId key = 0;
  uint32_t value_first = 0;     // kAttr, kPartAttr: StrIds in `values`; kPartSymbol: symbols
  uint32_t value_count = 0;
};

// kEmpty stands in automata only while they are built.
enum class StepKind : uint8_t { kConsume, kEmpty, kOpen, kClose, kNot, kStart, kEnd };
struct Transition {
  uint32_t target = 0;          // state, counted from the rule's first
  Symbol symbol = 0;            // kConsume, kNot
  StepKind kind = StepKind::kEmpty;
  uint8_t capture = 0;          // kOpen, kClose: index into the rule's captures
};
struct State {
  uint32_t first = 0;           // transitions in order of preference
  uint16_t count = 0;
  uint16_t accepts = 0;         // 1: the pattern has matched
};

enum class ValueKind : uint8_t { kLiteral, kText, kAttr, kInherit };
struct EmitValue {
  StrId key = 0;
  StrId value = 0;              // kLiteral: the value; kAttr: the captured entry's key
  ValueKind kind = ValueKind::kLiteral;
  uint8_t capture = 0;
  uint16_t padding = 0;
};
// `-> np ...` makes a node over the match (or over the capture named `it`); `-> subject(v, s)` relates two captures.
struct Emit {
  StrId label = 0;
  uint32_t value_first = 0;
  uint16_t value_count = 0;
  uint8_t relation = 0;
  uint8_t from = 0;             // relation: captures
  uint8_t to = 0;
  uint8_t padding[3] = {};
};

struct Rule {
  StrId id = 0;                 // "vi/time/days:day-after-tomorrow"
  uint32_t line = 0;
  uint32_t state_first = 0;
  uint32_t state_count = 0;
  uint32_t emit_first = 0;
  uint32_t emit_count = 0;
  uint32_t capture_first = 0;   // StrIds in `captures`
  uint16_t capture_count = 0;
  int16_t priority = 0;
  Symbol required = 0;          // a symbol that every match steps over, 0 if there is none: a scan stops where all rules under way lack theirs
  uint16_t padding = 0;
  uint32_t specificity = 0;     // how many elements of the pattern name words rather than shapes
};

// The rules of one level of one room for one language.
struct Program {
  std::span<const State> states;
  std::span<const Transition> transitions;
  std::span<const Rule> rules;
  std::span<const Emit> emits;
  std::span<const EmitValue> values;
  std::span<const StrId> captures;
  unsigned slot = 0;                        // its bit in Language::starts
  std::span<const Emit> emits_of(const Rule& rule) const { return emits.subspan(rule.emit_first, rule.emit_count); }
  std::span<const EmitValue> values_of(const Emit& emit) const { return values.subspan(emit.value_first, emit.value_count); }
  StrId capture_name(const Rule& rule, uint8_t capture) const { return captures[rule.capture_first + capture]; }
};

// Everything a language's packs hold for matching.
struct Language {
  StrId name = 0;
  std::span<const Literal> literals;        // sorted by form
  std::span<const Predicate> predicates;
  std::span<const NodeSymbol> node_symbols; // sorted by category
  std::span<const NodeCondition> conditions;
  std::span<const uint32_t> values;         // of conditions
  std::span<const TrieNode> trie_nodes;     // [0] is the root
  std::span<const uint32_t> trie_first;     // by form: the root's child, 0 if no entry begins with it
  std::span<const TrieEdge> trie_edges;     // of other nodes
  std::span<const Entry> entries;
  std::span<const uint32_t> trie_entries;   // indexes into entries, by trie node
  std::span<const Attr> attrs;
  std::span<const Symbol> entry_symbols;
  std::span<const FormId> abbreviations;
  std::span<const Symbol> needed;           // sorted: what some rule requires
  std::span<const uint64_t> starts;         // by symbol: the programs of which a rule can begin with it
  char decimal = '.';
  char group = ',';

  std::span<const Symbol> symbols_of(const Entry& entry) const {
    return entry_symbols.subspan(entry.symbol_first, entry.symbol_count);
  }
  // 0 where the entry has no such attribute.
  StrId attr(const Entry& entry, StrId key) const {
    for (const Attr& attr : attrs.subspan(entry.attr_first, entry.attr_count))
      if (attr.key == key) return attr.value;
    return 0;
  }
  uint32_t child(uint32_t node, FormId form) const {   // 0: none
    if (node == 0) return form < trie_first.size() ? trie_first[form] : 0;
    const TrieNode& from = trie_nodes[node];
    if (from.edge_bits == 0) return 0;
    const TrieEdge* table = trie_edges.data() + from.edge_first;
    for (size_t at = trie_slot(form, from.edge_bits);; at = (at + 1) & ((size_t{1} << from.edge_bits) - 1)) {
      if (table[at].form == form) return table[at].child;
      if (table[at].form == 0) return 0;
    }
  }
};

}  // namespace hearsay
