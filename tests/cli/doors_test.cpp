// The commands that look into a store, help, and the looks of the output.
// SPDX-License-Identifier: Apache-2.0
#include "browse/display.h"
#include "paths.h"
#include "shell.h"

namespace hearsay::cli_test {
namespace {

class Doors : public Shell {};

TEST_F(Doors, ChronicleIsOrderedAndFitsTheTerminal) {
  read_reports();
  const Answer answer = hearsay("chronicle");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_NE(answer.out.find("2020\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("Donald Trump"), std::string::npos) << answer.out;
  EXPECT_EQ(answer.out.find('\x1b'), std::string::npos);
  for (int width : {40, 57, 80, 120})
    for (const std::string& line : lines_of(shell("COLUMNS=" + std::to_string(width) + " hearsay chronicle").out)) EXPECT_LE(browse::display_width(line), width) << line;
}

TEST_F(Doors, ChronicleSpeaksVietnamese) {
  read_reports();
  const std::string out = shell("LC_ALL=vi_VN.UTF-8 hearsay chronicle").out;
  EXPECT_NE(out.find("sự việc."), std::string::npos) << out;
  EXPECT_EQ(out, hearsay("--ui vi chronicle").out);
  EXPECT_EQ(out, hearsay("chronicle --ui=vi").out);
}

TEST_F(Doors, ColourComesWhenAsked) {
  read_reports();
  EXPECT_NE(hearsay("chronicle --color always").out.find("\x1b["), std::string::npos);
  EXPECT_NE(shell("script -qec 'TERM=xterm hearsay chronicle' /dev/null < /dev/null").out.find("\x1b["), std::string::npos);
  EXPECT_EQ(shell("script -qec 'TERM=xterm NO_COLOR=1 hearsay chronicle' /dev/null < /dev/null").out.find("\x1b[1m"), std::string::npos);
}

TEST_F(Doors, ProgressIsShownToATerminalOnly) {
  write_reports();
  EXPECT_NE(shell("script -qec 'hearsay read news' /dev/null < /dev/null").out.find(" 100%"), std::string::npos);
  EXPECT_EQ(hearsay("read news").err, "");
}

TEST_F(Doors, AllSpeakJsonLines) {
  read_reports();
  for (const char* command : {"chronicle", "statements", "actors", "documents", "copies", "stories", "diff --since 1990", "stats", "search letter"}) {
    const Answer answer = hearsay(std::string(command) + " --json");
    EXPECT_EQ(answer.exit_code, 0) << command << answer.err;
    EXPECT_FALSE(answer.out.empty()) << command;
    for (const std::string& line : lines_of(answer.out)) EXPECT_TRUE(is_json_object(line)) << command << ": " << line;
  }
}

TEST_F(Doors, ShowTakesTheBeginningOfAnId) {
  read_reports();
  const std::string line = lines_of(hearsay("chronicle --json --actor 'Donald Trump'").out).at(0);
  rapidjson::Document json;
  json.Parse(line.data(), line.size());
  const std::string id = json["id"].GetString();
  const Answer answer = hearsay("show " + id);
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_EQ(hearsay("show " + id.substr(0, id.size() - 2)).out, answer.out);
  for (const char* part : {"Donald Trump", "History", "Told 2 times", "chain: ", "\u201c", "\u00ab", id.c_str()}) EXPECT_NE(answer.out.find(part), std::string::npos) << part << answer.out;
  EXPECT_EQ(lines_of(hearsay("show " + id + " --json").out), std::vector<std::string>{line});
  EXPECT_EQ(hearsay("show nothing-of-the-kind").exit_code, 7);
}

TEST_F(Doors, StoriesOriginsTraceAndDiff) {
  read_reports();
  const std::string line = lines_of(hearsay("chronicle --json --actor 'Donald Trump'").out).at(0);
  rapidjson::Document json;
  json.Parse(line.data(), line.size());
  const std::string id = json["id"].GetString(), document = json["mentions"][0]["document"].GetString();
  const Answer origins = hearsay("origins " + id);
  EXPECT_EQ(origins.exit_code, 0) << origins.err;
  for (const char* part : {"Donald Trump", "For", "\u201c"}) EXPECT_NE(origins.out.find(part), std::string::npos) << part << origins.out;
  EXPECT_TRUE(is_json_object(lines_of(hearsay("origins --json " + id).out).at(0)));
  EXPECT_TRUE(hearsay("origins --dot " + id).out.starts_with("digraph"));
  const Answer trace = hearsay("trace " + document);
  EXPECT_EQ(trace.exit_code, 0) << trace.err;
  EXPECT_NE(trace.out.find("chain: "), std::string::npos) << trace.out;
  for (const std::string& claim : lines_of(hearsay("trace --json " + document).out)) EXPECT_TRUE(is_json_object(claim)) << claim;
  EXPECT_EQ(hearsay("trace no-such-report").exit_code, 7);
  const Answer diff = hearsay("diff --since 1990");
  EXPECT_NE(diff.out.find("New"), std::string::npos) << diff.out;
  EXPECT_EQ(hearsay("diff --since 2100").out, "Nothing matches.\n");
  EXPECT_EQ(hearsay("diff").exit_code, 2);
  EXPECT_EQ(hearsay("diff --since never").exit_code, 2);
  const std::string story = lines_of(hearsay("stories --json").out).at(0);
  json.Parse(story.data(), story.size());
  const Answer page = hearsay(std::string("stories ") + json["id"].GetString());
  EXPECT_EQ(page.exit_code, 0) << page.err;
  EXPECT_NE(page.out.find("Reports"), std::string::npos) << page.out;
  EXPECT_EQ(hearsay("stories s-none").exit_code, 7);
  EXPECT_EQ(hearsay("stories --least 1000").out, "Nothing matches.\n");
  EXPECT_EQ(hearsay("disputes").exit_code, 0);
  EXPECT_EQ(hearsay("explain " + id + " " + id).exit_code, 0);
}

TEST_F(Doors, FiltersPick) {
  read_reports();
  const auto count = [&](const std::string& arguments) { return lines_of(hearsay("chronicle --json " + arguments).out).size(); };
  const size_t all = count("");
  EXPECT_GT(all, 0u);
  EXPECT_EQ(count("--from 1990 --to 2100") + 0, count("--to 2100"));
  EXPECT_EQ(count("--to 1990"), 0u);
  EXPECT_EQ(count("--between Trump 'Kim Jong Un'"), count("--between kim-jong-un donald-trump"));
  EXPECT_EQ(count("--kind '*'"), all);
  EXPECT_EQ(count("--kind no-such-kind"), 0u);
  EXPECT_EQ(count("--standing disputed,denied,both-parties,one-party,third-party,anonymous,unattributed,withdrawn"), all);
  EXPECT_EQ(count("--as-of 1990"), 0u);
  EXPECT_EQ(hearsay("chronicle --actor 'Nobody Atall'").exit_code, 7);
  EXPECT_EQ(hearsay("chronicle --from 2013-02-30").exit_code, 2);
  EXPECT_EQ(hearsay("chronicle --standing certain").exit_code, 2);
  EXPECT_EQ(lines_of(hearsay("documents --json --document b.txt").out).size(), 1u);
  EXPECT_EQ(lines_of(hearsay("documents --json --from 2020-04").out).size(), 1u);
  EXPECT_EQ(lines_of(hearsay("search --json thu --document a.txt").out).size(), 1u);
}

TEST_F(Doors, ExplainByLineAndByItem) {
  read_reports();
  const Answer line = hearsay("explain news/b.txt:3 --manifest news/manifest.tsv");
  EXPECT_EQ(line.exit_code, 0) << line.err;
  EXPECT_NE(line.out.find("event e"), std::string::npos) << line.out;
  EXPECT_EQ(hearsay("explain b.txt e1").exit_code, 0);
  EXPECT_EQ(hearsay("explain news/b.txt e1").out, hearsay("explain b.txt e1").out);
  EXPECT_EQ(hearsay("explain b.txt e99").exit_code, 7);
  EXPECT_EQ(hearsay("explain news/b.txt:99").exit_code, 7);
  EXPECT_EQ(hearsay("explain news/b.txt").exit_code, 2);
  EXPECT_EQ(hearsay("explain gone.txt:1").exit_code, 3);
}

TEST_F(Doors, CopiesSayWhatTheyKeptAndWhy) {
  std::string words;
  for (int i = 0; i < 120; ++i) words += "word" + std::to_string(i) + " ";
  write("copies/a.txt", "First\n\n" + words + "\n");
  write("copies/b.txt", "Second\n\nA lead of their own. " + words.substr(0, words.size() / 2) + "\n");
  ASSERT_EQ(hearsay("read copies/a.txt --lang en --published 2024-05-01").exit_code, 0);
  ASSERT_EQ(hearsay("read copies/b.txt --lang en --published 2024-05-02").exit_code, 0);
  const Answer answer = hearsay("copies --document b.txt");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  for (const char* part : {"2 documents of one text", "shortened; by the dates", "1 passage", "word3"}) EXPECT_NE(answer.out.find(part), std::string::npos) << part << answer.out;
  const std::string line = hearsay("copies --document b.txt --json").out;
  for (const char* part : {"\"kind\":\"shortened\"", "\"by\":\"date\"", "\"share_there\":0.5", "\"quoted\":false"}) EXPECT_NE(line.find(part), std::string::npos) << part << line;
}

TEST_F(Doors, HelpHasExamplesAndExitCodes) {
  EXPECT_EQ(hearsay("--version").out, "hearsay " HEARSAY_VERSION "\n");
  const std::string all = hearsay("--help").out;
  for (const char* part : {"Exit codes:", "130", "Examples:", "hearsay read"}) EXPECT_NE(all.find(part), std::string::npos) << part;
  for (const char* command : {"read", "analyse", "chronicle", "show", "statements", "actors", "documents", "copies", "verify", "repair", "backup", "stats", "search", "explain", "eval", "packs", "packs check", "packs test", "packs diff", "packs compile"}) {
    for (const char* ui : {"en", "vi"}) {
      const Answer answer = shell(std::string("COLUMNS=72 hearsay ") + command + " --help --ui " + ui);
      EXPECT_EQ(answer.exit_code, 0) << command << answer.err;
      EXPECT_NE(answer.out.find(std::string("hearsay ") + command), std::string::npos) << answer.out;
      EXPECT_NE(answer.out.find(*ui == 'e' ? "Examples:" : "Ví dụ:"), std::string::npos) << answer.out;
    }
  }
  for (const std::string& line : lines_of(shell("COLUMNS=60 hearsay --help").out)) EXPECT_LE(browse::display_width(line), 64) << line;
}

TEST_F(Doors, UsageErrorsAreOneLine) {
  for (const char* arguments : {"", "frobnicate", "show", "read", "chronicle --nope", "chronicle --ui fr", "read --threads 0 x", "packs", "search"}) {
    for (const char* ui : {"--ui en ", "--ui vi "}) {
      const Answer answer = hearsay(std::string(*arguments ? ui : "") + arguments);
      EXPECT_EQ(answer.exit_code, 2) << arguments;
      EXPECT_EQ(lines_of(answer.err).size(), 1u) << answer.err;
      EXPECT_TRUE(answer.err.starts_with("hearsay: ")) << answer.err;
    }
  }
}

TEST_F(Doors, UsageErrorsSpeakVietnamese) {
  write("x.txt", "Tin.\n");
  for (const auto& [arguments, said] : {std::pair("read x.txt --threads nhiều", "--threads: \"nhiều\" không phải là số từ 1 đến 256"), std::pair("search thư --limit 0", "--limit: \"0\" không phải là số từ 1 đến 1.000.000"),
                                        std::pair("read x.txt --color pink", "--color: \"pink\" không thuộc auto, always, never"), std::pair("read x.txt --db", "--db thiếu giá trị: TỆP"),
                                        std::pair("chronicle --between Mỹ", "--between thiếu giá trị: TÊN TÊN"), std::pair("chronicle --json=có", "--json không nhận giá trị"),
                                        std::pair("read x.txt --db a --db b", "--db được nêu quá nhiều lần"), std::pair("explain a b c", "WHAT được nêu quá nhiều lần"), std::pair("frob", "không có lệnh frob"), std::pair("read", "thiếu FILES")}) {
    const Answer answer = hearsay(std::string("--ui vi ") + arguments);
    EXPECT_EQ(answer.exit_code, 2) << arguments;
    EXPECT_TRUE(answer.err.starts_with(std::string("hearsay: ") + said + "; xem: hearsay ")) << arguments << ": " << answer.err;
    EXPECT_EQ(lines_of(answer.err).size(), 1u);
  }
  EXPECT_TRUE(hearsay("read x.txt --threads many").err.starts_with("hearsay: --threads: \"many\" is no number from 1 to 256; see: ")) << hearsay("read x.txt --threads many").err;
}

TEST_F(Doors, PacksAreCheckedAndCompared) {
  EXPECT_EQ(hearsay("packs check gone").exit_code, 4);
  const Answer built_in = hearsay("packs check " + packs_folder());
  EXPECT_EQ(built_in.exit_code, 0);
  EXPECT_NE(built_in.out.find("; id "), std::string::npos) << built_in.out;
  // A folder that is no whole set is looked at over the built-in packs.
  write("my/en/time/own.rules", "rule own\n  <weekdays> of #num\n  -> time type=DATE\n");
  EXPECT_EQ(hearsay("packs check my").exit_code, 0);
  write("my/en/time/own.rules", "rule own\n  <weekday> of #nun\n  -> time type=DATE\n");
  const Answer checked = hearsay("packs check my --ui en");
  EXPECT_EQ(checked.exit_code, 4);
  EXPECT_TRUE(checked.out.starts_with("my/en/time/own.rules:2:3: error: no lexicon \"weekday\" in packs/en; did you mean \"weekdays\"?\n"
                                      "my/en/time/own.rules:2:16: error: no test \"#nun\"; did you mean \"#num\"?\n")) << checked.out;
  EXPECT_EQ(hearsay("packs test my").exit_code, 4);
  EXPECT_EQ(hearsay("packs compile my").exit_code, 4);
  const Answer used = hearsay("analyse --packs my news");
  EXPECT_EQ(used.exit_code, 4);
  EXPECT_NE(used.err.find("my/en/time/own.rules:2:3: error: no lexicon"), std::string::npos) << used.err;
  write_reports();
  fs::copy(packs_folder(), folder_ / "packs", fs::copy_options::recursive);
  fs::remove(folder_ / "packs" / "world" / "events" / "letters.frames");
  const Answer other = hearsay("packs diff --packs packs --against " + packs_folder() + " news");
  EXPECT_NE(other.out.find("news/b.txt\n  - "), std::string::npos) << other.out << other.err;
  EXPECT_NE(other.out.find(" items appeared, "), std::string::npos) << other.out;
  EXPECT_NE(other.out.find("event letter-sent"), std::string::npos) << other.out;
}

}  // namespace
}  // namespace hearsay::cli_test
