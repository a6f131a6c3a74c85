// Rounds over feeds, with a network and a store made by hand; one over the real network room.
// SPDX-License-Identifier: Apache-2.0
#include "watch/watch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fetch/server.h"

namespace hearsay {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using Strings = std::vector<std::string>;

constexpr const char* kFeed = "https://bao.example/rss";

FetchReply body(const std::string& bytes, const std::string& etag = "") {
  FetchReply reply;
  reply.outcome = FetchOutcome::kBody;
  reply.status = 200;
  reply.body = bytes;
  reply.etag = etag;
  reply.media_type = "text/html";
  return reply;
}
FetchReply failure(FetchOutcome outcome) {
  FetchReply reply;
  reply.outcome = outcome;
  reply.problem = "it failed";
  return reply;
}

class FakeWeb : public Source {
 public:
  FetchReply fetch(const FetchRequest& request) override {
    asked.push_back(request.url + (request.etag.empty() ? "" : " " + request.etag));
    const auto found = pages.find(request.url);
    FetchReply reply = found == pages.end() ? failure(FetchOutcome::kRefused) : found->second;
    if (!request.etag.empty() && request.etag == reply.etag) reply.outcome = FetchOutcome::kNotModified, reply.body.clear();
    reply.url = request.url;
    return reply;
  }
  std::map<std::string, FetchReply> pages;
  Strings asked;
};

// Writes down what it is told, in order; fails at the call that it is told to fail at.
class FakeStore : public WatchSink {
 public:
  Result<std::string> save_report(const WatchedReport& report) override {
    if (auto failed = call("report " + report.url); !failed) return failed.error();
    if (unreadable.contains(report.bytes)) return report.address + ": unreadable";
    reports.push_back(report);
    return std::string();
  }
  Result<bool> was_seen(const std::string& feed, const std::string& id, const std::string& address) override {
    for (const auto& [url, keys] : seen)
      if ((url == feed && keys.contains(id)) || keys.contains(address)) return true;
    return false;
  }
  Status save_seen(const std::string& feed, const Strings& keys, Moment when) override {
    if (auto failed = call("seen " + keys.at(0)); !failed) return failed;
    for (const std::string& key : keys) seen[feed].emplace(key, when);
    return Nothing{};
  }
  Status forget_seen(const std::string& feed, Moment before, const std::set<std::string>& except) override {
    std::erase_if(seen[feed], [&](const auto& one) { return one.second < before && !except.contains(one.first); });
    return Nothing{};
  }
  Status save_feed(const FeedState& feed) override {
    if (auto failed = call("feed " + feed.url + (feed.etag.empty() ? "" : " " + feed.etag)); !failed) return failed;
    feeds[feed.url] = feed;
    return Nothing{};
  }
  Status drop_feed(const std::string& url) override {
    feeds.erase(url);
    seen.erase(url);
    return call("drop " + url);
  }
  void problem(const std::string& line, Taken taken) override { problems.push_back(line + (taken == Taken::kFeedsWords ? "; words" : taken == Taken::kNothing ? "; nothing" : "")); }

  Strings calls, problems;
  std::vector<WatchedReport> reports;
  std::map<std::string, FeedState> feeds;
  std::map<std::string, std::map<std::string, Moment>> seen;     // by feed
  std::set<std::string> unreadable;      // bytes
  std::string fail_at;

 private:
  Status call(const std::string& what) {
    if (what == fail_at) return Error{Error::Kind::kStore, "the disk is full"};
    calls.push_back(what);
    return Nothing{};
  }
};

std::string entry(const std::string& name, const std::string& words = "") {
  return "<item><guid isPermaLink=\"false\">" + name + "</guid><title>T " + name + "</title><link>https://bao.example/" + name + "</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0700</pubDate>" + words + "</item>";
}
std::string rss(const std::string& entries) {
  return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Báo</title><language>vi</language>" + entries + "</channel></rss>";
}
std::string opml(const Strings& links) {
  std::string out = "<opml><body>";
  for (const std::string& link : links) out += "<outline type=\"include\" url=\"" + link + "\"/>";
  return out + "</body></opml>";
}

class Watch : public ::testing::Test {
 protected:
  Watch() { set_roots(state_, {kFeed}); }
  Result<WatchRound> try_round() {
    return watch_round(state_, web_, store_, Clock{[this] { return now_; }, [](std::chrono::milliseconds) {}}, [this] { return left_ == 0 ? false : (--left_, true); }, limits_);
  }
  WatchRound round() {
    const Result<WatchRound> done = try_round();
    EXPECT_TRUE(done) << done.error().message;
    return done ? *done : WatchRound{};
  }
  WatchRound later_round() {
    now_ += hours(7);
    return round();
  }
  void page(const std::string& name) { web_.pages["https://bao.example/" + name] = body("<p>" + name + "</p>"); }
  FeedState& feed() { return state_.feeds.at(kFeed); }
  // As a program that starts anew has it.
  void start_again(const Strings& roots) {
    state_ = {store_.feeds, {}, {}};
    set_roots(state_, roots);
  }
  bool seen(const std::string& key) { return store_.seen[kFeed].contains(key); }
  size_t asked(const std::string& url) const { return static_cast<size_t>(std::count(web_.asked.begin(), web_.asked.end(), url)); }

