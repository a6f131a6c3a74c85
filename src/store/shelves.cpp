// SPDX-License-Identifier: Apache-2.0
#include "store/shelves.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/revision.h"
#include "store/columns.h"
#include "store/impl.h"

namespace hearsay {
namespace {

constexpr uint64_t kSign = uint64_t{1} << 63;   // turned over, so that numbers with and without sign have one order

Rank rank_at(const Query::Rows& row, int column) { return {static_cast<int32_t>(row.number(column + 1)), row.number(column)}; }

std::vector<Rank> ranks(Query::Rows&& rows) {
  std::vector<Rank> out;
  while (rows.next()) out.push_back(rank_at(rows, 0));
  return out;
}

std::vector<std::string> texts(Query::Rows&& rows) {
  std::vector<std::string> out;
  while (rows.next()) out.emplace_back(rows.text(0));
  return out;
}

std::optional<int64_t> known(const Query::Rows& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

constexpr const char* kKeepIds = R"sql(
INSERT INTO former SELECT reports.id, start, event, happening FROM tellings JOIN reports USING(key) WHERE happening IS NOT NULL;
INSERT INTO former SELECT reports.id, NULL, NULL, stories.id FROM reports JOIN stories ON stories.key = reports.story;
)sql";

// Ids that have gone lead on to the one that holds most of their parts; those that led to them are led on as well.
constexpr const char* kFollowIds = R"sql(
CREATE TEMP TABLE present AS
  SELECT reports.id AS document, start, event, happening AS now FROM tellings JOIN reports USING(key)
  UNION ALL SELECT reports.id, NULL, NULL, stories.id FROM reports JOIN stories ON stories.key = reports.story;
CREATE INDEX temp.present_by_place ON present(document, start);
INSERT OR REPLACE INTO successors SELECT id, now FROM (
  SELECT former.id AS id, now, row_number() OVER (PARTITION BY former.id ORDER BY count(*) DESC, sum(former.event IS present.event) DESC, now) AS place
  FROM former JOIN present ON present.document = former.document AND present.start IS former.start
  WHERE former.id NOT IN (SELECT now FROM present) GROUP BY former.id, now) WHERE place = 1;
UPDATE successors SET now = (SELECT next.now FROM successors AS next WHERE next.id = successors.now)
  WHERE now NOT IN (SELECT now FROM present) AND now IN (SELECT id FROM successors);
DELETE FROM successors WHERE id IN (SELECT now FROM present) OR now NOT IN (SELECT now FROM present);
DROP TABLE present;
DELETE FROM former;
)sql";

}  // namespace

int64_t key_of(std::string_view id) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number, 16);
  if (id.size() != 16 || error != std::errc{} || end != id.data() + id.size()) number = hash_bytes(id);
  return static_cast<int64_t>(number ^ kSign);
}

struct Shelves::Queries {
  explicit Queries(Database& database) : database(database) {}
  Database& database;
  Corrections corrections{database};
  Query made_by{database, "SELECT 1 FROM chronicle WHERE program = ?1 AND packs = ?2"};
  Query sign{database, "UPDATE chronicle SET program = ?1, packs = ?2"};
  Query changed{database, "SELECT id FROM changed ORDER BY day, id LIMIT ?"};
  Query forget_changed{database, "DELETE FROM changed WHERE id = ?"};
  Query id_of{database, "SELECT id FROM documents WHERE number = ?"};
  Query document{database, "SELECT record, id FROM documents WHERE id = ? ORDER BY published_day IS NULL, published_day, path LIMIT 1"};

