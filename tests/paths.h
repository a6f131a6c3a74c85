// Where the tests find what they read. Told by functions of one file, so that a checkout in another place compiles all others alike.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace hearsay {

const std::string& source_folder();      // of the checkout
const std::string& packs_folder();       // the packs in it
const std::string& program_file();       // the built `hearsay`

}  // namespace hearsay
