// The command line is a program, not a library, so the line of the bar and the terminal that it asks for are compiled into the test here.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "browse/display.h"
#include "cli/progress.cpp"
#include "cli/terminal.cpp"

namespace hearsay::cli {
namespace {

const Words kEnglish(Language::kEnglish), kVietnamese(Language::kVietnamese);

TEST(ProgressLine, FitsAndSaysWhatIsLeft) {
  const Done total{60, 8'000'000}, half{30, 4'000'000};
  EXPECT_EQ(progress_line(kEnglish, {30}, {60}, 2, 40), "[######......] 50%  30  15/s  0:02 left");
  EXPECT_EQ(progress_line(kEnglish, half, total, 2, 60), "[###########...........] 50%  30  15/s  2.0 MB/s  0:02 left");
  for (int width = 40; width < 100; ++width) EXPECT_LT(display_width(progress_line(kVietnamese, half, total, 100, width)), width);
  const std::string tally = "28 reports read, 2 unchanged";
  EXPECT_EQ(progress_line(kEnglish, half, total, 2, 78, tally), "[#######.......] 50%  28 reports read, 2 unchanged  15/s  2.0 MB/s  0:02 left");
  EXPECT_EQ(progress_line(kEnglish, half, total, 2, 50, tally), progress_line(kEnglish, half, total, 2, 50));
  for (int width = 40; width < 100; ++width) EXPECT_LT(display_width(progress_line(kVietnamese, half, total, 100, width, tally)), width);
  EXPECT_NE(progress_line(kEnglish, {}, total, 0, 80).find(" 0%"), std::string::npos);
}

TEST(ProgressLine, GoesByBytesWhereReportsAreOfOneInput) { EXPECT_NE(progress_line(kEnglish, {900, 2'000'000}, {1, 8'000'000}, 2, 80).find(" 25%  900  450/s  1.0 MB/s  0:06 left"), std::string::npos); }

TEST(ProgressLine, HasNoBarWhereTheEndIsUnknown) {
  EXPECT_EQ(progress_line(kVietnamese, {1234, 3'500'000}, {}, 2, 80), "1.234  617/giây  1,8 MB/giây");
}

}  // namespace
}  // namespace hearsay::cli
