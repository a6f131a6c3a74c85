// A record is read and written again: whatever it repeats, words at their places, names and codes of actors, must come out as it stands there. Digests say what else is not
// as it was saved.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "document/document.h"
#include "verify/verifying.h"

namespace hearsay {
namespace {

constexpr size_t kMostHeld = 256;                // documents whose rows are compared at once
constexpr size_t kMostHeldBytes = 4 << 20;       // of their texts

void check_sentence(std::vector<Discrepancy>& out, const Analysis& analysis, const char* list, size_t i, int sentence) {
  const size_t sentences = analysis.sentences.size();
  if (static_cast<size_t>(sentence) < sentences) return;
  out.push_back({list + std::string("[") + std::to_string(i) + "].sentence", std::to_string(sentence), "less than " + std::to_string(sentences)});
}

// What readers of records take as it is given: numbers of sentences, and statements that stand in one another.
std::vector<Discrepancy> loose_ends(const Analysis& analysis) {
  std::vector<Discrepancy> out;
  const auto& statements = analysis.statements;
  for (size_t i = 0; i < statements.size(); ++i) {
    check_sentence(out, analysis, "statements", i, statements[i].sentence);
    size_t steps = 0;
    for (int parent = statements[i].parent; parent >= 0 && steps <= statements.size(); ++steps) parent = statements[static_cast<size_t>(parent)].parent;
    if (steps > statements.size()) out.push_back({"statements[" + std::to_string(i) + "].parent", "s" + std::to_string(statements[i].parent + 1), "one that it does not hold itself"});
  }
  for (size_t i = 0; i < analysis.events.size(); ++i) check_sentence(out, analysis, "events", i, analysis.events[i].sentence);
  for (size_t i = 0; i < analysis.figures.size(); ++i) check_sentence(out, analysis, "figures", i, analysis.figures[i].sentence);
  return out;
}

// The id is made of the bytes and the end of the path.
std::optional<Discrepancy> wrong_id(const Inspection::RawDocument& raw, const Document& document) {
  Document named = document;
  name_document(named, std::string(raw.path));
  if (named.id == raw.id) return std::nullopt;
  return Discrepancy{"id", std::string(raw.id), named.id};
}

class Documents {
 public:
  Documents(Verifying& verifying, bool quick) : verifying_(verifying), quick_(quick) {}

  void run() {
    int64_t done = 0;
    verifying_.begin(VerifyStage::kDocuments, verifying_.kept.totals().documents);
    if (!quick_)
      for (const auto& [index, why] : verifying_.kept.sum_words()) verifying_.report({FaultKind::kUnreadable, FaultOf::kId, index, "", "", why, "", Mend::kWords, 0});
    verifying_.kept.each_document([&](const Inspection::RawDocument& raw) {
      check(raw);
      if (held_.size() >= kMostHeld || bytes_ >= kMostHeldBytes) compare();
      verifying_.step(++done);
    });
    if (quick_) return;
    compare();
    for (const auto& [number, fault] : verifying_.kept.words_left_over()) {
      const std::string id = "document number " + std::to_string(number);
      if (!damaged_.contains(number) && !verifying_.is_named_in(fault.table, id)) verifying_.report(FaultOf::kId, id, fault, Mend::kWords);
    }
    if (!actors_differ_)
      for (const RowFault& fault : verifying_.kept.compare_roll()) verifying_.report(fault.table == "roll" ? FaultOf::kActor : FaultOf::kId, fault.row, without_row(fault), Mend::kRoll);
  }

 private:
  static RowFault without_row(RowFault fault) { return fault.row.clear(), fault; }

  void check(const Inspection::RawDocument& raw) {
    const bool changed = !raw.digest.empty() && sha256_hex(raw.record) != raw.digest;
    if (quick_ && !changed) return;
    Result<Analysis> analysis = read_analysis_record(raw.record);
    const int64_t before = verifying_.faults();
    judge(raw, analysis, changed);
    if (verifying_.faults() > before) return static_cast<void>(damaged_.insert(raw.number));
    if (quick_) return;
    bytes_ += analysis->document.text.size();
    ids_[raw.number] = raw.id;
    held_.push_back({raw.number, std::move(*analysis)});
  }

