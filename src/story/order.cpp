// SPDX-License-Identifier: Apache-2.0
#include "story/order.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "story/period.h"

namespace hearsay {

std::vector<const Analysis*> canonical_order(const std::vector<Analysis>& analyses, const std::optional<Day>& as_of) {
  std::vector<const Analysis*> documents;
  for (const Analysis& analysis : analyses) {
    const std::optional<Day>& day = analysis.document.published_day;
    if (!as_of || (day && *day <= *as_of)) documents.push_back(&analysis);
  }
  const auto key = [](const Analysis* a) {
    const Document& d = a->document;
    return std::tuple(or_last(d.published_day), std::string_view(d.id), std::string_view(d.path));
  };
  std::stable_sort(documents.begin(), documents.end(), [&](const Analysis* a, const Analysis* b) { return key(a) < key(b); });
  std::set<std::string_view> seen;
  std::erase_if(documents, [&](const Analysis* a) { return !seen.insert(a->document.id).second; });
  return documents;
}

}  // namespace hearsay
