// Whether an act is told as happened, planned, possible, cancelled or not happened.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// The statuses of the events of a kind, in order of the text.
std::string statuses(const TextRead& read, std::string_view kind) {
  std::string out;
  for (const Event& event : read.analysis().events)
    if (event.kind == kind) out += (out.empty() ? "" : " ") + std::string(to_string(event.status));
  return out;
}

TEST(EventStatus, WhatIsCalledOffOrPutOffIsCancelled) {
  EXPECT_EQ(statuses(TextRead("vi", "Cuộc gặp giữa ông Biden và ông Putin đã bị hủy."), "meeting"), "cancelled");
  EXPECT_EQ(statuses(TextRead("vi", "Mỹ hoãn cuộc đàm phán với Iran."), "negotiation"), "cancelled");
  EXPECT_EQ(statuses(TextRead("en", "The summit between Joe Biden and Vladimir Putin was called off."), "summit"), "cancelled");
  EXPECT_EQ(statuses(TextRead("en", "The United States postponed talks with Iran."), "talks"), "cancelled");
}

TEST(EventStatus, WhoCallsOffAVisitTellsBoth) {
  const TextRead read("en", "Brazil cancelled a state visit to the United States.");
  EXPECT_EQ(statuses(read, "cancel-visit"), "happened");
  EXPECT_EQ(statuses(read, "visit"), "cancelled");
}

TEST(EventStatus, WhatWouldTakePlaceOnAConditionIsPossible) {
  EXPECT_EQ(statuses(TextRead("vi", "Nếu xảy ra cuộc chiến giữa Nga và Ukraine, Ba Lan sẽ can thiệp."), "war"), "possible");
}

TEST(EventStatus, WhatIsNotCalledOffIsNoSecondEvent) {
  EXPECT_EQ(statuses(TextRead("vi", "Ông Biden không hủy cuộc gặp với ông Putin."), "meeting"), "");
  EXPECT_EQ(statuses(TextRead("vi", "Ông Biden có thể hủy cuộc gặp với ông Putin."), "meeting"), "");
}

TEST(EventStatus, WhatThereIsNoneOfHasNotHappened) {
  EXPECT_EQ(statuses(TextRead("en", "Turkey sent no troops to Syria."), "deployment"), "not-happened");
  EXPECT_EQ(statuses(TextRead("en", "Iran has no plan to attack Israel."), "attack"), "not-happened");
  EXPECT_EQ(statuses(TextRead("en", "There is no agreement between Iran and Israel."), "agreement"), "not-happened");
}

TEST(EventStatus, WordsBeforeAPassiveCountForItsVerbWhereWhoActsStandsBetween) {
  EXPECT_EQ(statuses(TextRead("vi", "Brazil không bị Chile trừng phạt."), "sanction"), "not-happened");
  EXPECT_EQ(statuses(TextRead("vi", "Brazil chưa từng bị Chile tấn công."), "attack"), "not-happened");
  EXPECT_EQ(statuses(TextRead("vi", "Brazil có thể bị Chile trừng phạt."), "sanction"), "possible");
  EXPECT_EQ(statuses(TextRead("vi", "Brazil sẽ bị Chile trừng phạt."), "sanction"), "planned");
  EXPECT_EQ(statuses(TextRead("vi", "Brazil đã bị Chile trừng phạt."), "sanction"), "happened");
}

TEST(EventStatus, WhatAThingIsUsedForIsDone) {
  EXPECT_EQ(statuses(TextRead("en", "Iranian soldiers used clubs to beat Iraqi protesters."), "assault"), "happened");
}

TEST(EventStatus, ThePlanHasOnlyItsOwnDate) {
  const TextRead read("vi", "Hôm 3/5/2019, Nga hoãn cuộc đàm phán với Ukraine.");
  for (const Event& event : read.analysis().events)
    EXPECT_EQ(event.kind == "negotiation" && event.from, false);
  EXPECT_EQ(statuses(read, "negotiation"), "cancelled");
}

TEST(EventStatus, WhatSomebodySaysHeIsOpenToMayBe) {
  EXPECT_EQ(statuses(TextRead("vi", "Mỹ để ngỏ khả năng gặp ông Kim Jong-un."), "meeting"), "possible");
  EXPECT_EQ(statuses(TextRead("vi", "Mỹ bác bỏ khả năng gặp ông Kim Jong-un."), "reject-talks"), "happened") << "ruling it out is an act of its own";
}

TEST(EventStatus, AnySuchActNeedNotHaveBeen) {
  EXPECT_EQ(statuses(TextRead("vi", "Nga lên án mọi cuộc tấn công của Israel vào Syria."), "attack"), "possible");
  EXPECT_EQ(statuses(TextRead("vi", "Nga không có bất kỳ cuộc gặp nào với Ukraine."), "meeting"), "not-happened");
}

TEST(EventStatus, AConditionHoldsForWhatItsVerbGoverns) {
  EXPECT_EQ(statuses(TextRead("vi", "Nga sẽ phản ứng nếu Mỹ quyết định tấn công Syria."), "attack"), "possible");
}

}  // namespace
}  // namespace hearsay::testing
