// What lists ask of the store. Only what is asked for stands in a question, so that an index answers it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "record/json_line.h"
#include "record/names.h"
#include "store/impl.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

// For json_each.
std::string json_list(const std::vector<std::string>& values) {
  JsonLine line;
  line.begin_list();
  for (const std::string& value : values) line.text(value);
  line.end_list();
  return line.finish();
}
std::string json_list(const std::vector<int64_t>& values) {
  std::string out = "[";
  for (int64_t value : values) out += (out.size() == 1 ? "" : ",") + std::to_string(value);
  return out + "]";
}

std::string iso_or_none(const std::optional<Day>& day) { return day ? iso(*day) : std::string(); }

std::string among(std::string_view column, std::string_view parameter) { return std::string(column) + " IN (SELECT value FROM json_each(" + std::string(parameter) + "))"; }
std::string begins(std::string_view column) { return std::string(column) + " >= ?1 AND " + std::string(column) + " < ?1 || '~'"; }

// A party of a happening: ?2 actors, ?3 countries.
std::string is_party() {
  return "(" + among("source", "?2") + " OR " + among("target", "?2") + " OR " + among("source_country", "?3") + " OR " + among("target_country", "?3") + ")";
}

// ?1 the beginning of an id, ?4 and ?5 days, ?6 ids, ?7 the key of a document.
std::string happenings_sql(const HappeningQuery& asked) {
  std::string sql = "WITH given AS (SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7) SELECT record, id FROM happenings WHERE 1";
  if (!asked.id.empty()) sql += " AND ((" + begins("id") + ") OR (" + begins("joint") + "))";
  if (!asked.ids.empty()) sql += " AND " + among("id", "?6");
  if (!asked.actors.empty() || !asked.countries.empty()) sql += " AND " + is_party();
  if (!asked.document.empty()) sql += " AND id IN (SELECT happening FROM tellings WHERE key = ?7)";
  if (asked.from) sql += " AND coalesce(to_day, from_day) >= ?4";
  if (asked.to) sql += " AND coalesce(from_day, to_day) <= ?5";
  return sql + " ORDER BY from_day IS NULL, from_day, id";
}

// As above, but for ?6 the keys of documents, ?7 the least number of reports.
std::string stories_sql(const StoryQuery& asked) {
  std::string sql = "WITH given AS (SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7) SELECT record, id FROM stories WHERE documents >= ?7";
  if (!asked.id.empty()) sql += " AND " + begins("id");
  if (!asked.actors.empty() || !asked.countries.empty())
    sql += " AND key IN (SELECT story FROM story_actors WHERE " + among("actor", "?2") + " UNION SELECT story FROM happenings WHERE story IS NOT NULL AND " + is_party() + ")";
  if (!asked.documents.empty()) sql += " AND key IN (SELECT story FROM reports WHERE " + among("key", "?6") + ")";
  if (asked.from) sql += " AND to_day >= ?4";
  if (asked.to) sql += " AND from_day <= ?5";
  return sql + " ORDER BY day, key";
}

// ?1 ids, ?2 and ?3 actors and countries, ?4 and ?5 days, ?6 an outlet, ?7 a language, ?8 speakers.
std::string documents_sql(const DocumentQuery& asked) {
  std::string sql = "WITH given AS (SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) SELECT number FROM documents WHERE 1";
  if (!asked.ids.empty()) sql += " AND " + among("id", "?1");
  std::string who;
  const auto or_in = [&](bool given, const std::string& selection) {
    if (given) who += (who.empty() ? "SELECT document FROM " : " UNION SELECT document FROM ") + selection;
  };
  or_in(!asked.actors.empty(), "actors WHERE " + among("id", "?2"));
  or_in(!asked.speakers.empty(), "statements WHERE " + among("speaker", "?8"));
  or_in(!asked.countries.empty(), "actors WHERE " + among("country", "?3"));
  if (!who.empty()) sql += " AND number IN (" + who + ")";
  const std::string or_undated = asked.or_undated ? " OR published_day IS NULL)" : ")";
  if (asked.from) sql += " AND (published_day >= ?4" + or_undated;
  if (asked.to) sql += " AND (published_day <= ?5" + or_undated;
  if (!asked.outlet.empty()) sql += " AND (outlet = ?6 OR fold_name(outlet_name) = fold_name(?6))";
  if (!asked.lang.empty()) sql += " AND lang = ?7";
  return sql + " ORDER BY published, path, id";
}

