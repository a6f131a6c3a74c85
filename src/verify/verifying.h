// What the checks share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "pack/pack.h"
#include "record/discrepancies.h"
#include "store/inspection.h"
#include "verify/verify.h"

namespace hearsay {

class Verifying {
 public:
  // Thrown where it is to stop, caught in verify_store.
  struct Stopped {};

  Verifying(Shelves& on, const Pack& read_by, Verified& result, const std::function<void(const Fault&)>& found, const std::function<bool(const VerifyProgress&)>& go_on)
      : shelves(on), packs(read_by), kept(on), result_(result), found_(found), go_on_(go_on) {}

  void report(Fault fault);
  void report(FaultOf of, const std::string& id, const RowFault& fault, Mend mend, int64_t number = 0);
  // What a record has otherwise than the one that should be there.
  void report(FaultOf of, const std::string& id, const std::vector<Discrepancy>& wrong, Mend mend, int64_t number = 0);
  // Whether something has been named before this stage.
  bool is_named(FaultOf of, const std::string& id) const { return before_.contains({of, id}); }
  bool is_named_in(const std::string& table, const std::string& id) const { return tables_.contains(table + ' ' + id); }
  int64_t faults() const { return result_.faults; }
  // A stage begins, or has come so far.
  void begin(VerifyStage stage, int64_t total);
  void step(int64_t done);

  Shelves& shelves;
  const Pack& packs;
  Inspection kept;

 private:
  Verified& result_;
  const std::function<void(const Fault&)>& found_;
  const std::function<bool(const VerifyProgress&)>& go_on_;
  std::set<std::pair<FaultOf, std::string>> before_, now_;
  std::set<std::string> tables_;
  VerifyProgress progress_;
};

inline constexpr size_t kMostDiscrepancies = 20;         // of one record: they are of one cause

// What leads nowhere: rows, and what is written in records.
void check_links(Verifying& verifying, Inspection::Links links);
void check_records(Verifying& verifying);
// Documents by themselves, corrections, and the rows that repeat them; `quick`: those alone whose digest says that they are damaged.
void check_documents(Verifying& verifying, bool quick);
// The chronicle from the ground up; each rests on the ones before.
void check_brought(Verifying& verifying);
void check_reports(Verifying& verifying);
void check_happenings(Verifying& verifying);
void check_stories(Verifying& verifying);

}  // namespace hearsay
