// The chronicle of an earlier day, or of some reports: the blocks that some reports tell of are grouped again without what came later, and their records written, a few
// reports in memory at a time.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "chronicle/chronicle.h"
#include "upkeep/blocks.h"
#include "upkeep/copies.h"
#include "upkeep/upkeep.h"

namespace hearsay {
namespace {

constexpr size_t kMostHeld = 500;        // reports in memory before all are dropped; those that tell one block are always held together

// The blocks of what the documents tell, and of what their copies tell: one more copy may make two families one.
std::set<int64_t> blocks_of(Shelves& shelves, const Pack& packs, const std::vector<int64_t>& documents) {
  Desk desk(shelves, packs);
  std::set<Rank> reports;
  for (int64_t number : documents)
    if (const auto report = shelves.report(key_of(shelves.id_of(number)))) reports.insert(report->rank);
  std::set<int64_t> blocks;
  for (Rank report : with_copies(desk, reports))
    for (const Shelves::Telling& telling : shelves.tellings_of(report.key)) blocks.insert(telling.block);
  return blocks;
}

}  // namespace

Result<std::vector<Happening>> chronicle_of_day(const Store& store, const Pack& packs, std::optional<Day> as_of, const DocumentQuery& told_by) {
  const auto documents = store.list_documents(told_by);
  if (!documents) return documents.error();
  std::vector<Happening> out;
  const auto look = [&](Shelves& shelves) {
    const std::set<int64_t> blocks = blocks_of(shelves, packs, *documents);
    std::set<std::string> written;
    for (auto block = blocks.begin(); block != blocks.end();) {
      Desk desk(shelves, packs);
      Blocks grouped(desk, as_of);
      for (; block != blocks.end() && desk.held() < kMostHeld; ++block) {
        for (const Group& group : grouped.at(*block).groups) {
          if (written.contains(group.id)) continue;
          const std::set<Blocks::Place> together = grouped.joined({*block, group.id});
          for (const auto& [_, id] : together) written.insert(id);
          for (Happening& happening : grouped.write(together)) out.push_back(std::move(happening));
        }
      }
    }
  };
  if (Status done = Shelves::look(store, look); !done) return done.error();
  sort_by_time(out);
  return out;
}

}  // namespace hearsay
