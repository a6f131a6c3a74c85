// The formats in which a chronicle and its documents can be handed on, by name. Values in, text out: where it goes is for the caller. docs/exports.md.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "export/told.h"

namespace hearsay {

struct ExportSettings {
  bool all = false;                      // also what did not happen, or is not known to have, in formats that are for what happened
  bool standard = false;                 // only the columns that a data set has, none of our own
};

// What became of the happenings that a format was given.
struct ExportTally {
  int64_t written = 0;
  int64_t unreal = 0;                    // left out: planned, possible, cancelled, said not to have happened
  int64_t undated = 0;                   // left out: without one known day
  int64_t unplaced = 0;                  // left out: without one place of which it is known where it lies
  int64_t uncoded = 0;                   // left out: of a kind that the data set has no code for
};

// One happening after the other.
struct HappeningFormat {
  std::string_view name;
  std::string_view ending, type;         // of a file's name, and its media type
  std::string (*head)(const ExportSettings& settings);
  std::string (*one)(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally);       // empty if it is left out
  std::string (*tail)(const ExportTally& tally);
  bool event_data = false;               // `all` and `standard` change it
  bool ways = false;                     // asks for ToldHappening::ways
};
// nullptr if there is none.
const HappeningFormat* happening_format(std::string_view name);

// One document after the other, each a file, or several, of its own.
struct ExportedFile {
  std::string name;                      // of the document's id and the format's ending
  std::string bytes;
};
struct DocumentFormat {
  std::string_view name;
  std::string_view type;                 // the media type of each file
  std::vector<ExportedFile> (*files)(const Analysis& analysis);
  bool several_files = false;            // for one document
  std::vector<ExportedFile> (*folder)(const Engine& engine) = nullptr;     // what stands once beside the documents' files
};
const DocumentFormat* document_format(std::string_view name);

// The names of both.
std::vector<std::string> format_names();

}  // namespace hearsay
