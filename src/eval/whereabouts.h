// Where the reports lie that gold files name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "eval/gold.h"

namespace hearsay {

// The report's file below the root; without a root, below the nearest folder over the gold file that has it. nullopt if there is none.
std::optional<std::string> report_of(const GoldFile& gold, const std::optional<std::string>& root);
// The report's file among these: that whose path ends in the document's, else the only one with its folder and name.
std::optional<std::string> report_among(const std::vector<std::string>& files, const std::string& document);

}  // namespace hearsay
