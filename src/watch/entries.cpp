// Single entries and feeds: what is asked of them without asking the network.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>

#include "base/hash.h"
#include "fetch/address.h"
#include "watch/watch.h"

namespace hearsay {

using std::chrono::seconds;

std::string entry_id(const FeedEntry& entry) {
  if (!entry.id.empty() || !entry.url.empty()) return entry.id;
  return std::to_string(hash_bytes(entry.title + '\0' + entry.published + '\0' + entry.summary + '\0' + entry.content));
}

std::vector<std::string> entry_keys(const FeedEntry& entry) {
  std::vector<std::string> keys;
  if (std::string id = entry_id(entry); !id.empty()) keys.push_back(std::move(id));
  if (!entry.url.empty() && entry.url != entry.id) keys.push_back(entry.url);
  return keys;
}

std::map<std::string, int> asked_feeds(const WatchState& state, const WatchLimits& limits) {
  std::multimap<std::string, std::string> listed;        // by list
  for (const auto& [url, feed] : state.feeds)
    for (const std::string& list : feed.listed_by) listed.emplace(list, url);
  std::map<std::string, int> asked;
  std::deque<std::pair<std::string, int>> next;
  for (const std::string& root : state.roots) next.emplace_back(root, 0);
  for (; !next.empty() && asked.size() < limits.most_feeds; next.pop_front()) {
    const auto& [url, depth] = next.front();
    if (!asked.emplace(url, depth).second || depth == limits.most_depth) continue;
    const auto [first, last] = listed.equal_range(url);
    for (auto one = first; one != last; ++one) next.emplace_back(one->second, depth + 1);
  }
  return asked;
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
  state.roots.clear();
  for (const std::string& written : urls) {
    const std::string url = web_address({}, written);
    if (url.empty()) continue;
    state.feeds[url].url = url;
    state.roots.insert(url);
  }
}

}  // namespace hearsay
