// SPDX-License-Identifier: Apache-2.0
#include "base/json_arguments.h"

#include <algorithm>

namespace hearsay {
namespace {

using rapidjson::Value;

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

// Puts a value where the call finds it; what is wrong with it, or nothing.
std::string take(const Argument& argument, const Value& value, Given& given) {
  using enum Argument::Type;
  if (argument.type == kNumber) {
    if (!value.IsInt64()) return fault_of(argument, argument.most + 1);
    given.numbers[argument.name] = value.GetInt64();
    return fault_of(argument, value.GetInt64());
  }
  std::vector<std::string>& texts = given.all_texts[argument.name];
  if (argument.type == kText) {
    if (!value.IsString()) return "must be a string";
    texts.emplace_back(text_of(value));
    return fault_of(argument, texts);
  }
  if (!value.IsArray() || !std::all_of(value.Begin(), value.End(), [](const Value& one) { return one.IsString(); }))
    return "must be " + std::to_string(argument.least) + " to " + std::to_string(argument.most) + " strings";
  for (const Value& one : value.GetArray()) texts.emplace_back(text_of(one));
  return fault_of(argument, texts);
}

}  // namespace

std::string take_arguments(const std::vector<Argument>& declared, const Value& object, const std::string& what, Given& given) {
  for (const auto& [key, value] : object.GetObject()) {
    const auto known = std::find_if(declared.begin(), declared.end(), [&, name = text_of(key)](const Argument& one) { return one.name == name; });
    if (known == declared.end()) return "there is no " + what + " \"" + std::string(text_of(key)) + "\"; there are: " + names_of(declared);
    if (const std::string why = take(*known, value, given); !why.empty()) return known->name + " " + why;
  }
  for (const Argument& argument : declared)
    if (argument.required && !object.HasMember(argument.name.c_str())) return argument.name + " is missing";
  return {};
}

}  // namespace hearsay
