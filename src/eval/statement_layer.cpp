// A found attribution is the expected one if the contents (of those without content, the whole) overlap by half of the shorter and the speaker
// is the same.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/ascii.h"
#include "eval/causes.h"
#include "eval/layer.h"
#include "eval/same_name.h"

namespace hearsay {

namespace {

// The stretch nearest to the anchor, the shorter of two as near.
std::optional<Range> content_of(const GoldStatement& gold, Range anchor, const Report& report) {
  const auto gap = [&](Range range) { return std::max({0, range.start - anchor.end, anchor.start - range.end}); };
  std::optional<Range> best;
  for (const Range range : report.text().stretches(*gold.content))
    if (!best || std::pair(gap(range), range.length()) < std::pair(gap(*best), best->length())) best = range;
  return best;
}

class StatementLayer : public Layer {
 public:
  StatementLayer(const GoldFile& gold, const Report& report) : gold_(*gold.statements), report_(report), as_written_(gold.as_written) {
    for (const GoldStatement& statement : gold_) {
      Expected& place = places_.emplace_back();
      place.anchor = place_of(statement, report);
      place.whole = place.anchor;
      if (!place.anchor || !(statement.content || statement.content_at)) continue;
      place.content = statement.content_at ? statement.content_at : content_of(statement, *place.anchor, report);
      if (place.content) place.whole = {std::min(place.anchor->start, place.content->start), std::max(place.anchor->end, place.content->end)};
      else place.whole.reset();
    }
  }
  LayerName name() const override { return LayerName::kStatement; }
  size_t expected() const override { return gold_.size(); }
  const GoldEntry& entry(size_t i) const override { return gold_[i]; }
  std::optional<Range> place(size_t i) const override { return places_[i].whole; }
  std::string expected_words(size_t i) const override {
    const GoldStatement& gold = gold_[i];
    return (gold.speaker.empty() ? "-" : joined(gold.speaker)) + (gold.act ? " [" + words_of(*gold.act) + "]" : "") + (gold.cue ? " " + words_of(*gold.cue) : "");
  }

  size_t found() const override { return statements().size(); }
  Span span(size_t j) const override { return statements()[j].span; }
  const std::string& rule(size_t j) const override { return statements()[j].rule; }
  std::string found_words(size_t j) const override {
    const Statement& said = statements()[j];
    return speaker_words(said.speaker) + " [" + std::string(to_string(said.act)) + "] " + (said.cue ? report_.words(*said.cue) : "-");
  }

  std::optional<Likely> likely(size_t i, size_t j) const override {
    const auto pair = compared(i, j);
    if (!pair || !overlap_by_half(*pair) || !speaker_right(i, j)) return std::nullopt;
    return rank(gold_[i], i, pair->first, j, pair->second);
  }

  std::vector<Verdict> verdicts(size_t i, size_t j) const override {
    const GoldStatement& gold = gold_[i];
    const Statement& said = statements()[j];
    std::vector<Verdict> out;
    const auto judge = [&](Attribute attribute, bool right, std::string wanted, std::string got) {
      out.push_back({attribute, right, std::move(wanted), {Cause::kNone, said.rule, std::move(got), id(j)}});
    };
    if (gold.act) judge(Attribute::kAct, is_accepted(*gold.act, to_string(said.act)), words_of(*gold.act), std::string(to_string(said.act)));
    if (gold.mode) judge(Attribute::kMode, is_accepted(*gold.mode, to_string(said.mode)), words_of(*gold.mode), std::string(to_string(said.mode)));
    if (gold.cue) judge(Attribute::kCue, cue_right(*gold.cue, said), words_of(*gold.cue), said.cue ? report_.words(*said.cue) : std::string());
    if (gold.via) judge(gold.via_hard ? Attribute::kViaHard : Attribute::kVia, via_right(*gold.via, said), carriers(*gold.via), carriers(said.via));
    return out;
  }

