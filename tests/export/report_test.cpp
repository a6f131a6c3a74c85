// SPDX-License-Identifier: Apache-2.0
#include "export/report.h"

#include <gtest/gtest.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

#include <memory>

namespace hearsay::testing {
namespace {

Day day(int y, unsigned m, unsigned d) { return std::chrono::year(y) / static_cast<int>(m) / static_cast<int>(d); }

ReportEntry entry(const std::string& id, std::optional<Day> from, std::optional<Day> to) {
  ReportEntry made;
  made.id = id;
  made.date = "then";
  made.from = from;
  made.to = to;
  made.source = "A";
  made.act = "met";
  made.target = "B";
  made.standing = Standing::kDisputed;
  made.standing_words = "disputed";
  made.reason = "A says so";
  made.counts = "2 documents, 2 outlets, 1 origin";
  made.sides = {{"For", {{"A", {}}}}, {"Against", {{"B", {{"B ", "denies", " it.", "The Post, 2 Jan 2020; d2, characters 2 to 8", ""}}}}}};
  made.notes = {{"On Monday ", "A met B", ".", "The Post, 1 Jan 2020; d1, characters 10 to 17", "https://example.org/1"}};
  return made;
}

Report report_of(std::vector<ReportEntry> entries) {
  Report report;
  report.lang = "en";
  report.title = "Chronicle";
  report.timeline = "Timeline";
  report.evidence = "Evidence";
  report.groups = {{"2020", std::move(entries)}};
  return report;
}

// A page as a browser's parser has it.
class Parsed {
 public:
  explicit Parsed(const std::string& html)
      : page_(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET), xmlFreeDoc),
        context_(xmlXPathNewContext(page_.get()), xmlXPathFreeContext) {}
  std::vector<std::string> all(const char* path) const {
    std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path), context_.get()), xmlXPathFreeObject);
    std::vector<std::string> texts;
    for (int i = 0; found && found->nodesetval && i < found->nodesetval->nodeNr; ++i) {
      std::unique_ptr<xmlChar, void (*)(void*)> text(xmlNodeGetContent(found->nodesetval->nodeTab[i]), [](void* bytes) { xmlFree(bytes); });
      texts.emplace_back(reinterpret_cast<const char*>(text.get()));
    }
    return texts;
  }

 private:
  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page_;
  std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context_;
};

TEST(HtmlReport, ShowsEachHappeningWithItsEvidence) {
  const Parsed page(html_report(report_of({entry("h1", day(2020, 1, 1), day(2020, 1, 1)), entry("h2", day(2020, 3, 1), day(2020, 4, 30)), entry("h3", {}, {})})));
  EXPECT_EQ(page.all("//article").size(), 3u);
  EXPECT_EQ(page.all("//rect").size(), 2u);
  EXPECT_EQ(page.all("//ol[@class='notes']/li").size(), 6u);
  EXPECT_EQ(page.all("//mark")[0], "A met B");
  EXPECT_EQ(page.all("//mark")[1], "denies");
  EXPECT_EQ(page.all("//q")[0], "On Monday A met B.");
  EXPECT_EQ(page.all("//article[@id='h2']//dt"), (std::vector<std::string>{"For", "Against"}));
  EXPECT_EQ(page.all("//ol/li//a[starts-with(@href,'https://')]").size(), 3u);
  // Each reference leads to a note and each note back.
  for (const std::string& target : page.all("//a[starts-with(@href,'#')]/@href")) EXPECT_EQ(page.all(("//*[@id='" + target.substr(1) + "']").c_str()).size(), 1u) << target;
}

TEST(HtmlReport, RunsNothingAndFetchesNothing) {
  ReportEntry hostile = entry("h1\" onload=\"x", day(2020, 1, 1), day(2020, 1, 1));
  const std::string bad = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)\x01\u202e";
  for (std::string* text : {&hostile.date, &hostile.source, &hostile.act, &hostile.target, &hostile.status, &hostile.standing_words, &hostile.reason, &hostile.counts, &hostile.sides[0].heading,
                            &hostile.sides[0].voices[0].name, &hostile.notes[0].before, &hostile.notes[0].words, &hostile.notes[0].after, &hostile.notes[0].where})
    *text = bad;
  hostile.notes[0].url = "javascript:alert(1)";
  Report report = report_of({hostile});
  for (std::string* text : {&report.lang, &report.title, &report.note, &report.asked, &report.total, &report.timeline, &report.evidence, &report.groups[0].heading}) *text = bad;
  report.legend = {{Standing::kDisputed, bad}};
  const std::string html = html_report(report);
  const Parsed page(html);
  for (const char* path : {"//script", "//img", "//iframe", "//link", "//object", "//form", "//*[@onerror]", "//*[@onmouseover]", "//*[@onload]", "//*[@src]", "//a[starts-with(@href,'javascript')]"})
    EXPECT_TRUE(page.all(path).empty()) << path;
  EXPECT_EQ(page.all("//style").size(), 1u);
  EXPECT_EQ(html.find("\u202e"), std::string::npos);
  EXPECT_EQ(html.find('\x01'), std::string::npos);
  EXPECT_NE(html.find("[U+202E]"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

TEST(HtmlReport, FollowsLightAndDarkAndPrint) {
  const std::string html = html_report(report_of({}));
  EXPECT_NE(html.find("prefers-color-scheme: dark"), std::string::npos);
  EXPECT_NE(html.find("@media print"), std::string::npos);
  EXPECT_TRUE(Parsed(html).all("//svg").empty());
}

TEST(HtmlReport, DrawsManyHappeningsWithinBounds) {
  std::vector<ReportEntry> entries;
  for (int i = 0; i < 3000; ++i) entries.push_back(entry("h" + std::to_string(i), day(2000, 1, 1), day(2020, 12, 31)));
  const Parsed page(html_report(report_of(std::move(entries))));
  EXPECT_EQ(page.all("//rect").size(), 3000u);
  EXPECT_TRUE(page.all("//rect[number(@x) + number(@width) > 960]").empty());
}

}  // namespace
}  // namespace hearsay::testing
