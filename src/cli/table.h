// Aligned columns, of which one takes what room is left and wraps.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace hearsay::cli {

class Table {
 public:
  enum class Align { kLeft, kRight };
  struct Column {
    std::string heading;
    Align align = Align::kLeft;
    int most = 0;                        // columns of the terminal that its cells may take; 0: the wrapping column
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // Cuts the cells of a column of ids.
  void shorten(size_t column, size_t letters);
  bool empty() const { return rows_.empty(); }
  void print(const Session& session) const;

 private:
  void print_row(const Session& session, const std::vector<int>& widths, const std::vector<std::string>& cells, Paint paint) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hearsay::cli
