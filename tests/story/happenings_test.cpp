// Which tellings are merged, and which are not.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "../chronicle/builder.h"

namespace hearsay::build {
namespace {

const Day kJune = day(2025, 6, 13);
const Day kOctober = day(2025, 10, 19);

size_t count(const std::vector<Analysis>& analyses, const std::string& kind) {
  return of_kind(chronicle_of(analyses, {}), kind).size();
}

TEST(Merge, UndatedLeadWithEarlierThisYear) {
  Report june("a", kJune), october("b", kOctober, "vtc");
  june.refused();
  Event& vague = october.refused();
  vague.lead = false;
  dated(vague, day(2025, 1, 1), day(2025, 12, 31));
  const auto all = chronicle_of({october, june}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].documents, 2);
  EXPECT_EQ(iso(*all[0].to), "2025-06-13");
  EXPECT_EQ(iso(*all[0].from), "2025-03-30") << "news of that report";
  EXPECT_EQ(all[0].mentions[1].because, "same act and parties; the only such act told of the year before the report");
}

TEST(Merge, TwoCandidatesAreNone) {
  Report june("a", kJune), may("b", day(2025, 3, 1)), october("c", kOctober);
  june.refused();
  may.refused();
  Event& vague = october.refused();
  dated(vague, day(2025, 1, 1), day(2025, 12, 31));
  EXPECT_EQ(count({june, may, october}, "letter-refused"), 3u);
}

TEST(Merge, PeriodsOfDifferentPrecision) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  dated(a.meeting(), day(2019, 1, 1), day(2019, 12, 31));
  dated(b.meeting(), day(2019, 6, 30));
  dated(c.meeting(), day(2019, 6, 1), day(2019, 6, 30));
  const auto all = chronicle_of({a, b, c}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].from, day(2019, 6, 30));
  EXPECT_EQ(all[0].to, day(2019, 6, 30));
}

TEST(Merge, NotWhenPeriodsExcludeEachOther) {
  Report a("a", kJune), b("b", kJune);
  dated(a.meeting(), day(2018, 1, 1), day(2018, 12, 31));
  dated(b.meeting(), day(2019, 1, 1), day(2019, 12, 31));
  EXPECT_EQ(count({a, b}, "meeting"), 2u);
}

TEST(Merge, NotAYearThatHoldsTwoOfThem) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  dated(a.meeting(), day(2019, 2, 27));
  dated(b.meeting(), day(2019, 6, 30));
  dated(c.meeting(), day(2019, 1, 1), day(2019, 12, 31));
  EXPECT_EQ(count({a, b, c}, "meeting"), 3u);
}

TEST(Merge, PlacesDecide) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  for (Report* r : {&a, &b, &c}) {
    Event& e = r->meeting();
    dated(e, day(2019, 1, 1), day(2019, 12, 31));
    e.place = r->place(r == &a ? "hanoi" : r == &b ? "panmunjom" : "panmunjom-village");
  }
  const auto all = chronicle_of({a, b, c}, {});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].documents + all[1].documents, 3);
}

TEST(Merge, AVagueSummitIsNotTheOnlySummitOfThatName) {
  Report a("a", kJune), b("b", kJune);
  Event& hanoi = a.event("summit", "040", a.trump(), a.kim());
  hanoi.place = a.place("hanoi");
  dated(hanoi, day(2019, 1, 1), day(2019, 12, 31));
  Event& border = a.meeting();
  border.place = a.place("dmz");
  dated(border, day(2019, 1, 1), day(2019, 12, 31));
  dated(b.event("summit", "040", b.trump(), b.kim()), day(2019, 6, 1), day(2019, 6, 30));
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 3u);
}

TEST(Merge, WhatMayBeEitherSpeaksAgainstNeither) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  const auto in = [](Report& report, const std::string& place, Day from, Day to) {
    Event& meeting = report.meeting();
    dated(meeting, from, to);
    if (!place.empty()) meeting.place = report.place(place);
    meeting.sentence = static_cast<int>(3 * report.analysis().events.size());
  };
  in(a, "hanoi", day(2019, 2, 27), day(2019, 2, 28));
  in(b, "panmunjom", day(2019, 6, 30), day(2019, 6, 30));
  in(c, "panmunjom", day(2019, 1, 1), day(2019, 12, 31));
  in(c, "", day(2019, 1, 1), day(2019, 12, 31));
  const auto all = chronicle_of({a, b, c}, {});
  ASSERT_EQ(all.size(), 3u);
  for (const Happening& one : all) EXPECT_EQ(one.documents, one.to == day(2019, 6, 30) ? 2 : 1);
}

