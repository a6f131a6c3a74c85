// Answers are made once for each question.
// SPDX-License-Identifier: Apache-2.0
#include "serve/answers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace hearsay::serve {
namespace {

Reply saying(const std::string& words, int status = kOk) { return {status, "application/json", words}; }

TEST(ServeAnswers, AreMadeOnce) {
  Answers answers;
  int made = 0;
  const auto make = [&] { return ++made, saying("a"); };
  EXPECT_EQ(answers.of("q", make).body, "a");
  EXPECT_EQ(answers.of("q", make).body, "a");
  EXPECT_EQ(made, 1);
  EXPECT_EQ(answers.of("other", make).body, "a");
  EXPECT_EQ(made, 2);
}

TEST(ServeAnswers, ThatWentWrongAreTriedAgain) {
  Answers answers;
  EXPECT_EQ(answers.of("q", [] { return saying("no", kUnavailable); }).status, kUnavailable);
  EXPECT_EQ(answers.of("q", [] { return saying("yes"); }).body, "yes");
  EXPECT_THROW(answers.of("r", []() -> Reply { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_EQ(answers.of("r", [] { return saying("yes"); }).body, "yes");
}

TEST(ServeAnswers, DoNotFillTheMemory) {
  Answers answers;
  const std::string large(1 << 20, 'x');
  int made = 0;
  for (int i = 0; i < 100; ++i) answers.of(std::to_string(i), [&] { return ++made, saying(large); });
  answers.of("0", [&] { return ++made, saying(large); });
  EXPECT_EQ(made, 101);
}

TEST(ServeAnswers, AreWaitedForByAllWhoAskTheSame) {
  Answers answers;
  std::atomic<int> made = 0, good = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 20; ++i)
    readers.emplace_back([&] {
      good += answers.of("q", [&] {
        ++made;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return saying("a");
      }).body == "a";
    });
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(made, 1);
  EXPECT_EQ(good, 20);
}

}  // namespace
}  // namespace hearsay::serve
