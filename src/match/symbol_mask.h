// A filter of symbols: 256 bits, a symbol's is its number modulo 256. What it has not, is not there; what it has, may be.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "match/program.h"

namespace hearsay {

struct SymbolMask {
  std::array<uint64_t, 4> words{};

  void add(Symbol symbol) { words[symbol >> 6 & 3] |= uint64_t{1} << (symbol & 63); }
  bool may_have(Symbol symbol) const { return words[symbol >> 6 & 3] >> (symbol & 63) & 1; }
  bool may_share(const SymbolMask& other) const {
    return ((words[0] & other.words[0]) | (words[1] & other.words[1]) | (words[2] & other.words[2]) | (words[3] & other.words[3])) != 0;
  }
  SymbolMask& operator|=(const SymbolMask& other) {
    for (size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
};

}  // namespace hearsay
