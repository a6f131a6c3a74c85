// A bar on stderr for a person who waits: how far, how fast, how long still.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

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
  // Wipes the bar, so that a line can be written in its place.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Session& session_;
  size_t total_;
  bool visible_, drawn_ = false;
  Clock::time_point begin_ = Clock::now(), last_{};
};

// The line of the bar: "[####....] 12/40  350/s  0:07 left", at most `width` columns.
std::string progress_line(const Words& words, size_t done, size_t total, double seconds, int width);

}  // namespace hearsay::cli
