// SPDX-License-Identifier: Apache-2.0
#include "story/overlaps.h"

#include <algorithm>
#include <compare>
#include <utility>

#include "story/item.h"
#include "story/shingles.h"

namespace hearsay {
namespace {

constexpr size_t kMostPostings = 32;     // documents listed per shingle
constexpr size_t kFewestShared = 8;      // shared shingles that are worth an alignment: a passage of twelve words has eight

struct Posting {
  uint64_t shingle;
  int document;
  auto operator<=>(const Posting&) const = default;
};

// Shingles of more than one document, each with its first kMostPostings documents.
struct Index {
  explicit Index(const std::vector<std::vector<uint64_t>>& sets) : lists_of(sets.size()) {
    for (size_t d = 0; d < sets.size(); ++d)
      for (uint64_t shingle : sets[d]) postings.push_back({shingle, static_cast<int>(d)});
    std::sort(postings.begin(), postings.end());
    for (size_t start = 0, end = 0; start < postings.size(); start = end) {
      while (end < postings.size() && postings[end].shingle == postings[start].shingle) ++end;
      for (size_t i = start; end - start > 1 && i < end; ++i) item(lists_of, postings[i].document).push_back(start);
    }
  }
  // Counts for each earlier document the shingles that `document` shares with it; `met` lists those counted.
  void count_met(int document, std::vector<size_t>& counts, std::vector<int>& met) const {
    for (size_t start : item(lists_of, document)) {
      for (size_t i = start; i < start + kMostPostings && postings[i].document < document; ++i) {
        const int other = postings[i].document;
        if (item(counts, other)++ == 0) met.push_back(other);
      }
    }
  }

  std::vector<Posting> postings;                   // sorted
  std::vector<std::vector<size_t>> lists_of;       // per document: where the lists of its shared shingles start
};

Shared align(const std::vector<std::vector<OwnWord>>& words, int a, int b) {
  const auto& x = item(words, a);
  const auto& y = item(words, b);
  Shared shared{a, b, shared_passages(x, y)};
  size_t in_x = 0, in_y = 0;
  for (const Passage& passage : shared.passages) in_x += passage.a_words(), in_y += passage.b_words();
  shared.a_share = static_cast<double>(in_x) / static_cast<double>(std::max<size_t>(x.size(), 1));
  shared.b_share = static_cast<double>(in_y) / static_cast<double>(std::max<size_t>(y.size(), 1));
  shared.shorter_share = x.size() <= y.size() ? shared.a_share : shared.b_share;
  return shared;
}

// Sorted, each once.
std::vector<uint64_t> shingle_set(const std::vector<OwnWord>& words) {
  std::vector<uint64_t> out = shingles(words);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

size_t count_shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++shared;
    const bool step_a = a[i] <= b[k], step_b = b[k] <= a[i];
    i += step_a;
    k += step_b;
  }
  return shared;
}

}  // namespace

double SharedWords::containment(int a, int b) const {
  const auto &x = item(shingles, a), &y = item(shingles, b);
  const size_t shorter = std::min(x.size(), y.size());
  return shorter == 0 ? 0 : static_cast<double>(count_shared(x, y)) / static_cast<double>(shorter);
}

SharedWords find_shared(const std::vector<const Analysis*>& documents) {
  SharedWords out;
  for (const Analysis* analysis : documents) {
    out.words.push_back(own_words(analysis->document));
    out.shingles.push_back(shingle_set(out.words.back()));
  }
  const Index index(out.shingles);
  std::vector<size_t> counts(documents.size(), 0);
  std::vector<int> met;
  for (int b = 0; b < static_cast<int>(documents.size()); ++b) {
    met.clear();
    index.count_met(b, counts, met);
    std::sort(met.begin(), met.end());
    for (int a : met) {
      if (std::exchange(item(counts, a), 0) < kFewestShared) continue;
      Shared shared = align(out.words, a, b);
      if (!shared.passages.empty()) out.pairs.push_back(std::move(shared));
    }
  }
  std::stable_sort(out.pairs.begin(), out.pairs.end(), [](const Shared& x, const Shared& y) { return x.shorter_share > y.shorter_share; });
  return out;
}

}  // namespace hearsay