  WatchState state_;
  FakeWeb web_;
  FakeStore store_;
  WatchLimits limits_;
  Moment now_{seconds(1'700'000'000)};
  int left_ = 1'000'000;                 // how often go_on says yes
};

TEST_F(Watch, HandsOverWhatIsNewTheOldestFirst) {
  web_.pages[kFeed] = body(rss(entry("2") + entry("1")), "e1");
  page("1"), page("2");
  const WatchRound done = round();
  EXPECT_EQ(done.reports, 2u);
  ASSERT_EQ(store_.reports.size(), 2u);
  const WatchedReport& report = store_.reports[0];
  EXPECT_EQ(report.url, "https://bao.example/1");
  EXPECT_EQ(report.feed, kFeed);
  EXPECT_EQ(report.title, "T 1");
  EXPECT_EQ(report.outlet, "");          // a feed's title is none: "Báo - World news | RSS"
  EXPECT_EQ(report.address, "https://bao.example/1");
  EXPECT_EQ(report.published, "2024-03-05T10:00:00+07:00");
  EXPECT_EQ(report.lang, "vi");
  EXPECT_EQ(report.media_type, "text/html");
  EXPECT_EQ(report.bytes, "<p>1</p>");
  EXPECT_FALSE(report.from_feed);
  EXPECT_EQ(store_.calls, (Strings{std::string("feed ") + kFeed, "report https://bao.example/1", "seen 1", "report https://bao.example/2", "seen 2", std::string("feed ") + kFeed + " e1"}));
}

TEST_F(Watch, AsksConditionallyAndOnlyWhatIsDue) {
  web_.pages[kFeed] = body(rss(entry("1")), "e1");
  page("1");
  round();
  EXPECT_EQ(round().feeds, 0u);
  EXPECT_EQ(later_round().unchanged, 1u);
  EXPECT_EQ(web_.asked.back(), std::string(kFeed) + " e1");
  EXPECT_EQ(store_.reports.size(), 1u);
}

TEST_F(Watch, KnowsAgainWhatIsIssuedAgain) {
  set_roots(state_, {kFeed, "https://bao.example/other"});
  web_.pages[kFeed] = body(rss(entry("1")));
  web_.pages["https://bao.example/other"] = body(rss("<item><guid isPermaLink=\"false\">x</guid><link>https://bao.example/1</link></item>"));
  page("1");
  EXPECT_EQ(round().reports, 1u);
  web_.pages[kFeed] = body(rss("<item><guid isPermaLink=\"false\">1</guid><link>https://bao.example/new</link></item><item><guid isPermaLink=\"false\">new</guid><link>https://bao.example/1</link></item>"));
  EXPECT_EQ(later_round().reports, 0u);
  EXPECT_EQ(asked("https://bao.example/1"), 1u);
}

TEST_F(Watch, TakesTheFeedsWordsWhereThePageCannotBeHad) {
  web_.pages[kFeed] = body(rss(entry("gone", "<description>&lt;p&gt;short&lt;/p&gt;</description>") + entry("late", "<content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded>") + entry("nothing")), "e1");
  web_.pages["https://bao.example/late"] = failure(FetchOutcome::kLater);
  const WatchRound done = round();
  EXPECT_EQ(done.reports, 2u);
  EXPECT_EQ(done.from_feed, 2u);
  EXPECT_EQ(done.skipped, 1u);
  ASSERT_EQ(store_.reports.size(), 2u);
  EXPECT_TRUE(store_.reports[0].from_feed);
  EXPECT_EQ(store_.reports[0].note, "it failed");
  EXPECT_NE(store_.reports[0].bytes.find("<h1>T late</h1><p>long</p>"), std::string::npos);
  EXPECT_NE(store_.reports[1].bytes.find("<p>short</p>"), std::string::npos);
  EXPECT_EQ(store_.problems, (Strings{"it failed; nothing", "it failed; words", "it failed; words"}));
  EXPECT_EQ(feed().etag, "e1");
}

TEST_F(Watch, TakesTheFeedsWordsWhereThePageCannotBeRead) {
  web_.pages[kFeed] = body(rss(entry("1", "<description>short</description>") + entry("2")), "e1");
  page("1"), page("2");
  store_.unreadable = {"<p>1</p>", "<p>2</p>"};
  const WatchRound done = round();
  EXPECT_EQ(done.reports, 1u);
  EXPECT_EQ(done.from_feed, 1u);
  EXPECT_EQ(done.skipped, 1u);
  EXPECT_EQ(store_.problems, (Strings{"https://bao.example/2: unreadable; nothing", "https://bao.example/1: unreadable; words"}));
  EXPECT_TRUE(seen("2"));
  later_round();
  EXPECT_EQ(asked("https://bao.example/2"), 1u);
}

TEST_F(Watch, KnowsEntriesWithoutIdAndAddressByTheirWords) {
  web_.pages[kFeed] = body(rss("<item><title>a</title><description>words</description></item><item><title>b</title><description>words</description></item>"));
  EXPECT_EQ(round().reports, 2u);
  EXPECT_EQ(later_round().reports, 0u);
  EXPECT_NE(store_.reports[0].id, store_.reports[1].id);
}

TEST_F(Watch, OffersAgainWhatFailedForNow) {
  web_.pages[kFeed] = body(rss(entry("1")), "e1");
  web_.pages["https://bao.example/1"] = failure(FetchOutcome::kLater);
  EXPECT_EQ(round().reports, 0u);
  EXPECT_EQ(feed().etag, "");
  EXPECT_EQ(feed().next_due, now_ + limits_.least);
  page("1");
  EXPECT_EQ(later_round().reports, 1u);
  EXPECT_EQ(feed().etag, "e1");
}

TEST_F(Watch, GivesUpOnAPageThatAlwaysFails) {
  web_.pages[kFeed] = body(rss(entry("1", "<description>short</description>")), "e1");
  web_.pages["https://bao.example/1"] = failure(FetchOutcome::kLater);
  for (int i = 1; i < limits_.most_tries; ++i) EXPECT_EQ(later_round().reports, 0u);
  EXPECT_EQ(later_round().from_feed, 1u);
  EXPECT_EQ(feed().etag, "e1");
  EXPECT_TRUE(state_.tries.empty());
}

TEST_F(Watch, MarksNothingThatWasNotSaved) {
  web_.pages[kFeed] = body(rss(entry("2") + entry("1")), "e1");
  page("1"), page("2");
  store_.fail_at = "report https://bao.example/2";
  const Result<WatchRound> failed = try_round();
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "the disk is full");
  EXPECT_TRUE(seen("1"));
  EXPECT_FALSE(seen("2"));
  EXPECT_EQ(feed().etag, "");
  store_.fail_at.clear();
  EXPECT_EQ(round().reports, 1u);
  EXPECT_EQ(store_.reports.back().url, "https://bao.example/2");
}

// Wherever a round is broken off, the rounds after it save each report, and none is marked before it was saved.
TEST_F(Watch, MissesNothingWhereverItIsBrokenOff) {
  const WatchState fresh = state_;
  const FakeStore empty = store_;
  web_.pages[kFeed] = body(rss(entry("3") + entry("2") + entry("1")), "e1");
  page("1"), page("2"), page("3");
  for (int steps = 0; steps < 8; ++steps) {
    state_ = fresh;
    store_ = empty;
    left_ = steps;
    const WatchRound broken = round();
    EXPECT_EQ(broken.stopped, steps < 4) << steps;
    left_ = 1'000'000;
    later_round();
    EXPECT_EQ(store_.reports.size(), 3u) << steps;
    EXPECT_EQ(store_.seen[kFeed].size(), 6u);
  }
}

// The same wherever it is killed: between any two calls that save something.
TEST_F(Watch, MissesNothingWhereverItIsKilled) {
  web_.pages[kFeed] = body(rss(entry("3") + entry("2") + entry("1")), "e1");
  page("1"), page("2"), page("3");
  round();
  const Strings calls = store_.calls;
  ASSERT_EQ(calls.size(), 8u);
  for (const std::string& last : calls) {
    store_ = FakeStore{};
    store_.fail_at = last;
    start_again({kFeed});
    (void)try_round();
    store_.fail_at.clear();
    start_again({kFeed});
    later_round();
    std::set<std::string> reports;
    for (const WatchedReport& report : store_.reports) reports.insert(report.url);
    EXPECT_EQ(reports.size(), 3u) << last;
    EXPECT_EQ(store_.seen[kFeed].size(), 6u) << last;
    EXPECT_LE(store_.reports.size(), 4u) << last;        // one at most is handed over again, which a store takes as unchanged
  }
}

TEST_F(Watch, TakesLargeFeedsInPortions) {
  limits_.most_reports = 2;
  web_.pages[kFeed] = body(rss(entry("3") + entry("2") + entry("1")), "e1");
  page("1"), page("2"), page("3");
  EXPECT_EQ(round().reports, 2u);
  EXPECT_EQ(feed().etag, "");
  EXPECT_EQ(later_round().reports, 1u);
  EXPECT_EQ(feed().etag, "e1");
}

TEST_F(Watch, FollowsListsOfFeedsOnceEach) {
  const std::string a = "https://bao.example/a.opml", b = "https://bao.example/b.opml";
  set_roots(state_, {a});
  web_.pages[a] = body(opml({a, b, kFeed}));
  web_.pages[b] = body(opml({a, kFeed}));
  web_.pages[kFeed] = body(rss(entry("1")));
  page("1");
  EXPECT_EQ(round().reports, 1u);
  for (const std::string& url : {a, b, std::string(kFeed)}) EXPECT_EQ(asked(url), 1u) << url;
  EXPECT_EQ(feed().listed_by.size(), 2u);
  EXPECT_EQ(asked_feeds(state_, limits_).at(kFeed), 1);
}

TEST_F(Watch, FollowsListsNoDeeperThanTheLimit) {
  auto list = [](int i) { return "https://bao.example/" + std::to_string(i) + ".opml"; };
  set_roots(state_, {list(0)});
  for (int i = 0; i < 100; ++i) web_.pages[list(i)] = body(opml({list(i + 1)}));
  round();
  EXPECT_EQ(web_.asked.size(), static_cast<size_t>(limits_.most_depth) + 1);
  ASSERT_EQ(store_.problems.size(), 1u);
  EXPECT_NE(store_.problems[0].find("too deep"), std::string::npos);
}

TEST_F(Watch, AsksNoFeedsThatNobodyAsksFor) {
  const std::string a = "https://bao.example/a.opml", b = "https://bao.example/b.opml";
  start_again({a});
  web_.pages[a] = body(opml({b}));
  web_.pages[b] = body(opml({a, kFeed}));
  web_.pages[kFeed] = body(rss(entry("1")));
  page("1");
  EXPECT_EQ(round().feeds, 3u);
  web_.pages[a] = body(opml({}));
  EXPECT_EQ(later_round().feeds, 1u);
  web_.pages[a] = body(opml({b}));
  EXPECT_EQ(later_round().feeds, 3u);
  EXPECT_EQ(asked("https://bao.example/1"), 1u);         // what was seen of it was kept
  start_again({});
  EXPECT_EQ(later_round().feeds, 0u);
  EXPECT_EQ(store_.feeds.size(), 3u);
  now_ += limits_.keep;
  round();
  EXPECT_TRUE(store_.feeds.empty());
  EXPECT_TRUE(state_.feeds.empty());
}

// Each run names its own roots; what another run asked for stays as it was.
TEST_F(Watch, GoesOnWhereAnotherRunAskedForOtherFeeds) {
  const std::string a = "https://bao.example/a.opml", other = "https://bao.example/other";
  web_.pages[a] = body(opml({kFeed}), "a1");
  web_.pages[kFeed] = body(rss(entry("1")), "e1");
  web_.pages[other] = body(rss(entry("2")), "o1");
  page("1"), page("2");
  start_again({a});
  EXPECT_EQ(round().reports, 1u);
  start_again({other});
  EXPECT_EQ(later_round().feeds, 1u);
  start_again({a});
  const WatchRound done = later_round();
  EXPECT_EQ(done.unchanged, 2u);         // the list that did not change still leads to its feed
  EXPECT_EQ(done.reports, 0u);
  EXPECT_EQ(asked(kFeed), 1u);
  EXPECT_EQ(asked(std::string(kFeed) + " e1"), 1u);
}

TEST_F(Watch, GoesOnWhenTheClockWasSetBack) {
  web_.pages[kFeed] = body(rss(""));
  now_ += hours(24 * 365);
  round();
  now_ -= hours(24 * 365);
  EXPECT_EQ(round().feeds, 0u);
  EXPECT_EQ(later_round().feeds, 1u);
}

TEST_F(Watch, DoesNotWaitOutTheIntervalsOfARunWithLongerOnes) {
  web_.pages[kFeed] = body(rss(""));
  round();
  now_ += seconds(1);
  limits_.least = seconds(2), limits_.first = seconds(6), limits_.most = seconds(144);
  EXPECT_EQ(round().next_due, now_ + limits_.most);
}

TEST_F(Watch, WaitsLongerAfterEachFailure) {
  web_.pages[kFeed] = failure(FetchOutcome::kLater);
  for (const seconds wait : {limits_.least, limits_.least * 2, limits_.least * 4}) {
    EXPECT_EQ(round().failed, 1u);
    EXPECT_EQ(feed().next_due, now_ + wait);
    now_ = feed().next_due;
  }
  web_.pages[kFeed] = body("<html>no feed</html>");
  EXPECT_EQ(round().failed, 1u);
  EXPECT_EQ(feed().failures, 4);
  web_.pages[kFeed] = body(rss(""));
  later_round();
  EXPECT_EQ(feed().failures, 0);
}

TEST_F(Watch, ForgetsWhatIsLongNoMoreOffered) {
  web_.pages[kFeed] = body(rss(entry("2") + entry("1")));
  page("1"), page("2"), page("3");
  round();
  web_.pages[kFeed] = body(rss(entry("3") + entry("2")));
  later_round();
  EXPECT_EQ(store_.seen[kFeed].size(), 6u);
  now_ += limits_.keep;
  later_round();
  EXPECT_FALSE(seen("1"));
  EXPECT_TRUE(seen("2"));
  EXPECT_EQ(store_.reports.size(), 3u);
}

TEST(WatchIntervals, FollowWhatAFeedDoes) {
  const WatchLimits limits;
  FeedState feed;
  EXPECT_EQ(next_interval(feed, 5, {}, limits), limits.first);
  feed.interval = seconds(1000);
  EXPECT_EQ(next_interval(feed, 1, {}, limits), seconds(500));
  EXPECT_EQ(next_interval(feed, 0, {}, limits), seconds(1500));
  EXPECT_EQ(next_interval(feed, 1, seconds(3600), limits), seconds(3600));
  EXPECT_EQ(next_interval(feed, 1, hours(1000), limits), limits.most);
  feed.interval = limits.least;
  EXPECT_EQ(next_interval(feed, 1, {}, limits), limits.least);
  EXPECT_EQ(retry_interval(100, {}, limits), limits.most);
  EXPECT_EQ(retry_interval(1, hours(10), limits), hours(10));
}

TEST_F(Watch, WorksOverTheNetwork) {
  Server server;
  server.on("/list.opml", Server::reply("200 OK", opml({server.url("/rss")})));
  server.on("/rss", [&](Server::Peer& peer, const Server::Asked& asked) {
    const bool known = asked.head.find("If-None-Match: \"e\"") != std::string::npos;
    peer.send(known ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : Server::reply("200 OK", rss("<item><link>/1.html</link></item>"), "ETag: \"e\"\r\n"));
  });
  server.on("/1.html", Server::reply("200 OK", "<p>1</p>", "Content-Type: text/html; charset=utf-8\r\n"));
  FetchOptions options;
  options.private_hosts = {"*"};
  const Clock clock{[this] { return now_; }, [this](std::chrono::milliseconds time) { now_ += time; }};
  Fetcher fetcher(options, clock);
  start_again({server.url("/list.opml")});
  auto go = [&] { return watch_round(state_, fetcher, store_, clock, [] { return true; }, limits_); };
  EXPECT_EQ(go()->reports, 1u);
  ASSERT_EQ(store_.reports.size(), 1u);
  EXPECT_EQ(store_.reports[0].bytes, "<p>1</p>");
  EXPECT_EQ(store_.reports[0].charset, "utf-8");
  now_ += hours(7);
  EXPECT_EQ(go()->unchanged, 1u);
  EXPECT_EQ(server.count("/1.html"), 1u);
}

}  // namespace
}  // namespace hearsay
