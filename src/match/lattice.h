// One sentence as all its readings at once: edges from token to token.
//
// Every token is an edge; so is every lexicon entry that the tokens spell, however many tokens it has; so is every node
// that a level of rules makes. Rules step from edge to edge, so a Vietnamese word of three syllables, a date and a noun
// group are all one step. Word segmentation falls out: `segment` keeps the entries of the cheapest way through.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"
#include "match/symbol_sets.h"
#include "text/tokens.h"

namespace hearsay {

enum class EdgeKind : uint8_t { kToken, kEntry, kNode };

struct Edge {
  uint16_t start = 0;
  uint16_t end = 0;             // token positions in the sentence
  EdgeKind kind = EdgeKind::kToken;
  bool active = true;           // false: covered by a later node, or off the segmentation's way
  uint32_t ref = 0;             // token index, entry index or node index
  SetId set = 0;                // of its symbols
  int32_t next = -1;            // the next edge from the same start
};

// A named piece of a node: what a rule's capture held.
struct Part {
  StrId name = 0;
  uint16_t start = 0;
  uint16_t end = 0;
  int32_t edge = -1;            // the edge, if the capture held exactly one
};

struct Node {
  StrId category = 0;
  StrId rule = 0;
  uint16_t start = 0;
  uint16_t end = 0;
  int32_t edge = -1;
  std::pmr::vector<Part> parts;
  std::pmr::vector<Attr> attrs;
  // In a lattice's memory, or on the heap.
  explicit Node(std::pmr::memory_resource* memory = std::pmr::get_default_resource()) : parts(memory), attrs(memory) {}
  const Part* part(StrId name) const {
    for (const Part& part : parts)
      if (part.name == name) return &part;
    return nullptr;
  }
  StrId attr(StrId key) const {
    for (const Attr& attr : attrs)
      if (attr.key == key) return attr.value;
    return 0;
  }
};

class Lattice {
 public:
  // `sets` is shared by the sentences of one language that one thread reads.
  Lattice(std::shared_ptr<SymbolSets> sets, std::string_view text, std::span<const Token> tokens);
  Lattice(const Lattice&) = delete;

  const Language& language() const { return language_; }
  const std::shared_ptr<SymbolSets>& sets() const { return sets_; }
  std::string_view text() const { return text_; }
  uint16_t size() const { return static_cast<uint16_t>(tokens_.size()); }
  const Token& token(uint16_t at) const { return tokens_[at]; }
  // Bytes of the document that token positions cover.
  Span span(uint16_t start, uint16_t end) const {
    if (start >= end) return {tokens_[start].start, tokens_[start].start};
    return {tokens_[start].start, tokens_[end - 1].end};
  }
  std::string_view words(uint16_t start, uint16_t end) const {
    const Span bytes = span(start, end);
    return text_.substr(bytes.start, bytes.length());
  }

  int32_t first_edge(uint16_t at) const { return places_[at].first; }
  // Of the symbols of all edges that begin here.
  const SymbolMask& mask(uint16_t at) const { return places_[at].mask; }
  // False only if no rule of the program can begin there, or anywhere.
  bool may_start(const Program& program, uint16_t at) const { return places_[at].starts >> program.slot & 1; }
  bool may_start(const Program& program) const { return starts_ >> program.slot & 1; }
  // Whether any edge of the sentence has the symbol, or had it before it was hidden; by its place in Language::needed.
  bool present(uint16_t needed) const { return present_[needed / 64u] >> (needed & 63) & 1; }
  size_t edge_count() const { return edges_.size(); }
  const Edge& edge(int32_t index) const { return edges_[static_cast<size_t>(index)]; }
  std::span<const Symbol> symbols(const Edge& edge) const { return sets_->items(edge.set); }
  bool has(const Edge& edge, Symbol symbol) const { return sets_->has(edge.set, symbol); }
  const Entry& entry(const Edge& edge) const { return language_.entries[edge.ref]; }
  const Node& node(const Edge& edge) const { return nodes_[edge.ref]; }
  const std::pmr::deque<Node>& nodes() const { return nodes_; }
  // For what lives as long as the lattice; given back all at once.
  std::pmr::memory_resource* memory() const { return &memory_; }

  // Adds a node, its edge and its symbols, and hides the nodes it covers from later levels.
  int32_t add_node(Node node);
  // Gives a node an attribute that it has not; its edge's symbols follow. Symbols of nodes that hold it stay as they were.
  void add_attr(int32_t edge, Attr attr);
  void hide(int32_t edge) { edges_[static_cast<size_t>(edge)].active = false; }
  // Leaves active only the tokens and entries on the cheapest way through the sentence (fewest words, nodes before entries before
  // unknown tokens); ties go to the longer word first. Viterbi, linear in edges.
  void segment();
  // The cheapest way's words as token ranges; empty before `segment`.
  const std::vector<std::pair<uint16_t, uint16_t>>& segments() const { return segments_; }

  // The entry an edge rests on: itself, or the head of the node, or of its head, ...; nullptr for plain tokens.
  const Entry* head_entry(int32_t edge, StrId head) const;
  StrId entry_attr(const Entry& entry, StrId key) const { return language_.attr(entry, key); }

 private:
  static constexpr size_t kFirstBlock = 4096;
  void add_tokens();
  void add_entries();
  bool spelled_as_name(const Entry& entry, uint16_t first, uint16_t last) const;
  int32_t push(Edge edge, SetId set);
  void count_in(const Edge& edge);
  SetId readings(int32_t edge) const;
  bool holds(const NodeCondition& condition, const Node& node) const;
  uint32_t likeness(const NodeSymbols::Asked& asked, const Node& node) const;
  SetId symbols_of(const Node& node);
  SetId part_readings(const Node& node, StrId name) const;

  mutable std::pmr::monotonic_buffer_resource memory_{kFirstBlock};
  std::shared_ptr<SymbolSets> sets_;
  const Language& language_;
  std::string_view text_;
  std::span<const Token> tokens_;
  struct Place {
    int32_t first = -1, last = -1;       // edges that begin here
    int32_t first_node = -1;             // behind tokens and entries
    uint64_t starts = 0;
    SymbolMask mask;                     // of their symbols
  };
  std::vector<Place> places_;
  uint64_t starts_ = 0;                  // of all places
  std::vector<uint64_t> present_;        // bits, by place in Language::needed
  std::vector<Symbol> scratch_;
  mutable std::vector<std::pair<StrId, SetId>> part_readings_;   // of the node that is being added
  mutable std::vector<SetId> readings_;  // by edge, + 1
  std::vector<Edge> edges_;
  std::pmr::deque<Node> nodes_{&memory_};
  std::vector<std::pair<uint16_t, uint16_t>> segments_;
};

}  // namespace hearsay
