// The figures and findings of `eval`, as text and as JSON.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "eval/bench.h"

namespace hearsay::cli {

std::string layer_words(LayerName layer, const Words& words);

// One table for each layer that was scored.
void print_figures(const Session& session, const Bench& bench, const std::vector<LayerName>& layers);
void print_figures_json(const Bench& bench, const std::vector<LayerName>& layers);

// The first `most` groups; how many there are in all is said first.
void print_groups(const Session& session, const std::vector<FindingGroup>& groups, size_t most);
void print_groups_json(const std::vector<FindingGroup>& groups, size_t most);

}  // namespace hearsay::cli
