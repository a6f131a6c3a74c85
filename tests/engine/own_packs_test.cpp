// A user's own folder of packs over the built-in ones: what it adds is read, and its mistakes are named as carefully as theirs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

const Files kOwn = {
    {"world/actors/people.tsv", "id\tname\tcountry\tgender\tshort\npeter-lindqvist\tPeter Lindqvist\tSWE\tm\tLindqvist\n"},
    {"world/actors/terms.tsv", "person\trole\tof\tcode\tsince\tuntil\ttitle_en\npeter-lindqvist\tforeign-minister\tswe\tSWEGOV\t2019-01-01\t2020-12-31\tForeign Minister\n"},
    {"world/actors/outlets.tsv", "id\tname\tkind\tcountry\tdomain\tspeaks_for\nnordic-wire\tNordic Wire\tagency\tSWE\tnordicwire.example\tswe\n"},
    {"world/events/kinds.tsv", "kind\tcameo\tlabel_en\nflag-lowered\t017\tlowered the flag over\n"},
    {"vi/events/act.tsv", "form\tpos\tverb\nhạ cờ rủ\tverb\tlower-flag\n"},
    {"vi/events/flags.frames", "frame lower-flag\n  verb <act verb=lower-flag>\n  source subject\n  kind flag-lowered\n  + Việt Nam hạ cờ rủ. => flag-lowered VNM\n"},
    {"en/time/jubilee.tsv", "form\tyear\nyear of the great jubilee\t2025\n"},
    {"en/time/jubilee.rules", "rule jubilee\n  j:<jubilee>\n  -> time type=DATE inherit=j\n  + It began in the year of the great jubilee. => DATE 2025\n"}};

class OwnPacks : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_embedded_pack()) GTEST_SKIP() << "built without an embedded pack";
    folder_ = fs::path(::testing::TempDir()) / ("hearsay-own-" + std::to_string(getpid()));   // two runs at once keep out of each other's way
    fs::remove_all(folder_);
    for (const auto& [name, text] : kOwn) write(name, text);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  // Without the folder's own path.
  std::string bare(std::string text) const {
    for (size_t at; (at = text.find(folder_.string() + "/")) != std::string::npos;) text.erase(at, folder_.string().size() + 1);
    return text;
  }
  std::string found() const {
    std::string out;
    for (const Diagnostic& diagnostic : check_packs(folder_.string(), true).diagnostics) out += to_string(diagnostic) + "\n";
    return bare(out);
  }

  fs::path folder_;
};

TEST_F(OwnPacks, HaveNoMistakeAndTheirExamplesHold) {
  EXPECT_EQ(found(), "");
  const PackReport report = test_packs(folder_.string(), true);
  EXPECT_EQ(report.examples, 2) << "those of the built-in packs are not run";
  EXPECT_EQ(report.failures, std::vector<std::string>{});
  EXPECT_EQ(report.uncovered, std::vector<std::string>{});
}

TEST_F(OwnPacks, AddPersonsWithDatesAndOutlets) {
  Result<Engine> engine = Engine::open({{folder_.string()}, ""});
  ASSERT_TRUE(engine) << engine.error().message;
  Metadata metadata = metadata_of("en", "2020-03-01");
  metadata.path = "nordicwire.example/1.txt";
  const std::string text = "Foreign Minister Peter Lindqvist arrived in Washington.\n";
  const Result<Analysis> held = engine->analyse(text, metadata);
  metadata.published = "2022-03-01";
  const Result<Analysis> former = engine->analyse(text, metadata);
  ASSERT_TRUE(held && former);
  const auto code = [](const Analysis& analysis) {
    for (const Actor& actor : analysis.actors)
      if (actor.id == "peter-lindqvist") return actor.code;
    return std::string("not found");
  };
  EXPECT_EQ(code(*held), "SWEGOV");
  EXPECT_EQ(code(*former), "SWEELI");
  EXPECT_EQ(engine->find_actors("Nordic Wire"), std::vector<std::string>{"nordic-wire"});
  EXPECT_EQ(engine->kind_label("flag-lowered", "en"), "lowered the flag over");
}

