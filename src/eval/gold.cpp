// SPDX-License-Identifier: Apache-2.0
#include "eval/gold.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <filesystem>

namespace hearsay {

namespace {

namespace fs = std::filesystem;
using rapidjson::Value;

constexpr uint64_t kMostGoldBytes = 64u << 20;

struct Malformed {
  std::string what;
};

[[noreturn]] void refuse(const char* name, const char* kind) { throw Malformed{std::string("no ") + name + ", or it is no " + kind}; }

// nullptr where the field is missing or null.
const Value* field(const Value& holder, const char* name) {
  const auto at = holder.FindMember(name);
  return at == holder.MemberEnd() || at->value.IsNull() ? nullptr : &at->value;
}

bool flag(const Value& holder, const char* name) {
  const Value* value = field(holder, name);
  if (value && !value->IsBool()) refuse(name, "true or false");
  return value && value->GetBool();
}

std::string text_of(const Value& value, const char* name) {
  if (!value.IsString()) refuse(name, "text");
  return {value.GetString(), value.GetStringLength()};
}

std::string text(const Value& holder, const char* name) {
  const Value* value = field(holder, name);
  if (!value) refuse(name, "text");
  return text_of(*value, name);
}

std::optional<std::string> optional_text(const Value& holder, const char* name) {
  const Value* value = field(holder, name);
  return value ? std::optional(text_of(*value, name)) : std::nullopt;
}

std::vector<std::string> list_of(const Value& value, const char* name) {
  if (!value.IsArray()) refuse(name, "list");
  std::vector<std::string> out;
  for (const Value& item : value.GetArray()) out.push_back(text_of(item, name));
  return out;
}

std::vector<std::string> list(const Value& holder, const char* name) {
  const Value* value = field(holder, name);
  if (!value) refuse(name, "list");
  return list_of(*value, name);
}

// A value, or a list of values that are all right; null is a value here.
IfGiven<Accepted> accepted(const Value& holder, const char* name) {
  const auto at = holder.FindMember(name);
  if (at == holder.MemberEnd()) return std::nullopt;
  const auto one = [&](const Value& value) { return value.IsNull() ? std::nullopt : std::optional(text_of(value, name)); };
  Accepted out;
  if (!at->value.IsArray()) out.push_back(one(at->value));
  else for (const Value& value : at->value.GetArray()) out.push_back(one(value));
  return out;
}

std::pair<std::string, std::string> stretch(const Value& value, const char* name) {
  const std::vector<std::string> words = list_of(value, name);
  if (words.size() != 2) refuse(name, "pair of first and last words");
  return {words[0], words[1]};
}

void read_entry(const Value& from, const char* anchor, GoldEntry& entry) {
  entry.anchor = text(from, anchor);
  if (const Value* n = field(from, "n")) {
    if (!n->IsInt() || n->GetInt() < 1) refuse("n", "number from 1");
    entry.n = n->GetInt();
  }
  entry.optional = flag(from, "optional");
  entry.hard = flag(from, "hard");
}

GoldTime read_item(const Value& from, GoldTime time) {
  read_entry(from, "text", time);
  time.value = accepted(from, "value");
  return time;
}

GoldStatement read_item(const Value& from, GoldStatement said) {
  read_entry(from, "sentence", said);
  said.speaker = list(from, "speaker");
  said.anonymous = flag(from, "anonymous");
  said.cue = accepted(from, "cue");
  said.act = accepted(from, "act");
  said.mode = accepted(from, "mode");
  if (const Value* content = field(from, "content")) said.content = stretch(*content, "content");
  if (const Value* via = field(from, "via")) {
    if (!via->IsArray()) refuse("via", "list");
    said.via.emplace();
    for (const Value& carrier : via->GetArray()) said.via->push_back(list_of(carrier, "via"));
  }
  said.via_hard = flag(from, "via_hard");
  return said;
}

GoldEvent read_item(const Value& from, GoldEvent event) {
  read_entry(from, "anchor", event);
  event.codes = list(from, "codes");
  event.source = list(from, "source");
  event.target = list(from, "target");
  event.status = accepted(from, "status");
  event.dated = from.HasMember("from");
  event.from = optional_text(from, "from");
  event.to = optional_text(from, "to");
  if (const Value* by = field(from, "by")) event.by = by->IsString() ? std::vector{text_of(*by, "by")} : list_of(*by, "by");
  return event;
}

template <class Item>
void read_layer(const Value& file, const char* name, IfGiven<std::vector<Item>>& layer) {
  const Value* items = field(file, name);
  if (!items) return;
  if (!items->IsArray()) refuse(name, "list");
  layer.emplace();
  for (const Value& item : items->GetArray()) {
    const int number = static_cast<int>(layer->size()) + 1;
    try {
      if (!item.IsObject()) throw Malformed{"it is no object"};
      layer->push_back(read_item(item, Item{}));
      layer->back().number = number;
    } catch (const Malformed& fault) {
      throw Malformed{std::string(name) + ", entry " + std::to_string(number) + ": " + fault.what};
    }
  }
}

GoldFile read_file_of(const std::string& path, const Value& json) {
  GoldFile gold;
  gold.path = path;
  gold.document = text(json, "document");
  gold.lang = optional_text(json, "lang").value_or("");
  if (gold.lang.empty()) gold.lang = "-";
  gold.published = optional_text(json, "published");
  gold.outlet = optional_text(json, "outlet");
  gold.as_written = flag(json, "as_written");
  if (const Value* ignore = field(json, "ignore")) {
    if (!ignore->IsArray()) refuse("ignore", "list");
    for (const Value& part : ignore->GetArray()) gold.ignore.push_back(stretch(part, "ignore"));
  }
  read_layer(json, "times", gold.times);
  read_layer(json, "statements", gold.statements);
  read_layer(json, "events", gold.events);
  return gold;
}

// The .json files of a folder, at any depth, in order of their paths.
std::vector<std::string> json_files(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
       !failed && at != fs::recursive_directory_iterator(); at.increment(failed))
    if (at->path().extension() == ".json") files.push_back(at->path().lexically_normal().string());
  std::sort(files.begin(), files.end());
  return files;
}

Error not_gold(const std::string& path) { return {Error::Kind::kInput, path + ": not a gold file: it names no document, or has no times, statements or events"}; }

}  // namespace

