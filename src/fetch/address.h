// Web addresses: made absolute, and taken apart. The only place that asks libcurl about URLs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Longer than any browser or server takes; whatever is longer is no address.
inline constexpr size_t kMaxAddress = 8192;

struct AddressParts {
  std::string scheme, host;              // lower case; an IPv6 host without its brackets
  std::string port;                      // always there: the scheme's own where none is written
  std::string target;                    // path and query, at least "/"
  std::string origin() const;            // "https://host:port": what robots.txt and pauses go by
};

// The absolute http or https address of a reference as pages and feeds write it: spaces around it gone, other bytes than ASCII as %XX, no fragment.
//   base     what a relative reference is relative to; may be empty
//   returns  empty if it is none: another scheme, no host, longer than kMaxAddress
// Source: RFC 3986, section 5; RFC 3987, section 3.1. Cost: linear.
std::string web_address(std::string_view base, std::string_view reference);

// nullopt unless it is an absolute http or https address.
std::optional<AddressParts> address_parts(const std::string& address);

}  // namespace hearsay
