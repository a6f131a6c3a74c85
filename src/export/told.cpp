// SPDX-License-Identifier: Apache-2.0
#include "export/told.h"

#include <algorithm>

namespace hearsay {

std::set<std::string> speaking_of(const Happening& happening) {
  std::set<std::string> ids;
  for (const HappeningMention& mention : happening.mentions) ids.insert(mention.document);
  for (const auto* origins : {&happening.origins, &happening.denials, &happening.declined})
    for (const Origin& origin : *origins)
      for (const StatementRef& ref : origin.statements) ids.insert(ref.document);
  return ids;
}

std::vector<Telling> tellings_of(const ToldHappening& told) {
  std::vector<Telling> tellings;
  for (const HappeningMention& mention : told.happening.mentions) {
    const auto at = told.documents.find(mention.document);
    if (at == told.documents.end() || mention.event < 0 || static_cast<size_t>(mention.event) >= at->second.events.size()) continue;
    tellings.push_back({mention, at->second, at->second.events[static_cast<size_t>(mention.event)]});
  }
  return tellings;
}

std::string_view words_at(const Analysis& analysis, Span span) {
  const std::string_view text = analysis.document.text;
  if (span.empty() || span.end > text.size()) return {};
  return text.substr(span.start, span.length());
}

const Actor* actor_at(const Analysis& analysis, int index) {
  return index < 0 || static_cast<size_t>(index) >= analysis.actors.size() ? nullptr : &analysis.actors[static_cast<size_t>(index)];
}

std::string outlet_of(const Document& document) { return document.outlet_name.value_or(document.outlet_id.value_or("")); }

std::string numbered(char letter, int index) { return letter + std::to_string(index + 1); }

Span sentence_of(const Analysis& analysis, const Event& event) {
  if (event.sentence < 0 || static_cast<size_t>(event.sentence) >= analysis.sentences.size()) return event.span;
  const Span whole = analysis.sentences[static_cast<size_t>(event.sentence)];
  return whole.overlaps(event.span) ? Span{std::min(whole.start, event.span.start), std::max(whole.end, event.span.end)} : event.span;
}

std::string joined_once(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  std::set<std::string_view> seen;
  for (const std::string& text : texts)
    if (!text.empty() && seen.insert(text).second) out.append(out.empty() ? "" : between).append(text);
  return out;
}

Published published(const std::vector<Telling>& tellings) {
  Published days;
  for (const Telling& telling : tellings) {
    const auto& day = telling.document().published_day;
    if (!day) continue;
    days.first = days.first ? std::min(*days.first, *day) : *day;
    days.last = days.last ? std::max(*days.last, *day) : *day;
  }
  return days;
}

const Actor* place_of(const std::vector<Telling>& tellings) {
  const Actor* place = nullptr;
  for (const Telling& telling : tellings) {
    const Actor* told = actor_at(telling.analysis, telling.event.place);
    if (told && place && told->id != place->id) return nullptr;
    if (told) place = told;
  }
  return place;
}

int voices(const Happening& happening) {
  int count = 0;
  for (const Origin& origin : happening.origins) count += origin.voices;
  return count;
}

std::vector<std::string> names_of_origins(const std::vector<Origin>& origins) {
  std::vector<std::string> names;
  for (const Origin& origin : origins) names.push_back(origin.name);
  return names;
}

}  // namespace hearsay
