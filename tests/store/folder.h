// A folder of its own for each test of the store, and what the tests look into it with.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "../record/sample.h"

namespace hearsay::sample {

// Opens stores in a new folder; gone with the test.
class StoreTest : public ::testing::Test {
 protected:
  StoreTest() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-store-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~StoreTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "a.db") const { return (folder_ / name).string(); }

  Store open(bool read_only = false) const {
    Result<Store> store = Store::open(path(), read_only);
    if (!store) throw std::runtime_error(store.error().message);
    return std::move(*store);
  }
  // What opening says, with the folder left out; "opened" if nothing is wrong.
  std::string refusal(const std::string& name = "a.db", bool read_only = false) const {
    const Result<Store> store = Store::open(path(name), read_only);
    return store ? "opened" : within(store.error().message);
  }
  std::string within(std::string message) const {
    const std::string prefix = folder_.string() + "/";
    for (size_t at; (at = message.find(prefix)) != std::string::npos;) message.erase(at, prefix.size());
    return message;
  }

  // Past the store's back.
  void sql(const std::string& statements, const std::string& name = "a.db") const { query(statements, name); }
  std::string query(const std::string& statements, const std::string& name = "a.db") const {
    sqlite3* handle = nullptr;
    std::string out;
    sqlite3_open(path(name).c_str(), &handle);
    const auto append = [](void* text, int count, char** values, char**) {
      auto& all = *static_cast<std::string*>(text);
      for (int i = 0; i < count; ++i) all.append(all.empty() || all.back() == '\n' ? "" : "|").append(values[i] ? values[i] : "null");
      all += '\n';
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(handle, statements.c_str(), append, &out, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
    if (!out.empty()) out.pop_back();
    return out;
  }
  // Whether tables, indexes and both full text indexes agree with each other.
  std::string integrity() const {
    return query("PRAGMA integrity_check; PRAGMA foreign_key_check; INSERT INTO exact(exact) VALUES('integrity-check');"
                 "INSERT INTO plain(plain) VALUES('integrity-check')");
  }

 private:
  std::filesystem::path folder_;
};

// A sample document under another name and with other words.
inline Analysis report(const std::string& name, const std::string& text) {
  Analysis report;
  report.document.id = name;
  report.document.path = "news/" + name + ".txt";
  report.document.sha256 = "sha256 of " + text;
  report.document.lang = "vi";
  report.document.title = name;
  report.document.text = text;
  return report;
}

// Runs `work` in a process of its own; its exit code, -1 if it was killed.
template <class Work>
int in_child(Work work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Calls `setup` for each connection that SQLite opens, as long as it lives.
class OnConnect {
 public:
  using Setup = int (*)(sqlite3*, char**, const sqlite3_api_routines*);
  explicit OnConnect(Setup setup) { sqlite3_auto_extension(reinterpret_cast<void (*)()>(setup)); }
  ~OnConnect() { sqlite3_reset_auto_extension(); }
};

}  // namespace hearsay::sample
