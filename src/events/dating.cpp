// SPDX-License-Identifier: Apache-2.0
#include "events/dating.h"

#include <algorithm>
#include <climits>

namespace hearsay {

namespace {

constexpr int kVerbBetween = 10;         // tokens that a verb between an act and a time counts for
constexpr int kOpening = 12;             // a time that opens the sentence dates all of it: it is no farther than this
constexpr int kDayBefore = 2;            // sentences back to what "the day after" hangs on
constexpr int kGoesOn = 3;               // sentences over which what is told goes on from what was told before
constexpr int kOwnPreposition = 2;       // tokens of a preposition between an act and its own time
constexpr uint16_t kBirthBefore = 3;     // tokens of a word of birth and a preposition before a time
constexpr int kStillToCome = 14;         // days after which what was to come has come or not
constexpr std::string_view kOpenersBehind = "after|before|since|because|although|that|relative";   // kinds of conjunctions
constexpr std::string_view kOpenersBeside = "because|although|that|relative";   // of those, which are no prepositions
constexpr std::string_view kOpenersBefore = "after|before|since|because|although|relative";
constexpr std::string_view kDoing = "do|hold|have|make|sign|send|issue|give";   // verbs that say of an act noun that it was done
constexpr int kNewsYear = 366;           // days; a term that began earlier narrows nothing that is news

}  // namespace

Dating::Dating(const ReportView& report, const Groups& groups)
    : report_(report), groups_(groups), kind_(report.strings().find("kind")) {}

// Inside the group, or right behind it.
bool Dating::is_own(const Edge& time, int32_t group) const {
  const Edge& edge = groups_.lattice().edge(group);
  return time.start >= edge.start && (time.end <= edge.end || time.start == edge.end);
}

bool Dating::bears_past_date(int32_t group) const {
  const Clauses& clauses = groups_.clauses();
  const auto published = report_.document.published_day;
  const int32_t verb = clauses.part(group, report_.keys.governor);
  const bool main = verb < 0 || clauses.part(verb, report_.keys.object) == group || clauses.part(verb, report_.keys.subject) == group;
  for (const Found& found : groups_.sentence().times) {
    const Edge& when = groups_.lattice().edge(found.edge);
    const TimeExpression& time = report_.time(found.index);
    const bool behind = when.start == groups_.lattice().edge(group).end;
    if (is_own(when, group) && !(main && behind) && time.to && published && *time.to < *published) return true;
  }
  return false;
}

int Dating::verbs_within(int from, int to, int32_t but) const {
  const auto& verbs = groups_.clauses().verbs();
  return static_cast<int>(std::count_if(verbs.begin(), verbs.end(), [&](int32_t verb) {
    const Edge& edge = groups_.lattice().edge(verb);
    return verb != but && edge.start >= from && edge.end <= to;
  }));
}

// How far a time stands from the event, in tokens.
int Dating::distance(const Edge& time, int32_t group) const {
  const Lattice& lattice = groups_.lattice();
  const Edge& edge = lattice.edge(group);
  if (time.start >= edge.start && time.end <= edge.end) return 0;
  const int from = time.end <= edge.start ? time.end : edge.end;
  const int to = time.end <= edge.start ? edge.start : time.start;
  const int cost = to - from + kVerbBetween * verbs_within(from, to, group);
  return time.start <= 1 ? std::min(cost, kOpening) : cost;
}

// The word before a time is a preposition of one of these roles.
bool Dating::led_by(const Edge& time, std::string_view roles) const {
  const Lattice& lattice = groups_.lattice();
  for (uint16_t at = time.start > 3 ? static_cast<uint16_t>(time.start - 3) : uint16_t{0}; at < time.start; ++at)
    for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
      const Edge& edge = lattice.edge(e);
      if (edge.kind == EdgeKind::kEntry && edge.end == time.start && report_.text(lattice.entry(edge).lexicon) == "prepositions" &&
          shares_value(report_.text(lattice.entry_attr(lattice.entry(edge), report_.keys.role)), roles))
        return true;
    }
  return false;
}

