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
  int64_t happenings = 0;                // how many
  // Gives them in the order of the chronicle, as long as `take` says that it wants more; complains if they cannot be read.
  std::function<Trouble(const Session& session, const std::function<bool(const Happening&)>& take)> each;
};
// nullopt after complaining, and then `trouble` says why.
std::optional<Picked> pick_happenings(const Session& session, const Holdings& holdings, HappeningFilter& filter, const Text& story, Trouble& trouble);
// Those with these ids, loaded a few at a time, as they are needed. The store lives longer.
Picked pick_by_ids(const Store& store, std::vector<std::string> ids, std::optional<Story> story);

// The documents that a format of documents is for: the one that is named, those of a story, those that tell the happenings asked for, or all. `pick` is asked for these where it takes them.
DocumentQuery documents_to_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const std::function<std::optional<Picked>(Trouble&)>& pick, Trouble& trouble);

// Takes a piece of what is written; false if nothing more can be taken, which ends the writing.
using Write = std::function<bool(std::string_view piece)>;

// Gives what was picked in a format of happenings to `write`, piece by piece, and says how much the format has no place for. The page of `html` is one piece.
Trouble write_export(const Session& session, const Holdings& holdings, const ExportOptions& options, const Picked& picked, const Write& write);

// A file of its own in a folder, whatever the store calls the document.
std::string file_name_of(std::string name);

}  // namespace hearsay::browse
