// Text that was decoded wrongly before it came: mended where that is certain, left where it is not.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "charset/charset.h"
#include "charset/encode.h"
#include "charset/texts.h"

namespace hearsay::testing {
namespace {

std::string twice(std::string_view text) { return mojibake(mojibake(text)); }

void expect_mended(const std::string& bytes, std::string_view text) {
  const DecodedText decoded = decode_text(bytes, "utf-8");
  EXPECT_EQ(decoded.text, text);
  EXPECT_TRUE(decoded.repaired);
  EXPECT_EQ(decoded.notes.size(), 1u);
}
void expect_left(std::string_view text) {
  const DecodedText decoded = decode_text(std::string(text), "utf-8");
  EXPECT_EQ(decoded.text, text);
  EXPECT_FALSE(decoded.repaired);
  EXPECT_TRUE(decoded.notes.empty());
}

TEST(Mojibake, IsRepairedOnceAndTwice) {
  for (std::string_view text : kVietnamese) {
    expect_mended(mojibake(text), text);
    expect_mended(twice(text), text);
  }
  for (const Foreign& foreign : kForeign) {
    expect_mended(mojibake(foreign.text), foreign.text);
    expect_mended(twice(foreign.text), foreign.text);
  }
}
TEST(Mojibake, IsRepairedInAHeadline) {
  expect_mended("Viá»‡t Nam xuáº¥t kháº©u gáº¡o", "Việt Nam xuất khẩu gạo");
  expect_mended("L’Ã©tÃ© a Ã©tÃ© long", "L’été a été long");
  expect_mended("Itâ€™s late â€” weâ€™re closed", "It’s late — we’re closed");
}
TEST(Mojibake, OfLatin1IsRepaired) {
  std::string latin;
  for (const char c : kVietnamese[3]) append_utf8(latin, static_cast<unsigned char>(c));
  expect_mended(latin, kVietnamese[3]);
}
TEST(Mojibake, IsSaidInANote) {
  EXPECT_EQ(decode_text(mojibake(kVietnamese[0]), "").notes[0], "UTF-8 that had been read as windows-1252 was repaired");
  EXPECT_EQ(decode_text(twice(kVietnamese[0]), "").notes[0], "UTF-8 that had been read as windows-1252 more than once was repaired");
}
TEST(Mojibake, IsRepairedByLineAmongGoodLines) {
  const std::string good(kVietnamese[0]);
  expect_mended(good + "\n" + mojibake(kVietnamese[1]) + "\n" + good, good + "\n" + std::string(kVietnamese[1]) + "\n" + good);
  expect_mended("<title>" + mojibake(kVietnamese[1]) + "</title><p>" + good + "</p>", "<title>" + std::string(kVietnamese[1]) + "</title><p>" + good + "</p>");
}
TEST(Mojibake, LostBytesAreFoundByTheSyllable) {
  expect_mended(mojibake("Nhiều người dân điện báo: trường đóng cửa", "\uFFFD"), "Nhiều người dân điện báo: trường đóng cửa");
  expect_mended(mojibake("Tại Đà Nẵng, ông nói: “Chúng tôi ổn”", "\uFFFD"), "Tại Đà Nẵng, ông nói: “Chúng tôi ổn”");
}
TEST(Mojibake, NoBreakSpacesThatBecameSpacesAreLetters) {
  std::string line = mojibake("Và hàng ngàn người già làm việc ở nhà máy, vào làng là một lần nữa ở lại nhà");
  for (size_t at; (at = line.find("\xC2\xA0")) != std::string::npos;) line.replace(at, 2, " ");
  const std::string_view text = "Và hàng ngàn người già làm việc ở nhà máy, vào làng là một lần nữa ở lại nhà";
  expect_mended(line, text);
  for (size_t at; (at = line.find("  ")) != std::string::npos;) line.replace(at, 2, " ");
  line.pop_back();
  expect_mended(line, text);
}
TEST(Mojibake, LostBytesThatSeveralLettersWouldFitStayLost) {
  const std::string text = decode_text(mojibake("Việc ở xã được bàn: ngọn núi, và Ánh", "\uFFFD"), "").text;
  EXPECT_TRUE(text.starts_with("Việc ở xã được bàn: "));
  EXPECT_NE(text.find('\xEF'), std::string::npos);
}
TEST(Mojibake, TextsThatOnlyShowItAreLeft) {
  expect_left("In a wrong encoding the letter é appears as Ã©, and quotation marks as â€œ and â€\u009D.");
  expect_left("The page shows \"Ã©\" or \"Ã¨\" where accents should be.");
  expect_left("He typed cafÃ© once.");
  expect_left("«AMANHû");   // a word in capitals before a guillemet
  expect_left("L’étГ©");
  expect_left("Ðây là Âu Cơ, chữ Ã đứng một mình");
}
TEST(Mojibake, LettersOfFontsLeftAsWindows1252AreConverted) {
  for (const char* encoding : {"tcvn3", "vni", "windows-1258", "viscii", "vps"})
    for (std::string_view text : kVietnamese) {
      std::string_view sentence = text.substr(0, text.find('.'));
      std::string wrong;
      for (const char c : encode_vietnamese(sentence, encoding)) append_utf8(wrong, windows_1252(static_cast<unsigned char>(c)));
      if (wrong.find('\0') != std::string::npos) continue;
      const DecodedText decoded = decode_text(wrong, "utf-8");
      size_t malformed = 0;
      EXPECT_EQ(decoded.text, convert(encode_vietnamese(sentence, encoding), *find_encoding(encoding), malformed)) << encoding;
      EXPECT_TRUE(decoded.repaired);
    }
  const DecodedText decoded = decode_text("C¸c em häc sinh vÒ tr­êng s¸ng nay\nVà dòng này vốn đúng", "");
  EXPECT_EQ(decoded.text, "Các em học sinh về trường sáng nay\nVà dòng này vốn đúng");
  EXPECT_EQ(decoded.notes[0], "letters in tcvn3 that had been read as windows-1252 were converted");
}
TEST(Mojibake, AMegabyteOfSuspiciousLettersIsRead) {
  for (const char* unit : {"Ã", "Ã©", "á»", "Ã\uFFFD", "aÃ© ", "â€"}) {
    std::string text;
    while (text.size() < 1u << 20) text += unit;
    EXPECT_TRUE(valid_utf8(decode_text(text, "").text));
  }
}

}  // namespace
}  // namespace hearsay::testing