// "Born in 1990", "SN 1990": when somebody was born dates none of his acts.
bool Dating::of_birth(const Edge& time) const {
  const Lattice& lattice = groups_.lattice();
  for (uint16_t at = time.start > kBirthBefore ? static_cast<uint16_t>(time.start - kBirthBefore) : uint16_t{0}; at < time.start; ++at)
    for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
      const Edge& edge = lattice.edge(e);
      if (edge.kind == EdgeKind::kEntry && edge.end <= time.start && edge.end + 1 >= time.start && lattice.entry(edge).lexicon == report_.keys.act &&
          report_.text(lattice.entry_attr(lattice.entry(edge), report_.keys.verb)) == "birth")
        return true;
    }
  return false;
}

// The token behind a conjunction of one of these kinds that begins at `at`; 0 if there is none.
int Dating::opens_clause(uint16_t at, std::string_view kinds) const {
  const Lattice& lattice = groups_.lattice();
  int end = 0;
  for (int32_t e = lattice.first_edge(at); e >= 0; e = lattice.edge(e).next) {
    const Edge& edge = lattice.edge(e);
    if (edge.kind == EdgeKind::kEntry && edge.active && report_.text(lattice.entry(edge).lexicon) == "conjunctions" &&
        shares_value(report_.text(lattice.entry_attr(lattice.entry(edge), kind_)), kinds))
      end = std::max(end, int{edge.end});
  }
  return end;
}

// "Spoke after the town fell on Monday", "After the town fell on Monday, he spoke": the day is that of a clause which the act stands outside of.
// A comma may have ended the clause, so nothing is said of days behind one.
bool Dating::in_clause_apart(const Edge& time, int32_t group) const {
  const Lattice& lattice = groups_.lattice();
  const Edge& act = lattice.edge(group);
  const bool behind = time.start >= act.end;
  const int first = behind ? act.end : 0;
  // "Urged on Monday to look into reports that": the day is that of what stands before the conjunction.
  for (int at = time.end; at < act.start; ++at)
    if (opens_clause(static_cast<uint16_t>(at), "that") > 0 && opens_clause(static_cast<uint16_t>(at), "relative") == 0 && verbs_within(time.end, at, group) > 0)
      return true;
  // "Was let in on Monday after they had sought him": the day is that of what came last.
  for (int at = time.end; at < act.start; ++at)
    if (opens_clause(static_cast<uint16_t>(at), "after") > 0 && verbs_within(0, at, group) > 0 && verbs_within(at, act.start, group) == 0) return true;
  if (!behind && (time.end > act.start || lattice.words(time.end, static_cast<uint16_t>(time.end + 1)) != ",")) return false;
  for (int at = time.start - 1; at >= first; --at) {
    if (lattice.words(static_cast<uint16_t>(at), static_cast<uint16_t>(at + 1)) == ",") return false;
    const int end = opens_clause(static_cast<uint16_t>(at), behind ? kOpenersBehind : kOpenersBefore);
    if (end > 0 && behind && at == act.end && !groups_.is_verb(group) && does_the_act(end, time.start)) return false;
    if (end > 0 && end <= time.start && verbs_within(end, time.start, group) > 0) return true;
    if (behind && end == time.start && opens_clause(static_cast<uint16_t>(at), kOpenersBeside) > 0) return true;
  }
  return false;
}

// "The treaty that they signed on 12 June": what the noun's own clause tells is how its act was done.
bool Dating::does_the_act(int from, int to) const {
  const auto& verbs = groups_.clauses().verbs();
  return std::any_of(verbs.begin(), verbs.end(), [&](int32_t verb) {
    const Edge& edge = groups_.lattice().edge(verb);
    return edge.start >= from && edge.end <= to && groups_.is_act(verb, kDoing);
  });
}

// "Said on Monday that it would": a day outside the words told is when they were said, not when what they plan is to be done. Nor is it when that was
// done which is denied, or for which the words give a day of their own ("said on Friday that they had met on Thursday").
bool Dating::dates_the_saying(const Found& found, const Event& event) const {
  if (event.statement < 0) return false;
  const Statement& told = report_.statements[static_cast<size_t>(event.statement)];
  if (!told.cue || told.sentence != groups_.index()) return false;
  if (event.status != EventStatus::kPlanned && told.act != Act::kDeny && !gives_a_day(*told.content)) return false;
  const Edge& when = groups_.lattice().edge(found.edge);
  const Span day = groups_.lattice().span(when.start, when.end);
  if (told.content->start <= day.start && day.end <= told.content->end) return false;
  // Right before the words told, with nothing to part them, a day may be theirs.
  if (told.cue->end <= day.start && day.end <= told.content->start && opens_clause(when.end, "that") == 0) return false;
  return saying_verb(told) >= 0;
}

