// A meaning is resolved from its largest field down: first the anchor gives a year, month, week or day, then the fields
// that the words name are set within it, then hours and parts of the day are written behind. What no anchor gives is X.
// SPDX-License-Identifier: Apache-2.0
#include "time/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace hearsay {

namespace {

using Days = std::chrono::days;

template <class... Args>
std::string print(const char* format, Args... args) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), format, args...);
  return out.data();
}

// A date without its year lies in the year that brings it nearest to publication; reports look back more than ahead, so
// a day ahead counts as `kAhead` days back, unless the words around speak of the future.
constexpr int kAhead = 2;
// A date farther from publication than this lies in the year that its sentence names.
constexpr int kStoryDays = 45;

template <class Make>
std::optional<Period> nearest(Day published, int side, int ahead, Make make) {
  std::optional<Period> best;
  long best_cost = 0;
  const int year = year_of(published);
  for (int candidate : {year, year - 1, year + 1}) {
    const std::optional<Period> period = make(candidate);
    if (!period) continue;
    const int days = distance(published, *period);
    long cost = days > 0 ? long{days} * ahead : -long{days};
    if (side > 0) cost = days < 0 ? 10'000 - days : days;
    if (side < 0) cost = days > 0 ? 10'000 + days : -days;
    if (!best || cost < best_cost) best = period, best_cost = cost;
  }
  return best;
}

// ---- amounts

// "P3D", "PT48H", "P1.5Y"; halves of a unit in the next smaller one.
std::string amount(double value, TimeUnit unit) {
  if (value == 0.5) {
    switch (unit) {
      case TimeUnit::kCentury: return "P50Y";
      case TimeUnit::kDecade: return "P5Y";
      case TimeUnit::kYear: return "P6M";
      case TimeUnit::kDay: return "PT12H";
      case TimeUnit::kHour: return "PT30M";
      case TimeUnit::kMinute: return "PT30S";
      default: break;
    }
  }
  if (unit == TimeUnit::kQuarter) value *= 3;
  if (unit == TimeUnit::kHalf) value *= 6;
  std::string number = print("%.2f", value);
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
  return number;
}

std::string_view unit_letters(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kCentury: return "CE";
    case TimeUnit::kDecade: return "DE";
    case TimeUnit::kYear: return "Y";
    case TimeUnit::kHalf:
    case TimeUnit::kQuarter:
    case TimeUnit::kMonth: return "M";
    case TimeUnit::kSeason: return "SE";
    case TimeUnit::kWeek: return "W";
    case TimeUnit::kWeekend: return "WE";
    case TimeUnit::kHour: return "H";
    case TimeUnit::kMinute: return "M";
    case TimeUnit::kSecond: return "S";
    default: return "D";
  }
}

bool of_clock(TimeUnit unit) { return unit >= TimeUnit::kHour; }

std::string amounts(const Meaning& meaning) {
  std::string number = meaning.uncounted ? "X" : amount(meaning.value.value_or(1), meaning.unit);
  std::string out = number.starts_with("P") ? number : (of_clock(meaning.unit) ? "PT" : "P") + number + std::string(unit_letters(meaning.unit));
  if (meaning.unit2 != TimeUnit::kNone && meaning.value2 && !meaning.uncounted) {
    if (of_clock(meaning.unit2) && !of_clock(meaning.unit)) out += "T";
    out += amount(*meaning.value2, meaning.unit2) + std::string(unit_letters(meaning.unit2));
  }
  return out;
}

int months_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kCentury: return 1200;
    case TimeUnit::kDecade: return 120;
    case TimeUnit::kYear:
    case TimeUnit::kSeason: return 12;
    case TimeUnit::kHalf: return 6;
    case TimeUnit::kQuarter: return 3;
    case TimeUnit::kMonth: return 1;
    default: return 0;
  }
}

// So many units before or after a day; the day of the month is cut to the month's length.
Day moved(Day from, double units, TimeUnit unit) {
  if (const int months = months_of(unit)) {
    const long total = long{year_of(from)} * 12 + month_of(from) - 1 + std::lround(units * months);
    const Period month = month_period(static_cast<int>(total / 12), static_cast<int>(total % 12) + 1);
    return std::min(month.from + Days{day_of_month(from) - 1}, month.to);
  }
  const int days = unit == TimeUnit::kWeek || unit == TimeUnit::kWeekend || unit == TimeUnit::kWeekday ? 7 : of_clock(unit) ? 0 : 1;
  return from + Days{std::lround(units * days)};
}

