// Sets of small numbers, each kept once and known by a number; 0 is the empty set.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

namespace hearsay {

using SetId = uint32_t;

// A table from two numbers to one: open addressing, grows by doubling. The key (0, 0) cannot be used.
class PairTable {
 public:
  // Where the value for the pair is or will be; 0 where it is new.
  uint32_t& operator()(uint32_t a, uint32_t b) {
    if (used_ * 2 >= slots_.size()) grow();
    Slot& slot = find(a, b);
    if (slot.a == 0 && slot.b == 0) slot.a = a, slot.b = b, ++used_;
    return slot.value;
  }
  size_t size() const { return used_; }

 private:
  struct Slot {
    uint32_t a = 0, b = 0, value = 0;
  };
  Slot& find(uint32_t a, uint32_t b) {
    uint64_t key = (uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15ull;
    for (size_t at = (key ^ key >> 32) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if ((slot.a == a && slot.b == b) || (slot.a == 0 && slot.b == 0)) return slot;
    }
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.a != 0 || slot.b != 0) find(slot.a, slot.b) = slot;
  }
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

template <class T>
class InternedSets {
 public:
  InternedSets() : sets_(1), index_(64, 0) {}

  // `items` as given is what the set is known by: sort them first where order means nothing.
  SetId intern(std::span<const T> items) {
    if (items.empty()) return 0;
    if (sets_.size() * 2 >= index_.size()) rebuild();
    SetId& slot = place(items);
    if (slot == 0) {
      slot = static_cast<SetId>(sets_.size());
      sets_.push_back(keep(items));
    }
    return slot;
  }
  std::span<const T> items(SetId id) const { return sets_[id]; }
  // All sets ever interned, the empty one among them.
  size_t size() const { return sets_.size(); }

  // Of two sets of sorted items.
  SetId unite(SetId a, SetId b) {
    if (a == 0 || a == b) return b;
    if (b == 0) return a;
    if (a > b) std::swap(a, b);
    uint32_t& known = united_(a, b);
    if (known != 0) return known;
    std::vector<T> all;
    const auto x = items(a), y = items(b);
    size_t i = 0, k = 0;
    while (i < x.size() || k < y.size()) {
      const bool left = k == y.size() || (i < x.size() && x[i] <= y[k]);
      const T next = left ? x[i] : y[k];
      if (i < x.size() && x[i] == next) ++i;
      if (k < y.size() && y[k] == next) ++k;
      all.push_back(next);
    }
    return known = intern(all);
  }

 private:
  static uint64_t hash(std::span<const T> items) {
    uint64_t h = items.size();
    for (T item : items) h = (h ^ static_cast<uint64_t>(item)) * 0x9E3779B97F4A7C15ull, h ^= h >> 29;
    return h;
  }
  SetId& place(std::span<const T> items) {
    for (size_t at = hash(items) & (index_.size() - 1);; at = (at + 1) & (index_.size() - 1)) {
      const auto held = sets_[index_[at]];
      if (index_[at] == 0 || std::equal(held.begin(), held.end(), items.begin(), items.end())) return index_[at];
    }
  }
  void rebuild() {
    index_.assign(index_.size() * 2, 0);
    for (SetId id = 1; id < sets_.size(); ++id) place(sets_[id]) = id;
  }
  // In blocks that never move: spans stay good while the table grows.
  std::span<const T> keep(std::span<const T> items) {
    constexpr size_t kBlock = 4096;
    if (kept_.empty() || kept_.back().capacity() - kept_.back().size() < items.size()) kept_.emplace_back().reserve(std::max(kBlock, items.size()));
    std::vector<T>& block = kept_.back();
    block.insert(block.end(), items.begin(), items.end());
    return {block.data() + (block.size() - items.size()), items.size()};
  }

  std::vector<std::span<const T>> sets_;
  std::vector<SetId> index_;
  std::deque<std::vector<T>> kept_;
  PairTable united_;
};

}  // namespace hearsay
