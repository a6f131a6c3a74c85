// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "hearsay/hearsay.h"
#include "story/item.h"
#include "story/period.h"
#include "story/place.h"

namespace hearsay {
namespace {

using Tellings = std::vector<Difference::Telling>;

// One telling a document and value; sorted by value, then document.
void put_in_order(Tellings& tellings) {
  const auto key = [](const Difference::Telling& telling) { return std::pair(std::string_view(telling.value), std::string_view(telling.document)); };
  std::stable_sort(tellings.begin(), tellings.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  tellings.erase(std::unique(tellings.begin(), tellings.end(), same), tellings.end());
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
    return out;
  }

 private:
  void tell(const Analysis& analysis, int index) {
    const Event& event = item(analysis.events, index);
    const std::string& document = analysis.document.id;
    if (event.from && event.to && event.time >= 0) {
      periods_.push_back({*event.from, *event.to});
      dates_.push_back({document, index, item(analysis.times, event.time).span, in_words(periods_.back())});
    }
    if (event.place < 0) return;
    const Actor& actor = item(analysis.actors, event.place);
    where_.push_back(place_of(actor, {}));
    places_.push_back({document, index, words_for(actor, event), actor.id});
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
    put_in_order(tellings);
    out.push_back({kind, std::move(tellings)});
  }

  std::vector<Period> periods_;
  std::vector<Place> where_;
  Tellings dates_, places_;
};

}  // namespace

std::vector<Difference> differences(const Happening& happening, const std::vector<const Analysis*>& documents) { return Comparison(happening, documents).all(); }

}  // namespace hearsay
