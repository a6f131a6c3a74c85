// The network, against a server on this machine; no test waits for its clock.
// SPDX-License-Identifier: Apache-2.0
#include "fetch/fetch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fetch/server.h"

namespace hearsay {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Asked = Server::Asked;
using Peer = Server::Peer;

class Fetch : public ::testing::Test {
 protected:
  Fetch() {
    options_.version = "1.2";
    options_.private_hosts = {"127.0.0.1"};
    options_.limits.connect = milliseconds(500);
    options_.limits.total = milliseconds(250);
    options_.limits.largest_body = 10'000;
  }
  FetchReply get(const FetchRequest& request) {
    if (!fetcher_) fetcher_ = std::make_unique<Fetcher>(options_, Clock{[this] { return now_; }, [this](milliseconds time) { now_ += time, slept_ += time; }});
    return fetcher_->fetch(request);
  }
  FetchReply get(const std::string& path) { return get(FetchRequest{server_.url(path)}); }
  void expect(const std::string& path, FetchOutcome outcome, const std::string& problem) {
    const FetchReply reply = get(path);
    EXPECT_EQ(reply.outcome, outcome) << path;
    EXPECT_NE(reply.problem.find(problem), std::string::npos) << reply.problem;
    EXPECT_EQ(reply.problem.find('\n'), std::string::npos);
    EXPECT_TRUE(reply.body.empty());
  }

