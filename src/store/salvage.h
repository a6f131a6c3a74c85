// What can still be read of a store whose file is damaged, in a new one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "hearsay/hearsay.h"

namespace hearsay {

struct Salvaged {
  int64_t documents = 0;
  int64_t lost = 0;                      // known to have been there, by an index that can still be read; 0 if that is not known either
};

// Makes a store at `to`, which must not be there, of the documents at `from` that can be read, with what people and `watch` have left there. Documents whose records
// are not as they were saved are put aside. Of the chronicle nothing is taken over: it is to be settled.
Result<Salvaged> salvage(const std::string& from, const std::string& to);

// Moves the store at `db` to `former`, and the one at `fresh` in its place, each with its log. Nobody else may have them open.
Status exchange(const std::string& db, const std::string& fresh, const std::string& former);

}  // namespace hearsay
