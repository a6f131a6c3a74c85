// Each kind of damage is told as it is, by one line, and mended: afterwards the store is sound and says what it said before.
// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.h"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <thread>

#include "../browse/letters_store.h"
#include "browse/faults.h"
#include "store/backup.h"
#include "store/salvage.h"
#include "verify/repair.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const browse::Words kEnglish(browse::Language::kEnglish);

// All that a store says.
std::string said_by(const std::string& path) {
  const Store store = sure(Store::open(path, true));
  std::string out;
  for (const Analysis& analysis : sure(store.load_all())) out += analysis_record(analysis) + "\n";
  const auto happenings = sure(store.load_chronicle());
  const auto stories = sure(store.load_stories());
  if (!happenings || !stories) return out + "not current";
  for (const Happening& happening : *happenings) out += happening_record(happening) + "\n";
  for (const Story& story : *stories) out += story_record(story) + "\n";
  for (const char* words : {"thư", "thu", "letter"})
    for (const Store::Hit& hit : sure(store.search(words, 100))) out += hit.document + " " + hit.snippet + "\n";
  return out;
}

// A copy of the letters' store that may be damaged.
class Verify : public ::testing::Test {
 protected:
  Verify() {
    fs::copy_file(kept_letters().path(), path());
    whole_ = said_by(path());
  }
  std::string path(const std::string& name = "a.db") const { return folder_ / name; }

  std::string query(const std::string& statements) const {
    sqlite3* handle = nullptr;
    std::string out;
    sqlite3_open(path().c_str(), &handle);
    const auto append = [](void* text, int count, char** values, char**) {
      for (int i = 0; i < count; ++i) static_cast<std::string*>(text)->append(values[i] ? values[i] : "null");
      return 0;
    };
    // What triggers ask of the program, past whose back this goes.
    sqlite3_create_function_v2(handle, "fold_name", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_text(context, "", 0, SQLITE_STATIC); }, nullptr, nullptr, nullptr);
    EXPECT_EQ(sqlite3_exec(handle, statements.c_str(), append, &out, nullptr), SQLITE_OK) << sqlite3_errmsg(handle) << "\n" << statements;
    sqlite3_close(handle);
    return out;
  }
  // As if nothing had been told of it: what triggers note of a change of a record is what a program that saves does, not what damage does.
  void damage(const std::string& statements) const { query(statements + "; DELETE FROM changed"); }

  Verified verified(Lines& lines, bool quick = false, Repair* repair = nullptr) const {
    const auto found = [&](const Fault& fault) {
      lines.push_back(browse::in_words(kEnglish, fault));
      if (repair) repair->add(fault);
    };
    return sure(verify_file(path(), shared_engine(), quick, found));
  }
  Lines faults(bool quick = false) const {
    Lines lines;
    static_cast<void>(verified(lines, quick));
    return lines;
  }
  // What is put aside.
  Lines repair() const {
    Lines lines, aside;
    Repair schema, repair;
    static_cast<void>(verified(lines, false, &schema));
    if (schema.completes_schema()) sure(complete_schema(path()));
    static_cast<void>(verified(lines, false, &repair));
    Store store = sure(Store::open(path()));
    sure(repair.run(store, shared_engine(), [&](const std::string& id, const std::string& why) { aside.push_back(id + ": " + why); }));
    sure(shared_engine().update(store));
    sure(repair.finish(store));
    return aside;
  }
  // Told so, mended, and as it was.
  void expect_mended(const Lines& told, const std::string& damaged_by) const {
    damage(damaged_by);
    EXPECT_EQ(faults(), told) << damaged_by;
    EXPECT_EQ(repair(), Lines{}) << damaged_by;
    EXPECT_EQ(faults(), Lines{}) << damaged_by;
    EXPECT_EQ(said_by(path()), whole_) << damaged_by;
  }
  std::string document(int number) const { return query("SELECT id FROM documents WHERE number = " + std::to_string(number)); }
  std::string a_happening() const { return query("SELECT id FROM happenings WHERE standing = 'one-party' ORDER BY id LIMIT 1"); }

  TemporaryFolder folder_;
  std::string whole_;
};

