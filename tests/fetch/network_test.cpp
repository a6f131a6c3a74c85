// Public and other network addresses.
// SPDX-License-Identifier: Apache-2.0
#include "fetch/network.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace hearsay {
namespace {

bool is_public(const std::string& text) {
  sockaddr_in four{};
  sockaddr_in6 six{};
  four.sin_family = AF_INET;
  six.sin6_family = AF_INET6;
  const bool is_four = inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1;
  EXPECT_TRUE(is_four || inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1) << text;
  const auto& address = is_four ? reinterpret_cast<const sockaddr&>(four) : reinterpret_cast<const sockaddr&>(six);
  EXPECT_EQ(written_address(address), text);
  return public_address(address);
}

TEST(Network, KnowsPublicAddresses) {
  for (const char* text : {"8.8.8.8", "1.1.1.1", "172.32.0.1", "172.15.255.255", "100.128.0.1", "192.169.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"}) EXPECT_TRUE(is_public(text)) << text;
}

TEST(Network, KnowsAddressesThatAreNot) {
  for (const char* text : {"0.0.0.0", "10.0.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1",
                           "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2001:db8::1", "2002:7f00:1::", "::127.0.0.1"})
    EXPECT_FALSE(is_public(text)) << text;
}

}  // namespace
}  // namespace hearsay
