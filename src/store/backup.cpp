// SQLite's online backup (sqlite.org/backup.html). It would begin again whenever another program has written; held to one state by a transaction that reads, it comes to an end however
// much is written meanwhile, and with a log nobody waits for it. What was in the log when it began is in the copy.
// SPDX-License-Identifier: Apache-2.0
#include "store/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "store/database.h"
#include "store/schema.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 2048;       // 8 MB: a few milliseconds between two looks at whether to go on

struct Finish {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

// The file under its temporary name, gone with this unless it was given its own.
class Unfinished {
 public:
  explicit Unfinished(const std::string& to) : to_(to), path_(to + ".part") { remove(); }
  ~Unfinished() { remove(); }
  const std::string& path() const { return path_; }

  // On the disk before it has its name: a power cut leaves the one or the other.
  void take_place() {
    sync(path_);
    std::error_code failed;
    for (const char* end : {"-wal", "-shm"}) fs::remove(to_ + end, failed);      // empty, left by one who read
    fs::rename(path_, to_, failed);
    if (failed) throw Failure{SQLITE_CANTOPEN, {Error::Kind::kStore, to_ + ": cannot be made: " + failed.message()}};
    const fs::path folder = fs::absolute(to_, failed).parent_path();
    sync(folder.string());
  }

 private:
  static void sync(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDONLY);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
  }
  void remove() const {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path_ + end, ignored);
  }
  const std::string to_, path_;
};

int64_t count_documents(Database& database) { return database.number("PRAGMA user_version") == 0 ? 0 : database.number("SELECT count(*) FROM documents"); }

// Whether all was copied; false if it was stopped.
bool copy(Database& from, Database& to, const std::function<bool(int64_t, int64_t)>& go_on) {
  std::unique_ptr<sqlite3_backup, Finish> backup(sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
  if (!backup) to.fail();
  while (true) {
    const int code = sqlite3_backup_step(backup.get(), kPagesAtOnce);
    const int64_t total = sqlite3_backup_pagecount(backup.get());
    if (code != SQLITE_OK && code != SQLITE_DONE) break;
    if (go_on && !go_on(total - sqlite3_backup_remaining(backup.get()), total)) return false;
    if (code == SQLITE_DONE) return true;
  }
  backup.reset();                        // tells the copy's connection what went wrong
  to.fail();
}

void check_copy(Database& from, Database& copy) {
  bool sound = copy.text("PRAGMA quick_check(1)") == "ok" && count_documents(copy) == count_documents(from);
  for (const char* what : {"PRAGMA user_version", "PRAGMA application_id"}) sound = sound && copy.number(what) == from.number(what);
  if (!sound) from.fail("its copy is not sound; hearsay verify says what is damaged");
}

}  // namespace

Result<std::optional<BackupSize>> back_up(const std::string& from, const std::string& to, bool replace, const std::function<bool(int64_t, int64_t)>& go_on) {
  const auto refuse = [&](const std::string& why) { return Error{Error::Kind::kUsage, to + ": " + why}; };
  std::error_code failed;
  if (fs::is_directory(to, failed)) return refuse("a folder, not a file");
  if (fs::equivalent(from, to, failed)) return refuse("is the store itself");
  if (fs::exists(to, failed) && !replace) return refuse("is there already; --force puts the copy in its place");
  // A log that holds something would be taken for that of the copy.
  if (fs::exists(to + "-wal", failed) && fs::file_size(to + "-wal", failed) > 0) return refuse("somebody has it open");
  try {
    Database store(from, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY);
    check_store(store);
    const Transaction snapshot(store, Transaction::To::kRead);
    BackupSize size;
    size.documents = count_documents(store);             // the transaction begins with what it first reads
    Unfinished unfinished(to);
    {
      Database target(unfinished.path(), SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
      if (!copy(store, target, go_on)) return std::optional<BackupSize>();
      check_copy(store, target);

      size.bytes = target.number("PRAGMA page_count") * target.number("PRAGMA page_size");
    }
    unfinished.take_place();
    return std::optional(size);
  } catch (const Failure& failure) {
    return failure.error;
  }
}

}  // namespace hearsay
