// Rows of tables as reports: cells, JSON, mapping of columns, and bad rows among good ones.
// SPDX-License-Identifier: Apache-2.0
#include "table/table.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace hearsay::testing {
namespace {

struct Read {
  std::vector<ReportRow> rows;
  std::vector<RowError> errors;
  const std::optional<std::string>& field(size_t row, ReportField which) const { return rows.at(row)[which]; }
  std::string body(size_t row) const { return field(row, ReportField::kBody).value_or("(none)"); }
};

Read read(TableKind kind, std::string_view bytes, std::string_view mapping = "", size_t piece = 1 << 16, size_t max_row = kMaxRowBytes) {
  Read read;
  TableReader reader(
      kind, *parse_mapping(mapping), [&](ReportRow row) { read.rows.push_back(std::move(row)); }, [&](RowError error) { read.errors.push_back(std::move(error)); }, max_row);
  for (size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece));
  reader.finish();
  return read;
}

constexpr std::string_view kCsv =
    "\xEF\xBB\xBFtitle,text,publish_date,source,url,language,authors\r\n"
    "\"Cầu đóng cửa, dân đi vòng\",\"Dòng một.\r\nÔng nói: \"\"Hai tuần\"\".\",2024-03-14,Báo Bờ Sông,https://bosong.example/1,vi,Lê An\r\n"
    "\r\n"
    "Rain,It rained.,,,,,\r\n";

