// SPDX-License-Identifier: Apache-2.0
#include "story/cluster.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr int kLongVisit = 14;           // days; a period of more is a vague date

// Both sorted, without repetition.
template <class T>
void unite(std::vector<T>& into, const std::vector<T>& more) {
  std::vector<T> all;
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(all));
  into = std::move(all);
}

}  // namespace

Cluster::Cluster(const std::vector<Told>& all, int member) : members{member}, because{""}, all_(&all) {
  const Told& one = head();
  period = one.period;
  loose = one.loose;
  dated = one.dated;
  news = one.news;
  elsewhen = one.elsewhen;
  first = or_last(one.published);
  if (news) first_news = first;
  kinds_ = {one.what};
  source_ = one.source;
  target_ = one.target;
  either_ = either_order(*one.what);
  place_ = one.place;
  families_ = {one.family};
  if (!one.speaker.empty()) speakers_ = {one.speaker};
  for (const Tie& tie : one.ties) ties_.push_back(&tie);
}

void Cluster::absorb(Cluster&& other, const std::string& why) {
  const auto keep = [](Side& side, const Side& with) {
    if (side.actor != with.actor) side.actor.clear();
    if (side.body != with.body) side.body.clear();
    if (side.person.empty()) side.person = with.person;
  };
  const auto fits = [](const Side& a, const Side& b) { return (!a.actor.empty() && a.actor == b.actor) || a.body == b.body; };
  const bool crossed = !fits(source_, other.source_) || !fits(target_, other.target_);
  keep(source_, crossed ? other.target_ : other.source_);
  keep(target_, crossed ? other.source_ : other.target_);
  other.because[0] = why;
  members.insert(members.end(), other.members.begin(), other.members.end());
  because.insert(because.end(), other.because.begin(), other.because.end());
  const bool dates_it = !dated && other.dated;       // what bounds nothing gives way, even where a correction joins what does not meet
  if (meet(period, other.period)) period = common(period, other.period);
  else if (period != loose || dates_it) period = other.period;   // what is loosely worded gives way
  if (meet(loose, other.loose)) loose = common(loose, other.loose);
  else if (dates_it) loose = other.loose;
  dated |= other.dated;
  news |= other.news;
  elsewhen &= other.elsewhen;
  first = std::min(first, other.first);
  first_news = std::min(first_news, other.first_news);
  either_ |= other.either_;
  if (!place_.known() || (other.place_.known() && lies_in(other.place_, place_))) place_ = other.place_;   // the closer one
  unite(families_, other.families_);
  unite(speakers_, other.speakers_);
  ties_.insert(ties_.end(), other.ties_.begin(), other.ties_.end());
  for (const Event* kind : other.kinds_)
    if (std::none_of(kinds_.begin(), kinds_.end(), [&](const Event* held) { return held->kind == kind->kind; }))
      kinds_.push_back(kind);
}

Period Cluster::reach() const {
  if (dated) return loosely_ ? loose : period;
  const Course course = head().course;
  if (course == Course::kPlan && period.from != kNoStart) return {period.from, std::min(period.to, period.from + kReach)};
  if (course != Course::kPlan && period.to != kNoEnd) return {std::max(period.from, period.to - (news ? kNewsSpan : kReach)), period.to};
  return {};
}

Period Cluster::window() const {
  Period days{kNoEnd, kNoStart};
  if (dated) days = period;
  if (!news) return days;
  const bool plan = head().course == Course::kPlan;
  return {std::min(days.from, first_news - kFreshNews), std::max(days.to, first_news + (plan ? kReach : kFreshNews))};
}

bool Cluster::parties_fit(const Cluster& other) const {
  const bool encounter = either_ || other.either_;
  const auto fits = [&](const Side& a, const Side& b) {
    if (a.actor.empty() && a.body.empty()) return b.actor.empty() && b.body.empty();
    // Ministers meet and presidents meet, each of the same states on the same day: two meetings.
    if (encounter && !a.person.empty() && !b.person.empty() && a.person != b.person) return false;
    return (!a.actor.empty() && a.actor == b.actor) || (!a.body.empty() && a.body == b.body);
  };
  if (fits(source_, other.source_) && fits(target_, other.target_)) return true;
  return encounter && fits(source_, other.target_) && fits(target_, other.source_);
}

