// Decoding of well-formed and malformed UTF-8 (Unicode 15, tables 3-6 and 3-7).
// SPDX-License-Identifier: Apache-2.0
#include "text/utf8.h"

#include <gtest/gtest.h>

namespace hearsay::testing {
namespace {

std::string encoded(char32_t code) {
  std::string out;
  append_utf8(out, code);
  return out;
}

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const std::string bytes = encoded(code);
    const Decoded back = decode_utf8(bytes, 0);
    ASSERT_EQ(back.code, code);
    ASSERT_EQ(back.length, bytes.size());
    ASSERT_TRUE(valid_utf8(bytes));
  }
}

TEST(Utf8, MalformedBytesAreOneReplacementEach) {
  struct Case {
    std::string bytes;
    size_t replaced;
  };
  const std::vector<Case> cases = {
      {"\x80", 1},                  // a tail alone
      {"\xC3", 1},                  // cut short
      {"\xE1\xBA", 2},
      {"\xF0\x9F\x93", 3},
      {"\xC0\x80", 2},              // overlong
      {"\xC1\xBF", 2},
      {"\xE0\x9F\xBF", 3},
      {"\xF0\x8F\xBF\xBF", 4},
      {"\xED\xA0\x80", 3},          // a surrogate
      {"\xED\xBF\xBF", 3},
      {"\xF4\x90\x80\x80", 4},      // past U+10FFFF
      {"\xF5\x80\x80\x80", 4},
      {"\xFE\xFF", 2},              // never in UTF-8
      {"\xC3\xC3\xA9", 1},          // the second begins anew
  };
  for (const Case& one : cases) {
    EXPECT_FALSE(valid_utf8(one.bytes));
    size_t replaced = 0;
    const std::string text = replace_malformed("a" + one.bytes + "b", replaced);
    EXPECT_EQ(replaced, one.replaced);
    EXPECT_TRUE(valid_utf8(text));
    EXPECT_EQ(text.front(), 'a');
    EXPECT_EQ(text.back(), 'b');
  }
}

TEST(Utf8, AReplacementCharacterInTheTextIsWellFormed) {
  EXPECT_TRUE(valid_utf8("a\uFFFDb"));
  size_t replaced = 0;
  EXPECT_EQ(replace_malformed("a\uFFFDb", replaced), "a\uFFFDb");
  EXPECT_EQ(replaced, 0u);
}

TEST(Utf8, AllPairsOfBytes) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      const bool ascii = first < 0x80 && second < 0x80;
      const bool pair = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
      ASSERT_EQ(valid_utf8(bytes), ascii || pair) << first << " " << second;
      size_t replaced = 0;
      ASSERT_TRUE(valid_utf8(replace_malformed(bytes, replaced)));
    }
}

TEST(Utf8, TheEndIsNotReadPast) {
  EXPECT_EQ(decode_utf8("", 0).length, 1u);
  EXPECT_EQ(decode_utf8("ế", 1).code, U'\uFFFD');
  EXPECT_EQ(decode_utf8("a", 5).length, 1u);
}

TEST(Utf8, ClassesOfCharacters) {
  for (char32_t letter : {U'a', U'Z', U'đ', U'Ế', U'\u0301', U'\u4E2D', U'\u0416'}) EXPECT_TRUE(is_letter(letter));
  for (char32_t other : {U'1', U'.', U'\u2019', U'\u201C', U' ', U'\n', U'$', U'\U0001F4E8'}) EXPECT_FALSE(is_letter(other));
  for (char32_t upper : {U'A', U'Đ', U'Ế', U'\u0416'}) EXPECT_TRUE(is_upper(upper));
  for (char32_t lower : {U'a', U'đ', U'ế', U'1', U'\u4E2D'}) EXPECT_FALSE(is_upper(lower));
  for (char32_t space : {U' ', U'\t', U'\u00A0', U'\u2003', U'\u200B', U'\uFEFF'}) EXPECT_TRUE(is_space(space));
  EXPECT_FALSE(is_space(U'\n'));
  EXPECT_TRUE(is_digit(U'7'));
  EXPECT_FALSE(is_digit(U'\u0667'));
}

}  // namespace
}  // namespace hearsay::testing
