// hearsay eval: figures, findings and groups, and what is said of bad input.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "browse/display.h"
#include "paths.h"
#include "shell.h"

namespace hearsay::cli_test {
namespace {

const std::string kOwn = source_folder() + "/tests/eval/gold";
const std::string kShared = source_folder() + "/../shared";

class Eval : public Shell {
 protected:
  static rapidjson::Document parsed(const std::string& line) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseFullPrecisionFlag>(line.data(), line.size());   // two ways to write one number are one number
    return json;
  }

  // The reports of gold files, by the manifest that stands over them; those without one by "".
  static std::map<std::string, std::string> reports_of(const std::string& gold, const fs::path& root) {
    std::map<std::string, std::string> reports;
    for (const auto& file : fs::directory_iterator(gold)) {
      std::ostringstream text;
      text << std::ifstream(file.path()).rdbuf();
      const rapidjson::Document json = parsed(text.str());
      if (!json.IsObject() || !json.HasMember("document")) continue;
      const fs::path report = root / json["document"].GetString();
      fs::path folder = report.parent_path();
      while (folder != root && !fs::exists(folder / "manifest.tsv")) folder = folder.parent_path();
      reports[folder == root ? "" : (folder / "manifest.tsv").string()] += " " + report.string();
    }
    return reports;
  }

