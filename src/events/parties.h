// Who did it to whom: the paths a frame names, and where they name nobody, what the report has told beside.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "events/candidate.h"
#include "events/groups.h"

namespace hearsay {

class Parties {
 public:
  Parties(const ReportView& report, const Groups& groups);
  // Fills in the candidate's parties; false if it lacks one that it must have.
  //   `guess`  a party that nothing names may be inferred
  bool find(Candidate& candidate, bool guess) const;
  // The target of an act that names none may be whom another act of the sentence is done to.
  void borrow_target_within(Candidate& candidate, const std::vector<Candidate>& others) const;
  // An act told before that is answered in kind has for its target whoever answers: "X switched off its loudspeakers. Y answered by
  // switching off its own."
  void complete_answered(const Event& answer, std::vector<Event>& told) const;

 private:
  struct Side {
    std::vector<int> actors;
    int32_t group = -1;                  // that names them
    int place = -1;
    int32_t place_group = -1;
    bool mutual = false;                 // "each other"
  };
  Side on_paths(const Candidate& candidate, uint32_t first, uint32_t count, const std::vector<int>& other) const;
  bool joint(const Frame& frame) const;
  std::string root_of(const Candidate& candidate) const;
  bool done_with(const Frame& frame) const;
  bool named_as_wanted(const Candidate& candidate) const;
  void take_own_state(Candidate& candidate) const;
  bool may_be_own(const Frame& frame) const;
  bool at_home(const Candidate& candidate) const;
  void take_owner(Candidate& candidate) const;
  bool done_to_others(const Candidate& candidate) const;
  bool done_to_own(const Side& source, const Side& target) const;
  int32_t subject_over(int32_t group) const;
  void read_paths(Candidate& candidate, bool& target_is_place) const;
  void take_main_subject(Candidate& candidate) const;
  void borrow_parties(Candidate& candidate) const;
  bool same_side(int actor, const std::vector<int>& named) const;
  bool names_unknown(const Candidate& candidate, uint32_t first, uint32_t count) const;
  void borrow_sides_of_violence(Candidate& candidate) const;
  void borrow_protesters(Candidate& candidate) const;
  bool of_country(int actor, const std::string& country) const;
  bool may_borrow_target(const Candidate& candidate) const;
  void borrow_target(Candidate& candidate) const;
  bool is_answer(const Candidate& candidate) const;
  bool names_other(const Candidate& candidate) const;
  void answer_target(Candidate& candidate) const;
  void drop_venue(Candidate& candidate) const;
  bool names_third(const Candidate& candidate, const Event& told) const;
  bool stands_beside_subject(const Candidate& candidate, const Found& mention) const;
  int32_t object_over(int32_t verb) const;
  bool on_wrong_side(const Candidate& candidate, const Found& mention) const;
  bool done_to_another(const Candidate& candidate) const;
  void take_two_sides(Candidate& candidate) const;
  std::vector<const Found*> countries_named(int venue) const;
  bool is_teller(const Candidate& candidate, const Found& mention) const;
  bool only_tells(const Candidate& candidate, const Found& mention) const;

  const ReportView& report_;
  const Groups& groups_;
};

}  // namespace hearsay
