// How much two tellings must agree before they count as one happening. A false merge makes false corroboration, which is
// worse than a happening listed twice, so every reason here names days, words or a statement. The windows are judgements,
// tried on the seeds and on tests/story/happenings_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "story/cluster.h"

#include <algorithm>

namespace hearsay {
namespace {

using std::chrono::days;
constexpr days kReach{365};              // how far back an undated telling looks
constexpr int kSharp = 31;               // a period of a month or less dates an act
constexpr int kSharpFrequent = 2;        // ... and of a kind that comes often: a day, give or take the time zone
constexpr int kYear = 366;
constexpr int kWithinReport = 62;        // in one report, two months named twice are one occasion
constexpr days kNewsRound{7};            // reports that open with one undated act within a week tell one act
constexpr days kNewsRoundFrequent{1};
constexpr days kFreshNews{14};           // what a report opens with, undated, happened in the two weeks before it

int width(const Cluster& cluster) { return cluster.dated ? cluster.period.width() : 0; }
bool frequent(const Cluster& cluster) { return cluster.head().frequent; }

// Parts of a slug that make the other: "panmunjom" and "panmunjom-village" are one place.
bool within_slug(const std::string& part, const std::string& whole) {
  return ("-" + whole + "-").find("-" + part + "-") != std::string::npos;
}

bool share_statement(const Cluster& a, const Cluster& b) {
  for (size_t i = 0; i < a.members.size(); ++i) {
    for (size_t k = 0; k < b.members.size(); ++k) {
      const Told &x = a.told(i), &y = b.told(k);
      if (x.document == y.document && x.what->statement >= 0 && x.what->statement == y.what->statement) return true;
    }
  }
  return false;
}

bool share_words(const Cluster& a, const Cluster& b) {
  for (size_t i = 0; i < a.members.size(); ++i)
    for (size_t k = 0; k < b.members.size(); ++k)
      if (a.told(i).document != b.told(k).document && a.told(i).words == b.told(k).words) return true;
  return false;
}

bool lead(const Cluster& cluster) { return cluster.head().what->lead; }

std::string agree(const Cluster& a, const Cluster& b) {
  return "same act and parties, and the periods agree on " + in_words(common(a.period, b.period));
}

// The dated one lies in the days before the undated one's report; a plan in the year after it.
bool before_report(const Cluster& undated, const Cluster& dated, days window) {
  const Day report = undated.news ? undated.first_news : undated.first;
  if (report == kNoEnd) return false;
  if (undated.head().course == Course::kPlan) return meet(dated.period, {report, report + kReach});
  return meet(dated.period, {report - window, report});
}

bool dated_alike(const Cluster& a, const Cluster& b, Likeness like) {
  if (!meet(a.period, b.period)) return false;
  const bool same_days = a.period == b.period, sharp = std::max(width(a), width(b)) <= kWithinReport;
  if (frequent(a)) return like == Likeness::kSame && same_days && width(a) <= kSharpFrequent;
  const Told &x = a.head(), &y = b.head();
  const bool same_time = x.what->time >= 0 && x.what->time == y.what->time && like == Likeness::kSame;
  const bool same_sentence = x.what->sentence == y.what->sentence;
  return sharp || (same_days && x.document == y.document && (same_time || same_sentence));
}

// The reasons of across_reports: two dates,
Evidence dates_agree(const Cluster& a, const Cluster& b) {
  const int widest = std::max(width(a), width(b));
  const bool sharp = widest <= (frequent(a) ? kSharpFrequent : kSharp);
  const bool one_place = !frequent(a) && widest <= kYear && a.same_place(b);
  if (!meet(a.period, b.period) || (!sharp && !one_place)) return {};
  if (a.like(b) == Likeness::kNone || a.told_apart(b)) return {};
  return {1, agree(a, b) + (sharp ? "" : ", at the same place")};
}

// two reports that open with it,
Evidence reported_at_once(const Cluster& a, const Cluster& b) {
  const days round = frequent(a) ? kNewsRoundFrequent : kNewsRound;
  if (std::chrono::abs(a.first_news - b.first_news) > round || !meet(a.reach(), b.reach())) return {};
  if (a.like(b) != Likeness::kSame || a.told_apart(b)) return {};
  const std::string span = std::to_string(round.count()) + (round.count() == 1 ? " day" : " days");
  return {2, "same act and parties; reports opened with it within " + span};
}

// a date and a report that opens with it soon after.
Evidence fresh_news(const Cluster& undated, const Cluster& dated) {
  const days fresh = frequent(dated) ? days{kSharpFrequent} : kFreshNews;
  if (!undated.news || width(dated) > kSharp || !before_report(undated, dated, fresh)) return {};
  // Plans are told again and again; only reports of one week speak of the same one.
  const bool one_week = dated.first != kNoEnd && std::chrono::abs(undated.first - dated.first) <= kNewsRound;
  if (dated.head().course == Course::kPlan && !one_week) return {};
  if (undated.like(dated) != Likeness::kSame || undated.told_apart(dated)) return {};
  return {1, "same act and parties; it is dated " + in_words(dated.period) + ", just before this report opened with it"};
}

}  // namespace

Cluster::Cluster(const std::vector<Told>& all, int member) : members{member}, because{""}, all_(&all) {
  const Told& one = head();
  period = one.period;
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
  place_country_ = one.place_country;
  families_ = {one.family};
  if (!one.speaker.empty()) speakers_ = {one.speaker};
}

// Both sorted, without repetition.
template <class T>
void unite(std::vector<T>& into, const std::vector<T>& more) {
  std::vector<T> all;
  std::set_union(into.begin(), into.end(), more.begin(), more.end(), std::back_inserter(all));
  into = std::move(all);
}

void Cluster::absorb(Cluster&& other, const std::string& why) {
  const auto keep = [](Side& side, const Side& with) {
    if (side.actor != with.actor) side.actor.clear();
    if (side.body != with.body) side.body.clear();
  };
  const auto fits = [](const Side& a, const Side& b) { return (!a.actor.empty() && a.actor == b.actor) || a.body == b.body; };
  const bool crossed = !fits(source_, other.source_) || !fits(target_, other.target_);
  keep(source_, crossed ? other.target_ : other.source_);
  keep(target_, crossed ? other.source_ : other.target_);
  other.because[0] = why;
  members.insert(members.end(), other.members.begin(), other.members.end());
  because.insert(because.end(), other.because.begin(), other.because.end());
  if (meet(period, other.period)) period = common(period, other.period);
  dated |= other.dated;
  news |= other.news;
  elsewhen &= other.elsewhen;
  first = std::min(first, other.first);
  first_news = std::min(first_news, other.first_news);
  either_ |= other.either_;
  if (place_.empty() || !place_country_.empty()) {
    place_ = other.place_.empty() ? place_ : other.place_;
    place_country_ = other.place_.empty() ? place_country_ : other.place_country_;
  }
  unite(families_, other.families_);
  unite(speakers_, other.speakers_);
  for (const Event* kind : other.kinds_)
    if (std::none_of(kinds_.begin(), kinds_.end(), [&](const Event* held) { return held->kind == kind->kind; }))
      kinds_.push_back(kind);
}

Period Cluster::reach() const {
  if (dated) return period;
  const Course course = head().course;
  if (course == Course::kPlan && period.from != kNoStart) return {period.from, std::min(period.to, period.from + kReach)};
  if (course != Course::kPlan && period.to != kNoEnd) return {std::max(period.from, period.to - kReach), period.to};
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
  const auto fits = [](const Side& a, const Side& b) {
    if (a.actor.empty() && a.body.empty()) return b.actor.empty() && b.body.empty();
    return (!a.actor.empty() && a.actor == b.actor) || (!a.body.empty() && a.body == b.body);
  };
  if (fits(source_, other.source_) && fits(target_, other.target_)) return true;
  return (either_ || other.either_) && fits(source_, other.target_) && fits(target_, other.source_);
}

Likeness Cluster::like(const Cluster& other) const {
  if (!parties_fit(other)) return Likeness::kNone;
  Likeness best = Likeness::kNone;
  for (const Event* a : kinds_)
    for (const Event* b : other.kinds_) best = std::max(best, likeness(*a, *b));
  if (best == Likeness::kNone) return best;
  if (source_.actor.empty() && source_.body.empty() && target_.actor.empty() && target_.body.empty()) return Likeness::kNone;
  if (place_.empty() || other.place_.empty()) return best;
  const bool wide = !place_country_.empty() || !other.place_country_.empty();
  return wide || same_place(other) ? best : Likeness::kNone;
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

bool Cluster::same_place(const Cluster& other) const {
  if (place_.empty() || other.place_.empty() || !place_country_.empty() || !other.place_country_.empty()) return false;
  return within_slug(place_, other.place_) || within_slug(other.place_, place_);
}

bool Cluster::vague() const { return dated ? period.width() > kYear : !news; }

bool Cluster::could_be(const Cluster& other) const { return meet(reach(), other.reach()) && like(other) != Likeness::kNone; }

bool Cluster::may_be(const Cluster& other) const { return could_be(other) && !told_apart(other); }

Evidence within_family(const Cluster& a, const Cluster& b) {
  const Likeness like = a.like(b);
  if (like == Likeness::kNone || (a.dated && b.dated && !meet(a.period, b.period))) return {};
  if (share_words(a, b)) return {3, "the same words in a copy of the report"};
  if (share_statement(a, b)) return {2, "told in the same statement"};
  const bool both_lead = lead(a) && lead(b);
  if (a.dated && b.dated) {
    const bool one_lead = both_lead && like == Likeness::kSame && !frequent(a);
    return one_lead || dated_alike(a, b, like) ? Evidence{1, agree(a, b)} : Evidence{};
  }
  if (a.elsewhen || b.elsewhen) return {};
  if ((frequent(a) || like == Likeness::kRelated) && !both_lead) return {};
  // Meetings and plans are spoken of in many ways and by many; a letter is a letter.
  const bool loose = a.head().course == Course::kPlan || either_order(*a.head().what);
  if (loose && !both_lead && !a.head().answers && !b.head().answers && !a.same_speakers(b)) return {};
  if (a.news && b.dated && !before_report(a, b, kFreshNews)) return {};
  if (b.news && a.dated && !before_report(b, a, kFreshNews)) return {};
  return {1, "told again in the same report, which tells no other such act"};
}

// Days are compared before kinds and parties, since most pairs differ there.
Evidence across_reports(const Cluster& a, const Cluster& b) {
  if (a.dated && b.dated) return dates_agree(a, b);
  if (a.news && b.news) {
    if (const Evidence found = reported_at_once(a, b); found.rank > 0) return found;
  }
  if (a.dated == b.dated) return {};
  return a.dated ? fresh_news(b, a) : fresh_news(a, b);
}

Evidence only_candidate(const Cluster& a, const Cluster& b) {
  if (!meet(a.reach(), b.reach())) return {};                                  // most pairs
  if (frequent(a) || a.like(b) != Likeness::kSame || a.elsewhen || b.elsewhen || a.told_apart(b)) return {};
  if (a.dated && b.dated && (a.vague() || b.vague())) return {};
  if (a.dated && b.dated) return {1, agree(a, b) + "; no other such act is told of that time"};
  const Cluster& undated = a.dated ? b : a;
  const Cluster& other = a.dated ? a : b;
  if (other.vague() || other.head().course == Course::kPlan) return {};     // an undated plan may be any later one
  if (!other.dated && other.news == undated.news) return {};
  if (!undated.reach().closed() || !other.reach().closed()) return {};
  return {1, "same act and parties; the only such act told of the year before the report"};
}

}  // namespace hearsay
