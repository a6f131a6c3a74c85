// Rows are compared as text, column by column. Of full text and of lists, which are ordered by words and terms and not by documents, one pass makes a sum for each
// document over all that it has there: memory for a number a document, whatever their length.
// SPDX-License-Identifier: Apache-2.0
#include "store/inspection.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "store/columns.h"
#include "store/impl.h"
#include "store/schema.h"
#include "text/utf8.h"

namespace hearsay {
namespace {

constexpr int kInMemory = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
constexpr const char* kIndexes[] = {"exact", "plain"};

// Columns that are compared; the first `label` of them tell the rows of one key apart.
struct Compared {
  const char* table;
  const char* key;
  int label;
  const char* columns;
};
constexpr Compared kOfDocument[] = {
    {"documents", "number", 0, "id, path, sha256, outlet, outlet_name, published, published_day, lang, title"},
    {"times", "document", 1, "number, span_start, span_end, type, value, from_day, to_day"},
    {"actors", "document", 1, "number, id, name, kind, code, country, outlet, known, mentions"},
    {"statements", "document", 1, "number, sentence, span_start, span_end, mode, act, speaker, speaker_name, anonymous, voices, parent, unverified, rule"},
    {"events", "document", 1,
     "number, sentence, span_start, span_end, kind, cameo, plover, goldstein, status, source, source_country, target, target_country, place, from_day, to_day, time, statement, lead, joint, unverified, rule"},
};
constexpr Compared kOfReport[] = {{"reports", "key", 0, "day, id, prints, gist"}, {"sketches", "key", 0, "sketch"}, {"briefs", "key", 0, "brief"}};
constexpr Compared kOfTellings[] = {{"tellings", "key", 2, "block, event, day, start, lead, clause, told"}};
constexpr Compared kOfHappening[] = {
    {"happenings", "id", 0, "kind, cameo, plover, status, standing, source, source_country, target, target_country, joint, from_day, to_day, documents, outlets, story"}};
constexpr Compared kOfStory[] = {{"stories", "key", 0, "day, id, title, from_day, to_day, documents, outlets"}, {"story_actors", "story", 1, "actor"}};
constexpr Compared kOfBlock[] = {{"grouped", "block", 1, "happening, made_of"}};

std::span<const Compared> tables_of(Inspection::Kept kept) {
  switch (kept) {
    case Inspection::Kept::kReport: return kOfReport;
    case Inspection::Kept::kTellings: return kOfTellings;
    case Inspection::Kept::kHappening: return kOfHappening;
    case Inspection::Kept::kStory: return kOfStory;
    case Inspection::Kept::kGrouped: return kOfBlock;
  }
  return {};
}

std::string question(const Compared& table) { return std::string("SELECT ") + table.columns + " FROM " + table.table + " WHERE " + table.key + " = ?"; }

// Bytes are shown by how many they are.
struct Cell {
  bool null = false, bytes = false;
  std::string value;                     // empty of null
  std::string shown() const { return null ? "null" : bytes ? std::to_string(value.size()) + " bytes" : value; }
  friend bool operator==(const Cell& a, const Cell& b) { return a.null == b.null && a.value == b.value; }
};
Cell cell(const Query::Rows& row, int column) {
  const bool bytes = row.is_blob(column);
  return {row.is_null(column), bytes, std::string(bytes ? row.blob(column) : row.text(column))};
}
struct RowHeld {
  std::vector<std::string> names;
  std::vector<Cell> cells;
};

// By their labels.
std::map<std::string, RowHeld> rows(Query::Rows&& row, int label) {
  std::map<std::string, RowHeld> out;
  while (row.next()) {
    std::string by;
    for (int i = 0; i < label; ++i) by.append(i > 0 ? " " : "").append(row.text(i));
    RowHeld& held = out[by];
    for (int i = label; i < row.columns(); ++i) {
      held.names.emplace_back(row.name(i));
      held.cells.push_back(cell(row, i));
    }
  }
  return out;
}

// Records have malformed bytes mended, which columns repeat as they came.
bool same(const Cell& found, const Cell& expected) { return found == expected || (!found.null && !found.bytes && !expected.null && !valid_utf8(found.value)); }

void compare_rows(const char* table, const std::map<std::string, RowHeld>& found, const std::map<std::string, RowHeld>& expected, const std::function<void(RowFault)>& fault) {
  using Kind = RowFault::Kind;
  for (const auto& [by, row] : expected) {
    const auto held = found.find(by);
    if (held == found.end()) {
      fault({Kind::kMissing, table, by, "", "", ""});
      continue;
    }
    for (size_t i = 0; i < row.cells.size(); ++i)
      if (!same(held->second.cells[i], row.cells[i])) fault({Kind::kDiffers, table, by, row.names[i], held->second.cells[i].shown(), row.cells[i].shown()});
  }
  for (const auto& [by, _] : found)
    if (!expected.contains(by)) fault({Kind::kLeftOver, table, by, "", "", ""});
}

// Of each document of an index, over all its words at their places.
std::unordered_map<int64_t, uint64_t> sums_of_words(Database& database, const std::string& index) {
  database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp." + index + "_words USING fts5vocab(main, " + index + ", instance)");
  Query words(database, "SELECT doc, term, col, offset FROM temp." + index + "_words");
  std::unordered_map<int64_t, uint64_t> sums;
  for (Query::Rows row = words.ask(); row.next();) sums[row.number(0)] += hash_bytes(row.text(1), hash_bytes(row.text(2), static_cast<uint64_t>(row.number(3))));
  return sums;
}

// What makes up each table, index, view and trigger, by name; without those that SQLite adds by itself.
std::map<std::string, std::string> schema_of(Database& database) {
  std::map<std::string, std::string> out;
  Query all(database, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
                      "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'exact\\_%' ESCAPE '\\' AND name NOT LIKE 'plain\\_%' ESCAPE '\\' OR name = 'plain_readings'");
  for (Query::Rows row = all.ask(); row.next();) out.emplace(row.text(0), row.text(1));
  return out;
}

uint64_t sum_of_listing(uint64_t term, int32_t day) { return hash_bytes("", term ^ (static_cast<uint64_t>(static_cast<uint32_t>(day)) << 17)); }

}  // namespace

// A store in memory, for what should be.
struct Inspection::Expected {
  Expected() : impl(made()), shelves(*impl.database) {}
  //   whole  with the triggers, which what should be there has no need of
  static std::unique_ptr<Database> made(bool whole = false) {
    auto database = std::make_unique<Database>("memory", kInMemory, "file::memory:");
    migrate_store(*database);
    if (whole) return database;
    for (const char* trigger : {"document_added", "document_removed", "document_changed", "actor_added", "actor_removed", "name_added"}) database->run(std::string("DROP TRIGGER ") + trigger);
    return database;
  }
  void clear(std::span<const Compared> tables) {
    for (const Compared& table : tables) impl.database->run(std::string("DELETE FROM ") + table.table);
  }
  // Prepared once: they are asked for each document.
  Query& ask(const Compared& table) {
    auto& query = asked[table.table];
    if (!query) query = std::make_unique<Query>(*impl.database, question(table));
    return *query;
  }
  Store::Impl impl;
  Shelves shelves;
  std::map<std::string, std::unique_ptr<Query>> asked;
};

struct Inspection::Queries {
  explicit Queries(Database& database) : database(database) {}
  Query& ask(const Compared& table) {
    auto& query = asked[table.table];
    if (!query) query = std::make_unique<Query>(database, question(table));
    return *query;
  }
  Database& database;
  std::map<std::string, std::unique_ptr<Query>> asked;
  Query document{database, "SELECT 1 FROM documents WHERE id = ?"};
  Query record{database, "SELECT record FROM documents WHERE number = ?"};
  Query changed{database, "SELECT 1 FROM changed WHERE id = ?"};
  Query corrected{database, "SELECT document FROM corrected WHERE correction = ? ORDER BY document"};
  Query statement{database, "SELECT 1 FROM statements WHERE number = ?2 AND document IN (SELECT number FROM documents WHERE id = ?1)"};
  Query telling{database, "SELECT 1 FROM tellings WHERE key = ?1 AND event = ?2"};
  Query happening{database, "SELECT record FROM happenings WHERE id = ?"};
  Query story{database, "SELECT record FROM stories WHERE id = ?"};
};

Inspection::Inspection(Shelves& shelves) : shelves_(shelves), database_(shelves.database_), q_(std::make_unique<Queries>(database_)) {}
Inspection::~Inspection() = default;

std::vector<std::string> Inspection::damage(bool quick) {
  std::vector<std::string> lines;
  try {
    Query check(database_, quick ? "PRAGMA quick_check" : "PRAGMA integrity_check");
    for (Query::Rows row = check.ask(); row.next();) {
      std::string line(row.text(0));
      std::replace(line.begin(), line.end(), '\n', ' ');
      if (line != "ok") lines.push_back(std::move(line));
    }
  } catch (const Failure& failure) {
    if ((failure.code & 0xFF) != SQLITE_CORRUPT) throw;
    lines.push_back(failure.error.message);
  }
  return lines;
}

std::vector<std::string> Inspection::schema_faults(const std::string& path) {
  std::vector<std::string> names;
  try {
    Database database(path, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY);
    const std::map<std::string, std::string> held = schema_of(database);
    for (const auto& [name, sql] : schema_of(*Expected::made(true)))
      if (const auto found = held.find(name); found == held.end() || found->second != sql) names.push_back(name);
  } catch (const Failure&) {             // where it cannot be opened by itself, whoever opens it as a store says why
  }
  return names;
}

Status Inspection::complete_schema(const std::string& path) {
  try {
    Database database(path, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE);
    Transaction transaction(database);
    const std::map<std::string, std::string> held = schema_of(database);
    std::vector<std::string> behind;     // tables come first
    for (const auto& [name, sql] : schema_of(*Expected::made(true))) {
      const auto found = held.find(name);
      const std::string type = sql.substr(7, sql.find(' ', 7) - 7);      // behind CREATE
      const bool table = type == "TABLE" || type == "VIRTUAL";
      if (found != held.end() && (table || found->second == sql)) continue;
      if (found != held.end()) database.run("DROP " + type + " " + name);
      table ? database.run(sql) : behind.push_back(sql);
    }
    for (const std::string& sql : behind) database.run(sql);
    transaction.commit();
    return Nothing{};
  } catch (const Failure& failure) {
    return failure.error;
  }
}

bool Inspection::is_damaged(const std::string& path) {
  try {
    Database(path, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY).number("SELECT count(*) FROM sqlite_schema");
    return false;
  } catch (const Failure& failure) {
    return (failure.code & 0xFF) == SQLITE_CORRUPT;
  }
}

// ---- documents

void Inspection::each_document(const std::function<void(const RawDocument&)>& work) {
  Query all(database_, "SELECT number, id, coalesce(path, ''), record, coalesce(digest, ''), coalesce(text_digest, '') FROM documents ORDER BY number");
  for (Query::Rows row = all.ask(); row.next();) work({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
}

std::string Inspection::record_of(int64_t document) {
  Query::Rows row = q_->record.ask(document);
  return row.next() ? std::string(row.text(0)) : std::string();
}

Inspection::Totals Inspection::totals() {
  const auto count = [this](const char* what) { return database_.number(std::string("SELECT count(*) FROM ") + what); };
  return {count("documents"), count("happenings"), count("stories"), count("documents WHERE digest IS NULL"), count("set_aside")};
}

Inspection::MadeBy Inspection::made_by() {
  return {database_.text("SELECT coalesce(program, '') FROM chronicle"), database_.text("SELECT coalesce(packs, '') FROM chronicle"), shelves_.count_changed()};
}

bool Inspection::is_changed(const std::string& document) { return q_->changed.ask(document).next(); }
bool Inspection::has_document(const std::string& id) { return q_->document.ask(id).next(); }
bool Inspection::has_statement(const std::string& document, int statement) { return q_->statement.ask(document, statement + 1).next(); }
bool Inspection::has_telling(const std::string& document, int event) { return q_->telling.ask(key_of(document), event).next(); }

void Inspection::each_correction(const std::function<void(const RawCorrection&)>& work) {
  Query all(database_, "SELECT number, record FROM corrections ORDER BY number");
  for (Query::Rows row = all.ask(); row.next();) work({row.number(0), row.text(1)});
}

std::vector<std::string> Inspection::corrected_by(int64_t correction) {
  std::vector<std::string> ids;
  for (Query::Rows row = q_->corrected.ask(correction); row.next();) ids.emplace_back(row.text(0));
  return ids;
}

void Inspection::each_record(Records of, const std::function<void(const std::string&, std::string_view)>& work) {
  Query all(database_, of == Records::kHappenings ? "SELECT id, record FROM happenings ORDER BY number" : "SELECT id, record FROM stories ORDER BY day, key");
  for (Query::Rows row = all.ask(); row.next();) work(std::string(row.text(0)), row.text(1));
}

std::string Inspection::record(Records of, const std::string& id) {
  Query::Rows row = (of == Records::kHappenings ? q_->happening : q_->story).ask(id);
  return row.next() ? std::string(row.text(0)) : std::string();
}

// ---- rows that repeat documents

std::vector<std::pair<std::string, std::string>> Inspection::sum_words() {
  std::vector<std::pair<std::string, std::string>> unreadable;
  for (size_t i = 0; i < 2; ++i) {
    try {
      words_[i] = sums_of_words(database_, kIndexes[i]);
      words_read_[i] = true;
    } catch (const Failure& failure) {
      unreadable.emplace_back(kIndexes[i], failure.error.message);
    }
  }
  return unreadable;
}

std::vector<std::pair<int64_t, RowFault>> Inspection::compare_documents(std::span<const Held> documents) {
  std::vector<std::pair<int64_t, RowFault>> faults;
  Expected should;
  std::vector<Store::Impl::Unindexed> unindexed;
  std::map<int64_t, int64_t> number_there;
  Transaction transaction(*should.impl.database);
  for (const Held& held : documents) {
    try {
      number_there[held.number] = should.impl.insert(held.analysis, {}, {}, unindexed);
    } catch (const Failure&) {           // of two records with one path one is not at its own
      faults.push_back({held.number, {RowFault::Kind::kDiffers, "documents", "", "path", "that of another", held.analysis.document.path}});
    }
  }
  should.impl.index(unindexed);
  transaction.commit();
  std::unordered_map<int64_t, uint64_t> sums[2];
  for (size_t i = 0; i < 2; ++i) sums[i] = sums_of_words(*should.impl.database, kIndexes[i]);
  for (const auto& [number, there] : number_there) {
    const auto fault = [&, at = number](RowFault one) { faults.emplace_back(at, std::move(one)); };
    for (const Compared& table : kOfDocument) compare_rows(table.table, rows(q_->ask(table).ask(number), table.label), rows(should.ask(table).ask(there), table.label), fault);
    for (size_t i = 0; i < 2; ++i) {
      if (!words_read_[i]) continue;
      const auto found = words_[i].extract(number);
      const uint64_t held = found ? found.mapped() : 0, expected = sums[i][there];
      if (held == expected) continue;
      fault({held == 0 ? RowFault::Kind::kMissing : RowFault::Kind::kDiffers, kIndexes[i], "", "", "", ""});
    }
  }
  return faults;
}

std::vector<std::pair<int64_t, RowFault>> Inspection::words_left_over() {
  std::vector<std::pair<int64_t, RowFault>> faults;
  for (size_t i = 0; i < 2; ++i) {
    std::map<int64_t, RowFault> sorted;
    for (const auto& [number, _] : words_[i]) sorted[number] = {RowFault::Kind::kLeftOver, kIndexes[i], "", "", "", ""};
    faults.insert(faults.end(), sorted.begin(), sorted.end());
  }
  return faults;
}

std::vector<RowFault> Inspection::compare_roll() {
  using Kind = RowFault::Kind;
  std::vector<RowFault> faults;
  const auto add = [&](Kind kind, const char* table, const std::string& sql) {
    Query query(database_, sql);
    for (Query::Rows row = query.ask(); row.next();)
      faults.push_back({kind, table, std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))});
  };
  const std::string columns = "id, name, kind, coalesce(code, '') AS code, coalesce(country, '') AS country, outlet, known";
  const std::string counted = "(SELECT " + columns + ", count(*) AS entries FROM actors GROUP BY 1, 2, 3, 4, 5, 6, 7)";
  const std::string both = "FROM " + counted + " AS a %s JOIN roll AS b ON a.id = b.id AND "
                           " a.name = b.name AND a.kind = b.kind AND a.code = b.code AND a.country = b.country AND a.outlet = b.outlet AND a.known = b.known";
  const auto joined = [&](const std::string& how, std::string sql) { return sql.replace(sql.find("%s"), 2, how); };
  add(Kind::kMissing, "roll", "SELECT a.id, '', '', '' " + joined("LEFT", both) + " WHERE b.id IS NULL");
  add(Kind::kDiffers, "roll", "SELECT a.id, 'entries', b.entries, a.entries " + joined("", both) + " WHERE a.entries != b.entries");
  add(Kind::kLeftOver, "roll", "SELECT b.id, '', '', '' FROM roll AS b WHERE NOT EXISTS(SELECT 1 FROM actors AS a WHERE a.id = b.id AND a.name = b.name AND a.kind = b.kind AND "
                               "coalesce(a.code, '') = b.code AND coalesce(a.country, '') = b.country AND a.outlet = b.outlet AND a.known = b.known)");
  add(Kind::kMissing, "names", "SELECT DISTINCT name, '', '', '' FROM roll WHERE name NOT IN (SELECT name FROM names)");
  add(Kind::kDiffers, "names", "SELECT name, 'folded', folded, fold_name(name) FROM names WHERE folded IS NOT fold_name(name)");
  return faults;
}

// ---- rows that repeat what is worked out

Shelves& Inspection::expected() {
  if (!expected_) expected_ = std::make_unique<Expected>();
  return expected_->shelves;
}

namespace {

template <class Key, class Is, class Should>
std::vector<RowFault> compared(std::span<const Compared> tables, Is& is, Should& should, const Key& key) {
  std::vector<RowFault> faults;
  for (const Compared& table : tables)
    compare_rows(table.table, rows(is.ask(table).ask(key), table.label), rows(should.ask(table).ask(key), table.label), [&](RowFault one) { faults.push_back(std::move(one)); });
  should.clear(tables);
  return faults;
}

}  // namespace

std::vector<RowFault> Inspection::compare(Kept kept, int64_t key) { return expected(), compared(tables_of(kept), *q_, *expected_, key); }
std::vector<RowFault> Inspection::compare(Kept kept, const std::string& id) { return expected(), compared(tables_of(kept), *q_, *expected_, id); }

bool Inspection::is_listed(Rank report, const std::vector<uint64_t>& terms) {
  if (!listed_read_) {
    Query all(database_, "SELECT term, day, key FROM listed");
    for (Query::Rows row = all.ask(); row.next();) listed_[row.number(2)] += sum_of_listing(static_cast<uint64_t>(row.number(0)), static_cast<int32_t>(row.number(1)));
  }
  listed_read_ = true;
  uint64_t sum = 0;
  for (uint64_t term : std::set<uint64_t>(terms.begin(), terms.end())) sum += sum_of_listing(term, report.day);
  const auto found = listed_.extract(report.key);
  return (found ? found.mapped() : 0) == sum;
}

std::vector<int64_t> Inspection::listed_left_over() {
  std::vector<int64_t> keys;
  for (const auto& [key, _] : listed_) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

namespace {

std::vector<Rank> ranks(Database& database, const char* sql) {
  std::vector<Rank> out;
  Query query(database, sql);
  for (Query::Rows row = query.ask(); row.next();) out.push_back({static_cast<int32_t>(row.number(1)), row.number(0)});
  return out;
}

}  // namespace

std::vector<Rank> Inspection::reports() { return ranks(database_, "SELECT key, day FROM reports ORDER BY day, key"); }
std::vector<Rank> Inspection::stories() { return ranks(database_, "SELECT key, day FROM stories ORDER BY day, key"); }

std::vector<int64_t> Inspection::blocks() {
  std::vector<int64_t> out;
  Query query(database_, "SELECT block FROM tellings UNION SELECT block FROM grouped");
  for (Query::Rows row = query.ask(); row.next();) out.push_back(row.number(0));
  return out;
}

namespace {

// (id, place, found, expected)
struct LinkQuestion {
  LinkFault::Of of;
  LinkFault::Kind kind;
  const char* table;
  const char* sql;
};
using Of = LinkFault::Of;
using Kind = LinkFault::Kind;

// Rows of what is not there.
constexpr LinkQuestion kOfDocuments[] = {
    {Of::kId, Kind::kLeftOver, "times", "SELECT 'document number ' || document, '', '', '' FROM times WHERE document NOT IN (SELECT number FROM documents) GROUP BY document"},
    {Of::kId, Kind::kLeftOver, "actors", "SELECT 'document number ' || document, '', '', '' FROM actors WHERE document NOT IN (SELECT number FROM documents) GROUP BY document"},
    {Of::kId, Kind::kLeftOver, "statements", "SELECT 'document number ' || document, '', '', '' FROM statements WHERE document NOT IN (SELECT number FROM documents) GROUP BY document"},
    {Of::kId, Kind::kLeftOver, "events", "SELECT 'document number ' || document, '', '', '' FROM events WHERE document NOT IN (SELECT number FROM documents) GROUP BY document"},
    {Of::kFeed, Kind::kLeftOver, "feed_lists", "SELECT feed, list, '', '' FROM feed_lists WHERE feed NOT IN (SELECT number FROM feeds)"},
    {Of::kFeed, Kind::kLeftOver, "seen", "SELECT feed, '', '', '' FROM seen WHERE feed NOT IN (SELECT number FROM feeds) GROUP BY feed"},
    {Of::kDocument, Kind::kLeftOver, "corrected", "SELECT document, 'c' || correction, '', '' FROM corrected WHERE correction NOT IN (SELECT number FROM corrections)"},
};
constexpr LinkQuestion kOfReports[] = {
    {Of::kDocument, Kind::kLeftOver, "reports", "SELECT id, '', '', '' FROM reports WHERE id NOT IN (SELECT id FROM documents) AND id NOT IN (SELECT id FROM changed)"},
    {Of::kDocument, Kind::kMissing, "reports", "SELECT DISTINCT id, '', '', '' FROM documents WHERE id NOT IN (SELECT id FROM reports) AND id NOT IN (SELECT id FROM changed)"},
    {Of::kDocument, Kind::kMissing, "sketches", "SELECT id, '', '', '' FROM reports WHERE key NOT IN (SELECT key FROM sketches)"},
    {Of::kDocument, Kind::kMissing, "briefs", "SELECT id, '', '', '' FROM reports WHERE key NOT IN (SELECT key FROM briefs)"},
    {Of::kId, Kind::kLeftOver, "sketches", "SELECT printf('report %d', key), '', '', '' FROM sketches WHERE key NOT IN (SELECT key FROM reports)"},
    {Of::kId, Kind::kLeftOver, "briefs", "SELECT printf('report %d', key), '', '', '' FROM briefs WHERE key NOT IN (SELECT key FROM reports)"},
    {Of::kId, Kind::kLeftOver, "tellings", "SELECT printf('report %d', key), '', '', '' FROM tellings WHERE key NOT IN (SELECT key FROM reports) GROUP BY key"},
};
constexpr LinkQuestion kOfChronicle[] = {
    {Of::kDocument, Kind::kLeadsNowhere, "reports", "SELECT id, 'family', family, '' FROM reports WHERE family NOT IN (SELECT key FROM reports)"},
    {Of::kDocument, Kind::kLeadsNowhere, "pairs", "SELECT coalesce(b_report.id, pairs.b), '', coalesce(a_report.id, pairs.a), '' FROM pairs LEFT JOIN reports AS a_report ON a_report.key = a "
                                                  "LEFT JOIN reports AS b_report ON b_report.key = b "
                                                  "WHERE a_report.id IS NULL OR b_report.id IS NULL"},
    {Of::kHappening, Kind::kMissing, "happenings", "SELECT DISTINCT happening, '', '', '' FROM tellings WHERE happening IS NOT NULL AND happening NOT IN (SELECT id FROM happenings)"},
    {Of::kHappening, Kind::kLeftOver, "happenings", "SELECT id, '', '', '' FROM happenings WHERE id NOT IN (SELECT happening FROM tellings WHERE happening IS NOT NULL)"},
    {Of::kDocument, Kind::kLeadsNowhere, "tellings", "SELECT reports.id, 'e' || (event + 1), 'null', '' FROM tellings JOIN reports USING(key) WHERE happening IS NULL"},
    {Of::kHappening, Kind::kLeftOver, "grouped", "SELECT happening, '', '', '' FROM grouped WHERE happening NOT IN (SELECT id FROM happenings) AND "
                                                      " happening NOT IN (SELECT happening FROM tellings WHERE happening IS NOT NULL)"},
    {Of::kDocument, Kind::kLeadsNowhere, "reports", "SELECT id, 'story', coalesce(story, 'null'), '' FROM reports WHERE story IS NULL OR story NOT IN (SELECT key FROM stories)"},
    {Of::kStory, Kind::kLeftOver, "stories", "SELECT id, '', '', '' FROM stories WHERE key NOT IN (SELECT story FROM reports WHERE story IS NOT NULL)"},
    {Of::kHappening, Kind::kLeadsNowhere, "happenings", "SELECT id, 'story', story, '' FROM happenings WHERE story IS NOT NULL AND story NOT IN (SELECT key FROM stories)"},
    {Of::kActor, Kind::kLeadsNowhere, "story_actors", "SELECT actor, 'story', story, '' FROM story_actors WHERE story NOT IN (SELECT key FROM stories)"},
    {Of::kId, Kind::kLeadsNowhere, "successors", "SELECT id, '', now, '' FROM successors WHERE now NOT IN (SELECT id FROM happenings) AND now NOT IN (SELECT id FROM stories)"},
    {Of::kId, Kind::kLeftOver, "successors", "SELECT id, '', '', '' FROM successors WHERE id IN (SELECT id FROM happenings) OR id IN (SELECT id FROM stories)"},
};
constexpr LinkQuestion kCounts[] = {
    {Of::kHappening, Kind::kDiffers, "happenings", "SELECT id, 'documents', documents, told FROM "
                                                          "(SELECT id, documents, (SELECT count(DISTINCT key) FROM tellings WHERE happening = happenings.id) AS told FROM happenings) WHERE documents != told"},
    {Of::kStory, Kind::kDiffers, "stories", "SELECT id, 'documents', documents, held FROM "
                                                 "(SELECT id, documents, (SELECT count(*) FROM reports WHERE story = stories.key) AS held FROM stories) WHERE documents != held"},
};
// Full text keeps how long each document is there.
constexpr LinkQuestion kWords[] = {
    {Of::kDocument, Kind::kMissing, "exact", "SELECT id, '', '', '' FROM documents WHERE number NOT IN (SELECT id FROM exact_docsize)"},
    {Of::kDocument, Kind::kMissing, "plain", "SELECT id, '', '', '' FROM documents WHERE number NOT IN (SELECT id FROM plain_docsize)"},
    {Of::kId, Kind::kLeftOver, "exact", "SELECT 'document number ' || id, '', '', '' FROM exact_docsize WHERE id NOT IN (SELECT number FROM documents)"},
    {Of::kId, Kind::kLeftOver, "plain", "SELECT 'document number ' || id, '', '', '' FROM plain_docsize WHERE id NOT IN (SELECT number FROM documents)"},
};

}  // namespace

std::vector<LinkFault> Inspection::links(Links of) {
  std::vector<LinkFault> faults;
  const auto ask = [&](std::span<const LinkQuestion> questions) {
    for (const LinkQuestion& one : questions) {
      Query query(database_, one.sql);
      for (Query::Rows row = query.ask(); row.next();)
        faults.push_back({one.of, one.kind, std::string(row.text(0)), one.table, std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))});
    }
  };
  if (of == Links::kDocuments) ask(kOfDocuments), ask(kWords);
  if (of == Links::kReports) ask(kOfReports);
  if (of != Links::kChronicle) return faults;
  ask(kOfChronicle);
  if (faults.empty()) ask(kCounts);      // they follow from what is missing
  if (const int64_t rows = database_.number("SELECT count(*) FROM chronicle"); rows != 1) faults.push_back({Of::kId, Kind::kDiffers, "chronicle", "chronicle", "rows", std::to_string(rows), "1"});
  return faults;
}

