// Making, migrating and refusing stores.
// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include "folder.h"

namespace hearsay {
namespace {

class StoreSchema : public sample::StoreTest {
 protected:
  // Migrates by other steps; the error, "migrated" if there is none.
  std::string migrate(std::span<const Migration> steps) {
    try {
      Database database(path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      check_store(database, steps);
      migrate_store(database, steps);
      return "migrated";
    } catch (const Failure& failure) {
      return within(failure.error.message);
    }
  }
};

TEST_F(StoreSchema, NewStoresAndEmptyFilesGetTheWholeSchema) {
  std::ofstream(path("empty.db")).close();
  for (const char* name : {"a.db", "empty.db"}) {
    EXPECT_EQ(refusal(name), "opened");
    EXPECT_EQ(query("PRAGMA user_version; PRAGMA journal_mode", name), std::to_string(migrations().size()) + "\nwal");
    EXPECT_EQ(refusal(name), "opened");
  }
}

TEST_F(StoreSchema, OlderStoresAreMigratedStepByStep) {
  const Migration steps[] = {"CREATE TABLE a(x); INSERT INTO a VALUES(1)", "ALTER TABLE a ADD y DEFAULT 2", "CREATE TABLE b(z)"};
  EXPECT_EQ(migrate(std::span(steps).first(1)), "migrated");
  EXPECT_EQ(migrate(steps), "migrated");
  EXPECT_EQ(migrate(steps), "migrated");
  EXPECT_EQ(query("SELECT * FROM a; SELECT count(*) FROM b; PRAGMA user_version"), "1|2\n0\n3");
}

// A store of the first schema keeps its documents; what read them is not known, so that they will be read again.
TEST_F(StoreSchema, DocumentsOfTheFirstSchemaAreKept) {
  ASSERT_EQ(migrate(migrations().first(1)), "migrated");
  const Analysis analysis = sample::analysis();
  sqlite3* handle = nullptr;
  sqlite3_open(path().c_str(), &handle);
  char* insert = sqlite3_mprintf("INSERT INTO documents(id, path, sha256, lang, record) VALUES(%Q, %Q, 'x', 'vi', %Q)", analysis.document.id.c_str(),
                                 analysis.document.path.c_str(), analysis_record(analysis).c_str());
  EXPECT_EQ(sqlite3_exec(handle, insert, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_free(insert);
  sqlite3_close(handle);
  EXPECT_EQ(refusal("a.db", true), "a.db: empty or made by an older Hearsay (schema 1, this one knows " + std::to_string(migrations().size()) + "): open it once for writing");
  Store store = open();
  ASSERT_EQ(store.load_all()->size(), 1u);
  EXPECT_FALSE(*store.chronicle_is_current());
  EXPECT_FALSE(*store.holds(analysis.document.path, {"packs", "print"}));
  EXPECT_EQ(*store.save(analysis, {"packs", "print"}), Store::Saved::kUnchanged);
  EXPECT_TRUE(*store.holds(analysis.document.path, {"packs", "print"}));
}

TEST_F(StoreSchema, AStepThatFailsLeavesTheVersionBefore) {
  const Migration steps[] = {"CREATE TABLE a(x)", "CREATE TABLE b(y); INSERT INTO nowhere VALUES(1)"};
  EXPECT_EQ(migrate(steps), "a.db: no such table: nowhere");
  EXPECT_EQ(query("PRAGMA user_version; SELECT name FROM sqlite_schema"), "1\na");
}

TEST_F(StoreSchema, NewerStoresAreRefused) {
  open();
  sql("PRAGMA user_version = 1000");
  const std::string refused = "a.db: made by a newer Hearsay (schema 1000, this one knows " + std::to_string(migrations().size()) + ")";
  EXPECT_EQ(refusal(), refused);
  EXPECT_EQ(refusal("a.db", true), refused);
}

TEST_F(StoreSchema, OtherDatabasesAreRefusedUntouched) {
  sql("CREATE TABLE bookmarks(url)");
  EXPECT_EQ(refusal(), "a.db: not a Hearsay store: another program's database");
  EXPECT_EQ(query("SELECT name FROM sqlite_schema; PRAGMA journal_mode"), "bookmarks\ndelete");
}

TEST_F(StoreSchema, ManyProgramsMayMakeTheStoreAtOnce) {
  std::vector<pid_t> children;
  for (int i = 0; i < 8; ++i) {
    const pid_t child = fork();
    if (child == 0) _exit(refusal() == "opened" ? 0 : 1);
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(integrity(), "ok");
}

}  // namespace
}  // namespace hearsay
