// Parties that the act's own sentence does not name.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// "source>target" of the events of a kind, in order of the text.
std::vector<std::string> sides(const TextRead& read, std::string_view kind) {
  std::vector<std::string> out;
  for (const Event& event : read.analysis().events)
    if (event.kind == kind) out.push_back(read.id(event.source.actor) + ">" + read.id(event.target.actor));
  return out;
}
using Sides = std::vector<std::string>;

TEST(EventParties, WhatIsDoneInAnswerIsDoneToWhoActedBefore) {
  for (const char* answer : {"Azerbaijan đáp lại bằng cách ngừng phát thanh tuyên truyền.", "Azerbaijan ngừng phát thanh tuyên truyền để đáp lại.",
                             "Đáp lại, Azerbaijan ngừng phát thanh tuyên truyền."})
    EXPECT_EQ(sides(TextRead("vi", std::string("Armenia đã tắt loa tuyên truyền. ") + answer), "propaganda-stopped"), (Sides{"arm>aze", "aze>arm"})) << answer;
}

TEST(EventParties, TwoActsSideBySideAreNoAnswer) {
  EXPECT_EQ(sides(TextRead("vi", "Armenia đã tắt loa tuyên truyền. Tuần này, Azerbaijan ngừng phát thanh tuyên truyền."), "propaganda-stopped"),
            (Sides{"arm>-", "aze>-"}));
}

TEST(EventParties, AnAnswerHangsOnTheSentencesJustBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Armenia đã tắt loa tuyên truyền. Trời mưa. Chợ vắng người. Azerbaijan đáp lại bằng cách ngừng phát thanh tuyên truyền."),
                  "propaganda-stopped"),
            (Sides{"arm>-", "aze>-"}));
}

TEST(EventParties, TheDayAfterHangsOnTheLastActThatHasADay) {
  const TextRead read("vi", "Hôm 3/5/2019, Armenia đã tắt loa tuyên truyền. Hai nước vẫn còn đối thoại. Azerbaijan đáp lại bằng cách ngừng phát thanh vào ngày hôm sau.");
  for (const Event& event : read.analysis().events)
    if (event.kind == "propaganda-stopped" && read.id(event.source.actor) == "aze") {
      EXPECT_EQ(iso(event.from.value()), "2019-05-04");
      return;
    }
  FAIL() << "no answer";
}

TEST(EventParties, AProtestThatIsNamedOnlyIsOfWhoProtestedBefore) {
  const TextRead read("vi", "Phe đối lập Campuchia đã biểu tình. Cuộc biểu tình kéo dài ba ngày.");
  const Sides found = sides(read, "demonstration");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], found[1]);
}

TEST(EventParties, AnAttackThatIsNamedOnlyIsTheOneToldBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Israel không kích Syria. Vụ tấn công gây phẫn nộ."), "attack"), (Sides{"isr>syr"}));
  EXPECT_EQ(sides(TextRead("vi", "Israel không kích Syria. Vụ tấn công của Israel gây phẫn nộ."), "attack"), (Sides{"isr>syr"}));
  EXPECT_EQ(sides(TextRead("en", "Israel shelled Lebanon. Officials said the attack came at dawn."), "attack"), (Sides{"isr>lbn"}));
}

TEST(EventParties, AnAttackThatIsCountedOrFallsOnSomethingElseIsAnother) {
  EXPECT_EQ(sides(TextRead("vi", "Israel không kích Syria. Một vụ tấn công khác gây phẫn nộ."), "attack"), Sides{});
  EXPECT_EQ(sides(TextRead("vi", "Israel không kích Syria. Vụ tấn công vào một trường học gây phẫn nộ."), "attack"), Sides{});
}

TEST(EventParties, OfSeveralAttacksToldBeforeItIsTheOneToldMost) {
  EXPECT_EQ(sides(TextRead("vi", "Israel không kích Syria. Israel nã pháo vào Syria. Nga tấn công Ukraine. Vụ không kích gây phẫn nộ."), "airstrike"),
            (Sides{"isr>syr", "isr>syr"}));
}

TEST(EventParties, AMeetingThatIsNamedOnlyWasWhenItWasTold) {
  const TextRead read("vi", "Hôm 3/5/2019, ông Biden đã có cuộc gặp với ông Putin. Cuộc gặp thành công.");
  ASSERT_EQ(sides(read, "meeting").size(), 2u);
  for (const Event& event : read.analysis().events)
    EXPECT_EQ(event.kind != "meeting" || (event.from && iso(*event.from) == "2019-05-03"), true);
}

TEST(EventParties, AClashIsNotOfWhoMetBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Ngoại trưởng Nga gặp Ngoại trưởng Iran. Các cuộc giao tranh vẫn tiếp diễn."), "clash"), Sides{});
}

