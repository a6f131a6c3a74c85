// Which words a statement has: where they begin, and where another's begin.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/reading.h"

namespace hearsay::testing {
namespace {

// speaker: content — of each statement that has one.
std::vector<std::string> contents(const std::string& lang, const std::string& text) {
  const TextRead read(lang, text, "2019-06-23");
  std::vector<std::string> out;
  for (const Statement& statement : read.analysis().statements)
    if (statement.content) out.push_back((statement.speaker.actor >= 0 ? read.id(statement.speaker.actor) : statement.speaker.name) + ": " + read.words(statement.content));
  return out;
}
using Contents = std::vector<std::string>;

TEST(Content, ADatelineIsNotSaid) {
  EXPECT_EQ(contents("en", "SEOUL, March 2 (Reuters) - The talks will go on, Donald Trump said."), (Contents{"donald-trump: The talks will go on"}));
  EXPECT_EQ(contents("vi", "(Seoul \u2013 Reuters) \u2013 Đàm phán sẽ tiếp tục, ông Donald Trump nói."), (Contents{"donald-trump: Đàm phán sẽ tiếp tục"}));
  EXPECT_EQ(contents("vi", "TTXVN - \u201CĐàm phán sẽ tiếp tục\u201D, ông Donald Trump nói."), (Contents{"donald-trump: Đàm phán sẽ tiếp tục"}));
}

TEST(Content, ABracketThatIsOpenedIsClosed) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục tại Hà Nội (Việt Nam)./."), (Contents{"donald-trump: đàm phán sẽ tiếp tục tại Hà Nội (Việt Nam)"}));
}

TEST(Content, WhatFollowsAQuotationAndItsCueIsNotSaid) {
  EXPECT_EQ(contents("vi", "\u201CĐàm phán sẽ tiếp tục\u201D, ông Donald Trump nói trong chuyến thăm Seoul, mong hai bên gặp nhau."), (Contents{"donald-trump: Đàm phán sẽ tiếp tục"}));
}

TEST(Content, AQuotationThatStandsInTheSentenceIsNotAllThatIsSaid) {
  EXPECT_EQ(contents("vi", "Mỹ gọi đó là \u201Csai lầm lớn\u201D, ông Donald Trump nói.").back(), "donald-trump: Mỹ gọi đó là \u201Csai lầm lớn\u201D");
}

TEST(Content, AnotherClauseWithItsOwnTellingIsNotSaid) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump nói đàm phán sẽ tiếp tục, nhưng Triều Tiên cho biết thư đã bị trả lại."),
            (Contents{"donald-trump: đàm phán sẽ tiếp tục", "prk: thư đã bị trả lại"}));
  EXPECT_EQ(contents("en", "Donald Trump said the talks would go on, and Reuters reported that a letter had been sent.").front(), "donald-trump: the talks would go on");
  EXPECT_EQ(contents("en", "Donald Trump, who said the talks would go on, flew to Seoul.").front(), "donald-trump: the talks would go on");
  EXPECT_EQ(contents("en", "Donald Trump said the talks would go on, and Angela Merkel said that a letter had been sent.").front(), "donald-trump: the talks would go on");
}

TEST(Content, AColonAtAParagraphsEndOpensTheNext) {
  EXPECT_EQ(contents("en", "Donald Trump said:\n\n\"We need more time for this. It is not easy.\""), (Contents{"donald-trump: We need more time for this. It is not easy."}));
  EXPECT_EQ(contents("vi", "Ông Donald Trump nói:\n\n\u201CChúng tôi cần thêm thời gian. Việc này không dễ.\u201D"), (Contents{"donald-trump: Chúng tôi cần thêm thời gian. Việc này không dễ."}));
  EXPECT_TRUE(contents("en", "Donald Trump said:\n\nThe talks will go on.").empty());
}

TEST(Content, ACueMayBeginASentenceBehindAQuestion) {
  EXPECT_EQ(contents("en", "\"Is that all there is?\" Donald Trump asked on Monday. \"It is not easy at all.\""),
            (Contents{"donald-trump: Is that all there is?", "donald-trump: It is not easy at all."}));
  EXPECT_EQ(contents("en", "It was \"all there is.\" Donald Trump says, \"We need more time.\"").back(), "donald-trump: We need more time.");
  EXPECT_EQ(contents("en", "\"Is that all there is?\" Donald Trump said that was all."), (Contents{"donald-trump: was all"}));
}

