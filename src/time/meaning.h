// What a time expression's words say, before it is known when they were written.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

// From large to small.
enum class TimeUnit : uint8_t {
  kNone, kCentury, kDecade, kYear, kHalf, kQuarter, kSeason, kMonth, kWeek, kWeekend, kWeekday, kDay, kPart, kHour, kMinute, kSecond
};
std::string_view to_string(TimeUnit unit);

enum class TimeRef : uint8_t { kNone, kPast, kPresent, kFuture, kText };
enum class TimeEdge : uint8_t { kNone, kStart, kMid, kEnd };

// The fields of src/time/schema.h.
struct Meaning {
  std::optional<TimeType> type;
  std::optional<int> century, decade, year, half, quarter, month, day, weekday, hour, minute, shift;
  std::string season, part, clock;       // as TIMEX3 writes them: "SU", "MO"; clock "am", "pm"
  TimeEdge edge = TimeEdge::kNone;
  TimeUnit unit = TimeUnit::kNone, unit2 = TimeUnit::kNone;
  bool from_text = false;                // the anchor is what the text named, not the publication date
  int near = 0;                          // -1 past, +1 future
  int direction = 0;                     // -1 past, +1 future
  std::optional<double> value, value2;
  bool uncounted = false, each = false;
  TimeRef ref = TimeRef::kNone;

  // Sets one key of the schema; an unknown key or an empty or unfit value changes nothing. `decimal` is the language's mark.
  void set(std::string_view key, std::string_view text, char decimal);
  // Takes over every field that `other` has.
  void inherit(const Meaning& other);
  // Takes from `other` the anchor and the fields larger than this one's largest.
  void complete_from(const Meaning& other);

  bool is_shifted() const { return shift || (direction != 0 && value && effective_type() != TimeType::kDuration); }
  TimeType effective_type() const;
  // The smallest field; none of durations, sets and vague times.
  TimeUnit grain() const;
  bool year_known() const;
  bool month_known() const;
};

// "1.250,5" by the language's marks; nullopt for what is no number. Leading digits count: "22nd" is 22.
std::optional<double> read_number(std::string_view text, char decimal);

}  // namespace hearsay
