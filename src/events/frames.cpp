// SPDX-License-Identifier: Apache-2.0
#include "events/frames.h"

#include <algorithm>

#include "actors/actors.h"

namespace hearsay {

FrameMatcher::FrameMatcher(const ReportView& report, const Groups& groups, const Parties& parties) : report_(report), groups_(groups), parties_(parties) {}

const std::vector<uint32_t>& FrameMatcher::of_head(int32_t group) const {
  const Frames& all = report_.frames;
  std::vector<uint32_t>& frames = of_head_;
  frames.clear();
  const bool verb = groups_.is_verb(group);
  for (Symbol symbol : groups_.head_symbols(group)) {
    if (symbol >= all.by_symbol.size()) continue;
    for (uint32_t frame : all.by_symbol[symbol])
      if ((all.frames[frame].noun == 0) == verb) frames.push_back(frame);
  }
  std::sort(frames.begin(), frames.end());
  frames.erase(std::unique(frames.begin(), frames.end()), frames.end());
  return frames;
}

bool FrameMatcher::political(const Candidate& candidate) const {
  const auto known = [&](int actor) { return is_political(report_.actor(actor)); };
  return std::any_of(candidate.source.begin(), candidate.source.end(), known) || std::any_of(candidate.target.begin(), candidate.target.end(), known);
}

std::optional<Candidate> FrameMatcher::fit(int32_t group) const {
  std::vector<Candidate> of_anybody;
  std::optional<Candidate> best = fit_known(group, of_anybody);
  if (best && political(*best)) return best;
  for (Candidate& candidate : of_anybody)
    if (parties_.find(candidate, true)) return std::move(candidate);
  return best;
}

// The frames that tell acts of states and offices; what fits and may be told of anybody is set aside.
std::optional<Candidate> FrameMatcher::fit_known(int32_t group, std::vector<Candidate>& of_anybody) const {
  std::vector<Candidate> passed;
  Candidate candidate;
  candidate.group = group;
  for (uint32_t index : of_head(group)) {
    candidate.frame = &report_.frames.frames[index];
    candidate.used.clear();
    candidate.hidden.clear();
    if (!passes(*candidate.frame, candidate)) continue;
    if (candidate.frame->flags & kNoEvent) break;
    if (candidate.frame->flags & kAnyParty) {
      of_anybody.push_back(candidate);
      continue;
    }
    if (Candidate filled = candidate; parties_.find(filled, false)) return filled;
    passed.push_back(candidate);
  }
  for (Candidate& guessed : passed)
    if (parties_.find(guessed, true)) return std::move(guessed);
  return std::nullopt;
}

// A verb is denied by its own group, a noun by the verb it is said with: "is no bargaining chip".
bool FrameMatcher::denied(int32_t group) const {
  const int32_t verb = groups_.is_verb(group) ? group : groups_.clauses().part(group, report_.keys.governor);
  return verb >= 0 && report_.text(groups_.node_at(verb)->attr(report_.keys.polarity)) == "negative";
}

bool FrameMatcher::passes(const Frame& frame, Candidate& candidate) const {
  if ((frame.flags & kNegative) && !denied(candidate.group)) return false;
  for (const FrameTest& test : report_.frames.tests.subspan(frame.test_first, frame.test_count))
    if (!holds(test, candidate)) return false;
  return true;
}

bool FrameMatcher::holds(const FrameTest& test, Candidate& candidate) const {
  const bool of_symbols = test.kind == FrameTestKind::kSymbol || test.kind == FrameTestKind::kNotSymbol;
  const std::span<const int32_t> groups = groups_.follow(candidate.group, test.path, of_symbols);
  const auto wanted = report_.frames.symbols.subspan(test.symbol_first, test.symbol_count);
  const bool of_complement = test.path.step_count == 1 && report_.frames.steps[test.path.step_first] == report_.keys.complement;
  bool found = false;
  switch (test.kind) {
    case FrameTestKind::kPresent:
      if (!groups.empty() && of_complement) candidate.hidden.assign(groups.begin(), groups.end());
      return !groups.empty();
    case FrameTestKind::kAbsent: return groups.empty();
    case FrameTestKind::kSymbol:
      for (int32_t group : groups)
        if (groups_.head_has(group, wanted)) {
          found = true;
          candidate.used.push_back(group);
        }
      return found;
    case FrameTestKind::kNotSymbol:
      return std::none_of(groups.begin(), groups.end(), [&](int32_t group) { return groups_.head_has(group, wanted); });
  }
  return false;
}

}  // namespace hearsay
