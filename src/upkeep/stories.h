// Stories as they are kept: by which reports each is decided, and what is written of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "upkeep/desk.h"

namespace hearsay {

// Of each report, those that stand before it in the lists of its terms.
std::map<Rank, std::set<Rank>> before_by_terms(Desk& desk, const std::set<Rank>& reports);
// The story, by its first report, that a report joins; itself, if it opens one.
Rank choose_story(Desk& desk, Rank report, const std::set<Rank>& others);
// The one whose reports open with a happening most often, if any do.
std::optional<Rank> story_opening_with(Shelves& shelves, const std::string& happening);
// The record of the story that a report opens; nothing, if no report is of it.
std::optional<Story> write_story(Desk& desk, Rank story);

}  // namespace hearsay
