// hearsay actors: who acts and speaks in the documents.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/commands.h"
#include "cli/describe.h"
#include "cli/display.h"
#include "cli/holdings.h"
#include "cli/json.h"
#include "cli/table.h"

namespace hearsay::cli {
namespace {

// One actor over all documents.
struct Totals {
  Actor first;                           // as the first document has it
  std::set<std::string> codes;           // an actor's office changes with time
  int64_t documents = 0, mentions = 0, statements = 0, events = 0;
};

std::map<std::string, Totals> add_up(const std::vector<const Analysis*>& documents) {
  std::map<std::string, Totals> totals;
  for (const Analysis* analysis : documents) {
    const auto of = [&](int actor) -> Totals* { return actor < 0 ? nullptr : &totals[analysis->actors[static_cast<size_t>(actor)].id]; };
    for (const Actor& actor : analysis->actors) {
      auto [at, fresh] = totals.try_emplace(actor.id);
      if (fresh) at->second.first = actor;
      if (!actor.code.empty()) at->second.codes.insert(actor.code);
      at->second.documents += !actor.mentions.empty();   // an outlet need not be named in what it publishes
      at->second.mentions += static_cast<int64_t>(actor.mentions.size());
    }
    for (const Statement& said : analysis->statements)
      if (Totals* speaker = of(said.speaker.actor)) ++speaker->statements;
    for (const Event& event : analysis->events) {
      if (Totals* source = of(event.source.actor)) ++source->events;
      if (Totals* target = of(event.target.actor); target && event.target.actor != event.source.actor) ++target->events;
    }
  }
  return totals;
}

// Those with the most documents first.
std::vector<const Totals*> ranked(const std::map<std::string, Totals>& totals) {
  std::vector<const Totals*> out;
  for (const auto& [id, total] : totals) out.push_back(&total);
  std::stable_sort(out.begin(), out.end(), [](const Totals* a, const Totals* b) { return std::pair(b->documents, b->mentions) < std::pair(a->documents, a->mentions); });
  return out;
}

std::string joined(const std::set<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::string json_line(const Totals& totals) {
  Json json;
  json.text("id", totals.first.id).text("name", totals.first.name).text("kind", to_string(totals.first.kind)).list("codes");
  for (const std::string& code : totals.codes) json.item(code);
  json.end_list().known("country", totals.first.country).flag("outlet", totals.first.outlet).flag("known", totals.first.known);
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
  int exit_code = kOk;
  const auto holdings = open_holdings(session, options.store, exit_code);
  if (!holdings) return exit_code;
  ListOptions filters = options;
  filters.actor = options.name;
  const auto picks = pick(session, *holdings, filters);
  if (!picks) return kNotFound;
  const auto totals = add_up(picks->documents);
  const Words& words = session.words;
  Table table = new_table(words);
  for (const Totals* one : ranked(totals)) {
    if (one->documents == 0) continue;
    if (picks->actor && !picks->actor->matches(one->first)) continue;
    if (options.kind && to_string(one->first.kind) != *options.kind) continue;
    if (options.store.json) {
      put(json_line(*one));
      continue;
    }
    table.add({name_words(holdings->engine, one->first.id, one->first.name, words), one_line(one->first.id), actor_kind_words(one->first.kind, words), joined(one->codes),
               words.number(one->documents), words.number(one->statements), words.number(one->events)});
  }
  if (options.store.json) return kOk;
  table.empty() ? put_line(words(Message::kNothingMatches)) : table.print(session);
  return kOk;
}

}  // namespace hearsay::cli
