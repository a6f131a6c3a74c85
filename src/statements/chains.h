// What the statements of one report are to one another: who passes on whose words.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

bool same_speaker(const Voice& a, const Voice& b);

// Finds for each statement (they stand in order of the text) the innermost one whose content it stands in, and adds those who passed it on to its `via`.
//   Tested by tests/statements/chains_test.cpp.
void link_chains(std::vector<Statement>& statements, const std::vector<Actor>& actors);

}  // namespace hearsay
