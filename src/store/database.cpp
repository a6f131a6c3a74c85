// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <cstring>

#include "text/utf8.h"

namespace hearsay {
namespace {

std::string with_cause(std::string text, sqlite3* handle) {
  const int cause = sqlite3_system_errno(handle);
  return cause ? text + ": " + std::strerror(cause) : text;
}

// What happened, in words for someone who does not know SQLite.
std::string reason_of(sqlite3* handle) {
  switch (sqlite3_errcode(handle) & 0xFF) {  // the primary code
    case SQLITE_NOTADB: return "not a Hearsay store: the file is no SQLite database";
    case SQLITE_CANTOPEN: return with_cause("cannot be opened", handle);
    case SQLITE_PERM: return "no permission to open it";
    case SQLITE_READONLY: return "cannot be written: it, its folder or this opening of it is read-only";
    case SQLITE_FULL: return "the disk is full; what was being saved is not in the store";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "in use by another program";
    case SQLITE_IOERR:
      if (sqlite3_extended_errcode(handle) == SQLITE_IOERR_WRITE) return with_cause("cannot be written any further; what was being saved is not in the store", handle);
      return with_cause("cannot be read or written", handle);
    case SQLITE_NOMEM: return "not enough memory";
    case SQLITE_CORRUPT: return std::string("damaged: ") + sqlite3_errmsg(handle);
    default: return sqlite3_errmsg(handle);
  }
}

void fold_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  const std::string folded = text ? fold_name({text, static_cast<size_t>(sqlite3_value_bytes(values[0]))}) : std::string();
  sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

}  // namespace

Database::Database(const std::string& path, int open_flags, const std::string& uri) : path_(path) {
  sqlite3* handle = nullptr;
  const int flags = open_flags | SQLITE_OPEN_EXRESCODE | (uri.empty() ? 0 : SQLITE_OPEN_URI);
  const int code = sqlite3_open_v2(uri.empty() ? path.c_str() : uri.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (!handle) throw Failure{code, {Error::Kind::kStore, path + ": not enough memory"}};
  if (code != SQLITE_OK) fail();
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  if (sqlite3_create_function_v2(handle, "fold_name", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, fold_in_sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::run(const std::string& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

int64_t Database::number(const std::string& sql) {
  Query query(*this, sql);
  Query::Rows rows = query.ask();
  return rows.next() ? rows.number(0) : 0;
}

std::string Database::text(const std::string& sql) {
  Query query(*this, sql);
  Query::Rows rows = query.ask();
  return rows.next() ? std::string(rows.text(0)) : std::string();
}

void Database::fail() const {
  throw Failure{sqlite3_extended_errcode(handle()), {Error::Kind::kStore, path_ + ": " + reason_of(handle())}};
}

void Database::fail(const std::string& reason) const {
  throw Failure{SQLITE_OK, {Error::Kind::kStore, path_ + ": " + reason}};
}

Query::Query(Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr));
  statement_.reset(statement);
}

void Query::run_with(const Rows& row) {
  const Reset at_end{statement_.get()};
  for (int i = 0; i < row.columns(); ++i) check(sqlite3_bind_value(statement_.get(), i + 1, row.value(i)));
  while (step()) continue;
}

bool Query::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_.fail();
}

std::string_view Query::Rows::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(at_end_.statement, column));
  return {bytes ? bytes : "", static_cast<size_t>(sqlite3_column_bytes(at_end_.statement, column))};
}

std::string_view Query::Rows::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(at_end_.statement, column));
  return {bytes ? bytes : "", static_cast<size_t>(sqlite3_column_bytes(at_end_.statement, column))};
}

}  // namespace hearsay
