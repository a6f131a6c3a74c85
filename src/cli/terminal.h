// What the command line writes to, and how it may look there.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "cli/messages.h"
#include "hearsay/hearsay.h"

namespace hearsay::cli {

enum class Colour { kAuto, kAlways, kNever };
enum class Paint { kPlain, kBold, kDim, kMark, kGreen, kYellow, kRed, kCyan };

// All that a command needs to speak to its user.
struct Session {
  Words words;
  bool colour = false;                   // of standard output
  int width = 80;
  std::string* heard = nullptr;          // where complaints go instead of stderr, a line each

  std::string paint(Paint paint, std::string_view text) const;
  // One line on stderr: "hearsay: ..."; what the library says is put into the language of the interface.
  void complain(std::string_view message) const;
  void complain(const Error& error) const;
  // The same for what does not stop anything: "hearsay: warning: ...".
  void warn(std::string_view message) const;
};

Session open_session(Language language, Colour colour);

bool on_terminal(int descriptor);
// Columns of the terminal: COLUMNS if set, else what the terminal on stdout says, else 80.
int terminal_width();

// Writes to standard output; what goes wrong is found by close_output.
void put(std::string_view text);
void put_line(std::string_view text);
// Whether a write has failed already.
bool output_failed();
// Flushes standard output; false if anything could not be written.
bool close_output();

// A message of the library in the language of the interface; as it is if the table does not hold it.
std::string in_words(const Words& words, std::string_view library_message);

}  // namespace hearsay::cli
