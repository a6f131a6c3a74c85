// What one report brings onto the shelves: worked out from its reading alone, whatever else the store holds.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pack/pack.h"
#include "store/shelves.h"

namespace hearsay {

struct Brought {
  Shelves::Report report;                // a family of its own, of no story yet
  std::vector<uint64_t> terms;           // in whose lists it stands
  std::vector<Shelves::Telling> tellings;
};
Brought brought_by(const Analysis& analysis, const Pack& packs);

}  // namespace hearsay
