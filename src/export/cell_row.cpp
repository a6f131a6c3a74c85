// SPDX-License-Identifier: Apache-2.0
#include "export/cell_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/legible.h"

namespace hearsay {
namespace {

// Of OWASP's advice on CSV injection: the signs, and their full-width forms, which some spreadsheets take alike. Tabs and line ends begin no cell here.
constexpr std::string_view kFormulaSigns[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};

bool begins_formula(std::string_view text) {
  return std::any_of(std::begin(kFormulaSigns), std::end(kFormulaSigns), [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

void CellRow::cell(std::string_view bytes) {
  if (cells_ == most_) return;
  if (cells_++ > 0) row_ += kind_ == Kind::kCsv ? ',' : '\t';
  row_ += bytes;
}

CellRow& CellRow::text(std::string_view value) {
  std::string shown = legible_line(value);
  if (begins_formula(shown) || (kind_ == Kind::kTsv && shown.starts_with('"'))) shown.insert(0, "'");
  if (kind_ == Kind::kTsv || shown.find_first_of(",\"") == std::string::npos) return cell(shown), *this;
  std::string quoted = "\"";
  for (const char c : shown) quoted.append(c == '"' ? 2 : 1, c);
  return cell(quoted + '"'), *this;
}

CellRow& CellRow::number(int64_t value) { return cell(std::to_string(value)), *this; }

CellRow& CellRow::number(std::optional<double> value, int decimals) { return cell(value ? fmt::format("{:.{}f}", *value, decimals) : ""), *this; }

CellRow& CellRow::blank(size_t cells) {
  for (size_t i = 0; i < cells; ++i) cell("");
  return *this;
}

CellRow& CellRow::point(const std::optional<Coordinates>& point) {
  if (!point) return blank(2);
  cell(fmt::format("{}", point->latitude));
  cell(fmt::format("{}", point->longitude));
  return *this;
}

CellRow& CellRow::texts(std::span<const std::string_view> values) {
  for (const std::string_view value : values) text(value);
  return *this;
}

}  // namespace hearsay
