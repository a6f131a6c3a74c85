// Ctrl-C, asked for between two transactions, and while there is nothing to do.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace hearsay::cli {

// While one lives, SIGINT and SIGTERM are only noted; a second one ends the program at once.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  bool came() const;
  // Returns early when it comes.
  void wait(std::chrono::milliseconds time) const;
  // 128 + the signal's number, as shells report it.
  int exit_code() const;
};

}  // namespace hearsay::cli
