// Where tellings say that it was, and whether two of them can mean one place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

struct Place {
  std::string id;                        // empty: the telling names none
  std::string country;                   // of the state that it is, or lies in
  std::vector<std::string> within;       // places and states around it
  bool state = false;
  bool narrow = true;                    // it tells one occasion from another: no party's own country, no region of several states
  bool known() const { return !id.empty(); }
};

// `home`: the countries of the parties, in which much happens between them.
Place place_of(const Actor& actor, const std::vector<std::string>& home);

bool lies_in(const Place& inner, const Place& outer);
// Nothing speaks against one place: one is not named, they are the same, one lies in the other, or one is a region without borders.
bool may_be_one(const Place& a, const Place& b);
// Both are named, they are the same or one lies in the other, and the wider is narrow.
bool is_one(const Place& a, const Place& b);

}  // namespace hearsay
