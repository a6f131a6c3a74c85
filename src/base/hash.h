// Hashing of short byte strings for tables in memory and in images. Stable across machines and runs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

// FNV-1a (Fowler, Noll, Vo) with a final avalanche (the 64-bit finaliser of MurmurHash3), since tables use the low bits.
inline uint64_t hash_bytes(std::string_view bytes, uint64_t seed = 0) {
  uint64_t hash = 14695981039346656037ull ^ seed;
  for (unsigned char c : bytes) hash = (hash ^ c) * 1099511628211ull;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdull;
  hash ^= hash >> 33;
  return hash;
}

}  // namespace hearsay
