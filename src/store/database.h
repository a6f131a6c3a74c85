// SQLite's handles with owners, its codes as Errors: the part of the store that any schema could use.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

// How long a writer waits for another one. A save takes milliseconds; copying the log to a slow disk may take seconds.
inline constexpr int kBusyMilliseconds = 10'000;

// Thrown by the classes below, caught where the store is entered; never leaves the room.
struct Failure {
  int code;     // SQLite's extended result code
  Error error;  // one line that names the file
};

// One connection, on which SQL may call fold_name(text) as in text/utf8.h. Queries point to it, so it stays where it is.
class Database {
 public:
  // `uri` is opened instead of the path, if given; errors name the path.
  Database(const std::string& path, int open_flags, const std::string& uri = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);
  int64_t number(const std::string& sql);  // the first value of the first row
  std::string text(const std::string& sql);
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }
  // Reports SQLite's last error on this connection.
  [[noreturn]] void fail() const;
  [[noreturn]] void fail(const std::string& reason) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// Bytes as they are, where text would be read as text.
struct Blob {
  std::string_view bytes;
};

// A prepared statement, used over and over.
class Query {
 public:
  Query(Database& database, std::string_view sql);

  // Runs a statement without rows; the values are ?1, ?2, ...
  template <class... Values>
  void run(const Values&... values) {
    const Reset at_end{statement_.get()};
    bind_all(SQLITE_STATIC, values...);
    while (step()) continue;
  }

  class Rows;
  // The same with the values of a row that another question has given.
  void run_with(const Rows& row);
  // The rows of a question. One question at a time: while its rows live, they hold a snapshot of the store.
  template <class... Values>
  Rows ask(const Values&... values);

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  struct Reset {
    sqlite3_stmt* statement;
    ~Reset() { sqlite3_reset(statement); }
  };

  template <class... Values>
  void bind_all([[maybe_unused]] sqlite3_destructor_type keep, const Values&... values) {
    int index = 0;
    (check(bind(++index, values, keep)), ...);
  }
  template <std::integral Value>
  int bind(int index, Value value, sqlite3_destructor_type) {
    return sqlite3_bind_int64(statement_.get(), index, static_cast<int64_t>(value));
  }
  int bind(int index, double value, sqlite3_destructor_type) {
    return sqlite3_bind_double(statement_.get(), index, value);
  }
  int bind(int index, std::string_view value, sqlite3_destructor_type keep) {
    const char* bytes = value.data() ? value.data() : "";  // SQLite reads nullptr as null, not as ""
    return sqlite3_bind_text64(statement_.get(), index, bytes, value.size(), keep, SQLITE_UTF8);
  }
  int bind(int index, Blob value, sqlite3_destructor_type keep) {
    return sqlite3_bind_blob64(statement_.get(), index, value.bytes.data() ? value.bytes.data() : "", value.bytes.size(), keep);
  }
  template <class Value>
  int bind(int index, const std::optional<Value>& value, sqlite3_destructor_type keep) {
    return value ? bind(index, *value, keep) : sqlite3_bind_null(statement_.get(), index);
  }

  bool step();  // whether there is a row
  void check(int code) const {
    if (code != SQLITE_OK) database_.fail();
  }

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Query::Rows {
 public:
  explicit Rows(Query& query) : query_(query), at_end_{query.statement_.get()} {}
  Rows(const Rows&) = delete;
  bool next() { return query_.step(); }
  int64_t number(int column) const { return sqlite3_column_int64(at_end_.statement, column); }
  // Valid until the next row.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  int columns() const { return sqlite3_column_count(at_end_.statement); }
  std::string_view name(int column) const { return sqlite3_column_name(at_end_.statement, column); }
  sqlite3_value* value(int column) const { return sqlite3_column_value(at_end_.statement, column); }
  bool is_blob(int column) const { return sqlite3_column_type(at_end_.statement, column) == SQLITE_BLOB; }
  bool is_null(int column) const { return sqlite3_column_type(at_end_.statement, column) == SQLITE_NULL; }

 private:
  Query& query_;
  Reset at_end_;
};

template <class... Values>
Query::Rows Query::ask(const Values&... values) {
  bind_all(SQLITE_TRANSIENT, values...);
  return Rows(*this);
}

// All or nothing: what is not committed is undone.
class Transaction {
 public:
  enum class To { kRead, kWrite };
  // To write, it takes the lock at once, so that no two writers wait for each other half-way.
  explicit Transaction(Database& database, To to = To::kWrite) : database_(database) {
    database_.run(to == To::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
  }
  Transaction(const Transaction&) = delete;
  ~Transaction() {
    // After some errors (a full disk) SQLite has already undone it.
    sqlite3* handle = database_.handle();
    if (!sqlite3_get_autocommit(handle)) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() { database_.run("COMMIT"); }

 private:
  Database& database_;
};

}  // namespace hearsay