TEST(Merge, SummitAndMeetingOfOneMonth) {
  Report a("a", kJune), b("b", kJune);
  dated(a.meeting(), day(2019, 6, 30));
  Event& summit = b.event("summit", "040", b.kim(), b.trump());
  dated(summit, day(2019, 6, 1), day(2019, 6, 30));
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 1u) << "either order";
}

TEST(Merge, OneLetterSentAndReceived) {
  Report a("a", kJune), b("b", kJune + std::chrono::days{1});
  a.event("letter-sent", "040", a.trump(), a.kim()).lead = true;
  b.event("letter-received", "040", b.usa(), b.prk()).lead = true;
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 1u);
}

TEST(Merge, NotTheAnswerToALetter) {
  Report a("a", kJune), b("b", kJune);
  a.event("letter-sent", "040", a.trump(), a.kim()).lead = true;
  b.event("letter-sent", "040", b.kim(), b.trump()).lead = true;
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

TEST(Merge, NotALetterAndItsRefusal) {
  Report a("a", kJune);
  a.event("letter-sent", "040", a.trump(), a.kim()).lead = true;
  a.refused();
  EXPECT_EQ(chronicle_of({a}, {}).size(), 2u);
}

TEST(Merge, TheStateAndItsLeaderAreOneParty) {
  Report a("a", kJune), b("b", kJune);
  a.refused();
  b.event("letter-refused", "120", b.kim(), b.usa()).lead = true;
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 1u);
}

TEST(Merge, NotAPrivateCitizenAndHisState) {
  Report a("a", kJune), b("b", kJune);
  dated(a.event("visit", "042", a.expert(), a.prk()), kJune);
  dated(b.event("visit", "042", b.usa(), b.prk()), kJune);
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

TEST(Merge, NotOtherParties) {
  Report a("a", kJune), b("b", kJune);
  a.refused();
  b.event("letter-refused", "120", b.prk(), b.kor()).lead = true;
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

TEST(Merge, NotWhatHappenedWithWhatDidNot) {
  Report a("a", kJune), b("b", kJune);
  for (Report* r : {&a, &b}) dated(r->meeting(), kJune);
  b.analysis().events[0].status = EventStatus::kNotHappened;
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

TEST(Merge, PlannedWithPossible) {
  Report a("a", kJune), b("b", kJune);
  for (Report* r : {&a, &b}) {
    Event& e = r->meeting();
    e.status = r == &a ? EventStatus::kPlanned : EventStatus::kPossible;
    dated(e, day(2025, 7, 1), day(2025, 7, 31));
  }
  const auto all = chronicle_of({a, b}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].status, EventStatus::kPlanned);
}

TEST(Merge, LeadsOfOneWeekButNotOfTwoMonths) {
  Report a("a", kJune), b("b", kJune + std::chrono::days{2}), c("c", kJune + std::chrono::days{60});
  for (Report* r : {&a, &b, &c}) r->refused();
  EXPECT_EQ(count({a, b, c}, "letter-refused"), 2u);
}

TEST(Merge, FrequentActsOnlyOnOneDay) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  dated(a.event("missile-test", "150", a.prk(), -1), day(2025, 6, 12));
  dated(b.event("missile-test", "150", b.prk(), -1), day(2025, 6, 12));
  dated(c.event("missile-test", "150", c.prk(), -1), day(2025, 6, 1), day(2025, 6, 30));
  EXPECT_EQ(count({a, b, c}, "missile-test"), 2u);
}

TEST(Merge, UndatedBackgroundNeedsAReason) {
  Report a("a", kJune), b("b", kJune);
  a.meeting();
  b.meeting();
  EXPECT_EQ(count({a, b}, "meeting"), 2u);
  Report c("c", kJune);
  const int s = c.statement({.speaker = c.kim()});
  c.meeting(s);
  c.meeting(s);
  EXPECT_EQ(count({c}, "meeting"), 1u);
}

TEST(Merge, UndatedBackgroundWithTheOnlyActOfTheYearBefore) {
  Report a("a", kJune), b("b", kOctober), late("c", day(2027, 10, 19));
  dated(a.meeting(), day(2025, 6, 10));
  b.meeting();
  late.meeting();
  EXPECT_EQ(count({a, b}, "meeting"), 1u);
  EXPECT_EQ(count({a, late}, "meeting"), 2u);
}

TEST(Merge, ATimeThatIsOnNoCalendarIsNotNow) {
  Report a("a", kJune);
  a.refused();
  Event& then = a.refused();
  then.lead = false;
  then.time = a.time("XXXX-XX-XX");
  EXPECT_EQ(count({a}, "letter-refused"), 2u);
  then.time = a.time("PAST_REF");
  EXPECT_EQ(count({a}, "letter-refused"), 1u);
}

TEST(Merge, TheSameWordsInACopy) {
  Report a("a", kJune, "one"), b("b", kJune, "two");
  for (Report* r : {&a, &b}) {
    r->say(prose("w", 0, 150));
    const Span span = r->say("they met there");
    r->meeting().span = span;
  }
  const auto all = chronicle_of({a, b}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].mentions[1].because, "the same words in a copy of the report");
}

