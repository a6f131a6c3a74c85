// The day of a report of which nothing but its own text tells it: an opening such as "HANOI, April 20, 2020 (VNA) - ...", or a
// line that holds nothing but a date. A date in a sentence is one of what the report tells, and dates no report.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/engine.h"
#include "time/times.h"

namespace hearsay {

namespace {

constexpr size_t kLinesAbove = 4, kLongestDateline = 16;   // lines of the text, tokens of a line

class ReportDater {
 public:
  ReportDater(const Pack& pack, const LanguagePack& language, const Reading& reading, Matcher& matcher)
      : pack_(pack), language_(language), reading_(reading), matcher_(matcher) {}

  // Says in `document` what it finds.
  void date(Document& document) {
    for (size_t i = 0; i < std::min(document.zones.size(), kLinesAbove); ++i) {
      if (document.zones[i].kind != ZoneKind::kBody && document.zones[i].kind != ZoneKind::kDateline) continue;
      if (!read_line(document, document.zones[i].span)) continue;
      const Day day = *times_[told_].from;
      document.published_from = document.zones[i].kind == ZoneKind::kDateline || opens_line() ? DateOrigin::kDateline
                                : is_date_alone()                                            ? DateOrigin::kText
                                                                                             : DateOrigin::kUnknown;
      if (document.published_from == DateOrigin::kUnknown) continue;
      document.published_day = day;
      document.published = iso(day);
      return;
    }
  }

 private:
  // The times of a line's first sentence, on a lattice of its own, since they will be read again once the day is known.
  // Whether one of them is a day of the calendar.
  bool read_line(const Document& document, Span line) {
    const auto first = std::find_if(reading_.sentences.begin(), reading_.sentences.end(), [&](const Sentence& one) { return line.contains(one.range.span); });
    if (first == reading_.sentences.end()) return false;
    tokens_ = std::span(reading_.tokens).subspan(first->range.first, first->range.last - first->range.first);
    text_ = document.text;
    std::vector<Sentence> alone(1);
    alone[0].range = first->range;
    alone[0].lattice = std::make_unique<Lattice>(matcher_.sets_of(language_.language), text_, tokens_);
    times_.clear();
    read_times(pack_, language_, document, alone, matcher_, times_);
    const auto day = std::find_if(times_.begin(), times_.end(), [](const TimeExpression& time) { return time.from && time.from == time.to && time.value.starts_with(iso(*time.from)); });
    told_ = static_cast<size_t>(day - times_.begin());
    return day != times_.end();
  }

  bool timed(const Token& token) const {
    return std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& time) { return time.span.contains(token.span()); });
  }
  bool is(const Token& token, std::string_view mark) const { return text_.substr(token.start, token.end - token.start) == mark; }

  // Names and the date, then a dash between spaces.
  bool opens_line() const {
    for (size_t i = 0; i < std::min(tokens_.size(), kLongestDateline); ++i) {
      const Token& token = tokens_[i];
      const bool dash = is(token, "-") || is(token, "\xE2\x80\x93") || is(token, "\xE2\x80\x94");
      if (dash && token.has(kSpaceBefore)) return times_[told_].span.end <= token.start;
      if (token.kind == TokenKind::kWord && !token.has(kCapital) && !timed(token)) return false;
    }
    return false;
  }

  // No words but those of times and those in brackets, such as a time zone.
  bool is_date_alone() const {
    int brackets = 0;
    for (const Token& token : tokens_) {
      brackets += is(token, "(") - is(token, ")");
      if (token.kind == TokenKind::kWord && brackets <= 0 && !timed(token)) return false;
    }
    return tokens_.size() <= kLongestDateline;
  }

  const Pack& pack_;
  const LanguagePack& language_;
  const Reading& reading_;
  Matcher& matcher_;
  std::string_view text_;
  std::span<const Token> tokens_;
  std::vector<TimeExpression> times_;
  size_t told_ = 0;                      // the time that is a day
};

}  // namespace

void date_report(const Pack& pack, const LanguagePack& language, Reading& reading, Matcher& matcher) {
  if (!reading.analysis.document.published_day) ReportDater(pack, language, reading, matcher).date(reading.analysis.document);
}

}  // namespace hearsay
