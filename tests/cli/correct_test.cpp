// hearsay correct and hearsay corrections as a reader meets them.
// SPDX-License-Identifier: Apache-2.0
#include "shell.h"

namespace hearsay::cli_test {
namespace {

using rapidjson::Document;

class Correct : public Shell {
 protected:
  // The letters' happenings, as records.
  std::vector<Document> chronicle(const std::string& filters = "") const {
    std::vector<Document> out;
    for (const std::string& line : lines_of(hearsay("chronicle --json " + filters).out)) out.emplace_back().Parse(line.c_str());
    return out;
  }
  static std::string id(const Document& happening) { return happening["id"].GetString(); }
  std::vector<Document> corrections(const std::string& options = "") const {
    std::vector<Document> out;
    for (const std::string& line : lines_of(hearsay("corrections --json " + options).out)) out.emplace_back().Parse(line.c_str());
    return out;
  }
  std::string said(const std::string& arguments) const {
    const Answer answer = hearsay("correct " + arguments);
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    return answer.out;
  }
};

TEST_F(Correct, RejectedReadingLeavesTheChronicleAndComesBack) {
  read_reports();
  const auto before = hearsay("chronicle --json").out;
  const auto all = chronicle();
  const std::string document = all[0]["mentions"][0]["document"].GetString(), event = all[0]["mentions"][0]["event"].GetString();
  EXPECT_EQ(said("reject " + document + " " + event + " --by Ada --because 'another letter'"), "c1 is kept.\n");
  for (const Document& happening : chronicle())
    for (const auto& mention : happening["mentions"].GetArray()) EXPECT_FALSE(mention["document"].GetString() == document && mention["event"].GetString() == event);
  const auto kept = corrections();
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_STREQ(kept[0]["by"].GetString(), "Ada");
  EXPECT_STREQ(kept[0]["words"].GetString(), "another letter");
  EXPECT_NE(hearsay("corrections").out.find("c1: Ada rejects " + document), std::string::npos);
  EXPECT_NE(hearsay("corrections --ui vi").out.find("c1: Ada bác cách đọc " + document), std::string::npos);
  EXPECT_EQ(said("withdraw c1 --by Ada"), "c1 is withdrawn.\n");
  EXPECT_EQ(hearsay("chronicle --json").out, before);
  EXPECT_EQ(hearsay("corrections").out, "There are no corrections.\n");
  EXPECT_EQ(corrections("--all").size(), 1u);
}

TEST_F(Correct, HappeningsAreMergedAndSplit) {
  read_reports();
  const auto before = chronicle();
  ASSERT_GE(before.size(), 2u);
  said("merge " + id(before[0]) + " " + id(before[1]) + " --by Ada");
  const auto merged = chronicle();
  ASSERT_EQ(merged.size() + 1, before.size());
  const auto one = std::find_if(merged.begin(), merged.end(), [](const Document& happening) { return happening["documents"].GetInt() == 2; });
  ASSERT_NE(one, merged.end());
  const Answer contradicted = hearsay("correct split " + id(*one) + " a.txt --by Binh");
  EXPECT_EQ(contradicted.exit_code, 2);
  EXPECT_EQ(contradicted.err, "hearsay: c1 takes them for one: withdraw it first\n");
  said("withdraw c1");
  EXPECT_EQ(chronicle().size(), before.size());
}

TEST_F(Correct, WhatIsMeantMustBeThere) {
  read_reports();
  const auto refused = [&](const std::string& arguments, int exit_code) {
    const Answer answer = hearsay("correct " + arguments + " --by Ada");
    EXPECT_EQ(answer.exit_code, exit_code) << arguments;
    EXPECT_EQ(answer.out, "");
    return answer.err;
  };
  EXPECT_EQ(refused("reject a.txt e99", 7), "hearsay: news/a.txt: nothing in it is called e99\n");
  EXPECT_EQ(refused("reject a.txt", 2), "hearsay: say which document, and which of its statements or events (08-no-such-note e2)\n");
  EXPECT_EQ(refused("merge " + id(chronicle()[0]), 2), "hearsay: say which happenings are one: two ids or more\n");
  EXPECT_EQ(refused("split " + id(chronicle()[0]) + " a.txt b.txt", 2).find("hearsay: " + id(chronicle()[0]) + " is told by all of these documents"), 0u);
  EXPECT_EQ(refused("owner nobody", 7), "hearsay: nobody is no outlet of these documents\n");
  EXPECT_EQ(refused("withdraw c1", 7), "hearsay: no correction c1 holds\n");
  EXPECT_EQ(refused("note a.txt", 2), "hearsay: say what the note is about: a happening, a document or an actor; and the words\n");
  EXPECT_TRUE(corrections("--all").empty());
  said("note a.txt 'the first edition' --by Ada");
  EXPECT_EQ(refused("withdraw c1 c2", 7), "hearsay: no correction c2 holds\n");
  EXPECT_EQ(corrections().size(), 1u);
}

TEST_F(Correct, OwnersAreOfWhoeverPrints) {
  write("owned/a.txt", "Donald Trump gửi thư cho Kim Jong-un hôm 3/5/2020.\n");
  write("owned/manifest.tsv", "document\toutlet\tpublished\na.txt\tQuay Gazette\t2020-05-04\n");
  ASSERT_EQ(hearsay("read owned --manifest owned/manifest.tsv").exit_code, 0);
  said("owner 'Quay Gazette' 'Quay Holdings' --by Ada");
  const auto all = corrections();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_STREQ(all[0]["actor"].GetString(), "quay-gazette");
  EXPECT_STREQ(all[0]["owner"].GetString(), "Quay Holdings");
}

TEST_F(Correct, NotesMayBeOnAnything) {
  read_reports();
  said("note " + id(chronicle()[0]) + " 'asked the ministry'");
  said("note a.txt 'the first edition'");
  said("note a.txt e1 'this clause'");
  said("note kim-jong-un 'in office since 2011'");
  const auto all = corrections();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_STREQ(all[1]["places"][0]["item"].GetString(), "words");
  EXPECT_STREQ(all[2]["places"][0]["item"].GetString(), "event");
  EXPECT_STREQ(all[3]["actor"].GetString(), "kim-jong-un");
}

TEST_F(Correct, AuthorsOfPacksGetExamplesAndGold) {
  read_reports();
  const auto all = chronicle();
  const std::string document = all[0]["mentions"][0]["document"].GetString(), event = all[0]["mentions"][0]["event"].GetString();
  said("reject " + document + " " + event + " --by Ada --because 'another letter'");
  const std::string rules = hearsay("corrections --as rules").out;
  EXPECT_NE(rules.find("# c1, Ada, "), std::string::npos) << rules;
  EXPECT_NE(rules.find("\n- [2020-"), std::string::npos) << rules;
  EXPECT_EQ(hearsay("corrections --as gold").exit_code, 2);
  const Answer gold = hearsay("corrections --as gold --out gold");
  EXPECT_EQ(gold.exit_code, 0) << gold.err;
  EXPECT_EQ(gold.out, "gold/" + document + ".json\n");
  // What is found again that was rejected counts as wrong, and nothing else does.
  const Answer scored = hearsay("eval gold --root . --json");
  EXPECT_EQ(scored.exit_code, 0) << scored.err;
  EXPECT_NE(scored.out.find("\"event\""), std::string::npos) << scored.out;
}

}  // namespace
}  // namespace hearsay::cli_test
