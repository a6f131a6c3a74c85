// Who an actor speaks and acts for, across all documents.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// What one party of an event stands for. Two mentions are the same party if they are the same actor or the same body:
// "Pyongyang", its ministry and its leader while in office are one body, a private citizen only himself.
struct Side {
  std::string actor;                     // id; empty: no party
  std::string body;                      // country code of a state, or the id of a group or person
  std::string person;                    // id of a person that packs hold and that is named here, empty if it is none
  bool known() const { return !actor.empty(); }
};
bool same_side(const Side& a, const Side& b);

// The actors of all documents by id. Documents' own outlets are found here too, if any analysis lists them.
class Who {
 public:
  explicit Who(const std::vector<const Analysis*>& documents);
  // The first analysis' entry; nullptr if no analysis names the actor.
  const Actor* find(std::string_view id) const;
  Side side(const Actor& actor) const;
  // An index into Analysis::actors, -1 for none.
  Side side(const Analysis& analysis, int actor) const;
  // Where events of a party are looked for: its country, else its body. Same parties have the same.
  std::string region(const Analysis& analysis, int actor) const;
  // Who answers for an outlet: its owner, else itself.
  std::string owner(const Actor& outlet) const;
  // The state itself, nullptr if no analysis names it.
  const Actor* state(std::string_view country) const;

 private:
  std::string body(const Actor& actor) const;
  std::unordered_map<std::string_view, const Actor*> by_id_, states_;
};

// Whether what the actor does and says is its state's: states, their seats, governments, forces, courts, parliaments.
bool acts_for_state(const Actor& actor);

}  // namespace hearsay
