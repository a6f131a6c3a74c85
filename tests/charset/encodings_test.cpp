// Labels of the WHATWG Encoding Standard, and conversion by ICU.
// SPDX-License-Identifier: Apache-2.0
#include "charset/encodings.h"

#include <gtest/gtest.h>

#include "charset/encode.h"
#include "charset/texts.h"

namespace hearsay::testing {
namespace {

TEST(Encodings, AreFoundByTheLabelsOfTheWeb) {
  const std::pair<const char*, const char*> cases[] = {
      {"latin1", "windows-1252"},   {"ISO-8859-1", "windows-1252"}, {"us-ascii", "windows-1252"}, {" UTF8\n", "utf-8"}, {"Shift-JIS", "shift_jis"},
      {"gb2312", "gbk"},            {"ks_c_5601-1987", "euc-kr"},   {"utf-16", "utf-16le"},       {"tis-620", "windows-874"}, {"iso-8859-9", "windows-1254"},
      {"x-viet-tcvn5712", "tcvn3"}, {"viscii1.1-1", "viscii"},      {"x-viet-vps", "vps"},        {"x-viet-vni", "vni"},      {"CP1258", "windows-1258"}};
  for (const auto& [label, name] : cases) {
    const Encoding* found = find_encoding(label);
    ASSERT_TRUE(found) << label;
    EXPECT_EQ(found->name, name) << label;
  }
}
TEST(Encodings, UnknownLabelsFindNothing) {
  for (const char* label : {"", " ", "none", "utf", "latin1 latin2", "8859", "utf-7"}) EXPECT_EQ(find_encoding(label), nullptr) << label;
  EXPECT_EQ(find_encoding(std::string(1 << 20, 'x')), nullptr);
}
TEST(Encodings, ForeignTextsComeBack) {
  for (const Foreign& foreign : kForeign) {
    size_t malformed = 0;
    EXPECT_EQ(convert(encode_by_icu(foreign.text, foreign.encoding), *find_encoding(foreign.encoding), malformed), foreign.text);
    EXPECT_EQ(malformed, 0u);
  }
}
TEST(Encodings, CharactersBeyondTheBasicPlaneSurviveEveryCut) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += i % 3 == 0 ? "a" : "\U0001F600";   // pieces of the conversion end between surrogates
  for (const char* name : {"utf-16le", "utf-16be", "utf-32le", "utf-32be", "gb18030"}) {
    size_t malformed = 0;
    const Encoding& encoding = *find_encoding(name);
    EXPECT_EQ(convert(encode_by_icu(text, encoding.converter), encoding, malformed), text) << name;
    EXPECT_EQ(malformed, 0u) << name;
  }
}
TEST(Encodings, BytesThatMeanNothingAreCounted) {
  size_t malformed = 0;
  EXPECT_EQ(convert("a\x81", *find_encoding("shift_jis"), malformed), "a\uFFFD");
  EXPECT_EQ(malformed, 1u);
  EXPECT_EQ(convert(std::string_view("a\0\0", 3), *find_encoding("utf-16le"), malformed), "a\uFFFD");
  EXPECT_EQ(malformed, 2u);
  EXPECT_EQ(convert("a\x81", *find_encoding("tcvn3"), malformed), "a\uFFFD");
  EXPECT_EQ(malformed, 3u);
}

}  // namespace
}  // namespace hearsay::testing
