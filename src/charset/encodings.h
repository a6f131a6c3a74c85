// The encodings that are known, by the labels under which they are declared.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

enum class EncodingKind { kUtf8, kWide, kSingleByte, kMultiByte, kVietnamese };

struct Encoding {
  std::string_view name;        // as DecodedText::encoding
  std::string_view converter;   // ICU's name; empty for UTF-8 and for the tables of vietnamese.h
  EncodingKind kind;
  std::string_view labels;      // separated by spaces, `name` left out
};

// The encoding a label names, whatever its case and the white space around it; null if none is known by it.
const Encoding* find_encoding(std::string_view label);

// Bytes as UTF-8; what precomposes becomes NFC where the encoding itself writes marks apart (windows-1258, TCVN3).
//   malformed  grows by the characters that became U+FFFD
std::string convert(std::string_view bytes, const Encoding& encoding, size_t& malformed);

}  // namespace hearsay
