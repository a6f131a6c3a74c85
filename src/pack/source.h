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
  std::vector<Diagnostic>& all() { return all_; }

 private:
  void add(std::string file, int line, int column, bool warning, std::string message);
  std::vector<Diagnostic> all_;
};

// One file of a pack; `name` is its path from the packs' folder ("vi/time/days.rules").
struct SourceFile {
  std::string name, language, room, stem, extension;
  std::string text;
};
// Language, room, stem and extension by the file's name.
SourceFile name_source(const std::string& name);
// All files of the given folders; a later folder's file adds to an earlier one's, it never replaces it.
Result<std::vector<SourceFile>> read_sources(const std::vector<std::string>& folders);

// A table: tab-separated, a heading first, `#` comments.
struct TableRow {
  int line = 0;
  std::vector<std::string_view> cells;
};
class Table {
 public:
  Table(const SourceFile& file, Diagnostics& diagnostics);
  const SourceFile& file() const { return *file_; }
  const std::vector<std::string_view>& columns() const { return columns_; }
  const std::vector<TableRow>& rows() const { return rows_; }
  // -1 if the table has no such column.
  int column(std::string_view name) const;
  std::string_view cell(const TableRow& row, std::string_view column) const;

 private:
  const SourceFile* file_;
  std::vector<std::string_view> columns_;
  std::vector<TableRow> rows_;
};

// The values between `|`, without blanks around; none of an empty cell.
std::vector<std::string_view> split_values(std::string_view cell, char mark = '|');
std::string_view trimmed(std::string_view text);
// The known name nearest to a misspelt one, for "did you mean"; empty if none is near.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

}  // namespace hearsay
