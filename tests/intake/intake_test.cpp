// What inputs of every kind give: reports with what is said of them, and a line for what is left out.
// SPDX-License-Identifier: Apache-2.0
#include "intake/intake.h"

#include <gtest/gtest.h>

#include "../archive/build.h"

namespace hearsay {
namespace {

struct Taken {
  std::vector<IncomingReport> reports;
  std::vector<std::string> faults;
  IntakeCount count;
};

Taken take(const std::string& bytes, const std::string& path, size_t most = 1000, const TakeOptions& options = {}) {
  Taken out;
  Metadata about;
  about.path = path;
  TakeHandlers handlers;
  handlers.take = [&](IncomingReport report) {
    out.reports.push_back(std::move(report));
    return out.reports.size() < most;
  };
  handlers.fault = [&](const std::string& where, const std::string& line) { out.faults.push_back(where + ": " + line); };
  out.count = take_reports(*bytes_in_memory(bytes), about, options, handlers);
  return out;
}

// The path, title, outlet, day and address of each report, a line each.
std::string told(const Taken& taken) {
  std::string out;
  for (const auto& [about, bytes, _] : taken.reports)
    out += about.path + " | " + about.title.value_or("-") + " | " + about.outlet.value_or("-") + " | " + about.published.value_or("-") + " | " + about.url.value_or("-") + "\n";
  return out;
}

const std::string kMail =
    "From: Ben Song Daily <letters@bensong.example>\r\nTo: readers@bensong.example\r\nSubject: Ferry talks resume\r\nDate: Tue, 05 Mar 2024 10:15:00 +0700\r\n"
    "Message-ID: <1@bensong.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe two ministers met again.\r\n";
const std::string kFeed =
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Ben Song Daily</title><item><title>Ferry talks resume</title><link>https://bensong.example/1</link>"
    "<pubDate>Tue, 05 Mar 2024 10:15:00 +0700</pubDate><description>The two ministers met again.</description></item>"
    "<item><title>No words</title><link>https://bensong.example/2</link></item></channel></rss>";

TEST(Intake, TakesAReportAsItIs) {
  const Taken taken = take("The two ministers met again.", "a.txt");
  EXPECT_EQ(told(taken), "a.txt | - | - | - | -\n");
  EXPECT_EQ(taken.reports.at(0).bytes, "The two ministers met again.");
  EXPECT_EQ(taken.count.reports, 1u);
}

TEST(Intake, TakesRowsOfTables) {
  EXPECT_EQ(told(take("{\"headline\":\"Talks\",\"text\":\"They met.\",\"published_at\":\"2024-03-05\",\"source\":\"Ben Song\",\"link\":\"https://b.example/1\"}\n", "x.JSONL")),
            "x.JSONL:1 | Talks | Ben Song | 2024-03-05 | https://b.example/1\n");
  EXPECT_EQ(told(take("title,body\nTalks,They met.\n\"More, still\",They met again.\n", "x.csv")), "x.csv:2 | Talks | - | - | -\nx.csv:3 | More, still | - | - | -\n");
}

TEST(Intake, SaysWhichRowIsBadAndReadsTheNext) {
  const Taken taken = take("{\"text\":\"They met.\"}\n{broken\n{\"text\":\"They met again.\"}\n", "x.jsonl");
  EXPECT_EQ(taken.reports.size(), 2u);
  ASSERT_EQ(taken.faults.size(), 1u);
  EXPECT_TRUE(taken.faults[0].starts_with("x.jsonl:2: ")) << taken.faults[0];
}

TEST(Intake, TakesColumnsByTheirOwnNames) {
  TakeOptions options;
  options.columns = *parse_mapping("body=words");
  EXPECT_EQ(take("{\"words\":\"They met.\"}\n", "x.jsonl", 10, options).reports.at(0).bytes, "They met.");
}

TEST(Intake, TakesEntriesOfFeeds) {
  const Taken taken = take(kFeed, "feed.xml");
  EXPECT_EQ(told(taken), "feed.xml!/1 | - | - | - | -\n");        // nothing is given from outside: the feed's words rank behind the page's own
  EXPECT_EQ(taken.reports.at(0).about.feed, (Metadata::Feed{"https://bensong.example/1", "Ferry talks resume", "Ben Song Daily", "2024-03-05T10:15:00+07:00", "", ""}));
  EXPECT_EQ(taken.count.passed_over.at("entries without words"), 1u);
}

TEST(Intake, TakesMails) {
  const Taken taken = take(kMail, "1.eml");
  EXPECT_EQ(told(taken), "1.eml | Ferry talks resume | Ben Song Daily | 2024-03-05T10:15:00+07:00 | -\n");
  EXPECT_EQ(taken.reports.at(0).about.charset, "utf-8");
}

TEST(Intake, TakesMailsOfABox) {
  const std::string box = "From a@b.example Tue Mar  5 10:15:00 2024\n" + kMail + "\nFrom a@b.example Tue Mar  5 10:15:00 2024\n" + kMail;
  EXPECT_EQ(take(box, "box").reports.size(), 2u);
}

TEST(Intake, TakesWhatLiesInArchives) {
  const Taken taken = take(test::zip({{"a.txt", "They met."}, {"feeds/feed.xml", kFeed}, {"x.csv", "body\nThey met again.\n"}}), "all.zip");
  EXPECT_EQ(told(taken),
            "all.zip!/a.txt | - | - | - | -\nall.zip!/feeds/feed.xml!/1 | - | - | - | -\n"
            "all.zip!/x.csv:2 | - | - | - | -\n");
}

TEST(Intake, TakesPagesOfAWebArchive) {
  const Taken taken = take(test::warc_record("warcinfo", "", "application/warc-fields", "software: none\r\n") + test::page_record("https://b.example/1", "<html><p>They met.</p></html>"), "crawl.warc");
  ASSERT_EQ(taken.reports.size(), 1u);
  EXPECT_EQ(taken.reports[0].about.url, "https://b.example/1");
  EXPECT_EQ(taken.reports[0].about.charset, "utf-8");
  EXPECT_FALSE(taken.reports[0].about.published);            // when it was fetched says nothing of that
}

TEST(Intake, StopsWhenItIsTold) {
  EXPECT_EQ(take("body\na b c\nd e f\n", "x.csv", 1).reports.size(), 1u);
  EXPECT_EQ(take(test::zip({{"a.txt", "a"}, {"b.txt", "b"}}), "all.zip", 1).reports.size(), 1u);
}

TEST(Intake, KeepsWhatIsTrueOfAllButWhatTheySay) {
  Taken out;
  Metadata about;
  about.path = "1.eml";
  about.lang = "en";
  about.outlet = "Some archive";
  TakeHandlers handlers;
  handlers.take = [&](IncomingReport report) { return out.reports.push_back(std::move(report)), true; };
  handlers.fault = [](const std::string&, const std::string&) {};
  take_reports(*bytes_in_memory(kMail), about, {}, handlers);
  EXPECT_EQ(out.reports.at(0).about.lang, "en");
  EXPECT_EQ(out.reports.at(0).about.outlet, "Ben Song Daily");
}

}  // namespace
}  // namespace hearsay
