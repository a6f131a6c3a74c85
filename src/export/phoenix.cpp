// Phoenix: a table of 26 columns without a heading, by the order in which its loaders name them.
// SPDX-License-Identifier: Apache-2.0
#include "export/coded.h"
#include "export/happenings.h"

namespace hearsay {
namespace {

constexpr EventNeeds kNeeds{.day = true, .cameo = true};
constexpr size_t kColumns = 26;

// The whole code, who it is, in what role, and what else the code says.
void add_actor(CellRow& row, const std::optional<HappeningParty>& party) {
  const ActorCode code = actor_code(party);
  std::string rest = code.group;
  for (size_t i = 1; i < code.roles.size(); ++i) rest += code.roles[i];
  row.text(party ? party->code : "").text(code.country).text(code.roles.empty() ? "" : code.roles[0]).text(rest);
}

}  // namespace

std::string phoenix_row(const ToldHappening& told, const ExportSettings& settings, ExportTally& tally) {
  const Happening& happening = told.happening;
  if (!takes(happening, kNeeds, settings, tally)) return {};
  const auto tellings = tellings_of(told);
  const std::chrono::year_month_day date(*only_day(happening));
  std::vector<std::string> sentences, urls, outlets;
  for (const Telling& telling : tellings) {
    sentences.push_back(telling.document().id + "_" + std::to_string(telling.event.sentence + 1));
    urls.push_back(telling.document().url.value_or(""));
    outlets.push_back(outlet_of(telling.document()));
  }
  const Actor* place = place_of(tellings);
  CellRow row(CellRow::Kind::kTsv, settings.standard ? kColumns : SIZE_MAX);
  row.number(tally.written).text(compact(*only_day(happening)));
  row.number(static_cast<int>(date.year())).number(static_cast<unsigned>(date.month())).number(static_cast<unsigned>(date.day()));
  add_actor(row, happening.source);
  add_actor(row, happening.target);
  row.text(happening.cameo).text(root_code(happening)).number(quad_class(happening)).number(goldstein(happening), 1).blank().point(told.point);
  row.text(place ? place->name : "").blank().text(place ? place->country : "");
  row.text(joined_once(sentences, ";")).text(joined_once(urls, ";")).text(joined_once(outlets, ";"));
  add_own_columns(row, happening);
  return row.line();
}

}  // namespace hearsay
