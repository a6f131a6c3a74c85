// Runs one level's rules over a sentence's lattice.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "match/lattice.h"

namespace hearsay {

struct Capture {
  uint8_t index = 0;
  uint16_t start = 0;
  uint16_t end = 0;
  int32_t edge = -1;            // the edge, if exactly one was stepped over
};
struct Match {
  const Rule* rule = nullptr;
  uint16_t start = 0;
  uint16_t end = 0;
  std::vector<Capture> captures;
};

// For each start, the longest match of each rule whose first symbol stands there. In order of start, then of preference:
// priority, length, specificity, order in the pack. Cost: per rule and start, states times positions; each pair is
// visited once, so no pattern can backtrack without bound.
class Matcher {
 public:
  std::vector<Match> find_all(const Program& program, const Lattice& lattice);
  // Leftmost, best, non-overlapping.
  std::vector<Match> find_best(const Program& program, const Lattice& lattice);
  // Steps taken so far, for tests that count them.
  uint64_t steps() const { return steps_; }

 private:
  struct Trail {
    StepKind kind;
    uint8_t capture;
    uint16_t position;
    int32_t edge;
  };
  void propose_rules(const Program& program, const Lattice& lattice, uint16_t start);
  // Where the rule's longest match ends, -1 if it has none; the way there is kept for `captures_of`.
  int run(const Program& program, const Lattice& lattice, const Rule& rule, uint16_t start);
  Match match_of(const Rule& rule, uint16_t start, int end) const;
  void visit(uint32_t state, uint16_t position);
  bool symbol_at(uint16_t position, Symbol symbol) const;

  const Program* program_ = nullptr;
  const Lattice* lattice_ = nullptr;
  const Rule* rule_ = nullptr;
  uint16_t start_ = 0;
  int best_end_ = -1;
  std::vector<Trail> trail_, best_trail_, winner_trail_;
  std::vector<uint32_t> seen_;          // (state, position) -> generation
  uint32_t generation_ = 0;
  std::vector<uint32_t> candidates_;
  std::vector<uint32_t> rule_seen_;
  uint32_t rule_generation_ = 0;
  uint64_t steps_ = 0;
};

// The node or record a match makes: values of `emit`, parts from the captures.
Node make_node(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings);
// The edge or span a capture of that name holds; nullptr if it captured nothing.
const Capture* capture_named(const Program& program, const Match& match, StrId name);
// One value of an emit as text; empty if the capture it rests on is absent.
std::string emit_text(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings,
                      StrId key);

}  // namespace hearsay
