// One test per sentence of "What is one origin".
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "builder.h"

namespace hearsay::build {
namespace {

const Day kJune = day(2025, 6, 13);

Happening only(const std::vector<Analysis>& analyses, const std::string& kind = "letter-refused") {
  const auto all = chronicle_of(analyses, {});
  const auto found = of_kind(all, kind);
  EXPECT_EQ(found.size(), 1u);
  return found.empty() ? Happening{} : *found[0];
}

TEST(Origins, CopiesAreOneOrigin) {
  std::vector<Analysis> analyses;
  for (const char* outlet : {"one", "two"}) {
    Report r(outlet, kJune, outlet);
    r.say(prose("w", 0, 200));
    r.refused();
    analyses.push_back(r);
  }
  const Happening h = only(analyses);
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].statements.size(), 2u);
  EXPECT_EQ(h.documents, 2);
  EXPECT_EQ(h.outlets, 2);
}

TEST(Origins, CopyOfAnotherOutletSpeaksForIt) {
  Report original("a", kJune, "wire");
  Report copy("b", kJune + std::chrono::days{1}, "paper");
  for (Report* r : {&original, &copy}) r->say(prose("w", 0, 200));
  original.refused();
  copy.refused();
  const Happening h = only({copy, original});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].name, "wire");
}

TEST(Origins, WireCreditMakesOneOrigin) {
  std::vector<Analysis> analyses;
  for (const char* outlet : {"one", "two"}) {
    Report r(outlet, kJune, outlet);
    r.refused();
    r.mention(r.outlet("reuters"), r.say("Reuters", ZoneKind::kCredit));
    analyses.push_back(r);
  }
  const Happening h = only(analyses);
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].actor, "reuters");
}

TEST(Origins, PictureCreditIsNoCredit) {
  Report r("a", kJune, "paper");
  r.say("A picture.", ZoneKind::kCaption);
  r.mention(r.outlet("reuters"), r.say("Photo: Reuters", ZoneKind::kCredit));
  r.refused();
  EXPECT_EQ(only({r}).origins.at(0).name, "paper");
}

TEST(Origins, CitedOutletIsOneOriginForAllWhoCiteIt) {
  std::vector<Analysis> analyses;
  for (const char* outlet : {"one", "two"}) {
    Report r(outlet, kJune, outlet);
    r.refused(r.statement({.speaker = r.outlet("reuters")}));
    analyses.push_back(r);
  }
  const Happening h = only(analyses);
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kOutlet);
  EXPECT_EQ(h.standing, Standing::kUnattributed);
}

TEST(Origins, CitedOutletAddsNothingToItsOwnSource) {
  Report shallow("a", kJune, "one"), deep("b", kJune, "two");
  shallow.refused(shallow.statement({.speaker = shallow.outlet("nk-news")}));
  const int nk = deep.outlet("nk-news");
  deep.refused(deep.statement({.anonymous = true, .name = "a diplomatic source", .via = {nk}}));
  const Happening h = only({shallow, deep});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kUnnamed);
  EXPECT_EQ(h.origins[0].name, "a diplomatic source (nk-news)");
}

// "two" says it with "one"; "three" only says that "two" does.
TEST(Origins, ACitationLeadsOnToWhatTheCitedOutletRestsOn) {
  Report source("a", kJune, "one"), second("b", kJune, "two"), third("c", kJune, "three");
  source.refused();
  second.refused(second.statement({.speaker = second.outlet("one")}));
  third.refused(third.statement({.speaker = third.outlet("two")}));
  const Happening h = only({source, second, third});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].actor, "one");
  EXPECT_FALSE(h.origins[0].circular);
  EXPECT_EQ(h.documents, 3);
}

TEST(Origins, OutletsThatCiteOneAnotherAreOneAndCircular) {
  Report one("a", kJune, "one"), two("b", kJune, "two"), three("c", kJune, "three");
  one.refused(one.statement({.speaker = one.outlet("two")}));
  two.refused(two.statement({.speaker = two.outlet("one")}));
  three.refused(three.statement({.speaker = three.outlet("two")}));
  const Happening h = only({one, two, three});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_TRUE(h.origins[0].circular);
  EXPECT_EQ(h.origins[0].name, "one, two");
  EXPECT_EQ(h.origins[0].statements.size(), 3u);
  EXPECT_EQ(h.standing, Standing::kUnattributed);
}

// A headline says in the outlet's own voice what the text has from the other.
TEST(Origins, AHeadlineBeforeTheCitationBreaksNoCircle) {
  Report one("a", kJune, "one"), two("b", kJune, "two");
  one.refused();
  one.refused(one.statement({.speaker = one.outlet("two")}));
  two.refused();
  two.refused(two.statement({.speaker = two.outlet("one")}));
  const Happening h = only({one, two});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_TRUE(h.origins[0].circular);
}

TEST(Origins, ACircleThatSomebodyStandsBehindIsNone) {
  Report one("a", kJune, "one"), two("b", kJune, "two"), later("c", kJune + std::chrono::days{1}, "one");
  one.refused(one.statement({.anonymous = true, .name = "a diplomat"}));
  two.refused(two.statement({.speaker = two.outlet("one")}));
  later.refused(later.statement({.speaker = later.outlet("two")}));
  const Happening h = only({one, two, later});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kUnnamed);
}

