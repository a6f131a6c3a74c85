// Dates what an expression says from the publication date and from what the text named before.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/calendar.h"
#include "time/meaning.h"

namespace hearsay {

// What the text has named so far, as far as the next expression may hang on it.
struct TimeAnchors {
  std::optional<Day> published;
  std::optional<Day> day;                // the last single day
  std::optional<Period> month, year;     // the last period known to the month, to the year
  std::optional<int> story_year;         // a past year that the same sentence names: its dates without year lie there
  std::string value;                     // the last dated expression's value, for "then"
  std::optional<Period> period;          // and its days
  int tense = 0;                         // of the words around: -1 past, +1 future
};

struct ResolvedTime {
  std::string value;                     // TIMEX3
  std::optional<Period> period;          // the days covered
  std::optional<Period> whole;           // the same without the edge: all of the year in "early 2013"
};

//   returns  TIMEX3 value, "XXXX-.." where no anchor is known; nullopt if there is no such day.
// Source: TimeML 1.2.1, TIMEX3. Cost: constant.
std::optional<ResolvedTime> resolve_time(const Meaning& meaning, const TimeAnchors& anchors);

}  // namespace hearsay
