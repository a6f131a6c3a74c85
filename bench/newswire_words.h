// The words of the synthetic press: for each language a grammar, and what makes text of it.
//
// A rule of a grammar is a line with its name, and indented lines each of which is one way to say it. In those, {name} stands for a value of the story
// or else for a rule, {=name} for the rule's line that belongs to the story (the same line in each of its reports and in both languages), and
// [one|other|] for one of these.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "newswire_world.h"

namespace hearsay::bench {

extern const char kVietnameseGrammar[];
extern const char kEnglishGrammar[];

class Grammar {
 public:
  explicit Grammar(std::string_view text);

  // What a name stands for in one report; nothing if a rule of the grammar says it.
  using Values = std::function<std::optional<std::string>(std::string_view)>;
  // The lines that a report has used: it says nothing twice in the same way while it has another.
  using Used = std::set<const std::string*>;
  // One way to say the rule; `story` chooses for {=name}. Ends the program at an unknown name: the grammars are part of it.
  std::string say(std::string_view rule, const Values& values, uint64_t story, Random& random, Used& used) const;
  // The words of its rule `nouns`: lines of words that need no article, in which _ joins syllables.
  const std::vector<std::string>& nouns() const { return nouns_; }

 private:
  struct Saying;
  void expand(std::string_view pattern, Saying& saying) const;
  void name(std::string_view name, Saying& saying) const;

  std::map<std::string, std::vector<std::string>, std::less<>> rules_;
  std::vector<std::string> nouns_;
};

// With a capital letter at the beginning.
std::string capitalised(std::string text);
// A name that nobody is known to bear: of a person (two words), or of a town, a ship, a project (one).
std::string made_up_word(Random& random);
std::string made_up_person(Random& random);

}  // namespace hearsay::bench
