// SPDX-License-Identifier: Apache-2.0
#include "actors/pronouns.h"

#include <algorithm>

namespace hearsay {

namespace {

std::vector<int> first(std::vector<int> all, size_t count) {
  if (all.size() > count) all.resize(count);
  return all;
}
std::vector<int> first_two(std::vector<int> all) { return all.size() < 2 ? std::vector<int>{} : first(std::move(all), 2); }

}  // namespace

std::vector<int> Pronouns::meant(const MentionWords& mention) {
  const MentionKeys& keys = mention.keys();
  const std::string_view refers = mention.attr(keys.refers), number = mention.attr(keys.number), gender = mention.attr(keys.gender);
  const uint32_t here = mention.span().start;
  const auto person = [&](int i) { return is_person(i, gender); };
  const auto state = [&](int i) { return is_state(i); };
  const auto body = [&](int i) { return is_body(i); };
  const auto collective = [&](int i) { return is_state(i) || (is_body(i) && !(number == "singular" && cast_.character(i).plural)); };
  if (refers == "person" || refers == "reflexive") return first(antecedents_.before(here, person), 1);
  if (refers == "persons") return number == "2" ? first_two(antecedents_.before(here, person)) : several(here, person, collective);
  if (refers == "collective") return first(antecedents_.before(here, collective, 1), 1);
  if (refers == "state") return antecedents_.nearest(here, state);
  if (refers == "states") return two_states(here, person);
  if (refers == "organisation") return antecedents_.nearest(here, body);
  return {};
}

bool Pronouns::is_person(int actor, std::string_view gender) const {
  const Character& character = cast_.character(actor);
  return cast_.actor(actor).kind == ActorKind::kPerson && (character.titled || character.world >= 0) &&
         (gender.empty() || character.gender.empty() || character.gender == gender);
}

// "They" without a number: the body or state spoken of first, here or in the sentence before; else two persons.
std::vector<int> Pronouns::several(uint32_t here, const Antecedents::Fits& person, const Antecedents::Fits& collective) const {
  const auto found = antecedents_.before(here, collective, 1);
  return found.empty() ? first_two(antecedents_.before(here, person)) : first(found, 1);
}

// "The two countries": those named, else those of the persons named.
std::vector<int> Pronouns::two_states(uint32_t here, const Antecedents::Fits& person) {
  if (auto named = first_two(antecedents_.before(here, [&](int i) { return is_state(i); })); !named.empty()) return named;
  std::vector<int> states;
  for (int one : antecedents_.before(here, person)) {
    const std::string& country = cast_.actor(one).country;
    const int world = country.empty() ? -1 : cast_.world().state(country);
    if (world < 0) continue;
    const int state = cast_.add_known(world);
    if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
  }
  return first_two(std::move(states));
}

}  // namespace hearsay
