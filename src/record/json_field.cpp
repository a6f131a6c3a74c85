// SPDX-License-Identifier: Apache-2.0
#include "record/json_field.h"

#include <rapidjson/error/en.h>

#include <charconv>

namespace hearsay {
namespace {

using rapidjson::SizeType;
using rapidjson::Value;

// No field that is read lies deeper than statements[1].via[1].start; unknown fields may be as deep as they like.
constexpr int kDeepest = 5;

// A step into an object (".name") or, if there is no name, into a list ("[2]").
std::string step(std::string_view name, SizeType index) {
  std::string out(1, name.empty() ? '[' : '.');
  out += name.empty() ? std::to_string(index) : std::string(name);
  if (name.empty()) out += ']';
  return out;
}

// Appends the way from `from` down to `wanted`. Searched for only once a record is faulty, so that reading a sound
// one keeps no places.
bool find_way(const Value& from, const Value* wanted, int depth, std::string& way) {
  if (&from == wanted) return true;
  if (depth == kDeepest) return false;
  const size_t so_far = way.size();
  auto leads = [&](const std::string& there, const Value& next) {
    way += there;
    if (find_way(next, wanted, depth + 1, way)) return true;
    way.resize(so_far);
    return false;
  };
  if (from.IsObject()) {
    for (const auto& member : from.GetObject()) {
      if (leads(step(member.name.GetString(), 0), member.value)) return true;
    }
  } else if (from.IsArray()) {
    for (SizeType i = 0; i < from.Size(); ++i) {
      if (leads(step({}, i), from[i])) return true;
    }
  }
  return false;
}

// "statements[2].cue.start" for a fault in that record; empty for the record itself.
std::string place_of(const Malformed& fault, const Value& record) {
  std::string place;
  if (!fault.holder || !find_way(record, fault.holder, 0, place)) return {};
  place += fault.step;
  return place[0] == '.' ? place.substr(1) : place;
}

Error malformed(const std::string& reason) { return {Error::Kind::kInput, "record: " + reason}; }

}  // namespace

Status read_record(std::string_view json, std::string_view format, const std::function<void(Field)>& read) {
  // Iterative, for a record may be hostile and nest deeper than the stack; full precision, for 3.4 must stay 3.4.
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag |
                              rapidjson::kParseValidateEncodingFlag;
  rapidjson::Document record;
  record.Parse<kFlags>(json.data(), json.size());
  if (record.HasParseError()) {
    return malformed("not JSON at byte " + std::to_string(record.GetErrorOffset()) + ": " +
                     rapidjson::GetParseError_En(record.GetParseError()));
  }
  try {
    if (!record.IsObject()) return malformed("expected an object");
    if (const Field found = Field(record)["format"]; found.text() != format) {
      found.fail("expected \"" + std::string(format) + "\", not \"" + std::string(found.text()) + "\"");
    }
    read(Field(record));
    return Nothing{};
  } catch (const Malformed& fault) {
    return malformed(place_of(fault, record) + ": " + fault.reason);
  }
}

void Field::fail(std::string reason) const {
  throw Malformed{holder_, step(name_, index_), null() ? "missing" : std::move(reason)};
}

Field Field::operator[](std::string_view name) const {
  if (!value_ || !value_->IsObject()) fail("expected an object");
  const Value key(rapidjson::StringRef(name.data(), static_cast<SizeType>(name.size())));
  const auto member = value_->FindMember(key);
  return Field(*this, member == value_->MemberEnd() ? nullptr : &member->value, name, 0);
}

std::string_view Field::text() const {
  if (null() || !value_->IsString()) fail("expected a string");
  return {value_->GetString(), value_->GetStringLength()};
}

bool Field::flag() const {
  if (null() || !value_->IsBool()) fail("expected true or false");
  return value_->GetBool();
}

int Field::number(int least, int most) const {
  if (null() || !value_->IsInt()) fail("expected a whole number");
  const int value = value_->GetInt();
  if (value >= least && value <= most) return value;
  fail(std::to_string(value) + " is not within " + std::to_string(least) + ".." + std::to_string(most));
}

double Field::number_or(double unknown) const {
  if (null()) return unknown;
  if (!value_->IsNumber()) fail("expected a number");
  return value_->GetDouble();
}

Day Field::day() const {
  if (const auto day = parse_day(text())) return *day;
  fail("expected a day such as 2025-01-31");
}

SizeType Field::size() const {
  if (null() || !value_->IsArray()) fail("expected a list");
  return value_->Size();
}

Field Field::item(SizeType index) const { return Field(*this, &(*value_)[index], {}, index); }

std::optional<int> Field::index_after(char letter) const {
  const std::string_view id = text();
  int number = 0;
  if (id.empty() || id[0] != letter) return std::nullopt;
  const auto [stop, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (error != std::errc() || stop != id.data() + id.size() || number < 1) return std::nullopt;
  return number - 1;
}

std::optional<std::string> Field::optional_text() const {
  if (null()) return std::nullopt;
  return std::string(text());
}

std::optional<Day> Field::optional_day() const {
  if (null()) return std::nullopt;
  return day();
}

}  // namespace hearsay
