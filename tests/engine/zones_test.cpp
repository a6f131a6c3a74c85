// Lines of plain texts that are not the report's own telling.
// SPDX-License-Identifier: Apache-2.0
#include "engine/letters.h"
#include "record/names.h"

namespace hearsay::testing {
namespace {

// The kinds of all lines but the two of the body, in order.
std::string kinds(const std::string& head, const std::string& tail, const std::string& lang) {
  const std::string body = lang == "vi" ? "Ngoại trưởng Nga đã gặp Ngoại trưởng Trung Quốc hôm 4/3 tại Bắc Kinh.\n\nHai bên bàn về thương mại và vận tải.\n"
                                        : "The Russian foreign minister met his Chinese counterpart on Monday.\n\nThey talked about trade and transport.\n";
  Metadata metadata;
  metadata.path = "report.txt";
  metadata.published = "2024-03-05";
  metadata.lang = lang;
  const Analysis analysis = analysed({metadata, "Cảng Hải Đông mở lại\n\n" + head + body + tail});
  std::string out;
  for (const Zone& zone : analysis.document.zones)
    if (zone.kind != ZoneKind::kBody) out += std::string(out.empty() ? "" : " ") + std::string(to_string(zone.kind));
  return out;
}

TEST(Zones, FindWhoSignsBelowTheLastWords) {
  for (const char* tail : {"\nTheo Reuters\n", "\n(Theo BBC)\n", "\nAnh Thư (Theo AP)\n", "\nTTXVN/Vietnam+\n", "\nBảo Hà / VnExpress\n", "\nNguyễn Văn Nam\n", "\nLan Hương/VOV.VN tổng hợp\n"})
    EXPECT_EQ(kinds("", tail, "vi"), "title credit") << tail;
  for (const char* tail : {"\nReuters\n", "\n(Reporting by Jane Miller and Tom Hay in Geneva; Editing by Ann Lee)\n", "\nAdditional reporting by Tom Hay in Geneva\n"})
    EXPECT_EQ(kinds("", tail, "en"), "title credit") << tail;
}

TEST(Zones, FindThemAboveWhatFollows) {
  EXPECT_EQ(kinds("", "\nThanh Hà\n\nTheo Reuters\n\nXem thêm: Giá vàng hôm nay\n\nTừ khóa: Nga; Trung Quốc\n", "vi"), "title credit credit boilerplate boilerplate");
  EXPECT_EQ(kinds("", "\nJane Miller\n\n© 2024 The Harbour Post. All rights reserved.\n", "en"), "title credit boilerplate");
}

TEST(Zones, FindBylines) {
  EXPECT_EQ(kinds("By Jane Miller and Tom Hay\n\n", "", "en"), "title credit");
  EXPECT_EQ(kinds("Theo BBC\n\n", "", "vi"), "title credit");
}

TEST(Zones, LeaveSentencesInTheBody) {
  EXPECT_EQ(kinds("", "\nTheo Reuters, hai bên sẽ gặp lại vào tháng tới.\n", "vi"), "title");
  EXPECT_EQ(kinds("", "\nBy then the port will be closed.\n", "en"), "title");
  EXPECT_EQ(kinds("", "\nXem thêm về cuộc gặp là việc của các nhà báo.\n", "vi"), "title");
}

}  // namespace
}  // namespace hearsay::testing