TEST_F(Verify, ASoundStoreHasNoFaults) {
  Lines lines;
  const Verified all = verified(lines);
  EXPECT_EQ(lines, Lines{});
  EXPECT_TRUE(all.sound());
  EXPECT_EQ(all.documents, 16);
  EXPECT_EQ(all.undigested, 0);
  EXPECT_GT(all.happenings, 0);
  EXPECT_EQ(all.left_out, LeftOut::kNothing);
  EXPECT_EQ(verified(lines, true).left_out, LeftOut::kQuick);
  EXPECT_EQ(lines, Lines{});
  EXPECT_EQ(said_by(path()), whole_);
}

TEST(VerifyScenarios, AreSound) {
  Lines lines;
  const auto found = [&](const Fault& fault) { lines.push_back(browse::in_words(kEnglish, fault)); };
  const Verified all = sure(verify_file(kept_letters_and_scenarios().path(), shared_engine(), false, found));
  EXPECT_EQ(lines, Lines{});
  EXPECT_EQ(all.left_out, LeftOut::kNothing);
}

// What upkeep leaves behind after reports came, changed and went is what verifying expects.
TEST(VerifyScenarios, AreSoundWhateverCameAndWent) {
  for (unsigned seed : {1u, 2u, 3u}) {
    std::mt19937 random(seed);
    std::vector<Analysis> reports = analysed_letters();
    for (const std::string& name : scenario_names())
      for (Analysis& report : ScenarioReader(name).read().analyses) reports.push_back(std::move(report));
    std::shuffle(reports.begin(), reports.end(), random);
    Store store = sure(Store::open(":memory:"));
    for (Analysis& report : reports) {
      sure(store.save(report));
      if (random() % 4 == 0) sure(store.forget(reports[random() % reports.size()].document.id));
      if (random() % 6 == 0 && !report.events.empty()) report.events.pop_back(), report.figures.clear(), sure(store.save(report));
      if (random() % 9 == 0) sure(shared_engine().update(store));
    }
    sure(shared_engine().update(store));
    Lines lines;
    const auto found = [&](const Fault& fault) { lines.push_back(browse::in_words(kEnglish, fault)); };
    EXPECT_EQ(sure(verify_store(store, shared_engine(), false, found)).left_out, LeftOut::kNothing);
    EXPECT_EQ(lines, Lines{}) << seed;
  }
}

TEST_F(Verify, AnOffsetThatLeadsToOtherWordsIsNamed) {
  const std::string id = document(1), start = query("SELECT json_extract(record, '$.actors[0].mentions[0].start') FROM documents WHERE number = 1");
  const std::string words = query("SELECT json_extract(record, '$.actors[0].mentions[0].text') FROM documents WHERE number = 1");
  damage("UPDATE documents SET record = json_set(record, '$.actors[0].mentions[0].start', " + start + " + 1) WHERE number = 1");
  const Lines told = faults();
  ASSERT_EQ(told.size(), 1u) << told[0] << told.back();
  EXPECT_EQ(told[0], "document " + id + ": record actors[0].mentions[0].text is \"" + words + "\" and should be \"" + words.substr(1) + "\"");
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(said_by(path()), whole_);
}

TEST_F(Verify, AnOffsetBeyondTheTextIsNamed) {
  damage("UPDATE documents SET record = json_set(record, '$.events[0].end', 1000000) WHERE number = 2");
  EXPECT_EQ(faults(), Lines{"document " + document(2) + ": it cannot be read: record: events[0].end: past the end of the text"});
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(said_by(path()), whole_);
}

TEST_F(Verify, AnOffsetThatContradictsNothingIsToldByTheDigest) {
  const Lines told{"document " + document(3) + ": its record is not the one that was saved"};
  expect_mended(told, "UPDATE documents SET record = json_set(record, '$.sentences[0][1]', json_extract(record, '$.sentences[0][1]') - 1) WHERE number = 3");
}

TEST_F(Verify, AReferenceThatLeadsNowhereIsNamed) {
  damage("UPDATE documents SET record = json_set(record, '$.events[0].statement', 's999') WHERE number = 2");
  EXPECT_EQ(faults(), Lines{"document " + document(2) + ": it cannot be read: record: events[0].statement: \"s999\" is not in statements"});
}

