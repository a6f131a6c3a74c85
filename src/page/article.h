// Where on a page its article stands.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/outline.h"

namespace hearsay::page {

struct Article {
  std::optional<size_t> title;   // index into the outline's lines
  size_t body = 0;               // the element that holds the text
  size_t frame = 0;              // the smallest one that holds body and title
};

// `titles` are what the page's metadata call it; endings as " - Outlet" do no harm.
Article find_article(const Outline& outline, const std::vector<std::string>& titles);

}  // namespace hearsay::page
