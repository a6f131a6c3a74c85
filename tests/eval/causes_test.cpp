// How far the engine came with what it did not find, asked of texts read with the real packs.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"
#include "eval/judge.h"

namespace hearsay {
namespace {

std::string cause(const std::string& text, const std::string& layers) {
  const auto gold = parse_gold("made.json", R"({"document": "made.txt", "lang": "en", )" + layers + "}");
  auto reading = read_report(testing::real_packs(), text, testing::metadata_of("en", "2031-05-04"));
  const Judged judged = judge(testing::real_packs(), **gold, std::move(*reading));
  for (const Finding& finding : judged.findings)
    if (finding.kind == FindingKind::kMiss) return std::string(to_string(finding.blame.cause));
  return "found";
}
std::string statement_cause(const std::string& text, const std::string& anchor, const std::string& cue) {
  return cause(text, R"("statements": [{"sentence": ")" + anchor + R"(", "speaker": ["Nobody Here"], "cue": ")" + cue + R"(", "content": ["moon", "stone"]}])");
}
std::string event_cause(const std::string& text, const std::string& anchor, const std::string& root) {
  return cause(text, R"("events": [{"anchor": ")" + anchor + R"(", "codes": [")" + root + R"("], "source": ["JPN"], "target": ["KOR"]}])");
}

TEST(Causes, OfStatements) {
  EXPECT_EQ(statement_cause("The mayor of Dun zorbled that the moon is a stone.\n", "zorbled that", "zorbled"), "cue-unknown");
  EXPECT_EQ(statement_cause("A door said the moon is a stone.\n", "door said", "said"), "mute-speaker");
  EXPECT_EQ(statement_cause("Japan said the moon is a stone.\n", "Japan said", "said"), "other-speaker");
}

TEST(Causes, OfEvents) {
  EXPECT_EQ(event_cause("South Korea and Japan zorbled over the harbour.\n", "zorbled over", "04"), "no-group");
  EXPECT_EQ(event_cause("The zorbles of the harbour are old.\n", "The zorbles", "04"), "head-unknown");
  EXPECT_EQ(event_cause("Japan painted the harbour of South Korea.\n", "painted the harbour", "04"), "no-frame");
  EXPECT_EQ(event_cause("The clerk sent a letter.\n", "sent a letter", "04"), "frame-without-parties");
  EXPECT_EQ(event_cause("Japan sent a letter.\n", "letter", "19"), "no-frame");
}

}  // namespace
}  // namespace hearsay
