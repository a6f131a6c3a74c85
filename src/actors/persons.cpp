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

// Whoever is called a leader.
constexpr std::string_view kLeaders = "head-of-state|head-of-government|leader";

// Other offices; whatever else a title says is what a person is by trade, and a report may tell of several such.
constexpr std::string_view kOffices = "vice-head-of-government|deputy-head-of-government|finance-minister|interior-minister|minister|deputy-minister|"
                                      "deputy-foreign-minister|ambassador|un-ambassador|envoy|spokesperson|security-adviser|governor|mayor|heir|royal|"
                                      "chief-of-staff|speaker|military-chief|commander|intelligence-chief|opposition-leader|rebel-leader|head|coach";
// Of these a report may tell several as well, so that the title's own word must have been used.
constexpr std::string_view kHeldByMany = "head|minister|deputy-minister|ambassador|commander";

// Offices and forces that a state has: without one beside them they are of the state that the report is about just then. Those who serve it
// abroad are not, nor soldiers, who may be anybody's there.
constexpr std::string_view kOfTheState = "head-of-state|head-of-government|vice-head-of-state|vice-head-of-government|deputy-head-of-government|foreign-minister|"
                                         "defence-minister|finance-minister|interior-minister|minister|speaker|police|prosecutor|judge";

}  // namespace

void Persons::look_ahead(const std::vector<Sentence>& sentences, const MentionKeys& keys) {
  for (const Sentence& sentence : sentences)
    for (const Node& node : sentence.lattice->nodes()) {
      if (node.category != keys.mention) continue;
      const Part* name = node.part(keys.name);
      const std::string_view as = cast_.strings()[node.attr(keys.as)];
      if (as == "person" && node.part(keys.who)) look_ahead_known(MentionWords(cast_.world(), keys, *sentence.lattice, node));
      if (!name || (as != "person" && as != "unknown") || name->end - name->start < 2) continue;
      const std::string full = cast_.plain(sentence.lattice->words(name->start, name->end));
      const auto words = name_words(full);
      const std::string written = fold(sentence.lattice->words(name->start, name->end));   // an accent is another name
      const auto parts = name_words(written);
      for (std::string_view word : words) full_name_with_.emplace(std::string(word), full);
      const bool person = as == "person" || cast_.strings()[node.attr(keys.sure)] == "yes";
      if (as == "person") full_names_.insert(full);
      for (size_t at : {size_t{0}, parts.size() - 1})
        if (!parts.empty() && parts[at].size() > 1) (person ? short_names_ : maybe_short_names_).emplace(parts[at]);
    }
}

void Persons::look_ahead_known(const MentionWords& mention) {
  const int known = mention.world_actor(mention.keys().who);
  if (known < 0) return;
  for (std::string_view word : name_words(cast_.plain(mention.text(mention.keys().who)))) {
    std::vector<int>& all = known_with_[std::string(word)];
    if (std::find(all.begin(), all.end(), known) == all.end()) all.push_back(known);
  }
}

// Somebody of the world pack whose full name comes later, the first that may be of this gender; -1 if none.
int Persons::known_later(const std::string& word, std::string_view gender) const {
  const auto at = known_with_.find(word);
  if (at == known_with_.end()) return -1;
  for (int known : at->second) {
    const std::string_view theirs = cast_.strings()[cast_.world().actor(static_cast<uint32_t>(known)).gender];
    if (gender.empty() || theirs.empty() || gender == theirs) return known;
  }
  return -1;
}

int Persons::person(const MentionWords& mention) {
  const std::string roles = mention.attr(mention.keys().title, mention.keys().role);
  int found = mention.world_actor(mention.keys().who);
  if (found >= 0) {
    found = of_namesakes(mention, roles, found);
    also_called(found, mention.text(mention.keys().who));
  } else if (mention.has(mention.keys().name)) {
    found = named(mention, mention.text(mention.keys().name), roles, true);
  }
  if (found >= 0) describe(found, mention, roles);
  return found;
}

// Whom the report has called so before; else, of a father and a son of one name, the one who holds the office that stands beside it.
int Persons::of_namesakes(const MentionWords& mention, const std::string& roles, int known) {
  const std::string& name = cast_.plain(mention.text(mention.keys().who));
  if (const int before = cast_.person_called(name); before >= 0 && cast_.character(before).world >= 0) return before;
  const int holder = holder_called(mention, roles, name);
  return cast_.add_known(holder >= 0 ? holder : known);
}

