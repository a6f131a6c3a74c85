// One to one: the best first, then nobody required goes without who could have one.
// SPDX-License-Identifier: Apache-2.0
#include "eval/pairing.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Pairs = std::vector<std::optional<size_t>>;

TEST(PairUp, TakesTheMoreAlike) {
  std::vector<Likely> likely{{-0.5, false, 0, 0, 0}, {-0.9, false, 0, 0, 1}};
  EXPECT_EQ(pair_up(1, 2, likely), (Pairs{1}));
}

TEST(PairUp, TakesTheNearerOfTwoAsLike) {
  std::vector<Likely> likely{{0, false, 9, 0, 0}, {0, false, 2, 0, 1}};
  EXPECT_EQ(pair_up(1, 2, likely), (Pairs{1}));
}

TEST(PairUp, WhatIsOptionalGivesUpItsFind) {
  std::vector<Likely> likely{{-0.9, true, 0, 0, 0}, {-0.2, false, 0, 1, 0}};
  EXPECT_EQ(pair_up(2, 1, likely), (Pairs{std::nullopt, 0}));
}

TEST(PairUp, WhatGaveUpItsFindTakesWhatIsLeft) {
  std::vector<Likely> likely{{-0.9, true, 0, 0, 0}, {-0.2, false, 0, 1, 0}, {-0.1, true, 0, 0, 1}};
  EXPECT_EQ(pair_up(2, 2, likely), (Pairs{1, 0}));
}

TEST(PairUp, AHolderMovesToItsSecondBest) {
  std::vector<Likely> likely{{-0.9, false, 0, 0, 0}, {-0.5, false, 0, 0, 1}, {-0.4, false, 0, 1, 0}};
  EXPECT_EQ(pair_up(2, 2, likely), (Pairs{1, 0}));
}

TEST(PairUp, ARequiredHolderWithoutAnotherKeepsIts) {
  std::vector<Likely> likely{{-0.9, false, 0, 0, 0}, {-0.4, false, 0, 1, 0}};
  EXPECT_EQ(pair_up(2, 1, likely), (Pairs{0, std::nullopt}));
}

}  // namespace
}  // namespace hearsay
