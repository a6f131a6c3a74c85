// Which day a report has when nothing but its text tells it.
// SPDX-License-Identifier: Apache-2.0
#include "engine/letters.h"

namespace hearsay::testing {
namespace {

Document read(const std::string& text, const std::string& lang, const std::string& published = "") {
  Result<Analysis> analysis = shared_engine().analyse(text, metadata_of(lang, published));
  if (!analysis) throw std::runtime_error(analysis.error().message);
  return analysis->document;
}

struct Dated {
  const char *lang, *text, *day;
  DateOrigin from;
};

TEST(Dating, ByTheOpeningOrALineOfDate) {
  for (const Dated& one : {
           Dated{"en", "HANOI, April 20, 2020 (VNA) - The ministry spoke.", "2020-04-20", DateOrigin::kDateline},
           Dated{"en", "A title\n\nHANOI, 20 April 2020 \u2014 The ministry spoke.", "2020-04-20", DateOrigin::kDateline},
           Dated{"vi", "H\u00e0 N\u1ed9i, 20/4/2020 (TTXVN) \u2013 B\u1ed9 Ngo\u1ea1i giao l\u00ean ti\u1ebfng.", "2020-04-20", DateOrigin::kDateline},
           Dated{"vi", "(TTXVN 20/4/2020)\n\nB\u1ed9 Ngo\u1ea1i giao l\u00ean ti\u1ebfng.", "2020-04-20", DateOrigin::kDateline},
           Dated{"vi", "M\u1ed9t ti\u00eau \u0111\u1ec1\n\n20/4/2020 (GMT+7)\nB\u1ed9 Ngo\u1ea1i giao l\u00ean ti\u1ebfng.", "2020-04-20", DateOrigin::kText},
       }) {
    const Document document = read(one.text, one.lang);
    EXPECT_EQ(document.published.value_or("none"), one.day) << one.text;
    EXPECT_EQ(document.published_from, one.from) << one.text;
  }
}

TEST(Dating, NotByADateThatIsTold) {
  for (const char* text : {"On 20 April 2020 the ministry spoke.", "HANOI, April 20 (VNA) - The ministry spoke.", "The ministry spoke on April 20, 2020 - and again a day later.",
                           "A title\n\nThe ministry spoke.\n\nNobody came.\n\nIt rained.\n\nHANOI, April 20, 2020 - It spoke again."}) {
    const Document document = read(text, "en");
    EXPECT_FALSE(document.published_day) << text;
    EXPECT_EQ(document.published_from, DateOrigin::kUnknown) << text;
  }
}

TEST(Dating, WhatIsKnownGoesFirst) {
  const Document document = read("HANOI, April 20, 2020 (VNA) - The ministry spoke.", "en", "2020-04-22");
  EXPECT_EQ(document.published, "2020-04-22");
  EXPECT_EQ(document.published_from, DateOrigin::kMetadata);
}

// The day of the dateline is the day from which the rest counts.
TEST(Dating, DatesWhatTheReportTells) {
  const Result<Analysis> analysis = shared_engine().analyse("HANOI, April 20, 2020 (VNA) - The ministry spoke yesterday.", metadata_of("en", ""));
  ASSERT_TRUE(analysis);
  ASSERT_EQ(analysis->times.size(), 2u);
  EXPECT_EQ(analysis->times[1].value, "2020-04-19");
}

}  // namespace
}  // namespace hearsay::testing
