// SPDX-License-Identifier: Apache-2.0
#include "mail/cost.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hearsay {
namespace {

constexpr uint64_t kMostCompares = 50'000'000;      // boundaries compared: a second; a digest of a thousand mails takes a few thousand
constexpr uint64_t kDeepestParts = 1024;            // GMime goes no deeper
constexpr size_t kLongestAddresses = 64 << 10;      // of one field: a thousand addresses

bool begins_with(std::string_view line, std::string_view lower_case) {
  return line.size() >= lower_case.size() && std::equal(lower_case.begin(), lower_case.end(), line.begin(), [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

bool begins_addresses(std::string_view line) {
  constexpr std::array<std::string_view, 12> kFields = {"from:", "to:", "cc:", "bcc:", "sender:", "reply-to:", "resent-from:", "resent-to:", "resent-cc:", "resent-bcc:", "resent-sender:", "resent-reply-to:"};
  return std::any_of(kFields.begin(), kFields.end(), [&](std::string_view field) { return begins_with(line, field); });
}

}  // namespace

bool is_cheap_to_parse(std::string_view mail) {
  uint64_t dashes = 0, nests = 0;
  size_t addresses = 0;
  while (!mail.empty()) {
    const size_t length = std::min(mail.find('\n'), mail.size() - 1) + 1;
    const std::string_view line = mail.substr(0, length);
    if (line[0] == ' ' || line[0] == '\t') addresses += addresses > 0 ? length : 0;
    else addresses = begins_addresses(line) ? length : 0;
    if (addresses > kLongestAddresses) return false;
    dashes += line.starts_with("--");
    nests += begins_with(line, "content-type:");
    mail.remove_prefix(length);
  }
  return dashes * std::min(nests, kDeepestParts) <= kMostCompares;
}

}  // namespace hearsay
