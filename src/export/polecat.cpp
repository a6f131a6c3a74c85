// POLECAT: a table of 40 columns with a heading, by the names and the order in which its yearly files have them.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "export/coded.h"
#include "export/happenings.h"

namespace hearsay {
namespace {

constexpr EventNeeds kNeeds{.plover = true};
constexpr std::string_view kColumns[] = {
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"};
constexpr std::string_view kDetails[] = {"Earliest Date", "Latest Date", "Documents", "Outlets"};

size_t most(const ExportSettings& settings) { return settings.standard ? std::size(kColumns) : SIZE_MAX; }

struct QuadOf {
  std::string_view category, quad;
};
// By the data set's own table, which has sanctions among what is done; the manual of PLOVER has them among what is said.
constexpr QuadOf kQuads[] = {
    {"AGREE", "VERBAL COOPERATION"}, {"CONSULT", "VERBAL COOPERATION"},   {"SUPPORT", "VERBAL COOPERATION"},   {"CONCEDE", "VERBAL COOPERATION"},
    {"AID", "MATERIAL COOPERATION"}, {"COOPERATE", "MATERIAL COOPERATION"}, {"RETREAT", "MATERIAL COOPERATION"}, {"REQUEST", "VERBAL CONFLICT"},
    {"ACCUSE", "VERBAL CONFLICT"},   {"REJECT", "VERBAL CONFLICT"},       {"THREATEN", "VERBAL CONFLICT"},     {"PROTEST", "MATERIAL CONFLICT"},
    {"SANCTION", "MATERIAL CONFLICT"}, {"MOBILIZE", "MATERIAL CONFLICT"}, {"COERCE", "MATERIAL CONFLICT"},     {"ASSAULT", "MATERIAL CONFLICT"}};

std::string_view quad_of(const std::string& category) {
  const auto at = std::find_if(std::begin(kQuads), std::end(kQuads), [&](const QuadOf& quad) { return quad.category == category; });
  return at == std::end(kQuads) ? "" : at->quad;
}

void add_actor(CellRow& row, const std::optional<HappeningParty>& party, std::string_view raw) {
  const auto sectors = sectors_of(party);
  row.text(party ? party->name : "").text(party ? party->country : "").blank().text(sectors.empty() ? "" : sectors[0]).text(joined_once(sectors)).blank();
  row.text(raw).blank();
}

std::string named(const Analysis& analysis, std::initializer_list<ActorKind> kinds) {
  std::vector<std::string> names;
  for (const Actor& actor : analysis.actors)
    if (std::find(kinds.begin(), kinds.end(), actor.kind) != kinds.end() && !actor.mentions.empty()) names.push_back(actor.name);
  return joined_once(names);
}

// Of the report that told it first.
void add_story(CellRow& row, const std::vector<Telling>& tellings) {
  if (tellings.empty()) return static_cast<void>(row.blank(6));
  const Analysis& first = tellings.front().analysis;
  row.text(outlet_of(first.document)).text(first.document.published_day ? iso(*first.document.published_day) : "");
  row.text(named(first, {ActorKind::kPerson})).text(named(first, {ActorKind::kOrganisation, ActorKind::kGroup})).text(named(first, {ActorKind::kState, ActorKind::kPlace}));
  row.text(first.document.lang);
}

}  // namespace

std::string polecat_heading(const ExportSettings& settings) {
  return CellRow(CellRow::Kind::kTsv, most(settings)).texts(kColumns).texts(kDetails).texts(kOwnColumns).line();
}

std::string polecat_row(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally) {
  const Happening& happening = told.happening;
  if (!takes(happening, kNeeds, settings, tally)) return {};
  const auto tellings = tellings_of(told);
  const Telling* first = tellings.empty() ? nullptr : &tellings.front();
  const Actor* place = place_of(tellings);
  const auto day = only_day(happening);
  CellRow row(CellRow::Kind::kTsv, most(settings));
  row.text(happening.id).text(day ? iso(*day) : "").text(happening.plover).blank().number(goldstein(happening), 1).text(quad_of(happening.plover)).blank();
  add_actor(row, happening.source, raw_name(first, happening.source, &Event::source));
  add_actor(row, happening.target, raw_name(first, happening.target, &Event::target));
  row.text(place ? place->name : "").blank(3).text(place ? place->country : "").point(told.point).blank(3);
  add_story(row, tellings);
  row.text("hearsay-chronicle/1");
  row.text(happening.from ? iso(*happening.from) : "").text(happening.to ? iso(*happening.to) : "").number(happening.documents).number(happening.outlets);
  add_own_columns(row, happening);
  return row.line();
}

}  // namespace hearsay
