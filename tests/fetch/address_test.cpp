// Web addresses.
// SPDX-License-Identifier: Apache-2.0
#include "fetch/address.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Address, IsMadeAbsolute) {
  const std::string base = "https://Bao.Example/a/b.html?q#f";
  EXPECT_EQ(web_address(base, "c"), "https://bao.example/a/c");
  EXPECT_EQ(web_address(base, "../c?d=1"), "https://bao.example/c?d=1");
  EXPECT_EQ(web_address(base, "//cdn.example/x"), "https://cdn.example/x");
  EXPECT_EQ(web_address(base, " http://x.example \n"), "http://x.example/");
  EXPECT_EQ(web_address("", "http://x.example/a b?c d"), "http://x.example/a%20b?c+d");
  EXPECT_EQ(web_address("feeds/a.xml", "http://x.example/a"), "http://x.example/a");
  EXPECT_EQ(web_address("feeds/a.xml", "b.html"), "");
}

TEST(Address, IsOfTheWeb) {
  for (const char* reference : {"", "file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)", "data:text/html,x", "gopher://x.example/", "http://", "FILE:///x"}) EXPECT_EQ(web_address("https://bao.example/", reference), "") << reference;
  EXPECT_EQ(web_address("", "http://x.example/" + std::string(kMaxAddress, 'a')), "");
  EXPECT_EQ(web_address("", "http://x.example/" + std::string(kMaxAddress / 2, ' ') + "a"), "");
}

TEST(Address, FallsIntoParts) {
  const auto parts = address_parts("https://Bao.Example:8443/a?b");
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->host, "bao.example");
  EXPECT_EQ(parts->target, "/a?b");
  EXPECT_EQ(parts->origin(), "https://bao.example:8443");
  EXPECT_EQ(address_parts("http://[::1]/")->origin(), "http://[::1]:80");
  EXPECT_FALSE(address_parts("file:///x"));
  EXPECT_FALSE(address_parts("x"));
}

}  // namespace
}  // namespace hearsay
