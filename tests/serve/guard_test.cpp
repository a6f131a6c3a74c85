// Who may ask what.
// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.h"

#include <gtest/gtest.h>

namespace hearsay::serve {
namespace {

Request get(const std::string& host, const std::string& path = "/api/v1/info") { return {"GET", path, {}, {{"host", host}}, ""}; }

int status(const Request& request, const GuardOptions& options) {
  const auto refused = refuse(request, options);
  return refused ? refused->status : kOk;
}

GuardOptions local() { return {"127.0.0.1", 8642, "", false}; }
GuardOptions open_to_all() { return {"0.0.0.0", 8642, "s3cret", false}; }

// A page elsewhere can make a name of its own lead to this machine, and then its browser sends that name.
TEST(Guard, AnswersOnlyToItsOwnName) {
  for (const char* host : {"127.0.0.1:8642", "localhost:8642", "[::1]:8642", "127.0.0.2:8642"}) EXPECT_EQ(status(get(host), local()), kOk) << host;
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:8643", "evil.example:8642", "127.0.0.1.evil.example:8642", "localhost:8642:8642", "localhost.evil.example", "192.168.1.4:8642", "[::2]:8642"})
    EXPECT_EQ(status(get(host), local()), kMisdirected) << host;
}

TEST(Guard, LeavesOutThePortThatBrowsersLeaveOut) {
  GuardOptions options = local();
  options.port = 80;
  EXPECT_EQ(status(get("localhost"), options), kOk);
  EXPECT_EQ(status(get("[::1]"), options), kOk);
  EXPECT_EQ(status(get("localhost:80"), options), kOk);
  EXPECT_EQ(status(get("evil.example"), options), kMisdirected);
}

TEST(Guard, AnswersToTheNameItWasGiven) {
  GuardOptions options{"desk.example", 8642, "s3cret", false};
  Request request = get("desk.example:8642");
  request.headers["authorization"] = "Bearer s3cret";
  EXPECT_EQ(status(request, options), kOk);
  request.headers["host"] = "localhost:8642";
  EXPECT_EQ(status(request, options), kMisdirected);
}

TEST(Guard, AsksStrangersForTheToken) {
  Request request = get("192.168.1.4:8642");
  EXPECT_EQ(status(request, open_to_all()), kUnauthorized);
  request.headers["authorization"] = "Bearer s3cret";
  EXPECT_EQ(status(request, open_to_all()), kOk);
  for (const char* wrong : {"Bearer s3cre", "Bearer s3crets", "Bearer ", "s3cret", "Basic s3cret"}) {
    request.headers["authorization"] = wrong;
    EXPECT_EQ(status(request, open_to_all()), kUnauthorized) << wrong;
  }
  request.headers.erase("authorization");
  request.headers["cookie"] = "a=b; hearsay_token=s3cret; c=d";
  EXPECT_EQ(status(request, open_to_all()), kOk);
  request.headers["cookie"] = "not_hearsay_token=s3cret";
  EXPECT_EQ(status(request, open_to_all()), kUnauthorized);
}

TEST(Guard, TakesTheTokenOutOfTheAddress) {
  Request request = get("192.168.1.4:8642", "/happening/h1");
  request.query = {{"token", "s3cret"}, {"ui", "vi"}};
  const auto reply = refuse(request, open_to_all());
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, kFound);
  EXPECT_EQ(reply->headers[0], std::pair(std::string("Location"), std::string("/happening/h1?ui=vi")));
  EXPECT_EQ(reply->headers[1].second, "hearsay_token=s3cret; Path=/; HttpOnly; SameSite=Strict");
  request.query = {{"token", "wrong"}};
  EXPECT_EQ(status(request, open_to_all()), kUnauthorized);
}

TEST(Guard, PutsNoLineIntoAHeader) {
  Request request = get("192.168.1.4:8642", "/a\r\nb: c/\xC4\x91");
  request.query = {{"token", "s3cret"}, {"ui", "vi\r\nSet-Cookie: a=b&c"}};
  EXPECT_EQ(refuse(request, open_to_all())->headers[0].second, "/a%0D%0Ab%3A%20c/%C4%91?ui=vi%0D%0ASet-Cookie%3A%20a%3Db%26c");
}

TEST(Guard, LeadsToNoOtherHost) {
  for (const char* path : {"//evil.example/a", "///evil.example/a"}) {
    Request request = get("192.168.1.4:8642", path);
    request.query = {{"token", "s3cret"}};
    EXPECT_EQ(refuse(request, open_to_all())->headers[0].second, "/evil.example/a");
  }
}

Request post(std::map<std::string, std::string, std::less<>> headers) {
  headers.emplace("host", "localhost:8642");
  headers.emplace("content-type", "application/json");
  return {"POST", "/api/v1/notes", {}, headers, "{}"};
}

TEST(Guard, LetsNoOtherSiteWrite) {
  EXPECT_EQ(status(post({}), local()), kOk);
  EXPECT_EQ(status(post({{"origin", "http://localhost:8642"}, {"sec-fetch-site", "same-origin"}}), local()), kOk);
  EXPECT_EQ(status(post({{"origin", "http://evil.example"}}), local()), kForbidden);
  EXPECT_EQ(status(post({{"origin", "null"}}), local()), kForbidden);
  EXPECT_EQ(status(post({{"sec-fetch-site", "cross-site"}}), local()), kForbidden);
  EXPECT_EQ(status(post({{"sec-fetch-site", "same-site"}}), local()), kForbidden);
  EXPECT_EQ(status(post({{"content-type", "text/plain"}}), local()), kUnsupportedMedia);
  GuardOptions options = local();
  options.read_only = true;
  EXPECT_EQ(status(post({}), options), kForbidden);
}

TEST(Guard, KnowsWhatIsThisMachine) {
  for (const char* host : {"127.0.0.1", "127.8.9.1", "localhost", "::1", "[::1]"}) EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"0.0.0.0", "::", "127.evil.example", "10.0.0.1", "localhost.evil.example", ""}) EXPECT_FALSE(is_loopback(host)) << host;
}

}  // namespace
}  // namespace hearsay::serve
