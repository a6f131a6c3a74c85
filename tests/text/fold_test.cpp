// The folding under which words are compared.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/utf8.h"

namespace hearsay::testing {
namespace {

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

const std::vector<std::string>& some_words() {
  static const std::vector<std::string> words = {"Triều", "TIÊN", "Thượng", "đỉnh", "Đà", "Nẵng", "ĐƯỜNG", "người", "Huế", "ỷ", "hoà", "Ürümqi", "Åland", "São", "ΣΊΣΥΦΟΣ", "İstanbul"};
  return words;
}

TEST(Fold, ComposedAndDecomposedAreEqual) {
  for (const std::string& word : some_words()) {
    EXPECT_EQ(fold(word), fold(decomposed(word))) << word;
    EXPECT_EQ(fold_plain(word), fold_plain(decomposed(word))) << word;
  }
}

TEST(Fold, TwiceIsOnce) {
  for (const std::string& word : some_words()) {
    EXPECT_EQ(fold(fold(word)), fold(word)) << word;
    EXPECT_EQ(fold_plain(fold_plain(word)), fold_plain(word)) << word;
  }
}

TEST(Fold, CapitalsAreLowered) {
  EXPECT_EQ(fold("TRIỀU"), "triều");
  EXPECT_EQ(fold("Đà"), "đà");
  EXPECT_EQ(fold("Washington"), "washington");
}

TEST(Fold, ToneMarksStay) {
  EXPECT_NE(fold("thu"), fold("thư"));
  EXPECT_NE(fold("hòa"), fold("hoà"));   // the pack's spelling table makes these one, not folding
  EXPECT_NE(fold("d"), fold("đ"));
}

TEST(Fold, DotsOfAcronymsGo) {
  EXPECT_EQ(fold("U.S."), "us");
  EXPECT_EQ(fold("u.s.a."), "usa");
  EXPECT_EQ(fold("U.N."), fold("UN"));
}

TEST(Fold, OtherDotsStay) {
  for (const std::string word : {"...", "a.", "1.2.", "mr.", "co.uk.", "."}) EXPECT_EQ(fold(word), word);
}

TEST(Fold, ApostrophesAreStraight) {
  EXPECT_EQ(fold("don\u2019t"), "don't");
  EXPECT_EQ(fold("don\u02BCt"), "don't");
}

TEST(Fold, PlainDropsDiacritics) {
  EXPECT_EQ(fold_plain("Đường Nguyễn Trãi"), "duong nguyen trai");
  EXPECT_EQ(fold_plain("Triều Tiên"), "trieu tien");
  EXPECT_EQ(fold_plain("São Paulo"), "sao paulo");
}

TEST(Fold, NamesForgetCaseDiacriticsAndMarks) {
  EXPECT_EQ(fold_name("Kim Jong-un"), fold_name("KIM JONG UN"));
  EXPECT_EQ(fold_name("Đường Triều Tiên"), "duong trieu tien");
}

TEST(Fold, MalformedTextDoesNoHarm) {
  EXPECT_FALSE(fold("a\xFF\xC3").empty());
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold_plain(""), "");
}

}  // namespace
}  // namespace hearsay::testing
