// Annotations of brat as gold: what the export wrote is right to the last value, and what an annotator mends is what the score says.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unicode/regex.h>

#include <filesystem>
#include <fstream>

#include "engine/letters.h"
#include "eval/judge.h"
#include "export/formats.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using testing::real_packs;

const ActTypes& acts() {
  static const ActTypes types = act_types(real_packs().world());
  return types;
}

GoldFile gold_of(const std::string& ann) {
  const auto gold = parse_brat_gold("in/a.ann", ann, acts());
  if (!gold || !*gold) throw std::logic_error(gold ? "nothing is marked" : gold.error().message);
  return **gold;
}

std::string replaced(const std::string& text, const std::string& pattern, const std::string& by) {
  UErrorCode failed = U_ZERO_ERROR;
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), all, 0, failed);
  std::string out;
  matcher.replaceAll(icu::UnicodeString::fromUTF8(by), failed).toUTF8String(out);
  EXPECT_TRUE(U_SUCCESS(failed)) << pattern;
  return out;
}

// A folder as the export writes it, and what is read from it.
class BratFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "hearsay-brat-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const { std::ofstream(folder_ / name, std::ios::binary) << bytes; }
  std::string bytes_of(const std::string& name) const { return *read_file((folder_ / name).string(), kMaxReportBytes); }
  // The name of its files, without their endings.
  std::string put(const Analysis& analysis) const {
    for (const ExportedFile& file : document_format("brat")->files(analysis)) write(file.name, file.bytes);
    return analysis.document.id;
  }
  std::string put_text(const std::string& text, const std::string& published = "2031-05-04") const {
    Metadata metadata = testing::metadata_of("en", published);
    metadata.path = "news/ferry.txt";
    metadata.outlet = "The Harbour Post";
    return put(*testing::shared_engine().analyse(text, metadata));
  }
  void change(const std::string& name, const std::string& pattern, const std::string& by) const {
    const std::string before = bytes_of(name), after = replaced(before, pattern, by);
    ASSERT_NE(before, after) << pattern << "\n" << before;
    write(name, after);
  }

  // The folder's gold, judged.
  Judged judged(const std::string& id) const {
    const auto gold = read_gold({(folder_ / (id + ".ann")).string()}, acts());
    if (!gold) throw std::logic_error(gold.error().message);
    Metadata metadata;
    metadata.path = (folder_ / (id + ".txt")).string();
    auto result = judge(testing::shared_engine(), gold->at(0), bytes_of(id + ".txt"), metadata);
    if (!result) throw std::logic_error(result.error().message);
    return std::move(*result);
  }

  fs::path folder_;
};

std::vector<std::string> findings(const Judged& judged) {
  std::vector<std::string> out;
  for (const Finding& finding : judged.findings) {
    std::string what = std::string(to_string(finding.layer)) + " " + std::string(to_string(finding.kind));
    if (finding.kind == FindingKind::kWrong) what += " " + std::string(to_string(finding.attribute)) + " " + finding.expected;
    out.push_back(what + " \"" + finding.words + "\" " + finding.blame.found);
  }
  return out;
}
using Strings = std::vector<std::string>;

void expect_all_right(const Judged& judged, const Analysis& analysis) {
  EXPECT_EQ(findings(judged), Strings{}) << analysis.document.path;
  for (const auto& [layer, found] : {std::pair(LayerName::kTime, analysis.times.size()), {LayerName::kStatement, analysis.statements.size()}, {LayerName::kEvent, analysis.events.size()}}) {
    const Tally& tally = judged.figures.at(layer);
    EXPECT_EQ(tally.expected, static_cast<int>(found)) << analysis.document.path << to_string(layer);
    EXPECT_EQ(tally.found, static_cast<int>(found)) << analysis.document.path << to_string(layer);
    EXPECT_EQ(tally.right, static_cast<int>(found)) << analysis.document.path << to_string(layer);
    for (const auto& [attribute, share] : tally.attributes) EXPECT_EQ(share.right, share.of) << to_string(attribute);
  }
}

TEST_F(BratFolder, AsExportedIsAllRight) {
  for (const testing::Letter& letter : testing::letters()) {
    const Analysis analysis = testing::analysed(letter);
    expect_all_right(judged(put(analysis)), analysis);
  }
}

TEST_F(BratFolder, OfAPageIsAllRight) {
  Metadata metadata;
  metadata.path = "news/ferry.html";
  const auto analysis = testing::shared_engine().analyse(
      "<html lang=\"en\"><head><title>Japan and Korea talk about the ferry</title><meta property=\"article:published_time\" content=\"2031-05-04\"></head><body><article>"
      "<h1>Japan and Korea talk about the ferry</h1><figure><img src=\"x\"><figcaption>The pier, where Japan sent a letter to South Korea in 2029.</figcaption></figure>"
      "<p>Japan's foreign minister said on 3 May 2031 that Japan had sent a letter to South Korea about the old ferry that lies at the pier.</p>"
      "<p>South Korea rejected the letter on Sunday, an official who asked not to be named told Reuters. He did not say what the letter had asked for.</p>"
      "</article></body></html>",
      metadata);
  ASSERT_TRUE(analysis) << analysis.error().message;
  ASSERT_FALSE(analysis->events.empty());
  expect_all_right(judged(put(*analysis)), *analysis);
}

