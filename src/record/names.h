// The names of the enumerators and days as records write them, for reading them back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

std::string_view to_string(ZoneKind);

// All names of one enumeration, in the order of its enumerators.
template <class Enum>
std::span<const std::string_view> names_of();

// The enumerator of that name, nullopt if there is none.
template <class Enum>
std::optional<Enum> parse_name(std::string_view name) {
  const auto names = names_of<Enum>();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

// A day written as `iso` writes it; nullopt if it is not on the calendar.
std::optional<Day> parse_day(std::string_view iso);

}  // namespace hearsay
