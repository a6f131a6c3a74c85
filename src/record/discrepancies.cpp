// SPDX-License-Identifier: Apache-2.0
#include "record/discrepancies.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace hearsay {
namespace {

using rapidjson::SizeType;
using rapidjson::Value;

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
constexpr int kDeepest = 8;              // no record nests deeper

std::string as_json(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

class Comparing {
 public:
  explicit Comparing(size_t most) : most_(most) {}

  void compare(const Value& found, const Value& expected, const std::string& place, int depth) {
    if (out_.size() >= most_ || depth > kDeepest || found == expected) return;
    if (found.IsObject() && expected.IsObject()) return compare_objects(found, expected, place, depth);
    if (found.IsArray() && expected.IsArray()) return compare_lists(found, expected, place, depth);
    out_.push_back({place, as_json(found), as_json(expected)});
  }
  std::vector<Discrepancy> take() { return std::move(out_); }

 private:
  void compare_objects(const Value& found, const Value& expected, const std::string& place, int depth) {
    for (const auto& member : found.GetObject()) {
      const auto other = expected.FindMember(member.name);
      if (other == expected.MemberEnd()) continue;
      compare(member.value, other->value, (place.empty() ? "" : place + '.') + member.name.GetString(), depth + 1);
    }
  }
  void compare_lists(const Value& found, const Value& expected, const std::string& place, int depth) {
    if (found.Size() != expected.Size()) out_.push_back({place, std::to_string(found.Size()) + " items", std::to_string(expected.Size()) + " items"});
    else
      for (SizeType i = 0; i < found.Size(); ++i) compare(found[i], expected[i], place + '[' + std::to_string(i) + ']', depth + 1);
  }

  size_t most_;
  std::vector<Discrepancy> out_;
};

}  // namespace

std::vector<Discrepancy> discrepancies(std::string_view found, std::string_view expected, size_t most) {
  if (found == expected) return {};
  rapidjson::Document is, should;
  is.Parse<kFlags>(found.data(), found.size());
  should.Parse<kFlags>(expected.data(), expected.size());
  if (is.HasParseError() || should.HasParseError()) return {{"", is.HasParseError() ? "not JSON" : "JSON", should.HasParseError() ? "not JSON" : "JSON"}};
  Comparing comparing(most);
  comparing.compare(is, should, "", 0);
  return comparing.take();
}

std::string text_of_record(std::string_view json) {
  rapidjson::Document record;
  record.Parse<kFlags>(json.data(), json.size());
  if (record.HasParseError() || !record.IsObject()) return {};
  const auto text = record.FindMember("text");
  if (text == record.MemberEnd() || !text->value.IsString()) return {};
  return {text->value.GetString(), text->value.GetStringLength()};
}

}  // namespace hearsay
