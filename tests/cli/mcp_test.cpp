// hearsay mcp as an assistant meets it.
// SPDX-License-Identifier: Apache-2.0
#include "mcp/server.h"

#include "shell.h"

namespace hearsay::cli_test {
namespace {

using rapidjson::Document;
using rapidjson::Value;

class Mcp : public Shell {
 protected:
  static std::string call(const std::string& tool, const std::string& arguments) {
    return R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + tool + R"(","arguments":)" + arguments + "}}";
  }
  // One program, asked one thing after the other; what each reply holds.
  std::vector<Document> ask(const std::vector<std::string>& messages) const {
    std::string all;
    for (const std::string& message : messages) all += message + "\n";
    write("asked", all);
    const Answer answer = shell("hearsay mcp <asked");
    EXPECT_EQ(answer.exit_code, 0) << answer.err;
    EXPECT_EQ(answer.err, "");
    std::vector<Document> replies;
    for (const std::string& line : lines_of(answer.out)) replies.emplace_back().Parse(line.c_str());
    return replies;
  }
  Document result(const std::string& tool, const std::string& arguments) const {
    const auto replies = ask({call(tool, arguments)});
    Document out;
    if (replies.size() != 1 || !replies[0].HasMember("result")) return ADD_FAILURE() << tool << arguments, out.SetObject(), std::move(out);
    const Value& result = replies[0]["result"];
    EXPECT_FALSE(result["isError"].GetBool()) << result["content"][0]["text"].GetString();
    if (result.HasMember("structuredContent")) out.CopyFrom(result["structuredContent"], out.GetAllocator());
    else out.SetObject();
    return out;
  }
  std::string refused(const std::string& tool, const std::string& arguments) const {
    const auto replies = ask({call(tool, arguments)});
    if (replies.size() != 1 || !replies[0].HasMember("result") || !replies[0]["result"]["isError"].GetBool()) return "not refused";
    return replies[0]["result"]["content"][0]["text"].GetString();
  }
  std::string first_happening(const std::string& arguments) const {
    const Document found = result("list_happenings", arguments);
    return found.HasMember("happenings") && !found["happenings"].Empty() ? found["happenings"][0]["happening"].GetString() : "none";
  }
  // Whether the words stand where it says: what is quoted is what the report has there.
  void expect_in_place(const Value& words) const {
    const std::string arguments = std::string(R"({"document":")") + words["document"].GetString() + R"(","start":)" + std::to_string(words["start"].GetInt()) + R"(,"end":)" + std::to_string(words["end"].GetInt()) + "}";
    const Document quoted = result("quote", arguments);
    ASSERT_TRUE(quoted.HasMember("text"));
    EXPECT_STREQ(quoted["text"].GetString(), words["text"].GetString());
  }
};

TEST_F(Mcp, ListsHappeningsWithTheWordsOfAReport) {
  read_reports();
  const Document all = result("list_happenings", "{}");
  ASSERT_GE(all["total"].GetInt(), 1);
  EXPECT_EQ(static_cast<unsigned>(all["total"].GetInt()), all["happenings"].Size());
  for (const Value& one : all["happenings"].GetArray()) {
    for (const char* field : {"happening", "headline", "kind", "from", "to", "status", "standing", "reason", "documents", "outlets", "origins", "denials"}) EXPECT_TRUE(one.HasMember(field)) << field;
    expect_in_place(one["told"]);
  }
  EXPECT_EQ(result("list_happenings", R"({"actor":"Kim Chính Ân","kind":"letter-*"})")["total"].GetInt(), result("list_happenings", R"({"between":["Trump","Kim Jong Un"],"kind":"letter-*"})")["total"].GetInt());
  EXPECT_EQ(result("list_happenings", R"({"as_of":"2020-04-01"})")["total"].GetInt(), result("list_happenings", R"({"as_of":"2020-03-22"})")["total"].GetInt());
}

TEST_F(Mcp, GivesLongListsInPieces) {
  read_reports();
  const Document all = result("list_happenings", "{}");
  const int total = all["total"].GetInt();
  ASSERT_GE(total, 2);
  const Document first = result("list_happenings", R"({"limit":1})");
  EXPECT_EQ(first["happenings"].Size(), 1u);
  ASSERT_TRUE(first.HasMember("next_offset"));
  EXPECT_EQ(first["next_offset"].GetInt(), 1);
  const Document last = result("list_happenings", R"({"limit":100,"offset":)" + std::to_string(total - 1) + "}");
  ASSERT_EQ(last["happenings"].Size(), 1u);
  EXPECT_FALSE(last.HasMember("next_offset"));
  EXPECT_STREQ(last["happenings"][0]["happening"].GetString(), all["happenings"][static_cast<unsigned>(total - 1)]["happening"].GetString());
  EXPECT_EQ(result("list_happenings", R"({"offset":1000})")["happenings"].Size(), 0u);
}

TEST_F(Mcp, SaysWhoSaysSoAndThroughWhom) {
  read_reports();
  const Document said = result("who_says", R"({"happening":")" + first_happening(R"({"kind":"letter-sent","as_of":"2020-03-31"})") + "\"}");
  ASSERT_GE(said["for"].Size(), 1u);
  const Value& origin = said["for"][0];
  for (const char* field : {"name", "actor", "kind", "voices", "circular", "said"}) EXPECT_TRUE(origin.HasMember(field)) << field;
  ASSERT_GE(origin["words"].Size(), 1u);
  expect_in_place(origin["words"][0]);
  ASSERT_GE(origin["words"][0]["chain"].Size(), 1u);
  EXPECT_TRUE(said["against"].IsArray());
  EXPECT_TRUE(said["no_comment"].IsArray());
}

