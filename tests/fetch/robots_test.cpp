// robots.txt.
// SPDX-License-Identifier: Apache-2.0
#include "fetch/robots.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

bool allowed(const std::string& text, const std::string& target) { return parse_robots(text, "hearsay").allows(target); }

TEST(Robots, AllowAllWithoutRules) {
  for (const char* text : {"", "<html>no file</html>", "User-agent: *\nDisallow:\n", "Disallow: /\n", "User-agent: other\nDisallow: /\n"}) EXPECT_TRUE(allowed(text, "/a")) << text;
}

TEST(Robots, FollowTheGroupThatNamesTheReader) {
  const std::string text = "User-agent: *\nDisallow: /\n\nuser-AGENT: other\nUser-agent: HEARSAY/1.0 # us\nDisallow: /a\n";
  EXPECT_TRUE(allowed(text, "/b"));
  EXPECT_FALSE(allowed(text, "/a/1"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /", "/b"));
}

TEST(Robots, JoinTheGroupsOfOneReader) {
  const std::string text = "User-agent: hearsay\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: hearsay\nDisallow: /b\n";
  EXPECT_FALSE(allowed(text, "/a"));
  EXPECT_FALSE(allowed(text, "/b"));
  EXPECT_TRUE(allowed(text, "/c"));
}

TEST(Robots, LetTheLongestRuleDecide) {
  const std::string text = "User-agent: *\r\nDisallow: /tin\r\nAllow: /tin/moi\r\nAllow: /x\r\nDisallow: /x\r\n";
  EXPECT_FALSE(allowed(text, "/tin/cu"));
  EXPECT_TRUE(allowed(text, "/tin/moi/1"));
  EXPECT_TRUE(allowed(text, "/x"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /", "/robots.txt"));
}

TEST(Robots, KnowAsterisksAndEnds) {
  const std::string text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/*/all\nDisallow: /q?*id=";
  EXPECT_FALSE(allowed(text, "/a/b.pdf"));
  EXPECT_TRUE(allowed(text, "/a/b.pdf?x"));
  EXPECT_FALSE(allowed(text, "/a/print/b/all"));
  EXPECT_TRUE(allowed(text, "/print/b/all"));
  EXPECT_FALSE(allowed(text, "/q?a=1&id=2"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /a$", "/a"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /a$", "/ab"));
}

TEST(Robots, CompareSpellingsAlike) {
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /tin-t\u1EE9c", "/tin-t%e1%bb%a9c/1"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /%61b", "/ab"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /a%2Fb", "/a/b"));
}

TEST(Robots, KeepTheDelayWithinReason) {
  auto delay = [](const std::string& value) { return parse_robots("User-agent: *\nCrawl-delay: " + value, "hearsay").delay; };
  EXPECT_EQ(delay("2.5"), std::chrono::milliseconds(2500));
  EXPECT_EQ(delay("86400"), kMaxCrawlDelay);
  for (const char* value : {"", "-1", "soon", "nan"}) EXPECT_EQ(delay(value), std::nullopt) << value;
}

TEST(Robots, AreReadNoFurtherThanTheLimit) {
  const std::string text = "User-agent: *\n" + std::string(kMaxRobotsBytes, '#') + "\nDisallow: /";
  EXPECT_TRUE(allowed(text, "/a"));
}

}  // namespace
}  // namespace hearsay
