// SPDX-License-Identifier: Apache-2.0
#include "cli/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>

namespace hearsay::cli {
namespace {

// The numbers below `count`.
auto numbers(size_t count) {
  return [count, at = size_t{0}]() mutable { return at < count ? std::optional(at++) : std::nullopt; };
}

TEST(Pool, HandsOverInOrder) {
  for (int threads : {1, 2, 7}) {
    std::vector<size_t> taken;
    make_in_order<size_t>(numbers(500), threads, [](size_t i) { return i * i; }, [&](size_t value) {
      EXPECT_EQ(value, taken.size() * taken.size());
      taken.push_back(taken.size());
      return true;
    });
    std::vector<size_t> all(500);
    std::iota(all.begin(), all.end(), size_t{0});
    EXPECT_EQ(taken, all);
  }
}

TEST(Pool, MakesOnlyAFewAhead) {
  std::atomic<size_t> made = 0;
  size_t taken = 0;
  make_in_order<int>(numbers(200), 4, [&](size_t) { return ++made, 0; }, [&](int) {
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    EXPECT_LE(made.load(), taken++ + 8);
    return true;
  });
}

TEST(Pool, Stops) {
  std::atomic<int> made = 0;
  int taken = 0;
  make_in_order<int>(numbers(1000), 3, [&](size_t) { return ++made, 0; }, [&](int) { return ++taken < 5; });
  EXPECT_EQ(taken, 5);
  EXPECT_LE(made, 11);
}

TEST(Pool, OfNothingEnds) {
  make_in_order<int>(numbers(0), 3, [](size_t) { return 0; }, [](int) { return true; });
}

}  // namespace
}  // namespace hearsay::cli