TEST(Merge, WhatHappenedHadHappenedByPublication) {
  Report a("a", kJune);
  Event& e = a.meeting();
  dated(e, day(2025, 1, 1), day(2025, 12, 31));
  EXPECT_EQ(chronicle_of({a}, {}).at(0).to, kJune);
}

TEST(Merge, DeniedIsLinkedWithToldWhicheverWayItIsWorded) {
  Report a("a", kJune), b("b", kJune);
  a.refused();
  Event& e = b.refused(b.statement({.speaker = b.prk(), .act = Act::kDeny}));
  e.status = EventStatus::kNotHappened;
  const auto all = chronicle_of({a, b}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].status, EventStatus::kHappened);
  EXPECT_EQ(all[0].standing, Standing::kDenied);
}

TEST(Merge, OnePlaceInOneYear) {
  Report a("a", kJune), b("b", kJune);
  for (Report* r : {&a, &b}) {
    Event& e = r->meeting();
    e.place = r->place("panmunjom");
    r == &a ? dated(e, day(2019, 6, 30)) : dated(e, day(2019, 1, 1), day(2019, 12, 31));
  }
  const auto all = chronicle_of({a, b}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].mentions[1].because, "same act and parties, and the periods agree on 2019-06-30, at the same place");
}

TEST(Merge, TheSamePlaceByAWiderName) {
  Report a("a", kJune), b("b", kJune);
  for (Report* r : {&a, &b}) {
    Event& e = r->meeting();
    dated(e, day(2019, 1, 1), day(2019, 12, 31));
    e.place = r == &a ? r->place("pagoda") : r->actor("vnm", ActorKind::kState, "VNM");
  }
  a.analysis().actors[static_cast<size_t>(a.analysis().events[0].place)].within = {"hue", "vnm"};
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 1u);
  b.analysis().events[0].place = b.actor("lao", ActorKind::kState, "LAO");
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

// A report that tells a meeting of a part of 2019, in words that name the year and no more.
Report told_loosely(const std::string& id, Day from, Day to) {
  Report report(id, kJune);
  TimeExpression time;
  time.value = "2019";
  time.from = from;
  time.to = to;
  report.meeting().time = report.time("2019");
  report.analysis().times[0] = time;
  dated(report.analysis().events[0], from, to);
  return report;
}

TEST(Merge, APartOfAYearHasNoSharpBorders) {
  Report sharp("b", kJune);
  dated(sharp.meeting(), day(2019, 7, 20));
  const auto all = chronicle_of({told_loosely("a", day(2019, 9, 1), day(2019, 12, 31)), sharp}, {});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].from, day(2019, 7, 20)) << "what is loosely worded gives way";
  EXPECT_EQ(all[0].mentions[1].because, "same act and parties; 2019-09-01..2019-12-31 is loosely worded and may mean 2019-07-20; no other such act is told of that time");
}

TEST(Merge, APartOfAYearIsNoOtherPart) {
  Report sharp("b", kJune), other("c", kJune);
  dated(sharp.meeting(), day(2019, 2, 27));
  dated(other.meeting(), day(2019, 7, 20));
  const Report loose = told_loosely("a", day(2019, 9, 1), day(2019, 12, 31));
  EXPECT_EQ(count({loose, sharp}, "meeting"), 2u) << "farther than a quarter of the year";
  Report close("d", kJune);
  dated(close.meeting(), day(2019, 10, 2));
  EXPECT_EQ(count({loose, other, close}, "meeting"), 2u) << "the days it names go first";
}

TEST(Merge, AMonthThatIsNamedIsNotLoose) {
  Report a("a", kJune), b("b", kJune);
  dated(a.meeting(), day(2019, 6, 1), day(2019, 6, 30));
  dated(b.meeting(), day(2019, 7, 20));
  EXPECT_EQ(count({a, b}, "meeting"), 2u);
}

