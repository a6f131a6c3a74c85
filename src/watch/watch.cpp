// SPDX-License-Identifier: Apache-2.0
#include "watch/watch.h"

#include <algorithm>
#include <deque>

namespace hearsay {
namespace {

using std::chrono::seconds;

class Round {
 public:
  Round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits)
      : state_(state), source_(source), sink_(sink), clock_(clock), go_on_(go_on), limits_(limits) {}

  Result<WatchRound> run() {
    if (Status done = bring_forward(); !done) return done.error();
    line_up();
    if (Status done = drop_stale(); !done) return done.error();
    while (!due_.empty() && !round_.stopped) {
      const std::string url = due_.front();
      due_.pop_front();
      if (!asked_.contains(url)) continue;               // a list that was read meanwhile no longer has it
      if (Status done = read(state_.feeds.at(url)); !done) return done.error();
      if (lists_changed_) line_up();
    }
    bool first = true;
    for (const auto& [url, depth] : asked_) {
      const Moment due = state_.feeds.at(url).next_due;
      round_.next_due = first ? due : std::min(round_.next_due, due);
      first = false;
    }
    return round_;
  }

 private:
  using Taken = WatchSink::Taken;

  // The feeds that are asked for now and due, those that have waited longest first, behind what is lined up already.
  void line_up() {
    lists_changed_ = false;
    asked_ = asked_feeds(state_, limits_);
    std::vector<std::pair<Moment, std::string>> all;
    for (const auto& [url, depth] : asked_)
      if (const Moment due = state_.feeds.at(url).next_due; due <= clock_.now() && lined_up_.insert(url).second) all.emplace_back(due, url);
    std::sort(all.begin(), all.end());
    for (auto& [due, url] : all) due_.push_back(std::move(url));
  }

  // Nothing is due later than the limits allow, whatever a run with others or a clock that was set back since left behind. A feed that was never due is known
  // from now on, so that it is not taken for one that nobody has asked for in a long time.
  Status bring_forward() {
    for (const auto& [url, depth] : asked_feeds(state_, limits_)) {
      FeedState& feed = state_.feeds.at(url);
      const seconds longest = feed.failures > 0 ? std::max<seconds>(limits_.most, kLongestRetryAfter) : limits_.most;
      const Moment due = feed.next_due == Moment{} ? clock_.now() : std::min(feed.next_due, clock_.now() + longest);
      if (due == feed.next_due) continue;
      feed.next_due = due;
      if (Status done = sink_.save_feed(feed); !done) return done;
    }
    return Nothing{};
  }

