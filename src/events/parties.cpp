// SPDX-License-Identifier: Apache-2.0
#include "events/parties.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr int kMeetingBefore = 3;        // sentences back to the meeting whose parties a bare "the summit" has
// CAMEO roots
constexpr std::string_view kAppeal = "02", kConsult = "04", kPraise = "05", kDemand = "10", kDisapproval = "11", kProtest = "14", kForce = "15", kAssault = "18";
constexpr std::string_view kBodiesOfState = "GOV|MIL|COP|JUD|LEG|SPY";   // CAMEO roles
constexpr int kActBefore = 4;            // sentences back to the act whose other side a bare "the letter" has
constexpr int kViolenceBefore = 3;       // sentences back to the violence that a bare "the attack" was
constexpr int kProtestBefore = 12;       // sentences back to the protest that a bare "the protest" goes on with
constexpr int kAnsweredBefore = 2;       // sentences back to what an act answers
constexpr int kDeepest = 4;              // verbs over an act, up to the one that says it is an answer

bool holds(const std::vector<int>& actors, int actor) { return std::find(actors.begin(), actors.end(), actor) != actors.end(); }

// The first of several parties on one side, the rest on the other.
void split_sides(const std::vector<int> all, std::vector<int>& first, std::vector<int>& rest) {
  first.clear();
  rest.clear();
  for (int actor : all) (first.empty() ? first : rest).push_back(actor);
}

}  // namespace

Parties::Parties(const ReportView& report, const Groups& groups) : report_(report), groups_(groups) {}

// The actors on the first path that names any but those on the other side, else on the first that names any; and the first place that a path names.
Parties::Side Parties::on_paths(const Candidate& candidate, uint32_t first, uint32_t count, const std::vector<int>& other) const {
  Side chosen;
  for (const FramePath& path : report_.frames.paths.subspan(first, count)) {
    Side side;
    for (int32_t at : groups_.follow(candidate.group, path, path.step_count > 1)) {
      if (groups_.is_mutual(at)) {
        chosen.mutual = true;
        continue;
      }
      if (chosen.place < 0 && groups_.actors_at(at).empty()) chosen.place = groups_.land_of(at), chosen.place_group = at;
      for (int actor : groups_.actors_at(at)) {
        if (report_.actor(actor).kind == ActorKind::kPlace) {
          if (chosen.place < 0) chosen.place = actor, chosen.place_group = at;
          continue;
        }
        if (!holds(side.actors, actor)) side.actors.push_back(actor);
        if (side.group < 0) side.group = at;
      }
      const int described = candidate.frame->flags & kAnyParty && side.actors.empty() ? groups_.described_at(at) : -1;
      if (described >= 0) side.actors = {described}, side.group = at;
    }
    const bool is_new = std::any_of(side.actors.begin(), side.actors.end(), [&](int actor) { return !holds(other, actor); });
    if (is_new || chosen.actors.empty()) chosen.actors = std::move(side.actors), chosen.group = side.group;
    if (is_new) break;
  }
  return chosen;
}

bool Parties::joint(const Frame& frame) const {
  const WorldKind* kind = report_.world().kind(report_.text(frame.kind));
  return kind && kind->joint;
}

// The first two digits of the CAMEO code.
std::string Parties::root_of(const Candidate& candidate) const {
  const WorldKind* kind = report_.world().kind(report_.text(candidate.frame->kind));
  return kind ? std::string(report_.text(kind->cameo).substr(0, 2)) : std::string();
}

bool Parties::done_with(const Frame& frame) const {
  for (const FramePath& path : report_.frames.paths.subspan(frame.target_first, frame.target_count))
    if (path.step_count == 1 && report_.frames.steps[path.step_first] == report_.keys.with) return true;
  return false;
}

