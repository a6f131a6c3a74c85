// SPDX-License-Identifier: Apache-2.0
#include "browse/timeline.h"

#include <algorithm>
#include <map>

namespace hearsay::browse {
namespace {

using Key = std::pair<uint32_t, uint32_t>;

Key key_of(const Index::Row& row, LaneKind lanes) {
  switch (lanes) {
    case LaneKind::kDyad: {
      const uint32_t a = side_of(row.source), b = side_of(row.target);
      return {std::min(a, b), std::max(a, b)};
    }
    case LaneKind::kKind: return {row.kind, 0};
    case LaneKind::kStory: return {row.story, 0};
    case LaneKind::kNone: break;
  }
  return {0, 0};
}

// An act without a second party has no dyad, and one that no report opens with no story.
bool has_lane(const Key& key, LaneKind lanes) { return lanes == LaneKind::kNone || key.first != 0; }

struct Window {
  DayNumber from = kNoDay, to = kNoDay;

  DayNumber first_day_of(const Index::Row& row) const { return std::clamp(row.from == kNoDay ? row.to : row.from, from, to); }
};

bool is_dated(const Index::Row& row) { return row.from != kNoDay || row.to != kNoDay; }

Window window_of(const Index& index, const Sieve& sieve, const std::vector<uint32_t>& rows) {
  Window window{number_of(sieve.period().from()), number_of(sieve.period().to())};
  DayNumber first = kNoDay, last = std::numeric_limits<DayNumber>::min();
  for (uint32_t i : rows) {
    const Index::Row& row = index.rows()[i];
    if (!is_dated(row)) continue;
    first = std::min(first, std::min(row.from, row.to));
    last = std::max(last, row.to == kNoDay ? row.from : row.to);
  }
  if (window.from == kNoDay) window.from = window.to == kNoDay ? first : std::min(first, window.to);
  if (window.to == kNoDay) window.to = std::max(last, window.from);
  return window;
}

std::vector<DayNumber> edges_of(const Window& window, int bins) {
  const int64_t days = int64_t{window.to} - window.from + 1;
  const int64_t many = std::min<int64_t>(bins, days);
  std::vector<DayNumber> edges;
  for (int64_t i = 0; i <= many; ++i) edges.push_back(static_cast<DayNumber>(window.from + days * i / many));
  return edges;
}

}  // namespace

uint32_t side_of(const Index::Party& party) { return party.country != 0 ? party.country : party.actor; }

Timeline timeline(const Index& index, const Sieve& sieve, const std::vector<uint32_t>& rows, const TimelineOptions& options) {
  Timeline out;
  out.total = rows.size();
  const Window window = window_of(index, sieve, rows);
  std::map<Key, uint32_t> totals;
  for (uint32_t i : rows) {
    const Index::Row& row = index.rows()[i];
    if (!is_dated(row)) ++out.undated;
    else if (const Key key = key_of(row, options.lanes); has_lane(key, options.lanes)) ++totals[key];
  }
  if (out.undated == out.total) {
    if (out.total <= options.most_marks) out.marks.emplace();
    return out;
  }
  std::vector<std::pair<uint32_t, Key>> order;
  for (const auto& [key, total] : totals) order.emplace_back(total, key);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  order.resize(std::min(order.size(), options.most_lanes));
  std::map<Key, int> lane_of;
  for (const auto& [total, key] : order) {
    lane_of[key] = static_cast<int>(out.lanes.size());
    out.lanes.push_back({key.first, key.second, total, {}});
  }
  out.edges = edges_of(window, options.bins);
  if (out.total - out.undated <= options.most_marks) out.marks.emplace();
  std::vector<std::map<int, StandingCounts>> bins(out.lanes.size());
  for (uint32_t i : rows) {
    const Index::Row& row = index.rows()[i];
    if (!is_dated(row)) continue;
    const auto at = lane_of.find(key_of(row, options.lanes));
    const int lane = at == lane_of.end() ? -1 : at->second;
    if (out.marks) out.marks->push_back({i, lane});
    if (lane < 0) {
      ++out.rest;
      continue;
    }
    const auto edge = std::upper_bound(out.edges.begin(), out.edges.end() - 1, window.first_day_of(row));
    ++bins[static_cast<size_t>(lane)][static_cast<int>(edge - out.edges.begin()) - 1][static_cast<size_t>(sieve.standing_of(row))];
  }
  for (size_t lane = 0; lane < bins.size(); ++lane) out.lanes[lane].bins.assign(bins[lane].begin(), bins[lane].end());
  return out;
}

}  // namespace hearsay::browse
