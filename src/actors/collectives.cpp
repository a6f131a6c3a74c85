// SPDX-License-Identifier: Apache-2.0
#include "actors/collectives.h"

namespace hearsay {

namespace {

constexpr uint16_t kPlaceBehind = 4;       // words between a preposition and the place it puts something

}  // namespace

int Collectives::institution(const MentionWords& mention) {
  const MentionKeys& keys = mention.keys();
  return cast_.find_or_add(mention.words(), ActorKind::kOrganisation, mention.country(keys.of), mention.attr(keys.head, keys.sector));
}

int Collectives::collective(const MentionWords& mention) {
  const MentionKeys& keys = mention.keys();
  const std::string sector = mention.attr(keys.what, keys.sector), kind = mention.attr(keys.what, keys.kind);
  const ActorKind as = kind == "person" ? ActorKind::kPerson : ActorKind::kGroup;
  std::string country = mention.country(keys.of);
  if (country.empty()) country = mention.country(keys.by);
  if (country.empty() && !mention.has(keys.of) && !mention.has(keys.by)) country = country_in_focus(mention);
  if (country.empty()) return cast_.describe(mention.words(), mention.text(keys.what), as, "");
  // A state's government is the state, and its ships and planes stand for it; its army, press or people are actors of their own.
  if (sector.empty() || sector == "GOV" || kind == "thing") {
    if (const int state = cast_.world().state(country); state >= 0) return cast_.add_known(state);
  }
  const int group = cast_.find_or_add(mention.words(), as, country, sector);
  cast_.character(group).plural |= as == ActorKind::kPerson || mention.attr(keys.number) == "plural";
  return group;
}

// The country named nearest before in this sentence; else the one where the sentence puts itself; else the first of the sentence before, or the
// one named most often so far. An agency tells of all countries: that of an outlet comes last.
std::string Collectives::country_in_focus(const MentionWords& mention) const {
  const uint32_t here = mention.span().start;
  const auto has_country = [&](int i) { return !cast_.actor(i).country.empty() && !tells_of_others(cast_.actor(i)); };
  if (const auto beside = antecedents_.before(here, has_country, 0); !beside.empty()) return cast_.actor(beside.back()).country;
  if (std::string where = country_behind(mention); !where.empty()) return where;
  if (const auto earlier = antecedents_.before(here, has_country, 1); !earlier.empty()) return cast_.actor(earlier.front()).country;
  for (bool outlets : {false, true})
    if (const std::vector<std::string> ranked = cast_.countries(outlets); !ranked.empty()) return ranked.front();
  return {};
}

// "Gunmen attacked a station in Kabul": the country of the first place behind.
std::string Collectives::country_behind(const MentionWords& mention) const {
  const Lattice& lattice = mention.lattice();
  std::pair<uint16_t, std::string> first{UINT16_MAX, {}};
  for (const Node& other : lattice.nodes()) {
    if (other.category != mention.keys().mention || other.start < mention.node().end || other.start >= first.first || !lattice.edge(other.edge).active) continue;
    const MentionWords place(cast_.world(), mention.keys(), lattice, other);
    if (std::string country = place.country(mention.keys().who); !country.empty() && mention.stands_in(other.start, kPlaceBehind)) first = {other.start, std::move(country)};
  }
  return first.second;
}

}  // namespace hearsay
