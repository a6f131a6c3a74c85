// Dates in numbers. A text is cut into runs of digits and of letters; a date is three neighbouring numbers, a time two or three joined by colons, a zone
// what stands behind a time. Nothing is guessed: what is no day of the calendar is no date. Month names are those that machines write: of RFC 2822, and C's.
// Sources: RFC 822 section 5, RFC 2822 section 4.3, RFC 3339, RFC 9110 section 5.6.7, W3C note "Date and Time Formats".
// SPDX-License-Identifier: Apache-2.0
#include "dates/dates.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "base/ascii.h"

namespace hearsay {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2199;   // a report's date outside is a mistake
constexpr size_t kLongestDate = 120;                 // bytes
constexpr int kEast = 14 * 60, kWest = 12 * 60;      // the zones farthest from Greenwich, minutes

struct Moment {
  int year = 0, month = 0, day = 0;
  int hour = -1, minute = 0, second = -1;            // -1: none
  std::optional<int> zone;                           // minutes east of Greenwich
  bool utc = false;                                  // written "Z"
};

// A run of digits, of letters, or one other byte; white space is left out.
struct Piece {
  enum class Kind { kNumber, kWord, kMark } kind;
  std::string_view text;
  bool glued = false;                                // nothing stands between it and the piece before it
  bool is(char mark) const { return kind == Kind::kMark && text[0] == mark; }
  bool number() const { return kind == Kind::kNumber; }
  int value() const {
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }
};

using Pieces = std::vector<Piece>;

Pieces pieces_of(std::string_view text) {
  const auto letter = [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; };
  Pieces pieces;
  for (size_t at = 0, behind = 0; at < text.size();) {
    const size_t start = at;
    if (is_white(text[at])) {
      ++at;
      continue;
    }
    Piece piece{Piece::Kind::kMark, {}, at == behind && at > 0};
    if (is_number(text[at])) {
      piece.kind = Piece::Kind::kNumber;
      while (at < text.size() && is_number(text[at])) ++at;
    } else if (letter(text[at])) {
      piece.kind = Piece::Kind::kWord;
      while (at < text.size() && letter(text[at])) ++at;
    } else {
      ++at;
    }
    piece.text = text.substr(start, at - start);
    pieces.push_back(piece);
    behind = at;
  }
  return pieces;
}

bool is_day(int year, int month, int day) {
  using namespace std::chrono;
  return year >= kFirstYear && year <= kLastYear && month >= 1 && day >= 1 &&
         year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))).ok();
}

std::optional<std::string> written(const Moment& moment) {
  if (!is_day(moment.year, moment.month, moment.day)) return std::nullopt;
  // The first second of 1970 means that no clock was asked.
  if (moment.year == 1970 && moment.month == 1 && moment.day == 1 && moment.hour == 0 && moment.minute == 0 && moment.second == 0) return std::nullopt;
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", moment.year, moment.month, moment.day);
  std::string out = text.data();
  if (moment.hour < 0) return out;
  if (moment.hour > 23 || moment.minute > 59 || moment.second > 60) return std::nullopt;
  std::snprintf(text.data(), text.size(), "T%02d:%02d", moment.hour, moment.minute);
  out += text.data();
  if (moment.second >= 0) {
    std::snprintf(text.data(), text.size(), ":%02d", moment.second == 60 ? 59 : moment.second);
    out += text.data();
  }
  if (moment.utc) return out + "Z";
  if (!moment.zone) return out;
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", *moment.zone < 0 ? '-' : '+', std::abs(*moment.zone) / 60, std::abs(*moment.zone) % 60);
  return out + text.data();
}

