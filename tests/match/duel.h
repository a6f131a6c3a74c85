// The fast matcher against the slow one, rule by rule and start by start.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <map>

#include "match/matcher.h"
#include "match/reference.h"
#include "pack/made_pack.h"

namespace hearsay::testing {

// Rules "r0", "r1", ... of one level, each from one pattern; rules of level 1 make the nodes they may ask for.
class Duel {
 public:
  Duel(const std::vector<std::string>& patterns, const PackFiles& more, const std::string& level_one = "")
      : files_(files(patterns, more, level_one)), made_(files_) {
    Diagnostics diagnostics;
    for (const RuleSource& rule : parse_all_rules(sources(files_), diagnostics).rules)
      if (rule.level == 2) trees_.emplace_back(rule.name, rule.pattern);
  }
  const MadePack& made() const { return made_; }
  // How many matches the slow one has found: a duel over nothing proves nothing.
  int matches() const { return matches_; }

  // One message per rule and start where the two differ.
  std::vector<std::string> differences(const std::string& text) {
    OneSentence sentence(made_, "xx", text);
    add_nodes(sentence.lattice());
    std::map<std::pair<std::string, uint16_t>, std::string> fast;
    const Program& program = made_.language("xx").program("syntax", 2);
    for (const Match& match : matcher_.find_all(program, sentence.lattice()))
      fast[{name_of(match), match.start}] = shown(program, match);
    SlowMatcher slow(sentence.lattice(), made_.pack().strings());
    std::vector<std::string> out;
    for (const auto& [name, tree] : trees_)
      for (uint16_t start = 0; start < sentence.lattice().size(); ++start) {
        const auto wanted = slow.match(tree, start);
        const auto found = fast.find({name, start});
        const std::string a = wanted ? shown(*wanted) : "none", b = found == fast.end() ? "none" : found->second;
        matches_ += wanted.has_value();
        if (a != b) out.push_back(name + " on \"" + text + "\" at " + std::to_string(start) + ": slow " + a + ", fast " + b);
      }
    return out;
  }

 private:
  static PackFiles files(const std::vector<std::string>& patterns, PackFiles more, const std::string& level_one) {
    std::string rules = level_one + "\nlevel 2\n";
    for (size_t i = 0; i < patterns.size(); ++i) rules += "\nrule r" + std::to_string(i) + "\n  " + patterns[i] + "\n  -> made\n";
    more.emplace_back("xx/syntax/duel.rules", rules);
    return more;
  }
  void add_nodes(Lattice& lattice) {
    const Program& program = made_.language("xx").program("syntax", 1);
    for (const Match& match : matcher_.find_best(program, lattice))
      for (const Emit& emit : program.emits_of(*match.rule)) lattice.add_node(make_node(program, emit, match, lattice, made_.pack().strings()));
  }
  std::string name_of(const Match& match) const {
    const std::string_view id = made_.pack().strings()[match.rule->id];
    return std::string(id.substr(id.find(':') + 1));
  }
  std::string shown(const Program& program, const Match& match) const {
    SlowMatch same{match.start, match.end, {}};
    for (const Capture& capture : match.captures)
      same.captures.push_back({std::string(made_.pack().strings()[program.capture_name(*match.rule, capture.index)]), capture.start, capture.end, capture.edge});
    return shown(same);
  }
  static std::string shown(const SlowMatch& match) {
    std::string out = std::to_string(match.start) + "-" + std::to_string(match.end);
    for (const SlowCapture& capture : match.captures)
      out += " " + capture.name + ":" + std::to_string(capture.start) + "-" + std::to_string(capture.end) + "@" + std::to_string(capture.edge);
    return out;
  }

  PackFiles files_;
  MadePack made_;
  std::vector<std::pair<std::string, Pattern>> trees_;
  Matcher matcher_;
  int matches_ = 0;
};

inline void expect_agreement(Duel& duel, const std::vector<std::string>& patterns, const std::vector<std::string>& texts) {
  int shown = 0;
  for (const std::string& text : texts)
    for (const std::string& difference : duel.differences(text)) {
      const size_t rule = std::stoul(difference.substr(1));
      if (++shown <= 10) ADD_FAILURE() << patterns[rule] << "\n  " << difference;
    }
  EXPECT_EQ(shown, 0);
}

}  // namespace hearsay::testing
