// SPDX-License-Identifier: Apache-2.0
#include "archive/names.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr size_t kLongestName = 4096;     // PATH_MAX of Linux; TAR allows a megabyte

// How many bytes the well-formed UTF-8 character at the front has (Unicode 15, table 3-7), 0 if there is none.
size_t character(std::string_view bytes) {
  const auto at = [&](size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const auto follows = [&](size_t i) { return (at(i) & 0xC0) == 0x80; };
  const unsigned first = at(0), second = at(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool fits = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second <= 0x9F);
    return fits && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool fits = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F);
    return fits && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string printable_name(std::string_view bytes) {
  std::string name;
  while (!bytes.empty() && name.size() < kLongestName) {
    const size_t length = character(bytes);
    const auto first = static_cast<unsigned char>(bytes[0]);
    const bool control = length == 1 ? first < 0x20 || first == 0x7F : length == 2 && first == 0xC2 && static_cast<unsigned char>(bytes[1]) < 0xA0;
    if (length == 0 || control) name += "\xEF\xBF\xBD";
    else name += bytes.substr(0, length);
    bytes.remove_prefix(std::max<size_t>(length, 1));
  }
  return name;
}

bool is_system_name(std::string_view name) {
  const std::string_view file = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || name.find("/__MACOSX/") != std::string_view::npos || file == ".DS_Store" || file.starts_with("._");
}

}  // namespace hearsay
