// Records that more than one command gives, and what they have in common (docs/formats.md).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/holdings.h"

namespace hearsay::cli {

// Whether a statement is by whom, about whom and of the act that is asked for.
bool is_asked_for(const Analysis& analysis, size_t statement, const Picks& picks, const Text& act);

// Each one line without its end.
std::string statement_record(const Analysis& analysis, size_t statement);
std::string origin_graph_record(const Happening& happening, const OriginGraph& graph, const Documents& documents);

}  // namespace hearsay::cli
