// Whole texts: anchors carried from sentence to sentence, nodes in the lattice, cost.
// SPDX-License-Identifier: Apache-2.0
#include "time/times.h"

#include <gtest/gtest.h>

#include "read_packs.h"

namespace hearsay::testing {
namespace {

using Lines = std::vector<std::string>;

Lines vi(const std::string& text, const std::string& published = "2013-10-23") { return TimePacks::shared().read("vi", published, text).lines; }
Lines en(const std::string& text, const std::string& published = "2013-10-23") { return TimePacks::shared().read("en", published, text).lines; }

TEST(Times, TheSameDayAndTheNextHangOnTheLastDay) {
  EXPECT_EQ(vi("Ngày 15/10, đoàn đến Huế. Cùng ngày, họ thăm chùa. Ngày hôm sau, họ về."),
            (Lines{"DATE 2013-10-15 \"Ngày 15/10\"", "DATE 2013-10-15 \"Cùng ngày\"", "DATE 2013-10-16 \"Ngày hôm sau\""}));
  EXPECT_EQ(en("He landed on Oct. 15. The next day, he left."), (Lines{"DATE 2013-10-15 \"Oct. 15\"", "DATE 2013-10-16 \"The next day\""}));
}

TEST(Times, ADayThatHangsOnNothingIsX) {
  EXPECT_EQ(vi("Ngày hôm sau, họ về."), (Lines{"DATE XXXX-XX-XX \"Ngày hôm sau\""}));
}

TEST(Times, ThatYearIsTheLastNamed) {
  EXPECT_EQ(vi("Năm 2008, ông thất bại. Cuối năm đó, ông rời đảng."), (Lines{"DATE 2008 \"Năm 2008\"", "DATE 2008 \"Cuối năm đó\""}));
}

TEST(Times, AClockBelongsToTheDayLastNamed) {
  EXPECT_EQ(vi("Ngày 15/10, trời mưa. Lúc 14h30, đê vỡ."), (Lines{"DATE 2013-10-15 \"Ngày 15/10\"", "TIME 2013-10-15T14:30 \"14h30\""}));
}

TEST(Times, WithoutPublicationDate) {
  EXPECT_EQ(vi("Hôm qua, ông đến Huế. Ngày 22/10, ông về.", ""), (Lines{"DATE XXXX-XX-XX \"Hôm qua\"", "DATE XXXX-10-22 \"Ngày 22/10\""}));
}

TEST(Times, NoTimes) {
  EXPECT_TRUE(vi("Đội khách thắng 3-2 trên quốc lộ 1, theo nghị quyết 1718, bằng tiêm kích Su-30.").empty());
  EXPECT_TRUE(en("The F-16 beat the Su-30 by 3-2 under Resolution 1718.").empty());
  EXPECT_TRUE(vi("").empty());
}

TEST(Times, TheLatticeHoldsANodeForEach) {
  const auto reading = TimePacks::shared().read("vi", "2013-10-23", "Sáng 22/10, sau ba ngày, ông về.");
  EXPECT_EQ(reading.types, (std::vector<std::string>{"TIME", "DURATION"}));
  ASSERT_EQ(reading.times.size(), 2u);
  EXPECT_EQ(iso(*reading.times[0].from), "2013-10-22");
  EXPECT_FALSE(reading.times[1].from);
}

TEST(Times, CostIsLinear) {
  const auto cost = [](int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i) text += "Sáng 22/10, sau ba ngày 3 giờ 5 phút, 22-10-13 và năm 2013, ông về lúc 8 giờ 30.\n";
    return TimePacks::shared().read("vi", "2013-10-23", text).steps;
  };
  EXPECT_EQ(cost(20), 20 * cost(1));
}

}  // namespace
}  // namespace hearsay::testing
