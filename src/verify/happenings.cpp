// Happenings, a block at a time, with those that acts of three or more join to it; and stories. Each is made again of its parts and compared, record and columns.
// SPDX-License-Identifier: Apache-2.0
#include "upkeep/blocks.h"
#include "upkeep/stories.h"
#include "verify/verifying.h"

namespace hearsay {
namespace {

using Kept = Inspection::Kept;

class Happenings {
 public:
  explicit Happenings(Verifying& verifying) : verifying_(verifying), desk_(verifying.shelves, verifying.packs), blocks_(desk_) {}

  void run() {
    const std::vector<int64_t> all = verifying_.kept.blocks();
    verifying_.begin(VerifyStage::kHappenings, static_cast<int64_t>(all.size()));
    for (int64_t done = 0; int64_t block : all) {
      blocks_.make_room();
      if (check_grouping(block)) check_records(block);
      verifying_.step(++done);
    }
  }

 private:
  // Which tellings are one.
  bool check_grouping(int64_t key) {
    const int64_t before = verifying_.faults();
    const Block& block = blocks_.at(key);
    Shelves& expected = verifying_.kept.expected();
    for (const Group& group : block.groups) {
      expected.set_grouped(key, group.id, made_of(block, group));
      for (int i : group.told) check_telling(block.rows[static_cast<size_t>(i)], group.id);
    }
    for (const RowFault& fault : verifying_.kept.compare(Kept::kGrouped, key)) verifying_.report(FaultOf::kHappening, fault.row, without_row(fault), Mend::kChronicle);
    return verifying_.faults() == before;
  }
  static RowFault without_row(RowFault fault) { return fault.row.clear(), fault; }

  void check_telling(const Shelves::Telling& row, const std::string& happening) {
    if (row.happening == happening) return;
    const auto report = verifying_.shelves.report(row.report.key);
    verifying_.report({FaultKind::kDiffers, FaultOf::kDocument, report ? report->id : "", "tellings", "e" + std::to_string(row.event + 1) + " happening", row.happening, happening,
                       Mend::kChronicle, 0});
  }

  void check_records(int64_t key) {
    std::vector<std::string> ids;
    for (const Group& group : blocks_.at(key).groups) ids.push_back(group.id);
    for (const std::string& id : ids) {
      if (joined_.erase(id) > 0) continue;
      desk_.make_room();
      const std::set<Blocks::Place> together = blocks_.joined({key, id});
      for (const Blocks::Place& place : together)
        if (place.second != id) joined_.insert(place.second);
      for (const Happening& happening : blocks_.write(together)) check(happening);
    }
  }

  void check(const Happening& happening) {
    verifying_.kept.expected().put(happening);
    const std::optional<Rank> story = story_opening_with(verifying_.shelves, happening.id);
    verifying_.kept.expected().set_story_of(happening.id, story ? std::optional(story->key) : std::nullopt);
    const std::string record = verifying_.kept.record(Inspection::Records::kHappenings, happening.id);
    for (const RowFault& fault : verifying_.kept.compare(Kept::kHappening, happening.id)) verifying_.report(FaultOf::kHappening, happening.id, fault, Mend::kChronicle);
    verifying_.report(FaultOf::kHappening, happening.id, discrepancies(record, happening_record(happening), kMostDiscrepancies), Mend::kChronicle);
  }

  Verifying& verifying_;
  Desk desk_;
  Blocks blocks_;
  std::set<std::string> joined_;         // that have been compared along with others, and are yet to come
};

}  // namespace

void check_happenings(Verifying& verifying) { Happenings(verifying).run(); }

void check_stories(Verifying& verifying) {
  Desk desk(verifying.shelves, verifying.packs);
  const std::vector<Rank> all = verifying.kept.stories();
  verifying.begin(VerifyStage::kStories, static_cast<int64_t>(all.size()));
  for (int64_t done = 0; Rank story : all) {
    desk.make_room();
    if (const std::optional<Story> record = write_story(desk, story)) {
      verifying.kept.expected().put(*record, verifying.shelves.reports_of(story, 1).front());
      for (const RowFault& fault : verifying.kept.compare(Kept::kStory, story.key)) verifying.report(FaultOf::kStory, record->id, fault, Mend::kChronicle);
      verifying.report(FaultOf::kStory, record->id, discrepancies(verifying.kept.record(Inspection::Records::kStories, record->id), story_record(*record), kMostDiscrepancies), Mend::kChronicle);
    }
    verifying.step(++done);
  }
}

}  // namespace hearsay
