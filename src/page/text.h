// Text of a page as a reader sees it: white space folded, and how alike two lines are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::page {

// Appends with every run of white space as one space, none at the start of `line`; what has no width is left out.
void append_folded(std::string& line, std::string_view text);
// The same as a line of its own, without a space at its end.
std::string folded(std::string_view text);

// Resolves the character references that JSON-LD carries over from markup: &amp; &lt; &gt; &quot; &apos; &nbsp; and numbers.
std::string resolved(std::string_view text);

// A text's words, folded, without punctuation, sorted.
using Words = std::vector<std::string>;
Words words_of(std::string_view text);
// Words in common by the words of the longer one, 0..1 (bags of words; Dice's overlap was too kind to short lines).
double likeness(const Words& a, const Words& b);

}  // namespace hearsay::page
