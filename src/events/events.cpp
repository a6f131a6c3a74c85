// Frames ask for a clause's parts. For each verb and noun group the frames whose head fits are tried, the most telling first; the parties
// are read from the paths the frame names; time, place, status and statement come from where the group stands.
// SPDX-License-Identifier: Apache-2.0
#include "events/events.h"

#include <algorithm>

#include "actors/actors.h"
#include "events/dating.h"
#include "events/frames.h"
#include "events/place.h"
#include "events/status.h"

namespace hearsay {

namespace {

constexpr size_t kMostOfSide = 8, kMostPairs = 16;     // parties of one act that are told as events of their own
constexpr size_t kMostTogether = 4;                    // of those who meet, each with each

EventStatus status_named(std::string_view name, EventStatus worded) {
  if (name == "possible") return EventStatus::kPossible;
  if (name == "planned") return worded == EventStatus::kHappened ? EventStatus::kPlanned : worded;
  if (name == "not-happened") return EventStatus::kNotHappened;
  if (name == "happened") return EventStatus::kHappened;
  return worded;
}

// Talk, promises and requests between the offices of one state are its daily work, and so is that somebody leaves one of them.
bool routine(const ReportView& report, const Event& event) {
  const std::string root = event.cameo.substr(0, 2);
  if (event.source.actor < 0 || event.target.actor < 0 || (root > "05" && root != "16")) return false;
  const Actor &a = report.actor(event.source.actor), &b = report.actor(event.target.actor);
  auto office = [&](const Actor& actor) {
    const std::string sector = actor.code.size() > 3 ? actor.code.substr(3, 3) : std::string();
    return sector.empty() || sector == "GOV" || sector == "LEG" || sector == "JUD" || sector == "MIL" || sector == "COP" || sector == "BUS" ||
           (root == "16" && sector == "ELI");
  };
  return !a.country.empty() && a.country == b.country && office(a) && office(b);
}

// An act is political by who takes part.
bool political(const ReportView& report, const Event& event) {
  const auto known = [&](const Party& party) { return party.actor >= 0 && is_political(report.actor(party.actor)); };
  return known(event.source) || known(event.target);
}

bool same_parties(const Candidate& a, const Candidate& b) {
  return (a.source == b.source && a.target == b.target) || (a.source == b.target && a.target == b.source);
}

// The events of one sentence.
class SentenceReader {
 public:
  SentenceReader(const ReportView& report, size_t index)
      : report_(report), groups_(report, index), parties_(report, groups_), frames_(report, groups_, parties_), dating_(report, groups_) {}

  void read(std::vector<Event>& out) const {
    std::vector<Candidate> kept = choose(candidates());
    std::stable_sort(kept.begin(), kept.end(), [&](const Candidate& a, const Candidate& b) {
      return groups_.lattice().edge(a.group).start < groups_.lattice().edge(b.group).start;
    });
    for (Candidate& candidate : kept) parties_.borrow_target_within(candidate, kept);
    for (const Candidate& candidate : kept) tell(candidate, out);
  }

 private:
  // Verbs before nouns.
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> found;
    const auto add = [&](int32_t group) {
      if (auto candidate = frames_.fit(group)) found.push_back(*std::move(candidate));
    };
    for (int32_t group : groups_.clauses().verbs()) add(group);
    for (int32_t group : groups_.clauses().nouns()) add(group);
    for (int32_t group : groups_.inner_nouns()) add(group);
    return found;
  }

  EventStatus status_of(const Candidate& candidate) const {
    return StatusReader(groups_.clauses(), report_.strings()).read(candidate.group, (candidate.frame->flags & kNegative) != 0);
  }

  // Without those that another rests on, or that tell an act once more.
  std::vector<Candidate> choose(const std::vector<Candidate>& found) const {
    std::vector<int32_t> used;
    std::vector<Candidate> kept;
    for (const Candidate& candidate : found) {
      // Who calls off a visit tells the plan as well.
      if (std::find(used.begin(), used.end(), candidate.group) != used.end() && status_of(candidate) != EventStatus::kCancelled) continue;
      const bool told = std::any_of(kept.begin(), kept.end(), [&](const Candidate& other) {
        return other.frame->kind == candidate.frame->kind && same_parties(other, candidate);
      });
      if (told) continue;
      used.insert(used.end(), candidate.used.begin(), candidate.used.end());
      used.insert(used.end(), candidate.hidden.begin(), candidate.hidden.end());
      kept.push_back(candidate);
    }
    return kept;
  }

  void tell(const Candidate& candidate, std::vector<Event>& out) const {
    const WorldKind* kind = report_.world().kind(report_.text(candidate.frame->kind));
    if (!kind) return;
    Event event = of_kind(*kind, candidate);
    set_circumstances(candidate, event);
    for (const auto& [source, target] : pairs_of(candidate, event.joint)) {
      Event one = event;
      if (source >= 0) one.source = party_of(source, candidate.source_group);
      if (target >= 0) one.target = party_of(target, candidate.target_group);
      const bool one_of_several = candidate.source.size() > 1 || candidate.target.size() > 1;
      if (one_of_several && source >= 0 && source == target) continue;
      if (routine(report_, one) || (!(candidate.frame->flags & kAnyParty) && !political(report_, one))) continue;
      if (candidate.answers) parties_.complete_answered(one, out);
      out.push_back(one);
    }
  }

