// Families of copies and which way they were copied.
// SPDX-License-Identifier: Apache-2.0
#include "story/copies.h"

#include <gtest/gtest.h>

#include "../chronicle/builder.h"
#include "story/passages.h"
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

std::vector<OwnWord> words_of(const std::string& text) {
  Report report("a", kJune);
  report.say(text);
  return own_words(report.analysis().document);
}

// "a 3-20 = b 0-17 (15)": words of either side, and how many are equal.
std::vector<std::string> passages(const std::string& a, const std::string& b) {
  std::vector<std::string> out;
  for (const Passage& p : shared_passages(words_of(a), words_of(b)))
    out.push_back("a " + std::to_string(p.a_first) + "-" + std::to_string(p.a_last) + " = b " + std::to_string(p.b_first) + "-" + std::to_string(p.b_last) + " (" +
                  std::to_string(p.same) + ")");
  return out;
}
using Passages = std::vector<std::string>;

TEST(OwnWords, FoldCaseAndPunctuationAndSkipCaptions) {
  auto reports = two("He said: 'Yes, we will meet them there.'", "HE SAID yes WE WILL MEET them there");
  reports[0].say("a caption that nobody should ever count here", ZoneKind::kCaption);
  const auto a = shingles(own_words(reports[0].analysis().document)), b = shingles(own_words(reports[1].analysis().document));
  EXPECT_EQ(a, b);
  EXPECT_EQ(a.size(), 4u);
}

TEST(OwnWords, StandWhereTheyAreRead) {
  Report report("a", kJune);
  report.say("caption", ZoneKind::kCaption);
  report.say("\u201cH\u00f4m nay\u201d: 22/10");
  const Document& document = report.analysis().document;
  std::vector<std::string> words;
  for (const OwnWord& word : own_words(document)) words.push_back(document.text.substr(word.span.start, word.span.length()));
  EXPECT_EQ(words, (std::vector<std::string>{"H\u00f4m", "nay", "22", "10"}));
}

TEST(Shingles, ShortTextHasNone) { EXPECT_TRUE(shingles(words_of("only four words here")).empty()); }

TEST(Passages, LieAnywhereInEither) {
  EXPECT_EQ(passages(prose("a", 0, 10) + prose("w", 0, 20), prose("w", 0, 20) + prose("b", 0, 10)), (Passages{"a 10-30 = b 0-20 (20)"}));
  EXPECT_EQ(passages(prose("v", 0, 20) + prose("w", 0, 20), prose("w", 0, 20) + prose("b", 0, 9) + prose("v", 0, 20)),
            (Passages{"a 0-20 = b 29-49 (20)", "a 20-40 = b 0-20 (20)"}));
}

TEST(Passages, GoOnOverSmallEdits) {
  EXPECT_EQ(passages(prose("w", 0, 40), prose("w", 0, 15) + "changed " + prose("w", 16, 40)), (Passages{"a 0-40 = b 0-40 (39)"}));
  EXPECT_EQ(passages(prose("w", 0, 40), prose("w", 0, 15) + "two more " + prose("w", 15, 40)), (Passages{"a 0-40 = b 0-42 (40)"}));
  EXPECT_EQ(passages(prose("w", 0, 40), prose("w", 0, 15) + prose("w", 18, 40)), (Passages{"a 0-40 = b 0-37 (37)"}));
  EXPECT_EQ(passages(prose("w", 0, 12) + prose("a", 0, 6) + prose("w", 12, 24), prose("w", 0, 12) + prose("b", 0, 6) + prose("w", 12, 24)).size(), 2u)
      << "six words are more than an edit";
}

TEST(Passages, OfAFewWordsAreNone) { EXPECT_EQ(passages(prose("a", 0, 30) + prose("w", 0, 11), prose("b", 0, 30) + prose("w", 0, 11)), Passages{}); }

TEST(Passages, TakeEachWordOnce) {
  EXPECT_EQ(passages(prose("w", 0, 20), prose("w", 0, 20) + prose("b", 0, 10) + prose("w", 0, 20)), (Passages{"a 0-20 = b 0-20 (20)"}));
  EXPECT_EQ(passages("", prose("w", 0, 20)), Passages{});
}

