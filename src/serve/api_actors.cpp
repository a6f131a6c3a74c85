// Actors and pairs of them: what they did by reports, to whom, month by month.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "browse/find_happenings.h"
#include "engine/engine.h"
#include "serve/api.h"

namespace hearsay::serve {
namespace {

using browse::Index;
using browse::Message;
using browse::Trouble;

constexpr size_t kMostPartners = 50;

// What CAMEO and Goldstein make of the happenings of a month. Such without a code are counted alone.
struct Month {
  int64_t happenings = 0, cooperation = 0, conflict = 0, uncoded = 0;
  double goldstein = 0;

  void add(const Index::Row& row) {
    ++happenings;
    if (row.cameo == 0) return void(++uncoded);
    goldstein += static_cast<double>(row.goldstein);
    if (row.goldstein > 0) ++cooperation;
    if (row.goldstein < 0) ++conflict;
  }
};
using Months = std::map<std::string, Month>;         // by "2018-06"

// Only what happened, by those who tell it, counts: no plans, no denials. What is known by the year alone is of no month.
void add(Months& months, const Index::Row& row) {
  if (row.status != EventStatus::kHappened || row.from == kNoDay || row.to == kNoDay) return;
  const std::string from = iso(*browse::day_of(row.from)).substr(0, 7), to = iso(*browse::day_of(row.to)).substr(0, 7);
  if (from == to) months[from].add(row);
}

void put_months(Json& json, const char* name, const Months& months) {
  json.list(name);
  for (const auto& [month, its] : months) {
    json.open().text("month", month).number("happenings", its.happenings).number("cooperation", its.cooperation).number("conflict", its.conflict);
    json.rate("goldstein", its.goldstein).number("uncoded", its.uncoded).close();
  }
  json.end_list();
}

// ---- lists

struct Entry {
  Actor actor;
  std::set<std::string> codes;
};

void put_entry(Json& json, const Call& call, const Actor& actor, const std::set<std::string>& codes, int64_t happenings) {
  json.text("id", actor.id).text("name", name_of(call, actor.id, actor.name)).text("kind", to_string(actor.kind)).known("country", actor.country).list("codes");
  for (const std::string& code : codes) json.item(code);
  json.end_list().flag("known", actor.known).number("happenings", happenings);
}

// By how many happenings they are parties of.
std::unordered_map<uint32_t, int64_t> parties(const Index& index) {
  std::unordered_map<uint32_t, int64_t> counts;
  for (const Index::Row& row : index.rows()) {
    ++counts[row.source.actor];
    if (row.target.actor != row.source.actor) ++counts[row.target.actor];
  }
  counts.erase(0);
  return counts;
}

std::map<std::string, Entry> entries(const std::vector<Actor>& found) {
  std::map<std::string, Entry> out;
  for (const Actor& actor : found) {
    Entry& entry = out.try_emplace(actor.id, Entry{actor, {}}).first->second;
    if (!actor.code.empty()) entry.codes.insert(actor.code);
  }
  return out;
}

std::optional<Reply> actors(Call& call) {
  const View& view = call.view;
  const Index& index = *view.index;
  const auto counts = parties(index);
  const auto count_of = [&](const std::string& id) {
    const auto at = counts.find(index.texts().find(id));
    return at == counts.end() ? int64_t{0} : at->second;
  };
  std::vector<std::pair<int64_t, std::string>> order;          // minus how many happenings, so that the most come first
  const auto asked = call.given.text("q");
  if (asked) {
    const auto found = view.holdings.store.find_actors(*asked, view.holdings.engine.find_actors(*asked), true);
    if (!found) return fail(call, found.error());
    for (const auto& [id, _] : entries(*found)) order.emplace_back(-count_of(id), id);
  } else {
    for (const auto& [actor, count] : counts) order.emplace_back(-count, index.text(actor));
  }
  const Slice slice = slice_of(call.given, static_cast<int64_t>(order.size()));
  std::partial_sort(order.begin(), order.begin() + slice.last, order.end());
  std::vector<std::string> ids;
  for (int64_t i = slice.first; i < slice.last; ++i) ids.push_back(order[static_cast<size_t>(i)].second);
  const auto found = view.holdings.store.find_actors("", ids);
  if (!found) return fail(call, found.error());
  const auto known = entries(*found);
  Json json;
  json.list("items");
  for (const std::string& id : ids)
    if (const auto at = known.find(id); at != known.end()) put_entry(json.open(), call, at->second.actor, at->second.codes, count_of(id)), json.close();
  put_slice(json.end_list(), slice);
  return Reply{kOk, "application/json", json.object()};
}

// ---- one

// A term of office whose bounds the packs do not know is open there.
std::optional<Day> bound(int32_t day) { return day == INT32_MAX || day <= -1'000'000 ? std::nullopt : std::optional(Day{std::chrono::days{day}}); }

void put_offices(Json& json, const Call& call, const std::string& id, std::optional<Day> on) {
  const World& world = call.view.holdings.engine.impl().pack.world();
  json.list("offices");
  if (const int actor = world.find(id); actor >= 0) {
    for (const WorldTerm& term : world.terms_of(world.actor(static_cast<uint32_t>(actor)))) {
      const auto day = browse::number_of(on);
      if (on && (day < term.since || day > term.until)) continue;
      const std::string of(world.strings()[term.of]);
      json.open().text("role", world.strings()[term.role]).known("of", of).text("of_name", name_of(call, of, of));
      put_day(json, "from", bound(term.since));
      put_day(json, "to", bound(term.until));
      json.close();
    }
  }
  json.end_list();
}

struct Partner {
  uint32_t name = 0;
  int64_t forth = 0, back = 0, coded = 0;
  double goldstein = 0;
};

void put_partners(Json& json, const Call& call, const browse::Sieve& sieve, const std::vector<uint32_t>& rows) {
  const Index& index = *call.view.index;
  std::map<uint32_t, Partner> partners;
  for (uint32_t i : rows) {
    const Index::Row& row = index.rows()[i];
    const bool forth = sieve.is_by_actor(row);
    const Index::Party& other = forth ? row.target : row.source;
    if (other.actor == 0) continue;
    Partner& partner = partners[other.actor];
    partner.name = other.name;
    ++(forth ? partner.forth : partner.back);
    if (row.cameo == 0) continue;
    ++partner.coded;
    partner.goldstein += static_cast<double>(row.goldstein);
  }
  std::vector<std::pair<uint32_t, Partner>> order(partners.begin(), partners.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.forth + a.second.back > b.second.forth + b.second.back; });
  order.resize(std::min(order.size(), kMostPartners));
  json.list("partners");
  for (const auto& [actor, partner] : order) {
    json.open().text("actor", index.text(actor)).text("name", name_of(call, index.text(actor), index.text(partner.name))).number("forth", partner.forth).number("back", partner.back);
    json.rate("goldstein", partner.coded == 0 ? std::nullopt : std::optional(partner.goldstein / static_cast<double>(partner.coded))).close();
  }
  json.end_list();
}

std::optional<Reply> actor(Call& call) {
  const View& view = call.view;
  const Index& index = *view.index;
  const std::string id = call.given.text("id").value_or("");
  const auto found = view.holdings.store.find_actors("", {id});
  if (!found) return fail(call, found.error());
  if (found->empty() && view.holdings.engine.actor_name(id, "en").empty()) return fail(call, Trouble::kNotFound, call.session.words(Message::kNoActor, id));
  browse::SieveOptions asked{filters_of(call.given), {}, {}, {}};
  asked.happenings.actor = id;
  const auto sieve = browse::Sieve::make(call.session, view.holdings, index, asked, call.trouble);
  const auto on = call.given.text("on") ? browse::last_day_of(call.session, *call.given.text("on")) : std::nullopt;
  if (!sieve || (call.given.text("on") && !on)) return call.trouble = sieve ? Trouble::kUsage : call.trouble, std::nullopt;
  const std::vector<uint32_t> rows = sieve->rows();
  Months did, received;
  for (uint32_t i : rows) add(sieve->is_by_actor(index.rows()[i]) ? did : received, index.rows()[i]);
  Json json;
  const auto known = entries(*found);
  Entry entry;
  entry.actor.id = entry.actor.name = id;            // of somebody whom packs know and no report names
  if (!known.empty()) entry = known.begin()->second;
  put_entry(json.open("actor"), call, entry.actor, entry.codes, static_cast<int64_t>(rows.size()));
  std::set<std::string> names;
  for (const Actor& one : *found) names.insert(one.name);
  json.close().list("names");
  for (const std::string& name : names) json.item(name);
  json.end_list();
  put_offices(json, call, id, on);
  json.number("total", static_cast<int64_t>(rows.size()));
  put_months(json, "did", did);
  put_months(json, "received", received);
  put_partners(json, call, *sieve, rows);
  put_kinds(json, call, rows);
  put_standings(json, call, *sieve, rows);
  return Reply{kOk, "application/json", json.object()};
}

std::optional<Reply> dyads(Call& call) {
  const Index& index = *call.view.index;
  const std::string a = call.given.text("a").value_or(""), b = call.given.text("b").value_or("");
  browse::SieveOptions asked{filters_of(call.given), {}, {}, {}};
  asked.happenings.between = {a, b};
  const auto sieve = browse::Sieve::make(call.session, call.view.holdings, index, asked, call.trouble);
  if (!sieve) return std::nullopt;
  const std::vector<uint32_t> rows = sieve->rows();
  Months forth, back;
  for (uint32_t i : rows) add(sieve->is_forth(index.rows()[i]) ? forth : back, index.rows()[i]);
  Json json;
  json.open("a").text("id", a).text("name", name_of(call, a, a)).close().open("b").text("id", b).text("name", name_of(call, b, b)).close();
  json.number("total", static_cast<int64_t>(rows.size()));
  put_months(json, "forth", forth);
  put_months(json, "back", back);
  put_kinds(json, call, rows);
  put_standings(json, call, *sieve, rows);
  return Reply{kOk, "application/json", json.object()};
}

}  // namespace

std::vector<Route> actor_routes() {
  const std::vector<Argument> filters = {text("kind", "Kinds, as of happenings."), text("from", "First day."), text("to", "Last day."), text("standing", "Standings, separated by commas."), text("as_of", "As of that day.")};
  return {
      {"/actors", "List actors", "Those with a name, id or code, or all: by the happenings they are parties of.", with({text("q", "A name, whole words of it or how they begin, an id or a code.")}, page_of_list()), "ActorList", actors},
      {"/actors/{id}",
       "One actor",
       "Names, offices, and what it did and was done to it: a state stands for its people. Months count what happened, by those who tell it; `goldstein` is the sum of CAMEO's scale.",
       with({text("on", "A day: the offices held then.")}, filters),
       "Actor",
       actor},
      {"/dyads",
       "Two actors",
       "What one did to the other, month by month, forth and back.",
       with({{.name = "a", .about = "A name, id or code.", .required = true}, {.name = "b", .about = "The other.", .required = true}}, filters),
       "Dyad",
       dyads},
  };
}

}  // namespace hearsay::serve
