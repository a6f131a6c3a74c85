// Persons who are described and not named, offices without a name, and the two sides of a topic.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

TEST(ActorDescriptions, APersonMayBeDescribedOnly) {
  const TextRead vi("vi", "Một người hàng xóm gọi điện. Sau đó người hàng xóm bỏ chạy.");
  EXPECT_EQ(vi.who("Một người"), vi.who("người hàng xóm bỏ")) << "the same noun again";
  EXPECT_EQ(vi.actor(vi.who("Một người"))->kind, ActorKind::kPerson);
  EXPECT_EQ(vi.code(vi.who("Một người")), "") << "nothing says of what country";
  const TextRead en("en", "An elderly driver fled. The driver was found in Oslo.");
  EXPECT_EQ(en.who("driver"), en.who("The driver"));
}

TEST(ActorDescriptions, ANumberBringsInOthers) {
  const TextRead read("vi", "Hàng xóm bỏ chạy. Ba người hàng xóm gọi điện.");
  EXPECT_NE(read.who("Hàng xóm"), read.who("Ba người hàng xóm"));
}

TEST(ActorDescriptions, WhatPeopleAreByTradeIsNotTheLastWhoWasIt) {
  const TextRead read("vi", "Diễn viên Lars Lindqvist và diễn viên Anna Brandt tới Hà Nội. Nhiều diễn viên vắng mặt.");
  EXPECT_NE(read.who("diễn viên vắng"), "x-anna-brandt");
  EXPECT_NE(read.who("diễn viên vắng"), "x-lars-lindqvist");
}

TEST(ActorDescriptions, AThingStandsForItsOwner) {
  EXPECT_EQ(TextRead("vi", "Máy bay Nhật Bản bay qua Osaka.").who("Máy bay"), "jpn");
  EXPECT_EQ(TextRead("vi", "Ở Nhật Bản, máy bay gặp nạn.").who("máy bay"), "");
}

TEST(ActorDescriptions, ATeamIsNotItsCountry) {
  EXPECT_EQ(TextRead("vi", "Đội tuyển Nhật Bản thắng trận.").code(TextRead("vi", "Đội tuyển Nhật Bản thắng trận.").who("Đội tuyển")), "");
}

TEST(ActorDescriptions, AnOfficeBehindANameIsThatPersons) {
  EXPECT_EQ(TextRead("en", "Marla Hart, the mayor of Oslo, smiled.").who("the mayor"), "x-marla-hart");
  EXPECT_EQ(TextRead("en", "Marla Hart, a staunch Donald Trump ally, smiled.").who("a staunch"), "x-marla-hart");
}

TEST(ActorDescriptions, WhoseAideIsNotTheAide) {
  const TextRead read("en", "Hillary Clinton left. Days later a Clinton aide smiled.");
  EXPECT_NE(read.who("a Clinton aide"), "hillary-clinton");
}

TEST(ActorDescriptions, TwoCountriesAreThoseOfTheTopic) {
  EXPECT_EQ(TextRead("vi", "Nhật Bản và Ấn Độ ký thỏa thuận. Tokyo cho biết hai nước sẽ họp lại.").who("hai nước"), "ind jpn");
  EXPECT_EQ(TextRead("vi", "Bình Nhưỡng im lặng. Trung Quốc và Nga lo ngại cho hai miền.").who("hai miền"), "kor prk");
}

TEST(ActorDescriptions, ASingleWordOfAFullName) {
  const TextRead read("vi", "Cảnh sát bắt Trần Thị Hạnh ở Huế. Hôm sau, Hạnh khai nhận.");
  EXPECT_EQ(read.who("Hạnh khai"), "x-tran-thi-hanh");
  EXPECT_EQ(TextRead("vi", "Hôm sau, Hạnh phúc trở lại.").who("Hạnh"), "");
}

TEST(ActorDescriptions, OfTwoWithOneFamilyNameOneGoesByItAlone) {
  const TextRead read("en", "Kim Jong Un left. Kim smiled. His sister, Kim Yo Jong, stayed. Asked about it, Kim left.");
  EXPECT_EQ(read.who("Kim smiled"), "kim-jong-un");
  EXPECT_EQ(read.who("Kim left."), "kim-jong-un");
  EXPECT_EQ(TextRead("vi", "Ông Kim Jong-un rời đi. Ông Kim im lặng. Bà Kim Yo-jong ở lại. Bà Kim im lặng.").who("Bà Kim im"), "kim-yo-jong");
}

TEST(ActorDescriptions, AHeadlinesShortNameIsThePersonNamedBelow) {
  const TextRead vi("vi", "Thư gửi ông Kim\n\nÔng Kim Jong-un chưa nhận thư. Bà Kim Yo-jong im lặng.");
  EXPECT_EQ(vi.who("ông Kim"), "kim-jong-un");
  EXPECT_EQ(TextRead("vi", "Lời bà Kim\n\nÔng Kim Jong-un chưa nhận thư. Bà Kim Yo-jong im lặng.").who("bà Kim"), "kim-yo-jong") << "of that gender";
  EXPECT_EQ(TextRead("en", "No call for Kim\n\nThe state's leader, Kim Jong Un, was silent.").who("Kim"), "kim-jong-un");
}

TEST(ActorDescriptions, ThisCountryIsThatOfWhoWasNamedLast) {
  EXPECT_EQ(TextRead("vi", "Kenya im lặng. Ngoại trưởng Ý khẳng định nước này sẽ rút quân.").who("nước này"), "ita");
  EXPECT_EQ(TextRead("vi", "Peru và Chile có chung biên giới. Chính phủ Chile cho biết quốc gia này sẽ rút quân.").who("quốc gia này"), "chl");
}

TEST(ActorDescriptions, WhoServesManyStatesIsOfNone) {
  EXPECT_EQ(TextRead("en", "Kofi Annan spoke in Geneva.", "2003-05-05").actor("kofi-annan")->country, "");
  EXPECT_EQ(TextRead("en", "Kofi Annan spoke in Geneva.", "2010-05-05").actor("kofi-annan")->country, "GHA");
}

}  // namespace
}  // namespace hearsay::testing