int month_of(std::string_view word) {
  static constexpr std::string_view kMonths[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  for (int i = 0; i < 12; ++i)
    if (same_ascii(word, kMonths[i]) || same_ascii(word, kMonths[i].substr(0, 3))) return i + 1;
  return 0;
}

// Zones of RFC 2822, 4.3, and those beyond it that mean one thing only, in hours east of Greenwich; others are not known by their letters.
std::optional<int> named_zone(std::string_view word) {
  static constexpr std::pair<std::string_view, int> kZones[] = {
      {"gmt", 0},  {"utc", 0},  {"ut", 0},   {"wet", 0}, {"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}, {"cet", 1},  {"mez", 1},   {"cest", 2},  {"mesz", 2},
      {"eet", 2},  {"eest", 3}, {"msk", 3},  {"ict", 7}, {"wib", 7},  {"hkt", 8},  {"sgt", 8},  {"myt", 8},  {"pht", 8},  {"jst", 9},  {"kst", 9},  {"aest", 10}, {"aedt", 11}, {"nzst", 12}, {"nzdt", 13}};
  for (const auto& [name, hours] : kZones)
    if (same_ascii(word, name)) return hours * 60;
  return std::nullopt;
}

// Reads what a text holds, piece by piece.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : pieces_(pieces_of(text)) {}

  bool read();
  Moment moment;
  size_t strange_words = 0, strange_numbers = 0;
  bool named_month = false;

 private:
  const Piece* at(size_t index) const { return index < pieces_.size() ? &pieces_[index] : nullptr; }
  bool number(size_t index) const { return at(index) && at(index)->number(); }
  bool mark(size_t index, char mark) const { return at(index) && at(index)->is(mark); }
  size_t read_date(size_t i);
  size_t read_worded_date(size_t i);
  size_t read_compact(size_t i);
  size_t read_time(size_t i);
  size_t read_zone(size_t i);
  bool set_day(int first, int second, int year);

  Pieces pieces_;
  bool dated_ = false, timed_ = false, ambiguous_ = false, noon_ = false;
};

bool DateReader::set_day(int first, int second, int year) {
  moment.year = year;
  const bool swapped = second > 12 && first <= 12;
  moment.day = swapped ? second : first;
  moment.month = swapped ? first : second;
  ambiguous_ = first <= 12 && second <= 12 && first != second;
  return dated_ = true;
}

// yyyy-mm-dd, dd-mm-yyyy, with -, / or . between; returns how many pieces it took, 0 if none.
size_t DateReader::read_date(size_t i) {
  if (dated_ || !number(i) || !number(i + 2) || !number(i + 4)) return 0;
  const char between = at(i + 1)->text[0];
  if ((between != '-' && between != '/' && between != '.') || !mark(i + 1, between) || !mark(i + 3, between)) return 0;
  const std::string_view first = at(i)->text, last = at(i + 4)->text;
  const int a = at(i)->value(), b = at(i + 2)->value(), c = at(i + 4)->value();
  if (at(i + 2)->text.size() > 2) return 0;
  if (first.size() == 4 && last.size() <= 2) {
    moment.year = a, moment.month = b, moment.day = c;
    dated_ = true;
    return 5;
  }
  if (first.size() > 2 || last.size() != 4) return 0;
  set_day(a, b, c);
  return 5;
}

// 05 Mar 2024, 05-Mar-24, March 5, 2024, and, of C's asctime and date, Mar 5 10:15:00 2024, Mar 5 10:15:00 ICT 2024.
size_t DateReader::read_worded_date(size_t i) {
  if (dated_) return 0;
  if (number(i) && at(i)->text.size() <= 2) {
    const size_t dash = mark(i + 1, '-');
    if (!at(i + 1 + dash) || month_of(at(i + 1 + dash)->text) == 0) return 0;
    const size_t year = i + 2 + 2 * dash;
    if (!number(year) || (dash && !mark(year - 1, '-'))) return 0;
    moment.day = at(i)->value();
    moment.month = month_of(at(i + 1 + dash)->text);
    moment.year = at(year)->value();
    if (at(year)->text.size() == 2) moment.year += moment.year < 50 ? 2000 : 1900;   // RFC 2822, 4.3
    dated_ = named_month = true;
    return year - i + 1;
  }
  if (!at(i) || month_of(at(i)->text) == 0 || !number(i + 1) || at(i + 1)->text.size() > 2) return 0;
  const size_t next = i + 2;
  size_t year = mark(next, ',') ? next + 1 : next;
  if (number(next) && mark(next + 1, ':')) {
    year = i + 7;
    if (at(year) && named_zone(at(year)->text)) ++year;
  }
  if (!number(year) || at(year)->text.size() != 4) return 0;
  moment.month = month_of(at(i)->text);
  moment.day = at(i + 1)->value();
  moment.year = at(year)->value();
  dated_ = named_month = true;
  return year <= next + 1 ? year - i + 1 : 2;   // of asctime's, the time and the year follow
}

// 20240305, 20240305T101112, 202403051011, 20240305101112; further digits are fractions of a second.
size_t DateReader::read_compact(size_t i) {
  if (dated_ || !number(i)) return 0;
  std::string digits(at(i)->text);
  size_t taken = 1;
  if (digits.size() == 8 && at(i + 1) && same_ascii(at(i + 1)->text, "t") && number(i + 2)) {
    digits += at(i + 2)->text;
    taken = 3;
  }
  const size_t size = digits.size();
  if (size != 8 && size != 12 && size != 14 && size != 17) return 0;
  const auto part = [&](size_t from, size_t length) { return std::atoi(digits.substr(from, length).c_str()); };
  if (!is_day(part(0, 4), part(4, 2), part(6, 2))) return 0;
  moment.year = part(0, 4), moment.month = part(4, 2), moment.day = part(6, 2);
  if (size >= 12) moment.hour = part(8, 2), moment.minute = part(10, 2), timed_ = true;
  if (size >= 14) moment.second = part(12, 2);
  dated_ = true;
  return taken;
}

// 10:15, 10:15:00, 10:15:00.000, 10:15 PM, 10h15.
size_t DateReader::read_time(size_t i) {
  if (timed_ || !number(i) || at(i)->text.size() > 2 || !number(i + 2) || at(i + 2)->text.size() != 2) return 0;
  if (!mark(i + 1, ':') && !(same_ascii(at(i + 1)->text, "h") && at(i + 1)->glued && at(i + 2)->glued)) return 0;
  moment.hour = at(i)->value();
  moment.minute = at(i + 2)->value();
  size_t taken = 3;
  if (mark(i + 3, ':') && number(i + 4) && at(i + 4)->text.size() == 2) {
    moment.second = at(i + 4)->value();
    taken = 5;
    if ((mark(i + 5, '.') || mark(i + 5, ',')) && number(i + 6) && at(i + 6)->glued) taken = 7;
  }
  timed_ = true;
  if (const Piece* half = at(i + taken); half && (same_ascii(half->text, "am") || same_ascii(half->text, "pm"))) {
    // "15:30 PM" is common, and clear.
    if (moment.hour >= 1 && moment.hour <= 12) {
      noon_ = true;
      moment.hour = moment.hour % 12 + (to_lower(half->text[0]) == 'p' ? 12 : 0);
    }
    ++taken;
  }
  return taken;
}

// Z, GMT, GMT+7, +07:00, +0700, -05.
size_t DateReader::read_zone(size_t i) {
  if (!at(i) || moment.zone || moment.utc) return 0;
  if (timed_ && same_ascii(at(i)->text, "z")) {
    moment.utc = true;
    return 1;
  }
  size_t taken = 0;
  if (const auto named = named_zone(at(i)->text)) {
    moment.zone = named;
    taken = 1;
  } else if (!timed_) {
    return 0;
  }
  const size_t sign = i + taken;
  if ((!mark(sign, '+') && !mark(sign, '-')) || !number(sign + 1)) {
    if (taken > 0 && *moment.zone == 0) moment.utc = true, moment.zone.reset();
    return taken;
  }
  if (taken == 0 && (at(sign + 1)->text.size() == 1 || !at(sign + 1)->glued)) return 0;
  const std::string_view digits = at(sign + 1)->text;
  const int written = at(sign + 1)->value();
  std::optional<int> minutes;
  if (digits.size() <= 2) minutes = written * 60;
  else if (digits.size() == 4) minutes = written / 100 * 60 + written % 100;
  taken += 2;
  if (digits.size() <= 2 && mark(sign + 2, ':') && number(sign + 3) && at(sign + 3)->text.size() == 2) {
    *minutes += at(sign + 3)->value();
    taken += 2;
  }
  if (minutes && mark(sign, '-')) minutes = -*minutes;
  moment.zone.reset();   // one that no place has is none
  if (minutes && *minutes >= -kWest && *minutes <= kEast) moment.zone = minutes;
  return taken;
}

bool DateReader::read() {
  for (size_t i = 0; i < pieces_.size();) {
    size_t taken = read_date(i);
    if (taken == 0) taken = read_worded_date(i);
    if (taken == 0) taken = read_time(i);
    if (taken == 0) taken = read_zone(i);
    if (taken == 0) taken = read_compact(i);
    if (taken == 0) {
      if (pieces_[i].kind == Piece::Kind::kWord && !same_ascii(pieces_[i].text, "t")) ++strange_words;
      if (pieces_[i].number() && !(dated_ && pieces_[i].value() == moment.year)) ++strange_numbers;
      taken = 1;
    }
    i += taken;
  }
  return dated_ && !(noon_ && ambiguous_);
}

// Seconds or milliseconds since 1970, as ten or thirteen digits.
std::optional<std::string> epoch_date(std::string_view digits) {
  using namespace std::chrono;
  int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if ((digits.size() != 10 && digits.size() != 13) || end != digits.data() + digits.size() || error != std::errc()) return std::nullopt;
  const sys_seconds time{seconds(digits.size() == 13 ? value / 1000 : value)};
  const sys_days day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return written({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day())),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()), std::nullopt, true});
}

}  // namespace

