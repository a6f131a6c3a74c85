// What a watch finds, read and put into a store.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "watch/watch.h"

namespace hearsay {

// Whoever shows what could not be read derives from it.
class StoreSink : public WatchSink {
 public:
  struct Tally {
    size_t fresh = 0, replaced = 0, unchanged = 0;
    std::map<std::string, size_t> unread;                // of these, by language: kept, though no pack reads it
  };
  StoreSink(const Engine& engine, Store& store) : engine_(engine), store_(store), watched_(store) {}

  // All that is remembered, without roots.
  Result<WatchState> load() const;
  // Since it was last taken.
  const Tally& tally() const { return tally_; }
  Tally take_tally() { return std::exchange(tally_, {}); }

  Result<std::string> save_report(const WatchedReport& report) override;
  Result<bool> was_seen(const std::string& feed, const std::string& id, const std::string& address) override { return watched_.was_seen(feed, id, address); }
  Status save_seen(const std::string& feed, const std::vector<std::string>& keys, Moment when) override { return watched_.save_seen(feed, keys, when); }
  Status forget_seen(const std::string& feed, Moment before, const std::set<std::string>& except) override { return watched_.forget_seen(feed, before, except); }
  Status save_feed(const FeedState& feed) override { return watched_.save(feed); }
  Status drop_feed(const std::string& url) override { return watched_.drop(url); }

 private:
  const Engine& engine_;
  Store& store_;
  Watched watched_;
  Tally tally_;
};

// The path that a report goes by: its own address as its page gives it, as far as that can be believed, so that it is one document however it was found.
//   asked      as the feed has it
//   had        after redirects
//   canonical  as the page says
// Believed is nothing that leads from a report to a site's front page, as redirects to a notice and mistaken templates do, and no page that gives an
// address on another site.
std::string report_path(const std::string& asked, const std::string& had, const std::optional<std::string>& canonical);

}  // namespace hearsay
