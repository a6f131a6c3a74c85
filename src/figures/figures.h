// What a report counts: the packs' figure rules over numbers and clauses.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statements/statements.h"

namespace hearsay {

// Appends the figures of titles, body and captions in order of the text.
//   Tested by tests/figures, packs/*/figures/*.rules.
void read_figures(const Pack& pack, const LanguagePack& language, const std::vector<Sentence>& sentences, const std::vector<Clauses>& clauses,
                  const std::vector<Statement>& statements, const std::vector<Event>& events, Matcher& matcher, std::vector<Figure>& out);

}  // namespace hearsay