  // The figures of `hearsay eval`, and those that the scorer has for the records of `analyse`.
  void compare_with_scorer(const std::string& gold, const std::string& root) {
    const std::string scorer = kShared + "/eval/score";
    if (!fs::exists(scorer)) GTEST_SKIP() << "no scorer at " << scorer;
    if (shell("python3 --version").exit_code != 0) GTEST_SKIP() << "no python3 to run the scorer with";
    std::string manifests;
    for (const auto& [manifest, reports] : reports_of(gold, root)) {
      const std::string option = manifest.empty() ? " --published 2031-05-04" : " --manifest " + manifest;
      ASSERT_EQ(shell("hearsay analyse" + reports + option + " >> records.jsonl").exit_code, 0);
      if (!manifest.empty()) manifests += option;
    }
    const Answer theirs = shell("python3 " + scorer + " --json --root " + root + " " + gold + " -- records.jsonl");
    ASSERT_EQ(theirs.exit_code, 0) << theirs.err;
    const rapidjson::Document expected = parsed(theirs.out);
    const Answer ours = hearsay("eval --figures --json " + gold + manifests + " --root " + root);
    ASSERT_EQ(ours.exit_code, 0) << ours.err;
    size_t rows = 0;
    for (const std::string& line : lines_of(ours.out)) {
      rapidjson::Document row = parsed(line);
      const auto& figures = expected["layers"][row["layer"].GetString()][row["lang"].GetString()];
      for (const char* name : {"gold", "found", "right", "precision", "recall", "f1", "attributes", "hard"})
        EXPECT_TRUE(row.HasMember(name) ? row[name] == figures[name] : !figures.HasMember(name)) << name << " " << line;
      ++rows;
    }
    size_t wanted = 0;
    for (const auto& layer : expected["layers"].GetObject()) wanted += layer.value.MemberCount();
    EXPECT_EQ(rows, wanted);
  }
};

TEST_F(Eval, FiguresAreTheScorers) { compare_with_scorer(kOwn, source_folder() + "/tests/eval"); }

TEST_F(Eval, FiguresAreTheScorersOnGold) {
  if (!fs::exists(kShared + "/gold/dev")) GTEST_SKIP() << "no gold files in " << kShared << "/gold/dev";
  compare_with_scorer(kShared + "/gold/dev", kShared);
}

TEST_F(Eval, NamesEachMistakeAndWhatItComesFrom) {
  const Answer answer = hearsay("eval " + kOwn);
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(answer.err, "");
  EXPECT_TRUE(answer.out.starts_with("2 reports compared\n\ntime ")) << answer.out;
  EXPECT_NE(answer.out.find("tests/eval/reports/ferry.vi.txt:9  wrong value\n    «Tháng tới»"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("\n    gold    2031-07\n    found   2031-06  [t"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("  event  no verb or noun group was made of these words\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("ferry.en.txt:5  missed\n"), std::string::npos) << answer.out;
}

TEST_F(Eval, IsTheSameOnAnyNumberOfThreads) {
  const std::string all = "eval " + kOwn;
  EXPECT_EQ(hearsay(all + " --threads 1").out, hearsay(all + " --threads 4").out);
  EXPECT_EQ(hearsay(all + " --json --threads 1").out, hearsay(all + " --json --threads 4").out);
}

TEST_F(Eval, GroupsComeTheLargestFirstAndMayBeCut) {
  std::vector<int> sizes;
  int group = 0;
  for (const std::string& line : lines_of(hearsay(std::string("eval --json ") + kOwn).out)) {
    ASSERT_TRUE(is_json_object(line)) << line;
    const rapidjson::Document finding = parsed(line);
    for (const char* name : {"layer", "what", "cause", "rule", "document", "line", "words", "expected", "found"}) EXPECT_TRUE(finding.HasMember(name)) << line;
    if (finding["group"].GetInt() != group) sizes.push_back(0), group = finding["group"].GetInt();
    ++sizes.back();
  }
  ASSERT_GE(sizes.size(), 2u);
  EXPECT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()));
  EXPECT_EQ(lines_of(hearsay(std::string("eval --json --top 1 ") + kOwn).out).size(), static_cast<size_t>(sizes.front()));
  EXPECT_NE(hearsay(std::string("eval --top 1 ") + kOwn).out.find("; the first 1 are shown\n"), std::string::npos);
}

TEST_F(Eval, OneLayerAndFiguresAlone) {
  const std::string events = hearsay(std::string("eval --layer event ") + kOwn).out;
  EXPECT_EQ(events.find("\nstatement"), std::string::npos) << events;
  EXPECT_NE(events.find("\nevent"), std::string::npos) << events;
  EXPECT_EQ(lines_of(hearsay(std::string("eval --layer time --figures --json ") + kOwn).out).size(), 3u);
  EXPECT_EQ(hearsay(std::string("eval --figures ") + kOwn).out.find("missed"), std::string::npos);
}

TEST_F(Eval, SpeaksVietnameseAndFitsTheTerminal) {
  const std::string out = shell(std::string("COLUMNS=72 hearsay eval --ui vi ") + kOwn).out;
  EXPECT_TRUE(out.starts_with("đã đối chiếu 2 bài\n")) << out;
  EXPECT_NE(out.find("sai giá trị"), std::string::npos) << out;
  const size_t findings = out.find(" chỗ sai trong ");
  ASSERT_NE(findings, std::string::npos) << out;
  for (const std::string& line : lines_of(out.substr(findings))) EXPECT_LE(browse::display_width(line), 72) << line;
}

TEST_F(Eval, ReportsAreFoundWhereTheyAreNamed) {
  fs::copy(kOwn, folder_ / "gold");
  EXPECT_EQ(hearsay("eval gold").exit_code, 3);
  fs::create_directory(folder_ / "elsewhere");
  fs::copy(source_folder() + "/tests/eval/reports", folder_ / "elsewhere" / "reports");
  const std::string named = hearsay("eval gold elsewhere").out;
  EXPECT_NE(named.find("elsewhere/reports/ferry.vi.txt:"), std::string::npos);
  EXPECT_EQ(hearsay("eval gold --root elsewhere").out, named);
  EXPECT_EQ(hearsay("eval gold/ferry.en.json elsewhere/reports/ferry.en.txt --figures --json").exit_code, 0);
}

TEST_F(Eval, TakesWhatWasExportedForBrat) {
  read_reports();
  ASSERT_EQ(hearsay("export --format brat --out brat").exit_code, 0);
  const Answer all = hearsay("eval brat");
  EXPECT_EQ(all.exit_code, 0) << all.err;
  EXPECT_TRUE(all.out.starts_with("2 reports compared\n")) << all.out;
  EXPECT_EQ(all.out.find("false alarm"), std::string::npos) << all.out;
  EXPECT_EQ(all.out.find("missed"), std::string::npos) << all.out;
  for (const std::string& line : lines_of(hearsay("eval brat --figures --json").out)) {
    const rapidjson::Document row = parsed(line);
    EXPECT_EQ(row["gold"], row["found"]) << line;
    EXPECT_EQ(row["right"], row["found"]) << line;
  }
  EXPECT_EQ(shell("hearsay eval brat/*.ann --figures").out, hearsay("eval brat --figures").out);
  write("broken.ann", "T1\tTimex 5\tx\n");
  const Answer broken = hearsay("eval broken.ann");
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_TRUE(broken.err.starts_with("hearsay: broken.ann:1: offsets are pairs of numbers")) << broken.err;
}

TEST_F(Eval, WhatAManifestSaysGoesBeforeGold) {
  fs::copy(kOwn, folder_ / "gold");
  fs::copy(source_folder() + "/tests/eval/reports", folder_ / "reports");
  write("reports/manifest.tsv", "document\tpublished\nferry.vi.txt\t2031-06-04\n");
  EXPECT_EQ(hearsay("eval gold --layer time --manifest reports/manifest.tsv").out.find("2031-06  [t"), std::string::npos);
  EXPECT_NE(hearsay("eval gold --layer time").out.find("2031-06  [t"), std::string::npos);
  write("other.tsv", "document\tpublished\nnone.txt\t2031-06-04\n");
  EXPECT_EQ(hearsay("eval gold --figures --manifest other.tsv").err, "hearsay: warning: other.tsv: no row for any of the reports\n");
  EXPECT_EQ(hearsay("eval gold --manifest gone.tsv").err, "hearsay: gone.tsv: no such file\n");
}

TEST_F(Eval, BadInputIsOneLine) {
  fs::copy(kOwn, folder_ / "gold");
  fs::copy(source_folder() + "/tests/eval/reports", folder_ / "reports");
  write("broken.json", "{\"times\": ");
  write("other.json", "{\"happenings\": []}");
  write("lost.json", R"({"document": "reports/lost.txt", "times": [{"text": "x"}]})");
  write("absent.json", R"({"document": "reports/ferry.en.txt", "times": [{"text": "4 May 2031"}]})");
  struct Case {
    const char* arguments;
    int exit_code;
    const char* error;
  };
  for (const Case& one : {Case{"gone.json", 3, "gone.json: no such file"}, Case{"broken.json", 3, "broken.json: not JSON at byte "}, Case{"other.json", 3, "other.json: not a gold file: "},
                          Case{"reports", 3, "reports: no gold files here"}, Case{"gone", 3, "gone: no such file"}, Case{"lost.json", 3, "lost.json: its report is not there: reports/lost.txt; "},
                          Case{"gold lost.json", 1, "lost.json: its report is not there: reports/lost.txt; "},
                          Case{"absent.json", 1, "absent.json: time, entry 1: not in the report: 4 May 2031"}, Case{"gold --packs gone", 4, "gone: no such folder of packs"},
                          Case{"gold --layer actor", 2, "--layer: \"actor\" is none of time, statement, event"}, Case{"", 2, "GOLD is missing"}}) {
    const Answer answer = hearsay(std::string("eval ") + one.arguments);
    EXPECT_EQ(answer.exit_code, one.exit_code) << one.arguments << answer.err;
    EXPECT_EQ(lines_of(answer.err).size(), 1u) << answer.err;
    EXPECT_TRUE(answer.err.starts_with(std::string("hearsay: ") + one.error)) << answer.err;
  }
}

}  // namespace
}  // namespace hearsay::cli_test