// ---- mending

void Inspection::reindex() { database_.run("REINDEX"); }

void Inspection::drop_lone_rows() {
  for (const char* table : {"times", "actors", "statements", "events"}) database_.run(std::string("DELETE FROM ") + table + " WHERE document NOT IN (SELECT number FROM documents)");
  for (const char* table : {"feed_lists", "seen"}) database_.run(std::string("DELETE FROM ") + table + " WHERE feed NOT IN (SELECT number FROM feeds)");
}

void Inspection::rewrite_rows(int64_t document, const Analysis& analysis) {
  Store::Impl& impl = *shelves_.impl_;
  for (const char* table : {"times", "actors", "statements", "events"}) Query(database_, std::string("DELETE FROM ") + table + " WHERE document = ?").run(document);
  impl.insert_rows(document, analysis);
  const Document& its = analysis.document;
  Query(database_, "UPDATE documents SET id = ?2, path = ?3, sha256 = ?4, outlet = ?5, outlet_name = ?6, published = ?7, published_day = ?8, lang = ?9, title = ?10 WHERE number = ?1")
      .run(document, its.id, path_key(its.path), its.sha256, its.outlet_id, its.outlet_name, its.published, Columns::known(its.published_day), its.lang, its.title);
}

void Inspection::replace(int64_t document, const Analysis& analysis) {
  Store::Impl& impl = *shelves_.impl_;
  impl.remove_document(document);
  std::vector<Store::Impl::Unindexed> unindexed;
  impl.insert(analysis, analysis_record(analysis), {}, unindexed);
  impl.index(unindexed);
}

