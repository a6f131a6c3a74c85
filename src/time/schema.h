// What the rules of a pack's `time` room may make, and what each key means.
//
// Labels. `time` makes a time expression; `number` a counted or uncounted number that later levels build on; `skip` says that
// the words are no time ("Su-30", "24/7"): no later rule may touch them. A `time` node of a higher level replaces those it covers.
//
// A node means what its keys say, in the order in which they are written; `inherit` takes over all that the captured node
// means, or all columns of the captured lexicon entry as if they were written as keys. What a key's capture does not give
// (an optional part that is absent) is left as it was. So a lexicon may hold whole meanings: the word for yesterday has unit=day shift=-1.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace hearsay {

inline constexpr std::array<std::string_view, 3> kTimeLabels = {"time", "number", "skip"};

struct TimeKey {
  std::string_view key, values, meaning;
};
inline constexpr std::array<TimeKey, 32> kTimeKeys = {{
    {"type", "DATE TIME DURATION SET", "the TIMEX3 type; DATE if not said, TIME if there is an hour or part of the day"},
    {"inherit", "a capture", "takes over what the capture means"},
    {"within", "a capture", "takes from the capture the larger fields that are not there yet: its year, its month"},
    {"span", "a capture", "the node covers this capture only"},
    // fields of the calendar, as numbers (digits, or the `value` of a numeral)
    {"century", "1-99", "21: the years 2000 to 2099"},
    {"decade", "0-2099", "a year of it, or its last two digits: 1990, 90"},
    {"year", "0-2999", "two digits are completed from the publication date"},
    {"half", "1 2", "half of a year"},
    {"quarter", "1-4", "quarter of a year"},
    {"season", "SP SU FA WI", "season of a year"},
    {"month", "1-12", ""},
    {"day", "1-31", "day of the month"},
    {"weekday", "1-7", "Monday is 1"},
    {"hour", "0-24", ""},
    {"minute", "0-59", ""},
    {"figures", "100-2359", "hour and minute in figures without a mark between them: 1430"},
    {"part", "MO MI AF EV NI", "part of the day: morning, midday, afternoon, evening, night; turns hour 8 into 20 where it must"},
    {"clock", "am pm", "half of the day that the hour counts in"},
    {"edge", "start mid end", "that third of the period; the value stays the period's"},
    // distance from an anchor
    {"unit", "century decade year half quarter season month week weekend weekday day hour minute second", "what is counted or shifted"},
    {"shift", "whole number", "units from the anchor: -1 is the one before, 0 the one that holds it"},
    {"anchor", "now text", "the publication date (the default), or what the text last named"},
    {"near", "past future", "which side of the publication date a date without year or a weekday lies on"},
    // amounts
    {"value", "number", "how many; of a `number` or a `time`"},
    {"times", "number", "multiplies the number: 2 times million"},
    {"plus", "number", "adds to the number: a half"},
    {"count", "X", "an uncounted number: some, many"},
    {"unit2", "as unit", "a second unit of a duration: 2 hours 30 minutes"},
    {"value2", "number", "how many of unit2"},
    {"direction", "past future", "a duration that ends or begins now; a DATE that lies so many units from its anchor"},
    {"each", "yes", "a SET repeats every unit, weekday, month, or part of the day"},
    {"ref", "past present future text", "PAST_REF, PRESENT_REF, FUTURE_REF; text: what the text last named, else PAST_REF"},
}};

// Attributes of the nodes, which rules may test: `@time[type=DATE grain=day !year]`, `@number[count=X]`.
//   type   DATE TIME DURATION SET
//   grain  century decade year half quarter season month week weekend day part hour minute; none of durations, sets, PAST_REF and the like
//   year   yes: the year is known without a guess (written, or counted from now)
//   month  yes: the month is known without a guess
//   shifted  yes: counted from an anchor
//   all other keys that the rule writes as words, or takes from a lexicon; keys that are not listed above (kind=weekday) mean
//   nothing here and serve rules alone

}  // namespace hearsay
