// Larger random patterns with nodes, number ranges and shapes, on random texts; the seeds are fixed.
// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "match/duel.h"

namespace hearsay::testing {
namespace {

const PackFiles kLexicons = {{"xx/syntax/ab.tsv", "form\tkind\nb\tone\na b\ttwo|three\na b c\ttwo\n"}, {"xx/syntax/cd.tsv", "form\tkind\nc\tone\nd\t\n"}};

// Nodes: "c d" is an n of kind long; a lone d is an n without a kind; a number behind "e" is a q.
const std::string kLevelOne = R"(level 1

rule long
  c d
  -> n kind=long

rule brief
  d
  -> n

rule numbered
  e it:(#num)
  -> q kind=short
)";

class Writer {
 public:
  explicit Writer(uint32_t seed) : random_(seed) {}

  std::string pattern(int size) {
    if (size <= 1) return leaf();
    switch (roll(8)) {
      case 0: case 1: case 2: {
        const int left = 1 + roll(size - 1);
        return pattern(left) + " " + pattern(size - left);
      }
      case 3: case 4: {
        const int left = 1 + roll(size - 1);
        return "(" + pattern(left) + " | " + pattern(size - left) + ")";
      }
      case 5: return "(" + pattern(size - 1) + ")" + pick({"?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"});
      default: return std::string(1, static_cast<char>('p' + captured_++ % 8)) + ":(" + pattern(size - 1) + ")";
    }
  }

  std::string text(int longest) {
    std::string out;
    for (int i = 0, words = 1 + roll(longest); i < words; ++i) out += pick({"a ", "b ", "c ", "d ", "e ", "A ", "BB ", "1 ", "7 ", "30 ", ", ", ". ", "x ", "a-"});
    return out;
  }

 private:
  int roll(int sides) { return static_cast<int>(random_() % static_cast<uint32_t>(sides)); }
  std::string pick(std::initializer_list<const char*> choices) { return choices.begin()[roll(static_cast<int>(choices.size()))]; }
  std::string leaf() {
    return pick({"a", "b", "c", "d", "\"a b\"", "\",\"", "\"-\"", "<ab>", "<ab kind=two>", "<ab kind=one|three>", "<ab kind!=two>", "<cd kind>", "<cd !kind>", "@n",
                 "@n[kind=long]", "@n[!kind]", "@q", "#num", "#num(1-7)", "#num(8-31)", "#word", "#punct", "#any", "#cap", "#caps", "#mixed", "#lower",
                 "#joined", "!a", "!(a | <ab>)", "!@n", "!#num(1-7)", "!\",\"", "^", "$"});
  }

  std::mt19937 random_;
  int captured_ = 0;
};

void run_round(uint32_t seed) {
  Writer writer(seed);
  std::vector<std::string> patterns, texts;
  for (int i = 0; i < 60; ++i) patterns.push_back(writer.pattern(2 + i % 7));
  for (int i = 0; i < 60; ++i) texts.push_back(writer.text(7));
  Duel duel(patterns, kLexicons, kLevelOne);
  ASSERT_TRUE(duel.made().made()) << duel.made().messages();
  expect_agreement(duel, patterns, texts);
  EXPECT_GT(duel.matches(), 500);
}

TEST(MatchRandom, TheFastAndTheSlowMatcherAgree) {
  for (uint32_t seed = 1; seed <= 25 && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    run_round(seed);
  }
}

}  // namespace
}  // namespace hearsay::testing
