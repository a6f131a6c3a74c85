// When two names are the same to a scorer of gold files.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Whether one name holds the other as whole words: without regard to case and to the dots of "U.S.", then without diacritics too.
bool same_name(std::string_view a, std::string_view b);
// Whether any of the names is the same as any of the wanted.
bool any_same(const std::vector<std::string>& wanted, const std::vector<std::string>& names);

}  // namespace hearsay
