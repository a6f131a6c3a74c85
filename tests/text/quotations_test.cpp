// Quotations in all styles; open ones run to the paragraph's end.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "text/cut.h"

namespace hearsay::testing {
namespace {

TEST(Quotations, AllStyles) {
  for (const char* text : {"Ông nói: \"Chúng ta về\".", "Ông nói: \u201CChúng ta về\u201D.", "Ông nói: \u00ABChúng ta về\u00BB.", "Ông nói: \u201EChúng ta về\u201D."})
    EXPECT_EQ(quotations(text), (Words{"Chúng ta về"})) << text;
}

TEST(Quotations, SingleMarks) {
  EXPECT_EQ(quotations("\u2018We are going home,\u2019 he said."), (Words{"We are going home,"}));
  EXPECT_EQ(quotations("Ông nói: \u2018Chúng ta về\u2019."), (Words{"Chúng ta về"}));
  EXPECT_EQ(quotations("The \u2018road to the sea\u2019 is long, and the \u2018way back home\u2019 too."), (Words{"road to the sea", "way back home"}));
  EXPECT_EQ(quotations("\u2018It said \u201Cwe go now\u201D twice,\u2019 he said."), (Words{"It said \u201Cwe go now\u201D twice,"}));
}

TEST(Quotations, TwoStraightApostrophesAreAMark) {
  EXPECT_EQ(quotations("''We are going home,'' he said, ''by the sea.''"), (Words{"We are going home,", "by the sea."}));
  EXPECT_EQ(quotations("Ông nói: ''Chúng ta về''."), (Words{"Chúng ta về"}));
  EXPECT_EQ(quotations("``We are going home,'' he said."), (Words{"We are going home,"}));
  EXPECT_EQ(quotations("''He called it 'a good thing''' and went."), (Words{"He called it 'a good thing'"}));
  EXPECT_TRUE(quotations("A screen of 5'' and a pipe of 12'' were there.").empty());
}

TEST(Quotations, LowMarks) {
  EXPECT_EQ(quotations("He said: \u201EWe go home\u201C and went."), (Words{"We go home"}));
  EXPECT_EQ(quotations("Ông nói: \u201EChúng ta về\u201C."), (Words{"Chúng ta về"}));
}

TEST(Quotations, ApostrophesOpenNone) {
  for (const auto& [open, close] : {std::pair{"'", "'"}, std::pair{"\u2019", "\u2019"}, std::pair{"\u2018", "\u2019"}}) {
    const std::string m = open, c = close;
    EXPECT_TRUE(quotations("They don" + c + "t like the ministers" + c + " plan.").empty()) << open;
    EXPECT_TRUE(quotations("Back in the " + m + "90s the ministers" + c + " plan was new, wasn" + c + "t it?").empty()) << open;
    EXPECT_TRUE(quotations("They played rock " + m + "n" + c + " roll all night for the kids" + c + " sake.").empty()) << open;
    EXPECT_TRUE(quotations("Nobody saw the boys" + c + " boat, nor the girls" + c + ".").empty()) << open;
  }
}

TEST(Quotations, ApostrophesCloseNone) {
  EXPECT_EQ(quotations("\u2018The ministers\u2019 plan doesn\u2019t work,\u2019 he said."), (Words{"The ministers\u2019 plan doesn\u2019t work,"}));
  EXPECT_EQ(quotations("He called them \u2018a band of robbers\u2019 and left."), (Words{"a band of robbers"}));
  EXPECT_EQ(quotations("He called them \u2018a band of robbers\u2019 and \u2018the worst of all\u2019."), (Words{"a band of robbers", "the worst of all"}));
}

TEST(Quotations, ASingleMarkThatNothingClosesIsNone) {
  EXPECT_TRUE(quotations("He said: \u2018We go now.\nThe sun rose.\u2019").empty());
  EXPECT_TRUE(quotations("The town of al-\u2018Ayn and the ministers\u2019 plan.").empty());
}

TEST(Quotations, HoldBothMarks) {
  const std::string text = "He said \u201Cwe will go\u201D.";
  const auto found = find_quotations(text, cut(text, english()));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(at(text, found[0].span), "\u201Cwe will go\u201D");
  EXPECT_TRUE(found[0].span.contains(found[0].inside));
}

TEST(Quotations, OneWordIsNone) {
  EXPECT_TRUE(quotations("The \"deal\" and the \u201Cplan\u201D.").empty());
  EXPECT_TRUE(quotations("\"\" \u201C\u201D \" 1 2 3 \"").empty());
}

TEST(Quotations, SeveralInALine) {
  EXPECT_EQ(quotations("\u201CWe go,\u201D he said, \u201Cwe stay.\u201D"), (Words{"We go,", "we stay."}));
  EXPECT_EQ(quotations("\"We go,\" he said, \"we stay.\""), (Words{"We go,", "we stay."}));
}

TEST(Quotations, OnlyTheOutermost) {
  EXPECT_EQ(quotations("\u201CHe said \u2018we go now\u2019 and went\u201D there."), (Words{"He said \u2018we go now\u2019 and went"}));
}

TEST(Quotations, RunOverSentences) {
  EXPECT_EQ(quotations("\u201CWe go. They stay. All is well,\u201D he said."), (Words{"We go. They stay. All is well,"}));
}

TEST(Quotations, OpenOnesEndWithTheParagraph) {
  EXPECT_EQ(quotations("He said: \u201CWe go now.\nThe sun rose."), (Words{">We go now."}));
  EXPECT_EQ(quotations("He said: \"We go now"), (Words{">We go now"}));
}

TEST(Quotations, EachParagraphOfALongOneIsItsOwn) {
  EXPECT_EQ(quotations("\u201CFirst we go.\n\u201CThen we stay.\u201D"), (Words{">First we go.", "Then we stay."}));
}

TEST(Quotations, AMarkAloneIsNothing) {
  EXPECT_TRUE(quotations("\u201C").empty());
  EXPECT_TRUE(quotations("\"").empty());
  EXPECT_TRUE(quotations("\u201D a b \u00BB c d").empty());
}

TEST(Quotations, CurlyMarksMendAStrayStraightOne) {
  EXPECT_EQ(quotations("A 12\" pipe and \u201Cthe old well\u201D."), (Words{"the old well"}));
}

TEST(Quotations, AreInOrderAndApart) {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    const std::string text = random_text(seed, 100);
    uint32_t end = 0;
    for (const Quotation& quotation : find_quotations(text, cut(text, english()))) {
      ASSERT_LE(end, quotation.span.start);
      ASSERT_TRUE(quotation.span.contains(quotation.inside));
      ASSERT_EQ(at(text, quotation.span).find('\n'), std::string::npos);
      end = quotation.span.end;
    }
    ASSERT_LE(end, text.size());
  }
}

TEST(Quotations, TenThousandOpenMarks) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "\u201Cta về ";
  EXPECT_EQ(quotations(text).size(), 1u);
  text.clear();
  for (int i = 0; i < 100'000; ++i) text += "\u2018ta về ";
  EXPECT_TRUE(quotations(text).empty());
}

}  // namespace
}  // namespace hearsay::testing
