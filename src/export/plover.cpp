// PLOVER: one JSON object a line, by the field names of its manual 0.7b1, chapter "JSON Data Fields". What that has no field for stands in an object of our own, "hearsay".
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "export/coded.h"
#include "export/happenings.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

constexpr EventNeeds kNeeds{.day = true, .plover = true};

// Of the manual: 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict; REQUEST is what DEMAND was.
int quad_code(std::string_view category) {
  static constexpr std::string_view kCategories[][6] = {{"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
                                                        {"COOPERATE", "AID", "RETREAT", "INVESTIGATE"},
                                                        {"DEMAND", "REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"},
                                                        {"PROTEST", "MOBILIZE", "COERCE", "ASSAULT"}};
  for (int quad = 0; quad < 4; ++quad)
    if (std::find(std::begin(kCategories[quad]), std::end(kCategories[quad]), category) != std::end(kCategories[quad])) return quad + 1;
  return 0;
}

void write_actor(JsonLine& json, const HappeningParty& party, std::string_view raw) {
  const ActorCode code = actor_code(party);
  const auto sectors = sectors_of(party);
  json.begin();
  const std::string top = code.country.empty() && !code.roles.empty() ? code.roles[0] : code.country;
  if (!top.empty()) json.text("code", top);
  if (!sectors.empty() && sectors[0] != top) json.text("sector", sectors[0]);
  if (!raw.empty()) json.text("actor_text", raw);
  if (!party.actor.empty()) json.text("identifier_id", party.actor);
  json.text("identifier_text", party.name);
  json.end();
}

// An act of both alike has both as its source, and nobody to whom it is done.
void write_actors(JsonLine& json, const Happening& happening, const Telling* first) {
  const bool both = first && first->event.joint;
  const std::string_view source = raw_name(first, happening.source, &Event::source), target = raw_name(first, happening.target, &Event::target);
  json.begin_list("source");
  if (happening.source) write_actor(json, *happening.source, source);
  if (both && happening.target) write_actor(json, *happening.target, target);
  json.end_list();
  if (both || !happening.target) return;
  json.begin_list("recipient");
  write_actor(json, *happening.target, target);
  json.end_list();
}

void write_place(JsonLine& json, const Actor* place) {
  if (!place) return;
  json.begin("event_loc");
  json.text("name", place->name);
  if (!place->country.empty()) json.text("cc3", place->country);
  json.end();
}

void write_text(JsonLine& json, const Telling& telling) {
  const Document& document = telling.document();
  json.begin_list("event_text");
  json.text(words_at(telling.analysis, telling.event.span));
  json.end_list();
  json.begin("text_info");
  json.number("sequence", telling.event.sentence + 1);
  json.number("start", telling.mention.start);
  json.number("end", telling.mention.end);
  json.end();
  json.begin("cite_info");
  json.text("citation", document.id);
  if (document.url) json.text("url", *document.url);
  if (document.title) json.text("title", *document.title);
  json.text("language", document.lang);
  if (const std::string outlet = outlet_of(document); !outlet.empty()) json.text("publication", outlet);
  json.end();
}

void write_own(JsonLine& json, const Happening& happening) {
  json.begin("hearsay");
  json.text("kind", happening.kind);
  json.text_or_null("cameo", happening.cameo);
  json.quote("status", to_string(happening.status));
  json.quote("standing", to_string(happening.standing));
  json.flag("unverified", happening.unverified);
  json.day("from", happening.from);
  json.day("to", happening.to);
  json.number("documents", happening.documents);
  json.number("outlets", happening.outlets);
  json.number("origins", static_cast<int64_t>(happening.origins.size()));
  json.number("denials", static_cast<int64_t>(happening.denials.size()));
  json.begin_list("mentions");
  for (const HappeningMention& mention : happening.mentions) {
    json.begin();
    json.text("document", mention.document);
    json.id("event", 'e', mention.event);
    json.number("start", mention.start);
    json.number("end", mention.end);
    json.end();
  }
  json.end_list();
  json.end();
}

}  // namespace

std::string plover_line(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally) {
  const Happening& happening = told.happening;
  if (!takes(happening, kNeeds, settings, tally)) return {};
  const auto tellings = tellings_of(told);
  JsonLine json;
  json.begin();
  json.text("id", happening.id);
  json.flag("has_event", true);
  json.day("date", only_day(happening));
  write_actors(json, happening, tellings.empty() ? nullptr : &tellings.front());
  json.begin_list("event");
  json.text(happening.plover);
  json.end_list();
  if (const int quad = quad_code(happening.plover)) json.number("quad_code", quad);
  if (!happening.cameo.empty()) json.real("event_scale", happening.goldstein);
  write_place(json, place_of(tellings));
  if (happening.joint) json.text("link", *happening.joint);
  if (!tellings.empty()) write_text(json, tellings.front());
  json.text("coder", "hearsay");
  if (!settings.standard) write_own(json, happening);
  json.end();
  return legible_json(json.finish()) + "\n";
}

}  // namespace hearsay
