// Families of copies and which way they were copied.
// SPDX-License-Identifier: Apache-2.0
#include "story/copies.h"

#include <gtest/gtest.h>

#include "../chronicle/builder.h"
#include "story/shingles.h"

namespace hearsay::build {
namespace {

const Day kJune = day(2025, 6, 13);

Copies find(std::vector<Report>& reports) {
  std::vector<const Analysis*> documents;
  for (Report& r : reports) documents.push_back(&r.analysis());
  return find_copies(documents);
}

std::vector<Report> two(const std::string& a, const std::string& b) {
  std::vector<Report> out{{"a", kJune, "one"}, {"b", kJune, "two"}};
  out[0].say(a);
  out[1].say(b);
  return out;
}

TEST(Shingles, FoldCaseAndPunctuationAndSkipCaptions) {
  auto reports = two("He said: 'Yes, we will meet them there.'", "HE SAID yes WE WILL MEET them there");
  reports[0].say("a caption that nobody should ever count here", ZoneKind::kCaption);
  EXPECT_EQ(shingles(reports[0].analysis().document), shingles(reports[1].analysis().document));
  EXPECT_EQ(shingles(reports[0].analysis().document).size(), 4u);
}

TEST(Shingles, ShortTextHasNone) {
  Report r("a", kJune);
  r.say("only four words here");
  EXPECT_TRUE(shingles(r.analysis().document).empty());
}

TEST(Copies, Reprint) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  EXPECT_EQ(find(reports).family, (std::vector<int>{0, 0}));
}

TEST(Copies, ShortenedAndExtendedReprint) {
  auto reports = two(prose("w", 0, 300), prose("own", 0, 20) + prose("w", 40, 120));
  EXPECT_EQ(find(reports).family, (std::vector<int>{0, 0}));
}

TEST(Copies, SharedQuotationIsNoCopy) {
  auto reports = two(prose("a", 0, 100) + prose("q", 0, 30), prose("b", 0, 100) + prose("q", 0, 30));
  EXPECT_EQ(find(reports).family, (std::vector<int>{0, 1}));
}

TEST(Copies, OneSharedSentenceIsNoCopyEvenOfAShortText) {
  auto reports = two(prose("a", 0, 100) + prose("q", 0, 14), prose("q", 0, 14));
  EXPECT_EQ(find(reports).family, (std::vector<int>{0, 1}));
}

TEST(Copies, ARoundUpDoesNotJoinWhatItHolds) {
  auto reports = two(prose("a", 0, 100), prose("b", 0, 100));
  reports.emplace_back("c", kJune, "three");
  reports[2].say(prose("a", 0, 100) + prose("b", 0, 100));
  const Copies copies = find(reports);
  EXPECT_NE(copies.family[0], copies.family[1]);
}

TEST(Copies, AStoryPrintedAHundredTimesIsOneFamily) {
  std::vector<Report> reports;
  for (int i = 0; i < 100; ++i) {
    reports.emplace_back("d" + std::to_string(i), kJune);
    reports.back().say(prose("w", 0, 90) + prose("own" + std::to_string(i) + "x", 0, 30));
  }
  const Copies copies = find(reports);
  EXPECT_TRUE(std::all_of(copies.family.begin(), copies.family.end(), [](int f) { return f == 0; }));
}

TEST(Copies, TheLaterCopiesTheEarlier) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  reports[1].analysis().document.published_day = kJune - std::chrono::days{1};
  const Copies copies = find(reports);
  EXPECT_EQ(copies.copy_of, (std::vector<int>{1, -1}));
  EXPECT_EQ(original_of(copies, 0), 1);
}

TEST(Copies, OnOneDayTheDirectionStaysUndecided) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  EXPECT_EQ(find(reports).copy_of, (std::vector<int>{-1, -1}));
}

TEST(Copies, ACreditDecidesBeforeTheDate) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  reports[0].analysis().document.published_day = kJune - std::chrono::days{1};
  reports[0].mention(reports[0].outlet("two"), reports[0].say("Two", ZoneKind::kCredit));
  EXPECT_EQ(find(reports).copy_of, (std::vector<int>{1, -1}));
}

TEST(Credit, DatelineOrLastLineOnly) {
  Report r("a", kJune, "paper");
  const int wire = r.outlet("wire");
  EXPECT_EQ(credited_outlet(r.analysis()), -1);
  r.mention(wire, r.say("HANOI (Wire) -", ZoneKind::kDateline));
  r.say("text");
  EXPECT_EQ(credited_outlet(r.analysis()), wire);
  r.mention(r.outlet("other"), r.say("Other", ZoneKind::kCredit));
  EXPECT_EQ(credited_outlet(r.analysis()), -1) << "two credits decide nothing";
}

}  // namespace
}  // namespace hearsay::build
