// A JSON object under way, on one line: what the writers of both records share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"
#include "record/names.h"
#include "text/utf8.h"

namespace hearsay {

// Fields are written in the order of the calls. The kinds have their own names, since a literal would turn into a
// bool sooner than into a string_view.
class JsonLine {
 public:
  void begin() { json_.StartObject(); }
  void begin(std::string_view name) { key(name), json_.StartObject(); }
  void end() { json_.EndObject(); }
  void begin_list() { json_.StartArray(); }
  void begin_list(std::string_view name) { key(name), json_.StartArray(); }
  void end_list() { json_.EndArray(); }

  void key(std::string_view name) { json_.Key(name.data(), size(name)); }
  void null() { json_.Null(); }
  void null(std::string_view name) { key(name), json_.Null(); }
  void number(int64_t value) { json_.Int64(value); }
  void number(std::string_view name, int64_t value) { key(name), number(value); }
  void flag(std::string_view name, bool value) { key(name), json_.Bool(value); }

  // Bytes from outside, such as a path, may be malformed: each bad byte becomes U+FFFD.
  void text(std::string_view value) {
    if (valid_utf8(value)) return quote(value);
    size_t replaced = 0;
    quote(replace_malformed(value, replaced));
  }
  void text(std::string_view name, std::string_view value) { key(name), text(value); }
  // Known to be UTF-8.
  void quote(std::string_view value) { json_.String(value.data(), size(value)); }
  void quote(std::string_view name, std::string_view value) { key(name), quote(value); }
  // An empty string is how the structs say "unknown".
  void text_or_null(std::string_view name, std::string_view value) { value.empty() ? null(name) : text(name, value); }
  void optional_text(std::string_view name, const std::optional<std::string>& value) {
    value ? text(name, *value) : null(name);
  }
  void day(std::string_view name, const std::optional<Day>& value) { value ? quote(name, iso(*value)) : null(name); }

  // "s1" for index 0, as the records number what they hold.
  void id(char letter, int index) {
    char name[16] = {letter};
    const auto end = std::to_chars(name + 1, name + sizeof name, index + 1).ptr;
    quote(std::string_view(name, static_cast<size_t>(end - name)));
  }
  void id(std::string_view name, char letter, int index) {
    key(name);
    index < 0 ? null() : id(letter, index);
  }
  // One decimal, -10.0..+10.0; null without a CAMEO code, for then 0 only means that nobody knows.
  void goldstein(double value, std::string_view cameo) {
    key("goldstein");
    if (std::isnan(value) || (value == 0 && cameo.empty())) return null();
    json_.Double(std::round(value * 10) / 10 + 0.0);
  }

  // A whole number is written as one; null for none.
  void real(std::string_view name, std::optional<double> value) { key(name), real(value); }
  void real(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return null();
    const bool whole = *value == std::floor(*value) && std::abs(*value) < 1e15;
    whole ? number(static_cast<int64_t>(*value)) : static_cast<void>(json_.Double(*value));
  }

  std::string finish() { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  static rapidjson::SizeType size(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{buffer_};
};

}  // namespace hearsay
