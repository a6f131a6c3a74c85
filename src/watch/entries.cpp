// Single entries and feeds: what is asked of them without asking the network.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "fetch/address.h"
#include "watch/watch.h"

namespace hearsay {

using std::chrono::seconds;

std::vector<std::string> entry_keys(const FeedEntry& entry) {
  std::vector<std::string> keys;
  if (!entry.id.empty()) keys.push_back(entry.id);
  if (!entry.url.empty() && entry.url != entry.id) keys.push_back(entry.url);
  return keys;
}

seconds next_interval(const FeedState& feed, size_t fresh, std::optional<seconds> hint, const WatchLimits& limits) {
  const seconds last = feed.interval == seconds(0) ? limits.first : fresh > 0 ? feed.interval / 2 : feed.interval * 3 / 2;
  return std::clamp(std::max(last, hint.value_or(seconds(0))), limits.least, limits.most);
}

seconds retry_interval(int failures, std::optional<seconds> asked, const WatchLimits& limits) {
  constexpr int kMostDoublings = 10;
  const seconds doubled = limits.least * (1 << std::clamp(failures - 1, 0, kMostDoublings));
  return std::max(std::min(doubled, limits.most), asked.value_or(seconds(0)));
}

void set_roots(WatchState& state, const std::vector<std::string>& urls) {
  for (auto& [url, feed] : state.feeds) feed.root = false;
  for (const std::string& written : urls) {
    const std::string url = web_address({}, written);
    if (url.empty()) continue;
    FeedState& feed = state.feeds[url];
    feed.url = url;
    feed.root = true;
    feed.depth = 0;
  }
}

}  // namespace hearsay
