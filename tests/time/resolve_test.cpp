// Meanings against the calendar, without packs.
// SPDX-License-Identifier: Apache-2.0
#include "time/resolve.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Keys = std::initializer_list<std::pair<const char*, const char*>>;

Meaning meaning(Keys keys) {
  Meaning out;
  for (auto [key, text] : keys) out.set(key, text, '.');
  return out;
}

// Wednesday, 23 October 2013.
TimeAnchors anchors() {
  TimeAnchors out;
  out.published = day_of(2013, 10, 23);
  return out;
}

std::string value(Keys keys, const TimeAnchors& from = anchors()) {
  const auto resolved = resolve_time(meaning(keys), from);
  return resolved ? resolved->value : "none";
}
std::string days(Keys keys, const TimeAnchors& from = anchors()) {
  const auto resolved = resolve_time(meaning(keys), from);
  return resolved && resolved->period ? iso(resolved->period->from) + " " + iso(resolved->period->to) : "none";
}

TEST(Resolve, WrittenDates) {
  EXPECT_EQ(value({{"year", "2018"}}), "2018");
  EXPECT_EQ(value({{"year", "2018"}, {"month", "6"}}), "2018-06");
  EXPECT_EQ(value({{"year", "2019"}, {"month", "6"}, {"day", "30"}}), "2019-06-30");
  EXPECT_EQ(value({{"year", "13"}, {"month", "9"}, {"day", "22"}}), "2013-09-22");
  EXPECT_EQ(value({{"year", "87"}, {"month", "9"}, {"day", "22"}}), "1987-09-22");
  EXPECT_EQ(value({{"year", "2013"}, {"quarter", "3"}}), "2013-Q3");
  EXPECT_EQ(value({{"year", "2013"}, {"half", "1"}}), "2013-H1");
  EXPECT_EQ(value({{"year", "2012"}, {"season", "SU"}}), "2012-SU");
  EXPECT_EQ(days({{"year", "2012"}, {"season", "WI"}}), "2012-12-01 2013-02-28");
  EXPECT_EQ(value({{"decade", "1990"}}), "199");
  EXPECT_EQ(value({{"decade", "90"}}), "199");
  EXPECT_EQ(value({{"decade", "10"}}), "201");
  EXPECT_EQ(value({{"decade", "20"}, {"century", "19"}}), "182");
  EXPECT_EQ(value({{"decade", "20"}, {"unit", "century"}, {"shift", "-1"}}), "192");
  EXPECT_EQ(value({{"century", "21"}}), "20");
  EXPECT_EQ(days({{"century", "21"}}), "2000-01-01 2099-12-31");
}

TEST(Resolve, RefusesDaysThatAreNot) {
  EXPECT_EQ(value({{"month", "6"}, {"day", "31"}}), "none");
  EXPECT_EQ(value({{"year", "2013"}, {"month", "2"}, {"day", "29"}}), "none");
  EXPECT_EQ(value({{"month", "13"}}), "none");
  EXPECT_EQ(value({{"year", "99999"}}), "none");
  EXPECT_EQ(value({{"hour", "25"}}), "none");
  // 29 February without a year: the nearest that there is.
  TimeAnchors leap;
  leap.published = day_of(2013, 1, 5);
  EXPECT_EQ(value({{"month", "2"}, {"day", "29"}}, leap), "2012-02-29");
}

TEST(Resolve, DatesWithoutYearAreNearAndRatherPast) {
  EXPECT_EQ(value({{"month", "10"}, {"day", "22"}}), "2013-10-22");
  EXPECT_EQ(value({{"month", "10"}, {"day", "25"}}), "2013-10-25");
  EXPECT_EQ(value({{"month", "7"}, {"day", "28"}}), "2013-07-28");
  EXPECT_EQ(value({{"month", "12"}}), "2013-12");
  EXPECT_EQ(value({{"month", "1"}}), "2014-01");
  EXPECT_EQ(value({{"month", "3"}}), "2013-03");
  EXPECT_EQ(value({{"month", "6"}, {"near", "future"}}), "2014-06");
  EXPECT_EQ(value({{"month", "11"}, {"near", "past"}}), "2012-11");
  EXPECT_EQ(value({{"day", "22"}}), "2013-10-22");
  EXPECT_EQ(value({{"quarter", "3"}}), "2013-Q3");
}

TEST(Resolve, DatesOfAStoryLieInItsYear) {
  TimeAnchors story = anchors();
  story.story_year = 1962;
  EXPECT_EQ(value({{"month", "5"}}, story), "1962-05");
  EXPECT_EQ(value({{"month", "10"}, {"day", "22"}}, story), "2013-10-22");
}

