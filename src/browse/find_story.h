// The story that a user means.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"

namespace hearsay::browse {

std::string title_of(const Story& story, const Words& words);
// nullopt after complaining.
std::optional<std::vector<Story>> load_stories(const Session& session, const Holdings& holdings, const StoryQuery& asked);
// The one whose id begins so, or that one of a former id has become; nullopt after complaining that there is none, or several.
std::optional<Story> find_story(const Session& session, const Holdings& holdings, const std::string& id, Trouble& trouble);

}  // namespace hearsay::browse
