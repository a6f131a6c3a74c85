// No text and no pattern makes the matcher run away: its steps grow with the text, not faster.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "match/matcher.h"
#include "pack/made_pack.h"
#include "text/tokens.h"

namespace hearsay::testing {
namespace {

// Patterns that run away under plain backtracking.
const std::string kNasty = R"(rule nested
  ((a*)* (a | #word)*)* x
  -> n
rule choices
  ((a | a | a)+ (a | a a)* "\q"?)+ x
  -> n
rule counted
  (a?){20} a{20} x
  -> n
rule capitals
  (#cap | #caps | #proper)* p:(#caps*)* "."
  -> n
rule quoted
  ("\q" | "“") (#any)* ("\q" | "”") (#any)* ("\q" | "”")
  -> n
rule entries
  (<word> | a)* (<word>)* x
  -> n
)";

const MadePack& nasty() {
  static const MadePack made({{"xx/syntax/n.rules", kNasty}, {"xx/syntax/word.tsv", "form\na\na a\na a a\n"}});
  return made;
}

struct Cost {
  uint64_t steps = 0;
  size_t tokens = 0, longest = 0;        // of a sentence
};

Cost cost_of(const std::string& text) {
  const LanguagePack& language = nasty().language("xx");
  WordCache cache(&nasty().pack().vocabulary());
  const std::vector<Token> tokens = tokenize(text, language.text, cache);
  Cost cost;
  cost.tokens = tokens.size();
  Matcher matcher;
  int cut = 0;
  for (const SentenceTokens& sentence : split_sentences(text, tokens, language.text, cut)) {
    cost.longest = std::max<size_t>(cost.longest, sentence.last - sentence.first);
    const Lattice lattice(language.language, text, std::span(tokens).subspan(sentence.first, sentence.last - sentence.first));
    (void)matcher.find_best(language.program("syntax", 1), lattice);
  }
  cost.steps = matcher.steps();
  return cost;
}

std::string repeated(const std::string& piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

// Twice the text, at most twice the steps and a sentence more.
void expect_linear(const std::string& piece, int times) {
  const Cost once = cost_of(repeated(piece, times)), twice = cost_of(repeated(piece, 2 * times)), sentence = cost_of(repeated(piece, 400));
  EXPECT_GT(once.steps, 0u);
  EXPECT_LE(once.longest, kMostSentenceTokens);
  EXPECT_LE(twice.steps, 2 * once.steps + 2 * sentence.steps) << piece;
}

// What the matcher's head promises: per rule and start, states times positions.
uint64_t promised(const Cost& cost) {
  uint64_t states = 0;
  for (const Rule& rule : nasty().language("xx").program("syntax", 1).rules) states += rule.state_count;
  return states * cost.tokens * (cost.longest + 1);
}

TEST(MatchSteps, OneTokenAHundredThousandTimes) {
  const Cost cost = cost_of(repeated("a ", 20'000));
  EXPECT_LE(cost.steps, promised(cost));
  expect_linear("a ", 10'000);
}

TEST(MatchSteps, TenThousandOpenQuotationMarks) {
  const Cost cost = cost_of(repeated("“a ", 10'000));
  EXPECT_LE(cost.steps, promised(cost));
  expect_linear("“a ", 5'000);
  expect_linear("\" ", 5'000);
}

TEST(MatchSteps, AllCapitals) {
  const Cost cost = cost_of(repeated("AA BB. ", 10'000));
  EXPECT_LE(cost.steps, promised(cost));
  expect_linear("AA BB ", 5'000);
}

TEST(MatchSteps, AHundredThousandShortSentences) {
  const Cost one = cost_of("A a a b.\n"), many = cost_of(repeated("A a a b.\n", 100'000));
  EXPECT_EQ(many.steps, 100'000 * one.steps);
}

}  // namespace
}  // namespace hearsay::testing