// What a state, its bodies and its people do at home is done to the state, if the report names it; its bodies stand for it where it does not.
void Parties::take_own_state(Candidate& candidate) const {
  const Actor& source = report_.actor(candidate.source.front());
  const std::string& country = source.country;
  for (size_t i = 0; i < report_.actors.size() && !country.empty(); ++i)
    if (report_.actors[i].kind == ActorKind::kState && report_.actors[i].country == country) {
      candidate.target = {static_cast<int>(i)};
      candidate.target_group = candidate.source_group;
      return;
    }
  const bool of_state = source.code == country || (source.code.size() > country.size() && shares_value(std::string_view(source.code).substr(country.size(), 3), kBodiesOfState));
  if (!country.empty() && of_state) candidate.target = candidate.source, candidate.target_group = candidate.source_group;
}

// The frame has a path `own`: where no other names anybody, what is done is done at home.
bool Parties::may_be_own(const Frame& frame) const {
  const auto paths = report_.frames.paths.subspan(frame.target_first, frame.target_count);
  return report_.keys.own != 0 && std::any_of(paths.begin(), paths.end(), [&](const FramePath& path) {
    return path.step_count == 1 && report_.frames.steps[path.step_first] == report_.keys.own;
  });
}

// What a state does at home: "Sudan lifted the curfew in Sudan".
bool Parties::at_home(const Candidate& candidate) const {
  if (joint(*candidate.frame) || candidate.source.size() != 1 || candidate.target != candidate.source) return false;
  if (report_.actor(candidate.source.front()).kind != ActorKind::kState) return false;
  const Edge& where = groups_.lattice().edge(candidate.target_group);
  return std::any_of(groups_.sentence().mentions.begin(), groups_.sentence().mentions.end(), [&](const Found& found) {
    const Edge& mention = groups_.lattice().edge(found.edge);
    return found.index == candidate.source.front() && mention.start >= where.start && mention.end <= where.end && groups_.is_place(found);
  });
}

// "Iraq's invasion of Kuwait": who owns an act does it, and it is done to whom it is of, which a frame's paths cannot tell apart.
void Parties::take_owner(Candidate& candidate) const {
  const Frame& frame = *candidate.frame;
  if (groups_.is_verb(candidate.group) || joint(frame) || frame.source_count == 0) return;
  const auto [owner, owned] = groups_.owner_and_owned(candidate.group);
  if (owner < 0 || owned < 0 || groups_.actors_at(owner).empty()) return;
  const auto free = [&](int32_t group) { return group < 0 || group == owner || group == owned || group == candidate.group; };
  if (!free(candidate.source_group) || !free(candidate.target_group)) return;
  candidate.source = groups_.actors_at(owner), candidate.source_group = owner;
  if (frame.target_count == 0) return;
  candidate.target = groups_.actors_at(owned), candidate.target_group = owned;
}

void Parties::read_paths(Candidate& candidate, bool& target_is_place) const {
  const Frame& frame = *candidate.frame;
  Side source = on_paths(candidate, frame.source_first, frame.source_count, {}), target = on_paths(candidate, frame.target_first, frame.target_count, source.actors);
  const int32_t outer = done_to_own(source, target) ? subject_over(candidate.group) : -1;
  if (outer >= 0) source.actors = groups_.actors_at(outer), source.group = outer;
  candidate.source = std::move(source.actors), candidate.source_group = source.group;
  candidate.target = std::move(target.actors), candidate.target_group = target.group;
  take_owner(candidate);
  if (!at_home(candidate)) std::erase_if(candidate.target, [&](int actor) { return holds(candidate.source, actor); });
  if (candidate.target.empty()) candidate.refers_back = candidate.target_group >= 0, candidate.target_group = -1;
  // A place stands for its country where nobody else is named.
  if (candidate.target.empty() && target.place >= 0 && !joint(frame) && !report_.actor(target.place).country.empty())
    candidate.target = {target.place}, candidate.target_group = target.place_group;
  if (candidate.target.empty() && candidate.source.size() == 1 && may_be_own(frame)) take_own_state(candidate);
  target_is_place = target.place >= 0;
  if (candidate.target.empty() && candidate.source.size() >= 2 && (target.mutual || joint(frame) || (done_with(frame) && !done_to_others(candidate)))) {
    split_sides(candidate.source, candidate.source, candidate.target);
    candidate.target_group = candidate.source_group;
  }
  if (candidate.source.empty() && candidate.target.size() >= 2 && joint(frame)) {
    split_sides(candidate.target, candidate.source, candidate.target);
    candidate.source_group = candidate.target_group;
  }
}