// (id, name, kind, code, country, outlet, known) of a row.
Actor actor_in(const Database& database, const Query::Rows& row) {
  Actor actor;
  actor.id = row.text(0);
  actor.name = row.text(1);
  const auto kind = parse_name<ActorKind>(row.text(2));
  if (!kind) database.fail("actor " + actor.id + ": no such kind: " + std::string(row.text(2)));
  actor.kind = *kind;
  actor.code = row.text(3);
  actor.country = row.text(4);
  actor.outlet = row.number(5) != 0;
  actor.known = row.number(6) != 0;
  return actor;
}

std::vector<Actor> actors_in(const Database& database, Query::Rows&& row) {
  std::vector<Actor> out;
  while (row.next()) out.push_back(actor_in(database, row));
  return out;
}

constexpr const char* kActorColumns = "SELECT id, name, kind, code, country, outlet, known FROM roll WHERE ";

}  // namespace

std::vector<int64_t> Store::Impl::list_documents(const DocumentQuery& asked) {
  std::vector<int64_t> numbers;
  Query query(*database, documents_sql(asked));
  for (Query::Rows row = query.ask(json_list(asked.ids), json_list(asked.actors), json_list(asked.countries), iso_or_none(asked.from), iso_or_none(asked.to), asked.outlet, asked.lang, json_list(asked.speakers)); row.next();)
    numbers.push_back(row.number(0));
  return numbers;
}

std::vector<Actor> Store::Impl::find_actors(const std::string& name, const std::vector<std::string>& ids, bool begun) {
  const std::string folded = fold_name(name), order = " ORDER BY id, name, code";
  Query named(*database, kActorColumns + std::string("id = ?1 OR (code = ?1 AND code != '') OR name IN (SELECT name FROM names WHERE folded = ?2) OR ") + among("id", "?3") + order);
  std::vector<Actor> found = actors_in(*database, named.ask(name, folded, json_list(ids)));
  if (!found.empty() || !ids.empty() || folded.empty()) return found;
  Query holding(*database, kActorColumns + std::string("name IN (SELECT name FROM names WHERE instr(' ' || folded || ' ', ' ' || ?1) > 0)") + order);
  found = actors_in(*database, holding.ask(folded + ' '));
  return found.empty() && begun ? actors_in(*database, holding.ask(folded)) : found;
}

std::vector<ActorTotals> Store::Impl::actor_totals(const std::vector<std::string>& documents) {
  const Transaction snapshot(*database, Transaction::To::kRead);
  const std::string some = documents.empty() ? " AND ?1 != ''" : " AND document IN (SELECT number FROM documents WHERE " + among("id", "?1") + ")";
  const std::string given = json_list(documents);
  std::map<std::string, ActorTotals, std::less<>> totals;
  // What most documents have comes first; the codes of all are kept.
  const std::string columns = "id, name, kind, coalesce(code, ''), coalesce(country, ''), outlet, known", order = " ORDER BY id, entries DESC, name, 4";
  Query entries(*database, documents.empty() ? "SELECT " + columns + " FROM roll WHERE ?1 != ''" + order
                                             : "SELECT " + columns + ", count(*) AS entries FROM actors WHERE 1" + some + " GROUP BY 1, 2, 3, 4, 5, 6, 7" + order);
  for (Query::Rows row = entries.ask(given); row.next();) {
    Actor actor = actor_in(*database, row);
    ActorTotals& its = totals[actor.id];
    if (!actor.code.empty()) its.codes.push_back(actor.code);
    if (its.actor.id.empty()) its.actor = std::move(actor);
  }
  const auto add = [&](const std::string& sql, auto count) {
    Query query(*database, sql);
    for (Query::Rows row = query.ask(given); row.next();)
      if (const auto at = totals.find(row.text(0)); at != totals.end()) count(at->second, row);
  };
  add("SELECT id, sum(mentions > 0), sum(mentions) FROM actors WHERE 1" + some + " GROUP BY id", [](ActorTotals& its, const Query::Rows& row) {
    its.documents = row.number(1);       // an outlet need not be named in what it publishes
    its.mentions = row.number(2);
  });
  add("SELECT speaker, count(*) FROM statements WHERE speaker IS NOT NULL" + some + " GROUP BY speaker", [](ActorTotals& its, const Query::Rows& row) { its.statements = row.number(1); });
  const auto party = [](ActorTotals& its, const Query::Rows& row) { its.events += row.number(1); };
  add("SELECT source, count(*) FROM events WHERE source IS NOT NULL" + some + " GROUP BY source", party);
  add("SELECT target, count(*) FROM events WHERE target IS NOT NULL AND target IS NOT source" + some + " GROUP BY target", party);
  std::vector<ActorTotals> out;
  for (auto& [_, its] : totals) {
    std::sort(its.codes.begin(), its.codes.end());
    its.codes.erase(std::unique(its.codes.begin(), its.codes.end()), its.codes.end());
    out.push_back(std::move(its));
  }
  return out;
}

