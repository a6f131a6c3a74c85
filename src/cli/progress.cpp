// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "browse/display.h"

namespace hearsay::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(100);  // between two drawings

std::string clock(double seconds) {
  const auto whole = static_cast<int64_t>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

// As many digits as a person reads at a glance.
std::string rounded(const Words& words, double rate) {
  if (rate >= 10) return words.number(static_cast<int64_t>(rate));
  std::string shown = fmt::format("{:.1f}", rate);
  if (words.language() == Language::kVietnamese) shown[1] = ',';
  return shown;
}

}  // namespace

std::string progress_line(const Words& words, Done done, Done total, double seconds, int width, const std::string& tally) {
  const double whole = static_cast<double>(total.bytes > 0 ? total.bytes : total.count);
  const double part = whole > 0 ? std::min(1.0, static_cast<double>(total.bytes > 0 ? done.bytes : done.count) / whole) : 0;
  std::string tail = whole > 0 ? fmt::format(" {}%", static_cast<int>(part * 100)) : std::string();
  tail += (tail.empty() ? "" : "  ") + (tally.empty() ? words.number(static_cast<int64_t>(done.count)) : tally);
  if (done.count > 0 && seconds > 0) {
    tail += "  " + words(Message::kProgressRate, rounded(words, static_cast<double>(done.count) / seconds));
    if (done.bytes > 0) tail += "  " + words(Message::kProgressRate, rounded(words, static_cast<double>(done.bytes) / 1e6 / seconds) + " MB");
    if (part > 0) tail += "  " + words(Message::kProgressLeft, clock(seconds * (1 - part) / part));
  }
  const int room = std::min(width - display_width(tail) - 3, 40);
  if (whole == 0 || (room < 4 && tally.empty())) return shortened(tail, width - 1);
  if (room < 4) return progress_line(words, done, total, seconds, width);
  const auto filled = static_cast<size_t>(static_cast<double>(room) * part);
  return "[" + std::string(filled, '#') + std::string(static_cast<size_t>(room) - filled, '.') + "]" + tail;
}

Progress::Progress(const Session& session, Done total, bool shown) : session_(session), total_(total), visible_(shown && on_terminal(STDERR_FILENO)) {}

void Progress::show(Done done) {
  const auto now = Clock::now();
  const bool whole = total_.bytes > 0 ? done.bytes >= total_.bytes : total_.count > 0 && done.count >= total_.count;
  if (!visible_ || (drawn_ && now - last_ < kPause && !whole)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::fprintf(stderr, "\r\x1b[K%s", progress_line(session_.words, done, total_, seconds, session_.width, tally_).c_str());
  std::fflush(stderr);
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace hearsay::cli