TEST_F(Mcp, CountsOriginsAndShowsTheWays) {
  read_reports();
  const Document counted = result("origins", R"({"happening":")" + first_happening("{}") + "\"}");
  EXPECT_GE(counted["origins"].GetInt() + counted["denials"].GetInt(), 1);
  EXPECT_EQ(static_cast<unsigned>(counted["documents"].GetInt()), counted["reports"].Size());
  ASSERT_GE(counted["history"].Size(), 1u);
  ASSERT_GE(counted["ways"]["edges"].Size(), 1u);
  for (const Value& edge : counted["ways"]["edges"].GetArray()) EXPECT_TRUE(edge.HasMember("text"));
}

TEST_F(Mcp, FindsStatementsReportsAndStories) {
  read_reports();
  const Document said = result("statements", R"({"speaker":"White House"})");
  ASSERT_EQ(said["total"].GetInt(), 1);
  expect_in_place(said["statements"][0]);
  EXPECT_EQ(result("statements", R"({"act":"decline"})")["total"].GetInt(), 0);
  EXPECT_EQ(result("statements", R"({"from":"2020-04"})")["total"].GetInt() + result("statements", R"({"to":"2020-03"})")["total"].GetInt(), result("statements", "{}")["total"].GetInt());
  const Document found = result("search", R"({"words":"phu nhan gui thu"})");
  ASSERT_EQ(found["hits"].Size(), 1u);
  EXPECT_NE(std::string(found["hits"][0]["snippet"].GetString()).find("«"), std::string::npos);
  EXPECT_EQ(result("stories", R"({"actor":"Kim Jong Un"})")["total"].GetInt(), 2);
}

TEST_F(Mcp, QuotesTheExactCharacters) {
  read_reports();
  const Document whole = result("quote", R"({"document":"news/a.txt"})");
  const std::string text = whole["text"].GetString();
  EXPECT_NE(text.find("phủ nhận việc ông Kim Jong-un gửi thư"), std::string::npos);
  EXPECT_EQ(whole["length"].GetInt(), whole["end"].GetInt());
  EXPECT_STREQ(result("quote", R"({"document":"a.txt","start":0,"end":10})")["text"].GetString(), "Triều Tiên");
  EXPECT_EQ(result("quote", R"({"document":"a.txt","start":5,"end":1000000})")["end"].GetInt(), whole["length"].GetInt());
  EXPECT_STRNE(result("quote", R"({"document":"b.txt","item":"s1"})")["text"].GetString(), "");
  for (const char* nowhere : {R"("item":"s99")", R"("item":"x1")", R"("item":"s0")", R"("start":9,"end":3)", R"("start":5000)"})
    EXPECT_EQ(refused("quote", std::string(R"({"document":"a.txt",)") + nowhere + "}"), "news/a.txt has no such place: neither this statement or event, nor these characters") << nowhere;
}

TEST_F(Mcp, SaysWhatIsNotThere) {
  read_reports();
  EXPECT_EQ(refused("list_happenings", R"({"actor":"Nobody Atall"})"), "nobody here is called \"Nobody Atall\"; see: hearsay actors");
  EXPECT_EQ(refused("list_happenings", R"({"from":"31/2/2020"})"), hearsay("chronicle --from 31/2/2020").err.substr(9, refused("list_happenings", R"({"from":"31/2/2020"})").size()));
  EXPECT_NE(refused("who_says", R"({"happening":"nothing"})"), "not refused");
  EXPECT_NE(refused("quote", R"({"document":"gone.txt"})"), "not refused");
}

TEST_F(Mcp, SeesWhatIsReadWhileItRuns) {
  read_reports();
  write("asked", call("list_happenings", "{}") + "\n");
  const Answer answer = shell(
      "mkfifo in; hearsay mcp <in >out & exec 3>in; cat asked >&3; until [ -s out ]; do sleep 0.05; done; echo 'Putin sent a letter to Xi Jinping on 3 May 2021, the Kremlin said.' >c.txt; "
      "hearsay read c.txt; cat asked >&3; exec 3>&-; wait");
  ASSERT_EQ(answer.exit_code, 0) << answer.err;
  const auto lines = lines_of(read("out"));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].find("Putin"), std::string::npos);
  EXPECT_NE(lines[1].find("Putin"), std::string::npos);
}

TEST_F(Mcp, PassesOverLinesThatAreTooLongOrEmpty) {
  read_reports();
  const auto replies = ask({std::string(mcp::kMostMessageBytes + 1, ' '), "", R"({"jsonrpc":"2.0","id":5,"method":"ping"})"});
  ASSERT_EQ(replies.size(), 2u);
  EXPECT_EQ(replies[0]["error"]["code"].GetInt(), -32600);
  EXPECT_EQ(replies[1]["id"].GetInt(), 5);
}

TEST_F(Mcp, NeedsAStore) {
  const Answer answer = hearsay("mcp --db gone.db </dev/null");
  EXPECT_EQ(answer.exit_code, 5);
  EXPECT_EQ(lines_of(answer.err).size(), 1u);
}

}  // namespace
}  // namespace hearsay::cli_test
