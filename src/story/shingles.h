// A document's own words as a set of shingles.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// Words per shingle. Of 3, 4 and 5, five is where reprints and other reports of one story lie farthest apart
// (measured: eval/near-copies on vn-mds).
inline constexpr size_t kShingleWords = 5;

// Hashes of all runs of kShingleWords words of the body, folded, sorted, each once. Captions, credits, datelines and
// boilerplate are left out; a document without zones is all body. Cost: linear in the text.
// Source: Broder, "On the resemblance and containment of documents", 1997; here exact sets in place of samples.
std::vector<uint64_t> shingles(const Document& document);

// How many members two sorted sets share.
size_t count_shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

}  // namespace hearsay
