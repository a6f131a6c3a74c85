// SPDX-License-Identifier: Apache-2.0
#include "fetch/network.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace hearsay {
namespace {

struct Block {
  uint32_t first;
  int bits;
};
constexpr uint32_t ip(uint32_t a, uint32_t b, uint32_t c) { return a << 24 | b << 16 | c << 8; }
constexpr std::array kSpecial = std::to_array<Block>({
  {ip(0, 0, 0), 8}, {ip(10, 0, 0), 8}, {ip(100, 64, 0), 10}, {ip(127, 0, 0), 8}, {ip(169, 254, 0), 16}, {ip(172, 16, 0), 12}, {ip(192, 0, 0), 24}, {ip(192, 0, 2), 24},
  {ip(192, 88, 99), 24}, {ip(192, 168, 0), 16}, {ip(198, 18, 0), 15}, {ip(198, 51, 100), 24}, {ip(203, 0, 113), 24}, {ip(224, 0, 0), 4}, {ip(240, 0, 0), 4}});

bool public_ip4(uint32_t address) {
  return std::none_of(kSpecial.begin(), kSpecial.end(), [&](const Block& block) { return (address ^ block.first) >> (32 - block.bits) == 0; });
}

// Only 2000::/3 is given out; within it Teredo, 6to4 and documentation are not.
bool public_ip6(const uint8_t* a) {
  static constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, kNat64[12] = {0, 0x64, 0xFF, 0x9B};
  if (std::memcmp(a, kMapped, 12) == 0 || std::memcmp(a, kNat64, 12) == 0)
    return public_ip4(static_cast<uint32_t>(a[12]) << 24 | static_cast<uint32_t>(a[13]) << 16 | static_cast<uint32_t>(a[14]) << 8 | a[15]);
  const uint32_t head = static_cast<uint32_t>(a[0]) << 24 | static_cast<uint32_t>(a[1]) << 16 | static_cast<uint32_t>(a[2]) << 8 | a[3];
  if (head >> 29 != 1) return false;
  return head != 0x20010000 && head != 0x20010DB8 && head >> 16 != 0x2002 && head >> 12 != 0x3FFF0;
}

}  // namespace

bool public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four;
    std::memcpy(&four, &address, sizeof four);
    return public_ip4(ntohl(four.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 six;
  std::memcpy(&six, &address, sizeof six);
  return public_ip6(six.sin6_addr.s6_addr);
}

std::string written_address(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = "";
  sockaddr_storage copy{};
  std::memcpy(&copy, &address, address.sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in));
  const void* bytes = address.sa_family == AF_INET6 ? static_cast<const void*>(&reinterpret_cast<sockaddr_in6*>(&copy)->sin6_addr) : &reinterpret_cast<sockaddr_in*>(&copy)->sin_addr;
  return inet_ntop(address.sa_family, bytes, text, sizeof text) ? text : "";
}

}  // namespace hearsay
