// Tellings taken for one happening so far, and what they agree on.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "story/item.h"
#include "story/told.h"

namespace hearsay {

inline constexpr std::chrono::days kReach{365};      // how far back an undated telling looks
// What a report opens with, undated, is taken to have begun at most so long before it. Judged on the seeds.
inline constexpr std::chrono::days kNewsSpan{75};
inline constexpr std::chrono::days kFreshNews{14};   // what a report opens with, undated, happened in the two weeks before it
inline constexpr int kYear = 366;                    // a period of more days dates nothing

// What all members agree on, so that comparing two clusters costs no more than comparing two events.
class Cluster {
 public:
  Cluster(const std::vector<Told>& all, int member);
  void absorb(Cluster&& other, const std::string& because);

  const Told& head() const { return told(0); }
  const Told& told(size_t i) const { return item(*all_, members[i]); }
  // Where a happening may lie that this cluster does not date: within a year of the report. Open if not even that is known.
  Period reach() const;
  // From now on the reach takes loosely worded days for all that they may mean.
  void take_loosely() { loosely_ = true; }
  bool is_loose() const { return dated && period != loose; }
  // Whether taking the two for one makes no new speaker vouch for either: all who tell one also tell the other, or the
  // report does itself.
  bool same_speakers(const Cluster& other) const;
  // Whether both name one place, narrow enough to tell occasions apart.
  bool same_place(const Cluster& other) const;
  // Undated background, or dated to more than a year: it can mean many acts, so it makes no other telling doubtful.
  bool vague() const;
  // Clusters can have evidence across reports only if these days meet; empty (the end before the start) if none can.
  Period window() const;
  // Agreement in kind, parties and place.
  Likeness like(const Cluster& other) const;
  // What they do not agree in, in words; empty if they do.
  std::string unlike(const Cluster& other) const;
  // Whether either can be meant by the other's words: like, the reaches meet, and nobody keeps them apart.
  bool could_be(const Cluster& other) const;
  // Whether nothing speaks against one happening: they could be, and no report tells both apart.
  bool may_be(const Cluster& other) const;
  // Whether one report, or a copy of it, has a telling of each that was not merged within it; or whether reports opened
  // with them, undated, so far apart that each must have had news of its own.
  bool told_apart(const Cluster& other) const;
  // The correction that keeps them apart; nullptr if none does.
  const Tie* kept_apart(const Cluster& other) const;
  // The correction that takes them for one; nullptr if none does.
  const Tie* bound(const Cluster& other) const;

  std::vector<int> members;              // indexes into the tellings, the head first
  std::vector<std::string> because;      // per member; empty for the head
  Period period;                         // the days all agree on
  Period loose;                          // the days that all may mean
  bool dated = false, news = false, elsewhen = false;
  Day first = kNoEnd;                    // earliest publication; kNoEnd if unknown
  Day first_news = kNoEnd;

 private:
  // The actor and the body that all members have in common on one side; one of them may be empty, not both.
  bool parties_fit(const Cluster& other) const;
  Likeness kinds_fit(const Cluster& other) const;
  bool in_course_of_visit(const Cluster& other) const;
  const std::vector<Told>* all_;
  std::vector<const Event*> kinds_;      // one event per kind
  Side source_, target_;
  bool either_ = false, loosely_ = false;
  std::vector<std::string> speakers_;    // sorted, without the reports' own voices
  std::vector<int> families_;            // of documents, sorted
  std::vector<const Tie*> ties_;         // of the members
  Place place_;
};

// The cluster of some tellings, given that they are one happening.
Cluster cluster_of(const std::vector<Told>& all, const std::vector<int>& members);

}  // namespace hearsay
