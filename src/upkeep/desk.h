// What the steps of one batch share: the shelves, what has been taken down from them, and what has changed so far.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "pack/pack.h"
#include "store/shelves.h"
#include "story/gist.h"
#include "upkeep/packing.h"

namespace hearsay {

// How much may lie on a desk before what has not just been asked for goes back to the shelves.
struct DeskRoom {
  size_t texts = 2000;                   // twice a batch: some hundred megabytes
  size_t reports = 50'000;               // what they are about, 5 kB each at the most
  size_t tellings = 100'000;             // in blocks, half a kilobyte each
};

class Desk {
 public:
  Desk(Shelves& on, const Pack& read_by, const DeskRoom& space = {}) : shelves(on), packs(read_by), room(space) {}
  const Analysis& analysis(int64_t key);
  void hold(int64_t key, Analysis analysis);
  const Gist& gist(int64_t key);
  const std::vector<uint64_t>& terms(int64_t key);       // of its gist
  const std::vector<OwnWord>& words(int64_t key);
  const StoryReport& brief(int64_t key);
  std::optional<Rank> story(int64_t key);
  size_t held() const { return held_.size(); }           // reports in memory
  void set_story(int64_t key, Rank story);
  // Lets go of texts, and of reports, where too many are held: they are fetched again if they are asked for. What the desk has given of them is gone then.
  void make_room();

  Shelves& shelves;
  const Pack& packs;
  const DeskRoom room;

  std::optional<Rank> last_before;       // the last report before this batch; what comes after it needs nobody else to be looked at again
  std::set<Rank> gone, fresh;            // reports taken out, and taken in; of one that changed both
  std::set<Rank> reprinted;              // whose earlier neighbours have changed, by the prints
  std::set<Rank> retold;                 // ..., by the terms
  std::set<int64_t> copies_changed;      // reports of pairs that came or went
  std::set<int64_t> touched;             // reports of which the records of their happenings say something else now
  std::set<int64_t> blocks;              // whose tellings are to be grouped anew
  std::map<std::pair<int64_t, uint32_t>, std::map<int, std::string>> former;     // by report and place: of which happenings events were that are gone
  std::set<std::string> loosened;        // happenings that have lost a telling
  std::set<std::string> happenings;      // written, or of which a report changed its story
  std::vector<std::pair<Rank, Rank>> left;               // stories, and reports of theirs that are gone
  std::map<Rank, std::map<Rank, int>> moved;             // by story: where its reports went
  std::set<Rank> stories;                // to be written anew

  // The story that a happening is of is to be written anew.
  void leave_story(const std::string& happening);
  // Whether others than those of this batch come after it.
  bool is_late(Rank report) const { return last_before && report < *last_before; }

 private:
  struct Held {
    std::unique_ptr<Analysis> analysis;
    std::unique_ptr<Gist> gist;
    std::optional<std::vector<uint64_t>> terms;
    std::optional<Rank> story;
    std::unique_ptr<std::vector<OwnWord>> words;
    std::unique_ptr<StoryReport> brief;
  };
  Held& with_gist(int64_t key);

  std::unordered_map<int64_t, Held> held_;
  size_t texts_ = 0;                     // analyses held, and words of those that are not
};

// A report in the list of a print or a term.
struct Listing {
  uint64_t term = 0;
  Rank report;
};
// As the store keeps the lists: they lie far apart, and each is fetched once where a batch comes in this order.
inline void in_order_of_lists(std::vector<Listing>& listings) {
  std::sort(listings.begin(), listings.end(), [](const Listing& a, const Listing& b) { return std::pair(static_cast<int64_t>(a.term), a.report) < std::pair(static_cast<int64_t>(b.term), b.report); });
}

// Others never resemble one another (kStoryPause), so that nobody need ask what they are about. The undated may be of any day.
inline bool near_in_time(Rank a, Rank b) {
  return a.day == Rank::kUndated || b.day == Rank::kUndated || std::abs(int64_t{a.day} - b.day) <= kStoryPause.count();
}

// ---- the steps, in this order

// Takes reports out of the shelves that are gone or have changed, and puts in those that came.
void take_out(Desk& desk, const std::vector<std::string>& ids);
void take_in(Desk& desk, const std::vector<std::string>& ids);
// Which pairs share passages, and which reports are copies.
void find_pairs(Desk& desk);
void find_families(Desk& desk);
// Which tellings are one happening; the records of those that changed.
void keep_happenings(Desk& desk);
// Which reports are one story, what happenings it opens with, and the records of those that changed.
void keep_stories(Desk& desk);

}  // namespace hearsay
