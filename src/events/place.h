// Where an act was.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/candidate.h"
#include "events/groups.h"

namespace hearsay {

// The place or state that the clause or noun group names as where it was: "at Singapore", "the Singapore summit", "the summit
// was held in Singapore". An index of an actor; -1 if it names none.
int place_of(const ReportView& report, const Groups& groups, const Candidate& candidate);

}  // namespace hearsay
