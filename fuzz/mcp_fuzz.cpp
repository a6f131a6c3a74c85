// Fuzzes the protocol of assistants: any message gets no reply, or one line of JSON; a tool gets only what it declares.
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "mcp/server.h"

namespace {

using hearsay::mcp::Argument;

hearsay::Result<std::string> work(const hearsay::mcp::Given& given) {
  const int64_t times = given.number("times", 1);
  if (!given.text("words") || times < 1 || times > 9 || given.texts("both").size() % 2 != 0) std::abort();
  return std::string("{\"times\":" + std::to_string(times) + "}");
}

const hearsay::mcp::Server& server() {
  static const hearsay::mcp::Server it("fuzzed", "0", "", {{"say", "Say", "", {{.name = "words", .about = "", .required = true},
                                                                               {.name = "how", .about = "", .choices = {"loud", "low"}},
                                                                               {.name = "both", .about = "", .type = Argument::Type::kTexts, .least = 2, .most = 2},
                                                                               {.name = "times", .about = "", .type = Argument::Type::kNumber, .least = 1, .most = 9}}, work}});
  return it;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto reply = server().answer({reinterpret_cast<const char*>(data), size});
  if (!reply) return 0;
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(reply->data(), reply->size());
  if (json.HasParseError() || !json.IsObject() || !json.HasMember("id") || reply->find('\n') != std::string::npos) std::abort();
  return 0;
}
