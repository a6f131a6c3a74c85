// Where an event stands: in whose statement, in which paragraph, on which day, where.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

const Event* event_of(const TextRead& read, std::string_view kind) {
  for (const Event& event : read.analysis().events)
    if (event.kind == kind) return &event;
  return nullptr;
}

TEST(EventContext, ItsStatementIsTheOneItStandsIn) {
  for (const auto& [lang, text] : {std::pair{"en", "Moon Jae-in said Donald Trump had met Kim Jong Un in Singapore."},
                                   std::pair{"vi", "Ông Moon Jae-in nói ông Donald Trump đã gặp ông Kim Jong-un tại Singapore."}}) {
    const TextRead read(lang, text);
    const Event* meeting = event_of(read, "meeting");
    ASSERT_NE(meeting, nullptr) << text;
    ASSERT_GE(meeting->statement, 0) << text;
    EXPECT_EQ(read.id(read.analysis().statements[static_cast<size_t>(meeting->statement)].speaker.actor), "moon-jae-in");
  }
}

TEST(EventContext, WhatTheReportTellsItselfIsInNoStatement) {
  const TextRead read("en", "Donald Trump met Kim Jong Un in Singapore.");
  ASSERT_NE(event_of(read, "meeting"), nullptr);
  EXPECT_EQ(event_of(read, "meeting")->statement, -1);
}

TEST(EventContext, OnlyTheTitleAndTheFirstParagraphsLead) {
  const std::string filler = "It was a sunny day in the park by the river.";
  const TextRead read("en", "A day by the river\n\n" + filler + "\n\n" + filler + " Nobody came.\n\n" + filler + " It rained.\n\nDonald Trump met Kim Jong Un in Singapore.");
  ASSERT_NE(event_of(read, "meeting"), nullptr);
  EXPECT_FALSE(event_of(read, "meeting")->lead);
  const TextRead first("en", "Donald Trump met Kim Jong Un in Singapore.\n\n" + filler);
  ASSERT_NE(event_of(first, "meeting"), nullptr);
  EXPECT_TRUE(event_of(first, "meeting")->lead);
}

TEST(EventContext, ACaptionTellsWhatItsPictureShowsButLeadsNothing) {
  const TextRead read("en", "A day by the river\n\nIt was a sunny day in the park by the river.\n\nFile photo: Donald Trump met Kim Jong Un in Singapore on 12 June 2018.");
  ASSERT_NE(event_of(read, "meeting"), nullptr);
  EXPECT_FALSE(event_of(read, "meeting")->lead);
}

TEST(EventContext, ADateInTheClauseDatesIt) {
  for (const auto& [lang, text] : {std::pair{"en", "Donald Trump met Kim Jong Un on 12 June 2018."}, std::pair{"vi", "Ông Donald Trump gặp ông Kim Jong-un ngày 12/6/2018."}}) {
    const TextRead read(lang, text);
    const Event* meeting = event_of(read, "meeting");
    ASSERT_NE(meeting, nullptr) << text;
    ASSERT_TRUE(meeting->from && meeting->to) << text;
    EXPECT_EQ(iso(*meeting->from) + ".." + iso(*meeting->to), "2018-06-12..2018-06-12");
    EXPECT_GE(meeting->time, 0);
  }
}

TEST(EventContext, APlaceInTheClausePlacesIt) {
  const TextRead read("en", "Donald Trump met Kim Jong Un in Singapore.");
  ASSERT_NE(event_of(read, "meeting"), nullptr);
  EXPECT_EQ(read.id(event_of(read, "meeting")->place), "sgp");
}

TEST(EventContext, APlaceIsNamedInManyWays) {
  for (const auto& [lang, text] : {std::pair{"vi", "Ông Biden và ông Putin đã dự hội nghị thượng đỉnh tại Geneva."},
                                   std::pair{"vi", "Hội nghị thượng đỉnh giữa ông Biden và ông Putin diễn ra tại Geneva."},
                                   std::pair{"vi", "Hội nghị thượng đỉnh Geneva giữa ông Biden và ông Putin kết thúc sớm."},
                                   std::pair{"en", "The summit between Joe Biden and Vladimir Putin took place in Geneva."}}) {
    const TextRead read(lang, text);
    const Event* summit = event_of(read, "summit");
    ASSERT_NE(summit, nullptr) << text;
    EXPECT_EQ(read.id(summit->place), "geneva") << text;
  }
}

TEST(EventContext, WhereSomebodySpeaksIsNotWhereItWas) {
  const TextRead read("vi", "Hội nghị thượng đỉnh giữa ông Biden và ông Putin được báo chí nhắc lại tại Washington.");
  const Event* summit = event_of(read, "summit");
  ASSERT_NE(summit, nullptr);
  EXPECT_EQ(summit->place, -1);
}

TEST(EventContext, WhatBearsItsPastDateHasHappened) {
  const TextRead read("vi", "Ông Biden muốn giữ đà của hội nghị thượng đỉnh Geneva giữa Mỹ và Nga năm 2018.");
  ASSERT_NE(event_of(read, "summit"), nullptr);
  EXPECT_EQ(event_of(read, "summit")->status, EventStatus::kHappened);
}

TEST(EventContext, APartyHasItsOwnWords) {
  const TextRead read("vi", "Triều Tiên từ chối bức thư của Mỹ.");
  const Event* refused = event_of(read, "letter-refused");
  ASSERT_NE(refused, nullptr);
  EXPECT_EQ(read.words(refused->source.span), "Triều Tiên");
  EXPECT_EQ(read.words(refused->target.span), "Mỹ");
}

TEST(EventContext, IndexesNameWhatTheAnalysisHolds) {
  const TextRead read("en", "Moon Jae-in said on Monday that Donald Trump had met Kim Jong Un in Singapore and sent a letter to Xi Jinping on 3 May 2019. North Korea denied it.");
  const Analysis& analysis = read.analysis();
  const auto within = [](int index, size_t size) { return index >= -1 && index < static_cast<int>(size); };
  EXPECT_FALSE(analysis.events.empty());
  for (const Event& event : analysis.events) {
    EXPECT_TRUE(within(event.source.actor, analysis.actors.size()) && within(event.target.actor, analysis.actors.size()));
    EXPECT_TRUE(within(event.time, analysis.times.size()) && within(event.place, analysis.actors.size()));
    EXPECT_TRUE(within(event.statement, analysis.statements.size()));
    EXPECT_GE(event.sentence, 0);
    EXPECT_LT(event.sentence, static_cast<int>(analysis.sentences.size()));
    EXPECT_TRUE(analysis.sentences[static_cast<size_t>(event.sentence)].contains(event.span));
  }
}

}  // namespace
}  // namespace hearsay::testing