TEST(Content, ACueBetweenSubjectAndVerbHasTheWholeClause) {
  EXPECT_EQ(contents("en", "The deal, Donald Trump said on Monday, was dead."), (Contents{"donald-trump: The deal, Donald Trump said on Monday, was dead"}));
  EXPECT_EQ(contents("en", "If we win, Donald Trump said, the deal is dead."), (Contents{"donald-trump: If we win, Donald Trump said, the deal is dead"}));
  EXPECT_EQ(contents("en", "The deal was good, Donald Trump said, but Angela Merkel left the hall."), (Contents{"donald-trump: The deal was good"}));
  EXPECT_EQ(contents("vi", "Tuy nhiên, theo ông Donald Trump, đàm phán sẽ tiếp tục."), (Contents{"donald-trump: đàm phán sẽ tiếp tục"}));
  EXPECT_EQ(contents("en", "Meanwhile, according to Donald Trump, the deal was dead."), (Contents{"donald-trump: the deal was dead"}));
}

TEST(Content, AQuotationBehindAColonIsAllThatIsSaidBehindIt) {
  EXPECT_EQ(contents("en", "Donald Trump had one worry: \"There is just a lot of work with this job,\" he said."), (Contents{"donald-trump: There is just a lot of work with this job,"}));
}

TEST(Content, ARuleMaySayWhereItBegins) {
  EXPECT_EQ(contents("en", "Donald Trump left. He forgot his promise to cut the price."), (Contents{"donald-trump: to cut the price"}));
}

TEST(Content, WhatIsSaidInAClauseThatHangsOnAnotherEndsBeforeThatOne) {
  EXPECT_EQ(contents("vi", "Sau khi ông Donald Trump tuyên bố sẽ rút quân, Hàn Quốc tập trận.").front(), "donald-trump: sẽ rút quân");
  EXPECT_EQ(contents("en", "While Donald Trump said the talks would go on, North Korea said they were over."),
            (Contents{"donald-trump: the talks would go on", "prk: they were over"}));
  EXPECT_EQ(contents("vi", "Ông Donald Trump cho biết, dù Triều Tiên im lặng, đàm phán sẽ tiếp tục."), (Contents{"donald-trump: dù Triều Tiên im lặng, đàm phán sẽ tiếp tục"}));
  EXPECT_EQ(contents("en", "As Donald Trump said the talks would go on, Angela Merkel left the hall."), (Contents{"donald-trump: the talks would go on"}));
  EXPECT_EQ(contents("en", "As Donald Trump said, the talks will go on."), (Contents{"donald-trump: the talks will go on"}));
  EXPECT_EQ(contents("en", "Because Donald Trump denied the claim, Angela Merkel left the hall."), (Contents{"donald-trump: the claim"}));
}

TEST(Content, WhatIsSaidInAClauseThatANounOrAPrepositionOpensEndsBeforeTheMainClause) {
  EXPECT_EQ(contents("vi", "Trước việc ông Donald Trump tuyên bố sẽ rút quân, Hàn Quốc tập trận."), (Contents{"donald-trump: sẽ rút quân"}));
  EXPECT_EQ(contents("vi", "Trong bối cảnh ông Donald Trump tuyên bố sẽ rút quân, Hàn Quốc tập trận."), (Contents{"donald-trump: sẽ rút quân"}));
  EXPECT_EQ(contents("vi", "Dù ông Donald Trump tuyên bố sẽ rút quân, thì vẫn còn nhiều binh sĩ ở lại."), (Contents{"donald-trump: sẽ rút quân"}));
}

TEST(Content, WhatIsToldOfANameEndsBeforeWhatTheNameDoes) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump, người từng nói đàm phán đã đổ vỡ, bay tới Seoul."), (Contents{"donald-trump: đàm phán đã đổ vỡ"}));
}

TEST(Content, WhoGoesOnSpeakingEndsWhatWasSaidBefore) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump nêu rõ, Triều Tiên phải ngừng phóng tên lửa, minh bạch hóa chương trình này, đồng thời nhắc lại cam kết của mình."),
            (Contents{"donald-trump: Triều Tiên phải ngừng phóng tên lửa, minh bạch hóa chương trình này", "donald-trump: cam kết của mình"}));
  EXPECT_EQ(contents("vi", "Thông cáo nêu rõ, Triều Tiên phải ngừng phóng tên lửa, đồng thời nhắc lại cam kết của hai bên."),
            (Contents{"Thông cáo: Triều Tiên phải ngừng phóng tên lửa", "Thông cáo: cam kết của hai bên"}));
  EXPECT_EQ(contents("vi", "Ông Donald Trump cảnh báo Triều Tiên không được phóng tên lửa, cho rằng việc này rất nguy hiểm."),
            (Contents{"donald-trump: Triều Tiên không được phóng tên lửa", "donald-trump: việc này rất nguy hiểm"}));
}

