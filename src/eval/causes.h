// How far the engine came with what it did not find: which rules, groups, frames and entries stand there.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eval/finding.h"
#include "eval/gold.h"
#include "eval/report.h"

namespace hearsay {

// Where the expected cue stands: its occurrence within the anchor, else the nearest one of the anchor's sentence; the anchor where there is none.
Range cue_place(const Report& report, Range anchor, const IfGiven<Accepted>& cue);

// Why no statement came of an attribution.
Blame why_no_statement(const Report& report, Range anchor, const IfGiven<Accepted>& cue);

// Why no act of these CAMEO roots came of an anchor.
Blame why_no_event(const Report& report, Range anchor, const std::vector<std::string>& roots);

}  // namespace hearsay
