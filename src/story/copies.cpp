// Copies are found as Broder does (shingles, containment and resemblance), but by exact sets: news is short, and a sampled
// set would have to be argued about. Candidates come from an inverted index whose lists are cut at kMostPostings, which
// keeps boilerplate and stories printed a thousand times linear: a later copy still meets the first of its family.
// Two texts that share nothing are not joined by a third that holds both (a round-up). Tested by tests/story/copies_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "story/copies.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <utility>

#include "story/item.h"
#include "story/shingles.h"

namespace hearsay {
namespace {

constexpr size_t kMostPostings = 32;     // documents listed per shingle
constexpr size_t kFewestShared = 12;     // shared shingles that can make a copy: a sentence or two is a quotation
constexpr double kStrangers = 0.10;      // containment under which two documents of one family have nothing in common
constexpr size_t kMostCompared = 64;     // members compared when two families meet

using Sets = std::vector<std::vector<uint64_t>>;

struct Pair {
  int a, b;
  double containment;
};

double containment(const Sets& sets, int a, int b) {
  const auto& x = item(sets, a);
  const auto& y = item(sets, b);
  const size_t shorter = std::min(x.size(), y.size());
  return shorter == 0 ? 0 : static_cast<double>(count_shared(x, y)) / static_cast<double>(shorter);
}

struct Posting {
  uint64_t shingle;
  int document;
  auto operator<=>(const Posting&) const = default;
};

// Shingles of more than one document, each with its first kMostPostings documents.
struct Index {
  explicit Index(const Sets& sets) : lists_of(sets.size()) {
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

// Pairs that share enough to be copies, each with its exact containment, the most alike first.
std::vector<Pair> copy_pairs(const Sets& sets) {
  const Index index(sets);
  std::vector<size_t> counts(sets.size(), 0);
  std::vector<int> met;
  std::vector<Pair> pairs;
  for (int b = 0; b < static_cast<int>(sets.size()); ++b) {
    met.clear();
    index.count_met(b, counts, met);
    std::sort(met.begin(), met.end());
    for (int a : met) {
      const bool enough = std::exchange(item(counts, a), 0) >= kFewestShared;
      const double share = enough ? containment(sets, a, b) : 0;
      if (share >= kCopyContainment) pairs.push_back({a, b, share});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.containment > y.containment; });
  return pairs;
}

class Families {
 public:
  explicit Families(const Sets& sets) : sets_(sets), of_(sets.size()), members_(sets.size()) {
    std::iota(of_.begin(), of_.end(), 0);
    for (size_t i = 0; i < sets.size(); ++i) members_[i] = {static_cast<int>(i)};
  }
  void join(int a, int b) {
    int x = item(of_, a), y = item(of_, b);
    if (x == y || strangers(x, y)) return;
    if (y < x) std::swap(x, y);
    auto& into = item(members_, x);
    for (int member : item(members_, y)) {
      item(of_, member) = x;
      into.push_back(member);
    }
    item(members_, y).clear();
  }
  std::vector<int> take() { return std::move(of_); }

 private:
  // Whether some member of one has nothing in common with some member of the other.
  bool strangers(int x, int y) const {
    const auto& left = item(members_, x);
    const auto& right = item(members_, y);
    for (size_t i = 0; i < std::min(left.size(), kMostCompared); ++i)
      for (size_t k = 0; k < std::min(right.size(), kMostCompared); ++k)
        if (containment(sets_, left[i], right[k]) < kStrangers) return true;
    return false;
  }
  const Sets& sets_;
  std::vector<int> of_;
  std::vector<std::vector<int>> members_;
};

bool is_outlet_of(const Analysis& analysis, const Actor& actor) {
  return actor.outlet && analysis.document.outlet_id && actor.id == *analysis.document.outlet_id;
}

// Whether `a` credits or cites the outlet of `b`.
bool names_outlet_of(const Analysis& a, const Analysis& b) {
  return std::any_of(a.actors.begin(), a.actors.end(), [&](const Actor& actor) {
    return is_outlet_of(b, actor) && !is_outlet_of(a, actor) && !actor.mentions.empty();
  });
}

// Whether `a` copies `b`: by credit, else by date; false if undecided.
bool copies(const Analysis& a, const Analysis& b) {
  const bool credits = names_outlet_of(a, b), credited = names_outlet_of(b, a);
  if (credits != credited) return credits;
  const auto from = a.document.published_day, to = b.document.published_day;
  return from && to && *from > *to;
}

// Of those that a document may copy: a credited one before others, then the earliest, then the most alike.
bool nearer(const Analysis& copy, const Analysis& a, const Analysis& b) {
  const bool x = names_outlet_of(copy, a), y = names_outlet_of(copy, b);
  if (x != y) return x;
  return a.document.published_day && (!b.document.published_day || *a.document.published_day < *b.document.published_day);
}

// Credits stand in a dateline, or after the body's last words and under no picture.
bool credits_document(const std::vector<Zone>& zones, size_t i) {
  if (zones[i].kind == ZoneKind::kDateline) return true;
  if (zones[i].kind != ZoneKind::kCredit || (i > 0 && zones[i - 1].kind == ZoneKind::kCaption)) return false;
  const auto after = zones.begin() + static_cast<std::ptrdiff_t>(i);
  return std::none_of(after, zones.end(), [](const Zone& zone) { return zone.kind == ZoneKind::kBody; });
}

}  // namespace

int credited_outlet(const Analysis& analysis) {
  int credited = -1;
  const auto& zones = analysis.document.zones;
  for (size_t z = 0; z < zones.size(); ++z) {
    if (!credits_document(zones, z)) continue;
    for (size_t i = 0; i < analysis.actors.size(); ++i) {
      const Actor& actor = analysis.actors[i];
      if (!actor.outlet || is_outlet_of(analysis, actor)) continue;
      const bool here = std::any_of(actor.mentions.begin(), actor.mentions.end(),
                                    [&](const Mention& mention) { return zones[z].span.contains(mention.span); });
      if (!here || credited == static_cast<int>(i)) continue;
      if (credited >= 0) return -1;
      credited = static_cast<int>(i);
    }
  }
  return credited;
}

Copies find_copies(const std::vector<const Analysis*>& documents) {
  Sets sets;
  sets.reserve(documents.size());
  for (const Analysis* analysis : documents) sets.push_back(shingles(analysis->document));
  const std::vector<Pair> pairs = copy_pairs(sets);
  Families families(sets);
  for (const Pair& pair : pairs) families.join(pair.a, pair.b);
  Copies out{families.take(), std::vector<int>(documents.size(), -1)};
  const auto consider = [&](int copy, int original) {
    const Analysis& text = *item(documents, copy);
    int& best = item(out.copy_of, copy);
    if (!copies(text, *item(documents, original))) return;
    if (best < 0 || nearer(text, *item(documents, original), *item(documents, best))) best = original;
  };
  for (const Pair& pair : pairs) {
    if (item(out.family, pair.a) != item(out.family, pair.b)) continue;
    consider(pair.a, pair.b);
    consider(pair.b, pair.a);
  }
  return out;
}

int original_of(const Copies& copies, int document) {
  // Credit and date can contradict each other in a ring; it is left after as many steps as there are documents.
  for (size_t steps = 0; steps < copies.copy_of.size(); ++steps) {
    const int next = item(copies.copy_of, document);
    if (next < 0) break;
    document = next;
  }
  return document;
}

}  // namespace hearsay
