// Pronouns, and 'this + noun' groups that refer back in the same way.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "actors/antecedents.h"
#include "actors/persons.h"
#include "actors/words.h"

namespace hearsay {

class Pronouns {
 public:
  Pronouns(Cast& cast, const Antecedents& antecedents, const Persons& persons) : cast_(cast), antecedents_(antecedents), persons_(persons) {}
  // Whom it means; nobody if nothing before it fits.
  std::vector<int> meant(const MentionWords& mention);

 private:
  std::vector<int> one_person(uint32_t here, std::string_view gender) const;
  std::vector<int> several_unnamed(uint32_t here) const;
  bool is_person(int actor, std::string_view gender) const;
  bool is_unnamed(int actor, std::string_view gender) const;
  bool is_state(int actor) const { return cast_.actor(actor).kind == ActorKind::kState; }
  bool is_body(int actor) const { return cast_.actor(actor).kind == ActorKind::kOrganisation || cast_.actor(actor).kind == ActorKind::kGroup; }
  std::vector<int> several(uint32_t here, const Antecedents::Fits& person, const Antecedents::Fits& collective) const;
  std::vector<int> two_leaders(const MentionWords& mention, uint32_t here) const;
  std::vector<int> two_persons(uint32_t here, const Antecedents::Fits& person) const;
  std::vector<int> two_with_role(uint32_t here, std::string_view roles) const;
  std::vector<int> two_states(uint32_t here);
  std::vector<int> states_of(const std::vector<int>& actors);
  std::vector<int> states_named(const std::vector<std::string>& countries);

  Cast& cast_;
  const Antecedents& antecedents_;
  const Persons& persons_;
};

}  // namespace hearsay
