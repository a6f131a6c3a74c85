// The protocol by itself, with tools that say what they were given.
// SPDX-License-Identifier: Apache-2.0
#include "mcp/server.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

namespace hearsay::mcp {
namespace {

using rapidjson::Document;

Server server() {
  Tool echo{"echo",
            "Echo",
            "Says it again.",
            {{.name = "words", .about = "What to say.", .required = true},
             {.name = "how", .about = "How.", .choices = {"loud", "low"}},
             {.name = "both", .about = "Two.", .type = Argument::Type::kTexts, .least = 2, .most = 2},
             {.name = "times", .about = "How often.", .type = Argument::Type::kNumber, .least = 1, .most = 9}},
            [](const Given& given) -> Result<std::string> {
              std::string both;
              for (const std::string& one : given.texts("both")) both += one;
              return "{\"said\":\"" + given.text("words").value_or("") + "\",\"how\":\"" + given.text("how").value_or("-") + "\",\"both\":\"" + both +
                     "\",\"times\":" + std::to_string(given.number("times", 1)) + "}";
            }};
  Tool fail{"fail", "Fail", "Never works.", {}, [](const Given&) -> Result<std::string> { return Error{Error::Kind::kStore, "it \"never\" works"}; }};
  return Server("test", "1.2", "Be kind.", {echo, fail});
}

Document parsed(const std::optional<std::string>& reply) {
  Document json;
  EXPECT_TRUE(reply.has_value());
  if (reply) {
    EXPECT_EQ(reply->find('\n'), std::string::npos);
    json.Parse(reply->c_str());
    EXPECT_FALSE(json.HasParseError()) << *reply;
  }
  return json;
}
Document ask(const std::string& message) { return parsed(server().answer(message)); }
Document call(const std::string& name, const std::string& arguments) {
  return ask(R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":")" + name + R"(","arguments":)" + arguments + "}}");
}
int code_of(const Document& reply) { return reply.IsObject() && reply.HasMember("error") ? reply["error"]["code"].GetInt() : 0; }
std::string message_of(const Document& reply) { return reply.HasMember("error") ? reply["error"]["message"].GetString() : ""; }

TEST(McpServer, IntroducesItself) {
  for (const char* revision : {"2025-06-18", "2025-03-26", "2024-11-05"}) {
    const Document reply = ask(std::string(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":")") + revision + R"(","capabilities":{}}})");
    EXPECT_STREQ(reply["jsonrpc"].GetString(), "2.0");
    EXPECT_EQ(reply["id"].GetInt(), 1);
    EXPECT_STREQ(reply["result"]["protocolVersion"].GetString(), revision);
    EXPECT_TRUE(reply["result"]["capabilities"].HasMember("tools"));
    EXPECT_STREQ(reply["result"]["serverInfo"]["name"].GetString(), "test");
    EXPECT_STREQ(reply["result"]["serverInfo"]["version"].GetString(), "1.2");
    EXPECT_STREQ(reply["result"]["instructions"].GetString(), "Be kind.");
  }
}

TEST(McpServer, OffersItsNewestRevisionForOneThatItDoesNotKnow) {
  EXPECT_STREQ(ask(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"1999-01-01"}})")["result"]["protocolVersion"].GetString(), "2025-06-18");
}

TEST(McpServer, DescribesItsTools) {
  const Document reply = ask(R"({"jsonrpc":"2.0","id":"a","method":"tools/list"})");
  EXPECT_STREQ(reply["id"].GetString(), "a");
  const auto& tools = reply["result"]["tools"];
  ASSERT_EQ(tools.Size(), 2u);
  EXPECT_STREQ(tools[0]["name"].GetString(), "echo");
  EXPECT_TRUE(tools[0]["annotations"]["readOnlyHint"].GetBool());
  const auto& schema = tools[0]["inputSchema"];
  EXPECT_STREQ(schema["type"].GetString(), "object");
  EXPECT_FALSE(schema["additionalProperties"].GetBool());
  EXPECT_STREQ(schema["properties"]["words"]["type"].GetString(), "string");
  EXPECT_STREQ(schema["properties"]["how"]["enum"][1].GetString(), "low");
  EXPECT_STREQ(schema["properties"]["both"]["items"]["type"].GetString(), "string");
  EXPECT_EQ(schema["properties"]["times"]["maximum"].GetInt(), 9);
  ASSERT_EQ(schema["required"].Size(), 1u);
  EXPECT_STREQ(schema["required"][0].GetString(), "words");
}

TEST(McpServer, HandsArgumentsOver) {
  const Document reply = call("echo", R"({"words":"xin chào","how":"low","both":["a","b"],"times":3})");
  const std::string said = reply["result"]["content"][0]["text"].GetString();
  EXPECT_EQ(said, R"({"said":"xin chào","how":"low","both":"ab","times":3})");
  EXPECT_FALSE(reply["result"]["isError"].GetBool());
  EXPECT_EQ(reply["result"]["structuredContent"]["times"].GetInt(), 3);
}

TEST(McpServer, RefusesArgumentsThatDoNotFit) {
  const std::pair<const char*, const char*> wrong[] = {
      {R"({})", "words is missing"},
      {R"({"words":1})", "words must be a string"},
      {R"({"words":"a","how":"soft"})", "how must be one of loud, low"},
      {R"({"words":"a","both":["a"]})", "both must be 2 to 2 strings"},
      {R"({"words":"a","both":["a",1]})", "both must be 2 to 2 strings"},
      {R"({"words":"a","times":10})", "times must be a whole number from 1 to 9"},
      {R"({"words":"a","times":1.5})", "times must be a whole number from 1 to 9"},
      {R"({"words":"a","tims":1})", "there is no argument \"tims\"; there are: words, how, both, times"},
      {R"([])", "arguments must be an object"},
  };
  for (const auto& [arguments, why] : wrong) {
    const Document reply = call("echo", arguments);
    EXPECT_EQ(code_of(reply), -32602) << arguments;
    EXPECT_EQ(message_of(reply), why);
    EXPECT_EQ(reply["id"].GetInt(), 7);
  }
}

TEST(McpServer, SaysWhatAToolCouldNotDo) {
  const Document reply = call("fail", "{}");
  EXPECT_TRUE(reply["result"]["isError"].GetBool());
  EXPECT_STREQ(reply["result"]["content"][0]["text"].GetString(), "it \"never\" works");
  EXPECT_FALSE(reply["result"].HasMember("structuredContent"));
  EXPECT_EQ(message_of(call("gone", "{}")), "there is no tool \"gone\"");
}

TEST(McpServer, AnswersAPingAndNoNotification) {
  EXPECT_TRUE(ask(R"({"jsonrpc":"2.0","id":9,"method":"ping"})")["result"].ObjectEmpty());
  EXPECT_EQ(server().answer(R"({"jsonrpc":"2.0","method":"notifications/initialized"})"), std::nullopt);
  EXPECT_EQ(server().answer(R"({"jsonrpc":"2.0","id":3,"result":{}})"), std::nullopt);
}

TEST(McpServer, RefusesWhatIsNoRequest) {
  const std::pair<const char*, int> wrong[] = {
      {"", -32700}, {"{", -32700}, {"\xff", -32700}, {"[]", -32600}, {"1", -32600}, {"{}", -32600}, {R"({"jsonrpc":"1.0","id":1,"method":"ping"})", -32600},
      {R"({"jsonrpc":"2.0","id":1,"method":5})", -32600}, {R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})", -32601}, {R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})", -32602}};
  for (const auto& [message, code] : wrong) EXPECT_EQ(code_of(ask(message)), code) << message;
  EXPECT_EQ(code_of(parsed(Server::too_long())), -32600);
}

TEST(McpServer, TakesAnyDepth) {
  const std::string deep(200'000, '[');
  EXPECT_EQ(code_of(ask(deep)), -32700);
  const std::string closed = deep + std::string(deep.size(), ']');
  EXPECT_EQ(code_of(ask(R"({"jsonrpc":"2.0","id":1,"method":"ping","x":)" + closed + "}")), 0);
  EXPECT_EQ(message_of(call("echo", R"({"words":)" + closed + "}")), "words must be a string");
  EXPECT_EQ(code_of(ask(R"({"jsonrpc":"2.0","id":)" + closed + R"(,"method":"ping"})")), -32600);
}

}  // namespace
}  // namespace hearsay::mcp
