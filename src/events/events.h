// Who did what to whom: the packs' frames over clauses and noun groups.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statements/statements.h"

namespace hearsay {

// Appends the events of the body's sentences in order of the text. One event a head and frame; a noun group that a verb's frame has
// taken in ("held a meeting") tells nothing of its own.
//   Tested by tests/events, packs/*/events/*.frames.
void read_events(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                 const std::vector<Clauses>& clauses, const std::vector<TimeExpression>& times, const std::vector<Actor>& actors,
                 const std::vector<Statement>& statements, std::vector<Event>& out);

}  // namespace hearsay
