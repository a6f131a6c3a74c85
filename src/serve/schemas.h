// The shapes of the API's answers, as JSON Schema: what the OpenAPI document refers to. The tests hold the answers against it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace hearsay::serve {

// One object: a schema by its name.
std::string schemas();

}  // namespace hearsay::serve
