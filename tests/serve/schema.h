// Whether a value has the shape that a document of OpenAPI 3.1 gives it: as much of JSON Schema as the API uses. Stricter in one thing: what a schema does not name may not be there, so that no answer says more than the document does.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <vector>

namespace hearsay::testing {

class SchemaCheck {
 public:
  explicit SchemaCheck(const rapidjson::Value& openapi) : schemas_(openapi["components"]["schemas"]) {}

  // What is wrong, by place; none if nothing is.
  std::vector<std::string> faults(const rapidjson::Value& schema, const rapidjson::Value& value, const std::string& place = "") const {
    if (schema.HasMember("$ref")) return faults(named(schema["$ref"].GetString()), value, place);
    if (schema.HasMember("anyOf")) return of_any(schema["anyOf"], value, place);
    if (!schema.HasMember("type")) return {};
    const std::string type = schema["type"].GetString();
    if (!is(type, value)) return {place + ": is no " + type};
    if (type == "array") return of_items(schema, value, place);
    return type == "object" ? of_members(schema, value, place) : std::vector<std::string>{};
  }
  // The schema that a "$ref" names; an empty one, which allows anything, if there is none.
  const rapidjson::Value& named(const std::string& reference) const {
    static const rapidjson::Value kNone(rapidjson::kObjectType);
    const std::string kBefore = "#/components/schemas/";
    const auto at = reference.starts_with(kBefore) ? schemas_.FindMember(reference.substr(kBefore.size()).c_str()) : schemas_.MemberEnd();
    return at == schemas_.MemberEnd() ? kNone : at->value;
  }

 private:
  using Faults = std::vector<std::string>;

  static bool is(const std::string& type, const rapidjson::Value& value) {
    if (type == "object") return value.IsObject();
    if (type == "array") return value.IsArray();
    if (type == "string") return value.IsString();
    if (type == "boolean") return value.IsBool();
    if (type == "integer") return value.IsInt64();
    if (type == "number") return value.IsNumber();
    return type == "null" && value.IsNull();
  }
  Faults of_any(const rapidjson::Value& schemas, const rapidjson::Value& value, const std::string& place) const {
    Faults all;
    for (const auto& schema : schemas.GetArray()) {
      Faults some = faults(schema, value, place);
      if (some.empty()) return {};
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }
  Faults of_items(const rapidjson::Value& schema, const rapidjson::Value& value, const std::string& place) const {
    Faults all;
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      Faults some = faults(schema["items"], value[i], place + "/" + std::to_string(i));
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }
  Faults of_members(const rapidjson::Value& schema, const rapidjson::Value& value, const std::string& place) const {
    static const rapidjson::Value kNone(rapidjson::kObjectType);
    Faults all;
    if (schema.HasMember("required"))
      for (const auto& name : schema["required"].GetArray())
        if (!value.HasMember(name)) all.push_back(place + "/" + name.GetString() + ": is missing");
    const rapidjson::Value& known = schema.HasMember("properties") ? schema["properties"] : kNone;
    for (const auto& member : value.GetObject()) {
      const std::string at = place + "/" + member.name.GetString();
      const auto own = known.FindMember(member.name);
      if (own == known.MemberEnd() && !schema.HasMember("additionalProperties")) {
        all.push_back(at + ": is named by no schema");
        continue;
      }
      Faults some = faults(own == known.MemberEnd() ? schema["additionalProperties"] : own->value, member.value, at);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  }

  const rapidjson::Value& schemas_;
};

}  // namespace hearsay::testing
