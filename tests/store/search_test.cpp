// Full text search, in Vietnamese with and without diacritics; queries of every kind.
// SPDX-License-Identifier: Apache-2.0
#include "folder.h"

namespace hearsay {
namespace {

using sample::report;

class StoreSearch : public sample::StoreTest {
 protected:
  std::string found(const std::string& words, int limit = 10) {
    const auto hits = store_.search(words, limit);
    if (!hits) return hits.error().message;
    std::string ids;
    for (const Store::Hit& hit : *hits) ids.append(ids.empty() ? "" : " ").append(hit.document);
    return ids;
  }
  void add(const std::string& name, const std::string& text) { ASSERT_TRUE(store_.save(report(name, text))); }

  Store store_ = open();
};

TEST_F(StoreSearch, FindsWithAndWithoutDiacritics) {
  add("refused", "Triều Tiên từ chối lá thư.");
  add("other", "Ông đến Hà Nội.");
  EXPECT_EQ(found("từ chối"), "refused");
  EXPECT_EQ(found("tu choi"), "refused");
  EXPECT_EQ(found("TU CHOI"), "refused");
  EXPECT_EQ(found("Từ CHỐI"), "refused");
  EXPECT_EQ(found("đến"), "other");
  EXPECT_EQ(found("den"), "other");
  EXPECT_EQ(found("ĐEN"), "other");
  EXPECT_EQ(found("từ thư Nội"), "");
}

TEST_F(StoreSearch, RanksWhatIsWrittenAsAskedFirst) {
  add("longer", "Một bài dài hơn, trong đó có người từ chối, sau nhiều lời khác nữa.");
  add("blind", "tu choi tu choi tu choi");
  EXPECT_EQ(found("từ chối"), "longer blind");
  EXPECT_EQ(found("tu choi"), "blind longer");
  EXPECT_EQ(found("từ chối", 1), "longer");
  EXPECT_EQ(found("từ chối", 0), "");
}

TEST_F(StoreSearch, FindsDecomposedText) {
  add("decomposed", "Ha\u0300 No\u0323\u0302i");
  EXPECT_EQ(found("Hà Nội"), "decomposed");
  EXPECT_EQ(found("ha noi"), "decomposed");
}

TEST_F(StoreSearch, ShowsTheWordsAsTheyWereWritten) {
  add("d", "Hôm qua,\nĐặng Văn A đã từ chối.");
  EXPECT_EQ((*store_.search("dang tu", 1))[0].snippet, "Hôm qua, «Đặng» Văn A đã «từ» chối.");
  EXPECT_EQ((*store_.search("đặng \"từ chối\"", 1))[0].snippet, "Hôm qua, «Đặng» Văn A đã «từ chối».");
  EXPECT_EQ((*store_.search("đặng", 1))[0].title, "d");
}

TEST_F(StoreSearch, TakesQuotedWordsAsAPhrase) {
  add("apart", "chối rồi từ");
  add("together", "đã từ chối");
  EXPECT_EQ(found("\"từ chối\""), "together");
  EXPECT_EQ(found("\"tu choi\" da"), "together");
  EXPECT_EQ(found("\"từ chối"), "apart together");
}

TEST_F(StoreSearch, RanksEqualsByPath) {
  for (const char* name : {"c", "a", "b"}) add(name, "lá thư");
  EXPECT_EQ(found("thư"), "a b c");
  EXPECT_EQ(found("thư", 2), "a b");
}

TEST_F(StoreSearch, NoQueryIsAnError) {
  add("d", "AND OR NOT near(a b) title text x");
  const std::string nul("x\0\"y", 4);
  const std::string cases[] = {"",      " ",     "\"",    "\"\"",  "\"\"\"", "*",          "-",        "AND",     "OR NOT", "NEAR(a b)",
                               "(",     "title:x", "^x",  "x*",    "a + b",  "{title}: x", "'; DROP",  "\\",      nul,      "\xFF\xFE",
                               "- x -", ". . .", "\"-\"", "\"x\"y", "- \"-\"", std::string(100'000, '"'), std::string(100'000, 'x')};
  for (const std::string& words : cases) {
    const auto hits = store_.search(words, 5);
    EXPECT_TRUE(hits) << words << ": " << hits.error().message;
  }
  EXPECT_EQ(found("AND"), "d");
  EXPECT_EQ(found("- x -"), "d");
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "x ";
  EXPECT_EQ(found(many), "d");
}

}  // namespace
}  // namespace hearsay
