// Every row of the standing table, its order, what is taken back, and the history.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "builder.h"

namespace hearsay::build {
namespace {

const Day kJune = day(2025, 6, 13);

class StandingTest : public ::testing::Test {
 protected:
  StandingTest() : r_("a", kJune, "paper") {}
  void asserted(int speaker) { r_.refused(r_.statement({.speaker = speaker})); }
  void denied(int speaker) { r_.refused(r_.statement({.speaker = speaker, .act = Act::kDeny})); }
  Happening read() {
    const auto all = chronicle_of({r_}, {});
    EXPECT_EQ(all.size(), 1u);
    return all.at(0);
  }
  Report r_;
};

TEST_F(StandingTest, DisputedByTheOtherParty) {
  asserted(r_.prk());
  denied(r_.trump());
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kDisputed);
  EXPECT_EQ(h.denials.size(), 1u);
  EXPECT_EQ(h.reason, "prk on one side; denied by donald-trump");
}

TEST_F(StandingTest, DisputedByANamedThirdParty) {
  r_.refused();
  denied(r_.expert());
  EXPECT_EQ(read().standing, Standing::kDisputed);
}

TEST_F(StandingTest, AnUnnamedDenialDisputesNothing) {
  asserted(r_.prk());
  r_.refused(r_.statement({.anonymous = true, .name = "a source", .act = Act::kDeny}));
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kOneParty);
  EXPECT_EQ(h.denials.size(), 1u);
}

TEST_F(StandingTest, ADeniedAssertionIsDisputed) {
  const int outer = r_.statement({.speaker = r_.prk(), .act = Act::kDeny});
  const int inner = r_.statement({.speaker = r_.trump(), .parent = outer});
  Event& e = r_.refused(inner);
  r_.analysis().statements[0].content = e.span;
  EXPECT_EQ(read().standing, Standing::kDisputed);
}

TEST_F(StandingTest, WhatIsOnlyPointedToIsDeniedOrConfirmed) {
  asserted(r_.prk());
  r_.statement({.speaker = r_.trump(), .act = Act::kDeny, .refers_back = true});
  EXPECT_EQ(read().standing, Standing::kDisputed);
  Report confirmed("b", kJune, "paper");
  confirmed.refused(confirmed.statement({.speaker = confirmed.prk()}));
  confirmed.statement({.speaker = confirmed.trump(), .act = Act::kConfirm, .refers_back = true});
  EXPECT_EQ(chronicle_of({confirmed}, {}).at(0).standing, Standing::kBothParties);
}

TEST_F(StandingTest, WordsThatAnotherTellsOfAreHisWord) {
  const int told = r_.statement({.speaker = r_.trump()});
  const int words = r_.statement({.speaker = r_.prk(), .via = {r_.trump()}, .parent = told});
  Event& demand = r_.event("demand", "100", r_.prk(), r_.usa(), told);
  demand.span = item(r_.analysis().statements, words).span;
  item(r_.analysis().statements, words).content.reset();
  item(r_.analysis().statements, told).content = demand.span;
  EXPECT_EQ(read().reason, "usa asserts it; prk is silent");
}

TEST_F(StandingTest, OfSeveralActsTheLastIsPointedTo) {
  asserted(r_.prk());
  r_.meeting();
  r_.statement({.speaker = r_.trump(), .act = Act::kDeny, .refers_back = true});
  for (const Happening& h : chronicle_of({r_}, {})) EXPECT_EQ(h.denials.size(), h.kind == "meeting" ? 1u : 0u) << h.kind;
}

TEST_F(StandingTest, WhoDeniesThatItDidNotHappenIsLeftOut) {
  r_.refused().status = EventStatus::kNotHappened;
  r_.statement({.speaker = r_.trump(), .act = Act::kDeny, .refers_back = true});
  EXPECT_TRUE(read().denials.empty());
}

TEST_F(StandingTest, DeniedWhereOnlyOutletsTell) {
  r_.refused();
  denied(r_.prk());
  EXPECT_EQ(read().standing, Standing::kDenied);
}

TEST_F(StandingTest, DeniedWhereNobodyTells) {
  denied(r_.prk());
  r_.analysis().events[0].status = EventStatus::kNotHappened;
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kDenied);
  EXPECT_TRUE(h.origins.empty());
}

TEST_F(StandingTest, BothParties) {
  asserted(r_.prk());
  r_.refused(r_.statement({.speaker = r_.trump(), .act = Act::kConfirm}));
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kBothParties);
  EXPECT_EQ(h.origins.size(), 2u);
}

TEST_F(StandingTest, OnePartyWhileTheOtherDeclines) {
  asserted(r_.prk());
  r_.refused(r_.statement({.speaker = r_.expert()}));
  r_.statement({.speaker = r_.usa(), .act = Act::kDecline});
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kOneParty);
  EXPECT_EQ(h.reason, "prk asserts it; usa does not comment");
}

TEST_F(StandingTest, ThirdParty) {
  asserted(r_.expert());
  r_.refused(r_.statement({.anonymous = true, .name = "a source"}));
  EXPECT_EQ(read().standing, Standing::kThirdParty);
}

