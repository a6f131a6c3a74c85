// From a feed on a server into a store and its chronicle: what is read, under which name, and what is remembered of it.
// SPDX-License-Identifier: Apache-2.0
#include "watch/store_sink.h"

#include <algorithm>
#include <thread>

#include "engine/letters.h"
#include "fetch/server.h"
#include "store/folder.h"

namespace hearsay {
namespace {

using std::chrono::hours;
using Strings = std::vector<std::string>;

class Desk : public StoreSink {
 public:
  using StoreSink::StoreSink;
  Status save_seen(const std::string& feed, const Strings& keys, Moment when) override {
    if (killed_before_seen) kill(getpid(), SIGKILL);
    return StoreSink::save_seen(feed, keys, when);
  }
  void problem(const std::string& line, Taken taken) override { problems.push_back(line + (taken == Taken::kFeedsWords ? "; words" : taken == Taken::kNothing ? "; nothing" : "")); }
  Strings problems;
  bool killed_before_seen = false;
};

std::string html(const std::string& head, const std::string& words) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\">" + head + "</head><body><article><p>" + words + "</p></article></body></html>";
}
std::string item(const std::string& link, const std::string& more = "") {
  return "<item><title>Letter</title><link>" + link + "</link><pubDate>Mon, 20 Apr 2020 10:00:00 +0700</pubDate>" + more + "</item>";
}
std::string rss(const std::string& items) { return "<rss version=\"2.0\"><channel><title>World | RSS</title><language>en</language>" + items + "</channel></rss>"; }

constexpr const char* kWords = "Donald Trump sent a letter to Kim Jong Un on Friday, the White House said in the evening.";

class StoreSinkTest : public sample::StoreTest {
 protected:
  StoreSinkTest() {
    page("/a", html("", kWords));
    offer(item("/a"));
  }
  void page(const std::string& path, const std::string& body) { server_.on(path, Server::reply("200 OK", body, "Content-Type: text/html\r\n")); }
  void offer(const std::string& items) { server_.on("/rss", Server::reply("200 OK", rss(items), "Content-Type: application/rss+xml\r\nETag: \"" + std::to_string(items.size()) + "\"\r\n")); }

  // One round of a program that starts anew; two minutes take no time here.
  WatchRound round(const Strings& roots, bool killed = false) {
    FetchOptions options;
    options.private_hosts = {"*"};
    const Clock clock{[this] { return now_; }, [this](std::chrono::milliseconds time) { now_ += time; }};
    Fetcher fetcher(options, clock);
    Store store = open();
    Desk desk(testing::shared_engine(), store);
    desk.killed_before_seen = killed;
    Result<WatchState> state = desk.load();
    EXPECT_TRUE(state);
    set_roots(*state, roots);
    now_ += hours(7);
    const Result<WatchRound> done = watch_round(*state, fetcher, desk, clock, [] { return true; }, {});
    EXPECT_TRUE(done) << done.error().message;
    EXPECT_TRUE(testing::shared_engine().update(store));
    tally_ = desk.take_tally();
    problems_ = desk.problems;
    return done ? *done : WatchRound{};
  }
  WatchRound round() { return round({server_.url("/rss")}); }
  std::vector<Analysis> documents() { return *open(true).load_all(); }
  Document document() {
    const auto all = documents();
    EXPECT_EQ(all.size(), 1u);
    return all.empty() ? Document{} : all.front().document;
  }

