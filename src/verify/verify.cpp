// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.h"

#include "base/revision.h"
#include "engine/engine.h"
#include "verify/verifying.h"

namespace hearsay {

void Verifying::report(Fault fault) {
  ++result_.faults;
  ++result_.mends[fault.mend];
  now_.insert({fault.of, fault.id});
  tables_.insert(fault.table + ' ' + fault.id);
  if (found_) found_(fault);
}

void Verifying::report(FaultOf of, const std::string& id, const RowFault& fault, Mend mend, int64_t number) {
  static constexpr FaultKind kKinds[] = {FaultKind::kMissing, FaultKind::kLeftOver, FaultKind::kDiffers};
  const std::string place = fault.row + (fault.row.empty() || fault.column.empty() ? "" : " ") + fault.column;
  report({kKinds[static_cast<size_t>(fault.kind)], of, id, fault.table, place, fault.found, fault.expected, mend, number});
}

void Verifying::report(FaultOf of, const std::string& id, const std::vector<Discrepancy>& wrong, Mend mend, int64_t number) {
  for (const Discrepancy& one : wrong) report({FaultKind::kDiffers, of, id, "record", one.place, one.found, one.expected, mend, number});
}

void Verifying::begin(VerifyStage stage, int64_t total) {
  before_.merge(now_);
  progress_ = {stage, 0, total};
  step(0);
}

void Verifying::step(int64_t done) {
  progress_.done = done;
  if (go_on_ && !go_on_(progress_)) throw Stopped{};
}

namespace {

void check_file(Verifying& verifying, bool quick) {
  verifying.begin(VerifyStage::kFile, 0);
  for (const std::string& line : verifying.kept.damage(quick)) {
    const bool index = line.find("missing from index") != std::string::npos || line.starts_with("wrong # of entries in index") || line.starts_with("non-unique entry in index");
    verifying.report({FaultKind::kFile, FaultOf::kStore, "", "", "", line, "", index ? Mend::kReindex : Mend::kSalvage, 0});
  }
}

// Whether the chronicle, or what it is made of, is at fault already.
bool is_shaken(const Verified& result) {
  for (Mend mend : {Mend::kCorrectionAside, Mend::kSetAside, Mend::kReadAnew, Mend::kChronicle})
    if (result.mends.contains(mend)) return true;
  return false;
}

// Why the chronicle cannot be compared with what its documents make.
LeftOut in_the_way(Inspection& kept, bool quick, const Verified& result, const std::string& packs) {
  if (quick) return LeftOut::kQuick;
  if (is_shaken(result)) return LeftOut::kFaulty;
  const Inspection::MadeBy made = kept.made_by();
  if (made.changed > 0 || made.program != kProgramRevision) return LeftOut::kUnsettled;
  return made.packs == packs ? LeftOut::kNothing : LeftOut::kOtherPacks;
}

// From the ground up, as far as it is sound; without what is worked out, where something is in the way of that.
void check_chronicle(Verifying& verifying, Verified& result) {
  const bool compared = result.left_out == LeftOut::kNothing;
  const auto shaken = [&](VerifyStage rest) {
    if (!is_shaken(result) || !compared) return false;
    result.left_out = LeftOut::kFaulty, result.left_out_from = rest;
    return true;
  };
  check_links(verifying, Inspection::Links::kReports);
  if (shaken(VerifyStage::kReports)) return;
  if (compared) check_brought(verifying);
  if (shaken(VerifyStage::kHappenings)) return;
  check_links(verifying, Inspection::Links::kChronicle);
  check_records(verifying);
  if (!compared || shaken(VerifyStage::kReports)) return;
  check_reports(verifying);
  if (shaken(VerifyStage::kHappenings)) return;
  check_happenings(verifying);
  if (!shaken(VerifyStage::kStories)) check_stories(verifying);
}

void verify(Verifying& verifying, const std::string& packs, bool quick, Verified& result) {
  check_file(verifying, quick);
  if (verifying.faults() > 0) return static_cast<void>((result.left_out = LeftOut::kFaulty, result.left_out_from = VerifyStage::kLinks));
  const Inspection::Totals totals = verifying.kept.totals();
  result.documents = totals.documents, result.happenings = totals.happenings, result.stories = totals.stories;
  result.aside = totals.aside, result.undigested = totals.undigested;
  check_links(verifying, Inspection::Links::kDocuments);
  check_documents(verifying, quick);
  result.left_out = in_the_way(verifying.kept, quick, result, packs);
  result.left_out_from = VerifyStage::kReports;
  check_chronicle(verifying, result);
}

}  // namespace

Result<Verified> verify_store(const Store& store, const Engine& engine, bool quick, const std::function<void(const Fault&)>& found, const std::function<bool(const VerifyProgress&)>& go_on) {
  Verified result;
  const auto look = [&](Shelves& shelves) {
    Verifying verifying(shelves, engine.impl().pack, result, found, go_on);
    try {
      verify(verifying, engine.packs_id(), quick, result);
    } catch (const Verifying::Stopped&) {
      result.interrupted = true;
    }
  };
  if (const Status looked = Shelves::look(store, look); !looked) return looked.error();
  return result;
}

namespace {

// What keeps a file from being looked into.
Result<Verified> closed(const std::vector<Fault>& faults, const std::function<void(const Fault&)>& found) {
  Verified result;
  for (const Fault& fault : faults) {
    ++result.faults;
    ++result.mends[fault.mend];
    if (found) found(fault);
  }
  result.left_out = LeftOut::kFaulty, result.left_out_from = VerifyStage::kLinks;
  return result;
}

}  // namespace

Result<Verified> verify_file(const std::string& db, const Engine& engine, bool quick, const std::function<void(const Fault&)>& found, const std::function<bool(const VerifyProgress&)>& go_on) {
  const Result<Store> store = Store::open(db, true);
  if (!store && !Inspection::is_damaged(db)) return store.error();
  if (!store) return closed({{FaultKind::kFile, FaultOf::kStore, "", "", "", store.error().message, "", Mend::kSalvage, 0}}, found);
  std::vector<Fault> lacking;
  for (const std::string& name : Inspection::schema_faults(db)) lacking.push_back({FaultKind::kMissing, FaultOf::kId, name, "sqlite_schema", "", "", "", Mend::kSchema, 0});
  if (!lacking.empty()) return closed(lacking, found);
  return verify_store(*store, engine, quick, found, go_on);
}

}  // namespace hearsay
