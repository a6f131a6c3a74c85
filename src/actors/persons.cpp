// SPDX-License-Identifier: Apache-2.0
#include "actors/persons.h"

#include <algorithm>

#include "text/utf8.h"

namespace hearsay {

namespace {

// CAMEO role code of an office or occupation that a title names (CAMEO codebook 1.1b3, chapter 3).
std::string_view role_code(std::string_view roles) {
  static constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"head-of-state", "GOV"}, {"head-of-government", "GOV"}, {"leader", "GOV"}, {"vice-head-of-state", "GOV"},
      {"foreign-minister", "GOV"}, {"defence-minister", "GOV"}, {"finance-minister", "GOV"}, {"interior-minister", "GOV"},
      {"minister", "GOV"}, {"spokesperson", "GOV"}, {"envoy", "GOV"}, {"security-adviser", "GOV"}, {"adviser", "GOV"},
      {"ambassador", "GOV"}, {"un-ambassador", "GOV"}, {"official", "GOV"}, {"governor", "GOV"}, {"heir", "GOV"},
      {"royal", "GOV"}, {"chief-of-staff", "GOV"}, {"speaker", "LEG"}, {"legislator", "LEG"}, {"military", "MIL"},
      {"military-chief", "MIL"}, {"commander", "MIL"}, {"intelligence-chief", "SPY"}, {"opposition-leader", "OPP"},
      {"police", "COP"}, {"prosecutor", "JUD"}, {"judge", "JUD"}, {"journalist", "MED"}, {"businessman", "BUS"},
      {"activist", "CVL"}, {"expert", "EDU"}};
  for (auto [role, code] : kCodes)
    if (shares_value(roles, role)) return code;
  return {};
}

// Offices that one person at a time holds in a state or body.
constexpr std::string_view kHeldByOne = "head-of-state|head-of-government|leader|foreign-minister|defence-minister|vice-head-of-state|secretary-general";

}  // namespace

void Persons::look_ahead(const std::vector<Sentence>& sentences, const MentionKeys& keys) {
  for (const Sentence& sentence : sentences)
    for (const Node& node : sentence.lattice->nodes()) {
      if (node.category != keys.mention) continue;
      const Part* name = node.part(keys.name);
      const std::string_view as = cast_.strings()[node.attr(keys.as)];
      if (!name || (as != "person" && as != "unknown") || name->end - name->start < 2) continue;
      const std::string full = cast_.plain(sentence.lattice->words(name->start, name->end));
      const auto words = name_words(full);
      for (std::string_view word : words) full_name_with_.emplace(std::string(word), full);
      if (!words.empty()) short_names_.emplace(words.front()), short_names_.emplace(words.back());
      if (as == "person") full_names_.insert(full);
    }
}

int Persons::person(const MentionWords& mention) {
  const std::string roles = mention.attr(mention.keys().title, mention.keys().role);
  int found = mention.world_actor(mention.keys().who);
  if (found >= 0) {
    found = cast_.add_known(found);
    also_called(found, mention.text(mention.keys().who));
  } else if (mention.has(mention.keys().name)) {
    found = named(mention, mention.text(mention.keys().name), roles, true);
  }
  if (found >= 0) describe(found, mention, roles);
  return found;
}

int Persons::unknown(const MentionWords& mention) {
  if (!mention.has(mention.keys().name)) return -1;
  const std::string name = mention.text(mention.keys().name);
  return named(mention, name, "", full_names_.contains(cast_.plain(name)));
}

int Persons::described(const MentionWords& mention, StrId head) {
  const MentionKeys& keys = mention.keys();
  const std::string noun = mention.text(head), country = mention.country(keys.of);
  int found = country.empty() && mention.attr(keys.fresh).empty() ? cast_.described_as(noun) : -1;
  if (found < 0) found = cast_.describe(mention.words(), noun, ActorKind::kPerson, country);
  Character& character = cast_.character(found);
  if (character.gender.empty()) character.gender = std::string(mention.word_attr(head, keys.gender));
  character.plural |= mention.attr(keys.number) == "plural";
  return found;
}

bool Persons::in_full_name(const MentionWords& mention) { return short_names_.contains(cast_.plain(mention.text(mention.keys().name))); }

// The name a text uses for a known person, so that its words alone find that person too.
void Persons::also_called(int actor, const std::string& name) {
  const std::string& folded = cast_.plain(name);
  const std::vector<std::string>& names = cast_.character(actor).names;
  if (std::find(names.begin(), names.end(), folded) == names.end()) cast_.call(actor, folded);
}

