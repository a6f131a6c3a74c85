// brat standoff: a .txt with the text as it is, an .ann with times, mentions, attributions and events of it, and a .json with what is known of the report besides,
// which brat neither reads nor changes. What is written here is read back as gold by src/eval/brat_gold.cpp. Source: the format's description,
// https://brat.nlplab.org/standoff.html.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "export/documents.h"
#include "export/legible.h"
#include "record/json_line.h"
#include "standoff/scheme.h"

namespace hearsay {
namespace {

// What may stand in no line of an .ann.
constexpr std::string_view kBreaks = "\n\t\r";

class StandoffWriter {
 public:
  explicit StandoffWriter(const Analysis& analysis) : analysis_(analysis), points_(analysis.document.text) {}

  std::string write() {
    for (size_t i = 0; i < analysis_.times.size(); ++i) add_time(static_cast<int>(i));
    for (const Actor& actor : analysis_.actors) add_mentions(actor);
    for (const Statement& said : analysis_.statements)
      if (!said.rejected) add_statement(said);
    for (const Event& event : analysis_.events)
      if (!event.rejected) add_event(event);
    return lines_;
  }

 private:
  // The number of the text-bound annotation of this type and span, made if it is not there; 0 for an empty span. A span over a line end is one of several stretches.
  int bound(std::string_view type, Span span) {
    const std::string_view words = words_at(analysis_, span);
    if (words.find_first_not_of(kBreaks) == std::string_view::npos) return 0;
    const auto [at, made] = bound_.try_emplace({std::string(type), span.start, span.end}, static_cast<int>(bound_.size()) + 1);
    if (!made) return at->second;
    std::string stretches, text;
    for (size_t from = words.find_first_not_of(kBreaks); from < words.size(); from = words.find_first_not_of(kBreaks, from)) {
      const size_t to = std::min(words.find_first_of(kBreaks, from), words.size());
      const auto start = static_cast<uint32_t>(span.start + from), end = static_cast<uint32_t>(span.start + to);
      stretches += fmt::format("{}{} {}", stretches.empty() ? "" : ";", points_.at(start), points_.at(end));
      text.append(text.empty() ? "" : " ").append(words.substr(from, to - from));
      from = to;
    }
    lines_ += fmt::format("T{}\t{} {}\t{}\n", at->second, type, stretches, text);
    return at->second;
  }
  void attribute(std::string_view name, const std::string& of, std::string_view value = {}) {
    lines_ += fmt::format("A{}\t{} {}{}{}\n", ++attributes_, name, of, value.empty() ? "" : " ", value);
  }
  void note(const std::string& of, std::string_view words) { lines_ += fmt::format("#{}\t{} {}\t{}\n", ++notes_, scheme::kNotes, of, legible_line(words)); }

  void add_time(int index) {
    const TimeExpression& time = analysis_.times[static_cast<size_t>(index)];
    const int number = bound(scheme::kTimex, time.span);
    if (number == 0) return;
    times_[index] = number;
    attribute(scheme::kTimexType, fmt::format("T{}", number), to_string(time.type));
    if (!time.value.empty()) note(fmt::format("T{}", number), time.value);
  }
  void add_mentions(const Actor& actor) {
    for (const Mention& mention : actor.mentions) {
      const int number = bound(scheme::type_of(actor.kind), mention.span);
      if (number == 0) continue;
      attribute(scheme::kForm, fmt::format("T{}", number), to_string(mention.form));
      lines_ += fmt::format("N{}\tReference T{} Hearsay:{}\t{}\n", ++names_, number, legible_line(actor.id), legible_line(actor.name));
    }
  }

  // " Role:T3", or nothing. Roles that come again are numbered.
  static std::string role(std::string_view name, int number, int times = 1) { return number == 0 ? "" : fmt::format(" {}{}:T{}", name, times > 1 ? std::to_string(times) : "", number); }
  int party(const Party& party, Span near) {
    const Actor* actor = actor_at(analysis_, party.actor);
    return bound(scheme::type_of(actor ? actor->kind : ActorKind::kPerson), place_of(party.actor, party.span, near));
  }
  int voice(std::string_view type, const Voice& voice, Span near) {
    const Span place = place_of(voice.actor, voice.span, near);
    return bound(type, place.empty() ? last_before(voice.name, near) : place);
  }

