// The well-known names are those of data sets and crawlers of news (news-please, Common Crawl's news, GDELT, WordPress exports).
// SPDX-License-Identifier: Apache-2.0
#include "table/mapping.h"

#include <algorithm>

#include "base/ascii.h"

namespace hearsay {

namespace {

constexpr size_t kMostNames = 7;
struct FieldNames {
  std::array<std::string_view, kMostNames> names;   // the first is the field's own; the empty ones at the end are none
};
constexpr FieldNames kFields[kReportFields] = {
    {{"title", "headline"}},
    {{"body", "text", "content", "article", "maintext"}},
    {{"date", "published", "publish_date", "pubdate", "date_publish", "published_at", "created_at"}},
    {{"outlet", "source", "publisher", "source_domain"}},
    {{"url", "link"}},
    {{"lang", "language"}},
    {{"author", "authors", "byline"}},
};

Error refuse(const std::string& why) { return {Error::Kind::kUsage, "column mapping: " + why}; }

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 60)) + "\""; }

std::string all_names(std::span<const std::string_view> names) {
  std::string out;
  for (std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

std::optional<size_t> field_of(std::string_view name) {
  for (size_t field = 0; field < kReportFields; ++field)
    if (same_column(field_name(field), name)) return field;
  return std::nullopt;
}

std::optional<size_t> place_of(const std::vector<std::string>& header, std::string_view name) {
  const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& column) { return same_column(trim(column), name); });
  return found == header.end() ? std::nullopt : std::optional<size_t>(static_cast<size_t>(found - header.begin()));
}

}  // namespace

std::string_view field_name(size_t field) { return kFields[field].names[0]; }

std::span<const std::string_view> known_names(size_t field) {
  const auto& names = kFields[field].names;
  return {names.data(), static_cast<size_t>(std::find(names.begin(), names.end(), "") - names.begin())};
}

bool same_column(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

Result<ColumnMapping> parse_mapping(std::string_view option) {
  ColumnMapping mapping;
  for (size_t at = 0; at < option.size();) {
    const size_t end = std::min(option.find(',', at), option.size());
    const std::string_view part = trim(option.substr(at, end - at));
    at = end + 1;
    const size_t equals = part.find('=');
    if (equals == std::string_view::npos || trim(part.substr(equals + 1)).empty()) return refuse(quoted(part) + " is not FIELD=COLUMN");
    const std::optional<size_t> field = field_of(trim(part.substr(0, equals)));
    if (!field) {
      std::string fields;
      for (size_t i = 0; i < kReportFields; ++i) fields += (i == 0 ? "" : ", ") + std::string(field_name(i));
      return refuse(quoted(part.substr(0, equals)) + " is no field; the fields are " + fields);
    }
    if (!mapping.columns[*field].empty()) return refuse(quoted(field_name(*field)) + " is given twice");
    mapping.columns[*field] = trim(part.substr(equals + 1));
  }
  return mapping;
}

Result<ColumnPlaces> find_columns(const std::vector<std::string>& header, const ColumnMapping& mapping) {
  ColumnPlaces places;
  for (size_t field = 0; field < kReportFields; ++field) {
    const std::string& given = mapping.columns[field];
    if (!given.empty()) places[field] = place_of(header, given);
    if (!given.empty() && !places[field]) return Error{Error::Kind::kInput, "the header has no column " + quoted(given)};
    if (!given.empty()) continue;
    for (std::string_view name : known_names(field))
      if (!places[field]) places[field] = place_of(header, name);
  }
  const size_t body = static_cast<size_t>(ReportField::kBody);
  if (!places[body]) return Error{Error::Kind::kInput, "no column of the header holds the text of the reports (" + all_names(known_names(body)) + "); name it with body=COLUMN"};
  return places;
}

}  // namespace hearsay
