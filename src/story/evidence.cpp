// How much two tellings must agree before they count as one happening. A false merge makes false corroboration, which is
// worse than a happening listed twice, so every reason here names days, words or a statement. The windows are judgements,
// tried on the seeds and on tests/story/happenings_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "story/evidence.h"

#include <algorithm>

namespace hearsay {
namespace {

using std::chrono::days;
constexpr int kSharp = 31;               // a period of a month or less dates an act
constexpr int kSharpFrequent = 2;        // ... and of a kind that comes often: a day, give or take the time zone
constexpr int kWithinReport = 62;        // in one report, two months named twice are one occasion
constexpr days kNewsRound{7};            // reports that open with one undated act within a week tell one act
constexpr days kNewsRoundFrequent{1};

int width(const Cluster& cluster) { return cluster.dated ? cluster.period.width() : 0; }
bool frequent(const Cluster& cluster) { return cluster.head().frequent; }

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
  if (!meet(a.period, b.period))
    return "same act and parties; " + in_words((a.period == a.loose ? b : a).period) + " is loosely worded and may mean " + in_words(common(a.loose, b.loose));
  return "same act and parties, and the periods agree on " + in_words(common(a.period, b.period));
}

// The dated one lies in the days before the undated one's report; a plan in the year after it.
bool before_report(const Cluster& undated, const Cluster& dated, days window) {
  const Day report = undated.news ? undated.first_news : undated.first;
  if (report == kNoEnd) return false;
  if (undated.head().course == Course::kPlan) return meet(dated.period, {report, report + kReach});
  return meet(dated.period, {report - window, report});
}

// By the same words of time, in one sentence, or in the next one of the same act.
bool told_on(const Cluster& a, const Cluster& b, Likeness like) {
  for (size_t i = 0; i < a.members.size(); ++i) {
    for (size_t k = 0; k < b.members.size(); ++k) {
      const Told &x = a.told(i), &y = b.told(k);
      if (x.document != y.document) continue;
      const int sentences = std::abs(x.what->sentence - y.what->sentence);
      const bool same_time = x.what->time >= 0 && x.what->time == y.what->time;
      if (sentences == 0 || (like == Likeness::kSame && (same_time || sentences == 1))) return true;
    }
  }
  return false;
}

bool dated_alike(const Cluster& a, const Cluster& b, Likeness like) {
  if (!meet(a.period, b.period)) return false;
  const bool same_days = a.period == b.period, sharp = std::max(width(a), width(b)) <= kWithinReport;
  if (frequent(a)) return like == Likeness::kSame && same_days && width(a) <= kSharpFrequent;
  return sharp || (same_days && (a.same_place(b) || told_on(a, b, like)));
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

std::string refusal(const Cluster& a, const Cluster& b) {
  if (a.head().course != b.head().course) return "one is told as done, the other as planned or as not done: such are linked, never merged";
  if (const Tie* tie = a.kept_apart(b)) return tie->by + " keeps them apart (" + tie->correction + ")";
  if (const std::string why = a.unlike(b); !why.empty()) return why;
  if (a.dated && b.dated && !meet(a.period, b.period)) return "their days do not meet: " + in_words(a.period) + " and " + in_words(b.period);
  if (a.told_apart(b)) return "one report tells both, or reports opened with them more than " + std::to_string(kFreshNews.count()) + " days apart";
  if (frequent(a)) return "acts of this kind come often between the same parties: only the same day makes two tellings one";
  if (a.vague() || b.vague()) return "one of them may mean any such act of more than a year";
  if (!a.dated || !b.dated) return "one of them has no date, and may mean another such act";
  return "their days meet, but so do those of another such act";
}

}  // namespace hearsay
