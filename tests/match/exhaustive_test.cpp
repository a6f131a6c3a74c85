// All patterns up to a size over a tiny alphabet, on all short texts.
// SPDX-License-Identifier: Apache-2.0
#include "match/duel.h"

namespace hearsay::testing {
namespace {

// A lexicon whose entries overlap: "b" alone and "a b" as one step.
const PackFiles kLexicon = {{"xx/syntax/ab.tsv", "form\tkind\nb\tone\na b\ttwo\n"}};

// All texts over the words, the shortest first.
std::vector<std::string> all_texts(const std::vector<std::string>& words, int longest) {
  std::vector<std::string> out, last{""};
  for (int length = 1; length <= longest; ++length) {
    std::vector<std::string> next;
    for (const std::string& text : last)
      for (const std::string& word : words) next.push_back(text.empty() ? word : text + " " + word);
    out.insert(out.end(), next.begin(), next.end());
    last = std::move(next);
  }
  return out;
}

// Patterns of exactly `size` operators and leaves, each able to stand anywhere.
std::vector<std::string> patterns_of(int size, const std::vector<std::string>& leaves) {
  if (size == 1) return leaves;
  std::vector<std::string> out;
  for (const std::string& inner : patterns_of(size - 1, leaves)) {
    if (inner.starts_with("!") || inner == "^" || inner == "$") continue;
    for (const char* mark : {"?", "*", "+", "{2}", "{1,2}"}) out.push_back("(" + inner + ")" + mark);
    if (inner.find(':') == std::string::npos) out.push_back("x:(" + inner + ")");
  }
  for (int left = 1; left + 1 < size; ++left)
    for (const std::string& a : patterns_of(left, leaves))
      for (const std::string& b : patterns_of(size - 1 - left, leaves)) {
        out.push_back("(" + a + " " + b + ")");
        if (a != b) out.push_back("(" + a + " | " + b + ")");
      }
  return out;
}

std::vector<std::string> patterns_up_to(int size, const std::vector<std::string>& leaves) {
  std::vector<std::string> out;
  for (int n = 1; n <= size; ++n)
    for (std::string& pattern : patterns_of(n, leaves)) out.push_back(std::move(pattern));
  return out;
}

TEST(MatchExhaustive, WordsAndEntriesOfThreePieces) {
  const auto patterns = patterns_up_to(3, {"a", "b", "<ab>", "<ab kind=two>", "!a", "!<ab>", "^", "$", "#any", "y:b"});
  Duel duel(patterns, kLexicon);
  ASSERT_TRUE(duel.made().made()) << duel.made().messages();
  expect_agreement(duel, patterns, all_texts({"a", "b", "c"}, 4));
  EXPECT_GT(duel.matches(), 50'000);
}

TEST(MatchExhaustive, TwoWordsInFourPieces) {
  const auto patterns = patterns_up_to(4, {"a", "y:a", "<ab>", "!<ab>"});
  Duel duel(patterns, kLexicon);
  ASSERT_TRUE(duel.made().made()) << duel.made().messages();
  expect_agreement(duel, patterns, all_texts({"a", "b"}, 5));
  EXPECT_GT(duel.matches(), 50'000);
}

}  // namespace
}  // namespace hearsay::testing
