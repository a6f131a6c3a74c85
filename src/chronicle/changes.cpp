// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "hearsay/hearsay.h"
#include "story/item.h"

namespace hearsay {
namespace {

using Place = std::pair<std::string_view, int>;        // a document and an event in it

Place place_of(const HappeningMention& mention) { return {mention.document, mention.event}; }

HappeningChange compare_with(const std::vector<Happening>& before, const std::map<Place, int>& told, const Happening& now, int index) {
  HappeningChange change;
  change.now = index;
  std::set<int> held;
  std::set<std::string> known;
  for (const HappeningMention& mention : now.mentions)
    if (const auto at = told.find(place_of(mention)); at != told.end()) held.insert(at->second);
  change.before.assign(held.begin(), held.end());
  for (int one : held)
    for (const HappeningMention& mention : item(before, one).mentions) known.insert(mention.document);
  for (const HappeningMention& mention : now.mentions)
    if (known.insert(mention.document).second) change.documents.push_back(mention.document);
  if (change.before.size() != 1) return change;
  const Happening& was = item(before, change.before.front());
  change.standing = was.standing != now.standing;
  change.status = was.status != now.status;
  change.dates = was.from != now.from || was.to != now.to;
  return change;
}

bool says_something(const HappeningChange& change) {
  return change.before.size() != 1 || change.standing || change.status || change.dates || !change.documents.empty();
}

}  // namespace

std::vector<HappeningChange> compare(const std::vector<Happening>& before, const std::vector<Happening>& after) {
  std::map<Place, int> told;
  for (size_t i = 0; i < before.size(); ++i)
    for (const HappeningMention& mention : before[i].mentions) told.emplace(place_of(mention), static_cast<int>(i));
  std::vector<HappeningChange> out;
  std::set<int> lives_on;
  for (size_t i = 0; i < after.size(); ++i) {
    HappeningChange change = compare_with(before, told, after[i], static_cast<int>(i));
    lives_on.insert(change.before.begin(), change.before.end());
    if (says_something(change)) out.push_back(std::move(change));
  }
  for (size_t i = 0; i < before.size(); ++i) {
    if (lives_on.contains(static_cast<int>(i))) continue;
    out.emplace_back().before = {static_cast<int>(i)};
  }
  return out;
}

}  // namespace hearsay
