// SPDX-License-Identifier: Apache-2.0
#include "time/calendar.h"

namespace hearsay {

namespace chrono = std::chrono;

std::optional<Day> day_of(int year, int month, int day) {
  const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)}, chrono::day{static_cast<unsigned>(day)}};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return Day{date};
}

Period year_period(int year, int years) { return month_period(year, 1, 12 * years); }

Period month_period(int year, int month, int months) {
  const chrono::year_month first{chrono::year{year}, chrono::month{static_cast<unsigned>(month)}};
  const chrono::year_month after = first + chrono::months{months};
  return {Day{first / 1}, Day{after / 1} - chrono::days{1}};
}

int weekday_of(Day day) { return static_cast<int>(chrono::weekday{day}.iso_encoding()); }

Day monday_of(Day day) { return day - chrono::days{weekday_of(day) - 1}; }

IsoWeek iso_week(Day day) {
  const Day thursday = monday_of(day) + chrono::days{3};
  const int year = year_of(thursday);
  return {year, static_cast<int>((thursday - year_period(year).from).count()) / 7 + 1};
}

int distance(Day from, Period to) {
  if (to.from > from) return static_cast<int>((to.from - from).count());
  if (to.to < from) return static_cast<int>((to.to - from).count());
  return 0;
}

}  // namespace hearsay
