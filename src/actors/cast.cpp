// SPDX-License-Identifier: Apache-2.0
#include "actors/cast.h"

#include <algorithm>

#include "actors/actors.h"
#include "text/utf8.h"

namespace hearsay {

std::vector<std::string_view> name_words(std::string_view folded) {
  std::vector<std::string_view> words;
  size_t start = 0;
  for (size_t i = 0; i <= folded.size(); ++i)
    if (i == folded.size() || folded[i] == ' ' || folded[i] == '-') {
      if (i > start) words.push_back(folded.substr(start, i - start));
      start = i + 1;
    }
  return words;
}

bool shortens(std::string_view brief, std::string_view full) {
  const auto words = name_words(full);
  size_t at = 0;
  for (std::string_view word : name_words(brief)) {
    while (at < words.size() && words[at] != word) ++at;
    if (at == words.size()) return false;
    ++at;
  }
  return true;
}

int Cast::add_known(int world) {
  auto [at, fresh] = by_world_.emplace(world, static_cast<int>(actors_.size()));
  if (!fresh) return at->second;
  const Actor& actor = actors_.emplace_back(actor_of_world(world_, static_cast<uint32_t>(world), published_));
  Character& character = characters_.emplace_back();
  character.world = world;
  character.gender = std::string(strings_[world_.actor(static_cast<uint32_t>(world)).gender]);
  character.titled = true;
  call(at->second, plain(actor.name));
  ids_.insert(actor.id);
  return at->second;
}

int Cast::make(std::string name, ActorKind kind, std::string_view country, std::string_view role) {
  const int index = static_cast<int>(actors_.size());
  Actor& actor = actors_.emplace_back();
  actor.name = std::move(name);
  actor.kind = kind;
  actor.country = std::string(country);
  if (!country.empty()) actor.code = actor.country + std::string(role);
  std::string slug;
  for (char c : plain(actor.name))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += c;
    else if (!slug.empty() && slug.back() != '-') slug += '-';
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  actor.id = "x-" + (slug.empty() ? std::to_string(actors_.size()) : slug);
  if (!ids_.insert(actor.id).second) ids_.insert(actor.id += "-" + std::to_string(actors_.size()));
  characters_.emplace_back();
  unknown_by_name_.emplace(std::pair(plain(actor.name), std::string(country)), index);
  return index;
}

int Cast::add_unknown(std::string name, ActorKind kind, std::string_view country, std::string_view role) {
  const int made = make(std::move(name), kind, country, role);
  call(made, plain(actor(made).name));
  return made;
}

int Cast::find_or_add(const std::string& name, ActorKind kind, const std::string& country, std::string_view role) {
  if (auto known = unknown_by_name_.find({plain(name), country}); known != unknown_by_name_.end()) return known->second;
  return make(name, kind, country, role);
}

int Cast::describe(const std::string& words, const std::string& head, ActorKind kind, const std::string& country) {
  const auto known = unknown_by_name_.find({plain(words), country});
  const int found = known != unknown_by_name_.end() && character(known->second).described ? known->second : make(words, kind, country, "");
  character(found).described = true;
  return described_[plain(head)] = found;
}

int Cast::described_as(const std::string& head) const {
  const auto at = described_.find(plain(head));
  return at == described_.end() ? -1 : at->second;
}

void Cast::call(int index, const std::string& folded) {
  character(index).names.push_back(folded);
  if (actor(index).kind != ActorKind::kPerson) return;
  person_by_name_.emplace(folded, index);
  for (std::string_view word : name_words(folded)) {
    std::vector<int>& sharing = persons_by_word_[std::string(word)];
    if (sharing.empty() || sharing.back() != index) sharing.push_back(index);
  }
}

bool tells_of_others(const Actor& actor) { return actor.outlet && actor.speaks_for.empty(); }

std::vector<std::string> Cast::countries(bool outlets) const {
  std::map<std::string, size_t> counts;
  for (const Actor& actor : actors_)
    if (!actor.country.empty() && tells_of_others(actor) == outlets) counts[actor.country] += actor.mentions.size();
  std::vector<std::string> ranked;
  for (const auto& [country, count] : counts) ranked.push_back(country);
  std::stable_sort(ranked.begin(), ranked.end(), [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  return ranked;
}

int Cast::person_called(const std::string& folded) const {
  const auto at = person_by_name_.find(folded);
  return at == person_by_name_.end() ? -1 : at->second;
}

std::vector<int> Cast::persons_with(std::string_view word) const {
  const auto at = persons_by_word_.find(word);
  return at == persons_by_word_.end() ? std::vector<int>{} : at->second;
}

const std::string& Cast::plain(std::string_view name) const {
  auto [at, fresh] = plain_.try_emplace(std::string(name));
  if (fresh) at->second = fold_plain(name);
  return at->second;
}

namespace {

constexpr size_t kCodePart = 3;          // letters in each part of a CAMEO actor code

// "IGOUNO": who holds an office of a body of many states speaks and acts for none of them.
bool serves_no_state(const World& world, std::string_view code) { return code.size() >= kCodePart && world.state(code.substr(0, kCodePart)) < 0; }

}  // namespace

bool is_political(const Actor& actor) { return !actor.country.empty() || !actor.code.empty(); }

Actor actor_of_world(const World& world, uint32_t index, std::optional<Day> day) {
  const WorldActor& source = world.actor(index);
  const Strings& strings = world.strings();
  Actor actor;
  actor.id = std::string(strings[source.id]);
  actor.name = std::string(strings[source.name]);
  actor.kind = static_cast<ActorKind>(source.kind);
  actor.code = world.code_on(index, day);
  if (actor.kind != ActorKind::kPerson || !serves_no_state(world, actor.code)) actor.country = std::string(strings[source.country]);
  actor.speaks_for = std::string(strings[source.speaks_for]);
  actor.owner = std::string(strings[source.owner]);
  actor.within = world.around(index);
  actor.outlet = source.outlet != 0;
  actor.known = true;
  return actor;
}

}  // namespace hearsay