  Server server_;
  FetchOptions options_;
  Moment now_{seconds(1'700'000'000)};
  milliseconds slept_{0};
  std::unique_ptr<Fetcher> fetcher_;
};

TEST_F(Fetch, TakesBodyAndHeaders) {
  server_.on("/a", Server::reply("200 OK", "<p>x</p>", "Content-Type: Text/HTML; Charset=\"UTF-8\"\r\nETag: \"e\"\r\nLast-Modified: Tue, 05 Mar 2024 03:00:00 GMT\r\nCache-Control: private, max-age=300\r\n"));
  const FetchReply reply = get("/a");
  EXPECT_EQ(reply.outcome, FetchOutcome::kBody);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "<p>x</p>");
  EXPECT_EQ(reply.url, server_.url("/a"));
  EXPECT_EQ(reply.media_type, "text/html");
  EXPECT_EQ(reply.charset, "utf-8");
  EXPECT_EQ(reply.etag, "\"e\"");
  EXPECT_EQ(reply.last_modified, "Tue, 05 Mar 2024 03:00:00 GMT");
  EXPECT_EQ(reply.max_age, seconds(300));
  EXPECT_NE(server_.asked().back().head.find("User-Agent: Hearsay/1.2\r\n"), std::string::npos);
}

TEST_F(Fetch, AsksConditionally) {
  server_.on("/a", [](Peer& peer, const Asked& asked) {
    const bool both = asked.head.find("If-None-Match: \"e\"\r\n") != std::string::npos && asked.head.find("If-Modified-Since: then\r\n") != std::string::npos;
    peer.send(both ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n" : Server::reply("200 OK", "x"));
  });
  EXPECT_EQ(get("/a").outcome, FetchOutcome::kBody);
  EXPECT_EQ(get(FetchRequest{server_.url("/a"), "\"e\"", "then"}).outcome, FetchOutcome::kNotModified);
}

TEST_F(Fetch, ReadsChunksAndReportsBrokenGzip) {
  server_.on("/chunks", "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  EXPECT_EQ(get("/chunks").body, "abcde");
  server_.on("/gzip", Server::reply("200 OK", "no gzip at all", "Content-Encoding: gzip\r\n"));
  expect("/gzip", FetchOutcome::kRefused, "/gzip: ");
}

TEST_F(Fetch, FollowsRedirectsOneByOne) {
  server_.on("/a", Server::reply("301 Moved", "", "Location: /b\r\n"));
  server_.on("/b", Server::reply("307 Temporary", "", "Location: c?d=1\r\n"));
  server_.on("/c?d=1", Server::reply("200 OK", "x"));
  EXPECT_EQ(get("/a").url, server_.url("/c?d=1"));
  server_.on("/round", Server::reply("302 Found", "", "Location: /round\r\n"));
  expect("/round", FetchOutcome::kRefused, "redirects more than 10 times");
  EXPECT_EQ(server_.count("/round"), 11u);
}

TEST_F(Fetch, FollowsNoRedirectToFilesOrPrivateAddresses) {
  for (const char* target : {"file:///etc/passwd", "gopher://127.0.0.1/", "http:///"}) {
    server_.on("/a", Server::reply("302 Found", "", "Location: " + std::string(target) + "\r\n"));
    expect("/a", FetchOutcome::kRefused, "which is no http or https address");
  }
  for (const std::string& target : {std::string("http://10.0.0.1/"), std::string("http://[::1]/"), std::string("http://[::ffff:127.0.0.1]/"), std::string("http://0.0.0.0/"), server_.url("/b", "localhost")}) {
    server_.on("/a", Server::reply("302 Found", "", "Location: " + target + "\r\n"));
    expect("/a", FetchOutcome::kRefused, "which is no public address");
  }
  EXPECT_EQ(server_.count("/b"), 0u);
}

TEST_F(Fetch, OpensNoPrivateAddressUnasked) {
  options_.private_hosts.clear();
  expect("/a", FetchOutcome::kRefused, "leads to 127.0.0.1, which is no public address");
  EXPECT_EQ(get(FetchRequest{server_.url("/a", "localhost")}).outcome, FetchOutcome::kRefused);
  EXPECT_TRUE(server_.asked().empty());
  EXPECT_EQ(get(FetchRequest{"file:///etc/passwd"}).problem, "file:///etc/passwd: no http or https address");
}

TEST_F(Fetch, GivesUpOnWhatIsTooLarge) {
  const std::string large(20'000, 'x');
  server_.on("/said", Server::reply("200 OK", large));
  server_.on("/unsaid", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + large);
  for (const char* path : {"/said", "/unsaid"}) expect(path, FetchOutcome::kRefused, "larger than 10000 bytes");
}

TEST_F(Fetch, GivesUpOnAServerThatDrips) {
  server_.on("/body", [](Peer& peer, const Asked&) { peer.send("HTTP/1.1 200 OK\r\n\r\n"), peer.drip(); });
  server_.on("/head", [](Peer& peer, const Asked&) { peer.send("HTTP/1.1 200 OK\r\nX-A: "), peer.drip(); });
  for (const char* path : {"/body", "/head"}) expect(path, FetchOutcome::kLater, "timed out");
}

TEST_F(Fetch, ReportsBrokenConnections) {
  server_.on("/reset", [](Peer& peer, const Asked&) { peer.reset(); });
  server_.on("/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
  server_.on("/none", [](Peer&, const Asked&) {});
  for (const char* path : {"/reset", "/short", "/none"}) expect(path, FetchOutcome::kLater, path);
}

TEST_F(Fetch, TellsRefusalsFromFailures) {
  server_.on("/down", Server::reply("503 Unavailable"));
  expect("/missing", FetchOutcome::kRefused, "the server answered 404");
  expect("/down", FetchOutcome::kLater, "the server answered 503");
}

TEST_F(Fetch, KeepsToRobots) {
  server_.on("/robots.txt", Server::reply("200 OK", "User-agent: hearsay\nDisallow: /no\nCrawl-delay: 7\n"));
  server_.on("/yes", Server::reply("200 OK", "x"));
  server_.on("/to-no", Server::reply("302 Found", "", "Location: /no\r\n"));
  expect("/no", FetchOutcome::kRefused, "robots.txt asks not to read it");
  expect("/to-no", FetchOutcome::kRefused, "/no: its host's robots.txt asks not to read it");
  EXPECT_EQ(get("/yes").outcome, FetchOutcome::kBody);
  const milliseconds before = slept_;
  get("/yes");
  EXPECT_EQ(slept_ - before, seconds(7));
  EXPECT_EQ(server_.count("/no"), 0u);
  EXPECT_EQ(server_.count("/robots.txt"), 1u);
  now_ += std::chrono::hours(25);
  get("/yes");
  EXPECT_EQ(server_.count("/robots.txt"), 2u);
}

TEST_F(Fetch, AsksNothingWhileRobotsFail) {
  server_.on("/robots.txt", Server::reply("500 Error"));
  server_.on("/a", Server::reply("200 OK", "x"));
  expect("/a", FetchOutcome::kLater, "robots.txt cannot be had for now: the server answered 500");
  expect("/a", FetchOutcome::kLater, "robots.txt cannot be had for now");
  EXPECT_EQ(server_.asked().size(), 1u);
  server_.on("/robots.txt", Server::reply("403 Forbidden"));
  now_ += std::chrono::hours(1);
  EXPECT_EQ(get("/a").outcome, FetchOutcome::kBody);
}

TEST_F(Fetch, FollowsRobotsThatMovedAndCutsLargeOnes) {
  server_.on("/robots.txt", Server::reply("301 Moved", "", "Location: /r\r\n"));
  server_.on("/r", Server::reply("200 OK", "User-agent: *\nDisallow: /no\n" + std::string(600'000, '#')));
  expect("/no", FetchOutcome::kRefused, "robots.txt");
}

TEST_F(Fetch, RestsBetweenRequestsToAHost) {
  server_.on("/a", Server::reply("200 OK", "x"));
  get("/a");
  const milliseconds before = slept_;
  get("/a");
  EXPECT_EQ(slept_ - before, seconds(1));
  now_ += seconds(10);
  get("/a");
  EXPECT_EQ(slept_ - before, seconds(1));
}

TEST_F(Fetch, HonoursRetryAfter) {
  server_.on("/a", Server::reply("429 Too Many", "", "Retry-After: 20\r\n"));
  server_.on("/b", Server::reply("503 Unavailable", "", "Retry-After: Tue, 14 Nov 2023 23:13:20 GMT\r\n"));
  EXPECT_EQ(get("/a").retry_after, seconds(20));
  const milliseconds before = slept_;
  const FetchReply second = get("/b");
  EXPECT_EQ(slept_ - before, seconds(20));
  EXPECT_GT(second.retry_after, seconds(3000));
  const size_t asked = server_.asked().size();
  expect("/b", FetchOutcome::kLater, "left alone for another");
  EXPECT_EQ(server_.asked().size(), asked);
}

TEST_F(Fetch, RestsLongerWithEachFailure) {
  server_.on("/a", Server::reply("500 Error"));
  std::vector<milliseconds> rests;
  for (int i = 0; i < 4; ++i) {
    const milliseconds before = slept_;
    get("/a");
    rests.push_back(slept_ - before);
  }
  EXPECT_EQ(rests, (std::vector<milliseconds>{seconds(1), seconds(5), seconds(10), seconds(20)}));
  expect("/a", FetchOutcome::kLater, "left alone for another 40 s");
}

TEST_F(Fetch, StopsWhenAsked) {
  bool on = true;
  options_.limits.total = seconds(20);
  options_.go_on = [&] { return on; };
  server_.on("/a", [&](Peer& peer, const Asked&) { peer.send("HTTP/1.1 200 OK\r\n\r\nx"), on = false, peer.drip(); });
  EXPECT_EQ(get("/a").outcome, FetchOutcome::kStopped);
  EXPECT_EQ(get("/a").outcome, FetchOutcome::kStopped);
}

}  // namespace
}  // namespace hearsay
