// SPDX-License-Identifier: Apache-2.0
#include "upkeep/upkeep.h"

#include "upkeep/desk.h"

namespace hearsay {
namespace {

// Documents in one transaction: enough that blocks and lists which many of them touch are written once, few enough that others who write need
// not wait for long.
constexpr size_t kBatch = 1000;

void settle(Shelves& shelves, const Pack& packs, const DeskRoom& room, const std::vector<std::string>& ids) {
  Desk desk(shelves, packs, room);
  desk.last_before = shelves.last_report();
  take_out(desk, ids);
  take_in(desk, ids);
  find_pairs(desk);
  find_families(desk);
  keep_happenings(desk);
  keep_stories(desk);
  for (const std::string& id : ids) shelves.forget_changed(id);
}

}  // namespace

Status update_chronicle(Store& store, const Pack& packs, const std::string& packs_id, const std::function<bool(int64_t)>& go_on, const DeskRoom& room) {
  int64_t left = 0;
  const auto step = [&](Shelves& shelves) {
    shelves.begin(packs_id);
    settle(shelves, packs, room, shelves.changed(kBatch));
    left = shelves.count_changed();
    if (left == 0) shelves.end();
  };
  do {
    if (Status done = Shelves::change(store, step); !done) return done;
  } while (left > 0 && (!go_on || go_on(left)));
  return Nothing{};
}

}  // namespace hearsay
