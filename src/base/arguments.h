// What somebody outside may tell a tool or a route by name, and what they told it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// The schema that is offered and the check of what comes are made from it.
struct Argument {
  enum class Type { kText, kTexts, kNumber };
  std::string name, about;
  Type type = Type::kText;
  bool required = false;
  std::vector<std::string> choices = {};               // of a text: what it may be; empty: anything
  int64_t least = 0, most = 0;                         // of a number; of texts, how many
};

// What a call gives; of the types that are declared.
struct Given {
  std::map<std::string, std::vector<std::string>> all_texts;     // by argument; of one text that alone
  std::map<std::string, int64_t> numbers;

  std::optional<std::string> text(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
  int64_t number(const std::string& name, int64_t otherwise) const;
};

// What is wrong with a value, as in "limit must be ..."; empty if nothing is.
std::string fault_of(const Argument& argument, const std::vector<std::string>& texts);
std::string fault_of(const Argument& argument, int64_t number);

// What an argument may be as a JSON Schema: an object, with `about` as its description or without.
std::string schema_of(const Argument& argument, bool with_description);

std::string names_of(const std::vector<Argument>& arguments);  // "a, b, c"

}  // namespace hearsay
