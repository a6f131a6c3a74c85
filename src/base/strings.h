// Interned strings: one number per distinct string, in images and in memory alike.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "base/image.h"

namespace hearsay {

// Index into an image's string table. 0 is the empty string.
using StrId = uint32_t;

// The string table of a loaded image, with a hash table beside it.
class Strings {
 public:
  Strings() = default;
  explicit Strings(const ImageView& image)
      : bytes_(image.find("strings/bytes")), offsets_(image.get<uint32_t>("strings/offsets")), slots_(image.get<StrId>("strings/slots")) {}
  std::string_view operator[](StrId id) const { return bytes_.substr(offsets_[id], offsets_[id + 1] - offsets_[id]); }
  // 0 if the image does not hold the string.
  StrId find(std::string_view text) const {
    if (slots_.empty()) return 0;
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash_bytes(text) & mask; slots_[at] != 0; at = (at + 1) & mask)
      if ((*this)[slots_[at]] == text) return slots_[at];
    return 0;
  }
  size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }

 private:
  std::string_view bytes_;
  std::span<const uint32_t> offsets_;   // where each string begins, and where the last ends
  std::span<const StrId> slots_;   // a power of two, at most half full
};

// Collects strings while a pack is compiled.
class StringCollector {
 public:
  StringCollector() { texts_.push_back(""); }
  StrId add(std::string_view text) {
    if (text.empty()) return 0;
    auto [at, fresh] = ids_.emplace(std::string(text), static_cast<StrId>(texts_.size()));
    if (fresh) texts_.push_back(at->first);
    return at->second;
  }
  const std::string& text(StrId id) const { return texts_[id]; }
  // Writes the sections "strings/*".
  void finish(ImageWriter& image) const {
    std::vector<uint32_t> offsets;
    std::string bytes;
    size_t size = 2;
    while (size < texts_.size() * 2) size *= 2;
    std::vector<StrId> slots(size, 0);
    for (StrId id = 0; id < texts_.size(); ++id) {
      offsets.push_back(static_cast<uint32_t>(bytes.size()));
      bytes += texts_[id];
      if (id == 0) continue;
      size_t at = hash_bytes(texts_[id]) & (size - 1);
      while (slots[at] != 0) at = (at + 1) & (size - 1);
      slots[at] = id;
    }
    offsets.push_back(static_cast<uint32_t>(bytes.size()));
    image.add("strings/offsets", offsets);
    image.add("strings/slots", slots);
    image.add_bytes("strings/bytes", bytes.data(), bytes.size());
  }

 private:
  std::unordered_map<std::string, StrId> ids_;
  std::vector<std::string> texts_;
};

}  // namespace hearsay
