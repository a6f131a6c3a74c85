// Bodies that no pack holds, and groups that are named by what they are: "the Seoul government", "gunmen".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "actors/antecedents.h"
#include "actors/words.h"

namespace hearsay {

class Collectives {
 public:
  Collectives(Cast& cast, const Antecedents& antecedents) : cast_(cast), antecedents_(antecedents) {}
  int institution(const MentionWords& mention);
  int collective(const MentionWords& mention);
  // The country that the report is about at a mention; empty if none was named.
  std::string country_in_focus(const MentionWords& mention) const;

 private:
  std::string country_behind(const MentionWords& mention) const;

  Cast& cast_;
  const Antecedents& antecedents_;
};

}  // namespace hearsay
