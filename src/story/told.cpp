// SPDX-License-Identifier: Apache-2.0
#include "story/told.h"

#include <algorithm>
#include <cstdlib>

#include "actors/actors.h"
#include "base/hash.h"
#include "pack/world.h"
#include "story/item.h"

namespace hearsay {
namespace {

constexpr char kCourseMark = '#';        // in Tie::told_as, between block and course

bool is_denied(const Analysis& analysis, const Event& event) {
  const std::vector<int> around = statements_around(analysis, event);
  return std::any_of(around.begin(), around.end(), [&](int s) { return denies_event(item(analysis.statements, s), event); });
}

// What a denial holds is the happening that it denies, whichever way the sentence words it.
Course course_of(const Analysis& analysis, const Event& event) {
  switch (event.status) {
    case EventStatus::kHappened: return Course::kHappened;
    case EventStatus::kNotHappened: return is_denied(analysis, event) ? Course::kHappened : Course::kNotHappened;
    default: return Course::kPlan;
  }
}

Period period_of(const Event& event, Course course, const std::optional<Day>& published) {
  Period period{event.from.value_or(kNoStart), event.to.value_or(kNoEnd)};
  if (published && course != Course::kPlan && period.from <= *published) period.to = std::min(period.to, *published);
  const bool to_come = course == Course::kPlan && event.status != EventStatus::kCancelled;
  if (published && to_come && period.to >= *published && !event.from) period.from = *published;
  return period;
}

// "At the end of the year" has no sharp borders: it may be off by a quarter of the year, not by more, and not leave the year.
Period loose_period(const Analysis& analysis, const Event& event, const Period& period) {
  if (event.time < 0 || !period.closed()) return period;
  const TimeExpression& time = item(analysis.times, event.time);
  const auto unit = parse_partial_date(time.value);
  if (!unit || !time.from || !time.to || (*time.from == unit->first && *time.to == unit->second)) return period;
  if (period.from < unit->first || period.to > unit->second) return period;
  const auto quarter = (unit->second - unit->first + std::chrono::days{1}) / 4;
  return {std::max(unit->first, period.from - quarter), std::min(unit->second, period.to + quarter)};
}

// No time at all, or only that of telling it (TIMEX3 PRESENT_REF, PAST_REF, FUTURE_REF).
bool tells_no_time(const Analysis& analysis, const Event& event) {
  if (event.time < 0) return true;
  return item(analysis.times, event.time).value.ends_with("_REF");
}

std::string speaker_of(const Who& who, const Analysis& analysis, const Event& event) {
  const std::vector<int> around = statements_around(analysis, event);
  if (around.empty()) return {};
  const Statement& statement = item(analysis.statements, around.front());
  const Voice& speaker = statement.speaker;
  if (speaker.actor >= 0) return who.side(analysis, speaker.actor).body;
  if (!speaker.anonymous) return speaker.name;
  return "unnamed:" + (statement.via.empty() ? speaker.name : statement.via.front().name);
}

// Where the telling says it was. A visit is made where it goes, received at home.
Place where(const Who& who, const Analysis& analysis, const Event& event) {
  const int at = event.place >= 0 ? event.place : host(event);
  if (at < 0) return {};
  const Actor& actor = item(analysis.actors, at);
  if (actor.kind != ActorKind::kPlace && actor.kind != ActorKind::kState) return {};
  return place_of(actor, {who.region(analysis, event.source.actor), who.region(analysis, event.target.actor)});
}

// Whom "he" means may be misread; who is named is not.
bool is_named(const Actor& actor, Span span) {
  return std::any_of(actor.mentions.begin(), actor.mentions.end(), [&](const Mention& mention) { return mention.form == MentionForm::kName && mention.span.overlaps(span); });
}

// Whom another report may mean as well: not "the suspect", nor a person of one given name whom no pack holds.
bool is_told_of_elsewhere(const Actor& actor) {
  if (is_political(actor) || actor.known) return true;
  const bool one_word = actor.kind == ActorKind::kPerson && actor.name.find(' ') == std::string::npos;
  return !one_word && std::any_of(actor.mentions.begin(), actor.mentions.end(), [](const Mention& mention) { return mention.form == MentionForm::kName; });
}

// An act of persons whom only their own report can tell apart from others is no happening of the chronicle: it would be taken for any other such act.
bool can_be_found_elsewhere(const Analysis& analysis, const Event& event) {
  const auto found = [&](const Party& party) { return party.actor >= 0 && is_told_of_elsewhere(item(analysis.actors, party.actor)); };
  return found(event.source) || found(event.target);
}

Side side_of(const Who& who, const Analysis& analysis, const Party& party) {
  Side side = who.side(analysis, party.actor);
  if (party.actor < 0) return side;
  const Actor& actor = item(analysis.actors, party.actor);
  if (actor.kind == ActorKind::kPerson && actor.known && is_named(actor, party.span)) side.person = actor.id;
  return side;
}

// Of several corrections that merge, the last counts: it was made knowing the others.
void tie(Told& told, const std::vector<Tie>& ties) {
  told.ties = ties;
  for (const Tie& one : ties) {
    const size_t mark = one.told_as.rfind(kCourseMark);
    if (one.apart || mark == std::string::npos) continue;
    told.told_as = one.told_as.substr(0, mark);
    const int course = std::atoi(one.told_as.c_str() + mark + 1);
    told.course = static_cast<Course>(std::clamp(course, 0, static_cast<int>(Course::kNotHappened)));
  }
}

std::string region_of(const Who& who, const Analysis& analysis, const Event& event) {
  std::string a = who.region(analysis, event.source.actor), b = who.region(analysis, event.target.actor);
  if (b < a) std::swap(a, b);
  return a + "/" + b;
}

}  // namespace

bool denies_event(const Statement& statement, const Event& event) {
  return statement.act == Act::kDeny && statement.content && statement.content->overlaps(event.span);
}

std::vector<int> statements_around(const Analysis& analysis, const Event& event) {
  std::vector<int> around;
  size_t steps = 0;
  for (int s = event.statement; s >= 0 && steps < analysis.statements.size(); s = item(analysis.statements, s).parent, ++steps)
    if (!item(analysis.statements, s).rejected) around.push_back(s);
  return around;
}

std::vector<Told> collect(const std::vector<const Analysis*>& documents, const Copies& copies, const Who& who) {
  std::vector<Told> out;
  for (size_t d = 0; d < documents.size(); ++d) {
    const Analysis& analysis = *documents[d];
    for (size_t e = 0; e < analysis.events.size(); ++e) {
      const Event& event = analysis.events[e];
      if (event.rejected || !can_be_found_elsewhere(analysis, event)) continue;
      Told told;
      told.document = static_cast<int>(d);
      told.report = analysis.document.id;
      told.event = static_cast<int>(e);
      told.what = &event;
      told.root = cameo_root(event);
      told.frequent = is_frequent(told.root);
      told.source = side_of(who, analysis, event.source);
      told.target = side_of(who, analysis, event.target);
      told.region = region_of(who, analysis, event);
      told.course = course_of(analysis, event);
      told.published = analysis.document.published_day;
      told.period = period_of(event, told.course, told.published);
      told.loose = loose_period(analysis, event, told.period);
      told.dated = event.from && event.to;
      told.elsewhen = !told.dated && !tells_no_time(analysis, event);
      told.news = !told.dated && !told.elsewhen && event.lead && told.published;
      told.place = where(who, analysis, event);
      told.speaker = speaker_of(who, analysis, event);
      if (const std::vector<int> around = statements_around(analysis, event); !around.empty()) {
        const Act act = item(analysis.statements, around.front()).act;
        told.answers = act == Act::kConfirm || act == Act::kDeny;
      }
      told.family = copies.family[d];
      told.words = hash_bytes(std::string_view(analysis.document.text).substr(event.span.start, event.span.length()));
      tie(told, event.ties);
      out.push_back(std::move(told));
    }
  }
  return out;
}

int told_at(const std::vector<Told>& all, int document, int event) {
  const auto before = [](const Told& told, std::pair<int, int> key) { return std::pair(told.document, told.event) < key; };
  return static_cast<int>(std::lower_bound(all.begin(), all.end(), std::pair(document, event), before) - all.begin());
}

std::string block_of(const Told& told) { return told.told_as.empty() ? std::string(kind_class(*told.what)) + '|' + told.region : told.told_as; }

std::string place_among_tellings(const Told& told) { return block_of(told) + kCourseMark + std::to_string(static_cast<int>(told.course)); }

}  // namespace hearsay
