// The whole schema, as a table of steps. Spans count code points, as in the records; days are ISO 8601; numbers count
// from 1, so that statement 3 is "s3" of the record. The record is what counts: the other tables repeat what one
// filters by, and are filled from the same analysis in the same transaction. Of what documents hold,
// only what is looked up by itself has indexes: who is in them, and who speaks. One on each column that somebody may filter by
// makes saving 1.7 times as slow (measured: 560 documents a second instead of 940, 2025-11). Happenings are written once for
// many documents, and have an index for each filter.
//
// Full text. Both indexes hold the same words in the same places and differ in what makes two words equal: `exact`
// tells diacritics apart, `plain` does not. unicode61 strips diacritics but keeps U+0111 (it has no decomposition),
// so `plain` is fed from a view where that letter is d. Both name the unchanged text as their content: a snippet
// finds its words by place, so it shows them as they were written. For the same reason `plain` must not be filled by
// FTS5's own 'rebuild', which would read the content, not the view.
// Tested by schema_test.cpp, search_test.cpp.
// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <string>

namespace hearsay {
namespace {

// "HSAY", in the header of the file: tells a store from any other database (see `file`'s magic).
constexpr int kApplicationId = 0x48534159;

constexpr Migration kMigrations[] = {
    R"sql(
CREATE TABLE documents(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  path TEXT UNIQUE,                      -- null if the document came without one
  sha256 TEXT NOT NULL,
  outlet TEXT, outlet_name TEXT, published TEXT, published_day TEXT,
  lang TEXT NOT NULL, title TEXT,
  record TEXT NOT NULL                   -- hearsay/1
);
CREATE INDEX documents_id ON documents(id);

CREATE TABLE times(
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, from_day TEXT, to_day TEXT,
  PRIMARY KEY(document, number)
) WITHOUT ROWID;

CREATE TABLE actors(
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
  id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, country TEXT,
  outlet INTEGER NOT NULL, known INTEGER NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY(document, number)
) WITHOUT ROWID;

CREATE TABLE statements(
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
  sentence INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  mode TEXT NOT NULL, act TEXT NOT NULL,
  speaker TEXT, speaker_name TEXT, anonymous INTEGER NOT NULL, voices INTEGER NOT NULL,
  parent INTEGER, unverified INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY(document, number)
) WITHOUT ROWID;

CREATE TABLE events(
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
  sentence INTEGER NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  kind TEXT NOT NULL, cameo TEXT, plover TEXT, goldstein REAL, status TEXT NOT NULL,
  source TEXT, source_country TEXT, target TEXT, target_country TEXT, place TEXT,
  from_day TEXT, to_day TEXT, time INTEGER, statement INTEGER,
  lead INTEGER NOT NULL, joint INTEGER NOT NULL, unverified INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY(document, number)
) WITHOUT ROWID;

CREATE TABLE happenings(
  number INTEGER PRIMARY KEY,            -- in the order of the chronicle
  id TEXT NOT NULL, kind TEXT NOT NULL, cameo TEXT, plover TEXT, status TEXT NOT NULL, standing TEXT NOT NULL,
  source TEXT, source_country TEXT, target TEXT, target_country TEXT, from_day TEXT, to_day TEXT,
  documents INTEGER NOT NULL, outlets INTEGER NOT NULL,
  record TEXT NOT NULL                   -- hearsay-chronicle/1
);

CREATE VIEW readings(number, title, text) AS SELECT number, title, json_extract(record, '$.text') FROM documents;
CREATE VIEW plain_readings(number, title, text) AS SELECT number,
  replace(replace(title, char(0x111), 'd'), char(0x110), 'D'),
  replace(replace(text, char(0x111), 'd'), char(0x110), 'D') FROM readings;
CREATE VIRTUAL TABLE exact USING fts5(title, text, content='readings', content_rowid='number',
                                      tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE plain USING fts5(title, text, content='readings', content_rowid='number',
                                      tokenize='unicode61 remove_diacritics 2');
)sql",
    R"sql(
ALTER TABLE documents ADD COLUMN packs TEXT;       -- id of the packs that read it; null if not known
ALTER TABLE documents ADD COLUMN fingerprint TEXT; -- of all that decided how it was read; null if not known
)sql",
    R"sql(
CREATE TABLE chronicle(
  edition INTEGER NOT NULL,              -- of the documents: grows with each change
  made_of INTEGER, program TEXT          -- the edition that the happenings were made of, and by which program
);
INSERT INTO chronicle VALUES(0, NULL, NULL);
CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN UPDATE chronicle SET edition = edition + 1; END;
CREATE TRIGGER document_removed AFTER DELETE ON documents BEGIN UPDATE chronicle SET edition = edition + 1; END;
CREATE TRIGGER document_changed AFTER UPDATE OF record ON documents BEGIN UPDATE chronicle SET edition = edition + 1; END;

CREATE INDEX happenings_id ON happenings(id);
CREATE INDEX happenings_source ON happenings(source);
CREATE INDEX happenings_target ON happenings(target);
CREATE INDEX happenings_source_country ON happenings(source_country);
CREATE INDEX happenings_target_country ON happenings(target_country);
CREATE INDEX happenings_kind ON happenings(kind);
CREATE INDEX happenings_standing ON happenings(standing);
CREATE INDEX happenings_from_day ON happenings(from_day);
CREATE INDEX happenings_to_day ON happenings(to_day);
)sql",
    R"sql(
CREATE TABLE stories(
  number INTEGER PRIMARY KEY,            -- in the order of their first reports
  id TEXT NOT NULL, title TEXT, from_day TEXT, to_day TEXT, documents INTEGER NOT NULL, outlets INTEGER NOT NULL,
  record TEXT NOT NULL                   -- hearsay-story/1
);
CREATE INDEX stories_id ON stories(id);
-- What each happening and each story is made of, told by what stays when ids do not: a place in a document, or a document.
CREATE TABLE made_of(part TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY(part, id)) WITHOUT ROWID;
CREATE TABLE successors(id TEXT PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;
UPDATE chronicle SET made_of = NULL;     -- it has no stories yet
)sql",
    // What is worked out from documents, in a form that one more document changes by look-ups. A report is a document's text and all that is known
    // of it, whichever paths it came by: `key` is its id as a number, `day` that of publication (since 1970; of those without one the greatest).
    R"sql(
DROP TRIGGER document_added;
DROP TRIGGER document_removed;
DROP TRIGGER document_changed;
DROP TABLE chronicle;
DROP TABLE happenings;
DROP TABLE stories;
DROP TABLE made_of;
CREATE TABLE chronicle(program TEXT, packs TEXT);  -- that it was made by
INSERT INTO chronicle VALUES(NULL, NULL);

CREATE TABLE changed(id TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID;       -- documents that came, went or changed since
CREATE INDEX changed_day ON changed(day, id);
CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN INSERT OR IGNORE INTO changed VALUES(new.id, coalesce(new.published_day, '9')); END;
CREATE TRIGGER document_removed AFTER DELETE ON documents BEGIN INSERT OR IGNORE INTO changed VALUES(old.id, coalesce(old.published_day, '9')); END;
CREATE TRIGGER document_changed AFTER UPDATE OF record ON documents BEGIN INSERT OR IGNORE INTO changed VALUES(new.id, coalesce(new.published_day, '9')); END;
INSERT OR IGNORE INTO changed SELECT id, coalesce(published_day, '9') FROM documents;

CREATE TABLE reports(
  key INTEGER PRIMARY KEY, day INTEGER NOT NULL, id TEXT NOT NULL,
  family INTEGER NOT NULL, family_day INTEGER NOT NULL,       -- the first report among its copies
  copies INTEGER NOT NULL,                                    -- hash of what its words are known to be copied from
  story INTEGER, story_day INTEGER,                           -- the first report of its story
  prints BLOB NOT NULL, gist BLOB NOT NULL
);
-- Of reports as well, apart: they are looked at alone.
CREATE TABLE sketches(key INTEGER PRIMARY KEY, sketch BLOB NOT NULL);
CREATE TABLE briefs(key INTEGER PRIMARY KEY, brief BLOB NOT NULL);
CREATE INDEX reports_story ON reports(story, day, key);
CREATE INDEX reports_day ON reports(day, key);
-- Which reports have a print or a term, in their order.
CREATE TABLE listed(term INTEGER NOT NULL, day INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY(term, day, key)) WITHOUT ROWID;
-- Reports that share passages, the earlier one first.
CREATE TABLE pairs(
  a INTEGER NOT NULL, a_day INTEGER NOT NULL, b INTEGER NOT NULL, b_day INTEGER NOT NULL,
  copy INTEGER NOT NULL, passages BLOB NOT NULL, PRIMARY KEY(b, a)
) WITHOUT ROWID;
CREATE INDEX pairs_a ON pairs(a);
-- The events of reports, as merging asks for them.
CREATE TABLE tellings(
  block INTEGER NOT NULL, key INTEGER NOT NULL, event INTEGER NOT NULL,
  day INTEGER NOT NULL, family INTEGER NOT NULL, family_day INTEGER NOT NULL,            -- as in reports
  start INTEGER NOT NULL, lead INTEGER NOT NULL, clause INTEGER,        -- clauses that tell of three or more
  happening TEXT, told BLOB NOT NULL, PRIMARY KEY(block, key, event)
) WITHOUT ROWID;
-- The happenings of a block, each with a hash of its tellings and of why they are one.
CREATE TABLE grouped(block INTEGER NOT NULL, happening TEXT NOT NULL, made_of INTEGER NOT NULL, PRIMARY KEY(block, happening)) WITHOUT ROWID;
CREATE INDEX tellings_key ON tellings(key);
CREATE INDEX tellings_happening ON tellings(happening);
CREATE INDEX tellings_clause ON tellings(clause) WHERE clause IS NOT NULL;

CREATE TABLE happenings(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, cameo TEXT, plover TEXT, status TEXT NOT NULL, standing TEXT NOT NULL,
  source TEXT, source_country TEXT, target TEXT, target_country TEXT, joint TEXT, from_day TEXT, to_day TEXT,
  documents INTEGER NOT NULL, outlets INTEGER NOT NULL,
  story INTEGER,                         -- the first report of the story that opens with it most often
  record TEXT NOT NULL                   -- hearsay-chronicle/1
);
CREATE INDEX happenings_source ON happenings(source);
CREATE INDEX happenings_target ON happenings(target);
CREATE INDEX happenings_source_country ON happenings(source_country);
CREATE INDEX happenings_target_country ON happenings(target_country);
CREATE INDEX happenings_kind ON happenings(kind);
CREATE INDEX happenings_standing ON happenings(standing);
CREATE INDEX happenings_from_day ON happenings(from_day);
CREATE INDEX happenings_to_day ON happenings(to_day);
CREATE INDEX happenings_joint ON happenings(joint) WHERE joint IS NOT NULL;
CREATE INDEX happenings_story ON happenings(story);
CREATE TABLE stories(
  key INTEGER PRIMARY KEY, day INTEGER NOT NULL,              -- of its first report
  id TEXT NOT NULL UNIQUE, title TEXT, from_day TEXT, to_day TEXT, documents INTEGER NOT NULL, outlets INTEGER NOT NULL,
  record TEXT NOT NULL                   -- hearsay-story/1
);
CREATE INDEX stories_day ON stories(day, key);
CREATE INDEX successors_now ON successors(now);
-- The actors of all documents, each once for every name, kind, code and country that it has in them, with the number of entries.
CREATE TABLE roll(
  id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, country TEXT NOT NULL, outlet INTEGER NOT NULL, known INTEGER NOT NULL,
  entries INTEGER NOT NULL, PRIMARY KEY(id, name, kind, code, country, outlet, known)
) WITHOUT ROWID;
INSERT INTO roll SELECT id, name, kind, coalesce(code, ''), coalesce(country, ''), outlet, known, count(*) FROM actors GROUP BY 1, 2, 3, 4, 5, 6, 7;
CREATE TRIGGER actor_added AFTER INSERT ON actors BEGIN
  INSERT INTO roll VALUES(new.id, new.name, new.kind, coalesce(new.code, ''), coalesce(new.country, ''), new.outlet, new.known, 1)
    ON CONFLICT DO UPDATE SET entries = entries + 1;
END;
CREATE TRIGGER actor_removed AFTER DELETE ON actors BEGIN
  UPDATE roll SET entries = entries - 1 WHERE id = old.id AND name = old.name AND kind = old.kind AND code = coalesce(old.code, '') AND
    country = coalesce(old.country, '') AND outlet = old.outlet AND known = old.known;
  DELETE FROM roll WHERE entries = 0 AND id = old.id;
END;
-- What a chronicle that was made by another program consisted of, until it has been made anew: places in documents (no place: the document) and ids.
CREATE TABLE former(document TEXT NOT NULL, start INTEGER, event INTEGER, id TEXT NOT NULL);
)sql",
    // By what lists are asked for. `fold_name` is a function of this program (store/database.h).
    R"sql(
CREATE INDEX documents_order ON documents(published, path, id);
CREATE TABLE names(name TEXT PRIMARY KEY, folded TEXT NOT NULL) WITHOUT ROWID;   -- of the roll, and of former ones
CREATE INDEX names_folded ON names(folded);
INSERT INTO names SELECT DISTINCT name, fold_name(name) FROM roll;
CREATE TRIGGER name_added AFTER INSERT ON roll BEGIN INSERT OR IGNORE INTO names VALUES(new.name, fold_name(new.name)); END;
CREATE INDEX roll_name ON roll(name);
CREATE INDEX roll_code ON roll(code) WHERE code != '';
CREATE TABLE story_actors(actor TEXT NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(actor, story)) WITHOUT ROWID;
CREATE INDEX story_actors_story ON story_actors(story);
UPDATE chronicle SET program = NULL;     -- its stories name no actors yet
)sql",
    // What a watch remembers. Moments are seconds since 1970.
    R"sql(
