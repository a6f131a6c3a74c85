// What a page's JSON-LD says of articles, by schema.org.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::page {

// As written; empty where nothing is said.
struct LinkedArticle {
  std::string headline, outlet, published, modified, url, lang, body;
  std::vector<std::string> authors;
  bool free_to_read = true;
};

// Adds the articles of one <script>: of an object, of a list, of @graph, and what they refer to by @id. Comments, trailing commas, line ends within
// strings and what stands around the JSON are forgiven; false if it cannot be read even so.
bool read_json_ld(std::string_view script, std::vector<LinkedArticle>& articles);

}  // namespace hearsay::page
