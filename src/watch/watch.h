// Keeping on reading feeds: what is due, what is new, and what must be kept so that a restart misses nothing.
//
// What is kept are plain values, and three calls keep them, in an order that may be broken off anywhere: first the report, then that its entry was seen, and
// when all that a feed offered was seen, the feed with its ETag. Broken off before the second, an entry is read again, which a store takes as
// unchanged; broken off before the third, the feed is asked without its ETag of then and offers the rest again. Nothing is marked before it was saved.
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

namespace hearsay {

// One feed, or one list of feeds (OPML, an index of sitemaps).
struct FeedState {
  std::string url;
  std::string etag, last_modified;       // of the last reply of which all entries were seen; empty to ask for all of it
  Moment next_due{};                     // at once
  std::chrono::seconds interval{0};      // between the last two reads; 0: never read
  int failures = 0;                      // in a row
  bool root = false;                     // asked for by the reader, not found in a list
  int depth = 0;                         // lists between it and a root
  std::set<std::string> listed_by;       // urls of the lists it was found in
  std::map<std::string, Moment> seen;    // ids and addresses of entries, and when each was first seen
};

struct WatchState {
  std::map<std::string, FeedState> feeds;              // by url
};

struct WatchLimits {
  std::chrono::seconds least{300}, first{900}, most{6 * 3600};  // between two reads of a feed
  int most_depth = 5;                    // lists within lists
  size_t most_feeds = 20'000;
  size_t most_reports = 200;             // of one feed in one round, so that a large sitemap keeps no other feed waiting
  std::chrono::hours keep_seen{24 * 90}; // an entry that is no longer offered is forgotten after so long
};

// A report as a feed led to it.
struct WatchedReport {
  std::string feed, url;                 // url: empty if the entry has none
  std::string title, outlet, author, published, lang;  // as the feed says; empty if it does not
  std::string media_type, charset;       // of the bytes, as the server says
  std::string bytes;
  bool from_feed = false;                // the bytes are the entry's own words: its page could not be had
  std::string note;                      // why not
};

// Where reports go and what must survive a restart is kept. Each call is durable when it returns; an error ends the round.
class WatchSink {
 public:
  virtual ~WatchSink() = default;
  virtual Status save_report(const WatchedReport& report) = 0;
  // `keys` are to be added to FeedState::seen of this feed.
  virtual Status save_seen(const std::string& feed, const std::vector<std::string>& keys, Moment when) = 0;
  // All of FeedState: `seen` has what save_seen was given, less what was forgotten.
  virtual Status save_feed(const FeedState& feed) = 0;
  virtual Status drop_feed(const std::string& url) = 0;
  // One line on what could not be read.
  virtual void problem(const std::string& line) = 0;
};

struct WatchRound {
  size_t feeds = 0, unchanged = 0, failed = 0;         // asked; of these 304; of these without an answer that is a feed
  size_t reports = 0, from_feed = 0, skipped = 0;      // saved; of these with the entry's words; entries of which nothing could be had
  bool stopped = false;                                // go_on said so
  Moment next_due{};                                   // of all feeds the first
};

// Makes these, and only these, the roots: the lines of a list that the reader keeps. What is no web address is passed over. Feeds that nobody asks for any more
// go in the next round.
void set_roots(WatchState& state, const std::vector<std::string>& urls);

// Asks each due feed once, those that lists led to in the same round, and hands over what is new, the oldest first.
//   go_on   asked before each request
//   fails   only if the sink does; then what was saved is marked and nothing else
Result<WatchRound> watch_round(WatchState& state, Source& source, WatchSink& sink, const Clock& clock, const std::function<bool()>& go_on, const WatchLimits& limits = {});

// ---- parts of it

// What an entry is known by: its id and its address; empty for an entry that has neither.
std::vector<std::string> entry_keys(const FeedEntry& entry);
// How long to wait until a feed is read again.
//   fresh  new entries in the last read; they halve the interval, none lengthens it by half
//   hint   what the feed or its server say of how long it does not change
std::chrono::seconds next_interval(const FeedState& feed, size_t fresh, std::optional<std::chrono::seconds> hint, const WatchLimits& limits);
// How long after a failure: doubled with each in a row; `asked` is Retry-After.
std::chrono::seconds retry_interval(int failures, std::optional<std::chrono::seconds> asked, const WatchLimits& limits);

}  // namespace hearsay
