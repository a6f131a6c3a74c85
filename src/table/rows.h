// A stream of bytes cut into rows, and a row of CSV or TSV into cells.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What ends the cells of a row, and whether quotation marks hold a cell together.
struct CellSyntax {
  std::string separators;
  bool quotes = false;
};

// Cuts a stream at line ends that no quotation marks enclose. Blank rows are passed over.
class RowCutter {
 public:
  struct Cut {
    uint64_t line = 0;       // where the row begins, from 1
    std::string_view row;    // without its line end; empty if too long
    bool too_long = false;
    bool open = false;       // the stream ended within quotation marks
  };
  using OnCut = std::function<void(const Cut&)>;
  RowCutter(CellSyntax syntax, size_t max_row_bytes, OnCut on_cut) : syntax_(std::move(syntax)), max_(max_row_bytes), on_cut_(std::move(on_cut)) {}
  void feed(std::string_view bytes);
  void finish();
  // For the rows that follow; to be called while a row is handed on.
  void set_syntax(CellSyntax syntax) { syntax_ = std::move(syntax); }

 private:
  size_t row_end(std::string_view bytes);
  void keep(std::string_view bytes);
  void end_row();

  CellSyntax syntax_;
  size_t max_;
  OnCut on_cut_;
  std::string row_;
  uint64_t line_ = 1, first_line_ = 1;
  bool too_long_ = false;
  bool quoted_ = false, cell_start_ = true;   // of the cell that the next byte belongs to
};

// The cells of one row, `most` at the most; if there are more, one follows that holds all the rest as it stands. Text behind a closing
// quotation mark stays part of its cell; without `quotes` a cell is unwrapped if marks enclose all of it.
std::vector<std::string> cut_cells(std::string_view row, const CellSyntax& syntax, size_t most);

// The separator of which a CSV header has most, of comma, semicolon and tab.
char guess_separator(std::string_view header);

}  // namespace hearsay
