// Feeds: any bytes give a feed within the limits or one clear line.
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "feed/feed.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearsay;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(looks_like_feed(bytes.substr(0, 4096)));
  const Result<Feed> feed = read_feed(bytes, "https://bao.example/rss");
  if (!feed) return feed.error().message.find('\n') == std::string::npos ? 0 : (std::abort(), 0);
  size_t taken = feed->title.size();
  for (const FeedEntry& entry : feed->entries) {
    taken += entry.content.size() + entry.summary.size() + entry.title.size();
    for (const std::string* field : {&entry.title, &entry.author, &entry.content, &entry.summary, &entry.url})
      if (!valid_utf8(*field)) std::abort();
  }
  if (taken > 4096 + size * 40) std::abort();          // escaping is all that makes text longer
  return 0;
}
