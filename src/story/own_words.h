// A document's own words: those of its body, folded.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

struct OwnWord {
  uint64_t hash = 0;                     // of the folded word
  Span span;                             // in Document::text
};

// Runs of letters and digits, in order. Captions, credits, datelines and boilerplate are left out; a document without zones
// is all body. Punctuation, quotation marks, spacing and capitals are what reprints change first, so they do not count.
// Cost: linear in the text.
std::vector<OwnWord> own_words(const Document& document);
// The same of a piece of text by itself.
std::vector<OwnWord> own_words(std::string_view text);

}  // namespace hearsay
