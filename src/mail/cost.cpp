// SPDX-License-Identifier: Apache-2.0
#include "mail/cost.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"

namespace hearsay {
namespace {

// What is counted is lines that look so, whether GMime will take them for it or not.
constexpr uint64_t kMostParts = 20'000;             // 3 kB each
constexpr uint64_t kMostFields = 500'000;           // 250 bytes each
constexpr uint64_t kMostCompares = 20'000'000;      // boundaries compared: half a second; a digest of a thousand mails takes a few thousand
constexpr uint64_t kDeepestParts = 1024;            // GMime goes no deeper
constexpr size_t kLongestField = 64 << 10;          // of those made of parameters or addresses: a thousand of them

// The field's name at a line's beginning, empty if there is none.
std::string_view field_name(std::string_view line) {
  constexpr size_t kLongestName = 100;
  const size_t colon = line.substr(0, kLongestName).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view before = line.substr(0, colon), name = before.substr(0, before.find_last_not_of(" \t") + 1);
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; }) ? name : std::string_view();
}

bool is_made_of_many(std::string_view name) {
  constexpr std::array<std::string_view, 14> kFields = {"from", "to", "cc", "bcc", "sender", "reply-to", "resent-from", "resent-to", "resent-cc", "resent-bcc", "resent-sender", "resent-reply-to",
                                                        "content-type", "content-disposition"};
  return std::find(kFields.begin(), kFields.end(), lower(name)) != kFields.end();
}

}  // namespace

bool is_cheap_to_parse(std::string_view mail) {
  uint64_t boundaries = 0, types = 0, fields = 0;
  size_t field = 0;
  while (!mail.empty()) {
    const size_t length = std::min(mail.find('\n'), mail.size() - 1) + 1;
    const std::string_view line = mail.substr(0, length), name = field_name(line);
    if (line[0] == ' ' || line[0] == '\t') field += field > 0 ? length : 0;
    else field = is_made_of_many(name) ? length : 0;
    if (field > kLongestField) return false;
    boundaries += line.starts_with("--");
    fields += !name.empty();
    types += lower(name) == "content-type";
    mail.remove_prefix(length);
  }
  return boundaries <= kMostParts && fields <= kMostFields && boundaries * std::min(types, kDeepestParts) <= kMostCompares;
}

}  // namespace hearsay
