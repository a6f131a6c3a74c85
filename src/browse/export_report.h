// A chronicle as the page that src/export lays out, in the words of the interface.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"
#include "export/report.h"

namespace hearsay::browse {

// Without its happenings. `story` is the one that was asked for, if one was.
Report empty_report(const Words& words, const ExportOptions& options, const std::optional<Story>& story, int64_t happenings);
// In the order of the chronicle.
void add_to_report(Report& report, const Engine& engine, const Happening& happening, const Documents& documents, const Words& words);

}  // namespace hearsay::browse
