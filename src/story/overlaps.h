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

// A document is compared with those before it in the lists of its prints: with the kNearestInList that stand next to it in kFewestLists of them, and with the
// kNextInList next ones in any. So boilerplate and stories that are printed a thousand times stay linear, and a document that comes late changes
// nothing but what it stands between. What many documents share by one print alone may be a turn of phrase.
inline constexpr size_t kNearestInList = 16, kNextInList = 2;
inline constexpr int kFewestLists = 3;

// In how many lists a document was met.
struct Meetings {
  int next = 0, near = 0;
  // How many stand between in the list.
  void add(size_t between) { ++(between < kNextInList ? next : near); }
  bool enough() const { return next > 0 || near >= kFewestLists; }
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
