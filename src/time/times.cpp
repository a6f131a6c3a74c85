// Three steps per sentence: the rules find expressions and say what they mean (reader.h), the anchors are brought up to
// date, the calendar gives value and days (resolve.h). Expressions are dated in the order of the text, since "that year"
// and "the next day" hang on what came before.
// SPDX-License-Identifier: Apache-2.0
#include "time/times.h"

#include <algorithm>

#include "time/reader.h"
#include "time/resolve.h"

namespace hearsay {

namespace {

// How many sentences later something may still hang on a day, a bare time of day on its day, "then" on its date. Set by
// hand on Vietnamese news of 2013: reports are short, and a day that is farther back was left behind.
constexpr int kDayReach = 6;
constexpr int kClockReach = 2;
constexpr int kThenReach = 2;
// Tokens between a date and a word that tells its tense.
constexpr int kTenseReach = 10;

class TimeStory {
 public:
  explicit TimeStory(std::optional<Day> published) : published_(published) {}

  void begin_sentence() {
    ++sentence_;
    story_year_.reset();
  }

  TimeAnchors anchors_for(const Meaning& meaning) const {
    TimeAnchors anchors;
    anchors.published = published_;
    const bool bare_clock = !meaning.is_shifted();
    // "the same day" may hang on a day farther back than "the next day".
    const int reach = bare_clock ? kClockReach : meaning.shift.value_or(1) == 0 ? 10 * kDayReach : kDayReach;
    if (day_ && sentence_ - day_sentence_ <= reach) anchors.day = day_;
    anchors.month = month_;
    anchors.year = year_;
    anchors.story_year = story_year_;
    if (sentence_ - last_sentence_ <= kThenReach) anchors.value = last_value_, anchors.period = last_period_;
    return anchors;
  }

  void remember(const Meaning& meaning, const ResolvedTime& resolved) {
    if (!resolved.whole || meaning.effective_type() == TimeType::kDuration || meaning.ref != TimeRef::kNone) return;
    const Period period = *resolved.whole;
    if (period.from == period.to) {
      day_ = period.from;
      day_sentence_ = sentence_;
    }
    const int days = static_cast<int>((period.to - period.from).count());
    if (days <= 31) month_ = month_period(year_of(period.from), month_of(period.from));
    if (days <= 366) year_ = year_period(year_of(period.from));
    last_value_ = resolved.value;
    last_period_ = resolved.period;
    last_sentence_ = sentence_;
    if (meaning.grain() == TimeUnit::kYear && meaning.year && published_ && *meaning.year < year_of(*published_)) story_year_ = *meaning.year;
    else if (meaning.year_known()) story_year_.reset();
  }

 private:
  std::optional<Day> published_, day_;
  std::optional<Period> month_, year_, last_period_;
  std::optional<int> story_year_;
  std::string last_value_;
  int sentence_ = 0, day_sentence_ = -1000, last_sentence_ = -1000;
};

// The nearest word of lexicon `tense` to an expression: "will", "said". 0 if none is near.
class TenseWords {
 public:
  TenseWords(const Pack& pack, const LanguagePack& language)
      : language_(language.language), lexicon_(pack.strings().find("tense")), key_(pack.strings().find("side")), future_(pack.strings().find("future")) {}

  int near(const Lattice& lattice, const Edge& time) const {
    int side = 0, best = kTenseReach + 1;
    const int first = std::max(0, time.start - kTenseReach), last = std::min<int>(lattice.size(), time.end + kTenseReach);
    for (int at = first; at < last; ++at) {
      for (int32_t index = lattice.first_edge(static_cast<uint16_t>(at)); index >= 0; index = lattice.edge(index).next) {
        const Edge& edge = lattice.edge(index);
        if (edge.kind != EdgeKind::kEntry || lattice.entry(edge).lexicon != lexicon_) continue;
        const int gap = edge.end <= time.start ? time.start - edge.end : edge.start - time.end;
        if (gap < 0 || gap >= best) continue;
        best = gap;
        side = language_.attr(lattice.entry(edge), key_) == future_ ? 1 : -1;
      }
    }
    return side;
  }

 private:
  const Language& language_;
  StrId lexicon_, key_, future_;
};

bool wants_tense(const Meaning& meaning) {
  return meaning.near == 0 && !meaning.year_known() && (meaning.weekday || meaning.day || meaning.month || !meaning.season.empty());
}

}  // namespace

void read_times(const Pack& pack, const LanguagePack& language, const Document& document, std::vector<Sentence>& sentences, Matcher& matcher,
                std::vector<TimeExpression>& out) {
  TimeReader reader(pack, language, matcher);
  const TenseWords tense(pack, language);
  TimeStory story(document.published_day);
  for (Sentence& sentence : sentences) {
    story.begin_sentence();
    Lattice& lattice = *sentence.lattice;
    for (const TimeReader::Reading& reading : reader.read(lattice)) {
      const Edge& edge = lattice.edge(reading.edge);
      TimeAnchors anchors = story.anchors_for(reading.meaning);
      if (wants_tense(reading.meaning)) anchors.tense = tense.near(lattice, edge);
      const std::optional<ResolvedTime> resolved = resolve_time(reading.meaning, anchors);
      if (!resolved) {
        lattice.hide(reading.edge);
        continue;
      }
      story.remember(reading.meaning, *resolved);
      TimeExpression time;
      time.span = lattice.span(edge.start, edge.end);
      time.type = reading.meaning.effective_type();
      time.value = resolved->value;
      if (resolved->period) time.from = resolved->period->from, time.to = resolved->period->to;
      time.rule = std::string(pack.strings()[lattice.node(edge).rule]);
      sentence.times.push_back({reading.edge, static_cast<int32_t>(out.size())});
      out.push_back(std::move(time));
    }
  }
}

}  // namespace hearsay
