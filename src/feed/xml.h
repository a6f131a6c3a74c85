// The elements of a mended XML file one by one, with namespaces by what they are for: libxml2 behind a plain interface.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// What a name belongs to. Feeds often forget to declare their prefixes; then the prefix is read as it is by habit.
enum class Space { kOwn, kRdf, kAtom, kContent, kDublinCore, kSyndication, kNews, kXml, kOther };

struct XmlAttribute {
  Space space = Space::kOwn;
  std::string_view name, value;
};
struct XmlElement {
  Space space = Space::kOwn;             // kOwn: no namespace, the root's, or one of RSS, OPML and sitemaps
  std::string_view name;                 // local
  std::vector<XmlAttribute> attributes;
  // Empty if there is none.
  std::string_view attribute(std::string_view wanted, Space space = Space::kOwn) const;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  // What is handed over lives until the call ends.
  virtual void start(const XmlElement& element) = 0;
  virtual void text(std::string_view utf8) = 0;
  virtual void end(std::string_view name) = 0;
  // Asked between pieces of the file.
  virtual bool enough() const = 0;
};

// Calls `handler` for the root and all within, as mend_xml makes them; every start has its end. Returns notes on what was mended.
//   root  where find_xml_root found it
std::vector<std::string> walk_xml(std::string_view utf8, size_t root, XmlHandler& handler);

}  // namespace hearsay
