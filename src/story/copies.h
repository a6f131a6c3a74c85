// Which documents are copies of one another: reprints, shortened and extended reprints, wire copies.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// The share of the shorter document's shingles that the longer one holds, above which they are copies. Reports of one
// event by different hands share quotations, seldom over a quarter; copies with 3 % of the words edited share 0.6 and more
// (measured: eval/near-copies on vn-mds).
inline constexpr double kCopyContainment = 0.45;

struct Copies {
  std::vector<int> family;               // per document: the least index in its family; its own if it has no copies
  std::vector<int> copy_of;              // the document it copies; -1 if none, or if undecided
};

// `documents` in canonical order: the answer depends on it only in the numbering.
// Cost: linear in the text, with a bounded number of candidates per shingle.
Copies find_copies(const std::vector<const Analysis*>& documents);

// The outlet to which the document as a whole is credited ("HANOI (Reuters) -", "Theo Reuters" at its end): an index into
// actors, -1 if none or more than one. The document's own outlet is no credit, nor is a picture's.
int credited_outlet(const Analysis& analysis);

// The copied document at the end of the chain.
int original_of(const Copies& copies, int document);

}  // namespace hearsay
