// Words passed on: chains of statements, carriers, sources without a name.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// The statement whose speaker is this actor (or, with "", the first without a name).
const Statement* by(const TextRead& read, std::string_view id) {
  for (const Statement& statement : read.analysis().statements)
    if (id.empty() ? statement.speaker.anonymous : read.id(statement.speaker.actor) == id) return &statement;
  return nullptr;
}

bool passed_on_by(const TextRead& read, const Statement& statement, std::string_view id) {
  for (const Voice& voice : statement.via)
    if (read.id(voice.actor) == id) return true;
  return false;
}

TEST(Chains, AStatementInAnothersContentIsPassedOn) {
  const TextRead read("en", "Reuters reported that Donald Trump said the talks would go on.");
  const Statement* inner = by(read, "donald-trump");
  ASSERT_NE(inner, nullptr);
  ASSERT_GE(inner->parent, 0);
  EXPECT_EQ(read.id(read.analysis().statements[static_cast<size_t>(inner->parent)].speaker.actor), "reuters");
  EXPECT_TRUE(passed_on_by(read, *inner, "reuters"));
}

TEST(Chains, WhoDeniesWhatSomebodySaysDoesNotPassItOn) {
  const TextRead read("en", "North Korea denied that Donald Trump said the talks would go on.");
  const Statement* inner = by(read, "donald-trump");
  ASSERT_NE(inner, nullptr);
  EXPECT_GE(inner->parent, 0);
  EXPECT_TRUE(inner->via.empty());
}

TEST(Chains, ACarrierIsNotTheSpeaker) {
  const TextRead read("vi", "Reuters dẫn lời ông Donald Trump cho biết đàm phán sẽ tiếp tục.");
  const Statement* statement = by(read, "donald-trump");
  ASSERT_NE(statement, nullptr);
  EXPECT_TRUE(passed_on_by(read, *statement, "reuters"));
  EXPECT_EQ(read.words(statement->content), "đàm phán sẽ tiếp tục");
}

TEST(Chains, WhomAMediumCitesSpeaks) {
  for (const char* text : {"Reuters đưa tin đàm phán sẽ tiếp tục, dẫn lời ông Donald Trump.", "Reuters đưa tin đàm phán sẽ tiếp tục, theo ông Donald Trump."}) {
    const TextRead read("vi", text);
    ASSERT_EQ(read.analysis().statements.size(), 1u) << text;
    const Statement& statement = read.analysis().statements[0];
    EXPECT_EQ(read.id(statement.speaker.actor), "donald-trump") << text;
    EXPECT_TRUE(passed_on_by(read, statement, "reuters")) << text;
    EXPECT_EQ(read.words(statement.content), "đàm phán sẽ tiếp tục");
  }
}

TEST(Chains, AccordingToAMediumIsWhatItSaysSomebodySaid) {
  for (const auto& [lang, text] : {std::pair{"vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục, theo Reuters."}, std::pair{"en", "Donald Trump said the talks would go on, according to Reuters."}}) {
    const TextRead read(lang, text);
    const Statement* inner = by(read, "donald-trump");
    ASSERT_NE(inner, nullptr) << text;
    EXPECT_TRUE(passed_on_by(read, *inner, "reuters")) << text;
    EXPECT_NE(by(read, "reuters"), nullptr) << text;
  }
}

TEST(Chains, WhoIsToldCarriesWhatStandsBeforeTheCue) {
  const TextRead read("vi", "\u201CĐàm phán sẽ tiếp tục\u201D, ông Donald Trump nói với Reuters.");
  const Statement* statement = by(read, "donald-trump");
  ASSERT_NE(statement, nullptr);
  EXPECT_TRUE(passed_on_by(read, *statement, "reuters"));
}

TEST(Chains, DeepChainsEndAtTheLimit) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += (i % 2 ? "Reuters reported that " : "Donald Trump said that ");
  const TextRead read("en", text + "the talks would go on.");
  EXPECT_FALSE(read.analysis().statements.empty());
  for (const Statement& statement : read.analysis().statements) EXPECT_LE(statement.via.size(), static_cast<size_t>(2 * kMaxChainDepth));
}

TEST(Chains, NoStatementIsItsOwnAncestor) {
  const TextRead read("vi", "Reuters cho biết ông Donald Trump nói Triều Tiên xác nhận Hàn Quốc cho biết đàm phán sẽ tiếp tục, theo Yonhap.");
  const auto& all = read.analysis().statements;
  for (size_t i = 0; i < all.size(); ++i) {
    int depth = 0;
    for (int up = all[i].parent; up >= 0 && depth <= static_cast<int>(all.size()); up = all[static_cast<size_t>(up)].parent) ++depth;
    EXPECT_LE(depth, static_cast<int>(all.size()));
  }
}

