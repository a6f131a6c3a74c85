// Rules as they are written: patterns, what they make, examples, defines, levels.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "pack/made_pack.h"
#include "pack/shape.h"

namespace hearsay::testing {
namespace {

// `defines` is a file of rules that holds nothing else.
std::string parsed(const std::string& pattern, const std::string& defines = "") {
  Diagnostics diagnostics;
  Defines known = read_defines(sources({{"vi/time/defines.rules", defines}}), "vi", diagnostics);
  const Pattern tree = parse_pattern(PatternText(pattern, 1, 1), "f", known, diagnostics);
  return diagnostics.all().empty() ? shape(tree) : to_string(diagnostics.all()[0]);
}

std::vector<RuleSource> rules_of(const std::string& text, std::string* messages = nullptr) {
  Diagnostics diagnostics;
  auto parsed = parse_all_rules(sources({{"vi/time/days.rules", text}}), diagnostics);
  if (messages)
    for (const Diagnostic& diagnostic : diagnostics.all()) *messages += to_string(diagnostic) + "\n";
  return std::move(parsed.rules);
}

TEST(RuleParser, Steps) {
  EXPECT_EQ(parsed("ngày"), "\"ngày\"");
  EXPECT_EQ(parsed("\"ngày 22\""), "\"ngày 22\"");
  EXPECT_EQ(parsed("\"\\q\""), "\"\"\"");
  EXPECT_EQ(parsed("<titles>"), "<titles>");
  EXPECT_EQ(parsed("@np"), "@np");
  EXPECT_EQ(parsed("#num(1-31)"), "#num(1-31)");
  EXPECT_EQ(parsed("#num(7)"), "#num(7-7)");
  EXPECT_EQ(parsed("^ a $"), "(seq ^ \"a\" $)");
}

TEST(RuleParser, TestsOfAttributesPartsAndLexicons) {
  EXPECT_EQ(parsed("<titles role=head-of-state|leader gender!=f x !y>"), "<titles role=head-of-state|leader !gender=f x !y>");
  EXPECT_EQ(parsed("@vg[tense=past verb=<cue pos=verb>|<act> verb.lemma=tell has-by]"), "@vg[tense=past verb=<cue pos=verb>|<act> verb.lemma=tell has-by]");
}

TEST(RuleParser, SequencesAndChoices) {
  EXPECT_EQ(parsed("a b"), "(seq \"a\" \"b\")");
  EXPECT_EQ(parsed("a b | c"), "(or (seq \"a\" \"b\") \"c\")");
  EXPECT_EQ(parsed("a (b | c) d"), "(seq \"a\" (or \"b\" \"c\") \"d\")");
}

TEST(RuleParser, Repetitions) {
  EXPECT_EQ(parsed("a? b* c+"), "(seq (0..1 \"a\") (0.. \"b\") (1.. \"c\"))");
  EXPECT_EQ(parsed("a{2,4} b{3} c{2,}"), "(seq (2..4 \"a\") (3..3 \"b\") (2.. \"c\"))");
  EXPECT_EQ(parsed("(a b)?"), "(0..1 (seq \"a\" \"b\"))");
}

TEST(RuleParser, CapturesTakeOneAtom) {
  EXPECT_EQ(parsed("d:#num(1-31) \"/\" m:(a | b)"), "(seq (d: #num(1-31)) \"/\" (m: (or \"a\" \"b\")))");
  EXPECT_EQ(parsed("d:a?"), "(0..1 (d: \"a\"))");
  EXPECT_EQ(parsed("!a b"), "(seq (not \"a\") \"b\")");
  EXPECT_EQ(parsed("!(a | <b>)"), "(not (or \"a\" <b>))");
}

TEST(RuleParser, DefinesStandForTheirPattern) {
  EXPECT_EQ(parsed("&UNIT x", "define UNIT = a | b\n"), "(seq (or \"a\" \"b\") \"x\")");
  EXPECT_EQ(parsed("&A", "define A = &B c\ndefine B = b\n"), "(seq \"b\" \"c\")");
}

TEST(RuleParser, DefinesMayBeUsedBeforeTheyStand) {
  EXPECT_EQ(parsed("&Z &A", "define A = &B &B\ndefine B = b\ndefine Z = &A\n"), "(seq (seq \"b\" \"b\") (seq \"b\" \"b\"))");
}

// 2 to the 60th states if they were written out.
TEST(RuleParser, DefinesThatDoubleStopAtTheLimit) {
  std::string defines = "define A0 = a\n";
  for (int i = 1; i <= 60; ++i) defines += "define A" + std::to_string(i) + " = &A" + std::to_string(i - 1) + " &A" + std::to_string(i - 1) + "\n";
  EXPECT_EQ(parsed("b", defines), "vi/time/defines.rules:13:19: error: \"A12\" grows past 4000 states with \"A11\" written out here; a rule may have no more");
}

TEST(RuleParser, ALongChainOfDefinesStops) {
  std::string defines;
  for (int i = 0; i < 5000; ++i) defines += "define A" + std::to_string(10000 + i) + " = &A" + std::to_string(10001 + i) + "\n";
  EXPECT_NE(parsed("b", defines + "define A15000 = a\n").find("chain of more than 100 defines"), std::string::npos);
}

TEST(RuleParser, StatesAreCountedWithRepetitionsWrittenOut) {
  const auto states = [](const std::string& pattern) {
    Diagnostics diagnostics;
    Defines none;
    return states_of(parse_pattern(PatternText(pattern, 1, 1), "f", none, diagnostics), [](std::string_view) { return size_t{1}; });
  };
  EXPECT_EQ(states("a b"), 2u);
  EXPECT_EQ(states("(a | b c)?"), 3u);
  EXPECT_EQ(states("(a b){3}"), 6u);
  EXPECT_EQ(states("a{2,5} b* c+"), 8u);
  EXPECT_EQ(states("x:a !b ^"), 5u);
  EXPECT_EQ(states("((a{1000000000}){1000000000}){1000000000}"), SIZE_MAX);
}

TEST(RuleParser, MistakesNameTheColumn) {
  EXPECT_EQ(parsed("ngày (c"), "f:1:8: error: expected \")\"");
  EXPECT_EQ(parsed("<titles role=<x>|"), "f:1:18: error: expected \"<\"");
  EXPECT_EQ(parsed("a | b) c"), "f:1:6: error: unexpected \")\"");
  EXPECT_EQ(parsed("ab (c"), "f:1:6: error: expected \")\"");
  EXPECT_TRUE(parsed("a{4,2}").find("error") != std::string::npos);
}

TEST(RuleParser, ARuleHasNameLevelPriorityAndLine) {
  const auto rules = rules_of("rule first\n  a\n  -> time type=DATE\n\nlevel 3\n# note\nrule second priority -2\n  a\n  | b\n  -> time\n");
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules[0].id, "vi/time/days:first");
  EXPECT_EQ(rules[0].level, 1);
  EXPECT_EQ(rules[0].priority, 0);
  EXPECT_EQ(rules[1].level, 3);
  EXPECT_EQ(rules[1].priority, -2);
  EXPECT_EQ(rules[1].line, 7);
  EXPECT_EQ(shape(rules[1].pattern), "(or \"a\" \"b\")");
}

TEST(RuleParser, WhatARuleMakes) {
  const auto rules = rules_of("rule r\n  s:a v:b\n  -> np number=plural head={s} tense={v.tense} inherit=s\n  -> subject(v, s) shared=yes\n");
  ASSERT_EQ(rules[0].emits.size(), 2u);
  const EmitSource& node = rules[0].emits[0];
  EXPECT_EQ(node.label, "np");
  ASSERT_EQ(node.values.size(), 4u);
  EXPECT_EQ(node.values[0].literal, "plural");
  EXPECT_EQ(node.values[1].capture, "s");
  EXPECT_EQ(node.values[2].capture + "." + node.values[2].attr, "v.tense");
  EXPECT_TRUE(node.values[3].inherit);
  const EmitSource& relation = rules[0].emits[1];
  EXPECT_EQ(relation.label + " " + relation.from + " " + relation.to, "subject v s");
  EXPECT_EQ(relation.values[0].key, "shared");
}

TEST(RuleParser, ExamplesBelongToTheirRule) {
  const auto rules = rules_of("rule r\n  a\n  -> time\n  + [2013-10-23] Ngày a => DATE 2013 => x\n  - không\n\nrule s\n  b\n  -> time\n  + b\n");
  ASSERT_EQ(rules[0].examples.size(), 2u);
  const ExampleSource& first = rules[0].examples[0];
  EXPECT_TRUE(first.positive);
  EXPECT_EQ(first.published, "2013-10-23");
  EXPECT_EQ(first.text, "Ngày a => DATE 2013");
  EXPECT_EQ(first.expected, "x");
  EXPECT_FALSE(rules[0].examples[1].positive);
  EXPECT_EQ(rules[1].examples[0].text, "b");
  EXPECT_EQ(rules[1].examples[0].line, 10);
}

TEST(RuleParser, AllMistakesOfAFileAreNamed) {
  std::string messages;
  rules_of("rule a\n  (x\n  -> time\nrule b\n  \"y\nrule c\n  z |\n  -> time\n", &messages);
  EXPECT_EQ(std::count(messages.begin(), messages.end(), '\n'), 4);
}

// ---- frames

TEST(FrameParser, LinesKeysAndExamples) {
  Diagnostics diagnostics;
  const auto frames = parse_all_rules(sources({{"world/events/letters.frames",
                                                "frame refuse-letter priority 2\n  verb <act verb=refuse>   # the verb\n  source subject\n"
                                                "  target object.of | from ?\n  kind letter-refused\n  + Bình Nhưỡng từ chối thư. => letter-refused PRK\n"}}),
                                      diagnostics).frames;
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].id, "world/events/letters:refuse-letter");
  EXPECT_EQ(frames[0].priority, 2);
  ASSERT_EQ(frames[0].lines.size(), 4u);
  EXPECT_EQ(frames[0].lines[0].key + "=" + frames[0].lines[0].rest, "verb=<act verb=refuse>");
  EXPECT_EQ(frames[0].lines[2].rest, "object.of | from ?");
  EXPECT_EQ(frames[0].examples[0].expected, "letter-refused PRK");
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(FrameParser, ALineBeforeAnyFrameIsAMistake) {
  Diagnostics diagnostics;
  parse_all_rules(sources({{"world/events/x.frames", "verb <act>\n"}}), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(to_string(diagnostics.all()[0]), "world/events/x.frames:1:1: error: expected \"frame NAME\"");
}

}  // namespace
}  // namespace hearsay::testing
