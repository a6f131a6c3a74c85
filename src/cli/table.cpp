// SPDX-License-Identifier: Apache-2.0
#include "cli/table.h"

#include <algorithm>

#include "browse/display.h"

namespace hearsay::cli {
namespace {

constexpr int kGap = 2, kLeastWrapping = 16;

}  // namespace

void Table::shorten(size_t column, size_t letters) {
  for (auto& row : rows_) row[column].resize(std::min(row[column].size(), letters));
}

void Table::print(const Session& session) const {
  std::vector<int> widths;
  std::vector<std::string> headings;
  int used = 0;
  for (size_t c = 0; c < columns_.size(); ++c) {
    int width = display_width(columns_[c].heading);
    for (const auto& row : rows_) width = std::max(width, display_width(row[c]));
    widths.push_back(columns_[c].most > 0 ? std::min(width, std::max(columns_[c].most, display_width(columns_[c].heading))) : 0);
    used += widths.back() + kGap;
    headings.push_back(columns_[c].heading);
  }
  for (size_t c = 0; c < columns_.size(); ++c)
    if (columns_[c].most == 0) widths[c] = std::max(session.width - used, kLeastWrapping);
  print_row(session, widths, headings, Paint::kBold);
  for (const auto& row : rows_) print_row(session, widths, row, Paint::kPlain);
}

void Table::print_row(const Session& session, const std::vector<int>& widths, const std::vector<std::string>& cells, Paint paint) const {
  std::vector<std::vector<std::string>> wrapped;
  size_t height = 1;
  for (size_t c = 0; c < cells.size(); ++c) {
    wrapped.push_back(wrap(cells[c], widths[c]));
    height = std::max(height, wrapped.back().size());
  }
  for (size_t i = 0; i < height; ++i) {
    std::string line;
    for (size_t c = 0; c < cells.size(); ++c) {
      const std::string cell = i < wrapped[c].size() ? wrapped[c][i] : "";
      const std::string fill(static_cast<size_t>(std::max(0, widths[c] - display_width(cell))), ' ');
      const std::string shown = session.paint(paint, cell);
      line += (columns_[c].align == Align::kRight ? fill + shown : shown + fill) + std::string(kGap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    put_line(line);
  }
}

}  // namespace hearsay::cli
