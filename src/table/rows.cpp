// RFC 4180, section 2, read leniently: marks within a bare cell and text behind a closing mark are what they are.
// SPDX-License-Identifier: Apache-2.0
#include "table/rows.h"

#include <algorithm>

namespace hearsay {

// The place behind the line end that ends the row, or past the end if it goes on. A doubled mark closes and opens again, which comes to the same.
size_t RowCutter::row_end(std::string_view bytes) {
  if (!syntax_.quotes) return bytes.find('\n');
  for (size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '"' && quoted_) {
      quoted_ = false;
      cell_start_ = true;   // of no cell, but a mark that follows opens again
    } else if (quoted_) {
      continue;
    } else if (c == '"' && cell_start_) {
      quoted_ = true;
    } else if (c == '\n') {
      return at;
    } else {
      cell_start_ = syntax_.separators.find(c) != std::string::npos;
    }
  }
  return std::string_view::npos;
}

void RowCutter::keep(std::string_view bytes) {
  line_ += static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  if (row_.size() + bytes.size() <= max_ && !too_long_) {
    row_ += bytes;
    return;
  }
  too_long_ = true;
  std::string().swap(row_);
}

void RowCutter::end_row() {
  if (row_.ends_with('\r')) row_.pop_back();
  if (too_long_ || row_.find_first_not_of(" \t\r\n") != std::string::npos)
    on_cut_({.line = first_line_, .row = row_, .too_long = too_long_, .open = quoted_});
  row_.clear();
  too_long_ = quoted_ = false;
  cell_start_ = true;
}

void RowCutter::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t end = row_end(bytes);
    keep(bytes.substr(0, end));
    if (end == std::string_view::npos) return;
    end_row();
    first_line_ = ++line_;
    bytes.remove_prefix(end + 1);
  }
}

void RowCutter::finish() { end_row(); }

namespace {

// Takes a cell that begins with a quotation mark; the text behind the closing one stays part of it.
size_t take_quoted(std::string_view row, size_t at, std::string& cell, const CellSyntax& syntax) {
  for (++at; at < row.size(); ++at) {
    if (row[at] != '"') cell += row[at];
    else if (at + 1 < row.size() && row[at + 1] == '"') cell += row[at++];
    else break;
  }
  const size_t end = std::min(row.find_first_of(syntax.separators, at), row.size());
  if (at < end) cell += row.substr(at + 1, end - at - 1);
  return end;
}

// "said ""no""" is unwrapped, "yes" and "no" is not: its inner marks are not doubled.
std::string unwrapped(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::string(cell);
  const std::string_view inner = cell.substr(1, cell.size() - 2);
  std::string out;
  for (size_t at = 0; at < inner.size(); ++at) {
    if (inner[at] == '"' && (at + 1 == inner.size() || inner[++at] != '"')) return std::string(cell);
    out += inner[at];
  }
  return out;
}

}  // namespace

std::vector<std::string> cut_cells(std::string_view row, const CellSyntax& syntax, size_t most) {
  std::vector<std::string> cells;
  for (size_t at = 0;;) {
    if (cells.size() == most) {
      cells.emplace_back(row.substr(at));
      return cells;
    }
    std::string cell;
    size_t end = at;
    if (syntax.quotes && at < row.size() && row[at] == '"') {
      end = take_quoted(row, at, cell, syntax);
    } else {
      end = std::min(row.find_first_of(syntax.separators, at), row.size());
      cell = syntax.quotes ? std::string(row.substr(at, end - at)) : unwrapped(row.substr(at, end - at));
    }
    cells.push_back(std::move(cell));
    if (end >= row.size()) return cells;
    at = end + 1;
  }
}

char guess_separator(std::string_view header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char separator : {',', ';', '\t'}) {
    const auto count = std::count(header.begin(), header.end(), separator);
    if (count > most) best = separator;
    most = std::max(most, count);
  }
  return best;
}

}  // namespace hearsay
