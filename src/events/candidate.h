// A frame that fits a group, on its way to an event.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pack/frame.h"

namespace hearsay {

struct Candidate {
  const Frame* frame = nullptr;
  int32_t group = -1;
  std::vector<int> source, target;       // actors
  std::vector<int32_t> used;             // groups the frame's tests rest on
  std::vector<int32_t> hidden;           // what is asked for, promised or refused tells no event of its own
  int32_t source_group = -1, target_group = -1;
  int venue = -1;                        // a state that is only the place
  int told = -1;                         // the act told before whose parties a bare noun has: "the meeting"
  bool refers_back = false;              // the target's place names the doer, as a pronoun that was taken for him does
  bool answers = false;                  // done in answer to what its target did
};

}  // namespace hearsay
