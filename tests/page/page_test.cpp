// Fields and text of small pages, a rule of the room each.
// SPDX-License-Identifier: Apache-2.0
#include "page/page.h"

#include <gtest/gtest.h>

#include "page/expected.h"
#include "text/utf8.h"

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

TEST(Page, TakesFieldsInTheOrderOfTrust) {
  const std::string times = "<time datetime=2024-03-04>x</time><p>03/03/2024</p>", address = "https://a.example/2024/03/02/x.html";
  const std::string microdata = "<meta itemprop=datePublished content=2024-03-06>", meta = "<meta name=date content=2024-03-05>";
  const auto published = [&](const std::string& head, const std::string& body) { return read_page(page(head, article(body + "<p>" + kProse + "</p>")), address).published; };
  EXPECT_EQ(published(meta, microdata + times)->from, FieldOrigin::kMicrodata);
  EXPECT_EQ(published(meta, times)->from, FieldOrigin::kMeta);
  EXPECT_EQ(published("", times)->from, FieldOrigin::kTimeElement);
  EXPECT_EQ(published("", "<p>03/03/2024</p>")->from, FieldOrigin::kVisible);
  EXPECT_EQ(published("", "")->from, FieldOrigin::kAddress);
}

TEST(Page, DropsDatesThatCannotBe) {
  const WebPage read = read_page(page(linked(R"({"@type":"Article","headline":"T","datePublished":"2024-02-30"})") + "<meta name=date content=2024-02-29>", ""), "");
  EXPECT_EQ(read.published->value, "2024-02-29");
  EXPECT_EQ(read.published->from, FieldOrigin::kMeta);
}

TEST(Page, ForgivesJsonLdItsMistakes) {
  for (const char* json : {"{\"@type\":\"Article\",\"headline\":\"Two\nlines\",}", "/* x */ {\"@type\":\"Article\", // y\n\"headline\":\"Two lines\"};", "<!-- {\"@type\":\"Article\",\"headline\":\"Two lines\"} -->",
                           "//<![CDATA[\n[{\"@type\":[\"Article\"],\"headline\":\"Two&#32;lines\"}]//]]>", "{\"@type\":\"schema:NewsArticle\",\"schema:headline\":\"Two lines\"}"})
    EXPECT_EQ(fields_of(read_page(page(linked(json), ""), "")), "title <json-ld>: Two lines\n") << json;
}

TEST(Page, SaysWhatJsonLdItLeftOut) {
  EXPECT_EQ(read_page(page(linked("{\"@type\":"), ""), "").notes, std::vector<std::string>{"JSON-LD that cannot be read was left out"});
  const WebPage other = read_page(page("<title>Bridge to be repaired</title>" + linked(R"({"@type":"Article","headline":"Cats of the harbour","author":"X Y"})"), article(kProse)), "");
  EXPECT_EQ(other.notes, std::vector<std::string>{"JSON-LD about another article was left out"});
  EXPECT_TRUE(other.authors.empty());
}

TEST(Page, NamesAuthorsAndOutletsHoweverTheyAreGiven) {
  for (const char* author : {R"("A B")", R"(["A B"])", R"({"name":"A B"})", R"([{"@type":"Person","name":["A B"]}])"}) {
    const WebPage read = read_page(page(linked(std::string(R"({"@type":"Article","headline":"T","author":)") + author + R"(,"publisher":)" + author + "}"), ""), "");
    ASSERT_EQ(read.authors.size(), 1u) << author;
    EXPECT_EQ(read.authors[0].value, "A B");
    EXPECT_EQ(read.outlet->value, "A B");
  }
}

TEST(Page, TakesNoAddressForAnAuthor) {
  EXPECT_TRUE(read_page(page("<meta property=article:author content=https://social.example/ab>", ""), "").authors.empty());
}

TEST(Page, LeavesTheOutletOutOfTheTitle) {
  const std::string body = article("<p>" + kProse + "</p>");
  for (const char* title : {"Bridge to be repaired - The Post", "Bridge to be repaired | Local | The Post", "Bridge to be repaired \xE2\x80\x93 The Post"}) {
    const WebPage read = read_page(page(std::string("<title>") + title + "</title>", body), "");
    EXPECT_EQ(read.title->value, "Bridge to be repaired") << title;
    EXPECT_EQ(read.outlet->value, "The Post") << title;
  }
}

