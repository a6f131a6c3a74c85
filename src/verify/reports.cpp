// Reports on the shelves: what each brings, with whom it shares words, of which family and which story it is. In the order of reports, a thousand at a time.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "upkeep/brought.h"
#include "upkeep/copies.h"
#include "upkeep/stories.h"
#include "verify/verifying.h"

namespace hearsay {
namespace {

constexpr size_t kTogether = 1000;       // reports whose lists are looked up at once, as in a batch of upkeep

using Kept = Inspection::Kept;

class Reports {
 public:
  explicit Reports(Verifying& verifying) : verifying_(verifying), desk_(verifying.shelves, verifying.packs), all_(verifying.kept.reports()) {}

  // What each brings by itself.
  void check_brought() {
    verifying_.begin(VerifyStage::kReports, static_cast<int64_t>(all_.size()));
    each([&](Rank report) { check_brought(report); });
    for (int64_t key : verifying_.kept.listed_left_over()) verifying_.report({FaultKind::kLeftOver, FaultOf::kId, "report " + std::to_string(key), "listed", "", "", "", Mend::kChronicle, 0});
  }
  // What it is among others.
  void check_kin() {
    verifying_.begin(VerifyStage::kReports, static_cast<int64_t>(all_.size()) * 3);
    each_thousand([&](const std::set<Rank>& reports) { check_stories(reports); });
    const int64_t before = verifying_.faults();
    each_thousand([&](const std::set<Rank>& reports) { check_pairs(reports); });
    if (verifying_.faults() == before) each([&](Rank report) { check_family(report); });
  }

 private:
  template <class Work>
  void each(Work work) {
    for (Rank report : all_) {
      desk_.make_room();
      work(report);
      verifying_.step(++done_);
    }
  }
  template <class Work>
  void each_thousand(Work work) {
    for (size_t from = 0; from < all_.size(); from += kTogether) {
      const size_t to = std::min(all_.size(), from + kTogether);
      work(std::set<Rank>(all_.begin() + static_cast<std::ptrdiff_t>(from), all_.begin() + static_cast<std::ptrdiff_t>(to)));
      verifying_.step(done_ += static_cast<int64_t>(to - from));
    }
  }

  std::string id_of(Rank report) const {
    const auto held = verifying_.shelves.report(report.key);
    return held ? held->id : std::string();
  }
  std::string named(Rank report) const {
    const std::string id = id_of(report);
    return id.empty() ? "report " + std::to_string(report.key) : id;
  }
  void differs(Rank report, const std::string& table, const std::string& place, const std::string& found, const std::string& expected) {
    verifying_.report({FaultKind::kDiffers, FaultOf::kDocument, id_of(report), table, place, found, expected, Mend::kChronicle, 0});
  }
  void report_rows(Rank report, Kept kept) {
    for (const RowFault& fault : verifying_.kept.compare(kept, report.key)) verifying_.report(FaultOf::kDocument, id_of(report), fault, Mend::kChronicle);
  }

  void check_brought(Rank report) {
    const Brought brought = brought_by(desk_.analysis(report.key), verifying_.packs);
    Shelves& expected = verifying_.kept.expected();
    expected.add_report(brought.report);
    for (const Shelves::Telling& telling : brought.tellings) expected.add_telling(telling);
    report_rows(report, Kept::kReport);
    report_rows(report, Kept::kTellings);
    if (!verifying_.kept.is_listed(report, brought.terms)) verifying_.report({FaultKind::kDiffers, FaultOf::kDocument, id_of(report), "listed", "", "", "", Mend::kChronicle, 0});
  }

  void check_stories(const std::set<Rank>& reports) {
    for (const auto& [report, others] : before_by_terms(desk_, reports)) {
      desk_.make_room();
      const Rank expected = choose_story(desk_, report, others);
      const std::optional<Rank> found = desk_.story(report.key);
      if (found != expected) differs(report, "reports", "story", found ? named(*found) : "null", named(expected));
    }
  }

  void check_pairs(const std::set<Rank>& reports) {
    auto wanted = to_compare(desk_, reports);
    for (Rank report : reports) {
      desk_.make_room();
      check_pairs(report, wanted[report]);
    }
  }
  void check_pairs(Rank report, std::set<Rank>& others) {
    const auto fault = [&](FaultKind kind, Rank other) { verifying_.report({kind, FaultOf::kDocument, id_of(report), "pairs", named(other), "", "", Mend::kChronicle, 0}); };
    for (const Shelves::Pair& pair : verifying_.shelves.pairs_of(report.key)) {
      const auto expected = others.erase(pair.a) > 0 ? compare_reports(desk_, pair.a, report) : std::nullopt;
      if (!expected) fault(FaultKind::kLeftOver, pair.a);
      else if (expected->copy != pair.copy || expected->passages != pair.passages || pair.b != report) fault(FaultKind::kDiffers, pair.a);
    }
    for (Rank other : others)
      if (compare_reports(desk_, other, report)) fault(FaultKind::kMissing, other);
  }

  // All that copies lead to from one another are looked at together, by the first of them.
  void check_family(Rank report) {
    const Kin kin = kin_of(desk_, report);
    if (kin.reports.front() != report) return;
    for (size_t i = 0; i < kin.reports.size(); ++i) {
      const Rank one = kin.reports[i];
      const auto held = verifying_.shelves.report(one.key);
      if (!held) continue;
      if (held->family != kin.family[i]) differs(one, "reports", "family", named(held->family), named(kin.family[i]));
      if (held->copies != kin.copies[i]) differs(one, "reports", "copies", std::to_string(held->copies), std::to_string(kin.copies[i]));
      for (const Shelves::Telling& telling : verifying_.shelves.tellings_of(one.key))
        if (telling.family != kin.family[i]) differs(one, "tellings", "e" + std::to_string(telling.event + 1) + " family", named(telling.family), named(kin.family[i]));
    }
  }

  Verifying& verifying_;
  Desk desk_;
  const std::vector<Rank> all_;
  int64_t done_ = 0;
};

}  // namespace

void check_brought(Verifying& verifying) { Reports(verifying).check_brought(); }
void check_reports(Verifying& verifying) { Reports(verifying).check_kin(); }

}  // namespace hearsay
