// The chronicle brought up to date after reports came or went, with a bar for whoever waits.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/interrupt.h"
#include "cli/terminal.h"

namespace hearsay::cli {

// False if it was interrupted; what is left the next call does.
Result<bool> settle(const Session& session, const Engine& engine, Store& store, const Interrupt& interrupt);

}  // namespace hearsay::cli
