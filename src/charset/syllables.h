// How much a text looks like written Vietnamese: a property of its letters, without any word.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay {

// Whether a word is one syllable of the orthography: onset, rime and a tone the rime can bear, its capitals where capitals stand.
bool is_syllable(std::u32string_view word);

// Words of a text by whether they are syllables. Words of letters with diacritics count apart, since they alone tell encodings apart.
struct Look {
  size_t marked = 0;          // with diacritics, and a syllable
  size_t marked_strange = 0;  // with letters beyond ASCII, and none
  size_t plain = 0;           // of ASCII letters, and a syllable
  size_t plain_strange = 0;   // and none; short words of capitals only, which are mostly initials, are not counted
};

// Cost: linear. `text` is UTF-8 in NFC.
Look look_at(std::string_view text);

// Whether so many words are syllables that the text is Vietnamese for certain. Measured: detection_test.cpp.
bool surely_vietnamese(const Look& look);

}  // namespace hearsay