Likeness Cluster::kinds_fit(const Cluster& other) const {
  Likeness best = Likeness::kNone;
  for (const Event* a : kinds_)
    for (const Event* b : other.kinds_) best = std::max(best, likeness(*a, *b));
  return best;
}

// The talks held during a visit are not the visit, unless both are told of the same days, or so vaguely that they may be.
bool Cluster::in_course_of_visit(const Cluster& other) const {
  if (is_visit(*head().what) == is_visit(*other.head().what) || !dated || !other.dated || period == other.period) return false;
  return std::max(period.width(), other.period.width()) <= kLongVisit;
}

Likeness Cluster::like(const Cluster& other) const {
  if (!parties_fit(other)) return Likeness::kNone;
  const Likeness best = kinds_fit(other);
  if (best == Likeness::kNone) return best;
  if (best == Likeness::kRelated && in_course_of_visit(other)) return Likeness::kNone;
  if (source_.actor.empty() && source_.body.empty() && target_.actor.empty() && target_.body.empty()) return Likeness::kNone;
  return may_be_one(place_, other.place_) ? best : Likeness::kNone;
}

std::string Cluster::unlike(const Cluster& other) const {
  if (kinds_fit(other) == Likeness::kNone) return "they are acts of different kinds: " + head().what->kind + " and " + other.head().what->kind;
  if (!parties_fit(other)) return "their parties differ";
  if (!may_be_one(place_, other.place_)) return "their places differ: " + place_.id + " and " + other.place_.id;
  if (source_.actor.empty() && source_.body.empty() && target_.actor.empty() && target_.body.empty()) return "neither party is known";
  return like(other) == Likeness::kNone ? "one is a visit, the other an act of other days than its own" : "";
}

bool Cluster::told_apart(const Cluster& other) const {
  if (news && other.news && std::chrono::abs(first_news - other.first_news) > kFreshNews) return true;
  auto a = families_.begin();
  auto b = other.families_.begin();
  while (a != families_.end() && b != other.families_.end()) {
    if (*a == *b) return true;
    *a < *b ? ++a : ++b;
  }
  return false;
}

bool Cluster::same_speakers(const Cluster& other) const {
  return std::includes(speakers_.begin(), speakers_.end(), other.speakers_.begin(), other.speakers_.end()) ||
         std::includes(other.speakers_.begin(), other.speakers_.end(), speakers_.begin(), speakers_.end());
}

bool Cluster::same_place(const Cluster& other) const { return is_one(place_, other.place_); }

bool Cluster::vague() const { return dated ? period.width() > kYear : !news; }

bool Cluster::could_be(const Cluster& other) const { return meet(reach(), other.reach()) && like(other) != Likeness::kNone && !kept_apart(other); }

const Tie* Cluster::kept_apart(const Cluster& other) const {
  for (const Tie* a : ties_)
    for (const Tie* b : other.ties_)
      if (a->apart && b->apart && a->correction == b->correction && a->part != b->part) return b;
  return nullptr;
}

const Tie* Cluster::bound(const Cluster& other) const {
  for (const Tie* a : ties_)
    for (const Tie* b : other.ties_)
      if (!a->apart && !b->apart && a->correction == b->correction) return b;
  return nullptr;
}

bool Cluster::may_be(const Cluster& other) const { return could_be(other) && !told_apart(other); }

Cluster cluster_of(const std::vector<Told>& all, const std::vector<int>& members) {
  Cluster whole(all, members.front());
  for (size_t i = 1; i < members.size(); ++i) whole.absorb(Cluster(all, members[i]), "");
  return whole;
}

}  // namespace hearsay