TEST(Chains, SourcesWithoutANameAreCounted) {
  const TextRead one("en", "A senior official said the talks would go on.");
  ASSERT_NE(by(one, ""), nullptr);
  EXPECT_EQ(by(one, "")->speaker.voices, 1);
  const TextRead two("en", "Two sources said the talks would go on.");
  ASSERT_NE(by(two, ""), nullptr);
  EXPECT_EQ(by(two, "")->speaker.voices, 2);
  const TextRead three("vi", "Ba quan chức cho biết đàm phán sẽ tiếp tục.");
  ASSERT_NE(by(three, ""), nullptr);
  EXPECT_EQ(by(three, "")->speaker.voices, 3);
}

TEST(Chains, AnUnnamedSpeakerGoesOn) {
  const TextRead read("vi", "Một quan chức Mỹ nói với Reuters rằng đàm phán sẽ tiếp tục. Quan chức này cho biết thêm Triều Tiên đã nhận thư.");
  ASSERT_EQ(read.analysis().statements.size(), 2u);
  const Statement& later = read.analysis().statements[1];
  EXPECT_TRUE(later.speaker.anonymous);
  EXPECT_EQ(later.speaker.name, read.analysis().statements[0].speaker.name);
  EXPECT_TRUE(passed_on_by(read, later, "reuters"));
}

TEST(Chains, WhoQuotesAPersonGoesOnQuoting) {
  const TextRead read("vi", "Reuters dẫn lời ông Donald Trump cho biết đàm phán sẽ tiếp tục. Ông cho biết thêm Triều Tiên đã nhận thư.");
  ASSERT_EQ(read.analysis().statements.size(), 2u);
  EXPECT_TRUE(passed_on_by(read, read.analysis().statements[1], "reuters"));
}

TEST(Chains, WhatAMediumIsNamedForHoldsForTheSentencesAround) {
  const TextRead read("vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục. Ông cho biết thêm Triều Tiên đã nhận thư, theo Reuters. Ông cũng khẳng định sẽ tới Seoul.");
  int carried = 0;
  for (const Statement& statement : read.analysis().statements)
    if (read.id(statement.speaker.actor) == "donald-trump") carried += passed_on_by(read, statement, "reuters");
  EXPECT_EQ(carried, 3);
  const TextRead apart("vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục.\n\nÔng nói với Reuters rằng Triều Tiên đã nhận thư.");
  EXPECT_TRUE(apart.analysis().statements.front().via.empty());
}

TEST(Chains, ABodyGoesOnInTheNextSentenceOnly) {
  const TextRead read("vi", "Theo Reuters, NATO tuyên bố đàm phán sẽ tiếp tục. NATO cho biết Triều Tiên đã nhận thư. Trời mưa to. Xe chạy chậm. NATO cho biết thư đã tới.");
  ASSERT_FALSE(read.analysis().statements.empty());
  std::vector<bool> carried;
  for (const Statement& statement : read.analysis().statements)
    if (read.id(statement.speaker.actor) == "nato") carried.push_back(passed_on_by(read, statement, "reuters"));
  EXPECT_EQ(carried, (std::vector<bool>{true, true, false}));
}

TEST(Chains, AGroupGoesOnAsABodyDoes) {
  const TextRead read("vi", "Theo Reuters, quân đội Israel tuyên bố đàm phán sẽ tiếp tục. Quân đội Israel cho biết Triều Tiên đã nhận thư.");
  ASSERT_FALSE(read.analysis().statements.empty());
  EXPECT_TRUE(passed_on_by(read, read.analysis().statements.back(), "reuters"));
}

TEST(Chains, APersonWithANameIsNoUnnamedSource) {
  const TextRead read("en", "Donald Trump said the talks would go on.");
  EXPECT_EQ(by(read, ""), nullptr);
}

TEST(Chains, WhatNobodyIsNamedForIsUnnamed) {
  const TextRead read("vi", "Bình Nhưỡng được cho là đã phóng tên lửa.");
  ASSERT_EQ(read.analysis().statements.size(), 1u);
  EXPECT_TRUE(read.analysis().statements[0].speaker.anonymous);
}

}  // namespace
}  // namespace hearsay::testing