TEST(Table, ReadsCsvWithQuotesLineBreaksAndAMark) {
  const Read table = read(TableKind::kCsv, kCsv);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_TRUE(table.errors.empty());
  EXPECT_EQ(table.field(0, ReportField::kTitle), "Cầu đóng cửa, dân đi vòng");
  EXPECT_EQ(table.body(0), "Dòng một.\r\nÔng nói: \"Hai tuần\".");
  EXPECT_EQ(table.field(0, ReportField::kDate), "2024-03-14");
  EXPECT_EQ(table.field(0, ReportField::kOutlet), "Báo Bờ Sông");
  EXPECT_EQ(table.field(0, ReportField::kUrl), "https://bosong.example/1");
  EXPECT_EQ(table.field(0, ReportField::kLang), "vi");
  EXPECT_EQ(table.field(0, ReportField::kAuthor), "Lê An");
  EXPECT_EQ(table.rows[0].line, 2u);
  EXPECT_EQ(table.rows[1].line, 5u);
  EXPECT_EQ(table.field(1, ReportField::kDate), std::nullopt);
}
TEST(Table, IsTheSameInPiecesOfAnySize) {
  for (size_t piece = 1; piece < 40; ++piece) {
    const Read table = read(TableKind::kCsv, kCsv, "", piece);
    ASSERT_EQ(table.rows.size(), 2u) << piece;
    EXPECT_EQ(table.body(0), "Dòng một.\r\nÔng nói: \"Hai tuần\".");
    EXPECT_EQ(table.rows[1].line, 5u);
  }
}
TEST(Table, SeesSemicolonsAndTabsInCsv) {
  EXPECT_EQ(read(TableKind::kCsv, "title;body\na;b, c").body(0), "b, c");
  EXPECT_EQ(read(TableKind::kCsv, "title\tbody\na\t\"b; c\"").body(0), "b; c");
}
TEST(Table, MarksWithinACellAreText) {
  EXPECT_EQ(read(TableKind::kCsv, "body\nsaid \"no\" twice").body(0), "said \"no\" twice");
  EXPECT_EQ(read(TableKind::kCsv, "body,title\n\"so\" he said,x").body(0), "so he said");
}
TEST(Table, ReadsTsvWithoutQuoting) {
  const Read table = read(TableKind::kTsv, "title\tbody\nA\t\"Yes\", she said, \"no\".\nB\t\"said \"\"no\"\"\"\nC\t\"open\nD\td");
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.body(0), "\"Yes\", she said, \"no\".");
  EXPECT_EQ(table.body(1), "said \"no\"");
  EXPECT_EQ(table.body(2), "\"open");
}
TEST(Table, ReadsJsonLines) {
  const Read table = read(TableKind::kJsonLines,
                          "{\"headline\": \"Lũ rút\", \"maintext\": \"Nước rút\\nchậm.\", \"date_publish\": \"2024-03-14 07:00:00\", \"source_domain\": \"bosong.example\", "
                          "\"authors\": [\"Lê An\", {\"name\": \"Trần Bình\"}, null], \"lang\": null, \"language\": \"vi\"}\n"
                          "\n"
                          "{\"body\": \"b\", \"created_at\": 1710400000, \"source\": {\"name\": \"Bờ Sông\"}}");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.field(0, ReportField::kTitle), "Lũ rút");
  EXPECT_EQ(table.body(0), "Nước rút\nchậm.");
  EXPECT_EQ(table.field(0, ReportField::kDate), "2024-03-14 07:00:00");
  EXPECT_EQ(table.field(0, ReportField::kAuthor), "Lê An, Trần Bình");
  EXPECT_EQ(table.field(0, ReportField::kLang), "vi");
  EXPECT_EQ(table.rows[1].line, 3u);
  EXPECT_EQ(table.field(1, ReportField::kDate), "1710400000");
  EXPECT_EQ(table.field(1, ReportField::kOutlet), "Bờ Sông");
}
TEST(Table, HalvesOfSurrogatePairsAreReplaced) {
  const Read table = read(TableKind::kJsonLines, R"({"body": "\ud83d\ude00 \ud83d, \ude00\ud83d\ud83d\ude00 \\ud83d"})");
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.body(0), "\U0001F600 \uFFFD, \uFFFD\uFFFD\U0001F600 \\ud83d");
}
TEST(Table, TakesTheColumnsThatAreNamed) {
  EXPECT_EQ(read(TableKind::kCsv, "text,story\na,b", "body=story").body(0), "b");
  const Read nested = read(TableKind::kJsonLines, R"({"doc": {"text": {"full": "b"}}, "a.b": "t"})", "body=doc.text.full, title=a.b");
  EXPECT_EQ(nested.body(0), "b");
  EXPECT_EQ(nested.field(0, ReportField::kTitle), "t");
  EXPECT_EQ(read(TableKind::kJsonLines, R"({"doc": "b"})", "body=doc.text").errors.size(), 1u);
}
TEST(Table, SaysWhatIsWrongWithAMapping) {
  EXPECT_EQ(parse_mapping("bodie=text").error().message, "column mapping: \"bodie\" is no field; the fields are title, body, date, outlet, url, lang, author");
  EXPECT_EQ(parse_mapping("body").error().message, "column mapping: \"body\" is not FIELD=COLUMN");
  EXPECT_EQ(parse_mapping("body=").error().message, "column mapping: \"body=\" is not FIELD=COLUMN");
  EXPECT_EQ(parse_mapping("body=a,BODY=b").error().message, "column mapping: \"body\" is given twice");
}

void expect_one_error(const Read& table, uint64_t line, std::string_view message) {
  ASSERT_EQ(table.errors.size(), 1u);
  EXPECT_EQ(table.errors[0].line, line);
  EXPECT_EQ(table.errors[0].message, message);
}

