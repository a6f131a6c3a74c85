// Feeds of every kind into entries.
// SPDX-License-Identifier: Apache-2.0
#include "feed/feed.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay {
namespace {

using Strings = std::vector<std::string>;

Feed read(const std::string& bytes, const std::string& address = "https://bao.example/rss/tin.rss") {
  Result<Feed> feed = read_feed(bytes, address);
  EXPECT_TRUE(feed) << feed.error().message;
  return feed ? *feed : Feed{};
}

std::string rss(const std::string& items, const std::string& channel = "") {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Báo Ví Dụ</title><link>https://bao.example/</link>" +
         channel + items + "</channel></rss>";
}
std::string atom(const std::string& entries) { return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Example Wire</title>" + entries + "</feed>"; }

// The only entry.
FeedEntry only(const std::string& bytes) {
  const Feed feed = read(bytes);
  EXPECT_EQ(feed.entries.size(), 1u);
  return feed.entries.empty() ? FeedEntry{} : feed.entries[0];
}
FeedEntry item(const std::string& fields) { return only(rss("<item>" + fields + "</item>")); }
FeedEntry entry(const std::string& fields) { return only(atom("<entry><id>urn:1</id>" + fields + "</entry>")); }

bool noted(const Feed& feed, const std::string& words) {
  return std::any_of(feed.notes.begin(), feed.notes.end(), [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

TEST(Feed, ReadsRss2) {
  const Feed feed = read(rss("<item><title><![CDATA[Hà Nội: mưa lớn & ngập]]></title><link>https://bao.example/mua-lon-1.html</link><guid isPermaLink=\"false\">1</guid>"
                             "<description>&lt;a href=\"x\"&gt;&lt;img src=\"y\"/&gt;&lt;/a&gt;Nhiều tuyến phố ngập.</description><content:encoded><![CDATA[<p>Mưa.</p>]]></content:encoded>"
                             "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT+7</pubDate><dc:creator>An Bình</dc:creator><author>x@bao.example</author><category>Thời sự</category><category>Hà Nội</category>"
                             "<source url=\"https://hang.example/\">Hãng Tin Ví Dụ</source></item>",
                             "<language>vi-vn</language><ttl>30</ttl><image><title>Logo</title><link>https://bao.example/logo</link></image>"));
  EXPECT_EQ(feed.kind, FeedKind::kRss);
  EXPECT_EQ(feed.title, "Báo Ví Dụ");
  EXPECT_EQ(feed.url, "https://bao.example/");
  EXPECT_EQ(feed.every, std::chrono::minutes(30));
  EXPECT_TRUE(feed.notes.empty());
  ASSERT_EQ(feed.entries.size(), 1u);
  const FeedEntry& e = feed.entries[0];
  EXPECT_EQ(e.id, "1");
  EXPECT_EQ(e.url, "https://bao.example/mua-lon-1.html");
  EXPECT_EQ(e.title, "Hà Nội: mưa lớn & ngập");
  EXPECT_EQ(e.author, "An Bình");
  EXPECT_EQ(e.outlet, "Hãng Tin Ví Dụ");
  EXPECT_EQ(e.published, "2024-03-05T10:00:00+07:00");
  EXPECT_EQ(e.lang, "vi-vn");
  EXPECT_EQ(e.content, "<p>Mưa.</p>");
  EXPECT_EQ(e.summary, "<a href=\"x\"><img src=\"y\"/></a>Nhiều tuyến phố ngập.");
  EXPECT_EQ(e.categories, (Strings{"Thời sự", "Hà Nội"}));
}

TEST(Feed, TakesAPermalinkForTheAddress) {
  EXPECT_EQ(item("<guid>https://bao.example/2.html</guid>").url, "https://bao.example/2.html");
  EXPECT_EQ(item("<guid isPermaLink=\"false\">tag:2</guid><title>a</title>").url, "");
  EXPECT_EQ(item("<guid>abc</guid><link>/3.html</link>").url, "https://bao.example/3.html");
  EXPECT_EQ(item("<link>/3.html</link>").id, "https://bao.example/3.html");
}

TEST(Feed, TakesNoAddressThatIsNotOfTheWeb) {
  for (const char* link : {"file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "ftp://bao.example/1"}) EXPECT_EQ(item("<title>a</title><link>" + std::string(link) + "</link>").url, "") << link;
}

TEST(Feed, MakesAddressesAbsolute) {
  EXPECT_EQ(item("<link> tin tức.html#x\n</link>").url, "https://bao.example/rss/tin%20t%e1%bb%a9c.html");
  EXPECT_EQ(item("<link>//m.bao.example/1</link>").url, "https://m.bao.example/1");
  EXPECT_EQ(entry("<link href=\"1.html\" xml:base=\"/x/\"/>").url, "https://bao.example/x/1.html");
  const Feed file = read(rss("<item><link>/1.html</link></item>"), "feeds/bao.xml");
  EXPECT_EQ(file.entries.at(0).url, "https://bao.example/1.html");
}

TEST(Feed, NamesAuthorsWithoutTheirMail) {
  EXPECT_EQ(item("<title>a</title><author>an@bao.example (An Bình)</author>").author, "An Bình");
  EXPECT_EQ(item("<title>a</title><author>An Bình &lt;an@bao.example&gt;</author>").author, "An Bình");
  EXPECT_EQ(entry("<author><name>A. One</name><email>a@x.example</email></author><author><name>B. Two</name></author>").author, "A. One, B. Two");
}

TEST(Feed, ReadsTitlesAsText) {
  EXPECT_EQ(item("<title>R&amp;amp;D &lt;b&gt;now&lt;/b&gt;\n 1 &lt; 2</title>").title, "R&D now 1 < 2");
  EXPECT_EQ(entry("<title type=\"html\">A &amp;amp; &lt;i&gt;B&lt;/i&gt;</title>").title, "A & B");
  EXPECT_EQ(entry("<title>A &amp;amp; B</title>").title, "A &amp; B");
  EXPECT_EQ(entry("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>B</b></div></title>").title, "A B");
}

TEST(Feed, ReadsRss1) {
  const Feed feed = read("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                         "xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel rdf:about=\"https://wire.example/\"><title>Wire</title><link>https://wire.example/</link>"
                         "<dc:language>en</dc:language><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>"
                         "<item rdf:about=\"https://wire.example/1\"><title>Talks resume</title><link>https://wire.example/1</link><dc:date>2024-03-05T03:00Z</dc:date><dc:creator>A. One</dc:creator></item></rdf:RDF>");
  EXPECT_EQ(feed.kind, FeedKind::kRdf);
  EXPECT_EQ(feed.every, std::chrono::minutes(30));
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(feed.entries[0].id, "https://wire.example/1");
  EXPECT_EQ(feed.entries[0].published, "2024-03-05T03:00Z");
  EXPECT_EQ(feed.entries[0].lang, "en");
}

TEST(Feed, ReadsAtom) {
  const FeedEntry e = entry("<title>Talks resume</title><link rel=\"edit\" href=\"/edit\"/><link rel=\"alternate\" type=\"application/json\" href=\"/1.json\"/><link href=\"/1.html\"/>"
                            "<published>2024-03-05T10:00:00+07:00</published><updated>2024-03-05T11:00:00+07:00</updated><source><title>Other Wire</title><id>urn:s</id></source>"
                            "<category term=\"world\" label=\"World\"/><summary>Short &amp; clear.</summary><content type=\"html\">&lt;p&gt;Long.&lt;/p&gt;</content>");
  EXPECT_EQ(e.id, "urn:1");
  EXPECT_EQ(e.url, "https://bao.example/1.html");
  EXPECT_EQ(e.published, "2024-03-05T10:00:00+07:00");
  EXPECT_EQ(e.updated, "2024-03-05T11:00:00+07:00");
  EXPECT_EQ(e.outlet, "Other Wire");
  EXPECT_EQ(e.lang, "en");
  EXPECT_EQ(e.summary, "<p>Short &amp; clear.</p>");
  EXPECT_EQ(e.content, "<p>Long.</p>");
  EXPECT_EQ(e.categories, Strings{"World"});
}

TEST(Feed, SerialisesXhtml) {
  const FeedEntry e = entry("<content type=\"xhtml\" xml:lang=\"vi\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"x\">1 &lt; 2<br/>R&amp;D</p><div>b</div></div></content>");
  EXPECT_EQ(e.content, "<p class=\"x\">1 &lt; 2<br>R&amp;D</p><div>b</div>");
  EXPECT_EQ(e.lang, "vi");
  EXPECT_EQ(entry("<content type=\"image/png\">aGVsbG8=</content>").content, "");
  EXPECT_EQ(entry("<content src=\"https://x.example/1\" type=\"html\"/>").content, "");
}

TEST(Feed, ReadsAtom03) {
  const FeedEntry e = only("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><id>urn:1</id><title mode=\"escaped\" type=\"text/html\">A &amp;amp; B</title><issued>2024-03-05T10:00:00Z</issued>"
                           "<modified>2024-03-06T10:00:00Z</modified><content type=\"text/html\" mode=\"escaped\">&lt;p&gt;a&lt;/p&gt;</content></entry></feed>");
  EXPECT_EQ(e.title, "A & B");
  EXPECT_EQ(e.published, "2024-03-05T10:00:00Z");
  EXPECT_EQ(e.updated, "2024-03-06T10:00:00Z");
  EXPECT_EQ(e.content, "<p>a</p>");
}

TEST(Feed, ReadsJsonFeed) {
  const Feed feed = read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Báo", "home_page_url": "https://bao.example/", "language": "vi",
    "_x": {"items": [{"id": "no"}]}, "items": [{"id": 7, "url": "/7.html", "title": "Một", "content_html": "<p>a</p>", "content_text": "b", "summary": "1 < 2",
    "date_published": "2024-03-05T10:00:00+07:00", "tags": ["x", "y"], "authors": [{"name": "An"}, {"name": "Bình"}]}, {"id": "8", "content_text": "Dòng một\nDòng hai", "author": {"name": "Chi"}}]})");
  EXPECT_EQ(feed.kind, FeedKind::kJsonFeed);
  EXPECT_EQ(feed.title, "Báo");
  ASSERT_EQ(feed.entries.size(), 2u);
  const FeedEntry& e = feed.entries[0];
  EXPECT_EQ(e.id, "7");
  EXPECT_EQ(e.url, "https://bao.example/7.html");
  EXPECT_EQ(e.content, "<p>a</p>");
  EXPECT_EQ(e.summary, "<p>1 &lt; 2</p>");
  EXPECT_EQ(e.author, "An, Bình");
  EXPECT_EQ(e.categories, (Strings{"x", "y"}));
  EXPECT_EQ(e.lang, "vi");
  EXPECT_EQ(feed.entries[1].content, "<p>Dòng một</p><p>Dòng hai</p>");
  EXPECT_EQ(feed.entries[1].author, "Chi");
}

TEST(Feed, ReadsBrokenJsonAsFarAsItGoes) {
  const Feed feed = read(R"({"version":"https:\/\/jsonfeed.org\/version\/1","items":[{"id":"1","title":"a"},{"id":"2","ti)");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_TRUE(noted(feed, "no sound JSON at byte"));
  const Feed deep = read(R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1"}],"x":)" + std::string(100'000, '['));
  EXPECT_EQ(deep.entries.size(), 1u);
  EXPECT_TRUE(noted(deep, "nested more than"));
}

TEST(Feed, ReadsSitemaps) {
  const Feed feed = read("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">"
                         "<url><loc>https://bao.example/1.html</loc><lastmod>2024-03-05</lastmod><image:image><image:loc>https://bao.example/1.jpg</image:loc></image:image>"
                         "<news:news><news:publication><news:name>Báo Ví Dụ</news:name><news:language>vi</news:language></news:publication><news:publication_date>2024-03-05T10:00:00+07:00</news:publication_date>"
                         "<news:title>Mưa lớn</news:title><news:keywords>mưa, ngập</news:keywords></news:news></url><url><loc>https://bao.example/2.html</loc></url></urlset>");
  EXPECT_EQ(feed.kind, FeedKind::kSitemap);
  ASSERT_EQ(feed.entries.size(), 2u);
  const FeedEntry& e = feed.entries[0];
  EXPECT_EQ(e.url, "https://bao.example/1.html");
  EXPECT_EQ(e.id, e.url);
  EXPECT_EQ(e.outlet, "Báo Ví Dụ");
  EXPECT_EQ(e.lang, "vi");
  EXPECT_EQ(e.title, "Mưa lớn");
  EXPECT_EQ(e.updated, "2024-03-05");
  EXPECT_EQ(e.published, "2024-03-05T10:00:00+07:00");
  EXPECT_EQ(e.categories, (Strings{"mưa", "ngập"}));
}

TEST(Feed, ListsTheSitemapsOfAnIndexAndTheFeedsOfAnOutline) {
  const Feed index = read("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://bao.example/s1.xml</loc><lastmod>2024-03-05</lastmod></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>");
  EXPECT_EQ(index.kind, FeedKind::kSitemapIndex);
  EXPECT_EQ(index.links, (Strings{"https://bao.example/s1.xml", "https://bao.example/s2.xml"}));
  const Feed list = read("<opml version=\"2.0\"><head><title>Nguồn tin</title></head><body><outline text=\"a\"><outline text=\"b\" type=\"rss\" xmlUrl=\"https://a.example/rss\"/>"
                         "<outline text=\"c\"><outline xmlurl=\"b.rss\"/></outline></outline><outline type=\"include\" url=\"https://c.example/more.opml\"/><outline type=\"link\" url=\"https://d.example/\"/></body></opml>");
  EXPECT_EQ(list.kind, FeedKind::kOpml);
  EXPECT_EQ(list.title, "Nguồn tin");
  EXPECT_EQ(list.links, (Strings{"https://a.example/rss", "https://bao.example/rss/b.rss", "https://c.example/more.opml"}));
}

TEST(Feed, ReadsPrefixesThatNobodyDeclared) {
  const FeedEntry e = only("<rss><channel><item><title>a</title><content:encoded>&lt;p&gt;b&lt;/p&gt;</content:encoded><dc:creator>An</dc:creator><media:title>no</media:title></item></channel></rss>");
  EXPECT_EQ(e.content, "<p>b</p>");
  EXPECT_EQ(e.author, "An");
  EXPECT_EQ(e.title, "a");
}

TEST(Feed, ReadsBrokenXmlAsFarAsItGoes) {
  const Feed feed = read("Notice: x\n" + rss("<item><title>A & B&nbsp;C</title><description>a<p>b<br>c</description><pubDate>hôm qua</pubDate></item><item><title>\x02" "Hai</title></item><item><title>Ba"));
  ASSERT_EQ(feed.entries.size(), 3u);
  EXPECT_EQ(feed.entries[0].title, "A & B C");
  EXPECT_EQ(feed.entries[0].summary, "a<p>b<br>c</p>");
  EXPECT_EQ(feed.entries[0].published, "");
  EXPECT_EQ(feed.entries[1].title, "Hai");
  EXPECT_EQ(feed.entries[2].title, "Ba");
  for (const char* words : {"stray", "HTML characters", "control", "out of balance", "bytes before", "1 dates could not be read, the first \"hôm qua\""}) EXPECT_TRUE(noted(feed, words)) << words;
}

TEST(Feed, ReadsEncodings) {
  auto declared = [](const std::string& encoding, const std::string& title) { return "<?xml version='1.0' encoding='" + encoding + "'?><rss><channel><item><title>" + title + "</title></item></channel></rss>"; };
  EXPECT_EQ(only(declared("iso-8859-1", "caf\xE9")).title, "café");
  EXPECT_EQ(only(declared("windows-1252", "\x93" "a\x94")).title, "\u201Ca\u201D");
  EXPECT_TRUE(noted(read(declared("iso-8859-1", "Hà Nội")), "but the bytes are utf-8"));
  EXPECT_EQ(only(declared("no-such", "caf\xE9")).title, "caf\u00E9");
  EXPECT_TRUE(noted(read(declared("no-such", "caf\xE9")), "not known"));
  std::string wide;
  for (char c : declared("utf-16", "abc")) wide += c, wide += '\0';
  EXPECT_EQ(only(wide).title, "abc");
  EXPECT_EQ(only("\xFF\xFE" + wide).title, "abc");
}

TEST(Feed, ExpandsNoEntity) {
  const Feed feed = read("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>x &b; &c;</title></item></channel></rss>");
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(feed.entries[0].title, "x &b; &c;");
  EXPECT_TRUE(noted(feed, "DTD"));
}

TEST(Feed, BoundsWhatItTakes) {
  std::string many;
  for (size_t i = 0; i < kMaxFeedEntries + 10; ++i) many += "<item><guid>" + std::to_string(i) + "</guid></item>";
  const Feed feed = read(rss(many));
  EXPECT_EQ(feed.entries.size(), kMaxFeedEntries);
  EXPECT_TRUE(noted(feed, "more than 50000 entries"));
  std::string deep = "<item><title>a</title><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Feed nested = read(rss(deep + "b</description></item><item><title>c</title></item>"));
  ASSERT_EQ(nested.entries.size(), 2u);
  EXPECT_EQ(nested.entries[1].title, "c");
  EXPECT_TRUE(noted(nested, "beyond the limits"));
}

TEST(Feed, RefusesWhatIsNone) {
  for (const std::string bytes : {"", "<html><body>no</body></html>", "{\"a\": 1}", "plain words", "<?xml version=\"1.0\"?><x/>", "<!DOCTYPE rss ["}) {
    const Result<Feed> feed = read_feed(bytes, "https://bao.example/rss");
    ASSERT_FALSE(feed) << bytes;
    EXPECT_EQ(feed.error().message, "https://bao.example/rss: no feed: neither RSS, Atom, a sitemap, OPML nor JSON Feed");
  }
  EXPECT_FALSE(read_feed(std::string(kMaxFeedBytes + 1, ' '), ""));
}

TEST(Feed, IsRecognisedByItsHead) {
  for (const std::string head : {"<?xml version=\"1.0\"?>\n<!-- x -->\n<rss version", "\xEF\xBB\xBF<feed xmlns", "<rdf:RDF ", "<urlset>", "<sitemapindex>", "<opml>", "{\n \"version\" : \"https://jsonfeed.org/version/1\", "})
    EXPECT_TRUE(looks_like_feed(head)) << head;
  for (const std::string head : {"", "<html><rss>", "{\"version\": \"1\", \"text\": \"jsonfeed.org\"}", "rss", "<!DOCTYPE html><html>"}) EXPECT_FALSE(looks_like_feed(head)) << head;
}

}  // namespace
}  // namespace hearsay
