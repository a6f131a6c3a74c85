// The lines of .rules and .frames files, without comments and indentation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "pack/source.h"

namespace hearsay {

struct FileLine {
  std::string_view text;   // without the indentation
  std::string_view whole;
  int number = 0;
  int column = 1;          // where `text` begins
  bool indented = false;
  int column_of(std::string_view piece) const { return column_at(whole, static_cast<size_t>(piece.data() - whole.data())); }
};
std::vector<FileLine> lines_of(const SourceFile& file);

// What defines, captures, lexicons and keys may be called by.
inline bool name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

}  // namespace hearsay
