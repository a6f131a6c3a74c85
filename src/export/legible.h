// Text from outside, made so that nothing in it can hide, turn round or drive what shows it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Whether a code point reorders or hides text, or drives what shows it: control characters but for tabs and line ends, too.
bool hides(char32_t code);

// Control characters become their pictures (U+2400 and on), what reorders or hides text becomes "[U+202E]", malformed bytes U+FFFD. Tabs and line feeds stay.
std::string legible(std::string_view text);
// The same on one line: white space becomes single spaces.
std::string legible_line(std::string_view text);
// The same, as the content or a quoted attribute of HTML.
std::string html_text(std::string_view text);

// A JSON text in which what reorders or hides text is written as \u202e: it reads back the same, and hides nothing from who looks at it.
std::string legible_json(std::string_view json);

}  // namespace hearsay
