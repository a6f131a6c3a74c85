// Every folder of tests/errors is a small broken pack; its expected.txt holds the diagnostics, word for word.
// HEARSAY_UPDATE=1 rewrites them: read the difference before it is committed.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "hearsay/hearsay.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(HEARSAY_SOURCE) / "tests" / "errors";

std::vector<std::string> broken_packs() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string diagnostics_of(const std::string& name) {
  std::string out;
  for (const Diagnostic& diagnostic : check_packs((kFolder / name).string()).diagnostics) out += to_string(diagnostic) + "\n";
  return out;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

class PackErrors : public ::testing::TestWithParam<std::string> {};

TEST_P(PackErrors, AreNamedByPlaceReasonAndRemedy) {
  const std::string found = diagnostics_of(GetParam());
  const fs::path expected = kFolder / GetParam() / "expected.txt";
  if (std::getenv("HEARSAY_UPDATE")) std::ofstream(expected, std::ios::binary) << found;
  ASSERT_TRUE(fs::exists(expected)) << "no " << expected << "; HEARSAY_UPDATE=1 writes it";
  EXPECT_EQ(found, text_of(expected));
}

// A mistake is not merely reported: nothing is compiled from a pack that has one.
TEST_P(PackErrors, CompileToNothing) {
  const fs::path image = fs::path(::testing::TempDir()) / ("hearsay-error-" + GetParam());
  fs::remove(image);
  EXPECT_FALSE(compile_packs((kFolder / GetParam()).string(), image.string()));
  EXPECT_FALSE(fs::exists(image));
}

INSTANTIATE_TEST_SUITE_P(Folders, PackErrors, ::testing::ValuesIn(broken_packs()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace hearsay::testing
