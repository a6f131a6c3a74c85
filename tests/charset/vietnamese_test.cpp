// The tables of the Vietnamese encodings, held by literal bytes that no encoder of ours made, and by every letter coming back.
// SPDX-License-Identifier: Apache-2.0
#include "charset/vietnamese.h"

#include <gtest/gtest.h>

#include "charset/encode.h"
#include "charset/encodings.h"
#include "charset/texts.h"

namespace hearsay::testing {
namespace {

std::string read(std::string_view bytes, std::string_view encoding) {
  size_t malformed = 0;
  std::string text = convert(bytes, *find_encoding(encoding), malformed);
  EXPECT_EQ(malformed, 0u) << encoding;
  EXPECT_TRUE(valid_utf8(text));
  return text;
}

constexpr std::string_view kMotto = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc";
constexpr std::string_view kPlaces = "Thành phố Hồ Chí Minh, Đắk Lắk, Cần Thơ, Huế, Mỹ Tho, Vũng Tàu, Nghệ An";

TEST(VietnameseTables, ReadTcvn3AsItsFontsDrawIt) {
  EXPECT_EQ(read("C\xE9ng h\xDF" "a x\xB7 h\xE9i ch\xF1 ngh\xDC" "a Vi\xD6t Nam, \xA7\xE9" "c l\xCBp - T\xF9 do - H\xB9nh ph\xF3" "c", "tcvn3"), kMotto);
  EXPECT_EQ(read("Th\xB5nh ph\xE8 H\xE5 Ch\xDD Minh, \xA7\xBEk L\xBEk, C\xC7n Th\xAC, Hu\xD5, M\xFC Tho, V\xF2ng T\xB5u, Ngh\xD6 An", "tcvn3"), kPlaces);
  EXPECT_EQ(read("\x93ng\xAD\xEAi \xAE\xE4" "c\x94 \x96 2\x85", "tcvn3"), "“người đọc” – 2…");
}
TEST(VietnameseTables, RaiseTheTonesOfTcvn3InWordsOfCapitals) {
  EXPECT_EQ(read("TH\xB5NH PH\xE8, \xA7\xA6\xEANG H\xE5 3, \xBE", "tcvn3"), "THÀNH PHỐ, ĐƯỜNG Hồ 3, ắ");
}
TEST(VietnameseTables, ReadVniAsVowelsWithTheBytesOfTheirMarks) {
  EXPECT_EQ(read("Co\xE4ng ho\xF8" "a xa\xF5 ho\xE4i chu\xFB ngh\xF3" "a Vie\xE4t Nam, \xD1o\xE4" "c la\xE4p - T\xF6\xEF do - Ha\xEFnh phu\xF9" "c", "vni"), kMotto);
  EXPECT_EQ(read("Tha\xF8nh pho\xE1 Ho\xE0 Ch\xED Minh, \xD1" "a\xE9k La\xE9k, Ca\xE0n Th\xF4, Hue\xE1, My\xF5 Tho, Vu\xF5ng Ta\xF8u, Nghe\xE4 An", "vni"), kPlaces);
  EXPECT_EQ(read("ng\xF6\xF4\xF8i \xF1o\xEF" "c, \xD1\xD6\xD4\xD8NG, TIE\xC1NG VIE\xC4T, k\xE6, th\xF2, l\xEE", "vni"), "người đọc, ĐƯỜNG, TIẾNG VIỆT, kỉ, thị, lỵ");
}
TEST(VietnameseTables, ReadViscii) {
  EXPECT_EQ(read("C\xB5ng h\xF2" "a x\xE3 h\xB5i ch\xFC ngh\xEE" "a Vi\xAEt Nam, \xD0\xB5" "c l\xA7p - T\xF1 do - H\xD5nh ph\xFA" "c", "viscii"), kMotto);
  EXPECT_EQ(read("Th\xE0nh ph\xAF H\xB0 Ch\xED Minh, \xD0\xA1k L\xA1k, C\xA5n Th\xBD, Hu\xAA, M\xDB Tho, V\xFBng T\xE0u, Ngh\xAE An", "viscii"), kPlaces);
  EXPECT_EQ(read("\x02\x05\x06\x14\x19\x1E", "viscii"), "ẲẴẪỶỸỴ");
}
TEST(VietnameseTables, ReadVps) {
  EXPECT_EQ(read("C\xB6ng h\xF2" "a x\xE3 h\xB6i ch\xFB ngh\xEF" "a Vi\x8Ct Nam, \xF1\xB6" "c l\xC6p - T\xBF do - H\xE5nh ph\xFA" "c", "vps"), kMotto);
  EXPECT_EQ(read("Th\xE0nh ph\xD3 H\xD2 Ch\xED Minh, \xF1\xA1k L\xA1k, C\xC0n Th\xD6, Hu\x89, M\xCF Tho, V\xDBng T\xE0u, Ngh\x8C An", "vps"), kPlaces);
}
TEST(VietnameseTables, ReadWindows1258WithItsMarksComposed) {
  EXPECT_EQ(read("Tha\xCCnh ph\xF4\xEC H\xF4\xCC Chi\xEC Minh", "windows-1258"), "Thành phố Hồ Chí Minh");
  EXPECT_EQ(read("Th\xE0nh ph\xF4\xEC, \xD0\xF4\xF2" "c l\xE2\xF2p, ng\xFD\xF5\xCCi, hi\xEA\xD2u, nghi\xDE" "a", "windows-1258"), "Thành phố, Độc lập, người, hiểu, nghĩa");
}
TEST(VietnameseTables, EveryTextComesBack) {
  for (const char* encoding : {"vni", "viscii", "windows-1258"})
    for (std::string_view text : kVietnamese) EXPECT_EQ(read(encode_vietnamese(text, encoding), encoding), text) << encoding;
}
TEST(VietnameseTables, MarksWithoutAVowelAreTheLettersOfWindows1252) {
  EXPECT_EQ(read("caf\xE9, b\xF8, \xE2", "vni"), "café, bø, â");
}

TEST(VietnameseLetters, ComeApartAndTogether) {
  size_t letters = 0;
  for (char32_t code = 0; code < 0x2000; ++code) {
    const ToneLetter letter = take_apart(code);
    if (letter.letter == 0 || put_together(letter) == 0) continue;
    ++letters;
    EXPECT_EQ(put_together(letter), code);
  }
  EXPECT_EQ(letters, 144u);   // 12 vowels, 6 tones, small and capital
  EXPECT_EQ(take_apart(0x1EC7).letter, 0xEAu);
  EXPECT_EQ(take_apart(0x1EC7).tone, Tone::kDot);
  EXPECT_TRUE(take_apart(0x110).upper);
  EXPECT_EQ(take_apart('w').letter, 0u);
}

}  // namespace
}  // namespace hearsay::testing
