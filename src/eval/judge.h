// One report compared with its gold file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "eval/finding.h"
#include "eval/gold.h"
#include "eval/tally.h"

namespace hearsay {

struct Judged {
  std::string lang;                      // of the gold file
  std::map<LayerName, Tally> figures;    // of the layers that the gold file has
  std::vector<Finding> findings;         // by layer, in order of the gold file and then of the report
  std::map<std::string, Share> rules;    // by rule: its finds that were scored, and how many are right
};

// Reads the report and compares it; the metadata's blanks are filled with what the gold file says.
Result<Judged> judge(const Engine& engine, const GoldFile& gold, std::string bytes, Metadata metadata);
// Compares what this thread has read.
//   tested by judge_test.cpp with readings made by hand
Judged judge(const Pack& pack, const GoldFile& gold, std::unique_ptr<Reading> reading);
// All that is required is missed: the report cannot be read.
Judged judge_unread(const GoldFile& gold);

}  // namespace hearsay
