// Bytes into documents: encodings, pages, what is refused.
// SPDX-License-Identifier: Apache-2.0
#include "document/document.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

namespace hearsay {
namespace {

struct Read {
  Document document;
  std::vector<std::string> notes;
};

Read read(const std::string& bytes, const Metadata& metadata = {}) {
  Read out;
  Result<Document> document = decode_document(bytes, metadata, out.notes);
  EXPECT_TRUE(document) << document.error().message;
  if (document) out.document = std::move(*document);
  return out;
}

std::string refusal(const std::string& bytes) {
  std::vector<std::string> notes;
  Metadata metadata;
  metadata.path = "a.html";
  const Result<Document> document = decode_document(bytes, metadata, notes);
  return document ? "" : document.error().message;
}

std::string in_utf16(const std::string& text) {
  std::string out;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  for (int32_t i = 0; i < wide.length(); ++i) (out += static_cast<char>(wide[i] & 0xFF)) += static_cast<char>(wide[i] >> 8);
  return out;
}

const std::string kSentence = "Bộ trưởng hai nước đã gặp nhau ở Hà Nội và bàn về việc mở lại cửa khẩu.";

const std::string kPage = R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Hai bộ trưởng gặp nhau - Báo Bến Sông</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Hai bộ trưởng gặp nhau","datePublished":"2024-03-05T10:15:00+07:00",
"publisher":{"name":"Báo Bến Sông"},"author":{"name":"Lê Bình"}}</script></head><body><nav><a href="/">Trang chủ</a></nav>
<article><h1>Hai bộ trưởng gặp nhau</h1><p>)" + kSentence + R"(</p><figure><img src="a.jpg"><figcaption>Hai bộ trưởng tại cuộc họp. Ảnh: Bến Sông</figcaption></figure>
<p>Cuộc gặp kéo dài hai giờ, theo thông cáo của hai bên phát đi vào buổi chiều.</p></article><footer>Liên hệ quảng cáo</footer></body></html>)";

TEST(DecodedDocument, IsAPagesArticle) {
  const Document document = read(kPage).document;
  EXPECT_EQ(document.text, "Hai bộ trưởng gặp nhau\n\n" + kSentence +
                               "\n\nHai bộ trưởng tại cuộc họp. Ảnh: Bến Sông\n\nCuộc gặp kéo dài hai giờ, theo thông cáo của hai bên phát đi vào buổi chiều.");
  ASSERT_EQ(document.zones.size(), 2u);
  EXPECT_EQ(document.zones[0].kind, ZoneKind::kTitle);
  EXPECT_EQ(document.zones[1].kind, ZoneKind::kCaption);
  EXPECT_EQ(document.lang, "vi");                            // the text's, not the template's
}

TEST(DecodedDocument, KnowsWhatItsPageSays) {
  const Document document = read(kPage).document;
  EXPECT_EQ(document.title, "Hai bộ trưởng gặp nhau");
  EXPECT_EQ(document.outlet_name, "Báo Bến Sông");
  EXPECT_EQ(document.published, "2024-03-05T10:15:00+07:00");
  EXPECT_EQ(document.published_from, DateOrigin::kMetadata);
  EXPECT_EQ(document.authors, std::vector<std::string>{"Lê Bình"});
  EXPECT_EQ(document.fields.at("published"), FieldOrigin::kJsonLd);
}

TEST(DecodedDocument, BelievesWhatItWasGivenBeforeItsPage) {
  Metadata metadata;
  metadata.title = "Another title";
  metadata.published = "2024-03-04";
  metadata.published_from = DateOrigin::kOption;
  const Document document = read(kPage, metadata).document;
  EXPECT_EQ(document.title, "Another title");
  EXPECT_EQ(document.published, "2024-03-04");
  EXPECT_EQ(document.published_from, DateOrigin::kOption);
  EXPECT_EQ(document.fields.at("title"), FieldOrigin::kGiven);
  EXPECT_EQ(document.fields.at("outlet"), FieldOrigin::kJsonLd);
}

Metadata by_feed() {
  Metadata metadata;
  metadata.feed = {"https://www.bensong.example/2024/a.html", "Theo nguồn tin", "Nguồn tin", "2024-03-06", "vi-VN", "Trần An"};
  return metadata;
}

