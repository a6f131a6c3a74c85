// All reports of a run together: the figures, and what is wrong, by what is to blame for it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "eval/judge.h"

namespace hearsay {

// What one rule did wrong, or what lacked one thing.
struct FindingGroup {
  LayerName layer = LayerName::kTime;
  Cause cause = Cause::kNone;
  std::string rule;                      // of kNone
  std::vector<Finding> findings;
  Share finds;                           // of a rule: how many of its finds were scored, and are right
};

class Bench {
 public:
  void add(Judged judged);
  int documents() const { return documents_; }
  // Of a layer that some gold file has: each language in order, then all ("all").
  std::vector<std::pair<std::string, Tally>> figures(LayerName layer) const;
  // The largest first, then in order of layer, cause and rule. Within a group in the order of the reports.
  std::vector<FindingGroup> groups() const;

 private:
  int documents_ = 0;
  std::map<LayerName, std::map<std::string, Tally>> figures_;
  std::vector<Finding> findings_;
  std::map<std::string, Share> rules_;
};

}  // namespace hearsay
