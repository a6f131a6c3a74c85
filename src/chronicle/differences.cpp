// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <map>

#include "hearsay/hearsay.h"
#include "story/item.h"
#include "story/period.h"
#include "story/place.h"

namespace hearsay {
namespace {

using Tellings = std::vector<Difference::Telling>;

constexpr int kLeadParagraphs = 2;       // as of events

// One telling a document and value; sorted by value, then document.
Tellings put_in_order(Tellings tellings) {
  const auto key = [](const Difference::Telling& telling) { return std::pair(std::string_view(telling.value), std::string_view(telling.document)); };
  std::stable_sort(tellings.begin(), tellings.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  tellings.erase(std::unique(tellings.begin(), tellings.end(), same), tellings.end());
  return tellings;
}

// "12", "12..", "..20", "10..15"
std::string in_words(const Figure& figure) {
  const auto number = [](const std::optional<double>& value) {
    if (!value) return std::string();
    char text[32];
    std::snprintf(text, sizeof text, "%.15g", *value);
    return std::string(text);
  };
  if (figure.least && figure.most && *figure.least == *figure.most) return number(figure.least);
  return number(figure.least) + ".." + number(figure.most);
}

bool meet(const Figure& a, const Figure& b) { return !(a.least && b.most && *a.least > *b.most) && !(b.least && a.most && *b.least > *a.most); }

// What is counted, of whom.
std::string counted(const Figure& figure) { return figure.who.empty() ? figure.of : figure.of + ' ' + figure.who; }

// Figures by what they count, with where they stand.
class FigureTable {
 public:
  void tell(const Analysis& analysis, const Figure& figure) {
    Row& row = rows_[counted(figure)];
    row.figures.push_back(&figure);
    row.tellings.push_back({analysis.document.id, figure.event, figure.sentence, figure.span, in_words(figure)});
  }
  void add_differing(std::vector<Difference>& out) const {
    for (const auto& [of, row] : rows_)
      if (row.differs()) out.push_back({Difference::Kind::kFigure, of, put_in_order(row.tellings)});
  }

 private:
  struct Row {
    std::vector<const Figure*> figures;
    Tellings tellings;

    bool differs() const {
      for (size_t i = 0; i < figures.size(); ++i)
        for (size_t k = 0; k < i; ++k)
          if (tellings[i].document != tellings[k].document && !meet(*figures[i], *figures[k])) return true;
      return false;
    }
  };
  std::map<std::string, Row> rows_;
};

// In the title or the first two paragraphs.
bool in_lead(const Document& document, Span span) {
  return std::any_of(document.zones.begin(), document.zones.end(), [&](const Zone& zone) {
    return zone.span.overlaps(span) && (zone.kind == ZoneKind::kTitle || (zone.kind == ZoneKind::kBody && zone.paragraph < kLeadParagraphs));
  });
}

class Comparison {
 public:
  Comparison(const Happening& happening, const std::vector<const Analysis*>& documents) {
    std::map<std::string_view, const Analysis*> by_id;
    for (const Analysis* analysis : documents) by_id.emplace(analysis->document.id, analysis);
    for (const HappeningMention& mention : happening.mentions)
      if (const auto at = by_id.find(mention.document); at != by_id.end()) tell(*at->second, mention.event);
  }

  std::vector<Difference> all() {
    std::vector<Difference> out;
    if (dates_differ()) add(out, Difference::Kind::kDate, dates_);
    if (places_differ()) add(out, Difference::Kind::kPlace, places_);
    figures_.add_differing(out);
    return out;
  }

 private:
  void tell(const Analysis& analysis, int index) {
    const Event& event = item(analysis.events, index);
    const std::string& document = analysis.document.id;
    if (event.from && event.to && event.time >= 0) {
      periods_.push_back({*event.from, *event.to});
      dates_.push_back({document, index, event.sentence, item(analysis.times, event.time).span, hearsay::in_words(periods_.back())});
    }
    for (const Figure& figure : analysis.figures)
      if (figure.event == index) figures_.tell(analysis, figure);
    if (event.place < 0) return;
    const Actor& actor = item(analysis.actors, event.place);
    where_.push_back(place_of(actor, {}));
    places_.push_back({document, index, event.sentence, words_for(actor, event), actor.id});
  }
  // The mention nearest to the act.
  static Span words_for(const Actor& place, const Event& event) {
    Span best = event.span;
    uint32_t least = UINT32_MAX;
    for (const Mention& mention : place.mentions) {
      const uint32_t away = mention.span.start > event.span.start ? mention.span.start - event.span.start : event.span.start - mention.span.start;
      if (away < least) least = away, best = mention.span;
    }
    return best;
  }

  bool dates_differ() const {
    for (size_t i = 0; i < periods_.size(); ++i)
      for (size_t k = 0; k < i; ++k)
        if (!meet(periods_[i], periods_[k])) return true;
    return false;
  }
  bool places_differ() const {
    for (size_t i = 0; i < where_.size(); ++i)
      for (size_t k = 0; k < i; ++k)
        if (!may_be_one(where_[i], where_[k])) return true;
    return false;
  }
  static void add(std::vector<Difference>& out, Difference::Kind kind, Tellings tellings) {
    out.push_back({kind, "", put_in_order(std::move(tellings))});
  }

  std::vector<Period> periods_;
  std::vector<Place> where_;
  Tellings dates_, places_;
  FigureTable figures_;
};

}  // namespace

std::vector<Difference> differences(const Happening& happening, const std::vector<const Analysis*>& documents) { return Comparison(happening, documents).all(); }

std::vector<Difference> differing_figures(const std::vector<const Analysis*>& documents) {
  FigureTable table;
  for (const Analysis* analysis : documents)
    for (const Figure& figure : analysis->figures)
      if (!figure.of.starts_with("money:") && in_lead(analysis->document, figure.span)) table.tell(*analysis, figure);
  std::vector<Difference> out;
  table.add_differing(out);
  return out;
}

}  // namespace hearsay
