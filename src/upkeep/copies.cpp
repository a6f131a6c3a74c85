// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "upkeep/copies.h"
#include "upkeep/desk.h"

namespace hearsay {
namespace {

// Those before a report that it is to be compared with.
std::set<Rank> candidates(Desk& desk, Rank report) {
  std::map<Rank, Meetings> met;
  for (uint64_t print : unpack_prints(desk.shelves.report(report.key)->prints)) {
    const std::vector<Rank> before = desk.shelves.before(print, report, kMostBetween);
    for (size_t between = 0; between < before.size(); ++between) met[before[between]].add(between);
  }
  const std::vector<uint16_t> its = unpack_sketch(desk.shelves.sketch(report.key));
  std::set<Rank> out;
  for (const auto& [other, meetings] : met)
    if (meetings.enough() && may_share_passage(unpack_sketch(desk.shelves.sketch(other.key)), its)) out.insert(other);
  return out;
}

void change(Desk& desk, Rank a, Rank b) {
  desk.copies_changed.insert(a.key);
  desk.copies_changed.insert(b.key);
}

// The report with all that copies lead to from it, in order.
std::vector<Rank> copies_around(Desk& desk, Rank report) {
  std::set<Rank> found{report};
  std::vector<Rank> open{report};
  while (!open.empty()) {
    const Rank next = open.back();
    open.pop_back();
    for (Rank other : desk.shelves.copies_of(next.key))
      if (found.insert(other).second) open.push_back(other);
  }
  return {found.begin(), found.end()};
}

}  // namespace

void find_pairs(Desk& desk) {
  for (Rank report : desk.reprinted) {
    std::set<Rank> wanted = candidates(desk, report);
    for (const Shelves::Pair& pair : desk.shelves.pairs_of(report.key)) {
      if (wanted.erase(pair.a) > 0) continue;
      desk.shelves.remove_pair(pair.a.key, report.key);
      change(desk, pair.a, report);
    }
    for (Rank other : wanted) {
      const Shared shared = compare_words(desk.words(other.key), desk.words(report.key), 0, 1);
      if (shared.passages.empty()) continue;
      desk.shelves.add_pair({other, report, is_copy(shared), pack(shared)});
      change(desk, other, report);
    }
  }
}

std::set<Rank> with_copies(Desk& desk, const std::set<Rank>& reports) {
  std::set<Rank> all;
  for (Rank report : reports) {
    if (all.contains(report)) continue;
    const std::vector<Rank> around = copies_around(desk, report);
    all.insert(around.begin(), around.end());
  }
  return all;
}

Copies copies_among(Desk& desk, const std::vector<Rank>& reports) {
  std::vector<const Analysis*> documents;
  SharedWords shared;
  for (Rank report : reports) {
    documents.push_back(&desk.analysis(report.key));
    shared.words.push_back(desk.words(report.key));
    shared.sketches.push_back(unpack_sketch(desk.shelves.sketch(report.key)));
  }
  for (size_t b = 0; b < reports.size(); ++b) {
    for (const Shelves::Pair& pair : desk.shelves.pairs_of(reports[b].key)) {
      const auto a = std::lower_bound(reports.begin(), reports.end(), pair.a);
      if (a == reports.end() || *a != pair.a) continue;
      Shared& held = shared.pairs.emplace_back(unpack_pair(pair.passages));
      held.a = static_cast<int>(a - reports.begin());
      held.b = static_cast<int>(b);
    }
  }
  sort_pairs(shared.pairs);
  return settle_copies(documents, std::move(shared));
}

void find_families(Desk& desk) {
  std::set<int64_t> done;
  for (int64_t key : desk.copies_changed) {
    const auto report = desk.shelves.report(key);
    if (!report || done.contains(key)) continue;
    const std::vector<Rank> around = copies_around(desk, report->rank);
    const std::vector<int> family = around.size() == 1 ? std::vector<int>{0} : copies_among(desk, around).family;
    for (size_t i = 0; i < around.size(); ++i) {
      done.insert(around[i].key);
      desk.touched.insert(around[i].key);
      desk.shelves.set_family(around[i].key, around[static_cast<size_t>(family[i])]);
      for (const Shelves::Telling& telling : desk.shelves.tellings_of(around[i].key)) desk.blocks.insert(telling.block);
    }
  }
}

}  // namespace hearsay