TEST_F(OwnPacks, EveryMistakeIsNamedInItsFolder) {
  write("world/actors/terms.tsv", "person\trole\tof\tsince\tuntil\npeter-lindqvist\tforeign-minister\tsve\t2019-02-30\t\npeter-lindkvist\thead\tswe\t2020\t2019\n");
  write("world/actors/outlets.tsv", "id\tname\tspeeks_for\nreuters\tReuters\tgbr\n");
  write("world/events/kinds.tsv", "kind\tcameo\nflag-lowered\t\nstatement\t010\n");
  write("vi/events/act.tsv", "form\tpos\tverb\nhạ cờ rủ\tverb\tlower-flag\nhạ cờ rủ\tverb\tlower-flag\n");
  write("vi/events/flags.frames", "frame lower-flag\n  verb <act verb=lower-flag>\n  source sujbect\n  kind flag-raised\n");
  write("en/time/jubilee.rules", "rule jubilee\n  j:<jubile>\n  -> time type=DATE inherit=j\n\nrule titled\n  @mention[az=role] &NAMEWORDS\n  -> time type=DATE\n");
  const std::string all = found();
  for (const char* line : {"world/actors/terms.tsv:2:34: error: no actor \"sve\"",
                           "world/actors/terms.tsv:2:38: error: \"2019-02-30\" is no date",
                           "world/actors/terms.tsv:3:1: error: no actor \"peter-lindkvist\"; did you mean \"peter-lindqvist\"?",
                           "world/actors/outlets.tsv:1:9: error: a table of outlets has no column \"speeks_for\"; did you mean \"speaks_for\"?",
                           "world/actors/outlets.tsv:2:1: error: \"reuters\" stands already at world/actors/outlets.tsv:",
                           "world/events/kinds.tsv:2:14: error: kind \"flag-lowered\" has no CAMEO code",
                           "world/events/kinds.tsv:3:1: error: \"statement\" stands already at world/events/kinds.tsv:",
                           "vi/events/act.tsv:3:1: warning: \"hạ cờ rủ\" stands already, with the same attributes, at vi/events/act.tsv:2",
                           "vi/events/flags.frames:3:10: error: no group has a part \"sujbect\"; did you mean \"subject\"?",
                           "vi/events/flags.frames:4:8: error: no kind \"flag-raised\" in world/events/kinds.tsv",
                           "en/time/jubilee.rules:2:5: error: no lexicon \"jubile\" in packs/en; did you mean \"jubilee\"?",
                           "en/time/jubilee.rules:6:21: error: nothing is defined as \"NAMEWORDS\"; did you mean \"NAMEWORD\"?"})
    EXPECT_NE(all.find(line), std::string::npos) << line << "\nin\n" << all;
  // What opens the engine says the same, without the warnings.
  const Result<Engine> engine = Engine::open({{folder_.string()}, ""});
  ASSERT_FALSE(engine);
  EXPECT_EQ(engine.error().kind, Error::Kind::kPack);
  std::string errors;
  for (size_t at = 0, end; (end = all.find('\n', at)) != std::string::npos; at = end + 1)
    if (const std::string line = all.substr(at, end - at); line.find(": warning: ") == std::string::npos) errors += line + "\n";
  EXPECT_EQ(bare(engine.error().message) + "\n", errors);
  EXPECT_NE(engine.error().message.find(folder_.string() + "/world/actors/terms.tsv:2:34: "), std::string::npos) << "the place is the path of the user's file";
}

TEST_F(OwnPacks, WhatTheBuiltInPacksHaveMayBeNamed) {
  write("en/time/jubilee.rules", "rule jubilee\n  &NAMEWORD <weekdays> @time[type=DATE] j:<jubilee>\n  -> time type=DATE inherit=j\n");
  EXPECT_EQ(found(), "");
}

}  // namespace
}  // namespace hearsay::testing