// Whether a day stands within these words.
bool Dating::gives_a_day(Span words) const {
  const auto& times = groups_.sentence().times;
  return std::any_of(times.begin(), times.end(), [&](const Found& found) {
    const Edge& when = groups_.lattice().edge(found.edge);
    const TimeExpression& time = report_.time(found.index);
    const bool dates = (time.type == TimeType::kDate || time.type == TimeType::kTime) && time.from;
    return dates && words.contains(groups_.lattice().span(when.start, when.end));
  });
}

// The verb group that tells of a statement; -1 if it is told without a verb.
int32_t Dating::saying_verb(const Statement& told) const {
  for (int32_t verb : groups_.clauses().verbs()) {
    const Span said = groups_.span(verb);
    if (said.start <= told.cue->start && told.cue->start < said.end) return verb;
  }
  return -1;
}

bool Dating::is_act_noun(int32_t group) const {
  for (Symbol symbol : groups_.head_symbols(group)) {
    if (symbol >= report_.frames.by_symbol.size()) continue;
    for (uint32_t frame : report_.frames.by_symbol[symbol])
      if (report_.frames.frames[frame].noun) return true;
  }
  return false;
}

// A time that is not the act's own is not that of another act that a noun names ("the summit of 2018"), nor of a word before a bracket;
// what is planned or possible is not of days long gone by.
bool Dating::may_date(const Found& found, const Candidate& candidate, const Event& event) const {
  const Edge& when = groups_.lattice().edge(found.edge);
  const TimeExpression& time = report_.time(found.index);
  const auto published = report_.document.published_day;
  const bool open = event.status == EventStatus::kPlanned || event.status == EventStatus::kPossible;
  if (of_birth(when)) return false;
  if (open && time.to && published && *published - *time.to > std::chrono::days{kStillToCome}) return false;
  if (when.start > 0 && groups_.lattice().words(static_cast<uint16_t>(when.start - 1), when.start) == "(" &&
      groups_.lattice().edge(candidate.group).end + 1 != when.start)
    return false;
  if (when.start > groups_.lattice().edge(candidate.group).end + kOwnPreposition && led_by(when, "since")) return false;   // "the first since 1999"
  // "The visit is a step on the way that they have gone since 1947": where other verbs stand between, it is what began then.
  if (time.from != time.to && when.start >= groups_.lattice().edge(candidate.group).end && led_by(when, "since|from") &&
      verbs_within(groups_.lattice().edge(candidate.group).end, when.start, candidate.group) > 1)
    return false;
  if (!is_own(when, candidate.group)) {
    if (in_clause_apart(when, candidate.group) || dates_the_saying(found, event)) return false;
    // What a subject did is not of a day to come that another verb bears.
    const bool to_come = published && time.from && *time.from > *published;
    if (to_come && event.status == EventStatus::kHappened && groups_.is_verb(candidate.group) && groups_.clauses().part(candidate.group, report_.keys.subject) >= 0 &&
        verbs_within(groups_.lattice().edge(candidate.group).end, when.start, candidate.group) > 0)
      return false;
  }
  if (time.from == time.to) return true;
  const auto& nouns = groups_.clauses().nouns();
  return std::none_of(nouns.begin(), nouns.end(), [&](int32_t noun) {
    return noun != candidate.group && is_own(when, noun) && is_act_noun(noun) &&
           std::find(candidate.used.begin(), candidate.used.end(), noun) == candidate.used.end();
  });
}

// "On 22 and 23 October", "3-5 June": the last of the days that are told together from one on.
size_t Dating::last_of_list(size_t first) const {
  const Lattice& lattice = groups_.lattice();
  const auto& times = groups_.sentence().times;
  size_t last = first;
  for (; last + 1 < times.size(); ++last) {
    const TimeExpression& one = report_.time(times[last].index);
    const TimeExpression& next = report_.time(times[last + 1].index);
    const uint16_t end = lattice.edge(times[last].edge).end, start = lattice.edge(times[last + 1].edge).start;
    if (!one.to || !next.from || one.from != one.to || next.from != next.to || start != end + 1) break;
    const std::string_view between = lattice.words(end, start);
    const bool dash = between == "-" || between == "\xe2\x80\x93";
    const bool listed = between == "," || opens_clause(end, "and") == start;
    if (!(dash && *next.from > *one.to) && !(listed && *next.from - *one.to == std::chrono::days{1})) break;
  }
  return last;
}

