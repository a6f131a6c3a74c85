// A bar on stderr for a person who waits: how far, how fast, how long still.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "cli/terminal.h"

namespace hearsay::cli {

// What has been done: things that are counted, and bytes where there are any.
struct Done {
  size_t count = 0;
  uint64_t bytes = 0;
};

// Shows nothing where stderr is no terminal.
class Progress {
 public:
  //   total  how much there is, as far as that is known: of bytes if there are any, else of things; {} shows no bar, only how far and how fast
  //   shown  false: nothing at all
  Progress(const Session& session, Done total, bool shown = true);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(Done done);
  // What has become of them so far, shown in place of their number.
  void say(std::string tally) { tally_ = std::move(tally); }
  // Wipes the bar, so that a line can be written in its place.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Session& session_;
  Done total_;
  bool visible_, drawn_ = false;
  std::string tally_;
  Clock::time_point begin_ = Clock::now(), last_{};
};

// The line of the bar: "[####....] 31%  9 read, 3 unchanged  350/s  2.1 MB/s  0:07 left", at most `width` columns; without the tally
// where it leaves no room for a bar.
std::string progress_line(const Words& words, Done done, Done total, double seconds, int width, const std::string& tally = {});

}  // namespace hearsay::cli
