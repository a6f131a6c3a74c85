// Broken XML made sound.
// SPDX-License-Identifier: Apache-2.0
#include "feed/mend.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct Mended {
  std::string text;
  Mending mending;
  size_t largest = 0;                    // piece
};

Mended mend(const std::string& xml) {
  Mended out;
  const size_t root = find_xml_root(xml);
  if (root == std::string::npos) return out;
  out.mending = mend_xml(xml, root, [&](std::string_view piece) {
    out.text += piece;
    out.largest = std::max(out.largest, piece.size());
    return true;
  });
  return out;
}

std::string repeat(const std::string& text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Mend, LeavesSoundXmlAsItIs) {
  const std::string sound = "<rss version=\"2.0\"><a b=\"c\">d<e/></a></rss>";
  const Mended out = mend(sound);
  EXPECT_EQ(out.text, sound);
  EXPECT_TRUE(mending_notes(out.mending).empty());
}

TEST(Mend, TakesStrayMarksAsText) {
  const Mended out = mend("<rss><a b='x&y'>R&D &amp; 1 < 2 &unknown; ]]></a></rss>");
  EXPECT_EQ(out.text, "<rss><a b=\"x&amp;y\">R&amp;D &#38; 1 &lt; 2 &amp;unknown; ]]&gt;</a></rss>");
  EXPECT_EQ(out.mending.stray, 4u);
}

TEST(Mend, KnowsTheNamesOfHtml) {
  const Mended out = mend("<rss>a&nbsp;b&eacute;&#7879;&#x1EC7;&lt;</rss>");
  EXPECT_EQ(out.text, "<rss>a&#160;b&#233;&#7879;&#7879;&#60;</rss>");
  EXPECT_EQ(out.mending.names, 2u);
}

TEST(Mend, DropsWhatIsNoCharacter) {
  const Mended out = mend(std::string("<rss>a\x01\x0C" "b\xEF\xBF\xBE&#0;\0c</rss>", 24));
  EXPECT_EQ(out.text, "<rss>ab&amp;#0;c</rss>");
  EXPECT_EQ(out.mending.controls, 4u);
}

TEST(Mend, BalancesTags) {
  EXPECT_EQ(mend("<rss><item><description>a<p>b<br>c</description></item></b></rss>").text, "<rss><item><description>a<p>b<br/>c</p></description></item></rss>");
  EXPECT_EQ(mend("<rss><item><title>a").text, "<rss><item><title>a</title></item></rss>");
  EXPECT_TRUE(mend("<rss><item><title>a").mending.cut_off);
}

TEST(Mend, MendsAttributes) {
  EXPECT_EQ(mend("<rss a=1 b c='\"' c='2' 3><x y=\"<\"/></rss>").text, "<rss a=\"1\" b=\"\" c=\"&quot;\"><x y=\"&lt;\"/></rss>");
  EXPECT_TRUE(mend("<rss a=\"never ends><x/></rss>").mending.cut_off);
}

TEST(Mend, MakesCharacterDataText) {
  EXPECT_EQ(mend("<rss><![CDATA[<b>&amp;</b>]]></rss>").text, "<rss>&lt;b&gt;&amp;amp;&lt;/b&gt;</rss>");
  EXPECT_EQ(mend("<rss><![CDATA[a").text, "<rss>a</rss>");
}

TEST(Mend, LeavesOutPrologCommentsAndDtd) {
  const Mended out = mend("\n<?xml version='1.0'?><!-- <rss> --><!DOCTYPE rss [<!ENTITY a \"<rss>\"><!-- ]> ' -->]><rss><!-- c --><?p i?>&a;</rss><more/>");
  EXPECT_EQ(out.text, "<rss>&amp;a;</rss>");
  EXPECT_TRUE(out.mending.dtd);
}

TEST(Mend, PassesOverJunkBeforeTheBeginning) {
  const Mended out = mend("<br />\n<b>Warning</b>: x in y\n<?xml version=\"1.0\"?><rss/>");
  EXPECT_EQ(out.text, "<rss/>");
  EXPECT_GT(out.mending.junk, 0u);
  EXPECT_EQ(find_xml_root("<!DOCTYPE html><html><rss></html>"), std::string::npos);
  EXPECT_EQ(find_xml_root(repeat("<p>", 100'000) + "<rss/>"), std::string::npos);
}

TEST(Mend, BoundsDepthAttributesAndNamespaces) {
  const Mended deep = mend("<rss>" + repeat("<a>", 100'000) + repeat("</a>", 100'000) + "<b/></rss>");
  EXPECT_LT(deep.text.size(), kMaxXmlDepth * 10);
  EXPECT_NE(deep.text.find("<b/>"), std::string::npos);
  const Mended huge = mend("<rss a=\"" + std::string(kMaxXmlAttribute + 1, 'x') + "\" b=\"1\"/>");
  EXPECT_EQ(huge.text, "<rss b=\"1\"/>");
  std::string many = "<rss", spaces = "<rss>";
  for (int i = 0; i < 1000; ++i) {
    many += " a" + std::to_string(i) + "=''";
    spaces += "<x xmlns:n" + std::to_string(i) + "='u'>";
  }
  EXPECT_EQ(mend(many + "/>").mending.beyond_limits, 1000 - kMaxXmlAttributes);
  const std::string bounded = mend(spaces).text;
  EXPECT_NE(bounded.find("xmlns:n63="), std::string::npos);
  EXPECT_EQ(bounded.find("xmlns:n64="), std::string::npos);
  EXPECT_EQ(mend("<rss><" + std::string(100'000, 'n') + "/></rss>").text, "<rss></rss>");
}

TEST(Mend, HandsOnLongTextInPieces) {
  const Mended out = mend("<rss>" + repeat("T\xE1\xBA\xBF & ", 200'000) + "</rss>");
  EXPECT_LT(out.largest, 100u << 10);
  EXPECT_EQ(out.text, "<rss>" + repeat("T\xE1\xBA\xBF &amp; ", 200'000) + "</rss>");
}

}  // namespace
}  // namespace hearsay
