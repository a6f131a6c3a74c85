// SPDX-License-Identifier: Apache-2.0
#include "time/meaning.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay {

namespace {

constexpr std::array<std::pair<std::string_view, TimeUnit>, 15> kUnits = {{{"century", TimeUnit::kCentury},
                                                                           {"decade", TimeUnit::kDecade},
                                                                           {"year", TimeUnit::kYear},
                                                                           {"half", TimeUnit::kHalf},
                                                                           {"quarter", TimeUnit::kQuarter},
                                                                           {"season", TimeUnit::kSeason},
                                                                           {"month", TimeUnit::kMonth},
                                                                           {"week", TimeUnit::kWeek},
                                                                           {"weekend", TimeUnit::kWeekend},
                                                                           {"weekday", TimeUnit::kWeekday},
                                                                           {"day", TimeUnit::kDay},
                                                                           {"part", TimeUnit::kPart},
                                                                           {"hour", TimeUnit::kHour},
                                                                           {"minute", TimeUnit::kMinute},
                                                                           {"second", TimeUnit::kSecond}}};

TimeUnit unit_of(std::string_view text) {
  for (const auto& [name, unit] : kUnits)
    if (name == text) return unit;
  return TimeUnit::kNone;
}

int side_of(std::string_view text) { return text == "past" ? -1 : text == "future" ? 1 : 0; }

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string_view to_string(TimeUnit unit) {
  for (const auto& [name, value] : kUnits)
    if (value == unit) return name;
  return {};
}

std::optional<double> read_number(std::string_view text, char decimal) {
  if (text.empty() || !digit(text.front())) return std::nullopt;
  double value = 0, place = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (digit(text[at])) {
      value = place > 0 ? value + (text[at] - '0') * place : value * 10 + (text[at] - '0');
      place /= 10;
    } else if (text[at] == decimal && place == 0 && at + 1 < text.size() && digit(text[at + 1])) {
      place = 0.1;
    } else if (text[at] != '.' && text[at] != ',') {
      break;
    }
  }
  return value;
}

void Meaning::set(std::string_view key, std::string_view text, char decimal) {
  if (text.empty()) return;
  auto whole = [&](std::optional<int>& field) {
    if (const auto number = read_number(text, decimal); number && *number < 1e6) field = static_cast<int>(*number);
  };
  // A pack's own values ("0.5") have a point whatever the language.
  auto number = [&](std::optional<double>& field) {
    if (const auto read = read_number(text, text.starts_with("0.") || text == "1.5" ? '.' : decimal)) field = read;
  };
  if (key == "type") {
    type = text == "TIME" ? TimeType::kTime : text == "DURATION" ? TimeType::kDuration : text == "SET" ? TimeType::kSet : TimeType::kDate;
  } else if (key == "century") whole(century);
  else if (key == "decade") whole(decade);
  else if (key == "year") whole(year);
  else if (key == "half") whole(half);
  else if (key == "quarter") whole(quarter);
  else if (key == "month") whole(month);
  else if (key == "day") whole(day);
  else if (key == "weekday") whole(weekday);
  else if (key == "hour") whole(hour);
  else if (key == "minute") whole(minute);
  else if (key == "figures") {
    std::optional<int> both;
    whole(both);
    if (both && *both % 100 < 60) hour = *both / 100, minute = *both % 100;
  } else if (key == "season") season = text;
  else if (key == "part") part = text;
  else if (key == "clock") clock = text;
  else if (key == "edge") edge = text == "start" ? TimeEdge::kStart : text == "mid" ? TimeEdge::kMid : TimeEdge::kEnd;
  else if (key == "unit") unit = unit_of(text);
  else if (key == "unit2") unit2 = unit_of(text);
  else if (key == "shift") {
    const bool minus = text.front() == '-';
    if (const auto read = read_number(text.substr(minus ? 1 : 0), decimal); read && *read < 1e6) shift = static_cast<int>(minus ? -*read : *read);
  } else if (key == "anchor") from_text = text == "text";
  else if (key == "near") near = side_of(text);
  else if (key == "direction") direction = side_of(text);
  else if (key == "value") number(value);
  else if (key == "value2") number(value2);
  else if (key == "times" || key == "plus") {
    std::optional<double> operand;
    number(operand);
    if (operand) value = key == "times" ? value.value_or(1) * *operand : value.value_or(0) + *operand;
  } else if (key == "count") uncounted = text == "X";
  else if (key == "each") each = true;
  else if (key == "ref") {
    ref = text == "past" ? TimeRef::kPast : text == "present" ? TimeRef::kPresent : text == "future" ? TimeRef::kFuture : TimeRef::kText;
  }
}