// An office named with its state: its holder on that day in the world pack, if the name fits; -1 else.
int Persons::holder_called(const MentionWords& mention, const std::string& roles, const std::string& folded) const {
  const MentionKeys& keys = mention.keys();
  const StrId of = mention.id(keys.of);
  if (!of || roles.empty() || mention.has(keys.former)) return -1;
  const int holder = cast_.world().holder(of, roles, cast_.published());
  return holder >= 0 && shortens(folded, cast_.plain(cast_.strings()[cast_.world().actor(static_cast<uint32_t>(holder)).name])) ? holder : -1;
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

bool Persons::in_full_name(const MentionWords& mention) const {
  const std::string word = fold(mention.text(mention.keys().name));
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return short_names_.contains(word) || (maybe_short_names_.contains(word) && !mention.is_word(mention.keys().name));
}

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
  if (!roles.empty()) {
    character.roles += (character.roles.empty() ? "" : "|") + roles;
    character.titles.push_back(cast_.plain(mention.text(keys.title)));
  }
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
  if (const int holder = holder_called(mention, roles, folded); holder >= 0) return cast_.add_known(holder);
  if (const int before = called_in_short(mention, folded); before >= 0) return before;
  const bool one_word = name_words(folded).size() == 1;
  if (one_word)
    if (const int later = known_later(folded, mention.attr(keys.h, keys.gender)); later >= 0) return called_[folded] = cast_.add_known(later);
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

// Whom the report has called so before: of two with one family name only one goes by it alone. Else whoever was named last of those with
// such words in their names.
int Persons::called_in_short(const MentionWords& mention, const std::string& folded) {
  const std::string gender = mention.attr(mention.keys().h, mention.keys().gender);
  const auto fits = [&](const Character& character) { return character.titled && (gender.empty() || character.gender.empty() || gender == character.gender); };
  const auto known = called_.find(folded);
  if (known != called_.end() && fits(cast_.character(known->second))) return known->second;
  const auto words = name_words(folded);
  int best = -1;
  for (int person : words.empty() ? std::vector<int>{} : cast_.persons_with(words.front())) {
    const Character& character = cast_.character(person);
    if (!fits(character)) continue;
    for (const std::string& other : character.names)
      if (shortens(folded, other) && (best < 0 || character.last > cast_.character(best).last)) best = person;
  }
  if (best >= 0) called_[folded] = best;
  return best;
}

int Persons::role(const MentionWords& mention, const std::function<std::string()>& focus) {
  const MentionKeys& keys = mention.keys();
  const std::string roles = mention.attr(keys.title, keys.role);
  const StrId of = mention.id(keys.of);
  if (of && !mention.has(keys.former)) {
    const int holder = cast_.world().holder(of, roles, cast_.published());
    if (holder >= 0 && shares_value(roles, kHeldByOne)) return cast_.add_known(holder);
  }
  if (const int before = holder_so_far(mention, roles); before >= 0) return before;
  if (!of) {
    const bool stately = shares_value(kOfTheState, roles) && !mention.has(keys.former) && !mention.counted();
    const std::string country = stately ? focus() : std::string();
    return country.empty() ? described(mention, keys.title) : titled(mention, roles, country);
  }
  const std::string country = mention.country(keys.of);
  if (country.empty()) return cast_.add_known(mention.world_actor(keys.of));   // who speaks and acts for a body of many states is the body
  return titled(mention, roles, country);
}

// Whoever has a title in a country.
int Persons::titled(const MentionWords& mention, const std::string& roles, const std::string& country) {
  const MentionKeys& keys = mention.keys();
  const size_t before = cast_.size();
  const int found = cast_.find_or_add(mention.words(), ActorKind::kPerson, country, mention.has(keys.former) ? "ELI" : role_code(roles));
  if (cast_.size() > before) {
    cast_.character(found).roles = roles;
    cast_.character(found).titles.push_back(cast_.plain(mention.text(keys.title)));
  }
  return found;
}

bool Persons::may_be(int person, const MentionWords& office) const {
  const MentionKeys& keys = office.keys();
  const std::string country = office.country(keys.of);
  const Actor& actor = cast_.actor(person);
  if (actor.kind != ActorKind::kPerson || office.counted() || (!country.empty() && !actor.country.empty() && country != actor.country)) return false;
  const StrId of = office.id(keys.of);
  if (!of || office.has(keys.former)) return true;
  const std::string roles = office.attr(keys.title, keys.role);
  const int holder = shares_value(roles, kHeldByOne) ? cast_.world().holder(of, roles, cast_.published()) : -1;
  return holder < 0 || holder == cast_.character(person).world;
}

int Persons::appose(int person, const MentionWords& office) {
  describe(person, office, office.attr(office.keys().title, office.keys().role));
  return person;
}

// Who was called so, or holds such an office on the day; of several the one mentioned last. Without its state an office is whoever was
// called by it; what many are, is one of them only if there is but one and the words point him out.
int Persons::holder_so_far(const MentionWords& mention, const std::string& roles) const {
  const MentionKeys& keys = mention.keys();
  const bool of = mention.id(keys.of);
  if (!of && mention.counted()) return -1;
  const bool unique = shares_value(kHeldByOne, roles), occupation = !of && !unique && !shares_value(kOffices, roles);
  const std::vector<int> holders = holders_of(mention, roles, !of && !unique && (occupation || shares_value(kHeldByMany, roles)));
  if (occupation && (holders.size() > 1 || !(mention.pointed_out() || mention.attr(keys.definite) == "yes"))) return -1;
  return last_of(holders);
}

std::vector<int> Persons::holders_of(const MentionWords& mention, const std::string& roles, bool by_word) const {
  const MentionKeys& keys = mention.keys();
  const bool of = mention.id(keys.of), former = mention.has(keys.former);
  const std::string country = mention.country(keys.of), title = cast_.plain(mention.text(keys.title));
  std::vector<int> holders;
  for (int i = 0; i < static_cast<int>(cast_.size()); ++i) {
    const Character& character = cast_.character(i);
    if (cast_.actor(i).kind != ActorKind::kPerson || (of && cast_.actor(i).country != country)) continue;
    bool held = shares_value(character.roles, roles);
    if (by_word) held = held && std::any_of(character.titles.begin(), character.titles.end(), [&](const std::string& other) { return shortens(title, other); });
    if (!held && !by_word && character.world >= 0 && !former) held = cast_.world().term_on(static_cast<uint32_t>(character.world), roles, cast_.published());
    if (held) holders.push_back(i);
  }
  return holders;
}

int Persons::last_of(const std::vector<int>& persons) const {
  const auto last = std::max_element(persons.begin(), persons.end(), [&](int a, int b) { return cast_.character(a).last < cast_.character(b).last; });
  return last == persons.end() ? -1 : *last;
}

// The titles in its words.
std::vector<const Edge*> Persons::titles_in(const MentionWords& mention) const {
  const Lattice& lattice = mention.lattice();
  std::vector<const Edge*> titles;
  for (uint16_t at = mention.node().start; at < mention.node().end; ++at)
    for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next)
      if (const Edge& edge = lattice.edge(e); edge.kind == EdgeKind::kEntry && edge.end <= mention.node().end && lattice.entry(edge).lexicon == mention.keys().titles)
        titles.push_back(&edge);
  return titles;
}

