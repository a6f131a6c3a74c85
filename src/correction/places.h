// Corrections and what they are about: items are found again by their places when a document has been read anew.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hearsay/hearsay.h"

namespace hearsay {

// The index of the item meant, -1 if there is none. Words alone are always there.
//   reject       the same reading at the same place; one that reads otherwise now is another reading
//   merge, split the same reading there, else the one event whose words are the same for the most part
int find_item(const Analysis& analysis, const CorrectedPlace& place, CorrectionKind kind);

// Marks what the correction says of this document; a withdrawn one says nothing.
void apply(const Correction& correction, Analysis& analysis);

// Whether all that it says of this document is there.
bool is_found(const Correction& correction, const Analysis& analysis);

}  // namespace hearsay
