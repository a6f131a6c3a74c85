// The world pack's tables compiled: actors, terms of office, labels, kinds; and the names actors go by.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/image.h"
#include "base/strings.h"
#include "pack/lexicons.h"

namespace hearsay {

// Writes the sections "world/*" and returns the names as entries of lexicon `actor`, by language column ("vi", "en").
std::map<std::string, std::vector<EntrySource>> compile_world(const std::vector<SourceFile>& files, StringCollector& strings,
                                                              ImageWriter& image, Diagnostics& diagnostics);

}  // namespace hearsay