TEST(EventParties, APlaceStandsForItsCountryWhereNobodyElseIsNamed) {
  EXPECT_EQ(sides(TextRead("en", "Russia shelled Kharkiv."), "shelling"), Sides{"rus>kharkiv"});
  EXPECT_EQ(sides(TextRead("en", "Israeli troops pulled out of southern Lebanon."), "withdrawal"), Sides{"x-israeli-troops>southern-lebanon"});
  EXPECT_EQ(sides(TextRead("en", "Russia shelled Turkish positions in Kharkiv."), "shelling"), Sides{"rus>tur"});
}

TEST(EventParties, OfThreeWhoMeetAnyTwoAreAPair) {
  EXPECT_EQ(sides(TextRead("en", "Fiji, Tonga and Samoa met in Suva."), "meeting"), (Sides{"fji>ton", "fji>wsm", "ton>wsm"}));
  EXPECT_EQ(sides(TextRead("en", "Fiji met Tonga and Samoa in Suva."), "meeting"), (Sides{"fji>ton", "fji>wsm"}));
}

TEST(EventParties, WhoOwnsAnActDoesIt) {
  EXPECT_EQ(sides(TextRead("en", "Iraq's invasion of Kuwait was condemned."), "invade"), Sides{"irq>kwt"});
  EXPECT_EQ(sides(TextRead("en", "The Iraqi invasion of Kuwait was condemned."), "invade"), Sides{"irq>kwt"});
  EXPECT_EQ(sides(TextRead("en", "Israel's criticism of France went on."), "criticism"), Sides{"isr>fra"});
  EXPECT_EQ(sides(TextRead("en", "The invasion of Kuwait by Iraq was condemned."), "invade"), Sides{"irq>kwt"});
}

TEST(EventParties, ANounOfPlaceStandsForItsLand) {
  EXPECT_EQ(sides(TextRead("en", "Ethiopian aircraft bombed a market in the Eritrean town of Assab."), "airstrike"), Sides{"x-ethiopian-aircraft>eri"});
}

TEST(EventParties, APathThatNamesTheSourceOnlyIsNoTarget) {
  EXPECT_EQ(sides(TextRead("en", "Students in Indonesia staged demonstrations to demand reforms by President Suharto's government."), "demonstration"),
            Sides{"x-students-in-indonesia>idn"});
}

TEST(EventParties, AStateActsAtHome) {
  EXPECT_EQ(sides(TextRead("en", "Sudan lifted the curfew in Sudan."), "lift-curfew"), Sides{"sdn>sdn"});
  EXPECT_EQ(sides(TextRead("en", "Sudan lifted the curfew in Darfur."), "lift-curfew"), Sides{"sdn>darfur"});
  EXPECT_EQ(sides(TextRead("en", "Iran attacked Iran."), "attack"), Sides{"irn>-"}) << "whom it attacked is unknown";
}

TEST(EventParties, OfficesOfOneStateInvestigateOneAnother) {
  EXPECT_EQ(sides(TextRead("en", "Brazilian police are investigating the Brazilian government."), "investigation"), Sides{"x-brazilian-police>x-the-brazilian-government"});
  EXPECT_EQ(sides(TextRead("en", "The Brazilian army thanked the Brazilian government."), "thank"), Sides{});
}

TEST(EventParties, WhoOnlyTellsOfAFightHasNoPartInIt) {
  EXPECT_EQ(sides(TextRead("en", "The war with Iraq goes on, Norway said."), "war"), Sides{"->irq"});
  EXPECT_EQ(sides(TextRead("en", "Norway said the talks with Iraq went on."), "talks"), Sides{"nor>irq"});
}

TEST(EventParties, WhatIsDoneToEachOtherIsDoneByBoth) {
  EXPECT_EQ(sides(TextRead("vi", "Ấn Độ và Pakistan hôm qua tố cáo lẫn nhau."), "accusation"), Sides{"ind>pak"});
}

TEST(EventParties, WhoBlamesDoesWhatIsDoneToTheOneBlamed) {
  EXPECT_EQ(sides(TextRead("vi", "Anh cáo buộc Nga đứng sau vụ đầu độc và trục xuất bảy nhà ngoại giao Nga."), "expel").front().substr(0, 4), "gbr>");
}

TEST(EventParties, WhoHoldsTheTalksThatOpenASentenceIsWhomItIsAbout) {
  EXPECT_EQ(sides(TextRead("vi", "Trong cuộc hội đàm với Tổng thống Putin, Thủ tướng Manmohan Singh chỉ trích Mỹ."), "talks"), Sides{"manmohan-singh>vladimir-putin"});
}

