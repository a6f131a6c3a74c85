// Which event mentions tell the same happening.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "story/told.h"

namespace hearsay {

// One happening and its tellings.
struct Group {
  std::string id;                        // stable: from kind family, parties, and the first telling's document and event
  std::vector<int> told;                 // indexes into the tellings, by publication, document and event
  std::vector<std::string> because;      // per telling: why it belongs here, in words
  std::optional<Period> period;          // the days all tellings agree on; absent if none dates it
  std::vector<std::string> plans, fulfilments;     // ids of groups that announce it, or carry it out: linked, never merged
};

// The answer does not depend on the order of `all`, as long as documents are in canonical order.
std::vector<Group> group_events(const std::vector<Told>& all);

}  // namespace hearsay
