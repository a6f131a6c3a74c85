// Tables into lexicon entries: forms, their inflections, their attributes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "match/program.h"
#include "pack/source.h"

namespace hearsay {

// An entry before it is numbered.
struct EntrySource {
  std::string lexicon, text;             // the form as written
  std::string file;
  int line = 0;
  int actor = -1;
  uint32_t flags = 0;
  std::vector<std::pair<std::string, std::string>> attrs;
  std::string attr(std::string_view key) const {
    for (const auto& [name, value] : attrs)
      if (name == key) return value;
    return {};
  }
};

// Inflection by tables: text/paradigms.tsv (paradigm, feature, ending, replacement) and text/irregular.tsv (paradigm,
// base, feature, form). Verbs inflect their first word, nouns their last: column `at` of paradigms.tsv, "first" unless
// the paradigm is written "noun".
class Inflection {
 public:
  void read_paradigms(const Table& table);
  void read_irregular(const Table& table);
  // (feature, form) of all inflected forms, the base not among them.
  std::vector<std::pair<std::string, std::string>> forms(const std::string& paradigm, const std::string& base) const;
  bool knows(const std::string& paradigm) const { return rules_.contains(paradigm); }
  std::vector<std::string> paradigms() const;

 private:
  std::map<std::string, std::map<std::string, std::map<std::string, std::string>>> rules_;   // paradigm, feature, ending
  std::map<std::string, std::map<std::string, std::vector<std::string>>> irregular_;         // "paradigm base", feature
};

// The rows of all lexicons so far, by lexicon, form and attributes, with their places: none has to stand twice.
using LexiconRows = std::map<std::string, std::string>;
// Entries of one table of a language pack; every column but the forms' becomes an attribute.
std::vector<EntrySource> read_lexicon(const Table& table, const Inflection& inflection, LexiconRows& seen, Diagnostics& diagnostics);

}  // namespace hearsay
