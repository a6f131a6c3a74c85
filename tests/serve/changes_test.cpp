// What changes a store over HTTP, corrections and reports: what a page sends, and what it sees then.
// SPDX-License-Identifier: Apache-2.0
#include "serve/letters_bench.h"

namespace hearsay::testing {
namespace {

class ServeCorrections : public ::testing::Test {
 protected:
  rapidjson::Document made(const std::string& path, const std::string& body) {
    const Reply reply = api.post(path, body);
    EXPECT_EQ(reply.status, serve::kOk) << reply.body;
    rapidjson::Document json = json_of(reply.body);
    for (const std::string& fault : SchemaCheck(api.openapi()).faults(api.openapi()["components"]["schemas"]["Corrected"], json)) ADD_FAILURE() << fault;
    return json;
  }
  std::string refused(const std::string& path, const std::string& body, int status = serve::kBadRequest) {
    const Reply reply = api.post(path, body);
    EXPECT_EQ(reply.status, status) << reply.body;
    return json_of(reply.body)["error"].GetString();
  }
  std::string most_told() { return api.get("/happenings", {{"order", "reports"}, {"limit", "1"}})["items"][0]["id"].GetString(); }

  KeptReports kept{analysed_letters()};
  LettersBench api{kept, false};
};

TEST_F(ServeCorrections, RejectedEventIsGoneAtOnce) {
  EXPECT_FALSE(api.get("/info")["read_only"].GetBool());
  const auto before = api.get("/happenings/" + most_told());
  const auto& telling = before["tellings"][1];
  const std::string document = telling["document"].GetString(), item = telling["item"].GetString();
  const auto tagged = api.ask("/happenings");
  const auto answer = made("/corrections", R"({"kind":"reject","documents":[")" + document + R"("],"items":[")" + item + R"("],"by":"Ada","words":"another letter"})");
  EXPECT_STREQ(answer["id"].GetString(), "c1");
  EXPECT_EQ(answer["generation"].GetInt64(), api.get("/info")["generation"].GetInt64());
  EXPECT_NE(api.ask("/happenings").headers, tagged.headers) << "the tag is another one";
  const auto after = api.get("/happenings/" + std::string(before["head"]["id"].GetString()));
  EXPECT_EQ(after["tellings"].Size() + 1, before["tellings"].Size());
  const auto reading = api.get("/documents/" + document);
  bool marked = false;
  for (const auto& event : reading["record"]["events"].GetArray()) marked |= event["id"].GetString() == item && event.HasMember("rejected");
  EXPECT_TRUE(marked);
  const auto list = api.get("/corrections", {{"document", document}});
  ASSERT_EQ(list["items"].Size(), 1u);
  EXPECT_NE(std::string(list["items"][0]["line"].GetString()).find("Ada rejects"), std::string::npos);
  EXPECT_EQ(api.get("/corrections", {{"document", "none"}})["items"].Size(), 0u);
  made("/corrections/c1/withdraw", R"({"by":"Ada"})");
  EXPECT_EQ(api.get("/happenings/" + std::string(before["head"]["id"].GetString()))["tellings"].Size(), before["tellings"].Size());
  EXPECT_EQ(api.get("/corrections")["items"].Size(), 0u);
  EXPECT_EQ(api.get("/corrections", {{"withdrawn", "yes"}})["items"].Size(), 1u);
}

TEST_F(ServeCorrections, AreListedByKindAndFromEitherEnd) {
  made("/corrections", R"({"kind":"note","actor":"kim-jong-un","words":"first","by":"Ada"})");
  made("/corrections", R"({"kind":"note","actor":"kim-jong-un","words":"second","by":"Ada"})");
  const auto newest = api.get("/corrections", {{"kind", "note"}, {"order", "newest"}});
  ASSERT_EQ(newest["items"].Size(), 2u);
  EXPECT_STREQ(newest["items"][0]["record"]["id"].GetString(), "c2");
  EXPECT_STREQ(api.get("/corrections")["items"][0]["record"]["id"].GetString(), "c1");
  EXPECT_EQ(api.get("/corrections", {{"kind", "merge"}})["items"].Size(), 0u);
}

TEST_F(ServeCorrections, HappeningsOfFormerIdsLeadOn) {
  const auto list = api.get("/happenings", {{"order", "reports"}, {"limit", "2"}});
  const std::string a = list["items"][0]["id"].GetString(), b = list["items"][1]["id"].GetString();
  made("/corrections", R"({"kind":"merge","happenings":[")" + a + R"(",")" + b + R"("],"by":"Ada"})");
  const auto first = api.get("/happenings/" + a), second = api.get("/happenings/" + b);
  EXPECT_STREQ(first["head"]["id"].GetString(), second["head"]["id"].GetString());
  EXPECT_EQ(api.get("/corrections", {{"happening", first["head"]["id"].GetString()}})["items"].Size(), 1u);
}

TEST_F(ServeCorrections, WhatMakesNoSenseIsRefused) {
  EXPECT_NE(refused("/corrections", "").find("JSON object"), std::string::npos);
  EXPECT_NE(refused("/corrections", "[1]").find("JSON object"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"reject"})").find("by"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"delete","by":"Ada"})").find("reject, merge"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"reject","by":"Ada","documents":"x"})").find("documents"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"reject","by":"Ada","when":"x"})").find("when"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"reject","by":"Ada","documents":["nothing"],"items":["e1"]})", serve::kNotFound).find("nothing"), std::string::npos);
  EXPECT_NE(refused("/corrections", R"({"kind":"merge","by":"Ada","happenings":["h0","h1"]})", serve::kNotFound).find("h0"), std::string::npos);
  EXPECT_NE(refused("/corrections/c9/withdraw", R"({"by":"Ada"})").find("c9"), std::string::npos);
  EXPECT_EQ(api.get("/corrections", {{"withdrawn", "yes"}})["items"].Size(), 0u);
}

