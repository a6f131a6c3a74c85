// A feed under way: what the readers of XML and of JSON share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "feed/feed.h"

namespace hearsay {

// The fields of a feed and of its entries, as formats name them.
enum class FeedField {
  kNone, kId, kUrl, kTitle, kAuthor, kOutlet, kPublished, kUpdated, kLang, kContent, kSummary, kCategory,
  kFeedTitle, kFeedUrl, kFeedLang, kTtl, kPeriod, kFrequency, kLink
};
inline constexpr size_t kFields = static_cast<size_t>(FeedField::kLink) + 1;

class FeedBuilder {
 public:
  FeedBuilder(FeedKind kind, std::string_view address);
  void kind(FeedKind kind) { feed_.kind = kind; }

  void begin_entry();
  // `id` and `url` stand in for each other; an entry without words, address and id is none.
  void end_entry();
  // Sets a field of the entry under way or of the feed. Values may be empty; those are as if they had not been there.
  //   rank  of two values the one with the lower rank is kept, of equal ranks the first; authors and categories of one rank are all kept
  //   base  what an address is relative to
  void set(FeedField field, std::string_view value, int rank = 0, std::string_view base = {});
  // Whether more than kMaxFeedEntries were offered.
  bool full() const { return full_; }
  void note(std::string text) { feed_.notes.push_back(std::move(text)); }
  Feed finish();

 private:
  std::string* place(FeedField field);
  std::string value_of(FeedField field, std::string_view value, std::string_view base);
  std::string address(std::string_view value, std::string_view base) const;
  void add_link(std::string url);
  void set_pace(FeedField field, std::string_view value);

  std::string address_;
  Feed feed_;
  FeedEntry entry_;
  std::array<int, kFields> rank_;        // of what the entry or the feed has
  std::string relative_;                 // an address of the entry that cannot be made absolute
  std::string odd_date_;                 // the first that could not be read
  size_t odd_dates_ = 0;
  int period_ = 0, frequency_ = 1;       // sy: seconds, and how often in them
  bool full_ = false;
};

}  // namespace hearsay
