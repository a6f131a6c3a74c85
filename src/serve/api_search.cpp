// Searching texts, happenings, statements and actors by words; listing statements.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/describe.h"
#include "browse/records.h"
#include "serve/api.h"
#include "text/utf8.h"

namespace hearsay::serve {
namespace {

using browse::Index;
using browse::Trouble;

constexpr int64_t kUsually = 20, kMost = 100;
constexpr size_t kMostStatements = 3;    // of one report

// Folded, as names are compared.
std::vector<std::string> words_of(const std::string& query) {
  std::vector<std::string> words;
  std::string folded = fold_name(query);
  std::replace(folded.begin(), folded.end(), '"', ' ');
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool has_all(const std::string& folded, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

// In whose parties and kind all words stand, the newest first. Each text is looked through once, however many happenings it names.
std::vector<std::string> happenings_with(const Call& call, const std::vector<std::string>& words, size_t most) {
  const Index& index = *call.view.index;
  std::vector<int64_t> has(index.texts().size(), -1);          // by text: a bit for each word, -1: not looked at
  const auto bits = [&](uint32_t number, const auto& shown) {
    int64_t& known = has[number];
    if (known >= 0) return known;
    known = 0;
    const std::string folded = fold_name(index.text(number) + " " + shown());
    for (size_t w = 0; w < std::min<size_t>(words.size(), 62); ++w)
      if (folded.find(words[w]) != std::string::npos) known |= int64_t{1} << w;
    return known;
  };
  const int64_t all = (int64_t{1} << std::min<size_t>(words.size(), 62)) - 1;
  std::vector<std::string> ids;
  for (auto row = index.rows().rbegin(); row != index.rows().rend() && ids.size() < most; ++row) {
    int64_t found = bits(row->kind, [&] { return call.view.holdings.engine.kind_label(index.text(row->kind), call.session.words.code()); });
    for (const Index::Party& party : {row->source, row->target})
      if (party.actor != 0) found |= bits(party.name, [&] { return name_of(call, index.text(party.actor), index.text(party.name)); });
    if (found == all) ids.push_back(index.text(row->id));
  }
  return ids;
}

void put_statements(Json& json, const Call& call, const Analysis& analysis, const std::vector<std::string>& words) {
  size_t put = 0;
  for (size_t i = 0; i < analysis.statements.size() && put < kMostStatements; ++i) {
    const Statement& said = analysis.statements[i];
    if (!has_all(fold_name(std::string(words_at(analysis, said.span))), words)) continue;
    put_quote(json.open(), {analysis, numbered('s', static_cast<int>(i)), browse::sentence_around(analysis, said.span, said.sentence), said.span});
    json.text("speaker", browse::voice_words(call.view.holdings.engine, said.speaker, analysis, call.session.words)).text("act", to_string(said.act)).text("mode", to_string(said.mode));
    put_brief(json, "brief", analysis.document);
    json.close();
    ++put;
  }
}

std::optional<Reply> search(Call& call) {
  const View& view = call.view;
  const std::string query = call.given.text("q").value_or("");
  const auto limit = call.given.number("limit", kUsually);
  const auto hits = view.holdings.store.search(query, static_cast<int>(limit));
  if (!hits) return fail(call, Trouble::kUsage, hits.error().message);
  const std::vector<std::string> words = words_of(query);
  Json json;
  std::vector<Analysis> analyses;
  json.list("documents");
  for (const Store::Hit& hit : *hits) {
    auto analysis = view.holdings.store.load(hit.document);
    if (!analysis) return fail(call, analysis.error());
    if (!*analysis) continue;
    put_brief(json.open(), "brief", (*analysis)->document);
    json.text("snippet", hit.snippet).close();
    analyses.push_back(std::move(**analysis));
  }
  json.end_list();
  const std::vector<std::string> ids = words.empty() ? std::vector<std::string>() : happenings_with(call, words, static_cast<size_t>(limit));
  if (!put_heads(json, "happenings", call, ids)) return std::nullopt;
  json.list("statements");
  for (const Analysis& analysis : analyses) put_statements(json, call, analysis, words);
  json.end_list().list("actors");
  const auto actors = view.holdings.store.find_actors(query, view.holdings.engine.find_actors(query));
  if (!actors) return fail(call, actors.error());
  std::string last;
  for (const Actor& actor : *actors) {
    if (actor.id == last) continue;
    last = actor.id;
    json.open().text("id", actor.id).text("name", name_of(call, actor.id, actor.name)).text("kind", to_string(actor.kind)).known("country", actor.country).close();
  }
  return json.end_list(), Reply{kOk, "application/json", json.object()};
}

// Statements are found by going through documents: so one must be asked for, or somebody who is in few.
std::optional<Reply> statements(Call& call) {
  const Given& given = call.given;
  if (!given.text("speaker") && !given.text("actor") && !given.text("document")) return fail(call, Trouble::kUsage, "one of speaker, actor, document is needed");
  const browse::PickOptions asked{given.text("actor"), given.text("speaker"), given.text("document")};
  const auto picks = browse::pick(call.session, call.view.holdings, asked);
  if (!picks) return call.trouble = Trouble::kNotFound, std::nullopt;
  const auto period = browse::PeriodFilter::parse(call.session, given.text("from"), given.text("to"));
  if (!period) return call.trouble = Trouble::kUsage, std::nullopt;
  DocumentQuery documents = picks->documents;
  period->narrow(documents);
  const Store& store = call.view.holdings.store;
  const auto numbers = store.list_documents(documents);
  if (!numbers) return fail(call, numbers.error());
  const int64_t first = given.number("offset", 0), last = first + given.number("limit", kUsually);
  int64_t met = 0;
  Json json;
  json.list("items");
  for (size_t n = 0; n < numbers->size() && met <= last; ++n) {
    const auto analysis = store.load((*numbers)[n]);
    if (!analysis) return fail(call, analysis.error());
    if (!*analysis) continue;
    for (size_t i = 0; i < (*analysis)->statements.size(); ++i) {
      if (!browse::is_asked_for(**analysis, i, *picks, given.text("act"))) continue;
      if (met >= first && met < last) json.raw_item(browse::statement_record(**analysis, i));
      ++met;
    }
  }
  json.end_list();
  if (met > last) json.number("next_offset", last);
  return Reply{kOk, "application/json", json.object()};
}

std::vector<std::string> acts() {
  std::vector<std::string> all;
  for (int i = 0; i <= static_cast<int>(Act::kSilent); ++i) all.emplace_back(to_string(static_cast<Act>(i)));
  return all;
}

}  // namespace

std::vector<Route> search_routes() {
  return {
      {"/search",
       "Search",
       "Reports by their words, in Vietnamese with or without diacritics, and statements in them; happenings by their parties and kind; actors by name. Found words stand between \u00ab and \u00bb.",
       {{.name = "q", .about = "Words, or a \"phrase in quotation marks\".", .required = true}, {.name = "limit", .about = "Of each sort at most so many (usually 20).", .type = Argument::Type::kNumber, .least = 1, .most = kMost}},
       "Hits",
       search},
      {"/statements",
       "List statements",
       "Who said what, on whose word, by date of publication. One of speaker, actor and document is needed.",
       with({text("speaker", "Who speaks."), text("actor", "Who speaks, passes it on or is spoken of."), text("document", "Of one report: its id or path, or how that begins."),
             {.name = "act", .about = "Only these.", .choices = acts()}, text("from", "First day of publication."), text("to", "Last day.")},
            page_of_list()),
       "StatementList",
       statements},
  };
}

}  // namespace hearsay::serve
