// SPDX-License-Identifier: Apache-2.0
#include "events/frames.h"

#include <algorithm>

namespace hearsay {

FrameMatcher::FrameMatcher(const ReportView& report, const Groups& groups, const Parties& parties) : report_(report), groups_(groups), parties_(parties) {}

// The frames that the group's head may begin, in the order in which they are tried.
std::vector<uint32_t> FrameMatcher::of_head(int32_t group) const {
  const Frames& all = report_.frames;
  std::vector<uint32_t> frames;
  const bool verb = groups_.is_verb(group);
  for (Symbol symbol : groups_.head_symbols(group)) {
    if (symbol >= all.by_symbol.size()) continue;
    for (uint32_t frame : all.by_symbol[symbol])
      if ((all.frames[frame].noun == 0) == verb && std::find(frames.begin(), frames.end(), frame) == frames.end()) frames.push_back(frame);
  }
  std::stable_sort(frames.begin(), frames.end(), [&](uint32_t a, uint32_t b) {
    const Frame &x = all.frames[a], &y = all.frames[b];
    if (x.priority != y.priority) return x.priority > y.priority;
    if (x.test_count != y.test_count) return x.test_count > y.test_count;
    return a < b;
  });
  return frames;
}

std::optional<Candidate> FrameMatcher::fit(int32_t group) const {
  std::vector<Candidate> passed;
  for (uint32_t index : of_head(group)) {
    Candidate candidate;
    candidate.frame = &report_.frames.frames[index];
    candidate.group = group;
    if (!passes(*candidate.frame, candidate)) continue;
    if (Candidate filled = candidate; parties_.find(filled, false)) return filled;
    passed.push_back(std::move(candidate));
  }
  for (Candidate& candidate : passed)
    if (parties_.find(candidate, true)) return std::move(candidate);
  return std::nullopt;
}

bool FrameMatcher::passes(const Frame& frame, Candidate& candidate) const {
  if ((frame.flags & kNegative) && report_.text(groups_.node_at(candidate.group)->attr(report_.keys.polarity)) != "negative") return false;
  for (const FrameTest& test : report_.frames.tests.subspan(frame.test_first, frame.test_count))
    if (!holds(test, candidate)) return false;
  return true;
}

bool FrameMatcher::holds(const FrameTest& test, Candidate& candidate) const {
  const bool of_symbols = test.kind == FrameTestKind::kSymbol || test.kind == FrameTestKind::kNotSymbol;
  const auto groups = groups_.follow(candidate.group, test.path, of_symbols);
  const auto wanted = report_.frames.symbols.subspan(test.symbol_first, test.symbol_count);
  const bool of_complement = test.path.step_count == 1 && report_.frames.steps[test.path.step_first] == report_.keys.complement;
  bool found = false;
  switch (test.kind) {
    case FrameTestKind::kPresent:
      if (!groups.empty() && of_complement) candidate.hidden = groups;
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
