// An object of a line, read by rapidjson without recursion; numbers stay the digits they are.
// SPDX-License-Identifier: Apache-2.0
#include "table/json_row.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "table/mapping.h"

namespace hearsay {

namespace {

using rapidjson::Value;

std::string_view text_of(const Value& string) { return {string.GetString(), string.GetStringLength()}; }

const Value* member(const Value& object, std::string_view name) {
  for (const auto& [key, value] : object.GetObject())
    if (text_of(key) == name) return &value;
  return nullptr;
}

// A name as it stands, else its parts between dots one within the other.
const Value* find_path(const Value& object, std::string_view path) {
  if (const Value* whole = member(object, path)) return whole;
  const Value* value = &object;
  while (true) {
    if (!value->IsObject()) return nullptr;
    const size_t dot = path.find('.');
    value = member(*value, path.substr(0, dot));
    if (!value || dot == std::string_view::npos) return value;
    path.remove_prefix(dot + 1);
  }
}

const Value* find_known(const Value& object, size_t field) {
  for (std::string_view name : known_names(field))
    for (const auto& [key, value] : object.GetObject())
      if (same_column(text_of(key), name) && !value.IsNull()) return &value;
  return nullptr;
}

std::string plain_text(const Value& value) {
  if (value.IsString()) return std::string(text_of(value));
  const Value* name = value.IsObject() ? member(value, "name") : nullptr;
  return name && name->IsString() ? std::string(text_of(*name)) : "";
}

std::string written(const Value& value) {
  if (!value.IsArray()) return plain_text(value);
  std::string out;
  for (const Value& item : value.GetArray()) {
    const std::string text = plain_text(item);
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

}  // namespace

std::string read_json_row(const std::string& line, const ColumnMapping& mapping, TableRow& row) {
  rapidjson::Document object;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  object.Parse<kFlags>(line.data(), line.size());
  if (object.HasParseError())
    return "not JSON at character " + std::to_string(object.GetErrorOffset() + 1) + ": " + rapidjson::GetParseError_En(object.GetParseError());
  if (!object.IsObject()) return "not a JSON object";
  for (size_t field = 0; field < kReportFields; ++field) {
    const std::string& given = mapping.columns[field];
    const Value* value = given.empty() ? find_known(object, field) : find_path(object, given);
    if (value) row.fields[field] = written(*value);
  }
  return "";
}

}  // namespace hearsay
