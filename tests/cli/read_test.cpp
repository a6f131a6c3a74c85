// hearsay read, hearsay analyse: what a user meets with good and bad input.
// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <algorithm>

#include "shell.h"

namespace hearsay::cli_test {
namespace {

class Read : public Shell {
 protected:
  // Past the program's back.
  void sql(const char* statement) const {
    sqlite3* handle = nullptr;
    sqlite3_open((folder_ / "hearsay.db").c_str(), &handle);
    EXPECT_EQ(sqlite3_exec(handle, statement, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }
};

TEST_F(Read, ReadsOnceAndThenFindsNothingNew) {
  write_reports();
  const Answer first = hearsay("read news --manifest news/manifest.tsv");
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_TRUE(first.out.starts_with("2 reports read, 0 unchanged.\nhearsay.db: 2 documents")) << first.out;
  EXPECT_EQ(first.err, "");
  const Answer second = hearsay("read news --manifest news/manifest.tsv --threads 4");
  EXPECT_TRUE(second.out.starts_with("0 reports read, 2 unchanged.\nhearsay.db: 2 documents")) << second.out;
  write("news/a.txt", "Tin mới.\n");
  EXPECT_TRUE(hearsay("read news --manifest news/manifest.tsv").out.starts_with("1 report read (1 anew), 1 unchanged."));
}

TEST_F(Read, ReadsAgainWhatIsKnownOtherwise) {
  write_reports();
  const std::string command = "read news --manifest news/manifest.tsv";
  ASSERT_EQ(hearsay(command).exit_code, 0);
  const std::string before = hearsay("chronicle --json").out + hearsay("documents --json").out;
  ASSERT_TRUE(hearsay(command).out.starts_with("0 reports read, 2 unchanged."));
  EXPECT_EQ(hearsay("chronicle --json").out + hearsay("documents --json").out, before);
  write("news/manifest.tsv", "document\toutlet\tpublished\na.txt\tBáo Sông Hồng\t2020-04-21\nb.txt\tThe Harbour Post\t2020-03-22T10:00+07:00\n");
  EXPECT_TRUE(hearsay(command).out.starts_with("1 report read (1 anew), 1 unchanged."));
  EXPECT_TRUE(hearsay(command).out.starts_with("0 reports read, 2 unchanged."));
}

TEST_F(Read, ReadsAgainWithOtherPacks) {
  write_reports();
  write("own/world/actors/outlets.tsv", "id\tname\tkind\tcountry\tdomain\tvi\ten\towner\tspeaks_for\nharbour-post\tThe Harbour Post\tnews\tUSA\tharbour.example\t\t\t\t\n");
  const std::string command = "read news --manifest news/manifest.tsv", with_own = command + " --packs own";
  ASSERT_EQ(hearsay(command).exit_code, 0);
  const std::string first = hearsay("stats --json").out;
  // What other packs read alike stays as it is, and counts as read with them.
  const Answer other = hearsay(with_own);
  EXPECT_TRUE(other.out.starts_with("1 report read (1 anew), 1 unchanged.")) << other.out << other.err;
  const std::string second = hearsay("stats --json").out;
  EXPECT_NE(second, first);
  EXPECT_EQ(std::count(second.begin(), second.end(), '{') , std::count(first.begin(), first.end(), '{'));
  EXPECT_TRUE(hearsay(with_own).out.starts_with("0 reports read, 2 unchanged."));
  EXPECT_TRUE(hearsay(command).out.starts_with("1 report read (1 anew), 1 unchanged."));
  EXPECT_EQ(hearsay("stats --json").out, first);
}

// Killed at any moment, the next run reads what is missing, and all is as if nothing had happened.
TEST_F(Read, GoesOnAfterItWasKilled) {
  for (int i = 0; i < 400; ++i) write("many/" + std::to_string(i) + ".txt", "Triều Tiên phủ nhận việc gửi thư cho Mỹ, KCNA đưa tin ngày " + std::to_string(i % 28 + 1) + "/4/2020.\n");
  ASSERT_EQ(hearsay("read many --db whole.db").exit_code, 0);
  for (const char* size : {"20000", "1000000"})
    shell(std::string("hearsay read many --threads 1 & child=$!; until [ $(stat -c %s hearsay.db-wal 2>/dev/null || echo 0) -gt ") + size + " ] || ! kill -0 $child; do sleep 0.01; done; kill -KILL $child; wait $child");
  EXPECT_EQ(hearsay("read many").exit_code, 0);
  EXPECT_TRUE(hearsay("read many").out.starts_with("0 reports read, 400 unchanged."));
  EXPECT_EQ(hearsay("chronicle --json").out, hearsay("chronicle --json --db whole.db").out);
  EXPECT_EQ(hearsay("documents --json").out, hearsay("documents --json --db whole.db").out);
}

TEST_F(Read, KeepsTheChronicleThatTheOtherCommandsShow) {
  read_reports();
  const std::string made = hearsay("chronicle --json").out;
  sql("UPDATE happenings SET record = replace(record, 'Donald Trump', 'Somebody Else')");
  EXPECT_NE(hearsay("chronicle --json").out, made);      // it is shown as it is kept
  EXPECT_EQ(hearsay("chronicle --json --as-of 2100").out, made);
  sql("UPDATE chronicle SET program = 'another'");
  EXPECT_EQ(hearsay("chronicle --json").out, made);      // what is not current is not shown
  ASSERT_TRUE(hearsay("read news --manifest news/manifest.tsv").out.starts_with("0 reports read, 2 unchanged."));
  EXPECT_EQ(hearsay("chronicle --json").out, made);
}

TEST_F(Read, ForgetsWithAllThatTheChronicleHasFromIt) {
  write_reports();
  ASSERT_EQ(hearsay("read news/a.txt --manifest news/manifest.tsv --db one.db").exit_code, 0);
  ASSERT_EQ(hearsay("read news --manifest news/manifest.tsv").exit_code, 0);
  EXPECT_NE(hearsay("chronicle --json").out, hearsay("chronicle --json --db one.db").out);
  const Answer unknown = hearsay("forget b.txt nothing-of-the-kind");
  EXPECT_NE(unknown.exit_code, 0);
  EXPECT_NE(unknown.err.find("nothing-of-the-kind"), std::string::npos) << unknown.err;
  EXPECT_TRUE(hearsay("stats").out.starts_with("2 documents")) << "nothing goes if one of them is not there";
  const Answer forgotten = hearsay("forget b.txt");
  EXPECT_EQ(forgotten.out, "1 document forgotten.\n") << forgotten.err;
  for (const char* what : {"chronicle --json", "stories --json", "actors --json"}) EXPECT_EQ(hearsay(what).out, hearsay(std::string(what) + " --db one.db").out) << what;
  EXPECT_TRUE(hearsay("read news --manifest news/manifest.tsv").out.starts_with("1 report read, 1 unchanged."));
}

TEST_F(Read, SaysWhoseDateAReportHas) {
  write_reports();
  write("news/c.txt", "PYONGYANG, April 20, 2020 (KCNA) - North Korea rejected a letter from Donald Trump.\n");
  const auto origins = [&](const std::string& command) {
    std::string out;
    for (const std::string& line : lines_of(hearsay(command).out)) {
      const size_t at = line.find("\"published_from\":");
      out += line.substr(at + 17, line.find_first_of(",}", at) - at - 17) + " ";
    }
    return out;
  };
  EXPECT_EQ(origins("analyse news"), "null null \"dateline\" ");
  EXPECT_EQ(origins("analyse news --manifest news/manifest.tsv --published 2020-04-22"), "\"metadata\" \"metadata\" \"option\" ");
  ASSERT_EQ(hearsay("read news --manifest news/manifest.tsv --published 2020-04-22").exit_code, 0);
  EXPECT_EQ(origins("documents --json"), "\"metadata\" \"metadata\" \"option\" ");
  EXPECT_NE(shell("COLUMNS=120 hearsay documents").out.find("22 Apr 2020 (by option)"), std::string::npos) << shell("COLUMNS=120 hearsay documents").out;
  EXPECT_EQ(hearsay("read news --published yesterday").exit_code, 2);
}

TEST_F(Read, NamesWhatItCannotReadAndReadsTheRest) {
  write_reports();
  write("news/empty.txt", "");
  write("news/picture.txt", std::string("\x89PNG\0\0\0\0", 8));
  const Answer answer = hearsay("read news gone.txt");
  EXPECT_EQ(answer.exit_code, 1);
  EXPECT_EQ(answer.err, "hearsay: gone.txt: no such file\nhearsay: news/empty.txt: the file is empty\nhearsay: news/picture.txt: not text\n");
  EXPECT_TRUE(answer.out.starts_with("2 reports read, 0 unchanged, 3 skipped: no such file (1), not text (1), the file is empty (1).")) << answer.out;
}

TEST_F(Read, ReportsWhatWasReadAndWhatWasNot) {
  write("rows.jsonl",
        "{\"title\":\"Cảng mở lại\",\"body\":\"Cảng mở lại\\n\\nÔng Trần Văn Bảy cho biết cảng đã mở lại hôm qua sau ba ngày đóng cửa vì bão.\"}\n"
        "{\"title\":\"Le port rouvre\",\"body\":\"Le port a rouvert hier après trois jours de fermeture, a annoncé le maire de la ville devant les journalistes.\"}\n"
        "{\"title\":\"No words\"}\n");
  write("feed.xml", "<rss version=\"2.0\"><channel><title>Harbour</title><item><title></title><link>https://harbour.example/1</link></item></channel></rss>");
  const Answer answer = hearsay("read rows.jsonl feed.xml --report report.json");
  EXPECT_EQ(answer.exit_code, 1) << answer.err;
  const auto lines = lines_of(answer.out);
  ASSERT_GE(lines.size(), 3u) << answer.out;
  EXPECT_TRUE(lines[0].starts_with("2 reports read, 0 unchanged, 1 skipped: ")) << answer.out;
  EXPECT_EQ(lines[1], "Kept unread, since no pack reads their language: fr (1).");
  EXPECT_EQ(lines[2], "Passed over, being no reports: entries without words (1).");
  const std::string report = read("report.json");
  ASSERT_TRUE(is_json_object(report)) << report;
  for (const char* part : {"\"schema\":\"hearsay-reading/1\"", "\"complete\":true", "\"reports\":{\"new\":2,\"replaced\":0,\"unchanged\":0,\"failed\":1}", "\"languages\":{\"fr\":1,\"vi\":1}",
                           "\"languages_without_pack\":{\"fr\":1}", "\"passed_over\":{\"entries without words\":1}", "\"failed\":[{\"path\":\"rows.jsonl:3\""})
    EXPECT_NE(report.find(part), std::string::npos) << part << " in " << report;
}

TEST_F(Read, ReadsNothingWhereItsReportCannotBeWritten) {
  write_reports();
  const Answer answer = hearsay("read news --report gone/report.json");
  EXPECT_EQ(answer.exit_code, 6);
  EXPECT_EQ(answer.err, "hearsay: gone/report.json: cannot be written\n");
  EXPECT_FALSE(fs::exists(folder_ / "hearsay.db"));
}

TEST_F(Read, TakesLimitsAsTheyAreGiven) {
  write_reports();
  ASSERT_EQ(shell("gzip -k news/a.txt && gzip -k news/a.txt.gz -S .gz --stdout > twice.gz").exit_code, 0);
  EXPECT_EQ(hearsay("analyse twice.gz --max-depth 1").err, "hearsay: twice.gz: archives are nested deeper than 1 levels, the limit; it is left out\n");
  EXPECT_EQ(hearsay("analyse twice.gz --max-depth 2").exit_code, 0);
  EXPECT_EQ(hearsay("analyse news/a.txt.gz --max-unpacked 10").err, "hearsay: news/a.txt.gz: more than 10 bytes were unpacked, the limit for one input; the rest is not read\n");
  EXPECT_EQ(hearsay("analyse news/a.txt --max-unpacked ten").exit_code, 2);
}

TEST_F(Read, RefusesAHugeLineByItsSize) {
  write("huge.txt", "x");
  fs::resize_file(folder_ / "huge.txt", 200u << 20);
  const Answer answer = hearsay("analyse huge.txt");
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_EQ(answer.err, "hearsay: huge.txt: is longer than 64 MB, the limit for one report; it is left out\n");
}

TEST_F(Read, SaysThatThereIsNothingToRead) {
  fs::create_directory(folder_ / "void");
  EXPECT_EQ(hearsay("read void").exit_code, 3);
  EXPECT_EQ(hearsay("read void").err, "hearsay: void: no reports in this folder\n");
  EXPECT_FALSE(fs::exists(folder_ / "hearsay.db"));
  EXPECT_EQ(hearsay("analyse gone.txt").exit_code, 3);
}

TEST_F(Read, WarnsOfAManifestThatDoesNotFit) {
  write_reports();
  write("news/c.txt", "Another report of the day.\n");
  write("m.tsv", "document\tpublished\nnews/a.txt\t2020-02-30\ngone1.txt\t2020-01-01\ngone2.txt\t\nnews/b.txt\t2020-03-22\n");
  const Answer answer = hearsay("read news --manifest m.tsv");
  EXPECT_EQ(answer.exit_code, 1);
  const auto lines = lines_of(answer.err);
  ASSERT_EQ(lines.size(), 3u) << answer.err;
  EXPECT_EQ(lines[0], "hearsay: warning: m.tsv: 2 rows name files that are not there: gone1.txt, gone2.txt");
  EXPECT_EQ(lines[1], "hearsay: warning: m.tsv: 1 file has no row: news/c.txt");
  EXPECT_EQ(lines[2], "hearsay: news/a.txt: published \"2020-02-30\" is no date; write YYYY-MM-DD");
  EXPECT_TRUE(answer.out.starts_with("2 reports read"));
}

TEST_F(Read, ReadsNothingWithoutTheManifestThatWasAskedFor) {
  write_reports();
  const Answer answer = hearsay("read news --manifest gone.tsv");
  EXPECT_EQ(answer.exit_code, 3);
  EXPECT_EQ(answer.err, "hearsay: gone.tsv: no such file\n");
}

TEST_F(Read, RefusesWhatIsNoStore) {
  write_reports();
  write("other.db", "This is not a database, but it is long enough to be taken for one at first sight.");
  for (const char* command : {"read news --db other.db", "chronicle --db other.db", "stats --db other.db", "read news --db no/such/folder.db"}) {
    const Answer answer = hearsay(command);
    EXPECT_EQ(answer.exit_code, 5) << command;
    EXPECT_EQ(lines_of(answer.err).size(), 1u) << answer.err;
  }
  EXPECT_EQ(hearsay("chronicle").exit_code, 5);
  EXPECT_NE(hearsay("chronicle").err.find("hearsay.db: no such store"), std::string::npos);
}

TEST_F(Read, RefusesTheStoreOfANewerHearsay) {
  read_reports();
  // The schema's version stands in bytes 60 to 63 of a database's header.
  std::fstream file(folder_ / "hearsay.db", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(60);
  file.write("\0\0\0\x63", 4);
  file.close();
  const Answer answer = hearsay("chronicle");
  EXPECT_EQ(answer.exit_code, 5);
  EXPECT_NE(answer.err.find("newer Hearsay"), std::string::npos) << answer.err;
  EXPECT_NE(hearsay("--ui vi chronicle").err.find("do bản Hearsay mới hơn tạo ra"), std::string::npos);
}

TEST_F(Read, SaysThatTheDiskIsFull) {
  write_reports();
  const Answer answer = shell("hearsay analyse news > /dev/full");
  EXPECT_EQ(answer.exit_code, 6);
  EXPECT_NE(answer.err.find("standard output cannot be written"), std::string::npos) << answer.err;
  const Answer stored = shell("ulimit -f 40; hearsay read news");
  EXPECT_EQ(stored.exit_code, 5);
  EXPECT_EQ(stored.err, "hearsay: hearsay.db: cannot be written any further; what was being saved is not in the store\n");
  EXPECT_TRUE(hearsay("read news").out.starts_with("2 reports read, 0 unchanged."));
}

// The schema alone makes a log of some hundred kilobytes.
TEST_F(Read, StopsAtTheInterruptAndKeepsWhatItHas) {
  for (int i = 0; i < 3000; ++i) write("many/" + std::to_string(i) + ".txt", "Triều Tiên phủ nhận việc gửi thư cho Mỹ, KCNA đưa tin ngày " + std::to_string(i % 28 + 1) + "/4/2020.\n");
  const Answer answer = shell("hearsay read many --threads 1 & child=$!; until [ -s hearsay.db ] && [ $(stat -c %s hearsay.db-wal 2>/dev/null || echo 0) -gt 1000000 ]; do sleep 0.02; done; kill -INT $child; wait $child");
  EXPECT_EQ(answer.exit_code, 130) << answer.out << answer.err;
  EXPECT_NE(answer.err.find("interrupted:"), std::string::npos) << answer.err;
  const std::string stats = hearsay("stats --json").out;
  EXPECT_TRUE(is_json_object(stats)) << stats;
  EXPECT_EQ(stats.find("\"documents\":0"), std::string::npos) << stats;
}

class Analyse : public Shell {};

TEST_F(Analyse, WritesTheSameForAnyNumberOfThreads) {
  write_reports();
  for (int i = 0; i < 40; ++i) write("news/more/" + std::to_string(i) + ".txt", std::string(static_cast<size_t>(40 - i), ' ') + "KCNA said on Monday that the letter was refused.\nBáo " + std::to_string(i) + ".\n");
  const Answer one = hearsay("analyse news --threads 1 --published 2020-04-20"), four = hearsay("analyse news --threads 4 --published 2020-04-20");
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_EQ(one.out, four.out);
  const auto lines = lines_of(one.out);
  EXPECT_EQ(lines.size(), 42u);
  for (const std::string& line : lines) EXPECT_TRUE(is_json_object(line)) << line;
  EXPECT_NE(lines[0].find("\"published\":\"2020-04-20\""), std::string::npos);
}

TEST_F(Analyse, TakesEachFileOnce) {
  write_reports();
  EXPECT_EQ(lines_of(hearsay("analyse news ./news/a.txt news/../news/b.txt").out).size(), 2u);
}

TEST_F(Analyse, RefusesADateThatDoesNotExist) {
  write_reports();
  const Answer answer = hearsay("analyse news --published 2020-02-30");
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_NE(answer.err.find("\"2020-02-30\" is no date"), std::string::npos);
}

}  // namespace
}  // namespace hearsay::cli_test
