// A page made fit for the parser: without what is never read, and within bounds that keep the parser linear.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::page {

struct Tamed {
  std::string html;                        // without scripts, styles, pictures, comments; only attributes that are read later
  std::vector<std::string_view> json_ld;   // the contents of <script type="application/ld+json">, in the page's bytes
  std::vector<std::string> notes;
};

// One pass over the bytes, which must be UTF-8. Hidden elements bear `hidden`, right-aligned ones align="right", whatever said so.
Tamed tame(std::string_view html);

}  // namespace hearsay::page
