// Copies as they are kept: what records of happenings ask of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story/copies.h"
#include "upkeep/desk.h"

namespace hearsay {

// The reports with all that copies lead to from them.
std::set<Rank> with_copies(Desk& desk, const std::set<Rank>& reports);
// What find_copies finds of documents in order, of which all copies are among them.
Copies copies_among(Desk& desk, const std::vector<Rank>& reports);

}  // namespace hearsay
