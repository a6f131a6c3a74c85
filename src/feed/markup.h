// HTML in the fields of feeds: names of characters, text out of markup and markup out of text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// What a reference such as "&amp;", "&nbsp;" or "&#7879;" stands for, and how many bytes it takes; length 0 if it is none.
struct CharacterReference {
  char32_t code = 0;
  uint32_t length = 0;
};
CharacterReference html_reference(std::string_view text, size_t at);

// `text` with &, <, > and the double quotation mark as references.
void append_escaped(std::string& out, std::string_view text);
// Plain text as HTML: a paragraph for each line that is not blank.
std::string html_of_text(std::string_view text);
// The words of a little HTML, as titles have it: no tags, references read, white space folded.
std::string text_of_html(std::string_view html);
// White space, no-break spaces among it, folded; none at the ends.
std::string fold_blanks(std::string_view text);
// Whether an element of this name is only ever a start tag (HTML, void elements); lower case.
bool void_element(std::string_view name);

}  // namespace hearsay
