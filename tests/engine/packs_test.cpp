// Every example that stands beside a rule or frame of the real packs: one test a file, so that one miss never hides the next.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/ascii.h"
#include "engine/reading.h"
#include "paths.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_with_examples() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(packs_folder())) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".rules" || extension == ".frames") names.push_back(fs::relative(entry.path(), packs_folder()).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// The text with its examples made into empty comments, so that lines keep their numbers.
std::string without_examples(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    const std::string_view bare = trim(line);
    const bool example = bare.size() > 1 && bare[1] == ' ' && std::string_view("+-~").find(bare[0]) != std::string_view::npos;
    out += (example ? "#" : line) + "\n";
  }
  return out;
}

// A copy of the packs in which only one file keeps its examples: each test runs in a process of its own and need not run them all.
class PacksOfOneFile {
 public:
  explicit PacksOfOneFile(const std::string& kept) {
    std::string name = kept;
    std::replace(name.begin(), name.end(), '/', '-');
    folder_ = fs::path(::testing::TempDir()) / ("hearsay-packs-" + name + "-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    for (const auto& entry : fs::recursive_directory_iterator(packs_folder())) {
      if (!entry.is_regular_file()) continue;
      const std::string path = fs::relative(entry.path(), packs_folder()).generic_string();
      fs::create_directories((folder_ / path).parent_path());
      const std::string extension = entry.path().extension().string();
      const bool silenced = path != kept && (extension == ".rules" || extension == ".frames");
      if (silenced) std::ofstream(folder_ / path, std::ios::binary) << without_examples(text_of(entry.path()));
      else fs::create_symlink(entry.path(), folder_ / path);
    }
  }
  ~PacksOfOneFile() { fs::remove_all(folder_); }
  std::string folder() const { return folder_.string(); }

 private:
  fs::path folder_;
};

class PackExamples : public ::testing::TestWithParam<std::string> {};

TEST_P(PackExamples, Hold) {
  const PacksOfOneFile packs(GetParam());
  const PackReport report = test_packs(packs.folder());
  for (const Diagnostic& diagnostic : report.diagnostics) EXPECT_TRUE(diagnostic.warning) << to_string(diagnostic);
  for (const std::string& failure : report.failures) ADD_FAILURE() << failure;
  const std::string stem = GetParam().substr(0, GetParam().rfind('.')) + ":";
  const auto own = std::count_if(report.uncovered.begin(), report.uncovered.end(), [&](const std::string& id) { return id.starts_with(stem); });
  if (own > 0) std::printf("%s: %d rules that no example reaches\n", GetParam().c_str(), static_cast<int>(own));
}

INSTANTIATE_TEST_SUITE_P(Files, PackExamples, ::testing::ValuesIn(files_with_examples()), [](const auto& info) {
  std::string name = info.param;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});

TEST(Packs, HaveNoMistake) {
  const PackReport report = check_packs(packs_folder());
  for (const Diagnostic& diagnostic : report.diagnostics) ADD_FAILURE() << to_string(diagnostic);
  EXPECT_GT(report.rules, 0);
  EXPECT_GT(report.entries, 0);
}

// Printed, not asked for: a rule without an example is a finding, not a fault.
TEST(Packs, HaveRulesWithoutExample) {
  auto files = read_sources({packs_folder()});
  ASSERT_TRUE(files);
  Diagnostics diagnostics;
  const ParsedRules parsed = parse_all_rules(*files, diagnostics);
  const auto bare = [](const auto& all) { return std::count_if(all.begin(), all.end(), [](const auto& one) { return one.examples.empty(); }); };
  std::printf("%td of %zu rules and %td of %zu frames have no example\n", bare(parsed.rules), parsed.rules.size(), bare(parsed.frames), parsed.frames.size());
}

TEST(Packs, TheEmbeddedOnesAreThoseOfTheTree) {
  if (!has_embedded_pack()) GTEST_SKIP() << "built without an embedded pack";
  auto files = read_sources({packs_folder()});
  ASSERT_TRUE(files);
  const auto embedded = embedded_sources();
  ASSERT_EQ(embedded.size(), files->size());
  for (size_t i = 0; i < embedded.size(); ++i) {
    EXPECT_EQ(embedded[i].name, (*files)[i].name);
    EXPECT_TRUE(embedded[i].text == (*files)[i].text) << embedded[i].name << " has changed since the program was built";
  }
}

}  // namespace
}  // namespace hearsay::testing