TEST(Resolve, Weekdays) {
  EXPECT_EQ(value({{"weekday", "2"}}), "2013-10-22");
  EXPECT_EQ(value({{"weekday", "3"}}), "2013-10-23");
  EXPECT_EQ(value({{"weekday", "5"}}), "2013-10-18");
  TimeAnchors ahead = anchors();
  ahead.tense = 1;
  EXPECT_EQ(value({{"weekday", "5"}}, ahead), "2013-10-25");
  EXPECT_EQ(value({{"weekday", "5"}, {"unit", "week"}, {"shift", "-1"}}), "2013-10-18");
  EXPECT_EQ(value({{"weekday", "7"}, {"unit", "week"}, {"shift", "0"}}), "2013-10-27");
  EXPECT_EQ(value({{"weekday", "3"}, {"unit", "weekday"}, {"shift", "-1"}}), "2013-10-16");
  EXPECT_EQ(value({{"weekday", "3"}, {"unit", "weekday"}, {"shift", "1"}}), "2013-10-30");
  EXPECT_EQ(value({{"weekday", "1"}, {"unit", "weekday"}, {"shift", "0"}}), "2013-10-21");
}

TEST(Resolve, Shifts) {
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "-1"}}), "2013-10-22");
  EXPECT_EQ(value({{"unit", "week"}, {"shift", "-1"}}), "2013-W42");
  EXPECT_EQ(days({{"unit", "week"}, {"shift", "-1"}}), "2013-10-14 2013-10-20");
  EXPECT_EQ(value({{"unit", "weekend"}, {"shift", "-1"}}), "2013-W42-WE");
  EXPECT_EQ(days({{"unit", "weekend"}, {"shift", "0"}}), "2013-10-26 2013-10-27");
  EXPECT_EQ(value({{"unit", "month"}, {"shift", "1"}}), "2013-11");
  EXPECT_EQ(value({{"unit", "month"}, {"shift", "3"}}), "2014-01");
  EXPECT_EQ(value({{"unit", "quarter"}, {"shift", "-1"}}), "2013-Q3");
  EXPECT_EQ(value({{"unit", "year"}, {"shift", "-1"}, {"month", "6"}}), "2012-06");
  EXPECT_EQ(value({{"unit", "month"}, {"shift", "-1"}, {"day", "5"}}), "2013-09-05");
  EXPECT_EQ(value({{"unit", "decade"}, {"shift", "-1"}}), "200");
  EXPECT_EQ(value({{"unit", "century"}, {"shift", "-1"}}), "19");
  EXPECT_EQ(value({{"unit", "season"}, {"shift", "-1"}, {"season", "SU"}}), "2013-SU");
  EXPECT_EQ(value({{"unit", "season"}, {"shift", "1"}, {"season", "SP"}}), "2014-SP");
}

TEST(Resolve, CountedShifts) {
  EXPECT_EQ(value({{"unit", "day"}, {"value", "3"}, {"direction", "past"}}), "2013-10-20");
  EXPECT_EQ(value({{"unit", "year"}, {"value", "5"}, {"direction", "past"}}), "2008");
  EXPECT_EQ(value({{"unit", "month"}, {"value", "2"}, {"direction", "future"}}), "2013-12");
  EXPECT_EQ(value({{"unit", "week"}, {"value", "2"}, {"direction", "past"}}), "2013-W41");
  EXPECT_EQ(value({{"unit", "decade"}, {"value", "2"}, {"direction", "past"}}), "1993");
  EXPECT_EQ(value({{"unit", "hour"}, {"value", "3"}, {"direction", "past"}}), "2013-10-23TXX:XX");
  // Beyond the calendar.
  EXPECT_EQ(value({{"unit", "year"}, {"value", "3000000"}, {"direction", "past"}}), "XXXX");
  EXPECT_EQ(value({{"unit", "century"}, {"value", "40"}, {"direction", "past"}}), "XX");
  EXPECT_EQ(value({{"unit", "day"}, {"value", "900000"}, {"direction", "future"}}), "XXXX-XX-XX");
}

TEST(Resolve, TextAnchors) {
  TimeAnchors text = anchors();
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "1"}, {"anchor", "text"}}, text), "XXXX-XX-XX");
  EXPECT_EQ(value({{"unit", "year"}, {"shift", "0"}, {"anchor", "text"}}, text), "XXXX");
  EXPECT_EQ(value({{"ref", "text"}}, text), "PAST_REF");
  text.day = day_of(2013, 10, 15);
  text.year = year_period(2008);
  text.value = "2008";
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "1"}, {"anchor", "text"}}, text), "2013-10-16");
  EXPECT_EQ(value({{"unit", "day"}, {"value", "3"}, {"direction", "past"}, {"anchor", "text"}}, text), "2013-10-12");
  EXPECT_EQ(value({{"unit", "year"}, {"shift", "0"}, {"anchor", "text"}}, text), "2008");
  EXPECT_EQ(value({{"ref", "text"}}, text), "2008");
}

