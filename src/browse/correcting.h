// What a person wants to correct, in the words of a command or a request, as a correction.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/holdings.h"

namespace hearsay::browse {

struct CorrectionOptions {
  std::string kind;                      // by to_string(CorrectionKind)
  std::vector<std::string> happenings;   // to merge; to split or to note: one
  std::vector<std::string> documents;    // to reject or to note: one; to split: whose tellings are another happening
  std::vector<std::string> items;        // of the one document: "e3", "s2"
  Text actor, owner;                     // an outlet and who owns it; whom a note is about
  Text words;                            // why; a note's words
  std::string by;
};

// nullopt after saying what makes no sense.
std::optional<Correction> correction_of(const Session& session, const Holdings& holdings, const CorrectionOptions& asked, Trouble& trouble);

// What a correction says, on one line: "c3: Ada rejected e2 of 08-no-such-note: ...".
std::string correction_words(const Correction& correction, const Words& words);

}  // namespace hearsay::browse
