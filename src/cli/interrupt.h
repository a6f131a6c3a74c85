// Ctrl-C, asked for between two transactions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hearsay::cli {

// While one lives, SIGINT and SIGTERM are only noted; a second one ends the program at once.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  bool came() const;
  // 128 + the signal's number, as shells report it.
  int exit_code() const;
};

}  // namespace hearsay::cli