TEST(Merge, ToldOnInTheNextSentence) {
  Report a("a", kJune);
  for (int i : {0, 1}) dated(a.meeting(), day(2019, 1, 1), day(2019, 12, 31)), a.analysis().events.back().sentence = 7 + i;
  EXPECT_EQ(count({a}, "meeting"), 1u);
  a.analysis().events[1].sentence = 9;
  EXPECT_EQ(count({a}, "meeting"), 2u);
}

TEST(Merge, ToldAgainLaterOfOnePlace) {
  Report a("a", kJune);
  for (int i : {0, 1}) {
    Event& meeting = a.meeting();
    dated(meeting, day(2019, 1, 1), day(2019, 12, 31));
    meeting.sentence = 7 + 5 * i;
    meeting.place = a.place("panmunjom");
  }
  EXPECT_EQ(count({a}, "meeting"), 1u);
  a.analysis().events[1].place = a.place("hanoi");
  EXPECT_EQ(count({a}, "meeting"), 2u);
}

TEST(Merge, AVisitIsWhereItGoes) {
  Report a("a", kJune), b("b", kJune);
  dated(a.event("visit", "042", a.usa(), a.prk()), day(2019, 6, 1), day(2019, 6, 30));
  Event& meeting = b.event("meeting", "040", b.usa(), b.prk());
  dated(meeting, day(2019, 6, 12));
  meeting.place = b.place("hanoi");
  b.analysis().actors.back().country = "VNM";
  EXPECT_EQ(chronicle_of({a, b}, {}).size(), 2u);
}

TEST(Merge, AVisitAndTheMeetingOfTheSameSentence) {
  Report a("a", kJune);
  a.meeting();
  a.event("visit", "042", a.usa(), a.prk());
  for (Event& e : a.analysis().events) {
    e.sentence = 7;
    dated(e, day(2019, 1, 1), day(2019, 12, 31));
  }
  EXPECT_EQ(chronicle_of({a}, {}).size(), 1u);
  a.analysis().events[1].sentence = 8;
  EXPECT_EQ(chronicle_of({a}, {}).size(), 2u);
}

TEST(Merge, AnUndatedMeetingToldByAnotherSpeakerMayBeAnother) {
  Report a("a", kJune);
  dated(a.meeting(a.statement({.speaker = a.kim()})), day(2025, 6, 10));
  a.meeting(a.statement({.speaker = a.expert()}));
  EXPECT_EQ(chronicle_of({a}, {}).size(), 2u);
  a.analysis().statements[1].act = Act::kConfirm;
  EXPECT_EQ(chronicle_of({a}, {}).size(), 1u) << "who confirms means what was told";
}

TEST(Merge, VagueBackgroundMakesNothingDoubtful) {
  Report a("a", kJune), b("b", kJune), c("c", kJune);
  dated(a.meeting(), day(2018, 1, 1), day(2018, 12, 31));
  dated(b.meeting(), day(2018, 6, 12));
  dated(c.meeting(), day(2017, 1, 20), day(2021, 1, 20));
  Event& other = c.event("summit", "040", c.trump(), c.kim());
  dated(other, day(2017, 1, 20), day(2021, 1, 20));
  EXPECT_EQ(chronicle_of({a, b, c}, {}).size(), 3u);
}

TEST(Merge, IdsStayWhenLaterReportsJoin) {
  Report a("a", kJune), b("b", kJune + std::chrono::days{1});
  a.refused();
  b.refused();
  EXPECT_EQ(chronicle_of({a}, {}).at(0).id, chronicle_of({a, b}, {}).at(0).id);
}

TEST(Merge, NotOfPersonsWhomOnlyTheirReportKnows) {
  const auto arrests = [](const std::string& who, MentionForm form) {
    Report a("a", kJune), b("b", kJune);
    for (Report* report : {&a, &b}) {
      const int actor = report->actor("x-" + who, ActorKind::kPerson);
      Event& event = report->event("arrest", "173", -1, actor);
      dated(event, kJune);
      report->mention(actor, event.span);
      Actor& arrested = item(report->analysis().actors, actor);
      arrested.name = who;
      arrested.mentions.back().form = form;
    }
    return count({a, b}, "arrest");
  };
  EXPECT_EQ(arrests("a suspect", MentionForm::kDescription), 0u);
  EXPECT_EQ(arrests("Huong", MentionForm::kName), 0u);
  EXPECT_EQ(arrests("Edda Lind", MentionForm::kName), 1u);
}

}  // namespace
}  // namespace hearsay::build
