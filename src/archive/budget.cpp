// SPDX-License-Identifier: Apache-2.0
#include "archive/budget.h"

#include <cstdio>

namespace hearsay {
namespace {

constexpr uint64_t kAlike = 10;           // who reads the lines has understood by then, and a bomb of a million members gives no million lines
constexpr size_t kKindsOfFaults = 1000;   // kept apart in counting; there are a few dozen, and libraries' own words are not in our hand

}  // namespace

std::string amount(uint64_t bytes) {
  if (bytes < 1024) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
  constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
  double scaled = static_cast<double>(bytes) / 1024;
  size_t unit = 0;
  while (scaled >= 1024 && unit + 1 < std::size(kUnits)) {
    scaled /= 1024;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, scaled < 10 && scaled != static_cast<uint64_t>(scaled) ? "%.1f %s" : "%.0f %s", scaled, kUnits[unit]);
  return text;
}

std::optional<std::string> ArchiveBudget::unpack(uint64_t bytes, uint64_t taken, uint64_t given) {
  unpacked_ += bytes;
  if (spent()) return "more than " + amount(limits_.total_bytes) + " were unpacked, the limit for one input; the rest is not read";
  // A step that packs well within one that packs well: each may pass by itself.
  if (beyond_ratio(taken, given) || beyond_ratio(read_, unpacked_)) {
    return "unpacks to more than " + std::to_string(static_cast<uint64_t>(limits_.ratio)) + " times its size, the limit; it is not read on";
  }
  return std::nullopt;
}

void ArchiveFaults::tell(const std::string& path, const std::string& line) {
  std::string kind;
  for (char c : line) {
    if (c < '0' || c > '9') kind += c;
  }
  if (told_.size() >= kKindsOfFaults && !told_.contains(kind)) kind.clear();
  Alike& alike = told_[kind];
  if (alike.count == 0) alike.first = line;
  if (++alike.count <= kAlike && handlers_.fault) handlers_.fault(path, line);
}

void ArchiveFaults::close(const std::string& path) {
  for (const auto& [kind, alike] : told_) {
    if (alike.count > kAlike && handlers_.fault) handlers_.fault(path, std::to_string(alike.count - kAlike) + " more like this: " + alike.first);
  }
}

}  // namespace hearsay
