// A field of a parsed record, and what must be true of it: what is not so, is reported with the field's place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/hearsay.h"
#include "record/names.h"

namespace hearsay {

// Thrown by Field, caught where the record was parsed; never leaves the room.
struct Malformed {
  const rapidjson::Value* holder;  // the object or list that holds the field
  std::string step;                // ".name" or "[2]" within it
  std::string reason;
};

// A missing field is the same as null. Cheap to copy; valid as long as the parsed document.
class Field {
 public:
  explicit Field(const rapidjson::Value& record) : value_(&record) {}

  Field operator[](std::string_view name) const;
  bool null() const { return !value_ || value_->IsNull(); }
  [[noreturn]] void fail(std::string reason) const;

  // These demand the value.
  std::string_view text() const;
  bool flag() const;
  int number(int least, int most) const;
  Day day() const;
  rapidjson::SizeType size() const;  // of a list
  Field item(rapidjson::SizeType index) const;
  rapidjson::SizeType index() const { return index_; }  // in the list that holds it
  template <class Enum>
  Enum name() const;

  // These take null for "unknown".
  std::string text_or_empty() const { return null() ? std::string() : std::string(text()); }
  std::optional<std::string> optional_text() const;
  std::optional<Day> optional_day() const;
  bool flag_or_false() const { return !null() && flag(); }
  int number_or(int unknown, int least, int most) const { return null() ? unknown : number(least, most); }
  double number_or(double unknown) const;
  // The index that an id such as "s3" stands for, 2; nullopt if it is none of that letter.
  std::optional<int> index_after(char letter) const;

 private:
  Field(const Field& holder, const rapidjson::Value* value, std::string_view name, rapidjson::SizeType index)
      : value_(value), holder_(holder.value_), name_(name), index_(index) {}

  const rapidjson::Value* value_;
  const rapidjson::Value* holder_ = nullptr;
  std::string_view name_;             // empty in a list
  rapidjson::SizeType index_ = 0;
};

template <class Enum>
Enum Field::name() const {
  if (const auto value = parse_name<Enum>(text())) return *value;
  std::string expected;
  for (std::string_view known : names_of<Enum>()) expected.append(expected.empty() ? "" : ", ").append(known);
  fail("expected one of: " + expected);
}

// What `read` makes of each item; nothing of null.
template <class Read>
auto list(Field field, Read read) {
  std::vector<decltype(read(field))> items;
  const auto size = field.null() ? 0 : field.size();
  for (rapidjson::SizeType i = 0; i < size; ++i) items.push_back(read(field.item(i)));
  return items;
}

// Parses a record and hands it to `read`, which may throw Malformed. What is wrong names its place: "record: events[2].span: ...".
Status read_record(std::string_view json, std::string_view format, const std::function<void(Field record)>& read);

}  // namespace hearsay
