// SPDX-License-Identifier: Apache-2.0
#include "serve/api.h"

#include <algorithm>
#include <map>

#include "browse/describe.h"
#include "store/catalogue.h"

namespace hearsay::serve {

constexpr int64_t kMostOfList = 500;

Argument text(const char* name, const char* about) { return {name, about}; }

std::vector<Argument> with(std::vector<Argument> some, std::vector<Argument> more) {
  std::move(more.begin(), more.end(), std::back_inserter(some));
  return some;
}

std::vector<Argument> page_of_list() {
  return {{.name = "offset", .about = "Pass over so many: what next_offset said.", .type = Argument::Type::kNumber, .least = 0, .most = INT32_MAX},
          {.name = "limit", .about = "At most so many (usually 50).", .type = Argument::Type::kNumber, .least = 1, .most = kMostOfList}};
}

std::vector<Argument> happening_filters() {
  return {text("actor", "Somebody who acts or is acted on: a name, id or code, in Vietnamese or English; a state stands for its people."),
          {.name = "between", .about = "Two such, one of whom does it to the other.", .type = Argument::Type::kTexts, .least = 2, .most = 2},
          text("kind", "Kinds, CAMEO codes or PLOVER categories, separated by commas: letter-refused, letter-*, 036, CONSULT."),
          text("from", "First day: 2019, 2019-06 or 2019-06-30."),
          text("to", "Last day, in the same forms."),
          text("standing", "Standings, separated by commas."),
          text("outlet", "The name of an outlet that tells it."),
          text("lang", "The language of a report that tells it: vi, en."),
          text("story", "The id of a story that opens with it, or how it begins."),
          text("as_of", "The standing that reports up to that day gave it; what none had told is left out.")};
}

browse::HappeningFilterOptions filters_of(const Given& given) {
  return {given.text("actor"), given.text("kind"), given.text("from"), given.text("to"), given.text("standing"), given.text("as_of"), given.texts("between")};
}

std::optional<browse::Sieve> sieve_of(Call& call) {
  const Given& given = call.given;
  const browse::SieveOptions asked{filters_of(given), given.text("outlet"), given.text("lang"), given.text("story")};
  return browse::Sieve::make(call.session, call.view.holdings, *call.view.index, asked, call.trouble);
}

std::nullopt_t fail(Call& call, browse::Trouble trouble, const std::string& message) {
  call.trouble = trouble;
  call.session.complain(message);
  return std::nullopt;
}

std::nullopt_t fail(Call& call, const Error& error) { return fail(call, browse::Trouble::kStore, error.message); }

bool put_heads(Json& json, const char* name, Call& call, const std::vector<std::string>& ids, DayNumber as_of) {
  const auto happenings = Catalogue(call.view.holdings.store).happenings(ids);
  if (!happenings) return fail(call, happenings.error()), false;
  json.list(name);
  for (const Happening& happening : *happenings) put_head(json, call, happening, as_of);
  json.end_list();
  return true;
}

void put_kinds(Json& json, const Call& call, const std::vector<uint32_t>& rows) {
  const browse::Index& index = *call.view.index;
  std::map<uint32_t, std::pair<int64_t, const browse::Index::Row*>> counts;
  for (uint32_t i : rows) {
    auto& [count, row] = counts[index.rows()[i].kind];
    ++count;
    row = &index.rows()[i];
  }
  std::vector<std::pair<int64_t, const browse::Index::Row*>> order;
  for (const auto& [_, counted] : counts) order.push_back(counted);
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : index.text(a.second->kind) < index.text(b.second->kind); });
  json.list("kinds");
  for (const auto& [count, row] : order) {
    const std::string& kind = index.text(row->kind);
    json.open().text("kind", kind).text("label", call.view.holdings.engine.kind_label(kind, call.session.words.code())).known("plover", index.text(row->plover)).number("happenings", count).close();
  }
  json.end_list();
}

void put_standings(Json& json, const Call& call, const browse::Sieve& sieve, const std::vector<uint32_t>& rows) {
  browse::StandingCounts counts{};
  for (uint32_t i : rows) ++counts[static_cast<size_t>(sieve.standing_of(call.view.index->rows()[i]))];
  json.list("standings");
  for (size_t s = 0; s < counts.size(); ++s) {
    const auto standing = static_cast<Standing>(s);
    json.open().text("standing", to_string(standing)).text("label", browse::standing_words(standing, call.session.words)).number("happenings", counts[s]).close();
  }
  json.end_list();
}

std::vector<Route> all_routes() {
  std::vector<Route> all;
  for (auto routes : {chronicle_routes(), document_routes(), actor_routes(), source_routes(), search_routes(), export_routes(), correction_routes(), report_routes()}) std::move(routes.begin(), routes.end(), std::back_inserter(all));
  return all;
}

}  // namespace hearsay::serve
