// SPDX-License-Identifier: Apache-2.0
#include "eval/gold.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <filesystem>

#include "pack/world.h"
#include "record/names.h"
#include "standoff/scheme.h"

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

std::vector<GoldName> names(const std::vector<std::string>& words) {
  std::vector<GoldName> out;
  for (const std::string& name : words) out.push_back({name});
  return out;
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
  said.speaker = names(list(from, "speaker"));
  said.anonymous = flag(from, "anonymous");
  said.cue = accepted(from, "cue");
  said.act = accepted(from, "act");
  said.mode = accepted(from, "mode");
  if (const Value* content = field(from, "content")) said.content = stretch(*content, "content");
  if (const Value* via = field(from, "via")) {
    if (!via->IsArray()) refuse("via", "list");
    said.via.emplace();
    for (const Value& carrier : via->GetArray()) said.via->push_back(names(list_of(carrier, "via")));
  }
  said.via_hard = flag(from, "via_hard");
  return said;
}

GoldEvent read_item(const Value& from, GoldEvent event) {
  read_entry(from, "anchor", event);
  event.codes = list(from, "codes");
  event.source = names(list(from, "source"));
  event.target = names(list(from, "target"));
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

// "kind", "start" and "end" in code points, as hearsay/1 has them.
GoldZone read_zone(const Value& zone) {
  const auto place = [&](const char* name) {
    const Value* value = zone.IsObject() ? field(zone, name) : nullptr;
    if (!value || !value->IsInt() || value->GetInt() < 0) refuse(name, "number from 0");
    return value->GetInt();
  };
  const Range at{place("start"), place("end")};
  const auto kind = parse_name<ZoneKind>(text(zone, "kind"));
  if (!kind) refuse("kind", "kind of zone");
  return {*kind, at};
}

// What is said of the report.
void read_about(const Value& json, GoldFile& gold) {
  gold.lang = optional_text(json, "lang").value_or("");
  if (gold.lang.empty()) gold.lang = "-";
  gold.published = optional_text(json, "published");
  gold.outlet = optional_text(json, "outlet");
  gold.title = optional_text(json, "title");
  if (const Value* ignore = field(json, "ignore")) {
    if (!ignore->IsArray()) refuse("ignore", "list");
    for (const Value& part : ignore->GetArray()) gold.ignore.push_back(stretch(part, "ignore"));
  }
  if (const Value* zones = field(json, "zones")) {
    if (!zones->IsArray()) refuse("zones", "list");
    for (const Value& zone : zones->GetArray()) gold.zones.push_back(read_zone(zone));
  }
}

GoldFile read_file_of(const std::string& path, const Value& json) {
  GoldFile gold;
  gold.path = path;
  gold.document = text(json, "document");
  gold.as_written = flag(json, "as_written");
  read_about(json, gold);
  read_layer(json, "times", gold.times);
  read_layer(json, "statements", gold.statements);
  read_layer(json, "events", gold.events);
  return gold;
}

bool is_ann(const std::string& path) { return fs::path(path).extension() == ".ann"; }

// The gold files of a folder, at any depth, in order of their paths.
std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
       !failed && at != fs::recursive_directory_iterator(); at.increment(failed))
    if (is_gold_name(at->path().string())) files.push_back(at->path().lexically_normal().string());
  std::sort(files.begin(), files.end());
  return files;
}

Error not_gold(const std::string& path) {
  if (is_ann(path)) return {Error::Kind::kInput, path + ": nothing is marked in it"};
  return {Error::Kind::kInput, path + ": not a gold file: it names no document, or has no times, statements or events"};
}

// Empty if it is JSON.
std::string parse(const std::string& path, std::string_view json, rapidjson::Document& file) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  file.Parse<kFlags>(json.data(), json.size());
  if (!file.HasParseError()) return {};
  return path + ": not JSON at byte " + std::to_string(file.GetErrorOffset()) + ": " + rapidjson::GetParseError_En(file.GetParseError());
}

// Takes what the .json beside an .ann says of the report, if there is one.
Status read_beside(GoldFile& gold) {
  const std::string path = fs::path(gold.path).replace_extension(".json").string();
  std::error_code failed;
  if (!fs::exists(path, failed)) return Nothing{};
  const Result<std::string> bytes = read_file(path, kMostGoldBytes);
  if (!bytes) return bytes.error();
  rapidjson::Document json;
  std::string wrong = parse(path, *bytes, json);
  if (wrong.empty() && !json.IsObject()) wrong = path + ": no JSON object";
  if (!wrong.empty()) return Error{Error::Kind::kInput, wrong};
  try {
    read_about(json, gold);
    return Nothing{};
  } catch (const Malformed& fault) {
    return Error{Error::Kind::kInput, path + ": " + fault.what};
  }
}

Result<std::optional<GoldFile>> read_one(const std::string& path, const ActTypes& acts) {
  const Result<std::string> bytes = read_file(path, kMostGoldBytes);
  if (!bytes) return bytes.error();
  if (!is_ann(path)) return parse_gold(path, *bytes);
  Result<std::optional<GoldFile>> gold = parse_brat_gold(path, *bytes, acts);
  if (!gold || !*gold) return gold;
  if (const Status read = read_beside(**gold); !read) return read.error();
  return gold;
}

}  // namespace

ActTypes act_types(const World& world) {
  ActTypes types;
  for (const WorldKind& kind : world.kinds())
    types[scheme::type_of(world.strings()[kind.id])] = {std::string(world.strings()[kind.cameo].substr(0, 2)), kind.joint != 0};
  return types;
}

bool is_gold_name(const std::string& path) { return is_ann(path) || fs::path(path).extension() == ".json"; }

Result<std::optional<GoldFile>> parse_gold(const std::string& path, std::string_view json) {
  rapidjson::Document file;
  if (const std::string wrong = parse(path, json, file); !wrong.empty()) return Error{Error::Kind::kInput, wrong};
  if (!file.IsObject() || !(file.HasMember("times") || file.HasMember("statements") || file.HasMember("events"))) return std::optional<GoldFile>();
  if (!field(file, "document")) return not_gold(path);
  try {
    return std::optional(read_file_of(path, file));
  } catch (const Malformed& fault) {
    return Error{Error::Kind::kInput, path + ": " + fault.what};
  }
}

Result<std::vector<GoldFile>> read_gold(const std::vector<std::string>& paths, const ActTypes& acts) {
  std::vector<GoldFile> out;
  for (const std::string& path : paths) {
    std::error_code failed;
    const bool folder = fs::is_directory(path, failed);
    for (const std::string& file : folder ? files_in(path) : std::vector{path}) {
      Result<std::optional<GoldFile>> gold = read_one(file, acts);
      if (!gold) return gold.error();
      if (*gold) out.push_back(std::move(**gold));
      else if (!folder) return not_gold(file);
    }
  }
  return out;
}

}  // namespace hearsay