std::string Inspection::set_aside(int64_t document, const std::string& why) {
  std::string id = shelves_.id_of(document);
  Query(database_, "INSERT INTO set_aside(id, path, why, record) SELECT id, path, ?2, CAST(record AS BLOB) FROM documents WHERE number = ?1").run(document, why);
  shelves_.impl_->drop_document.run(document);
  return id;
}

void Inspection::set_correction_aside(int64_t number, const std::string& why) {
  Query(database_, "INSERT INTO set_aside(id, path, why, record) SELECT 'c' || number, NULL, ?2, CAST(record AS BLOB) FROM corrections WHERE number = ?1").run(number, why);
  Query(database_, "DELETE FROM corrected WHERE correction = ?").run(number);
  Query(database_, "DELETE FROM corrections WHERE number = ?").run(number);
}

// Not by FTS5's own 'rebuild', which would read the unchanged words for both (schema.cpp).
void Inspection::rewrite_words() {
  database_.run("INSERT INTO exact(exact) VALUES('delete-all')");
  database_.run("INSERT INTO plain(plain) VALUES('delete-all')");
  database_.run("INSERT INTO exact(rowid, title, text) SELECT number, title, text FROM readings");
  database_.run("INSERT INTO plain(rowid, title, text) SELECT number, title, text FROM plain_readings");
}

