// Days as people write them, and as they type them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "browse/messages.h"
#include "hearsay/hearsay.h"

namespace hearsay::browse {

struct Period {
  Day from, to;                          // both included
};

// "23 Oct 2013", "Oct 2013", "2013", "28 Sep - 3 Oct 2013"; in Vietnamese "23/10/2013", "thang 10/2013" and so on
// (with diacritics). Whole months and years are named as such; nullopt on both sides is "date unknown".
std::string date_phrase(std::optional<Day> from, std::optional<Day> to, const Words& words);
inline std::string day_phrase(Day day, const Words& words) { return date_phrase(day, day, words); }

// A document's date of publication, of which the day is shown.
std::string published_phrase(const Document& document, const Words& words);

// A day, month or year that a user typed: 2013, 2013-10, 2013-10-23, 10/2013, 23/10/2013; nullopt if there is no such.
std::optional<Period> parse_period(std::string_view text);
// A length of time that a user typed: 90s, 5m, 2h, 1d; nullopt if it is none, or none at all.
std::optional<std::chrono::seconds> parse_length(std::string_view text);
// Whether a report may be given this date: a day or a date-time, ISO 8601.
bool is_date_or_date_time(std::string_view text);

}  // namespace hearsay::browse
