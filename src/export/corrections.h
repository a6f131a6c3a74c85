// Corrections for those who can do something about their causes: authors of packs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "export/formats.h"

namespace hearsay {

// What each rejected reading asks of the rule that made it, as a counter-example ("-", docs/packs.md), and each owner as a row of outlets. Corrections of
// documents that are not there, and those that packs have no form for, are left out.
std::string correction_rules(const std::vector<Correction>& corrections, const DocumentsById& documents);

// A gold file for each document of which a statement or an event was rejected: all that is read there is right if it is found and not missed if it is not; what was
// rejected is not in it, and wrong.
std::vector<ExportedFile> correction_gold(const std::vector<Correction>& corrections, const DocumentsById& documents);

}  // namespace hearsay
