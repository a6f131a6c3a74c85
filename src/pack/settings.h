// A language's pack.toml.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "pack/source.h"

namespace hearsay {

struct PackSettings {
  char decimal = '.', group = ',';
  std::vector<std::string> names;        // which name columns of the world pack the language reads
};
// `columns` are the name columns that the world pack has.
PackSettings read_settings(const std::vector<SourceFile>& files, const std::string& language, const std::vector<std::string>& columns,
                           Diagnostics& diagnostics);

}  // namespace hearsay
