// SPDX-License-Identifier: Apache-2.0
#include "export/coded.h"

#include <algorithm>

namespace hearsay {
namespace {

// Actors of CAMEO that stand where the country of others does: bodies between states, non-governmental bodies, companies of many countries, militant groups.
constexpr std::string_view kInternational[] = {"IGO", "NGO", "NGM", "MNC", "IMG", "INT"};

// Roles of CAMEO that may open a code where no country is known; none is the code of a country.
constexpr std::string_view kRoles[] = {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "ENV", "GOV", "HLH", "HRI", "INS", "JUD", "LAB", "LEG",
                                       "MED", "MIL", "MOD", "OPP", "PRM", "PTY", "RAD", "REB", "REF", "REL", "SEP", "SET", "SPY", "UAF", "UIS"};

template <size_t n>
bool among(const std::string_view (&codes)[n], std::string_view letters) {
  return std::find(std::begin(codes), std::end(codes), letters) != std::end(codes);
}

}  // namespace

bool takes(const Happening& happening, const EventNeeds& needs, const ExportSettings& settings, ExportTally& tally) {
  if (happening.status != EventStatus::kHappened && !settings.all) return ++tally.unreal, false;
  if ((needs.cameo && happening.cameo.empty()) || (needs.plover && happening.plover.empty())) return ++tally.uncoded, false;
  if (needs.day && !only_day(happening)) return ++tally.undated, false;
  return ++tally.written, true;
}

std::optional<Day> only_day(const Happening& happening) { return happening.from == happening.to ? happening.from : std::nullopt; }

ActorCode actor_code(const std::optional<HappeningParty>& party) {
  ActorCode code;
  if (!party) return code;
  std::vector<std::string>& parts = code.roles;
  for (size_t at = 0; at < party->code.size(); at += 3) parts.push_back(party->code.substr(at, 3));
  // The part at a place leaves the roles.
  const auto take = [&](size_t at) {
    if (at >= parts.size()) return std::string();
    std::string part = std::move(parts[at]);
    parts.erase(parts.begin() + static_cast<ptrdiff_t>(at));
    return part;
  };
  if (parts.empty()) return code.country = party->country, code;
  if (among(kInternational, parts[0])) code.group = take(1);
  else if (!among(kRoles, parts[0])) code.country = take(0);
  if (const auto at = std::find(parts.begin(), parts.end(), "REL"); at != parts.end()) code.religion = take(static_cast<size_t>(at - parts.begin()) + 1);
  return code;
}

std::vector<std::string> sectors_of(const std::optional<HappeningParty>& party) {
  static constexpr std::pair<std::string_view, std::string_view> kRenamed[] = {{"MED", "JRN"}, {"HLH", "MED"}, {"INS", "REB"}, {"SEP", "REB"}};
  std::vector<std::string> sectors = actor_code(party).roles;
  for (std::string& sector : sectors) {
    const auto at = std::find_if(std::begin(kRenamed), std::end(kRenamed), [&](const auto& renamed) { return renamed.first == sector; });
    if (at != std::end(kRenamed)) sector = at->second;
  }
  return sectors;
}

const Party& party_in(const Telling& telling, const std::optional<HappeningParty>& who, Party Event::*side) {
  const auto is_there = [&](Party Event::*place) {
    const Actor* actor = actor_at(telling.analysis, (telling.event.*place).actor);
    return actor && who && actor->id == who->actor;
  };
  const auto other = side == &Event::source ? &Event::target : &Event::source;
  return telling.event.*(!is_there(side) && is_there(other) ? other : side);
}

std::string_view raw_name(const Telling* telling, const std::optional<HappeningParty>& who, Party Event::*side) {
  return telling && who ? words_at(telling->analysis, party_in(*telling, who, side).span) : std::string_view();
}

std::string root_code(const Happening& happening) { return happening.cameo.substr(0, 2); }

int quad_class(const Happening& happening) { return quad_class(root_code(happening)); }
int quad_class(std::string_view root) {
  if (root.empty()) return 0;
  return root <= "05" ? 1 : root <= "08" ? 2 : root <= "13" ? 3 : 4;
}

std::optional<double> goldstein(const Happening& happening) { return happening.cameo.empty() ? std::nullopt : std::optional(happening.goldstein); }

void add_own_columns(CellRow& row, const Happening& happening) {
  row.number(static_cast<int64_t>(happening.origins.size())).number(static_cast<int64_t>(happening.denials.size()));
  row.text(to_string(happening.status)).text(to_string(happening.standing)).text(happening.id);
}

std::string compact(Day day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

}  // namespace hearsay
