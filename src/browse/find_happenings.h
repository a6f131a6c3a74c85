// The happenings that a user means, and what it takes to show them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"

namespace hearsay::browse {

// The documents that tell some happenings, or in which their origins speak: ids.
std::set<std::string> speaking_of(const std::vector<const Happening*>& happenings);

// What an id that somebody noted down has become since; empty if it leads nowhere. Says so; complains and sets `trouble` if the store cannot tell.
std::string successor_of(const Session& session, const Store& store, const std::string& id, Trouble& trouble);

// All happenings whose id, or whose joint act's id, begins so, or that one of a former id has become; an id in full means itself alone. Complains and sets
// `trouble` if there is none, or if it may be several that are not one joint act.
std::vector<const Happening*> find_happenings(const Session& session, Chronicle& chronicle, const std::string& id, Trouble& trouble);

}  // namespace hearsay::browse
