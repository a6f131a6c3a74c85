// A report's own outlet is one of its actors, so that its voice is known for its state's or its owner's.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/letters.h"

namespace hearsay::testing {
namespace {

Analysis published_by(const std::string& outlet, const std::string& text) {
  Metadata metadata = metadata_of("en", "2020-04-20");
  metadata.outlet = outlet;
  Result<Analysis> analysis = shared_engine().analyse(text, metadata);
  if (!analysis) throw std::runtime_error(analysis.error().message);
  return *analysis;
}

TEST(OwnOutlet, IsAnActorWithoutMentions) {
  const Analysis analysis = published_by("KCNA", "Donald Trump sent a letter to Kim Jong Un on Friday.");
  const auto outlet = std::find_if(analysis.actors.begin(), analysis.actors.end(), [](const Actor& a) { return a.id == "kcna"; });
  ASSERT_NE(outlet, analysis.actors.end());
  EXPECT_TRUE(outlet->outlet && outlet->known && outlet->mentions.empty());
  EXPECT_EQ(outlet->speaks_for, "prk");
  EXPECT_EQ(outlet->country, "PRK");
  EXPECT_TRUE(read_analysis_record(analysis_record(analysis)));
}

TEST(OwnOutlet, IsListedOnce) {
  const Analysis analysis = published_by("KCNA", "KCNA said on Friday that Donald Trump sent a letter to Kim Jong Un.");
  EXPECT_EQ(std::count_if(analysis.actors.begin(), analysis.actors.end(), [](const Actor& a) { return a.id == "kcna"; }), 1);
}

TEST(OwnOutlet, ThatNoPackHoldsIsNotListed) {
  const Analysis analysis = published_by("The Harbour Post", "It rained.");
  EXPECT_TRUE(analysis.actors.empty());
}

// What the organ of a state tells in its own voice, its state says.
TEST(OwnOutlet, SpeaksForItsState) {
  const char* text = "Donald Trump sent a letter to Kim Jong Un on Friday.";
  const auto standing = [&](const std::string& outlet) {
    const auto happenings = shared_engine().chronicle({published_by(outlet, text)});
    return happenings.size() == 1 ? std::string(to_string(happenings[0].standing)) : std::to_string(happenings.size()) + " happenings";
  };
  EXPECT_EQ(standing("KCNA"), "one-party");
  EXPECT_EQ(standing("The Harbour Post"), "unattributed");
}

}  // namespace
}  // namespace hearsay::testing
