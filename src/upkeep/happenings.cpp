// Blocks are grouped as a whole, from what is kept of their tellings; records are written of those happenings alone that consist of other tellings
// than before, or whose reports have changed.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "base/hash.h"
#include "story/item.h"
#include "upkeep/blocks.h"

namespace hearsay {
namespace {

class Grouping {
 public:
  explicit Grouping(Desk& desk) : desk_(desk), blocks_(desk) {}

  void run() {
    for (int64_t block : desk_.blocks) settle(block);
    lead_on();
    while (!open_.empty()) write(*open_.begin());
  }

 private:
  void settle(int64_t key) {
    blocks_.make_room();
    Block& its = blocks_.at(key);
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
        if (row.happening == group.id) continue;
        const std::string was = row.happening.empty() ? former(row) : row.happening;
        if (!was.empty()) ++became_[was][group.id];
        desk_.shelves.assign(row, group.id);
        row.happening = group.id;
      }
      used_.insert(hash_bytes(group.id));
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
      if (used_.contains(hash_bytes(id))) continue;
      const auto most = std::max_element(now.begin(), now.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      desk_.leave_story(id);
      desk_.shelves.remove_happening(id);
      desk_.shelves.succeed(id, most == now.end() ? "" : most->first);
    }
    for (const auto& [_, id] : open_) desk_.shelves.in_use(id);
  }

  void write(const Blocks::Place& place) {
    desk_.make_room();
    blocks_.make_room();
    const std::set<Blocks::Place> together = blocks_.joined(place);
    for (const Blocks::Place& one : together) open_.erase(one);
    for (const Happening& happening : blocks_.write(together)) {
      desk_.shelves.put(happening);
      desk_.happenings.insert(happening.id);
    }
  }

  Desk& desk_;
  Blocks blocks_;
  std::map<std::string, std::map<std::string, int>> became_;   // by former id
  std::unordered_set<uint64_t> used_;            // hashes of ids, as these are many
  std::set<Blocks::Place> open_;                 // to be written
};

}  // namespace

void keep_happenings(Desk& desk) { Grouping(desk).run(); }

}  // namespace hearsay
