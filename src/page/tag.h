// A tag's attributes, one after another, as the HTML standard's tokenizer cuts them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay::page {

struct Attribute {
  std::string_view name, value;   // as written: neither folded nor resolved
  char quote = 0;                 // " or ' or 0
};

// Reads attributes from `at`, behind a tag's name, until the tag's end.
class AttributeReader {
 public:
  AttributeReader(std::string_view bytes, size_t at) : bytes_(bytes), at_(at) {}
  // False at the tag's end or that of the bytes.
  bool next(Attribute& found);
  size_t at() const { return at_; }             // behind the last that was read, on the > if the tag has ended
  bool unclosed() const { return unclosed_; }   // a quotation mark that nothing closes: the value runs to the end of the bytes

 private:
  std::string_view bytes_;
  size_t at_;
  bool unclosed_ = false;
};

}  // namespace hearsay::page
