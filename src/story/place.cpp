// SPDX-License-Identifier: Apache-2.0
#include "story/place.h"

#include <algorithm>

namespace hearsay {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// Parts of a slug that make the other: "panmunjom" and "panmunjom-village" are one place.
bool within_slug(const std::string& part, const std::string& whole) { return ("-" + whole + "-").find("-" + part + "-") != std::string::npos; }

// A place of the pack that lies in no state and in nothing else: a sea, a continent.
bool is_region(const Actor& actor) { return actor.known && actor.country.empty() && actor.within.empty(); }

}  // namespace

Place place_of(const Actor& actor, const std::vector<std::string>& home) {
  Place place;
  place.id = actor.id;
  place.country = actor.country;
  place.within = actor.within;
  place.state = actor.kind == ActorKind::kState;
  place.narrow = place.state ? !holds(home, actor.country) : !is_region(actor);
  return place;
}

bool lies_in(const Place& inner, const Place& outer) {
  if (inner.id == outer.id || holds(inner.within, outer.id)) return true;
  if (outer.state) return !inner.state && !outer.country.empty() && inner.country == outer.country;
  return within_slug(outer.id, inner.id) || within_slug(inner.id, outer.id);
}

bool may_be_one(const Place& a, const Place& b) {
  if (!a.known() || !b.known() || lies_in(a, b) || lies_in(b, a)) return true;
  return (!a.state && !a.narrow) || (!b.state && !b.narrow);
}

bool is_one(const Place& a, const Place& b) {
  if (!a.known() || !b.known()) return false;
  return (lies_in(a, b) && b.narrow) || (lies_in(b, a) && a.narrow);
}

}  // namespace hearsay
