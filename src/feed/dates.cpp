// SPDX-License-Identifier: Apache-2.0
#include "feed/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

#include "text/utf8.h"

namespace hearsay {
namespace {

struct Moment {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = 0, second = 0; // hour -1: only the day is known
  std::optional<int> zone;               // minutes east of Greenwich
};

bool possible(const Moment& m) {
  using namespace std::chrono;
  if (m.year < 1900 || m.year > 9999 || m.month < 1 || m.day < 1) return false;
  if (!year_month_day{year{m.year}, month(static_cast<unsigned>(m.month)), day(static_cast<unsigned>(m.day))}.ok()) return false;
  if (m.hour > 23 || m.minute > 59 || m.second > 59) return false;
  return !(m.year == 1970 && m.month == 1 && m.day == 1 && m.hour == 0 && m.minute == 0 && m.second == 0);
}

std::string written(const Moment& m) {
  if (!possible(m)) return {};
  char text[64];
  int length = std::snprintf(text, sizeof text, "%04d-%02d-%02d", m.year, m.month, m.day);
  if (m.hour < 0) return text;
  length += std::snprintf(text + length, sizeof text - static_cast<size_t>(length), "T%02d:%02d:%02d", m.hour, m.minute, m.second);
  if (!m.zone) return text;
  if (*m.zone == 0) return std::string(text) + "Z";
  const int away = std::abs(*m.zone);
  std::snprintf(text + length, sizeof text - static_cast<size_t>(length), "%c%02d:%02d", *m.zone < 0 ? '-' : '+', away / 60, away % 60);
  return text;
}

// Reads from the left; what it cannot take it leaves.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool done() const { return at_ == text_.size(); }
  char next() const { return done() ? '\0' : text_[at_]; }
  bool take(char c) { return next() == c && c != '\0' ? (++at_, true) : false; }
  void skip(std::string_view any) { while (!done() && any.find(next()) != std::string_view::npos) ++at_; }
  size_t digits() const {
    size_t n = 0;
    while (at_ + n < text_.size() && is_digit(static_cast<unsigned char>(text_[at_ + n]))) ++n;
    return n;
  }
  // A number of so many digits, -1 if there is none.
  int number(size_t least, size_t most) {
    const size_t n = digits();
    if (n < least || n > most) return -1;
    int value = 0;
    for (size_t i = 0; i < n; ++i) value = value * 10 + (text_[at_++] - '0');
    return value;
  }
  std::string word() {
    std::string out;
    while (!done() && is_letter(static_cast<unsigned char>(next())) && static_cast<unsigned char>(next()) < 0x80) out += static_cast<char>(text_[at_++] & ~32);
    return out;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// hh:mm[:ss[.fff]], and a twelve-hour clock's mark. A leap second is read as the second before it.
bool read_time(Reader& in, Moment& m) {
  m.hour = in.number(1, 2);
  if (m.hour < 0 || !in.take(':') || (m.minute = in.number(2, 2)) < 0) return false;
  if (in.take(':') && (m.second = in.number(1, 2)) < 0) return false;
  if (m.second == 60) m.second = 59;
  if (in.take('.') || in.take(',')) in.skip("0123456789");
  return true;
}

struct NamedZone {
  std::string_view name;
  int minutes;
};
// RFC 822's, and those beyond it that mean one thing only. A single letter is read as RFC 2822 asks, as no zone; Z is its own.
constexpr std::array kZones = std::to_array<NamedZone>({
  {"Z", 0}, {"UT", 0}, {"UTC", 0}, {"GMT", 0}, {"WET", 0}, {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
  {"CET", 60}, {"MEZ", 60}, {"CEST", 120}, {"MESZ", 120}, {"EET", 120}, {"EEST", 180}, {"MSK", 180}, {"ICT", 420}, {"WIB", 420}, {"HKT", 480}, {"SGT", 480}, {"MYT", 480}, {"PHT", 480},
  {"JST", 540}, {"KST", 540}, {"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780}});

// "Z", "+07:00", "+0700", "+7", "GMT+7", "EST", "(ICT)"; nothing if it is no zone of this earth (-12:00 to +14:00).
std::optional<int> read_zone(Reader& in) {
  in.skip(" (");
  const std::string name = in.word();
  const auto named = std::find_if(kZones.begin(), kZones.end(), [&](const NamedZone& zone) { return zone.name == name; });
  in.skip(" ");
  const int sign = in.next() == '+' ? 1 : in.next() == '-' ? -1 : 0;
  if (sign == 0 || (!name.empty() && (named == kZones.end() || named->minutes != 0)))
    return named == kZones.end() ? std::nullopt : std::optional(named->minutes);
  in.take(in.next());
  const bool together = in.digits() > 2;
  int hours = in.number(1, 4), minutes = 0;
  if (together) minutes = hours % 100, hours /= 100;
  else if (in.take(':')) minutes = in.number(2, 2);
  const int zone = sign * (hours * 60 + minutes);
  if (hours < 0 || minutes < 0 || minutes > 59 || zone < -12 * 60 || zone > 14 * 60) return std::nullopt;
  return zone;
}

// 2024-03-05, 2024-03-05T10:00Z, 2024-03-05 10:00:00 +0700, 20240305T100000Z
std::optional<Moment> numeric(std::string_view text) {
  Reader in(text);
  Moment m;
  const bool basic = in.digits() == 8;
  if (basic) {
    const int all = in.number(8, 8);
    m.year = all / 10000, m.month = all / 100 % 100, m.day = all % 100;
  } else {
    m.year = in.number(4, 4);
    const char mark = in.next();
    if (m.year < 0 || (mark != '-' && mark != '/') || !in.take(mark) || (m.month = in.number(1, 2)) < 0 || !in.take(mark) || (m.day = in.number(1, 2)) < 0) return std::nullopt;
  }
  if (!in.take('T') && !in.take('t')) in.skip(" ");
  if (in.done()) return m;
  if (basic && (in.digits() == 6 || in.digits() == 4)) {
    const bool seconds = in.digits() == 6;
    const int all = in.number(4, 6) * (seconds ? 1 : 100);
    m.hour = all / 10000, m.minute = all / 100 % 100, m.second = all % 100;
  } else if (!read_time(in, m)) {
    return std::nullopt;
  }
  m.zone = read_zone(in);
  return m;
}

int month_of(std::string_view word) {
  static constexpr std::string_view kMonths = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
  const size_t at = word.size() < 3 ? std::string_view::npos : kMonths.find(word.substr(0, 3));
  return at == std::string_view::npos || at % 3 != 0 ? -1 : static_cast<int>(at / 3) + 1;
}

// RFC 2822, section 4.3: two digits below 50 are of this century, others and three digits count from 1900.
int full_year(int year, size_t digits) { return digits >= 4 ? year : digits == 2 && year < 50 ? year + 2000 : year + 1900; }

// Tue, 05 Mar 2024 10:00:00 GMT; Tuesday, 05-Mar-24 10:00 EST; Tue Mar  5 10:00:00 2024; March 5, 2024
std::optional<Moment> named(std::string_view text) {
  static constexpr std::string_view kBetween = " \t\r\n,.-/";
  constexpr int kMostParts = 8;          // weekday, day, month, year, time, and what may stand in a comment
  Reader in(text);
  Moment m;
  for (int part = 0; part < kMostParts && !in.done(); ++part) {
    in.skip(kBetween);
    const size_t digits = in.digits();
    if (digits == 0) {
      const std::string word = in.word();
      if (word.empty()) return std::nullopt;
      if (const int month = month_of(word); month > 0 && m.month < 0) m.month = month;
      else if (m.day >= 0 && m.year >= 0) break;
      continue;
    }
    Reader ahead = in;
    const int value = ahead.number(1, 4);
    if (value >= 0 && ahead.next() == ':') {
      if (m.hour >= 0 || !read_time(in, m)) return std::nullopt;
      in.skip(" ");
      ahead = in;
      const std::string half = ahead.word();
      if ((half == "AM" || half == "PM") && m.hour >= 1 && m.hour <= 12) m.hour = m.hour % 12 + (half == "PM" ? 12 : 0), in = ahead;
      if (m.year >= 0) break;
      ahead = in;
      if (const auto zone = read_zone(ahead)) m.zone = zone, in = ahead;
    } else if (m.day < 0 && digits <= 2) {
      m.day = value, in = ahead;
    } else if (m.year < 0 && value >= 0) {
      m.year = full_year(value, digits), in = ahead;
      if (m.hour >= 0) break;
    } else {
      break;
    }
  }
  if (m.day < 0 || m.month < 0 || m.year < 0) return std::nullopt;
  if (m.hour >= 0 && !m.zone) m.zone = read_zone(in);
  return m;
}

}  // namespace

std::string iso_date(std::string_view text) {
  constexpr size_t kMostBytes = 100;     // the longest that is written, with a zone's name in a comment, is about 60
  static constexpr std::string_view kBlank = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
  if (text.size() > kMostBytes) return {};
  std::optional<Moment> moment = numeric(text);
  if (!moment) moment = named(text);
  return moment ? written(*moment) : std::string{};
}

}  // namespace hearsay
