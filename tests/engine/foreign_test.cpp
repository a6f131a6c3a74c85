// Paragraphs in another language than their report's are kept, marked and not read; what only looks strange is read.
// SPDX-License-Identifier: Apache-2.0
#include "engine/letters.h"

namespace hearsay::testing {
namespace {

const std::string kVietnamese =
    "Bộ trưởng Ngoại giao Trần Văn Bảy cho biết hai bên đã gặp nhau hôm thứ ba tại Hải Phòng và sẽ gặp lại vào tháng tới.\n\n"
    "Ông nói cuộc gặp kéo dài ba giờ, và hai bên đồng ý mở lại tuyến phà vốn bị dừng từ mùa bão năm ngoái.\n";
const std::string kFrench =
    "Le ministre a annoncé mardi que les deux parties se rencontreraient de nouveau le mois prochain, et que la liaison maritime serait rouverte avant la fin de l'hiver.\n";
const std::string kEnglish =
    "Foreign Minister Tran Van Bay said the two sides met on Tuesday in the port and would meet again next month to sign the agreement on the ferry line.\n";

Analysis read(const std::string& text, const std::string& lang) {
  Metadata metadata;
  metadata.path = "report.txt";
  metadata.published = "2024-03-06";
  metadata.lang = lang;
  return analysed({metadata, text});
}

std::vector<std::string> foreign(const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Zone& zone : analysis.document.zones)
    if (zone.kind == ZoneKind::kForeign) out.push_back(zone.lang + ": " + analysis.document.text.substr(zone.span.start, 12));
  return out;
}

TEST(Foreign, ParagraphsAreMarkedAndKeptUnread) {
  const Analysis analysis = read(kVietnamese + "\n" + kFrench + "\n" + kEnglish, "vi");
  EXPECT_EQ(foreign(analysis), (std::vector<std::string>{"fr: Le ministre ", "en: Foreign Mini"}));
  const Analysis alone = read(kVietnamese, "vi");
  EXPECT_EQ(analysis.sentences.size(), alone.sentences.size());
  EXPECT_EQ(analysis.times.size(), alone.times.size());
  EXPECT_EQ(analysis.actors.size(), alone.actors.size());
  EXPECT_EQ(analysis.statements.size(), alone.statements.size());
}

TEST(Foreign, ParagraphsStandAsSuchInTheRecord) {
  const Analysis analysis = read(kEnglish + "\n" + kFrench, "en");
  const std::string record = analysis_record(analysis);
  EXPECT_NE(record.find("\"kind\":\"foreign\""), std::string::npos);
  EXPECT_NE(record.find("\"lang\":\"fr\"}"), std::string::npos);
  const auto back = read_analysis_record(record);
  ASSERT_TRUE(back);
  EXPECT_EQ(analysis_record(*back), record);
}

TEST(Foreign, IsNothingThatIsShortOrFullOfNames) {
  EXPECT_TRUE(foreign(read(kVietnamese + "\nLe ministre a parlé.\n", "vi")).empty());
  EXPECT_TRUE(foreign(read(kEnglish + "\nAmong those who came were Nguyễn Văn An, Trần Thị Bình, Lê Văn Cường, Phạm Thị Dung and Hoàng Văn Em of the port.\n", "en")).empty());
}

}  // namespace
}  // namespace hearsay::testing