// Whether the calendar of four-digit years holds what lies so many units from a day.
constexpr int kLastYear = 2999;
bool on_calendar(Day from, double units, TimeUnit unit) {
  const int months = months_of(unit);
  const double years = std::abs(units) * (months ? months / 12.0 : 1 / 50.0);
  return years < std::min(year_of(from), kLastYear - year_of(from));
}

ResolvedTime resolve_duration(const Meaning& meaning, const TimeAnchors& anchors) {
  ResolvedTime out;
  out.value = amounts(meaning);
  if (meaning.direction == 0 || meaning.uncounted || !anchors.published) return out;
  const double units = meaning.value.value_or(1);
  const Day now = *anchors.published;
  if (!on_calendar(now, units, meaning.unit)) return out;
  const Day other = moved(now, units * meaning.direction, meaning.unit);
  out.period = Period{std::min(now, other), std::max(now, other)};
  out.whole = out.period;
  return out;
}

ResolvedTime resolve_set(const Meaning& meaning) {
  ResolvedTime out;
  if (meaning.weekday) out.value = print("XXXX-WXX-%d", *meaning.weekday);
  else if (meaning.month && meaning.day) out.value = print("XXXX-%02d-%02d", *meaning.month, *meaning.day);
  else if (meaning.month) out.value = print("XXXX-%02d", *meaning.month);
  else if (!meaning.season.empty()) out.value = "XXXX-" + meaning.season;
  else if (meaning.hour || !meaning.part.empty()) out.value = "XXXX-XX-XX";
  else out.value = amounts(meaning);
  if (meaning.hour) out.value += print("T%02d:%02d", *meaning.hour, meaning.minute.value_or(0));
  else if (!meaning.part.empty()) out.value += "T" + meaning.part;
  return out;
}

// ---- dates

class DateResolver {
 public:
  DateResolver(const Meaning& meaning, const TimeAnchors& anchors) : m_(meaning), a_(anchors) {}

  std::optional<ResolvedTime> run() {
    const auto within = [](const std::optional<int>& field, int low, int high) { return !field || (*field >= low && *field <= high); };
    if (!within(m_.day, 1, 31) || !within(m_.month, 1, 12) || !within(m_.weekday, 1, 7) || !within(m_.quarter, 1, 4) || !within(m_.half, 1, 2) ||
        !within(m_.year, 0, kLastYear) || !within(m_.decade, 0, kLastYear) || !within(m_.century, 1, kLastYear / 100) || !within(m_.hour, 0, 24) ||
        !within(m_.minute, 0, 59))
      return std::nullopt;
    year_ = m_.year;
    if (year_ && *year_ < 100 && a_.published) complete_year();
    if (m_.is_shifted() && !year_) {
      if (!shifted()) return std::nullopt;
    } else {
      written();
    }
    if (failed_) return std::nullopt;
    out_.whole = out_.period;
    if (m_.hour || !m_.part.empty()) add_clock();
    else narrow();
    return out_;
  }

 private:
  bool fine() const { return m_.month || m_.day || m_.quarter || m_.half || !m_.season.empty(); }

  // "22/10/13": the century that brings it nearest to publication.
  void complete_year() {
    const int century = year_of(*a_.published) / 100 * 100;
    year_ = century + *year_;
    if (*year_ > year_of(*a_.published) + 20) *year_ -= 100;
  }

  std::optional<Day> anchor_day(TimeUnit unit) const {
    if (!m_.from_text) return a_.published;
    if (unit >= TimeUnit::kWeek) return a_.day;
    if (unit >= TimeUnit::kHalf) return a_.month ? std::optional(a_.month->from) : std::nullopt;
    return a_.year ? std::optional(a_.year->from) : std::nullopt;
  }

