// hearsay stats: how much of what a store holds.
// SPDX-License-Identifier: Apache-2.0
#include "browse/display.h"
#include "browse/holdings.h"
#include "browse/json.h"
#include "cli/commands.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

using Shares = std::vector<std::pair<std::string, int64_t>>;

void add_shares(Json& json, const char* name, const char* key, const Shares& shares) {
  json.list(name);
  for (const auto& [what, count] : shares) json.open().known(key, what).number("documents", count).close();
  json.end_list();
}

std::string json_line(const Store::Counts& counts) {
  Json json;
  json.number("documents", counts.documents).number("statements", counts.statements).number("events", counts.events);
  json.number("happenings", counts.happenings).number("stories", counts.stories).number("actors", counts.actors);
  add_shares(json, "by_language", "lang", counts.by_language);
  add_shares(json, "by_outlet", "outlet", counts.by_outlet);
  add_shares(json, "by_packs", "packs", counts.by_packs);
  return json.line();
}

void print_shares(const Session& session, Message heading, const Shares& shares) {
  if (shares.empty()) return;
  Table table({{session.words(heading), Table::Align::kLeft, 40}, {session.words(Message::kColumnDocuments), Table::Align::kRight, 12}});
  for (const auto& [what, count] : shares) table.add({what.empty() ? session.words(Message::kUnknown) : one_line(what), session.words.number(count)});
  put_line("");
  table.print(session);
}

}  // namespace

int print_stats(const Session& session, const LookOptions& options) {
  Trouble trouble = Trouble::kNone;
  const auto store = open_store(session, options.db, trouble);
  if (!store) return exit_code_of(trouble);
  const auto counts = store->counts();
  if (!counts) return session.complain(counts.error()), kStoreError;
  if (options.json) return put(json_line(*counts)), kOk;
  const Words& words = session.words;
  for (const auto& [message, number] : {std::pair(Message::kDocuments, counts->documents), std::pair(Message::kStatements, counts->statements),
                                        std::pair(Message::kEvents, counts->events), std::pair(Message::kHappenings, counts->happenings), std::pair(Message::kStories, counts->stories),
                                        std::pair(Message::kActors, counts->actors)})
    put_line(words.count(message, number));
  print_shares(session, Message::kColumnLanguage, counts->by_language);
  print_shares(session, Message::kColumnOutlet, counts->by_outlet);
  print_shares(session, Message::kColumnPacks, counts->by_packs);
  return kOk;
}

}  // namespace hearsay::cli
