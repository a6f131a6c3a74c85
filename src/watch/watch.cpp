// SPDX-License-Identifier: Apache-2.0
#include "watch/watch.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace hearsay {
namespace {

using std::chrono::seconds;

class Round {
 public:
  Round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits)
      : state_(state), source_(source), sink_(sink), clock_(clock), go_on_(go_on), limits_(limits) {
    for (const auto& [url, feed] : state.feeds)
      for (const auto& [key, when] : feed.seen) seen_.insert(key);
  }

  Result<WatchRound> run() {
    if (Status done = drop_unasked(); !done) return done.error();
    line_up();
    while (!due_.empty() && !round_.stopped) {
      const std::string url = due_.front();
      due_.pop_front();
      const auto found = state_.feeds.find(url);
      if (found == state_.feeds.end()) continue;       // a list that was read meanwhile no longer has it
      if (Status done = read(found->second); !done) return done.error();
      if (Status done = drop_unasked(); !done) return done.error();
    }
    bool first = true;
    for (const auto& [url, feed] : state_.feeds) {
      round_.next_due = first ? feed.next_due : std::min(round_.next_due, feed.next_due);
      first = false;
    }
    return round_;
  }

 private:
  void line_up() {
    std::vector<std::pair<Moment, std::string>> all;
    for (const auto& [url, feed] : state_.feeds)
      if (feed.next_due <= clock_.now()) all.emplace_back(feed.next_due, url);
    std::sort(all.begin(), all.end());
    for (auto& [when, url] : all) due_.push_back(std::move(url));
  }

  // Feeds that no chain of lists leads to from a root; lists that only name each other among them.
  Status drop_unasked() {
    if (!unlisted_) return Nothing{};
    unlisted_ = false;
    std::set<std::string> asked;
    auto is_asked = [&](const std::string& url) { return asked.contains(url); };
    for (bool more = true; more;) {
      const size_t before = asked.size();
      for (const auto& [url, feed] : state_.feeds)
        if (feed.root || std::any_of(feed.listed_by.begin(), feed.listed_by.end(), is_asked)) asked.insert(url);
      more = asked.size() > before;
    }
    for (auto feed = state_.feeds.begin(); feed != state_.feeds.end();) {
      std::erase_if(feed->second.listed_by, [&](const std::string& url) { return !is_asked(url); });
      if (is_asked(feed->first)) {
        ++feed;
        continue;
      }
      if (Status done = sink_.drop_feed(feed->first); !done) return done;
      feed = state_.feeds.erase(feed);
    }
    return Nothing{};
  }

  Status read(FeedState& feed) {
    if (stopping()) return Nothing{};
    const FetchReply reply = source_.fetch({feed.url, feed.etag, feed.last_modified});
    if (reply.outcome == FetchOutcome::kStopped) return round_.stopped = true, Nothing{};
    ++round_.feeds;
    if (reply.outcome == FetchOutcome::kNotModified) {
      ++round_.unchanged;
      return settle(feed, 0, reply.max_age);
    }
    if (reply.outcome != FetchOutcome::kBody) return fail(feed, reply.problem, reply.retry_after);
    const Result<Feed> content = read_feed(reply.body, reply.url);
    if (!content) return fail(feed, content.error().message, std::nullopt);
    for (const std::string& note : content->notes) sink_.problem(feed.url + ": " + note);
    if (Status done = expand(feed, *content); !done) return done;
    return take(feed, *content, reply);
  }

  bool stopping() {
    round_.stopped = round_.stopped || !go_on_();
    return round_.stopped;
  }

  Status fail(FeedState& feed, const std::string& why, std::optional<seconds> asked) {
    ++round_.failed;
    sink_.problem(why);
    feed.next_due = clock_.now() + retry_interval(++feed.failures, asked, limits_);
    return sink_.save_feed(feed);
  }

  Status settle(FeedState& feed, size_t fresh, std::optional<seconds> hint) {
    feed.failures = 0;
    feed.interval = next_interval(feed, fresh, hint, limits_);
    feed.next_due = clock_.now() + feed.interval;
    return sink_.save_feed(feed);
  }

  // ---- lists of feeds

  // All feeds that were ever found are in the state, so a list that leads back to one adds nothing.
  Status expand(FeedState& list, const Feed& content) {
    const bool lists = content.kind == FeedKind::kOpml || content.kind == FeedKind::kSitemapIndex;
    std::set<std::string> links;
    for (const std::string& link : content.links)
      if (lists && link != list.url) links.insert(link);
    for (auto& [url, feed] : state_.feeds) {
      if (links.contains(url) || feed.listed_by.erase(list.url) == 0) continue;
      unlisted_ = true;
      if (Status done = sink_.save_feed(feed); !done) return done;
    }
    for (const std::string& link : links)
      if (Status done = add(list, link); !done) return done;
    return Nothing{};
  }