TEST_F(ServeCorrections, ReadOnlyTakesNone) {
  LettersBench locked(kept, true);
  EXPECT_TRUE(locked.get("/info")["read_only"].GetBool());
  const Reply reply = locked.post("/corrections", R"({"kind":"note","actor":"kim-jong-un","words":"x","by":"Ada"})");
  EXPECT_EQ(reply.status, serve::kBadRequest);
}

// ---- files that are sent to be read

class ServeReports : public ServeCorrections {
 protected:
  Reply send(const Query& query, const std::string& bytes) {
    const serve::Routes routes(serve::all_routes(), "x");
    return routes.answer({"POST", "/api/v1/reports", query, {{"content-type", "application/octet-stream"}}, bytes}, api.bench());
  }
  rapidjson::Document read(const Query& query, const std::string& bytes) {
    const Reply reply = send(query, bytes);
    EXPECT_EQ(reply.status, serve::kOk) << reply.body;
    rapidjson::Document json = json_of(reply.body);
    for (const std::string& fault : SchemaCheck(api.openapi()).faults(api.openapi()["components"]["schemas"]["Read"], json)) ADD_FAILURE() << fault;
    return json;
  }
};

TEST_F(ServeReports, AreReadAndSettled) {
  const std::string text = "Trump sent a letter to Kim\n\nDonald Trump sent a letter to Kim Jong Un on Friday, the White House said.\n";
  const Query query{{"name", "../odd/notes.txt"}, {"outlet", "The Harbour Post"}, {"published", "2020-03-22"}};
  const auto first = read(query, text);
  EXPECT_EQ(first["new"].GetInt(), 1);
  ASSERT_EQ(first["reports"].Size(), 1u);
  EXPECT_STREQ(first["reports"][0]["path"].GetString(), "notes.txt");
  EXPECT_EQ(first["generation"].GetInt64(), api.get("/info")["generation"].GetInt64());
  EXPECT_EQ(api.get("/info")["unsettled"].GetInt64(), 0);
  const auto document = api.get("/documents/" + std::string(first["reports"][0]["document"].GetString()));
  EXPECT_STREQ(document["brief"]["outlet"].GetString(), "The Harbour Post");
  EXPECT_STREQ(document["brief"]["published"].GetString(), "2020-03-22");
  const auto again = read(query, text);
  EXPECT_EQ(again["unchanged"].GetInt(), 1);
  EXPECT_EQ(again["new"].GetInt(), 0);
}

TEST_F(ServeReports, WhatIsNoReportIsSaid) {
  EXPECT_EQ(read({{"name", "x.txt"}}, std::string("\0\1\2\3", 4) + std::string(200, '\0'))["faults"].Size(), 1u);
  EXPECT_EQ(send({{"name", "x.txt"}}, "").status, serve::kBadRequest);
  EXPECT_EQ(send({}, "text").status, serve::kBadRequest);
  EXPECT_EQ(send({{"name", "x.txt"}, {"published", "yesterday"}}, "text").status, serve::kBadRequest);
  EXPECT_EQ(api.get("/info")["counts"]["documents"].GetInt64(), 16);
}

TEST_F(ServeReports, AnArchiveHoldsMany) {
  std::string rows;
  for (int i = 0; i < 5; ++i) rows += R"({"title":"Ferry talks )" + std::to_string(i) + R"(","text":"The ministers of France and Spain met in Paris on Monday, officials said. Talks number )" + std::to_string(i) + R"( went on.","published":"2021-04-0)" + std::to_string(i + 1) + "\"}\n";
  const auto answer = read({{"name", "rows.jsonl"}}, rows);
  EXPECT_EQ(answer["new"].GetInt(), 5) << written(answer);
  for (const auto& report : answer["reports"].GetArray()) EXPECT_EQ(std::string(report["path"].GetString()).find("rows.jsonl"), 0u) << report["path"].GetString();
}

}  // namespace
}  // namespace hearsay::testing
