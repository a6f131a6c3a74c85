// SPDX-License-Identifier: Apache-2.0
#include "correction/places.h"

#include <algorithm>

#include "record/names.h"

namespace hearsay {
namespace {

std::string actor_id(const Analysis& analysis, int actor) { return actor < 0 ? "-" : analysis.actors[static_cast<size_t>(actor)].id; }

std::string reading_of(const Analysis& analysis, const Event& event) {
  return event.kind + ' ' + actor_id(analysis, event.source.actor) + ' ' + actor_id(analysis, event.target.actor) + ' ' + std::string(to_string(event.status));
}

std::string reading_of(const Analysis& analysis, const Statement& said) {
  const std::string speaker = said.speaker.actor < 0 ? said.speaker.name : actor_id(analysis, said.speaker.actor);
  return std::string(to_string(said.act)) + ' ' + speaker;
}

struct Stretch {
  uint32_t start = 0, end = 0;           // code points
};

// Of two stretches, the share that both have.
double common_share(Stretch a, Stretch b) {
  const uint32_t start = std::max(a.start, b.start), end = std::min(a.end, b.end);
  const uint32_t all = std::max(a.end, b.end) - std::min(a.start, b.start);
  return end <= start || all == 0 ? 0 : static_cast<double>(end - start) / all;
}

// More than half of the words must be the same, so that no two items that do not overlap can both be meant.
constexpr double kSamePlace = 0.5;

template <class Item>
int find(const Analysis& analysis, const std::vector<Item>& items, const CorrectedPlace& place, bool any_reading) {
  const CodePoints points(analysis.document.text);
  int best = -1;
  std::pair<bool, double> closest{false, kSamePlace};
  for (size_t i = 0; i < items.size(); ++i) {
    const bool same = place.read_as.empty() || reading_of(analysis, items[i]) == place.read_as;
    if (!same && !any_reading) continue;
    const double share = common_share({points.at(items[i].span.start), points.at(items[i].span.end)}, {place.start, place.end});
    if (share <= kSamePlace || std::pair(same, share) <= closest) continue;
    closest = {same, share};
    best = static_cast<int>(i);
  }
  return best;
}

bool concerns(const CorrectedPlace& place, const Analysis& analysis) { return place.document == analysis.document.id; }

}  // namespace

CorrectedPlace place_of(const Analysis& analysis, CorrectedItem item, int index) {
  const bool event = item == CorrectedItem::kEvent;
  const auto at = static_cast<size_t>(index);
  const Span span = event ? analysis.events[at].span : analysis.statements[at].span;
  const CodePoints points(analysis.document.text);
  CorrectedPlace place{analysis.document.id, item, points.at(span.start), points.at(span.end), "", analysis.document.text.substr(span.start, span.length())};
  place.read_as = event ? reading_of(analysis, analysis.events[at]) : reading_of(analysis, analysis.statements[at]);
  return place;
}

int find_item(const Analysis& analysis, const CorrectedPlace& place, CorrectionKind kind) {
  const bool any_reading = kind == CorrectionKind::kMerge || kind == CorrectionKind::kSplit;
  if (place.item == CorrectedItem::kEvent) return find(analysis, analysis.events, place, any_reading);
  if (place.item == CorrectedItem::kStatement) return find(analysis, analysis.statements, place, any_reading);
  return -1;
}

namespace {

// The outlet that prints the report is one of its actors where it has an owner, even if no pack holds it and nobody names it: as if a pack said so.
void own(const Correction& correction, Analysis& analysis) {
  const Document& document = analysis.document;
  const auto is_it = [&](const Actor& actor) { return actor.id == correction.actor; };
  if (document.outlet_id == correction.actor && std::none_of(analysis.actors.begin(), analysis.actors.end(), is_it)) {
    Actor& outlet = analysis.actors.emplace_back();
    outlet.id = correction.actor;
    outlet.name = document.outlet_name.value_or(correction.actor);
    outlet.kind = ActorKind::kOrganisation;
    outlet.outlet = true;
  }
  for (Actor& actor : analysis.actors)
    if (is_it(actor)) actor.owner = correction.owner;
}

}  // namespace

void apply(const Correction& correction, Analysis& analysis) {
  if (!correction.withdrawn.empty()) return;
  if (correction.kind == CorrectionKind::kOwner) own(correction, analysis);
  for (const CorrectedPlace& place : correction.places) {
    if (!concerns(place, analysis)) continue;
    const int at = find_item(analysis, place, correction.kind);
    if (at < 0) continue;
    const auto index = static_cast<size_t>(at);
    if (correction.kind == CorrectionKind::kReject) {
      if (place.item == CorrectedItem::kEvent) analysis.events[index].rejected = true;
      else analysis.statements[index].rejected = true;
    } else if (correction.kind == CorrectionKind::kMerge || correction.kind == CorrectionKind::kSplit) {
      const bool apart = correction.kind == CorrectionKind::kSplit;
      analysis.events[index].ties.push_back({correction.id, correction.by, apart, apart ? place.part : 0, correction.told_as});
    }
  }
}

bool is_found(const Correction& correction, const Analysis& analysis) {
  return std::all_of(correction.places.begin(), correction.places.end(), [&](const CorrectedPlace& place) {
    return !concerns(place, analysis) || place.item == CorrectedItem::kWords || find_item(analysis, place, correction.kind) >= 0;
  });
}

}  // namespace hearsay
