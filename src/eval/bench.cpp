// SPDX-License-Identifier: Apache-2.0
#include "eval/bench.h"

#include <algorithm>
#include <tuple>

namespace hearsay {

void Bench::add(Judged judged) {
  ++documents_;
  for (const auto& [layer, tally] : judged.figures) figures_[layer][judged.lang] += tally;
  for (Finding& finding : judged.findings) findings_.push_back(std::move(finding));
  for (const auto& [rule, share] : judged.rules) rules_[rule] += share;
}

std::vector<std::pair<std::string, Tally>> Bench::figures(LayerName layer) const {
  std::vector<std::pair<std::string, Tally>> out;
  const auto languages = figures_.find(layer);
  if (languages == figures_.end()) return out;
  Tally all;
  for (const auto& [language, tally] : languages->second) {
    out.emplace_back(language, tally);
    all += tally;
  }
  out.emplace_back("all", all);
  return out;
}

std::vector<FindingGroup> Bench::groups() const {
  std::map<std::tuple<LayerName, Cause, std::string>, FindingGroup> grouped;
  for (const Finding& finding : findings_) {
    const Cause cause = finding.blame.cause;
    const std::string rule = cause == Cause::kNone ? finding.blame.rule : std::string();
    FindingGroup& group = grouped[{finding.layer, cause, rule}];
    group.layer = finding.layer;
    group.cause = cause;
    group.rule = rule;
    group.findings.push_back(finding);
    if (const auto finds = rules_.find(rule); finds != rules_.end()) group.finds = finds->second;
  }
  std::vector<FindingGroup> out;
  for (auto& [key, group] : grouped) out.push_back(std::move(group));
  std::stable_sort(out.begin(), out.end(), [](const FindingGroup& a, const FindingGroup& b) { return a.findings.size() > b.findings.size(); });
  return out;
}

}  // namespace hearsay
