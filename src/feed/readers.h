// The two readers behind read_feed: by the element, and by the JSON member.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "feed/feed.h"

namespace hearsay {

// `root` is where find_xml_root found it.
Feed read_xml_feed(std::string_view utf8, size_t root, std::string_view address);
Feed read_json_feed(std::string_view utf8, std::string_view address);

}  // namespace hearsay
