// Offices and names by date: who holds them, whom a title means, which code holds.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

const std::string kEnglish = "Donald Trump spoke in Hanoi.";
const std::string kVietnamese = "Ông Donald Trump phát biểu ở Hà Nội.";

TEST(ActorRoles, HoldByDate) {
  for (const auto& [lang, text] : {std::pair{"en", kEnglish}, std::pair{"vi", kVietnamese}}) {
    EXPECT_EQ(TextRead(lang, text, "2020-01-10").code("donald-trump"), "USAGOV");
    EXPECT_EQ(TextRead(lang, text, "2022-01-10").code("donald-trump"), "USAELI");
    EXPECT_EQ(TextRead(lang, text, "2025-06-01").code("donald-trump"), "USAGOV");
  }
}

TEST(ActorRoles, TheLastDayOfATermIsPartOfIt) {
  EXPECT_EQ(TextRead("en", kEnglish, "2017-01-20").code("donald-trump"), "USAGOV");
  EXPECT_EQ(TextRead("en", kEnglish, "2021-01-20").code("donald-trump"), "USAGOV");
  EXPECT_EQ(TextRead("en", kEnglish, "2021-01-21").code("donald-trump"), "USAELI");
}

TEST(ActorRoles, WithoutADateOnlyTheCountryIsKnown) { EXPECT_EQ(TextRead("en", kEnglish, "").code("donald-trump"), "USA"); }

TEST(ActorRoles, ATitleWithItsStateMeansTheHolder) {
  EXPECT_EQ(TextRead("en", "The U.S. president arrived in Hanoi.", "2019-02-27").who("president"), "donald-trump");
  EXPECT_EQ(TextRead("en", "The U.S. president arrived in Hanoi.", "2022-02-27").who("president"), "joe-biden");
  EXPECT_EQ(TextRead("vi", "Tổng thống Mỹ đã đến Hà Nội.", "2019-02-27").who("Tổng thống"), "donald-trump");
  EXPECT_EQ(TextRead("vi", "Tổng thống Mỹ đã đến Hà Nội.", "2022-02-27").who("Tổng thống"), "joe-biden");
}

TEST(ActorRoles, OfTwoOfOneNameTheHolderIsMeant) {
  const TextRead son("en", "Philippine President Ferdinand Marcos flew to Tokyo. Ferdinand Marcos kept silent there.", "2024-07-10");
  EXPECT_EQ(son.code("ferdinand-marcos-jr"), "PHLGOV");
  EXPECT_EQ(son.actor("ferdinand-marcos"), nullptr);
  const TextRead father("en", "Former Philippine president Ferdinand Marcos died in Hawaii.", "2024-07-10");
  EXPECT_EQ(father.code("ferdinand-marcos"), "PHLELI");
}

TEST(ActorRoles, TitlesBelongToTheMention) {
  const TextRead en("en", "U.S. President Donald Trump met reporters.");
  EXPECT_EQ(en.words(en.actor("donald-trump")->mentions.at(0).span), "U.S. President Donald Trump");
  EXPECT_EQ(en.actor("usa"), nullptr);
  const TextRead vi("vi", "Tổng thống Mỹ Donald Trump gặp báo giới.");
  EXPECT_EQ(vi.words(vi.actor("donald-trump")->mentions.at(0).span), "Tổng thống Mỹ Donald Trump");
}

TEST(ActorRoles, AnUnknownOfficeHolderHasTheOfficesCode) {
  const TextRead en("en", "Russian Foreign Minister Igor Vasilev flew to Hanoi.", "2019-02-27");
  EXPECT_EQ(en.code("x-igor-vasilev"), "RUSGOV");
  EXPECT_FALSE(en.actor("x-igor-vasilev")->known);
  const TextRead vi("vi", "Ngoại trưởng Nga Igor Vasilev tới Hà Nội.", "2019-02-27");
  EXPECT_EQ(vi.code("x-igor-vasilev"), "RUSGOV");
}

