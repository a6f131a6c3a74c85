// The actors of one report so far, and what the text has said of each.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hearsay/hearsay.h"
#include "pack/pack.h"

namespace hearsay {

// What is known of an actor only while its report is read.
struct Character {
  int world = -1;                        // in the world pack, -1 if it holds none
  std::string gender;
  std::string roles;                     // of the titles it was called by
  std::vector<std::string> titles;       // their words, folded
  std::vector<std::string> names;        // folded without diacritics
  uint32_t last = 0;                     // byte of the last mention
  bool titled = false;                   // something said it is a person
  bool plural = false;                   // many by its words: "unions"
  bool described = false;                // without a name, and of no office or country that would tell: "the driver"
};

// Words of a folded name; hyphens join words.
std::vector<std::string_view> name_words(std::string_view folded);
// Whether each word of the short name stands in the full one, in order.
bool shortens(std::string_view brief, std::string_view full);

// An outlet that is no state's organ: its country is seldom what it tells of.
bool tells_of_others(const Actor& actor);

class Cast {
 public:
  Cast(const World& world, const Strings& strings, std::optional<Day> published, std::vector<Actor>& actors)
      : world_(world), strings_(strings), published_(published), actors_(actors) {}

  size_t size() const { return actors_.size(); }
  Actor& actor(int index) const { return actors_[static_cast<size_t>(index)]; }
  Character& character(int index) { return characters_[static_cast<size_t>(index)]; }
  const Character& character(int index) const { return characters_[static_cast<size_t>(index)]; }
  const World& world() const { return world_; }
  const Strings& strings() const { return strings_; }
  std::optional<Day> published() const { return published_; }

  // An actor that the pack holds.
  int add_known(int world);
  // One that no pack holds, with its CAMEO role code.
  int add_unknown(std::string name, ActorKind kind, std::string_view country, std::string_view role);
  // The same, but one actor for all that are called so and are of one country.
  int find_or_add(const std::string& name, ActorKind kind, const std::string& country, std::string_view role);
  // A person or group that is only described, one for all descriptions in these words; `head` is their noun, by which it is meant again.
  int describe(const std::string& words, const std::string& head, ActorKind kind, const std::string& country);
  // Who was last described with this noun; -1 if nobody was.
  int described_as(const std::string& head) const;
  // Another name of an actor, kept so that persons are found by it and by each of its words.
  void call(int actor, const std::string& folded);

  // Countries of those mentioned so far, the one mentioned most often first; of outlets that tell of others, or of all but these.
  std::vector<std::string> countries(bool outlets = false) const;
  // Who has this full name, folded; -1 if nobody has.
  int person_called(const std::string& folded) const;
  // Persons with a word in their names.
  std::vector<int> persons_with(std::string_view word) const;
  // The fold of a name, which a report repeats.
  const std::string& plain(std::string_view name) const;

 private:
  int make(std::string name, ActorKind kind, std::string_view country, std::string_view role);

  const World& world_;
  const Strings& strings_;
  std::optional<Day> published_;
  std::vector<Actor>& actors_;
  std::vector<Character> characters_;
  mutable std::unordered_map<std::string, std::string> plain_;          // names as they are compared
  std::map<int, int> by_world_;
  std::set<std::string> ids_;
  std::map<std::string, int> person_by_name_;                           // folded without diacritics
  std::map<std::pair<std::string, std::string>, int> unknown_by_name_;  // the same, with the country
  std::map<std::string, std::vector<int>, std::less<>> persons_by_word_;
  std::map<std::string, int> described_;                                // the fold of a noun -> who was described with it last
};

}  // namespace hearsay
