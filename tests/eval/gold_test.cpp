// Gold files are read whole or refused with the place of what is wrong.
// SPDX-License-Identifier: Apache-2.0
#include "eval/gold.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "eval/whereabouts.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

class GoldFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "hearsay-gold-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  fs::path folder_;
};

TEST(Gold, IsReadWhole) {
  const auto gold = parse_gold("g.json", "\xEF\xBB\xBF" R"({"document": "a/b.txt", "lang": "vi", "published": "2031-05-02", "outlet": null, "as_written": true,
    "ignore": [["Photo", "pier"]],
    "times": [{"text": "May", "n": 2, "value": ["2031-05", "2031"]}],
    "statements": [{"sentence": "he said", "speaker": ["Lan"], "cue": null, "content": ["A", "B"], "via": [["CNN", "C"], []], "via_hard": true, "hard": true, "act": "deny"}],
    "events": [{"anchor": "met", "codes": ["04"], "source": [], "target": ["USA", ""], "status": ["happened", "planned"], "from": null, "to": "2031-05-02", "by": "", "optional": true},
               {"anchor": "left", "codes": ["16"], "source": ["VNM"], "target": []}]})");
  ASSERT_TRUE(gold) << gold.error().message;
  const GoldFile& file = **gold;
  EXPECT_EQ(file.document, "a/b.txt");
  EXPECT_EQ(file.published, "2031-05-02");
  EXPECT_FALSE(file.outlet);
  EXPECT_TRUE(file.as_written);
  EXPECT_EQ(file.ignore.at(0).second, "pier");
  EXPECT_EQ(file.times->at(0).n, 2);
  EXPECT_EQ(file.times->at(0).value->size(), 2u);
  const GoldStatement& said = file.statements->at(0);
  EXPECT_TRUE(said.hard && said.via_hard && !said.optional);
  EXPECT_EQ(*said.cue, Accepted{std::nullopt});
  EXPECT_FALSE(said.mode);
  ASSERT_EQ(said.via->at(0).size(), 2u);
  EXPECT_EQ(said.via->at(0).at(1).words, "C");
  EXPECT_TRUE(said.via->at(1).empty());
  const GoldEvent& met = file.events->at(0);
  EXPECT_TRUE(met.optional && met.dated && !met.from);
  EXPECT_EQ(*met.by, std::vector<std::string>{""});
  EXPECT_EQ(file.events->at(1).number, 2);
  EXPECT_FALSE(file.events->at(1).dated || file.events->at(1).by || file.events->at(1).status);
}

TEST(Gold, SaysWhatIsWrongAndWhere) {
  const auto message = [](const char* json) {
    const auto gold = parse_gold("g.json", json);
    return gold ? std::string(*gold ? "gold" : "other") : gold.error().message;
  };
  EXPECT_TRUE(message("{\"times\": [").starts_with("g.json: not JSON at byte 11: ")) << message("{\"times\": [");
  EXPECT_EQ(message("[1]"), "other");
  EXPECT_EQ(message("{\"story\": 1}"), "other");
  EXPECT_TRUE(message("{\"times\": []}").starts_with("g.json: not a gold file: ")) << message("{\"times\": []}");
  EXPECT_EQ(message(R"({"document": "a", "times": [{"text": "x"}, {"n": 1}]})"), "g.json: times, entry 2: no text, or it is no text");
  EXPECT_EQ(message(R"({"document": "a", "times": [{"text": "x", "n": 0}]})"), "g.json: times, entry 1: no n, or it is no number from 1");
  EXPECT_EQ(message(R"({"document": "a", "statements": [{"sentence": "x", "speaker": "Lan"}]})"), "g.json: statements, entry 1: no speaker, or it is no list");
  EXPECT_EQ(message(R"({"document": "a", "events": [{"anchor": "x", "codes": ["04"], "source": [], "target": [1]}]})"), "g.json: events, entry 1: no target, or it is no text");
  EXPECT_EQ(message(R"({"document": "a", "events": [3]})"), "g.json: events, entry 1: it is no object");
}

TEST_F(GoldFiles, OfAFolderAreReadInOrderAndOthersLeftOut) {
  write("b/2.json", R"({"document": "two.txt", "times": []})");
  write("a.json", R"({"document": "one.txt", "times": []})");
  const std::string other = write("c.json", R"({"happenings": []})");
  const auto gold = read_gold({folder_.string()}, {});
  ASSERT_TRUE(gold) << gold.error().message;
  ASSERT_EQ(gold->size(), 2u);
  EXPECT_EQ(gold->at(0).document, "one.txt");
  EXPECT_FALSE(read_gold({other}, {}));
  EXPECT_FALSE(read_gold({(folder_ / "gone.json").string()}, {}));
  write("d.json", "{");
  EXPECT_FALSE(read_gold({folder_.string()}, {}));
}

TEST_F(GoldFiles, NameTheirReportsFromTheNearestFolderThatHasThem) {
  GoldFile gold;
  gold.path = write("gold/dev/a.json", "");
  gold.document = "news/a.txt";
  EXPECT_FALSE(report_of(gold, {}));
  const std::string far = write("news/a.txt", "x");
  EXPECT_EQ(report_of(gold, {}), far);
  const std::string near = write("gold/news/a.txt", "x");
  EXPECT_EQ(report_of(gold, {}), near);
  EXPECT_EQ(report_of(gold, folder_.string()), far);
  EXPECT_FALSE(report_of(gold, (folder_ / "gold/dev").string()));
}

TEST(ReportAmong, IsToldByTheEndOfItsPath) {
  const std::vector<std::string> files{"in/news/a.txt", "in/old/a.txt", "in/old/deep/b.txt"};
  EXPECT_EQ(report_among(files, "news/a.txt"), "in/news/a.txt");
  EXPECT_EQ(report_among(files, "./news/a.txt"), "in/news/a.txt");
  EXPECT_EQ(report_among(files, "other/place/deep/b.txt"), "in/old/deep/b.txt");
  EXPECT_FALSE(report_among(files, "more/a.txt"));
  EXPECT_FALSE(report_among({"x/in/a.txt", "y/in/a.txt"}, "z/in/a.txt"));
}

}  // namespace
}  // namespace hearsay