TEST_F(Verify, ACutTextIsLostAndPutAside) {
  const std::string id = document(5);
  damage("UPDATE documents SET record = json_set(record, '$.text', substr(json_extract(record, '$.text'), 1, 200)) WHERE number = 5");
  EXPECT_EQ(faults(), Lines{"document " + id + ": its text is not the one that was read"});
  EXPECT_EQ(repair(), Lines{id + ": its text is not the one that was read"});
  Lines lines;
  const Verified after = verified(lines);
  EXPECT_EQ(lines, Lines{});
  EXPECT_EQ(after.documents, 15);
  EXPECT_EQ(after.aside, 1);
  EXPECT_EQ(query("SELECT id FROM set_aside"), id);
  // The rest stands, as if it had never been read.
  Store fresh = sure(Store::open(path("fresh.db")));
  for (const Analysis& analysis : analysed_letters())
    if (analysis.document.id != id) sure(fresh.save(analysis));
  sure(shared_engine().update(fresh));
  EXPECT_EQ(said_by(path()), said_by(path("fresh.db")));
}

TEST_F(Verify, ARecordThatIsNoJsonIsPutAside) {
  const std::string id = document(4);
  damage("UPDATE documents SET record = substr(record, 1, 3000) WHERE number = 4");
  ASSERT_EQ(faults().size(), 1u);
  EXPECT_TRUE(faults()[0].starts_with("document " + id + ": it cannot be read: record: not JSON at byte ")) << faults()[0];
  EXPECT_EQ(repair().size(), 1u);
  EXPECT_EQ(faults(), Lines{});
}

TEST_F(Verify, RowsThatRepeatAReadingAreComparedWithIt) {
  const std::string one = "document " + document(1), two = "document " + document(2);
  const std::string kind = query("SELECT kind FROM events WHERE document = 1 AND number = 1"), title = query("SELECT title FROM documents WHERE number = 2");
  expect_mended({one + ": missing in events 2"}, "DELETE FROM events WHERE document = 1 AND number = 2");
  expect_mended({one + ": events 1 kind is letter-eaten and should be " + kind}, "UPDATE events SET kind = 'letter-eaten' WHERE document = 1 AND number = 1");
  expect_mended({two + ": left over in times 99"}, "INSERT INTO times VALUES(2, 99, 0, 4, 'DATE', '2020', NULL, NULL)");
  expect_mended({two + ": missing in statements 1"}, "DELETE FROM statements WHERE document = 2 AND number = 1");
  expect_mended({one + ": missing in actors 1"}, "DELETE FROM actors WHERE document = 1 AND number = 1");
  expect_mended({two + ": documents lang is xx and should be " + query("SELECT lang FROM documents WHERE number = 2")}, "UPDATE documents SET lang = 'xx' WHERE number = 2");
}

TEST_F(Verify, RowsOfADocumentThatIsNotThereAreLeftOver) {
  expect_mended({"document number 99: left over in times"}, "INSERT INTO times VALUES(99, 1, 0, 4, 'DATE', '2020', NULL, NULL)");
}

TEST_F(Verify, FullTextIsComparedWordByWord) {
  const std::string one = "document " + document(1), two = "document " + document(2);
  expect_mended({one + ": missing in exact"}, "INSERT INTO exact(exact, rowid, title, text) SELECT 'delete', * FROM readings WHERE number = 1");
  expect_mended({two + ": plain is not what it should be"}, "INSERT INTO plain(plain, rowid, title, text) SELECT 'delete', * FROM plain_readings WHERE number = 2; INSERT INTO plain(rowid, title, text) VALUES(2, 'x', 'other words')");
  expect_mended({"document number 99: left over in exact"}, "INSERT INTO exact(rowid, title, text) VALUES(99, 'x', 'words of nobody')");
  expect_mended({two + ": missing in plain"}, "DELETE FROM plain_docsize WHERE id = 2");
}

TEST_F(Verify, TheRollIsCountedAgain) {
  const std::string usa = query("SELECT id FROM roll WHERE entries > 1 ORDER BY entries DESC, id, name LIMIT 1"), entries = query("SELECT max(entries) FROM roll");
  damage("UPDATE roll SET entries = entries + 7 WHERE (id = '" + usa + "' AND entries = " + entries + ")");
  ASSERT_EQ(faults().size(), 1u);
  EXPECT_EQ(faults()[0], "actor " + usa + ": roll entries is " + std::to_string(std::stoi(entries) + 7) + " and should be " + entries);
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  const std::string name = query("SELECT min(name) FROM names");
  damage("DELETE FROM names WHERE name = '" + name + "'");
  EXPECT_EQ(faults(), Lines{name + ": missing in names"});
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
}

