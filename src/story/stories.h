// Stories: the reports of one unfolding occurrence, found as they come.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "story/gist.h"

namespace hearsay {

// Takes reports in canonical order. A report joins the story whose nearest reports it resembles most, or opens one of its own; what was
// decided stays, so that later reports never move earlier ones.
// Cost of a report: the reports of the last kStoryPause that share a term with it.
class StoryFinder {
 public:
  // The number of its story, from 0.
  int add(Gist gist);
  const std::vector<std::vector<int>>& stories() const { return stories_; }       // reports by story, in order
  const Gist& gist(int report) const;

 private:
  struct Posting {
    int report = 0;
    float weight = 0;
  };
  using Index = std::unordered_map<uint64_t, std::vector<Posting>>;
  // Adds to `shared` what the terms of both add up to, for all reports that are near enough in time.
  void add_up(const Index& index, const std::vector<Term>& terms, const Gist& gist);
  void gather(const Gist& gist);
  int nearest_story();

  std::vector<Gist> gists_;
  std::vector<int> story_of_;
  std::vector<std::vector<int>> stories_;
  std::unordered_map<std::string, Index> words_;   // by language
  std::unordered_map<uint64_t, std::vector<int>> acts_;
  std::vector<double> shared_;           // per report; nothing but for those in `met_`
  std::vector<int> met_;
};

// The stories of documents in canonical order, by their first report.
std::vector<Story> find_stories(const std::vector<const Analysis*>& documents, const Pack& pack, const std::vector<Happening>& happenings);

}  // namespace hearsay
