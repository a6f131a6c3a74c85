// What happened between whom, in plain Vietnamese and English sentences, with the real packs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// What each text tells must be among its events: kind source target status.
void expect_told(const std::string& lang, const std::string& text, const std::string& event) {
  const TextRead read(lang, text);
  std::string all;
  for (const std::string& told : read.events()) all += "\n  " + told;
  EXPECT_TRUE(read.tells(event)) << text << "\nwanted " << event << "\ntold" << all;
}

TEST(EventFrames, TheSameHappeningInBothLanguages) {
  expect_told("en", "North Korea refused a letter from the United States.", "letter-refused prk usa happened");
  expect_told("vi", "Triều Tiên từ chối bức thư của Mỹ.", "letter-refused prk usa happened");
  expect_told("en", "Donald Trump sent a letter to Kim Jong Un.", "letter-sent donald-trump kim-jong-un happened");
  expect_told("vi", "Ông Donald Trump đã gửi một bức thư cho ông Kim Jong-un.", "letter-sent donald-trump kim-jong-un happened");
}

TEST(EventFrames, AnActThatAPronounStandsForIsThatAct) {
  expect_told("vi", "Chính phủ Syria bác bỏ cáo buộc này.", "denial syr - happened");
}

TEST(EventFrames, ThePassiveTellsTheSame) {
  expect_told("en", "The letter from Washington was refused by North Korea.", "letter-refused prk usa happened");
}

TEST(EventFrames, AJointActHasBothSides) {
  expect_told("en", "Donald Trump met Kim Jong Un in Singapore.", "meeting donald-trump kim-jong-un happened");
  expect_told("vi", "Ông Donald Trump gặp ông Kim Jong-un tại Singapore.", "meeting donald-trump kim-jong-un happened");
  const TextRead read("en", "Donald Trump met Kim Jong Un in Singapore.");
  ASSERT_FALSE(read.analysis().events.empty());
  EXPECT_TRUE(read.analysis().events[0].joint);
}

TEST(EventFrames, TwoPartiesInOneNounGroupFillBothSides) {
  expect_told("vi", "Ông Donald Trump và ông Kim Jong-un gặp nhau tại Singapore.", "meeting donald-trump kim-jong-un happened");
  expect_told("en", "Donald Trump and Kim Jong Un met in Singapore.", "meeting donald-trump kim-jong-un happened");
}

TEST(EventFrames, ANegatedActDidNotHappen) {
  expect_told("en", "Donald Trump did not meet Kim Jong Un.", "meeting donald-trump kim-jong-un not-happened");
  expect_told("vi", "Ông Donald Trump không gặp ông Kim Jong-un.", "meeting donald-trump kim-jong-un not-happened");
}

TEST(EventFrames, WhatWillBeIsPlanned) {
  expect_told("en", "Donald Trump will meet Kim Jong Un.", "meeting donald-trump kim-jong-un planned");
  expect_told("vi", "Ông Donald Trump sẽ gặp ông Kim Jong-un.", "meeting donald-trump kim-jong-un planned");
}

TEST(EventFrames, WhatMayBeIsPossible) {
  expect_told("en", "Donald Trump may meet Kim Jong Un.", "meeting donald-trump kim-jong-un possible");
  expect_told("vi", "Ông Donald Trump có thể gặp ông Kim Jong-un.", "meeting donald-trump kim-jong-un possible");
}

TEST(EventFrames, ARefusalIsNoUnsentLetter) {
  expect_told("vi", "Triều Tiên không nhận bức thư của Mỹ.", "letter-refused prk usa happened");
  expect_told("en", "Pyongyang did not accept the letter from Washington.", "letter-refused prk usa happened");
}

TEST(EventFrames, NothingIsToldOfNobody) {
  EXPECT_TRUE(TextRead("en", "It was a sunny day in the park.").events().empty());
  EXPECT_TRUE(TextRead("vi", "Trời hôm nay nắng đẹp.").events().empty());
}

TEST(EventFrames, CodesComeFromTheWorldPack) {
  const TextRead read("en", "North Korea refused a letter from the United States.");
  ASSERT_FALSE(read.analysis().events.empty());
  const Event& event = read.analysis().events[0];
  const WorldKind* kind = real_packs().world().kind(event.kind);
  ASSERT_NE(kind, nullptr);
  EXPECT_EQ(event.cameo, real_packs().strings()[kind->cameo]);
  EXPECT_EQ(event.goldstein, kind->goldstein);
  EXPECT_LT(event.goldstein, 0);
}

}  // namespace
}  // namespace hearsay::testing
