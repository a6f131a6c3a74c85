// One occurrence of the synthetic world, and how one report tells it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newswire_words.h"
#include "newswire_world.h"

namespace hearsay::bench {

struct Kind {
  std::string_view name;                     // of its rules in the grammars: lead.NAME, bg.NAME ...
  bool hostile;
  bool planned;                              // may be told before it comes, by plan.NAME
  int among_friends, among_foes;             // how often
};
const std::vector<Kind>& kinds();

// Something that A does to B, or with B.
struct Occurrence {
  const Kind* kind = nullptr;
  int a = 0, b = 0;                          // of World::states
  int place = 0;                             // the state in whose capital it is
  Day day;
};

struct Written {
  std::vector<std::string> paragraphs;
  std::string title, outlet;
  int number = 0;
};

struct Story {
  int number = 0;
  uint64_t seed = 0;
  Occurrence what;
  std::optional<Occurrence> earlier;         // what its reports tell as background
  InBoth<double> mix{};                      // how likely a report is in each language
  bool denied = false;
  std::string town, project, person;         // the rare words that its reports share
  int few = 0, count = 0, dead = 0, hurt = 0, money = 0;
  InBoth<std::vector<Written>> written;      // what may be copied
};

// Tells a story in one language on one day.
class Teller {
 public:
  Teller(const World& world, const Grammar& grammar, const Story& story, Tongue tongue, Day published, Random& random);

  std::string title(bool before);
  // The report's paragraphs; `before`: what it tells is still to come.
  std::vector<std::string> paragraphs(bool before);
  std::string own_lead();
  std::string extra();
  // A line or the beginning of one that names where the text is from.
  std::string line(std::string_view rule, const std::string& outlet);

 private:
  std::string say(std::string_view rule);
  std::string sentence(std::string_view rule);
  std::string clause(std::string_view stem, const Occurrence& of);
  std::string background();
  std::string reply();
  void choose_party(bool source) { party_ = source ? 'A' : 'B'; }

  std::optional<std::string> value(std::string_view name);
  std::optional<std::string> party(int state, std::string_view what);
  std::string officer(int state, const std::vector<std::string_view>& roles, std::string_view nobody, bool brief);
  std::string day_of(Day day);
  std::string loosely(Day day);
  std::string number(std::string_view name);
  std::string money(int millions) const;
  std::string noun(int which) const;
  bool vietnamese() const { return tongue_ == Tongue::kVietnamese; }

  const World& world_;
  const Grammar& grammar_;
  const Story& story_;
  Tongue tongue_;
  Day published_;
  Random& random_;
  Occurrence of_;                            // who is A and B at present
  bool of_the_story_ = false;                // numbers are those of the story
  bool then_ = false;                        // officers are those of the day of `of_`
  char party_ = 'A';
  uint64_t own_words_ = 0;
  Grammar::Used used_;
  std::string clause_, from_, agency_, town2_, person2_, paper_;
};

}  // namespace hearsay::bench