  bool shifted() {
    double units = m_.shift ? *m_.shift : m_.direction * *m_.value;
    const std::optional<Day> anchor = anchor_day(m_.unit);
    if (!anchor || !on_calendar(*anchor, units, m_.unit)) {
      unknown(m_.unit);
      return true;
    }
    switch (m_.unit) {
      case TimeUnit::kWeekday: weekday_from(*anchor, static_cast<int>(units)); return true;
      case TimeUnit::kWeek:
      case TimeUnit::kWeekend: week_of(moved(*anchor, units, m_.unit)); return true;
      case TimeUnit::kCentury:
        // "a century ago" names a year, "last century" a hundred of them.
        if (m_.shift && m_.decade) set_decade((year_of(*anchor) / 100 + *m_.shift) * 100 + *m_.decade % 100 / 10 * 10);
        else if (m_.shift) set_century(year_of(*anchor) / 100 + 1 + *m_.shift);
        else year_ = year_of(moved(*anchor, units, m_.unit)), written();
        return true;
      case TimeUnit::kDecade:
        if (m_.shift) set_decade(year_of(*anchor) / 10 * 10 + *m_.shift * 10);
        else year_ = year_of(moved(*anchor, units, m_.unit)), written();
        return true;
      case TimeUnit::kYear: year_ = year_of(moved(*anchor, units, m_.unit)); written(); return true;
      case TimeUnit::kSeason: season_from(*anchor, static_cast<int>(units)); return true;
      case TimeUnit::kHalf: {
        const Day day = moved(*anchor, units, m_.unit);
        set_half(year_of(day), (month_of(day) - 1) / 6 + 1);
        return true;
      }
      case TimeUnit::kQuarter: {
        const Day day = moved(*anchor, units, m_.unit);
        set_quarter(year_of(day), (month_of(day) - 1) / 3 + 1);
        return true;
      }
      case TimeUnit::kMonth: {
        const Day day = moved(*anchor, units, m_.unit);
        if (m_.day) set_day(day_of(year_of(day), month_of(day), *m_.day));
        else set_month(year_of(day), month_of(day));
        return true;
      }
      default: {
        const Day day = moved(*anchor, units, m_.unit);
        set_day(day);
        if (of_clock(m_.unit)) out_.value += "TXX:XX";
        return true;
      }
    }
  }

  void written() {
    if (m_.month) return month_written();
    if (m_.quarter) return in_year(TimeUnit::kQuarter, [&](int year) { return month_period(year, *m_.quarter * 3 - 2, 3); });
    if (m_.half) return in_year(TimeUnit::kHalf, [&](int year) { return month_period(year, *m_.half * 6 - 5, 6); });
    if (!m_.season.empty()) return in_year(TimeUnit::kSeason, [&](int year) { return season_period(year); });
    if (m_.day) return day_written();
    if (m_.weekday) return weekday_written();
    if (year_) return set_year(*year_);
    if (m_.decade) return set_decade(full_decade());
    if (m_.century) return set_century(*m_.century);
    unknown(m_.unit == TimeUnit::kNone ? TimeUnit::kDay : m_.unit);
    // A bare time of day belongs to the day last named.
    if ((m_.hour || !m_.part.empty()) && m_.unit == TimeUnit::kNone && a_.day) set_day(*a_.day);
  }

  int full_decade() const {
    int decade = *m_.decade / 10 * 10;
    if (decade >= 100) return decade;
    if (m_.century) return (*m_.century - 1) * 100 + decade;
    const int now = a_.published ? year_of(*a_.published) : 2000;
    return decade <= now % 100 ? now / 100 * 100 + decade : (now / 100 - 1) * 100 + decade;
  }

  void month_written() {
    if (year_) {
      if (m_.day) set_day(day_of(*year_, *m_.month, *m_.day));
      else set_month(*year_, *m_.month);
      return;
    }
    in_year(TimeUnit::kMonth, [&](int year) -> std::optional<Period> {
      if (!m_.day) return month_period(year, *m_.month);
      const auto day = day_of(year, *m_.month, *m_.day);
      return day ? std::optional(Period{*day, *day}) : std::nullopt;
    });
  }

  // Sets a period of a year: of the written one, of the story's, else of the one nearest to publication.
  template <class Make>
  void in_year(TimeUnit unit, Make make) {
    std::optional<Period> period;
    if (year_) period = make(*year_);
    else if (a_.published) period = nearest(*a_.published, m_.near, a_.tense > 0 ? 1 : kAhead, make);
    else if (!a_.story_year) return yearless(unit);
    if (!year_ && a_.story_year && m_.near == 0 && (!period || std::abs(distance(*a_.published, *period)) > kStoryDays))
      period = make(*a_.story_year);
    if (!period) {
      failed_ = true;
      return;
    }
    out_.period = period;
    const int year = year_of(period->from), month = month_of(period->from);
    if (unit == TimeUnit::kQuarter) out_.value = print("%04d-Q%d", year, *m_.quarter);
    else if (unit == TimeUnit::kHalf) out_.value = print("%04d-H%d", year, *m_.half);
    else if (unit == TimeUnit::kSeason) out_.value = print("%04d-%s", year, m_.season.c_str());
    else if (m_.day) out_.value = iso(period->from);
    else out_.value = print("%04d-%02d", year, month);
  }

