// On which days an act may have happened: the nearest date of its sentence, else what the day of publication and an office bound.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/candidate.h"
#include "events/groups.h"

namespace hearsay {

class Dating {
 public:
  Dating(const ReportView& report, const Groups& groups);
  // Sets the event's time and days; what lies after publication has not happened yet.
  void date(const Candidate& candidate, Event& event) const;
  // "Progress since the 2018 summit", "since the summit of 2018": whether a group bears its own past date. One that stands right behind
  // it is its own only if the group is no object or subject, which what is hoped or planned would date.
  bool bears_past_date(int32_t group) const;

 private:
  int distance(const Edge& time, int32_t group) const;
  int verbs_within(int from, int to, int32_t but) const;
  bool is_own(const Edge& time, int32_t group) const;
  bool led_by(const Edge& time, std::string_view roles) const;
  bool of_birth(const Edge& time) const;
  int opens_clause(uint16_t at, std::string_view kinds) const;
  bool does_the_act(int from, int to) const;
  bool in_clause_apart(const Edge& time, int32_t group) const;
  bool gives_a_day(Span words) const;
  bool dates_the_saying(const Found& found, const Event& event) const;
  bool is_act_noun(int32_t group) const;
  bool may_date(const Found& found, const Candidate& candidate, const Event& event) const;
  bool nearest_time(const Candidate& candidate, const Event& event, bool own, int& time) const;
  bool as_told(const Candidate& candidate, Event& event) const;
  size_t last_of_list(size_t first) const;
  int32_t saying_verb(const Statement& told) const;
  bool bound_by_saying(const Candidate& candidate, Event& event) const;
  bool widen(const Candidate& candidate, Event& event) const;
  bool goes_on(const Candidate& candidate, Event& event) const;
  void day_after_told(Event& event) const;
  void bound_by_office(const Candidate& candidate, Event& event) const;
  bool of_one_side(const std::vector<int>& side, int actor) const;

  const ReportView& report_;
  const Groups& groups_;
  StrId kind_;                  // a column of conjunctions
};

}  // namespace hearsay
