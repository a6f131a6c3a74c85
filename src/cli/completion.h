// Completion scripts: what can stand next on a command line, for the shell that asks. Each is text made from the grammar, and asks nothing of the program when it runs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/grammar.h"

namespace hearsay::cli {

std::string bash_completion(const CommandForm& hearsay);
std::string zsh_completion(const CommandForm& hearsay);
std::string fish_completion(const CommandForm& hearsay);

}  // namespace hearsay::cli