  // Source and target of each event that tells the act, -1 for nobody. Of those who do something together, as one group names them, any two are a pair.
  static std::vector<std::pair<int, int>> pairs_of(const Candidate& candidate, bool joint) {
    std::vector<std::pair<int, int>> pairs;
    if (joint && candidate.source_group == candidate.target_group && candidate.source.size() == 1) {
      std::vector<int> all = candidate.source;
      all.insert(all.end(), candidate.target.begin(), candidate.target.end());
      all.resize(std::min(all.size(), kMostTogether));
      for (size_t i = 0; i < all.size(); ++i)
        for (size_t k = i + 1; k < all.size(); ++k) pairs.emplace_back(all[i], all[k]);
      if (!pairs.empty()) return pairs;
    }
    // "Met the leaders of France and Italy": with each; who is borrowed from elsewhere is one.
    const bool met_as_named = candidate.target_group >= 0 && candidate.source_group != candidate.target_group;
    for (size_t i = 0; i < std::max<size_t>(candidate.source.size(), 1) && i < kMostOfSide; ++i)
      for (size_t k = 0; k < std::max<size_t>(candidate.target.size(), 1) && k < kMostOfSide && pairs.size() < kMostPairs; ++k) {
        pairs.emplace_back(i < candidate.source.size() ? candidate.source[i] : -1, k < candidate.target.size() ? candidate.target[k] : -1);
        if (joint && !met_as_named) break;
      }
    return pairs;
  }

  Event of_kind(const WorldKind& kind, const Candidate& candidate) const {
    Event event;
    event.span = groups_.span(candidate.group);
    for (int32_t group : candidate.used) {
      const Span more = groups_.span(group);
      event.span.start = std::min(event.span.start, more.start);
      event.span.end = std::max(event.span.end, more.end);
    }
    event.sentence = groups_.index();
    event.kind = std::string(report_.text(candidate.frame->kind));
    event.cameo = std::string(report_.text(kind.cameo));
    event.plover = std::string(report_.text(kind.plover));
    event.goldstein = kind.goldstein;
    event.joint = kind.joint != 0;
    event.rule = std::string(report_.text(candidate.frame->id));
    return event;
  }

  void set_circumstances(const Candidate& candidate, Event& event) const {
    const Frame& frame = *candidate.frame;
    const Sentence& sentence = groups_.sentence();
    event.lead = sentence.zone == ZoneKind::kTitle || (sentence.paragraph >= 0 && sentence.paragraph <= 1);
    event.status = status_of(candidate);
    // What bears its own past date has happened, whatever is hoped of it.
    const bool may_have_been = event.status != EventStatus::kHappened && event.status != EventStatus::kCancelled;
    if (frame.noun && may_have_been && dating_.bears_past_date(candidate.group)) event.status = EventStatus::kHappened;
    if (frame.status) event.status = status_named(report_.text(frame.status), event.status);
    event.place = place_of(report_, groups_, candidate);
    event.statement = innermost_statement(report_.statements, event.span);
    if (event.statement >= 0) event.unverified = report_.statements[static_cast<size_t>(event.statement)].unverified;
    dating_.date(candidate, event);
  }

  Party party_of(int actor, int32_t group) const {
    Party party;
    party.actor = actor;
    if (group < 0) return party;
    party.span = groups_.span(group);
    const Edge& edge = groups_.lattice().edge(group);
    for (const Found& found : groups_.sentence().mentions) {
      const Edge& mention = groups_.lattice().edge(found.edge);
      if (found.index == actor && mention.start >= edge.start && mention.end <= edge.end) party.span = groups_.lattice().span(mention.start, mention.end);
    }
    return party;
  }

  const ReportView& report_;
  const Groups groups_;
  const Parties parties_;
  const FrameMatcher frames_;
  const Dating dating_;
};

// A caption says what its picture shows, often with day and place; credits, datelines and boilerplate tell nothing.
bool tells(ZoneKind zone) { return zone == ZoneKind::kBody || zone == ZoneKind::kTitle || zone == ZoneKind::kCaption; }

}  // namespace

void read_events(const Pack& pack, const LanguagePack& language, const Document& document, const std::vector<Sentence>& sentences,
                 const std::vector<Clauses>& clauses, const std::vector<TimeExpression>& times, const std::vector<Actor>& actors,
                 const std::vector<Statement>& statements, std::vector<Event>& out) {
  const ReportView report{pack, language.frames, document, sentences, clauses, times, actors, statements, out, EventKeys(pack.strings())};
  for (size_t index = 0; index < sentences.size(); ++index)
    if (tells(sentences[index].zone)) SentenceReader(report, index).read(out);
}

}  // namespace hearsay