CREATE TABLE feeds(
  number INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE,
  etag TEXT, last_modified TEXT,         -- of the last reply of which all entries were seen
  next_due INTEGER NOT NULL DEFAULT 0, interval INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE feed_lists(                 -- the lists that a feed was found in
  feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE, list TEXT NOT NULL, PRIMARY KEY(feed, list)
) WITHOUT ROWID;
-- Ids and addresses of entries, and when each was first seen.
CREATE TABLE seen(key TEXT NOT NULL, feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE, since INTEGER NOT NULL, PRIMARY KEY(key, feed)) WITHOUT ROWID;
CREATE INDEX seen_feed ON seen(feed, since);
)sql",
    // What people say of the readings: beside the documents, so that it outlives their being read anew.
    R"sql(
CREATE TABLE corrections(
  number INTEGER PRIMARY KEY,
  everywhere INTEGER NOT NULL,           -- whether it is about whatever document names an actor, not about places
  record TEXT NOT NULL,                  -- hearsay-correction/1 as it was made, without its id
  withdrawn_by TEXT, withdrawn TEXT
);
CREATE INDEX corrections_everywhere ON corrections(number) WHERE everywhere;
CREATE TABLE corrected(
  document TEXT NOT NULL, correction INTEGER NOT NULL REFERENCES corrections, PRIMARY KEY(document, correction)
) WITHOUT ROWID;
)sql",
    // In which documents somebody is, and speaks.
    R"sql(
