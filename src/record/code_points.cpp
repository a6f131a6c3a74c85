// Byte offsets to code point offsets and back: a running count for each block of bytes, and a look into one block.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "hearsay/hearsay.h"

namespace hearsay {
namespace {

// One cache line: the table is a sixteenth of the text, and a look reads one line of each.
constexpr size_t kBlock = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

uint32_t count_starts(std::string_view bytes) {
  uint32_t count = 0;
  for (char byte : bytes) count += starts_code_point(byte);
  return count;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  every_.reserve(text.size() / kBlock + 1);
  uint32_t count = 0;
  for (size_t block = 0; block <= text.size(); block += kBlock) {
    every_.push_back(count);
    count += count_starts(text.substr(block, kBlock));
  }
}

// Code points that start before `byte`; an offset past the end counts as the end.
uint32_t CodePoints::at(uint32_t byte) const {
  const size_t end = std::min<size_t>(byte, text_.size());
  const size_t block = end / kBlock;
  return every_[block] + count_starts(text_.substr(block * kBlock, end % kBlock));
}

// Where that code point starts; the end of the text if it has no such code point.
uint32_t CodePoints::byte_of(uint32_t code_point) const {
  const auto after = std::upper_bound(every_.begin(), every_.end(), code_point);
  const auto block = static_cast<size_t>(after - every_.begin()) - 1;
  uint32_t count = every_[block];
  size_t at = block * kBlock;
  for (; at < text_.size(); ++at) {
    if (starts_code_point(text_[at]) && count++ == code_point) break;
  }
  return static_cast<uint32_t>(at);
}

}  // namespace hearsay
