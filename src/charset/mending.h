// The two ways in which text that is valid UTF-8 was decoded wrongly before, and what both need to turn it back into bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "charset/encodings.h"

namespace hearsay {

// Turns back UTF-8 that was read as windows-1252, wherever that is certain.
//   returns  how often over it was; 0 if nothing was changed
int unfold_mojibake(std::string& text);

// Converts the letters of a Vietnamese font that were taken for windows-1252, wherever that is certain.
//   returns  the encoding they were in; null if nothing was changed
const Encoding* convert_font_letters(std::string& text);

// The byte of a code point in windows-1252, of which the five undefined bytes and the C1 controls are themselves; -1 if it has none.
int windows_byte(char32_t code);

bool plain_ascii(std::string_view text);

// Calls visit(stretch, end) for each stretch between tags and lines, and with what ended it: one character of "<>\n", or none.
template <class Visit>
void each_stretch(std::string_view text, Visit visit) {
  for (size_t at = 0; at < text.size();) {
    const auto ends = [](char c) { return c == '<' || c == '>' || c == '\n'; };
    const size_t end = static_cast<size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ends) - text.begin());
    visit(text.substr(at, end - at), text.substr(end, 1));
    at = end + 1;
  }
}

}  // namespace hearsay