  void judge(const Inspection::RawDocument& raw, const Result<Analysis>& analysis, bool changed) {
    const std::string id(raw.id);
    const std::string text = analysis ? analysis->document.text : text_of_record(raw.record);
    const bool whole = raw.text_digest.empty() ? analysis && sha256_hex(text) == analysis->document.sha256 : sha256_hex(text) == raw.text_digest;
    const Mend mend = whole ? Mend::kReadAnew : Mend::kSetAside;
    const auto fault = [&](FaultKind kind, const std::string& why) { verifying_.report({kind, FaultOf::kDocument, id, "record", "", why, "", mend, raw.number}); };
    if (!whole && !raw.text_digest.empty() && !text.empty()) return fault(FaultKind::kTextChanged, "");
    if (!analysis) return fault(FaultKind::kUnreadable, analysis.error().message);
    std::vector<Discrepancy> wrong = loose_ends(*analysis);
    for (Discrepancy& one : discrepancies(raw.record, analysis_record(*analysis), kMostDiscrepancies)) wrong.push_back(std::move(one));
    if (!wrong.empty()) return verifying_.report(FaultOf::kDocument, id, wrong, mend, raw.number);
    if (changed) return fault(FaultKind::kReadingChanged, "");
    // With a sound record it is the column that is wrong.
    if (const auto other = wrong_id(raw, analysis->document))
      verifying_.report({FaultKind::kDiffers, FaultOf::kDocument, id, "documents", other->place, other->found, other->expected, Mend::kRows, raw.number});
  }

  void compare() {
    for (const auto& [number, fault] : verifying_.kept.compare_documents(held_)) {
      const bool words = fault.table == "exact" || fault.table == "plain";
      if (words && verifying_.is_named_in(fault.table, ids_[number])) continue;
      if (fault.table == "actors") actors_differ_ = true;
      verifying_.report(FaultOf::kDocument, ids_[number], fault, words ? Mend::kWords : Mend::kRows, number);
    }
    held_.clear();
    ids_.clear();
    bytes_ = 0;
  }

  Verifying& verifying_;
  const bool quick_;
  std::vector<Inspection::Held> held_;
  std::map<int64_t, std::string> ids_;
  size_t bytes_ = 0;
  std::set<int64_t> damaged_;
  bool actors_differ_ = false;
};

void check_corrections(Verifying& verifying) {
  verifying.kept.each_correction([&](const Inspection::RawCorrection& raw) {
    const std::string id = "c" + std::to_string(raw.number);
    const Result<Correction> correction = read_correction_record(raw.record);
    if (!correction) return verifying.report({FaultKind::kUnreadable, FaultOf::kCorrection, id, "record", "", correction.error().message, "", Mend::kCorrectionAside, raw.number});
    std::set<std::string> documents;
    for (const CorrectedPlace& place : correction->places) documents.insert(place.document);
    const std::vector<std::string> kept = verifying.kept.corrected_by(raw.number);
    const std::set<std::string> held(kept.begin(), kept.end());
    for (const std::string& document : documents)
      if (!held.contains(document)) verifying.report({FaultKind::kMissing, FaultOf::kCorrection, id, "corrected", document, "", "", Mend::kCorrected, raw.number});
    for (const std::string& document : held)
      if (!documents.contains(document)) verifying.report({FaultKind::kLeftOver, FaultOf::kCorrection, id, "corrected", document, "", "", Mend::kCorrected, raw.number});
  });
}

}  // namespace

void check_documents(Verifying& verifying, bool quick) {
  Documents(verifying, quick).run();
  check_corrections(verifying);
}

}  // namespace hearsay