TEST_F(Verify, AStandingAndACountAreWorkedOutAgain) {
  const std::string id = a_happening(), documents = query("SELECT documents FROM happenings WHERE id = '" + id + "'");
  const std::string here = " WHERE id = '" + id + "'", of = "happening " + id + ": ";
  expect_mended({of + "happenings standing is disputed and should be one-party"}, "UPDATE happenings SET standing = 'disputed'" + here);
  expect_mended({of + "record standing is \"disputed\" and should be \"one-party\""}, "UPDATE happenings SET record = json_set(record, '$.standing', 'disputed')" + here);
  expect_mended({of + "happenings documents is 77 and should be " + documents}, "UPDATE happenings SET documents = 77" + here);
  expect_mended({of + "record origins[0].voices is 9 and should be " + query("SELECT json_extract(record, '$.origins[0].voices') FROM happenings" + here)}, "UPDATE happenings SET record = json_set(record, '$.origins[0].voices', 9)" + here);
}

TEST_F(Verify, AnOriginThatLeadsNowhereIsNamed) {
  const std::string id = a_happening();
  expect_mended({"happening " + id + ": record origins[0].statements[0] leads to 00000000000000aa s1, which is not there"},
                "UPDATE happenings SET record = json_set(record, '$.origins[0].statements[0]', json('[\"00000000000000aa\",\"s1\"]')) WHERE id = '" + id + "'");
}

TEST_F(Verify, HappeningsAndTellingsNeedOneAnother) {
  const std::string id = a_happening(), key = query("SELECT key FROM tellings WHERE happening = '" + id + "' ORDER BY key, event LIMIT 1");
  damage("DELETE FROM happenings WHERE id = '" + id + "'");
  EXPECT_EQ(faults(), Lines{"happening " + id + ": missing in happenings"});
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(said_by(path()), whole_);
  damage("UPDATE tellings SET happening = 'hother' WHERE happening = '" + id + "' AND key = " + key);
  EXPECT_FALSE(faults().empty());
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(said_by(path()), whole_);
}

TEST_F(Verify, AReportOfAStoryThatIsNotThereIsNamed) {
  const std::string id = query("SELECT id FROM reports WHERE key != story ORDER BY id LIMIT 1");
  expect_mended({"document " + id + ": reports story leads to 12345, which is not there"}, "UPDATE reports SET story = 12345 WHERE id = '" + id + "'");
}

TEST_F(Verify, WhatAReportBringsIsComparedWithTheShelves) {
  const std::string id = document(7), of = "document " + id + ": ", key = query("SELECT key FROM reports WHERE id = '" + id + "'");
  expect_mended({of + "listed is not what it should be"}, "DELETE FROM listed WHERE (key = " + key + " AND term = (SELECT min(term) FROM listed WHERE key = " + key + "))");
  expect_mended({of + "missing in sketches"}, "DELETE FROM sketches WHERE key = " + key);
  const std::string place = query("SELECT block || ' ' || event FROM tellings WHERE key = " + key + " ORDER BY event LIMIT 1");
  damage("UPDATE tellings SET lead = 1 - lead WHERE key = " + key + " AND event = (SELECT min(event) FROM tellings WHERE key = " + key + ")");
  ASSERT_EQ(faults().size(), 1u);
  EXPECT_TRUE(faults()[0].starts_with(of + "tellings " + place + " lead is ")) << faults()[0];
  EXPECT_EQ(repair(), Lines{});
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(said_by(path()), whole_);
}

TEST_F(Verify, PairsOfReportsThatShareWordsAreFoundAgain) {
  ASSERT_NE(query("SELECT count(*) FROM pairs WHERE copy"), "0");
  const std::string a = query("SELECT reports.id FROM pairs JOIN reports ON key = a ORDER BY b, a LIMIT 1"), b = query("SELECT reports.id FROM pairs JOIN reports ON key = b ORDER BY b, a LIMIT 1");
  const std::string first = "(b, a) = (SELECT b, a FROM pairs ORDER BY b, a LIMIT 1)";
  expect_mended({"document " + b + ": missing in pairs " + a}, "DELETE FROM pairs WHERE " + first);
  expect_mended({"document " + b + ": pairs " + a + " is not what it should be"}, "UPDATE pairs SET copy = 1 - copy WHERE " + first);
}