TEST_F(StandingTest, AnonymousWithAnOutlet) {
  r_.refused(r_.statement({.anonymous = true, .name = "a source"}));
  Report other("b", kJune, "other");
  other.refused();
  const auto all = chronicle_of({r_, other}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].standing, Standing::kAnonymous);
  EXPECT_EQ(all[0].origins.size(), 2u);
}

TEST_F(StandingTest, Unattributed) {
  r_.refused();
  const Happening h = read();
  EXPECT_EQ(h.standing, Standing::kUnattributed);
  EXPECT_EQ(h.reason, "told by paper without naming a source");
}

TEST_F(StandingTest, WithdrawnFromThatDay) {
  r_.refused();
  Report back("b", kJune + std::chrono::days{3}, "paper");
  back.refused(back.statement({.speaker = back.outlet("paper"), .act = Act::kDeny}));
  const auto all = chronicle_of({back, r_}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].standing, Standing::kWithdrawn);
  EXPECT_TRUE(all[0].origins.empty());
  EXPECT_TRUE(all[0].denials.empty());
  ASSERT_EQ(all[0].history.size(), 2u);
  EXPECT_EQ(all[0].history[0].standing, Standing::kUnattributed);
  EXPECT_EQ(all[0].history[1].standing, Standing::kWithdrawn);
}

TEST_F(StandingTest, TakenBackWithItsSourcesButNotWithThoseOfOthers) {
  r_.refused(r_.statement({.anonymous = true, .name = "a source"}));
  Report other("b", kJune, "other");
  other.refused(other.statement({.anonymous = true, .name = "a source"}));
  Report back("c", kJune + std::chrono::days{3}, "third");
  back.refused(back.statement({.speaker = back.outlet("paper"), .act = Act::kDeny}));
  const auto all = chronicle_of({r_, other, back}, {});
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].origins.size(), 1u);
  EXPECT_EQ(all[0].origins[0].name, "a source (other)");
}

TEST_F(StandingTest, TakenBackAndDeniedIsDenied) {
  r_.refused();
  Report back("b", kJune + std::chrono::days{3}, "paper");
  back.refused(back.statement({.speaker = back.outlet("paper"), .act = Act::kDeny}));
  back.refused(back.statement({.speaker = back.prk(), .act = Act::kDeny}));
  EXPECT_EQ(chronicle_of({r_, back}, {}).at(0).standing, Standing::kDenied);
}

TEST_F(StandingTest, AnotherOutletsDenialTakesNothingBack) {
  r_.refused();
  Report other("b", kJune + std::chrono::days{1}, "other");
  other.refused(other.statement({.speaker = other.outlet("rival"), .act = Act::kDeny}));
  const auto all = chronicle_of({r_, other}, {});
  EXPECT_EQ(all.at(0).standing, Standing::kUnattributed);
  EXPECT_EQ(all.at(0).denials.size(), 1u);
}

TEST_F(StandingTest, DecliningAndSilenceNeitherConfirmNorDeny) {
  r_.refused();
  r_.statement({.speaker = r_.prk(), .act = Act::kSilent});
  r_.statement({.speaker = r_.usa(), .act = Act::kDecline});
  EXPECT_EQ(read().standing, Standing::kUnattributed);
}

TEST_F(StandingTest, HistoryOfEachPublicationDay) {
  r_.refused();
  Report later("b", kJune + std::chrono::days{2}, "other"), undated("z", {}, "other");
  later.refused(later.statement({.speaker = later.prk()}));
  later.refused(later.statement({.speaker = later.trump()}));
  const auto all = chronicle_of({later, r_}, {});
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].history.size(), 2u);
  EXPECT_EQ(all[0].history[0].on, "2025-06-13");
  EXPECT_EQ(all[0].history[0].because, std::vector<std::string>{"a"});
  EXPECT_EQ(all[0].history[1].standing, Standing::kBothParties);
  undated.refused();
  EXPECT_EQ(chronicle_of({undated}, {}).at(0).history.at(0).on, "");
}

TEST_F(StandingTest, AnyTwoSidesOfAnActOfThree) {
  const int japan = r_.actor("jpn", ActorKind::kState, "JPN", "JPN");
  const int s = r_.statement({.speaker = r_.usa()});
  const int s2 = r_.statement({.speaker = japan});
  const std::pair<int, int> dyads[] = {{r_.usa(), r_.kor()}, {r_.usa(), japan}, {r_.kor(), japan}};
  for (int statement : {s, s2}) {
    for (const auto& [a, b] : dyads) {
      Event& e = r_.event("exercise", "152", a, b, statement);
      e.joint = true;
      dated(e, kJune);
    }
  }
  const auto all = chronicle_of({r_}, {});
  ASSERT_EQ(all.size(), 3u);
  for (const Happening& h : all) {
    EXPECT_EQ(h.joint, all[0].joint);
    EXPECT_TRUE(h.joint);
    EXPECT_EQ(h.standing, Standing::kBothParties);
  }
}

}  // namespace
}  // namespace hearsay::build
