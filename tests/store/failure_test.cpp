// The world failing: crashes, full disks, files that are no stores, places that cannot be written.
// SPDX-License-Identifier: Apache-2.0
#include "store/shelves.h"

#include "folder.h"
#include "store/schema.h"

namespace hearsay {
namespace {

using sample::in_child;
using sample::OnConnect;
using sample::report;

class StoreFailure : public sample::StoreTest {};

// How many statements until the process dies; set before it forks.
int statements_left = 0;

int die_while_saving(sqlite3* handle, char**, const sqlite3_api_routines*) {
  // With hardly any cache, pages of the unfinished transaction reach the log on the disk.
  sqlite3_exec(handle, "PRAGMA cache_size = 1", nullptr, nullptr, nullptr);
  sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, [](unsigned, void* context, void*, void*) {
    const bool saving = !sqlite3_get_autocommit(static_cast<sqlite3*>(context));
    if (saving && --statements_left == 0) _exit(77);
    return 0;
  }, handle);
  sqlite3_commit_hook(handle, [](void*) -> int { _exit(78); }, nullptr);
  return SQLITE_OK;
}

Analysis long_report() {
  Analysis analysis = sample::analysis();
  for (int i = 0; i < 20'000; ++i) analysis.document.text += " từ" + std::to_string(i);
  while (analysis.events.size() < 500) analysis.events.push_back(analysis.events[0]);
  return analysis;
}

TEST_F(StoreFailure, AKilledSaveLeavesNothing) {
  Analysis before = report("before", "Trước đó.");
  ASSERT_TRUE(open().save(before));
  const Analysis analysis = long_report();
  for (const int statements : {1, 2, 3, 5, 100, 400, 1'000'000}) {
    statements_left = statements;
    const int code = in_child([&] {
      const OnConnect hooks(die_while_saving);
      Store store = open();
      return store.save(analysis, {"packs", "print"}) ? 0 : 1;
    });
    EXPECT_EQ(code, statements == 1'000'000 ? 78 : 77);
    Store store = open();
    EXPECT_FALSE(*store.holds(analysis.document.path, {"packs", "print"}));
    EXPECT_EQ(store.counts()->documents, 1);
    EXPECT_EQ(store.counts()->events, 0);
    EXPECT_EQ(store.search("từ7", 9)->size(), 0u);
    EXPECT_EQ(store.search("trước", 9)->size(), 1u);
    EXPECT_EQ(integrity(), "ok");
  }
  EXPECT_EQ(*open().save(analysis), Store::Saved::kNew);
}

TEST_F(StoreFailure, AKilledGroupLeavesNothingOfIt) {
  ASSERT_TRUE(open().save(report("before", "Trước đó.")));
  std::vector<Analysis> analyses;
  for (int i = 0; i < 20; ++i) analyses.push_back(report("n" + std::to_string(i), "Bản tin " + std::to_string(i)));
  const std::vector<Store::Reading> group(analyses.begin(), analyses.end());
  for (const int statements : {10, 30, 60, 1'000'000}) {
    statements_left = statements;
    const int code = in_child([&] {
      const OnConnect hooks(die_while_saving);
      return open().save(group) ? 0 : 1;
    });
    EXPECT_EQ(code, statements == 1'000'000 ? 78 : 77);
    EXPECT_EQ(open().counts()->documents, 1);
    EXPECT_EQ(integrity(), "ok");
  }
  EXPECT_TRUE(open().save(group));
  EXPECT_EQ(open().counts()->documents, 21);
}

TEST_F(StoreFailure, AKilledReplacementLeavesTheOldDocument) {
  Analysis analysis = long_report();
  ASSERT_TRUE(open().save(analysis, {"packs", "old"}));
  const std::string old = analysis_record(analysis);
  analysis.document.sha256 = "other";
  analysis.document.text += " nữa";
  statements_left = 300;
  EXPECT_EQ(in_child([&] {
              const OnConnect hooks(die_while_saving);
              return open().save(analysis, {"packs", "new"}) ? 0 : 1;
            }), 77);
  EXPECT_EQ(analysis_record(**open().load("doc-1")), old);
  EXPECT_TRUE(*open().holds(analysis.document.path, {"packs", "old"}));
  EXPECT_FALSE(*open().holds(analysis.document.path, {"packs", "new"}));
  EXPECT_EQ(integrity(), "ok");
}

// The chronicle is whole or the one before, and a document that was not saved does not make it old.
TEST_F(StoreFailure, AKilledChronicleLeavesTheOldOne) {
  Store store = open();
  ASSERT_TRUE(store.save(sample::analysis()));
  const auto settle = [](Store& into, const std::vector<Happening>& happenings) {
    return Shelves::change(into, [&](Shelves& shelves) {
      shelves.begin("packs");
      shelves.forget_changed("doc-1");
      for (const Happening& one : happenings) shelves.put(one);
    });
  };
  Happening happening;
  happening.id = "old";
  ASSERT_TRUE(settle(store, {happening}));
  statements_left = 100;
  EXPECT_EQ(in_child([&] {
              const OnConnect hooks(die_while_saving);
              Store other = open();
              return settle(other, std::vector<Happening>(200)) ? 0 : 1;
            }), 77);
  statements_left = 100;
  EXPECT_EQ(in_child([&] {
              const OnConnect hooks(die_while_saving);
              return open().save(long_report()) ? 0 : 1;
            }), 77);
  const auto kept = open().load_chronicle();
  ASSERT_TRUE(kept && *kept);
  ASSERT_EQ((*kept)->size(), 1u);
  EXPECT_EQ((**kept)[0].id, "old");
}

int fill_disk(sqlite3* handle, char**, const sqlite3_api_routines*) {
  sqlite3_exec(handle, "PRAGMA max_page_count = 80", nullptr, nullptr, nullptr);
  return SQLITE_OK;
}

TEST_F(StoreFailure, AFullDiskIsReportedAndUndone) {
  const OnConnect hooks(fill_disk);
  Store store = open();
  ASSERT_TRUE(store.save(report("before", "Trước đó.")));
  const auto saved = store.save(long_report());
  ASSERT_FALSE(saved);
  EXPECT_EQ(within(saved.error().message), "a.db: the disk is full; what was being saved is not in the store");
  EXPECT_EQ(saved.error().kind, Error::Kind::kStore);
  EXPECT_EQ(store.counts()->documents, 1);
  EXPECT_EQ(*store.save(report("after", "Sau đó.")), Store::Saved::kNew);
  EXPECT_EQ(integrity(), "ok");
}

TEST_F(StoreFailure, FilesThatAreNoStoresAreRefused) {
  std::ofstream(path("garbage.db")) << std::string(5000, 'x');
  std::ofstream(path("short.db")) << "xyz";
  std::filesystem::create_directory(path("folder.db"));
  for (const bool read_only : {false, true}) {
    EXPECT_EQ(refusal("garbage.db", read_only), "garbage.db: not a Hearsay store: the file is no SQLite database");
    EXPECT_EQ(refusal("short.db", read_only), "short.db: not a Hearsay store: the file is no SQLite database");
    EXPECT_EQ(refusal("folder.db", read_only),
              read_only ? "folder.db: cannot be read or written: Is a directory" : "folder.db: cannot be opened: Is a directory");
    EXPECT_EQ(refusal("no/such/a.db", read_only), "no/such/a.db: cannot be opened: No such file or directory");
  }
  EXPECT_EQ(refusal("new.db", true), "new.db: cannot be opened: No such file or directory");
  EXPECT_FALSE(std::filesystem::exists(path("new.db")));
  EXPECT_EQ(Store::open("").error().message, "no store named");
}

TEST_F(StoreFailure, ADamagedRecordIsNamed) {
  Store store = open();
  ASSERT_TRUE(store.save(sample::analysis()));
  sql("UPDATE documents SET record = replace(record, '\"DATE\"', '\"date\"')");
  EXPECT_EQ(within(store.load_all().error().message),
            "a.db: document doc-1: record: times[0].type: expected one of: DATE, TIME, DURATION, SET");
}

TEST_F(StoreFailure, AStoreOpenedToReadIsNotWritten) {
  ASSERT_TRUE(open().save(sample::analysis()));
  Store store = open(true);
  EXPECT_EQ(store.load_all()->size(), 1u);
  EXPECT_EQ(store.search("thư", 9)->size(), 1u);
  EXPECT_EQ(within(store.save(report("x", "x")).error().message),
            "a.db: cannot be written: it, its folder or this opening of it is read-only");
}

TEST_F(StoreFailure, AnEmptyFileCannotBeRead) {
  std::ofstream(path()).close();
  EXPECT_EQ(refusal("a.db", true),
            "a.db: empty or made by an older Hearsay (schema 0, this one knows " + std::to_string(migrations().size()) + "): open it once for writing");
}

// Permissions do not stop root, so that the child becomes nobody first.
TEST_F(StoreFailure, PlacesThatCannotBeWritten) {
  using std::filesystem::perms;
  ASSERT_TRUE(open().save(sample::analysis()));
  std::ofstream(path("unreadable.db")).close();
  std::filesystem::permissions(path("unreadable.db"), perms::none);
  const perms readable = perms::owner_read | perms::group_read | perms::others_read;
  std::filesystem::permissions(path(), readable);
  std::filesystem::permissions(path("."), readable | perms::owner_exec | perms::group_exec | perms::others_exec);
  EXPECT_EQ(in_child([&] {
              if (geteuid() == 0 && setuid(65534) != 0) return 1;
              if (refusal() != "a.db: cannot be written: it is read-only") return 2;
              if (refusal("new.db") != "new.db: cannot be made: Permission denied") return 3;
              if (refusal("unreadable.db", true) != "unreadable.db: cannot be opened: Permission denied") return 4;
              // Where nothing can be written, a store that was closed can still be read.
              return open(true).load_all()->size() == 1 ? 0 : 5;
            }), 0);
  std::filesystem::permissions(path("."), perms::owner_all);
}

}  // namespace
}  // namespace hearsay
