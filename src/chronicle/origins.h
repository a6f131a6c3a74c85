// The independent origins of a happening on a given day.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "chronicle/testimony.h"

namespace hearsay {

// An origin with the side that it speaks for, -1 for none.
struct CountedOrigin {
  Origin origin;
  int side = -1;
};

// A citation of an outlet leads on to what that outlet's own reports of the happening rest on. Outlets that cite one another and
// nobody else lead nowhere: together they are one origin, marked circular.
struct Verdicts {
  std::vector<CountedOrigin> origins, denials, declined;
  std::vector<std::string> withdrawn;    // names of the outlets that took it back
};

// What holds after all documents published up to a day; `until` = kNoEnd for all, kNoStart for the undated alone.
Verdicts weigh(const Case& happening, const std::vector<Testimony>& testimonies, Day until);

}  // namespace hearsay
