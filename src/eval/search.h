// A text that is searched for the words of anchors, whatever its spacing, quotation marks, dashes and Unicode composition.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// A half-open stretch of code points, by which shares of stretches are reckoned: a letter counts one, with diacritics or without.
struct Range {
  int start = 0;
  int end = 0;
  int length() const { return end - start; }
  friend bool operator==(Range, Range) = default;
};
int shared(Range a, Range b);
// The shared part of both together, 0 to 1.
double likeness(Range a, Range b);

class SearchText {
 public:
  explicit SearchText(std::string_view utf8);
  // Everywhere the words stand, none overlapping the one before.
  std::vector<Range> find(std::string_view words) const;
  // Every stretch from the first words to the nearest last words.
  std::vector<Range> stretches(const std::pair<std::string, std::string>& first_and_last) const;
  // The same, of one pair, where the first such stretch is repeated word by word.
  std::vector<Range> repeats(const std::pair<std::string, std::string>& first_and_last) const;

 private:
  std::u32string words_of(Range range) const;

  std::u32string text_;
  std::u32string folded_;
  std::vector<Range> at_;                // by code point of `folded_`: what it was made from
};

}  // namespace hearsay
