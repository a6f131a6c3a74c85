// hearsay actors: who acts and speaks in the documents.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "browse/describe.h"
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

// Those with the most documents first.
void rank(std::vector<ActorTotals>& totals) {
  std::stable_sort(totals.begin(), totals.end(), [](const ActorTotals& a, const ActorTotals& b) { return std::pair(b.documents, b.mentions) < std::pair(a.documents, a.mentions); });
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::string json_line(const ActorTotals& totals) {
  const Actor& actor = totals.actor;
  Json json;
  json.text("id", actor.id).text("name", actor.name).text("kind", to_string(actor.kind)).list("codes");
  for (const std::string& code : totals.codes) json.item(code);
  json.end_list().known("country", actor.country).flag("outlet", actor.outlet).flag("known", actor.known);
  json.number("documents", totals.documents).number("mentions", totals.mentions).number("statements", totals.statements).number("events", totals.events);
  return json.line();
}

bool known_kind(const Session& session, const Text& kind) {
  if (!kind) return true;
  for (int i = 0; i <= static_cast<int>(ActorKind::kPlace); ++i)
    if (to_string(static_cast<ActorKind>(i)) == *kind) return true;
  session.complain(session.words(Message::kNoActorKind, *kind));
  return false;
}

Table new_table(const Words& words) {
  using enum Table::Align;
  return Table({{words(Message::kColumnName), kLeft, 0}, {words(Message::kColumnId), kLeft, 28}, {words(Message::kColumnKind), kLeft, 12},
                {words(Message::kColumnCode), kLeft, 12}, {words(Message::kColumnDocuments), kRight, 9}, {words(Message::kColumnSpeaks), kRight, 9},
                {words(Message::kColumnActs), kRight, 9}});
}

}  // namespace

int list_actors(const Session& session, const ListOptions& options) {
  if (!known_kind(session, options.kind)) return kUsage;
  Trouble trouble = Trouble::kNone;
  const auto holdings = open_holdings(session, options.store, trouble);
  if (!holdings) return exit_code_of(trouble);
  ListOptions filters = options;
  filters.actor = options.name;
  const auto picks = pick(session, *holdings, filters);
  if (!picks) return kNotFound;
  auto totals = holdings->store.actor_totals(picks->documents.ids);
  if (!totals) return session.complain(totals.error()), kStoreError;
  rank(*totals);
  const Words& words = session.words;
  Table table = new_table(words);
  for (const ActorTotals& one : *totals) {
    const Actor& actor = one.actor;
    if (one.documents == 0) continue;
    if (picks->actor && !picks->actor->matches(actor)) continue;
    if (options.kind && to_string(actor.kind) != *options.kind) continue;
    if (options.store.json) {
      put(json_line(one));
      continue;
    }
    table.add({name_words(holdings->engine, actor.id, actor.name, words), one_line(actor.id), actor_kind_words(actor.kind, words), joined(one.codes),
               words.number(one.documents), words.number(one.statements), words.number(one.events)});
  }
  if (options.store.json) return kOk;
  table.empty() ? put_line(words(Message::kNothingMatches)) : table.print(session);
  return kOk;
}

}  // namespace hearsay::cli
