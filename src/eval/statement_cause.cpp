// The cue is followed through the layers: the lexicon, the rules that match it, the group that stands as its speaker.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "eval/causes.h"
#include "statements/speaker.h"

namespace hearsay {

namespace {

bool reads(ZoneKind zone) { return zone == ZoneKind::kBody || zone == ZoneKind::kTitle; }

// What became of a cue in one sentence.
class CueReader {
 public:
  CueReader(const Report& report, const LanguagePack& language, size_t sentence)
      : report_(report), language_(language), strings_(report.pack().strings()), sentence_(report.reading().sentences[sentence]),
        clauses_(report.reading().clauses[sentence]), lattice_(*sentence_.lattice) {}

  // The furthest that any rule came with a cue here.
  Blame read(Span cue) const {
    Blame best{Cause::kCueUnknown, {}, {}, {}};
    if (const Entry* entry = cue_entry(cue)) best = {Cause::kCueWithoutRule, std::string(strings_[entry->file]) + ":" + std::to_string(entry->line), {}, {}};
    Matcher& matcher = matcher_of_thread(report_.pack());
    for (int level = 1; level <= kLevels; ++level) {
      const Program& program = language_.program("statements", level);
      for (const Match& match : matcher.find_all(program, lattice_))
        for (const Emit& emit : program.emits_of(*match.rule))
          if (const Capture* capture = capture_named(program, match, strings_.find("cue")); capture && lattice_.span(capture->start, capture->end).overlaps(cue))
            if (const Blame blame = why_dropped(program, match, emit, *capture); further(blame.cause) > further(best.cause)) best = blame;
    }
    return best;
  }

 private:
  static int further(Cause cause) {
    return cause == Cause::kCueDropped ? 4 : cause == Cause::kMuteSpeaker ? 3 : cause == Cause::kNoSpeaker ? 2 : cause == Cause::kCueWithoutRule ? 1 : 0;
  }

  Blame why_dropped(const Program& program, const Match& match, const Emit& emit, const Capture& cue) const {
    const std::string rule(strings_[match.rule->id]);
    const std::string how = emit_text(program, emit, match, lattice_, strings_, strings_.find("speaker"));
    if (how == "unnamed") return {Cause::kCueDropped, rule, {}, {}};
    int32_t group = -1;
    if (const Capture* captured = capture_named(program, match, strings_.find("speaker"))) group = captured->edge;
    else if (cue.edge >= 0) group = clauses_.part(cue.edge, strings_.find(how == "owner" ? "of" : "subject"));
    if (group < 0) return {Cause::kNoSpeaker, rule, {}, {}};
    const Edge& edge = lattice_.edge(group);
    const bool speaks = Speaker(clauses_, sentence_, strings_, report_.analysis().actors, group).can_speak();
    return {speaks ? Cause::kCueDropped : Cause::kMuteSpeaker, rule, std::string(lattice_.words(edge.start, edge.end)), {}};
  }

  const Entry* cue_entry(Span cue) const {
    for (uint16_t at = 0; at < lattice_.size(); ++at)
      for (int32_t e = lattice_.first_edge(at); e >= 0; e = lattice_.edge(e).next) {
        const Edge& edge = lattice_.edge(e);
        if (edge.kind == EdgeKind::kEntry && strings_[lattice_.entry(edge).lexicon] == "cues" && cue.overlaps(lattice_.span(edge.start, edge.end)))
          return &lattice_.entry(edge);
      }
    return nullptr;
  }

  const Report& report_;
  const LanguagePack& language_;
  const Strings& strings_;
  const Sentence& sentence_;
  const Clauses& clauses_;
  const Lattice& lattice_;
};

}  // namespace

Range cue_place(const Report& report, Range anchor, const IfGiven<Accepted>& cue) {
  if (!cue) return anchor;
  const int index = report.sentence_at(report.span(anchor).start);
  const Range sentence = index < 0 ? anchor : report.range(report.analysis().sentences[static_cast<size_t>(index)]);
  std::optional<Range> best;
  const auto gap = [&](Range range) { return std::max({0, range.start - anchor.end, anchor.start - range.end}) + (shared(range, anchor) ? 0 : 1); };
  for (const auto& words : *cue)
    if (words)
      for (const Range range : report.text().find(*words))
        if ((shared(range, anchor) || shared(range, sentence)) && (!best || gap(range) < gap(*best))) best = range;
  return best.value_or(anchor);
}

Blame why_no_statement(const Report& report, Range anchor, const IfGiven<Accepted>& cue) {
  const Span place = report.span(cue_place(report, anchor, cue));
  const int index = report.sentence_at(place.start);
  const LanguagePack* language = report.pack().language(report.analysis().document.lang);
  const bool none = cue && std::none_of(cue->begin(), cue->end(), [](const auto& words) { return words.has_value(); });
  const auto at = static_cast<size_t>(index);
  if (index >= 0 && at < report.reading().sentences.size() && !reads(report.reading().sentences[at].zone)) return {Cause::kZoneUnread, {}, {}, {}};
  if (none) return {Cause::kNoCue, {}, {}, {}};
  if (!language || index < 0 || at >= report.reading().clauses.size()) return {Cause::kCueUnknown, {}, {}, {}};
  return CueReader(report, *language, at).read(place);
}

}  // namespace hearsay
