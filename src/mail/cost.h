// What a mail would cost to parse.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace hearsay {

// Whether GMime reads this in time about linear in its length, in memory a few times as large, and with a bounded stack. It makes an object of each part, field, parameter and address,
// compares each line that may end a part with the boundaries of all the parts around it, and reads groups in groups of addresses by calling itself.
bool is_cheap_to_parse(std::string_view mail);

}  // namespace hearsay
