// Saving, replacing, loading, counting.
// SPDX-License-Identifier: Apache-2.0
#include "store/shelves.h"

#include "folder.h"

namespace hearsay {
namespace {

using Saved = Store::Saved;
using sample::report;

// Keeps these happenings as if they had been made of the store's documents.
void settle(Store& store, const std::vector<Happening>& happenings) {
  const Status done = Shelves::change(store, [&](Shelves& shelves) {
    shelves.begin("packs");
    for (const std::string& id : shelves.changed(1000)) shelves.forget_changed(id);
    for (const Happening& happening : happenings) shelves.put(happening);
  });
  ASSERT_TRUE(done) << done.error().message;
}

class StoreDocuments : public sample::StoreTest {};

TEST_F(StoreDocuments, ComeBackAsTheyWere) {
  const Analysis saved = sample::analysis();
  EXPECT_EQ(*open().save(saved), Saved::kNew);
  const auto loaded = open().load("doc-1");
  ASSERT_TRUE(loaded && *loaded);
  EXPECT_EQ(analysis_record(**loaded), analysis_record(saved));
  EXPECT_FALSE(*open().load("doc-2"));
}

TEST_F(StoreDocuments, SavedTwiceChangeNothing) {
  Store store = open();
  ASSERT_TRUE(store.save(sample::analysis()));
  const std::string before = query("SELECT * FROM documents; SELECT * FROM events; SELECT * FROM exact_data");
  EXPECT_EQ(*store.save(sample::analysis()), Saved::kUnchanged);
  EXPECT_EQ(query("SELECT * FROM documents; SELECT * FROM events; SELECT * FROM exact_data"), before);
}

TEST_F(StoreDocuments, AreReplacedByOtherBytesAtTheirPath) {
  Store store = open();
  Analysis analysis = sample::analysis();
  ASSERT_TRUE(store.save(analysis));
  Analysis other = report("doc-2", "Không có thư.");
  other.document.path = analysis.document.path;
  EXPECT_EQ(*store.save(other), Saved::kReplaced);
  EXPECT_EQ(store.load_all()->size(), 1u);
  EXPECT_EQ(query("SELECT count(*) FROM events; SELECT count(*) FROM statements; SELECT count(*) FROM actors;"
                  "SELECT count(*) FROM times"), "0\n0\n0\n0");
  EXPECT_TRUE(store.search("từ chối", 9)->empty());
  EXPECT_EQ(store.search("không", 9)->size(), 1u);
  EXPECT_EQ(integrity(), "ok");
}

TEST_F(StoreDocuments, AreReplacedByANewReadingOfTheSameBytes) {
  Store store = open();
  Analysis analysis = sample::analysis();
  ASSERT_TRUE(store.save(analysis));
  analysis.events.pop_back();
  EXPECT_EQ(*store.save(analysis), Saved::kReplaced);
  EXPECT_EQ(store.counts()->events, 1);
}

TEST_F(StoreDocuments, SavedTogetherAreAsIfSavedOneByOne) {
  const Analysis one = report("one", "Thư thứ nhất."), two = report("two", "Thư thứ hai.");
  Analysis again = report("one-b", "Thư khác."), odd = report("odd", std::string("Trước\0sau", 12));
  again.document.path = one.document.path;
  ASSERT_TRUE(open().save(two, {"p", "f"}));
  const std::vector<Store::Reading> together = {{one, {"p", "f1"}}, {two, {"p", "f"}}, {again, {"p", "f2"}}, {odd}};
  EXPECT_EQ(*open().save(together), (std::vector{Saved::kNew, Saved::kUnchanged, Saved::kReplaced, Saved::kNew}));
  Store store = open();
  EXPECT_EQ(store.load_all()->size(), 3u);
  EXPECT_TRUE(*store.holds(one.document.path, {"p", "f2"}));
  EXPECT_EQ(store.search("nhất", 9)->size(), 0u);
  EXPECT_EQ(store.search("khác", 9)->size(), 1u);
  EXPECT_EQ(store.search("trước", 9)->size(), 1u);
  EXPECT_EQ(*store.forget("odd"), 1);
  EXPECT_EQ(store.search("trước", 9)->size(), 0u);
  EXPECT_EQ(query("SELECT count(*) FROM exact_docsize; SELECT count(*) FROM plain_docsize"), "2\n2");
  EXPECT_EQ(integrity(), "ok");
  EXPECT_TRUE(open().save(std::vector<Store::Reading>())->empty());
}

TEST_F(StoreDocuments, WithoutAPathAreKnownByTheirId) {
  Store store = open();
  Analysis one = report("one", "Một."), two = report("two", "Hai.");
  one.document.path = two.document.path = "";
  EXPECT_EQ(*store.save(one), Saved::kNew);
  EXPECT_EQ(*store.save(two), Saved::kNew);
  EXPECT_EQ(*store.save(one), Saved::kUnchanged);
  EXPECT_EQ(*store.save(two, {"p", "f"}), Saved::kUnchanged);
  EXPECT_TRUE(*store.holds("", {"p", "f"}));
}

TEST_F(StoreDocuments, AreHeldByPathAndWhatTheyWereReadWith) {
  Store store = open();
  const Document document = sample::document();
  const Provenance read{"packs", "print"};
  EXPECT_FALSE(*store.holds(document.path, read));
  ASSERT_TRUE(store.save(sample::analysis(), read));
  EXPECT_TRUE(*store.holds(document.path, read));
  EXPECT_FALSE(*store.holds("elsewhere.txt", read));
  EXPECT_FALSE(*store.holds(document.path, {"packs", "other"}));
  EXPECT_FALSE(*store.holds(document.path, {}));
}

TEST_F(StoreDocuments, WithoutProvenanceAreNeverHeld) {
  Store store = open();
  ASSERT_TRUE(store.save(sample::analysis()));
  EXPECT_FALSE(*store.holds(sample::document().path, {}));
}

// Other packs may read the same: nothing of the document changes but what it was read with.
TEST_F(StoreDocuments, ReadAlikeByOtherPacksAreKept) {
  Store store = open();
  const std::string path = sample::document().path;
  ASSERT_TRUE(store.save(sample::analysis(), {"old", "old print"}));
  const std::string before = query("SELECT number, record FROM documents; SELECT * FROM events; SELECT * FROM exact_data; SELECT * FROM changed");
  EXPECT_EQ(*store.save(sample::analysis(), {"new", "new print"}), Saved::kUnchanged);
  EXPECT_EQ(query("SELECT number, record FROM documents; SELECT * FROM events; SELECT * FROM exact_data; SELECT * FROM changed"), before);
  EXPECT_TRUE(*store.holds(path, {"new", "new print"}));
  EXPECT_FALSE(*store.holds(path, {"old", "old print"}));
  EXPECT_EQ(store.counts()->by_packs, (std::vector<std::pair<std::string, int64_t>>{{"new", 1}}));
}

TEST_F(StoreDocuments, NameTheirActorsOnce) {
  Store store = open();
  Analysis second = sample::analysis();
  second.document.path = "copy.txt";
  second.actors[1].code = "PRKELI";
  ASSERT_TRUE(store.save(sample::analysis()));
  ASSERT_TRUE(store.save(second));
  const auto held = store.find_actors(second.actors[1].id, {});
  ASSERT_TRUE(held);
  EXPECT_EQ(held->size(), 2u);
  for (const Actor& actor : *held) EXPECT_TRUE(actor.mentions.empty());
}

TEST_F(StoreDocuments, LoadInOrderOfPublicationThenPath) {
  Store store = open();
  const std::pair<const char*, const char*> reports[] = {{"d", "2025-02-01"}, {"b", "2025-03-01"}, {"c", "2025-02-01"}};
  for (const auto& [name, published] : reports) {
    Analysis analysis = report(name, name);
    analysis.document.published = published;
    ASSERT_TRUE(store.save(analysis));
  }
  ASSERT_TRUE(store.save(report("undated", "x")));
  std::string order;
  const auto analyses = store.load_all();
  for (const Analysis& analysis : *analyses) order += analysis.document.id + " ";
  EXPECT_EQ(order, "undated c d b ");
}

TEST_F(StoreDocuments, FillTheColumnsThatOneFiltersBy) {
  ASSERT_TRUE(open().save(sample::analysis()));
  EXPECT_EQ(query("SELECT kind, cameo, plover, goldstein, status, source, source_country, target, target_country, place,"
                  " from_day, to_day, time, statement, span_start, span_end FROM events ORDER BY number"),
            "letter-refused|120|REJECT|-4.0|not-happened|prk|PRK|kim|null|ha-noi|2025-06-11|2025-06-11|1|1|71|96\n"
            "other|null|null|null|happened|null|null|null|null|null|null|null|null|null|45|52");
  EXPECT_EQ(query("SELECT act, mode, speaker, speaker_name, anonymous, voices, parent FROM statements ORDER BY number"),
            "confirm|direct|kim|Kim|1|2|2\nsilent|indirect|null|null|0|1|null");
  EXPECT_EQ(query("SELECT id, kind, country, mentions FROM actors WHERE outlet"), "nk-news|organisation|USA|0");
  EXPECT_EQ(query("SELECT type, value, from_day FROM times ORDER BY number"), "DATE|2025-06-11|2025-06-11\nSET|XXXX-WXX|null");
}

TEST_F(StoreDocuments, AreCounted) {
  Store store = open();
  ASSERT_TRUE(store.save(sample::analysis()));
  Analysis second = sample::analysis();
  second.document.path = "copy.txt";
  second.document.lang = "en";
  ASSERT_TRUE(store.save(second));
  ASSERT_TRUE(store.save(report("x", "x")));
  settle(store, {Happening{}});
  const auto counts = store.counts();
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->documents, 3);
  EXPECT_EQ(counts->statements, 4);
  EXPECT_EQ(counts->events, 4);
  EXPECT_EQ(counts->happenings, 1);
  EXPECT_EQ(counts->actors, 4);
  using Groups = std::vector<std::pair<std::string, int64_t>>;
  EXPECT_EQ(counts->by_language, (Groups{{"vi", 2}, {"en", 1}}));
  EXPECT_EQ(counts->by_outlet, (Groups{{"vtc-news", 2}, {"", 1}}));
}

TEST_F(StoreDocuments, AreForgottenAtAllTheirPaths) {
  Store store = open();
  Analysis other = sample::analysis();
  ASSERT_TRUE(store.save(other));
  other.document.path = "elsewhere.txt";
  ASSERT_TRUE(store.save(other));
  ASSERT_TRUE(store.save(report("x", "x")));
  EXPECT_EQ(*store.forget("nobody"), 0);
  EXPECT_EQ(*store.forget("doc-1"), 2);
  EXPECT_EQ(store.load_all()->size(), 1u);
  EXPECT_EQ(query("SELECT count(*) FROM events; SELECT count(*) FROM actors"), "0\n0");
  EXPECT_TRUE(store.search("từ chối", 9)->empty());
  EXPECT_EQ(integrity(), "ok");
}

TEST_F(StoreDocuments, AreFoundByHowTheirNamesBegin) {
  Store store = open();
  for (const char* path : {"news/monday.txt", "news/tuesday.txt", "monday/x.txt"}) {
    Analysis analysis = report(std::string("id-") + path, "x");
    analysis.document.path = path;
    ASSERT_TRUE(store.save(analysis));
  }
  const auto found = [&](const char* beginning) {
    std::string paths;
    const auto all = store.find_documents(beginning);
    for (const Store::Named& named : *all) paths += named.path + " ";
    return paths;
  };
  EXPECT_EQ(found("news/"), "news/monday.txt news/tuesday.txt ");
  EXPECT_EQ(found("monday"), "monday/x.txt news/monday.txt ");
  EXPECT_EQ(found("id-news/t"), "news/tuesday.txt ");
  EXPECT_EQ(found("day"), "");
  EXPECT_EQ(found("onday.txt"), "");
}

TEST_F(StoreDocuments, KeepTheChronicleBesideThem) {
  Happening happening;
  happening.id = "h";
  happening.kind = "letter-refused";
  happening.standing = Standing::kDenied;
  happening.source = {"prk", "North Korea", "PRK", "PRK"};
  Store store = open();
  settle(store, {happening});
  EXPECT_EQ(query("SELECT id, standing, source_country, target, record FROM happenings"),
            "h|denied|PRK|null|" + happening_record(happening));
}

class StoreChronicle : public sample::StoreTest {
 protected:
  static Happening happening(const std::string& id) {
    Happening happening;
    happening.id = id;
    happening.kind = "letter-refused";
    return happening;
  }
  // The ids of the kept chronicle, "none" if it is not current.
  static std::string kept(const Store& store) {
    const auto chronicle = store.load_chronicle();
    if (!chronicle) return chronicle.error().message;
    EXPECT_EQ(*store.chronicle_is_current(), chronicle->has_value());
    if (!*chronicle) return "none";
    std::string ids;
    for (const Happening& one : **chronicle) ids += one.id + " ";
    return ids;
  }
};

TEST_F(StoreChronicle, ComesBackByDayAndThenById) {
  Store store = open();
  EXPECT_EQ(kept(store), "none");
  Happening dated = happening("z");
  dated.from = Day{};
  settle(store, {happening("b"), happening("a"), dated});
  EXPECT_EQ(kept(store), "z a b ");
  EXPECT_EQ(kept(open(true)), "z a b ");
  EXPECT_EQ(happening_record((**store.load_chronicle())[0]), happening_record(dated));
}

TEST_F(StoreChronicle, PutTwiceIsReplaced) {
  Store store = open();
  settle(store, {happening("h")});
  Happening other = happening("h");
  other.kind = "letter-sent";
  settle(store, {other});
  EXPECT_EQ(query("SELECT id, kind FROM happenings"), "h|letter-sent");
}

TEST_F(StoreChronicle, IsCurrentUntilADocumentChanges) {
  Store store = open();
  const auto make = [&] { settle(store, {happening("h")}); };
  Analysis analysis = sample::analysis();
  make();
  ASSERT_TRUE(store.save(analysis));
  EXPECT_EQ(kept(store), "none");
  make();
  ASSERT_TRUE(store.save(analysis, {"p", "f"}));
  EXPECT_EQ(kept(store), "h ");
  analysis.events.pop_back();
  ASSERT_TRUE(store.save(analysis));
  EXPECT_EQ(kept(store), "none");
  make();
  sql("DELETE FROM documents");
  EXPECT_EQ(kept(store), "none");
}

TEST_F(StoreChronicle, OfAnotherProgramIsNotCurrent) {
  Store store = open();
  settle(store, {happening("h")});
  sql("UPDATE chronicle SET program = 'another'");
  EXPECT_EQ(kept(store), "none");
}

TEST_F(StoreChronicle, NamesADamagedHappening) {
  Store store = open();
  settle(store, {happening("h")});
  sql("UPDATE happenings SET record = replace(record, 'unattributed', 'certain')");
  EXPECT_EQ(within(kept(store)).substr(0, 43), "a.db: happening h: record: standing: expect");
}

// What people filter by has an index; so that the order of a table's rows tells nothing, the plan is looked at.
TEST_F(StoreChronicle, IsFilteredByIndexes) {
  open();
  for (const char* filter : {"source = 'prk'", "target = 'prk'", "source_country = 'PRK'", "target_country = 'USA'", "kind = 'letter-refused'",
                             "standing = 'denied'", "from_day >= '2020-01-01'", "to_day <= '2020-12-31'", "source = 'prk' OR target = 'prk' OR source_country = 'PRK' OR target_country = 'PRK'"}) {
    const std::string plan = query(std::string("EXPLAIN QUERY PLAN SELECT record FROM happenings WHERE ") + filter);
    EXPECT_NE(plan.find("USING INDEX happenings_"), std::string::npos) << filter << ": " << plan;
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << filter << ": " << plan;
  }
  for (const char* lookup : {"path = 'a' AND fingerprint = 'f'", "id = 'a'"}) {
    const std::string plan = query(std::string("EXPLAIN QUERY PLAN SELECT 1 FROM documents WHERE ") + lookup);
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << lookup << ": " << plan;
  }
}

}  // namespace
}  // namespace hearsay