// Whom two ask something of, or blame together, is somebody else ("both were angry"), unless it can be done with somebody only.
bool Parties::done_to_others(const Candidate& candidate) const {
  const auto paths = report_.frames.paths.subspan(candidate.frame->target_first, candidate.frame->target_count);
  const auto with = [&](const FramePath& path) { return report_.frames.steps[path.step_first + path.step_count - 1] == report_.keys.with; };
  const std::string root = root_of(candidate);
  if (std::all_of(paths.begin(), paths.end(), with)) return false;
  return root == kAppeal || root == kDemand || root == kDisapproval;
}

// All on the target's side are of the country that acts.
bool Parties::done_to_own(const Side& source, const Side& target) const {
  if (source.actors.empty() || target.actors.empty() || source.group == target.group) return false;
  const std::string& country = report_.actor(source.actors.front()).country;
  return !country.empty() && std::all_of(target.actors.begin(), target.actors.end(), [&](int actor) { return of_country(actor, country); });
}

// "Britain blamed Russia for the attack and expelled its envoys": the subject of the verb whose content the act is beside, where the act
// has no subject of its own; -1 if there is none.
int32_t Parties::subject_over(int32_t group) const {
  const Clauses& clauses = groups_.clauses();
  const Relation* beside = groups_.is_verb(group) ? clauses.governing(group) : nullptr;
  if (!beside || beside->label != report_.keys.coordinated || clauses.part(group, report_.keys.subject) != clauses.part(beside->from, report_.keys.subject)) return -1;
  const Relation* over = clauses.governing(beside->from);
  if (!over || over->label != report_.keys.content || !groups_.is_verb(over->from)) return -1;
  const int32_t subject = clauses.part(over->from, report_.keys.subject);
  return subject >= 0 && !groups_.actors_at(subject).empty() ? subject : -1;
}

bool Parties::find(Candidate& candidate, bool guess) const {
  const Frame& frame = *candidate.frame;
  const bool both = joint(frame), needs_source = frame.flags & kNeedsSource, needs_target = frame.flags & kNeedsTarget;
  bool target_is_place = false;          // the target's own place in the clause is held by a mere place
  read_paths(candidate, target_is_place);
  if (frame.flags & kAnyParty) return named_as_wanted(candidate);   // who is named elsewhere in the sentence had seldom a part in it
  if (both) drop_venue(candidate);
  take_main_subject(candidate);
  if (candidate.source.empty() || candidate.target.empty()) both ? borrow_parties(candidate) : borrow_sides_of_violence(candidate);
  const bool lacks = (candidate.source.empty() && (both || needs_source)) || (candidate.target.empty() && (both || needs_target));
  if (lacks && !guess) return false;
  if ((candidate.source.empty() && frame.flags & kSourceSaid) || (candidate.target.empty() && frame.flags & kTargetSaid)) return false;
  if (!both && candidate.target.empty() && target_is_place) return !needs_target && !candidate.source.empty();
  borrow_protesters(candidate);
  answer_target(candidate);
  borrow_target(candidate);
  const bool one_sided = !both && (candidate.source.empty() || !needs_target || done_to_another(candidate));
  if ((candidate.source.empty() || candidate.target.empty()) && !one_sided) take_two_sides(candidate);
  return named_as_wanted(candidate);
}

// One party at least, and all that the frame asks for.
bool Parties::named_as_wanted(const Candidate& candidate) const {
  const uint32_t flags = candidate.frame->flags;
  if (candidate.source.empty() && flags & kNeedsSource) return false;
  if (candidate.target.empty() && flags & kNeedsTarget) return false;
  return !candidate.source.empty() || !candidate.target.empty();
}

