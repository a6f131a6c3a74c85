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
  EXPECT_EQ(to_string(diagnostics.all()[0]), "vi/actors/t.tsv:3: error: 4 cells, but the heading names 3 columns");
}

TEST(PackTables, NoHeadingAndNotUtf8AreMistakes) {
  EXPECT_EQ(messages(file("")), "vi/actors/t.tsv:1: error: no heading line\n");
  EXPECT_EQ(messages(file("# only this\n")), "vi/actors/t.tsv:1: error: no heading line\n");
  EXPECT_EQ(messages(file("form\nv\xFFua\n")), "vi/actors/t.tsv: error: not UTF-8; save the file as UTF-8\n");
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
