// What each sign of a pattern means, one at a time, and which of several matches is taken.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "match/matcher.h"
#include "pack/made_pack.h"
#include "text/cut.h"

namespace hearsay::testing {
namespace {

const PackFiles kLexicons = {
    {"xx/syntax/titles.tsv", "form\trole\tgender\nchủ tịch\tleader|speaker\t\nbà chủ\t\tf\nvua\tleader\tm\n"},
    {"xx/syntax/nouns.tsv", "form\nthư\nlá thư\n"}};

MadePack rules(const std::string& text) {
  PackFiles files = kLexicons;
  files.emplace_back("xx/syntax/r.rules", text);
  return MadePack(files);
}

// rule "words" for each match of level 1, all or the chosen ones.
Words matches(const MadePack& made, const std::string& text, bool best) {
  OneSentence sentence(made, "xx", text);
  Matcher matcher;
  const Program& program = made.language("xx").program("syntax", 1);
  Words out;
  for (const Match& match : best ? matcher.find_best(program, sentence.lattice()) : matcher.find_all(program, sentence.lattice())) {
    const std::string_view id = made.pack().strings()[match.rule->id];
    out.push_back(std::string(id.substr(id.find(':') + 1)) + " \"" + std::string(sentence.lattice().words(match.start, match.end)) + "\"");
  }
  return out;
}
// The matches of a single pattern.
Words found(const std::string& pattern, const std::string& text) {
  Words out;
  for (const std::string& match : matches(rules("rule r\n  " + pattern + "\n  -> n\n"), text, false)) out.push_back(match.substr(2));
  return out;
}

TEST(MatchRules, WordsInAnyCaseAndNormalForm) {
  EXPECT_EQ(found("triều", "TRIỀU Trie\u0302\u0300u triều trieu"), (Words{"\"TRIỀU\"", "\"Trie\u0302\u0300u\"", "\"triều\""}));
  EXPECT_EQ(found("\"ngày 22\"", "Ngày 22 ngày 23"), (Words{"\"Ngày 22\""}));
  EXPECT_EQ(found("\"\\q\"", "a \" b"), (Words{"\"\"\""}));
}

TEST(MatchRules, AnEntryIsOneStepHoweverManyWords) {
  EXPECT_EQ(found("<titles> <nouns>", "chủ tịch lá thư"), (Words{"\"chủ tịch lá thư\""}));
  EXPECT_EQ(found("<nouns>", "lá thư"), (Words{"\"lá thư\"", "\"thư\""}));
}

TEST(MatchRules, TestsOfAttributes) {
  EXPECT_EQ(found("<titles role=speaker>", "chủ tịch vua bà chủ"), (Words{"\"chủ tịch\""}));
  EXPECT_EQ(found("<titles role=speaker|leader>", "chủ tịch vua bà chủ"), (Words{"\"chủ tịch\"", "\"vua\""}));
  EXPECT_EQ(found("<titles gender!=f>", "chủ tịch vua bà chủ"), (Words{"\"chủ tịch\"", "\"vua\""}));
  EXPECT_EQ(found("<titles gender>", "chủ tịch vua bà chủ"), (Words{"\"vua\"", "\"bà chủ\""}));
  EXPECT_EQ(found("<titles !gender>", "chủ tịch vua bà chủ"), (Words{"\"chủ tịch\""}));
}

TEST(MatchRules, NumbersInARange) {
  EXPECT_EQ(found("#num(1-31)", "0 1 31 32 x"), (Words{"\"1\"", "\"31\""}));
  EXPECT_EQ(found("#num(7)", "6 7 8"), (Words{"\"7\""}));
  EXPECT_EQ(found("#num", "6 x 3.5"), (Words{"\"6\"", "\"3.5\""}));
}

TEST(MatchRules, ShapesOfWords) {
  const std::string text = "a Bà NATO , 5";
  EXPECT_EQ(found("#cap", text), (Words{"\"Bà\"", "\"NATO\""}));
  EXPECT_EQ(found("#caps", text), (Words{"\"NATO\""}));
  EXPECT_EQ(found("#mixed", text), (Words{"\"Bà\""}));
  EXPECT_EQ(found("#lower", text), (Words{"\"a\""}));
  EXPECT_EQ(found("#punct", text), (Words{"\",\""}));
  EXPECT_EQ(found("#joined", "a-b"), (Words{"\"-\"", "\"b\""}));
}

TEST(MatchRules, ProperIsACapitalThatMeansSomething) {
  EXPECT_EQ(found("#proper", "Thư của Lan"), (Words{"\"Lan\""}));      // a known word that opens the sentence
  EXPECT_EQ(found("#proper", "Lan gửi Thư"), (Words{"\"Lan\"", "\"Thư\""}));
}

TEST(MatchRules, UnknownIsAWordNoPackNames) {
  EXPECT_EQ(found("#unknown", "thư blim 5 chủ"), (Words{"\"blim\""}));
}

TEST(MatchRules, RepetitionTakesTheLongest) {
  EXPECT_EQ(found("a{2,3} b?", "a a a a"), (Words{"\"a a a\"", "\"a a a\"", "\"a a\""}));
  EXPECT_EQ(found("a+ b", "a a b"), (Words{"\"a a b\"", "\"a b\""}));
  EXPECT_TRUE(found("a{3}", "a a").empty());
}

TEST(MatchRules, TheSentencesEnds) {
  EXPECT_EQ(found("^ a", "a a"), (Words{"\"a\""}));
  EXPECT_EQ(found("a b $", "a b a b"), (Words{"\"a b\""}));
  EXPECT_EQ(found("^ a $", "a").size(), 1u);
}

TEST(MatchRules, NotLooksOneStepAhead) {
  EXPECT_EQ(found("a !b", "a b a c a"), (Words{"\"a\"", "\"a\""}));
  EXPECT_EQ(found("a !(b | <nouns>)", "a b a thư a c"), (Words{"\"a\""}));
  EXPECT_EQ(found("!a #word", "a b"), (Words{"\"b\""}));
}

TEST(MatchRules, NothingEmptyIsAMatch) {
  EXPECT_TRUE(found("a?", "b").empty());
  EXPECT_TRUE(found("^ a* $", "b").empty());
}

TEST(MatchRules, PriorityThenLengthThenTellingWords) {
  const MadePack made = rules(R"(rule long
  #word #word
  -> n
rule short priority 1
  a
  -> n
rule shape
  #word b
  -> n
rule words
  a b
  -> n
)");
  EXPECT_EQ(matches(made, "a b", false), (Words{"short \"a\"", "words \"a b\"", "shape \"a b\"", "long \"a b\""}));
  EXPECT_EQ(matches(made, "a b c d", true), (Words{"short \"a\"", "long \"b c\""}));
}

TEST(MatchRules, TheBestAreLeftmostAndApart) {
  const MadePack made = rules("rule two\n  #word #word\n  -> n\nrule later priority 9\n  b\n  -> n\n");
  EXPECT_EQ(matches(made, "a b c", true), (Words{"two \"a b\""}));
}

TEST(MatchRules, EqualsKeepThePacksOrder) {
  const MadePack made = rules("rule first\n  a\n  -> n\nrule second\n  a\n  -> n\n");
  EXPECT_EQ(matches(made, "a", false), (Words{"first \"a\"", "second \"a\""}));
}

// ---- nodes

std::string node_of(const std::string& rule, const std::string& text) {
  const MadePack made = rules(rule);
  OneSentence sentence(made, "xx", text);
  const Strings& strings = made.pack().strings();
  Matcher matcher;
  const Program& program = made.language("xx").program("syntax", 1);
  std::string out;
  for (const Match& match : matcher.find_best(program, sentence.lattice())) {
    const Node node = make_node(program, program.emits_of(*match.rule)[0], match, sentence.lattice(), strings);
    out += std::string(strings[node.category]) + " \"" + std::string(sentence.lattice().words(node.start, node.end)) + "\"";
    for (const Attr& attr : node.attrs) out += " " + std::string(strings[attr.key]) + "=" + std::string(strings[attr.value]);
    for (const Part& part : node.parts) out += " " + std::string(strings[part.name]) + ":" + std::string(sentence.lattice().words(part.start, part.end));
  }
  return out;
}

TEST(MatchNodes, HoldLiteralsAttributesAndParts) {
  EXPECT_EQ(node_of("rule r\n  t:<titles> o:(#word)\n  -> np number=one role={t.role} of={o}\n", "vua Lan"), "np \"vua Lan\" number=one role=leader t:vua o:Lan");
}

TEST(MatchNodes, InheritAllAttributes) {
  EXPECT_EQ(node_of("rule r\n  t:<titles>\n  -> np inherit=t\n", "vua"), "np \"vua\" role=leader gender=m t:vua");
}

TEST(MatchNodes, ItNarrowsTheNode) {
  EXPECT_EQ(node_of("rule r\n  a it:(b c) d\n  -> n\n", "a b c d"), "n \"b c\" it:b c");
}

TEST(MatchNodes, AnAbsentCaptureGivesNothing) {
  EXPECT_EQ(node_of("rule r\n  a (t:<titles>)?\n  -> n role={t.role}\n", "a b"), "n \"a\"");
}

TEST(MatchNodes, HideWhatTheyCover) {
  const MadePack made = rules("rule small\n  a\n  -> n\nlevel 2\nrule big\n  @n b\n  -> m\nlevel 3\nrule late\n  @n\n  -> k\n");
  OneSentence sentence(made, "xx", "a b a");
  Matcher matcher;
  const auto run = [&](int level) {
    const Program& program = made.language("xx").program("syntax", level);
    const auto best = matcher.find_best(program, sentence.lattice());
    for (const Match& match : best)
      sentence.lattice().add_node(make_node(program, program.emits_of(*match.rule)[0], match, sentence.lattice(), made.pack().strings()));
    return best.size();
  };
  EXPECT_EQ(run(1), 2u);
  EXPECT_EQ(run(2), 1u);
  EXPECT_EQ(run(3), 1u);   // the first n is hidden by m
}

}  // namespace
}  // namespace hearsay::testing
