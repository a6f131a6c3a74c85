// Which rules of a program match from a place, and how far: all rules at once, by a deterministic automaton that is made
// as texts ask for it (the lazy subset construction of Thompson's search and of RE2).
//
// At each place of the sentence stands one set of the rules' states, whatever the ways there; so a scan costs one step for
// each edge within reach, however many rules there are. Captures are not known here: matcher.h finds them for what matched.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "match/lattice.h"

namespace hearsay {

class Scanner {
 public:
  struct Hit {
    uint32_t rule = 0;           // index into the program's rules
    uint16_t end = 0;            // of its longest match
  };

  explicit Scanner(const Program& program);

  // Whose edges are stepped over from now on; to be called again when edges were added or hidden.
  void enter(const Lattice& lattice);
  // The rules that match from here, in no order.
  const std::vector<Hit>& scan(uint16_t start);
  // The one to prefer by priority, length, specificity and place in the pack; false if there is none.
  bool scan_best(uint16_t start, Hit& best);
  // Edges stepped over so far.
  uint64_t steps() const { return steps_; }

 private:
  struct Move {
    Symbol symbol = 0;
    uint32_t target = 0;         // state, counted over the program
  };
  // A set of states with all they reach without a step, where the tests of a place allow it.
  struct Config {
    uint32_t move_first = 0, move_count = 0;       // sorted by symbol
    uint32_t accept_first = 0, accept_count = 0;
    uint32_t need_first = 0, need_count = 0;       // one of these symbols must be in the sentence; none: nothing is asked
    int32_t best = -1;                             // of the accepted rules
    uint64_t mask = 0;                             // of the moves' symbols, modulo 64
  };
  // What a set of states, with all they reach without a step, asks of a place: what its tests look for, and what may lead on from there.
  struct Asked {
    SetId tests = 0;
    uint32_t plain = 0;          // the configuration where no test tells, + 1
    bool known = false;
    bool ends = false;           // a rule may have matched
    SymbolMask moves;
  };
  struct Step {
    uint64_t mask = 0;           // of the symbols of its class, modulo 64
    uint32_t edge_class = 0;
    uint16_t end = 0;
  };
  struct Place {
    uint32_t visit = 0;          // the sentence for which the rest holds
    uint32_t step_first = 0, step_count = 0;
    SetId tests = 0;
  };

  void forget();
  bool preferred(uint32_t a, uint32_t b) const;   // of equal length
  SymbolSets::Note classify(SetId set);
  void look(uint16_t at, Place& place);
  uint32_t config_at(SetId states, SetId tests);
  uint32_t new_config(SetId states, SetId tests);
  const Asked& asked(SetId states);
  const Asked& ask(SetId states);
  bool may_lead_on(SetId states, uint16_t at);
  bool may_begin(uint16_t start);
  SetId narrow(SetId place, SetId asked);
  uint32_t make_config(SetId states, SetId tests);
  SetId step(uint32_t config, uint32_t edge_class);
  SetId first_step(uint32_t edge_class);
  SetId make_step(uint32_t config, uint32_t edge_class);
  bool may_finish(const Config& config) const;
  template <class Visit>
  void run(uint16_t start, Visit visit);

  const Program& program_;
  const Lattice* lattice_ = nullptr;
  // What the program asks of edges and of places.
  std::vector<bool> consumed_, tested_;            // by symbol
  SymbolMask tested_mask_;
  bool tests_start_ = false, tests_end_ = false;
  std::vector<uint32_t> rule_of_state_;
  std::vector<uint32_t> closed_;                   // by state: the closure that has it already
  uint32_t closure_ = 0;
  std::vector<uint32_t> open_;                     // while a set is worked out
  std::vector<Symbol> symbols_;

  // The automaton as far as it is made.
  std::shared_ptr<SymbolSets> sets_;               // with this program's notes
  InternedSets<Symbol> classes_, places_;
  std::vector<uint64_t> class_masks_;
  InternedSets<uint32_t> states_;
  SetId first_states_ = 0;
  std::vector<Config> configs_;
  std::vector<Move> moves_;
  std::vector<uint32_t> accepts_;
  std::vector<uint16_t> needs_;                    // places in Language::needed
  std::vector<Asked> asked_;                       // by set of states
  PairTable narrowed_;                             // by place and what is asked: the place as far as it matters, + 1
  PairTable tested_config_;                        // by set of states and place
  std::vector<uint32_t> first_step_;               // of the first states' plain config, by edge class: states + 1
  PairTable next_;                                 // by config and edge class: states + 1

  // The sentence, place by place as scans come there.
  std::vector<Place> places_seen_;
  uint32_t visit_ = 0;
  std::vector<Step> sentence_steps_;               // as far as they are made; no edge makes two
  uint32_t step_count_ = 0;
  std::vector<SetId> pending_;
  std::vector<Hit> hits_;
  std::vector<uint32_t> hit_of_rule_;              // index into hits_ + 1
  uint64_t steps_ = 0;
};

}  // namespace hearsay
