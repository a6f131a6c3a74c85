// One sentence on its way through the layers: its tokens, its lattice, and which nodes stand for what was found.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "match/lattice.h"

namespace hearsay {

struct Found {
  int32_t edge = -1;            // of the node in the lattice
  int32_t index = -1;           // into Analysis::times, or ::actors
};

struct Sentence {
  SentenceTokens range;
  int paragraph = -1;           // running number of its body paragraph, from 0; -1 outside the body
  ZoneKind zone = ZoneKind::kBody;
  std::unique_ptr<Lattice> lattice;
  std::vector<Found> times;     // `time` nodes
  std::vector<Found> mentions;  // `mention` nodes; a node that names several actors stands several times
  std::vector<Found> described; // `described` nodes: persons whom only a noun tells of
};

}  // namespace hearsay
