// Periods of days: what a year, a quarter, an ISO week cover.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hearsay/hearsay.h"

namespace hearsay {

// Both days included.
struct Period {
  Day from, to;
};

struct IsoWeek {
  int year = 0, week = 0;
};

// nullopt if there is no such day, as 31 June.
std::optional<Day> day_of(int year, int month, int day);
Period year_period(int year, int years = 1);
Period month_period(int year, int month, int months = 1);
Day monday_of(Day day);
// 1 is Monday.
int weekday_of(Day day);
// Source: ISO 8601, 5.5: a week belongs to the year that holds its Thursday.
IsoWeek iso_week(Day day);
inline int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }
inline int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).month())); }
inline int day_of_month(Day day) { return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day())); }
// Days between a day and a period, negative where the period lies before the day, 0 within.
int distance(Day from, Period to);

}  // namespace hearsay
