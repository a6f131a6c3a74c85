// SPDX-License-Identifier: Apache-2.0
#include "browse/dates.h"

#include <array>
#include <charconv>
#include <vector>

namespace hearsay::browse {
namespace {

using namespace std::chrono;

constexpr const char* kTo = "\u2013";
constexpr const char* kSpacedTo = " \u2013 ";

struct Date {
  int year;
  unsigned month, day;
};
Date date_of(Day day) {
  const year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}
bool begins_month(Day day) { return date_of(day).day == 1; }
bool ends_month(Day day) { return date_of(day + days(1)).day == 1; }
bool begins_year(Day day) { return begins_month(day) && date_of(day).month == 1; }
bool ends_year(Day day) { return ends_month(day) && date_of(day).month == 12; }

std::string month_name(unsigned month, const Words& words) { return words(Words::after(Message::kJanuary, static_cast<int>(month) - 1)); }

std::string english_days(Date a, Date b, const Words& words) {
  const auto day_month = [&](Date d) { return fmt::format("{} {}", d.day, month_name(d.month, words)); };
  const std::string end = fmt::format("{} {}", day_month(b), b.year);
  if (a.year != b.year) return fmt::format("{} {}{}{}", day_month(a), a.year, kSpacedTo, end);
  if (a.month != b.month) return day_month(a) + kSpacedTo + end;
  return a.day == b.day ? end : fmt::format("{}{}{}", a.day, kTo, end);
}

std::string vietnamese_days(Date a, Date b) {
  const std::string end = fmt::format("{}/{}/{}", b.day, b.month, b.year);
  if (a.year != b.year) return fmt::format("{}/{}/{}{}{}", a.day, a.month, a.year, kSpacedTo, end);
  if (a.month != b.month) return fmt::format("{}/{}{}{}", a.day, a.month, kSpacedTo, end);
  return a.day == b.day ? end : fmt::format("{}{}{}", a.day, kTo, end);
}

std::string months(Date a, Date b, const Words& words) {
  if (words.language() == Language::kVietnamese) {
    const std::string end = fmt::format("{}/{}", b.month, b.year);
    if (a.year != b.year) return words(Message::kMonthOf, fmt::format("{}/{}{}{}", a.month, a.year, kSpacedTo, end));
    return words(Message::kMonthOf, a.month == b.month ? end : fmt::format("{}{}{}", a.month, kTo, end));
  }
  const std::string end = fmt::format("{} {}", month_name(b.month, words), b.year);
  if (a.year != b.year) return fmt::format("{} {}{}{}", month_name(a.month, words), a.year, kSpacedTo, end);
  return a.month == b.month ? end : month_name(a.month, words) + kTo + end;
}

std::string years(Date a, Date b, const Words& words) {
  return words(Message::kYearOf, a.year == b.year ? std::to_string(a.year) : fmt::format("{}{}{}", a.year, kTo, b.year));
}

// The numbers of "2013-10-23"; empty if anything but digits stands between the marks, or a part has too many.
std::vector<int> numbers(std::string_view text, char mark) {
  std::vector<int> out;
  while (true) {
    const std::string_view part = text.substr(0, text.find(mark));
    int value = 0;
    const auto [stop, failed] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (failed != std::errc() || stop != part.data() + part.size() || part.size() > 4 || value < 0) return {};
    out.push_back(value);
    if (part.size() == text.size()) return out;
    text.remove_prefix(part.size() + 1);
  }
}

std::optional<Period> period(int y, std::optional<int> m, std::optional<int> d) {
  if (y < 1000) return std::nullopt;
  const unsigned first_month = static_cast<unsigned>(m.value_or(1)), last_month = static_cast<unsigned>(m.value_or(12));
  const year_month_day from{year(y), month(first_month), day(static_cast<unsigned>(d.value_or(1)))};
  const year_month_day to = d ? from : year_month_day(year(y) / month(last_month) / last);
  if (!from.ok() || !to.ok()) return std::nullopt;
  return Period{Day(from), Day(to)};
}

}  // namespace

std::string date_phrase(std::optional<Day> from, std::optional<Day> to, const Words& words) {
  if (!from && !to) return words(Message::kDateUnknown);
  if (!to) return words(Message::kSince, day_phrase(*from, words));
  if (!from) return words(Message::kUntil, day_phrase(*to, words));
  const Date a = date_of(*from), b = date_of(*to);
  if (begins_year(*from) && ends_year(*to)) return years(a, b, words);
  if (begins_month(*from) && ends_month(*to)) return months(a, b, words);
  return words.language() == Language::kVietnamese ? vietnamese_days(a, b) : english_days(a, b, words);
}

std::string published_phrase(const Document& document, const Words& words) {
  if (!document.published_day) return words(Message::kDateUnknown);
  const std::string day = day_phrase(*document.published_day, words);
  switch (document.published_from) {
    case DateOrigin::kOption: return words(Message::kByOption, day);
    case DateOrigin::kDateline: return words(Message::kByDateline, day);
    case DateOrigin::kText: return words(Message::kByText, day);
    default: return day;
  }
}

std::optional<Period> parse_period(std::string_view text) {
  if (const auto n = numbers(text, '-'); !n.empty() && n.size() <= 3)
    return period(n[0], n.size() > 1 ? std::optional(n[1]) : std::nullopt, n.size() > 2 ? std::optional(n[2]) : std::nullopt);
  const auto n = numbers(text, '/');
  if (n.size() == 2) return period(n[1], n[0], std::nullopt);
  if (n.size() == 3) return period(n[2], n[1], n[0]);
  return std::nullopt;
}

std::optional<seconds> parse_length(std::string_view text) {
  constexpr int kLongest = 30 * 24 * 3600;
  const size_t unit = std::string_view("smhd").find(text.empty() ? '?' : text.back());
  int value = 0;
  const auto [stop, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (unit == std::string_view::npos || failed != std::errc() || stop != text.data() + text.size() - 1) return std::nullopt;
  constexpr int kUnits[] = {1, 60, 3600, 24 * 3600};
  if (value < 1 || value > kLongest / kUnits[unit]) return std::nullopt;
  return seconds(value * kUnits[unit]);
}

bool is_date_or_date_time(std::string_view text) {
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return false;
  return text.size() >= 10 && numbers(text.substr(0, 10), '-').size() == 3 && parse_period(text.substr(0, 10)).has_value();
}

}  // namespace hearsay::browse
