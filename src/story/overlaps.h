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
  std::vector<std::vector<uint16_t>> sketches;     // of each document
  std::vector<Shared> pairs;                       // that have passages; the largest share of the shorter first, then in order of the documents

  // The share of a document's shingles that another holds; of the smaller set.
  double containment(int a, int b) const;
};

// Documents that share a print may have a passage in common if no more than kMostBetween others that hold it come between them: boilerplate
// and stories that are printed a thousand times stay linear, and a document that comes late changes nothing but what it stands between. One
// print of theirs decides if they are nearer still, else it takes a second: what many documents share may be a turn of phrase.
inline constexpr size_t kMostBetween = 16, kMostBetweenByOne = 2;

// How often two documents met.
struct Meetings {
  int near = 0, far = 0;
  void add(size_t between) { ++(between < kMostBetweenByOne ? near : far); }
  bool enough() const { return near > 0 || far > 2; }
};

// The documents in canonical order. Cost: linear in the documents that share prints.
SharedWords find_shared(const std::vector<const Analysis*>& documents);
// Whether two documents share enough shingles for a passage of kFewestPassageWords, wherever these stand.
bool may_share_passage(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b);
// What two documents share; no passages if nothing.
Shared compare_words(const std::vector<OwnWord>& x, const std::vector<OwnWord>& y, int a, int b);
// In the order of SharedWords::pairs.
void sort_pairs(std::vector<Shared>& pairs);

}  // namespace hearsay