// "In talks with Putin, Singh said": of a meeting or visit that opens the sentence, the other party is whom the sentence is about.
void Parties::take_main_subject(Candidate& candidate) const {
  if (groups_.is_verb(candidate.group) || !candidate.source.empty() || candidate.target.empty() || root_of(candidate) != kConsult) return;
  const Lattice& lattice = groups_.lattice();
  const uint16_t end = lattice.edge(candidate.group).end;
  if (!groups_.opens_behind_preposition(candidate.group)) return;
  const std::string& country = report_.actor(candidate.target.front()).country;
  for (int32_t verb : groups_.clauses().verbs()) {
    if (lattice.edge(verb).start < end) continue;
    const int32_t subject = groups_.clauses().part(verb, report_.keys.subject);
    if (subject < 0 || lattice.edge(subject).start < end) return;
    std::vector<int> others = groups_.actors_at(subject);
    std::erase_if(others, [&](int actor) { return holds(candidate.target, actor) || of_country(actor, country); });
    if (others.size() == 1) candidate.source = std::move(others), candidate.source_group = subject;
    return;
  }
}

// The sentence names a country that had no part in what was told before, so that it may tell of something else.
bool Parties::names_third(const Candidate& candidate, const Event& told) const {
  const std::vector<const Found*> named = countries_named(candidate.venue);
  return std::any_of(named.begin(), named.end(), [&](const Found* found) {
    const std::string& country = report_.actor(found->index).country;
    const bool by_name = !groups_.node_at(found->edge)->part(report_.keys.p);   // whom "they" means is a guess itself
    return by_name && !is_teller(candidate, *found) && !of_country(told.source.actor, country) && !of_country(told.target.actor, country);
  });
}

// "The second summit took place in Hanoi": the parties are those of the meeting told last.
void Parties::borrow_parties(Candidate& candidate) const {
  if (groups_.is_verb(candidate.group)) return;
  const std::string root = root_of(candidate);
  for (auto event = report_.told.rbegin(); event != report_.told.rend(); ++event) {
    if (event->sentence + kMeetingBefore < groups_.index()) return;
    if (!event->joint || event->cameo.substr(0, 2) != root || event->source.actor < 0 || event->target.actor < 0) continue;
    if (names_third(candidate, *event)) continue;
    const int other = candidate.source.empty() ? (candidate.target.empty() ? -1 : candidate.target.front()) : candidate.source.front();
    if (other >= 0 && other != event->source.actor && other != event->target.actor) continue;
    candidate.source = {other < 0 ? event->source.actor : other};
    candidate.target = {candidate.source.front() == event->source.actor ? event->target.actor : event->source.actor};
    candidate.told = static_cast<int>(report_.told.rend() - event) - 1;
    return;
  }
}

bool Parties::same_side(int actor, const std::vector<int>& named) const {
  return named.empty() || actor == named.front() || (!report_.actor(actor).country.empty() && of_country(named.front(), report_.actor(actor).country));
}

// A path ends in a group that names no actor: "the attack on a school".
bool Parties::names_unknown(const Candidate& candidate, uint32_t first, uint32_t count) const {
  for (const FramePath& path : report_.frames.paths.subspan(first, count))
    for (int32_t at : groups_.follow(candidate.group, path, path.step_count > 1))
      if (groups_.actors_at(at).empty()) return true;
  return false;
}

// "The attack came at dawn": of the acts of violence told just before that agree with what its name says, the one whose sides the report tells of most.
void Parties::borrow_sides_of_violence(Candidate& candidate) const {
  const std::string root = root_of(candidate);
  const Frame& frame = *candidate.frame;
  if (groups_.is_verb(candidate.group) || root < kAssault || frame.flags & kTargetSaid || groups_.is_counted(candidate.group)) return;
  if ((candidate.source.empty() && names_unknown(candidate, frame.source_first, frame.source_count)) ||
      (candidate.target.empty() && names_unknown(candidate, frame.target_first, frame.target_count)))
    return;
  const auto& told = report_.told;
  const Event* chosen = nullptr;
  std::ptrdiff_t most = 0;
  for (auto event = told.rbegin(); event != told.rend() && event->sentence + kViolenceBefore >= groups_.index(); ++event) {
    if (event->cameo.substr(0, 2) != root || event->source.actor < 0 || event->target.actor < 0) continue;
    if (!same_side(event->source.actor, candidate.source) || !same_side(event->target.actor, candidate.target)) continue;
    if (holds(candidate.source, event->target.actor) || holds(candidate.target, event->source.actor) || names_third(candidate, *event)) continue;
    const auto tellings = std::count_if(told.begin(), told.end(), [&](const Event& other) {
      return other.source.actor == event->source.actor && other.target.actor == event->target.actor && other.cameo.substr(0, 2) == root;
    });
    if (tellings > most) chosen = &*event, most = tellings;
  }
  if (!chosen) return;
  if (candidate.source.empty()) candidate.source = {chosen->source.actor};
  if (candidate.target.empty()) candidate.target = {chosen->target.actor};
  candidate.told = static_cast<int>(chosen - told.data());
}

