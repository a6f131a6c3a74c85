// Whole pages: what is expected of each stands beside it (expected.h). Fields must be the same; of the text, words are counted: how many of those found
// are expected (precision), and how many of those expected are found (recall).
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "page/expected.h"
#include "paths.h"

namespace hearsay {
namespace {

using testing::contents;
using testing::Expected;
using testing::read_expected;

const std::string kPages = source_folder() + "/tests/page/pages";
constexpr double kLeastOverall = 0.97, kLeastOfPage = 0.75, kLeastKinds = 0.9;

std::vector<std::string> page_names() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(kPages))
    if (file.path().extension() == ".html") names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

// The words of blocks, without their kinds, or the blocks themselves; sorted.
std::vector<std::string> items_of(const std::string& blocks, bool words) {
  std::vector<std::string> items;
  std::istringstream lines(blocks);
  for (std::string line; std::getline(lines, line);) {
    if (!words) items.push_back(line);
    std::istringstream rest(line.substr(line.find(": ") + 2));
    for (std::string word; words && rest >> word;) items.push_back(word);
  }
  std::sort(items.begin(), items.end());
  return items;
}

struct Score {
  size_t expected = 0, found = 0, both = 0;
  void add(const Score& other) { expected += other.expected, found += other.found, both += other.both; }
  double precision() const { return found == 0 ? 1 : static_cast<double>(both) / static_cast<double>(found); }
  double recall() const { return expected == 0 ? 1 : static_cast<double>(both) / static_cast<double>(expected); }
};

Score score(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  std::vector<std::string> both;
  std::set_intersection(expected.begin(), expected.end(), found.begin(), found.end(), std::back_inserter(both));
  return {expected.size(), found.size(), both.size()};
}

struct Read {
  Expected expected;
  std::string fields, blocks;
  Score words() const { return score(items_of(expected.blocks, true), items_of(blocks, true)); }
  Score lines() const { return score(items_of(expected.blocks, false), items_of(blocks, false)); }
};

Read read(const std::string& name) {
  Read one{read_expected(kPages + "/" + name + ".expected"), {}, {}};
  const WebPage page = read_page(contents(kPages + "/" + name + ".html"), one.expected.address);
  one.fields = testing::fields_of(page);
  one.blocks = testing::blocks_of(page);
  return one;
}

std::string sorted(const std::string& lines) {
  std::vector<std::string> all;
  std::istringstream rest(lines);
  for (std::string line; std::getline(rest, line);) all.push_back(line);
  std::sort(all.begin(), all.end());
  std::string out;
  for (const std::string& line : all) out += line + "\n";
  return out;
}

class PageFile : public ::testing::TestWithParam<std::string> {};

TEST_P(PageFile, GivesItsFields) {
  const Read one = read(GetParam());
  EXPECT_EQ(sorted(one.fields), sorted(one.expected.fields));
}

TEST_P(PageFile, GivesItsText) {
  const Read one = read(GetParam());
  const Score words = one.words();
  EXPECT_GE(words.precision(), kLeastOfPage) << one.blocks;
  EXPECT_GE(words.recall(), kLeastOfPage) << one.blocks;
}

INSTANTIATE_TEST_SUITE_P(Pages, PageFile, ::testing::ValuesIn(page_names()), [](const auto& named) { return named.param; });

TEST(Pages, GiveTheirTextOverall) {
  Score words, lines;
  for (const std::string& name : page_names()) {
    const Read one = read(name);
    const Score own = one.words();
    words.add(own);
    lines.add(one.lines());
    if (own.precision() < 1 || own.recall() < 1) std::cout << name << ": precision " << own.precision() << ", recall " << own.recall() << "\n";
  }
  std::cout << page_names().size() << " pages: precision " << words.precision() << ", recall " << words.recall() << "; blocks with their kinds: precision "
            << lines.precision() << ", recall " << lines.recall() << "\n";
  EXPECT_GE(page_names().size(), 60u);
  EXPECT_GE(words.precision(), kLeastOverall);
  EXPECT_GE(words.recall(), kLeastOverall);
  EXPECT_GE(lines.precision(), kLeastKinds);
  EXPECT_GE(lines.recall(), kLeastKinds);
}

TEST(Pages, ScoreCountsWordsAsBags) {
  const Score some = score(items_of("paragraph: one two two\ntitle: three\n", true), items_of("title: three two\nlead: four\n", true));
  EXPECT_EQ(some.expected, 4u);
  EXPECT_EQ(some.found, 3u);
  EXPECT_EQ(some.both, 2u);
  EXPECT_DOUBLE_EQ(some.precision(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(some.recall(), 0.5);
  EXPECT_EQ(score(items_of("title: a\nlead: b\n", false), items_of("lead: a\nlead: b\n", false)).both, 1u);
}

}  // namespace
}  // namespace hearsay
