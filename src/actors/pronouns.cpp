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
  const bool two = number == "2" || mention.attr(keys.count) == "2";
  const uint32_t here = mention.span().start;
  const auto person = [&](int i) { return is_person(i, gender); };
  const auto state = [&](int i) { return is_state(i); };
  const auto of_state = [&](int i) { return !cast_.actor(i).country.empty() && cast_.actor(i).kind != ActorKind::kPlace && !tells_of_others(cast_.actor(i)); };
  const auto body = [&](int i) { return is_body(i); };
  const auto collective = [&](int i) { return is_state(i) || (is_body(i) && !(number == "singular" && cast_.character(i).plural)); };
  const auto side = [&](int i) { return collective(i) || (cast_.character(i).plural && !cast_.character(i).described); };
  if (refers == "person" || refers == "reflexive") {
    const int so = persons_.called_so(mention);
    const auto found = so >= 0 ? std::vector<int>{so} : one_person(here, gender);
    // Where it opens a sentence it is sure enough to tell of what gender he is.
    const bool opens = mention.node().start <= 1;
    if (opens && !found.empty() && cast_.character(found.front()).gender.empty()) cast_.character(found.front()).gender = std::string(gender);
    return found;
  }
  if (refers == "persons") {
    if (two)
      if (auto pair = two_leaders(mention, here); !pair.empty()) return pair;
    auto found = two ? two_persons(here, person) : several(here, person, side);
    return found.empty() ? several_unnamed(here) : found;
  }
  if (refers == "collective") return first(antecedents_.before(here, collective, 1), 1);
  if (refers == "state") return antecedents_.nearest(here, state);
  if (refers == "country") return states_of(antecedents_.nearest(here, of_state));
  if (refers == "states") return two ? two_states(here) : first_two(antecedents_.before(here, state));
  if (refers == "organisation") return antecedents_.nearest(here, body);
  return {};
}

// Whoever is called by name and title goes before those who are only named, and those before the ones who are only described; but a
// description of the same gender just before is meant sooner than a name farther back.
std::vector<int> Pronouns::one_person(uint32_t here, std::string_view gender) const {
  const auto titled = [&](int i) { return is_person(i, gender); };
  const auto untitled = [&](int i) { return is_unnamed(i, gender) && !cast_.character(i).described; };
  const auto described = [&](int i) { return is_unnamed(i, gender) && cast_.character(i).described; };
  const auto described_so = [&](int i) { return described(i) && !gender.empty() && cast_.character(i).gender == gender; };
  struct Tier {
    Antecedents::Fits fits;
    size_t sentences_back;
  };
  for (const Tier& tier : {Tier{titled, 1}, Tier{described_so, 1}, Tier{titled, 6}, Tier{untitled, 3}, Tier{described, 2}})
    if (auto found = antecedents_.before(here, tier.fits, tier.sentences_back); !found.empty()) return first(std::move(found), 1);
  return {};
}

// A single person whom nothing gives an office or a form of address.
bool Pronouns::is_unnamed(int actor, std::string_view gender) const {
  const Character& character = cast_.character(actor);
  return cast_.actor(actor).kind == ActorKind::kPerson && !character.titled && character.world < 0 && !character.plural &&
         (gender.empty() || character.gender.empty() || character.gender == gender);
}

// "They" who have no office and no country: those described as several, else the two persons named.
std::vector<int> Pronouns::several_unnamed(uint32_t here) const {
  const auto many = antecedents_.before(here, [&](int i) { return cast_.character(i).described && cast_.character(i).plural; }, 2);
  if (!many.empty()) return first(many, 1);
  return first_two(antecedents_.before(here, [&](int i) { return is_unnamed(i, "") && !cast_.character(i).described; }, 3));
}

bool Pronouns::is_person(int actor, std::string_view gender) const {
  const Character& character = cast_.character(actor);
  return cast_.actor(actor).kind == ActorKind::kPerson && (character.titled || character.world >= 0) &&
         (gender.empty() || character.gender.empty() || character.gender == gender);
}

// "They" without a number: the body or state spoken of first, here or in the sentence before; else two persons.
std::vector<int> Pronouns::several(uint32_t here, const Antecedents::Fits& person, const Antecedents::Fits& collective) const {
  const auto found = antecedents_.not_places_before(here, collective, 1);
  return found.empty() ? first_two(antecedents_.before(here, person)) : first(found, 1);
}

// "The two leaders": of those who lead, two of different countries.
std::vector<int> Pronouns::two_leaders(const MentionWords& mention, uint32_t here) const {
  const std::string roles = persons_.roles_in(mention);
  return roles.empty() ? std::vector<int>{} : two_with_role(here, roles);
}

// "The two": the only two of the nearest sentences that name two; else two who lead.
std::vector<int> Pronouns::two_persons(uint32_t here, const Antecedents::Fits& person) const {
  for (size_t back = 0; back <= 2; ++back)
    if (auto named = antecedents_.before(here, person, back); named.size() >= 2) {
      if (named.size() == 2) return named;
      break;
    }
  if (auto leaders = two_with_role(here, Persons::leading_roles()); !leaders.empty()) return leaders;
  return first_two(antecedents_.before(here, person));
}

std::vector<int> Pronouns::two_with_role(uint32_t here, std::string_view roles) const {
  std::vector<int> found;
  for (int one : antecedents_.before(here, [&](int i) { return persons_.has_role(i, roles); })) {
    const std::string& country = cast_.actor(one).country;
    if (found.empty() || (found.size() == 1 && country != cast_.actor(found.front()).country)) found.push_back(one);
  }
  return first_two(std::move(found));
}

// "The two countries": those this sentence has named; one of them and the other of the nearest sentence that names it with another; else those
// of the nearest sentence that names two; else the two named most often.
std::vector<int> Pronouns::two_states(uint32_t here) {
  constexpr size_t kSentencesBack = 3;
  std::vector<std::string> sides = antecedents_.countries(here, 0);
  for (size_t back = 1; back <= kSentencesBack && sides.size() < 2; ++back) {
    const std::vector<std::string> earlier = antecedents_.countries(here, back);
    if (earlier.size() < 2) continue;
    if (sides.empty()) sides = earlier;
    else if (std::find(earlier.begin(), earlier.end(), sides.front()) != earlier.end()) sides.push_back(earlier[earlier.front() == sides.front()]);
  }
  for (const std::string& country : cast_.countries())
    if (sides.size() < 2 && std::find(sides.begin(), sides.end(), country) == sides.end()) sides.push_back(country);
  return first_two(states_named(sides));
}

// "The minister said his country ...".
std::vector<int> Pronouns::states_of(const std::vector<int>& actors) {
  std::vector<std::string> countries;
  for (int one : actors) countries.push_back(cast_.actor(one).country);
  return states_named(countries);
}

std::vector<int> Pronouns::states_named(const std::vector<std::string>& countries) {
  std::vector<int> states;
  for (const std::string& country : countries)
    if (const int world = cast_.world().state(country); world >= 0) states.push_back(cast_.add_known(world));
  return states;
}

}  // namespace hearsay
