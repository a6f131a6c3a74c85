// Whose acts and words count as a state's is read from the CAMEO actor code: country, then role.
// SPDX-License-Identifier: Apache-2.0
#include "story/who.h"

#include <algorithm>
#include <array>

#include "actors/actors.h"
#include "story/item.h"

namespace hearsay {
namespace {

// CAMEO actor roles of a state's own bodies (CAMEO manual 1.1b3, table 3.4). Former officials (ELI), parties (PTY) and
// media (MED) are not among them: state media are told by `speaks_for`.
constexpr std::array<std::string_view, 6> kStateRoles = {"GOV", "MIL", "SPY", "JUD", "LEG", "COP"};
constexpr size_t kCodePart = 3;          // letters in each part of a CAMEO actor code

bool names_country(std::string_view id, std::string_view country) {
  return std::equal(id.begin(), id.end(), country.begin(), country.end(),
                    [](char a, char b) { return a == b || a == b - 'A' + 'a'; });
}

}  // namespace

bool acts_for_state(const Actor& actor) {
  if (actor.country.empty() || actor.outlet) return false;
  if (actor.kind == ActorKind::kState || actor.kind == ActorKind::kPlace) return true;
  if (actor.code.size() < 2 * kCodePart) return actor.code == actor.country && actor.kind != ActorKind::kPerson;
  const std::string_view role = std::string_view(actor.code).substr(kCodePart, kCodePart);
  return std::find(kStateRoles.begin(), kStateRoles.end(), role) != kStateRoles.end();
}

bool same_side(const Side& a, const Side& b) {
  if (!a.known() || !b.known()) return a.known() == b.known();
  return a.actor == b.actor || (!a.body.empty() && a.body == b.body);
}

const Actor* outlet_of(const Analysis& analysis) {
  const auto at = std::find_if(analysis.actors.begin(), analysis.actors.end(), [&](const Actor& actor) { return actor.id == analysis.document.outlet_id; });
  return at == analysis.actors.end() ? nullptr : &*at;
}

const Actor* state_in(const Analysis& analysis, std::string_view country) {
  const auto at = std::find_if(analysis.actors.begin(), analysis.actors.end(),
                               [&](const Actor& actor) { return actor.kind == ActorKind::kState && !country.empty() && actor.country == country; });
  return at == analysis.actors.end() ? nullptr : &*at;
}

std::string Who::body(const Actor& actor) const {
  if (actor.speaks_for.empty()) return acts_for_state(actor) ? actor.country : actor.id;
  if (const int found = world_.find(actor.speaks_for); found >= 0) {
    const Actor whole = actor_of_world(world_, static_cast<uint32_t>(found), {});
    return acts_for_state(whole) ? whole.country : whole.id;
  }
  return names_country(actor.speaks_for, actor.country) ? actor.country : actor.speaks_for;
}

Side Who::side(const Actor& actor) const { return {actor.id, body(actor), ""}; }

Side Who::side(const Analysis& analysis, int actor) const {
  return actor < 0 ? Side{} : side(item(analysis.actors, actor));
}

std::string Who::region(const Analysis& analysis, int actor) const {
  if (actor < 0) return {};
  const Actor& who = item(analysis.actors, actor);
  return who.country.empty() ? body(who) : who.country;
}

std::string Who::owner(const Actor& outlet) const { return outlet.owner.empty() ? outlet.id : outlet.owner; }

}  // namespace hearsay