TEST_F(Verify, WhatTheSchemaLacksIsNamedAndMadeAgain) {
  expect_mended({"actor_added: missing in sqlite_schema"}, "DROP TRIGGER actor_added");
  expect_mended({"happenings_story: missing in sqlite_schema"}, "DROP INDEX happenings_story");
  expect_mended({"story_actors: missing in sqlite_schema", "story_actors_story: missing in sqlite_schema"}, "DROP TABLE story_actors");
}

TEST_F(Verify, ATellingThatIsMissingIsToldByItsReportAlone) {
  const std::string of = "document " + query("SELECT id FROM reports JOIN tellings USING(key) ORDER BY block, key, event LIMIT 1"), first = query("SELECT block || ' ' || event FROM tellings ORDER BY block, key, event LIMIT 1");
  expect_mended({of + ": missing in tellings " + first}, "DELETE FROM tellings WHERE (block, key, event) = (SELECT block, key, event FROM tellings ORDER BY block, key, event LIMIT 1)");
}

TEST_F(Verify, FormerIdsThatLeadNowhereAreForgotten) {
  expect_mended({"hgone: successors leads to hnever, which is not there"}, "INSERT INTO successors VALUES('hgone', 'hnever')");
  const std::string id = a_happening();
  damage("INSERT INTO successors VALUES('hgone', '" + id + "')");
  EXPECT_EQ(faults(), Lines{});
}

TEST_F(Verify, ACorrectionThatCannotBeReadIsPutAside) {
  Store store = sure(Store::open(path()));
  Correction note;
  note.by = "Ada", note.words = "asked the ministry", note.places = {{.document = document(1)}};
  ASSERT_EQ(sure(shared_engine().correct(store, note)), "c1");
  ASSERT_EQ(sure(shared_engine().correct(store, note)), "c2");
  sure(shared_engine().update(store));
  EXPECT_EQ(faults(), Lines{});
  damage("DELETE FROM corrected WHERE correction = 2");
  EXPECT_EQ(faults(), Lines{"correction c2: missing in corrected " + document(1)});
  damage("UPDATE corrections SET record = 'x' WHERE number = 1");
  EXPECT_EQ(faults().size(), 2u);
  EXPECT_EQ(repair().size(), 1u);
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(sure(store.corrections()).size(), 1u);
}

TEST_F(Verify, QuickSeesDamagedRecordsAndLinksAlone) {
  damage("UPDATE documents SET record = json_set(record, '$.sentences[0][1]', 1) WHERE number = 3");
  EXPECT_EQ(faults(true).size(), 1u);
  damage("DELETE FROM events WHERE document = 1 AND number = 2");
  EXPECT_EQ(faults(true).size(), 1u);
  EXPECT_EQ(faults().size(), 2u);
}

TEST_F(Verify, DocumentsWithoutADigestAreComparedWithThemselves) {
  damage("UPDATE documents SET digest = NULL, text_digest = NULL");
  Lines lines;
  EXPECT_EQ(verified(lines).undigested, 16);
  EXPECT_EQ(lines, Lines{});
  damage("UPDATE documents SET record = json_set(record, '$.actors[0].mentions[0].start', json_extract(record, '$.actors[0].mentions[0].start') + 1) WHERE number = 1");
  EXPECT_EQ(faults().size(), 1u);
  EXPECT_EQ(repair(), Lines{}) << "the text is still that of the file, of which the hash is known";
  EXPECT_EQ(said_by(path()), whole_);
}

TEST_F(Verify, ALaggingChronicleIsNoFault) {
  query("UPDATE chronicle SET program = 'another'");
  Lines lines;
  EXPECT_EQ(verified(lines).left_out, LeftOut::kUnsettled);
  EXPECT_EQ(lines, Lines{});
  query("UPDATE chronicle SET packs = 'others', program = (SELECT '" + query("SELECT 'x'") + "')");
  EXPECT_EQ(verified(lines).left_out, LeftOut::kUnsettled);
}

