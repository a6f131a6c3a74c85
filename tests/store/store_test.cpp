// Saving, replacing, loading, counting.
// SPDX-License-Identifier: Apache-2.0
#include "folder.h"

namespace hearsay {
namespace {

using Saved = Store::Saved;
using sample::report;

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

TEST_F(StoreDocuments, WithoutAPathAreKnownByTheirId) {
  Store store = open();
  Analysis one = report("one", "Một."), two = report("two", "Hai.");
  one.document.path = two.document.path = "";
  EXPECT_EQ(*store.save(one), Saved::kNew);
  EXPECT_EQ(*store.save(two), Saved::kNew);
  EXPECT_EQ(*store.save(one), Saved::kUnchanged);
  EXPECT_TRUE(*store.holds(two.document.sha256, ""));
}

TEST_F(StoreDocuments, AreHeldByBytesAndPath) {
  Store store = open();
  const Document document = sample::document();
  EXPECT_FALSE(*store.holds(document.sha256, document.path));
  ASSERT_TRUE(store.save(sample::analysis()));
  EXPECT_TRUE(*store.holds(document.sha256, document.path));
  EXPECT_FALSE(*store.holds(document.sha256, "elsewhere.txt"));
  EXPECT_FALSE(*store.holds("other", document.path));
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
  ASSERT_TRUE(store.save_chronicle({Happening{}, Happening{}}));
  ASSERT_TRUE(store.save_chronicle({Happening{}}));
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

TEST_F(StoreDocuments, KeepTheChronicleBesideThem) {
  Happening happening;
  happening.id = "h";
  happening.kind = "letter-refused";
  happening.standing = Standing::kDenied;
  happening.source = {"prk", "North Korea", "PRK", "PRK"};
  ASSERT_TRUE(open().save_chronicle({happening}));
  EXPECT_EQ(query("SELECT id, standing, source_country, target, record FROM happenings"),
            "h|denied|PRK|null|" + happening_record(happening));
}

}  // namespace
}  // namespace hearsay
