// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/hash.h"
#include "story/item.h"
#include "upkeep/copies.h"
#include "upkeep/desk.h"

namespace hearsay {
namespace {

struct Met {
  Rank other;
  size_t between = 0;      // how many stand between in a list
};

// Of each report, those that stand before it in the lists of its prints.
std::map<Rank, std::vector<Met>> neighbours(Desk& desk, const std::set<Rank>& reports) {
  std::vector<Listing> asked;
  for (Rank report : reports)
    for (uint64_t print : unpack_prints(desk.shelves.report(report.key)->prints)) asked.push_back({print, report});
  in_order_of_lists(asked);
  std::map<Rank, std::vector<Met>> out;
  for (const Listing& listing : asked) {
    const std::vector<Rank> before = desk.shelves.before(listing.term, listing.report, kNearestInList);
    std::vector<Met>& met = out[listing.report];
    for (size_t between = 0; between < before.size(); ++between) met.push_back({before[between], between});
  }
  return out;
}

// Those before a report that it is to be compared with.
std::set<Rank> candidates(Desk& desk, Rank report, const std::vector<Met>& neighbours) {
  std::map<Rank, Meetings> met;
  for (const Met& one : neighbours) met[one.other].add(one.between);
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

// The report with all that copies lead to from it, over none that comes after `last`, in order.
std::vector<Rank> copies_around(Desk& desk, Rank report, Rank last = kLastRank) {
  std::set<Rank> found{report};
  std::vector<Rank> open{report};
  while (!open.empty()) {
    const Rank next = open.back();
    open.pop_back();
    for (Rank other : desk.shelves.copies_of(next.key))
      if (other <= last && found.insert(other).second) open.push_back(other);
  }
  return {found.begin(), found.end()};
}

}  // namespace

std::map<Rank, std::set<Rank>> to_compare(Desk& desk, const std::set<Rank>& reports) {
  std::map<Rank, std::set<Rank>> out;
  for (const auto& [report, met] : neighbours(desk, reports)) out[report] = candidates(desk, report, met);
  return out;
}

std::optional<Shelves::Pair> compare_reports(Desk& desk, Rank a, Rank b) {
  const Shared shared = compare_words(desk.words(a.key), desk.words(b.key), 0, 1);
  if (shared.passages.empty()) return std::nullopt;
  return Shelves::Pair{a, b, is_copy(shared), pack(shared)};
}

void find_pairs(Desk& desk) {
  auto near = to_compare(desk, desk.reprinted);
  for (Rank report : desk.reprinted) {
    desk.make_room();
    std::set<Rank>& wanted = near[report];
    for (const Shelves::Pair& pair : desk.shelves.pairs_of(report.key)) {
      if (wanted.erase(pair.a) > 0) continue;
      desk.shelves.remove_pair(pair.a.key, report.key);
      change(desk, pair.a, report);
    }
    for (Rank other : wanted) {
      const auto pair = compare_reports(desk, other, report);
      if (!pair) continue;
      desk.shelves.add_pair(*pair);
      change(desk, other, report);
    }
  }
}

std::set<Rank> with_copies(Desk& desk, const std::set<Rank>& reports, Rank last) {
  std::set<Rank> all;
  for (Rank report : reports) {
    if (all.contains(report)) continue;
    const std::vector<Rank> around = copies_around(desk, report, last);
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

namespace {

// Of each report, in order: a hash of all that its records hang on here. 0 of one without copies.
std::vector<uint64_t> ways(const std::vector<Rank>& reports, const Copies& copies) {
  std::map<int, int> originals;
  for (size_t i = 0; i < reports.size(); ++i) originals[copies.family[i]] += copies.copy_of[i] < 0;
  std::vector<uint64_t> own, out;
  for (size_t i = 0; i < reports.size(); ++i) {
    uint64_t hash = hash_bytes(originals[copies.family[i]] > 1 ? "several originals" : "one", static_cast<uint64_t>(reports[static_cast<size_t>(copies.family[i])].key));
    const auto add = [&](int document) { hash = hash_bytes("", hash ^ static_cast<uint64_t>(document < 0 ? 0 : item(reports, document).key)); };
    add(copies.copy_of[i]);
    for (size_t p : copies.copied[i]) add(copies.shared.pairs[p].a == static_cast<int>(i) ? copies.shared.pairs[p].b : copies.shared.pairs[p].a);
    own.push_back(hash);
  }
  // Where words come from is followed to the end, so that what those are copied from counts as well.
  for (size_t i = 0; i < reports.size(); ++i) {
    std::set<size_t> passed{i};
    std::vector<size_t> open{i};
    uint64_t all = 0;
    while (!open.empty()) {
      const size_t at = open.back();
      open.pop_back();
      all += own[at];
      for (size_t p : copies.copied[at]) {
        const Shared& pair = copies.shared.pairs[p];
        const auto other = static_cast<size_t>(pair.a == static_cast<int>(at) ? pair.b : pair.a);
        if (passed.insert(other).second) open.push_back(other);
      }
    }
    out.push_back(all == 0 ? 1 : all);
  }
  return out;
}

}  // namespace

Kin kin_of(Desk& desk, Rank report) {
  Kin kin{copies_around(desk, report), {}, {}};
  if (kin.reports.size() == 1) return kin.family = kin.reports, kin.copies = {0}, kin;
  const Copies copies = copies_among(desk, kin.reports);
  for (int first : copies.family) kin.family.push_back(item(kin.reports, first));
  kin.copies = ways(kin.reports, copies);
  return kin;
}

void find_families(Desk& desk) {
  std::set<int64_t> done;
  for (int64_t key : desk.copies_changed) {
    const auto report = desk.shelves.report(key);
    if (!report || done.contains(key)) continue;
    desk.make_room();
    const Kin kin = kin_of(desk, report->rank);
    for (size_t i = 0; i < kin.reports.size(); ++i) {
      const Rank one = kin.reports[i];
      done.insert(one.key);
      const auto held = desk.shelves.report(one.key);
      if (held->family == kin.family[i] && held->copies == kin.copies[i]) continue;
      desk.touched.insert(one.key);
      desk.shelves.set_family(one.key, kin.family[i], kin.copies[i]);
      for (const Shelves::Telling& telling : desk.shelves.tellings_of(one.key)) desk.blocks.insert(telling.block);
    }
  }
}

}  // namespace hearsay
