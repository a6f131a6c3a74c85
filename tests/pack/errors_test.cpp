// Every folder of tests/errors is a small broken pack; its expected.txt holds the diagnostics, word for word, with places from that folder.
// Those of tests/warnings compile and are warned of. HEARSAY_UPDATE=1 rewrites them: read the difference before it is
// committed.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "hearsay/hearsay.h"
#include "paths.h"

namespace hearsay::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kTests = fs::path(source_folder()) / "tests";

// "errors/bad-date", ...
std::vector<std::string> packs_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kTests / folder))
    if (entry.is_directory()) names.push_back(folder + "/" + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string diagnostics_of(const std::string& name) {
  const std::string folder = (kTests / name).string() + "/";
  std::string out;
  for (const Diagnostic& diagnostic : check_packs(folder).diagnostics) out += to_string(diagnostic) + "\n";
  for (size_t at; (at = out.find(folder)) != std::string::npos;) out.erase(at, folder.size());
  return out;
}

std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void expect_frozen(const std::string& name) {
  const std::string found = diagnostics_of(name);
  const fs::path expected = kTests / name / "expected.txt";
  if (std::getenv("HEARSAY_UPDATE")) std::ofstream(expected, std::ios::binary) << found;
  ASSERT_TRUE(fs::exists(expected)) << "no " << expected << "; HEARSAY_UPDATE=1 writes it";
  EXPECT_EQ(found, text_of(expected));
}

class PackErrors : public ::testing::TestWithParam<std::string> {};
class PackWarnings : public ::testing::TestWithParam<std::string> {};

TEST_P(PackErrors, AreNamedByPlaceReasonAndRemedy) { expect_frozen(GetParam()); }
TEST_P(PackWarnings, AreNamedByPlaceReasonAndRemedy) { expect_frozen(GetParam()); }

// A mistake is not merely reported: nothing is compiled from a pack that has one.
TEST_P(PackErrors, CompileToNothing) {
  const fs::path image = fs::path(::testing::TempDir()) / ("hearsay-error-" + fs::path(GetParam()).filename().string());
  fs::remove(image);
  EXPECT_FALSE(compile_packs((kTests / GetParam()).string(), image.string()));
  EXPECT_FALSE(fs::exists(image));
}

TEST_P(PackWarnings, CompileAllTheSame) {
  const fs::path image = fs::path(::testing::TempDir()) / ("hearsay-warning-" + fs::path(GetParam()).filename().string());
  EXPECT_TRUE(compile_packs((kTests / GetParam()).string(), image.string()));
  fs::remove(image);
}

const auto test_name = [](const auto& info) {
  std::string name = fs::path(info.param).filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
};
INSTANTIATE_TEST_SUITE_P(Folders, PackErrors, ::testing::ValuesIn(packs_in("errors")), test_name);
INSTANTIATE_TEST_SUITE_P(Folders, PackWarnings, ::testing::ValuesIn(packs_in("warnings")), test_name);

}  // namespace
}  // namespace hearsay::testing
