// What a watch over feeds remembers from one run to the next: its feeds, and which of their entries were seen. It keeps and finds; when a feed is due and what
// of it is new others know. Each change is one transaction in the log that documents are saved in as well, so that whatever is lost, what was saved
// before it is not.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

// One feed, or one list of feeds (OPML, an index of sitemaps). Moments are kept to the second.
struct FeedState {
  std::string url;
  std::string etag, last_modified;       // of the last reply of which all entries were seen; empty to ask for all of it
  std::chrono::system_clock::time_point next_due{};    // the epoch: at once
  std::chrono::seconds interval{0};      // between the last two reads; 0: never read
  int failures = 0;                      // in a row
  std::set<std::string> listed_by;       // urls of the lists it was found in
};

class Watched {
 public:
  // The store must be open for writing and live longer.
  explicit Watched(Store& store);
  ~Watched();

  Result<std::vector<FeedState>> feeds() const;
  Status save(const FeedState& feed);
  // With all that was seen of it.
  Status drop(const std::string& feed);

  // Whether an entry with this id was seen in this feed, or one with this address in any; what is empty is not asked for. Cost: two look-ups.
  Result<bool> was_seen(const std::string& feed, const std::string& id, const std::string& address) const;
  // A key that was seen already keeps its moment.
  Status save_seen(const std::string& feed, const std::vector<std::string>& keys, std::chrono::system_clock::time_point when);
  // What was first seen before a moment, except for some keys. Cost: hangs on what was first seen before it.
  Status forget_seen(const std::string& feed, std::chrono::system_clock::time_point before, const std::set<std::string>& except);

  // Whether the store has a document at this path.
  Result<bool> has_document(const std::string& path) const;

 private:
  struct Queries;
  template <class Work>
  Status change(Work work);
  template <class Ask>
  auto ask(Ask ask) const;
  Queries& queries() const;
  Store& store_;
  mutable std::unique_ptr<Queries> queries_;             // once they are asked for
};

}  // namespace hearsay
