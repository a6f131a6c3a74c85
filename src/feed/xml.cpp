// SPDX-License-Identifier: Apache-2.0
#include "feed/xml.h"

#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>

#include "feed/mend.h"

namespace hearsay {
namespace {

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{}; }

struct KnownSpace {
  std::string_view prefix, address;      // the habitual prefix; what the namespace begins with, without its scheme
  Space space;
};
// From the formats' own pages; Atom 0.3 and the sitemaps of before sitemaps.org among them.
constexpr std::array kSpaces = std::to_array<KnownSpace>({
  {"atom", "www.w3.org/2005/Atom", Space::kAtom}, {"a10", "purl.org/atom/ns", Space::kAtom}, {"content", "purl.org/rss/1.0/modules/content", Space::kContent},
  {"dc", "purl.org/dc/elements", Space::kDublinCore}, {"dcterms", "purl.org/dc/terms", Space::kDublinCore}, {"sy", "purl.org/rss/1.0/modules/syndication", Space::kSyndication},
  {"news", "www.google.com/schemas/sitemap-news", Space::kNews}, {"rdf", "www.w3.org/1999/02/22-rdf-syntax-ns", Space::kRdf}, {"xml", "www.w3.org/XML/1998/namespace", Space::kXml},
  {"rss", "purl.org/rss/1.0/", Space::kOwn}, {"rss", "my.netscape.com/rdf/simple", Space::kOwn}, {"rss", "channel.netscape.com/rdf/simple", Space::kOwn},
  {"rss", "backend.userland.com/", Space::kOwn}, {"rss", "cyber.law.harvard.edu/rss", Space::kOwn}, {"sitemap", "www.sitemaps.org/schemas/sitemap/", Space::kOwn},
  {"sitemap", "www.google.com/schemas/sitemap/", Space::kOwn}});

class Walk {
 public:
  explicit Walk(XmlHandler& handler) : handler_(handler) {
    xmlSAXHandler calls{};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* address, int, const xmlChar**, int count, int, const xmlChar** attributes) {
      static_cast<Walk*>(self)->start(view(name), view(prefix), view(address), count, attributes);
    };
    calls.endElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*) { static_cast<Walk*>(self)->handler_.end(view(name)); };
    calls.characters = [](void* self, const xmlChar* text, int length) {
      static_cast<Walk*>(self)->handler_.text({reinterpret_cast<const char*>(text), static_cast<size_t>(length)});
    };
    calls.ignorableWhitespace = calls.characters;
    calls.serror = [](void*, xmlErrorPtr) {};          // what is wrong with a file was said by what was mended in it
    parser_.reset(xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr));
    if (parser_) xmlCtxtUseOptions(parser_.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  }

  bool read(std::string_view piece) {
    return parser_ && xmlParseChunk(parser_.get(), piece.data(), static_cast<int>(piece.size()), 0) != XML_ERR_NO_MEMORY && !handler_.enough();
  }
  void finish() {
    if (parser_) xmlParseChunk(parser_.get(), nullptr, 0, 1);
  }

 private:
  Space space_of(std::string_view prefix, std::string_view address) const {
    if (address.empty() && prefix.empty()) return Space::kOwn;
    std::string_view bare = address;
    if (const size_t scheme = bare.find("://"); scheme != std::string_view::npos) bare.remove_prefix(scheme + 3);
    for (const KnownSpace& known : kSpaces)
      if (address.empty() ? prefix == known.prefix : bare.starts_with(known.address)) return known.space;
    return !address.empty() && address == root_ ? Space::kOwn : Space::kOther;
  }

  // libxml2 gives an attribute as five pointers: name, prefix, namespace, and the value's two ends.
  void start(std::string_view name, std::string_view prefix, std::string_view address, int count, const xmlChar** attributes) {
    if (first_) root_ = address;
    first_ = false;
    element_.space = space_of(prefix, address);
    element_.name = name;
    element_.attributes.clear();
    for (int i = 0; i < count; ++i, attributes += 5) {
      const auto* value = reinterpret_cast<const char*>(attributes[3]);
      element_.attributes.push_back({space_of(view(attributes[1]), view(attributes[2])), view(attributes[0]), {value, reinterpret_cast<const char*>(attributes[4])}});
    }
    handler_.start(element_);
  }

  struct Free {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
  };
  XmlHandler& handler_;
  std::unique_ptr<xmlParserCtxt, Free> parser_;
  XmlElement element_;
  std::string root_;                     // the root's namespace
  bool first_ = true;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted, Space space) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const XmlAttribute& a) { return a.space == space && a.name == wanted; });
  return found == attributes.end() ? std::string_view{} : found->value;
}

std::vector<std::string> walk_xml(std::string_view utf8, size_t root, XmlHandler& handler) {
  Walk walk(handler);
  const Mending mending = mend_xml(utf8, root, [&](std::string_view piece) { return walk.read(piece); });
  if (!handler.enough()) walk.finish();
  return mending_notes(mending);
}

}  // namespace hearsay
