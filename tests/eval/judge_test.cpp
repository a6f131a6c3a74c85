// The rules by which a find is what gold expects, each on a reading made by hand.
// SPDX-License-Identifier: Apache-2.0
#include "eval/judge.h"

#include <gtest/gtest.h>

#include "eval/bench.h"
#include "made_report.h"

namespace hearsay {
namespace {

using testing::MadeReport;

std::string counts(const Judged& judged, LayerName layer) {
  const Tally& tally = judged.figures.at(layer);
  return std::to_string(tally.expected) + " expected " + std::to_string(tally.found) + " found " + std::to_string(tally.right) + " right";
}
std::string share(const Judged& judged, LayerName layer, Attribute attribute) {
  const auto& attributes = judged.figures.at(layer).attributes;
  const auto at = attributes.find(attribute);
  return at == attributes.end() ? "not scored" : std::to_string(at->second.right) + "/" + std::to_string(at->second.of);
}
std::vector<std::string> findings(const Judged& judged) {
  std::vector<std::string> out;
  for (const Finding& finding : judged.findings) {
    std::string what(to_string(finding.kind));
    if (finding.kind == FindingKind::kWrong) what += " " + std::string(to_string(finding.attribute));
    if (finding.blame.cause != Cause::kNone) what += ": " + std::string(to_string(finding.blame.cause));
    if (finding.kind == FindingKind::kFalseAlarm) what += " beside " + std::string(to_string(finding.beside));
    out.push_back(what);
  }
  return out;
}
using Strings = std::vector<std::string>;

// ---- all layers

TEST(Judge, ALayerThatGoldLacksIsNotScored) {
  MadeReport report("The ferry left in May 2031. ");
  report.time("May 2031", "2031-05");
  EXPECT_EQ(report.judge("\"events\": []").figures.count(LayerName::kTime), 0u);
  EXPECT_EQ(counts(report.judge("\"times\": []"), LayerName::kTime), "0 expected 1 found 0 right");
}

TEST(Judge, WhatIsIgnoredIsNeitherRightNorWrong) {
  MadeReport report("Photo: the pier in 2029. The ferry left in May 2031. Photo: the pier in 2029. More. ");
  report.time("2029", "2029");
  const auto again = static_cast<uint32_t>(report.analysis().document.text.rfind("2029"));
  report.time("2029", "2029").span = Span{again, again + 4};
  report.time("May 2031", "2031-05");
  EXPECT_EQ(counts(report.judge(R"("ignore": [["Photo", "2029."]], "times": [])"), LayerName::kTime), "0 expected 1 found 0 right");
}

TEST(Judge, WhatIsOptionalCostsNothing) {
  MadeReport report("It left in May 2031. It sank in June. ");
  report.time("May 2031", "2031-05");
  const Judged judged = report.judge(R"("times": [{"text": "May 2031", "optional": true}, {"text": "June", "optional": true}])");
  EXPECT_EQ(counts(judged, LayerName::kTime), "1 expected 1 found 1 right");
  EXPECT_TRUE(judged.findings.empty());
}

TEST(Judge, WhatTheReportDoesNotHoldIsMissed) {
  MadeReport report("It left in May. ");
  EXPECT_EQ(findings(report.judge(R"("times": [{"text": "June"}, {"text": "May", "n": 2}])")), (Strings{"miss: anchor-absent", "miss: anchor-absent"}));
  EXPECT_EQ(findings(report.judge(R"("statements": [{"sentence": "It left", "speaker": [], "content": ["June", "May"]}])")), Strings{"miss: anchor-absent"});
}

TEST(Judge, WithoutAReportAllThatIsRequiredIsMissed) {
  const auto gold = parse_gold("g.json", R"({"document": "x", "times": [{"text": "a"}, {"text": "b", "optional": true}], "statements": [{"sentence": "c", "speaker": [], "hard": true}]})");
  const Judged judged = judge_unread(**gold);
  EXPECT_EQ(counts(judged, LayerName::kTime), "1 expected 0 found 0 right");
  EXPECT_EQ(judged.figures.at(LayerName::kStatement).hard.of, 1);
  EXPECT_EQ(judged.figures.at(LayerName::kTime).precision(), 0.0);
  EXPECT_EQ(findings(judged), (Strings{"miss: report-unread", "miss: report-unread"}));
}

// ---- times

TEST(JudgeTimes, OverlapIsEnoughAndSpanAndValueAreScoredApart) {
  MadeReport report("It left at noon in May 2031. It sank in June. ");
  report.time("in May 2031", "2031-05");
  report.time("June", "2030-06");
  const Judged judged = report.judge(R"("times": [{"text": "May 2031", "value": "2031-05"}, {"text": "June", "value": ["2031-06", "XXXX-06"]}, {"text": "noon"}])");
  EXPECT_EQ(counts(judged, LayerName::kTime), "3 expected 2 found 2 right");
  EXPECT_EQ(share(judged, LayerName::kTime, Attribute::kStrict), "1/2");
  EXPECT_EQ(share(judged, LayerName::kTime, Attribute::kValue), "1/2");
  EXPECT_EQ(findings(judged), (Strings{"wrong strict", "wrong value", "miss: no-time-rule"}));
  EXPECT_EQ(judged.findings[0].blame.rule, "en/time/made:rule");
  EXPECT_EQ(judged.findings[1].expected, "2031-06 / XXXX-06");
  EXPECT_EQ(judged.findings[1].blame.found, "2030-06");
}

TEST(JudgeTimes, OneFindIsOneExpression) {
  MadeReport report("From May 2031 to June 2031. ");
  report.time("May 2031 to June 2031", "P1M");
  EXPECT_EQ(findings(report.judge(R"("times": [{"text": "May 2031"}, {"text": "June 2031"}])")), (Strings{"miss: taken", "wrong strict"}));
}

// ---- statements

// "The ferry will be sold," said Lan Brook of the Harbour Post.
struct Ferry : MadeReport {
  Ferry() : MadeReport("The old ferry will be sold, said Lan Brook, the Harbour Post wrote. Nobody answered. ") {
    lan = actor("Lan Brook", "VNM", "VNMGOV", {"Lan Brook"});
    post = actor("Harbour Post", "", "", {"Harbour Post"});
  }
  int lan, post;
  static std::string gold(const std::string& more) {
    return R"("statements": [{"sentence": "said Lan Brook", "content": ["The old ferry", "will be sold"], )" + more + "}]";
  }
};

TEST(JudgeStatements, ContentAndSpeakerMakeIt) {
  Ferry report;
  report.said(report.voice(report.lan), "said", "old ferry", "will").via = {report.voice(report.post)};
  const Judged judged = report.judge(Ferry::gold(R"("speaker": ["Brook"], "act": "assert", "mode": "indirect", "cue": "said", "via": [["the Harbour Post"]])"));
  EXPECT_EQ(counts(judged, LayerName::kStatement), "1 expected 1 found 1 right");
  for (const Attribute attribute : {Attribute::kAct, Attribute::kMode, Attribute::kCue, Attribute::kVia}) EXPECT_EQ(share(judged, LayerName::kStatement, attribute), "1/1");
  EXPECT_EQ(share(judged, LayerName::kStatement, Attribute::kViaHard), "not scored");
  EXPECT_TRUE(judged.findings.empty());
}

TEST(JudgeStatements, LessThanHalfOfTheShorterIsAnother) {
  Ferry report;
  report.said(report.voice(report.lan), "said", "sold", "Lan");
  EXPECT_EQ(findings(report.judge(Ferry::gold("\"speaker\": [\"Lan Brook\"], \"cue\": \"said\""))), (Strings{"miss: other-content", "false-alarm beside missed"}));
}

TEST(JudgeStatements, ConfusionsBearTheRule) {
  Ferry report;
  Statement& said = report.said(report.voice(report.lan), "said", "The old ferry", "will be sold");
  said.act = Act::kDeny;
  said.mode = Mode::kDirect;
  const Judged judged = report.judge(Ferry::gold(R"("speaker": ["Lan Brook"], "act": "assert", "mode": ["indirect", "mixed"], "cue": "wrote",
    "via": [["Harbour Post"]], "via_hard": true, "hard": true)"));
  EXPECT_EQ(findings(judged), (Strings{"wrong act", "wrong mode", "wrong cue", "wrong via_hard"}));
  for (const Finding& finding : judged.findings) EXPECT_EQ(finding.blame.rule, "en/statements/made:rule");
  EXPECT_EQ(judged.figures.at(LayerName::kStatement).hard.right, 1);
}

TEST(JudgeStatements, CarriersStandInOrder) {
  for (const bool turned : {false, true}) {
    Ferry report;
    std::vector<Voice> via{report.voice(report.post), MadeReport::unnamed("a clerk")};
    if (turned) std::swap(via[0], via[1]);
    report.said(report.voice(report.lan), "said", "The old ferry", "will be sold").via = via;
    const Judged judged = report.judge(Ferry::gold(R"("speaker": ["Lan Brook"], "via": [["Harbour Post"], []])"));
    EXPECT_EQ(share(judged, LayerName::kStatement, Attribute::kVia), turned ? "0/1" : "1/1");
  }
}

TEST(JudgeStatements, NoCueNeedsNone) {
  for (const bool cue : {false, true}) {
    Ferry report;
    Statement& said = report.said(report.voice(report.lan), "said", "The old ferry", "will be sold");
    if (!cue) said.cue.reset();
    EXPECT_EQ(share(report.judge(Ferry::gold("\"speaker\": [\"Lan Brook\"], \"cue\": null")), LayerName::kStatement, Attribute::kCue), cue ? "0/1" : "1/1");
  }
}

struct SpeakerCase {
  const char* gold;
  Voice voice;
  bool right;
};

TEST(JudgeStatements, SpeakersAreNamedOrUnnamed) {
  const Voice nobody, named{0, "Lan Brook", {}, false, 1}, unnamed = MadeReport::unnamed("a clerk"), unknown{-1, "Minh", {}, false, 1};
  Voice unnamed_of_actor = named;
  unnamed_of_actor.anonymous = true;
  for (const SpeakerCase& one : {SpeakerCase{R"("speaker": [], "anonymous": true)", unnamed, true}, SpeakerCase{R"("speaker": [], "anonymous": true)", named, false},
                                 SpeakerCase{R"("speaker": [], "anonymous": true)", nobody, false}, SpeakerCase{R"("speaker": [])", nobody, true},
                                 SpeakerCase{R"("speaker": [])", unnamed, true}, SpeakerCase{R"("speaker": [])", named, false},
                                 SpeakerCase{R"("speaker": ["clerk"], "anonymous": true)", unnamed_of_actor, true}, SpeakerCase{R"("speaker": ["clerk"])", unnamed, true},
                                 SpeakerCase{R"("speaker": ["Mính"])", unknown, true}, SpeakerCase{R"("speaker": ["Harbour Post"])", named, false}}) {
    Ferry report;
    report.said(one.voice, "said", "The old ferry", "will be sold");
    EXPECT_EQ(counts(report.judge(Ferry::gold(one.gold)), LayerName::kStatement), one.right ? "1 expected 1 found 1 right" : "1 expected 1 found 0 right") << one.gold;
  }
}

TEST(JudgeStatements, WordsOfAKnownSpeakerCountOnlyAsWritten) {
  for (const bool as_written : {false, true}) {
    Ferry report;
    Voice voice = report.voice(report.lan);
    voice.span = report.span("Nobody");
    report.said(voice, "said", "The old ferry", "will be sold");
    const Judged judged = report.judge(Ferry::gold(R"("speaker": ["Nobody"])") + (as_written ? ", \"as_written\": true" : ""));
    EXPECT_EQ(judged.figures.at(LayerName::kStatement).right, as_written ? 1 : 0);
  }
}

TEST(JudgeStatements, MissesSayHowFarItCame) {
  const auto cause = [](const Voice& voice, const char* cue, const char* first, const char* last) {
    Ferry report;
    report.said(voice, cue, first, last);
    return findings(report.judge(Ferry::gold(R"("speaker": ["Lan Brook"], "cue": "said")"))).at(0);
  };
  const Voice lan{0, "Lan Brook", {}, false, 1}, post{1, "Harbour Post", {}, false, 1}, clerk = MadeReport::unnamed("a clerk");
  EXPECT_EQ(cause(post, "wrote", "The old ferry", "will be sold"), "miss: other-speaker");
  EXPECT_EQ(cause(clerk, "said", "The old ferry", "will be sold"), "miss: speaker-unresolved");
  EXPECT_EQ(cause(lan, "said", "the Harbour", "wrote"), "miss: other-content");
  EXPECT_EQ(cause(post, "said", "the Harbour", "wrote"), "miss: other-speaker-and-content");
  EXPECT_EQ(cause(post, "wrote", "Nobody", "answered"), "miss: cue-unknown");
  Ferry report;
  EXPECT_EQ(findings(report.judge(Ferry::gold(R"("speaker": ["Lan Brook"], "cue": null)"))), Strings{"miss: no-cue"});
  report.said(lan, "said", "The old ferry", "will be sold");
  EXPECT_EQ(findings(report.judge(R"("statements": [{"sentence": "said Lan", "speaker": ["Lan"], "content": ["The old", "sold"]},
    {"sentence": "said Lan Brook", "speaker": ["Brook"], "content": ["The", "be"]}])")), Strings{"miss: taken"});
}

// ---- events

struct Talks : MadeReport {
  Talks() : MadeReport("An Binh sent a letter to the Isle of Dun in May 2031. Later nothing came of it, a clerk said. ") {
    binh = actor("An Binh", "ABN", "ABNGOV", {"An Binh"});
    dun = actor("Dun", "DUN", "DUNGOV", {"Isle of Dun"});
    league = actor("The League", "", "IGOLEA");
  }
  int binh, dun, league;
  static std::string gold(const std::string& more) { return R"("events": [{"anchor": "sent a letter", )" + more + "}]"; }
  static std::string of_parties(const std::string& more) { return gold(R"("codes": ["04", "02"], "source": ["ABN"], "target": ["DUN"])" + more); }
};

TEST(JudgeEvents, RootAndPartiesInTheSentenceMakeIt) {
  Talks report;
  report.act("May 2031", "042", report.binh, report.dun);
  EXPECT_EQ(counts(report.judge(Talks::of_parties("")), LayerName::kEvent), "1 expected 1 found 1 right");
  Talks later;
  later.act("nothing came", "042", later.binh, later.dun);
  EXPECT_EQ(findings(later.judge(Talks::of_parties(""))), (Strings{"miss: no-group", "false-alarm beside nothing"}));
}

TEST(JudgeEvents, PartiesAreToldByCountryCodeOrName) {
  struct Case {
    const char* gold;
    int source, target;                  // 0 An Binh, 1 Dun, 2 the League; -1 nobody
    bool right;
  };
  for (const Case& one : {Case{R"("source": ["ABN"], "target": ["DUN"])", 0, 1, true}, Case{R"("source": ["an bính"], "target": ["Isle of Dun"])", 0, 1, true},
                          Case{R"("source": ["ABN"], "target": ["IGO"])", 0, 2, true}, Case{R"("source": ["ABN"], "target": [])", 0, -1, true},
                          Case{R"("source": ["ABN"], "target": [])", 0, 1, false}, Case{R"("source": ["ABN"], "target": ["DUN", ""])", 0, -1, true},
                          Case{R"("source": ["ABN"], "target": ["DUN"])", 0, -1, false}, Case{R"("source": ["ABN", "DUN"], "target": ["DUN", "ABN"])", 1, 0, true},
                          Case{R"("source": ["ABN", "DUN"], "target": ["DUN", "ABN"])", 0, 0, false}, Case{R"("source": ["ABN"], "target": ["DUN"])", 1, 0, false}}) {
    Talks report;
    report.act("letter", "042", one.source, one.target);
    EXPECT_EQ(report.judge(Talks::gold(std::string(R"("codes": ["04"], )") + one.gold)).figures.at(LayerName::kEvent).right, one.right ? 1 : 0) << one.gold << one.source << one.target;
  }
}

TEST(JudgeEvents, MissesSayWhatIsWrongWithTheAct) {
  const auto cause = [](const char* cameo, int source, int target) {
    Talks report;
    report.act("sent a letter", cameo, source, target);
    return findings(report.judge(Talks::of_parties(""))).at(0);
  };
  EXPECT_EQ(cause("042", -1, 1), "miss: source-missing");
  EXPECT_EQ(cause("042", 2, 1), "miss: source-wrong");
  EXPECT_EQ(cause("042", 0, -1), "miss: target-missing");
  EXPECT_EQ(cause("042", 0, 2), "miss: target-wrong");
  EXPECT_EQ(cause("042", 1, 0), "miss: parties-swapped");
  EXPECT_EQ(cause("042", 2, -1), "miss: parties-wrong");
  EXPECT_EQ(cause("190", 0, 1), "miss: other-root");
  EXPECT_EQ(cause("190", 2, 1), "miss: other-act");
}

struct WhenCase {
  const char* gold;
  std::optional<Day> from, to;
  bool right;
};

TEST(JudgeEvents, DaysLieWithinThePeriod) {
  const auto day = [](int year, unsigned month) { return std::optional<Day>(std::chrono::year(year) / month / 1); };
  const std::string whole = R"(, "from": "2031-01-01", "to": "2031-12-31")", open = R"(, "from": null, "to": "2031-12-31")", unknown = R"(, "from": null, "to": null)";
  for (const WhenCase& one : {WhenCase{whole.c_str(), day(2031, 3), day(2031, 5), true}, WhenCase{whole.c_str(), day(2031, 5), day(2031, 3), false},
                              WhenCase{whole.c_str(), day(2030, 3), day(2031, 5), false}, WhenCase{whole.c_str(), {}, {}, false}, WhenCase{whole.c_str(), day(2031, 3), {}, false},
                              WhenCase{whole.c_str(), {}, day(2031, 3), false}, WhenCase{open.c_str(), {}, {}, true}, WhenCase{open.c_str(), {}, day(2031, 3), true},
                              WhenCase{open.c_str(), day(1999, 3), day(2031, 3), true}, WhenCase{open.c_str(), day(1999, 3), day(2032, 3), false},
                              WhenCase{unknown.c_str(), {}, {}, true}, WhenCase{unknown.c_str(), day(2031, 3), {}, false}}) {
    Talks report;
    Event& event = report.act("sent a letter", "042", report.binh, report.dun);
    event.from = one.from;
    event.to = one.to;
    EXPECT_EQ(share(report.judge(Talks::of_parties(one.gold)), LayerName::kEvent, Attribute::kWhen), one.right ? "1/1" : "0/1")
        << one.gold << (one.from ? iso(*one.from) : "") << ".." << (one.to ? iso(*one.to) : "");
  }
  Talks report;
  report.act("sent a letter", "042", report.binh, report.dun);
  EXPECT_EQ(share(report.judge(Talks::of_parties("")), LayerName::kEvent, Attribute::kWhen), "not scored");
}

TEST(JudgeEvents, WrongDaysBearTheRuleOfTheirExpression) {
  const auto blame = [](bool dated, bool by_expression, bool beside = false) {
    Talks report;
    TimeExpression& time = report.time("May 2031", "2031-05");
    if (beside) time.from = time.to = Day(std::chrono::year(2031) / 5 / 1);
    Event& event = report.act("sent a letter", "042", report.binh, report.dun);
    if (dated) event.from = event.to = Day(std::chrono::year(1999) / 1 / 1);
    if (by_expression) event.time = 0;
    const Judged judged = report.judge(Talks::of_parties(R"(, "from": "2031-05-01", "to": "2031-05-31")"));
    return findings(judged).at(0) + " " + judged.findings.at(0).blame.rule;
  };
  EXPECT_EQ(blame(false, false), "wrong when: no-date en/events/made:frame");
  EXPECT_EQ(blame(false, false, true), "wrong when: date-unused en/time/made:rule");
  EXPECT_EQ(blame(true, false), "wrong when: bounded en/events/made:frame");
  EXPECT_EQ(blame(true, true), "wrong when en/time/made:rule");
}

TEST(JudgeEvents, AnActCalledOffDidNotHappen) {
  Talks report;
  report.act("sent a letter", "042", report.binh, report.dun).status = EventStatus::kCancelled;
  EXPECT_EQ(share(report.judge(Talks::of_parties(R"(, "status": ["planned", "not-happened"])")), LayerName::kEvent, Attribute::kStatus), "1/1");
  EXPECT_EQ(share(report.judge(Talks::of_parties(R"(, "status": "happened")")), LayerName::kEvent, Attribute::kStatus), "0/1");
}

struct ByCase {
  const char* by;
  int teller;                            // -1 nobody, 0 An Binh, 1 a clerk without a name
  bool right;
};

TEST(JudgeEvents, ByIsTheSpeakerOrACarrier) {
  for (const ByCase& one : {ByCase{"[]", -1, true}, ByCase{"[]", 1, true}, ByCase{"[]", 0, false}, ByCase{"\"\"", -1, true}, ByCase{"[\"\", \"An Binh\"]", -1, true},
                            ByCase{"[\"An Binh\"]", -1, false}, ByCase{"[\"An Binh\"]", 0, true}, ByCase{"[\"The League\"]", 0, true}, ByCase{"[\"Dun\"]", 0, false},
                            ByCase{"[\"anonymous\"]", 1, true}, ByCase{"[\"anonymous\"]", 0, false}, ByCase{"[\"a former officer\"]", 1, true},
                            ByCase{"[\"several officers\"]", 1, true}, ByCase{"[\"Dun\"]", 1, false}}) {
    Talks report;
    Statement& said = report.said(one.teller == 0 ? report.voice(report.binh) : MadeReport::unnamed("a clerk"), "said", "Later", "of it");
    if (one.teller == 0) said.via = {report.voice(report.league)};
    report.act("sent a letter", "042", report.binh, report.dun).statement = one.teller < 0 ? -1 : 0;
    const Judged judged = report.judge(Talks::of_parties(std::string(", \"by\": ") + one.by));
    EXPECT_EQ(share(judged, LayerName::kEvent, Attribute::kBy), one.right ? "1/1" : "0/1") << one.by << one.teller;
    if (one.right) continue;
    EXPECT_EQ(findings(judged), Strings{one.teller < 0 ? "wrong by: no-statement" : "wrong by"});
    EXPECT_EQ(judged.findings.at(0).blame.rule, one.teller < 0 ? "en/events/made:frame" : "en/statements/made:rule");
  }
}

// ---- false alarms, groups

TEST(Judge, AFalseAlarmSaysWhatGoldHasThere) {
  Talks report;
  report.act("sent a letter", "042", report.binh, report.dun);
  report.act("letter", "042", report.binh, report.dun);
  report.act("nothing came", "042", report.binh, report.dun);
  const Judged judged = report.judge(Talks::of_parties(""));
  EXPECT_EQ(findings(judged), (Strings{"false-alarm beside found", "false-alarm beside nothing"}));
  EXPECT_EQ(judged.findings[0].expected, "04|02 ABN > DUN");
  EXPECT_EQ(judged.findings[0].blame.id, "e2");
  EXPECT_EQ(judged.rules.at("en/events/made:frame").right, 1);
  EXPECT_EQ(judged.rules.at("en/events/made:frame").of, 3);
}

TEST(Bench, GroupsByWhatIsToBlameTheLargestFirst) {
  Talks report;
  report.time("May 2031", "2031");
  report.act("letter", "190", report.binh, report.dun);
  report.act("nothing came", "042", report.binh, report.dun);
  Bench bench;
  for (int i = 0; i < 2; ++i) bench.add(report.judge(Talks::of_parties("") + R"(, "times": [{"text": "May 2031", "value": "2031-05"}])"));
  const auto groups = bench.groups();
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].rule, "en/events/made:frame");
  EXPECT_EQ(groups[0].findings.size(), 4u);
  EXPECT_EQ(groups[0].finds.of, 4);
  EXPECT_EQ(groups[1].rule, "en/time/made:rule");
  EXPECT_EQ(groups[2].cause, Cause::kOtherRoot);
  EXPECT_EQ(groups[2].rule, "");
  EXPECT_EQ(bench.documents(), 2);
}

TEST(Bench, AddsUpByLanguageAndInAll) {
  Talks report;
  report.act("letter", "042", report.binh, report.dun);
  Bench bench;
  bench.add(report.judge(Talks::of_parties("")));
  Judged other = report.judge(Talks::of_parties(""));
  other.lang = "vi";
  bench.add(std::move(other));
  const auto figures = bench.figures(LayerName::kEvent);
  ASSERT_EQ(figures.size(), 3u);
  EXPECT_EQ(figures[0].first, "en");
  EXPECT_EQ(figures[2].first, "all");
  EXPECT_EQ(figures[2].second.right, 2);
  EXPECT_TRUE(bench.figures(LayerName::kTime).empty());
}

TEST(Tally, RatesOfNothing) {
  Tally tally;
  EXPECT_FALSE(tally.precision() || tally.recall() || tally.f1());
  tally.expected = 1;
  EXPECT_EQ(tally.precision(), 0.0);
  EXPECT_EQ(tally.f1(), 0.0);
  tally.found = 3;
  tally.right = 1;
  EXPECT_DOUBLE_EQ(*tally.f1(), 0.5);
}

}  // namespace
}  // namespace hearsay
