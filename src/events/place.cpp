// SPDX-License-Identifier: Apache-2.0
#include "events/place.h"

namespace hearsay {

namespace {

int named_in(const ReportView& report, const Groups& groups, int32_t group) {
  for (int32_t place : groups.clauses().parts(group, report.keys.in))
    for (int actor : groups.mentioned_in(place)) {
      const ActorKind kind = report.actor(actor).kind;
      if (kind == ActorKind::kPlace || kind == ActorKind::kState) return actor;
    }
  return -1;
}

// A state that modifies a noun may be a party, a mere place cannot.
int modifying(const ReportView& report, const Groups& groups, int32_t noun) {
  for (int32_t modifier : groups.clauses().parts(noun, report.keys.modifier))
    for (int actor : groups.mentioned_in(modifier))
      if (report.actor(actor).kind == ActorKind::kPlace) return actor;
  return -1;
}

// "The summit was held in Hanoi": the verb says no more than that it took place.
int held_at(const ReportView& report, const Groups& groups, int32_t noun) {
  const int32_t verb = groups.clauses().part(noun, report.keys.governor);
  return verb >= 0 && groups.is_act(verb, "hold|have|do") ? named_in(report, groups, verb) : -1;
}

}  // namespace

int place_of(const ReportView& report, const Groups& groups, const Candidate& candidate) {
  if (candidate.venue >= 0) return candidate.venue;
  int place = named_in(report, groups, candidate.group);
  for (size_t i = 0; place < 0 && i < candidate.used.size(); ++i) {
    place = named_in(report, groups, candidate.used[i]);
    if (place < 0) place = modifying(report, groups, candidate.used[i]);
  }
  if (place >= 0 || groups.is_verb(candidate.group)) return place;
  place = modifying(report, groups, candidate.group);
  return place >= 0 ? place : held_at(report, groups, candidate.group);
}

}  // namespace hearsay
