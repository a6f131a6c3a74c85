// The page's files, out of a TAR.
// SPDX-License-Identifier: Apache-2.0
#include "serve/pages.h"

#include <gtest/gtest.h>

namespace hearsay::serve {
namespace {

std::string member(const std::string& name, const std::string& bytes, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char size[13];
  std::snprintf(size, sizeof size, "%011zo", bytes.size());
  header.replace(124, 12, std::string(size, 11) + '\0');
  header[156] = type;
  std::string padded = bytes;
  padded.resize((bytes.size() + 511) / 512 * 512, '\0');
  return header + padded;
}

TEST(Pages, AreFoundByTheirAddresses) {
  const std::string tar = member("./", "", '5') + member("./index.html", "<!doctype html>") + member("./assets/a-1f.js", std::string(600, 'x')) + std::string(1024, '\0');
  const Pages pages(tar);
  const auto script = pages.answer("/assets/a-1f.js");
  ASSERT_TRUE(script);
  EXPECT_EQ(script->body, std::string(600, 'x'));
  EXPECT_EQ(script->type, "text/javascript; charset=utf-8");
  EXPECT_EQ(script->headers[0].second, "max-age=31536000, immutable");
  const auto view = pages.answer("/happening/h1");
  ASSERT_TRUE(view);
  EXPECT_EQ(view->body, "<!doctype html>");
  EXPECT_EQ(view->headers[0].second, "no-cache");
  EXPECT_EQ(pages.answer("/../etc/passwd")->body, "<!doctype html>");
}

TEST(Pages, MayBeNone) {
  EXPECT_FALSE(Pages("").any());
  EXPECT_FALSE(Pages("").answer("/"));
  EXPECT_FALSE(Pages(std::string(100, 'x')).any());
  std::string cut = member("./index.html", std::string(2000, 'x'));
  cut.resize(1000);
  EXPECT_FALSE(Pages(cut).any());
}

}  // namespace
}  // namespace hearsay::serve
