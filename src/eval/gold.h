// Gold files: what careful readers found in a report. One of JSON names its report and repeats no more of it than short anchors; one of brat (.ann) stands beside
// its report and says where in it each thing stands.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/search.h"
#include "hearsay/hearsay.h"

namespace hearsay {

class World;

// Any of these is right; nullopt stands for "none", which the file writes as null.
using Accepted = std::vector<std::optional<std::string>>;

// What an attribute that the file leaves out is not scored for.
template <class T>
using IfGiven = std::optional<T>;

// Who is meant: by a name, or by words of the report.
struct GoldName {
  std::string words;                     // "" for nobody
  std::optional<Range> at = {};          // where the words stand; whoever is mentioned just there is meant too
};

struct GoldEntry {
  int number = 0;                        // in the list of its layer, from 1; of an .ann the number of its T or E
  std::string anchor;
  std::optional<Range> at;               // where the anchor stands, of an .ann
  int n = 1;                             // else: at its n-th occurrence
  bool optional = false;                 // right if found, not wrong if missed
  bool hard = false;                     // needs more than its sentence
};

struct GoldTime : GoldEntry {
  IfGiven<Accepted> value, type;
};

struct GoldStatement : GoldEntry {
  std::vector<GoldName> speaker;         // any of these
  bool anonymous = false;
  IfGiven<Accepted> cue, act, mode;
  std::optional<std::pair<std::string, std::string>> content;   // first words, last words
  std::optional<Range> content_at;                              // or where it stands
  IfGiven<std::vector<std::vector<GoldName>>> via;              // names of each carrier, nearest to the speaker first
  bool via_hard = false;
};

struct GoldEvent : GoldEntry {
  std::vector<std::string> codes;        // CAMEO roots
  std::vector<GoldName> source, target;  // countries or names
  IfGiven<Accepted> status;
  bool dated = false;                    // whether `from` and `to` are scored
  std::optional<std::string> from, to;   // ISO days
  IfGiven<std::optional<GoldTime>> dated_by;   // the expression that gives its days; nullopt for none
  IfGiven<std::vector<std::string>> by;  // whose word it is; "" for the outlet's own voice
};

struct GoldZone {
  ZoneKind kind = ZoneKind::kBody;
  Range at;
};

struct GoldFile {
  std::string path;                      // of the gold file
  std::string document;                  // of the report, from the root that gold files share
  std::string lang = "-";                // as figures are kept apart by
  std::optional<std::string> published, outlet, title;
  std::vector<GoldZone> zones;           // what is known of its lines; the others are looked at
  bool as_written = false;               // names are those that the text writes
  std::vector<std::pair<std::string, std::string>> ignore;      // first words, last words
  std::vector<Range> ignored_at;
  IfGiven<std::vector<GoldTime>> times;
  IfGiven<std::vector<GoldStatement>> statements;
  IfGiven<std::vector<GoldEvent>> events;
};

// What a type of event stands for in brat, where kinds are types.
struct ActType {
  std::string root;                      // CAMEO
  bool joint = false;                    // an act of both parties alike
};
using ActTypes = std::map<std::string, ActType>;
ActTypes act_types(const World& world);

// Reads one gold file; nullopt for other JSON, which has none of the layers.
Result<std::optional<GoldFile>> parse_gold(const std::string& path, std::string_view json);

// Reads one .ann, whose report is the .txt of the same name; nullopt if nothing is marked in it.
//   returns  an Error "PATH:LINE: what is wrong" for broken lines and types of event that the packs do not know
Result<std::optional<GoldFile>> parse_brat_gold(const std::string& path, std::string_view ann, const ActTypes& acts);

// Reads gold files, and those in folders at any depth, in order. What a .json beside an .ann says of the report is taken from there. Other JSON, and an .ann in which
// nothing is marked, is left out of a folder; named by itself, it is an error.
Result<std::vector<GoldFile>> read_gold(const std::vector<std::string>& paths, const ActTypes& acts);
bool is_gold_name(const std::string& path);

}  // namespace hearsay
