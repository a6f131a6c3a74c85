// A report is looked at again if an earlier neighbour came, went or changed its story, or if a story that it may join had fewer reports than
// are compared. In the order of reports, so that all before it are settled.
// SPDX-License-Identifier: Apache-2.0
#include "story/stories.h"

#include <algorithm>

#include "upkeep/desk.h"

namespace hearsay {
namespace {

class Assigning {
 public:
  explicit Assigning(Desk& desk) : desk_(desk), open_(desk.retold) {}

  void run() {
    for (const auto& [story, gone] : desk_.left) mark_while_small(story, gone);
    look_up(open_);
    while (!open_.empty()) {
      desk_.make_room();
      const Rank report = *open_.begin();
      open_.erase(open_.begin());
      assign(report);
    }
  }

 private:
  void assign(Rank report) {
    const std::optional<Rank> was = desk_.story(report.key);
    const Rank now = choose(report);
    if (was == now) return;
    desk_.set_story(report.key, now);
    for (const std::string& happening : desk_.shelves.happenings_of(report.key)) desk_.happenings.insert(happening);
    mark_later(report, report);
    mark_while_small(now, report);
    desk_.stories.insert(now);
    if (!was) return;
    desk_.stories.insert(*was);
    ++desk_.moved[*was][now];
    mark_while_small(*was, report);
  }

  // Finds those that stand before reports in the lists of their terms: of many together, as the lists do not change while reports are assigned.
  void look_up(const std::set<Rank>& reports) {
    std::vector<Listing> asked;
    for (Rank report : reports)
      for (uint64_t term : desk_.terms(report.key)) asked.push_back({term, report});
    in_order_of_lists(asked);
    for (Rank report : reports) others_[report];
    for (const Listing& listing : asked) {
      std::set<Rank>& others = others_[listing.report];
      for (Rank before : desk_.shelves.before(listing.term, listing.report, kMostNear))
        if (near_in_time(before, listing.report)) others.insert(before);
    }
  }

  Rank choose(Rank report) {
    if (!others_.contains(report)) look_up({report});
    const std::set<Rank>& others = others_.at(report);
    const Gist& gist = desk_.gist(report.key);
    std::map<Rank, StoryNear> near;
    for (Rank other : others) {
      const double likeness = resemblance(desk_.gist(other.key), gist);
      if (likeness > 0) near[desk_.story(other.key).value_or(other)].likenesses.push_back(likeness);
    }
    std::vector<StoryNear> stories;
    std::vector<Rank> ids;
    for (auto& [id, story] : near) {
      const std::vector<Rank> first = desk_.shelves.reports_of(id, kNearest);
      story.reports = static_cast<size_t>(std::count_if(first.begin(), first.end(), [&](Rank one) { return one < report; }));
      stories.push_back(std::move(story));
      ids.push_back(id);
    }
    const int best = nearest_story(stories);
    return best < 0 ? report : ids[static_cast<size_t>(best)];
  }

  // Those after `from` among the neighbours of a report.
  void mark_later(Rank report, Rank from) {
    if (!desk_.is_late(from)) return;
    for (uint64_t term : desk_.terms(report.key))
      for (Rank later : desk_.shelves.after(term, report, kMostNear))
        if (later > from && near_in_time(report, later)) open_.insert(later);
  }

  // The story has one report more or less from there on: that counts until there are as many as are compared.
  void mark_while_small(Rank story, Rank from) {
    if (!desk_.is_late(from)) return;
    const std::vector<Rank> first = desk_.shelves.reports_of(story, kNearest + 1);
    for (Rank one : first) mark_later(one, std::max(one, from));
  }

  Desk& desk_;
  std::set<Rank> open_;
  std::map<Rank, std::set<Rank>> others_;
};

void place_happenings(Desk& desk) {
  for (const std::string& id : desk.happenings) {
    const auto stories = desk.shelves.stories_opening_with(id);
    const auto most = std::max_element(stories.begin(), stories.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    desk.leave_story(id);
    if (most != stories.end()) desk.stories.insert(most->first);
    desk.shelves.set_story_of(id, most == stories.end() ? std::nullopt : std::optional(most->first.key));
  }
}

void write_stories(Desk& desk) {
  std::map<Rank, std::string> ended;
  for (Rank story : desk.stories) {
    desk.make_room();
    const std::vector<Rank> members = desk.shelves.reports_of(story);
    if (members.empty()) {
      if (auto id = desk.shelves.remove_story(story.key)) ended[story] = *id;
      continue;
    }
    std::vector<const StoryReport*> reports;
    std::vector<const Gist*> gists;
    for (Rank member : members) {
      reports.push_back(&desk.brief(member.key));
      gists.push_back(&desk.gist(member.key));
    }
    Story record = write_story(reports, gists);
    record.happenings = desk.shelves.happenings_of_story(story.key);
    desk.shelves.put(record, members.front());
    desk.shelves.in_use(record.id);
  }
  for (const auto& [story, id] : ended) {
    const auto& now = desk.moved[story];
    const auto most = std::max_element(now.begin(), now.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    desk.shelves.succeed(id, most == now.end() ? "" : story_id(desk.brief(most->first.key).document));
  }
}

}  // namespace

void keep_stories(Desk& desk) {
  Assigning(desk).run();
  place_happenings(desk);
  write_stories(desk);
}

}  // namespace hearsay