  Status add(const FeedState& list, const std::string& link) {
    const auto known = state_.feeds.find(link);
    if (known != state_.feeds.end()) {
      return known->second.listed_by.insert(list.url).second ? sink_.save_feed(known->second) : Status(Nothing{});
    }
    if (list.depth >= limits_.most_depth || state_.feeds.size() >= limits_.most_feeds) {
      sink_.problem(link + ": not read, since " + (list.depth >= limits_.most_depth ? "it is a list too deep within lists" : "there are too many feeds"));
      return Nothing{};
    }
    FeedState& feed = state_.feeds[link];
    feed.url = link;
    feed.depth = list.depth + 1;
    feed.listed_by = {list.url};
    due_.push_back(link);
    return sink_.save_feed(feed);
  }

  // ---- entries

  // From the last, which feeds have as their oldest and drop first.
  Status take(FeedState& feed, const Feed& content, const FetchReply& reply) {
    bool all = true;
    size_t fresh = 0;
    for (auto entry = content.entries.rbegin(); entry != content.entries.rend(); ++entry) {
      if (seen(feed, *entry)) continue;
      if (fresh++ >= limits_.most_reports) {
        all = false;
        break;
      }
      if (stopping()) return Nothing{};
      Result<bool> taken = take(feed, content, *entry);
      if (!taken) return taken.error();
      if (round_.stopped) return Nothing{};
      all = all && *taken;
    }
    feed.etag = all ? reply.etag : "";
    feed.last_modified = all ? reply.last_modified : "";
    if (all) forget(feed, content);
    const std::optional<seconds> hint = std::max(content.every, reply.max_age);
    if (Status done = settle(feed, fresh, all ? hint : std::nullopt); !done || all) return done;
    feed.next_due = clock_.now() + limits_.least;
    return sink_.save_feed(feed);
  }

  // By id in its own feed, where ids are unique; by address in any, since an outlet's feeds share their reports.
  bool seen(const FeedState& feed, const FeedEntry& entry) const {
    return (!entry.id.empty() && feed.seen.contains(entry.id)) || (!entry.url.empty() && seen_.contains(entry.url));
  }

  // Entries that the feed no longer offers, long after they were seen.
  void forget(FeedState& feed, const Feed& content) const {
    std::set<std::string> offered;
    for (const FeedEntry& entry : content.entries)
      for (std::string& key : entry_keys(entry)) offered.insert(std::move(key));
    std::erase_if(feed.seen, [&](const auto& one) { return one.second + limits_.keep_seen < clock_.now() && !offered.contains(one.first); });
  }

  // False if the entry is left for the next round.
  Result<bool> take(FeedState& feed, const Feed& content, const FeedEntry& entry) {
    WatchedReport report{feed.url, entry.url, entry.title, entry.outlet.empty() ? content.title : entry.outlet, entry.author, entry.published, entry.lang, {}, {}, {}, false, {}};
    FetchReply page;
    if (entry.url.empty()) page.problem = "its entry has no address";
    else page = source_.fetch({entry.url});
    if (page.outcome == FetchOutcome::kStopped) return round_.stopped = true, false;
    if (page.outcome == FetchOutcome::kBody && !page.body.empty()) {
      report.media_type = std::move(page.media_type);
      report.charset = std::move(page.charset);
      report.bytes = std::move(page.body);
    } else if (page.outcome == FetchOutcome::kLater && entry.content.empty()) {
      sink_.problem(page.problem);
      return false;
    } else {
      report.media_type = "text/html";
      report.charset = "utf-8";
      report.bytes = entry_page(entry);
      report.from_feed = true;
      report.note = page.problem.empty() ? entry.url + ": the page is empty" : page.problem;
    }
    return save(feed, entry, report);
  }

  Result<bool> save(FeedState& feed, const FeedEntry& entry, const WatchedReport& report) {
    if (report.from_feed) sink_.problem(report.note + (report.bytes.empty() ? "; nothing of it was taken" : "; the feed's words were taken"));
    if (report.bytes.empty()) {
      ++round_.skipped;
    } else {
      if (Status done = sink_.save_report(report); !done) return done.error();
      ++round_.reports;
      round_.from_feed += report.from_feed;
    }
    const std::vector<std::string> keys = entry_keys(entry);
    if (Status done = sink_.save_seen(feed.url, keys, clock_.now()); !done) return done.error();
    for (const std::string& key : keys) {
      feed.seen.emplace(key, clock_.now());
      seen_.insert(key);
    }
    return true;
  }

  WatchState& state_;
  Source& source_;
  WatchSink& sink_;
  const Clock& clock_;
  const std::function<bool()>& go_on_;
  const WatchLimits& limits_;
  std::deque<std::string> due_;
  std::unordered_set<std::string> seen_; // keys of all feeds
  bool unlisted_ = true;                 // whether there may be feeds that nobody asks for
  WatchRound round_;
};

}  // namespace

Result<WatchRound> watch_round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits) {
  return Round(state, source, sink, clock, go_on, limits).run();
}

}  // namespace hearsay
