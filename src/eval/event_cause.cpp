// The groups of an anchor are asked how far a frame of the wanted kinds came with them.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "eval/causes.h"
#include "events/frames.h"

namespace hearsay {

namespace {

bool reads(ZoneKind zone) { return zone == ZoneKind::kBody || zone == ZoneKind::kTitle || zone == ZoneKind::kCaption; }

class GroupReader {
 public:
  GroupReader(const ReportView& view, size_t sentence, const std::vector<std::string>& roots)
      : view_(view), roots_(roots), groups_(view, sentence), parties_(view, groups_), frames_(view, groups_, parties_) {}

  // The furthest that any group came which overlaps the span.
  Blame read(Span span) const {
    Blame best{Cause::kNoGroup, {}, {}, {}};
    const auto ask = [&](int32_t group) {
      if (!groups_.span(group).overlaps(span) || only_names(group)) return;
      if (Blame blame = of_group(group); blame.cause < best.cause) best = std::move(blame);
    };
    for (int32_t group : groups_.clauses().verbs()) ask(group);
    for (int32_t group : groups_.clauses().nouns()) ask(group);
    for (int32_t group : groups_.inner_nouns()) ask(group);
    return best;
  }

 private:
  bool wanted(const Frame& frame) const {
    const WorldKind* kind = view_.world().kind(view_.text(frame.kind));
    return kind && std::find(roots_.begin(), roots_.end(), view_.text(kind->cameo).substr(0, 2)) != roots_.end();
  }

  // "Japan and Korea" tell no act.
  bool only_names(int32_t group) const { return groups_.head_symbols(group).empty() && !groups_.mentioned_in(group).empty(); }

  // The causes stand in the order of how far it came, the furthest first.
  Blame of_group(int32_t group) const {
    const auto fitting = frames_.fit(group);
    if (fitting && wanted(*fitting->frame)) return {Cause::kFrameDropped, std::string(view_.text(fitting->frame->id)), words(group), {}};
    Blame best{groups_.head_symbols(group).empty() ? Cause::kHeadUnknown : Cause::kNoFrame, {}, words(group), {}};
    const std::vector<uint32_t> of_head = frames_.of_head(group);
    for (uint32_t index : of_head) {
      const Frame& frame = view_.frames.frames[index];
      if (!wanted(frame)) continue;
      if (Blame blame = of_frame(frame, group); blame.cause < best.cause) best = std::move(blame);
    }
    return best;
  }

  Blame of_frame(const Frame& frame, int32_t group) const {
    Candidate candidate;
    candidate.frame = &frame;
    candidate.group = group;
    const std::string id(view_.text(frame.id));
    if (!frames_.passes(frame, candidate)) return {Cause::kFrameTestFails, id, words(group) + " (" + failing_test(frame, candidate) + ")", {}};
    if (parties_.find(candidate, true)) return {Cause::kFrameOutranked, id, words(group), {}};
    const bool source = candidate.source.empty(), target = candidate.target.empty();
    return {source && target ? Cause::kFrameWithoutParties : source ? Cause::kFrameWithoutSource : Cause::kFrameWithoutTarget, id, words(group), {}};
  }

  // The path that a test fails at, "negated" for a frame of what is denied.
  std::string failing_test(const Frame& frame, Candidate& candidate) const {
    for (const FrameTest& test : view_.frames.tests.subspan(frame.test_first, frame.test_count)) {
      if (frames_.holds(test, candidate)) continue;
      std::string path;
      for (StrId step : view_.frames.steps.subspan(test.path.step_first, test.path.step_count)) path.append(path.empty() ? "" : ".").append(view_.text(step));
      return path;
    }
    return "negated";
  }

  std::string words(int32_t group) const {
    const Edge& edge = groups_.lattice().edge(group);
    return std::string(groups_.lattice().words(edge.start, edge.end));
  }

  const ReportView& view_;
  const std::vector<std::string>& roots_;
  const Groups groups_;
  const Parties parties_;
  const FrameMatcher frames_;
};

}  // namespace

Blame why_no_event(const Report& report, Range anchor, const std::vector<std::string>& roots) {
  const Span span = report.span(anchor);
  const LanguagePack* language = report.pack().language(report.analysis().document.lang);
  const Reading& reading = report.reading();
  const int index = report.sentence_at(span.start);
  const auto at = static_cast<size_t>(index);
  if (!language || index < 0 || at >= reading.clauses.size()) return {Cause::kNoGroup, {}, {}, {}};
  if (!reads(reading.sentences[at].zone)) return {Cause::kZoneUnread, {}, {}, {}};
  const Analysis& analysis = reading.analysis;
  const ReportView view{report.pack(), language->frames, analysis.document, reading.sentences, reading.clauses, analysis.times, analysis.actors, analysis.statements,
                        analysis.events, EventKeys(report.pack().strings())};
  return GroupReader(view, at, roots).read(span);
}

}  // namespace hearsay
