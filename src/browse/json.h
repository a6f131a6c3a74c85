// A JSON object on one line, for what is no record of the library.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <string>
#include <string_view>

#include "browse/display.h"
#include "hearsay/hearsay.h"

namespace hearsay::browse {

// Fields stand in the order of the calls. Bytes from outside, such as a path, may be malformed and are mended.
class Json {
 public:
  Json() { writer_.StartObject(); }
  Json& text(const char* name, std::string_view value) {
    writer_.Key(name);
    return item(value);
  }
  // Null where there is none, or an empty one, which is how the library says "unknown".
  Json& known(const char* name, const std::optional<std::string>& value) {
    if (value && !value->empty()) return text(name, *value);
    writer_.Key(name);
    writer_.Null();
    return *this;
  }
  Json& number(const char* name, int64_t value) {
    writer_.Key(name);
    writer_.Int64(value);
    return *this;
  }
  Json& rate(const char* name, const std::optional<double>& value) {
    writer_.Key(name);
    value ? writer_.Double(*value) : writer_.Null();
    return *this;
  }
  Json& flag(const char* name, bool value) {
    writer_.Key(name);
    writer_.Bool(value);
    return *this;
  }
  Json& open(const char* name) { return writer_.Key(name), writer_.StartObject(), *this; }
  Json& open() { return writer_.StartObject(), *this; }
  Json& close() { return writer_.EndObject(), *this; }
  Json& list(const char* name) { return writer_.Key(name), writer_.StartArray(), *this; }
  Json& item(std::string_view value) {
    const std::string sound = well_formed(value);
    writer_.String(sound.data(), static_cast<rapidjson::SizeType>(sound.size()));
    return *this;
  }
  Json& item(int64_t value) { return writer_.Int64(value), *this; }
  Json& end_list() { return writer_.EndArray(), *this; }
  // JSON that is written already.
  Json& raw(const char* name, std::string_view json) { return writer_.Key(name), raw_item(json); }
  Json& raw_item(std::string_view json) { return writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType), *this; }
  // The whole; the object is closed by this.
  std::string object() {
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }
  std::string line() { return object() + "\n"; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace hearsay::browse
