// What an assistant may ask of a store, as tools of the Model Context Protocol.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"
#include "cli/browse.h"
#include "mcp/server.h"

namespace hearsay::cli {

// What an assistant is told before it asks anything.
std::string advice();

// Each call looks at the store as it is then. The options outlive the tools.
std::vector<mcp::Tool> store_tools(const StoreOptions& options);

}  // namespace hearsay::cli
