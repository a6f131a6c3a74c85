// What no language owns: actors with their terms of office, outlets by domain, kinds of events.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "hearsay/hearsay.h"

namespace hearsay {

struct WorldActor {
  StrId id = 0;
  StrId name = 0;
  StrId code = 0;
  StrId country = 0;            // ISO 3166-1 alpha-3
  StrId speaks_for = 0;         // actor id: the state or body whose organ it is
  StrId owner = 0;
  StrId gender = 0;
  StrId within = 0;             // `|`-separated ids of the places and states that a place lies in
  uint32_t kind = 0;            // ActorKind
  uint32_t outlet = 0;          // 1 for outlets and agencies
  uint32_t term_first = 0;      // in World::terms
  uint32_t term_count = 0;
};
struct WorldTerm {
  uint32_t actor = 0;
  StrId role = 0;
  StrId of = 0;                 // actor id of the state or organisation
  StrId code = 0;
  int32_t since = 0;            // days since 1970-01-01; the first day the office may have been held
  int32_t until = 0;            // the last; INT32_MAX while it is held
};
struct WorldPoint {
  uint64_t actor = 0;           // as wide as what follows: no bytes between that nobody sets
  Coordinates at;
};
struct WorldLabel {
  uint32_t item = 0;            // actor or kind
  StrId language = 0;
  StrId text = 0;
};
struct WorldDomain {
  StrId domain = 0;
  uint32_t actor = 0;
};
struct WorldKind {
  StrId id = 0;
  StrId cameo = 0;
  StrId plover = 0;
  uint32_t joint = 0;
  double goldstein = 0;
};

class World {
 public:
  World() = default;
  World(const ImageView& image, const Strings* strings);
  std::span<const WorldActor> actors() const { return actors_; }
  const WorldActor& actor(uint32_t index) const { return actors_[index]; }
  std::span<const WorldTerm> terms_of(const WorldActor& actor) const { return terms_.subspan(actor.term_first, actor.term_count); }
  // -1 if no pack holds the id.
  int find(StrId id) const;
  int find(std::string_view id) const { return find(strings_->find(id)); }
  // The state of a country code; -1 if no pack holds one.
  int state(std::string_view country) const;
  // Who alone held the first of the roles that anybody alone held, of a state or body on a day; -1 if nobody did.
  int holder(StrId of, std::string_view roles, std::optional<Day> day) const;
  // The CAMEO code of an actor on a day: that of the term then held; of a former holder the country and ELI.
  std::string code_on(uint32_t actor, std::optional<Day> day) const;
  // Any term of one of the roles in a state or body, whatever the day; nullptr if the actor never held one.
  const WorldTerm* term_in(uint32_t actor, std::string_view roles, StrId of) const;
  // The term of one of the roles (any role, if empty) that covers the day; nullptr if none does.
  const WorldTerm* term_on(uint32_t actor, std::string_view roles, std::optional<Day> day) const;
  // By a domain or a name of an outlet, without regard to case; -1 if none.
  int outlet(std::string_view name_or_domain) const;
  // Ids of the places and states that a place lies in, and of those they lie in, the nearest first.
  std::vector<std::string> around(uint32_t place) const;
  // nullopt if no pack says where it lies.
  std::optional<Coordinates> coordinates(uint32_t actor) const;
  const WorldKind* kind(std::string_view id) const;
  std::span<const WorldKind> kinds() const { return kinds_; }     // in the order of the packs
  std::string_view label(std::span<const WorldLabel> labels, uint32_t item, std::string_view language) const;
  std::string_view actor_label(uint32_t actor, std::string_view language) const { return label(actor_labels_, actor, language); }
  std::string_view kind_label(std::string_view kind, std::string_view language) const;
  const Strings& strings() const { return *strings_; }

 private:
  const Strings* strings_ = nullptr;
  std::span<const WorldActor> actors_;     // sorted by id's number
  std::span<const WorldTerm> terms_;
  std::span<const uint32_t> terms_by_of_;  // indexes of terms, sorted by `of`
  std::span<const WorldLabel> actor_labels_, kind_labels_;
  std::span<const WorldDomain> domains_;
  std::span<const WorldPoint> points_;     // sorted by actor
  std::span<const WorldKind> kinds_;
  std::vector<const WorldKind*> kinds_by_id_;
  std::map<std::string_view, int> states_; // by country code
};

// Whether one of a cell's `|`-separated values is among another's.
bool shares_value(std::string_view a, std::string_view b);
// "2019-06" as the first and the last day it may mean; nullopt if it is no date.
std::optional<std::pair<Day, Day>> parse_partial_date(std::string_view text);

}  // namespace hearsay
