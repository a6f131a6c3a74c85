// Blocks of tellings and the happenings they are grouped into, as of today or of an earlier day; the records of those that are asked for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "story/happenings.h"
#include "upkeep/desk.h"

namespace hearsay {

struct Block {
  std::vector<Shelves::Telling> rows;    // in order
  std::vector<Group> groups;             // `told` are indexes of rows
  std::map<std::string, size_t> by_id;
  std::vector<size_t> group_of;          // each row's
  uint64_t asked = 0;                    // when it was last asked for, counted in such questions

  const Group& group(const std::string& id) const { return groups[by_id.at(id)]; }
};

// A hash of all that makes the group what it is, but for what its documents say.
uint64_t made_of(const Block& block, const Group& group);

class Blocks {
 public:
  // A happening, and the block where it is found.
  using Place = std::pair<int64_t, std::string>;

  //   until  as if nothing had been published after it, nor anything whose day is unknown
  explicit Blocks(Desk& desk, std::optional<Day> until = {});

  // Stays where it is until room is made.
  Block& at(int64_t key);
  // Lets go of the blocks that were asked for longest ago where too many tellings are held; of the last few never. They are grouped again if they are asked for.
  void make_room();
  // With all groups that clauses of three or more join it to.
  std::set<Place> joined(const Place& first);
  // Of places that are joined, and all of them.
  std::vector<Happening> write(const std::set<Place>& together);

 private:
  Rank family_of(const Shelves::Telling& row);

  Desk& desk_;
  Rank last_;                            // of the reports that count
  std::map<int64_t, Block> blocks_;
  uint64_t questions_ = 0;
  size_t tellings_ = 0;                  // in the blocks held
  std::map<Rank, Rank> families_;        // as of the earlier day
};

}  // namespace hearsay
