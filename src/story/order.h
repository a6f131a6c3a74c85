// The order in which documents are taken: whatever order they came in, the answers are the same.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// By publication (the undated last), then id and path; a document that came twice once. `as_of` leaves out later ones and the undated.
std::vector<const Analysis*> canonical_order(const std::vector<Analysis>& analyses, const std::optional<Day>& as_of = {});

}  // namespace hearsay
