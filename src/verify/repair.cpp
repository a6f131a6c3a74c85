// SPDX-License-Identifier: Apache-2.0
#include "verify/repair.h"

#include "store/inspection.h"
#include "verify/reread.h"

namespace hearsay {
namespace {

bool is_of_each(Mend mend) { return mend == Mend::kRows || mend == Mend::kReadAnew || mend == Mend::kSetAside || mend == Mend::kCorrectionAside; }

std::string reason(const Fault& fault) {
  switch (fault.kind) {
    case FaultKind::kTextChanged: return "its text is not the one that was read";
    case FaultKind::kUnreadable: return fault.found;
    default: return fault.place + " is not as it should be, and its text cannot be proved whole";
  }
}

}  // namespace

void Repair::add(const Fault& fault) {
  if (is_of_each(fault.mend)) which_[fault.mend].emplace(fault.number, reason(fault));
  mends_[fault.mend] = is_of_each(fault.mend) ? static_cast<int64_t>(which_[fault.mend].size()) : 1;
}

namespace {

class Mending {
 public:
  Mending(Shelves& shelves, const Engine& engine, const std::function<void(const std::string&, const std::string&)>& aside) : kept_(shelves), engine_(engine), aside_(aside) {}

  void run(const std::map<Mend, int64_t>& mends, const std::map<Mend, std::map<int64_t, std::string>>& which) {
    const auto all = [&](Mend mend, auto work) {
      if (const auto found = which.find(mend); found != which.end())
        for (const auto& [number, why] : found->second) work(number, why);
    };
    if (mends.contains(Mend::kReindex)) kept_.reindex();
    if (mends.contains(Mend::kLoneRows)) kept_.drop_lone_rows();
    all(Mend::kCorrectionAside, [&](int64_t number, const std::string& why) { put_correction_aside(number, why); });
    all(Mend::kSetAside, [&](int64_t number, const std::string& why) { put_aside(number, why); });
    all(Mend::kReadAnew, [&](int64_t number, const std::string&) { read_anew(number); });
    all(Mend::kRows, [&](int64_t number, const std::string&) { rewrite(number); });
    // Words are forgotten by telling the index what they were, which of a damaged text is not known.
    if (words_ || mends.contains(Mend::kWords)) kept_.rewrite_words();
    if (mends.contains(Mend::kRoll)) kept_.rewrite_roll();
    if (mends.contains(Mend::kCorrected)) kept_.rewrite_corrected();
    if (mends.contains(Mend::kChronicle)) kept_.empty_chronicle();
  }

 private:
  void put_aside(int64_t number, const std::string& why) {
    const std::string id = kept_.set_aside(number, why);
    words_ = true;
    if (aside_) aside_(id, why);
  }
  void put_correction_aside(int64_t number, const std::string& why) {
    kept_.set_correction_aside(number, why);
    if (aside_) aside_("c" + std::to_string(number), why);
  }
  void read_anew(int64_t number) {
    const Result<Analysis> analysis = reread(engine_, kept_.record_of(number));
    analysis ? kept_.replace(number, *analysis) : put_aside(number, analysis.error().message);
  }
  void rewrite(int64_t number) {
    const Result<Analysis> analysis = read_analysis_record(kept_.record_of(number));
    if (analysis) kept_.rewrite_rows(number, *analysis);
  }

  Inspection kept_;
  const Engine& engine_;
  const std::function<void(const std::string&, const std::string&)>& aside_;
  bool words_ = false;
};

}  // namespace

Status Repair::run(Store& store, const Engine& engine, const std::function<void(const std::string&, const std::string&)>& aside) const {
  return Shelves::change(store, [&](Shelves& shelves) { Mending(shelves, engine, aside).run(mends_, which_); });
}

Status complete_schema(const std::string& db) { return Inspection::complete_schema(db); }

// Former ids lead to what is there once the chronicle has been made.
Status Repair::finish(Store& store) const {
  if (!mends_.contains(Mend::kFormerIds)) return Nothing{};
  return Shelves::change(store, [](Shelves& shelves) { Inspection(shelves).drop_links(); });
}

}  // namespace hearsay
