// Which dates of a sentence are an act's own, and which days an act without a date has.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// "from..to" of the last event of a kind, "none" if there is no such event; a report of 5 March 2024.
std::string days_of(const std::string& text, std::string_view kind) {
  const TextRead read("vi", text, "2024-03-05");
  std::string days = "none";
  for (const Event& event : read.analysis().events)
    if (event.kind == kind) days = (event.from ? iso(*event.from) : "") + ".." + (event.to ? iso(*event.to) : "");
  return days;
}

TEST(EventDating, FromOneDayToAnotherAreAllThoseDays) {
  EXPECT_EQ(days_of("Từ ngày 2/1/2024 đến ngày 4/1/2024, Nga đã pháo kích Ukraine.", "shelling"), "2024-01-02..2024-01-04");
}

TEST(EventDating, WhatGoesOnSinceADayGoesOnUntilTheReport) {
  EXPECT_EQ(days_of("Kể từ năm 2022, Nga đã pháo kích Ukraine.", "shelling"), "2022-01-01..2024-03-05");
}

TEST(EventDating, TheFirstSinceAYearIsNotOfThatYear) {
  EXPECT_EQ(days_of("Ông Putin thăm Triều Tiên lần đầu tiên kể từ năm 2000.", "visit"), "..");
}

TEST(EventDating, TheYearOfAnotherActNamedByANounIsItsOwn) {
  EXPECT_EQ(days_of("Triều Tiên từ chối bình luận về hội nghị thượng đỉnh năm 2018.", "decline-comment"), "..");
}

TEST(EventDating, WhatIsPlannedIsNotOfAYearGoneBy) {
  EXPECT_EQ(days_of("Nga sẽ thảo luận với Ấn Độ về con tàu mua năm 2012.", "talks"), "..");
}

TEST(EventDating, TheDayOfSayingIsNotThatOfWhatHasADayOfItsOwn) {
  EXPECT_EQ(days_of("Ngày 3/3, Đức cho biết Nga và Ấn Độ đã hội đàm hôm 1/3.", "talks"), "2024-03-01..2024-03-01");
  EXPECT_EQ(days_of("Đức ngày 3/3 phủ nhận việc Nga đã pháo kích Ukraine.", "shelling"), "..");
}

TEST(EventDating, TheDayOfSayingIsNotThatOfThePlan) {
  EXPECT_EQ(days_of("Ngày 3/3, Đức cho biết Nga sẽ trục xuất ba nhà ngoại giao Pháp.", "expel"), "2024-03-03..");
  EXPECT_EQ(days_of("Ukraine cho biết ngày 3/3 Nga đã pháo kích Kharkiv.", "shelling"), "2024-03-03..2024-03-03");
}

TEST(EventDating, WhatIsDoneBySayingItIsOfThatDay) {
  EXPECT_EQ(days_of("Ngày 3/3, Nga tuyên bố không chấp nhận đề nghị của Mỹ.", "rejection"), "2024-03-03..2024-03-03");
  EXPECT_EQ(days_of("Ngày 3/3, Nga tuyên bố sẵn sàng hợp tác với Mỹ.", "intention-to-cooperate"), "2024-03-03..2024-03-03");
}

TEST(EventDating, TheDayOfAnotherClauseIsNotTheActs) {
  EXPECT_EQ(days_of("Nga đã pháo kích Ukraine trước khi ông Putin thăm Trung Quốc năm 2022.", "shelling"), "..");
  EXPECT_EQ(days_of("Sau khi ông Putin thăm Trung Quốc năm 2022, Nga đã pháo kích Ukraine.", "shelling"), "..");
  EXPECT_EQ(days_of("Chuyến thăm của ông Putin tới Ấn Độ là bước tiến trên con đường mà hai nước theo đuổi từ tháng 3/1947.", "visit"), "..");
}

TEST(EventDating, WhatWasDoneIsNotOfADayToComeThatAnotherVerbBears) {
  EXPECT_EQ(days_of("Ông Putin kêu gọi Mỹ hợp tác và khẳng định sẽ rút quân khỏi Syria vào cuối năm 2025.", "appeal"), "..");
}

TEST(EventDating, ThisYearEndsWithTheReport) {
  EXPECT_EQ(days_of("Nga đã nhiều lần pháo kích Ukraine trong năm nay.", "shelling"), "2024-01-01..2024-03-05");
}

TEST(EventDating, DaysToldTogetherAreAllItsDays) {
  EXPECT_EQ(days_of("Trong hai ngày 2 và 3/3, Nga đã pháo kích Ukraine.", "shelling"), "2024-03-02..2024-03-03");
}

TEST(EventDating, ANounsOwnClauseMayTellHowItsActWasDone) {
  EXPECT_EQ(days_of("Cuộc gặp bắt đầu từ lời mời mà ông Trump gửi ngày 3/3/2024 cho ông Kim Jong-un.", "invitation"), "2024-03-03..2024-03-03");
}

TEST(EventDating, WhatOneSideDoesNextIsOfTheSameDay) {
  EXPECT_EQ(days_of("Ngày 3/3, Nga trục xuất ba nhà ngoại giao Pháp. Nga cũng đã triệu Đại sứ Pháp.", "summon-ambassador"), "2024-03-03..2024-03-03");
  EXPECT_EQ(days_of("Ngày 3/3, Nga trục xuất ba nhà ngoại giao Pháp. Đức cũng đã triệu Đại sứ Pháp.", "summon-ambassador"), "..");
}

TEST(EventDating, WhenSomebodyWasBornDatesNoneOfHisActs) {
  EXPECT_EQ(days_of("Công an Lào bắt Trần Văn Bê, sinh năm 1987, quê Nghệ An.", "arrest"), "..");
  EXPECT_EQ(days_of("Ngày 2/1/2024, công an Lào bắt Trần Văn Bê (SN 1987).", "arrest"), "2024-01-02..2024-01-02");
}

}  // namespace
}  // namespace hearsay::testing
