// SPDX-License-Identifier: Apache-2.0
#include "upkeep/blocks.h"

#include <algorithm>
#include <deque>

#include "base/hash.h"
#include "chronicle/chronicle.h"
#include "story/item.h"
#include "upkeep/copies.h"

namespace hearsay {
namespace {

constexpr size_t kAlwaysHeld = 16;       // blocks that acts of three or more are joined over: grouped once, however large they are

std::string number(int64_t value) { return std::to_string(value) + ' '; }

}  // namespace

uint64_t made_of(const Block& block, const Group& group) {
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

Blocks::Blocks(Desk& desk, std::optional<Day> until) : desk_(desk), last_(kLastRank) {
  if (until) last_.day = static_cast<int32_t>(until->time_since_epoch().count());
}

Block& Blocks::at(int64_t key) {
  const auto [place, fresh] = blocks_.try_emplace(key);
  Block& block = place->second;
  block.asked = ++questions_;
  if (!fresh) return block;
  block.rows = desk_.shelves.tellings_in(key);
  std::erase_if(block.rows, [&](const Shelves::Telling& row) { return row.report > last_; });
  tellings_ += block.rows.size();
  std::vector<Told> all(block.rows.size());
  std::deque<Event> events;
  std::map<Rank, int> documents, families;
  for (Shelves::Telling& row : block.rows) {
    row.family = family_of(row);
    documents.emplace(row.report, 0), families.emplace(row.family, 0);
  }
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
  block.group_of.resize(block.rows.size());
  for (size_t g = 0; g < block.groups.size(); ++g) {
    block.by_id[block.groups[g].id] = g;
    for (int i : block.groups[g].told) block.group_of[static_cast<size_t>(i)] = g;
  }
  return block;
}

void Blocks::make_room() {
  if (tellings_ <= desk_.room.tellings || blocks_.size() <= kAlwaysHeld) return;
  std::vector<std::pair<uint64_t, int64_t>> by_question;
  for (const auto& [key, block] : blocks_) by_question.emplace_back(block.asked, key);
  std::sort(by_question.begin(), by_question.end());
  by_question.resize(by_question.size() - kAlwaysHeld);
  for (const auto& [_, key] : by_question) {
    if (tellings_ <= desk_.room.tellings / 2) break;     // half: so that room need not be made for each block
    const auto block = blocks_.find(key);
    tellings_ -= block->second.rows.size();
    blocks_.erase(block);
  }
}

// The first of the copies that were there by then.
Rank Blocks::family_of(const Shelves::Telling& row) {
  if (last_.day == Rank::kUndated) return row.family;
  if (const auto known = families_.find(row.report); known != families_.end()) return known->second;
  const std::set<Rank> copies = with_copies(desk_, {row.report}, last_);
  const std::vector<Rank> order(copies.begin(), copies.end());
  if (order.size() == 1) return families_[row.report] = row.report;
  const std::vector<int> family = copies_among(desk_, order).family;
  for (size_t i = 0; i < order.size(); ++i) families_[order[i]] = order[static_cast<size_t>(family[i])];
  return families_.at(row.report);
}

std::set<Blocks::Place> Blocks::joined(const Place& first) {
  std::set<Place> found{first};
  std::vector<Place> next{first};
  while (!next.empty()) {
    const Place place = next.back();
    next.pop_back();
    const Block& its = at(place.first);
    for (int i : its.group(place.second).told) {
      const auto& clause = its.rows[static_cast<size_t>(i)].clause;
      if (!clause) continue;
      for (const Shelves::Telling& other : desk_.shelves.tellings_of_clause(*clause)) {
        const Block& there = at(other.block);
        const auto same = [&](const Shelves::Telling& row) { return row.report == other.report && row.event == other.event; };
        const auto row = std::find_if(there.rows.begin(), there.rows.end(), same);
        if (row == there.rows.end()) continue;
        const Place joins{other.block, there.groups[there.group_of[static_cast<size_t>(row - there.rows.begin())]].id};
        if (found.insert(joins).second) next.push_back(joins);
      }
    }
  }
  return found;
}

std::vector<Happening> Blocks::write(const std::set<Place>& together) {
  std::set<Rank> reports;
  for (const auto& [key, id] : together) {
    const Block& its = at(key);
    for (int i : its.group(id).told) reports.insert(its.rows[static_cast<size_t>(i)].report);
  }
  reports = with_copies(desk_, reports, last_);
  const std::vector<Rank> order(reports.begin(), reports.end());
  std::vector<const Analysis*> documents;
  std::map<Rank, int> number_of;         // in the library
  for (Rank report : order) {
    number_of[report] = static_cast<int>(documents.size());
    documents.push_back(&desk_.analysis(report.key));
  }
  const Library library(documents, desk_.packs.world(), copies_among(desk_, order));
  std::vector<Group> groups;
  for (const auto& [key, id] : together) {
    const Block& its = at(key);
    Group& group = groups.emplace_back(its.group(id));
    for (int& i : group.told) {
      const Shelves::Telling& row = its.rows[static_cast<size_t>(i)];
      i = told_at(library.told, number_of[row.report], row.event);
    }
  }
  return write_happenings(library, groups);
}

}  // namespace hearsay