Result<std::optional<GoldFile>> parse_gold(const std::string& path, std::string_view json) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  rapidjson::Document file;
  file.Parse<kFlags>(json.data(), json.size());
  if (file.HasParseError())
    return Error{Error::Kind::kInput, path + ": not JSON at byte " + std::to_string(file.GetErrorOffset()) + ": " + rapidjson::GetParseError_En(file.GetParseError())};
  if (!file.IsObject() || !(file.HasMember("times") || file.HasMember("statements") || file.HasMember("events"))) return std::optional<GoldFile>();
  if (!field(file, "document")) return not_gold(path);
  try {
    return std::optional(read_file_of(path, file));
  } catch (const Malformed& fault) {
    return Error{Error::Kind::kInput, path + ": " + fault.what};
  }
}

Result<std::vector<GoldFile>> read_gold(const std::vector<std::string>& paths) {
  std::vector<GoldFile> out;
  for (const std::string& path : paths) {
    std::error_code failed;
    const bool folder = fs::is_directory(path, failed);
    for (const std::string& file : folder ? json_files(path) : std::vector{path}) {
      const Result<std::string> bytes = read_file(file, kMostGoldBytes);
      if (!bytes) return bytes.error();
      Result<std::optional<GoldFile>> gold = parse_gold(file, *bytes);
      if (!gold) return gold.error();
      if (*gold) out.push_back(std::move(**gold));
      else if (!folder) return not_gold(file);
    }
  }
  return out;
}

}  // namespace hearsay
