// Texts as code points, to and from ICU's strings.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace hearsay {

inline std::u32string wide(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) out += static_cast<char32_t>(text.char32At(i));
  return out;
}

inline icu::UnicodeString of_icu(std::u32string_view text) {
  icu::UnicodeString out;
  for (char32_t code : text) out.append(static_cast<UChar32>(code));
  return out;
}

}  // namespace hearsay
