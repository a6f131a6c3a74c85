// Names of members: made printable, and told apart from what a system added of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Valid UTF-8 without control characters; U+FFFD for each byte that was neither, and no longer than a system's longest path.
std::string printable_name(std::string_view bytes);

// What macOS puts beside the files: "__MACOSX" folders, ".DS_Store", "._" files.
bool is_system_name(std::string_view name);

}  // namespace hearsay
