// XML as the press has it made into XML that a parser reads to its end.
//
// A strict parser stops at the first stray ampersand, and one that goes on after a tag which nobody closed hangs the rest of the feed below it. So the
// tags are balanced and all text is escaped before libxml2 sees them; what remains to it is what XML itself says of a sound file: namespaces, references,
// attributes. What is dangerous in XML never reaches it: a DTD and what it declares is left out (no entity can be expanded that is not a single
// character), and depth, the attributes of a tag, their size and the namespaces in force are bounded, since libxml2 compares each with each.
// Tested by mend_test.cpp, fuzz/feed_fuzz.cpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr size_t kMaxXmlDepth = 200;             // libxml2 itself refuses more than 256; feeds have ten, their markup thirty
inline constexpr size_t kMaxXmlName = 256;              // bytes of a tag's or an attribute's name
inline constexpr size_t kMaxXmlAttributes = 64;         // of one tag: OPML, which has most, has ten
inline constexpr size_t kMaxXmlAttribute = 1u << 20;    // bytes of one value: pictures within the markup are this large, what feeds say is not
inline constexpr size_t kMaxXmlNamespaces = 64;         // declared by the tags that are open

// How often something was mended.
struct Mending {
  size_t junk = 0;                       // bytes before the root that are no XML
  size_t stray = 0;                      // "&" and "<" that begin nothing
  size_t names = 0;                      // references to HTML's characters, which XML does not know
  size_t controls = 0;                   // characters that XML does not have
  size_t unbalanced = 0;                 // tags closed that were open, or dropped since nothing was open
  size_t malformed_tags = 0;             // attributes without a value or quotation marks, or twice; a tag within a tag
  size_t beyond_limits = 0;              // tags and attributes left out for the limits above
  bool dtd = false;
  bool cut_off = false;                  // the file ends within a tag, a comment or the like
};

// The first tag of a feed's root, after declarations, comments, and junk such as a server's warnings; npos if there is none.
// Junk is looked through only where it ends in the first few thousand bytes.
size_t find_xml_root(std::string_view utf8);
// "rss" for a root that begins so: "<x:rss version=...".
std::string_view local_name_at(std::string_view utf8, size_t at);

// Hands the element that begins at `root` to `take`, in pieces of some 64 KB that end between tags or within text; ends early if `take` returns false.
// Without declaration, comments, DTD and CDATA. Cost: linear.
Mending mend_xml(std::string_view utf8, size_t root, const std::function<bool(std::string_view)>& take);

// One line for each kind of mending.
std::vector<std::string> mending_notes(const Mending& mending);

}  // namespace hearsay
