// The real packs: that they are without mistake, and that every example beside a rule or frame holds.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"
#include "paths.h"

namespace hearsay::testing {
namespace {

// All in one test: each test is a process of its own, and compiling the packs costs more than all their examples. One miss hides no other.
TEST(Packs, DoAsTheirExamplesSay) {
  const PackReport report = test_packs(packs_folder());
  for (const Diagnostic& diagnostic : report.diagnostics) EXPECT_TRUE(diagnostic.warning) << to_string(diagnostic);
  for (const std::string& failure : report.failures) ADD_FAILURE() << failure;
  EXPECT_GT(report.examples, 0);
  for (const std::string& id : report.uncovered) std::printf("no example reaches %s\n", id.c_str());
}

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