  void yearless(TimeUnit unit) {
    if (unit == TimeUnit::kQuarter) out_.value = print("XXXX-Q%d", *m_.quarter);
    else if (unit == TimeUnit::kHalf) out_.value = print("XXXX-H%d", *m_.half);
    else if (unit == TimeUnit::kSeason) out_.value = "XXXX-" + m_.season;
    else out_.value = print("XXXX-%02d", *m_.month);
    if (unit == TimeUnit::kMonth && m_.day) out_.value += print("-%02d", *m_.day);
  }

  // a day number alone: in the month that brings it nearest to publication.
  void day_written() {
    if (!a_.published) {
      out_.value = print("XXXX-XX-%02d", *m_.day);
      return;
    }
    std::optional<Day> best;
    long best_cost = 0;
    const Period month = month_period(year_of(*a_.published), month_of(*a_.published));
    for (const Day base : {month.from, month.from - Days{1}, month.to + Days{1}}) {
      const auto day = day_of(year_of(base), month_of(base), *m_.day);
      if (!day) continue;
      const int days = distance(*a_.published, {*day, *day});
      const int side = m_.near ? m_.near : a_.tense;
      const long cost = days > 0 ? long{days} * (side > 0 ? 1 : kAhead) : -long{days} * (side > 0 ? kAhead : 1);
      if (!best || cost < best_cost) best = day, best_cost = cost;
    }
    set_day(best);
  }

  void weekday_written() {
    if (!a_.published) {
      out_.value = print("XXXX-WXX-%d", *m_.weekday);
      return;
    }
    const int back = (weekday_of(*a_.published) - *m_.weekday + 7) % 7;
    const bool ahead = (m_.near ? m_.near : a_.tense) > 0;
    if (ahead) set_day(*a_.published + Days{(7 - back) % 7});
    else set_day(*a_.published - Days{back});
  }

  // "last Friday", "Friday next": strictly before or after; 0 is the one of the same week.
  void weekday_from(Day anchor, int shift) {
    if (!m_.weekday) {
      failed_ = true;
      return;
    }
    const int ahead = (*m_.weekday - weekday_of(anchor) + 7) % 7;
    if (shift == 0) set_day(monday_of(anchor) + Days{*m_.weekday - 1});
    else if (shift > 0) set_day(anchor + Days{(ahead == 0 ? 7 : ahead) + 7 * (shift - 1)});
    else set_day(anchor + Days{ahead - 7 + 7 * (shift + 1)});
  }

  void week_of(Day day) {
    const Day monday = monday_of(day);
    if (m_.weekday) return set_day(monday + Days{*m_.weekday - 1});
    const IsoWeek week = iso_week(day);
    out_.value = print("%04d-W%02d", week.year, week.week);
    out_.period = Period{monday, monday + Days{6}};
    if (m_.unit != TimeUnit::kWeekend) return;
    out_.value += "-WE";
    out_.period->from = monday + Days{5};
  }

  std::optional<Period> season_period(int year) const {
    const int first = m_.season == "SP" ? 3 : m_.season == "SU" ? 6 : m_.season == "FA" ? 9 : 12;
    return month_period(year, first, 3);
  }
  // "last summer" is the last that is over, "this summer" the nearest.
  void season_from(Day anchor, int shift) {
    const auto here = nearest(anchor, shift, kAhead, [&](int year) { return season_period(year); });
    int year = year_of(here->from);
    if (shift != 0 && here->from <= anchor && anchor <= here->to) year += shift;
    year_ = year;
    in_year(TimeUnit::kSeason, [&](int at) { return season_period(at); });
  }

