// What kind of element a tag's name begins, as far as the parser's cost and the text hang on it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace hearsay::page {

enum class TagClass : unsigned char {
  kBlock,        // must be closed, as <div>; also every unknown element
  kOptionalEnd,  // closed by what follows, as <p> and <td>
  kInline,       // as <span>
  kFormatting,   // opened again by the parser in every block until it is closed, as <b> (HTML standard, 13.2.4.3)
  kAnchor,       // <a>
  kVoid,         // has no content and is read: <br>, <img>, <meta>
  kTitle,        // <title>
  kRaw,          // dropped with all that stands before its end tag, as <script>
  kNested,       // dropped with all it holds, which may hold the same again, as <svg>
  kIgnored,      // the tag alone is dropped, since it says nothing here or throws the parser off, as <frameset>
};

// `name` in lower case.
TagClass tag_class(std::string_view name);

}  // namespace hearsay::page
