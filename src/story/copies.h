// Which documents are copies of one another: reprints, shortened and extended reprints, wire copies.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hearsay/hearsay.h"
#include "story/overlaps.h"

namespace hearsay {

// The share of the shorter document's words that lie in passages of the other, above which one copies the other. Reports of one event by
// different hands share quotations and turns of phrase, seldom over a half; nearly all copies with 15 % of their words edited share more
// (measured: eval/near-copies on vn-mds and polnear, docs/quality.md).
inline constexpr double kCopyShare = 0.65;

struct Copies {
  std::vector<int> family;               // per document: the least index in its family; its own if it has no copies
  std::vector<int> copy_of;              // the document it copies; -1 if none, or if undecided
  std::vector<std::vector<size_t>> copied;         // per document: in which of the pairs below it is known to copy the other
  SharedWords shared;
};

// `documents` in canonical order: the answer depends on it only in the numbering.
Copies find_copies(const std::vector<const Analysis*>& documents);
// The same, given what they share. What is found of a document hangs on those alone that copies lead to from it, one after the other.
Copies settle_copies(const std::vector<const Analysis*>& documents, SharedWords shared);
// Whether the pair shares enough for one to be a copy of the other.
bool is_copy(const Shared& pair);

// The same for people: all pairs that share passages, copies or not.
Copying copying_of(const std::vector<Analysis>& analyses);
// The same of documents in canonical order, of which the copies are known.
Copying describe(const std::vector<const Analysis*>& documents, const Copies& copies);

// The outlet to which the document as a whole is credited ("HANOI (Reuters) -", "Theo Reuters" at its end): an index into
// actors, -1 if none or more than one. The document's own outlet is no credit, nor is a picture's.
int credited_outlet(const Analysis& analysis);

// The document that some words of a document come from, at the end of the chain: a round-up copies several, and tells things of its own.
// What stands outside the body, where words are not compared, comes from the document that it copies as a whole.
int original_at(const Copies& copies, int document, Span words);

}  // namespace hearsay
