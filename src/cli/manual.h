// Pages of the manual in the language of man(7), made from the grammar and in the words of its help.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/grammar.h"

namespace hearsay::cli {

//   version  "hearsay 0.1.0", for the page's foot
std::string manual_page(const CommandForm& hearsay, const CommandForm& command, const std::string& version, const Words& words);

// "hearsay-packs-check", by which man finds the page.
std::string page_name(const CommandForm& command);

}  // namespace hearsay::cli
