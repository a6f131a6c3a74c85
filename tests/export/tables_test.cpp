// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "export/legible.h"
#include "export/cell_row.h"
#include "export/told_letters.h"

namespace hearsay::testing {
namespace {

TEST(Legible, ShowsWhatHidesOrDrives) {
  EXPECT_EQ(legible("a\x1b[1m\x7f\tb\nc"), "a\u241b[1m\u2421\tb\nc");
  EXPECT_EQ(legible("a\u202eb\u2066c\u200b"), "a[U+202E]b[U+2066]c[U+200B]");
  EXPECT_EQ(legible("a\xff" "b"), "a\ufffd" "b");
  EXPECT_EQ(legible_line(" a \t\r\n\u00a0 b\u2028c "), "a b c");
  EXPECT_EQ(html_text("<a href='x'>\"&\""), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;");
  EXPECT_EQ(legible_json("{\"a\":\"\u202ex\U000e0041\"}"), "{\"a\":\"\\u202ex\\udb40\\udc41\"}");
}

TEST(CellRow, QuoteAsRfc4180Says) {
  CellRow row(CellRow::Kind::kCsv);
  row.text("plain").text("a, b").text("say \"x\"").text("two\nlines").number(-4).number(-0.5, 1).blank(2);
  EXPECT_EQ(row.line(), "plain,\"a, b\",\"say \"\"x\"\"\",two lines,-4,-0.5,,\r\n");
}

TEST(CellRow, BeginNoFormula) {
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", " \t=1", "\uff1d1"}) {
    CellRow row(CellRow::Kind::kCsv);
    EXPECT_TRUE(row.text(formula).line().starts_with("'")) << formula;
  }
}

TEST(CellRow, EndAtTheColumnsOfADataSet) { EXPECT_EQ(CellRow(CellRow::Kind::kTsv, 2).text("a").text("b").text("c").line(), "a\tb\n"); }

TEST(CsvExport, HasARowForEachHappening) {
  const auto& told = told_letters();
  const auto rows = rows_of(exported("csv").text, kCsv);
  ASSERT_EQ(rows.size(), told.happenings.size() + 1);
  std::map<std::string, size_t> column;
  for (const std::string& name : rows[0]) column.emplace(name, column.size());
  ASSERT_EQ(column.size(), rows[0].size());
  for (size_t i = 0; i < told.happenings.size(); ++i) {
    const Happening& happening = told.happenings[i];
    const auto cell = [&](const char* name) { return rows[i + 1].at(column.at(name)); };
    EXPECT_EQ(rows[i + 1].size(), rows[0].size());
    EXPECT_EQ(cell("id"), happening.id);
    EXPECT_EQ(cell("status"), to_string(happening.status));
    EXPECT_EQ(cell("from"), happening.from ? iso(*happening.from) : "");
    EXPECT_EQ(cell("origins"), std::to_string(happening.origins.size()));
    EXPECT_EQ(cell("outlets"), std::to_string(happening.outlets));
    const std::string& text = told.documents.at(cell("document")).document.text;
    EXPECT_EQ(cell("words"), legible_line(at_code_points(text, static_cast<uint32_t>(std::stoul(cell("start"))), static_cast<uint32_t>(std::stoul(cell("end"))))));
  }
}

TEST(CsvExport, KeepsHostileTextInItsCell) {
  const std::string text = exported("csv", {}, hostile_told()).text;
  const auto rows = rows_of(text, kCsv);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].size(), rows[0].size());
  EXPECT_EQ(rows[1].at(6), "'@A");
  EXPECT_EQ(rows[1].at(10), "'-B[U+202E]<i>");
  EXPECT_EQ(rows[1].at(4), "-1.0");
}

TEST(JsonLinesExport, IsTheRecordWithItsWords) {
  const auto& told = told_letters();
  const std::string text = exported("jsonl").text;
  size_t at = 0;
  for (const Happening& happening : told.happenings) {
    const std::string line = text.substr(at, text.find('\n', at) - at);
    at += line.size() + 1;
    const auto again = read_happening_record(line);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(happening_record(*again), happening_record(happening));
    const auto json = parsed_json(line);
    ASSERT_EQ(json["evidence"].Size(), happening.mentions.size());
    for (const auto& evidence : json["evidence"].GetArray()) {
      const std::string& all = told.documents.at(evidence["document"].GetString()).document.text;
      for (const char* part : {"words", "sentence"})
        EXPECT_EQ(evidence[part]["text"].GetString(), at_code_points(all, evidence[part]["start"].GetUint(), evidence[part]["end"].GetUint()));
    }
  }
  EXPECT_EQ(at, text.size());
}

TEST(JsonLinesExport, HidesNothing) {
  const std::string line = exported("jsonl", {}, hostile_told()).text;
  EXPECT_EQ(line.find("\u202e"), std::string::npos);
  const auto json = parsed_json(line);
  EXPECT_EQ(std::string(json["target"]["name"].GetString()), "-B\u202e<i>");
}

}  // namespace
}  // namespace hearsay::testing
