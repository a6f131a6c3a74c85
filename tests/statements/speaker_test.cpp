// Who speaks where a noun group stands as the speaker: a name, somebody's friend, sources of a body.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// The speaker of each statement: an id or words; with the number of persons if they are unnamed, and of whom they are.
std::vector<std::string> speakers(const std::string& lang, const std::string& text) {
  const TextRead read(lang, text, "2019-06-23");
  std::vector<std::string> out;
  for (const Statement& statement : read.analysis().statements) {
    const Voice& voice = statement.speaker;
    const std::string known = voice.actor >= 0 ? read.id(voice.actor) : "-";
    out.push_back(voice.anonymous ? std::to_string(voice.voices) + " of " + known : voice.actor >= 0 ? known : voice.name);
  }
  return out;
}
using Speakers = std::vector<std::string>;

TEST(Speaker, ASourceOfABodyIsNotThatBody) {
  EXPECT_EQ(speakers("en", "A South Korean government source told Reuters the deal was dead."), (Speakers{"1 of x-south-korean-government"}));
  EXPECT_EQ(speakers("vi", "Một nguồn tin Nhà Trắng cho biết đàm phán sẽ tiếp tục."), (Speakers{"1 of white-house"}));
}

TEST(Speaker, WhoBelongsToSomebodyIsNotThatPerson) {
  EXPECT_EQ(speakers("en", "A Donald Trump aide said the deal was dead."), (Speakers{"1 of donald-trump"}));
  EXPECT_EQ(speakers("en", "A staunch Donald Trump rival said the deal was dead."), (Speakers{"1 of -"}));
  EXPECT_EQ(speakers("en", "The wife of Donald Trump said the deal was dead."), (Speakers{"1 of -"}));
}

TEST(Speaker, AnOfficeSpeaksForWhomItServes) {
  EXPECT_EQ(speakers("en", "Donald Trump's office said the deal was dead."), (Speakers{"donald-trump"}));
  EXPECT_EQ(speakers("vi", "Văn phòng ông Donald Trump cho biết đàm phán sẽ tiếp tục."), (Speakers{"donald-trump"}));
}

TEST(Speaker, APluralIsTwoAtLeast) {
  EXPECT_EQ(speakers("en", "Most Republicans said the deal was dead."), (Speakers{"2 of -"}));
  EXPECT_EQ(speakers("en", "A farmer said the deal was dead."), (Speakers{"1 of -"}));
}

TEST(Speaker, OneWhoSpeaksOnIsNotMany) {
  EXPECT_EQ(speakers("en", "Most Republicans said the deal was dead. \"I am quite sure,\" he added.").back(), "he");
}

TEST(Speaker, APronounThatStandsForNobodySaysNothing) {
  EXPECT_TRUE(speakers("en", "It is easy to criticize the plan.").empty());
}

TEST(Speaker, APronounBeforeWhatIsSaidOwnsIt) {
  EXPECT_EQ(speakers("en", "Donald Trump left. He repeated his claim that the deal was dead."), (Speakers{"donald-trump"}));
}

TEST(Speaker, AMainClauseBehindARelativeOneHasItsSubject) {
  EXPECT_EQ(speakers("en", "Donald Trump, who questioned whether the judge was fair, said on Friday that he would pay."), (Speakers{"donald-trump", "donald-trump"}));
}

TEST(Speaker, AnAcronymMaySpeak) {
  EXPECT_EQ(speakers("vi", "AI còn cáo buộc Đức tham gia vụ tấn công."), (Speakers{"AI"}));
  EXPECT_TRUE(speakers("vi", "TÀU ĐẮM Ở AI CẢNH BÁO SẼ CHÌM.").empty());
}

TEST(Speaker, WhoServesAPlaceIsNotThePlace) {
  EXPECT_EQ(speakers("vi", "Thị trưởng Thượng Hải cho biết đàm phán sẽ tiếp tục."), (Speakers{"x-thi-truong-thuong-hai"}));
  EXPECT_EQ(speakers("vi", "Văn phòng công tố Thượng Hải cho biết đàm phán sẽ tiếp tục."), (Speakers{"Văn phòng công tố Thượng Hải"}));
}

}  // namespace
}  // namespace hearsay::testing