  // Who is not named in these words stands where he is mentioned nearest to them.
  Span place_of(int index, Span span, Span near) const {
    const Actor* actor = actor_at(analysis_, index);
    if (!span.empty() || !actor) return span;
    const auto gap = [&](const Mention& mention) { return mention.span.start < near.start ? near.start - mention.span.start : mention.span.start - near.start; };
    const auto nearest = std::min_element(actor->mentions.begin(), actor->mentions.end(), [&](const Mention& a, const Mention& b) { return gap(a) < gap(b); });
    return nearest == actor->mentions.end() ? span : nearest->span;
  }
  // A source that is no actor was called so before.
  Span last_before(std::string_view name, Span near) const {
    const std::string_view text = analysis_.document.text;
    const auto in_word = [&](size_t at) { return at < text.size() && (is_alpha_or_digit(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80); };
    for (size_t at = near.start; !name.empty() && at > 0 && (at = text.rfind(name, at - 1)) != std::string_view::npos;)
      if (!(at > 0 && in_word(at - 1)) && !in_word(at + name.size())) return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
    return {};
  }

  void add_statement(const Statement& said) {
    const int content = said.content ? bound(scheme::kContent, *said.content) : 0;
    const Span words = said.cue.value_or(said.span);
    const int trigger = bound(scheme::kAttribution, words);
    if (trigger == 0) return;
    std::string roles = role(scheme::kSource, voice(scheme::kSource, said.speaker, words)) + role(scheme::kContent, content);
    int carriers = 0;
    for (const Voice& carrier : said.via)
      if (const int number = voice(scheme::kVia, carrier, words)) roles += role(scheme::kVia, number, ++carriers);
    const std::string id = begin_event(scheme::kAttribution, trigger, roles);
    attribute(scheme::kAct, id, to_string(said.act));
    attribute(scheme::kMode, id, to_string(said.mode));
    if (said.speaker.anonymous) attribute(scheme::kAnonymous, id);
    if (!said.cue) attribute(scheme::kNoCue, id);
  }
  void add_event(const Event& event) {
    const std::string type = scheme::type_of(event.kind);
    const int trigger = bound(type, event.span);
    if (trigger == 0) return;
    std::string roles = role(scheme::kActor, party(event.source, event.span)) + role(scheme::kRecipient, party(event.target, event.span));
    if (const auto time = times_.find(event.time); time != times_.end()) roles += role(scheme::kTime, time->second);
    const std::string id = begin_event(type, trigger, roles);
    attribute(scheme::kStatus, id, to_string(event.status));
    if (event.lead) attribute(scheme::kLead, id);
    if (!event.cameo.empty()) note(id, "CAMEO " + event.cameo + (event.plover.empty() ? "" : ", PLOVER " + event.plover));
  }
  std::string begin_event(std::string_view type, int trigger, const std::string& roles) {
    lines_ += fmt::format("E{}\t{}:T{}{}\n", ++events_, type, trigger, roles);
    return fmt::format("E{}", events_);
  }

  const Analysis& analysis_;
  CodePoints points_;
  std::map<std::tuple<std::string, uint32_t, uint32_t>, int> bound_;
  std::map<int, int> times_;             // index of a time: its number
  int attributes_ = 0, notes_ = 0, names_ = 0, events_ = 0;
  std::string lines_;
};

// The head of a gold file, and no layers: these are in the .ann. A line in another language is told again by its letters.
std::string about(const Document& document) {
  const CodePoints points(document.text);
  JsonLine json;
  json.begin();
  json.text("document", document.path);
  if (document.lang != "und") json.text("lang", document.lang);
  json.optional_text("published", document.published);
  json.optional_text("outlet", document.outlet_name);
  json.optional_text("title", document.title);
  json.begin_list("zones");
  for (const Zone& zone : document.zones) {
    if (zone.kind == ZoneKind::kForeign) continue;
    json.begin();
    json.quote("kind", to_string(zone.kind));
    json.number("start", points.at(zone.span.start));
    json.number("end", points.at(zone.span.end));
    json.end();
  }
  json.end_list();
  json.end();
  return legible_json(json.finish()) + "\n";
}

}  // namespace

std::vector<ExportedFile> brat_files(const Analysis& analysis) {
  const Document& document = analysis.document;
  return {{document.id + ".txt", document.text}, {document.id + ".ann", StandoffWriter(analysis).write()}, {document.id + ".json", about(document)}};
}

}  // namespace hearsay