std::optional<std::vector<Happening>> Store::Impl::load_chronicle(const HappeningQuery& asked) {
  // One state for both questions: another program may be writing.
  const Transaction snapshot(*database, Transaction::To::kRead);
  if (!chronicle_is_current()) return std::nullopt;
  std::vector<Happening> happenings;
  Query query(*database, happenings_sql(asked));
  for (Query::Rows row = query.ask(asked.id, json_list(asked.actors), json_list(asked.countries), iso_or_none(asked.from), iso_or_none(asked.to), json_list(asked.ids), key_of(asked.document)); row.next();) {
    Result<Happening> happening = read_happening_record(row.text(0));
    if (!happening) database->fail("happening " + std::string(row.text(1)) + ": " + happening.error().message);
    happenings.push_back(std::move(*happening));
  }
  return happenings;
}

std::optional<std::vector<Story>> Store::Impl::load_stories(const StoryQuery& asked) {
  const Transaction snapshot(*database, Transaction::To::kRead);
  if (!chronicle_is_current()) return std::nullopt;
  std::vector<int64_t> keys;
  for (const std::string& id : asked.documents) keys.push_back(key_of(id));
  std::vector<Story> stories;
  Query query(*database, stories_sql(asked));
  for (Query::Rows row = query.ask(asked.id, json_list(asked.actors), json_list(asked.countries), iso_or_none(asked.from), iso_or_none(asked.to), json_list(keys), asked.least); row.next();) {
    Result<Story> story = read_story_record(row.text(0));
    if (!story) database->fail("story " + std::string(row.text(1)) + ": " + story.error().message);
    stories.push_back(std::move(*story));
  }
  return stories;
}

std::string Store::Impl::story_of(const std::string& document_id) {
  Query query(*database, "SELECT stories.id FROM reports JOIN stories ON stories.key = reports.story WHERE reports.key = ?");
  Query::Rows row = query.ask(key_of(document_id));
  return row.next() ? std::string(row.text(0)) : std::string();
}

std::vector<std::string> Store::Impl::sharing_documents() {
  std::vector<std::string> ids;
  Query query(*database, "SELECT id FROM reports WHERE key IN (SELECT a FROM pairs UNION SELECT b FROM pairs) ORDER BY day, key");
  for (Query::Rows row = query.ask(); row.next();) ids.emplace_back(row.text(0));
  return ids;
}

size_t Store::Impl::distinct_length(Sort sort, const std::vector<std::string>& ids) {
  static constexpr const char* kTables[] = {"documents", "happenings", "stories"};
  const std::string table = kTables[static_cast<size_t>(sort)];
  Query neighbours(*database, "SELECT coalesce((SELECT max(id) FROM " + table + " WHERE id < ?1), ''), coalesce((SELECT min(id) FROM " + table + " WHERE id > ?1), '')");
  size_t length = 0;
  for (const std::string& id : ids) {
    Query::Rows row = neighbours.ask(id);
    if (!row.next()) continue;
    for (int column : {0, 1}) {
      const std::string_view other = row.text(column);
      const auto differ = std::mismatch(id.begin(), id.end(), other.begin(), other.end());
      length = std::max(length, std::min(id.size(), static_cast<size_t>(differ.first - id.begin()) + 1));
    }
  }
  return length;
}

}  // namespace hearsay
