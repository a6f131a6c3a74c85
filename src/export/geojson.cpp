// GeoJSON (RFC 7946): one collection of features, each a happening at a point.
// SPDX-License-Identifier: Apache-2.0
#include "export/happenings.h"
#include "export/legible.h"
#include "record/json_line.h"

namespace hearsay {
namespace {

void write_party(JsonLine& json, const std::string& side, const std::optional<HappeningParty>& party) {
  json.text_or_null(side, party ? party->actor : "");
  json.text_or_null(side + "_name", party ? party->name : "");
  json.text_or_null(side + "_country", party ? party->country : "");
}

void write_support(JsonLine& json, const Happening& happening) {
  json.quote("status", to_string(happening.status));
  json.quote("standing", to_string(happening.standing));
  json.flag("unverified", happening.unverified);
  json.number("documents", happening.documents);
  json.number("outlets", happening.outlets);
  json.number("origins", static_cast<int64_t>(happening.origins.size()));
  json.number("denials", static_cast<int64_t>(happening.denials.size()));
}

// The first telling that names the place, for it is the place that is shown.
void write_evidence(JsonLine& json, const Telling& telling) {
  json.text("document", telling.document().id);
  json.text_or_null("outlet", outlet_of(telling.document()));
  json.optional_text("published", telling.document().published);
  json.optional_text("url", telling.document().url);
  json.number("start", telling.mention.start);
  json.number("end", telling.mention.end);
  json.text("words", words_at(telling.analysis, telling.event.span));
}

}  // namespace

std::string geojson_head(const ExportSettings&) { return "{\"type\":\"FeatureCollection\",\"features\":["; }

std::string geojson_feature(const ToldHappening& told, const ExportSettings&, ExportTally& tally) {
  const auto tellings = tellings_of(told);
  const Actor* place = place_of(tellings);
  if (!place || !told.point) return ++tally.unplaced, std::string();
  const Happening& happening = told.happening;
  JsonLine json;
  json.begin();
  json.quote("type", "Feature");
  json.quote("id", happening.id);
  json.begin("geometry");
  json.quote("type", "Point");
  json.begin_list("coordinates");        // the longitude first
  json.real(told.point->longitude);
  json.real(told.point->latitude);
  json.end_list();
  json.end();
  json.begin("properties");
  json.quote("kind", happening.kind);
  json.text_or_null("cameo", happening.cameo);
  json.text_or_null("plover", happening.plover);
  json.goldstein(happening.goldstein, happening.cameo);
  write_party(json, "source", happening.source);
  write_party(json, "target", happening.target);
  json.day("from", happening.from);
  json.day("to", happening.to);
  write_support(json, happening);
  json.text("place", place->id);
  json.text("place_name", place->name);
  json.quote("place_kind", to_string(place->kind));
  json.text_or_null("place_country", place->country);
  for (const Telling& telling : tellings)
    if (telling.event.place >= 0) {
      write_evidence(json, telling);
      break;
    }
  json.end();
  json.end();
  return (tally.written++ > 0 ? ",\n" : "\n") + legible_json(json.finish());
}

std::string geojson_tail(const ExportTally&) { return "\n]}\n"; }

}  // namespace hearsay
