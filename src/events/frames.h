// Which frame a group fits: the head must be the frame's, and its tests must hold of the parts they name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "events/parties.h"

namespace hearsay {

class FrameMatcher {
 public:
  FrameMatcher(const ReportView& report, const Groups& groups, const Parties& parties);
  // The first frame that fits and has its parties: the higher priority first, then the more tests. A frame whose parties
  // are named goes before one whose parties must be guessed; what may be told of anybody comes last.
  std::optional<Candidate> fit(int32_t group) const;


  // The steps of `fit`, for whoever asks why nothing fits.
  // The frames that the group's head may begin, in the order in which they are tried; until the next group is asked for.
  const std::vector<uint32_t>& of_head(int32_t group) const;
  bool passes(const Frame& frame, Candidate& candidate) const;
  bool holds(const FrameTest& test, Candidate& candidate) const;

 private:
  bool denied(int32_t group) const;
  bool political(const Candidate& candidate) const;
  std::optional<Candidate> fit_known(int32_t group, std::vector<Candidate>& of_anybody) const;

  const ReportView& report_;
  const Groups& groups_;
  mutable std::vector<uint32_t> of_head_;
  const Parties& parties_;
};

}  // namespace hearsay
