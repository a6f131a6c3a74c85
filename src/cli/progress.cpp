// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/display.h"

namespace hearsay::cli {
namespace {

constexpr auto kPause = std::chrono::milliseconds(100);  // between two drawings

std::string clock(double seconds) {
  const auto whole = static_cast<int64_t>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(const Words& words, size_t done, size_t total, double seconds, int width, const std::string& tally) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string tail = fmt::format(" {}/{}", words.number(static_cast<int64_t>(done)), words.number(static_cast<int64_t>(total)));
  if (!tally.empty()) tail += "  " + tally;
  if (done > 0 && rate > 0) {
    const std::string shown_rate = rate < 10 ? fmt::format("{:.1f}", rate) : words.number(static_cast<int64_t>(rate));
    tail += "  " + words(Message::kProgressRate, shown_rate, clock(static_cast<double>(total - done) / rate));
  }
  const int room = std::min(width - display_width(tail) - 3, 40);
  if (room < 4 && !tally.empty()) return progress_line(words, done, total, seconds, width);
  if (room < 4) return shortened(tail, width - 1);
  const auto filled = static_cast<int>(total == 0 ? 0 : static_cast<size_t>(room) * done / total);
  return "[" + std::string(static_cast<size_t>(filled), '#') + std::string(static_cast<size_t>(room - filled), '.') + "]" + tail;
}

Progress::Progress(const Session& session, size_t total) : session_(session), total_(total), visible_(total > 0 && on_terminal(STDERR_FILENO)) {}

void Progress::show(size_t done) {
  const auto now = Clock::now();
  if (!visible_ || (drawn_ && now - last_ < kPause && done < total_)) return;
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
