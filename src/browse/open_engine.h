// The engine with the packs that were asked for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/options.h"
#include "browse/session.h"

namespace hearsay::browse {

// Whether a folder of packs can be read without the built-in ones: it says what kinds of events there are, and has a language.
bool whole_set(const std::string& folder);
// Opens the engine with the packs that were asked for; says what is wrong with them.
//   packs  layered over the built-in packs; a folder that holds a whole set of packs stands in their place
//   base   stands in the place of the built-in packs
std::optional<Engine> open_engine(const Session& session, const PackOptions& options);

}  // namespace hearsay::browse
