// Mentions to actors: names, titles, pronouns and descriptions, with codes that held on the document's date.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hearsay/hearsay.h"
#include "match/matcher.h"
#include "match/sentence.h"
#include "pack/pack.h"

namespace hearsay {

// Runs the language's `actors` rules, adds a `mention` node for each mention to its sentence's lattice, records it in
// Sentence::mentions and appends the actors with their mentions to `out`, in order of first mention.
//   Cost: linear in mentions times the actors that a mention's name may fit. Tested by tests/actors, packs/*/actors.
void read_actors(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences,
                 Matcher& matcher, std::vector<Actor>& out);

// Of some country, or one that an actor code is known for: whose acts are politics.
bool is_political(const Actor& actor);

// An actor that a pack holds, as it was on a day; without mentions.
Actor actor_of_world(const World& world, uint32_t index, std::optional<Day> day);

}  // namespace hearsay
