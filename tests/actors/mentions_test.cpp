// Which words mean the same actor: short names, unknown names, pronouns, pairs of states.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

TEST(ActorMentions, AShortNameBeforeTheFullOne) {
  const TextRead vi("vi", "Trump gửi thư\n\nÔng Donald Trump đã gửi thư sang Seoul.");
  EXPECT_EQ(vi.who("Trump"), "donald-trump");
  EXPECT_EQ(vi.who("Donald Trump"), "donald-trump");
  const TextRead en("en", "Lindqvist warns of delay\n\nLars Lindqvist spoke on Monday.");
  EXPECT_EQ(en.who("Lindqvist"), "x-lindqvist");
  EXPECT_EQ(en.who("Lars"), en.who("Lindqvist"));
}

TEST(ActorMentions, AShortNameBehindTheFullOne) {
  const TextRead vi("vi", "Giáo sư Lars Lindqvist rời Hà Nội. Ông Lindqvist đến Huế.");
  EXPECT_EQ(vi.who("Ông Lindqvist"), "x-lars-lindqvist");
  const TextRead en("en", "Professor Lars Lindqvist left Hanoi. Lindqvist flew home.");
  EXPECT_EQ(en.who("Lindqvist", 1), "x-lars-lindqvist");
}

TEST(ActorMentions, AShortNameIsOfTheNameTheTextUses) {
  const TextRead read("vi", "Bà Hoa Xuân Oánh gặp báo giới. Bà Hoa rời Bắc Kinh.");
  EXPECT_EQ(read.who("Bà Hoa Xuân Oánh"), "hua-chunying");
  EXPECT_EQ(read.who("Bà Hoa rời"), "hua-chunying");
}

TEST(ActorMentions, ANameIsOneActorHoweverOften) {
  const TextRead read("en", "Donald Trump came. Mr. Trump spoke. Trump left. President Trump flew home.");
  ASSERT_NE(read.actor("donald-trump"), nullptr);
  EXPECT_EQ(read.actor("donald-trump")->mentions.size(), 4u);
}

TEST(ActorMentions, UnknownNamesAreMarkedAsUnknown) {
  const TextRead read("vi", "Bà Ilse Brandt gặp ông Lars Lindqvist.");
  for (const char* id : {"x-ilse-brandt", "x-lars-lindqvist"}) {
    ASSERT_NE(read.actor(id), nullptr) << id;
    EXPECT_FALSE(read.actor(id)->known);
    EXPECT_EQ(read.actor(id)->kind, ActorKind::kPerson);
    EXPECT_EQ(read.code(id), "");
  }
}

TEST(ActorMentions, TwoPersonsOfOneSurnameStayApart) {
  const TextRead read("en", "Mr. Lars Lindqvist met Mrs. Anna Lindqvist. Mrs. Lindqvist left early.");
  EXPECT_EQ(read.who("Mrs. Lindqvist"), "x-anna-lindqvist");
}

TEST(ActorMentions, PronounsFollowGenderAndOrder) {
  EXPECT_EQ(TextRead("en", "Donald Trump arrived in Seoul. He spoke to reporters.").who("He"), "donald-trump");
  EXPECT_EQ(TextRead("en", "Donald Trump met Angela Merkel. She left early.").who("She"), "angela-merkel");
  EXPECT_EQ(TextRead("vi", "Ông Donald Trump gặp bà Angela Merkel. Bà rời đi sớm.").who("Bà rời"), "angela-merkel");
  EXPECT_EQ(TextRead("vi", "Tổng thống Donald Trump đến Seoul. Ông phát biểu tại quốc hội.").who("Ông phát"), "donald-trump");
}

TEST(ActorMentions, ThoseOfAnOpeningStandBehindTheSubject) {
  EXPECT_EQ(TextRead("en", "In talks with Vladimir Putin, Joe Biden said that he would wait.").who("he"), "joe-biden");
  EXPECT_EQ(TextRead("vi", "Trong cuộc gặp với ông Vladimir Putin, ông Joe Biden hứa sẽ chờ. Sau đó ông rời Geneva.").who("ông", 2), "joe-biden");
  EXPECT_EQ(TextRead("en", "Joe Biden, Vladimir Putin and others met. He left early.").who("He"), "joe-biden") << "a list";
  EXPECT_EQ(TextRead("en", "According to Joe Biden, Vladimir Putin agreed. He praised the result.").who("He"), "joe-biden") << "whose word it is";
}

TEST(ActorMentions, ItIsNoPerson) {
  EXPECT_EQ(TextRead("en", "Joe Biden met Vladimir Putin. It was raining.").who("It"), "");
}

TEST(ActorMentions, APronounWithoutAnyoneBeforeItMeansNobody) {
  EXPECT_EQ(TextRead("en", "He spoke to reporters.").who("He"), "");
  EXPECT_EQ(TextRead("en", "Seoul kept silent. He spoke.").who("He"), "");
}

TEST(ActorMentions, PairsOfStatesAreBoth) {
  EXPECT_EQ(TextRead("vi", "Đàm phán Mỹ – Triều đổ vỡ.").who("Mỹ – Triều"), "prk usa");
  EXPECT_EQ(TextRead("en", "The US-North Korea talks collapsed.").who("US-North Korea"), "prk usa");
  EXPECT_EQ(TextRead("vi", "Mỹ và Triều Tiên đàm phán. Hai nước chưa ký.").who("Hai nước"), "prk usa");
}

TEST(ActorMentions, CapitalsTellAStateFromAWord) {
  const TextRead read("en", "He told us to wait. The US waited.");
  EXPECT_EQ(read.who("us to"), "");
  EXPECT_EQ(read.who("US"), "usa");
}

TEST(ActorMentions, ACapitalThatOpensASentenceLeavesAPronounOne) {
  const TextRead told("vi", "Ông Donald Trump rời Seoul cùng con gái của anh. Anh nói đàm phán sẽ tiếp tục.");
  EXPECT_EQ(told.who("Anh nói"), "donald-trump");
  const TextRead named("vi", "Ông Donald Trump rời Anh cùng con gái của anh. Anh nói đàm phán sẽ tiếp tục.");
  EXPECT_NE(named.who("Anh nói"), "donald-trump");
}

TEST(ActorMentions, StandInOrderAndWithinTheText) {
  const TextRead read("en", "Trump met Kim Jong Un in Singapore. Trump left. Moon Jae-in thanked Trump and Kim Jong Un.");
  for (const Actor& actor : read.analysis().actors) {
    uint32_t last = 0;
    for (const Mention& mention : actor.mentions) {
      EXPECT_LE(last, mention.span.start);
      EXPECT_LT(mention.span.start, mention.span.end);
      EXPECT_FALSE(mention.rule.empty());
      last = mention.span.start;
    }
  }
}

}  // namespace
}  // namespace hearsay::testing
