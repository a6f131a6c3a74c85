// Every example in the `time` rules of the packs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "read_packs.h"

namespace hearsay::testing {
namespace {

TEST(TimeExamples, PacksCompile) {
  for (const Diagnostic& diagnostic : TimePacks::shared().diagnostics().all()) ADD_FAILURE() << to_string(diagnostic);
  ASSERT_NE(TimePacks::shared().pack(), nullptr);
}

TEST(TimeExamples, EveryExampleHolds) {
  const TimePacks& packs = TimePacks::shared();
  ASSERT_NE(packs.pack(), nullptr);
  Diagnostics diagnostics;
  for (const RuleSource& rule : parse_all_rules(packs.sources(), diagnostics).rules) {
    if (rule.room != "time") continue;
    EXPECT_FALSE(rule.examples.empty()) << rule.id << " has no example";
    for (const ExampleSource& example : rule.examples) {
      const auto reading = packs.read(rule.language, example.published.empty() ? "2024-03-05" : example.published, example.text);
      const std::string place = rule.file + ":" + std::to_string(example.line) + ": " + example.text;
      const bool used = std::find(reading.used.begin(), reading.used.end(), rule.id) != reading.used.end();
      EXPECT_EQ(used, example.positive) << place;
      if (example.expected.empty()) continue;
      std::string found;
      for (const std::string& line : reading.lines) found += "\n  " + line;
      EXPECT_TRUE(std::any_of(reading.lines.begin(), reading.lines.end(), [&](const std::string& line) { return line.starts_with(example.expected); }))
          << place << "\n wanted " << example.expected << "\n found" << found;
    }
  }
}

}  // namespace
}  // namespace hearsay::testing
