// Two texts that share nothing are not joined by a third that holds both (a round-up). Tested by tests/story/copies_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "story/copies.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "story/item.h"
#include "story/order.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

constexpr double kStrangers = 0.10;      // containment under which two documents of one family have nothing in common
constexpr size_t kMostCompared = 64;     // members compared when two families meet
constexpr uint32_t kFewestCopied = 24;   // equal words that can make a copy: a sentence is a quotation
constexpr double kWhole = 0.85;          // share of a document's words that is all of it but for a lead or a last line
constexpr double kMostlyQuoted = 0.8;    // share of a passage that makes it a quotation

class Families {
 public:
  explicit Families(const SharedWords& shared) : shared_(shared), of_(shared.words.size()), members_(shared.words.size()) {
    std::iota(of_.begin(), of_.end(), 0);
    for (size_t i = 0; i < members_.size(); ++i) members_[i] = {static_cast<int>(i)};
    for (const Shared& pair : shared.pairs) met_.insert({pair.a, pair.b});
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
        if (!met_.contains(std::minmax(left[i], right[k])) && shared_.containment(left[i], right[k]) < kStrangers) return true;
    return false;
  }
  const SharedWords& shared_;
  std::set<std::pair<int, int>> met_;              // who share passages
  std::vector<int> of_;
  std::vector<std::vector<int>> members_;
};

// By id, or, of outlets that no pack holds, by name.
bool is_outlet_of(const Analysis& analysis, const Actor& actor) {
  const Document& document = analysis.document;
  if (actor.outlet && document.outlet_id && actor.id == *document.outlet_id) return true;
  return document.outlet_name && !actor.known && fold(actor.name) == fold(*document.outlet_name);
}

// Whether `a` credits or cites the outlet of `b`.
bool names_outlet_of(const Analysis& a, const Analysis& b) {
  return std::any_of(a.actors.begin(), a.actors.end(), [&](const Actor& actor) {
    return is_outlet_of(b, actor) && !is_outlet_of(a, actor) && !actor.mentions.empty();
  });
}

