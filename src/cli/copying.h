// A store copied on the disk, with a bar for whoever waits.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace hearsay::cli {

// Says what was copied, or what is wrong; an ExitCode.
int copy_store(const Session& session, const std::string& db, const std::string& target, bool replace, const Interrupt& interrupt);

}  // namespace hearsay::cli
