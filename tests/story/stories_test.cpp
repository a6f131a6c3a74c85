// SPDX-License-Identifier: Apache-2.0
#include "story/stories.h"

#include <gtest/gtest.h>

#include <random>

#include "base/hash.h"
#include "hearsay/hearsay.h"

namespace hearsay::testing {
namespace {

const Day kFirst{std::chrono::year{2024} / 3 / 1};

// A report whose words are made up of these terms alone, all of one weight.
Gist gist(std::vector<std::string> terms, std::optional<int> day, const std::string& lang = "en") {
  Gist out;
  out.lang = lang;
  if (day) out.day = kFirst + std::chrono::days{*day};
  for (const std::string& term : terms) out.words.push_back({hash_bytes(term), 1 / std::sqrt(static_cast<float>(terms.size()))});
  std::sort(out.words.begin(), out.words.end(), [](const Term& a, const Term& b) { return a.what < b.what; });
  return out;
}

TEST(Stories, ReportsOfOneOccurrenceAreOneAndOthersAreNot) {
  StoryFinder finder;
  EXPECT_EQ(finder.add(gist({"ferry", "capsized", "harbour", "crew"}, 0)), 0);
  EXPECT_EQ(finder.add(gist({"budget", "minister", "tax"}, 0)), 1);
  EXPECT_EQ(finder.add(gist({"ferry", "capsized", "divers"}, 1)), 0);
  EXPECT_EQ(finder.add(gist({"tax", "budget", "vote"}, 2)), 1);
}

TEST(Stories, AYearLaterItIsAnotherStory) {
  StoryFinder finder;
  finder.add(gist({"flood", "river", "dam"}, 0));
  EXPECT_EQ(finder.add(gist({"flood", "river", "dam"}, 365)), 1);
}

TEST(Stories, AStoryGoesOnAsLongAsItIsReported) {
  StoryFinder finder;
  for (int day = 0; day < 100; day += 5) EXPECT_EQ(finder.add(gist({"siege", "port", "convoy"}, day)), 0);
}

TEST(Stories, OneLikeReportOfManyIsNotEnough) {
  StoryFinder finder;
  for (int i = 0; i < 3; ++i) finder.add(gist({"summit", "hanoi", "leaders"}, 0));
  // Like one of four only: that one has drifted from the others already.
  finder.add(gist({"summit", "hanoi", "leaders", "traffic", "roads", "closed"}, 0));
  EXPECT_EQ(finder.add(gist({"traffic", "roads", "closed", "jam", "weather", "rain", "storm", "north", "buses", "trains", "delay", "hours"}, 0)), 1);
}

TEST(Stories, AReportWithoutADateFindsItsStory) {
  StoryFinder finder;
  finder.add(gist({"flood", "river", "dam"}, 0));
  EXPECT_EQ(finder.add(gist({"flood", "river", "dam"}, std::nullopt)), 0);
}

TEST(Stories, LanguagesMeetInTheActThatBothOpenWith) {
  const auto named = [](const std::string& lang, std::vector<uint64_t> acts) {
    Gist out = gist({lang + " words"}, 0, lang);
    out.names = {{hash_bytes("kim-jong-un"), 0.8f}, {hash_bytes("prk"), 0.6f}};
    out.acts = std::move(acts);
    return out;
  };
  StoryFinder finder;
  finder.add(named("en", {7}));
  EXPECT_EQ(finder.add(named("vi", {7})), 0);
  EXPECT_EQ(finder.add(named("fr", {8})), 1);
}

Analysis report(const std::string& id, const std::string& words, int day) {
  Analysis out;
  out.document.id = id;
  out.document.lang = "en";
  out.document.text = words;
  out.document.published_day = kFirst + std::chrono::days{day};
  return out;
}

TEST(Stories, WhatComesLaterMovesNothing) {
  const auto engine = Engine::open();
  ASSERT_TRUE(engine);
  std::vector<Analysis> analyses = {report("a", "The ferry Sewanee capsized off Port Lunda with forty sailors aboard", 0),
                                    report("b", "Divers search the capsized ferry Sewanee off Port Lunda", 1),
                                    report("c", "The budget vote of the Lundese parliament was put off", 1)};
  const auto before = engine->stories(analyses, {});
  ASSERT_EQ(before.size(), 2u);
  EXPECT_EQ(before[0].documents, (std::vector<std::string>{"a", "b"}));
  analyses.push_back(report("d", "The ferry Sewanee off Port Lunda was raised by divers", 3));
  std::shuffle(analyses.begin(), analyses.end(), std::mt19937{7});
  const auto after = engine->stories(analyses, {});
  ASSERT_EQ(after.size(), 2u);
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[1].id, before[1].id);
  EXPECT_EQ(after[0].documents, (std::vector<std::string>{"a", "b", "d"}));
  EXPECT_EQ(after[0].days.size(), 3u);
}

TEST(Stories, ARareWordSaysMoreThanACommonOne) {
  const CommonWord common[] = {{hash_bytes("people"), 700, 0}};
  const Analysis analysis = report("a", "people capsized", 0);
  const Gist found = gist_of(analysis, common);
  const auto weight = [&](const char* word) {
    for (const Term& term : found.words)
      if (term.what == hash_bytes(word)) return term.weight;
    return 0.f;
  };
  EXPECT_GT(weight("capsized"), 3 * weight("people"));
  EXPECT_GT(weight("people"), 0);
}

TEST(StoryRecord, ReadsBackWhatItWrote) {
  Story story;
  story.id = "s1";
  story.title = "T\u00ed\u00eau \u0111\u1ec1";
  story.titled_by = "d1";
  story.documents = {"d1", "d2"};
  story.outlets = 2;
  story.days = {{kFirst, 2}};
  story.actors = {{"prk", "North Korea", 2, 9}};
  story.happenings = {"h1"};
  const std::string record = story_record(story);
  const auto back = read_story_record(record);
  ASSERT_TRUE(back);
  EXPECT_EQ(story_record(*back), record);
  EXPECT_FALSE(read_story_record("{\"format\":\"hearsay/1\"}"));
}

}  // namespace
}  // namespace hearsay::testing
