// Records of parts of documents and chronicles, for whoever asks for them (docs/formats.md).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"

namespace hearsay::browse {

// Whether a statement is by whom, about whom and of the act that is asked for.
bool is_asked_for(const Analysis& analysis, size_t statement, const Picks& picks, const Text& act);

// Each one line without its end.
std::string statement_record(const Analysis& analysis, size_t statement);
std::string origin_graph_record(const Happening& happening, const OriginGraph& graph, const Documents& documents);

}  // namespace hearsay::browse
