// Persons by name and by office: a short name means whoever has a name with it, an office its holder on the day of publication.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "actors/cast.h"
#include "actors/words.h"
#include "match/sentence.h"

namespace hearsay {

class Persons {
 public:
  explicit Persons(Cast& cast) : cast_(cast) {}
  // Full names anywhere in the document, so that a short name before its full one finds it, as in headlines.
  void look_ahead(const std::vector<Sentence>& sentences, const MentionKeys& keys);

  // A name that something says is a person's; a stretch of capitals that nothing explains: a person named elsewhere, or a name of its
  // own; an office without a name: who holds it, else whoever it describes. -1 if nobody is meant.
  int person(const MentionWords& mention);
  int unknown(const MentionWords& mention);
  //   focus   the country that the report is about at the mention; empty if none
  int role(const MentionWords& mention, const std::function<std::string()>& focus);
  // Whether an office that stands beside a person's name may be his: nobody else is known to hold it, and it is of his country. Then it is.
  bool may_be(int person, const MentionWords& office) const;
  int appose(int person, const MentionWords& office);
  // Who was named or described by the office or noun that the words hold, "this general"; -1 if nobody was.
  int called_so(const MentionWords& mention) const;
  // The roles of the titles in its words; whether a person was called by one of them or holds such an office on the day.
  std::string roles_in(const MentionWords& mention) const;
  bool has_role(int person, std::string_view roles) const;
  static std::string_view leading_roles();
  // Whoever the words describe: somebody described so before, unless they bring in somebody new (`new`), else one of his own.
  int described(const MentionWords& mention, StrId head);
  // Whether the one word of a name is the first or last of a full name in the report; if that may be no person's, no other word either.
  bool in_full_name(const MentionWords& mention) const;

 private:
  void look_ahead_known(const MentionWords& mention);
  int known_later(const std::string& word, std::string_view gender) const;
  int of_namesakes(const MentionWords& mention, const std::string& roles, int known);
  int holder_called(const MentionWords& mention, const std::string& roles, const std::string& folded) const;
  void also_called(int actor, const std::string& name);
  void describe(int person, const MentionWords& mention, const std::string& roles);
  int named(const MentionWords& mention, const std::string& name, const std::string& roles, bool titled);
  int called_in_short(const MentionWords& mention, const std::string& folded);
  std::vector<int> holders_of(const MentionWords& mention, const std::string& roles, bool by_word) const;
  std::vector<const Edge*> titles_in(const MentionWords& mention) const;
  int last_of(const std::vector<int>& persons) const;
  int titled(const MentionWords& mention, const std::string& roles, const std::string& country);
  int holder_so_far(const MentionWords& mention, const std::string& roles) const;

  Cast& cast_;
  std::set<std::string> full_names_;                    // of persons, folded
  std::set<std::string> short_names_;                   // their first and last words
  std::set<std::string> maybe_short_names_;             // the same of names that may be persons'
  std::map<std::string, std::string> full_name_with_;   // a word of a name -> the first full name with it
  std::map<std::string, int> called_;                   // a short name -> whom it stood for
  std::map<std::string, std::vector<int>> known_with_;  // the same of persons of the world pack, in order of their names in the report
};

}  // namespace hearsay