  Server server_;
  Moment now_{std::chrono::seconds(1'700'000'000)};
  StoreSink::Tally tally_;
  Strings problems_;
};

TEST_F(StoreSinkTest, ReadsNewReportsOnceIntoTheChronicle) {
  EXPECT_EQ(round().reports, 1u);
  EXPECT_EQ(tally_.fresh, 1u);
  EXPECT_TRUE(problems_.empty());
  const Document first = document();
  EXPECT_EQ(first.path, server_.url("/a"));
  EXPECT_EQ(first.title, "Letter");
  EXPECT_EQ(first.published, "2020-04-20T10:00:00+07:00");
  EXPECT_EQ(first.fields.at("published"), FieldOrigin::kFeed);
  EXPECT_EQ(first.outlet_name, "127.0.0.1");
  EXPECT_EQ(first.fields.at("outlet"), FieldOrigin::kAddress);
  EXPECT_EQ(open(true).load_chronicle()->value().size(), 1u);
  EXPECT_EQ(round().reports, 0u);
  page("/b", html("", "KCNA denied on Sunday that Kim Jong Un had sent a letter to Donald Trump."));
  offer(item("/b") + item("/a"));
  EXPECT_EQ(round().reports, 1u);
  EXPECT_EQ(server_.count("/a"), 1u);
  EXPECT_EQ(documents().size(), 2u);
}

TEST_F(StoreSinkTest, BelievesThePageBeforeTheFeed) {
  page("/a", html("<meta property=\"og:title\" content=\"A letter\"><meta property=\"article:published_time\" content=\"2020-04-19T08:00:00Z\"><meta property=\"og:site_name\" content=\"The Harbour Post\">", kWords));
  round();
  EXPECT_EQ(document().title, "A letter");
  EXPECT_EQ(document().published, "2020-04-19T08:00:00Z");
  EXPECT_EQ(document().outlet_name, "The Harbour Post");
  EXPECT_EQ(document().fields.at("published"), FieldOrigin::kOpenGraph);
}

TEST_F(StoreSinkTest, TakesTheFeedsWordsAndSaysSo) {
  server_.on("/a", Server::reply("403 Forbidden"));
  page("/shell", html("", "") + "<script>load()</script>");
  server_.on("/film", Server::reply("200 OK", "xxxx", "Content-Type: video/mp4\r\n"));
  const std::string words = std::string("<description>") + kWords + "</description>";
  offer(item("/film", words) + item("/shell", words) + item("/a", words));
  EXPECT_EQ(round().from_feed, 3u);
  EXPECT_EQ(problems_, (Strings{server_.url("/a") + ": the server answered 403; words", server_.url("/shell") + ": a page without an article; words", server_.url("/film") + ": \"video/mp4\" is no page; words"}));
  for (const Analysis& analysis : documents()) {
    EXPECT_NE(analysis.document.text.find(kWords), std::string::npos);
    EXPECT_NE(analysis.notes.back().find("these are the words of its feed: http"), std::string::npos);
    for (const auto& [field, from] : analysis.document.fields) EXPECT_GE(from, FieldOrigin::kFeed) << field;
  }
  EXPECT_EQ(round().reports, 0u);
}

TEST_F(StoreSinkTest, KeepsAFullReportThatCanBeHadNoMore) {
  round();
  sql("DELETE FROM seen");
  server_.on("/a", Server::reply("410 Gone"));
  offer(item("/a", "<description>Short.</description>"));
  round();
  EXPECT_EQ(tally_.unchanged, 1u);
  EXPECT_NE(document().text.find(kWords), std::string::npos);
}

TEST_F(StoreSinkTest, AReportWithOtherBytesReplacesItself) {
  round();
  sql("DELETE FROM seen");
  page("/a", html("", std::string(kWords) + " It was the second."));
  offer(item("/a") + "<!-- again -->");
  round();
  EXPECT_EQ(tally_.replaced, 1u);
  EXPECT_NE(document().text.find("second"), std::string::npos);
}

TEST_F(StoreSinkTest, OneReportIsOneDocumentHoweverItWasFound) {
  const std::string canonical = html("<link rel=\"canonical\" href=\"/a\">", kWords);
  page("/a?utm_source=rss", canonical);
  page("/b?utm_source=mail", canonical);
  offer(item("/b?utm_source=mail") + item("/a?utm_source=rss"));
  EXPECT_EQ(round().reports, 2u);
  EXPECT_EQ(tally_.fresh, 1u);
  EXPECT_EQ(tally_.unchanged, 1u);
  EXPECT_EQ(document().path, server_.url("/a"));
  Store store = open();
  EXPECT_EQ(store.find_documents(server_.url("/a"))->size(), 1u);
  EXPECT_EQ(*store.forget(document().id), 1);
}

TEST_F(StoreSinkTest, KeepsAndCountsWhatNoPackReads) {
  page("/a", html("", "Le ministre des affaires \u00e9trang\u00e8res a re\u00e7u lundi une lettre de son homologue, selon un communiqu\u00e9 publi\u00e9 dans la soir\u00e9e par ses services."));
  EXPECT_EQ(round().reports, 1u);
  EXPECT_EQ(tally_.unread, (std::map<std::string, size_t>{{"fr", 1}}));
  EXPECT_EQ(document().lang, "fr");
}

// Killed after a report was saved and before its entry was marked: it is read again, and is the same document.
TEST_F(StoreSinkTest, GoesOnAfterItWasKilled) {
  page("/b", html("", "Kim Jong Un sent a letter to Donald Trump on Monday."));
  offer(item("/b") + item("/a"));
  // The server's thread is to be asleep when this one forks: a lock of the allocator that it held would be held in the child for ever.
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(sample::in_child([&] { return round({server_.url("/rss")}, true), 0; }), -1);
  EXPECT_EQ(documents().size(), 1u);
  EXPECT_EQ(round().reports, 2u);
  EXPECT_EQ(tally_.unchanged, 1u);
  EXPECT_EQ(tally_.fresh, 1u);
  EXPECT_EQ(documents().size(), 2u);
  EXPECT_EQ(round().reports, 0u);
}

TEST_F(StoreSinkTest, AsksConditionallyAfterARestart) {
  round();
  const std::string known = "If-None-Match: \"" + std::to_string(item("/a").size()) + "\"";
  server_.on("/rss", [&](Server::Peer& peer, const Server::Asked& asked) {
    peer.send(asked.head.find(known) != std::string::npos ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : Server::reply("500 Error"));
  });
  EXPECT_EQ(round().unchanged, 1u);
}

TEST_F(StoreSinkTest, FollowsListsThatNameEachOther) {
  const auto opml = [&](const Strings& links) {
    std::string out = "<opml version=\"2.0\"><body>";
    for (const std::string& link : links) out += "<outline type=\"include\" url=\"" + server_.url(link) + "\"/>";
    return Server::reply("200 OK", out + "</body></opml>");
  };
  server_.on("/a.opml", opml({"/b.opml", "/a.opml"}));
  server_.on("/b.opml", opml({"/a.opml", "/rss"}));
  const WatchRound done = round({server_.url("/a.opml")});
  EXPECT_EQ(done.feeds, 3u);
  EXPECT_EQ(done.reports, 1u);
  EXPECT_EQ(round({server_.url("/a.opml")}).feeds, 3u);
  EXPECT_EQ(server_.count("/a"), 1u);
}

TEST_F(StoreSinkTest, NamesWhatHasNoAddressByItsFeed) {
  offer("<item><guid isPermaLink=\"false\">77</guid><description>" + std::string(kWords) + "</description></item>");
  EXPECT_EQ(round().from_feed, 1u);
  EXPECT_EQ(document().path, server_.url("/rss") + "#77");
  EXPECT_EQ(round().reports, 0u);
}

TEST(ReportPath, IsItsOwnAddressAsFarAsThatCanBeBelieved) {
  const std::string asked = "https://www.bao.example/1?utm_source=rss", had = "https://m.bao.example/1";
  EXPECT_EQ(report_path(asked, had, {}), had);
  EXPECT_EQ(report_path(asked, had, "https://bao.example/1#top"), "https://bao.example/1");
  EXPECT_EQ(report_path(asked, had, "https://BAO.example/1"), "https://bao.example/1");
  EXPECT_EQ(report_path(asked, had, "https://other.example/1"), had);            // another outlet's
  EXPECT_EQ(report_path(asked, had, "https://notbao.example/1"), had);
  EXPECT_EQ(report_path(asked, had, "https://bao.example/"), had);               // each page's, by mistake
  EXPECT_EQ(report_path(asked, had, "javascript:x"), had);
  EXPECT_EQ(report_path(asked, "https://www.bao.example/", "https://www.bao.example/"), asked);          // redirected to a notice
}

}  // namespace
}  // namespace hearsay
