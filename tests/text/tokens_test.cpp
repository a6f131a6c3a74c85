// Words, numbers and marks.
// SPDX-License-Identifier: Apache-2.0
#include "text/cut.h"

#include <gtest/gtest.h>

namespace hearsay::testing {
namespace {

bool is_border(std::string_view text, size_t byte) { return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80; }

bool is_blank(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (next.code != '\n' && !is_space(next.code)) return false;
    at += next.length;
  }
  return true;
}

// Tokens follow one another; between them stands nothing but white space.
void expect_cover(std::string_view text, const TextRules& rules) {
  size_t end = 0;
  for (const Token& token : cut(text, rules)) {
    ASSERT_LE(end, token.start);
    ASSERT_LT(token.start, token.end);
    ASSERT_TRUE(is_border(text, token.start) && is_border(text, token.end));
    const std::string_view gap = text.substr(end, token.start - end);
    ASSERT_TRUE(is_blank(gap)) << "left out: " << gap;
    ASSERT_EQ(token.has(kSpaceBefore), !gap.empty() || token.start == 0);
    end = token.end;
  }
  ASSERT_LE(end, text.size());
  ASSERT_TRUE(is_blank(text.substr(end)));
}

TEST(Tokens, SpansCoverTheText) {
  for (uint32_t seed = 0; seed < 400; ++seed) {
    const std::string text = random_text(seed, 60);
    expect_cover(text, english());
    expect_cover(text, vietnamese());
  }
}

TEST(Tokens, SpansCoverMalformedText) {
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int k = 0; k < 40; ++k) text += static_cast<char>(random() % 256);
    uint32_t end = 0;
    for (const Token& token : cut(text, english())) {
      ASSERT_LE(end, token.start);
      ASSERT_LT(token.start, token.end);
      end = token.end;
    }
    ASSERT_LE(end, text.size());
  }
}

TEST(Tokens, NothingComesOfNothing) {
  EXPECT_TRUE(words("").empty());
  EXPECT_TRUE(words(" \t\n\u00A0\u200B ").empty());
}

TEST(Tokens, WordsKeepTheirMarks) {
  EXPECT_EQ(words("Triều Tiên"), (Words{"Triều", "Tiên"}));
  EXPECT_EQ(words("Trie\u0302\u0300u"), (Words{"Trie\u0302\u0300u"}));
  EXPECT_EQ(words("Covid19 F16"), (Words{"Covid19", "F16"}));
}

TEST(Tokens, HyphensAndSlashesSeparate) {
  EXPECT_EQ(words("Kim Jong-un"), (Words{"Kim", "Jong", "-", "un"}));
  EXPECT_EQ(words("Mỹ–Triều"), (Words{"Mỹ", "–", "Triều"}));
  EXPECT_EQ(words("22/10"), (Words{"22", "/", "10"}));
  EXPECT_EQ(words("F-16"), (Words{"F", "-", "16"}));
  EXPECT_EQ(words("14h30"), (Words{"14", "h", "30"}));
}

TEST(Tokens, NumbersByTheLanguagesMarks) {
  EXPECT_EQ(words("1.234.567 3,5", vietnamese()), (Words{"1.234.567", "3,5"}));
  EXPECT_EQ(words("1,234,567 3.5"), (Words{"1,234,567", "3.5"}));
  EXPECT_EQ(words("1.234,5", vietnamese()), (Words{"1.234,5"}));
  EXPECT_EQ(words("1,5", english()), (Words{"1", ",", "5"}));
  EXPECT_EQ(words("3.5", vietnamese()), (Words{"3", ".", "5"}));
  EXPECT_EQ(words("năm 2013, ông", vietnamese()), (Words{"năm", "2013", ",", "ông"}));
  EXPECT_EQ(words("It rose to 12."), (Words{"It", "rose", "to", "12", "."}));
}

TEST(Tokens, ValuesOfNumbers) {
  const auto value = [](std::string_view text, const TextRules& rules) { return cut(text, rules).at(0).number; };
  EXPECT_EQ(value("31", english()), 31);
  EXPECT_EQ(value("007", english()), 7);
  EXPECT_EQ(value("1.000.000", vietnamese()), 1'000'000);
  EXPECT_EQ(value("1,000,000,000", english()), 1'000'000'000);
  EXPECT_EQ(value("3,5", vietnamese()), -1);
  EXPECT_EQ(value("99999999999999999999", english()), -1);
  EXPECT_TRUE(cut("3,5", vietnamese()).at(0).has(kDecimal));
  EXPECT_EQ(value("word", english()), -1);
}

TEST(Tokens, DatesFallApartTheSameWayHoweverTheyAreWritten) {
  for (const char* mark : {"/", "-", "."}) {
    const std::string date = std::string("22") + mark + "10" + mark + "2013";
    EXPECT_EQ(words(date, vietnamese()), (Words{"22", mark, "10", mark, "2013"}));
    EXPECT_EQ(words(date, english()), (Words{"22", mark, "10", mark, "2013"}));
  }
}

TEST(Tokens, Apostrophes) {
  EXPECT_EQ(words("don't can\u2019t O'Brien"), (Words{"don't", "can\u2019t", "O'Brien"}));
  EXPECT_EQ(words("Trump's"), (Words{"Trump", "'s"}));
  EXPECT_EQ(words("Trump\u2019s letter"), (Words{"Trump", "\u2019s", "letter"}));
  EXPECT_EQ(words("officials' pay"), (Words{"officials", "'", "pay"}));
  EXPECT_EQ(words("'so'"), (Words{"'", "so", "'"}));
}

TEST(Tokens, Acronyms) {
  EXPECT_EQ(words("U.S. U.N.-led"), (Words{"U.S.", "U.N.", "-", "led"}));
  EXPECT_TRUE(cut("U.S.", english()).at(0).has(kAbbreviation));
  EXPECT_EQ(words("Plan A. Plan"), (Words{"Plan", "A", ".", "Plan"}));
}

TEST(Tokens, MarksStandAlone) {
  EXPECT_EQ(words("(a)...\u201Cb\u201D!?"), (Words{"(", "a", ")", "...", "\u201C", "b", "\u201D", "!", "?"}));
  const auto kinds = cut(", $ a 1", english());
  EXPECT_EQ(kinds.at(0).kind, TokenKind::kPunct);
  EXPECT_EQ(kinds.at(1).kind, TokenKind::kSymbol);
  EXPECT_EQ(kinds.at(2).kind, TokenKind::kWord);
  EXPECT_EQ(kinds.at(3).kind, TokenKind::kNumber);
}

TEST(Tokens, Capitals) {
  const auto tokens = cut("Hà NATO hà Đ ASEAN5", english());
  EXPECT_TRUE(tokens.at(0).has(kCapital) && !tokens.at(0).has(kAllCapitals));
  EXPECT_TRUE(tokens.at(1).has(kCapital) && tokens.at(1).has(kAllCapitals));
  EXPECT_FALSE(tokens.at(2).has(kCapital));
  EXPECT_TRUE(tokens.at(3).has(kCapital) && !tokens.at(3).has(kAllCapitals));
  EXPECT_TRUE(tokens.at(4).has(kAllCapitals));
}

}  // namespace
}  // namespace hearsay::testing
