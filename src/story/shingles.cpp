// SPDX-License-Identifier: Apache-2.0
#include "story/shingles.h"

namespace hearsay {
namespace {

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

}  // namespace hearsay
