// What is wrong with a store, in words and as JSON.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "browse/session.h"
#include "verify/verify.h"

namespace hearsay::browse {

// "document 4be81c2: events 3 target is PRK and should be KOR"
std::string in_words(const Words& words, const Fault& fault);
std::string json_line(const Fault& fault);

// What was found in all: a line that says whether it is sound, and a line for each thing that was not looked at, or that should be known.
std::vector<std::string> in_words(const Words& words, const std::string& db, const Verified& verified);
std::string json_line(const std::string& db, const Verified& verified);

// "the rows of 3 documents are written anew from their readings"
std::string in_words(const Words& words, Mend mend, int64_t count);

}  // namespace hearsay::browse
