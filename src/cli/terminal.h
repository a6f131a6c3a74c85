// What the command line writes to, and how it may look there.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "browse/session.h"
#include "cli/browse.h"

namespace hearsay::cli {

// The language of the interface as the environment asks for it: LC_ALL, else LC_MESSAGES, else LANG.
Language language_of_environment();

enum class Colour { kAuto, kAlways, kNever };

// Complaints go to standard error, a line each: "hearsay: ...".
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

}  // namespace hearsay::cli
