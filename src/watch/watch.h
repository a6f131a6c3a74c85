// Keeping on reading feeds: what is due, what is new, and what must be kept so that a restart misses nothing.
//
// Three calls keep it, in an order that may be broken off anywhere: first the report, then that its entry was seen, and when all that a feed offered was
// seen, the feed with its ETag. Broken off before the second, an entry is read again, which a store takes as unchanged; broken off before the third, the feed
// is asked without its ETag of then and offers the rest again. Nothing is marked before it was saved. What was seen is asked for entry by entry, so that
// a round costs what it is offered and not what there ever was.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "feed/feed.h"
#include "fetch/fetch.h"
#include "hearsay/hearsay.h"
#include "store/watched.h"

namespace hearsay {

struct WatchState {
  std::map<std::string, FeedState> feeds;              // by url: all that are remembered, whoever asked for them
  std::set<std::string> roots;                         // urls that the reader asks for, feeds or lists of them
  std::map<std::string, int> tries;                    // addresses of pages that failed for now, and in how many rounds
};

struct WatchLimits {
  std::chrono::seconds least{300}, first{900}, most{6 * 3600};  // between two reads of a feed
  int most_depth = 5;                    // lists within lists
  size_t most_feeds = 20'000;
  size_t most_reports = 200;             // of one feed in one round, so that a large sitemap keeps no other feed waiting
  int most_tries = 5;                    // rounds in which a page that fails for now is asked for
  std::chrono::hours keep{24 * 90};      // an entry that is no longer offered, and a feed that nobody asks for, is forgotten after so long
};

// A report as a feed led to it.
struct WatchedReport {
  std::string feed, id, url;             // of the entry; url: empty if it has none
  std::string address;                   // where the bytes were had, after redirects
  std::string title, outlet, author, published, lang;  // as the feed says; empty if it does not
  std::string media_type = {}, charset = {};           // of the bytes, as the server says
  std::string bytes = {};
  bool from_feed = false;                // the bytes are the entry's own words: its page could not be had
  std::string note = {};                 // why not
};

// Where reports go, and what must survive a restart is kept and asked for. Each call is durable when it returns; an error ends the round.
class WatchSink {
 public:
  virtual ~WatchSink() = default;
  // Empty if it was saved; else why it cannot be read, in one line.
  virtual Result<std::string> save_report(const WatchedReport& report) = 0;
  // The calls of Watched (store/watched.h).
  virtual Result<bool> was_seen(const std::string& feed, const std::string& id, const std::string& address) = 0;
  virtual Status save_seen(const std::string& feed, const std::vector<std::string>& keys, Moment when) = 0;
  virtual Status forget_seen(const std::string& feed, Moment before, const std::set<std::string>& except) = 0;
  virtual Status save_feed(const FeedState& feed) = 0;
  virtual Status drop_feed(const std::string& url) = 0;
  // One line on what could not be had or read, and what was taken in its place.
  enum class Taken { kNotSaid, kFeedsWords, kNothing };
  virtual void problem(const std::string& line, Taken taken) = 0;
};

struct WatchRound {
  size_t feeds = 0, unchanged = 0, failed = 0;         // asked; of these 304; of these without an answer that is a feed
  size_t reports = 0, from_feed = 0, skipped = 0;      // saved; of these with the entry's words; entries of which nothing could be had
  bool stopped = false;                                // go_on said so
  Moment next_due{};                                   // of all that are asked for the first
};

// Makes these, and only these, the roots. What is no web address is passed over. Feeds that nobody asks for are not read, and long after forgotten.
void set_roots(WatchState& state, const std::vector<std::string>& urls);

// Asks each due feed that a root is or leads to once, those that lists led to in the same round, and hands over what is new, the oldest first.
//   go_on   asked before each request
//   fails   only if the sink does; then what was saved is marked and nothing else
Result<WatchRound> watch_round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits = {});

// ---- parts of it

// An entry's id; of one that has neither id nor address one that is made of its words.
std::string entry_id(const FeedEntry& entry);
// What an entry is known by: its id and its address.
std::vector<std::string> entry_keys(const FeedEntry& entry);
// The feeds that roots are or lead to, each with the number of lists between it and the nearest root; no more than the limits allow.
std::map<std::string, int> asked_feeds(const WatchState& state, const WatchLimits& limits);
// How long to wait until a feed is read again.
//   fresh  new entries in the last read; they halve the interval, none lengthens it by half
//   hint   what the feed or its server say of how long it does not change
std::chrono::seconds next_interval(const FeedState& feed, size_t fresh, std::optional<std::chrono::seconds> hint, const WatchLimits& limits);
// How long after a failure: doubled with each in a row; `asked` is Retry-After.
std::chrono::seconds retry_interval(int failures, std::optional<std::chrono::seconds> asked, const WatchLimits& limits);

}  // namespace hearsay
