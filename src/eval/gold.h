// Gold files: what careful readers found in a report. A file names its report and repeats no more of it than short anchors.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// Any of these is right; nullopt stands for "none", which the file writes as null.
using Accepted = std::vector<std::optional<std::string>>;

// What an attribute that the file leaves out is not scored for.
template <class T>
using IfGiven = std::optional<T>;

struct GoldEntry {
  int number = 0;                        // in the list of its layer, from 1
  std::string anchor;
  int n = 1;                             // the n-th occurrence of the anchor
  bool optional = false;                 // right if found, not wrong if missed
  bool hard = false;                     // needs more than its sentence
};

struct GoldTime : GoldEntry {
  IfGiven<Accepted> value;
};

struct GoldStatement : GoldEntry {
  std::vector<std::string> speaker;      // any of these names
  bool anonymous = false;
  IfGiven<Accepted> cue, act, mode;
  std::optional<std::pair<std::string, std::string>> content;   // first words, last words
  IfGiven<std::vector<std::vector<std::string>>> via;           // names of each carrier, nearest to the speaker first
  bool via_hard = false;
};

struct GoldEvent : GoldEntry {
  std::vector<std::string> codes;        // CAMEO roots
  std::vector<std::string> source, target;   // countries or names; "" for nobody
  IfGiven<Accepted> status;
  bool dated = false;                    // whether `from` and `to` are scored
  std::optional<std::string> from, to;   // ISO days
  IfGiven<std::vector<std::string>> by;  // whose word it is; "" for the outlet's own voice
};

struct GoldFile {
  std::string path;                      // of the gold file
  std::string document;                  // of the report, from the root that gold files share
  std::string lang = "-";                // as figures are kept apart by
  std::optional<std::string> published, outlet;
  bool as_written = false;               // names are those that the text writes
  std::vector<std::pair<std::string, std::string>> ignore;      // first words, last words
  IfGiven<std::vector<GoldTime>> times;
  IfGiven<std::vector<GoldStatement>> statements;
  IfGiven<std::vector<GoldEvent>> events;
};

// Reads one gold file; nullopt for other JSON, which has none of the layers.
Result<std::optional<GoldFile>> parse_gold(const std::string& path, std::string_view json);

// Reads gold files, and those in folders at any depth, in order. Other JSON in a folder is left out; named by itself, it is an error.
Result<std::vector<GoldFile>> read_gold(const std::vector<std::string>& paths);

}  // namespace hearsay
