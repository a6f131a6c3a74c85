// SPDX-License-Identifier: Apache-2.0
#include "serve/shapes.h"

#include <algorithm>

#include "base/ascii.h"
#include "browse/dates.h"
#include "browse/describe.h"

namespace hearsay::serve {
namespace {

constexpr int64_t kUsually = 50;         // of a list
constexpr size_t kMostSayings = 20;      // of one origin; "said" is how many there are

const StandingChange* change_by(const Happening& happening, DayNumber as_of) {
  const StandingChange* last = nullptr;
  for (const StandingChange& change : happening.history)
    if (!change.on.empty() && change.on <= iso(*browse::day_of(as_of))) last = &change;
  return last;
}

void put_standing(Json& json, const Call& call, const Happening& happening, DayNumber as_of) {
  const StandingChange* then = as_of == kNoDay ? nullptr : change_by(happening, as_of);
  const Standing standing = then ? then->standing : happening.standing;
  json.text("standing", to_string(standing)).text("standing_label", browse::standing_words(standing, call.session.words));
  // Of an earlier day the store keeps the reason in English.
  json.known("reason", then && then->reason != happening.reason ? then->reason : browse::reason_words(call.view.holdings.engine, happening, call.session.words));
}

const HappeningMention* told_in(const Happening& happening, const std::string& document) {
  const auto at = std::find_if(happening.mentions.begin(), happening.mentions.end(), [&](const HappeningMention& mention) { return mention.document == document; });
  return at == happening.mentions.end() ? nullptr : &*at;
}

// False if the store does not have the words any more.
bool put_words(Json& json, const Happening& happening, const StatementRef& ref, const Documents& documents) {
  const auto at = documents.find(ref.document);
  if (at == documents.end()) return false;
  const Analysis& analysis = at->second;
  if (ref.statement >= 0) {
    if (static_cast<size_t>(ref.statement) >= analysis.statements.size()) return false;
    const Statement& said = analysis.statements[static_cast<size_t>(ref.statement)];
    put_quote(json.open(), {analysis, numbered('s', ref.statement), browse::sentence_around(analysis, said.span, said.sentence), said.span});
    json.text("act", to_string(said.act)).text("mode", to_string(said.mode));
    return true;
  }
  const HappeningMention* mention = told_in(happening, ref.document);
  if (!mention || static_cast<size_t>(mention->event) >= analysis.events.size()) return false;
  const Event& event = analysis.events[static_cast<size_t>(mention->event)];
  put_quote(json.open(), {analysis, numbered('e', mention->event), sentence_of(analysis, event), event.span});
  json.known("act", std::nullopt).known("mode", std::nullopt);
  return true;
}

void put_side(Json& json, const Call& call, const Happening& happening, const Origin& origin, const Documents& documents) {
  const browse::Words& words = call.session.words;
  const Engine& engine = call.view.holdings.engine;
  json.open().text("name", browse::name_words(engine, origin.actor, origin.name, words)).known("actor", origin.actor).text("kind", to_string(origin.kind));
  json.text("kind_label", browse::origin_kind_words(origin.kind, words)).number("voices", origin.voices).flag("circular", origin.circular);
  json.number("said", static_cast<int64_t>(origin.statements.size())).list("words");
  for (size_t i = 0; i < std::min(origin.statements.size(), kMostSayings); ++i) {
    const StatementRef& ref = origin.statements[i];
    if (!put_words(json, happening, ref, documents)) continue;
    json.list("chain");
    for (const std::string& hand : browse::chain_of(engine, documents.at(ref.document), ref.statement, words)) json.item(hand);
    json.end_list().close();
  }
  json.end_list().close();
}

}  // namespace

std::string name_of(const Call& call, const std::string& id, const std::string& name) { return browse::name_words(call.view.holdings.engine, id, name, call.session.words); }

void put_story(Json& json, const Call& call, const std::string& id) {
  if (id.empty()) return void(json.known("story", std::nullopt));
  json.open("story").text("id", id).text("title", call.view.index->title_of(id)).close();
}

void put_day(Json& json, const char* name, const std::optional<Day>& day) { json.known(name, day ? std::optional(iso(*day)) : std::nullopt); }

void put_party(Json& json, const char* name, const Call& call, const std::optional<HappeningParty>& party) {
  if (!party) return void(json.known(name, std::nullopt));
  json.open(name).known("actor", party->actor).text("name", name_of(call, party->actor, party->name)).known("code", party->code).known("country", party->country).close();
}

namespace {

void fill_head(Json& json, const Call& call, const Happening& happening, DayNumber as_of) {
  const browse::Words& words = call.session.words;
  json.text("id", happening.id);
  put_party(json, "source", call, happening.source);
  put_party(json, "target", call, happening.target);
  json.text("kind", happening.kind).text("label", call.view.holdings.engine.kind_label(happening.kind, words.code())).known("cameo", happening.cameo).known("plover", happening.plover);
  json.rate("goldstein", happening.cameo.empty() ? std::nullopt : std::optional(happening.goldstein));
  put_day(json, "from", happening.from);
  put_day(json, "to", happening.to);
  json.text("days", browse::date_phrase(happening.from, happening.to, words)).text("status", to_string(happening.status)).text("status_label", browse::status_words(happening.status, words));
  put_standing(json, call, happening, as_of);
  json.flag("unverified", happening.unverified).number("documents", happening.documents).number("outlets", happening.outlets);
  json.number("origins", static_cast<int64_t>(happening.origins.size())).number("denials", static_cast<int64_t>(happening.denials.size()));
  const browse::Index::Row* row = call.view.index->find(happening.id);
  json.known("story", row ? std::optional(call.view.index->text(row->story)) : std::nullopt).close();
}

void fill_brief(Json& json, const Document& document) {
  json.text("id", document.id).known("title", document.title).known("outlet", document.outlet_name).known("published", document.published);
  json.text("lang", document.lang).known("url", document.url).text("path", document.path).close();
}

}  // namespace

void put_head(Json& json, const Call& call, const Happening& happening, DayNumber as_of) { fill_head(json.open(), call, happening, as_of); }
void put_head(Json& json, const char* name, const Call& call, const Happening& happening) { fill_head(json.open(name), call, happening, kNoDay); }
void put_brief(Json& json, const Document& document) { fill_brief(json.open(), document); }
void put_brief(Json& json, const char* name, const Document& document) { fill_brief(json.open(name), document); }

void put_quote(Json& json, const Quoted& quoted) {
  const Analysis& analysis = quoted.analysis;
  const CodePoints points(analysis.document.text);
  json.text("document", analysis.document.id).known("item", quoted.item);
  json.open("sentence").number("start", points.at(quoted.sentence.start)).number("end", points.at(quoted.sentence.end)).text("text", words_at(analysis, quoted.sentence)).close();
  json.number("start", points.at(quoted.words.start)).number("end", points.at(quoted.words.end)).number("line", browse::line_of(analysis.document.text, quoted.words.start));
}

void put_sides(Json& json, const char* name, const Call& call, const Happening& happening, const std::vector<Origin>& origins, const Documents& documents) {
  json.list(name);
  for (const Origin& origin : origins) put_side(json, call, happening, origin, documents);
  json.end_list();
}

Slice slice_of(const Given& given, int64_t total) {
  const int64_t first = std::min(given.number("offset", 0), total);
  return {first, std::min(first + given.number("limit", kUsually), total), total};
}

void put_slice(Json& json, const Slice& slice) {
  json.number("total", slice.total);
  if (slice.last < slice.total) json.number("next_offset", slice.last);
}

}  // namespace hearsay::serve
