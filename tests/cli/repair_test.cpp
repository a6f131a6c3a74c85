// hearsay verify, repair, backup: what a user sees of a sound store and of a damaged one.
// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "shell.h"

namespace hearsay::cli_test {
namespace {

class RepairCommands : public Shell {
 protected:
  void SetUp() override {
    Shell::SetUp();
    read_reports();
  }
  // Past the program's back; what triggers note of it is taken away, as damage leaves no note.
  void damage(const std::string& statements) const {
    sqlite3* handle = nullptr;
    sqlite3_open((folder_ / "hearsay.db").c_str(), &handle);
    EXPECT_EQ(sqlite3_exec(handle, (statements + "; DELETE FROM changed").c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
  }
  std::string shown() const { return hearsay("chronicle --json").out + hearsay("documents --json").out + hearsay("stories --json").out + hearsay("search thu --json").out; }
};

TEST_F(RepairCommands, ASoundStoreIsSaidToBeSound) {
  const Answer answer = hearsay("verify");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  EXPECT_TRUE(answer.out.starts_with("hearsay.db: sound. 2 documents, ")) << answer.out;
  EXPECT_EQ(lines_of(answer.out).size(), 1u) << answer.out;
  EXPECT_EQ(answer.err, "");
  EXPECT_TRUE(hearsay("verify --ui vi").out.starts_with("hearsay.db: lành. 2 tài liệu, "));
  const Answer json = hearsay("verify --json");
  EXPECT_TRUE(is_json_object(json.out)) << json.out;
  EXPECT_NE(json.out.find("\"sound\":true"), std::string::npos);
  EXPECT_EQ(lines_of(hearsay("verify --quick").out).size(), 2u);
  EXPECT_NE(hearsay("repair").out.find("Nothing to mend."), std::string::npos);
  EXPECT_EQ(hearsay("repair --do").exit_code, 0);
  EXPECT_FALSE(fs::exists(folder_ / "hearsay.db.before-repair"));
  EXPECT_EQ(hearsay("verify --db none.db").exit_code, 5);
}

TEST_F(RepairCommands, WhatIsDamagedIsToldAndMended) {
  const std::string before = shown();
  damage("DELETE FROM events WHERE document = 1 AND number = 1; UPDATE documents SET record = json_set(record, '$.events[0].end', 100000) WHERE number = 2");
  const Answer told = hearsay("verify");
  EXPECT_EQ(told.exit_code, 8) << told.err;
  ASSERT_GE(lines_of(told.out).size(), 3u) << told.out;
  EXPECT_NE(told.out.find(": missing in events 1\n"), std::string::npos) << told.out;
  EXPECT_NE(told.out.find("events[0].end: past the end of the text\n"), std::string::npos) << told.out;
  EXPECT_NE(told.out.find("hearsay.db: 2 faults. "), std::string::npos) << told.out;
  for (const std::string& line : lines_of(hearsay("verify --json").out)) EXPECT_TRUE(is_json_object(line)) << line;
  EXPECT_NE(hearsay("verify --ui vi").out.find("thiếu trong events 1"), std::string::npos);

  const Answer could = hearsay("repair");
  EXPECT_EQ(could.exit_code, 8);
  EXPECT_NE(could.out.find("  - 1 document is read anew from its text\n  - the rows of 1 document are written anew from its reading\n"), std::string::npos) << could.out;
  EXPECT_EQ(hearsay("verify").out, told.out) << "without --do nothing is changed";

  const Answer mended = hearsay("repair --do");
  EXPECT_EQ(mended.exit_code, 0) << mended.out << mended.err;
  EXPECT_TRUE(mended.out.starts_with("hearsay.db.before-repair: ")) << mended.out;
  EXPECT_NE(mended.out.find("hearsay.db: sound. "), std::string::npos) << mended.out;
  EXPECT_EQ(shown(), before);
  EXPECT_EQ(hearsay("verify --db hearsay.db.before-repair").exit_code, 8) << "the copy is the store as it was";
  // What was read anew from its text alone is read from its file again.
  EXPECT_TRUE(hearsay("read news --manifest news/manifest.tsv").out.starts_with("0 reports read, 2 unchanged."));
}

TEST_F(RepairCommands, WithoutABackupNoneIsMade) {
  damage("DELETE FROM happenings");
  const Answer mended = hearsay("repair --do --no-backup --ui vi");
  EXPECT_EQ(mended.exit_code, 0) << mended.out << mended.err;
  EXPECT_NE(mended.out.find("  - lập lại biên niên từ các bản đọc\n"), std::string::npos) << mended.out;
  EXPECT_FALSE(fs::exists(folder_ / "hearsay.db.before-repair"));
}

TEST_F(RepairCommands, WhatIsLostIsPutAsideAndCanBeReadAgain) {
  const std::string before = shown();
  damage("UPDATE documents SET record = json_set(record, '$.text', 'cut') WHERE number = 1");
  const Answer mended = hearsay("repair --do");
  EXPECT_EQ(mended.exit_code, 0) << mended.out << mended.err;
  EXPECT_NE(mended.out.find("put aside: "), std::string::npos) << mended.out;
  EXPECT_NE(mended.out.find("1 thing was put aside"), std::string::npos) << mended.out;
  EXPECT_TRUE(hearsay("read news --manifest news/manifest.tsv").out.starts_with("1 report read, 1 unchanged."));
  EXPECT_EQ(shown(), before);
  EXPECT_EQ(hearsay("verify").exit_code, 0);
}

TEST_F(RepairCommands, ATruncatedFileIsTakenOverAsFarAsItGoes) {
  for (int i = 0; i < 60; ++i) write("many/" + std::to_string(i) + ".txt", "Triều Tiên phủ nhận việc gửi thư cho Mỹ, KCNA đưa tin ngày " + std::to_string(i % 28 + 1) + "/4/2020.\n");
  ASSERT_EQ(hearsay("read many").exit_code, 0);
  damage("PRAGMA wal_checkpoint(TRUNCATE)");
  fs::resize_file(folder_ / "hearsay.db", fs::file_size(folder_ / "hearsay.db") / 10 * 9);
  const Answer told = hearsay("verify");
  EXPECT_EQ(told.exit_code, 8) << told.out << told.err;
  EXPECT_TRUE(told.out.starts_with("the file: ")) << told.out;
  const Answer mended = hearsay("repair --do");
  EXPECT_EQ(mended.exit_code, 0) << mended.out << mended.err;
  EXPECT_TRUE(fs::exists(folder_ / "hearsay.db.before-repair"));
  EXPECT_EQ(hearsay("verify").exit_code, 0);
  ASSERT_EQ(hearsay("read many").exit_code, 0);
  ASSERT_EQ(hearsay("read news --manifest news/manifest.tsv").exit_code, 0);
  EXPECT_TRUE(hearsay("stats").out.starts_with("62 documents"));
}

TEST_F(RepairCommands, BackupCopiesAndRefuses) {
  const std::string before = shown();
  const Answer copied = hearsay("backup copy.db");
  EXPECT_EQ(copied.exit_code, 0) << copied.err;
  EXPECT_TRUE(copied.out.starts_with("copy.db: a copy of the store as it was then, 2 documents, ")) << copied.out;
  EXPECT_EQ(hearsay("verify --db copy.db").exit_code, 0);
  EXPECT_EQ(hearsay("chronicle --json --db copy.db").out, hearsay("chronicle --json").out);
  const Answer again = hearsay("backup copy.db --ui vi");
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_EQ(again.err, "hearsay: copy.db: đã có sẵn; --force sẽ đặt bản sao vào chỗ đó\n");
  EXPECT_EQ(hearsay("backup copy.db --force").exit_code, 0);
  EXPECT_EQ(hearsay("backup hearsay.db --force").exit_code, 2);
  EXPECT_EQ(hearsay("backup other.db --db none.db").exit_code, 5);
  EXPECT_EQ(hearsay("backup").exit_code, 2);
  EXPECT_EQ(shown(), before);
}

}  // namespace
}  // namespace hearsay::cli_test
