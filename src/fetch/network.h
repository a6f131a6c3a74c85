// Which network addresses belong to the public internet.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/socket.h>

#include <string>

namespace hearsay {

// False for private, loopback, link-local, multicast, unspecified, documentation and other addresses of special purpose, also where IPv6 wraps IPv4 (mapped, NAT64).
// Source: IANA's special-purpose address registries (RFC 6890, RFC 8190).
bool public_address(const sockaddr& address);

// "10.0.0.1"; for messages.
std::string written_address(const sockaddr& address);

}  // namespace hearsay
