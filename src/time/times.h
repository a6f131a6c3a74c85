// Reads the time expressions of a document: the `time` rules of its language, level by level, then the calendar.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "match/matcher.h"
#include "match/sentence.h"
#include "pack/pack.h"

namespace hearsay {

// Finds the time expressions of every sentence, in order, and appends them to `out`. Each becomes a `time` node of its
// sentence's lattice (attributes: see schema.h) and stands in Sentence::times.
//   language  the document's; the sentences' lattices were built with it
// Cost: linear in the sentences, for rules of bounded size.
void read_times(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences, Matcher& matcher,
                std::vector<TimeExpression>& out);

}  // namespace hearsay
