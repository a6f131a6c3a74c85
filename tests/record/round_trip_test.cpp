// What is written is read back exactly: every field, over texts of every kind.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "sample.h"

namespace hearsay {

// Only where a test compares: an analysis has no equality of its own.
static bool operator==(const Zone& a, const Zone& b) { return a.kind == b.kind && a.span == b.span && a.paragraph == b.paragraph; }
static bool operator==(const TimeExpression& a, const TimeExpression& b) {
  return a.span == b.span && a.type == b.type && a.value == b.value && a.from == b.from && a.to == b.to && a.rule == b.rule;
}
static bool operator==(const Mention& a, const Mention& b) { return a.span == b.span && a.form == b.form && a.rule == b.rule; }
static bool operator==(const Actor& a, const Actor& b) {
  return a.id == b.id && a.name == b.name && a.kind == b.kind && a.code == b.code && a.country == b.country &&
         a.speaks_for == b.speaks_for && a.owner == b.owner && a.within == b.within && a.outlet == b.outlet && a.known == b.known &&
         a.mentions == b.mentions;
}
static bool operator==(const Voice& a, const Voice& b) {
  return a.actor == b.actor && a.name == b.name && a.span == b.span && a.anonymous == b.anonymous && a.voices == b.voices;
}
static bool operator==(const Statement& a, const Statement& b) {
  return a.span == b.span && a.sentence == b.sentence && a.mode == b.mode && a.act == b.act && a.cue == b.cue &&
         a.content == b.content && a.speaker == b.speaker && a.via == b.via && a.parent == b.parent &&
         a.unverified == b.unverified && a.refers_back == b.refers_back && a.rule == b.rule;
}
static bool operator==(const Party& a, const Party& b) { return a.actor == b.actor && a.span == b.span; }
static bool operator==(const Event& a, const Event& b) {
  const bool same_score = a.goldstein == b.goldstein || (std::isnan(a.goldstein) && std::isnan(b.goldstein));
  return a.span == b.span && a.sentence == b.sentence && a.kind == b.kind && a.cameo == b.cameo && a.plover == b.plover &&
         same_score && a.source == b.source && a.target == b.target && a.time == b.time && a.from == b.from &&
         a.to == b.to && a.place == b.place && a.status == b.status && a.lead == b.lead && a.joint == b.joint &&
         a.statement == b.statement && a.unverified == b.unverified && a.rule == b.rule;
}
static bool operator==(const Figure& a, const Figure& b) {
  return a.span == b.span && a.sentence == b.sentence && a.of == b.of && a.who == b.who && a.least == b.least && a.most == b.most && a.about == b.about &&
         a.statement == b.statement && a.event == b.event && a.rule == b.rule;
}

namespace {

void expect_same(const Document& a, const Document& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.url, b.url);
  EXPECT_EQ(a.sha256, b.sha256);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.outlet_id, b.outlet_id);
  EXPECT_EQ(a.outlet_name, b.outlet_name);
  EXPECT_EQ(a.published, b.published);
  EXPECT_EQ(a.published_day, b.published_day);
  EXPECT_EQ(a.published_from, b.published_from);
  EXPECT_EQ(a.lang, b.lang);
  EXPECT_EQ(a.text, b.text);
  EXPECT_TRUE(a.zones == b.zones);
}

void expect_round_trip(const Analysis& analysis) {
  const std::string record = analysis_record(analysis);
  const Result<Analysis> read = read_analysis_record(record);
  ASSERT_TRUE(read) << read.error().message;
  expect_same(analysis.document, read->document);
  EXPECT_TRUE(analysis.sentences == read->sentences);
  EXPECT_TRUE(analysis.times == read->times);
  EXPECT_TRUE(analysis.actors == read->actors);
  EXPECT_TRUE(analysis.statements == read->statements);
  EXPECT_TRUE(analysis.events == read->events);
  EXPECT_TRUE(analysis.figures == read->figures);
  EXPECT_EQ(analysis.notes, read->notes);
  EXPECT_EQ(record, analysis_record(*read));
  const Result<Document> document = read_document_record(record);
  ASSERT_TRUE(document) << document.error().message;
  expect_same(analysis.document, *document);
}

TEST(RoundTrip, EveryField) { expect_round_trip(sample::analysis()); }

TEST(RoundTrip, NothingKnown) { expect_round_trip({}); }

TEST(RoundTrip, EveryEnumerator) {
  Analysis analysis = sample::analysis();
  for (int i = 0; i < 6; ++i) {
    analysis.document.published_from = static_cast<DateOrigin>(i % 5);
    analysis.document.zones[0].kind = static_cast<ZoneKind>(i);
    analysis.times[0].type = static_cast<TimeType>(i % 4);
    analysis.actors[0].kind = static_cast<ActorKind>(i % 5);
    analysis.actors[0].mentions[0].form = static_cast<MentionForm>(i % 4);
    analysis.statements[0].mode = static_cast<Mode>(i % 3);
    analysis.statements[0].act = static_cast<Act>(i % 5);
    analysis.events[0].status = static_cast<EventStatus>(i % 5);
    expect_round_trip(analysis);
  }
}

TEST(RoundTrip, NamelessSpeakers) {
  Analysis analysis = sample::analysis();
  Voice& speaker = analysis.statements[0].speaker;
  for (const Voice& voice : {Voice{}, Voice{-1, "", {}, true, 1}, Voice{-1, "", {0, 4}, false, 1}, Voice{2, "", {}, false, 1},
                             Voice{-1, "", {}, false, 4}}) {
    speaker = voice;
    expect_round_trip(analysis);
  }
}

TEST(RoundTrip, EveryGoldsteinValue) {
  Analysis analysis = sample::analysis();
  for (int tenths = -100; tenths <= 100; ++tenths) {
    analysis.events[0].goldstein = tenths / 10.0;
    expect_round_trip(analysis);
  }
  analysis.events[0].goldstein = std::nan("");
  expect_round_trip(analysis);
}

TEST(RoundTrip, DaysOfAnyYear) {
  Analysis analysis = sample::analysis();
  for (const Day when : {sample::day(2024, 2, 29), sample::day(1, 1, 1), sample::day(-43, 3, 15), sample::day(9999, 12, 31), sample::day(12025, 1, 1)}) {
    analysis.events[0].from = when;
    expect_round_trip(analysis);
  }
}

TEST(RoundTrip, SpansAnywhereInAnyText) {
  const std::string alphabet[] = {"a", "\n", "đ", "ừ", "o\u0323\u0302", "\u20AC", "\U0001F4E8", std::string("\0", 1), "\"", "\\"};
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    Analysis analysis;
    std::vector<uint32_t> starts = {0};
    std::string& text = analysis.document.text;
    for (int i = 0; i < round; ++i) {
      text += alphabet[random() % std::size(alphabet)];
      starts.push_back(static_cast<uint32_t>(text.size()));
    }
    for (size_t i = 1; i < starts.size(); ++i) analysis.sentences.push_back({starts[random() % i], starts[i]});
    expect_round_trip(analysis);
  }
}

}  // namespace
}  // namespace hearsay