// What says that `a` copies `b`: its credit, else the dates.
CopiedBy why_copied(const Analysis& a, const Analysis& b) {
  const bool credits = names_outlet_of(a, b), credited = names_outlet_of(b, a);
  if (credits != credited) return credits ? CopiedBy::kCredit : CopiedBy::kUndecided;
  const auto from = a.document.published_day, to = b.document.published_day;
  return from && to && *from > *to ? CopiedBy::kDate : CopiedBy::kUndecided;
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

bool is_copy(const Shared& pair) {
  uint32_t same = 0;
  for (const Passage& passage : pair.passages) same += passage.same;
  return same >= kFewestCopied && pair.shorter_share >= kCopyShare;
}

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

Copies find_copies(const std::vector<const Analysis*>& documents) { return settle_copies(documents, find_shared(documents)); }

Copies settle_copies(const std::vector<const Analysis*>& documents, SharedWords shared) {
  Copies out;
  out.shared = std::move(shared);
  Families families(out.shared);
  for (const Shared& pair : out.shared.pairs)
    if (is_copy(pair)) families.join(pair.a, pair.b);
  out.family = families.take();
  out.copy_of.assign(documents.size(), -1);
  out.copied.resize(documents.size());
  const auto consider = [&](int copy, int original, size_t pair) {
    const Analysis& text = *item(documents, copy);
    int& best = item(out.copy_of, copy);
    if (why_copied(text, *item(documents, original)) == CopiedBy::kUndecided) return;
    item(out.copied, copy).push_back(pair);
    if (item(out.family, copy) != item(out.family, original)) return;
    if (best < 0 || nearer(text, *item(documents, original), *item(documents, best))) best = original;
  };
  for (size_t i = 0; i < out.shared.pairs.size(); ++i) {
    const Shared& pair = out.shared.pairs[i];
    if (!is_copy(pair)) continue;
    consider(pair.a, pair.b, i);
    consider(pair.b, pair.a, i);
  }
  return out;
}

namespace {

// How many of the words lie in what the document quotes word for word.
bool is_quoted(const Analysis& analysis, Span words) {
  uint32_t quoted = 0, at = words.start;
  std::vector<Span> spans;
  for (const Statement& statement : analysis.statements)
    if (statement.content && statement.mode == Mode::kDirect && statement.content->overlaps(words)) spans.push_back(*statement.content);
  std::sort(spans.begin(), spans.end(), [](Span x, Span y) { return x.start < y.start; });
  for (Span span : spans) {
    const uint32_t start = std::max({span.start, words.start, at}), end = std::min(span.end, words.end);
    if (end > start) quoted += end - start, at = end;
  }
  return quoted >= kMostlyQuoted * words.length();
}

OverlapKind kind_of(const Overlap& overlap, bool copy) {
  if (copy) {
    const bool first_whole = overlap.first_share >= kWhole, second_whole = overlap.second_share >= kWhole;
    if (first_whole == second_whole) return first_whole ? OverlapKind::kReprint : OverlapKind::kReworked;
    return first_whole ? OverlapKind::kExtended : OverlapKind::kShortened;
  }
  const bool all_quoted = std::all_of(overlap.passages.begin(), overlap.passages.end(), [](const SharedPassage& passage) { return passage.quoted; });
  return all_quoted ? OverlapKind::kQuotations : OverlapKind::kPassages;
}

Overlap overlap_of(const std::vector<const Analysis*>& documents, const Copies& copies, const Shared& pair) {
  const Analysis &a = *item(documents, pair.a), &b = *item(documents, pair.b);
  const auto &x = item(copies.shared.words, pair.a), &y = item(copies.shared.words, pair.b);
  const CopiedBy b_copies = why_copied(b, a), a_copies = why_copied(a, b);
  const bool turned = a_copies != CopiedBy::kUndecided || (b_copies == CopiedBy::kUndecided && y.size() > x.size());
  Overlap out;
  out.first = turned ? pair.b : pair.a;
  out.second = turned ? pair.a : pair.b;
  out.by = turned ? a_copies : b_copies;
  out.first_share = turned ? pair.b_share : pair.a_share;
  out.second_share = turned ? pair.a_share : pair.b_share;
  for (const Passage& passage : pair.passages) {
    SharedPassage held{{x[passage.a_first].span.start, x[passage.a_last - 1].span.end}, {y[passage.b_first].span.start, y[passage.b_last - 1].span.end},
                       static_cast<int>(passage.same)};
    held.quoted = is_quoted(a, held.first) && is_quoted(b, held.second);
    if (turned) std::swap(held.first, held.second);
    out.passages.push_back(held);
  }
  out.kind = kind_of(out, is_copy(pair) && item(copies.family, pair.a) == item(copies.family, pair.b));
  return out;
}

}  // namespace

Copying describe(const std::vector<const Analysis*>& documents, const Copies& copies) {
  Copying out;
  out.family = copies.family;
  for (const Shared& pair : copies.shared.pairs) out.overlaps.push_back(overlap_of(documents, copies, pair));
  return out;
}

Copying copying_of(const std::vector<Analysis>& analyses) {
  const std::vector<const Analysis*> documents = canonical_order(analyses);
  Copying found = describe(documents, find_copies(documents)), out;
  const auto given = [&](int document) { return static_cast<int>(item(documents, document) - analyses.data()); };
  out.family.resize(analyses.size());
  std::iota(out.family.begin(), out.family.end(), 0);
  for (int d = 0; d < static_cast<int>(documents.size()); ++d) item(out.family, given(d)) = given(item(found.family, d));
  out.overlaps = std::move(found.overlaps);
  for (Overlap& overlap : out.overlaps)
    for (int* index : {&overlap.first, &overlap.second}) *index = given(*index);
  return out;
}

namespace {

Span span_of(const std::vector<OwnWord>& words, uint32_t first, uint32_t last) { return {words[first].span.start, words[last - 1].span.end}; }

// Where the document has the words from: the other document of a pair and the passage there; -1 if the pair has no passage that holds them.
std::pair<int, Span> source_in(const Copies& copies, const Shared& pair, int document, Span words) {
  const bool is_a = pair.a == document;
  for (const Passage& passage : pair.passages) {
    const Span a = span_of(item(copies.shared.words, pair.a), passage.a_first, passage.a_last), b = span_of(item(copies.shared.words, pair.b), passage.b_first, passage.b_last);
    if ((is_a ? a : b).overlaps(words)) return {is_a ? pair.b : pair.a, is_a ? b : a};
  }
  return {-1, {}};
}

bool in_body(const std::vector<OwnWord>& words, Span span) {
  const auto at = std::lower_bound(words.begin(), words.end(), span.start, [](const OwnWord& word, uint32_t start) { return word.span.end <= start; });
  return at != words.end() && at->span.overlaps(span);
}

// One step; -1 where the chain ends. The document that it copies as a whole goes before others.
std::pair<int, Span> source_of(const Copies& copies, int document, Span words) {
  const int whole = item(copies.copy_of, document);
  if (!in_body(item(copies.shared.words, document), words)) return {whole, words};
  std::pair<int, Span> found{-1, {}};
  for (size_t pair : item(copies.copied, document)) {
    const auto source = source_in(copies, copies.shared.pairs[pair], document, words);
    if (source.first >= 0 && (found.first < 0 || source.first == whole)) found = source;
  }
  return found;
}

}  // namespace

int original_at(const Copies& copies, int document, Span words) {
  // Credit and date can contradict each other in a ring; it is left before it closes.
  for (std::vector<int> passed{document};; passed.push_back(document)) {
    const auto [next, there] = source_of(copies, document, words);
    if (next < 0 || std::find(passed.begin(), passed.end(), next) != passed.end()) return document;
    document = next;
    words = there;
  }
}

}  // namespace hearsay
