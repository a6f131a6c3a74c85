// Fields and text of small pages, a rule of the room each.
// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <gtest/gtest.h>

#include "page/expected.h"

namespace hearsay {
namespace {

using testing::blocks_of;
using testing::fields_of;

const std::string kProse = "The council met on Monday and agreed to repair the bridge before the rains come back in autumn.";

std::string page(const std::string& head, const std::string& body) { return "<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>"; }
std::string linked(const std::string& json) { return "<script type=\"application/ld+json\">" + json + "</script>"; }
std::string article(const std::string& inside) { return "<h1>Bridge to be repaired</h1><div>" + inside + "</div>"; }

TEST(Page, TakesTheTitleOfJsonLd) {
  const WebPage read = read_page(page(linked(R"({"@type":"NewsArticle","headline":"Bridge to be repaired"})"), article("<p>" + kProse + "</p>")), "");
  EXPECT_EQ(fields_of(read), "title <json-ld>: Bridge to be repaired\n");
  EXPECT_EQ(blocks_of(read), "title: Bridge to be repaired\nparagraph: " + kProse + "\n");
}

TEST(Page, TrustsJsonLdBeforeOpenGraphBeforeMeta) {
  const std::string meta = R"(<meta name="pubdate" content="2024-03-01"><meta property="article:published_time" content="2024-03-02">)";
  EXPECT_EQ(read_page(page(meta, ""), "").published->value, "2024-03-02");
  const WebPage read = read_page(page(meta + linked(R"({"@type":"Article","datePublished":"2024-03-03"})"), ""), "");
  EXPECT_EQ(read.published->value, "2024-03-03");
  EXPECT_EQ(read.published->from, FieldOrigin::kJsonLd);
}

}  // namespace
}  // namespace hearsay
