// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "hearsay/hearsay.h"

namespace hearsay {
namespace {

// The slow, obvious count that judges the fast one.
void expect_counts(const std::string& text) {
  const CodePoints code_points(text);
  uint32_t count = 0;
  for (uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    ASSERT_EQ(code_points.at(byte), count);
    ASSERT_EQ(code_points.byte_of(count), byte);
    ++count;
  }
  const auto size = static_cast<uint32_t>(text.size());
  EXPECT_EQ(code_points.at(size), count);
  EXPECT_EQ(code_points.byte_of(count), size);
  EXPECT_EQ(code_points.at(size + 1000), count);
  EXPECT_EQ(code_points.byte_of(count + 1000), size);
}

TEST(CodePoints, CountsAtEveryPlace) {
  const std::string mixed = "ađừ\U0001F4E8o\u0323\u0302";
  std::string text;
  for (int length = 0; length < 60; ++length) {
    expect_counts(text);
    expect_counts("x" + text);
    expect_counts(std::string(static_cast<size_t>(length) * 3, 'a'));
    text += mixed;
  }
}

}  // namespace
}  // namespace hearsay
