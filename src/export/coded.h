// What data sets of coded events have in common: which happenings are events to them, and how codes fall into parts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/formats.h"
#include "export/cell_row.h"

namespace hearsay {

// Whether a data set takes it; counts it either way.
struct EventNeeds {
  bool day = false;                      // one known day
  bool cameo = false, plover = false;    // a code
};
bool takes(const Happening& happening, const EventNeeds& needs, const ExportSettings& settings, ExportTally& tally);

// The one day on which it happened; nullopt if only a period is known, or nothing.
std::optional<Day> only_day(const Happening& happening);

// A CAMEO actor code in its parts of three letters: "USAGOV", "IGOUNO".
struct ActorCode {
  std::string country;                   // of a state
  std::string group;                     // of an international body: "UNO"
  std::string religion;                  // of a religious body: "CTH"
  std::vector<std::string> roles;        // "GOV"; of an international body "IGO"
};
ActorCode actor_code(const std::optional<HappeningParty>& party);

// As PLOVER names them, for which CAMEO's media are journalists, its doctors are medical, and rebels of any aim rebels.
std::vector<std::string> sectors_of(const std::optional<HappeningParty>& party);

// The party of a telling that a party of its happening is: the sides of a joint act may be exchanged.
const Party& party_in(const Telling& telling, const std::optional<HappeningParty>& who, Party Event::*side);
// The telling's own words for it; empty without a telling.
std::string_view raw_name(const Telling* telling, const std::optional<HappeningParty>& who, Party Event::*side);

std::string root_code(const Happening& happening);   // its first two digits
// 1 to 4: verbal and material cooperation, verbal and material conflict, by the root code as CAMEO has them; 0 without a code.
int quad_class(const Happening& happening);
int quad_class(std::string_view root);

std::optional<double> goldstein(const Happening& happening);

// Our own columns, which stand behind those of the data set.
inline constexpr std::string_view kOwnColumns[] = {"Origins", "Denials", "Status", "Standing", "HearsayID"};
void add_own_columns(CellRow& row, const Happening& happening);

// "20190630"
std::string compact(Day day);

}  // namespace hearsay