// "From Monday to Friday" are all these days; where it opens the sentence, "since Monday" goes on until the report.
// True where the words name the last day too.
bool Dating::widen(const Candidate& candidate, Event& event) const {
  const Edge& act = groups_.lattice().edge(candidate.group);
  const auto& times = groups_.sentence().times;
  const auto published = report_.document.published_day;
  for (size_t i = 0; i < times.size(); ++i) {
    const size_t last = last_of_list(i);
    const auto is_its = [&](const Found& found) { return found.index == event.time; };
    if (last > i && std::any_of(times.begin() + static_cast<long>(i), times.begin() + static_cast<long>(last) + 1, is_its)) {
      event.from = report_.time(times[i].index).from;
      event.to = report_.time(times[last].index).to;
      return true;
    }
    const Edge& first = groups_.lattice().edge(times[i].edge);
    const TimeExpression& from = report_.time(times[i].index);
    if (!from.from || !led_by(first, "from|since")) continue;
    const bool paired = i + 1 < times.size() && groups_.lattice().edge(times[i + 1].edge).start <= first.end + 1 && report_.time(times[i + 1].index).to;
    const TimeExpression& to = report_.time(times[paired ? i + 1 : i].index);
    if (event.time != times[i].index && (!paired || event.time != times[i + 1].index)) continue;
    if (paired && *to.to < *from.from) continue;
    event.from = from.from;
    if (paired) event.to = to.to;
    else if (published && *event.to < *published && event.status == EventStatus::kHappened && first.end <= act.start) event.to = published;
    return paired;
  }
  return false;
}

// Whether the sentence says of anything that it is of late; `time` becomes the nearest that dates, or that dates and is the group's own.
bool Dating::nearest_time(const Candidate& candidate, const Event& event, bool own, int& time) const {
  const int32_t group = candidate.group;
  int best = INT_MAX;
  bool recent = false;
  for (const Found& found : groups_.sentence().times) {
    const TimeExpression& one = report_.time(found.index);
    if (one.type != TimeType::kDate && one.type != TimeType::kTime) continue;
    if (one.value == "PAST_REF" || one.value == "PRESENT_REF") recent = true;
    if (!one.from && !one.value.starts_with("XXXX-XX-XX")) continue;
    const bool its_own = is_own(groups_.lattice().edge(found.edge), group);
    if (!its_own && (own || !may_date(found, candidate, event))) continue;
    const int cost = distance(groups_.lattice().edge(found.edge), group);
    if (cost >= best) continue;
    best = cost;
    time = found.index;
  }
  return recent;
}

void Dating::date(const Candidate& candidate, Event& event) const {
  const auto published = report_.document.published_day;
  const bool cancelled = event.status == EventStatus::kCancelled;   // other dates are those of calling it off
  const bool recent = nearest_time(candidate, event, cancelled, event.time);
  if (event.time >= 0) {
    event.from = report_.time(event.time).from;
    event.to = report_.time(event.time).to;
    const bool range = event.from && widen(candidate, event);
    if (!event.from) day_after_told(event);
    bound_by_office(candidate, event);
    // "This year", of what has happened, ends with the report.
    if (published && !range && event.from && *event.from <= *published && *event.to > *published && event.status == EventStatus::kHappened) event.to = published;
    if (published && event.from && *event.from > *published && event.status == EventStatus::kHappened) event.status = EventStatus::kPlanned;
    return;
  }
  if (as_told(candidate, event) || bound_by_saying(candidate, event) || goes_on(candidate, event)) return;
  // Undated news: it happened before it was told, and while those held office whom the report calls by it.
  const bool done = event.status == EventStatus::kHappened || event.status == EventStatus::kNotHappened;
  if ((event.lead || recent) && published && done) {
    event.to = published;
    bound_by_office(candidate, event);
    if (!event.from) event.to.reset();
  }
}

