// Bins, lanes and marks of a timeline, counted once more one by one.
// SPDX-License-Identifier: Apache-2.0
#include "browse/timeline.h"

#include <map>

#include "browse/letters_store.h"

namespace hearsay::testing {
namespace {

using browse::DayNumber;
using browse::Index;
using browse::kNoDay;
using browse::LaneKind;
using browse::Sieve;
using browse::Timeline;

class BrowseTimeline : public ::testing::Test {
 protected:
  Sieve sieve(const browse::SieveOptions& asked) const {
    browse::Trouble trouble = browse::Trouble::kNone;
    return *Sieve::make(session, holdings, index, asked, trouble);
  }
  static bool is_dated(const Index::Row& row) { return row.from != kNoDay || row.to != kNoDay; }
  std::string lane_of(const Index::Row& row, LaneKind kind) const {
    const std::string &a = index.text(browse::side_of(row.source)), &b = index.text(browse::side_of(row.target));
    if (kind == LaneKind::kDyad) return a.empty() || b.empty() ? "" : std::min(a, b) + "~" + std::max(a, b);
    return kind == LaneKind::kNone ? "all" : index.text(kind == LaneKind::kKind ? row.kind : row.story);
  }
  std::string name_of(const Timeline::Lane& lane, LaneKind kind) const {
    if (kind == LaneKind::kNone) return "all";
    const std::string &a = index.text(lane.a), &b = index.text(lane.b);
    return kind == LaneKind::kDyad ? std::min(a, b) + "~" + std::max(a, b) : a;
  }
  void expect_counted(const Sieve& sieve, const browse::TimelineOptions& options) const;

  const browse::Holdings holdings = kept_letters_and_scenarios().open();
  const Index index = sure(Index::of(holdings.store));
  const browse::Session session{browse::Words(browse::Language::kEnglish)};
};

void BrowseTimeline::expect_counted(const Sieve& sieve, const browse::TimelineOptions& options) const {
  const auto rows = sieve.rows();
  const Timeline found = timeline(index, sieve, rows, options);
  EXPECT_EQ(found.total, rows.size());
  ASSERT_TRUE(found.edges.empty() || found.edges.size() >= 2);
  EXPECT_LE(found.edges.size(), static_cast<size_t>(options.bins) + 1);
  EXPECT_TRUE(std::is_sorted(found.edges.begin(), found.edges.end(), std::less_equal<>()));
  std::map<std::string, size_t> totals;
  std::map<std::pair<std::string, int>, browse::StandingCounts> bins;
  size_t undated = 0;
  for (uint32_t i : rows) {
    const Index::Row& row = index.rows()[i];
    if (!is_dated(row)) {
      ++undated;
      continue;
    }
    const DayNumber day = std::clamp(row.from == kNoDay ? row.to : row.from, found.edges.front(), found.edges.back() - 1);
    int bin = 0;
    while (found.edges[static_cast<size_t>(bin) + 1] <= day) ++bin;
    const std::string lane = lane_of(row, options.lanes);
    ++totals[lane];
    ++bins[{lane, bin}][static_cast<size_t>(sieve.standing_of(row))];
  }
  EXPECT_EQ(found.undated, undated);
  size_t in_lanes = 0;
  uint32_t before = UINT32_MAX;
  std::set<std::string> shown;
  for (const Timeline::Lane& lane : found.lanes) {
    const std::string name = name_of(lane, options.lanes);
    EXPECT_NE(name, "");
    EXPECT_TRUE(shown.insert(name).second);
    EXPECT_EQ(lane.total, totals[name]) << name;
    EXPECT_LE(lane.total, before);
    before = lane.total;
    in_lanes += lane.total;
    size_t filled = 0;
    for (const auto& [key, counts] : bins) filled += key.first == name ? 1 : 0;
    EXPECT_EQ(lane.bins.size(), filled);
    for (const auto& [bin, counts] : lane.bins) EXPECT_EQ(counts, (bins[{name, bin}])) << name << " " << bin;
  }
  EXPECT_LE(found.lanes.size(), options.most_lanes);
  for (const auto& [name, total] : totals) EXPECT_TRUE(name.empty() || shown.contains(name) || (found.lanes.size() == options.most_lanes && total <= before)) << name;
  EXPECT_EQ(found.rest, rows.size() - undated - in_lanes);
  ASSERT_EQ(found.marks.has_value(), rows.size() - undated <= options.most_marks);
  if (!found.marks) return;
  ASSERT_EQ(found.marks->size(), rows.size() - undated);
  for (const Timeline::Mark& mark : *found.marks) {
    const std::string lane = lane_of(index.rows()[mark.row], options.lanes);
    if (mark.lane < 0) EXPECT_FALSE(shown.contains(lane));
    else EXPECT_EQ(name_of(found.lanes[static_cast<size_t>(mark.lane)], options.lanes), lane);
  }
}

TEST_F(BrowseTimeline, CountsEachHappeningOnce) {
  browse::SieveOptions letters, since, disputed, then, nothing, a_day;
  letters.happenings.kind = "letter-*";
  since.happenings.from = "2019-06", since.happenings.to = "2020-03";
  disputed.happenings.standing = "disputed,denied";
  then.happenings.as_of = "2019-07";
  nothing.happenings.from = nothing.happenings.to = "1999";
  a_day.happenings.from = a_day.happenings.to = "2019-06-30";
  for (const auto& asked : {browse::SieveOptions{}, letters, since, disputed, then, nothing, a_day})
    for (LaneKind lanes : {LaneKind::kNone, LaneKind::kDyad, LaneKind::kKind, LaneKind::kStory})
      for (int bins : {1, 2, 7, 120, 1000})
        for (size_t most : {size_t{1}, size_t{3}, size_t{50}}) expect_counted(sieve(asked), {lanes, bins, most, most == 3 ? size_t{5} : size_t{5000}});
}

TEST_F(BrowseTimeline, ShowsTheDaysAskedFor) {
  browse::SieveOptions asked;
  asked.happenings.from = "2019", asked.happenings.to = "2020";
  const Sieve some = sieve(asked);
  const Timeline found = timeline(index, some, some.rows(), {});
  EXPECT_EQ(iso(*browse::day_of(found.edges.front())), "2019-01-01");
  EXPECT_EQ(iso(*browse::day_of(found.edges.back())), "2021-01-01");
  asked.happenings.to = "2019-01-05";
  const Sieve days = sieve(asked);
  const Timeline five = timeline(index, days, days.rows(), {});
  EXPECT_TRUE(five.edges.empty() || five.edges.size() == 6);
}

}  // namespace
}  // namespace hearsay::testing
