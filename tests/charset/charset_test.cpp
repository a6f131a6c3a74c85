// What is believed about an encoding, and what is said of it.
// SPDX-License-Identifier: Apache-2.0
#include "charset/charset.h"

#include <gtest/gtest.h>

#include <random>

#include "charset/encode.h"
#include "charset/texts.h"

namespace hearsay::testing {
namespace {

constexpr std::string_view kText = "Cầu sẽ đóng cửa trong hai tuần để sửa chữa.";

void expect_decoded(const DecodedText& decoded, std::string_view text, std::string_view encoding, EncodingFrom from, size_t notes) {
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.encoding, encoding);
  EXPECT_EQ(decoded.from, from);
  EXPECT_EQ(decoded.notes.size(), notes) << (decoded.notes.empty() ? "" : decoded.notes[0]);
}

TEST(Charset, ValidUtf8StaysAsItIs) {
  const std::string apart = tones_apart(kText);
  expect_decoded(decode_text(std::string(kText), ""), kText, "utf-8", EncodingFrom::kValid, 0);
  expect_decoded(decode_text(std::string(kText), "UTF8"), kText, "utf-8", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text(apart, ""), apart, "utf-8", EncodingFrom::kValid, 0);
  expect_decoded(decode_text("", ""), "", "utf-8", EncodingFrom::kValid, 0);
  for (const Foreign& foreign : kForeign) expect_decoded(decode_text(std::string(foreign.text), ""), foreign.text, "utf-8", EncodingFrom::kValid, 0);
  for (std::string_view text : kVietnamese) expect_decoded(decode_text(std::string(text), ""), text, "utf-8", EncodingFrom::kValid, 0);
}
TEST(Charset, PlainAsciiIsUtf8WhateverIsDeclared) {
  expect_decoded(decode_text("<p>plain</p>", "iso-8859-1"), "<p>plain</p>", "utf-8", EncodingFrom::kValid, 0);
}
TEST(Charset, MarksAreTakenOff) {
  const std::string text(kText);
  expect_decoded(decode_text("\xEF\xBB\xBF" + text, "windows-1252"), kText, "utf-8", EncodingFrom::kMark, 1);
  expect_decoded(decode_text("\xFF\xFE" + encode_by_icu(text, "UTF-16LE"), ""), kText, "utf-16le", EncodingFrom::kMark, 0);
  expect_decoded(decode_text("\xFE\xFF" + encode_by_icu(text, "UTF-16BE"), ""), kText, "utf-16be", EncodingFrom::kMark, 0);
  expect_decoded(decode_text(std::string("\xFF\xFE\0\0", 4) + encode_by_icu(text, "UTF-32LE"), ""), kText, "utf-32le", EncodingFrom::kMark, 0);
  expect_decoded(decode_text(std::string("\0\0\xFE\xFF", 4) + encode_by_icu(text, "UTF-32BE"), ""), kText, "utf-32be", EncodingFrom::kMark, 0);
}
TEST(Charset, AMarkOfUtf8BeforeAnotherEncodingIsNotBelieved) {
  const DecodedText decoded = decode_text("\xEF\xBB\xBF" + encode_vietnamese(kText, "tcvn3"), "");
  EXPECT_EQ(decoded.text, kText);
  EXPECT_EQ(decoded.from, EncodingFrom::kDetected);
}
TEST(Charset, WhatIsDeclaredIsBelieved) {
  for (const Foreign& foreign : kForeign) {
    const DecodedText decoded = decode_text(encode_by_icu(foreign.text, foreign.encoding), foreign.encoding);
    EXPECT_EQ(decoded.text, foreign.text);
    EXPECT_EQ(decoded.from, EncodingFrom::kDeclared) << foreign.encoding;
    EXPECT_TRUE(decoded.notes.empty());
  }
  expect_decoded(decode_text("caf\xE9", "latin1"), "café", "windows-1252", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text("na\xEF" "ve \x93quote\x94", "iso-8859-1"), "naïve “quote”", "windows-1252", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text("th\xE0nh ph\xF4\xEC", "windows-1258"), "thành phố", "windows-1258", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text("th\xE0nh ph\xAF", "viscii"), "thành phố", "viscii", EncodingFrom::kDeclared, 0);
}
TEST(Charset, ValidUtf8OverrulesWhatIsDeclared) {
  for (const char* label : {"windows-1252", "iso-8859-1", "koi8-r", "gb2312", "utf-16"}) {
    const DecodedText decoded = decode_text(std::string(kText), label);
    expect_decoded(decoded, kText, "utf-8", EncodingFrom::kValid, 1);
    EXPECT_NE(decoded.notes[0].find("but the bytes are utf-8"), std::string::npos);
  }
}
TEST(Charset, AFewEastAsianCharactersThatAreUtf8ByChanceAreBelieved) {
  const std::string bytes = "\xC1\xAA\xCD\xA8";   // two characters in GBK, of which the second is UTF-8 too
  expect_decoded(decode_text(bytes, "gbk"), "联通", "gbk", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text("\xCD\xA8", "gbk"), "通", "gbk", EncodingFrom::kDeclared, 0);
}
TEST(Charset, DeclaredUtf8ThatIsNoneIsOverruled) {
  const DecodedText decoded = decode_text(encode_vietnamese(kVietnamese[0], "vni"), "utf-8");
  expect_decoded(decoded, kVietnamese[0], "vni", EncodingFrom::kDetected, 1);
  EXPECT_EQ(decoded.notes[0], "declared as utf-8, but the bytes are vni and were read as such");
  EXPECT_EQ(decode_text(encode_by_icu(kForeign[0].text, "windows-1252"), "utf-8").text, kForeign[0].text);
}
TEST(Charset, BrokenCharactersOfUtf8AreReplacedAndCounted) {
  const std::string whole(kVietnamese[0]);
  const DecodedText cut = decode_text(whole + "\xE1\xBB", "utf-8");
  EXPECT_EQ(cut.text, whole + "\uFFFD\uFFFD");
  EXPECT_EQ(cut.malformed, 2u);
  EXPECT_EQ(cut.notes, std::vector<std::string>{"2 malformed characters were replaced by U+FFFD"});
  const DecodedText middle = decode_text(whole + "\x92" + whole, "");
  EXPECT_EQ(middle.encoding, "utf-8");
  EXPECT_EQ(middle.malformed, 1u);
}
TEST(Charset, VietnameseFontsAreToldWhateverLatinEncodingIsDeclared) {
  for (const char* label : {"windows-1252", "iso-8859-1", "windows-1258", "viscii"})
    for (const char* encoding : {"tcvn3", "vni"}) EXPECT_EQ(decode_text(encode_vietnamese(kVietnamese[2], encoding), label).encoding, encoding) << label;
}
TEST(Charset, SaysThatCapitalFontsCannotBeTold) {
  const DecodedText decoded = decode_text(encode_vietnamese("Cầu ĐỔ trong LŨ, ba người mất tích", "tcvn3"), "");
  EXPECT_EQ(decoded.text, "Cầu Đổ trong Lũ, ba người mất tích");
  ASSERT_EQ(decoded.notes.size(), 1u);
  EXPECT_NE(decoded.notes[0].find(".VnTimeH"), std::string::npos);
}
TEST(Charset, RussianDeclaredAsLatinIsOverruled) {
  EXPECT_EQ(decode_text(encode_by_icu(kForeign[6].text, "windows-1251"), "iso-8859-1").text, kForeign[6].text);
}
TEST(Charset, Iso2022IsToldByItsEscapes) {
  const std::string_view text = kForeign[10].text;
  expect_decoded(decode_text(encode_by_icu(text, "ISO-2022-JP"), "iso-2022-jp"), text, "iso-2022-jp", EncodingFrom::kDeclared, 0);
  expect_decoded(decode_text(encode_by_icu(text, "ISO-2022-JP"), ""), text, "iso-2022-jp", EncodingFrom::kDetected, 0);
}
TEST(Charset, UnknownLabelsAreSaid) {
  expect_decoded(decode_text(std::string(kText), "x-own"), kText, "utf-8", EncodingFrom::kValid, 1);
}
TEST(Charset, WhatCannotBeToldIsWindows1252) {
  expect_decoded(decode_text("\x80 5", ""), "€ 5", "windows-1252", EncodingFrom::kFallback, 1);
}

// ---- hostile input

TEST(Charset, AnyBytesBecomeValidUtf8) {
  std::mt19937 random(7);
  std::string every;
  for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
  std::vector<std::string> inputs = {every, every + every, std::string(3, '\0'), "\xFF\xFE", "\xFF\xFE\x00", "\xEF\xBB\xBF\xC3"};
  for (int i = 0; i < 300; ++i) {
    std::string bytes;
    for (size_t length = random() % 400; bytes.size() < length;) bytes += static_cast<char>(i % 2 ? random() : 0x80 | random());
    inputs.push_back(bytes);
  }
  for (const std::string& bytes : inputs)
    for (const char* label : {"", "utf-8", "latin1", "viscii", "vni", "tcvn3", "windows-1258", "gb18030", "shift_jis", "iso-2022-jp", "utf-16"}) {
      const DecodedText decoded = decode_text(bytes, label);
      ASSERT_TRUE(valid_utf8(decoded.text));
      ASSERT_LE(decoded.text.size(), 3 * bytes.size());
    }
}
TEST(Charset, TenMegabytesOfOneByteAreRead) {
  const std::pair<char, const char*> cases[] = {{'\0', ""}, {'<', "utf-8"}, {'\x1B', ""}, {'\x80', "vni"}, {'\xA1', ""}, {'\xC3', "tcvn3"}, {'\xFF', "utf-8"}};
  for (const auto& [byte, label] : cases) {
    const std::string bytes(10u << 20, byte);
    EXPECT_LE(decode_text(bytes, label).text.size(), 3 * bytes.size());
  }
}

}  // namespace
}  // namespace hearsay::testing
