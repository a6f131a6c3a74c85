// A chronicle as text for other programs: what is asked for is picked, loaded a little at a time and put into a format of src/export, or onto the page of
// export_report.h. Where the text goes is for the caller.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/happening_filter.h"

namespace hearsay::browse {

// The formats there are, by name.
std::vector<std::string> export_formats();

// What was asked for, and of which story, if one was named.
struct Picked {
  std::optional<Story> story;
  std::vector<Happening> happenings;
};
// nullopt after complaining, and then `trouble` says why.
std::optional<Picked> pick_happenings(const Session& session, const Holdings& holdings, HappeningFilter& filter, const Text& story, Trouble& trouble);

// The documents that a format of documents is for: the one that is named, those of a story, those that tell the happenings asked for, or all.
DocumentQuery documents_to_export(const Session& session, const Holdings& holdings, HappeningFilter& filter, const ExportOptions& options, Trouble& trouble);

// Gives what was picked in a format of happenings to `write`, piece by piece, and says how much the format has no place for.
Trouble write_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const std::function<void(std::string_view)>& write);

}  // namespace hearsay::browse