TEST(Origins, AllWhoSpeakForOnePartyAreOne) {
  Report r("a", kJune, "paper");
  r.refused(r.statement({.speaker = r.prk()}));
  r.refused(r.statement({.speaker = r.kim()}));
  r.refused(r.statement({.speaker = r.kcna()}));
  r.refused(r.statement({.speaker = r.actor("officials-of-prk", ActorKind::kGroup, "PRK", "PRKGOV"), .anonymous = true}));
  const Happening h = only({r});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kParty);
  EXPECT_EQ(h.origins[0].actor, "prk");
  EXPECT_EQ(h.origins[0].voices, 4);
}

TEST(Origins, OrganOfAGroupSpeaksForTheGroupAlone) {
  Report r("a", kJune, "paper");
  r.actor("some-front", ActorKind::kGroup, "PSE", "PSEREB");
  const int state = r.actor("pse", ActorKind::kState, "PSE", "PSE");
  r.event("accusation", "112", state, r.usa(), r.statement({.speaker = r.outlet("front-tv", "", "some-front", "PSE")}));
  EXPECT_EQ(only({r}, "accusation").origins.at(0).kind, OriginKind::kOutlet);
  Report own("b", kJune, "paper");
  const int front = own.actor("some-front", ActorKind::kGroup, "PSE", "PSEREB");
  const int s = own.statement({.speaker = own.outlet("front-tv", "", "some-front", "PSE")});
  own.event("accusation", "112", front, own.usa(), s);
  EXPECT_EQ(only({own}, "accusation").origins.at(0).kind, OriginKind::kParty);
}

TEST(Origins, APersonWhoIsThePartySpeaksForIt) {
  Report r("a", kJune, "paper");
  const int person = r.actor("dennis-rodman", ActorKind::kPerson, "USA", "USA");
  r.event("visit", "042", person, r.prk(), r.statement({.speaker = person}));
  EXPECT_EQ(only({r}, "visit").origins.at(0).kind, OriginKind::kParty);
}

TEST(Origins, APrivateCitizenDoesNotSpeakForTheState) {
  Report r("a", kJune, "paper");
  r.refused(r.statement({.speaker = r.expert()}));
  const Happening h = only({r});
  EXPECT_EQ(h.origins.at(0).kind, OriginKind::kThirdParty);
  EXPECT_EQ(h.standing, Standing::kThirdParty);
}

TEST(Origins, UnnamedSourcesOfOneCarrierAreOneWithTheirNumber) {
  Report a("a", kJune, "one"), b("b", kJune, "two");
  a.refused(a.statement({.anonymous = true, .name = "two sources", .via = {a.outlet("cnn")}, .voices = 2}));
  b.refused(b.statement({.anonymous = true, .name = "a source", .via = {b.outlet("cnn")}}));
  const Happening h = only({a, b});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kUnnamed);
  EXPECT_EQ(h.origins[0].voices, 2);
}

TEST(Origins, UnnamedSourcesOfTwoCarriersAreTwo) {
  Report a("a", kJune, "one"), b("b", kJune, "two");
  a.refused(a.statement({.anonymous = true, .name = "a source", .via = {a.outlet("cnn")}}));
  b.refused(b.statement({.anonymous = true, .name = "a source", .via = {b.outlet("nk-news")}}));
  const Happening h = only({a, b});
  EXPECT_EQ(h.origins.size(), 2u);
  EXPECT_EQ(h.standing, Standing::kAnonymous);
}

TEST(Origins, TheSameUnnamedPersonOfTwoCarriersIsOne) {
  Report r("a", kJune, "one");
  const int diplomat = r.actor("a-diplomat", ActorKind::kPerson);
  r.refused(r.statement({.speaker = diplomat, .anonymous = true, .via = {r.outlet("cnn")}}));
  r.refused(r.statement({.speaker = diplomat, .anonymous = true, .via = {r.outlet("nk-news")}}));
  EXPECT_EQ(only({r}).origins.size(), 1u);
}

TEST(Origins, WithoutViaTheCarrierIsTheOutletElseTheDocument) {
  Report a("a", kJune, "one"), b("b", kJune, "one"), c("c", kJune), d("d", kJune);
  for (Report* r : {&a, &b, &c, &d}) r->refused(r->statement({.anonymous = true, .name = "a source"}));
  EXPECT_EQ(only({a, b, c, d}).origins.size(), 3u);
}

TEST(Origins, SourcesOfAnOutletAreCarriedByIt) {
  Report a("a", kJune, "one"), b("b", kJune, "two");
  for (Report* r : {&a, &b}) r->refused(r->statement({.speaker = r->outlet("cnn"), .anonymous = true}));
  const Happening h = only({a, b});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kUnnamed);
}

