// What two documents have word for word in common: passages, wherever they stand in either.
//
// Whole-article likeness misses reprints that are cut, reordered or led in with words of their own, and does not say what is shared.
// Passages are found as greedy string tiling does (Wise, "String similarity via greedy string tiling", 1993): the longest stretch of equal
// words first, no word twice; then grown over small edits at both ends, and joined where they go on in both documents.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "story/own_words.h"

namespace hearsay {

// A stretch of words of each document, half-open ranges of words.
struct Passage {
  uint32_t a_first = 0, a_last = 0;
  uint32_t b_first = 0, b_last = 0;
  uint32_t same = 0;                     // words that are equal; the others are edits

  uint32_t a_words() const { return a_last - a_first; }
  uint32_t b_words() const { return b_last - b_first; }
};

// Passages of kFewestPassageWords equal words and more, in the order of `a`; no word lies in two.
// Cost: linear in the words, times how often a shingle occurs within one document (at most kMostOccurrences).
std::vector<Passage> shared_passages(const std::vector<OwnWord>& a, const std::vector<OwnWord>& b);

// Two clauses' worth: fewer words are a name with its titles, or a turn of phrase.
inline constexpr uint32_t kFewestPassageWords = 12;

}  // namespace hearsay