const char* const kFerry = "Japan sent a letter to South Korea on 3 May 2031. South Korea rejected the offer, Reuters reported. \"We will not sell it,\" said Yoko Sato.";

TEST_F(BratFolder, WhatIsDeletedIsAFalseAlarm) {
  const std::string id = put_text(kFerry);
  ASSERT_EQ(findings(judged(id)), Strings{});
  change(id + ".ann", R"((^|\n)T\d+\tTimex [^\n]*\n)", "\n");
  change(id + ".ann", R"( Time:T\d+)", "");
  change(id + ".ann", R"((^|\n)(A\d+\tTimexType|#\d+\tAnnotatorNotes) T[^\n]*)", "");
  const auto wrong = findings(judged(id));
  ASSERT_EQ(wrong.size(), 2u) << ::testing::PrintToString(wrong);
  EXPECT_TRUE(wrong[0].starts_with("time false-alarm \"3 May 2031\"")) << wrong[0];
  EXPECT_TRUE(wrong[1].starts_with("event wrong when - ")) << wrong[1];
}

TEST_F(BratFolder, WhoIsTakenOutOfAnActIsAskedForNoMore) {
  const std::string id = put_text("Japan sent a letter to South Korea on 3 May 2031.");
  change(id + ".ann", R"( Recipient:T\d+)", "");
  const auto wrong = findings(judged(id));
  ASSERT_EQ(wrong.size(), 2u) << ::testing::PrintToString(wrong);
  EXPECT_TRUE(wrong[0].starts_with("event miss \"sent a letter")) << wrong[0];
  EXPECT_TRUE(wrong[1].starts_with("event false-alarm \"sent a letter")) << wrong[1];
}

TEST_F(BratFolder, LineEndsOfOtherSystemsChangeNothing) {
  for (const testing::Letter& letter : testing::letters()) {
    const Analysis analysis = testing::analysed(letter);
    const std::string id = put(analysis);
    for (const char* ending : {".txt", ".ann"}) change(id + ending, "\n", "\r\n");
    expect_all_right(judged(id), analysis);
  }
}

TEST_F(BratFolder, WhatIsChangedIsWrong) {
  const std::string id = put_text(kFerry);
  const auto after = [&](const std::string& pattern, const std::string& by) {
    const std::string before = bytes_of(id + ".ann");
    change(id + ".ann", pattern, by);
    const auto wrong = findings(judged(id));
    write(id + ".ann", before);
    return wrong;
  };
  Strings wrong = after("letter-sent([: ])", "criticism$1");
  ASSERT_EQ(wrong.size(), 2u) << ::testing::PrintToString(wrong) << bytes_of(id + ".ann");
  EXPECT_TRUE(wrong[0].starts_with("event miss \"sent a letter")) << wrong[0];
  EXPECT_TRUE(wrong[1].starts_with("event false-alarm \"sent a letter")) << wrong[1];
  wrong = after("TimexType (T\\d+) DATE", "TimexType $1 DURATION");
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_TRUE(wrong[0].starts_with("time wrong value DURATION 2031-05-03 \"3 May 2031\" DATE 2031-05-03")) << wrong[0];
  wrong = after("\t2031-05-03", "\t2031-05-02");
  ASSERT_EQ(wrong.size(), 2u) << ::testing::PrintToString(wrong);
  EXPECT_TRUE(wrong[0].starts_with("time wrong value 2031-05-02")) << wrong[0];
  EXPECT_TRUE(wrong[1].starts_with("event wrong when 3 May 2031 (2031-05-02)")) << wrong[1];
  EXPECT_EQ(after("\t2031-05-03", "\t2031 | 2031-05-03"), Strings{});
  wrong = after("Status (E\\d+) happened", "Status $1 planned");
  EXPECT_TRUE(!wrong.empty() && wrong[0].starts_with("event wrong status planned")) << ::testing::PrintToString(wrong);
  wrong = after("Mode (E\\d+) direct", "Mode $1 mixed");
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_TRUE(wrong[0].starts_with("statement wrong mode mixed")) << wrong[0];
}

TEST_F(BratFolder, SaysWhatTheReportDoesNotHold) {
  const std::string id = put_text(kFerry);
  write(id + ".txt", "A new start. " + bytes_of(id + ".txt"));
  const Judged moved = judged(id);
  EXPECT_TRUE(std::any_of(moved.findings.begin(), moved.findings.end(), [](const Finding& finding) { return finding.blame.cause == Cause::kAnchorAbsent; }));
}

