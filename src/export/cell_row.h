// A row of a table under way: no cell can end its cell or its row, or be taken for a formula, whatever text it has.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hearsay/hearsay.h"

namespace hearsay {

class CellRow {
 public:
  enum class Kind {
    kCsv,                                // RFC 4180
    kTsv,                                // no quotation marks: loaders of event data know none
  };
  // Cells beyond `most` are left out.
  explicit CellRow(Kind kind, size_t most = SIZE_MAX) : kind_(kind), most_(most) {}

  // On one line. An apostrophe goes before what a spreadsheet would take for a formula, and in TSV before a quotation mark, which some loaders take for that of a cell.
  CellRow& text(std::string_view value);
  CellRow& number(int64_t value);
  CellRow& number(std::optional<double> value, int decimals);
  CellRow& blank(size_t cells = 1);
  CellRow& point(const std::optional<Coordinates>& point);       // latitude and longitude, or two empty cells
  CellRow& texts(std::span<const std::string_view> values);
  size_t cells() const { return cells_; }
  // With its end.
  std::string line() const { return row_ + (kind_ == Kind::kCsv ? "\r\n" : "\n"); }

 private:
  void cell(std::string_view bytes);

  Kind kind_;
  size_t most_, cells_ = 0;
  std::string row_;
};

}  // namespace hearsay
