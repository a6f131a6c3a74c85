// Tables and the names of a pack's files.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "pack/made_pack.h"

namespace hearsay::testing {
namespace {

using Cells = std::vector<std::string_view>;

SourceFile file(const std::string& text, const std::string& name = "vi/actors/t.tsv") { return sources({{name, text}}).front(); }

std::string messages(const SourceFile& source) {
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) out += to_string(diagnostic) + "\n";
  return out;
}

TEST(PackTables, ColumnsAndCells) {
  const SourceFile source = file("form\trole\nvua\tleader\nbà chủ\t\n");
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  EXPECT_EQ(table.columns(), (std::vector<std::string_view>{"form", "role"}));
  ASSERT_EQ(table.rows().size(), 2u);
  EXPECT_EQ(table.cell(table.rows()[0], "role"), "leader");
  EXPECT_EQ(table.cell(table.rows()[1], "form"), "bà chủ");
  EXPECT_EQ(table.cell(table.rows()[1], "role"), "");
  EXPECT_EQ(table.cell(table.rows()[0], "absent"), "");
  EXPECT_EQ(table.column("absent"), -1);
  EXPECT_FALSE(diagnostics.failed());
}

TEST(PackTables, CommentsAndEmptyLinesCountAsLines) {
  const SourceFile source = file("# about\n\nform\n# more\n  \nvua\n");
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  ASSERT_EQ(table.rows().size(), 1u);
  EXPECT_EQ(table.rows()[0].line, 6);
}

TEST(PackTables, BlanksAndCarriageReturnsAreTrimmed) {
  const SourceFile source = file("form\trole\r\n vua \t leader\r\n");
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  EXPECT_EQ(table.cell(table.rows()[0], "form"), "vua");
  EXPECT_EQ(table.cell(table.rows()[0], "role"), "leader");
  EXPECT_EQ(table.columns()[1], "role");
}

TEST(PackTables, MissingCellsAreEmptyAndTooManyAreAMistake) {
  const SourceFile source = file("a\tb\tc\n1\n1\t2\t3\t4\n");
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  EXPECT_EQ(table.cell(table.rows()[0], "c"), "");
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(to_string(diagnostics.all()[0]), "vi/actors/t.tsv:3:7: error: 4 cells, but the heading names 3 columns");
}

TEST(PackTables, NoHeadingIsAMistake) {
  EXPECT_EQ(messages(file("")), "vi/actors/t.tsv:1:1: error: no heading line\n");
  EXPECT_EQ(messages(file("# only this\n")), "vi/actors/t.tsv:1:1: error: no heading line\n");
}

TEST(PackTables, ColumnsOfAHeadingHaveOneNameEach) {
  EXPECT_EQ(messages(file("form\trole\tform\n")), "vi/actors/t.tsv:1:11: error: column \"form\" stands twice\n");
  EXPECT_EQ(messages(file("form\t\trole\n")), "vi/actors/t.tsv:1:6: error: a column without a name\n");
}

TEST(PackTables, MistakesAreAtTheCellsOfTheirColumn) {
  const SourceFile source = file("form\trole\tx\nhoàng đế\t leader\n");
  Diagnostics diagnostics;
  const Table table(source, diagnostics);
  const TableRow& row = table.rows()[0];
  for (const char* column : {"form", "role", "x"}) table.error(row, column, column);
  table.warn_at(row, row.cells[1].substr(2), "inside");
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) out += to_string(diagnostic) + "\n";
  EXPECT_EQ(out,
            "vi/actors/t.tsv:2:1: error: form\nvi/actors/t.tsv:2:11: error: role\n"
            "vi/actors/t.tsv:2:17: error: x\nvi/actors/t.tsv:2:13: warning: inside\n");
}

std::string encoding(const std::string& text, bool* good = nullptr) {
  Diagnostics diagnostics;
  const bool fine = check_encoding({file(text)}, diagnostics);
  if (good) *good = fine;
  return diagnostics.all().empty() ? "" : to_string(diagnostics.all()[0]);
}

TEST(PackFiles, TheFirstByteThatIsNoTextIsNamed) {
  bool good = false;
  EXPECT_EQ(encoding("form\nvua\n", &good), "");
  EXPECT_TRUE(good);
  EXPECT_EQ(encoding("form\nhoàng \xFF\n\xFF", &good), "vi/actors/t.tsv:2:7: error: not UTF-8; save the file as UTF-8");
  EXPECT_TRUE(good) << "the rest can still be checked";
  EXPECT_EQ(encoding(std::string("f\0o\0", 4), &good), "vi/actors/t.tsv:1:2: error: a NUL byte; save the file as plain text in UTF-8");
  EXPECT_FALSE(good);
  EXPECT_EQ(encoding(std::string("\xFF\xFE" "f\0", 4), &good), "vi/actors/t.tsv:1:1: error: not UTF-8; save the file as UTF-8");
  EXPECT_FALSE(good) << "UTF-16";
}

TEST(PackFiles, DiagnosticsAreOrderedAndGivenOnce) {
  Diagnostics diagnostics;
  diagnostics.error("b", 1, 1, "x");
  diagnostics.error("a", 10, 2, "x");
  diagnostics.warn("a", 9, 3, "x");
  diagnostics.error("a", 10, 1, "x");
  diagnostics.error("a", 10, 2, "x");
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) out += to_string(diagnostic) + "\n";
  EXPECT_EQ(out, "a:9:3: warning: x\na:10:1: error: x\na:10:2: error: x\nb:1:1: error: x\n");
}

TEST(PackTables, SeveralValuesInACell) {
  EXPECT_EQ(split_values("a|b | c"), (Cells{"a", "b", "c"}));
  EXPECT_EQ(split_values("|a||"), (Cells{"a"}));
  EXPECT_TRUE(split_values("").empty());
  EXPECT_TRUE(split_values(" | ").empty());
  EXPECT_EQ(split_values("a.b", '.'), (Cells{"a", "b"}));
}

TEST(PackTables, FilesAreNamedByTheirPath) {
  const SourceFile rules = name_source("vi/time/days.rules");
  EXPECT_EQ(rules.language, "vi");
  EXPECT_EQ(rules.room, "time");
  EXPECT_EQ(rules.stem, "days");
  EXPECT_EQ(rules.extension, ".rules");
  EXPECT_EQ(name_source("vi/pack.toml").room, "");
}

TEST(PackTables, AFolderThatIsNotThereIsNamed) {
  const auto files = read_sources({"/nonexistent/packs"});
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().kind, Error::Kind::kPack);
  EXPECT_NE(files.error().message.find("/nonexistent/packs"), std::string::npos);
}

TEST(PackTables, TheNearestNameIsOffered) {
  const std::vector<std::string> known = {"weekdays", "months", "titles"};
  EXPECT_EQ(nearest("weekday", known), "weekdays");
  EXPECT_EQ(nearest("tilles", known), "titles");
  EXPECT_EQ(nearest("elephants", known), "");
  EXPECT_EQ(nearest("x", {}), "");
}

}  // namespace
}  // namespace hearsay::testing