TEST(Page, MakesTheCanonicalAddressAbsolute) {
  EXPECT_EQ(read_page(page("<link rel=canonical href=/a/b>", ""), "https://a.example/x?y").url->value, "https://a.example/a/b");
  EXPECT_EQ(read_page(page("<link rel=canonical href=/a/b>", ""), "").url, std::nullopt);
  EXPECT_EQ(read_page(page("<link rel=canonical href=javascript:x>", ""), "https://a.example/x").url->from, FieldOrigin::kAddress);
  EXPECT_EQ(read_page("", "https://a.example/x").url->from, FieldOrigin::kAddress);
}

TEST(Page, GivesRepeatedTextOnce) {
  EXPECT_EQ(blocks_of(read_page(page("", article("<p>" + kProse + "</p><p>" + kProse + "</p>")), "")), "title: Bridge to be repaired\nparagraph: " + kProse + "\n");
}

TEST(Page, FoldsWhiteSpaceAndDropsWhatHasNoWidth) {
  EXPECT_EQ(blocks_of(read_page(page("", article("<p>The  council\n met&nbsp;on Mon&shy;day and agreed&#8203; to repair the bridge before autumn comes.")), "")),
            "title: Bridge to be repaired\nparagraph: The council met on Monday and agreed to repair the bridge before autumn comes.\n");
}

TEST(Page, ReadsMalformedBytesAsReplacementCharacters) {
  EXPECT_EQ(read_page("<title>a\xFF</title>", "").title->value, "a\xEF\xBF\xBD");
}

TEST(Page, CutsLongNamesBetweenCharacters) {
  std::string letters = "x";
  for (int i = 0; i < 3000; ++i) letters += "\xC4\x91";
  const WebPage read = read_page(page("", "<div><b itemprop=headline>" + letters + "</b></div>"), "");
  EXPECT_TRUE(valid_utf8(read.title->value));
  EXPECT_LT(read.title->value.size(), 2100u);
}

TEST(Page, YieldsNothingFromNothing) {
  for (const char* empty : {"", " ", "<", "<!--", "<html></html>", "\xEF\xBB\xBF"}) {
    const WebPage read = read_page(empty, "");
    EXPECT_TRUE(read.blocks.size() <= 1 && !read.title && read.notes.empty()) << empty;
  }
}

TEST(Page, ReadsNoMoreThanItsLimit) {
  const std::string html = "<h1>T</h1><p>" + kProse + "</p><!--" + std::string(kMostPageBytes, 'x') + "--><p>" + kProse + " Behind.</p>";
  const WebPage read = read_page(html, "");
  EXPECT_EQ(read.notes, std::vector<std::string>{"only the first 16 MB were read"});
  EXPECT_EQ(read.blocks.size(), 2u);
}

TEST(Page, ReadsNoJsonLdBomb) {
  EXPECT_EQ(read_page(linked(std::string(3 << 20, '[')), "").notes, std::vector<std::string>{"JSON-LD that cannot be read was left out"});
  EXPECT_TRUE(read_page(linked(std::string(1 << 20, '[')), "").blocks.empty());
  std::string many;
  for (int i = 0; i < 5000; ++i) many += linked(R"({"@type":"Article","headline":"T )" + std::to_string(i) + "\"}");
  EXPECT_EQ(read_page(many, "").title->value, "T 0");
}

TEST(Page, TakesTheTextFromJsonLdWhereThePageShowsNone) {
  const WebPage read = read_page(page(linked(R"({"@type":"Article","headline":"T","articleBody":"One line of text.\n\nAnother."})"), "<div id=root></div>"), "");
  EXPECT_EQ(blocks_of(read), "paragraph: One line of text.\nparagraph: Another.\n");
  EXPECT_EQ(read.notes, std::vector<std::string>{"the text was taken from JSON-LD, since the page shows none"});
}

TEST(Page, SaysThatAPageIsNotFree) {
  EXPECT_EQ(read_page(linked(R"({"@type":"Article","headline":"T","isAccessibleForFree":false})"), "").notes,
            std::vector<std::string>{"the page says that it is not free to read: its text may be cut"});
}

}  // namespace
}  // namespace hearsay
