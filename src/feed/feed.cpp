// SPDX-License-Identifier: Apache-2.0
#include "feed/feed.h"

#include <algorithm>

#include "charset/charset.h"
#include "feed/markup.h"
#include "feed/mend.h"
#include "feed/readers.h"

namespace hearsay {
namespace {

// The first few thousand bytes name the version, which stands first by custom.
bool json_feed(std::string_view utf8) {
  constexpr size_t kHead = 4096;
  static constexpr std::string_view kBlank = " \t\r\n", kVersion = "\"version\"";
  const std::string_view head = utf8.substr(0, kHead);
  const size_t first = head.find_first_not_of(kBlank);
  if (first == std::string_view::npos || head[first] != '{') return false;
  for (size_t at = head.find(kVersion); at != std::string_view::npos; at = head.find(kVersion, at + 1)) {
    const size_t colon = head.find_first_not_of(kBlank, at + kVersion.size());
    if (colon == std::string_view::npos || head[colon] != ':') continue;
    const size_t open = head.find_first_not_of(kBlank, colon + 1);
    if (open == std::string_view::npos || head[open] != '"') continue;
    if (head.substr(open, head.find('"', open + 1) - open).find("jsonfeed.org") != std::string_view::npos) return true;
  }
  return false;
}

// What an XML declaration says; empty if there is none in the first few hundred bytes.
std::string declared_encoding(std::string_view bytes) {
  constexpr size_t kMaxDeclaration = 512, kMaxName = 40;
  const std::string_view head = bytes.substr(0, kMaxDeclaration);
  const size_t begins = head.find("<?xml"), ends = head.find("?>", std::min(begins, head.size()));
  if (begins == std::string_view::npos || ends == std::string_view::npos) return {};
  const std::string_view declaration = head.substr(begins, ends - begins);
  const size_t said = declaration.find("encoding"), open = declaration.find_first_of("\"'", std::min(said, declaration.size()));
  if (said == std::string_view::npos || open == std::string_view::npos) return {};
  const size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos || close - open - 1 > kMaxName) return {};
  return std::string(declaration.substr(open + 1, close - open - 1));
}

// Well-formed UTF-8 is taken as such whatever is declared: whoever handed it on may have converted it and left the declaration.
DecodedText decode_feed(std::string_view bytes) { return decode_text(std::string(bytes), declared_encoding(bytes)); }

}  // namespace

bool looks_like_feed(std::string_view head) {
  const std::string utf8 = decode_feed(head).text;
  return json_feed(utf8) || find_xml_root(utf8) != std::string_view::npos;
}

Result<Feed> read_feed(std::string_view bytes, std::string_view address) {
  const std::string named = address.empty() ? std::string("the feed") : std::string(address.substr(0, 200));
  auto refuse = [&](const std::string& why) { return Error{Error::Kind::kInput, named + ": " + why}; };
  if (bytes.size() > kMaxFeedBytes) return refuse("larger than " + std::to_string(kMaxFeedBytes >> 20) + " MB, too large for a feed");
  const DecodedText decoded = decode_feed(bytes);
  const std::string_view utf8 = decoded.text;
  const size_t root = find_xml_root(utf8);
  const bool json = root == std::string_view::npos && json_feed(utf8);
  if (root == std::string_view::npos && !json) return refuse("no feed: neither RSS, Atom, a sitemap, OPML nor JSON Feed");
  Feed feed = json ? read_json_feed(utf8, address) : read_xml_feed(utf8, root, address);
  feed.notes.insert(feed.notes.begin(), decoded.notes.begin(), decoded.notes.end());
  return feed;
}

std::string entry_page(const FeedEntry& entry) {
  const std::string& words = entry.content.empty() ? entry.summary : entry.content;
  if (words.empty()) return {};
  std::string title, page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>";
  append_escaped(title, entry.title);
  page += title + "</title></head><body><article><h1>" + title + "</h1>" + words + "</article></body></html>";
  return page;
}

}  // namespace hearsay
