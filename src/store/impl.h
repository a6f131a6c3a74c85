// What a store holds while it is open: one connection and the statements prepared for it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <type_traits>

#include "store/corrections.h"
#include "store/database.h"
#include "store/shelves.h"

namespace hearsay {

// A path as the documents table has it: null for none.
inline std::optional<std::string_view> path_key(const std::string& path) {
  if (path.empty()) return std::nullopt;
  return path;
}

// The analysis in a row of (record, id), with what people say of it.
Analysis analysis_in(const Database& database, Corrections& corrections, const Query::Rows& row);
// The document alone; people say nothing of that.
Document document_in(const Database& database, const Query::Rows& row);

// Searches an index; the rows are (number, id, title, snippet).
std::string search_sql(const std::string& index, const std::string& query);

struct Store::Impl {
  explicit Impl(std::unique_ptr<Database> opened) : database(std::move(opened)) {}

  // Runs one call of the public interface: calls from several threads take turns, and no Failure leaves the room.
  template <class Call>
  auto enter(Call call) -> Result<std::invoke_result_t<Call>> {
    const std::lock_guard turn(mutex);
    try {
      return call();
    } catch (const Failure& failure) {
      return failure.error;
    }
  }

  std::vector<Saved> save(std::span<const Reading> readings);
  std::vector<int64_t> list_documents(const DocumentQuery& asked);
  std::vector<Actor> find_actors(const std::string& name, const std::vector<std::string>& ids, bool begun);
  std::vector<ActorTotals> actor_totals(const std::vector<std::string>& documents);
  int64_t forget(const std::string& id);
  std::optional<std::vector<Story>> load_stories(const StoryQuery& asked);
  std::string story_of(const std::string& document_id);
  std::vector<std::string> sharing_documents();
  std::optional<std::string> successor(const std::string& id);
  bool is_lost(const Correction& correction);
  bool chronicle_is_current();
  std::optional<std::vector<Happening>> load_chronicle(const HappeningQuery& asked);
  size_t distinct_length(Sort sort, const std::vector<std::string>& ids);
  std::vector<Hit> search(const std::string& words, int limit);
  Counts count();

  // A document of the transaction under way that the full text has not yet.
  struct Unindexed {
    int64_t number;
    const Document* document;
  };
  Saved save(const Reading& reading, const std::string& record, std::vector<Unindexed>& unindexed);
  int64_t insert(const Analysis& analysis, const std::string& record, const Provenance& provenance, std::vector<Unindexed>& unindexed);
  void insert_rows(int64_t document, const Analysis& analysis);
  void index(std::vector<Unindexed>& unindexed);
  void remove_document(int64_t number);
  int64_t insert_document(const Document& document, const std::string& record, const Provenance& provenance);
  void insert_times(int64_t document, const Analysis& analysis, const CodePoints& code_points);
  void insert_actors(int64_t document, const Analysis& analysis);
  void insert_statements(int64_t document, const Analysis& analysis, const CodePoints& code_points);
  void insert_events(int64_t document, const Analysis& analysis, const CodePoints& code_points);

  std::mutex mutex;
  std::unique_ptr<Database> database;
  std::unique_ptr<Shelves> shelves;      // once they are asked for
  Corrections corrections{*database};

  // A document without a path is known by its id. Two paths may share an id: copies in two folders. The + keeps
  // SQLite from looking through all that have no path.
  Query document_at{*database,
                    "SELECT number, record FROM documents "
                    "WHERE path = ?1 OR (?1 IS NULL AND +path IS NULL AND id = ?2)"};
  Query held{*database, "SELECT 1 FROM documents WHERE path IS ?1 AND fingerprint = ?2"};
  Query all_records{*database, "SELECT record, id FROM documents ORDER BY published, path, id"};
  Query record_by_id{*database, "SELECT record, id FROM documents WHERE id = ? ORDER BY published, path LIMIT 1"};
  Query record_by_number{*database, "SELECT record, id FROM documents WHERE number = ?"};

  Query add_document{*database,
                     "INSERT INTO documents(id, path, sha256, outlet, outlet_name, published, published_day, "
                     "lang, title, record, packs, fingerprint, digest, text_digest) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Query sign_document{*database,
                      "UPDATE documents SET packs = ?2, fingerprint = ?3, digest = ?4, text_digest = ?5 "
                      "WHERE number = ?1 AND (packs IS NOT ?2 OR fingerprint IS NOT ?3 OR digest IS NOT ?4 OR text_digest IS NOT ?5)"};
  Query add_time{*database, "INSERT INTO times VALUES(?, ?, ?, ?, ?, ?, ?, ?)"};
  Query add_actor{*database, "INSERT INTO actors VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Query add_statement{*database, "INSERT INTO statements VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Query add_event{*database,
                  "INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Query drop_aside{*database, "DELETE FROM set_aside WHERE id = ?"};
  Query drop_document{*database, "DELETE FROM documents WHERE number = ?"};

  // What the views have. Values, as with SELECT each of them would open a savepoint.
  Query index_exact{*database, "INSERT INTO exact(rowid, title, text) VALUES(?1, ?2, ?3)"};
  Query index_plain{*database,
                    "INSERT INTO plain(rowid, title, text) VALUES(?1, replace(replace(?2, char(0x111), 'd'), char(0x110), 'D'), "
                    "replace(replace(?3, char(0x111), 'd'), char(0x110), 'D'))"};
  // An index with outside content must be told the very words that it is to forget.
  Query forget_exact{*database,
                     "INSERT INTO exact(exact, rowid, title, text) SELECT 'delete', * FROM readings WHERE number = ?"};
  Query forget_plain{*database,
                     "INSERT INTO plain(plain, rowid, title, text) "
                     "SELECT 'delete', * FROM plain_readings WHERE number = ?"};

  Query search_exact{*database, search_sql("exact", "?1")};
  Query search_plain{*database, search_sql("plain", "replace(replace(?1, char(0x111), 'd'), char(0x110), 'D')")};

  // The index of paths is gone through as a whole: file names stand at their ends.
  Query documents_named{*database,
                        "SELECT id, path FROM documents WHERE number IN (SELECT number FROM documents WHERE id >= ?1 AND id < ?1 || '~' UNION ALL "
                        "SELECT number FROM documents WHERE substr(path, 1, length(?1)) = ?1 OR instr(path, '/' || ?1) > 0) ORDER BY path, id"};
  Query documents_by_id{*database, "SELECT number FROM documents WHERE id = ?"};
  Query current_chronicle{*database, "SELECT 1 FROM chronicle WHERE program = ?1 AND NOT EXISTS(SELECT 1 FROM changed)"};
  Query find_successor{*database, "SELECT now FROM successors WHERE id = ?"};
};

}  // namespace hearsay
