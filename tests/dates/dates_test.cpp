// Dates in numbers, as metadata, visible lines and addresses write them.
// SPDX-License-Identifier: Apache-2.0
#include "dates/dates.h"

#include <gtest/gtest.h>

#include <utility>

namespace hearsay {
namespace {

std::string metadata(std::string_view text) { return metadata_date(text).value_or("-"); }
std::string visible(std::string_view text) { return visible_date(text).value_or("-"); }
std::string address(std::string_view text) { return address_date(text).value_or("-"); }

TEST(Dates, KeepWhatIso8601Says) {
  EXPECT_EQ(metadata("2024-03-05"), "2024-03-05");
  EXPECT_EQ(metadata("2024-03-05T10:15:30+07:00"), "2024-03-05T10:15:30+07:00");
  EXPECT_EQ(metadata("2024-03-05T10:15:30.123Z"), "2024-03-05T10:15:30Z");
  EXPECT_EQ(metadata("2024-03-05 10:15:30 -0330"), "2024-03-05T10:15:30-03:30");
  EXPECT_EQ(metadata("20240305T101530Z"), "2024-03-05T10:15:30Z");
  EXPECT_EQ(metadata("2024/3/5 7:05"), "2024-03-05T07:05");
}

TEST(Dates, GiveNoZoneWhereNoneIsSaid) {
  EXPECT_EQ(metadata("2024-03-05T10:15:30"), "2024-03-05T10:15:30");
  EXPECT_EQ(metadata("05/03/2024 10:15"), "2024-03-05T10:15");
}

TEST(Dates, ReadTheFormsOfMailAndHttp) {
  EXPECT_EQ(metadata("Tue, 05 Mar 2024 10:15:00 +0700"), "2024-03-05T10:15:00+07:00");
  EXPECT_EQ(metadata("Tue, 5 Mar 2024 10:15:00 GMT"), "2024-03-05T10:15:00Z");
  EXPECT_EQ(metadata("Tue, 05 Mar 2024 10:15:00 EST"), "2024-03-05T10:15:00-05:00");
  EXPECT_EQ(metadata("Tuesday, 05-Mar-24 10:15:00 GMT"), "2024-03-05T10:15:00Z");
  EXPECT_EQ(metadata("Tue Mar  5 10:15:00 2024"), "2024-03-05T10:15:00");
  EXPECT_EQ(metadata("Tue Mar 05 2024 10:15:00 GMT+0700 (Indochina Time)"), "2024-03-05T10:15:00+07:00");
}

TEST(Dates, TakeWhatThePressMakesOfTheRfcs) {
  const std::pair<const char*, const char*> kPairs[] = {{"5 Mar 2024 10:00 EST", "2024-03-05T10:00-05:00"},
                                                        {"Tue, 05 Mar 24 10:00:00 UT", "2024-03-05T10:00:00Z"},
                                                        {"Sat, 05 Mar 94 10:00:00 Z", "1994-03-05T10:00:00Z"},
                                                        {" \n Tue, 05 Mar 2024 10:00:00 +0700 (ICT)\n", "2024-03-05T10:00:00+07:00"},
                                                        {"Tue, 05 Mar 2024 10:00:00 GMT+7", "2024-03-05T10:00:00+07:00"},
                                                        {"Tue, 05 Mar 2024 10:00:00 UTC+07:00", "2024-03-05T10:00:00+07:00"},
                                                        {"Tue, 05 Mar 2024 10:00:00 ICT", "2024-03-05T10:00:00+07:00"},
                                                        {"Tue, 5 March 2024 1:05:00 PM +0700", "2024-03-05T13:05:00+07:00"},
                                                        {"Tue, 5 March 2024 12:05 AM", "2024-03-05T00:05"},
                                                        {"Tue Mar 5 10:00:00 ICT 2024", "2024-03-05T10:00:00+07:00"},
                                                        {"March 5, 2024", "2024-03-05"},
                                                        {"2024-03-05t10:00z", "2024-03-05T10:00Z"},
                                                        {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"}};
  for (const auto& [written, read] : kPairs) EXPECT_EQ(metadata(written), read) << written;
}

TEST(Dates, LeaveOutAZoneThatNobodyCanKnow) {
  for (const char* text : {"Tue, 05 Mar 2024 10:00:00 XYZ", "Tue, 05 Mar 2024 10:00:00 A", "Tue, 05 Mar 2024 10:00:00 +9900", "2024-03-05T10:00:00+25:00"})
    EXPECT_EQ(metadata(text), "2024-03-05T10:00:00") << text;
}

TEST(Dates, BearZonesOfAnyLength) { EXPECT_EQ(metadata("Thu, 17096085 09h15 05-0315022000"), "-"); }

TEST(Dates, AreNoneWhereNoClockWasAsked) {
  for (const char* text : {"0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2024-03", "2024", "Mar", "99999999999999999999"}) EXPECT_EQ(metadata(text), "-") << text;
  EXPECT_EQ(metadata(std::string(1'000'000, '9')), "-");
}

TEST(Dates, ReadSecondsAndMillisecondsSince1970) {
  EXPECT_EQ(metadata("1709608500"), "2024-03-05T03:15:00Z");
  EXPECT_EQ(metadata("1709608500000"), "2024-03-05T03:15:00Z");
}

TEST(Dates, TakeTheDayFirstUnlessOnlyTheOtherCanBeADay) {
  EXPECT_EQ(metadata("05/03/2024"), "2024-03-05");
  EXPECT_EQ(metadata("3/25/2024 1:05:09 PM"), "2024-03-25T13:05:09");
  EXPECT_EQ(metadata("25-03-2024"), "2024-03-25");
  EXPECT_EQ(metadata("25.3.2024"), "2024-03-25");
}

TEST(Dates, DropWhatMayBeTwoDays) {
  EXPECT_EQ(metadata("3/5/2024 1:05:09 PM"), "-");
  EXPECT_EQ(metadata("3/3/2024 1:05:09 AM"), "2024-03-03T01:05:09");
  EXPECT_EQ(metadata("07-05-2024 15:30 PM"), "2024-05-07T15:30");
}

TEST(Dates, DropImpossibleDays) {
  for (const char* text : {"2024-02-30", "31/04/2024", "2024-13-01", "2024-03-05T25:00:00", "0000-00-00", "99/99/9999", "", "soon", "10:15"})
    EXPECT_EQ(metadata(text), "-") << text;
}

TEST(Dates, ReadLinesThatHoldADateAndLittleElse) {
  EXPECT_EQ(visible("Thứ Hai, 5/3/2024, 10:15 (GMT+7)"), "2024-03-05T10:15+07:00");
  EXPECT_EQ(visible("10:15 | 05/03/2024"), "2024-03-05T10:15");
  EXPECT_EQ(visible("05-03-2024 - 10h15"), "2024-03-05T10:15");
  EXPECT_EQ(visible("2024-03-05 10:15 UTC"), "2024-03-05T10:15Z");
}

TEST(Dates, LeaveSentencesAndMonthNamesAlone) {
  EXPECT_EQ(visible("The council met on 05/03/2024 and agreed to repair the old bridge."), "-");
  EXPECT_EQ(visible("March 5, 2024"), "-");
  EXPECT_EQ(visible("From 05/03/2024 to 06/03/2024"), "-");
  EXPECT_EQ(visible("5 tháng 3 năm 2024"), "-");
}

TEST(Dates, FindThoseOfAddresses) {
  EXPECT_EQ(address("https://a.example/2024/03/05/story.html"), "2024-03-05");
  EXPECT_EQ(address("https://a.example/x-20240305101112.htm"), "2024-03-05T10:11:12");
  EXPECT_EQ(address("https://a.example/x-20240305101112345.htm"), "2024-03-05T10:11:12");
  EXPECT_EQ(address("https://a.example/2024-03-05/x"), "2024-03-05");
  EXPECT_EQ(address("https://a.example/x-20240305.html?d=20230101"), "2024-03-05");
  EXPECT_EQ(address("https://a.example/x?d=20230101"), "-");
  EXPECT_EQ(address("https://20240305.example/x"), "-");
  EXPECT_EQ(address("https://a.example/post-12345678.html"), "-");
  EXPECT_EQ(address("https://a.example/2024/13/05/"), "-");
}

}  // namespace
}  // namespace hearsay
