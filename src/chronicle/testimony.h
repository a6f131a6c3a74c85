// What each document says of who asserts, denies or will not speak of a happening: where chains of attribution end.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "chronicle/case.h"

namespace hearsay {

enum class Role { kAsserts, kDenies, kDeclines };

// One end of one chain. Testimonies with a key in common are one origin.
struct Testimony {
  Role role = Role::kAsserts;
  OriginKind kind = OriginKind::kOutlet;
  std::vector<std::string> keys;         // at least one
  std::string actor, name;
  int voices = 1;
  int side = -1;                         // of kind party: index into Case::sides
  bool own_voice = false;                // the document tells it without a source that it names or describes
  bool cited = false;                    // an outlet cited without any deeper source in that place
  bool circular = false;                 // an outlet cited by one that it cites, with nobody behind them
  std::vector<std::string> teller;       // keys of the outlet whose text it is, be it printed here or copied
  std::vector<std::string> carriers;     // keys of all who pass it on, nearest first; the document's outlet if nobody else
  int document = 0, family = 0;
  Day day = kNoStart;                    // of publication; kNoStart if unknown
  StatementRef statement;
};

// In order of the documents, events and statements.
std::vector<Testimony> testimonies(const Case& happening);

}  // namespace hearsay