void Inspection::rewrite_roll() {
  database_.run("DELETE FROM names; DELETE FROM roll;"
                "INSERT INTO roll SELECT id, name, kind, coalesce(code, ''), coalesce(country, ''), outlet, known, count(*) FROM actors GROUP BY 1, 2, 3, 4, 5, 6, 7");
}

void Inspection::rewrite_corrected() {
  std::vector<std::pair<int64_t, Correction>> all;
  each_correction([&](const RawCorrection& raw) {
    if (auto correction = read_correction_record(raw.record)) all.emplace_back(raw.number, std::move(*correction));
  });
  database_.run("DELETE FROM corrected");
  Query add(database_, "INSERT OR IGNORE INTO corrected VALUES(?, ?)");
  for (const auto& [number, correction] : all)
    for (const CorrectedPlace& place : correction.places) add.run(place.document, number);
}

void Inspection::drop_links() {
  database_.run("DELETE FROM successors WHERE now NOT IN (SELECT id FROM happenings) AND now NOT IN (SELECT id FROM stories);"
                "DELETE FROM successors WHERE id IN (SELECT id FROM happenings) OR id IN (SELECT id FROM stories)");
}

void Inspection::empty_chronicle() {
  shelves_.clear();
  database_.run("DELETE FROM former; DELETE FROM chronicle; INSERT INTO chronicle VALUES(NULL, NULL)");
}

}  // namespace hearsay
