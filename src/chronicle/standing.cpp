// The table's first two rows both speak of denial; they are told apart so that each can hold: what only outlets tell and a
// party denies is `denied`, what anyone else asserts, or a named third party denies, is `disputed`.
// SPDX-License-Identifier: Apache-2.0
#include "chronicle/standing.h"

#include <algorithm>
#include <set>

namespace hearsay {
namespace {

using Origins = std::vector<CountedOrigin>;

auto number(const Origins& origins, OriginKind kind) {
  return std::count_if(origins.begin(), origins.end(), [&](const CountedOrigin& one) { return one.origin.kind == kind; });
}

bool any(const Origins& origins, OriginKind kind) {
  return number(origins, kind) > 0;
}

bool only_outlets(const Origins& origins) {
  const auto outlet = [](const CountedOrigin& one) { return one.origin.kind == OriginKind::kOutlet; };
  return std::all_of(origins.begin(), origins.end(), outlet);
}

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

std::string who(const Origins& origins, std::initializer_list<OriginKind> kinds) {
  std::vector<std::string> names;
  for (const CountedOrigin& one : origins) {
    if (std::find(kinds.begin(), kinds.end(), one.origin.kind) == kinds.end()) continue;
    if (std::find(names.begin(), names.end(), one.origin.name) == names.end()) names.push_back(one.origin.name);
  }
  return list(names);
}

constexpr std::initializer_list<OriginKind> kAll = {OriginKind::kParty, OriginKind::kThirdParty, OriginKind::kUnnamed,
                                                    OriginKind::kOutlet};
constexpr std::initializer_list<OriginKind> kNamed = {OriginKind::kParty, OriginKind::kThirdParty};

// What the other parties do while one asserts it.
std::string others(const Case& happening, const Verdicts& verdicts, const std::set<int>& speaking) {
  std::string out;
  for (int i = 0; i < static_cast<int>(happening.sides.size()); ++i) {
    if (speaking.contains(i)) continue;
    const bool declined = std::any_of(verdicts.declined.begin(), verdicts.declined.end(),
                                      [&](const CountedOrigin& one) { return one.side == i; });
    out += "; " + item(happening.sides, i).name + (declined ? " does not comment" : " is silent");
  }
  return out;
}

}  // namespace

Judgement judge(const Case& happening, const Verdicts& verdicts) {
  const Origins& origins = verdicts.origins;
  const Origins& denials = verdicts.denials;
  std::set<int> speaking;
  for (const CountedOrigin& one : origins)
    if (one.side >= 0) speaking.insert(one.side);

  const bool party_denies = any(denials, OriginKind::kParty);
  if (party_denies && only_outlets(origins)) {
    const std::string tellers = who(origins, kAll);
    const std::string told = tellers.empty() ? "nobody asserts it" : "told only by " + tellers + " in their own voice";
    return {Standing::kDenied, who(denials, {OriginKind::kParty}) + " denies it; " + told};
  }
  if (!origins.empty() && (party_denies || any(denials, OriginKind::kThirdParty))) {
    return {Standing::kDisputed, who(origins, kAll) + " on one side; denied by " + who(denials, kNamed)};
  }
  const std::string parties = who(origins, {OriginKind::kParty});
  if (speaking.size() == 2) return {Standing::kBothParties, parties + " both assert it"};
  if (speaking.size() > 2) return {Standing::kBothParties, parties + " all assert it"};
  if (speaking.size() == 1) return {Standing::kOneParty, parties + " asserts it" + others(happening, verdicts, speaking)};
  if (any(origins, OriginKind::kThirdParty)) {
    const std::string verb = number(origins, OriginKind::kThirdParty) == 1 ? " asserts it" : " assert it";
    return {Standing::kThirdParty, "no party speaks; " + who(origins, {OriginKind::kThirdParty}) + verb};
  }
  if (any(origins, OriginKind::kUnnamed)) {
    return {Standing::kAnonymous, "only unnamed sources assert it: " + who(origins, {OriginKind::kUnnamed})};
  }
  if (!origins.empty()) return {Standing::kUnattributed, "told by " + who(origins, kAll) + " without naming a source"};
  if (!verdicts.withdrawn.empty()) return {Standing::kWithdrawn, "taken back by " + list(verdicts.withdrawn)};
  const std::string denied = denials.empty() ? "" : "; denied by " + who(denials, kAll);
  return {Standing::kUnattributed, "nobody is named who asserts it" + denied};
}

}  // namespace hearsay
