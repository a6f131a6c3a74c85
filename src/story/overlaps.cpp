// SPDX-License-Identifier: Apache-2.0
#include "story/overlaps.h"

#include <algorithm>
#include <compare>
#include <map>

#include "story/item.h"
#include "story/shingles.h"

namespace hearsay {
namespace {

struct Posting {
  uint64_t print;
  int document;
  auto operator<=>(const Posting&) const = default;
};

// For each document those before it that it is to be compared with.
std::vector<std::vector<int>> candidates(const std::vector<std::vector<uint64_t>>& prints) {
  std::vector<Posting> postings;
  for (size_t d = 0; d < prints.size(); ++d)
    for (uint64_t print : prints[d]) postings.push_back({print, static_cast<int>(d)});
  std::sort(postings.begin(), postings.end());
  std::vector<std::map<int, Meetings>> met(prints.size());
  for (size_t i = 0, start = 0; i < postings.size(); ++i) {
    if (postings[i].print != postings[start].print) start = i;
    for (size_t k = std::max(start, i > kNearestInList ? i - kNearestInList : 0); k < i; ++k)
      item(met, postings[i].document)[postings[k].document].add(i - k - 1);
  }
  std::vector<std::vector<int>> out(prints.size());
  for (size_t d = 0; d < prints.size(); ++d)
    for (const auto& [other, meetings] : met[d])
      if (meetings.enough()) out[d].push_back(other);
  return out;
}

}  // namespace

double SharedWords::containment(int a, int b) const {
  const auto &x = item(sketches, a), &y = item(sketches, b);
  const size_t shorter = std::min(x.size(), y.size());
  return shorter == 0 ? 0 : static_cast<double>(count_shared(x, y)) / static_cast<double>(shorter);
}

bool may_share_passage(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b) {
  return count_shared(a, b) > kFewestPassageWords - kShingleWords;
}

Shared compare_words(const std::vector<OwnWord>& x, const std::vector<OwnWord>& y, int a, int b) {
  Shared shared{a, b, shared_passages(x, y)};
  size_t in_x = 0, in_y = 0;
  for (const Passage& passage : shared.passages) in_x += passage.a_words(), in_y += passage.b_words();
  shared.a_share = static_cast<double>(in_x) / static_cast<double>(std::max<size_t>(x.size(), 1));
  shared.b_share = static_cast<double>(in_y) / static_cast<double>(std::max<size_t>(y.size(), 1));
  shared.shorter_share = x.size() <= y.size() ? shared.a_share : shared.b_share;
  return shared;
}

void sort_pairs(std::vector<Shared>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Shared& x, const Shared& y) {
    return x.shorter_share != y.shorter_share ? x.shorter_share > y.shorter_share : x.b != y.b ? x.b < y.b : x.a < y.a;
  });
}

SharedWords find_shared(const std::vector<const Analysis*>& documents) {
  SharedWords out;
  std::vector<std::vector<uint64_t>> looked_up_by;
  for (const Analysis* analysis : documents) {
    out.words.push_back(own_words(analysis->document));
    out.sketches.push_back(sketch(out.words.back()));
    looked_up_by.push_back(prints(out.words.back()));
  }
  const std::vector<std::vector<int>> met = candidates(looked_up_by);
  for (int b = 0; b < static_cast<int>(documents.size()); ++b) {
    for (int a : item(met, b)) {
      if (!may_share_passage(item(out.sketches, a), item(out.sketches, b))) continue;
      Shared shared = compare_words(item(out.words, a), item(out.words, b), a, b);
      if (!shared.passages.empty()) out.pairs.push_back(std::move(shared));
    }
  }
  sort_pairs(out.pairs);
  return out;
}

}  // namespace hearsay
