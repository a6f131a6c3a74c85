// Files, folders, manifests.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "hearsay/hearsay.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

class Inputs : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "hearsay-list-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& bytes = "x") const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  std::vector<std::string> names(const InputList& list) const {
    std::vector<std::string> out;
    for (const Metadata& report : list.reports) out.push_back(fs::path(report.path).lexically_relative(folder_).string());
    return out;
  }
  fs::path folder_;
};

using Names = std::vector<std::string>;

TEST_F(Inputs, AreListedInOrderEachOnce) {
  for (const char* name : {"b.txt", "a/z.txt", "a/y.txt", "a/.hidden.txt", "a/.git/x.txt", "a/picture.png", "notes.md"}) write(name);
  const InputList list = list_reports({path("b.txt"), folder_.string(), path("a/../b.txt")}, {});
  EXPECT_EQ(names(list), (Names{"a/y.txt", "a/z.txt", "b.txt"}));
  EXPECT_TRUE(list.errors.empty());
  EXPECT_EQ(names(list_reports({path("notes.md")}, {})), Names{"notes.md"});
}

TEST_F(Inputs, ThatAreMissingAreNamed) {
  fs::create_directory(folder_ / "void");
  write("a.txt");
  const InputList list = list_reports({path("gone.txt"), path("void"), path("a.txt")}, {});
  EXPECT_EQ(names(list), Names{"a.txt"});
  ASSERT_EQ(list.errors.size(), 2u);
  EXPECT_EQ(list.errors[0].path, path("gone.txt"));
  EXPECT_EQ(list.errors[0].message, "no such file");
  for (const InputError& error : list.errors) EXPECT_FALSE(error.warning);
  EXPECT_EQ(list.errors[1].message, "no reports in this folder");
}

TEST_F(Inputs, KnowWhatTheirRowSays) {
  write("n/a.txt");
  write("n/b.txt");
  write("n/m.tsv", "\xEF\xBB\xBFoutlet\tdocument\tpublished\tlang\ttitle\turl\tnote\r\nVOV\ta.txt\t2013-10-23T14:20+07:00\tvi\t\thttps://x\tz\r\n\r\n\tb.txt\n");
  const InputList list = list_reports({path("n")}, path("n/m.tsv"));
  EXPECT_TRUE(list.errors.empty());
  ASSERT_EQ(list.reports.size(), 2u);
  const Metadata& a = list.reports[0];
  EXPECT_EQ(a.outlet, "VOV");
  EXPECT_EQ(a.published, "2013-10-23T14:20+07:00");
  EXPECT_EQ(a.lang, "vi");
  EXPECT_EQ(a.url, "https://x");
  EXPECT_FALSE(a.title);
  EXPECT_FALSE(list.reports[1].outlet || list.reports[1].published);
}

TEST_F(Inputs, AndRowsThatDoNotMeetAreCounted) {
  for (const char* name : {"a.txt", "b.txt", "c.txt", "other/d.txt"}) write(name);
  write("m.tsv", "document\na.txt\na.txt\nw.txt\nx.txt\ny.txt\nz.txt\nother/d.txt\n");
  const InputList list = list_reports({path("a.txt"), path("b.txt"), path("c.txt")}, path("m.tsv"));
  EXPECT_EQ(list.reports.size(), 3u);
  ASSERT_EQ(list.errors.size(), 3u);
  for (const InputError& error : list.errors) {
    EXPECT_EQ(error.path, path("m.tsv"));
    EXPECT_TRUE(error.warning);
  }
  EXPECT_EQ(list.errors[0].message, "4 rows name files that are not there: w.txt, x.txt, y.txt, ...");
  EXPECT_EQ(list.errors[1].message, "1 file has several rows, of which the first counts: a.txt");
  EXPECT_EQ(list.errors[2].message, "2 files have no row: " + path("b.txt") + ", " + path("c.txt"));
}

TEST_F(Inputs, AreNotReadWithoutAManifestThatWasAskedFor) {
  write("a.txt");
  write("m.tsv", "file\tdate\na.txt\t2013-10-23\n");
  for (const char* manifest : {"m.tsv", "gone.tsv"}) {
    const InputList list = list_reports({path("a.txt")}, path(manifest));
    EXPECT_TRUE(list.reports.empty());
    EXPECT_EQ(list.errors.size(), 1u);
  }
}

TEST_F(Inputs, AreReadWholeOrRefused) {
  const std::string bytes("a\0b\r\n", 5);
  write("a.txt", bytes);
  EXPECT_EQ(*read_file(path("a.txt"), 5), bytes);
  EXPECT_EQ(*read_file("/dev/null", 5), "");
  EXPECT_EQ(read_file(path("a.txt"), 4).error().message, path("a.txt") + ": larger than 0 MB, too large for one report");
  EXPECT_EQ(read_file("/dev/zero", 1 << 20).error().message, "/dev/zero: larger than 1 MB, too large for one report");
  EXPECT_EQ(read_file(folder_.string(), 9).error().message, folder_.string() + ": a folder, not a file");
  EXPECT_EQ(read_file(path("gone"), 9).error().message, path("gone") + ": no such file");
}

}  // namespace
}  // namespace hearsay
