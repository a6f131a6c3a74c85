// The world pack's tables compiled: actors, terms of office, labels, kinds; and the names actors go by.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/image.h"
#include "base/strings.h"
#include "pack/lexicons.h"

namespace hearsay {

struct CompiledWorld {
  // The names actors go by, as entries of lexicon `actor`, by language column ("vi", "en"; "" serves all).
  std::map<std::string, std::vector<EntrySource>> names;
  std::vector<std::string> kinds;        // of events
  std::vector<std::string> name_columns() const {
    std::vector<std::string> columns;
    for (const auto& [column, _] : names)
      if (!column.empty()) columns.push_back(column);
    return columns;
  }
};
// Writes the sections "world/*".
CompiledWorld compile_world(const std::vector<SourceFile>& files, StringCollector& strings, ImageWriter& image, Diagnostics& diagnostics);

}  // namespace hearsay
