// An object of a line, read by rapidjson without recursion; numbers stay the digits they are.
// SPDX-License-Identifier: Apache-2.0
#include "table/json_row.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <charconv>

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

// The code unit of an escape (backslash, u, four hexadecimal digits) at a place; 0 if there is none.
char32_t escaped_unit(std::string_view line, size_t at) {
  constexpr size_t kLength = 6;
  unsigned unit = 0;
  const std::string_view escape = line.substr(at, kLength);
  if (escape.size() < kLength || !escape.starts_with("\\u")) return 0;
  const auto [end, wrong] = std::from_chars(escape.data() + 2, escape.data() + kLength, unit, 16);
  return wrong == std::errc() && end == escape.data() + kLength ? unit : 0;
}

// Half a surrogate pair, as programs write it that cut text between its halves, becomes U+FFFD.
std::string without_half_pairs(std::string line) {
  constexpr size_t kLength = 6;
  const auto lead = [](char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto trail = [](char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; };
  for (size_t at = line.find('\\'); at != std::string::npos; at = line.find('\\', at)) {
    const char32_t unit = escaped_unit(line, at);
    const bool pair = lead(unit) && trail(escaped_unit(line, at + kLength));
    if (!pair && (lead(unit) || trail(unit))) line.replace(at + 2, 4, "FFFD");
    at += pair ? 2 * kLength : 2;
  }
  return line;
}

}  // namespace

std::string read_json_row(const std::string& line, const ColumnMapping& mapping, ReportRow& row) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::Document object;
  object.Parse<kFlags>(line.data(), line.size());
  if (object.HasParseError() && object.GetParseError() == rapidjson::kParseErrorStringUnicodeSurrogateInvalid) {
    const std::string mended = without_half_pairs(line);
    object.Parse<kFlags>(mended.data(), mended.size());
  }
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