TEST(EventParties, ABareNounBehindACommaIsWhoWasNamedBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Ông Putin, người đang thăm Ấn Độ, đã im lặng."), "visit"), Sides{"vladimir-putin>ind"});
  EXPECT_EQ(sides(TextRead("vi", "Đức, nước từng chỉ trích Nga, đã im lặng."), "criticism"), Sides{"deu>rus"});
}

TEST(EventParties, ATargetIsNotGuessedFromAnotherClauseBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Nga và Ấn Độ bất bình."), "disapproval"), Sides{});
  EXPECT_EQ(sides(TextRead("vi", "Syria gây chú ý khi Nga chỉ trích."), "criticism"), Sides{});
  EXPECT_EQ(sides(TextRead("vi", "Đức, nước từng chỉ trích Nga, đã rút quân."), "withdrawal"), Sides{"deu>-"});
  EXPECT_EQ(sides(TextRead("vi", "Thủ tướng Canada họp sau khi Syria im lặng."), "meeting"), Sides{});
}

TEST(EventParties, ATargetIsGuessedWhereTheWordsPointBack) {
  EXPECT_EQ(sides(TextRead("vi", "Việc Mỹ nghe lén điện thoại khiến Đức nổi giận."), "disapproval"), Sides{"deu>usa"});
  EXPECT_EQ(sides(TextRead("vi", "Một công dân Nga chết trong khi bị cảnh sát Anh giam giữ."), "detain").size(), 1u);
}

TEST(EventParties, AMeetingOfOthersIsNotTheOneToldBefore) {
  EXPECT_EQ(sides(TextRead("vi", "Mỹ và Iran hội đàm ở Geneva. Cuộc hội đàm thất bại."), "talks").size(), 2u);
  EXPECT_EQ(sides(TextRead("vi", "Mỹ và Iran hội đàm ở Geneva. Nga phản đối nghị quyết sau cuộc hội đàm."), "talks").size(), 1u);
}

TEST(EventParties, WhoSpeaksIsMeantByWe) {
  EXPECT_EQ(sides(TextRead("vi", "\"Chúng tôi đã gửi thư cho Iran\", ông Putin nói."), "letter-sent"), Sides{"vladimir-putin>irn"});
  EXPECT_EQ(sides(TextRead("en", "\"We have sent a letter to Iran,\" Putin said."), "letter-sent"), Sides{"vladimir-putin>irn"});
  EXPECT_EQ(sides(TextRead("en", "\"Iran has sent us a letter,\" Putin said."), "letter-sent"), Sides{"irn>vladimir-putin"});
  // Of words within words those who say the inner ones; of nobody, nobody.
  EXPECT_EQ(sides(TextRead("en", "Macron said that Putin had told him, \"We have sent a letter to Iran.\""), "letter-sent"), Sides{"vladimir-putin>irn"});
  EXPECT_EQ(sides(TextRead("vi", "Chúng tôi đã gửi thư cho Iran."), "letter-sent"), Sides{});
}

TEST(EventParties, NoPartyKnownToPoliticsIsNoEvent) {
  EXPECT_EQ(sides(TextRead("vi", "Bà Lindqvist yêu cầu ông Bergqvist trả nhà."), "demand"), Sides{});
}

TEST(EventParties, WhoMeetsSeveralMeetsEach) {
  EXPECT_EQ(sides(TextRead("vi", "Tổng thống Kenya hội đàm với Tổng thống Peru và Ngoại trưởng Mali."), "talks").size(), 2u);
}

TEST(EventParties, ALongListOfStatesIsToldWhole) {
  EXPECT_EQ(sides(TextRead("en", "Kenya, Peru, Mali, Norway and Chile condemned Eritrea."), "condemnation"),
            (Sides{"ken>eri", "per>eri", "mli>eri", "nor>eri", "chl>eri"}));
}

TEST(EventParties, SomeActsAreToldWhoeverTheirPartiesAre) {
  EXPECT_EQ(sides(TextRead("vi", "Công an huyện Tân Hà bắt giữ Nguyễn Văn Tám."), "arrest"), Sides{"x-cong-an-huyen-tan-ha>x-nguyen-van-tam"});
  EXPECT_EQ(sides(TextRead("vi", "Hung thủ đâm chết bà Lê Thị Bưởi."), "killing"), Sides{"x-hung-thu>x-le-thi-buoi"}) << "one is only described";
  EXPECT_EQ(sides(TextRead("vi", "Nguyễn Văn Tám gặp bà Lê Thị Bưởi."), "meeting"), Sides{}) << "nobody of politics meets here";
}

}  // namespace
}  // namespace hearsay::testing
