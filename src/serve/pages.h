// The page, as it was built into the program: files by their addresses.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "serve/exchange.h"

namespace hearsay::serve {

class Pages {
 public:
  // The files of a TAR (POSIX ustar), good as long as its bytes; empty of none.
  explicit Pages(std::string_view tar);
  // Whether the program was built with a page.
  bool any() const { return !files_.empty(); }
  // A file; what no file has an address like, is a view of the page and answered with its first file. nullopt if there is no page.
  std::optional<Reply> answer(const std::string& path) const;

 private:
  std::map<std::string, std::string_view, std::less<>> files_;
};

// What this program carries.
std::string_view embedded_pages();

}  // namespace hearsay::serve
