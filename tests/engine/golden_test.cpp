// The records of examples/letters, byte by byte. HEARSAY_UPDATE=1 rewrites them: read the difference before it is committed.
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/letters.h"

namespace hearsay::testing {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  Lines lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The first few values that differ, with the record they stand in.
std::string difference(const std::string& wanted, const std::string& found) {
  const Lines a = pretty(wanted), b = pretty(found);
  size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  std::string out = "from line " + std::to_string(at + 1) + " of the record, shown as one value a line:\n";
  for (size_t i = at > 3 ? at - 3 : 0; i < at; ++i) out += "    " + a[i] + "\n";
  for (size_t i = at; i < std::min(a.size(), at + 8); ++i) out += "  - " + a[i] + "\n";
  for (size_t i = at; i < std::min(b.size(), at + 8); ++i) out += "  + " + b[i] + "\n";
  return out;
}

void expect_golden(const std::string& name, const Lines& records) {
  const std::string path = source_path("tests/golden/" + name);
  if (std::getenv("HEARSAY_UPDATE")) {
    std::ofstream out(path, std::ios::binary);
    for (const std::string& record : records) out << record << "\n";
  }
  if (!std::filesystem::exists(path)) {
    FAIL() << "there is no " << path << " yet; when the packs have settled, run these tests with HEARSAY_UPDATE=1, read what was written, and commit it";
  }
  const Lines golden = lines_of(path);
  EXPECT_EQ(golden.size(), records.size()) << "records in " << path;
  for (size_t i = 0; i < std::min(golden.size(), records.size()); ++i)
    if (golden[i] != records[i]) ADD_FAILURE() << name << ":" << i + 1 << ": " << difference(golden[i], records[i]);
}

TEST(Golden, Letters) {
  Lines records;
  for (const Letter& letter : letters()) records.push_back(analysis_record(analysed(letter)));
  ASSERT_FALSE(records.empty());
  expect_golden("letters.jsonl", records);
}

TEST(Golden, LettersChronicle) {
  std::vector<Analysis> analyses;
  for (const Letter& letter : letters()) analyses.push_back(analysed(letter));
  Lines records;
  for (const Happening& happening : shared_engine().chronicle(analyses)) records.push_back(happening_record(happening));
  expect_golden("letters-chronicle.jsonl", records);
}

}  // namespace
}  // namespace hearsay::testing
