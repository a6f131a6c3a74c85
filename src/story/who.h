// Who an actor speaks and acts for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hearsay/hearsay.h"
#include "pack/world.h"

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

// What is asked of actors beyond their own entries comes from the packs, not from other documents: who somebody speaks for does not
// depend on what else has been read.
class Who {
 public:
  explicit Who(const World& world) : world_(world) {}
  Side side(const Actor& actor) const;
  // An index into Analysis::actors, -1 for none.
  Side side(const Analysis& analysis, int actor) const;
  // Where events of a party are looked for: its country, else its body. Same parties have the same.
  std::string region(const Analysis& analysis, int actor) const;
  // Who answers for an outlet: its owner, else itself.
  std::string owner(const Actor& outlet) const;

 private:
  std::string body(const Actor& actor) const;
  const World& world_;
};

// The state, if the document names it; else nullptr.
const Actor* state_in(const Analysis& analysis, std::string_view country);
// The document's own outlet, if it lists it; else nullptr.
const Actor* outlet_of(const Analysis& analysis);

// Whether what the actor does and says is its state's: states, their seats, governments, forces, courts, parliaments.
bool acts_for_state(const Actor& actor);

}  // namespace hearsay
