// Who says what: where the cue stands, how it is said, who is named.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// act mode speaker: content — of each statement.
std::vector<std::string> said(const std::string& lang, const std::string& text) {
  const TextRead read(lang, text, "2019-06-23");
  std::vector<std::string> out;
  for (const Statement& statement : read.analysis().statements) {
    const std::string speaker = statement.speaker.anonymous ? "unnamed" : statement.speaker.actor >= 0 ? read.id(statement.speaker.actor) : statement.speaker.name;
    out.push_back(std::string(to_string(statement.act)) + " " + std::string(to_string(statement.mode)) + " " + speaker + ": " + read.words(statement.content));
  }
  return out;
}
using Said = std::vector<std::string>;

TEST(Attribution, TheCueStandsBeforeTheContent) {
  EXPECT_EQ(said("en", "Donald Trump said the talks would go on."), (Said{"assert indirect donald-trump: the talks would go on"}));
  EXPECT_EQ(said("vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục."), (Said{"assert indirect donald-trump: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, TheCueStandsBehindTheContent) {
  EXPECT_EQ(said("en", "The talks will go on, Donald Trump said."), (Said{"assert indirect donald-trump: The talks will go on"}));
  EXPECT_EQ(said("vi", "Đàm phán sẽ tiếp tục, ông Donald Trump nói."), (Said{"assert indirect donald-trump: Đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, TheCueStandsBetweenTwoQuotations) {
  const auto found = said("en", "\u201CThe talks go on,\u201D Donald Trump said, \u201Cand we will win them.\u201D");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "assert direct donald-trump: The talks go on,");
}

TEST(Attribution, DirectSpeech) {
  EXPECT_EQ(said("en", "\"We need more time,\" said Donald Trump."), (Said{"assert direct donald-trump: We need more time,"}));
  EXPECT_EQ(said("vi", "Ông Donald Trump nói: \"Chúng tôi cần thêm thời gian\"."), (Said{"assert direct donald-trump: Chúng tôi cần thêm thời gian"}));
}

TEST(Attribution, MixedSpeech) {
  EXPECT_EQ(said("en", "Donald Trump said the talks were \u201Cgoing very well\u201D and would go on."),
            (Said{"assert mixed donald-trump: the talks were \u201Cgoing very well\u201D and would go on"}));
}

TEST(Attribution, AccordingTo) {
  EXPECT_EQ(said("en", "According to Reuters, the talks will go on."), (Said{"assert indirect reuters: the talks will go on"}));
  EXPECT_EQ(said("vi", "Theo Reuters, đàm phán sẽ tiếp tục."), (Said{"assert indirect reuters: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, ConfirmAndDeny) {
  const auto en = said("en", "Donald Trump confirmed that the talks would go on. North Korea denied that a letter had been sent.");
  ASSERT_EQ(en.size(), 2u);
  EXPECT_TRUE(en[0].starts_with("confirm indirect donald-trump"));
  EXPECT_TRUE(en[1].starts_with("deny indirect prk"));
  const auto vi = said("vi", "Nhà Trắng xác nhận đàm phán sẽ tiếp tục. Triều Tiên phủ nhận đã gửi thư.");
  ASSERT_EQ(vi.size(), 2u);
  EXPECT_TRUE(vi[0].starts_with("confirm"));
  EXPECT_TRUE(vi[1].starts_with("deny indirect prk"));
}

TEST(Attribution, DecliningHasNoContent) {
  for (const auto& [lang, text] : {std::pair{"en", "The White House declined to comment."}, std::pair{"vi", "Nhà Trắng từ chối bình luận."}}) {
    const TextRead read(lang, text);
    ASSERT_EQ(read.analysis().statements.size(), 1u) << text;
    EXPECT_EQ(read.analysis().statements[0].act, Act::kDecline);
    EXPECT_FALSE(read.analysis().statements[0].content);
    EXPECT_GE(read.analysis().statements[0].speaker.actor, 0);
  }
}

TEST(Attribution, SilenceIsAnActOfItsOwn) {
  const auto silent = [](const std::string& lang, const std::string& text) {
    const TextRead read(lang, text);
    return read.analysis().statements.size() == 1 && read.analysis().statements[0].act == Act::kSilent;
  };
  EXPECT_TRUE(silent("en", "North Korea has not commented."));
  EXPECT_TRUE(silent("vi", "Triều Tiên chưa lên tiếng."));
}

TEST(Attribution, WhoDoesNotSayIsSilentAndWhoDoesNotBelieveIsNot) {
  const TextRead read("vi", "Ông Donald Trump không nói ai đã gửi bức thư. Ông Donald Trump không cho rằng đàm phán sẽ tiếp tục.");
  ASSERT_EQ(read.analysis().statements.size(), 2u);
  EXPECT_EQ(read.analysis().statements[0].act, Act::kSilent);
  EXPECT_FALSE(read.analysis().statements[0].content);
  EXPECT_EQ(read.analysis().statements[1].act, Act::kAssert);
}

TEST(Attribution, WhatIsYetToBeSaidIsNotSaid) {
  EXPECT_TRUE(said("vi", "Nhà Trắng sẽ thông báo quyết định này vào tuần tới.").empty());
  EXPECT_EQ(said("vi", "Nhà Trắng thông báo đàm phán sẽ tiếp tục.").size(), 1u);
  EXPECT_TRUE(said("en", "Donald Trump might say that the talks were dead.").empty());
  EXPECT_EQ(said("vi", "Ông Donald Trump có thể nói: \u201CChúng tôi cần thêm thời gian\u201D.").size(), 1u);
}

TEST(Attribution, TwoVerbsOfOneAttributionAreOneStatement) {
  EXPECT_EQ(said("vi", "Nhà Trắng ra thông cáo cho biết đàm phán sẽ tiếp tục."), (Said{"assert indirect white-house: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, OfTwoVerbsTheFirstStaysIfTheSecondIsNotSaid) {
  EXPECT_EQ(said("en", "Donald Trump pledged to push for an amendment."), (Said{"assert indirect donald-trump: to push for an amendment"}));
}

TEST(Attribution, WhoIsNoMediumSpeaksForHimselfWhomeverHeCites) {
  EXPECT_EQ(said("en", "Donald Trump said the deal was dead, citing two officials."), (Said{"assert indirect donald-trump: the deal was dead"}));
  EXPECT_EQ(said("en", "Reuters said the deal was dead, citing two officials."), (Said{"assert indirect unnamed: the deal was dead"}));
}

TEST(Attribution, WhatAPassiveIsDoneToIsItsContent) {
  EXPECT_EQ(said("en", "The deal was praised by Donald Trump."), (Said{"assert indirect donald-trump: The deal"}));
  EXPECT_EQ(said("en", "The claim was denied by Donald Trump."), (Said{"deny indirect donald-trump: The claim"}));
}

TEST(Attribution, WhateverSomethingIsAccordingToIsItsSource) {
  EXPECT_EQ(said("en", "Smith won, according to unofficial returns."), (Said{"assert indirect unofficial returns: Smith won"}));
}

TEST(Attribution, AQuotationGoesOnWithWhomTheReportHasSpeak) {
  EXPECT_EQ(said("en", "\"Angela Merkel said no,\" Donald Trump said. \"It will not help anybody here.\"").back(), "assert direct donald-trump: It will not help anybody here.");
}

TEST(Attribution, WhoIsQuotedSpeaksWhateverHeIs) {
  EXPECT_EQ(said("en", "\"We need more time,\" said the glassblower."), (Said{"assert direct the glassblower: We need more time,"}));
  EXPECT_TRUE(said("en", "The glassblower said it.").empty());
  EXPECT_TRUE(said("vi", "Lịch sử đã không lặp lại.").empty());
}

TEST(Attribution, ATitleInMarksIsNotSaid) {
  EXPECT_EQ(said("en", "\"We need more time,\" Donald Trump said when he left the \"Blue River\" show.").size(), 1u);
}

TEST(Attribution, TwoSpeakersOfOneAttributionSayItEach) {
  const auto both = said("vi", "Ông Donald Trump và bà Angela Merkel cho biết đàm phán sẽ tiếp tục.");
  EXPECT_EQ(both, (Said{"assert indirect donald-trump: đàm phán sẽ tiếp tục", "assert indirect angela-merkel: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, WhatIsSaidInsideAQuotationIsNotTheWholeQuotation) {
  const auto both = said("vi", "Ông Donald Trump nói: \"Triều Tiên cho biết họ sẽ tới\".");
  EXPECT_EQ(both, (Said{"assert direct donald-trump: Triều Tiên cho biết họ sẽ tới", "assert direct prk: họ sẽ tới"}));
}

TEST(Attribution, ANameThatNoPackHoldsSpeaks) {
  EXPECT_EQ(said("vi", "\u201CChúng tôi cần thêm thời gian\u201D, Aslan nói."), (Said{"assert direct x-aslan: Chúng tôi cần thêm thời gian"}));
  EXPECT_EQ(said("vi", "Theo Aslan, đàm phán sẽ tiếp tục."), (Said{"assert indirect x-aslan: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, WhoStandsBesideANameIsNotAnotherSpeaker) {
  EXPECT_EQ(said("vi", "Hôm qua, Erik Lindqvist, nhà khí tượng học ở Oslo, khẳng định đàm phán sẽ tiếp tục."), (Said{"assert indirect x-erik-lindqvist: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, WhoIsToldSomethingHasNotSaidIt) {
  EXPECT_EQ(said("vi", "Ông Donald Trump được báo cáo về bức thư của Triều Tiên.").size(), 0u);
  EXPECT_EQ(said("vi", "Ông Donald Trump bị cảnh cáo; Triều Tiên im lặng.").size(), 1u);
}

TEST(Attribution, WhatSomebodyIsAskedToSayHasNotBeenSaid) {
  EXPECT_EQ(said("vi", "Triều Tiên đề nghị Mỹ tuyên bố ngừng bắn."), (Said{"assert indirect prk: Mỹ tuyên bố ngừng bắn"}));
}

TEST(Attribution, WhoSpokeGoesOnBehindBut) {
  EXPECT_EQ(said("vi", "Triều Tiên cáo buộc Mỹ gây hấn nhưng cũng nói rằng đàm phán sẽ tiếp tục."),
            (Said{"assert indirect prk: Mỹ gây hấn", "assert indirect prk: đàm phán sẽ tiếp tục"}));
}

TEST(Attribution, WhoGivesNoDetailsOfWhatHeHasSaidDeclinesNothing) {
  EXPECT_EQ(said("vi", "Nhà Trắng xác nhận đàm phán sẽ tiếp tục nhưng không tiết lộ chi tiết."), (Said{"confirm indirect white-house: đàm phán sẽ tiếp tục"}));
  EXPECT_EQ(said("vi", "Nhà Trắng không tiết lộ chi tiết."), (Said{"decline indirect white-house: -"}));
}

TEST(Attribution, ADenialMayHaveItsContentBefore) {
  const TextRead read("vi", "Reuters đưa tin Triều Tiên đã gửi thư. Triều Tiên phủ nhận.", "2019-06-23");
  ASSERT_EQ(read.analysis().statements.size(), 2u);
  const Statement& denial = read.analysis().statements[1];
  EXPECT_EQ(denial.act, Act::kDeny);
  EXPECT_FALSE(denial.content);
  EXPECT_TRUE(denial.refers_back);
}

TEST(Attribution, ALabelIsASpeaker) {
  EXPECT_EQ(said("vi", "Ông Donald Trump: \u201CChúng tôi cần thêm thời gian\u201D"), (Said{"assert direct donald-trump: Chúng tôi cần thêm thời gian"}));
  EXPECT_TRUE(said("vi", "Nga: cháy lớn ở Moscow.").empty());
}

TEST(Attribution, NobodySaysWhatNothingAttributes) {
  EXPECT_TRUE(said("en", "Donald Trump flew to Seoul.").empty());
  EXPECT_TRUE(said("vi", "Ông Donald Trump bay tới Seoul.").empty());
}

TEST(Attribution, EverySpanStandsInTheText) {
  const TextRead read("en", "\u201CWe go,\u201D said Donald Trump. Reuters quoted an official as saying that they \u201Cmay stay\u201D.");
  const Span whole{0, static_cast<uint32_t>(read.analysis().document.text.size())};
  for (const Statement& statement : read.analysis().statements) {
    EXPECT_TRUE(whole.contains(statement.span));
    EXPECT_TRUE(!statement.content || statement.span.contains(*statement.content));
    EXPECT_TRUE(!statement.cue || statement.span.contains(*statement.cue));
    EXPECT_FALSE(statement.rule.empty());
  }
}

}  // namespace
}  // namespace hearsay::testing