  void set_day(std::optional<Day> day) {
    if (!day) {
      failed_ = true;
      return;
    }
    out_.value = iso(*day);
    out_.period = Period{*day, *day};
  }
  void set_month(int year, int month) {
    out_.value = print("%04d-%02d", year, month);
    out_.period = month_period(year, month);
  }
  void set_quarter(int year, int quarter) {
    out_.value = print("%04d-Q%d", year, quarter);
    out_.period = month_period(year, quarter * 3 - 2, 3);
  }
  void set_half(int year, int half) {
    out_.value = print("%04d-H%d", year, half);
    out_.period = month_period(year, half * 6 - 5, 6);
  }
  void set_year(int year) {
    out_.value = print("%04d", year);
    out_.period = year_period(year);
  }
  void set_decade(int year) {
    out_.value = print("%03d", year / 10);
    out_.period = year_period(year, 10);
  }
  void set_century(int century) {
    out_.value = print("%02d", century - 1);
    out_.period = year_period((century - 1) * 100, 100);
  }

  void unknown(TimeUnit unit) {
    switch (unit) {
      case TimeUnit::kCentury: out_.value = "XX"; break;
      case TimeUnit::kDecade: out_.value = std::string(3, 'X'); break;
      case TimeUnit::kYear: out_.value = m_.month ? print("XXXX-%02d", *m_.month) : "XXXX"; break;
      case TimeUnit::kHalf: out_.value = "XXXX-HX"; break;
      case TimeUnit::kQuarter: out_.value = "XXXX-QX"; break;
      case TimeUnit::kSeason: out_.value = "XXXX-" + m_.season; break;
      case TimeUnit::kMonth: out_.value = "XXXX-XX"; break;
      case TimeUnit::kWeek: out_.value = m_.weekday ? print("XXXX-WXX-%d", *m_.weekday) : "XXXX-WXX"; break;
      case TimeUnit::kWeekend: out_.value = "XXXX-WXX-WE"; break;
      case TimeUnit::kWeekday: out_.value = print("XXXX-WXX-%d", m_.weekday.value_or(1)); break;
      default: out_.value = "XXXX-XX-XX"; break;
    }
  }

  void add_clock() {
    if (const size_t clock = out_.value.find('T'); clock != std::string::npos) out_.value.resize(clock);
    if (!m_.hour) {
      out_.value += "T" + m_.part;
      return;
    }
    int hour = *m_.hour;
    const bool late = m_.clock == "pm" || m_.part == "AF" || m_.part == "EV" || (m_.part == "MI" && hour < 6) || (m_.part == "NI" && hour >= 6);
    const bool early = m_.clock == "am" || m_.part == "MO" || (m_.part == "NI" && hour == 12);
    if (late && hour < 12) hour += 12;
    if (early && hour == 12) hour = 0;
    out_.value += print("T%02d:%02d", hour, m_.minute.value_or(0));
  }

  void narrow() {
    if (m_.edge == TimeEdge::kNone || !out_.period) return;
    const long days = (out_.period->to - out_.period->from).count() + 1;
    const long third = (days + 2) / 3;
    const Day from = out_.period->from, to = out_.period->to;
    if (m_.edge == TimeEdge::kStart) out_.period->to = from + Days{third - 1};
    if (m_.edge == TimeEdge::kEnd) out_.period->from = to - Days{third - 1};
    if (m_.edge == TimeEdge::kMid) out_.period = Period{from + Days{(days - third) / 2}, to - Days{(days - third) / 2}};
  }

  const Meaning& m_;
  const TimeAnchors& a_;
  ResolvedTime out_;
  std::optional<int> year_;
  bool failed_ = false;
};

}  // namespace

std::optional<ResolvedTime> resolve_time(const Meaning& meaning, const TimeAnchors& anchors) {
  switch (meaning.ref) {
    case TimeRef::kPast: return ResolvedTime{"PAST_REF", {}, {}};
    case TimeRef::kPresent: return ResolvedTime{"PRESENT_REF", {}, {}};
    case TimeRef::kFuture: return ResolvedTime{"FUTURE_REF", {}, {}};
    case TimeRef::kText:
      if (anchors.value.empty()) return ResolvedTime{"PAST_REF", {}, {}};
      return ResolvedTime{anchors.value, anchors.period, anchors.period};
    case TimeRef::kNone: break;
  }
  switch (meaning.effective_type()) {
    case TimeType::kDuration: return resolve_duration(meaning, anchors);
    case TimeType::kSet: return resolve_set(meaning);
    default: return DateResolver(meaning, anchors).run();
  }
}

}  // namespace hearsay
