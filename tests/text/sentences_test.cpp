// Where sentences end, and where they do not.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "pack/made_pack.h"
#include "text/cut.h"

namespace hearsay::testing {
namespace {

// With "Mr." and "TP." among the abbreviations of a pack.
Words with_abbreviations(const std::string& text) {
  static const MadePack made({{"en/text/abbreviations.tsv", "form\nMr.\nTP.\n"}, {"en/pack.toml", "name = \"English\"\n"}});
  const TextRules& rules = made.language("en").text;
  WordCache cache(&made.pack().vocabulary());
  const std::vector<Token> tokens = tokenize(text, rules, cache);
  int count = 0;
  Words out;
  for (const SentenceTokens& sentence : split_sentences(text, tokens, rules, count)) out.push_back(at(text, sentence.span));
  return out;
}

TEST(Sentences, EndAtMarksBeforeACapital) {
  EXPECT_EQ(sentences("Ông đến. Ông đi! Ông về? Hết."), (Words{"Ông đến.", "Ông đi!", "Ông về?", "Hết."}));
  EXPECT_EQ(sentences("He waited… Then he left... He was gone."), (Words{"He waited…", "Then he left...", "He was gone."}));
}

TEST(Sentences, GoOnBeforeASmallLetter) {
  EXPECT_EQ(sentences("It rose by ca. ten and no. it fell").size(), 1u);
  EXPECT_EQ(sentences("yes. no").size(), 1u);
}

TEST(Sentences, EndBeforeNumbersAndQuotationMarks) {
  EXPECT_EQ(sentences("He left. 12 men stayed."), (Words{"He left.", "12 men stayed."}));
  EXPECT_EQ(sentences("He left. \u201CWe stay,\u201D they said."), (Words{"He left.", "\u201CWe stay,\u201D they said."}));
  EXPECT_EQ(sentences("Ông đi. – Bà ở."), (Words{"Ông đi.", "– Bà ở."}));
}

TEST(Sentences, TakeTheClosingMarkWithThem) {
  EXPECT_EQ(sentences("\u201CWe stay.\u201D He left."), (Words{"\u201CWe stay.\u201D", "He left."}));
  EXPECT_EQ(sentences("\"Chúng tôi ở lại.\" Ông đi."), (Words{"\"Chúng tôi ở lại.\"", "Ông đi."}));
  EXPECT_EQ(sentences("(It was late.) He left."), (Words{"(It was late.)", "He left."}));
}

TEST(Sentences, NeedASpaceBehindTheMark) {
  EXPECT_EQ(sentences("vnexpress.Net is a site.").size(), 1u);
  EXPECT_EQ(sentences("It cost 3.50 in all.").size(), 1u);
}

TEST(Sentences, AbbreviationsDoNotEndThem) {
  EXPECT_EQ(with_abbreviations("He met Mr. Smith. They talked."), (Words{"He met Mr. Smith.", "They talked."}));
  EXPECT_EQ(with_abbreviations("Tại TP. Hồ Chí Minh, trời mưa."), (Words{"Tại TP. Hồ Chí Minh, trời mưa."}));
  EXPECT_EQ(with_abbreviations("The U.S. President spoke.").size(), 1u);
}

TEST(Sentences, LineEndsAlwaysEndThem) {
  EXPECT_EQ(sentences("Thư bị từ chối\nHÀ NỘI – Ông đi\n\nHết"), (Words{"Thư bị từ chối", "HÀ NỘI – Ông đi", "Hết"}));
  EXPECT_EQ(with_abbreviations("He met Mr.\nSmith left."), (Words{"He met Mr.", "Smith left."}));
}

TEST(Sentences, OverlongOnesAreCutAndCounted) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "từ ";
  int count = 0;
  const Words found = sentences(text, &count);
  EXPECT_EQ(found.size(), 3u);
  EXPECT_EQ(count, 2);
  EXPECT_EQ(words(found[0]).size(), kMostSentenceTokens);
}

TEST(Sentences, NoneIsLongerThanTheLimit) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const std::string text = random_text(seed, 5000);
    for (const std::string& sentence : sentences(text)) EXPECT_LE(words(sentence).size(), kMostSentenceTokens);
  }
}

TEST(Sentences, EveryTokenStandsInOne) {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(seed, 80);
    const auto tokens = cut(text, english());
    int count = 0;
    uint32_t next = 0;
    for (const SentenceTokens& sentence : split_sentences(text, tokens, english(), count)) {
      ASSERT_EQ(sentence.first, next);
      ASSERT_LT(sentence.first, sentence.last);
      ASSERT_EQ(sentence.span.start, tokens[sentence.first].start);
      ASSERT_EQ(sentence.span.end, tokens[sentence.last - 1].end);
      next = sentence.last;
    }
    ASSERT_EQ(next, tokens.size());
  }
}

}  // namespace
}  // namespace hearsay::testing