// "The three-day protest": those whose protest was told last go on.
void Parties::borrow_protesters(Candidate& candidate) const {
  if (groups_.is_verb(candidate.group) || !candidate.source.empty() || root_of(candidate) != kProtest) return;
  for (auto event = report_.told.rbegin(); event != report_.told.rend() && event->sentence + kProtestBefore >= groups_.index(); ++event)
    if (event->cameo.substr(0, 2) == kProtest && event->source.actor >= 0) {
      candidate.source = {event->source.actor};
      candidate.told = static_cast<int>(report_.told.rend() - event) - 1;
      return;
    }
}

bool Parties::of_country(int actor, const std::string& country) const { return actor >= 0 && report_.actor(actor).country == country; }

// Acts of force (CAMEO 15 to 20) need no target and borrow none, nor does a protest that is named only.
bool Parties::may_borrow_target(const Candidate& candidate) const {
  const std::string root = root_of(candidate);
  if (root == kProtest && !groups_.is_verb(candidate.group)) return false;
  return root < kForce && !candidate.source.empty() && candidate.target.empty() &&
         (candidate.frame->flags & kTargetNamed) && !report_.actor(candidate.source.front()).country.empty();
}

// "He sent the letter": to whom, the report has said when it told the same kind of act of the same side before.
void Parties::borrow_target(Candidate& candidate) const {
  if (!may_borrow_target(candidate)) return;
  const std::string& country = report_.actor(candidate.source.front()).country;
  const auto& told = report_.told;
  for (auto event = told.rbegin(); event != told.rend() && event->sentence + kActBefore >= groups_.index(); ++event) {
    if (event->kind != report_.text(candidate.frame->kind)) continue;
    if (of_country(event->source.actor, country) == of_country(event->target.actor, country)) continue;
    if (of_country(event->source.actor, country) && event->target.actor >= 0) candidate.target = {event->target.actor};
    else if (of_country(event->target.actor, country) && event->source.actor >= 0) candidate.target = {event->source.actor};
    else continue;
    return;
  }
}

// The other act must be between this side and somebody else.
void Parties::borrow_target_within(Candidate& candidate, const std::vector<Candidate>& others) const {
  if (!may_borrow_target(candidate)) return;
  const std::string& country = report_.actor(candidate.source.front()).country;
  for (const Candidate& other : others) {
    if (other.source.size() != 1 || other.target.size() != 1) continue;
    const bool from = of_country(other.source.front(), country), to = of_country(other.target.front(), country);
    if (from == to) continue;
    candidate.target = from ? other.target : other.source;
    return;
  }
}

// "Y answered by stopping", "in answer, Y stopped", "Y stopped it to answer": a verb of answering governs the act, or stands beside it
// with the same subject or none.
bool Parties::is_answer(const Candidate& candidate) const {
  constexpr std::string_view kAnswer = "reply|retaliate";
  const Clauses& clauses = groups_.clauses();
  int32_t over = clauses.governor(candidate.group);
  for (int depth = 0; over >= 0 && depth < kDeepest; ++depth, over = clauses.governor(over))
    if (groups_.is_act(over, kAnswer)) return true;
  return std::any_of(clauses.verbs().begin(), clauses.verbs().end(), [&](int32_t verb) {
    if (verb == candidate.group || !groups_.is_act(verb, kAnswer) || clauses.part(verb, report_.keys.object) >= 0) return false;
    const int32_t subject = clauses.part(verb, report_.keys.subject);
    return subject < 0 || holds(groups_.actors_at(subject), candidate.source.front());
  });
}

