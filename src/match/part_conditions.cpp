// SPDX-License-Identifier: Apache-2.0
#include "match/part_conditions.h"

namespace hearsay {

PartConditions::PartConditions(const Language& language) : width_(language.conditions.size() / 64 + 1) {
  for (uint32_t at = 0; at < language.conditions.size(); ++at) {
    const NodeCondition& condition = language.conditions[at];
    if (condition.kind != ConditionKind::kPartSymbol) continue;
    for (uint32_t symbol : language.values.subspan(condition.value_first, condition.value_count)) {
      if (asked_by_.size() <= symbol) asked_by_.resize(symbol + 1u);
      asked_by_[symbol].push_back(at);
    }
  }
}

SetId PartConditions::of(std::span<const Symbol> symbols) {
  scratch_.assign(symbols.begin(), symbols.end());
  std::sort(scratch_.begin(), scratch_.end());
  scratch_.erase(std::unique(scratch_.begin(), scratch_.end()), scratch_.end());
  return sets_.intern(scratch_);
}

void PartConditions::work_out(SetId set) {
  if (set >= known_.size()) known_.resize(set + 1u, false), met_.resize((set + 1u) * width_, 0);
  known_[set] = true;
  for (Symbol symbol : sets_.items(set)) {
    if (symbol >= asked_by_.size()) continue;
    for (uint32_t condition : asked_by_[symbol]) met_[set * width_ + condition / 64] |= uint64_t{1} << (condition & 63);
  }
}

}  // namespace hearsay