std::string Persons::roles_in(const MentionWords& mention) const {
  std::string roles;
  for (const Edge* title : titles_in(mention))
    roles += (roles.empty() ? "" : "|") + std::string(cast_.strings()[mention.lattice().entry_attr(mention.lattice().entry(*title), mention.keys().role)]);
  return shares_value(roles, "leader") ? std::string(kLeaders) : roles;
}

std::string_view Persons::leading_roles() { return kLeaders; }

bool Persons::has_role(int person, std::string_view roles) const {
  const Character& character = cast_.character(person);
  return cast_.actor(person).kind == ActorKind::kPerson &&
         (shares_value(character.roles, roles) ||
          (character.world >= 0 && cast_.world().term_on(static_cast<uint32_t>(character.world), roles, cast_.published())));
}

int Persons::called_so(const MentionWords& mention) const {
  const std::string roles = roles_in(mention);
  std::vector<int> holders;
  for (int i = 0; !roles.empty() && i < static_cast<int>(cast_.size()); ++i)
    if (has_role(i, roles)) holders.push_back(i);
  if (!holders.empty()) return last_of(holders);
  for (const Edge* title : titles_in(mention))
    if (const int described = cast_.described_as(std::string(mention.lattice().words(title->start, title->end))); described >= 0) return described;
  return -1;
}

}  // namespace hearsay
