// A web page into the lines of its article and what it says of itself: title, outlet, authors, days, address, language, each with where it was read.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

struct PageField {
  std::string value;
  FieldOrigin from = FieldOrigin::kJsonLd;
};

enum class BlockKind : uint8_t { kTitle, kLead, kHeading, kParagraph, kListItem, kQuotation, kCaption, kCredit, kByline, kDateline };
// One line: white space folded, character references resolved, no markup, never empty. A table's row is one paragraph, its cells joined with " | ".
struct PageBlock {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;
};

struct WebPage {
  std::vector<PageBlock> blocks;                 // in the page's order, the title first; none twice
  std::optional<PageField> title, outlet;
  std::optional<PageField> published, modified;  // ISO 8601 date or date-time, with a zone only where the page gives one
  std::optional<PageField> url;                  // canonical, absolute; without one the address it came from
  std::optional<PageField> lang;                 // BCP 47, as "vi" or "en-GB"
  std::vector<PageField> authors;                // all of one origin
  std::vector<std::string> notes;                // what was left out, and why: limits, JSON-LD that cannot be read
};

// Limits for hostile pages. Real ones were seen to stay far below: their articles have under 2 MB, 10,000 elements and 60 levels.
inline constexpr size_t kMostPageBytes = 16u << 20;    // of HTML that are read
inline constexpr size_t kMostPageElements = 150'000;   // tags that reach the parser, which takes some 500 bytes for each
inline constexpr size_t kDeepestElement = 200;         // open elements that must be closed; HTML5 parsers scan them for each tag

// The label of the encoding that the page's first 1024 bytes declare, as written; "utf-8" where they say UTF-16, which they cannot be; empty if
// none. Points into `bytes` or to a constant. Source: HTML standard, 13.2.3.2 "prescan a byte stream to determine its encoding".
std::string_view declared_charset(std::string_view bytes);

// Whether the bytes begin as a web page does. Source: WHATWG MIME Sniffing, 7.1, which comments and an XML declaration may precede here.
bool looks_like_page(std::string_view bytes);

// Reads a page in UTF-8 (malformed bytes become U+FFFD). Never fails: a strange page yields less, and notes.
//   address  where it came from; empty if unknown
// An author or outlet that only the visible page names is given as shown, with the words around it that its markup does not set apart.
// Cost: linear in `html`; at most some 200 MB of memory for the largest and most hostile page (measured: sixteen MB of one tag or another).
WebPage read_page(std::string_view html, std::string_view address);

}  // namespace hearsay
