// SPDX-License-Identifier: Apache-2.0
#include "match/node_symbols.h"

#include <algorithm>

namespace hearsay {

namespace {

bool ask_alike(const Language& language, const NodeCondition& a, const NodeCondition& b) {
  const auto x = language.values.subspan(a.value_first, a.value_count), y = language.values.subspan(b.value_first, b.value_count);
  return a.part == b.part && a.key == b.key && std::equal(x.begin(), x.end(), y.begin(), y.end());
}

}  // namespace

NodeSymbols::NodeSymbols(const Language& language) {
  auto add = [](auto& all, auto one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  for (size_t at = 0; at < language.node_symbols.size();) {
    Asked asked;
    asked.category = language.node_symbols[at].category;
    const size_t first = at;
    for (; at < language.node_symbols.size() && language.node_symbols[at].category == asked.category; ++at) {
      const NodeSymbol& symbol = language.node_symbols[at];
      for (const NodeCondition& condition : language.conditions.subspan(symbol.condition_first, symbol.condition_count)) {
        switch (condition.kind) {
          case ConditionKind::kAttr: add(asked.keys, condition.key); break;
          case ConditionKind::kPartPresent:
          case ConditionKind::kPartSymbol: add(asked.parts, condition.part); break;
          case ConditionKind::kPartAttr:
            if (std::none_of(asked.part_attrs.begin(), asked.part_attrs.end(), [&](const NodeCondition* known) { return ask_alike(language, *known, condition); }))
              asked.part_attrs.push_back(&condition);
            break;
        }
      }
    }
    asked.symbols = language.node_symbols.subspan(first, at - first);
    asked_.push_back(std::move(asked));
  }
}

const NodeSymbols::Asked* NodeSymbols::asked(StrId category) const {
  const auto at = std::lower_bound(asked_.begin(), asked_.end(), category, [](const Asked& asked, StrId id) { return asked.category < id; });
  return at != asked_.end() && at->category == category ? &*at : nullptr;
}

}  // namespace hearsay
