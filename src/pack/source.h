// The files of a pack as they are written: tables and rules, with every mistake named by place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "hearsay/hearsay.h"

namespace hearsay {

class Diagnostics {
 public:
  void error(std::string file, int line, int column, std::string message) { add(std::move(file), line, column, false, std::move(message)); }
  void warn(std::string file, int line, int column, std::string message) { add(std::move(file), line, column, true, std::move(message)); }
  bool failed() const;
  // By file, line and column, each once: a file that several languages read is checked for each of them.
  void sort();
  std::vector<Diagnostic>& all() { return all_; }

 private:
  void add(std::string file, int line, int column, bool warning, std::string message);
  std::vector<Diagnostic> all_;
};

// One file of a pack. `name` is its path from the packs' folder ("vi/time/days.rules") and the same wherever that folder lies;
// `place` is what diagnostics call it: the path by which it was read.
struct SourceFile {
  std::string name, language, room, stem, extension;
  std::string text;
  std::string place;
};
// Language, room, stem and extension by the file's name.
SourceFile name_source(const std::string& name);
// All files of the given folders; a later folder's file adds to an earlier one's, it never replaces it.
Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& folders);
// Names the first place in each file that is NUL or no UTF-8; false if a file holds NUL bytes, for then it is no text to go on with.
bool check_encoding(const std::vector<SourceFile>& files, Diagnostics& diagnostics);
// Columns count characters from 1: that of the character `bytes` into a line.
int column_at(std::string_view line, size_t bytes);

// A table: tab-separated, a heading first, `#` comments.
struct TableRow {
  int line = 0;
  std::vector<std::string_view> cells;
  std::string_view text;                 // the whole line
};
class Table {
 public:
  Table(const SourceFile& file, Diagnostics& diagnostics);
  const SourceFile& file() const { return *file_; }
  const TableRow& heading() const { return heading_; }
  const std::vector<std::string_view>& columns() const { return heading_.cells; }
  const std::vector<TableRow>& rows() const { return rows_; }
  // Mistakes in a row: at the cell of a column, or at a piece of a cell.
  void error(const TableRow& row, std::string_view column, std::string message) const { error_at(row, cell(row, column), std::move(message)); }
  void error_at(const TableRow& row, std::string_view piece, std::string message) const;
  void warn_at(const TableRow& row, std::string_view piece, std::string message) const;
  // -1 if the table has no such column.
  int column(std::string_view name) const;
  std::string_view cell(const TableRow& row, std::string_view column) const;

 private:
  void read_heading(TableRow row);
  static int column_of(const TableRow& row, std::string_view piece);

  const SourceFile* file_;
  Diagnostics* diagnostics_;
  TableRow heading_;
  std::vector<TableRow> rows_;
};

// The values between `|`, without blanks around; none of an empty cell.
std::vector<std::string_view> split_values(std::string_view cell, char mark = '|');
// The known name nearest to a misspelt one; empty if none is near.
std::string nearest(std::string_view name, const std::vector<std::string>& known);
// `; did you mean "weekdays"?`, or nothing. `mark` stands before a name ("#" of "#num").
std::string did_you_mean(std::string_view name, const std::vector<std::string>& known, std::string_view mark = "");

}  // namespace hearsay