// The sentence names another country than the one that acts, and not only as who tells of it.
bool Parties::names_other(const Candidate& candidate) const {
  const std::string& country = report_.actor(candidate.source.front()).country;
  const std::vector<const Found*> named = countries_named(candidate.venue);
  return std::any_of(named.begin(), named.end(), [&](const Found* found) { return !of_country(found->index, country) && !is_teller(candidate, *found); });
}

// What is done in answer is done to whoever acted just before, unless the sentence has somebody else.
void Parties::answer_target(Candidate& candidate) const {
  if (!may_borrow_target(candidate) || !is_answer(candidate) || names_other(candidate)) return;
  const std::string& country = report_.actor(candidate.source.front()).country;
  const auto& told = report_.told;
  for (auto event = told.rbegin(); event != told.rend() && event->sentence + kAnsweredBefore >= groups_.index(); ++event)
    for (int actor : {event->source.actor, event->joint ? event->target.actor : -1}) {
      if (actor < 0 || report_.actor(actor).country.empty() || of_country(actor, country)) continue;
      candidate.target = {actor};
      candidate.answers = true;
      return;
    }
}

void Parties::complete_answered(const Event& answer, std::vector<Event>& told) const {
  for (Event& event : told)
    if (event.sentence + kAnsweredBefore >= answer.sentence && event.kind == answer.kind && event.target.actor < 0 &&
        of_country(event.source.actor, report_.actor(answer.target.actor).country))
      event.target.actor = answer.source.actor;
}

// "The Singapore summit" was held there: a single state that modifies a joint act's noun is its place.
void Parties::drop_venue(Candidate& candidate) const {
  if (groups_.is_verb(candidate.group) || candidate.source.size() + candidate.target.size() != 1) return;
  const int actor = candidate.source.empty() ? candidate.target.front() : candidate.source.front();
  if (report_.actor(actor).kind != ActorKind::kState) return;
  const int32_t modifier = groups_.clauses().part(candidate.group, report_.keys.modifier);
  if (modifier < 0) return;
  for (const Found& found : groups_.sentence().mentions)
    if (found.edge == modifier && found.index == actor) {
      candidate.source.clear();
      candidate.target.clear();
      candidate.venue = actor;
    }
}

// One actor of each country that the sentence names otherwise than as a place.
std::vector<const Found*> Parties::countries_named(int venue) const {
  std::vector<const Found*> sides;
  for (const Found& found : groups_.sentence().mentions) {
    const Actor& actor = report_.actor(found.index);
    if (actor.country.empty() || actor.outlet || actor.kind == ActorKind::kPlace || found.index == venue || groups_.is_place(found)) continue;
    const bool known = std::any_of(sides.begin(), sides.end(), [&](const Found* side) { return report_.actor(side->index).country == actor.country; });
    if (!known) sides.push_back(&found);
  }
  return sides;
}

// "Gunmen fired on a bus in Iraq, Iran said": whoever only tells of force has not used it. Whom it was used on often tells.
bool Parties::only_tells(const Candidate& candidate, const Found& mention) const {
  return root_of(candidate) >= kForce && (candidate.source.empty() || joint(*candidate.frame)) && is_teller(candidate, mention);
}

// Whoever speaks the words that the act is told in, and is not named in them.
bool Parties::is_teller(const Candidate& candidate, const Found& mention) const {
  const Edge& edge = groups_.lattice().edge(mention.edge);
  const Span words = groups_.lattice().span(edge.start, edge.end), act = groups_.span(candidate.group);
  return std::any_of(report_.statements.begin(), report_.statements.end(), [&](const Statement& statement) {
    const auto holds = [&](Span span) { return statement.content->start <= span.start && span.start < statement.content->end; };
    return statement.content && statement.speaker.actor == mention.index && holds(act) && !holds(words);
  });
}

// The act has an object that names nobody, where the frame expects its target: it is done to that, whoever else is named.
bool Parties::done_to_another(const Candidate& candidate) const {
  const auto paths = report_.frames.paths.subspan(candidate.frame->target_first, candidate.frame->target_count);
  if (std::none_of(paths.begin(), paths.end(), [&](const FramePath& path) { return report_.frames.steps[path.step_first] == report_.keys.object; })) return false;
  const int32_t object = groups_.clauses().part(candidate.group, report_.keys.object);
  return groups_.is_verb(candidate.group) && candidate.used.empty() && object >= 0 && !groups_.is_verb(object) && groups_.mentioned_in(object).empty();
}