  Query report{database, "SELECT key, day, family, family_day, story, story_day, prints, gist, id, copies FROM reports WHERE key = ?"};
  Query add_report{database, "INSERT INTO reports VALUES(?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?)"};
  Query sketch{database, "SELECT sketch FROM sketches WHERE key = ?"};
  Query add_sketch{database, "INSERT INTO sketches VALUES(?, ?)"};
  Query remove_sketch{database, "DELETE FROM sketches WHERE key = ?"};
  Query brief{database, "SELECT brief FROM briefs WHERE key = ?"};
  Query add_brief{database, "INSERT INTO briefs VALUES(?, ?)"};
  Query remove_brief{database, "DELETE FROM briefs WHERE key = ?"};
  Query remove_report{database, "DELETE FROM reports WHERE key = ?"};
  Query set_family{database, "UPDATE reports SET family = ?2, family_day = ?3, copies = ?4 WHERE key = ?1"};
  Query set_story{database, "UPDATE reports SET story = ?2, story_day = ?3 WHERE key = ?1"};
  Query reports_of{database, "SELECT key, day FROM reports WHERE story = ? ORDER BY day, key LIMIT ?"};
  Query last_report{database, "SELECT key, day FROM reports ORDER BY day DESC, key DESC LIMIT 1"};

  Query enlist{database, "INSERT OR IGNORE INTO listed VALUES(?, ?, ?)"};
  Query strike{database, "DELETE FROM listed WHERE term = ? AND day = ? AND key = ?"};
  Query before{database, "SELECT key, day FROM listed WHERE term = ?1 AND (day, key) < (?2, ?3) ORDER BY day DESC, key DESC LIMIT ?4"};
  Query after{database, "SELECT key, day FROM listed WHERE term = ?1 AND (day, key) > (?2, ?3) ORDER BY day, key LIMIT ?4"};

  Query add_pair{database, "INSERT INTO pairs VALUES(?, ?, ?, ?, ?, ?)"};
  Query remove_pair{database, "DELETE FROM pairs WHERE b = ?2 AND a = ?1"};
  Query pairs_of{database, "SELECT a, a_day, b, b_day, copy, passages FROM pairs WHERE b = ?"};
  Query earlier_partner{database, "SELECT 1 FROM pairs WHERE b = ? LIMIT 1"};
  Query partners_of{database, "SELECT a, a_day FROM pairs WHERE b = ?1 UNION ALL SELECT b, b_day FROM pairs WHERE a = ?1"};
  Query copies_of{database, "SELECT a, a_day FROM pairs WHERE b = ?1 AND copy UNION ALL SELECT b, b_day FROM pairs WHERE a = ?1 AND copy"};

  Query add_telling{database, "INSERT INTO tellings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)"};
  Query remove_tellings{database, "DELETE FROM tellings WHERE key = ?"};
  Query assign{database, "UPDATE tellings SET happening = ?4 WHERE block = ?1 AND key = ?2 AND event = ?3"};
  Query tellings_in{database, "SELECT block, key, day, family, family_day, event, start, lead, clause, happening, told FROM tellings WHERE block = ?"};
  Query tellings_of{database, "SELECT block, key, day, family, family_day, event, start, lead, clause, happening, NULL FROM tellings WHERE key = ?"};
  Query tellings_of_clause{database, "SELECT block, key, day, family, family_day, event, start, lead, clause, happening, NULL FROM tellings WHERE clause = ?"};
  Query set_family_told{database, "UPDATE tellings SET family = ?2, family_day = ?3 WHERE key = ?1"};
  Query happenings_of{database, "SELECT DISTINCT happening FROM tellings WHERE key = ? AND happening IS NOT NULL"};
  Query stories_opening_with{database,
                             "SELECT story, story_day, count(*) FROM tellings JOIN reports USING(key) "
                             "WHERE happening = ? AND lead AND story IS NOT NULL GROUP BY 1, 2 ORDER BY 2, 1"};