CREATE INDEX actors_id ON actors(id);
CREATE INDEX actors_country ON actors(country) WHERE country IS NOT NULL;
CREATE INDEX statements_speaker ON statements(speaker) WHERE speaker IS NOT NULL;
)sql",
    // By what damage is told, and where damaged readings go.
    R"sql(
ALTER TABLE documents ADD COLUMN digest TEXT;      -- SHA-256 of the record as it was saved; null if not known
ALTER TABLE documents ADD COLUMN text_digest TEXT; -- of the text alone
CREATE TABLE set_aside(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT,    -- of what it was: a document, or a correction without a path
  why TEXT NOT NULL, record BLOB NOT NULL
);
)sql",
};

int64_t version_of(Database& database) { return database.number("PRAGMA user_version"); }

void apply(Database& database, Migration step, int64_t from) {
  Transaction transaction(database);
  // Another program may have been faster while this one waited for the lock.
  if (version_of(database) != from) return;
  database.run(step);
  database.run("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.run("PRAGMA user_version = " + std::to_string(from + 1));
  transaction.commit();
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

void check_store(Database& database, std::span<const Migration> steps) {
  // One state for all questions: another program may be making the store.
  const Transaction snapshot(database, Transaction::To::kRead);
  const int64_t version = version_of(database);
  if (version > static_cast<int64_t>(steps.size())) {
    database.fail("made by a newer Hearsay (schema " + std::to_string(version) + ", this one knows " +
                  std::to_string(steps.size()) + ")");
  }
  const bool ours = database.number("PRAGMA application_id") == kApplicationId;
  const bool empty = version == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (!ours && !empty) database.fail("not a Hearsay store: another program's database");
}

void check_current(Database& database, std::span<const Migration> steps) {
  const int64_t version = version_of(database);
  if (version == static_cast<int64_t>(steps.size())) return;
  database.fail("empty or made by an older Hearsay (schema " + std::to_string(version) + ", this one knows " +
                std::to_string(steps.size()) + "): open it once for writing");
}

void migrate_store(Database& database, std::span<const Migration> steps) {
  for (auto version = static_cast<size_t>(version_of(database)); version < steps.size();) {
    apply(database, steps[version], static_cast<int64_t>(version));
    version = static_cast<size_t>(version_of(database));
  }
}

}  // namespace hearsay
