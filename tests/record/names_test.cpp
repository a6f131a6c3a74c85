// SPDX-License-Identifier: Apache-2.0
#include "record/names.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace hearsay {
namespace {

TEST(RecordNames, AreThoseOfTheFormat) {
  EXPECT_EQ(to_string(EventStatus::kNotHappened), "not-happened");
  EXPECT_EQ(to_string(Standing::kBothParties), "both-parties");
  EXPECT_EQ(to_string(Standing::kWithdrawn), "withdrawn");
  EXPECT_EQ(to_string(OriginKind::kThirdParty), "third-party");
  EXPECT_EQ(to_string(ActorKind::kOrganisation), "organisation");
  EXPECT_EQ(to_string(TimeType::kDuration), "DURATION");
}

TEST(RecordNames, AreReadBack) {
  EXPECT_EQ(parse_name<Act>("silent"), Act::kSilent);
  EXPECT_EQ(parse_name<Standing>("one-party"), Standing::kOneParty);
  EXPECT_EQ(parse_name<Act>("Silent"), std::nullopt);
  EXPECT_EQ(parse_name<Act>(""), std::nullopt);
}

TEST(RecordDays, AreReadBack) {
  for (int n = -800'000; n < 3'000'000; n += 997) {
    const Day day{std::chrono::days(n)};
    EXPECT_EQ(parse_day(iso(day)), day) << iso(day);
  }
}

TEST(RecordDays, ThatAreNoneAreRefused) {
  for (const char* text : {"", "2025", "2025-6-1", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-1x", "2025-+1-01",
                           "x025-01-01", "2025/01/01", "2025-01-01T00", "--25-01-01", "2025--1-01"}) {
    EXPECT_EQ(parse_day(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace hearsay
