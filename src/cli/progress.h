// A bar on stderr for a person who waits: how far, how fast, how long still.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "cli/terminal.h"

namespace hearsay::cli {

// Shows nothing where stderr is no terminal, or of a total of 0.
class Progress {
 public:
  Progress(const Session& session, size_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(size_t done);
  // What has become of the inputs so far, shown beside how many there were.
  void say(std::string tally) { tally_ = std::move(tally); }
  // Wipes the bar, so that a line can be written in its place.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Session& session_;
  size_t total_;
  bool visible_, drawn_ = false;
  std::string tally_;
  Clock::time_point begin_ = Clock::now(), last_{};
};

// The line of the bar: "[####....] 12/40  9 read, 3 unchanged  350/s  0:07 left", at most `width` columns; without the tally
// where it leaves no room for a bar.
std::string progress_line(const Words& words, size_t done, size_t total, double seconds, int width, const std::string& tally = {});

}  // namespace hearsay::cli
