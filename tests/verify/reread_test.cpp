// A text that is read once more, with what a record says was known of it, gives the record that it gave from its file.
// SPDX-License-Identifier: Apache-2.0
#include "verify/reread.h"

#include <filesystem>

#include "engine/letters.h"

namespace hearsay::testing {
namespace {

std::string read_again(const std::string& record) {
  const auto analysis = reread(shared_engine(), record);
  return analysis ? analysis_record(*analysis) : analysis.error().message;
}

TEST(Reread, GivesTheSameOfLetters) {
  for (const Letter& letter : letters()) {
    const std::string record = analysis_record(analysed(letter));
    EXPECT_EQ(read_again(record), record);
  }
}

TEST(Reread, GivesTheSameOfPages) {
  int pages = 0;
  for (const auto& file : std::filesystem::directory_iterator(source_path("tests/page/pages"))) {
    if (file.path().extension() != ".html") continue;
    const auto bytes = read_file(file.path().string(), kMaxReportBytes);
    ASSERT_TRUE(bytes);
    Metadata metadata;
    metadata.path = file.path().filename().string();
    auto analysis = shared_engine().analyse(*bytes, metadata);
    if (!analysis) continue;
    analysis->notes.clear();             // that tell of the page's bytes
    const std::string record = analysis_record(*analysis);
    EXPECT_EQ(read_again(record), record) << metadata.path;
    ++pages;
  }
  EXPECT_GT(pages, 20);
}

}  // namespace
}  // namespace hearsay::testing
