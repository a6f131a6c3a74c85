// The symbols that a node has: what its category, its attributes and its parts' words say to the tests that rules make of
// nodes (`@vg[verb=<cues> tense=past]`). Nodes of a category that agree in all that is asked have the same symbols, so
// these are worked out once for each such likeness.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "match/interned_sets.h"
#include "match/program.h"

namespace hearsay {

class NodeSymbols {
 public:
  // What rules ask of the nodes of one category.
  struct Asked {
    StrId category = 0;
    std::span<const NodeSymbol> symbols;
    std::vector<StrId> keys;               // attributes of the node
    std::vector<StrId> parts;              // parts, by their presence and their words
    std::vector<const NodeCondition*> part_attrs;
  };
  explicit NodeSymbols(const Language& language);

  // nullptr where no rule asks for nodes of the category.
  const Asked* asked(StrId category) const;

  // A likeness is built up from a category by what was found: equal steps lead to equal numbers.
  uint32_t begin(const Asked& asked) const { return static_cast<uint32_t>(&asked - asked_.data()) + 1; }
  uint32_t with(uint32_t likeness, uint32_t finding) {
    uint32_t& known = steps_(likeness, finding);
    if (known == 0) known = static_cast<uint32_t>(asked_.size()) + ++made_;
    return known;
  }
  // One number for an attribute and its value.
  uint32_t finding(const Attr& attr) {
    uint32_t& known = attrs_(attr.key, attr.value);
    if (known == 0) known = ++attrs_made_;
    return known;
  }
  // The set of the symbols, + 1; 0: not yet known.
  uint32_t& set_of(uint32_t likeness) {
    if (likeness >= sets_.size()) sets_.resize(likeness + 1u, 0);
    return sets_[likeness];
  }

 private:
  std::vector<Asked> asked_;               // sorted by category
  PairTable steps_, attrs_;
  uint32_t made_ = 0, attrs_made_ = 0;
  std::vector<uint32_t> sets_;             // by likeness
};

}  // namespace hearsay
