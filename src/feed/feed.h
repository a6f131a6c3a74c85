// Feeds of any kind into entries: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, sitemaps with and without news, OPML.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// Of the sitemap protocol (sitemaps.org), which sets the largest of the formats' limits; no feed comes near them.
inline constexpr size_t kMaxFeedBytes = 50u << 20;
inline constexpr size_t kMaxFeedEntries = 50'000;

enum class FeedKind { kRss, kRdf, kAtom, kJsonFeed, kSitemap, kSitemapIndex, kOpml };

struct FeedEntry {
  std::string id;                        // guid, atom:id; else the address
  std::string url;                       // absolute, empty if it has none
  std::string title, author;             // plain text; several authors stand with commas between them
  std::string outlet;                    // whom it is taken from: source, news:publication
  std::string published, updated;        // ISO 8601, a day or a second, with a zone if one was given; empty if unknown
  std::string lang;                      // as written, its own or the feed's
  std::string content, summary;          // HTML: the whole report if the feed has it, and what stands for it
  std::vector<std::string> categories;
};

struct Feed {
  FeedKind kind = FeedKind::kRss;
  std::string title, url, lang;          // url: of the site
  std::optional<std::chrono::seconds> every;   // how often it says that it changes: ttl, sy:updatePeriod
  std::vector<FeedEntry> entries;        // in the feed's order
  std::vector<std::string> links;        // OPML: feeds and lists of feeds; sitemapindex: sitemaps
  std::vector<std::string> notes;        // what was mended, cut short or not understood
};

// Reads a feed as far as it goes, however broken.
//   address  where it was got, for relative links; may be empty
//   fails    if it is no feed at all, or larger than kMaxFeedBytes
// Cost: linear in the bytes; memory about twice their number, whatever they say.
Result<Feed> read_feed(std::string_view bytes, std::string_view address);

// Whether a file that begins so is a feed of any kind; a few thousand bytes are enough.
bool looks_like_feed(std::string_view head);

// The words of an entry as a web page, of its summary if it has no others; empty if it has none.
std::string entry_page(const FeedEntry& entry);

}  // namespace hearsay