  Status drop_stale() {
    for (auto feed = state_.feeds.begin(); feed != state_.feeds.end();) {
      if (asked_.contains(feed->first) || feed->second.next_due + limits_.keep > clock_.now()) {
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
    if (reply.outcome != FetchOutcome::kBody) return fail(feed, reply);
    const Result<Feed> content = read_feed(reply.body, reply.url);
    if (!content) {
      FetchReply other;
      other.problem = content.error().message;
      return fail(feed, other);
    }
    if (feed.interval == seconds(0))     // once: a feed that has to be mended has to be each time
      for (const std::string& note : content->notes) sink_.problem(feed.url + ": " + note, Taken::kNotSaid);
    if (Status done = expand(feed, *content); !done) return done;
    return take(feed, *content, reply);
  }

  bool stopping() {
    round_.stopped = round_.stopped || !go_on_();
    return round_.stopped;
  }

  // What was not asked because it may not be is not kept: the next run may be allowed more.
  Status fail(FeedState& feed, const FetchReply& reply) {
    ++round_.failed;
    sink_.problem(reply.problem, Taken::kNotSaid);
    feed.next_due = clock_.now() + retry_interval(++feed.failures, reply.retry_after, limits_);
    return reply.kept_in ? Status(Nothing{}) : sink_.save_feed(feed);
  }

  Status settle(FeedState& feed, size_t fresh, std::optional<seconds> hint) {
    feed.failures = 0;
    feed.interval = next_interval(feed, fresh, hint, limits_);
    feed.next_due = clock_.now() + feed.interval;
    return sink_.save_feed(feed);
  }

  // ---- lists of feeds

  // A list that leads back to a feed which was read in this round adds nothing to read.
  Status expand(FeedState& list, const Feed& content) {
    const bool lists = content.kind == FeedKind::kOpml || content.kind == FeedKind::kSitemapIndex;
    std::set<std::string> links;
    for (const std::string& link : content.links)
      if (lists && link != list.url) links.insert(link);
    for (auto& [url, feed] : state_.feeds) {
      if (links.contains(url) || feed.listed_by.erase(list.url) == 0) continue;
      lists_changed_ = true;
      if (Status done = sink_.save_feed(feed); !done) return done;
    }
    for (const std::string& link : links)
      if (Status done = add(list, link); !done) return done;
    return Nothing{};
  }

  Status add(const FeedState& list, const std::string& link) {
    const auto known = state_.feeds.find(link);
    if (known != state_.feeds.end() && known->second.listed_by.contains(list.url)) return Nothing{};
    const bool too_deep = asked_.at(list.url) >= limits_.most_depth;
    if (too_deep || state_.feeds.size() >= limits_.most_feeds) {
      sink_.problem(link + ": not read, since " + (too_deep ? "it is a list too deep within lists" : "there are too many feeds"), Taken::kNotSaid);
      return Nothing{};
    }
    FeedState& feed = state_.feeds[link];
    feed.url = link;
    feed.listed_by.insert(list.url);
    if (feed.next_due == Moment{}) feed.next_due = clock_.now();
    lists_changed_ = true;
    return sink_.save_feed(feed);
  }

  // ---- entries

  // From the last, which feeds have as their oldest and drop first.
  Status take(FeedState& feed, const Feed& content, const FetchReply& reply) {
    bool all = true;
    size_t fresh = 0;
    for (auto entry = content.entries.rbegin(); entry != content.entries.rend(); ++entry) {
      const Result<bool> seen = sink_.was_seen(feed.url, entry_id(*entry), entry->url);
      if (!seen) return seen.error();
      if (*seen) continue;
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
    if (Status done = forget(feed, content); !done) return done;
    const std::optional<seconds> hint = std::max(content.every, reply.max_age);
    if (Status done = settle(feed, fresh, all ? hint : std::nullopt); !done || all) return done;
    feed.next_due = clock_.now() + limits_.least;
    return sink_.save_feed(feed);
  }

  // Entries that the feed no longer offers, long after they were seen.
  Status forget(const FeedState& feed, const Feed& content) {
    std::set<std::string> offered;
    for (const FeedEntry& entry : content.entries)
      for (std::string& key : entry_keys(entry)) offered.insert(std::move(key));
    return sink_.forget_seen(feed.url, clock_.now() - limits_.keep, offered);
  }

  // False if the entry is left for the next round.
  Result<bool> take(FeedState& feed, const Feed& content, const FeedEntry& entry) {
    WatchedReport report{.feed = feed.url, .id = entry_id(entry), .url = entry.url, .address = entry.url, .title = entry.title, .outlet = entry.outlet,
                         .author = entry.author, .published = entry.published, .lang = entry.lang.empty() ? content.lang : entry.lang};
    FetchReply page;
    if (entry.url.empty()) page.problem = feed.url + ": an entry has no address";
    else page = source_.fetch({entry.url});
    if (page.outcome == FetchOutcome::kStopped) return round_.stopped = true, false;
    if (page.outcome == FetchOutcome::kLater && entry.content.empty() && ++state_.tries[entry.url] < limits_.most_tries) {
      sink_.problem(page.problem, Taken::kNotSaid);
      return false;
    }
    state_.tries.erase(entry.url);
    std::string why = page.outcome == FetchOutcome::kBody && page.body.empty() ? entry.url + ": the page is empty" : page.problem;
    if (why.empty()) {
      report.address = page.url;
      report.media_type = std::move(page.media_type);
      report.charset = std::move(page.charset);
      report.bytes = std::move(page.body);
      Result<std::string> refused = sink_.save_report(report);
      if (!refused) return refused.error();
      why = std::move(*refused);
    }
    if (why.empty()) ++round_.reports;
    else if (Status done = take_words(entry, std::move(report), why); !done) return done.error();
    if (Status done = sink_.save_seen(feed.url, entry_keys(entry), clock_.now()); !done) return done.error();
    return true;
  }

  // Of an entry whose page could not be had or read.
  Status take_words(const FeedEntry& entry, WatchedReport report, const std::string& why) {
    report.address = entry.url;
    report.media_type = "text/html";
    report.charset = "utf-8";
    report.bytes = entry_page(entry);
    report.from_feed = true;
    report.note = why;
    if (report.bytes.empty()) return skip(why);
    const Result<std::string> refused = sink_.save_report(report);
    if (!refused) return refused.error();
    if (!refused->empty()) return skip(why);
    sink_.problem(why, Taken::kFeedsWords);
    ++round_.reports;
    ++round_.from_feed;
    return Nothing{};
  }

  Status skip(const std::string& why) {
    sink_.problem(why, Taken::kNothing);
    ++round_.skipped;
    return Nothing{};
  }

  WatchState& state_;
  Source& source_;
  WatchSink& sink_;
  const Clock& clock_;
  const std::function<bool()>& go_on_;
  const WatchLimits& limits_;
  std::map<std::string, int> asked_;     // feeds that roots are or lead to, with the lists in between
  std::deque<std::string> due_;
  std::set<std::string> lined_up_;       // all that ever were in due_
  bool lists_changed_ = false;           // since asked_ was made
  WatchRound round_;
};

}  // namespace

Result<WatchRound> watch_round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits) {
  return Round(state, source, sink, clock, go_on, limits).run();
}

}  // namespace hearsay
