// What there is, the timeline, and happenings: a list of them, and one with all that speaks for and against it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "base/ascii.h"
#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/find_happenings.h"
#include "browse/records.h"
#include "serve/api.h"
#include "store/catalogue.h"

namespace hearsay::serve {
namespace {

using browse::Index;
using browse::LaneKind;
using browse::Message;
using browse::Trouble;

Reply done(Json& json) { return {kOk, "application/json", json.object()}; }

// ---- what there is

void put_counted(Json& json, const char* list, const char* name, const std::vector<std::pair<std::string, int64_t>>& counted) {
  json.list(list);
  for (const auto& [what, count] : counted) json.open().text(name, what).number("documents", count).close();
  json.end_list();
}

std::optional<Reply> info(Call& call) {
  const View& view = call.view;
  const Index& index = *view.index;
  const auto sieve = sieve_of(call);
  if (!sieve) return std::nullopt;
  std::vector<uint32_t> rows(index.rows().size());
  std::iota(rows.begin(), rows.end(), 0u);
  DayNumber first = kNoDay, last = kNoDay;
  for (const Index::Row& row : index.rows()) {
    first = std::min({first, row.from, row.to});
    for (DayNumber day : {row.from, row.to})
      if (day != kNoDay && (last == kNoDay || day > last)) last = day;
  }
  Json json;
  json.text("version", view.version).text("store", view.name).number("generation", view.generation).flag("read_only", view.read_only).number("unsettled", view.unsettled);
  json.open("counts").number("documents", view.counts.documents).number("statements", view.counts.statements).number("events", view.counts.events);
  json.number("happenings", static_cast<int64_t>(rows.size())).number("stories", view.counts.stories).number("actors", view.counts.actors).close();
  put_day(json, "first", browse::day_of(first));
  put_day(json, "last", browse::day_of(last));
  put_counted(json, "languages", "lang", view.counts.by_language);
  json.list("outlets");
  for (const auto& [outlet, documents] : index.outlets()) json.open().text("name", index.text(outlet)).number("documents", documents).close();
  json.end_list();
  put_kinds(json, call, rows);
  put_standings(json, call, *sieve, rows);
  return done(json);
}

// ---- the timeline

std::string side_name(const Call& call, uint32_t side) {
  const std::string& text = call.view.index->text(side);
  const bool country = text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return name_of(call, country ? lower(text) : text, text);
}

std::string lane_label(const Call& call, const browse::Timeline::Lane& lane, LaneKind kind) {
  const Index& index = *call.view.index;
  switch (kind) {
    case LaneKind::kDyad: return lane.a == lane.b ? side_name(call, lane.a) : side_name(call, lane.a) + " \u2013 " + side_name(call, lane.b);
    case LaneKind::kKind: return call.view.holdings.engine.kind_label(index.text(lane.a), call.session.words.code());
    case LaneKind::kStory: return std::string(index.title_of(index.text(lane.a)));
    case LaneKind::kNone: break;
  }
  return {};
}

std::string lane_id(const Index& index, const browse::Timeline::Lane& lane, LaneKind kind) { return kind == LaneKind::kDyad ? index.text(lane.a) + "~" + index.text(lane.b) : index.text(lane.a); }

// "Donald Trump, met, Kim Jong-un": what a mark is called.
std::string mark_words(const Call& call, const Index::Row& row) {
  const Index& index = *call.view.index;
  const auto party = [&](const Index::Party& one) { return one.actor == 0 ? call.session.words(Message::kSomeone) : name_of(call, index.text(one.actor), index.text(one.name)); };
  std::string words = party(row.source) + " \u2192 " + call.view.holdings.engine.kind_label(index.text(row.kind), call.session.words.code());
  return row.target.actor == 0 ? words : words + " \u2192 " + party(row.target);
}

void put_marks(Json& json, const Call& call, const browse::Sieve& sieve, const browse::Timeline& timeline) {
  if (!timeline.marks) return void(json.known("marks", std::nullopt));
  const Index& index = *call.view.index;
  json.list("marks");
  for (const browse::Timeline::Mark& mark : *timeline.marks) {
    const Index::Row& row = index.rows()[mark.row];
    json.open().text("id", index.text(row.id)).number("lane", mark.lane);
    put_day(json, "from", browse::day_of(row.from));
    put_day(json, "to", browse::day_of(row.to));
    json.text("standing", to_string(sieve.standing_of(row))).text("status", to_string(row.status)).flag("unverified", row.unverified).text("headline", mark_words(call, row)).close();
  }
  json.end_list();
}

void put_lanes(Json& json, const Call& call, const browse::Timeline& timeline, LaneKind kind) {
  json.list("lanes");
  for (const browse::Timeline::Lane& lane : timeline.lanes) {
    json.open().text("id", lane_id(*call.view.index, lane, kind)).text("label", lane_label(call, lane, kind)).number("total", lane.total).list("bins");
    for (const auto& [bin, counts] : lane.bins) {
      std::string pair = "[" + std::to_string(bin) + ",[";
      for (size_t s = 0; s < counts.size(); ++s) pair += (s == 0 ? "" : ",") + std::to_string(counts[s]);
      json.raw_item(pair + "]]");
    }
    json.end_list().close();
  }
  json.end_list();
}

std::optional<Reply> timeline(Call& call) {
  static const std::vector<std::pair<std::string, LaneKind>> kLanes = {{"none", LaneKind::kNone}, {"dyad", LaneKind::kDyad}, {"kind", LaneKind::kKind}, {"story", LaneKind::kStory}};
  const auto sieve = sieve_of(call);
  if (!sieve) return std::nullopt;
  browse::TimelineOptions options;
  for (const auto& [name, lanes] : kLanes)
    if (call.given.text("lanes") == name) options.lanes = lanes;
  options.bins = static_cast<int>(call.given.number("bins", options.bins));
  options.most_lanes = static_cast<size_t>(call.given.number("most", static_cast<int64_t>(options.most_lanes)));
  options.most_marks = static_cast<size_t>(call.given.number("marks", static_cast<int64_t>(options.most_marks)));
  const std::vector<uint32_t> rows = sieve->rows();
  const browse::Timeline timeline = browse::timeline(*call.view.index, *sieve, rows, options);
  Json json;
  json.number("total", static_cast<int64_t>(timeline.total)).number("undated", static_cast<int64_t>(timeline.undated)).number("rest", static_cast<int64_t>(timeline.rest));
  const auto day = [&](const char* name, size_t edge, int before) { put_day(json, name, timeline.edges.empty() ? std::nullopt : browse::day_of(timeline.edges[edge] - before)); };
  day("from", 0, 0);
  day("to", timeline.edges.empty() ? 0 : timeline.edges.size() - 1, 1);
  json.list("edges");
  for (DayNumber edge : timeline.edges) json.item(iso(*browse::day_of(edge)));
  json.end_list();
  put_standings(json, call, *sieve, rows);
  put_lanes(json, call, timeline, options.lanes);
  put_marks(json, call, *sieve, timeline);
  return done(json);
}

// ---- happenings

// The first so many in the order that is asked for, the others in any; what is alike stays in the order of time.
void put_in_order(const Index& index, std::vector<uint32_t>& rows, const std::string& order, int64_t first) {
  const auto sort = [&](const auto& key) {
    const auto before = [&](uint32_t a, uint32_t b) { return key(a) != key(b) ? key(a) > key(b) : a < b; };
    std::partial_sort(rows.begin(), rows.begin() + first, rows.end(), before);
  };
  const auto last = [&](uint32_t i) {
    const Index::Row& row = index.rows()[i];
    const DayNumber day = row.to != kNoDay ? row.to : row.from;
    return day == kNoDay ? std::numeric_limits<DayNumber>::min() : day;
  };
  if (order == "newest") sort(last);
  if (order == "reports") sort([&](uint32_t i) { return index.rows()[i].documents; });
}

std::optional<Reply> happenings(Call& call) {
  const auto sieve = sieve_of(call);
  if (!sieve) return std::nullopt;
  const Index& index = *call.view.index;
  std::vector<uint32_t> rows = sieve->rows();
  if (call.given.text("dated") == "no") std::erase_if(rows, [&](uint32_t i) { return index.rows()[i].from != kNoDay || index.rows()[i].to != kNoDay; });
  const Slice slice = slice_of(call.given, static_cast<int64_t>(rows.size()));
  put_in_order(index, rows, call.given.text("order").value_or("time"), slice.last);
  std::vector<std::string> ids;
  for (int64_t i = slice.first; i < slice.last; ++i) ids.push_back(index.text(index.rows()[rows[static_cast<size_t>(i)]].id));
  Json json;
  if (!put_heads(json, "items", call, ids, sieve->as_of())) return std::nullopt;
  put_slice(json, slice);
  return done(json);
}

void put_tellings(Json& json, const Call& call, const Happening& happening, const Documents& documents) {
  json.list("tellings");
  for (const Telling& telling : tellings_of({happening, documents})) {
    const Event& event = telling.event;
    put_quote(json.open(), {telling.analysis, numbered('e', telling.mention.event), browse::sentence_around(telling.analysis, event.span, event.sentence), event.span});
    json.flag("lead", telling.mention.lead).text("because", browse::in_words(call.session.words, telling.mention.because)).text("status", to_string(event.status)).text("rule", event.rule).close();
  }
  json.end_list();
}

void put_history(Json& json, const Call& call, const Happening& happening) {
  json.list("history");
  for (const StandingChange& change : happening.history) {
    json.open().known("on", change.on).text("standing", to_string(change.standing)).text("standing_label", browse::standing_words(change.standing, call.session.words)).text("reason", change.reason).list("because");
    for (const std::string& id : change.because) json.item(id);
    json.end_list().close();
  }
  json.end_list();
}

std::string value_words(const Call& call, const Difference& difference, const Difference::Telling& telling, const Analysis& analysis) {
  if (difference.kind == Difference::Kind::kPlace) return name_of(call, telling.value, telling.value);
  if (difference.kind == Difference::Kind::kFigure || telling.event < 0) return telling.value;
  const Event& event = analysis.events[static_cast<size_t>(telling.event)];
  return browse::date_phrase(event.from, event.to, call.session.words);
}

// Tellings of one value stand side by side in the library's answer.
void put_differences(Json& json, const Call& call, const Happening& happening, const Documents& documents) {
  std::vector<const Analysis*> all;
  for (const auto& [_, analysis] : documents) all.push_back(&analysis);
  json.list("differences");
  for (const Difference& difference : differences(happening, all)) {
    json.open().text("kind", to_string(difference.kind)).known("of", difference.of).list("values");
    for (size_t i = 0; i < difference.tellings.size();) {
      const std::string& value = difference.tellings[i].value;
      json.open().text("value", value).text("label", value_words(call, difference, difference.tellings[i], documents.at(difference.tellings[i].document))).list("quotes");
      for (; i < difference.tellings.size() && difference.tellings[i].value == value; ++i) {
        const Difference::Telling& telling = difference.tellings[i];
        const Analysis& analysis = documents.at(telling.document);
        put_quote(json.open(), {analysis, telling.event < 0 ? std::nullopt : std::optional(numbered('e', telling.event)), browse::sentence_around(analysis, telling.words, telling.sentence), telling.words});
        json.close();
      }
      json.end_list().close();
    }
    json.end_list().close();
  }
  json.end_list();
}

// Others of one joint act, in the order of the chronicle.
std::vector<std::string> joint_with(const Call& call, const Happening& happening) {
  std::vector<std::string> ids;
  if (!happening.joint) return ids;
  const auto all = call.view.holdings.store.load_chronicle({.id = *happening.joint});
  if (all && *all)
    for (const Happening& other : **all)
      if (other.id != happening.id) ids.push_back(other.id);
  return ids;
}

void put_ways(Json& json, const Call& call, const Happening& happening, const Documents& documents) {
  std::vector<Analysis> analyses;
  for (const auto& [_, analysis] : documents) analyses.push_back(analysis);
  json.raw("ways", browse::origin_graph_record(happening, origin_graph(happening, analyses, call.view.holdings.engine.copying(analyses)), documents));
}

std::optional<Reply> happening(Call& call) {
  const Store& store = call.view.holdings.store;
  const std::string id = call.given.text("id").value_or("");
  auto found = Catalogue(store).happenings({id});
  if (!found) return fail(call, found.error());
  if (found->empty()) {
    const auto now = store.successor(id);
    if (!now) return fail(call, now.error());
    if (*now) found = Catalogue(store).happenings({**now});
    if (!found || found->empty()) return fail(call, Trouble::kNotFound, call.session.words(Message::kNoHappening, id));
  }
  const Happening& happening = found->front();
  Documents documents;
  if (!browse::load_documents(call.session, store, speaking_of(happening), documents)) return call.trouble = Trouble::kStore, std::nullopt;
  Json json;
  put_head(json.raw("record", happening_record(happening)), "head", call, happening);
  put_sides(json, "for", call, happening, happening.origins, documents);
  put_sides(json, "against", call, happening, happening.denials, documents);
  put_sides(json, "declined", call, happening, happening.declined, documents);
  put_tellings(json, call, happening, documents);
  put_ways(json, call, happening, documents);
  put_history(json, call, happening);
  put_differences(json, call, happening, documents);
  if (!put_heads(json, "announced_by", call, happening.announced_by) || !put_heads(json, "carried_out_by", call, happening.carried_out_by) || !put_heads(json, "joint", call, joint_with(call, happening))) return std::nullopt;
  const Index::Row* row = call.view.index->find(happening.id);
  put_story(json, call, row ? call.view.index->text(row->story) : "");
  json.open("briefs");
  for (const auto& [document, analysis] : documents) put_brief(json, document.c_str(), analysis.document);
  return json.close(), done(json);
}

}  // namespace

std::vector<Route> chronicle_routes() {
  using enum Argument::Type;
  return {
      {"/info", "What there is", "The store, its counts, and what filters can be set to.", {}, "Info", info},
      {"/timeline",
       "Happenings along time",
       "Counts in bins by standing, in lanes; and the happenings themselves where they are few.",
       with(happening_filters(), {{.name = "lanes", .about = "What a lane is of.", .choices = {"none", "dyad", "kind", "story"}},
                                  {.name = "bins", .about = "At most so many (usually 120).", .type = kNumber, .least = 1, .most = 1000},
                                  {.name = "most", .about = "Lanes, those with the most happenings (usually 12).", .type = kNumber, .least = 1, .most = 50},
                                  {.name = "marks", .about = "Happenings one by one, if they are no more than so many (usually 1,500).", .type = kNumber, .least = 0, .most = 5000}}),
       "Timeline",
       timeline},
      {"/happenings",
       "List happenings",
       "In the order of time, those without a date last; or the newest first; or those that most documents tell.",
       with(with(happening_filters(), {{.name = "order", .about = "In which order.", .choices = {"time", "newest", "reports"}}, {.name = "dated", .about = "`no`: those without a date alone.", .choices = {"no"}}}), page_of_list()),
       "HappeningList",
       happenings},
      {"/happenings/{id}", "One happening", "Who vouches for it and who denies it, in which words, through whose hands; how its standing changed; what its tellings give differently.", {}, "Happening", happening},
  };
}

}  // namespace hearsay::serve