TEST(Content, WhoAdmitsOneThingButDeniesAnotherGoesOn) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump thừa nhận rằng tàu đã rời cảng nhưng bác bỏ cáo buộc này."), (Contents{"donald-trump: tàu đã rời cảng", "donald-trump: cáo buộc này"}));
}

TEST(Content, ACueThatOpensWhatWasAnnouncedIsNoCueOfItsOwn) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump cho rằng, yêu cầu này đã được đáp ứng."), (Contents{"donald-trump: yêu cầu này đã được đáp ứng"}));
}

TEST(Content, WhatIsSaidMayEndInACue) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump khẳng định, Mỹ chia sẻ với Nhật Bản."), (Contents{"donald-trump: Mỹ chia sẻ với Nhật Bản"}));
}

TEST(Content, AQuotationOfSeveralSentencesGoesOnInTheNext) {
  EXPECT_EQ(contents("vi", "Ông Donald Trump nói: \u201CĐàm phán sẽ tiếp tục. Chúng tôi cần thêm thời gian\u201D.\n\u201CHai bên sẽ gặp nhau\u201D."),
            (Contents{"donald-trump: Đàm phán sẽ tiếp tục. Chúng tôi cần thêm thời gian", "donald-trump: Hai bên sẽ gặp nhau"}));
}

// Whether the last statement only points to what was told before.
bool points_back(const std::string& lang, const std::string& text) {
  const TextRead read(lang, text, "2019-06-23");
  return !read.analysis().statements.empty() && read.analysis().statements.back().refers_back;
}

TEST(Content, ANounInTheCueStaysWithWhatBelongsToIt) {
  EXPECT_EQ(contents("vi", "Triều Tiên phủ nhận mọi cáo buộc của Mỹ."), (Contents{"prk: mọi cáo buộc của Mỹ"}));
  EXPECT_EQ(contents("vi", "Triều Tiên bác bỏ tin đồn này."), (Contents{"prk: tin đồn này"}));
  EXPECT_EQ(contents("vi", "Triều Tiên bác bỏ tin đồn tàu đã rời cảng."), (Contents{"prk: tàu đã rời cảng"}));
}

TEST(Content, WhereSomethingWasSaidIsNotWhatWasSaid) {
  EXPECT_EQ(contents("vi", "Khi phát biểu tại Seoul, ông Donald Trump nói đàm phán sẽ tiếp tục."), (Contents{"donald-trump: đàm phán sẽ tiếp tục"}));
}

TEST(Content, WhatSomebodyMustReportHeHasNotSaid) {
  EXPECT_TRUE(contents("vi", "Ông Donald Trump phải báo cáo về chuyến thăm này.").empty());
  EXPECT_EQ(contents("vi", "Ông Donald Trump phải thừa nhận đàm phán đã đổ vỡ."), (Contents{"donald-trump: đàm phán đã đổ vỡ"}));
  EXPECT_EQ(contents("vi", "Triều Tiên chưa nhận thư, nên đề nghị hoãn đàm phán."), (Contents{"prk: hoãn đàm phán"}));
}

TEST(Content, AnAdjectiveMayBeAllThatIsSaid) {
  EXPECT_EQ(contents("vi", "Triều Tiên gọi cáo buộc này là vô căn cứ."), (Contents{"prk: vô căn cứ"}));
}

TEST(Content, WhatIsDeniedMayOnlyBePointedTo) {
  EXPECT_TRUE(points_back("en", "Russia attacked Georgia. Moscow denied it."));
  EXPECT_TRUE(points_back("en", "Russia attacked Georgia. Moscow confirmed these reports."));
  EXPECT_FALSE(points_back("en", "Russia attacked Georgia. Moscow denied that it was planned."));
  EXPECT_TRUE(points_back("vi", "Nga tấn công Gruzia. Moscow bác bỏ thông tin này."));
  EXPECT_TRUE(points_back("vi", "Nga tấn công Gruzia. Moscow phủ nhận điều đó."));
  EXPECT_FALSE(points_back("vi", "Nga tấn công Gruzia. Moscow phủ nhận việc đưa quân vào đây."));
}

}  // namespace
}  // namespace hearsay::testing