std::optional<std::string> metadata_date(std::string_view text) {
  text = trim(text);
  if (text.size() > kLongestDate) return std::nullopt;
  if (const auto epoch = epoch_date(text)) return epoch;
  DateReader reader(text);
  if (!reader.read() || reader.strange_numbers > 0) return std::nullopt;
  return written(reader.moment);
}

std::optional<std::string> visible_date(std::string_view line) {
  constexpr size_t kMostWords = 6;   // a weekday, "updated", a zone's city
  line = trim(line);
  if (line.size() > kLongestDate) return std::nullopt;
  DateReader reader(line);
  if (!reader.read() || reader.named_month || reader.strange_numbers > 0 || reader.strange_words > kMostWords) return std::nullopt;
  return written(reader.moment);
}

std::optional<std::string> address_date(std::string_view address) {
  const size_t host = address.find("://");
  const size_t path = address.find('/', host == std::string_view::npos ? 0 : host + 3);
  if (path == std::string_view::npos) return std::nullopt;
  address = address.substr(path, address.find_first_of("?#", path) - path);
  address = address.substr(0, 2000);
  for (size_t at = 0; at < address.size(); ++at) {
    if (!is_number(address[at]) || is_number(address[at - 1])) continue;
    size_t end = at;
    while (end < address.size() && is_number(address[end])) ++end;
    const size_t size = end - at;
    std::string_view found;
    if (size == 8 || size == 12 || size == 14 || size == 17) found = address.substr(at, size);
    // 2024/03/05 or 2024-03-05, and nothing that goes on with digits
    if (const size_t rest = end + 6; size == 4 && (address.substr(end, 1) == "/" || address.substr(end, 1) == "-") && (rest >= address.size() || !is_number(address[rest])))
      found = address.substr(at, 10);
    if (found.empty()) continue;
    if (const auto date = metadata_date(found)) return date;
  }
  return std::nullopt;
}

}  // namespace hearsay
