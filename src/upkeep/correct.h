// Corrections on their way into a store: whether they make sense, and what the reading says at their places.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hearsay/hearsay.h"
#include "pack/pack.h"

namespace hearsay {

// Engine::correct.
Result<std::string> correct_store(Store& store, const Pack& packs, Correction correction);

}  // namespace hearsay
