// SPDX-License-Identifier: Apache-2.0
#include "browse/session.h"

#include <algorithm>

#include "browse/display.h"

namespace hearsay::browse {
namespace {

constexpr const char* kEscapes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;4m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[36m"};

// Each line of a message made harmless: file names may hold anything.
std::string harmless(std::string_view message) {
  std::string out;
  for (size_t at = 0; at <= message.size();) {
    const size_t end = std::min(message.find('\n', at), message.size());
    out += (at == 0 ? "" : "\n  ") + one_line(message.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string Session::paint(Paint paint, std::string_view text) const {
  if (!colour || paint == Paint::kPlain || text.empty()) return std::string(text);
  return std::string(kEscapes[static_cast<size_t>(paint)]).append(text).append("\x1b[0m");
}

void Session::complain(std::string_view message) const {
  if (hear) hear(harmless(message));
}
void Session::complain(const Error& error) const { complain(in_words(words, error.message)); }
void Session::warn(std::string_view message) const { complain(words(Message::kWarning) + in_words(words, message)); }

}  // namespace hearsay::browse
