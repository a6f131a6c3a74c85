// Blocks are grouped as a whole, from what is kept of their tellings; records are written of those happenings alone that consist of other tellings
// than before, or whose reports have changed.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>

#include "base/hash.h"
#include "chronicle/chronicle.h"
#include "upkeep/copies.h"
#include "upkeep/desk.h"

namespace hearsay {
namespace {

struct Block {
  std::vector<Shelves::Telling> rows;    // in order
  std::vector<Group> groups;             // `told` are indexes of rows
  std::map<std::string, size_t> by_id;
};

std::string number(int64_t value) { return std::to_string(value) + ' '; }

class Grouping {
 public:
  explicit Grouping(Desk& desk) : desk_(desk) {}

  void run() {
    for (int64_t block : desk_.blocks) settle(block);
    lead_on();
    while (!open_.empty()) write(*open_.begin());
  }

 private:
  // A happening, and the block where it is found.
  using Place = std::pair<int64_t, std::string>;

  Block& block(int64_t key) {
    const auto [at, fresh] = blocks_.try_emplace(key);
    Block& block = at->second;
    if (!fresh) return block;
    block.rows = desk_.shelves.tellings_in(key);
    std::vector<Told> all(block.rows.size());
    std::deque<Event> events;
    std::map<Rank, int> documents, families;
    for (const Shelves::Telling& row : block.rows) documents.emplace(row.report, 0), families.emplace(row.family, 0);
    for (auto* numbers : {&documents, &families})
      for (int n = 0; auto& [_, its] : *numbers) its = n++;
    for (size_t i = 0; i < all.size(); ++i) {
      const Shelves::Telling& row = block.rows[i];
      unpack_told(row.told, all[i], events.emplace_back());
      all[i].document = documents[row.report];
      all[i].event = row.event;
      all[i].family = families[row.family];
    }
    block.groups = group_events(all);
    for (Shelves::Telling& row : block.rows) std::string().swap(row.told);   // nobody asks for it again, and many blocks are held at once
    for (size_t g = 0; g < block.groups.size(); ++g) block.by_id[block.groups[g].id] = g;
    return block;
  }

  // All that makes the group what it is, but for what its documents say.
  static uint64_t made_of(const Block& block, const Group& group) {
    std::string all;
    for (size_t i = 0; i < group.told.size(); ++i) {
      const Shelves::Telling& row = item(block.rows, group.told[i]);
      all += number(row.report.key) + number(row.event) + group.because[i] + '|';
    }
    if (group.period) all += in_words(*group.period);
    for (const auto* linked : {&group.plans, &group.fulfilments}) {
      all += '|';
      for (const std::string& id : *linked) all += id;
    }
    return hash_bytes(all);
  }

  void settle(int64_t key) {
    Block& its = block(key);
    std::map<std::string, uint64_t> before = desk_.shelves.grouped(key);
    for (const Group& group : its.groups) {
      const uint64_t now = made_of(its, group);
      const auto held = before.find(group.id);
      bool changed = held == before.end() || held->second != now;
      if (changed) desk_.shelves.set_grouped(key, group.id, now);
      if (held != before.end()) before.erase(held);
      for (int i : group.told) {
        Shelves::Telling& row = item(its.rows, i);
        changed |= desk_.touched.contains(row.report.key);
        const std::string was = row.happening.empty() ? former(row) : row.happening;
        if (!was.empty()) ++became_[was][group.id];
        if (row.happening == group.id) continue;
        desk_.shelves.assign(row, group.id);
        row.happening = group.id;
      }
      used_.insert(group.id);
      if (changed) open_.insert({key, group.id});
    }
    for (const auto& [id, _] : before) desk_.shelves.ungroup(key, id);
  }

  // What a telling was of before its report was read anew: of several at one place the same in number, else the first.
  std::string former(const Shelves::Telling& row) const {
    const auto there = desk_.former.find({row.report.key, row.start});
    if (there == desk_.former.end()) return {};
    const auto same = there->second.find(row.event);
    return (same == there->second.end() ? there->second.begin() : same)->second;
  }

  // Ids that are no longer in use lead to what most of their tellings are now.
  void lead_on() {
    for (const std::string& id : desk_.loosened) became_[id];
    for (const auto& [id, now] : became_) {
      if (used_.contains(id)) continue;
      const auto most = std::max_element(now.begin(), now.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      desk_.leave_story(id);
      desk_.shelves.remove_happening(id);
      desk_.shelves.succeed(id, most == now.end() ? "" : most->first);
    }
    for (const auto& [_, id] : open_) desk_.shelves.in_use(id);
  }

  // With all groups that clauses of three or more join it to.
  std::set<Place> joined(const Place& first) {
    std::set<Place> found{first};
    std::vector<Place> next{first};
    while (!next.empty()) {
      const Place place = next.back();
      next.pop_back();
      const Block& its = block(place.first);
      for (int i : its.groups[its.by_id.at(place.second)].told) {
        const auto& clause = item(its.rows, i).clause;
        if (!clause) continue;
        for (const Shelves::Telling& other : desk_.shelves.tellings_of_clause(*clause)) {
          const Place there{other.block, other.happening};
          if (block(other.block).by_id.contains(other.happening) && found.insert(there).second) next.push_back(there);
        }
      }
    }
    return found;
  }

  void write(const Place& place) {
    const std::set<Place> together = joined(place);
    std::set<Rank> reports;
    for (const auto& [key, id] : together) {
      const Block& its = block(key);
      for (int i : its.groups[its.by_id.at(id)].told) reports.insert(item(its.rows, i).report);
    }
    reports = with_copies(desk_, reports);
    const std::vector<Rank> order(reports.begin(), reports.end());
    std::vector<const Analysis*> documents;
    std::map<Rank, int> first_told;      // of each document: where its events begin in the library
    for (int told = 0; Rank report : order) {
      documents.push_back(&desk_.analysis(report.key));
      first_told[report] = told;
      told += static_cast<int>(documents.back()->events.size());
    }
    const Library library(documents, desk_.packs.world(), copies_among(desk_, order));
    std::vector<Group> groups;
    for (const auto& [key, id] : together) {
      const Block& its = block(key);
      Group& group = groups.emplace_back(its.groups[its.by_id.at(id)]);
      for (int& i : group.told) i = first_told[item(its.rows, i).report] + item(its.rows, i).event;
      open_.erase({key, id});
    }
    for (const Happening& happening : write_happenings(library, groups)) {
      desk_.shelves.put(happening);
      desk_.happenings.insert(happening.id);
    }
  }

  Desk& desk_;
  std::map<int64_t, Block> blocks_;
  std::map<std::string, std::map<std::string, int>> became_;   // by former id
  std::set<std::string> used_;
  std::set<Place> open_;                 // to be written
};

}  // namespace

void keep_happenings(Desk& desk) { Grouping(desk).run(); }

}  // namespace hearsay
