// Tellings are merged in rounds, from the surest reason to the weakest: within a report and its copies, across reports
// whose dates agree closely, and across reports where a vague or missing date leaves one candidate only; that round is
// gone through once more with loosely worded dates taken for all that they may mean. In the first two a cluster joins if
// exactly one candidate has the best evidence. In the third both sides must have no choice: all that may be meant must be
// able to be one happening. Ours; agglomeration in a canonical order makes it repeatable.
// SPDX-License-Identifier: Apache-2.0
#include "story/happenings.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <tuple>

#include "base/hash.h"
#include "story/evidence.h"
#include "story/item.h"

namespace hearsay {
namespace {

constexpr size_t kMostCandidates = 64;   // more than so many acts that may be meant decide nothing

using Clusters = std::vector<Cluster>;
// One way to tell whether two clusters are one happening, and the days outside which it finds nothing.
struct Round {
  Evidence (*evidence_of)(const Cluster&, const Cluster&);
  Period (*window_of)(const Cluster&);
};
constexpr Round kWithinFamily{within_family, [](const Cluster&) { return Period{}; }};
constexpr Round kAcrossReports{across_reports, [](const Cluster& cluster) { return cluster.window(); }};
constexpr Round kOnlyCandidate{only_candidate, [](const Cluster& cluster) { return cluster.reach(); }};

// The one cluster with the best evidence; -1 if there is none or a choice. The windows stand apart from the clusters, since
// going through them is what most of the time goes into.
int best_match(const Clusters& placed, const std::vector<Period>& windows, const Cluster& cluster, const Round& round,
               std::string& because) {
  int best = -1, rank = 0;
  const Period window = round.window_of(cluster);
  for (size_t i = 0; i < placed.size(); ++i) {
    if (!meet(windows[i], window)) continue;
    const Evidence evidence = round.evidence_of(placed[i], cluster);
    if (evidence.rank == 0 || evidence.rank < rank || placed[i].kept_apart(cluster)) continue;
    best = evidence.rank > rank ? static_cast<int>(i) : -1;
    rank = evidence.rank;
    because = evidence.because;
  }
  return best;
}

// Places clusters one by one, in the order given.
Clusters place(Clusters clusters, const Round& round) {
  Clusters placed;
  std::vector<Period> windows;
  for (Cluster& cluster : clusters) {
    std::string because;
    int at = best_match(placed, windows, cluster, round, because);
    if (at >= 0) {
      item(placed, at).absorb(std::move(cluster), because);
    } else {
      at = static_cast<int>(placed.size());
      placed.push_back(std::move(cluster));
      windows.emplace_back();
    }
    item(windows, at) = round.window_of(item(placed, at));
  }
  return placed;
}

// Leads before background, dates before none, narrow before wide: later ones join what is known best.
void order_within_family(Clusters& clusters) {
  const auto key = [](const Cluster& c) {
    return std::tuple(!c.head().what->lead, !c.dated, c.dated ? c.period.width() : 0, c.head().document, c.head().event);
  };
  std::stable_sort(clusters.begin(), clusters.end(), [&](const Cluster& a, const Cluster& b) { return key(a) < key(b); });
}

void order_across_reports(Clusters& clusters) {
  const auto key = [](const Cluster& c) {
    const Day when = c.dated ? c.period.from : c.first_news;
    return std::tuple(!c.dated, c.dated ? c.period.width() : 0, when, c.head().document, c.head().event);
  };
  std::stable_sort(clusters.begin(), clusters.end(), [&](const Cluster& a, const Cluster& b) { return key(a) < key(b); });
}

// All others that could be meant and say when, but for those left out; cut off above kMostCandidates. `clusters` are in
// order of their reach.
std::vector<size_t> candidates(const Clusters& clusters, size_t of, const std::vector<bool>& left_out) {
  std::vector<size_t> found;
  const Cluster& cluster = clusters[of];
  const Period reach = cluster.reach();
  for (size_t i = 0; i < clusters.size(); ++i) {
    const Cluster& other = clusters[i];
    if (other.vague() || left_out[i]) continue;
    const Period its = other.reach();
    if (its.from > reach.to) break;
    if (i != of && its.to >= reach.from && cluster.could_be(other)) found.push_back(i);
    if (found.size() > kMostCandidates) break;
  }
  return found;
}

bool all_may_be_one(const Clusters& clusters, const std::vector<size_t>& some) {
  if (some.size() > kMostCandidates) return false;
  for (size_t i = 0; i < some.size(); ++i)
    for (size_t k = i + 1; k < some.size(); ++k)
      if (!clusters[some[i]].may_be(clusters[some[k]])) return false;
  return true;
}

// Which clusters may mean one act or another. What may be either of two speaks against neither, so those that have a
// choice are looked at again without one another.
std::vector<bool> have_choice(const Clusters& clusters) {
  const auto choice_of = [&](size_t i, const std::vector<bool>& left_out) { return !all_may_be_one(clusters, candidates(clusters, i, left_out)); };
  const std::vector<bool> none(clusters.size());
  std::vector<bool> undecided, choice;
  for (size_t i = 0; i < clusters.size(); ++i) undecided.push_back(choice_of(i, none));
  for (size_t i = 0; i < clusters.size(); ++i) choice.push_back(undecided[i] && choice_of(i, undecided));
  return choice;
}

// Joins clusters that have no choice with others that have none.
Clusters join_only_candidates(Clusters clusters) {
  const auto key = [](const Cluster& c) { return std::tuple(c.reach().from, c.head().document, c.head().event); };
  std::stable_sort(clusters.begin(), clusters.end(), [&](const Cluster& a, const Cluster& b) { return key(a) < key(b); });
  Clusters decided, rest;
  const std::vector<bool> has_choice = have_choice(clusters);
  for (size_t i = 0; i < clusters.size(); ++i) (has_choice[i] ? rest : decided).push_back(std::move(clusters[i]));
  order_across_reports(decided);
  decided = place(std::move(decided), kOnlyCandidate);
  std::move(decided.begin(), decided.end(), std::back_inserter(rest));
  return rest;
}

// What corrections take for one comes together whatever else the tellings say, before anything is concluded across reports.
Clusters bind(Clusters clusters) {
  for (size_t i = 0; i < clusters.size(); ++i) {
    for (size_t k = i + 1; k < clusters.size();) {
      const Tie* tie = clusters[i].bound(clusters[k]);
      if (!tie || clusters[i].kept_apart(clusters[k])) {
        ++k;
        continue;
      }
      clusters[i].absorb(std::move(clusters[k]), tie->by + " takes them for one (" + tie->correction + ")");
      clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(k));
      k = i + 1;                         // what it brings with it may bind others
    }
  }
  return clusters;
}

// The clusters of one block's tellings of one course.
Clusters cluster_course(const std::vector<Told>& all, const std::vector<int>& block) {
  std::map<int, Clusters> families;
  for (int i : block) families[item(all, i).family].emplace_back(all, i);
  Clusters clusters;
  for (auto& [family, members] : families) {
    order_within_family(members);
    members = place(std::move(members), kWithinFamily);
    std::move(members.begin(), members.end(), std::back_inserter(clusters));
  }
  if (std::any_of(block.begin(), block.end(), [&](int i) { return !item(all, i).ties.empty(); })) clusters = bind(std::move(clusters));
  order_across_reports(clusters);
  clusters = place(std::move(clusters), kAcrossReports);
  if (clusters.front().head().frequent) return clusters;
  clusters = join_only_candidates(std::move(clusters));
  if (std::none_of(clusters.begin(), clusters.end(), [](const Cluster& cluster) { return cluster.is_loose(); })) return clusters;
  for (Cluster& cluster : clusters) cluster.take_loosely();
  return join_only_candidates(std::move(clusters));
}

std::optional<Period> shown_period(const Cluster& cluster) {
  Period period = cluster.period;
  const bool happened = cluster.head().course == Course::kHappened;
  if (cluster.news && happened && cluster.first_news - kNewsSpan <= period.to)
    period.from = std::max(period.from, cluster.first_news - kNewsSpan);
  if (!period.closed()) return std::nullopt;
  return period;
}

std::string identity(const Told& first) {
  std::string source = first.source.body, target = first.target.body;
  if (either_order(*first.what) && target < source) std::swap(source, target);
  std::string words(kind_family(*first.what));
  for (const std::string& part : {source, target, std::string(first.report), std::to_string(first.event)}) words += '|' + part;
  char id[18];
  std::snprintf(id, sizeof id, "h%016llx", static_cast<unsigned long long>(hash_bytes(words)));
  return id;
}

Group finish(const Cluster& cluster, const std::vector<Told>& all) {
  std::vector<size_t> order(cluster.members.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto key = [&](size_t i) {
    const Told& told = cluster.told(i);
    return std::tuple(or_last(told.published), told.document, told.event);
  };
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
  Group group;
  std::vector<std::string> because = cluster.because;
  std::swap(because[0], because[order[0]]);        // the reason that joined the two holds for either
  for (size_t i : order) {
    group.told.push_back(cluster.members[i]);
    group.because.push_back(i == order[0] ? "first told here" : because[i]);
  }
  group.id = identity(item(all, group.told.front()));
  group.period = shown_period(cluster);
  return group;
}

// A plan is linked to the act of like kind, parties and period that follows it, if there is only one such.
void link_plans(std::vector<Group>& groups, const std::vector<Told>& all) {
  for (Group& announced : groups) {
    const Told& plan = item(all, announced.told.front());
    if (plan.course != Course::kPlan || !announced.period) continue;
    std::vector<Group*> acts;
    for (Group& done : groups) {
      const Told& act = item(all, done.told.front());
      if (act.course != Course::kHappened || !done.period || !plan.published || !act.published || *act.published < *plan.published) continue;
      if (!meet(*announced.period, *done.period)) continue;
      if (Cluster(all, announced.told.front()).like(Cluster(all, done.told.front())) != Likeness::kNone) acts.push_back(&done);
    }
    if (acts.size() != 1) continue;
    announced.fulfilments.push_back(acts[0]->id);
    acts[0]->plans.push_back(announced.id);
  }
}

std::vector<Group> group_block(const std::vector<Told>& all, const std::vector<int>& block) {
  std::map<Course, std::vector<int>> courses;
  for (int i : block) courses[item(all, i).course].push_back(i);
  std::vector<Group> groups;
  for (const auto& [course, tellings] : courses)
    for (const Cluster& cluster : cluster_course(all, tellings)) groups.push_back(finish(cluster, all));
  link_plans(groups, all);
  return groups;
}

}  // namespace

std::vector<Group> group_events(const std::vector<Told>& all) {
  std::map<std::string, std::vector<int>> blocks;
  for (size_t i = 0; i < all.size(); ++i) blocks[block_of(all[i])].push_back(static_cast<int>(i));
  std::vector<Group> groups;
  for (const auto& [key, block] : blocks) {
    std::vector<Group> its = group_block(all, block);
    std::move(its.begin(), its.end(), std::back_inserter(groups));
  }
  return groups;
}

}  // namespace hearsay
