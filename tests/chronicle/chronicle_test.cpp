// The chronicle as a whole: order, as_of, offsets, and one answer for any order of the input.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "builder.h"

namespace hearsay::build {
namespace {

// A small archive: reprints, leads, background, denials, over a year.
std::vector<Analysis> archive() {
  std::vector<Analysis> out;
  for (int i = 0; i < 24; ++i) {
    const Day published = day(2025, 1, 10) + std::chrono::days{(i * 37) % 300};
    Report r("doc" + std::to_string(i), i % 7 == 6 ? std::optional<Day>{} : published, "outlet" + std::to_string(i % 5));
    if (i % 3 == 0) r.say(prose("p" + std::to_string(i % 2) + "x", 0, 120));
    Event& e = r.refused(i % 4 == 0 ? r.statement({.anonymous = true, .name = "a source"}) : -1);
    if (i % 3 == 1) dated(e, published - std::chrono::days{i}, published);
    dated(r.meeting(), day(2019, 1, 1), day(2019, 12, 31));
    const int denial = i % 5 == 0 ? r.statement({.speaker = r.prk(), .act = Act::kDeny}) : -1;
    Event& launch = r.event("missile-test", "150", r.prk(), -1, denial);
    if (i % 2 == 0) dated(launch, published - std::chrono::days{i % 4});
    Event& plan = r.meeting();
    plan.status = i % 2 == 0 ? EventStatus::kPlanned : EventStatus::kPossible;
    dated(plan, day(2025, 11, 1), day(2025, 11, 30));
    out.push_back(r);
  }
  return out;
}

std::string digest(const std::vector<Happening>& all) {
  std::string out;
  for (const Happening& h : all) {
    out += h.id + "|" + (h.from ? iso(*h.from) : "") + "|" + (h.to ? iso(*h.to) : "") + "|" + h.reason + "|";
    for (const HappeningMention& m : h.mentions) out += m.document + ":" + std::to_string(m.event) + ":" + m.because + ",";
    for (const Origin& o : h.origins) out += o.name + std::to_string(o.statements.size()) + ";";
    for (const StandingChange& c : h.history) out += c.on + std::to_string(static_cast<int>(c.standing)) + ";";
    out += "\n";
  }
  return out;
}

TEST(Chronicle, DoesNotDependOnTheOrderOfItsInput) {
  std::vector<Analysis> analyses = archive();
  const std::string expected = digest(chronicle_of(analyses, {}));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(analyses.begin(), analyses.end(), random);
    EXPECT_EQ(digest(chronicle_of(analyses, {})), expected);
  }
  analyses.push_back(analyses[3]);
  EXPECT_EQ(digest(chronicle_of(analyses, {})), expected) << "a document given twice counts once";
}

TEST(Chronicle, EveryEventIsToldOnce) {
  const std::vector<Analysis> analyses = archive();
  std::set<std::string> seen, ids;
  size_t events = 0;
  for (const Analysis& a : analyses) events += a.events.size();
  for (const Happening& h : chronicle_of(analyses, {})) {
    EXPECT_TRUE(ids.insert(h.id).second);
    EXPECT_EQ(h.mentions.front().because.substr(0, 15), "first told here");
    EXPECT_EQ(h.history.back().standing, h.standing);
    for (const HappeningMention& m : h.mentions) {
      EXPECT_FALSE(m.because.empty());
      EXPECT_TRUE(seen.insert(m.document + std::to_string(m.event)).second);
    }
  }
  EXPECT_EQ(seen.size(), events);
}

TEST(Chronicle, AsOfLeavesOutLaterAndUndatedDocuments) {
  Report early("a", day(2025, 6, 1), "one"), late("b", day(2025, 6, 3), "two"), undated("c", {}, "three");
  for (Report* r : {&early, &late, &undated}) dated(r->refused(), day(2025, 5, 30));
  const auto all = chronicle_of({early, late, undated}, day(2025, 6, 2));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].documents, 1);
  EXPECT_EQ(all[0].origins.at(0).name, "one");
  EXPECT_EQ(chronicle_of({early, late, undated}, {}).at(0).documents, 3);
}

TEST(Chronicle, OrdersByStartUnknownLast) {
  Report r("a", day(2025, 6, 1), "one");
  r.event("visit", "042", r.trump(), r.kor());
  dated(r.event("sanction", "163", r.usa(), r.prk()), day(2024, 1, 1), day(2024, 12, 31));
  dated(r.event("treaty-signed", "057", r.usa(), r.kor()), day(2023, 1, 1));
  const auto all = chronicle_of({r}, {});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].kind, "treaty-signed");
  EXPECT_EQ(all[1].kind, "sanction");
  EXPECT_EQ(all[2].kind, "visit");
  EXPECT_FALSE(all[2].from);
}

TEST(Chronicle, MentionsCountCodePoints) {
  Report r("a", day(2025, 6, 1), "one");
  r.say("Tri\xe1\xbb\x81u Ti\xc3\xaan");
  const Span span = r.refused().span;
  const HappeningMention m = chronicle_of({r}, {}).at(0).mentions.at(0);
  EXPECT_EQ(m.event, 0);
  EXPECT_EQ(m.start, span.start - 3);
  EXPECT_EQ(m.end, span.end - 3);
}

TEST(Chronicle, KeepsAPlanBesideItsFulfilment) {
  Report plan("a", day(2025, 6, 1), "one"), act("b", day(2025, 6, 20), "one");
  Event& planned = plan.meeting();
  planned.status = EventStatus::kPlanned;
  dated(planned, day(2025, 6, 1), day(2025, 6, 30));
  dated(act.meeting(), day(2025, 6, 19));
  const auto all = chronicle_of({plan, act}, {});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].status, EventStatus::kPlanned);
  EXPECT_EQ(all[0].carried_out_by, std::vector{all[1].id});
  EXPECT_EQ(all[1].announced_by, std::vector{all[0].id});
  EXPECT_TRUE(all[0].announced_by.empty() && all[1].carried_out_by.empty());
}

TEST(Chronicle, ACancelledPlanStaysAsCancelled) {
  Report plan("a", day(2025, 6, 1), "one"), off("b", day(2025, 6, 8), "two");
  for (Report* r : {&plan, &off}) {
    Event& e = r->meeting();
    e.status = r == &plan ? EventStatus::kPlanned : EventStatus::kCancelled;
    dated(e, day(2025, 6, 19));
  }
  const auto all = chronicle_of({off, plan}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].status, EventStatus::kCancelled);
  EXPECT_TRUE(all[0].denials.empty());
  EXPECT_EQ(chronicle_of({off, plan}, day(2025, 6, 2)).at(0).status, EventStatus::kPlanned);
}

TEST(Chronicle, NothingFromNothing) {
  EXPECT_TRUE(chronicle_of({}, {}).empty());
  EXPECT_TRUE(chronicle_of({Report("a", {})}, {}).empty());
}

}  // namespace
}  // namespace hearsay::build
