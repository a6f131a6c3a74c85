// Anchors are found whatever the writing of the text.
// SPDX-License-Identifier: Apache-2.0
#include "eval/search.h"

#include <gtest/gtest.h>

#include "eval/same_name.h"

namespace hearsay {
namespace {

TEST(SearchText, CountsCodePoints) {
  const SearchText text("Bến phà Hòn Gai đóng cửa.");
  EXPECT_EQ(text.find("Hòn Gai"), (std::vector<Range>{{8, 15}}));
  EXPECT_TRUE(text.find("Hòn Khói").empty());
  EXPECT_TRUE(text.find("").empty());
}

TEST(SearchText, ForgetsSpacingMarksAndComposition) {
  for (const char* written : {"Ông nói: \"Phà đã  cũ\" - thế thôi", "Ông nói: “Phà\n đã cũ” – thế thôi",
                              "O\u0302ng no\u0301i: «Pha\u0300 đa\u0303 cu\u0303» — the\u0302\u0301 thôi",
                              "Ông nói: \u201CPhà\u00A0đã\u200B cũ\u201D \u2212 thế thôi"}) {
    const SearchText text(written);
    EXPECT_EQ(text.find("nói: \"Phà đã cũ\" - thế").size(), 1u) << written;
  }
}

TEST(SearchText, FindsEachOccurrenceOnce) {
  EXPECT_EQ(SearchText("aaaa").find("aa"), (std::vector<Range>{{0, 2}, {2, 4}}));
}

TEST(SearchText, StretchesRunToTheNearestEnd) {
  const SearchText text("from one to two, from three to four to five");
  EXPECT_EQ(text.stretches({"from", "to"}), (std::vector<Range>{{0, 11}, {17, 30}}));
  EXPECT_EQ(text.stretches({"from one", "from one"}), (std::vector<Range>{{0, 8}}));
  EXPECT_TRUE(text.stretches({"four", "from"}).empty());
}

TEST(SearchText, RepeatsAreWordForWord) {
  const SearchText text("Photo: pier A. News. Photo: pier\nA. More. Photo: pier B, then A.");
  EXPECT_EQ(text.stretches({"Photo", "A."}).size(), 3u);
  EXPECT_EQ(text.repeats({"Photo", "A."}).size(), 2u);
}

TEST(Range, SharesAreOfBothTogether) {
  EXPECT_EQ(shared({0, 4}, {4, 8}), 0);
  EXPECT_EQ(shared({0, 6}, {4, 8}), 2);
  EXPECT_DOUBLE_EQ(likeness({0, 6}, {4, 8}), 0.25);
  EXPECT_DOUBLE_EQ(likeness({3, 3}, {3, 3}), 0);
}

TEST(SameName, HoldsOneAnotherAsWholeWords) {
  for (const auto& [a, b] : {std::pair("Lan", "bà Trần Thị LAN"), std::pair("Bộ Ngoại giao Mỹ", "Bo Ngoai giao My"), std::pair("U.S. Army", "US Army"),
                             std::pair("Kim Jong-un", "Kim Jong Un"), std::pair("Đặng Văn", "dang van"), std::pair("Straße", "STRASSE"), std::pair("Ha\u0300 Nội", "Hà Nội")}) {
    EXPECT_TRUE(same_name(a, b)) << a;
    EXPECT_TRUE(same_name(b, a)) << a;
  }
  for (const auto& [a, b] : {std::pair("Lan", "Lang"), std::pair("Kim", ""), std::pair("", ""), std::pair("...", "--"), std::pair("U.S.A", "USX")})
    EXPECT_FALSE(same_name(a, b)) << a << " " << b;
}

}  // namespace
}  // namespace hearsay
