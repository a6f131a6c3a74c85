// Which lexicons, nodes, parts and attributes a language has, and what its rules and frames ask for that nothing has.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "pack/lexicons.h"
#include "pack/pattern.h"

namespace hearsay {

class PackNames {
 public:
  // Knows what the names of the world's actors have, of which a language may have some only.
  PackNames();
  void add(const EntrySource& entry);
  void add(const RuleSource& rule);
  // A table that could not be read: it is there, and nobody knows what it has.
  void add_unread(const std::string& lexicon) { unread_.insert(lexicon); }
  // Rules and frames of the world pack serve all languages and may ask for what any of them has.
  void add(const PackNames& other);

  // `where` says in messages where a lexicon was looked for: "packs/vi".
  void check(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const;
  void check_made(const RuleSource& rule, Diagnostics& diagnostics) const;
  // One step of a frame's path: "object" of "object.of".
  void check_step(const std::string& step, const std::string& file, int line, int column, Diagnostics& diagnostics) const;

 private:
  using Names = std::set<std::string>;
  struct Made {
    Names attrs, parts;
    bool whole = true;                   // false: one of the rules that make it could not be read
    Names inherits;                      // nodes, and lexicons written "<name", whose attributes it takes over
  };
  using Values = std::unordered_set<std::string>;

  void inherit(const Pattern& captured, Made& made);
  // Of a node, or of a lexicon written "<name".
  Names attrs_of(const std::string& label) const;
  bool captured_has(const Pattern& captured, const std::string& key) const;
  bool anything_has(const std::string& key) const;
  void check_lexicon(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const;
  void check_node(const Pattern& pattern, const std::string& file, const std::string& where, Diagnostics& diagnostics) const;

  std::map<std::string, std::map<std::string, Values>> lexicons_;   // name, attribute
  std::map<std::string, Made> nodes_;
  Names relations_, roles_, unread_;
};

}  // namespace hearsay
