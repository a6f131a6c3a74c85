// No text and no pattern makes the matcher run away: its steps grow with the text, not faster.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "match/matcher.h"
#include "pack/made_pack.h"
#include "text/tokens.h"

namespace hearsay::testing {
namespace {

// Patterns that run away under plain backtracking. Each may end in two ways, so that none is passed over for a word that is nowhere.
const std::string kNasty = R"(rule nested
  ((a*)* (a | #word)*)* (x | y)
  -> n
rule choices
  ((a | a | a)+ (a | a a)* "\q"?)+ (x | y)
  -> n
rule counted
  (a?){6} a{6} (x | y)
  -> n
rule capitals
  (#cap | #caps | #proper)* p:(#caps*)* ("." | ";")
  -> n
rule quoted
  ("\q" | "“") (#any)* ("\q" | "”") (#any)* ("\q" | "”")
  -> n
rule entries
  (<word> | a)* (<word>)* (x | y)
  -> n
)";
const std::string kOne = "rule nested\n  ((a*)*)* (x | y)\n  -> n\n";

MadePack made(const std::string& rules) { return MadePack({{"xx/syntax/n.rules", rules}, {"xx/syntax/word.tsv", "form\na\na a\na a a\n"}}); }

struct Cost {
  uint64_t steps = 0;
  size_t tokens = 0, longest = 0;        // of a sentence
};

Cost cost_of(const MadePack& pack, const std::string& text) {
  const LanguagePack& language = pack.language("xx");
  WordCache cache(&pack.pack().vocabulary());
  const std::vector<Token> tokens = tokenize(text, language.text, cache);
  Cost cost;
  cost.tokens = tokens.size();
  Matcher matcher;
  const auto sets = matcher.sets_of(language.language);
  int cut = 0;
  for (const SentenceTokens& sentence : split_sentences(text, tokens, language.text, cut)) {
    cost.longest = std::max<size_t>(cost.longest, sentence.last - sentence.first);
    const Lattice lattice(sets, text, std::span(tokens).subspan(sentence.first, sentence.last - sentence.first));
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

// What the matcher promises: per rule and start, states times positions.
uint64_t promised(const MadePack& pack, const Cost& cost) {
  uint64_t states = 0;
  for (const Rule& rule : pack.language("xx").program("syntax", 1).rules) states += rule.state_count;
  return states * cost.tokens * (cost.longest + 1);
}

// Twice the text costs twice the steps, give or take a sentence.
void expect_linear(const std::string& rules, const std::string& piece, int times) {
  const MadePack pack = made(rules);
  const Cost half = cost_of(pack, repeated(piece, times / 2)), whole = cost_of(pack, repeated(piece, times)), sentence = cost_of(pack, repeated(piece, 400));
  EXPECT_LE(whole.longest, kMostSentenceTokens);
  EXPECT_LE(whole.steps, 2 * half.steps + 2 * sentence.steps) << piece;
  EXPECT_LE(whole.steps, promised(pack, whole)) << piece;
}

TEST(MatchSteps, OneTokenAHundredThousandTimes) { expect_linear(kOne, "a ", 100'000); }

// A rule costs nothing in a sentence that lacks what each of its matches must have.
TEST(MatchSteps, SentencesWithoutTheRequiredWordAreFree) {
  const MadePack pack = made("rule end\n  #any* kkk\n  -> np\n");
  EXPECT_EQ(cost_of(pack, repeated("a ", 1'000)).steps, 0u);
  EXPECT_GT(cost_of(pack, repeated("a ", 1'000) + "kkk").steps, 0u);
}

TEST(MatchSteps, OneTokenUnderNastyPatterns) { expect_linear(kNasty, "a ", 3'000); }

TEST(MatchSteps, TenThousandOpenQuotationMarks) {
  expect_linear(kNasty, "“a ", 10'000);
  expect_linear(kNasty, "\" ", 10'000);
}

TEST(MatchSteps, AllCapitals) { expect_linear(kNasty, "AA BB ", 3'000); }

TEST(MatchSteps, ShortSentencesCostTheSameEach) {
  const MadePack pack = made(kNasty);
  const Cost one = cost_of(pack, "A a a b.\n"), many = cost_of(pack, repeated("A a a b.\n", 10'000));
  EXPECT_EQ(many.steps, 10'000 * one.steps);
}

}  // namespace
}  // namespace hearsay::testing
