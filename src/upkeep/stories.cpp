// A report is looked at again if an earlier neighbour came, went or changed its story, or if a story that it may join had fewer reports than
// are compared. In the order of reports, so that all before it are settled.
// SPDX-License-Identifier: Apache-2.0
#include "upkeep/stories.h"

#include <algorithm>

#include "story/stories.h"
#include "upkeep/desk.h"

namespace hearsay {

// Those of many together, as the lists do not change while reports are assigned.
std::map<Rank, std::set<Rank>> before_by_terms(Desk& desk, const std::set<Rank>& reports) {
  std::vector<Listing> asked;
  for (Rank report : reports)
    for (uint64_t term : desk.terms(report.key)) asked.push_back({term, report});
  in_order_of_lists(asked);
  std::map<Rank, std::set<Rank>> others;
  for (Rank report : reports) others[report];
  for (const Listing& listing : asked) {
    std::set<Rank>& its = others[listing.report];
    for (Rank before : desk.shelves.before(listing.term, listing.report, kMostNear))
      if (near_in_time(before, listing.report)) its.insert(before);
  }
  return others;
}

Rank choose_story(Desk& desk, Rank report, const std::set<Rank>& others) {
  const Gist& gist = desk.gist(report.key);
  std::map<Rank, StoryNear> near;
  for (Rank other : others) {
    const double likeness = resemblance(desk.gist(other.key), gist);
    if (likeness > 0) near[desk.story(other.key).value_or(other)].likenesses.push_back(likeness);
  }
  std::vector<StoryNear> stories;
  std::vector<Rank> ids;
  for (auto& [id, story] : near) {
    const std::vector<Rank> first = desk.shelves.reports_of(id, kNearest);
    story.reports = static_cast<size_t>(std::count_if(first.begin(), first.end(), [&](Rank one) { return one < report; }));
    stories.push_back(std::move(story));
    ids.push_back(id);
  }
  const int best = nearest_story(stories);
  return best < 0 ? report : ids[static_cast<size_t>(best)];
}

std::optional<Rank> story_opening_with(Shelves& shelves, const std::string& happening) {
  const auto stories = shelves.stories_opening_with(happening);
  const auto most = std::max_element(stories.begin(), stories.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == stories.end()) return std::nullopt;
  return most->first;
}

std::optional<Story> write_story(Desk& desk, Rank story) {
  const std::vector<Rank> members = desk.shelves.reports_of(story);
  if (members.empty()) return std::nullopt;
  std::vector<const StoryReport*> reports;
  std::vector<const Gist*> gists;
  for (Rank member : members) {
    reports.push_back(&desk.brief(member.key));
    gists.push_back(&desk.gist(member.key));
  }
  Story record = write_story(reports, gists);
  record.happenings = desk.shelves.happenings_of_story(story.key);
  return record;
}

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

  void look_up(const std::set<Rank>& reports) {
    for (auto& [report, others] : before_by_terms(desk_, reports)) others_[report] = std::move(others);
  }

  Rank choose(Rank report) {
    if (!others_.contains(report)) look_up({report});
    return choose_story(desk_, report, others_.at(report));
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
    const std::optional<Rank> story = story_opening_with(desk.shelves, id);
    desk.leave_story(id);
    if (story) desk.stories.insert(*story);
    desk.shelves.set_story_of(id, story ? std::optional(story->key) : std::nullopt);
  }
}

void write_stories(Desk& desk) {
  std::map<Rank, std::string> ended;
  for (Rank story : desk.stories) {
    desk.make_room();
    const std::optional<Story> record = write_story(desk, story);
    if (!record) {
      if (auto id = desk.shelves.remove_story(story.key)) ended[story] = *id;
      continue;
    }
    desk.shelves.put(*record, desk.shelves.reports_of(story, 1).front());
    desk.shelves.in_use(record->id);
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
