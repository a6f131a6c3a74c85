// Arguments out of a JSON object.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>

#include "base/arguments.h"

namespace hearsay {

// Puts what an object gives where the call finds it; what is wrong with it, or nothing. `what`: how the message calls one ("argument").
std::string take_arguments(const std::vector<Argument>& declared, const rapidjson::Value& object, const std::string& what, Given& given);

}  // namespace hearsay
