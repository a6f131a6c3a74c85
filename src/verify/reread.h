// Documents read again from the text that a store has of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

// What was known of a document when it was read, for reading its text once more.
Metadata known_of(const Document& document);

// What was known of it besides its text is taken from its record; an Error, if too little of that can be read.
Result<Analysis> reread(const Engine& engine, std::string_view record);

}  // namespace hearsay
