// SPDX-License-Identifier: Apache-2.0
#include "eval/layer.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay {

std::string Layer::id(size_t found) const { return std::string(1, to_string(name()).front()) + std::to_string(found + 1); }

std::optional<Range> place_of(const GoldEntry& entry, const Report& report) {
  const std::vector<Range> places = report.text().find(entry.anchor);
  const auto n = static_cast<size_t>(entry.n);
  return n <= places.size() ? std::optional(places[n - 1]) : std::nullopt;
}

Likely rank(const GoldEntry& entry, size_t expected, Range there, size_t found, Range here) {
  return {-likeness(there, here), entry.optional, std::abs(there.start - here.start), expected, found};
}

bool is_accepted(const Accepted& accepted, std::string_view value) {
  return std::any_of(accepted.begin(), accepted.end(), [&](const auto& one) { return one && *one == value; });
}

std::string words_of(const Accepted& accepted) {
  std::vector<std::string> values;
  for (const auto& one : accepted) values.push_back(one.value_or("-"));
  return joined(values);
}

std::string joined(const std::vector<std::string>& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) out.append(out.empty() ? "" : between).append(name.empty() ? "-" : name);
  return out;
}

}  // namespace hearsay