// The object of the verb over this one, also by way of a noun: "helped Kenya in sending troops".
int32_t Parties::object_over(int32_t verb) const {
  const Clauses& clauses = groups_.clauses();
  const Relation* up = clauses.governing(verb);
  int32_t over = !up || up->label == report_.keys.coordinated ? -1 : up->from;
  if (over >= 0 && !groups_.is_verb(over)) over = clauses.part(over, report_.keys.governor);
  return over < 0 ? -1 : clauses.part(over, report_.keys.object);
}

// "Talks with Iran": who held them is told elsewhere. "The leaders of France agreed": with whom is not, unless he stands before the verb too.
bool Parties::stands_beside_subject(const Candidate& candidate, const Found& mention) const {
  if (!groups_.is_verb(candidate.group)) return false;
  const uint16_t act = groups_.lattice().edge(candidate.group).start, end = groups_.lattice().edge(mention.edge).end;
  const auto& verbs = groups_.clauses().verbs();
  return end <= act && std::none_of(verbs.begin(), verbs.end(), [&](int32_t verb) {
    const Edge& edge = groups_.lattice().edge(verb);
    return edge.start >= end && edge.end <= act;
  });
}

// A verb's target is named behind it, and its doer before it: whoever stands on the other side belongs to another clause, unless the words
// point back ("the letter that he sent", "was held by", "it made France angry", "praised that country").
bool Parties::on_wrong_side(const Candidate& candidate, const Found& mention) const {
  if (joint(*candidate.frame)) return candidate.target.empty() && !stands_beside_subject(candidate, mention);
  const Clauses& clauses = groups_.clauses();
  const int32_t act = candidate.group, subject = groups_.is_verb(act) ? clauses.part(act, report_.keys.subject) : -1;
  if (subject < 0 || clauses.passive(act) || candidate.source.empty() == candidate.target.empty()) return false;
  const bool behind = groups_.lattice().edge(mention.edge).start >= groups_.lattice().edge(act).end;
  if (candidate.source.empty()) return behind;
  if (behind || candidate.refers_back || candidate.source_group != subject || groups_.behind_passive(subject)) return false;
  const int32_t object = clauses.part(act, report_.keys.object), over = clauses.governor(act), helped = object_over(act);
  if (object >= 0 && groups_.lattice().edge(object).start < groups_.lattice().edge(act).start) return false;
  if (over >= 0 && groups_.is_act(over, "cause")) return false;
  const std::string root = root_of(candidate);
  if ((root == kConsult || root == kPraise) && is_teller(candidate, mention)) return false;   // who gets a letter or praise often tells of it
  return helped < 0 || !holds(groups_.actors_at(helped), mention.index);
}

// Where the sentence names actors of exactly two countries, a joint act is theirs; where one has its side, the other has the other.
void Parties::take_two_sides(Candidate& candidate) const {
  const std::vector<const Found*> sides = countries_named(candidate.venue);
  if (sides.size() != 2 || only_tells(candidate, *sides[0]) || only_tells(candidate, *sides[1])) return;
  if (candidate.source.empty() && candidate.target.empty()) {
    candidate.source = {sides[0]->index};
    candidate.target = {sides[1]->index};
    return;
  }
  const bool of_target = candidate.target.empty();
  const std::string country = report_.actor((of_target ? candidate.source : candidate.target).front()).country;
  if (country.empty()) return;
  const auto& mentions = groups_.sentence().mentions;
  for (const Found* side : sides) {
    const std::string& other = report_.actor(side->index).country;
    const bool stands_right = other != country && std::any_of(mentions.begin(), mentions.end(), [&](const Found& found) {
      return of_country(found.index, other) && !on_wrong_side(candidate, found);
    });
    if (!stands_right) continue;
    (of_target ? candidate.target : candidate.source) = {side->index};
    return;
  }
}

}  // namespace hearsay
