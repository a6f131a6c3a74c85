// A flat file of named arrays that is used where it lies: mapped or embedded, never parsed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace hearsay {

// Layout: header, section table sorted by name, then the arrays, each on a 16-byte boundary. Numbers are little-endian;
// `kVersion` changes whenever any stored struct does.
struct ImageHeader {
  static constexpr uint64_t kMagic = 0x3173796172616568ull;  // "hearays1" read as bytes
  static constexpr uint32_t kVersion = 8;
  uint64_t magic = kMagic;
  uint32_t version = kVersion;
  uint32_t sections = 0;
};
struct ImageSection {
  char name[48] = {};
  uint64_t offset = 0;
  uint64_t bytes = 0;
};

class ImageWriter {
 public:
  template <class T>
  void add(std::string_view name, const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(name, items.data(), items.size() * sizeof(T));
  }
  void add_bytes(std::string_view name, const void* data, size_t bytes) {
    sections_[std::string(name)] = std::string(static_cast<const char*>(data), bytes);
  }
  std::string finish() const;

 private:
  std::map<std::string, std::string> sections_;
};

// A view into an image's bytes; the bytes must outlive it and be 16-byte aligned.
class ImageView {
 public:
  ImageView() = default;
  // An empty view if the bytes are no image of this version.
  explicit ImageView(std::string_view bytes);
  bool valid() const { return !sections_.empty(); }
  template <class T>
  std::span<const T> get(std::string_view name) const {
    std::string_view bytes = find(name);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view find(std::string_view name) const;

 private:
  std::string_view bytes_;
  std::span<const ImageSection> sections_;
};

}  // namespace hearsay
