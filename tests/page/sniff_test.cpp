// Whether bytes begin as a web page, and which encoding they declare.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "page/page.h"

namespace hearsay {
namespace {

TEST(Sniff, KnowsPagesByTheirFirstTag) {
  for (const char* page : {"<!DOCTYPE HTML>", "\xEF\xBB\xBF \n<html lang=vi>", "<!-- x --><HEAD>", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "  <body>", "<p>x", "<table >"})
    EXPECT_TRUE(looks_like_page(page)) << page;
  for (const char* other : {"", "text", "<rss version=\"2.0\">", "<?xml version=\"1.0\"?><feed>", "<!-- only", "{\"a\":1}", "<paragraph>", "<html", "%PDF-1.4"})
    EXPECT_FALSE(looks_like_page(other)) << other;
}

TEST(Sniff, FindsTheDeclaredCharset) {
  EXPECT_EQ(declared_charset("<html><head><meta charset=windows-1258>"), "windows-1258");
  EXPECT_EQ(declared_charset("<meta http-equiv='Content-Type' content='text/html; charset=x-viet-tcvn'>"), "x-viet-tcvn");
  EXPECT_EQ(declared_charset("<META content=\"text/html; charset = 'utf-8' ; x\" HTTP-EQUIV=content-type>"), "utf-8");
  EXPECT_EQ(declared_charset("<meta charset=\" UTF-8 \"/>"), "UTF-8");
}

TEST(Sniff, TakesNoCharsetFromElsewhere) {
  EXPECT_EQ(declared_charset("<!-- <meta charset=a> --><p title='<meta charset=b>'></p>"), "");
  EXPECT_EQ(declared_charset("<meta name=x content='text/html; charset=c'>"), "");
  EXPECT_EQ(declared_charset("<metal charset=d>"), "");
  EXPECT_EQ(declared_charset(std::string(1024, ' ') + "<meta charset=e>"), "");
  EXPECT_EQ(declared_charset("<meta charset=\"f"), "");
}

TEST(Sniff, TakesUtf16ForAMistake) { EXPECT_EQ(declared_charset("<meta charset=UTF-16LE>"), "utf-8"); }

}  // namespace
}  // namespace hearsay
