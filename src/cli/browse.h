// The command line speaks in the names of src/browse.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace hearsay::browse {}

namespace hearsay::cli {
using namespace browse;
}  // namespace hearsay::cli