void Meaning::inherit(const Meaning& other) {
  auto take = [](auto& field, const auto& from) {
    if (from) field = from;
  };
  auto take_text = [](std::string& field, const std::string& from) {
    if (!from.empty()) field = from;
  };
  take(type, other.type);
  for (auto field : {&Meaning::century, &Meaning::decade, &Meaning::year, &Meaning::half, &Meaning::quarter, &Meaning::month, &Meaning::day,
                     &Meaning::weekday, &Meaning::hour, &Meaning::minute, &Meaning::shift})
    take(this->*field, other.*field);
  take(value, other.value);
  take(value2, other.value2);
  take_text(season, other.season);
  take_text(part, other.part);
  take_text(clock, other.clock);
  if (other.edge != TimeEdge::kNone) edge = other.edge;
  if (other.unit != TimeUnit::kNone) unit = other.unit;
  if (other.unit2 != TimeUnit::kNone) unit2 = other.unit2;
  from_text |= other.from_text;
  if (other.near) near = other.near;
  if (other.direction) direction = other.direction;
  uncounted |= other.uncounted;
  each |= other.each;
  if (other.ref != TimeRef::kNone) ref = other.ref;
}

void Meaning::complete_from(const Meaning& other) {
  // Hours and parts of the day take their day, days their month and year, weekdays their week, months and seasons their year.
  const bool needs_day = !day && !weekday && !is_shifted() && (hour || !part.empty());
  if (needs_day && !month && !year) {
    day = other.day;
    weekday = other.weekday;
  }
  if (is_shifted()) return;
  const bool other_shift_is_larger = other.unit <= TimeUnit::kMonth || needs_day || (weekday && other.unit <= TimeUnit::kWeekend);
  if (!year && other.is_shifted() && other_shift_is_larger) {
    unit = other.unit;
    shift = other.shift;
    value = other.value;
    direction = other.direction;
    from_text = other.from_text;
  }
  if (!month && (day || needs_day)) month = other.month;
  if (!year) year = other.year;
  if (!decade && !year && !month) decade = other.decade;
  if (!century && !year && !month) century = other.century;
  if (needs_day && part.empty()) part = other.part;
  if (!near) near = other.near;
}

TimeType Meaning::effective_type() const {
  if (type && *type != TimeType::kDate) return *type;
  return hour || !part.empty() ? TimeType::kTime : TimeType::kDate;
}

TimeUnit Meaning::grain() const {
  if (ref != TimeRef::kNone) return TimeUnit::kNone;
  const TimeType kind = effective_type();
  if (kind == TimeType::kDuration || kind == TimeType::kSet) return TimeUnit::kNone;
  if (minute) return TimeUnit::kMinute;
  if (hour) return TimeUnit::kHour;
  if (!part.empty()) return TimeUnit::kPart;
  if (day || weekday) return TimeUnit::kDay;
  if (month) return TimeUnit::kMonth;
  if (!season.empty()) return TimeUnit::kSeason;
  if (quarter) return TimeUnit::kQuarter;
  if (half) return TimeUnit::kHalf;
  if (unit == TimeUnit::kWeekday) return TimeUnit::kDay;
  if (unit != TimeUnit::kNone) return unit;
  if (year) return TimeUnit::kYear;
  if (decade) return TimeUnit::kDecade;
  return century ? TimeUnit::kCentury : TimeUnit::kNone;
}

bool Meaning::year_known() const { return year || decade || century || (is_shifted() && unit != TimeUnit::kNone); }

bool Meaning::month_known() const { return month || (is_shifted() && unit >= TimeUnit::kMonth); }

}  // namespace hearsay
