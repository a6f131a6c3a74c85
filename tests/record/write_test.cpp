// The exact JSON of small made-up records.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sample.h"

namespace hearsay {
namespace {

Analysis small_analysis() {
  Analysis analysis;
  Document& document = analysis.document;
  document.id = "d";
  document.path = "a.txt";
  document.sha256 = "00";
  document.lang = "vi";
  document.text = "\U0001F4E8 Kim từ chối.";
  document.zones = {{ZoneKind::kBody, {0, static_cast<uint32_t>(document.text.size())}, 0}};
  analysis.sentences = {document.zones[0].span};
  analysis.actors = {{"kim", "Kim", ActorKind::kPerson, "", "PRK", "", "", {}, false, true,
                      {{sample::span_of(document.text, "Kim"), MentionForm::kName, "r:1"}}}};
  Statement said;
  said.span = sample::span_of(document.text, "Kim từ chối");
  said.act = Act::kDecline;
  said.cue = sample::span_of(document.text, "từ chối");
  said.speaker = {0, "Kim", sample::span_of(document.text, "Kim"), false, 1};
  analysis.statements = {said};
  Event event;
  event.span = said.span;
  event.kind = "comment-declined";
  event.cameo = "120";
  event.goldstein = -4;
  event.source = {0, said.speaker.span};
  event.statement = 0;
  analysis.events = {event};
  Figure figure;
  figure.span = said.speaker.span;
  figure.of = "dead";
  figure.least = 12;
  figure.event = 0;
  analysis.figures = {figure};
  return analysis;
}

TEST(AnalysisRecord, ExactJson) {
  EXPECT_EQ(analysis_record(small_analysis()),
            R"({"format":"hearsay/1","id":"d","source":{"path":"a.txt","url":null,"sha256":"00"},"title":null,)"
            R"("outlet":null,"published":null,"published_day":null,"published_from":null,"lang":"vi",)"
            "\"text\":\"\U0001F4E8 Kim từ chối.\","
            R"("sentences":[[0,14]],"times":[],)"
            R"("actors":[{"id":"kim","name":"Kim","kind":"person","code":null,"country":"PRK","speaks_for":null,)"
            R"("owner":null,"within":[],"outlet":false,"known":true,)"
            R"("mentions":[{"start":2,"end":5,"text":"Kim","form":"name","rule":"r:1"}]}],)"
            R"("statements":[{"id":"s1","sentence":0,"start":2,"end":13,"mode":"indirect","act":"decline",)"
            R"("cue":{"start":6,"end":13,"text":"từ chối"},"content":null,)"
            R"("speaker":{"actor":"kim","name":"Kim","text":"Kim","start":2,"end":5,"anonymous":false,"voices":1},)"
            R"("via":[],"parent":null,"unverified":false,"refers_back":false,"rule":""}],)"
            R"("events":[{"id":"e1","start":2,"end":13,"sentence":0,"kind":"comment-declined","cameo":"120",)"
            R"("plover":null,"goldstein":-4.0,)"
            R"("source":{"actor":"kim","name":"Kim","code":null,"start":2,"end":5},"target":null,"time":null,)"
            R"("from":null,"to":null,"place":null,"status":"happened","cancelled":false,"lead":false,"joint":false,"statement":"s1",)"
            R"("unverified":false,"rule":""}],)"
            R"("figures":[{"id":"f1","start":2,"end":5,"text":"Kim","of":"dead","who":null,"least":12,"most":null,"about":false,)"
            R"("sentence":0,"statement":null,"event":"e1","rule":""}],)"
            R"("zones":[{"kind":"body","start":0,"end":14,"paragraph":0}],"notes":[]})");
}

TEST(AnalysisRecord, IsOneLine) {
  EXPECT_EQ(analysis_record(sample::analysis()).find('\n'), std::string::npos);
}

TEST(AnalysisRecord, NullsForTheUnknown) {
  Analysis analysis = small_analysis();
  analysis.statements[0].speaker = {};
  analysis.events[0].cameo.clear();
  analysis.events[0].goldstein = 0;
  const std::string record = analysis_record(analysis);
  EXPECT_NE(record.find(R"("speaker":null)"), std::string::npos);
  EXPECT_NE(record.find(R"("goldstein":null)"), std::string::npos);
}

TEST(AnalysisRecord, GoldsteinZeroOfACodeIsKnown) {
  Analysis analysis = small_analysis();
  analysis.events[0].goldstein = -0.0;
  EXPECT_NE(analysis_record(analysis).find(R"("goldstein":0.0)"), std::string::npos);
}

TEST(AnalysisRecord, MalformedPathBecomesValidText) {
  Analysis analysis = small_analysis();
  analysis.document.path = "a\xFF.txt";
  EXPECT_NE(analysis_record(analysis).find("\"path\":\"a\uFFFD.txt\""), std::string::npos);
}

Happening letter() {
  Happening happening;
  happening.id = "h1";
  happening.kind = "letter-refused";
  happening.cameo = "120";
  happening.plover = "REJECT";
  happening.goldstein = -4;
  happening.source = {"prk", "North Korea", "PRK", "PRK"};
  happening.from = sample::day(2025, 1, 20);
  happening.standing = Standing::kAnonymous;
  happening.reason = "only unnamed origins";
  happening.documents = 4;
  happening.outlets = 3;
  happening.origins = {{"", "a diplomatic source of NK News", OriginKind::kUnnamed, 2, {{"d", 2}, {"d2", -1}}}};
  happening.mentions = {{"d", 0, 4, 46, "the same letter", true}};
  happening.announced_by = {"h0"};
  happening.history = {{"2025-06-12", Standing::kAnonymous, {"d"}, "only unnamed origins"}, {"", Standing::kUnattributed, {}, ""}};
  return happening;
}

TEST(HappeningRecord, ExactJson) {
  EXPECT_EQ(happening_record(letter()),
            R"({"format":"hearsay-chronicle/1","id":"h1","kind":"letter-refused","cameo":"120","plover":"REJECT",)"
            R"("goldstein":-4.0,"source":{"actor":"prk","name":"North Korea","code":"PRK","country":"PRK"},)"
            R"("target":null,"joint":null,"from":"2025-01-20","to":null,"status":"happened","standing":"anonymous",)"
            R"("reason":"only unnamed origins","unverified":false,"documents":4,"outlets":3,)"
            R"("origins":[{"actor":null,"name":"a diplomatic source of NK News","kind":"unnamed","voices":2,)"
            R"("statements":[["d","s3"],["d2",null]]}],"denials":[],"declined":[],)"
            R"("mentions":[{"document":"d","event":"e1","start":4,"end":46,"lead":true,"because":"the same letter"}],)"
            R"("history":[{"on":"2025-06-12","standing":"anonymous","because":["d"],"reason":"only unnamed origins"},)"
            R"({"on":null,"standing":"unattributed","because":[],"reason":null}],"announced_by":["h0"],"carried_out_by":[]})");
}

TEST(HappeningRecord, ComesBackWhole) {
  Happening full = letter();
  full.target = {"", "somebody", "", ""};
  full.joint = "j1";
  full.to = sample::day(2025, 6, 11);
  full.status = EventStatus::kCancelled;
  full.unverified = true;
  full.denials = {{"prk", "North Korea", OriginKind::kParty, 1, {}}};
  full.declined = {{"usa", "United States", OriginKind::kThirdParty, 3, {{"e", 0}}}};
  for (const Happening& happening : {letter(), full, Happening{}}) {
    const Result<Happening> back = read_happening_record(happening_record(happening));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(happening_record(*back), happening_record(happening));
  }
}

TEST(HappeningRecord, FaultsAreNamed) {
  const auto fault = [](const std::string& what, const std::string& with) {
    std::string record = happening_record(letter());
    record.replace(record.find(what), what.size(), with);
    const Result<Happening> back = read_happening_record(record);
    return back ? "read" : back.error().message;
  };
  EXPECT_EQ(fault("hearsay-chronicle/1", "hearsay/1"), "record: format: expected \"hearsay-chronicle/1\", not \"hearsay/1\"");
  EXPECT_EQ(fault("\"s3\"", "\"e3\""), "record: origins[0].statements[0][1]: expected an id such as s1");
  EXPECT_EQ(fault("\"e1\"", "\"e0\""), "record: mentions[0].event: expected an id such as e1");
  EXPECT_EQ(fault("\"2025-06-12\",\"standing\":\"anonymous\"", "null,\"standing\":\"sure\"").substr(0, 28), "record: history[0].standing:");
  EXPECT_EQ(fault("2025-01-20", "2025-02-30"), "record: from: expected a day such as 2025-01-31");
}

}  // namespace
}  // namespace hearsay
