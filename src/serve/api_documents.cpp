// Documents: a list of them, and one with its whole reading, the happenings it tells and the reports it shares words with.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/describe.h"
#include "serve/api.h"
#include "store/catalogue.h"

namespace hearsay::serve {
namespace {

using browse::Message;
using browse::Trouble;

// The documents that are asked for: numbers, by date of publication; nullopt after complaining.
std::optional<std::vector<int64_t>> numbers_of(Call& call) {
  const Given& given = call.given;
  browse::PickOptions asked;
  asked.actor = given.text("actor");
  auto picks = browse::pick(call.session, call.view.holdings, asked);
  if (!picks) return call.trouble = Trouble::kNotFound, std::nullopt;
  const auto period = browse::PeriodFilter::parse(call.session, given.text("from"), given.text("to"));
  if (!period) return call.trouble = Trouble::kUsage, std::nullopt;
  period->narrow(picks->documents);
  picks->documents.outlet = given.text("outlet").value_or("");
  picks->documents.lang = given.text("lang").value_or("");
  auto numbers = call.view.holdings.store.list_documents(picks->documents);
  if (!numbers) return fail(call, numbers.error());
  return std::move(*numbers);
}

std::optional<Reply> documents(Call& call) {
  auto numbers = numbers_of(call);
  if (!numbers) return std::nullopt;
  if (call.given.text("order") == "newest") std::reverse(numbers->begin(), numbers->end());
  const Slice slice = slice_of(call.given, static_cast<int64_t>(numbers->size()));
  Json json;
  json.list("items");
  for (int64_t i = slice.first; i < slice.last; ++i) {
    const auto analysis = call.view.holdings.store.load((*numbers)[static_cast<size_t>(i)]);
    if (!analysis) return fail(call, analysis.error());
    if (!*analysis) continue;
    put_brief(json.open(), "brief", (*analysis)->document);
    json.number("statements", static_cast<int64_t>((*analysis)->statements.size())).number("events", static_cast<int64_t>((*analysis)->events.size())).close();
  }
  put_slice(json.end_list(), slice);
  return Reply{kOk, "application/json", json.object()};
}

// By event: the happening that it tells.
bool put_happenings(Json& json, Call& call, const Analysis& analysis) {
  const Catalogue catalogue(call.view.holdings.store);
  const auto ids = catalogue.happenings_of_events(analysis.document.id, analysis.events.size());
  if (!ids) return fail(call, ids.error()), false;
  json.open("happenings");
  for (size_t event = 0; event < ids->size(); ++event) {
    const browse::Index::Row* row = (*ids)[event].empty() ? nullptr : call.view.index->find((*ids)[event]);
    if (!row) continue;
    json.open(numbered('e', static_cast<int>(event)).c_str()).text("id", (*ids)[event]).text("standing", to_string(row->standing));
    json.text("standing_label", browse::standing_words(row->standing, call.session.words)).number("documents", row->documents).number("outlets", row->outlets).close();
  }
  json.close();
  return true;
}

void put_passages(Json& json, const Overlap& overlap, const Analysis& here, const Analysis& there, bool first) {
  const CodePoints points_here(here.document.text), points_there(there.document.text);
  const auto put = [&](const char* name, const CodePoints& points, Span span) { json.list(name).item(int64_t{points.at(span.start)}).item(int64_t{points.at(span.end)}).end_list(); };
  json.list("passages");
  for (const SharedPassage& passage : overlap.passages) {
    json.open();
    put("here", points_here, first ? passage.first : passage.second);
    put("there", points_there, first ? passage.second : passage.first);
    json.number("words", passage.words).flag("quoted", passage.quoted).close();
  }
  json.end_list();
}

bool put_copies(Json& json, Call& call, const Analysis& analysis) {
  const auto near = call.view.holdings.engine.neighbours(call.view.holdings.store, analysis.document.id);
  if (!near) return fail(call, near.error()), false;
  json.list("copies");
  for (const Overlap& overlap : near->copying.overlaps) {
    const Analysis &a = near->analyses[static_cast<size_t>(overlap.first)], &b = near->analyses[static_cast<size_t>(overlap.second)];
    const bool first = a.document.id == analysis.document.id;
    if (!first && b.document.id != analysis.document.id) continue;
    const Analysis& other = first ? b : a;
    put_brief(json.open(), "with", other.document);
    json.text("kind", to_string(overlap.kind)).text("kind_label", browse::overlap_kind_words(overlap.kind, call.session.words)).text("by", to_string(overlap.by));
    json.text("by_label", browse::copied_by_words(overlap.by, call.session.words));
    overlap.by == CopiedBy::kUndecided ? json.known("from_here", std::nullopt) : json.flag("from_here", first);
    json.rate("share", first ? overlap.first_share : overlap.second_share).rate("share_there", first ? overlap.second_share : overlap.first_share);
    json.text("text_there", other.document.text);
    put_passages(json, overlap, analysis, other, first);
    json.close();
  }
  json.end_list();
  return true;
}

std::optional<Reply> document(Call& call) {
  const Store& store = call.view.holdings.store;
  const std::string id = call.given.text("id").value_or("");
  const auto analysis = store.load(id);
  if (!analysis) return fail(call, analysis.error());
  if (!*analysis) return fail(call, Trouble::kNotFound, call.session.words(Message::kNoDocument, id));
  const auto story = store.story_of(id);
  if (!story) return fail(call, story.error());
  Json json;
  put_brief(json.raw("record", analysis_record(**analysis)), "brief", (*analysis)->document);
  put_story(json, call, *story);
  if (!put_happenings(json, call, **analysis) || !put_copies(json, call, **analysis)) return std::nullopt;
  return Reply{kOk, "application/json", json.object()};
}

}  // namespace

std::vector<Route> document_routes() {
  return {
      {"/documents",
       "List documents",
       "By date of publication, those without one first.",
       with({text("outlet", "The name or id of the outlet."), text("lang", "The language."), text("actor", "Who is in it."), text("from", "First day of publication."), text("to", "Last day of publication."),
             {.name = "order", .about = "In which order.", .choices = {"time", "newest"}}},
            page_of_list()),
       "DocumentList",
       documents},
      {"/documents/{id}", "One document", "Its text and all that was read from it (hearsay/1), the happenings that its events tell, and the reports it shares passages with.", {}, "Document", document},
  };
}

}  // namespace hearsay::serve
