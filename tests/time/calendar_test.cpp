// SPDX-License-Identifier: Apache-2.0
#include "time/calendar.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Day day(int year, int month, int number) { return *day_of(year, month, number); }

TEST(Calendar, RefusesDaysThatAreNot) {
  EXPECT_FALSE(day_of(2013, 2, 29));
  EXPECT_TRUE(day_of(2012, 2, 29));
  EXPECT_FALSE(day_of(2013, 6, 31));
  EXPECT_FALSE(day_of(2013, 13, 1));
  EXPECT_FALSE(day_of(2013, 0, 1));
  EXPECT_FALSE(day_of(2013, 1, 0));
}

// The cases of ISO 8601 that people get wrong.
TEST(Calendar, WeeksBelongToTheYearOfTheirThursday) {
  EXPECT_EQ(iso_week(day(2008, 12, 29)).year, 2009);
  EXPECT_EQ(iso_week(day(2008, 12, 29)).week, 1);
  EXPECT_EQ(iso_week(day(2010, 1, 3)).year, 2009);
  EXPECT_EQ(iso_week(day(2010, 1, 3)).week, 53);
  EXPECT_EQ(iso_week(day(2013, 10, 23)).week, 43);
}

TEST(Calendar, PeriodsIncludeTheirLastDay) {
  EXPECT_EQ(month_period(2012, 2).to, day(2012, 2, 29));
  EXPECT_EQ(month_period(2013, 10, 3).to, day(2013, 12, 31));
  EXPECT_EQ(year_period(1990, 10).to, day(1999, 12, 31));
}

TEST(Calendar, DistanceIsSignedAndZeroWithin) {
  EXPECT_EQ(distance(day(2013, 10, 23), month_period(2013, 10)), 0);
  EXPECT_EQ(distance(day(2013, 10, 23), month_period(2013, 11)), 9);
  EXPECT_EQ(distance(day(2013, 10, 23), month_period(2013, 9)), -23);
}

}  // namespace
}  // namespace hearsay
