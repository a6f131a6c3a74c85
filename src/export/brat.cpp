// brat standoff: a .txt with the text as it is and an .ann with times, mentions, attributions and events of it. Source: the format's description,
// https://brat.nlplab.org/standoff.html. Roles of attributions are those of PolNeAR: Source, Cue, Content.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "base/ascii.h"
#include "export/documents.h"
#include "export/legible.h"

namespace hearsay {
namespace {

// What may stand in no line of an .ann.
constexpr std::string_view kBreaks = "\n\t\r";

// Names of types may have letters, digits, hyphens and underscores.
std::string type_name(std::string_view kind) {
  std::string name;
  for (const char c : kind) name += is_alpha_or_digit(c) || c == '-' ? c : '_';
  return name.empty() ? "event" : name;
}

std::string_view type_of(ActorKind kind) {
  static constexpr std::string_view kTypes[] = {"Person", "State", "Organisation", "Group", "Place"};
  return kTypes[static_cast<size_t>(kind)];
}

class Standoff {
 public:
  explicit Standoff(const Analysis& analysis) : analysis_(analysis), points_(analysis.document.text) {}

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
  void note(const std::string& of, std::string_view words) { lines_ += fmt::format("#{}\tAnnotatorNotes {}\t{}\n", ++notes_, of, legible_line(words)); }

  void add_time(int index) {
    const TimeExpression& time = analysis_.times[static_cast<size_t>(index)];
    const int number = bound("Timex", time.span);
    if (number == 0) return;
    times_[index] = number;
    attribute("TimexType", fmt::format("T{}", number), to_string(time.type));
    if (!time.value.empty()) note(fmt::format("T{}", number), time.value);
  }
  void add_mentions(const Actor& actor) {
    for (const Mention& mention : actor.mentions) {
      const int number = bound(type_of(actor.kind), mention.span);
      if (number == 0) continue;
      attribute("Form", fmt::format("T{}", number), to_string(mention.form));
      lines_ += fmt::format("N{}\tReference T{} Hearsay:{}\t{}\n", ++names_, number, legible_line(actor.id), legible_line(actor.name));
    }
  }

  // " Role:T3", or nothing. Roles that come again are numbered.
  static std::string role(std::string_view name, int number, int times = 1) { return number == 0 ? "" : fmt::format(" {}{}:T{}", name, times > 1 ? std::to_string(times) : "", number); }
  int party(const Party& party) {
    const Actor* actor = actor_at(analysis_, party.actor);
    return bound(actor ? type_of(actor->kind) : "Person", party.span);
  }

  void add_statement(const Statement& said) {
    const int content = said.content ? bound("Content", *said.content) : 0;
    const int trigger = said.cue ? bound("Attribution", *said.cue) : bound("Attribution", said.span);
    if (trigger == 0) return;
    std::string roles = role("Source", bound("Source", said.speaker.span)) + role("Content", content);
    int carriers = 0;
    for (const Voice& carrier : said.via)
      if (const int number = bound("Via", carrier.span)) roles += role("Via", number, ++carriers);
    const std::string id = begin_event("Attribution", trigger, roles);
    attribute("Act", id, to_string(said.act));
    attribute("Mode", id, to_string(said.mode));
    if (said.speaker.anonymous) attribute("Anonymous", id);
  }
  void add_event(const Event& event) {
    const std::string type = type_name(event.kind);
    const int trigger = bound(type, event.span);
    if (trigger == 0) return;
    std::string roles = role("Actor", party(event.source)) + role("Recipient", party(event.target));
    if (const auto time = times_.find(event.time); time != times_.end()) roles += role("Time", time->second);
    const std::string id = begin_event(type, trigger, roles);
    attribute("Status", id, to_string(event.status));
    if (event.lead) attribute("Lead", id);
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

}  // namespace

std::vector<ExportedFile> brat_files(const Analysis& analysis) {
  return {{analysis.document.id + ".txt", analysis.document.text}, {analysis.document.id + ".ann", Standoff(analysis).write()}};
}

}  // namespace hearsay
