// Whole reports: the same bytes give the same record, on any thread, through any engine; strange input does no harm.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/letters.h"

namespace hearsay::testing {
namespace {

std::vector<std::string> records_of(const Engine& engine, const std::vector<Letter>& all) {
  std::vector<std::string> out;
  for (const Letter& letter : all) {
    const Result<Analysis> analysis = engine.analyse(letter.bytes, letter.metadata);
    out.push_back(analysis ? analysis_record(*analysis) : analysis.error().message);
  }
  return out;
}

TEST(Documents, TheSameBytesGiveTheSameRecord) {
  const auto all = letters();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(records_of(shared_engine(), all), records_of(shared_engine(), all));
}

TEST(Documents, InAnyOrder) {
  auto all = letters();
  auto forwards = records_of(shared_engine(), all);
  std::reverse(all.begin(), all.end());
  auto backwards = records_of(shared_engine(), all);
  std::reverse(backwards.begin(), backwards.end());
  EXPECT_EQ(forwards, backwards);
}

TEST(Documents, OnFourThreads) {
  const auto all = letters();
  const auto alone = records_of(shared_engine(), all);
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& records : found) threads.emplace_back([&] { records = records_of(shared_engine(), all); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& records : found) EXPECT_EQ(records, alone);
}

TEST(Documents, ExplainReadsWhatAnalyseReads) {
  for (const Letter& letter : letters()) {
    const auto explained = shared_engine().explain(letter.bytes, letter.metadata);
    ASSERT_TRUE(explained);
    EXPECT_EQ(analysis_record(explained->first), analysis_record(analysed(letter)));
    EXPECT_GE(explained->second.size(), explained->first.events.size());
  }
}

TEST(Documents, RecordsComeBack) {
  for (const Letter& letter : letters()) {
    const std::string record = analysis_record(analysed(letter));
    const Result<Analysis> back = read_analysis_record(record);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(analysis_record(*back), record);
  }
}

TEST(Documents, ChroniclesDoNotDependOnTheOrderOfReports) {
  std::vector<Analysis> analyses;
  for (const Letter& letter : letters()) analyses.push_back(analysed(letter));
  const auto chronicle = [&] {
    std::string out;
    for (const Happening& happening : shared_engine().chronicle(analyses)) out += happening_record(happening) + "\n";
    return out;
  };
  const std::string forwards = chronicle();
  std::reverse(analyses.begin(), analyses.end());
  EXPECT_EQ(chronicle(), forwards);
}

// An engine must not read with what an earlier one at the same place in memory has left behind.
TEST(Documents, AnEngineKnowsNothingOfTheOneBeforeIt) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(::testing::TempDir()) / "hearsay-two-engines";
  fs::remove_all(root);
  const auto titles_in = [&](const std::string& pack, const std::string& others) {
    fs::create_directories(root / pack / "en" / "actors");
    std::ofstream(root / pack / "en" / "pack.toml") << "name = \"English\"\n";
    std::ofstream(root / pack / "en" / "actors" / "descriptions.tsv") << "form\n" << others;   // numbered before the titles
    std::ofstream(root / pack / "en" / "actors" / "titles.tsv") << "form\nking\n";
    std::ofstream(root / pack / "en" / "actors" / "m.rules") << "rule named\n  title:<titles> name:#cap\n  -> mention as=person form=name\n";
    EngineOptions options;
    options.base_packs = (root / pack).string();
    const Result<Engine> engine = Engine::open(options);
    EXPECT_TRUE(engine);
    const Result<Analysis> analysis = engine->analyse("The king Olav spoke.", metadata_of("en", ""));
    return analysis ? analysis->actors.size() : 99;
  };
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(titles_in("one", "crowd\n"), 1u);
    EXPECT_EQ(titles_in("two", "army\npress\npeople\ntroops\n"), 1u);
  }
  fs::remove_all(root);
}

TEST(Documents, NoTextIsAnErrorThatNamesTheFile) {
  for (const std::string& bytes : {std::string(), std::string(" \n\t "), std::string("PK\x03\x04\0\0\0", 7), std::string("\xEF\xBB\xBF\n")}) {
    const Result<Analysis> read = shared_engine().analyse(bytes, metadata_of("en", ""));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, Error::Kind::kInput);
    EXPECT_TRUE(read.error().message.starts_with("test: "));
  }
}

TEST(Documents, AnUnknownLanguageIsKeptUnread) {
  const Result<Analysis> read = shared_engine().analyse("Der Hund schläft im Garten.", metadata_of("de", ""));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->notes.empty());
  EXPECT_TRUE(read->events.empty());
}

// Without a letter of UTF-8 beside them, bytes beyond ASCII are of another encoding.
TEST(Documents, TellTheirEncoding) {
  const Result<Analysis> read = shared_engine().analyse("Emmanuel Macron spoke at a caf\xE9 in Besan\xE7on on Monday.", metadata_of("en", ""));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->document.encoding, "windows-1252");
  EXPECT_NE(read->document.text.find("Besan\u00E7on"), std::string::npos);
}

TEST(Documents, MalformedBytesAreNoted) {
  const Result<Analysis> read = shared_engine().analyse("\u00D4ng Donald Trump ph\u00E1t bi\u1EC3u \xFF\xC3 t\u1EA1i H\u00E0 N\u1ED9i.", metadata_of("vi", ""));
  ASSERT_TRUE(read);
  ASSERT_FALSE(read->notes.empty());
  EXPECT_NE(read->notes[0].find("2 malformed characters"), std::string::npos) << read->notes[0];
}

}  // namespace
}  // namespace hearsay::testing
