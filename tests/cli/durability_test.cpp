// A store outlives what happens to those who write it: killed at any moment, out of room, several at once. HEARSAY_KILLS says how often a read is
// killed (default 25).
// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <chrono>
#include <random>

#include "shell.h"

namespace hearsay::cli_test {
namespace {

constexpr int kReports = 240;
constexpr int kExitStore = 5;            // docs/formats.md: the store cannot be opened, read or written

int kills() {
  const char* said = std::getenv("HEARSAY_KILLS");
  return said ? std::atoi(said) : 25;
}

class Durability : public Shell {
 protected:
  void SetUp() override {
    Shell::SetUp();
    static constexpr const char* kStates[] = {"Chile", "Peru", "Kenya", "Uganda", "Ghana", "Senegal"};
    for (int i = 0; i < kReports; ++i) {
      const std::string one = kStates[i % 6], other = kStates[(i / 6 + i + 1) % 6], day = std::to_string(i % 28 + 1);
      const std::string name = (i % 2 == 0 ? "even/" : "odd/") + std::to_string(i) + ".txt";
      write(name, one + " phủ nhận việc gửi thư cho " + other + "\n\nNgày " + day + "/4/2020, Bộ Ngoại giao " + one + " phủ nhận việc gửi thư cho " + other + ", Reuters đưa tin.\n");
    }
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(hearsay("read even odd --db whole.db").exit_code, 0);
    seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }

  // A number or a word that the store answers, past the program.
  std::string asked(const std::string& store, const char* question) const {
    sqlite3* handle = nullptr;
    std::string answer;
    const auto take = [](void* to, int, char** values, char**) { return static_cast<std::string*>(to)->append(values[0] ? values[0] : ""), 0; };
    if (sqlite3_open((folder_ / store).c_str(), &handle) == SQLITE_OK && sqlite3_exec(handle, question, take, &answer, nullptr) == SQLITE_BUSY) answer = "is locked";
    sqlite3_close(handle);
    return answer;
  }
  // How many documents a store that is sound has; -1 of one that is not.
  int sound_documents(const std::string& store) const {
    if (!fs::exists(folder_ / store)) return 0;
    if (asked(store, "PRAGMA integrity_check") != "ok" || !asked(store, "PRAGMA foreign_key_check").empty()) return -1;
    return std::atoi(asked(store, "SELECT count(*) FROM documents").c_str());      // none before there is a table
  }
  std::string shown(const std::string& store) const {
    std::string all;
    for (const char* door : {"chronicle", "documents", "statements", "stories"}) all += hearsay(std::string(door) + " --json --db " + store).out;
    return all;
  }
  void finish(const std::string& store) const {
    const Answer last = hearsay("read even odd --db " + store);
    EXPECT_EQ(last.exit_code, 0) << last.err;
    EXPECT_EQ(sound_documents(store), kReports);
    EXPECT_EQ(shown(store), shown("whole.db"));
  }

  double seconds_ = 0;                   // that a read of all takes here
};

TEST_F(Durability, KilledAtRandomMoments) {
  std::mt19937 moments(20260101);
  std::uniform_real_distribution<double> after(0.005, seconds_ * 0.7);
  int held = 0;
  for (int i = 0; i < kills(); ++i) {
    const double moment = after(moments);
    shell("hearsay read even odd --db killed.db & child=$!; sleep " + std::to_string(moment) + "; kill -KILL $child 2>/dev/null; wait $child");
    const int now = sound_documents("killed.db");
    ASSERT_GE(now, held) << "kill " << i << ", after " << moment << " s: " << asked("killed.db", "PRAGMA integrity_check");
    held = now;
    if (held < kReports) continue;
    finish("killed.db");
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(folder_ / (std::string("killed.db") + end));
    held = 0;
  }
  finish("killed.db");
}

TEST_F(Durability, NoRoomAtAnyPoint) {
  int full = 0;
  for (const int kilobytes : {200, 400, 700, 1000, 1500, 2200, 3300}) {
    const std::string store = "room" + std::to_string(kilobytes) + ".db";
    const Answer answer = shell("ulimit -f " + std::to_string(kilobytes) + "; hearsay read even odd --db " + store);
    if (answer.exit_code != 0) {
      ++full;
      EXPECT_EQ(answer.exit_code, kExitStore);
      EXPECT_NE(answer.err.find(store + ": cannot be written any further"), std::string::npos) << answer.err;
    }
    EXPECT_GE(sound_documents(store), 0);
    finish(store);
  }
  EXPECT_GT(full, 0);
}

TEST_F(Durability, TwoWritersAtOnce) {
  const Answer both = shell("hearsay read even --db two.db & first=$!; hearsay read odd --db two.db; second=$?; wait $first; [ $? -eq 0 ] && [ $second -eq 0 ]");
  EXPECT_EQ(both.exit_code, 0) << both.err;
  finish("two.db");
}

TEST_F(Durability, ReadersBesideAWriter) {
  ASSERT_EQ(hearsay("read even --db both.db").exit_code, 0);
  const Answer answer = shell(
      "hearsay read odd --db both.db & writer=$!; "
      "while kill -0 $writer 2>/dev/null; do hearsay chronicle --db both.db >/dev/null && hearsay search thư --db both.db >/dev/null || exit 1; done; wait $writer");
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  finish("both.db");
}

}  // namespace
}  // namespace hearsay::cli_test
