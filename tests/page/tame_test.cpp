// What reaches the parser, and that hostile pages stay within bounds: counted, not timed.
// SPDX-License-Identifier: Apache-2.0
#include "page/tame.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "page/page.h"

namespace hearsay::page {
namespace {

std::string times(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

size_t count(std::string_view html, std::string_view what) {
  size_t found = 0;
  for (size_t at = html.find(what); at != std::string_view::npos; at = html.find(what, at + 1)) ++found;
  return found;
}

std::string tamed(std::string_view html) { return tame(html).html; }

TEST(Tame, DropsWhatIsNeverRead) {
  EXPECT_EQ(tamed("<p>a<script>if (a<b) '<p>no</p>'</script>b<STYLE>p{}</style >c<!-- <p>no --> d"), "<p>abc d");
  EXPECT_EQ(tamed("a<svg><g><svg>no</svg></g><text>no</text></svg>b<template><p>no</template>c<select><option>no</select>d"), "abcd");
  EXPECT_EQ(tamed("a<noscript><img>no</noscript>b<iframe>no</iframe>c<textarea><p>no</textarea>d"), "abcd");
}

TEST(Tame, HandsOutJsonLd) {
  const std::string html = "<script type='application/ld+json'>{\"a\":1}</script><script>no</script><script type=\"application/ld+json; charset=utf-8\">{}";
  const Tamed one = tame(html);
  ASSERT_EQ(one.json_ld.size(), 2u);
  EXPECT_EQ(one.json_ld[0], "{\"a\":1}");
  EXPECT_EQ(one.json_ld[1], "{}");
}

TEST(Tame, KeepsOnlyAttributesThatAreRead) {
  EXPECT_EQ(tamed("<DIV onclick='x' Class=\"a b\" data-x=1 ID=c>"), "<div class=\"a b\" id=\"c\">");
  EXPECT_EQ(tamed("<p style='Display : none'>a</p><p style='text-align: right'>b"), "<p hidden>a</p><p align=right>b");
  EXPECT_EQ(tamed("<meta content='a \"b\"' name=x>"), "<meta content='a \"b\"' name=\"x\">");
}

TEST(Tame, SurvivesTagsThatNothingCloses) {
  EXPECT_EQ(tamed("a<svg>b<svg>c"), "abc");
  EXPECT_EQ(tamed("a<title>b"), "ab");
  EXPECT_EQ(tamed("a<p title=\"b>c"), "a<p>c");
  EXPECT_EQ(tamed("a<"), "a&lt;");
  EXPECT_EQ(tamed("a</"), "a");
  EXPECT_EQ(tamed("a<!--"), "a");
  EXPECT_EQ(tamed("a<b"), "a<b>");
  EXPECT_EQ(tamed("1 < 2"), "1 &lt; 2");
}

TEST(Tame, OpensNoMoreLevelsThanTheParserBears) {
  for (const char* tag : {"<div>", "<span>", "<b>", "<custom-element>", "<ul><li>", "<table><tr><td>", "<blockquote>"}) {
    const Tamed one = tame(times(tag, 20'000));
    EXPECT_LE(count(one.html, std::string(tag).substr(0, std::string(tag).find('>') + 1)), kDeepestElement) << tag;
    ASSERT_EQ(one.notes.size(), 1u) << tag;
    EXPECT_EQ(one.notes[0], "elements nested deeper than 200 were taken as text of what holds them");
  }
}

TEST(Tame, ReadsOnBehindWhatIsTooDeep) {
  const std::string html = times("<div>", 1000) + "deep" + times("</div>", 1000) + "<p>behind</p>";
  EXPECT_TRUE(tamed(html).ends_with("</div><p>behind</p>"));
  EXPECT_EQ(count(tamed(html), "<div>"), count(tamed(html), "</div>"));
}

TEST(Tame, EndsFormattingWithItsBlock) {
  EXPECT_EQ(tamed("<p><b>a<p>b</b>"), "<p><b>a</b><p>b");
  EXPECT_LE(count(tamed(times("<b><p>x", 10'000)), "<b>"), 10'000u);
  EXPECT_EQ(count(tamed(times("<b><p>x", 100)), "</b><p>"), 100u);
}

TEST(Tame, BoundsElementsAndAttributes) {
  const Tamed many = tame(times("<p>x", kMostPageElements + 1000));
  EXPECT_EQ(count(many.html, "<p>"), kMostPageElements);
  ASSERT_EQ(many.notes.size(), 1u);
  EXPECT_EQ(many.notes[0], "only the first 150000 elements were read");
  EXPECT_LT(tamed("<p class=\"" + std::string(4 << 20, 'x') + "\">y").size(), 300u);
  std::string attributes = "<p ";
  for (int i = 0; i < 100'000; ++i) attributes += "class=x a" + std::to_string(i) + "=y ";
  EXPECT_LT(tamed(attributes + ">z").size(), 300u);
}

TEST(Tame, CutsAttributesBetweenCharacters) {
  const std::string class_of_two_byte_letters = "<p class=\"x" + times("\xC4\x91", 300) + "\">";
  EXPECT_EQ(tamed(class_of_two_byte_letters), "<p class=\"x" + times("\xC4\x91", 99) + "\">");
}

// Each of these took a naive reading time or memory that grows with the square of the page. They end, within the limits.
TEST(Tame, HostilePagesGiveSmallTrees) {
  for (const char* bomb : {"<svg>", "<title>", "<template>", "<script>", "<!--", "<a href=x>", "<a href=x><div>", "<p a=\"b>", "<", "</p>", "<select>", "<h1><h2>", "<b class=a><p>x", "&amp;",
                           "<frameset>", "<form><button>", "<table><tr><td>x<table>", "<dl><dd>", "<ruby><rt>"}) {
    const std::string html = times(bomb, 60'000);
    const WebPage page = read_page(html, "");
    size_t text = 0;
    for (const PageBlock& block : page.blocks) text += block.text.size();
    EXPECT_LE(text, html.size() * 2) << bomb;
  }
}

}  // namespace
}  // namespace hearsay::page