void Persons::describe(int found, const MentionWords& mention, const std::string& roles) {
  const MentionKeys& keys = mention.keys();
  Character& character = cast_.character(found);
  Actor& actor = cast_.actor(found);
  character.titled = true;
  if (!roles.empty()) character.roles += (character.roles.empty() ? "" : "|") + roles;
  for (StrId part : {keys.h, keys.title})
    if (const std::string gender = mention.attr(part, keys.gender); character.gender.empty() && !gender.empty()) character.gender = gender;
  // Without a day the title tells which of his offices is meant.
  if (const StrId of = mention.id(keys.of); character.world >= 0 && of && !cast_.published() && !mention.has(keys.former))
    if (const WorldTerm* term = cast_.world().term_in(static_cast<uint32_t>(character.world), roles, of)) actor.code = std::string(cast_.strings()[term->code]);
  if (character.world < 0 && actor.country.empty()) {
    actor.country = mention.country(keys.of);
    if (!actor.country.empty()) actor.code = actor.country + std::string(mention.has(keys.former) ? "ELI" : role_code(roles));
  }
}

int Persons::named(const MentionWords& mention, const std::string& name, const std::string& roles, bool titled) {
  const MentionKeys& keys = mention.keys();
  const std::string folded = cast_.plain(name);
  if (const int full = cast_.person_called(folded); full >= 0) return full;
  // An office named with its state: its holder on that day, if the name fits.
  const StrId of = mention.id(keys.of);
  if (of && !roles.empty() && !mention.has(keys.former)) {
    const int holder = cast_.world().holder(of, roles, cast_.published());
    if (holder >= 0 && shortens(folded, cast_.plain(cast_.strings()[cast_.world().actor(static_cast<uint32_t>(holder)).name]))) return cast_.add_known(holder);
  }
  if (const int before = called_in_short(mention, folded); before >= 0) return before;
  const bool one_word = name_words(folded).size() == 1;
  if (auto later = full_name_with_.find(folded); one_word && later != full_name_with_.end()) {   // a short name whose full form comes later
    if (const int full = cast_.person_called(later->second); full >= 0) return full;
    const int made = cast_.add_unknown(name, ActorKind::kPerson, "", "");
    cast_.call(made, later->second);
    return made;
  }
  const int made = cast_.add_unknown(name, ActorKind::kPerson, "", "");
  cast_.character(made).titled = titled;
  return made;
}

// Whoever was named last of those with such words in their names.
int Persons::called_in_short(const MentionWords& mention, const std::string& folded) const {
  const std::string gender = mention.attr(mention.keys().h, mention.keys().gender);
  const auto words = name_words(folded);
  int best = -1;
  for (int person : words.empty() ? std::vector<int>{} : cast_.persons_with(words.front())) {
    const Character& character = cast_.character(person);
    if (!character.titled || (!gender.empty() && !character.gender.empty() && gender != character.gender)) continue;
    for (const std::string& other : character.names)
      if (shortens(folded, other) && (best < 0 || character.last > cast_.character(best).last)) best = person;
  }
  return best;
}

int Persons::role(const MentionWords& mention) {
  const MentionKeys& keys = mention.keys();
  const std::string roles = mention.attr(keys.title, keys.role);
  const StrId of = mention.id(keys.of);
  if (of && !mention.has(keys.former)) {
    const int holder = cast_.world().holder(of, roles, cast_.published());
    if (holder >= 0 && shares_value(roles, kHeldByOne)) return cast_.add_known(holder);
  }
  if (const int before = holder_so_far(mention, roles); before >= 0) return before;
  if (!of) return described(mention, keys.title);
  const std::string country = mention.country(keys.of);
  if (country.empty()) return cast_.add_known(mention.world_actor(keys.of));   // who speaks and acts for a body of many states is the body
  const size_t before = cast_.size();
  const int found = cast_.find_or_add(mention.words(), ActorKind::kPerson, country, mention.has(keys.former) ? "ELI" : role_code(roles));
  if (cast_.size() > before) cast_.character(found).roles = roles;
  return found;
}

// Who was called so, or holds such an office on the day; of several the one mentioned last.
int Persons::holder_so_far(const MentionWords& mention, const std::string& roles) const {
  const bool of = mention.id(mention.keys().of), former = mention.has(mention.keys().former);
  const std::string country = mention.country(mention.keys().of);
  int best = -1;
  for (int i = 0; i < static_cast<int>(cast_.size()); ++i) {
    const Character& character = cast_.character(i);
    if (cast_.actor(i).kind != ActorKind::kPerson || (of && cast_.actor(i).country != country)) continue;
    bool held = shares_value(character.roles, roles);
    if (!held && character.world >= 0 && !former) held = cast_.world().term_on(static_cast<uint32_t>(character.world), roles, cast_.published());
    if (held && (best < 0 || character.last > cast_.character(best).last)) best = i;
  }
  return best;
}

}  // namespace hearsay
