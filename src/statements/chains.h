// What the statements of one report are to one another: who passes on whose words.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "match/sentence.h"

namespace hearsay {

bool same_speaker(const Voice& a, const Voice& b);

// Finds for each statement (they stand in order of the text) the innermost one whose content it stands in, and adds those who passed it on to its `via`;
// who is quoted in the sentences around without a carrier of their own has that of the sentence beside.
//   Tested by tests/statements/chains_test.cpp.
void link_chains(std::vector<Statement>& statements, const std::vector<Actor>& actors, const std::vector<Sentence>& sentences);

}  // namespace hearsay
