// Dates of feeds.
// SPDX-License-Identifier: Apache-2.0
#include "feed/dates.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace hearsay {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void expect_dates(const Pairs& pairs) {
  for (const auto& [written, read] : pairs) EXPECT_EQ(iso_date(written), read) << written;
}

TEST(FeedDates, OfRfc822KeepTheirZone) {
  expect_dates({{"Tue, 05 Mar 2024 10:00:00 +0700", "2024-03-05T10:00:00+07:00"},
                {"Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00Z"},
                {"5 Mar 2024 10:00 EST", "2024-03-05T10:00:00-05:00"},
                {"Tue, 05 Mar 24 10:00:00 UT", "2024-03-05T10:00:00Z"},
                {"Sat, 05 Mar 94 10:00:00 Z", "1994-03-05T10:00:00Z"},
                {"Tue, 05 Mar 2024 10:00:00 -0330", "2024-03-05T10:00:00-03:30"},
                {" \n Tue, 05 Mar 2024 10:00:00 +0700 (ICT)\n", "2024-03-05T10:00:00+07:00"}});
}

TEST(FeedDates, TakeWhatThePressMakesOfThem) {
  expect_dates({{"Tue, 05 Mar 2024 10:00:00 GMT+7", "2024-03-05T10:00:00+07:00"},
                {"Tue, 05 Mar 2024 10:00:00 GMT+0700", "2024-03-05T10:00:00+07:00"},
                {"Tue, 05 Mar 2024 10:00:00 UTC+07:00", "2024-03-05T10:00:00+07:00"},
                {"Tue, 05 Mar 2024 10:00:00 +07:00", "2024-03-05T10:00:00+07:00"},
                {"Tue, 05 Mar 2024 10:00:00 ICT", "2024-03-05T10:00:00+07:00"},
                {"Tue, 5 March 2024 1:05:00 PM +0700", "2024-03-05T13:05:00+07:00"},
                {"Tue, 5 March 2024 12:05 AM", "2024-03-05T00:05:00"},
                {"Tuesday, 05-Mar-24 10:00:00 GMT", "2024-03-05T10:00:00Z"},
                {"Tue Mar  5 10:00:00 2024", "2024-03-05T10:00:00"},
                {"Tue Mar 5 10:00:00 ICT 2024", "2024-03-05T10:00:00+07:00"},
                {"March 5, 2024", "2024-03-05"}});
}

TEST(FeedDates, OfIso8601AreTakenWithOrWithoutTheirParts) {
  expect_dates({{"2024-03-05T10:00:00+07:00", "2024-03-05T10:00:00+07:00"},
                {"2024-03-05T10:00:00.123456Z", "2024-03-05T10:00:00Z"},
                {"2024-03-05T10:00Z", "2024-03-05T10:00:00Z"},
                {"2024-03-05 10:00:00 +0700", "2024-03-05T10:00:00+07:00"},
                {"2024-03-05 10:00:00", "2024-03-05T10:00:00"},
                {"2024/03/05 10:00", "2024-03-05T10:00:00"},
                {"20240305T100000Z", "2024-03-05T10:00:00Z"},
                {"2024-03-05t10:00:00z", "2024-03-05T10:00:00Z"},
                {"2024-03-05", "2024-03-05"},
                {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"}});
}

TEST(FeedDates, ThatAreImpossibleOrMeanNothingAreDropped) {
  for (const char* text : {"", "now", "2024-02-30", "2023-02-29T10:00:00Z", "2024-13-01", "2024-03-05T25:00:00Z", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "05/03/2024 10:00",
                           "Tue, 32 Mar 2024 10:00:00 GMT", "2024-03", "2024", "99999999999999999999", "Mar", "Tue, 05 Mar 2024 10:61:00 GMT"})
    EXPECT_EQ(iso_date(text), "") << text;
  EXPECT_EQ(iso_date(std::string(1'000'000, '9')), "");
}

TEST(FeedDates, LeaveAnUnknownZoneOut) {
  expect_dates({{"Tue, 05 Mar 2024 10:00:00 XYZ", "2024-03-05T10:00:00"},
                {"Tue, 05 Mar 2024 10:00:00 A", "2024-03-05T10:00:00"},
                {"Tue, 05 Mar 2024 10:00:00 +9900", "2024-03-05T10:00:00"},
                {"2024-03-05T10:00:00+25:00", "2024-03-05T10:00:00"}});
}

}  // namespace
}  // namespace hearsay
