// The chronicle of a store, kept up to date with its documents: what one report adds or takes away, and nothing else.
//
// The result is what build_chronicle and find_stories make of all documents at once, whatever the order in which they came
// (tests/upkeep/upkeep_test.cpp). What a report costs hangs on how many share words with it and on the tellings of its blocks, not on the store.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "hearsay/hearsay.h"
#include "pack/pack.h"
#include "upkeep/desk.h"

namespace hearsay {

// Engine::update. The result does not hang on the room there is.
Status update_chronicle(Store& store, const Pack& packs, const std::string& packs_id, const std::function<bool(int64_t)>& go_on, const DeskRoom& room = {});

// Engine::neighbours.
Result<Engine::Neighbours> neighbours_of(const Store& store, const Pack& packs, const std::string& document_id);

// Engine::chronicle_as_of.
Result<std::vector<Happening>> chronicle_of_day(const Store& store, const Pack& packs, std::optional<Day> as_of, const DocumentQuery& told_by);

}  // namespace hearsay
