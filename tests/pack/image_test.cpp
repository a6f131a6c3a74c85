// Packs compiled to images: the same bytes for the same packs, layers, and images that are refused.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "pack/made_pack.h"

namespace hearsay::testing {
namespace {

const PackFiles kSmall = {
    {"vi/pack.toml", "name = \"Tiếng Việt\"\ndecimal = \",\"\ngroup = \".\"\n"},
    {"vi/syntax/nouns.tsv", "form\tkind\nthư\tdocument\n"},
    {"vi/syntax/groups.rules", "rule letter\n  n:<nouns kind=document> d:#num\n  -> np number={d}\n  + thư 5\n"},
    {"world/actors/states.tsv", "id\tname\tcountry\nprk\tNorth Korea\tPRK\n"}};

std::string image_of(const PackFiles& files) { return MadePack(files).image(); }

// Whether it is refused with a message that helps.
void expect_refused(const std::string& image) {
  const Result<Pack> loaded = Pack::load(image);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, Error::Kind::kPack);
  EXPECT_NE(loaded.error().message.find("compile it anew"), std::string::npos);
}

TEST(PackImage, TheSamePacksGiveTheSameBytes) {
  EXPECT_FALSE(image_of(kSmall).empty());
  EXPECT_EQ(image_of(kSmall), image_of(kSmall));
}

TEST(PackImage, OtherPacksGiveOtherBytes) {
  PackFiles other = kSmall;
  other[1].second += "lá thư\tdocument\n";
  EXPECT_NE(image_of(other), image_of(kSmall));
}

TEST(PackImage, HoldsWhatWasWritten) {
  const MadePack made(kSmall);
  const LanguagePack& vi = made.language("vi");
  EXPECT_EQ(vi.text.decimal, ',');
  EXPECT_EQ(vi.text.group, '.');
  EXPECT_EQ(vi.program("syntax", 1).rules.size(), 1u);
  EXPECT_EQ(vi.program("syntax", 2).rules.size(), 0u);
  EXPECT_EQ(made.pack().strings()[vi.program("syntax", 1).rules[0].id], "vi/syntax/groups:letter");
  EXPECT_EQ(made.pack().world().actors().size(), 1u);
  EXPECT_GE(made.pack().world().find("prk"), 0);
  EXPECT_EQ(made.pack().language("fr"), nullptr);
}

TEST(PackImage, CarriesItsSources) {
  const std::vector<SourceFile> back = sources_of(image_of(kSmall));
  ASSERT_EQ(back.size(), kSmall.size());
  for (size_t i = 0; i < back.size(); ++i) {
    EXPECT_EQ(back[i].name, kSmall[i].first);
    EXPECT_EQ(back[i].text, kSmall[i].second);
  }
  Diagnostics diagnostics;
  EXPECT_EQ(compile_image(back, diagnostics), image_of(kSmall));
}

TEST(PackImage, ALaterLayerAddsToAnEarlierOne) {
  PackFiles both = kSmall;
  both.emplace_back("vi/syntax/nouns.tsv", "form\tkind\ncông hàm\tdocument\n");
  both.emplace_back("vi/syntax/own.rules", "rule plain\n  n:<nouns>\n  -> np\n");
  const MadePack made(both);
  EXPECT_EQ(made.language("vi").language.entries.size(), MadePack(kSmall).language("vi").language.entries.size() + 1);
  EXPECT_EQ(made.language("vi").program("syntax", 1).rules.size(), 2u);
}

TEST(PackImage, FoldersAreLayeredInTheirOrder) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(::testing::TempDir()) / "hearsay-layers";
  fs::remove_all(root);
  for (const char* layer : {"one", "two"}) {
    fs::create_directories(root / layer / "vi" / "syntax");
    std::ofstream(root / layer / "vi" / "syntax" / "nouns.tsv") << "form\n" << layer << "\n";
    std::ofstream(root / layer / "vi" / "syntax" / "README.md") << "not a part of the pack";
  }
  const auto files = read_sources({(root / "two").string(), (root / "one").string()});
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 2u);
  EXPECT_EQ((*files)[0].text, "form\ntwo\n");
  EXPECT_EQ((*files)[1].name, "vi/syntax/nouns.tsv");
  fs::remove_all(root);
}

TEST(PackImage, APackWithAMistakeGivesNoImage) {
  PackFiles broken = kSmall;
  broken[2].second = "rule letter\n  <nuons>\n  -> np\n";
  const MadePack made(broken);
  EXPECT_FALSE(made.made());
  EXPECT_NE(made.messages().find("did you mean \"nouns\"?"), std::string::npos);
}

TEST(PackImage, ForeignBytesAreRefused) {
  expect_refused("");
  expect_refused("x");
  expect_refused(std::string(4096, '\0'));
  expect_refused("PK\x03\x04" + std::string(4096, 'x'));
}

TEST(PackImage, AnImageOfAnotherVersionIsRefused) {
  for (int step : {-1, 1}) {
    std::string image = image_of(kSmall);
    image[offsetof(ImageHeader, version)] = static_cast<char>(ImageHeader::kVersion + step);
    expect_refused(image);
  }
}

TEST(PackImage, ACutImageIsRefused) {
  const std::string image = image_of(kSmall);
  // The last bytes may be the padding of the last section.
  for (size_t length = 0; length + 16 <= image.size(); length += 1 + length / 50) expect_refused(image.substr(0, length));
}

TEST(PackImage, ASectionOutsideTheImageIsRefused) {
  const std::string image = image_of(kSmall);
  for (size_t field : {offsetof(ImageSection, offset), offsetof(ImageSection, bytes)}) {
    std::string broken = image;
    const uint64_t far = image.size() + 1;
    std::memcpy(broken.data() + sizeof(ImageHeader) + field, &far, sizeof far);
    expect_refused(broken);
  }
}

TEST(PackImage, TooManySectionsAreRefused) {
  std::string image = image_of(kSmall);
  const uint32_t many = UINT32_MAX;
  std::memcpy(image.data() + offsetof(ImageHeader, sections), &many, sizeof many);
  expect_refused(image);
}

TEST(PackImage, CompilePacksWritesTheImageAndNamesWhatFails) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(::testing::TempDir()) / "hearsay-compiled";
  fs::remove_all(root);
  for (const auto& [name, text] : kSmall) {
    fs::create_directories((root / "packs" / name).parent_path());
    std::ofstream(root / "packs" / name) << text;
  }
  ASSERT_TRUE(compile_packs((root / "packs").string(), (root / "image").string()));
  EXPECT_GT(fs::file_size(root / "image"), 0u);
  const Status nowhere = compile_packs((root / "packs").string(), (root / "no" / "such" / "image").string());
  ASSERT_FALSE(nowhere);
  EXPECT_NE(nowhere.error().message.find("cannot be written"), std::string::npos);
  fs::remove_all(root);
}

}  // namespace
}  // namespace hearsay::testing
