// A feed's bytes as UTF-8.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// UTF-8 of bytes in the encoding that their order mark or their XML declaration names. Well-formed UTF-8 is taken as such whatever is declared, for whoever
// handed it on may have converted it and left the declaration. What is malformed becomes U+FFFD. Notes say what did not fit.
std::string_view feed_text(std::string_view bytes, std::string& converted, std::vector<std::string>& notes);

}  // namespace hearsay