TEST_F(Verify, ForgottenDocumentsThatAreNotSettledYetAreNoFault) {
  Store store = sure(Store::open(path()));
  sure(store.forget(document(1)));
  Lines lines;
  EXPECT_EQ(verified(lines).left_out, LeftOut::kUnsettled);
  EXPECT_EQ(lines, Lines{});
}

TEST_F(Verify, ItStopsWhenItIsTold) {
  int steps = 0;
  const Verified stopped = sure(verify_file(path(), shared_engine(), false, {}, [&](const VerifyProgress&) { return ++steps < 5; }));
  EXPECT_TRUE(stopped.interrupted);
  EXPECT_FALSE(stopped.sound());
}

TEST_F(Verify, ATruncatedFileIsNamedAndWhatIsLeftIsSalvaged) {
  query("PRAGMA wal_checkpoint(TRUNCATE)");
  fs::resize_file(path(), fs::file_size(path()) / 8 * 7);
  EXPECT_EQ(faults().size(), 1u);
  EXPECT_TRUE(faults()[0].starts_with("the file: ")) << faults()[0];
  const Salvaged salvaged = sure(salvage(path(), path("fresh.db")));
  EXPECT_GT(salvaged.documents, 0);
  {
    Store fresh = sure(Store::open(path("fresh.db")));
    sure(shared_engine().update(fresh));
  }
  sure(exchange(path(), path("fresh.db"), path("damaged.db")));
  EXPECT_TRUE(fs::exists(path("damaged.db")));
  EXPECT_EQ(faults(), Lines{});
  EXPECT_EQ(query("SELECT count(*) FROM documents"), std::to_string(salvaged.documents));
}

TEST_F(Verify, AWholeFileIsSalvagedWhole) {
  EXPECT_EQ(sure(salvage(path(), path("fresh.db"))).documents, 16);
  Store fresh = sure(Store::open(path("fresh.db")));
  sure(shared_engine().update(fresh));
  EXPECT_EQ(said_by(path("fresh.db")), whole_);
}

TEST_F(Verify, ABackupIsWholeWhateverIsSavedMeanwhile) {
  Store store = sure(Store::open(path()));
  std::vector<Analysis> letters = analysed_letters();
  const std::jthread saving([&](const std::stop_token& stop) {
    for (int times = 0; !stop.stop_requested(); ++times) {
      Analysis& one = letters[static_cast<size_t>(times) % letters.size()];
      one.document.path = "again/" + std::to_string(times);
      sure(store.save(one));
    }
  });
  int64_t documents = 0;
  for (int times = 0; times < 5; ++times) {
    const auto size = sure(back_up(path(), path("copy.db"), times > 0));
    ASSERT_TRUE(size);
    EXPECT_GE(size->documents, std::max<int64_t>(16, documents));
    documents = size->documents;
    Lines lines;
    const auto found = [&](const Fault& fault) { lines.push_back(browse::in_words(kEnglish, fault)); };
    EXPECT_EQ(sure(verify_file(path("copy.db"), shared_engine(), true, found)).documents, documents);
    EXPECT_EQ(lines, Lines{});
  }
  EXPECT_FALSE(fs::exists(path("copy.db.part")));
}

TEST_F(Verify, ABackupOverwritesNothingUnasked) {
  std::ofstream(path("copy.db")) << "x";
  EXPECT_EQ(back_up(path(), path("copy.db"), false).error().kind, Error::Kind::kUsage);
  EXPECT_EQ(back_up(path(), path(), true).error().kind, Error::Kind::kUsage);
  EXPECT_FALSE(back_up(path(), path("no/such/copy.db"), false));
  EXPECT_FALSE(back_up(path("none.db"), path("other.db"), false));
  const auto stopped = sure(back_up(path(), path("copy.db"), true, [](int64_t, int64_t) { return false; }));
  EXPECT_FALSE(stopped);
  EXPECT_EQ(fs::file_size(path("copy.db")), 1u);
  EXPECT_FALSE(fs::exists(path("copy.db.part")));
  ASSERT_TRUE(sure(back_up(path(), path("copy.db"), true)));
  EXPECT_EQ(said_by(path("copy.db")), whole_);
}

}  // namespace
}  // namespace hearsay::testing