TEST(ActorRoles, CollectivesHaveTheirStatesCode) {
  EXPECT_EQ(TextRead("en", "South Korean troops watched closely.").analysis().actors.at(0).code, "KORMIL");
  EXPECT_EQ(TextRead("vi", "Quân đội Hàn Quốc theo dõi sát.").analysis().actors.at(0).code, "KORMIL");
}

TEST(ActorRoles, ABareOfficeIsOfTheStateThatTheReportIsAbout) {
  const TextRead vi("vi", "Peru rơi vào khủng hoảng. Cảnh sát bắt giữ hàng chục người. Phe đối lập đòi tổng thống từ chức.");
  EXPECT_EQ(vi.code("x-canh-sat"), "PERCOP");
  EXPECT_EQ(vi.code("x-tong-thong"), "PERGOV");
  EXPECT_EQ(TextRead("en", "Peru is in turmoil. The interior minister resigned.").code("x-the-interior-minister"), "PERGOV");
  EXPECT_EQ(TextRead("en", "Peru is in turmoil. Police in Nairobi fired tear gas at protesters.").code("x-police"), "KENCOP");
  // Of no state that was named, of several, or of none by now: whoever it is.
  EXPECT_EQ(TextRead("vi", "Cảnh sát bắt giữ hàng chục người.").code("x-canh-sat"), "");
  EXPECT_EQ(TextRead("vi", "Peru rơi vào khủng hoảng. Hai cảnh sát bị thương.").code("x-canh-sat"), "");
  EXPECT_EQ(TextRead("vi", "Peru rơi vào khủng hoảng. Cựu tổng thống im lặng.").code("x-cuu-tong-thong"), "");
  // Those who serve a state abroad need not be of the one that is spoken of.
  EXPECT_EQ(TextRead("vi", "Peru rơi vào khủng hoảng. Đại sứ im lặng.").code("x-dai-su"), "");
}

TEST(ActorRoles, AnAgencyIsNotWhatAReportIsAbout) {
  EXPECT_EQ(TextRead("vi", "Theo AFP, Peru rơi vào khủng hoảng. AFP cho biết cảnh sát đã bắn hơi cay.").code("x-canh-sat"), "PERCOP");
  EXPECT_EQ(TextRead("vi", "Theo AFP, cảnh sát Peru im lặng. Theo AFP, quân đội cũng vậy.").code("x-quan-doi"), "PERMIL");
}

TEST(ActorRoles, ABareGroupIsOfTheCountryBesideItOrWhereItStands) {
  EXPECT_EQ(TextRead("vi", "Các tay súng tấn công một đồn cảnh sát ở Kabul.").code("x-tay-sung"), "AFGREB");
  EXPECT_EQ(TextRead("vi", "Mỹ cho biết Syria truy đuổi các tay súng.").code("x-tay-sung"), "SYRREB");
  const TextRead two("vi", "Phiến quân ở Somalia rút lui. Chính phủ Mali truy đuổi phiến quân.");
  for (std::string_view code : {"SOMREB", "MLIREB"})
    EXPECT_TRUE(std::any_of(two.analysis().actors.begin(), two.analysis().actors.end(), [&](const Actor& actor) { return actor.code == code; })) << code;
}

TEST(ActorRoles, AGovernmentIsItsState) {
  EXPECT_EQ(TextRead("vi", "Chính phủ Nhật Bản giữ im lặng.").who("Chính phủ"), "jpn");
}

TEST(ActorRoles, TheSeatOfGovernmentIsTheState) {
  EXPECT_EQ(TextRead("en", "Pyongyang kept silent.").who("Pyongyang"), "prk");
  EXPECT_EQ(TextRead("vi", "Bình Nhưỡng giữ im lặng.").who("Bình Nhưỡng"), "prk");
}

TEST(ActorRoles, WhoSpeaksForABodyOfManyStatesIsTheBody) {
  EXPECT_EQ(TextRead("en", "A NATO envoy met reporters.").who("A NATO envoy"), "nato");
}

}  // namespace
}  // namespace hearsay::testing
