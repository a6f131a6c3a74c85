// Readings made by hand: a text, and what an engine might have found in it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "engine/reading.h"
#include "eval/judge.h"

namespace hearsay::testing {

class MadeReport {
 public:
  explicit MadeReport(std::string text, std::string lang = "en") {
    analysis_.document.path = "made.txt";
    analysis_.document.lang = std::move(lang);
    analysis_.document.text = std::move(text);
    const std::string& all = analysis_.document.text;
    for (size_t start = 0; start < all.size();) {
      const size_t end = std::min(all.find(". ", start), all.size() - 1) + 1;
      analysis_.sentences.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
      start = end;
    }
  }

  // The span from the first words to the last words after them.
  Span span(const std::string& first, const std::string& last = "") const {
    const std::string& all = analysis_.document.text;
    const size_t start = all.find(first);
    const size_t end = last.empty() ? start + first.size() : all.find(last, start) + last.size();
    if (start == std::string::npos || end > all.size()) throw std::logic_error("not in the text: " + first + " ... " + last);
    return {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
  }

  int actor(const std::string& name, const std::string& country = "", const std::string& code = "", const std::vector<std::string>& names = {}) {
    Actor actor;
    actor.id = actor.name = name;
    actor.country = country;
    actor.code = code;
    for (const std::string& mention : names) actor.mentions.push_back({span(mention), MentionForm::kName, "r"});
    analysis_.actors.push_back(actor);
    return static_cast<int>(analysis_.actors.size()) - 1;
  }
  Voice voice(int actor) const { return {actor, analysis_.actors[static_cast<size_t>(actor)].name, {}, false, 1}; }
  static Voice unnamed(const std::string& words) { return {-1, words, {}, true, 1}; }

  TimeExpression& time(const std::string& words, const std::string& value) {
    TimeExpression& time = analysis_.times.emplace_back();
    time.span = span(words);
    time.value = value;
    time.rule = "en/time/made:rule";
    return time;
  }
  Statement& said(const Voice& speaker, const std::string& cue, const std::string& first, const std::string& last) {
    Statement& said = analysis_.statements.emplace_back();
    said.speaker = speaker;
    said.cue = span(cue);
    said.content = span(first, last);
    said.span = {std::min(said.cue->start, said.content->start), std::max(said.cue->end, said.content->end)};
    said.rule = "en/statements/made:rule";
    return said;
  }
  Event& act(const std::string& words, const std::string& cameo, int source, int target) {
    Event& event = analysis_.events.emplace_back();
    event.span = span(words);
    event.cameo = cameo;
    event.kind = "made";
    event.source.actor = source;
    event.target.actor = target;
    event.rule = "en/events/made:frame";
    for (size_t i = 0; i < analysis_.sentences.size(); ++i)
      if (analysis_.sentences[i].overlaps(event.span)) event.sentence = static_cast<int>(i);
    return event;
  }
  Analysis& analysis() { return analysis_; }

  // Compares with a gold file whose layers are given as JSON: "\"times\": [...]".
  Judged judge(const std::string& layers) const {
    const auto gold = parse_gold("made.json", "{\"document\": \"made.txt\", \"lang\": \"en\", " + layers + "}");
    if (!gold || !*gold) throw std::logic_error(gold ? "no gold" : gold.error().message);
    auto reading = std::make_unique<Reading>();
    reading->analysis = analysis_;
    return hearsay::judge(real_packs(), **gold, std::move(reading));
  }

 private:
  Analysis analysis_;
};

}  // namespace hearsay::testing
