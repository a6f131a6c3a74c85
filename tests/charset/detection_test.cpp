// How often the encoding of short and long pieces of text is told, counted over every piece that begins with a word of the texts.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "charset/charset.h"
#include "charset/encode.h"
#include "charset/texts.h"

namespace hearsay::testing {
namespace {

constexpr const char* kLegacy[] = {"tcvn3", "vni", "windows-1258", "viscii", "vps"};

// Pieces of at least so many characters, whole words; texts without spaces are cut at every third character.
std::vector<std::string> pieces(std::string_view text, size_t characters) {
  std::vector<size_t> starts;
  for (size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) starts.push_back(at);
  starts.push_back(text.size());
  const bool spaces = std::count(text.begin(), text.end(), ' ') > 20;
  std::vector<std::string> found;
  for (size_t i = 0; i + characters < starts.size(); ++i) {
    if (spaces ? i > 0 && text[starts[i] - 1] != ' ' : i % 3 != 0) continue;
    size_t end = i + characters;
    while (spaces && end + 1 < starts.size() && text[starts[end]] != ' ') ++end;
    found.emplace_back(text.substr(starts[i], starts[end] - starts[i]));
  }
  return found;
}

struct Score {
  size_t right = 0, all = 0;
  void add(bool told) {
    right += told;
    ++all;
  }
  double share() const { return static_cast<double>(right) / static_cast<double>(all); }
};

Score vietnamese_score(const std::string& encoding, size_t characters) {
  Score score;
  for (std::string_view text : kVietnamese)
    for (const std::string& piece : pieces(text, characters)) score.add(decode_text(encode_vietnamese(piece, encoding), "").encoding == encoding);
  return score;
}

TEST(Detection, TellsVietnameseEncodingsByAHeadline) {
  for (const char* encoding : kLegacy) {
    const Score line = vietnamese_score(encoding, 30), headline = vietnamese_score(encoding, 60), paragraph = vietnamese_score(encoding, 200);
    std::printf("%-14s 30 letters %zu/%zu, 60 letters %zu/%zu, 200 letters %zu/%zu\n", encoding, line.right, line.all, headline.right, headline.all, paragraph.right, paragraph.all);
    EXPECT_GE(line.share(), 0.95) << encoding;
    EXPECT_EQ(headline.right, headline.all) << encoding;
    EXPECT_EQ(paragraph.right, paragraph.all) << encoding;
  }
}
TEST(Detection, TakesNoOtherTextForVietnamese) {
  Score score;
  for (const Foreign& foreign : kForeign)
    for (const size_t characters : {8u, 15u, 30u, 60u, 120u})
      for (const std::string& piece : pieces(foreign.text, characters)) {
        const DecodedText decoded = decode_text(encode_by_icu(piece, foreign.encoding), "");
        score.add(decoded.text == piece || std::find(std::begin(kLegacy), std::end(kLegacy), decoded.encoding) == std::end(kLegacy));
        EXPECT_EQ(score.right, score.all) << piece << " -> " << decoded.encoding << ": " << decoded.text;
        score.right = score.all;
      }
  EXPECT_GT(score.all, 1000u);
}
TEST(Detection, TakesWesternLinesOfShortWordsAsTheyAre) {
  for (std::string_view line : {"Né à Hué, le thé à la pêche là où", "où là né thé pré dû", "Él dijo que sí, que no sé qué té dé", "Más té, sí", "Tôi yêu",
                                "Ça va à Hô Chi Minh-Ville, où la fête du Têt", "Ngô Dinh Diêm à Huê", "Ja, vi må gå på gå. Få må så", "É só lá pé, pá, né, nó, lã, dá, vó, há, cá",
                                "Città: è già là, ciò più sù, né tè", "Þú át mýs, þá sá ég bý"})
    EXPECT_EQ(decode_text(encode_by_icu(line, "windows-1252"), "").text, line);
}
TEST(Detection, SeesVietnameseAmongForeignNamesAndInCapitals) {
  for (const std::string encoding : kLegacy)
    for (std::string_view line : {"Microsoft, Google và Facebook mở văn phòng tại Singapore, Apple tìm đối tác", "THỦ TƯỚNG: không để dân đói. Bộ Y tế họp với UNICEF và Pfizer về vaccine",
                                  "THÀNH PHỐ ĐÓNG CỬA CẦU", "Nguyễn Văn Hùng", "Hà Nội mưa to"})
      EXPECT_EQ(decode_text(encode_vietnamese(line, encoding), "").text, line) << encoding;
}
TEST(Detection, TellsOtherEncodingsByAFewLines) {
  for (const Foreign& foreign : kForeign) {
    const DecodedText decoded = decode_text(encode_by_icu(foreign.text, foreign.encoding), "");
    EXPECT_NE(std::find(foreign.told_as.begin(), foreign.told_as.end(), decoded.encoding), foreign.told_as.end()) << foreign.encoding << " told as " << decoded.encoding;
    EXPECT_EQ(decoded.text, foreign.text);
    EXPECT_EQ(decoded.from, EncodingFrom::kDetected);
  }
}
TEST(Detection, LooksThroughMarkup) {
  std::string page = "<html><head><style>";
  for (int i = 0; i < 2000; ++i) page += "body { margin: 0 auto; padding: inherit }\n";
  page += "</style></head><body class=\"front\"><p>" + encode_vietnamese(kVietnamese[1], "tcvn3") + "</p><div id=\"share\">Facebook Twitter</div></body></html>";
  EXPECT_EQ(decode_text(page, "iso-8859-1").encoding, "tcvn3");
}
TEST(Detection, TellsUtf16WithoutAMark) {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    const DecodedText decoded = decode_text(encode_by_icu(kVietnamese[0], encoding), "");
    EXPECT_EQ(decoded.text, kVietnamese[0]);
    EXPECT_EQ(decoded.from, EncodingFrom::kDetected);
  }
}

}  // namespace
}  // namespace hearsay::testing
