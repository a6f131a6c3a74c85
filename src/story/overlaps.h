// Which documents have passages word for word in common.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hearsay/hearsay.h"
#include "story/passages.h"

namespace hearsay {

// Two documents with what they share.
struct Shared {
  int a = 0, b = 0;                      // a < b
  std::vector<Passage> passages;
  double a_share = 0, b_share = 0;       // of a document's own words that lie in passages
  double shorter_share = 0;              // of the document with fewer words
};

struct SharedWords {
  std::vector<std::vector<OwnWord>> words;         // of each document
  std::vector<std::vector<uint64_t>> shingles;     // of each document: sorted, each once
  std::vector<Shared> pairs;                       // that have passages; the largest share of the shorter first, then in order of the documents

  // The share of a document's shingles that another holds; of the smaller set.
  double containment(int a, int b) const;
};

// Candidates come from an inverted index of shingles whose lists are cut, which keeps boilerplate and stories printed a thousand
// times linear: a later copy still meets the first of its kind. Each candidate is then aligned exactly.
SharedWords find_shared(const std::vector<const Analysis*>& documents);

}  // namespace hearsay