TEST(Resolve, PartsOfPeriodsKeepTheValueAndNarrowTheDays) {
  EXPECT_EQ(value({{"unit", "year"}, {"shift", "0"}, {"edge", "start"}}), "2013");
  EXPECT_EQ(days({{"unit", "year"}, {"shift", "0"}, {"edge", "start"}}), "2013-01-01 2013-05-02");
  EXPECT_EQ(days({{"year", "2013"}, {"month", "9"}, {"edge", "end"}}), "2013-09-21 2013-09-30");
  EXPECT_EQ(days({{"year", "2013"}, {"month", "9"}, {"edge", "mid"}}), "2013-09-11 2013-09-20");
  EXPECT_EQ(value({{"century", "21"}, {"edge", "mid"}}), "20");
}

TEST(Resolve, Clock) {
  EXPECT_EQ(value({{"month", "10"}, {"day", "22"}, {"part", "MO"}}), "2013-10-22TMO");
  EXPECT_EQ(value({{"month", "10"}, {"day", "22"}, {"hour", "14"}, {"minute", "30"}}), "2013-10-22T14:30");
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "-1"}, {"hour", "7"}, {"part", "EV"}}), "2013-10-22T19:00");
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "0"}, {"hour", "12"}, {"clock", "am"}}), "2013-10-23T00:00");
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "0"}, {"hour", "2"}, {"clock", "pm"}}), "2013-10-23T14:00");
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "0"}, {"hour", "2"}, {"part", "NI"}}), "2013-10-23T02:00");
  EXPECT_EQ(value({{"hour", "9"}}), "XXXX-XX-XXT09:00");
  TimeAnchors text = anchors();
  text.day = day_of(2013, 10, 15);
  EXPECT_EQ(value({{"hour", "9"}}, text), "2013-10-15T09:00");
}

TEST(Resolve, DurationsAndSets) {
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "48"}, {"unit", "hour"}}), "PT48H");
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "3"}, {"unit", "decade"}}), "P3DE");
  EXPECT_EQ(value({{"type", "DURATION"}, {"count", "X"}, {"unit", "year"}}), "PXY");
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "0.5"}, {"unit", "year"}}), "P6M");
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "1"}, {"plus", "0.5"}, {"unit", "year"}}), "P1.5Y");
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "2"}, {"unit", "hour"}, {"value2", "30"}, {"unit2", "minute"}}), "PT2H30M");
  EXPECT_EQ(value({{"type", "DURATION"}, {"value", "2"}, {"unit", "day"}, {"value2", "3"}, {"unit2", "hour"}}), "P2DT3H");
  EXPECT_EQ(days({{"type", "DURATION"}, {"value", "3"}, {"unit", "day"}, {"direction", "past"}}), "2013-10-20 2013-10-23");
  EXPECT_EQ(days({{"type", "DURATION"}, {"value", "3"}, {"unit", "day"}}), "none");
  EXPECT_EQ(value({{"type", "SET"}, {"value", "1"}, {"unit", "year"}}), "P1Y");
  EXPECT_EQ(value({{"type", "SET"}, {"weekday", "6"}}), "XXXX-WXX-6");
  EXPECT_EQ(value({{"type", "SET"}, {"part", "NI"}}), "XXXX-XX-XXTNI");
}

TEST(Resolve, WithoutAPublicationDateTheRestIsX) {
  const TimeAnchors none;
  EXPECT_EQ(value({{"month", "10"}, {"day", "22"}}, none), "XXXX-10-22");
  EXPECT_EQ(value({{"month", "10"}}, none), "XXXX-10");
  EXPECT_EQ(value({{"day", "22"}}, none), "XXXX-XX-22");
  EXPECT_EQ(value({{"weekday", "2"}}, none), "XXXX-WXX-2");
  EXPECT_EQ(value({{"unit", "day"}, {"shift", "-1"}}, none), "XXXX-XX-XX");
  EXPECT_EQ(value({{"unit", "week"}, {"shift", "-1"}}, none), "XXXX-WXX");
  EXPECT_EQ(value({{"unit", "month"}, {"shift", "-1"}}, none), "XXXX-XX");
  EXPECT_EQ(value({{"unit", "year"}, {"shift", "-1"}}, none), "XXXX");
  EXPECT_EQ(value({{"season", "SU"}}, none), "XXXX-SU");
  EXPECT_EQ(value({{"year", "2013"}, {"month", "10"}}, none), "2013-10");
  EXPECT_EQ(days({{"unit", "day"}, {"shift", "-1"}}, none), "none");
}

}  // namespace
}  // namespace hearsay
