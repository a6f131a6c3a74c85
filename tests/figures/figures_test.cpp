// What a report counts, on whose word, and to which event it belongs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// "of bounds" for each figure, in order of the text.
std::string figures(const TextRead& read) {
  std::string out;
  for (const Figure& figure : read.analysis().figures) out += (out.empty() ? "" : "; ") + figure.of + " " + bounds_of(figure);
  return out;
}

TEST(Figures, NumbersInFiguresAndWords) {
  EXPECT_EQ(figures(TextRead("vi", "Bão làm 1.200 người chết và ba mươi hai người bị thương.")), "dead 1200; wounded 32");
  EXPECT_EQ(figures(TextRead("vi", "Thiệt hại là 3 triệu 200 nghìn USD.")), "money:USD 3200000");
  EXPECT_EQ(figures(TextRead("vi", "Thiệt hại là 1,5 nghìn tỷ đồng.")), "money:VND 1500000000000");
  EXPECT_EQ(figures(TextRead("en", "Two hundred and fifty people died and 1,200 were wounded.")), "dead 250; wounded 1200");
}

TEST(Figures, MarksOfAnotherLanguage) {
  EXPECT_EQ(figures(TextRead("vi", "Bão làm 1,200 người chết.")), "dead 1200");
  EXPECT_EQ(figures(TextRead("vi", "Thiệt hại là 1,234 tỷ đồng.")), "money:VND 1234000000");
  // A dot is no decimal mark in Vietnamese: better no figure than a wrong one.
  EXPECT_EQ(figures(TextRead("vi", "Thiệt hại là 1.5 triệu USD.")), "");
}

TEST(Figures, Bounds) {
  EXPECT_EQ(figures(TextRead("en", "At least 12 people were killed.")), "dead at least 12");
  EXPECT_EQ(figures(TextRead("en", "Up to 20 people were killed.")), "dead at most 20");
  EXPECT_EQ(figures(TextRead("en", "Between 10 and 15 people were killed.")), "dead 10 to 15");
  EXPECT_EQ(figures(TextRead("vi", "Khoảng 50 người bị bắt.")), "arrested about 50");
  EXPECT_EQ(figures(TextRead("vi", "Hàng chục người thiệt mạng.")), "dead at least 20");
}

TEST(Figures, WhatIsNotOrMayYetBeIsNotCounted) {
  EXPECT_EQ(figures(TextRead("en", "The storm may kill 100 people.")), "");
  EXPECT_EQ(figures(TextRead("vi", "Có 200 người không bị thương.")), "");
}

TEST(Figures, OfWhomAndWhere) {
  const TextRead read("vi", "Vụ nổ làm 4 binh sĩ thiệt mạng.");
  ASSERT_EQ(read.analysis().figures.size(), 1u);
  EXPECT_EQ(read.analysis().figures[0].who, "soldiers");
  EXPECT_EQ(read.words(read.analysis().figures[0].span), "4 binh sĩ");
}

TEST(Figures, StandInTheInnermostStatement) {
  const TextRead read("en", "Two people died. Joe Biden said that 12 soldiers were killed.");
  ASSERT_EQ(read.analysis().figures.size(), 2u);
  EXPECT_EQ(read.analysis().figures[0].statement, -1);
  ASSERT_GE(read.analysis().figures[1].statement, 0);
  EXPECT_EQ(read.id(read.analysis().statements[static_cast<size_t>(read.analysis().figures[1].statement)].speaker.actor), "joe-biden");
  EXPECT_EQ(read.analysis().figures[1].sentence, 1);
}

TEST(Figures, BelongToAnEventOfTheirSentence) {
  const TextRead read("en", "Russia attacked Ukraine, killing 12 people. Thirty people were wounded.");
  ASSERT_EQ(read.analysis().figures.size(), 2u);
  ASSERT_GE(read.analysis().figures[0].event, 0);
  EXPECT_EQ(read.analysis().events[static_cast<size_t>(read.analysis().figures[0].event)].sentence, 0);
  EXPECT_EQ(read.analysis().figures[1].event, -1);
}

}  // namespace
}  // namespace hearsay::testing
