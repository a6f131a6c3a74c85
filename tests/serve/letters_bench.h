// A workbench on the store of examples/letters, and questions to it as a client puts them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/letters_store.h"
#include "serve/api.h"
#include "serve/schema.h"
#include "serve/workbench.h"

namespace hearsay::testing {

using serve::Reply;
using serve::Request;
using Query = std::multimap<std::string, std::string>;

inline std::unique_ptr<serve::Workbench> workbench_of(const KeptReports& kept, bool read_only = true) { return sure(serve::Workbench::open(kept.open(), kept.path(), "x", read_only)); }

inline rapidjson::Document json_of(const std::string& text) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  EXPECT_FALSE(json.HasParseError()) << text.substr(0, 400);
  return json;
}

inline std::string written(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

// Routes under /api/v1, all answers held against their shapes.
class LettersBench {
 public:
  explicit LettersBench(const KeptReports& kept = kept_letters(), bool read_only = true) : bench_(workbench_of(kept, read_only)), routes_(serve::all_routes(), "x"), openapi_(json_of(routes_.openapi())) {}

  serve::Workbench& bench() { return *bench_; }
  const browse::Holdings& holdings() const { return bench_->view()->holdings; }
  const Store& store() const { return holdings().store; }
  const browse::Index& index() const { return *bench_->view()->index; }
  const rapidjson::Document& openapi() const { return openapi_; }

  Reply ask(const std::string& path, const Query& query = {}, const std::string& method = "GET", std::map<std::string, std::string, std::less<>> headers = {}) {
    return routes_.answer({method, "/api/v1" + path, query, std::move(headers), ""}, *bench_);
  }
  Reply post(const std::string& path, const std::string& body) { return routes_.answer({"POST", "/api/v1" + path, {}, {{"content-type", "application/json"}}, body}, *bench_); }
  // The answer, which must be one.
  rapidjson::Document get(const std::string& path, const Query& query = {}) {
    const Reply reply = ask(path, query);
    EXPECT_EQ(reply.status, serve::kOk) << path << ": " << reply.body.substr(0, 400);
    EXPECT_EQ(reply.type, "application/json") << path;
    rapidjson::Document json = json_of(reply.body);
    for (const std::string& fault : SchemaCheck(openapi_).faults(schema_of(path), json)) ADD_FAILURE() << path << ": " << fault;
    return json;
  }
  // What is said of a request that must be refused.
  std::string refused(int status, const std::string& path, const Query& query = {}, const std::string& method = "GET") {
    const Reply reply = ask(path, query, method);
    EXPECT_EQ(reply.status, status) << path << ": " << reply.body.substr(0, 400);
    const rapidjson::Document json = json_of(reply.body);
    for (const std::string& fault : SchemaCheck(openapi_).faults(openapi_["components"]["schemas"]["Error"], json)) ADD_FAILURE() << path << ": " << fault;
    return json.IsObject() && json.HasMember("error") ? json["error"].GetString() : "";
  }
  // The items of a list, gone through page by page.
  std::vector<std::string> items(const std::string& path, Query query, int limit) {
    std::vector<std::string> all;
    query.emplace("limit", std::to_string(limit));
    for (int64_t offset = 0, pages = 0; pages < 1000; ++pages) {
      Query asked = query;
      asked.emplace("offset", std::to_string(offset));
      const rapidjson::Document page = get(path, asked);
      EXPECT_LE(page["items"].Size(), static_cast<unsigned>(limit));
      for (const auto& item : page["items"].GetArray()) all.push_back(written(item));
      if (!page.HasMember("next_offset")) {
        EXPECT_EQ(page.HasMember("total") ? page["total"].GetInt64() : static_cast<int64_t>(all.size()), static_cast<int64_t>(all.size())) << path;
        return all;
      }
      EXPECT_GT(page["next_offset"].GetInt64(), offset);
      offset = page["next_offset"].GetInt64();
    }
    ADD_FAILURE() << path << ": has no end";
    return all;
  }
  // Of the route that an address is of.
  const rapidjson::Value& schema_of(const std::string& path) const {
    const auto& paths = openapi_["paths"];
    std::string pattern = path;
    if (!paths.HasMember(path.c_str())) pattern = path.substr(0, path.rfind('/')) + "/{id}";
    return paths[pattern.c_str()]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
  }

 private:
  std::unique_ptr<serve::Workbench> bench_;
  serve::Routes routes_;
  rapidjson::Document openapi_;
};

}  // namespace hearsay::testing
