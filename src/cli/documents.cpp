// hearsay documents: what the store was made of.
// SPDX-License-Identifier: Apache-2.0
#include "browse/dates.h"
#include "browse/describe.h"
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

bool mentions(const Analysis& analysis, const ActorQuery& query) {
  for (const Actor& actor : analysis.actors)
    if (!actor.mentions.empty() && query.matches(actor)) return true;
  return false;
}

std::string json_line(const Analysis& analysis, const std::string& story) {
  const Document& document = analysis.document;
  Json json;
  json.text("id", document.id).text("path", document.path).known("url", document.url).text("sha256", document.sha256).known("title", document.title);
  json.open("outlet").known("id", document.outlet_id).known("name", document.outlet_name).close();
  json.known("published", document.published);
  json.known("published_from", std::string(document.published_from == DateOrigin::kUnknown ? "" : to_string(document.published_from))).text("lang", document.lang).known("story", story);
  json.number("sentences", static_cast<int64_t>(analysis.sentences.size())).number("statements", static_cast<int64_t>(analysis.statements.size()));
  json.number("events", static_cast<int64_t>(analysis.events.size())).list("notes");
  for (const std::string& note : analysis.notes) json.item(note);
  return json.end_list().line();
}

Table new_table(const Words& words) {
  using enum Table::Align;
  return Table({{words(Message::kColumnId), kLeft, 16}, {words(Message::kColumnPublished), kLeft, 24}, {words(Message::kColumnOutlet), kLeft, 18},
                {words(Message::kColumnTitle), kLeft, 0}, {words(Message::kColumnSayings), kRight, 9}, {words(Message::kColumnActs), kRight, 9}});
}

std::vector<std::string> row(const Analysis& analysis, const Words& words) {
  const Document& document = analysis.document;
  std::string title = document.title ? one_line(*document.title) : one_line(document.path);
  for (const std::string& note : analysis.notes) title += "\n  " + words(Message::kNote, one_line(note));
  return {document.id, published_phrase(document, words), document.outlet_name ? one_line(*document.outlet_name) : "", title,
          words.number(static_cast<int64_t>(analysis.statements.size())), words.number(static_cast<int64_t>(analysis.events.size()))};
}

}  // namespace

int list_documents(const Session& session, const ListOptions& options) {
  const auto period = PeriodFilter::parse(session, options.from, options.to);
  if (!period) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  auto picks = pick(session, *holdings, options);
  if (!picks) return kNotFound;
  period->narrow(picks->documents);
  picks->documents.outlet = options.outlet.value_or("");
  picks->documents.lang = options.lang.value_or("");
  const Words& words = session.words;
  Table table = new_table(words);
  size_t id_length = 0;
  std::optional<Error> failed;
  const auto list = [&](const Analysis& analysis) {
    const Document& document = analysis.document;
    if (picks->actor && !mentions(analysis, *picks->actor)) return;
    if (!options.store.json) {
      id_length = std::max(id_length, short_id_length(holdings->store, Store::Sort::kDocuments, {document.id}));
      return table.add(row(analysis, words));
    }
    const auto story = holdings->store.story_of(document.id);
    story ? put(json_line(analysis, *story)) : void(failed = story.error());
  };
  if (!each_document(session, holdings->store, picks->documents, list)) return kStoreError;
  if (failed) return session.complain(*failed), kStoreError;
  if (options.store.json) return kOk;
  table.shorten(0, id_length);
  table.empty() ? put_line(words(Message::kNothingMatches)) : table.print(session);
  return kOk;
}

}  // namespace hearsay::cli
