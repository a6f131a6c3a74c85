// What packs are known by: the same packs have the same id wherever they lie, other packs another.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "hearsay/hearsay.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

class PacksId : public ::testing::Test {
 protected:
  void SetUp() override { fs::remove_all(root_); }
  void TearDown() override { fs::remove_all(root_); }

  std::string folder(const std::string& name, const std::string& title) const {
    fs::create_directories(root_ / name / "en" / "actors");
    std::ofstream(root_ / name / "en" / "pack.toml") << "name = \"English\"\n";
    std::ofstream(root_ / name / "en" / "actors" / "titles.tsv") << "form\n" << title << "\n";
    return (root_ / name).string();
  }
  static std::string id(const std::string& base, std::vector<std::string> layers = {}) {
    const Result<Engine> engine = Engine::open({std::move(layers), base});
    return engine ? engine->packs_id() : engine.error().message;
  }

  fs::path root_ = fs::path(::testing::TempDir()) / ("hearsay-packs-id-" + std::to_string(getpid()));
};

TEST_F(PacksId, IsTheSameForTheSamePacks) {
  const std::string found = id(folder("one", "king"));
  EXPECT_EQ(found.size(), 16u);
  EXPECT_EQ(found.find_first_not_of("0123456789abcdef"), std::string::npos) << found;
  EXPECT_EQ(id(folder("elsewhere", "king")), found);
  EXPECT_EQ(check_packs(folder("elsewhere", "king")).id, found);
}

TEST_F(PacksId, IsAnotherForOtherPacks) {
  const std::string king = folder("king", "king"), queen = folder("queen", "queen");
  EXPECT_NE(id(king), id(queen));
  EXPECT_NE(id(king, {queen}), id(king));
  EXPECT_NE(id(king, {queen}), id(queen, {king}));
}

TEST_F(PacksId, AndAllThatIsKnownOfAReportMakeItsFingerprint) {
  const Result<Engine> engine = Engine::open({{}, folder("one", "king")}), again = Engine::open({{}, folder("same", "king")}), other = Engine::open({{}, folder("other", "queen")});
  ASSERT_TRUE(engine && again && other);
  Metadata known;
  known.path = "a.txt";
  known.outlet = "KCNA";
  const Provenance first = engine->provenance("Words.", known);
  EXPECT_EQ(first.packs, engine->packs_id());
  EXPECT_EQ(again->provenance("Words.", known).fingerprint, first.fingerprint);
  std::set<std::string> prints{first.fingerprint, engine->provenance("Other words.", known).fingerprint, other->provenance("Words.", known).fingerprint};
  const auto add = [&](auto change) {
    Metadata changed = known;
    change(changed);
    prints.insert(engine->provenance("Words.", changed).fingerprint);
  };
  add([](Metadata& m) { m.path = "b.txt"; });
  add([](Metadata& m) { m.outlet.reset(); });
  add([](Metadata& m) { m.outlet.reset(), m.url = "KCNA"; });
  add([](Metadata& m) { m.title = ""; });
  add([](Metadata& m) { m.lang = "en"; });
  add([](Metadata& m) { m.published = "2020-04-20"; });
  add([](Metadata& m) { m.published = "2020-04-20", m.published_from = DateOrigin::kOption; });
  EXPECT_EQ(prints.size(), 10u);
}

TEST_F(PacksId, IsNotGivenToPacksWithMistakes) { EXPECT_EQ(check_packs(folder("broken", "king\tof\tNorway")).id, ""); }

}  // namespace
}  // namespace hearsay
