// GDELT 2.0: a table of events and one of their mentions, both without a heading, by the names and the order of its event codebook 2.0.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "export/coded.h"
#include "export/happenings.h"

namespace hearsay {
namespace {

constexpr EventNeeds kNeeds{.day = true, .cameo = true};
constexpr size_t kEventColumns = 61, kMentionColumns = 16;

// The data set numbers its events. 13 digits of the id are 52 bits, which also those loaders keep that make doubles of numbers.
int64_t number_of(const Happening& happening) {
  int64_t number = 0;
  for (size_t i = 1; i < happening.id.size() && i <= 13; ++i) {
    const char c = happening.id[i];
    number = number * 16 + (is_number(c) ? c - '0' : c - 'a' + 10);
  }
  return number;
}

// 14 digits, of which the hour is not kept; empty without a day.
std::string moment(std::optional<Day> day) { return day ? compact(*day) + "000000" : ""; }

// Months of 30 days: what the codebook makes of the part of the year that has gone by.
std::string fraction_date(std::chrono::year_month_day date) {
  const double part = ((static_cast<unsigned>(date.month()) - 1) * 30 + static_cast<unsigned>(date.day())) / 365.0;
  return fmt::format("{:.4f}", static_cast<int>(date.year()) + part);
}

void add_day(CellRow& row, Day day) {
  const std::string text = compact(day);
  row.text(text).text(text.substr(0, 6)).text(text.substr(0, 4)).text(fraction_date(day));
}

void add_actor(CellRow& row, const std::optional<HappeningParty>& party) {
  const ActorCode code = actor_code(party);
  row.text(party ? party->code : "").text(party ? party->name : "").text(code.country).text(code.group).blank().text(code.religion).blank();    // ethnic codes are not known
  for (size_t i = 0; i < 3; ++i) row.text(i < code.roles.size() ? code.roles[i] : "");
}

// Type and name, three columns of codes of a gazetteer, the point, and the gazetteer's number. A type says what kind of place was matched: 1 is a country, 0 none.
void add_place(CellRow& row, const Actor* place, const std::optional<Coordinates>& point) {
  row.number(place && place->kind == ActorKind::kState ? 1 : 0).text(place ? place->name : "").blank(3).point(point).blank();
}

// A page's address, else what names the document here.
std::string address(const Document& document) { return document.url && !document.url->empty() ? *document.url : document.id; }

// -1 where the text does not name it.
void add_actor_offset(CellRow& row, const CodePoints& points, const Party& party) { row.number(party.span.empty() ? -1 : static_cast<int64_t>(points.at(party.span.start))); }

std::string mention_row(const Telling& telling, const Happening& happening, std::optional<Day> added, const ExportSettings& settings) {
  const Document& document = telling.document();
  const CodePoints points(document.text);
  CellRow row(CellRow::Kind::kTsv, settings.standard ? kMentionColumns : SIZE_MAX);
  row.number(number_of(happening)).text(moment(added)).text(moment(document.published_day));
  row.number(document.url && !document.url->empty() ? 1 : 2).text(outlet_of(document)).text(address(document)).number(telling.event.sentence + 1);
  add_actor_offset(row, points, party_in(telling, happening.source, &Event::source));
  add_actor_offset(row, points, party_in(telling, happening.target, &Event::target));
  row.number(points.at(telling.event.span.start)).number(1).blank().number(points.at(static_cast<uint32_t>(document.text.size()))).blank(3);
  row.text(happening.id).text(document.id).text(numbered('e', telling.mention.event)).number(points.at(telling.event.span.end)).text(document.lang);
  return row.line();
}

}  // namespace

std::string gdelt_event(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally) {
  const Happening& happening = told.happening;
  if (!takes(happening, kNeeds, settings, tally)) return {};
  const auto tellings = tellings_of(told);
  const bool lead = std::any_of(happening.mentions.begin(), happening.mentions.end(), [](const HappeningMention& mention) { return mention.lead; });
  CellRow row(CellRow::Kind::kTsv, settings.standard ? kEventColumns : SIZE_MAX);
  row.number(number_of(happening));
  add_day(row, *only_day(happening));
  add_actor(row, happening.source);
  add_actor(row, happening.target);
  row.number(lead).text(happening.cameo).text(happening.cameo.substr(0, 3)).text(root_code(happening)).number(quad_class(happening)).number(goldstein(happening), 1);
  row.number(static_cast<int64_t>(happening.mentions.size())).number(happening.outlets).number(happening.documents).blank();
  add_place(row, nullptr, {});
  add_place(row, nullptr, {});
  add_place(row, place_of(tellings), told.point);
  row.text(moment(published(tellings).first)).text(tellings.empty() ? "" : address(tellings.front().document()));
  add_own_columns(row, happening);
  return row.line();
}

std::string gdelt_mentions(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally) {
  if (!takes(told.happening, kNeeds, settings, tally)) return {};
  const auto tellings = tellings_of(told);
  const auto added = published(tellings).first;
  std::string rows;
  for (const Telling& telling : tellings) rows += mention_row(telling, told.happening, added, settings);
  return rows;
}

}  // namespace hearsay
