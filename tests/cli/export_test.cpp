// hearsay export as a user meets it: what is written where, what is told, and what is refused. What the formats hold is tested in tests/export.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/shell.h"

namespace hearsay::cli_test {
namespace {

using Export = Shell;

const char* const kTables[] = {"csv", "jsonl", "plover", "polecat", "gdelt", "gdelt-mentions", "phoenix", "prov", "geojson", "html"};

TEST_F(Export, EachFormatWritesTheSameToAFileAsToStandardOutput) {
  read_reports();
  for (const std::string format : kTables) {
    const Answer out = hearsay("export --format " + format);
    EXPECT_EQ(out.exit_code, 0) << format << out.err;
    const Answer file = hearsay("export --format " + format + " --out written");
    EXPECT_EQ(file.exit_code, 0) << format;
    EXPECT_EQ(file.out, "") << format;
    EXPECT_EQ(read("written"), out.out) << format;
  }
}

TEST_F(Export, TakesTheFiltersOfTheChronicle) {
  read_reports();
  for (const std::string filters : {"", "--kind 'letter-*'", "--between Trump 'Kim Jong Un'", "--to 1990", "--as-of 2020-03-22", "--standing disputed,denied"})
    EXPECT_EQ(lines_of(hearsay("export --format jsonl " + filters).out).size(), lines_of(hearsay("chronicle --json " + filters).out).size()) << filters;
  EXPECT_EQ(hearsay("export --format csv --actor 'Nobody Atall'").exit_code, 7);
  EXPECT_EQ(hearsay("export --format csv --from 2013-02-30").exit_code, 2);
  EXPECT_EQ(hearsay("export --format csv --story s0000").exit_code, 7);
}

TEST_F(Export, TellsWhatIsLeftOut) {
  write("news/plan.txt", "Trump to meet Kim\n\nDonald Trump will meet Kim Jong Un on 27 February 2019, the White House said.\n");
  write("news/manifest.tsv", "document\toutlet\tpublished\nplan.txt\tThe Harbour Post\t2019-02-01\n");
  ASSERT_EQ(hearsay("read news --manifest news/manifest.tsv").exit_code, 0);
  const Answer left = hearsay("export --format gdelt");
  EXPECT_EQ(left.out, "");
  EXPECT_NE(left.err.find("--all"), std::string::npos) << left.err;
  const Answer all = hearsay("export --format gdelt --all");
  EXPECT_NE(all.out.find("\tplanned\t"), std::string::npos) << all.out << all.err;
  const Answer vietnamese = hearsay("export --format gdelt --ui vi");
  EXPECT_NE(vietnamese.err.find("--all thì"), std::string::npos) << vietnamese.err;
}

TEST_F(Export, DocumentsHaveFilesOfTheirOwn) {
  read_reports();
  for (const auto& [format, files] : {std::pair("brat", 8), std::pair("timeml", 2), std::pair("webannotation", 2)}) {
    const std::string folder = std::string("out/") + format;
    EXPECT_EQ(hearsay(std::string("export --format ") + format + " --out " + folder).exit_code, 0);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / folder), fs::directory_iterator()), files) << format;
  }
  const Answer one = hearsay("export --format timeml --document b.txt");
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_TRUE(one.out.starts_with("<?xml")) << one.out;
  EXPECT_EQ(hearsay("export --format timeml --document b.txt --out b.tml").exit_code, 0);
  EXPECT_EQ(read("b.tml"), one.out);
  EXPECT_EQ(hearsay("export --format brat --document b.txt --out one").exit_code, 0);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "one"), fs::directory_iterator()), 5);
  EXPECT_EQ(hearsay("export --format brat --to 1990 --out none").exit_code, 0);
  EXPECT_TRUE(fs::is_empty(folder_ / "none"));
}

TEST_F(Export, RefusesInOneLineWhatMakesNoSense) {
  read_reports();
  for (const char* wrong : {"--format xml", "", "--format csv --all", "--format html --standard", "--format gdelt --all --standard", "--format csv --document b.txt", "--format brat",
                            "--format timeml --all --out x"}) {
    const Answer answer = hearsay(std::string("export ") + wrong);
    EXPECT_EQ(answer.exit_code, 2) << wrong;
    EXPECT_EQ(lines_of(answer.err).size(), 1u) << wrong << answer.err;
    EXPECT_EQ(answer.out, "") << wrong;
  }
  EXPECT_EQ(hearsay("export --format csv --out no/such/folder/x.csv").exit_code, 6);
  EXPECT_EQ(hearsay("export --format timeml --document nothing").exit_code, 7);
}

TEST_F(Export, PageSpeaksBothLanguages) {
  read_reports();
  EXPECT_NE(hearsay("export --format html").out.find("<html lang=\"en\">"), std::string::npos);
  const std::string page = hearsay("export --format html --ui vi --between 'Triều Tiên' Mỹ").out;
  EXPECT_NE(page.find("<html lang=\"vi\">"), std::string::npos);
  EXPECT_NE(page.find("Dẫn chứng"), std::string::npos);
  const auto stories = lines_of(hearsay("stories --json").out);
  ASSERT_FALSE(stories.empty());
  rapidjson::Document story;
  story.Parse(stories[0].c_str());
  EXPECT_NE(hearsay("export --format html --story " + std::string(story["id"].GetString())).out.find(std::string("<h1>") + story["title"].GetString()), std::string::npos);
}

}  // namespace
}  // namespace hearsay::cli_test
