// SPDX-License-Identifier: Apache-2.0
#include "story/shingles.h"

#include <algorithm>

namespace hearsay {
namespace {

template <class Value>
std::vector<Value> as_set(std::vector<Value> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

uint64_t mix(uint64_t hash, uint64_t word) { return (hash ^ word) * 0x9e3779b97f4a7c15ull ^ (hash >> 29); }

}  // namespace

std::vector<uint64_t> shingles(const std::vector<OwnWord>& words) {
  std::vector<uint64_t> out;
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kShingleWords; ++k) hash = mix(hash, words[i + k].hash);
    out.push_back(hash);
  }
  return out;
}

std::vector<uint64_t> prints(const std::vector<OwnWord>& words) {
  const std::vector<uint64_t> all = shingles(words);
  std::vector<uint64_t> out;
  for (size_t start = 0, last = all.size(); start < all.size() && (start == 0 || start + kWindow <= all.size()); ++start) {
    const auto window = all.begin() + static_cast<std::ptrdiff_t>(start);
    const size_t length = std::min(kWindow, all.size() - start);
    const size_t least = start + static_cast<size_t>(std::min_element(window, window + static_cast<std::ptrdiff_t>(length)) - window);
    if (least != last) out.push_back(all[last = least]);
  }
  return as_set(std::move(out));
}

std::vector<uint16_t> sketch(const std::vector<OwnWord>& words) {
  std::vector<uint16_t> out;
  for (uint64_t shingle : shingles(words)) out.push_back(static_cast<uint16_t>(shingle >> 48));
  return as_set(std::move(out));
}

size_t count_shared(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b) {
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++shared;
    const bool step_a = a[i] <= b[k], step_b = b[k] <= a[i];
    i += step_a;
    k += step_b;
  }
  return shared;
}

}  // namespace hearsay
