// Any bytes as a web page: nothing crashes, the text is well-formed and folded, and what is read does not grow beyond what was given.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "page/page.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(hearsay::declared_charset(bytes).size() <= 1024);
  hearsay::looks_like_page(bytes);
  const hearsay::WebPage page = hearsay::read_page(bytes, "https://paper.example/2024/03/05/story-20240305.html");
  for (const hearsay::PageBlock& block : page.blocks) {
    require(!block.text.empty() && hearsay::valid_utf8(block.text));
    require(block.text.find_first_of("\n\r\t") == std::string::npos && block.text.front() != ' ' && block.text.back() != ' ');
  }
  for (const auto* field : {&page.title, &page.outlet, &page.published, &page.modified, &page.url, &page.lang})
    if (*field) require(!(*field)->value.empty() && hearsay::valid_utf8((*field)->value));
  return 0;
}