// What was said on a day to be planned comes no earlier.
bool Dating::bound_by_saying(const Candidate& candidate, Event& event) const {
  if (event.status != EventStatus::kPlanned) return false;
  for (const Found& found : groups_.sentence().times) {
    const TimeExpression& time = report_.time(found.index);
    const Edge& when = groups_.lattice().edge(found.edge);
    if (!time.from || !time.to || is_own(when, candidate.group) || !dates_the_saying(found, event)) continue;
    // The day of the saying verb, and of no verb before it: "He was held in 2014 but papers reported that" is no day of reporting.
    const int32_t verb = saying_verb(report_.statements[static_cast<size_t>(event.statement)]);
    const Edge& said = groups_.lattice().edge(verb);
    const bool begins = when.start > 0 && groups_.lattice().words(static_cast<uint16_t>(when.start - 1), when.start) == ",";
    if (in_clause_apart(when, verb) || (!begins && verbs_within(when.end <= said.start ? 0 : said.end, when.start, verb) > 0)) continue;
    event.from = time.from;
    return true;
  }
  return false;
}

// "The meeting", which nothing counts, is the one told before, on the days on which that was.
bool Dating::as_told(const Candidate& candidate, Event& event) const {
  if (candidate.told < 0) return false;
  const Event& before = report_.told[static_cast<size_t>(candidate.told)];
  if (before.cameo != event.cameo || before.status != event.status || !before.from) return false;
  for (const Node* node = groups_.node_at(candidate.group); node;) {
    if (node->part(report_.keys.det)) return false;
    const Part* head = node->part(report_.keys.head);
    node = head && head->edge >= 0 ? groups_.node_at(head->edge) : nullptr;
  }
  event.from = before.from;
  event.to = before.to;
  return true;
}

// What a sentence without a date tells next of one side, as the head of its clause, was done on the day of what that side was told to have done before.
bool Dating::goes_on(const Candidate& candidate, Event& event) const {
  const Clauses& clauses = groups_.clauses();
  if (event.status != EventStatus::kHappened || event.statement >= 0 || candidate.source.empty() || !groups_.is_verb(candidate.group)) return false;
  if (clauses.governor(candidate.group) >= 0 || clauses.part(candidate.group, report_.keys.subject) < 0) return false;
  const std::string& country = report_.actor(candidate.source.front()).country;
  for (auto before = report_.told.rbegin(); before != report_.told.rend() && before->sentence + kGoesOn >= groups_.index(); ++before) {
    if (before->time < 0 || before->from != before->to || before->status != EventStatus::kHappened) continue;
    const auto same = [&](const Party& party) {
      return party.actor == candidate.source.front() || (party.actor >= 0 && !country.empty() && report_.actor(party.actor).country == country);
    };
    if (!same(before->source) && !(before->joint && same(before->target))) continue;
    event.from = before->from;
    event.to = before->to;
    return true;
  }
  return false;
}

// "The day after" hangs on what was told last with its days: no earlier than that, at most a day later.
void Dating::day_after_told(Event& event) const {
  for (auto before = report_.told.rbegin(); before != report_.told.rend() && before->sentence + kDayBefore >= groups_.index(); ++before) {
    if (!before->from || !before->to || before->status != EventStatus::kHappened) continue;
    event.from = before->from;
    event.to = *before->to + std::chrono::days{1};
    return;
  }
}

bool Dating::of_one_side(const std::vector<int>& side, int actor) const {
  const std::string& country = report_.actor(actor).country;
  return std::any_of(side.begin(), side.end(), [&](int who) { return who == actor || (!country.empty() && report_.actor(who).country == country); });
}

// The days are narrowed to the present term of an office by which a party, or who leads it, is called in the sentence.
void Dating::bound_by_office(const Candidate& candidate, Event& event) const {
  const auto published = report_.document.published_day;
  if (!published || (event.status != EventStatus::kHappened && event.status != EventStatus::kNotHappened)) return;
  for (const Found& found : groups_.sentence().mentions) {
    const Node& mention = *groups_.node_at(found.edge);
    if (!mention.part(report_.keys.title) || mention.part(report_.keys.former)) continue;
    const Actor& actor = report_.actor(found.index);
    if (actor.kind != ActorKind::kPerson || !actor.known || (!of_one_side(candidate.source, found.index) && !of_one_side(candidate.target, found.index))) continue;
    const int world = report_.world().find(actor.id);
    const WorldTerm* term =
        world < 0 ? nullptr : report_.world().term_on(static_cast<uint32_t>(world), "head-of-state|head-of-government|leader", published);
    if (!term || term->since == INT32_MIN) continue;
    const Day since{std::chrono::days{term->since}};
    if (!event.from && *published - since > std::chrono::days{kNewsYear}) continue;
    if (event.to && *event.to < since) continue;
    if (!event.from || *event.from < since) event.from = since;
    if (!event.to) event.to = published;
  }
}

}  // namespace hearsay