TEST(DecodedDocument, BelievesItsPageBeforeTheFeedThatLedToIt) {
  const Document document = read(kPage, by_feed()).document;
  EXPECT_EQ(document.title, "Hai bộ trưởng gặp nhau");
  EXPECT_EQ(document.outlet_name, "Báo Bến Sông");
  EXPECT_EQ(document.published, "2024-03-05T10:15:00+07:00");
  EXPECT_EQ(document.authors, std::vector<std::string>{"Lê Bình"});
  EXPECT_EQ(document.url, "https://www.bensong.example/2024/a.html");
  EXPECT_EQ(document.fields.at("published"), FieldOrigin::kJsonLd);
  EXPECT_EQ(document.fields.at("url"), FieldOrigin::kAddress);
}

TEST(DecodedDocument, BelievesTheFeedWhereNothingElseIsKnown) {
  for (const std::string& bytes : {"<!DOCTYPE html><html><body><article><p>" + kSentence + "</p></article></body></html>", kSentence}) {
    const Document document = read(bytes, by_feed()).document;
    EXPECT_EQ(document.text, kSentence);
    EXPECT_EQ(document.title, "Theo nguồn tin");
    EXPECT_EQ(document.outlet_name, "Nguồn tin");
    EXPECT_EQ(document.published, "2024-03-06");
    EXPECT_EQ(document.published_from, DateOrigin::kMetadata);
    EXPECT_EQ(document.authors, std::vector<std::string>{"Trần An"});
    for (const char* field : {"title", "outlet", "published", "authors"}) EXPECT_EQ(document.fields.at(field), FieldOrigin::kFeed) << field;
    EXPECT_EQ(document.fields.at("url"), FieldOrigin::kAddress);
    EXPECT_FALSE(document.fields.contains("lang"));
  }
  EXPECT_EQ(read("1 2 3", by_feed()).document.lang, "vi");
  EXPECT_EQ(read("1 2 3", by_feed()).document.fields.at("lang"), FieldOrigin::kFeed);
}

TEST(DecodedDocument, IsOfItsHostWhereNobodyNamesTheOutlet) {
  Metadata metadata = by_feed();
  metadata.feed.outlet = "";
  metadata.feed.published = "yesterday";
  const Document document = read(kSentence, metadata).document;
  EXPECT_EQ(document.outlet_name, "bensong.example");
  EXPECT_EQ(document.fields.at("outlet"), FieldOrigin::kAddress);
  EXPECT_EQ(document.published, std::nullopt);
}

TEST(DecodedDocument, ReadsOldEncodings) {
  const Read marks = read("B\xF4\xF2 tr\xFD\xF5\xD2ng hai n\xFD\xF5\xEC" "c \xF0" "a\xDE g\xE3\xF2p nhau \xF5\xD2 H\xE0 N\xF4\xF2i");
  EXPECT_EQ(marks.document.text, "Bộ trưởng hai nước đã gặp nhau ở Hà Nội");
  EXPECT_EQ(marks.document.encoding, "windows-1258");
  const Read wide = read("\xFF\xFE" + in_utf16(kSentence));
  EXPECT_EQ(wide.document.text, kSentence);
  EXPECT_EQ(wide.document.encoding, "utf-16le");
  EXPECT_EQ(read(kSentence).document.encoding, "utf-8");
}

TEST(DecodedDocument, TakesTheEncodingThatCameWithTheBytes) {
  Metadata metadata;
  metadata.charset = "iso-8859-2";
  EXPECT_EQ(read("\xA3\xF3" "d\xBC", metadata).document.text, "Łódź");
}

TEST(DecodedDocument, KeepsWhatIsMarkedInAPlainText) {
  Metadata metadata;
  metadata.marked = {{ZoneKind::kCaption, {0, 5}, -1}};
  ASSERT_EQ(read("Hello\n\nWorld.", metadata).document.zones.size(), 1u);
}

TEST(DecodedDocument, IsRefusedInOneLine) {
  EXPECT_EQ(refusal(""), "a.html: the file is empty");
  EXPECT_EQ(refusal(" \n\t"), "a.html: the file holds only white space");
  EXPECT_EQ(refusal(std::string("PK\x03\x04\0\0\0\0\x01\x02\x05\x06", 12)), "a.html: not text");
  EXPECT_EQ(refusal("<!DOCTYPE html><html><body><script>x()</script></body></html>"), "a.html: a page without an article");
}

}  // namespace
}  // namespace hearsay
