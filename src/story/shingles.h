// A document's own words as shingles, the few of them by which it is looked up, and all of them in short.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "story/own_words.h"

namespace hearsay {

// Words per shingle. Of 3, 4 and 5, five is where reprints and other reports of one story lie farthest apart
// (measured: eval/near-copies on vn-mds).
inline constexpr size_t kShingleWords = 5;

// The hash of each run of kShingleWords words, by its first word.
// Source: Broder, "On the resemblance and containment of documents", 1997; here all of them in place of samples.
std::vector<uint64_t> shingles(const std::vector<OwnWord>& words);

// Some of a document's shingles, by which it is looked up: of each kWindow that follow one another at least one, and the same ones
// wherever the same words stand. So two documents that share a passage of kFewestPassageWords share a print. Sorted, each once.
// Source: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", 2003.
std::vector<uint64_t> prints(const std::vector<OwnWord>& words);
inline constexpr size_t kWindow = 8;

// All of a document's shingles in short, to count how many two documents share without looking at their words. Sorted, each once.
std::vector<uint16_t> sketch(const std::vector<OwnWord>& words);
size_t count_shared(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b);

}  // namespace hearsay