TEST(Origins, OneOutletOriginPerOwner) {
  Report a("a", kJune, "paper"), b("b", kJune, "site"), c("c", kJune, "other");
  for (Report* r : {&a, &b, &c}) {
    r->outlet("paper", "house");
    r->outlet("site", "house");
    r->refused();
  }
  EXPECT_EQ(only({a, b, c}).origins.size(), 2u);
}

TEST(Origins, OwnVoiceLeadAddsNothingToAnAttribution) {
  Report r("a", kJune, "paper");
  r.refused();
  r.refused(r.statement({.anonymous = true, .name = "a source", .via = {r.outlet("nk-news")}}));
  const Happening h = only({r});
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kUnnamed);
}

TEST(Origins, HearsayAddsNothingToASourceButStandsAlone) {
  Report r("a", kJune, "paper");
  r.refused(r.statement({.anonymous = true}));
  EXPECT_EQ(only({r}).standing, Standing::kAnonymous);
  r.refused(r.statement({.anonymous = true, .name = "a source", .via = {r.outlet("nk-news")}}));
  EXPECT_EQ(only({r}).origins.size(), 1u);
}

TEST(Origins, AnUnnamedOfficialOfAThirdStateIsUnnamed) {
  Report r("a", kJune, "paper");
  r.refused(r.statement({.speaker = r.kor(), .anonymous = true}));
  EXPECT_EQ(only({r}).origins.at(0).kind, OriginKind::kUnnamed);
  Report named("b", kJune, "paper");
  named.refused(named.statement({.speaker = named.kor()}));
  EXPECT_EQ(only({named}).origins.at(0).kind, OriginKind::kThirdParty);
}

TEST(Origins, ASpeechActIsAssertedByItsSpeaker) {
  Report r("a", kJune, "paper");
  const int s = r.statement({.speaker = r.kcna()});
  Event& threat = r.event("threat", "138", r.prk(), r.usa());
  threat.span = item(r.analysis().statements, s).span;
  const Happening h = only({r}, "threat");
  ASSERT_EQ(h.origins.size(), 1u);
  EXPECT_EQ(h.origins[0].kind, OriginKind::kParty);
  EXPECT_EQ(h.origins[0].statements.at(0).statement, s);
  EXPECT_EQ(h.standing, Standing::kOneParty);
}

TEST(Origins, ARefusalToCommentIsAssertedByWhoRefuses) {
  Report r("a", kJune, "paper");
  const int s = r.statement({.speaker = r.usa(), .act = Act::kDecline});
  Event& refusal = r.event("decline-comment", "011", r.usa(), -1, s);
  refusal.span = item(r.analysis().statements, s).span;
  const Happening h = only({r}, "decline-comment");
  EXPECT_EQ(h.standing, Standing::kOneParty);
  EXPECT_TRUE(h.declined.empty());
}

TEST(Origins, AnActToldBesideAStatementIsNotItsSpeakersWord) {
  Report r("a", kJune, "paper");
  const int s = r.statement({.speaker = r.kim()});
  const uint32_t start = item(r.analysis().statements, s).span.start;
  r.meeting().span = Span{start, start + 7};
  EXPECT_EQ(only({r}, "meeting").standing, Standing::kUnattributed);
}

TEST(Origins, ADenialEventIsNoDenialOfItself) {
  Report r("a", kJune, "paper");
  const int s = r.statement({.speaker = r.prk(), .act = Act::kDeny});
  Event& denial = r.event("denial", "016", r.prk(), -1, s);
  denial.span = *r.analysis().statements[0].cue;
  const Happening h = only({r}, "denial");
  EXPECT_EQ(h.standing, Standing::kOneParty);
  EXPECT_TRUE(h.denials.empty());
}

TEST(Origins, DeclinedOnlyByAPartyNearTheTelling) {
  Report r("a", kJune, "paper");
  r.refused();
  r.statement({.speaker = r.usa(), .act = Act::kDecline});
  r.statement({.speaker = r.prk(), .act = Act::kSilent});
  r.statement({.speaker = r.expert(), .act = Act::kDecline});
  Event& old = r.meeting();
  dated(old, day(2019, 1, 1), day(2019, 12, 31));
  const auto all = chronicle_of({r}, {});
  EXPECT_EQ(of_kind(all, "letter-refused").at(0)->declined.size(), 2u);
  EXPECT_TRUE(of_kind(all, "meeting").at(0)->declined.empty());
  EXPECT_EQ(of_kind(all, "letter-refused").at(0)->standing, Standing::kUnattributed);
}

TEST(Origins, StateMediaInItsOwnVoiceIsTheParty) {
  Report r("a", kJune, "kcna");
  r.kcna();
  r.refused();
  EXPECT_EQ(only({r}).standing, Standing::kOneParty);
}

TEST(Origins, UnverifiedIfAnyReportSaysSo) {
  Report a("a", kJune, "one"), b("b", kJune, "two");
  a.refused();
  const int s = b.statement({.speaker = b.trump()});
  b.analysis().statements[0].unverified = true;
  b.refused(s);
  EXPECT_TRUE(only({a, b}).unverified);
  EXPECT_FALSE(only({a}).unverified);
}

}  // namespace
}  // namespace hearsay::build
