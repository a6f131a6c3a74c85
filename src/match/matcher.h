// Runs one level's rules over a sentence's lattice.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/scanner.h"

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
  std::span<const Capture> captures;   // in the lattice's memory
};

// For each start, the longest match of each rule. In order of start, then of preference: priority, length, specificity, order in
// the pack. A scan tells which rules match and how far; only these are run again for their captures, by backtracking that
// visits each pair of state and position once. No pattern can run away.
class Matcher {
 public:
  // In the lattice's memory.
  std::pmr::vector<Match> find_all(const Program& program, const Lattice& lattice);
  // Leftmost, best, non-overlapping.
  std::pmr::vector<Match> find_best(const Program& program, const Lattice& lattice);
  // For the lattices of one report. What is kept from report to report is given up once texts of strange words have made it large.
  std::shared_ptr<SymbolSets> sets_of(const Language& language);
  // Steps taken so far, for tests that count them.
  uint64_t steps() const;

 private:
  struct Trail {
    StepKind kind;
    uint8_t capture;
    uint16_t position;
    int32_t edge;
  };
  Scanner& scanner(const Program& program, const Lattice& lattice);
  Match match_of(const Program& program, const Lattice& lattice, uint16_t start, Scanner::Hit hit);
  bool reaches_end(uint32_t state, uint16_t position);
  bool steps_over(const Transition& step, uint16_t position);
  bool symbol_at(uint16_t position, Symbol symbol) const;

  std::unordered_map<const Language*, std::shared_ptr<SymbolSets>> sets_;
  std::unordered_map<const Program*, std::unique_ptr<Scanner>> scanners_;
  const Program* program_ = nullptr;
  const Lattice* lattice_ = nullptr;
  const Rule* rule_ = nullptr;
  uint16_t start_ = 0, end_ = 0;
  std::vector<Trail> trail_;
  std::vector<Capture> captures_;
  std::vector<uint32_t> seen_;          // (state, position) -> generation
  uint32_t generation_ = 0;
  uint64_t steps_ = 0;
};

// The node or record a match makes: values of `emit`, parts from the captures.
Node make_node(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings);
// The edge or span a capture of that name holds; nullptr if it captured nothing.
const Capture* capture_named(const Program& program, const Match& match, StrId name);
// One value of an emit that is a literal or a captured attribute; 0 if it is neither.
StrId emit_id(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, StrId key);
// One value of an emit as text; empty if the capture it rests on is absent.
std::string emit_text(const Program& program, const Emit& emit, const Match& match, const Lattice& lattice, const Strings& strings,
                      StrId key);

}  // namespace hearsay