TEST(Table, ABadRowIsOneErrorAndTheNextIsRead) {
  const Read csv = read(TableKind::kCsv, "title,body\na,b\na,b,c\na,b,,\nx,y\n");
  EXPECT_EQ(csv.rows.size(), 3u);
  expect_one_error(csv, 3, "more cells than the header's 2");
  expect_one_error(read(TableKind::kCsv, "title,body\na,\nx,y\n"), 2, "the row has no text");
  const Read json = read(TableKind::kJsonLines, "{\"body\": \"a\"}\n[1]\n{\"body\": \"c\"}\n");
  EXPECT_EQ(json.rows.size(), 2u);
  expect_one_error(json, 2, "not a JSON object");
  expect_one_error(read(TableKind::kJsonLines, "{\"body\": \"a\"\n{\"body\": \"b\"}"), 1, "not JSON at character 13: Missing a comma or '}' after an object member.");
}
TEST(Table, WhatMakesATableUnreadableIsOneError) {
  expect_one_error(read(TableKind::kCsv, "a,b\n1,2\n3,4\n"), 1,
                   "no column of the header holds the text of the reports (body, text, content, article, maintext); name it with body=COLUMN");
  expect_one_error(read(TableKind::kCsv, "title,body\n1,2\n", "date=day"), 1, "the header has no column \"day\"");
  expect_one_error(read(TableKind::kTsv, "\xFF\xFE" "b\0o\0d\0y\0"), 1, "the table is in UTF-16; save it as UTF-8");
  expect_one_error(read(TableKind::kCsv, std::string(5000, ',')), 1, "the header has more than 1000 columns");
}
TEST(Table, ARowThatIsTooLongIsPassedOver) {
  for (const TableKind kind : {TableKind::kCsv, TableKind::kTsv}) {
    const std::string_view separator = kind == TableKind::kCsv ? "," : "\t";
    const std::string long_cell = kind == TableKind::kCsv ? "\"" + std::string(50, '\n') + std::string(500, 'x') + "\"" : std::string(500, 'x');
    const std::string bytes = "title" + std::string(separator) + "body\na" + std::string(separator) + long_cell + "\na" + std::string(separator) + "b\n";
    const Read table = read(kind, bytes, "", 7, 100);
    expect_one_error(table, 2, "the row is longer than 100 bytes");
    ASSERT_EQ(table.rows.size(), 1u);
    EXPECT_EQ(table.rows[0].line, kind == TableKind::kCsv ? 53u : 3u);
  }
}
TEST(Table, AQuotationThatNeverClosesIsSaid) {
  const Read table = read(TableKind::kCsv, "title,body\na,b\nc,\"d\ne,f\n");
  EXPECT_EQ(table.rows.size(), 1u);
  expect_one_error(table, 3, "a quotation mark of this row is not closed before the end");
}
TEST(Table, RowsInOldEncodingsAreDecoded) {
  const Read table = read(TableKind::kCsv, "title,body\nTh\xAD,Ng\xAD\xEAi d\xA9n hai b\xEA s\xABng \xAE\xAD\xEE" "c khuy\xAAn \xAEi v\xDFng\n");
  EXPECT_EQ(table.body(0), "Người dân hai bờ sông được khuyên đi vòng");
  EXPECT_EQ(table.rows[0].notes.size(), 1u);
}
TEST(Table, EmptyTablesHaveNoRows) {
  for (const TableKind kind : {TableKind::kJsonLines, TableKind::kCsv, TableKind::kTsv})
    for (std::string_view bytes : {"", "\n\n", "\xEF\xBB\xBF", "b"}) EXPECT_TRUE(read(kind, bytes).rows.empty());
}
TEST(Table, HostileRowsAreReadInBoundedMemory) {
  const std::string deep = std::string(1 << 20, '[') + "\n{\"body\": \"b\"}\n" + "{\"body\": " + std::string(1 << 20, '[') + std::string(1 << 20, ']') + "}";
  const Read json = read(TableKind::kJsonLines, deep);
  EXPECT_EQ(json.rows.size(), 1u);
  EXPECT_EQ(json.errors.size(), 2u);
  expect_one_error(read(TableKind::kCsv, "title,body\n" + std::string(4 << 20, ',') + "x\n"), 2, "more cells than the header's 2");
  EXPECT_EQ(read(TableKind::kJsonLines, "{\"body\": \"b\", \"date\": 1" + std::string(1 << 20, '0') + "}").errors.size(), 1u);
}

}  // namespace
}  // namespace hearsay::testing
