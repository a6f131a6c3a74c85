// Opens stores and answers what needs no more than one table.
//
// WAL, so that readers and one writer do not wait for each other. With synchronous=NORMAL each save is whole or absent
// whatever happens to the program; only a power cut may lose the last saves, never part of one: the log is synced
// before its pages move into the database. A lost save is made again by the next run, so that this is worth not
// syncing the disk for each document. See sqlite.org/wal.html, sqlite.org/pragma.html#pragma_synchronous.
// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <thread>

#include "base/revision.h"
#include "correction/places.h"
#include "record/names.h"
#include "store/impl.h"
#include "store/schema.h"

namespace hearsay {
namespace {

constexpr int kFlags = SQLITE_OPEN_NOMUTEX;  // Impl::enter lets one thread in at a time

// "file:" URI that opens the file as it is, without the lock and log files beside it.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kHex[] = "0123456789ABCDEF";
      uri.append(1, '%').append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// Whether the file alone is the store: in a folder that cannot be written WAL has nowhere to keep its index, but
// nobody can be writing there either. A log that was left behind may hold more than the file does.
bool stands_alone(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored) && !std::filesystem::exists(path + "-wal", ignored);
}

std::unique_ptr<Database> open_to_read(const std::string& path, const std::string& uri = {}) {
  try {
    auto database = std::make_unique<Database>(path, kFlags | SQLITE_OPEN_READONLY, uri);
    check_store(*database);
    check_current(*database);
    return database;
  } catch (const Failure& failure) {
    const int code = failure.code & 0xFF;
    if (!uri.empty() || !stands_alone(path) || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) throw;
  }
  return open_to_read(path, immutable_uri(path));
}

// SQLite tries to read a file that it may not make, and then says that there is none.
void check_folder(const std::string& path) {
  std::error_code ignored;
  const auto folder = std::filesystem::absolute(path, ignored).parent_path();
  if (std::filesystem::exists(path, ignored) || !std::filesystem::exists(folder, ignored)) return;
  if (access(folder.c_str(), W_OK) == 0) return;
  throw Failure{SQLITE_CANTOPEN, {Error::Kind::kStore, path + ": cannot be made: " + std::strerror(errno)}};
}

// Whether the store now keeps a log. The switch needs the file for itself and, unlike all else, does not wait for it:
// so this does, for as long as Database lets others wait.
bool keep_log(Database& database) {
  constexpr auto kPause = std::chrono::milliseconds(20);
  for (auto waited = std::chrono::milliseconds(0);; waited += kPause) {
    try {
      return database.text("PRAGMA journal_mode = WAL") == "wal";
    } catch (const Failure& failure) {
      if ((failure.code & 0xFF) != SQLITE_BUSY || waited >= std::chrono::milliseconds(kBusyMilliseconds)) throw;
    }
    std::this_thread::sleep_for(kPause);
  }
}

std::unique_ptr<Database> open_to_write(const std::string& path) {
  check_folder(path);
  auto database = std::make_unique<Database>(path, kFlags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  // SQLite opens a file that it may not write for reading only, and would say so at the first save.
  if (sqlite3_db_readonly(database->handle(), "main") == 1) database->fail("cannot be written: it is read-only");
  check_store(*database);
  // Where there can be no WAL (some network disks), NORMAL would be less safe.
  database->run(keep_log(*database) ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
  database->run("PRAGMA foreign_keys = ON");
  database->run("PRAGMA wal_autocheckpoint = 8192");     // pages, 32 MB: of many transactions that change the same page it is copied once
  database->run("PRAGMA cache_size = -65536");     // kibibytes: the lists that one report is found in lie far apart
  migrate_store(*database);
  return database;
}

}  // namespace

Result<Store> Store::open(const std::string& path, bool read_only) {
  if (path.empty()) return Error{Error::Kind::kStore, "no store named"};
  try {
    auto database = read_only ? open_to_read(path) : open_to_write(path);
    return Store(std::make_unique<Impl>(std::move(database)));
  } catch (const Failure& failure) {
    return failure.error;
  }
}

Result<Store> Store::copy() const {
  return impl_->enter([&] {
    Database& own = *impl_->database;
    auto database = std::make_unique<Database>(own.path(), kFlags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, "file::memory:");
    sqlite3_backup* backup = sqlite3_backup_init(database->handle(), "main", own.handle(), "main");
    if (!backup) database->fail();
    const int all = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (all != SQLITE_DONE) database->fail();
    database->run("PRAGMA foreign_keys = ON");
    return Store(std::make_unique<Impl>(std::move(database)));
  });
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<std::vector<Store::Saved>> Store::save(std::span<const Reading> readings) {
  return impl_->enter([&] { return impl_->save(readings); });
}

Result<Store::Saved> Store::save(const Analysis& analysis, const Provenance& provenance) {
  const Reading reading{analysis, provenance};
  return impl_->enter([&] { return impl_->save({&reading, 1}).front(); });
}

Result<bool> Store::holds(const std::string& path, const Provenance& provenance) const {
  return impl_->enter([&] { return !provenance.fingerprint.empty() && impl_->held.ask(path_key(path), provenance.fingerprint).next(); });
}

Result<std::vector<int64_t>> Store::list_documents(const DocumentQuery& asked) const {
  return impl_->enter([&] { return impl_->list_documents(asked); });
}

Result<std::vector<Actor>> Store::find_actors(const std::string& name, const std::vector<std::string>& ids, bool begun) const {
  return impl_->enter([&] { return impl_->find_actors(name, ids, begun); });
}

Result<std::vector<ActorTotals>> Store::actor_totals(const std::vector<std::string>& documents) const {
  return impl_->enter([&] { return impl_->actor_totals(documents); });
}

Result<int64_t> Store::forget(const std::string& document_id) {
  return impl_->enter([&] { return impl_->forget(document_id); });
}

Result<bool> Store::chronicle_is_current() const {
  return impl_->enter([&] { return impl_->chronicle_is_current(); });
}

Result<std::optional<std::vector<Happening>>> Store::load_chronicle(const HappeningQuery& asked) const {
  return impl_->enter([&] { return impl_->load_chronicle(asked); });
}

Result<size_t> Store::distinct_length(Sort sort, const std::vector<std::string>& ids) const {
  return impl_->enter([&] { return impl_->distinct_length(sort, ids); });
}

Result<std::optional<std::vector<Story>>> Store::load_stories(const StoryQuery& asked) const {
  return impl_->enter([&] { return impl_->load_stories(asked); });
}

Result<std::string> Store::story_of(const std::string& document_id) const {
  return impl_->enter([&] { return impl_->story_of(document_id); });
}

Result<std::vector<std::string>> Store::sharing_documents() const {
  return impl_->enter([&] { return impl_->sharing_documents(); });
}

Result<std::optional<std::string>> Store::successor(const std::string& id) const {
  return impl_->enter([&] { return impl_->successor(id); });
}

Result<std::vector<Analysis>> Store::load_all() const {
  return impl_->enter([&] {
    std::vector<Analysis> analyses;
    Query::Rows rows = impl_->all_records.ask();
    while (rows.next()) analyses.push_back(analysis_in(*impl_->database, impl_->corrections, rows));
    return analyses;
  });
}

Result<std::optional<Analysis>> Store::load(const std::string& document_id) const {
  return impl_->enter([&]() -> std::optional<Analysis> {
    Query::Rows rows = impl_->record_by_id.ask(document_id);
    if (!rows.next()) return std::nullopt;
    return analysis_in(*impl_->database, impl_->corrections, rows);
  });
}

Result<std::optional<Analysis>> Store::load(int64_t document) const {
  return impl_->enter([&]() -> std::optional<Analysis> {
    Query::Rows rows = impl_->record_by_number.ask(document);
    if (!rows.next()) return std::nullopt;
    return analysis_in(*impl_->database, impl_->corrections, rows);
  });
}

Result<std::vector<Store::Named>> Store::find_documents(const std::string& beginning) const {
  return impl_->enter([&] {
    std::vector<Named> found;
    for (Query::Rows row = impl_->documents_named.ask(beginning); row.next();) {
      Named named{std::string(row.text(0)), std::string(row.text(1))};
      const std::string_view name = std::string_view(named.path).substr(named.path.find_last_of('/') + 1);
      if (named.document.starts_with(beginning) || named.path.starts_with(beginning) || name.starts_with(beginning)) found.push_back(std::move(named));
    }
    return found;
  });
}

Result<std::vector<Correction>> Store::corrections() const {
  return impl_->enter([&] {
    std::vector<Correction> all = impl_->corrections.all();
    for (Correction& correction : all) correction.lost = impl_->is_lost(correction);
    return all;
  });
}

Result<std::string> Store::add_correction(const Correction& correction) {
  return impl_->enter([&] {
    Transaction transaction(*impl_->database);
    std::string id = impl_->corrections.add(correction);
    transaction.commit();
    return id;
  });
}

Status Store::withdraw_correction(const std::string& id, const std::string& by) {
  return impl_->enter([&] {
    Transaction transaction(*impl_->database);
    impl_->corrections.withdraw(id, by);
    transaction.commit();
    return Nothing{};
  });
}

Result<std::vector<Store::Hit>> Store::search(const std::string& words, int limit) const {
  return impl_->enter([&] { return impl_->search(words, limit); });
}

Result<Store::Counts> Store::counts() const {
  return impl_->enter([&] { return impl_->count(); });
}

namespace {

template <class Read>
Read sound(const Database& database, const Query::Rows& row, Result<Read> read) {
  if (!read) database.fail("document " + std::string(row.text(1)) + ": " + read.error().message);
  return std::move(*read);
}

}  // namespace

Analysis analysis_in(const Database& database, Corrections& corrections, const Query::Rows& row) {
  Analysis analysis = sound(database, row, read_analysis_record(row.text(0)));
  corrections.apply(analysis);
  return analysis;
}

Document document_in(const Database& database, const Query::Rows& row) { return sound(database, row, read_document_record(row.text(0))); }

bool Store::Impl::is_lost(const Correction& correction) {
  std::set<std::string> documents;
  for (const CorrectedPlace& place : correction.places) documents.insert(place.document);
  return std::any_of(documents.begin(), documents.end(), [&](const std::string& id) {
    Query::Rows row = record_by_id.ask(id);
    return !row.next() || !is_found(correction, analysis_in(*database, corrections, row));
  });
}

bool Store::Impl::chronicle_is_current() { return current_chronicle.ask(kProgramRevision).next(); }

std::optional<std::string> Store::Impl::successor(const std::string& id) {
  Query::Rows rows = find_successor.ask(id);
  if (!rows.next()) return std::nullopt;
  return std::string(rows.text(0));
}

Store::Counts Store::Impl::count() {
  const auto groups = [this](const std::string& key) {
    std::vector<std::pair<std::string, int64_t>> found;
    Query query(*database, "SELECT " + key + ", count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC, 1");
    for (Query::Rows rows = query.ask(); rows.next();) found.emplace_back(rows.text(0), rows.number(1));
    return found;
  };
  const auto all = [this](const std::string& what) { return database->number("SELECT count(" + what); };
  return {.documents = all("*) FROM documents"),
          .statements = all("*) FROM statements"),
          .events = all("*) FROM events"),
          .happenings = all("*) FROM happenings"),
          .stories = all("*) FROM stories"),
          .actors = all("DISTINCT id) FROM roll"),
          .by_language = groups("lang"),
          .by_outlet = groups("coalesce(outlet, outlet_name, '')"),
          .by_packs = groups("coalesce(packs, '')")};
}

}  // namespace hearsay