TEST_F(BratFolder, HoldsWhatBesideItIsSaid) {
  const std::string id = put_text("Japan sent a letter to South Korea on Sunday. Reuters reported it.");
  const auto gold = read_gold({folder_.string()}, acts());
  ASSERT_TRUE(gold) << gold.error().message;
  ASSERT_EQ(gold->size(), 1u);
  EXPECT_EQ(gold->at(0).document, id + ".txt");
  EXPECT_EQ(gold->at(0).published, "2031-05-04");
  EXPECT_EQ(gold->at(0).outlet, "The Harbour Post");
  EXPECT_EQ(gold->at(0).lang, "en");
  EXPECT_TRUE(gold->at(0).as_written);
  EXPECT_EQ(findings(judged(id)), Strings{});
  change(id + ".json", "2031-05-04", "2031-07-04");
  EXPECT_NE(findings(judged(id)), Strings{});
  write(id + ".json", "{\"zones\": [{\"kind\": \"bodice\", \"start\": 0, \"end\": 1}]}");
  EXPECT_EQ(read_gold({folder_.string()}, acts()).error().message, (folder_ / (id + ".json")).string() + ": no kind, or it is no kind of zone");
  write(id + ".json", "[]");
  EXPECT_FALSE(read_gold({folder_.string()}, acts()));
  fs::remove(folder_ / (id + ".json"));
  EXPECT_EQ(read_gold({folder_.string()}, acts())->at(0).lang, "-");
}

TEST_F(BratFolder, WithoutMarksIsNoGold) {
  write("a.ann", "");
  write("a.txt", "Japan sent a letter to South Korea.");
  EXPECT_TRUE(read_gold({folder_.string()}, acts())->empty());
  EXPECT_TRUE(read_gold({(folder_ / "a.ann").string()}, acts()).error().message.ends_with("a.ann: nothing is marked in it"));
  write("a.ann", "T1\tTimex 0\tx\n");
  EXPECT_TRUE(read_gold({folder_.string()}, acts()).error().message.ends_with("a.ann:1: offsets are pairs of numbers, as in \"5 12;20 24\""));
}

TEST(BratGold, TakesMarksRolesAndFlags) {
  const GoldFile gold = gold_of(
      "T1\tSource 0 8\tThe Post\nT2\tVia 10 17\tReuters\nT3\tVia 20 23\tCNN\nT4\tAttribution 30 34\tsaid\nT5\tContent 40 60;61 70\tall of it and more\n"
      "E12\tAttribution:T4 Via2:T3 Source:T1 Via:T2 Content:T5\nA1\tAct E12 deny\nA2\tAnonymous E12\nA3\tHard E12\n"
      "T6\tTimex 80 84\t2031\nA4\tOptional T6\n"
      "T7\tmeeting 50 53\tmet\nE13\tmeeting:T7 Actor:T1 Time:T6\nA5\tStatus E13 cancelled\n"
      "T8\tIgnored 90 99\ta caption\nT9\tAttribution 100 110\tno cue here\nE14\tAttribution:T9\nA6\tNoCue E14\n");
  EXPECT_EQ(gold.document, "a.txt");
  ASSERT_EQ(gold.statements->size(), 2u);
  const GoldStatement& said = gold.statements->at(0);
  EXPECT_EQ(said.number, 12);
  EXPECT_EQ(said.anchor, "said");
  EXPECT_TRUE(said.anonymous && said.hard && !said.optional);
  EXPECT_EQ(*said.cue, Accepted{"said"});
  EXPECT_EQ(*said.act, Accepted{"deny"});
  EXPECT_FALSE(said.mode);
  EXPECT_EQ(said.content_at, (Range{40, 70}));
  ASSERT_EQ(said.via->size(), 2u);
  EXPECT_EQ(said.via->at(0).at(0).words, "Reuters");
  EXPECT_EQ(said.via->at(1).at(0).at, (Range{20, 23}));
  EXPECT_EQ(*gold.statements->at(1).cue, Accepted{std::nullopt});
  const GoldTime& time = gold.times->at(0);
  EXPECT_TRUE(time.optional && !time.value && !time.type);
  const GoldEvent& met = gold.events->at(0);
  EXPECT_EQ(met.codes, Strings{"04"});
  EXPECT_EQ(met.source.size(), 2u);      // a meeting is of both alike: the other side is nobody
  EXPECT_EQ(*met.status, Accepted{"not-happened"});
  EXPECT_EQ(met.dated_by->value().anchor, "2031");
  EXPECT_FALSE(met.by || met.dated);
  EXPECT_EQ(gold.ignored_at, (std::vector<Range>{{90, 99}}));
}

TEST(BratGold, KnowsTheKindsOfThePacks) {
  const auto gold = parse_brat_gold("a.ann", "T1\tmeating 0 3\tmet\nE1\tmeating:T1\n", acts());
  ASSERT_FALSE(gold);
  EXPECT_EQ(gold.error().message, "a.ann:2: no kind of event that the packs know: meating");
}

}  // namespace
}  // namespace hearsay
