// What a parsed rule must be to be built: a pattern that can match, and never nothing; captures that it has.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pattern.h"

namespace hearsay {

// Whether a piece of a pattern is a define written out.
bool written_for_define(const Pattern& pattern);
// Mistakes of a pattern that no parser sees. What a define stands for is left out: it is checked by itself.
bool check_pattern(const Pattern& pattern, const std::string& file, const CountWords& words, Diagnostics& diagnostics);
// The same of a rule, and what it makes.
bool check_rule(const RuleSource& rule, const CountWords& words, Diagnostics& diagnostics);
// The patterns captured under a name, in the order in which they stand.
std::vector<const Pattern*> captured_as(const Pattern& pattern, const std::string& name);
std::vector<std::string> captures_of(const Pattern& pattern);

}  // namespace hearsay
