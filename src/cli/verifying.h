// A store verified, with a bar for whoever waits.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "cli/exit_codes.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "verify/verify.h"

namespace hearsay::cli {

// nullopt after complaining; then `code` is what to exit with. `found` hears each fault, when the bar is out of its way.
std::optional<Verified> verified(const Session& session, const std::string& db, const Engine& engine, bool quick, const Interrupt& interrupt, const std::function<void(const Fault&)>& found, int& code);

}  // namespace hearsay::cli