  Blame why_missed(size_t i) const override {
    // The most that any find has in common with it.
    struct Stage {
      int rank;
      Cause cause;
      size_t found;
    };
    std::optional<Stage> best;
    for (size_t j = 0; j < found(); ++j) {
      const bool there = compared(i, j) && overlap_by_half(*compared(i, j)), by_them = speaker_right(i, j), cue = cue_there(i, j);
      const Voice& voice = statements()[j].speaker;
      Stage stage{5, Cause::kNone, j};
      if (there && by_them) stage = {0, Cause::kTaken, j};
      else if (there) stage = {1, voice.actor < 0 && !gold_[i].anonymous ? Cause::kSpeakerUnresolved : Cause::kOtherSpeaker, j};
      else if (cue && by_them) stage = {2, Cause::kOtherContent, j};
      else if (cue) stage = {3, Cause::kOtherSpeakerAndContent, j};
      if (stage.cause != Cause::kNone && (!best || stage.rank < best->rank)) best = stage;
    }
    if (best) return {best->cause, rule(best->found), found_words(best->found), id(best->found)};
    return why_no_statement(report_, *places_[i].anchor, gold_[i].cue);
  }

 private:
  struct Expected {
    std::optional<Range> anchor, content, whole;
  };
  const std::vector<Statement>& statements() const { return report_.analysis().statements; }

  // The stretches that stand for both: the contents, or where one has none, the whole.
  std::optional<std::pair<Range, Range>> compared(size_t i, size_t j) const {
    const Statement& said = statements()[j];
    const Expected& place = places_[i];
    if (!place.whole) return std::nullopt;
    if (place.content && said.content) return std::pair(*place.content, report_.range(*said.content));
    return std::pair(*place.whole, report_.range(said.span));
  }
  static bool overlap_by_half(const std::pair<Range, Range>& pair) {
    const int both = shared(pair.first, pair.second);
    return both > 0 && 2 * both >= std::min(pair.first.length(), pair.second.length());
  }

  // Whether the record would have no speaker at all.
  static bool nobody(const Voice& voice) { return voice.actor < 0 && voice.name.empty() && voice.span.empty() && !voice.anonymous && voice.voices == 1; }

  bool speaker_right(size_t i, size_t j) const {
    const GoldStatement& gold = gold_[i];
    const Voice& voice = statements()[j].speaker;
    if (gold.anonymous && voice.anonymous) return true;
    if (!gold.anonymous && gold.speaker.empty()) return voice.anonymous || nobody(voice);
    return report_.is_named(voice, gold.speaker, as_written_);
  }

  bool cue_right(const Accepted& accepted, const Statement& said) const {
    const auto got = said.cue ? std::optional(report_.words(*said.cue)) : std::nullopt;
    return std::any_of(accepted.begin(), accepted.end(), [&](const auto& want) {
      if (!want || !got) return !want && !got;
      return same_name(*want, *got) || trim(*want) == trim(*got);
    });
  }

  bool via_right(const std::vector<std::vector<GoldName>>& wanted, const Statement& said) const {
    if (wanted.size() != said.via.size()) return false;
    for (size_t k = 0; k < wanted.size(); ++k)
      if (wanted[k].empty() ? said.via[k].actor >= 0 : !report_.is_named(said.via[k], wanted[k], as_written_)) return false;
    return true;
  }

  // Whether the find's cue is the expected one, or stands within the anchor where gold does not say it.
  bool cue_there(size_t i, size_t j) const {
    const auto& cue = statements()[j].cue;
    if (!cue || !places_[i].anchor) return false;
    return shared(cue_place(report_, *places_[i].anchor, gold_[i].cue), report_.range(*cue)) > 0;
  }

  std::string speaker_words(const Voice& voice) const {
    if (nobody(voice)) return "-";
    return (voice.name.empty() ? report_.words(voice.span) : voice.name) + (voice.anonymous ? " (unnamed)" : "");
  }
  std::string carriers(const std::vector<std::vector<GoldName>>& via) const {
    std::vector<std::string> names;
    for (const auto& carrier : via) names.push_back(joined(carrier));
    return joined(names, " < ");
  }
  std::string carriers(const std::vector<Voice>& via) const {
    std::vector<std::string> names;
    for (const Voice& voice : via) names.push_back(voice.name);
    return joined(names, " < ");
  }

  const std::vector<GoldStatement>& gold_;
  const Report& report_;
  const bool as_written_;
  std::vector<Expected> places_;
};

}  // namespace

std::unique_ptr<Layer> statement_layer(const GoldFile& gold, const Report& report) {
  return gold.statements ? std::make_unique<StatementLayer>(gold, report) : nullptr;
}

}  // namespace hearsay
