// SPDX-License-Identifier: Apache-2.0
#include "base/arguments.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace hearsay {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

std::string listed(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
  return all;
}

bool within(const Argument& argument, int64_t value) { return value >= argument.least && value <= argument.most; }

void put(Writer& out, const char* name, std::string_view text) {
  out.Key(name);
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_bounds(Writer& out, const Argument& argument, const char* least, const char* most) {
  out.Key(least);
  out.Int64(argument.least);
  out.Key(most);
  out.Int64(argument.most);
}

}  // namespace

std::optional<std::string> Given::text(const std::string& name) const {
  const auto at = all_texts.find(name);
  return at == all_texts.end() || at->second.empty() ? std::nullopt : std::optional(at->second.front());
}

std::vector<std::string> Given::texts(const std::string& name) const {
  const auto at = all_texts.find(name);
  return at == all_texts.end() ? std::vector<std::string>() : at->second;
}

int64_t Given::number(const std::string& name, int64_t otherwise) const {
  const auto at = numbers.find(name);
  return at == numbers.end() ? otherwise : at->second;
}

std::string fault_of(const Argument& argument, const std::vector<std::string>& texts) {
  if (argument.type == Argument::Type::kTexts) {
    if (within(argument, static_cast<int64_t>(texts.size()))) return {};
    return "must be " + std::to_string(argument.least) + " to " + std::to_string(argument.most) + " strings";
  }
  if (texts.size() != 1) return "must be one string";
  const bool fits = argument.choices.empty() || std::find(argument.choices.begin(), argument.choices.end(), texts.front()) != argument.choices.end();
  return fits ? "" : "must be one of " + listed(argument.choices);
}

std::string fault_of(const Argument& argument, int64_t number) {
  return within(argument, number) ? "" : "must be a whole number from " + std::to_string(argument.least) + " to " + std::to_string(argument.most);
}

std::string schema_of(const Argument& argument, bool with_description) {
  using enum Argument::Type;
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  put(out, "type", argument.type == kText ? "string" : argument.type == kTexts ? "array" : "integer");
  if (with_description) put(out, "description", argument.about);
  if (!argument.choices.empty()) {
    out.Key("enum");
    out.StartArray();
    for (const std::string& choice : argument.choices) out.String(choice.data(), static_cast<rapidjson::SizeType>(choice.size()));
    out.EndArray();
  }
  if (argument.type == kNumber) put_bounds(out, argument, "minimum", "maximum");
  if (argument.type == kTexts) {
    put_bounds(out, argument, "minItems", "maxItems");
    out.Key("items");
    out.StartObject();
    put(out, "type", "string");
    out.EndObject();
  }
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string names_of(const std::vector<Argument>& arguments) {
  std::vector<std::string> names;
  for (const Argument& argument : arguments) names.push_back(argument.name);
  return listed(names);
}

}  // namespace hearsay