TEST(Passages, AreTheSameFromEitherSide) {
  const std::string a = prose("v", 0, 20) + prose("w", 0, 30), b = prose("w", 0, 14) + "changed " + prose("w", 15, 30) + prose("b", 0, 9) + prose("v", 3, 20);
  const auto there = shared_passages(words_of(a), words_of(b)), back = shared_passages(words_of(b), words_of(a));
  ASSERT_EQ(there.size(), 2u);
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(there[0].same + there[1].same, back[0].same + back[1].same);
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
  EXPECT_EQ(original_at(copies, 0, {0, 1}), 1);
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

TEST(Copies, ManySmallEditsLeaveACopy) {
  std::string edited;
  for (int i = 0; i < 150; i += 7) edited += prose("w", i, i + 6) + "other ";
  auto reports = two(prose("w", 0, 150), edited);
  EXPECT_EQ(find(reports).family, (std::vector<int>{0, 0}));
}

// Kind, reason, and which is the second.
std::vector<std::string> overlaps(std::vector<Report>& reports) {
  std::vector<Analysis> analyses;
  for (Report& r : reports) analyses.push_back(r.analysis());
  std::vector<std::string> out;
  for (const Overlap& overlap : copying_of(analyses).overlaps)
    out.push_back(std::string(to_string(overlap.kind)) + " " + std::string(to_string(overlap.by)) + " " + std::to_string(overlap.second));
  return out;
}

TEST(Overlaps, TellWhatACopyKept) {
  auto same = two(prose("w", 0, 150), prose("w", 0, 150));
  same[1].analysis().document.published_day = kJune + std::chrono::days{1};
  EXPECT_EQ(overlaps(same), (std::vector<std::string>{"reprint date 1"}));
  auto part = two(prose("w", 0, 300), prose("own", 0, 5) + prose("w", 40, 160));
  part[0].analysis().document.published_day = kJune - std::chrono::days{1};
  EXPECT_EQ(overlaps(part), (std::vector<std::string>{"shortened date 1"}));
  auto more = two(prose("w", 40, 160), prose("w", 0, 300));
  more[0].analysis().document.published_day = kJune - std::chrono::days{1};
  EXPECT_EQ(overlaps(more), (std::vector<std::string>{"extended date 1"}));
  auto both = two(prose("a", 0, 50) + prose("w", 0, 100), prose("w", 0, 100) + prose("b", 0, 50));
  EXPECT_EQ(overlaps(both), (std::vector<std::string>{"reworked undecided 1"}));
}

TEST(Overlaps, UndecidedTheLongerStandsFirst) {
  auto reports = two(prose("w", 0, 120), prose("w", 0, 300));
  EXPECT_EQ(overlaps(reports), (std::vector<std::string>{"shortened undecided 0"}));
}

TEST(Overlaps, PassagesAndQuotationsAreNoCopies) {
  auto passages = two(prose("a", 0, 100) + prose("w", 0, 30), prose("b", 0, 100) + prose("w", 0, 30));
  EXPECT_EQ(overlaps(passages), (std::vector<std::string>{"passages undecided 1"}));
  auto quotations = two(prose("a", 0, 100), prose("b", 0, 100));
  for (Report& report : quotations) {
    const Span words = report.say(prose("w", 0, 30));
    Statement said;
    said.mode = Mode::kDirect;
    said.span = words;
    said.content = words;
    report.analysis().statements.push_back(said);
  }
  EXPECT_EQ(overlaps(quotations), (std::vector<std::string>{"quotations undecided 1"}));
}

TEST(Overlaps, OfWhatOnlyResemblesThereAreNone) {
  auto reports = two(prose("a", 0, 100) + prose("w", 0, 9), prose("b", 0, 100) + prose("w", 0, 9));
  EXPECT_TRUE(overlaps(reports).empty());
}

TEST(Copying, NumbersTheAnalysesAsTheyWereGiven) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  reports[0].analysis().document.published_day = kJune + std::chrono::days{3};
  std::vector<Analysis> analyses{reports[0].analysis(), reports[1].analysis()};
  const Copying copying = copying_of(analyses);
  EXPECT_EQ(copying.family, (std::vector<int>{1, 1})) << "the earlier of the two";
  ASSERT_EQ(copying.overlaps.size(), 1u);
  EXPECT_EQ(copying.overlaps[0].first, 1);
  EXPECT_EQ(copying.overlaps[0].second, 0);
}

TEST(Copies, AnOutletThatNoPackHoldsIsCreditedByName) {
  auto reports = two(prose("w", 0, 150), prose("w", 0, 150));
  reports[1].analysis().document.outlet_id.reset();
  reports[1].analysis().document.outlet_name = "Harbour Wire";
  Report& copy = reports[0];
  copy.mention(copy.actor("harbour wire", ActorKind::kOrganisation), copy.say("HARBOUR (Harbour Wire)"));
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
