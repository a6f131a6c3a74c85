// SPDX-License-Identifier: Apache-2.0
#include "story/passages.h"

#include <algorithm>
#include <compare>

#include "story/shingles.h"

namespace hearsay {
namespace {

constexpr size_t kMostOccurrences = 16;  // of a shingle within a document; more is a refrain
constexpr uint32_t kWidestEdit = kShingleWords - 1;   // words put in, left out or changed at one spot of a passage
constexpr uint32_t kAfterEdit = 2;       // equal words that must follow an edit

class Tiling {
 public:
  Tiling(const std::vector<OwnWord>& a, const std::vector<OwnWord>& b) : a_(a), b_(b), a_taken_(a.size(), false), b_taken_(b.size(), false) {}

  std::vector<Passage> run() {
    for (const Passage& tile : tiles()) lay(tile);
    for (Passage& passage : laid_) grow(passage);
    return joined();
  }

 private:
  bool same(uint32_t i, uint32_t k) const { return a_[i].hash == b_[k].hash; }
  bool open(uint32_t i, uint32_t k) const { return i < a_.size() && k < b_.size() && !a_taken_[i] && !b_taken_[k]; }
  bool opens(uint32_t i, uint32_t k) const { return open(i, k) && same(i, k); }
  static bool none(const std::vector<bool>& taken, uint32_t first, uint32_t last) {
    return std::none_of(taken.begin() + first, taken.begin() + last, [](bool one) { return one; });
  }

  // The longest equal stretches, the longest first.
  std::vector<Passage> tiles() const {
    struct Place {
      uint64_t shingle;
      uint32_t at;
      auto operator<=>(const Place&) const = default;
    };
    std::vector<Place> places;
    for (uint64_t shingle : shingles(a_)) places.push_back({shingle, static_cast<uint32_t>(places.size())});
    std::sort(places.begin(), places.end());
    std::vector<Passage> out;
    uint32_t k = 0;
    for (uint64_t shingle : shingles(b_)) {
      auto at = std::lower_bound(places.begin(), places.end(), Place{shingle, 0});
      for (size_t met = 0; at != places.end() && at->shingle == shingle && met < kMostOccurrences; ++at, ++met) {
        const uint32_t i = at->at;
        if (i > 0 && k > 0 && same(i - 1, k - 1)) continue;   // within a longer one
        uint32_t length = 0;
        while (i + length < a_.size() && k + length < b_.size() && same(i + length, k + length)) ++length;
        if (length >= kShingleWords) out.push_back({i, i + length, k, k + length, length});
      }
      ++k;
    }
    std::sort(out.begin(), out.end(), [](const Passage& x, const Passage& y) {
      return x.same != y.same ? x.same > y.same : x.a_first != y.a_first ? x.a_first < y.a_first : x.b_first < y.b_first;
    });
    return out;
  }

  // What is left of a tile, in pieces that are long enough.
  void lay(const Passage& tile) {
    for (uint32_t at = 0; at < tile.same;) {
      uint32_t length = 0;
      while (at + length < tile.same && open(tile.a_first + at + length, tile.b_first + at + length)) ++length;
      if (length >= kShingleWords) {
        const Passage piece{tile.a_first + at, tile.a_first + at + length, tile.b_first + at, tile.b_first + at + length, length};
        take(piece);
        laid_.push_back(piece);
      }
      at += length + 1;
    }
  }

  void take(const Passage& piece) {
    std::fill(a_taken_.begin() + piece.a_first, a_taken_.begin() + piece.a_last, true);
    std::fill(b_taken_.begin() + piece.b_first, b_taken_.begin() + piece.b_last, true);
  }

  // Over edits forwards, then backwards, as long as equal words follow.
  void grow(Passage& passage) {
    while (grow_on(passage)) {}
    while (grow_back(passage)) {}
  }

  // The smallest edit, counted in words of both, behind which equal words go on.
  template <class Equal>
  bool find_edit(Equal equal, uint32_t& left, uint32_t& right) const {
    for (uint32_t size = 0; size <= 2 * kWidestEdit; ++size)
      for (left = size > kWidestEdit ? size - kWidestEdit : 0; left <= std::min(size, kWidestEdit); ++left) {
        right = size - left;
        bool all = true;
        for (uint32_t n = 0; n < kAfterEdit && all; ++n) all = equal(left + n, right + n);
        if (all) return true;
      }
    return false;
  }

  bool grow_on(Passage& passage) {
    uint32_t left = 0, right = 0;
    const auto equal = [&](uint32_t i, uint32_t k) { return opens(passage.a_last + i, passage.b_last + k); };
    if (!find_edit(equal, left, right)) return false;
    const uint32_t i = passage.a_last + left, k = passage.b_last + right;
    if (!none(a_taken_, passage.a_last, i) || !none(b_taken_, passage.b_last, k)) return false;
    uint32_t length = 0;
    while (opens(i + length, k + length)) ++length;
    take({passage.a_last, i + length, passage.b_last, k + length, 0});
    passage.a_last = i + length, passage.b_last = k + length, passage.same += length;
    return true;
  }

  bool grow_back(Passage& passage) {
    uint32_t left = 0, right = 0;
    const auto equal = [&](uint32_t i, uint32_t k) {
      return passage.a_first > i && passage.b_first > k && opens(passage.a_first - 1 - i, passage.b_first - 1 - k);
    };
    if (!find_edit(equal, left, right)) return false;
    const uint32_t i = passage.a_first - left, k = passage.b_first - right;
    if (!none(a_taken_, i, passage.a_first) || !none(b_taken_, k, passage.b_first)) return false;
    uint32_t length = 0;
    while (i > length && k > length && opens(i - length - 1, k - length - 1)) ++length;
    take({i - length, passage.a_first, k - length, passage.b_first, 0});
    passage.a_first = i - length, passage.b_first = k - length, passage.same += length;
    return true;
  }

  // Neighbours in both documents, with no more than an edit between them, are one.
  std::vector<Passage> joined() {
    std::sort(laid_.begin(), laid_.end(), [](const Passage& x, const Passage& y) { return x.a_first < y.a_first; });
    std::vector<Passage> out;
    for (const Passage& next : laid_) {
      if (!out.empty() && goes_on(out.back(), next)) {
        out.back().a_last = next.a_last, out.back().b_last = next.b_last, out.back().same += next.same;
      } else {
        out.push_back(next);
      }
    }
    std::erase_if(out, [](const Passage& passage) { return passage.same < kFewestPassageWords; });
    return out;
  }
  static bool goes_on(const Passage& before, const Passage& next) {
    return next.b_first >= before.b_last && next.b_first - before.b_last <= kWidestEdit && next.a_first - before.a_last <= kWidestEdit;
  }

  const std::vector<OwnWord>& a_;
  const std::vector<OwnWord>& b_;
  std::vector<bool> a_taken_, b_taken_;
  std::vector<Passage> laid_;
};

}  // namespace

std::vector<Passage> shared_passages(const std::vector<OwnWord>& a, const std::vector<OwnWord>& b) { return Tiling(a, b).run(); }

}  // namespace hearsay
