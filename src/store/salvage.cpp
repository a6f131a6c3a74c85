// Rows are fetched one by one: where a page is gone, those on it are passed over, and the next is tried. With `writable_schema` SQLite opens a file that is shorter than its header says.
// SPDX-License-Identifier: Apache-2.0
#include "store/salvage.h"

#include <algorithm>
#include <filesystem>

#include "document/document.h"
#include "store/columns.h"
#include "store/impl.h"
#include "store/schema.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kLongestGap = 100'000; // numbers that are tried in vain before no more is expected

// Calls `work` for what can be read; false if it cannot.
template <class Work>
bool try_to(Work work) {
  try {
    work();
    return true;
  } catch (const Failure&) {
    return false;
  }
}

class Salvaging {
 public:
  Salvaging(const std::string& from, Store::Impl& to) : from_(from, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY), to_(to) { from_.run("PRAGMA writable_schema = ON"); }

  Salvaged run() {
    Transaction transaction(*to_.database);
    Salvaged out;
    each_number("documents", [&](int64_t number) { take_document(number); });
    to_.index(unindexed_);
    out.documents = to_.database->number("SELECT count(*) FROM documents");
    try_to([&] { out.lost = std::max<int64_t>(0, from_.number("SELECT count(*) FROM documents INDEXED BY documents_id") - taken_); });
    for (const char* table : {"corrections", "corrected", "set_aside", "feeds", "feed_lists", "seen"}) copy_rows(table);
    transaction.commit();
    return out;
  }

 private:
  template <class Work>
  void each_number(const std::string& table, Work work) {
    Query next(from_, "SELECT number FROM " + table + " WHERE number > ? ORDER BY number LIMIT 1");
    for (int64_t last = 0, gap = 0; gap < kLongestGap;) {
      std::optional<int64_t> found;
      const bool readable = try_to([&] {
        if (Query::Rows row = next.ask(last); row.next()) found = row.number(0);
      });
      if (readable && !found) return;
      last = found.value_or(last + 1);
      gap = found && try_to([&] { work(last); }) ? 0 : gap + 1;
    }
  }

  void take_document(int64_t number) {
    Query query(from_, "SELECT id, coalesce(path, ''), record, coalesce(packs, ''), coalesce(fingerprint, ''), coalesce(digest, '') FROM documents WHERE number = ?");
    Query::Rows row = query.ask(number);
    if (!row.next()) return;
    const std::string id(row.text(0)), record(row.text(2));
    const bool changed = !row.text(5).empty() && row.text(5) != sha256_hex(record);
    Result<Analysis> analysis = read_analysis_record(record);
    ++taken_;
    if (!analysis || changed) return set_aside(id, row.text(1), analysis ? "its record is not the one that was saved" : analysis.error().message, record);
    to_.insert(*analysis, record, {std::string(row.text(3)), std::string(row.text(4))}, unindexed_);
    to_.index(unindexed_);               // it points into this reading
  }

  void set_aside(const std::string& id, std::string_view path, const std::string& why, const std::string& record) {
    Query(*to_.database, "INSERT INTO set_aside(id, path, why, record) VALUES(?, ?, ?, ?)").run(id, Columns::known(path), why, Blob{record});
  }

  // As far as they can be read.
  void copy_rows(const std::string& table) {
    try_to([&] {
      Query all(from_, "SELECT * FROM " + table);
      Query::Rows row = all.ask();
      std::unique_ptr<Query> put;
      while (row.next()) {
        std::string places = "?";
        for (int i = 1; i < row.columns(); ++i) places += ", ?";
        if (!put) put = std::make_unique<Query>(*to_.database, "INSERT OR IGNORE INTO " + table + " VALUES(" + places + ")");
        try_to([&] { put->run_with(row); });
      }
    });
  }

  Database from_;
  Store::Impl& to_;
  std::vector<Store::Impl::Unindexed> unindexed_;
  int64_t taken_ = 0;
};

std::unique_ptr<Database> made(const std::string& path) {
  auto database = std::make_unique<Database>(path, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  database->run("PRAGMA foreign_keys = ON");
  migrate_store(*database);
  return database;
}

void remove(const std::string& path) {
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path + end, ignored);
}

}  // namespace

Result<Salvaged> salvage(const std::string& from, const std::string& to) {
  try {
    remove(to);
    Store::Impl fresh(made(to));
    return Salvaging(from, fresh).run();
  } catch (const Failure& failure) {
    remove(to);
    return failure.error;
  }
}

Status exchange(const std::string& db, const std::string& fresh, const std::string& former) {
  std::error_code failed;
  const auto move = [&](const std::string& from, const std::string& to) {
    for (const char* end : {"-wal", "-shm"})
      if (fs::exists(from + end, failed)) fs::rename(from + end, to + end, failed);
    fs::rename(from, to, failed);
    return !failed;
  };
  if (!move(db, former)) return Error{Error::Kind::kStore, former + ": cannot be made: " + failed.message()};
  if (!move(fresh, db)) return Error{Error::Kind::kStore, db + ": cannot be made: " + failed.message()};
  return Nothing{};
}

}  // namespace hearsay
