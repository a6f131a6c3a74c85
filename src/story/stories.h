// Stories: the reports of one unfolding occurrence, found as they come.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "story/gist.h"

namespace hearsay {

// A report may join the stories of the kMostNear reports that stand next before it in the list of any of its terms. What was decided stays, so that
// later reports never move earlier ones.
inline constexpr size_t kMostNear = 16;

// A story that a report may join.
struct StoryNear {
  std::vector<double> likenesses;        // to those of its reports that may be near; in any order
  size_t reports = 0;                    // how many it has so far; more than kNearest count as kNearest
};
// In how many of a story's reports a new one must find itself again: by one that happens to be alike a story would drift away.
inline constexpr size_t kNearest = 3;

// Which of them the report joins: an index, -1 if none. Of several that resemble it alike the first, so they are given in order of their first reports.
int nearest_story(std::vector<StoryNear>& stories);

// The stories of reports that are held in memory. Takes them in canonical order.
class StoryFinder {
 public:
  // The number of its story, from 0.
  int add(Gist gist);
  const std::vector<std::vector<int>>& stories() const { return stories_; }       // reports by story, in order
  const Gist& gist(int report) const;

 private:
  std::set<int> others(const std::vector<uint64_t>& terms) const;
  int choose(const std::map<int, StoryNear>& near);
  std::vector<Gist> gists_;
  std::vector<int> story_of_;
  std::vector<std::vector<int>> stories_;
  std::unordered_map<uint64_t, std::vector<int>> index_;
};

// What a story's record takes of one of its reports.
struct StoryReport {
  std::string document;                  // id
  std::optional<std::string> title;
  std::string outlet;                    // id or name; empty if unknown
  std::optional<Day> day;                // of publication
  std::vector<StoryActor> actors;        // whom it mentions, outlets left out
};
StoryReport story_report(const Analysis& analysis);

// The id of the story that opens with a document.
std::string story_id(std::string_view document);

// The story of some reports in canonical order; without its happenings.
Story write_story(const std::vector<const StoryReport*>& reports, const std::vector<const Gist*>& gists);

// The stories of documents in canonical order, by their first report. A happening is of the story that opens with it most often; of several, of
// the first.
std::vector<Story> find_stories(const std::vector<const Analysis*>& documents, const Pack& pack, const std::vector<Happening>& happenings);

}  // namespace hearsay
