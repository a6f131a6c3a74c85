// SPDX-License-Identifier: Apache-2.0
#include "time/meaning.h"

#include <gtest/gtest.h>

#include "time/schema.h"

namespace hearsay {
namespace {

Meaning meaning(std::initializer_list<std::pair<const char*, const char*>> keys) {
  Meaning out;
  for (auto [key, text] : keys) out.set(key, text, ',');
  return out;
}

TEST(Meaning, ReadsNumbersOfBothLanguages) {
  EXPECT_EQ(read_number("1.250", ','), 1250);
  EXPECT_EQ(read_number("1,5", ','), 1.5);
  EXPECT_EQ(read_number("1,250", '.'), 1250);
  EXPECT_EQ(read_number("1.5", '.'), 1.5);
  EXPECT_EQ(read_number("22nd", '.'), 22);
  EXPECT_EQ(read_number("08", '.'), 8);
  EXPECT_FALSE(read_number("", '.'));
  EXPECT_FALSE(read_number("ba", ','));
}

TEST(Meaning, FiguresAreHourAndMinute) {
  EXPECT_EQ(meaning({{"figures", "1430"}}).hour, 14);
  EXPECT_EQ(meaning({{"figures", "0605"}}).minute, 5);
  EXPECT_FALSE(meaning({{"figures", "1975"}}).hour);
}

TEST(Meaning, IgnoresUnknownKeysAndEmptyValues) {
  const Meaning none = meaning({{"gloss", "5"}, {"day", ""}, {"unit", "parsec"}});
  EXPECT_EQ(none.grain(), TimeUnit::kNone);
  EXPECT_FALSE(none.day);
}

TEST(Meaning, GrainIsTheSmallestField) {
  EXPECT_EQ(meaning({{"year", "2013"}}).grain(), TimeUnit::kYear);
  EXPECT_EQ(meaning({{"year", "2013"}, {"month", "10"}}).grain(), TimeUnit::kMonth);
  EXPECT_EQ(meaning({{"unit", "week"}, {"shift", "-1"}}).grain(), TimeUnit::kWeek);
  EXPECT_EQ(meaning({{"unit", "week"}, {"shift", "-1"}, {"weekday", "5"}}).grain(), TimeUnit::kDay);
  EXPECT_EQ(meaning({{"day", "22"}, {"part", "MO"}}).grain(), TimeUnit::kPart);
  EXPECT_EQ(meaning({{"type", "DURATION"}, {"unit", "day"}, {"value", "3"}}).grain(), TimeUnit::kNone);
  EXPECT_EQ(meaning({{"ref", "past"}}).grain(), TimeUnit::kNone);
}

TEST(Meaning, AnHourOrPartMakesATime) {
  EXPECT_EQ(meaning({{"day", "22"}}).effective_type(), TimeType::kDate);
  EXPECT_EQ(meaning({{"day", "22"}, {"part", "EV"}}).effective_type(), TimeType::kTime);
  EXPECT_EQ(meaning({{"hour", "8"}}).effective_type(), TimeType::kTime);
}

TEST(Meaning, MultipliesAndAdds) {
  EXPECT_EQ(meaning({{"value", "3"}, {"times", "1000000"}}).value, 3'000'000);
  EXPECT_EQ(meaning({{"value", "1"}, {"plus", "0.5"}}).value, 1.5);
}

TEST(Meaning, CompletesWithLargerFieldsOnly) {
  Meaning day = meaning({{"day", "20"}});
  day.complete_from(meaning({{"day", "25"}, {"month", "10"}, {"year", "2012"}}));
  EXPECT_EQ(day.day, 20);
  EXPECT_EQ(day.month, 10);
  EXPECT_EQ(day.year, 2012);
  Meaning month = meaning({{"month", "6"}});
  month.complete_from(meaning({{"unit", "year"}, {"shift", "-1"}}));
  EXPECT_EQ(month.shift, -1);
  EXPECT_EQ(month.unit, TimeUnit::kYear);
  Meaning clock = meaning({{"hour", "8"}});
  clock.complete_from(meaning({{"unit", "day"}, {"shift", "0"}, {"part", "EV"}}));
  EXPECT_EQ(clock.shift, 0);
  EXPECT_EQ(clock.part, "EV");
}

// The documentation and the code name the same keys.
TEST(Meaning, KnowsEveryKeyOfTheSchema) {
  const auto value_for = [](std::string_view values) {
    if (values.find("past") != std::string_view::npos) return std::string_view("past");
    return values.empty() || (values[0] >= '0' && values[0] <= '9') || values == "number" || values == "whole number" ? std::string_view("1")
                                                                                                                 : values.substr(0, values.find(' '));
  };
  for (const TimeKey& key : kTimeKeys) {
    if (key.values == "a capture" || key.key == "type" || key.key == "anchor") continue;
    Meaning one;
    one.set(key.key, key.key == "unit2" ? "day" : value_for(key.values), ',');
    const Meaning none;
    const bool changed = one.century || one.decade || one.year || one.half || one.quarter || one.month || one.day || one.weekday || one.hour ||
                         one.minute || one.shift || one.value || one.value2 || !one.season.empty() || !one.part.empty() || !one.clock.empty() ||
                         one.edge != none.edge || one.unit != none.unit || one.unit2 != none.unit2 || one.near || one.direction || one.uncounted ||
                         one.each || one.ref != none.ref;
    EXPECT_TRUE(changed) << key.key;
  }
}

}  // namespace
}  // namespace hearsay
