// What records leave empty is null in the tables.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

struct Columns {
  static std::optional<std::string_view> known(std::string_view value) {
    if (value.empty()) return std::nullopt;
    return value;
  }
  static std::optional<std::string> known(const std::optional<Day>& day) {
    if (!day) return std::nullopt;
    return iso(*day);
  }
  // The columns that say who: id and country, null if nobody.
  struct Who {
    std::optional<std::string_view> id, country;
  };
  static Who who_is(const Analysis& analysis, int actor) {
    if (actor < 0) return {};
    const Actor& found = analysis.actors[static_cast<size_t>(actor)];
    return {known(found.id), known(found.country)};
  }
  static Who who_is(const std::optional<HappeningParty>& party) {
    if (!party) return {};
    return {known(party->actor), known(party->country)};
  }
};

}  // namespace hearsay