  Query grouped{database, "SELECT happening, made_of FROM grouped WHERE block = ?"};
  Query set_grouped{database, "INSERT OR REPLACE INTO grouped VALUES(?, ?, ?)"};
  Query ungroup{database, "DELETE FROM grouped WHERE block = ? AND happening = ?"};
  Query put_happening{database,
                      "INSERT INTO happenings(id, kind, cameo, plover, status, standing, source, source_country, target, target_country, joint, from_day, to_day, "
                      "documents, outlets, record) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                      "kind = excluded.kind, cameo = excluded.cameo, plover = excluded.plover, status = excluded.status, standing = excluded.standing, "
                      "source = excluded.source, source_country = excluded.source_country, target = excluded.target, "
                      "target_country = excluded.target_country, joint = excluded.joint, from_day = excluded.from_day, to_day = excluded.to_day, documents = excluded.documents, "
                      "outlets = excluded.outlets, record = excluded.record"};
  Query remove_happening{database, "DELETE FROM happenings WHERE id = ?"};
  Query story_of{database, "SELECT story FROM happenings WHERE id = ?"};
  Query set_story_of{database, "UPDATE happenings SET story = ?2 WHERE id = ?1"};
  Query happenings_of_story{database, "SELECT id FROM happenings WHERE story = ? ORDER BY from_day IS NULL, from_day, id"};
  Query put_story{database, "INSERT OR REPLACE INTO stories VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Query add_story_actor{database, "INSERT OR IGNORE INTO story_actors VALUES(?, ?)"};
  Query remove_story_actors{database, "DELETE FROM story_actors WHERE story = ?"};
  Query remove_story{database, "DELETE FROM stories WHERE key = ? RETURNING id"};
  Query lead_on{database, "UPDATE successors SET now = ?2 WHERE now = ?1"};
  Query lead{database, "INSERT OR REPLACE INTO successors VALUES(?, ?)"};
  Query lead_nowhere{database, "DELETE FROM successors WHERE now = ?"};
  Query in_use{database, "DELETE FROM successors WHERE id = ?"};
};

Shelves::Shelves(Database& database) : database_(database), q_(std::make_unique<Queries>(database)) {}
Shelves::~Shelves() = default;

Shelves& Shelves::of(const Store& store) {
  Store::Impl& impl = *store.impl_;
  if (!impl.shelves) {
    impl.shelves = std::make_unique<Shelves>(*impl.database);
    impl.shelves->impl_ = &impl;
  }
  return *impl.shelves;
}

Status Shelves::change(Store& store, const std::function<void(Shelves&)>& work) {
  return store.impl_->enter([&] {
    Transaction transaction(*store.impl_->database);
    work(of(store));
    transaction.commit();
    return Nothing{};
  });
}

Status Shelves::look(const Store& store, const std::function<void(Shelves&)>& work) {
  return store.impl_->enter([&] {
    const Transaction snapshot(*store.impl_->database, Transaction::To::kRead);
    work(of(store));
    return Nothing{};
  });
}

void Shelves::begin(std::string_view packs) {
  if (q_->made_by.ask(kProgramRevision, packs).next()) return;
  database_.run(kKeepIds);
  clear();
  q_->sign.run(kProgramRevision, packs);
}

void Shelves::clear() {
  for (const char* table : {"reports", "sketches", "briefs", "listed", "pairs", "tellings", "grouped", "happenings", "stories", "story_actors"}) database_.run(std::string("DELETE FROM ") + table);
  database_.run("INSERT OR IGNORE INTO changed SELECT id, coalesce(published_day, '9') FROM documents");
}

void Shelves::end() {
  if (database_.number("SELECT EXISTS(SELECT 1 FROM former)") != 0) database_.run(kFollowIds);
}

std::vector<std::string> Shelves::changed(size_t most) { return texts(q_->changed.ask(most)); }
void Shelves::forget_changed(const std::string& id) { q_->forget_changed.run(id); }
int64_t Shelves::count_changed() { return database_.number("SELECT count(*) FROM changed"); }

std::string Shelves::id_of(int64_t document) {
  Query::Rows row = q_->id_of.ask(document);
  return row.next() ? std::string(row.text(0)) : std::string();
}

std::optional<Analysis> Shelves::analysis(const std::string& id) {
  Query::Rows row = q_->document.ask(id);
  if (!row.next()) return std::nullopt;
  return analysis_in(database_, q_->corrections, row);
}

std::optional<Document> Shelves::document(const std::string& id) {
  Query::Rows row = q_->document.ask(id);
  if (!row.next()) return std::nullopt;
  return document_in(database_, row);
}

std::optional<Shelves::Report> Shelves::report(int64_t key) {
  Query::Rows row = q_->report.ask(key);
  if (!row.next()) return std::nullopt;
  Report report{rank_at(row, 0), std::string(row.text(8)), rank_at(row, 2), static_cast<uint64_t>(row.number(9)), std::nullopt, std::string(row.blob(6)), std::string(row.blob(7)), "", ""};
  if (!row.is_null(4)) report.story = rank_at(row, 4);
  return report;
}

void Shelves::add_report(const Report& report) {
  q_->add_report.run(report.rank.key, report.rank.day, report.id, report.family.key, report.family.day, report.copies, Blob{report.prints}, Blob{report.gist});
  q_->add_sketch.run(report.rank.key, Blob{report.sketch});
  q_->add_brief.run(report.rank.key, Blob{report.brief});
}
void Shelves::remove_report(int64_t key) {
  q_->remove_report.run(key);
  q_->remove_sketch.run(key);
  q_->remove_brief.run(key);
}
std::string Shelves::brief(int64_t key) {
  Query::Rows row = q_->brief.ask(key);
  return row.next() ? std::string(row.blob(0)) : std::string();
}
std::string Shelves::sketch(int64_t key) {
  Query::Rows row = q_->sketch.ask(key);
  return row.next() ? std::string(row.blob(0)) : std::string();
}
void Shelves::set_family(int64_t key, Rank family, uint64_t copies) {
  q_->set_family.run(key, family.key, family.day, copies);
  q_->set_family_told.run(key, family.key, family.day);
}
void Shelves::set_story(int64_t key, Rank story) { q_->set_story.run(key, story.key, story.day); }
std::optional<Rank> Shelves::last_report() {
  Query::Rows row = q_->last_report.ask();
  if (!row.next()) return std::nullopt;
  return rank_at(row, 0);
}
std::vector<Rank> Shelves::reports_of(Rank story, size_t most) { return ranks(q_->reports_of.ask(story.key, static_cast<int64_t>(std::min<size_t>(most, INT64_MAX)))); }

void Shelves::enlist(uint64_t term, Rank report) { q_->enlist.run(term, report.day, report.key); }
void Shelves::strike(uint64_t term, Rank report) { q_->strike.run(term, report.day, report.key); }
std::vector<Rank> Shelves::before(uint64_t term, Rank report, size_t most) { return ranks(q_->before.ask(term, report.day, report.key, most)); }
std::vector<Rank> Shelves::after(uint64_t term, Rank report, size_t most) { return ranks(q_->after.ask(term, report.day, report.key, most)); }

void Shelves::add_pair(const Pair& pair) { q_->add_pair.run(pair.a.key, pair.a.day, pair.b.key, pair.b.day, pair.copy, Blob{pair.passages}); }
void Shelves::remove_pair(int64_t a, int64_t b) { q_->remove_pair.run(a, b); }
bool Shelves::has_earlier_partner(int64_t key) { return q_->earlier_partner.ask(key).next(); }
std::vector<Rank> Shelves::partners_of(int64_t key) { return ranks(q_->partners_of.ask(key)); }
std::vector<Rank> Shelves::copies_of(int64_t key) { return ranks(q_->copies_of.ask(key)); }
std::vector<Shelves::Pair> Shelves::pairs_of(int64_t later) {
  std::vector<Pair> out;
  for (Query::Rows row = q_->pairs_of.ask(later); row.next();) out.push_back({rank_at(row, 0), rank_at(row, 2), row.number(4) != 0, std::string(row.blob(5))});
  return out;
}

namespace {

std::vector<Shelves::Telling> read_tellings(Query::Rows&& row) {
  std::vector<Shelves::Telling> out;
  while (row.next()) {
    Shelves::Telling& telling = out.emplace_back();
    telling.block = row.number(0);
    telling.report = rank_at(row, 1);
    telling.family = rank_at(row, 3);
    telling.event = static_cast<int>(row.number(5));
    telling.start = static_cast<uint32_t>(row.number(6));
    telling.lead = row.number(7) != 0;
    telling.clause = known(row, 8);
    telling.happening = row.text(9);
    telling.told = row.blob(10);
  }
  return out;
}

}  // namespace

void Shelves::add_telling(const Telling& telling) {
  q_->add_telling.run(telling.block, telling.report.key, telling.event, telling.report.day, telling.family.key, telling.family.day, telling.start, telling.lead, telling.clause, Blob{telling.told});
}
void Shelves::remove_tellings(int64_t key) { q_->remove_tellings.run(key); }
void Shelves::assign(const Telling& telling, const std::string& happening) { q_->assign.run(telling.block, telling.report.key, telling.event, happening); }
std::vector<Shelves::Telling> Shelves::tellings_in(int64_t block) {
  std::vector<Telling> out = read_tellings(q_->tellings_in.ask(block));
  std::sort(out.begin(), out.end(), [](const Telling& a, const Telling& b) { return a.report != b.report ? a.report < b.report : a.event < b.event; });
  return out;
}
std::vector<Shelves::Telling> Shelves::tellings_of(int64_t key) { return read_tellings(q_->tellings_of.ask(key)); }
std::vector<Shelves::Telling> Shelves::tellings_of_clause(int64_t clause) { return read_tellings(q_->tellings_of_clause.ask(clause)); }
std::vector<std::string> Shelves::happenings_of(int64_t key) { return texts(q_->happenings_of.ask(key)); }

std::vector<std::pair<Rank, int>> Shelves::stories_opening_with(const std::string& happening) {
  std::vector<std::pair<Rank, int>> out;
  for (Query::Rows row = q_->stories_opening_with.ask(happening); row.next();) out.emplace_back(rank_at(row, 0), static_cast<int>(row.number(2)));
  return out;
}

std::map<std::string, uint64_t> Shelves::grouped(int64_t block) {
  std::map<std::string, uint64_t> out;
  for (Query::Rows row = q_->grouped.ask(block); row.next();) out.emplace(row.text(0), static_cast<uint64_t>(row.number(1)));
  return out;
}
void Shelves::set_grouped(int64_t block, const std::string& happening, uint64_t made_of) { q_->set_grouped.run(block, happening, made_of); }
void Shelves::ungroup(int64_t block, const std::string& happening) { q_->ungroup.run(block, happening); }

void Shelves::put(const Happening& happening) {
  const Columns::Who source = Columns::who_is(happening.source), target = Columns::who_is(happening.target);
  q_->put_happening.run(happening.id, happening.kind, Columns::known(happening.cameo), Columns::known(happening.plover), to_string(happening.status),
                       to_string(happening.standing), source.id, source.country, target.id, target.country, happening.joint,
                       Columns::known(happening.from),
                                             Columns::known(happening.to), happening.documents, happening.outlets, happening_record(happening));
}
void Shelves::remove_happening(const std::string& id) { q_->remove_happening.run(id); }

std::optional<int64_t> Shelves::story_of(const std::string& happening) {
  Query::Rows row = q_->story_of.ask(happening);
  return row.next() ? known(row, 0) : std::nullopt;
}
void Shelves::set_story_of(const std::string& happening, std::optional<int64_t> story) { q_->set_story_of.run(happening, story); }
std::vector<std::string> Shelves::happenings_of_story(int64_t story) { return texts(q_->happenings_of_story.ask(story)); }

void Shelves::put(const Story& story, Rank first) {
  std::optional<Day> from, to;
  if (!story.days.empty()) from = story.days.front().first, to = story.days.back().first;
  q_->put_story.run(first.key, first.day, story.id, Columns::known(story.title), Columns::known(from), Columns::known(to), story.documents.size(), story.outlets,
                   story_record(story));
  q_->remove_story_actors.run(first.key);
  for (const StoryActor& actor : story.actors) q_->add_story_actor.run(actor.id, first.key);
}
std::optional<std::string> Shelves::remove_story(int64_t first) {
  q_->remove_story_actors.run(first);
  Query::Rows row = q_->remove_story.ask(first);
  if (!row.next()) return std::nullopt;
  return std::string(row.text(0));
}

void Shelves::succeed(const std::string& id, const std::string& now) {
  if (now.empty()) return q_->lead_nowhere.run(id);
  q_->lead_on.run(id, now);
  q_->lead.run(id, now);
}
void Shelves::in_use(const std::string& id) { q_->in_use.run(id); }

}  // namespace hearsay
